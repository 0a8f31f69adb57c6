/* taut-routine-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-routine-row"

#include "config.h"

#include "taut-routine-row.h"

#include <glib/gi18n.h>

#include "taut-plan-order.h"
#include "taut-resources.h"
#include "taut-routine-schedule.h"
#include "taut-routine-thumb.h"

struct _TautRoutineRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *handle;
  GtkMenuButton *menu_button;
  GtkButton *remove_button;
  TautRoutineSchedule *schedule;
  GtkButton *show_button;
  TautRoutineThumb *thumb;
  GtkWidget *unknown_label;
};

G_DEFINE_FINAL_TYPE (TautRoutineRow, taut_routine_row, ADW_TYPE_EXPANDER_ROW)

enum {
  CHANGED,
  MOVED,
  TIME_SET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How it is done stands on the card, with a picture. */
static void
show_plan (TautRoutineRow      *self,
           const TautCareEntry *entry,
           const GDate         *today)
{
  gboolean known = entry->prescription != NULL;

  g_assert (TAUT_IS_ROUTINE_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->show_button), known);
  gtk_widget_set_visible (self->unknown_label, !known);
  gtk_widget_set_visible (self->handle, !(entry->first && entry->last));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.move-up", !entry->first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.move-down", !entry->last);
  taut_routine_schedule_show (self->schedule, entry, today);
}

/* Callbacks */

static void
schedule_changed_cb (TautRoutineRow *self,
                     TautPlanItem   *item)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));

  g_signal_emit (self, signals[CHANGED], 0, item);
}

static void
schedule_time_set_cb (TautRoutineRow *self,
                      guint           index,
                      guint           minute)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));

  g_signal_emit (self, signals[TIME_SET], 0, index, minute);
}

static void
move_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVED], 0,
                 g_str_equal (action_name, "routine.move-up") ? -1 : 1);
}

static void
remove_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TautRoutineRow *self = TAUT_ROUTINE_ROW (widget);
  GVariant *routine_id =
    gtk_actionable_get_action_target_value (GTK_ACTIONABLE (self->remove_button));

  gtk_widget_activate_action_variant (widget, "panel.remove-routine", routine_id);
}

/* GObject */

static void
taut_routine_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_ROUTINE_ROW);

  G_OBJECT_CLASS (taut_routine_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-routine-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, handle);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, schedule);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, show_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, thumb);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, unknown_label);
  gtk_widget_class_bind_template_callback (widget_class, schedule_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, schedule_time_set_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "routine.move-down", NULL, move_action_cb);
  gtk_widget_class_install_action (widget_class, "routine.move-up", NULL, move_action_cb);
  gtk_widget_class_install_action (widget_class, "routine.remove", NULL, remove_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "routine.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "routine.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK,
                                       "routine.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK,
                                       "routine.move-down", NULL);
}

static void
taut_routine_row_class_init (TautRoutineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_routine_row_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, TAUT_TYPE_PLAN_ITEM);
  signals[MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[TIME_SET] =
    g_signal_new ("time-set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (TAUT_TYPE_ROUTINE_SCHEDULE);
  g_type_ensure (TAUT_TYPE_ROUTINE_THUMB);

  install_actions (widget_class);
  bind_template (widget_class);
}

static void
taut_routine_row_init (TautRoutineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  taut_plan_order_add_handle (self->handle, GTK_WIDGET (self));
}

GtkWidget *
taut_routine_row_new (void)
{
  return g_object_new (TAUT_TYPE_ROUTINE_ROW, NULL);
}

void
taut_routine_row_set_entry (TautRoutineRow      *self,
                            TautPictureBook     *book,
                            const TautCareEntry *entry,
                            const GDate         *today)
{
  g_autofree char *more_label = NULL;

  g_return_if_fail (TAUT_IS_ROUTINE_ROW (self));
  g_return_if_fail (entry != NULL);
  g_return_if_fail (today != NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), entry->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), entry->subtitle);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s", entry->key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show_button), "s", entry->key);

  /* Translators: the name of a routine. */
  more_label = g_strdup_printf (_("More for %s"), entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, more_label, -1);

  gtk_widget_set_visible (GTK_WIDGET (self->thumb), entry->prescription != NULL);
  taut_routine_thumb_show (self->thumb, book, entry->prescription);
  show_plan (self, entry, today);
}
