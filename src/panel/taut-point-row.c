/* taut-point-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-point-row"

#include "config.h"

#include "taut-point-row.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-resources.h"

struct _TautPointRow
{
  AdwExpanderRow parent_instance;

  GtkLabel *location_label;
  GtkButton *mark_button;
  GtkLabel *note_label;
  GtkLabel *often_label;
  GtkLabel *sometimes_label;
};

G_DEFINE_FINAL_TYPE (TautPointRow, taut_point_row, ADW_TYPE_EXPANDER_ROW)

static void
taut_point_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_POINT_ROW);

  G_OBJECT_CLASS (taut_point_row_parent_class)->dispose (object);
}

static void
taut_point_row_class_init (TautPointRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_point_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-point-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautPointRow, location_label);
  gtk_widget_class_bind_template_child (widget_class, TautPointRow, mark_button);
  gtk_widget_class_bind_template_child (widget_class, TautPointRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, TautPointRow, often_label);
  gtk_widget_class_bind_template_child (widget_class, TautPointRow, sometimes_label);
}

static void
taut_point_row_init (TautPointRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_point_row_new (void)
{
  return g_object_new (TAUT_TYPE_POINT_ROW, NULL);
}

static void
show_text (GtkLabel   *label,
           const char *format,
           const char *text)
{
  g_assert (GTK_IS_LABEL (label));

  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  if (text != NULL)
    {
      g_autofree char *line = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      line = g_strdup_printf (format, text);
#pragma GCC diagnostic pop
      gtk_label_set_label (label, line);
    }
}

void
taut_point_row_set_point (TautPointRow          *self,
                          const TautMusclePoint *point,
                          TautSide               side)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TAUT_IS_POINT_ROW (self));
  g_return_if_fail (point != NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), point->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), point->subtitle);
  show_text (self->location_label, "%s", point->location);
  /* Translators: names of areas */
  show_text (self->often_label, _("Often felt: %s"), point->often);
  /* Translators: names of areas */
  show_text (self->sometimes_label, _("Sometimes felt: %s"), point->sometimes);
  show_text (self->note_label, "%s", point->note);

  name = taut_name_point (point->point, side);
  /* Translators: the name of a point with its side */
  label = g_strdup_printf (_("Mark: %s"), name);
  gtk_button_set_label (self->mark_button, side == TAUT_SIDE_LEFT ? _("Mark this point, left")
                                                                  : _("Mark this point, right"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->mark_button), "s", point->key);
}
