/* taut-today-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-today-row"

#include "config.h"

#include "taut-today-row.h"

#include <glib/gi18n.h>

#include "taut-resources.h"
#include "taut-routine-thumb.h"

struct _TautTodayRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkMenuButton *menu_button;
  TautRoutineThumb *thumb;

  char *routine_id;
  TautSessionPlace place;
  guint updating : 1;
};

G_DEFINE_FINAL_TYPE (TautTodayRow, taut_today_row, ADW_TYPE_ACTION_ROW)

enum {
  WISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
check_toggled_cb (TautTodayRow   *self,
                  GtkCheckButton *check)
{
  g_assert (TAUT_IS_TODAY_ROW (self));

  if (!self->updating)
    g_signal_emit (self, signals[WISHED], 0,
                   gtk_check_button_get_active (check) ? TAUT_TODAY_TICK : TAUT_TODAY_OPEN);
}

static void
wish_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    TautTodayWish wish;
  } wishes[] = {
    { "today.open", TAUT_TODAY_OPEN },
    { "today.sore", TAUT_TODAY_SORE },
    { "today.skip", TAUT_TODAY_SKIP },
    { "today.later", TAUT_TODAY_LATER },
    { "today.tomorrow", TAUT_TODAY_TOMORROW },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      if (g_str_equal (action_name, wishes[i].name))
        g_signal_emit (widget, signals[WISHED], 0, wishes[i].wish);
    }
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gtk_menu_button_popup (TAUT_TODAY_ROW (widget)->menu_button);
}

static void
secondary_pressed_cb (TautTodayRow    *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  g_assert (TAUT_IS_TODAY_ROW (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (self->menu_button);
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
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "today.later", NULL, wish_action_cb);
  gtk_widget_class_install_action (widget_class, "today.menu", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "today.open", NULL, wish_action_cb);
  gtk_widget_class_install_action (widget_class, "today.skip", NULL, wish_action_cb);
  gtk_widget_class_install_action (widget_class, "today.sore", NULL, wish_action_cb);
  gtk_widget_class_install_action (widget_class, "today.tomorrow", NULL, wish_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "today.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "today.menu",
                                       NULL);
}

static void
taut_today_row_class_init (TautTodayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_today_row_dispose;
  object_class->finalize = taut_today_row_finalize;

  signals[WISHED] =
    g_signal_new ("wished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (TAUT_TYPE_ROUTINE_THUMB);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautTodayRow, check);
  gtk_widget_class_bind_template_child (widget_class, TautTodayRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TautTodayRow, thumb);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
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

static void
update_actions (TautTodayRow      *self,
                const TautCareBox *box,
                gboolean           can_wait)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = box->state == TAUT_SESSION_OPEN;

  g_assert (TAUT_IS_TODAY_ROW (self));

  /* The menu leaves out what cannot be. */
  gtk_widget_action_set_enabled (widget, "today.open", !open);
  gtk_widget_action_set_enabled (widget, "today.sore", box->state != TAUT_SESSION_SORE);
  gtk_widget_action_set_enabled (widget, "today.skip", open);
  gtk_widget_action_set_enabled (widget, "today.later", open && can_wait);
  gtk_widget_action_set_enabled (widget, "today.tomorrow", open);
}

void
taut_today_row_set_box (TautTodayRow      *self,
                        TautPictureBook   *book,
                        const TautCareBox *box,
                        gboolean           can_wait)
{
  g_autofree char *label = NULL;
  g_autofree char *more = NULL;

  g_return_if_fail (TAUT_IS_TODAY_ROW (self));
  g_return_if_fail (box != NULL);

  g_free (self->routine_id);
  self->routine_id = g_strdup (box->routine_id);
  self->place = box->place;
  self->place.routine_id = self->routine_id;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), box->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), box->subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), box->time);
  taut_routine_thumb_show (self->thumb, book, box->prescription);

  label = g_strdup_printf ("%s, %s", box->title, box->subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* Translators: the name of a routine. */
  more = g_strdup_printf (_("More for %s"), box->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);

  self->updating = TRUE;
  gtk_check_button_set_active (self->check, box->state == TAUT_SESSION_DONE);
  self->updating = FALSE;

  update_actions (self, box, can_wait);
}

const TautSessionPlace *
taut_today_row_get_place (TautTodayRow *self)
{
  g_return_val_if_fail (TAUT_IS_TODAY_ROW (self), NULL);

  return &self->place;
}
