/* taut-today-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-today-row"

#include "config.h"

#include "taut-today-row.h"

#include "taut-resources.h"

struct _TautTodayRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;

  char *routine_id;
  guint minute;
  guint updating : 1;
};

G_DEFINE_FINAL_TYPE (TautTodayRow, taut_today_row, ADW_TYPE_ACTION_ROW)

enum {
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
check_toggled_cb (TautTodayRow   *self,
                  GtkCheckButton *check)
{
  g_assert (TAUT_IS_TODAY_ROW (self));

  if (!self->updating)
    g_signal_emit (self, signals[TICKED], 0, gtk_check_button_get_active (check));
}

static void
taut_today_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_TODAY_ROW);

  G_OBJECT_CLASS (taut_today_row_parent_class)->dispose (object);
}

static void
taut_today_row_finalize (GObject *object)
{
  g_free (TAUT_TODAY_ROW (object)->routine_id);

  G_OBJECT_CLASS (taut_today_row_parent_class)->finalize (object);
}

static void
taut_today_row_class_init (TautTodayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_today_row_dispose;
  object_class->finalize = taut_today_row_finalize;

  signals[TICKED] =
    g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautTodayRow, check);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
}

static void
taut_today_row_init (TautTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_today_row_new (void)
{
  return g_object_new (TAUT_TYPE_TODAY_ROW, NULL);
}

void
taut_today_row_set_box (TautTodayRow      *self,
                        const TautCareBox *box)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TAUT_IS_TODAY_ROW (self));
  g_return_if_fail (box != NULL);

  if (g_strcmp0 (self->routine_id, box->routine_id) != 0)
    {
      g_free (self->routine_id);
      self->routine_id = g_strdup (box->routine_id);
    }
  self->minute = box->minute;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), box->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), box->subtitle);

  label = g_strdup_printf ("%s, %s", box->title, box->subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  self->updating = TRUE;
  gtk_check_button_set_active (self->check, box->done);
  self->updating = FALSE;
}

const char *
taut_today_row_get_routine_id (TautTodayRow *self)
{
  g_return_val_if_fail (TAUT_IS_TODAY_ROW (self), NULL);

  return self->routine_id;
}

guint
taut_today_row_get_minute (TautTodayRow *self)
{
  g_return_val_if_fail (TAUT_IS_TODAY_ROW (self), 0);

  return self->minute;
}
