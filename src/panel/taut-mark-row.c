/* taut-mark-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-mark-row"

#include "config.h"

#include "taut-mark-row.h"

#include <glib/gi18n.h>

#include "taut-intensity-scale.h"
#include "taut-resources.h"

struct _TautMarkRow
{
  AdwExpanderRow parent_instance;

  GtkLabel *badge;
  TautIntensityScale *intensity_scale;
  GtkLabel *intensity_label;
  GtkButton *remove_button;
  GtkButton *show_button;
};

G_DEFINE_FINAL_TYPE (TautMarkRow, taut_mark_row, ADW_TYPE_EXPANDER_ROW)

enum {
  INTENSITY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_badge (TautMarkRow *self,
              guint        intensity)
{
  g_autofree char *number = g_strdup_printf ("%u", intensity);
  g_autofree char *css_class = g_strdup_printf ("pain-%u", intensity);
  const char *css_classes[] = { "badge", "numeric", css_class, NULL };

  g_assert (TAUT_IS_MARK_ROW (self));

  gtk_label_set_label (self->badge, number);
  gtk_widget_set_css_classes (GTK_WIDGET (self->badge), css_classes);
}

static void
update_intensity (TautMarkRow *self,
                  guint        intensity)
{
  g_autofree char *text = NULL;

  g_assert (TAUT_IS_MARK_ROW (self));

  text = g_strdup_printf (_("%u of 10, %s"), intensity,
                          taut_marks_state_describe_intensity (intensity));
  gtk_label_set_label (self->intensity_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->badge),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  taut_intensity_scale_set_value (self->intensity_scale, intensity);
}

static void
update_buttons (TautMarkRow         *self,
                const TautMarkEntry *entry)
{
  g_autofree char *show_label = NULL;
  g_autofree char *remove_label = NULL;

  g_assert (TAUT_IS_MARK_ROW (self));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show_button), "s", entry->key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s", entry->key);

  /* Translators: the name of a mark. */
  show_label = g_strdup_printf (_("Show on the body: %s"), entry->title);
  /* Translators: the name of a mark. */
  remove_label = g_strdup_printf (_("Remove: %s"), entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, show_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
}

static void
intensity_scale_chosen_cb (TautMarkRow *self,
                           guint        value,
                           gboolean     merge)
{
  g_assert (TAUT_IS_MARK_ROW (self));

  g_signal_emit (self, signals[INTENSITY_CHOSEN], 0, value, merge);
}

static void
taut_mark_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_MARK_ROW);

  G_OBJECT_CLASS (taut_mark_row_parent_class)->dispose (object);
}

static void
taut_mark_row_class_init (TautMarkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_mark_row_dispose;

  signals[INTENSITY_CHOSEN] =
    g_signal_new ("intensity-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  g_type_ensure (TAUT_TYPE_INTENSITY_SCALE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-mark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, badge);
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, intensity_label);
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, intensity_scale);
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, show_button);
  gtk_widget_class_bind_template_callback (widget_class, intensity_scale_chosen_cb);
}

static void
taut_mark_row_init (TautMarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_mark_row_new (void)
{
  return g_object_new (TAUT_TYPE_MARK_ROW, NULL);
}

void
taut_mark_row_set_entry (TautMarkRow         *self,
                         const TautMarkEntry *entry)
{
  g_return_if_fail (TAUT_IS_MARK_ROW (self));
  g_return_if_fail (entry != NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), entry->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 entry->subtitle != NULL ? entry->subtitle : "");
  update_badge (self, entry->intensity);
  update_intensity (self, entry->intensity);
  update_buttons (self, entry);
}
