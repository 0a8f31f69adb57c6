/* taut-mark-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-mark-row"

#include "config.h"

#include "taut-mark-row.h"

#include <glib/gi18n.h>

#include "taut-resources.h"

struct _TautMarkRow
{
  AdwExpanderRow parent_instance;

  GtkButton *about_button;
  GtkLabel *badge;
  GtkLabel *intensity_label;
  GtkScale *intensity_scale;
  GtkButton *remove_button;
  GtkButton *show_button;

  guint held : 1;
  guint moved : 1;
  guint updating : 1;
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

  self->updating = TRUE;
  gtk_range_set_value (GTK_RANGE (self->intensity_scale), intensity);
  self->updating = FALSE;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->intensity_scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
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
update_about (TautMarkRow         *self,
              const TautMarkEntry *entry)
{
  g_autofree char *label = NULL;

  g_assert (TAUT_IS_MARK_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->about_button), entry->point != NULL);
  if (entry->point == NULL)
    return;

  /* Translators: the name of a mark. */
  label = g_strdup_printf (_("Read about: %s"), entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->about_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->about_button), "(ss)", entry->point->id,
                                    taut_side_get_id (entry->side));
  /* An action without its target would be none. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->about_button), "panel.about-point");
}

static void
intensity_scale_value_changed_cb (TautMarkRow *self,
                                  GtkScale    *scale)
{
  guint value = (guint) (gtk_range_get_value (GTK_RANGE (scale)) + 0.5);
  gboolean merge = self->held && self->moved;

  g_assert (TAUT_IS_MARK_ROW (self));

  if (self->updating)
    return;

  self->moved = self->held;
  g_signal_emit (self, signals[INTENSITY_CHOSEN], 0, value, merge);
}

/* While the button is held, all changes are one step of the history. */
static gboolean
intensity_scale_event_cb (TautMarkRow *self,
                          GdkEvent    *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  g_assert (TAUT_IS_MARK_ROW (self));

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    {
      self->held = TRUE;
      self->moved = FALSE;
    }
  else if (type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END || type == GDK_TOUCH_CANCEL)
    {
      self->held = FALSE;
    }

  return GDK_EVENT_PROPAGATE;
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-mark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, about_button);
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, badge);
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, intensity_label);
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, intensity_scale);
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TautMarkRow, show_button);
  gtk_widget_class_bind_template_callback (widget_class, intensity_scale_event_cb);
  gtk_widget_class_bind_template_callback (widget_class, intensity_scale_value_changed_cb);
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
  update_about (self, entry);
}
