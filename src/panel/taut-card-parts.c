/* taut-card-parts.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-card-parts"

#include "config.h"

#include "taut-card-parts.h"

#include "taut-card-state.h"

static void
clear_children (GtkBox *box)
{
  GtkWidget *child;

  g_assert (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

void
taut_card_parts_show_figures (GtkBox    *box,
                              GPtrArray *figures)
{
  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (figures != NULL);

  clear_children (box);
  for (guint i = 0; i < figures->len; i++)
    {
      const TautCardFigure *figure = g_ptr_array_index (figures, i);
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *label = new_label (figure->label, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (part), new_label (figure->value, "figure"));
      gtk_box_append (GTK_BOX (part), label);
      gtk_box_append (box, part);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), figures->len > 0);
}

void
taut_card_parts_show_steps (GtkBox            *box,
                            const char *const *steps)
{
  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (steps != NULL);

  clear_children (box);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *number_label = new_label (number, "step-number");
      GtkWidget *label = new_label (steps[i], "step");

      gtk_widget_set_valign (number_label, GTK_ALIGN_START);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (part), number_label);
      gtk_box_append (GTK_BOX (part), label);
      gtk_box_append (box, part);
    }
}

void
taut_card_parts_show_text (GtkLabel   *label,
                           GtkWidget  *whole,
                           const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (GTK_IS_WIDGET (whole));

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (whole, text != NULL && *text != '\0');
}

void
taut_card_parts_place (GtkBox    *content,
                       GtkWidget *picture,
                       gboolean   beside,
                       gboolean   wide)
{
  GtkWidget *before = NULL;

  g_return_if_fail (GTK_IS_BOX (content));
  g_return_if_fail (gtk_widget_get_parent (picture) == GTK_WIDGET (content));

  if (!beside)
    before = gtk_widget_get_last_child (GTK_WIDGET (content));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (content),
                                  beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (content, beside ? 24 : 12);
  gtk_widget_set_halign (picture, wide ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  if (before != picture)
    gtk_box_reorder_child_after (content, picture, before);
}
