/* taut-guide-rows.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-guide-rows"

#include "config.h"

#include "taut-guide-rows.h"

#include <adwaita.h>

#include "taut-muscle-state.h"

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  g_assert (GTK_IS_LIST_BOX (list));

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
new_link_row (const TautMuscleLink *link,
              const char           *action)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  g_object_set (row, "use-markup", FALSE, "title", link->title, "subtitle", link->subtitle,
                "title-lines", 2, "subtitle-lines", 3, "activatable", TRUE, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);

  return row;
}

void
taut_guide_rows_show_links (GtkListBox *list,
                            GPtrArray  *links,
                            const char *action)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (links != NULL);
  g_return_if_fail (action != NULL);

  clear_list (list);
  for (guint i = 0; i < links->len; i++)
    gtk_list_box_append (list, new_link_row (g_ptr_array_index (links, i), action));
}

static GtkWidget *
new_text_row (const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (image, "tier");
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "heed");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return row;
}

void
taut_guide_rows_show_texts (GtkListBox *list,
                            GPtrArray  *texts)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (texts != NULL);

  clear_list (list);
  for (guint i = 0; i < texts->len; i++)
    gtk_list_box_append (list, new_text_row (g_ptr_array_index (texts, i)));
}
