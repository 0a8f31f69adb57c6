/* taut-week-session.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-week-session"

#include "config.h"

#include "taut-week-session.h"

#include <glib/gi18n.h>

#include "taut-panel-text.h"

struct _TautWeekSession
{
  GtkButton parent_instance;

  GtkWidget *ring;
  char *key;
  TautSessionState state;
  guint is_ahead : 1;
};

G_DEFINE_FINAL_TYPE (TautWeekSession, taut_week_session, GTK_TYPE_BUTTON)

enum {
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *css_class;
  const char *icon;
} looks[] = {
  [TAUT_SESSION_OPEN] = { "open", NULL },
  [TAUT_SESSION_DONE] = { "done", "object-select-symbolic" },
  [TAUT_SESSION_SORE] = { "sore", "list-remove-symbolic" },
  [TAUT_SESSION_SKIPPED] = { "skipped", "go-next-symbolic" },
  [TAUT_SESSION_MISSED] = { "missed", NULL },
};

static void
secondary_pressed_cb (TautWeekSession *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  g_assert (TAUT_IS_WEEK_SESSION (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0);
}

static void
held_cb (TautWeekSession *self)
{
  g_assert (TAUT_IS_WEEK_SESSION (self));

  g_signal_emit (self, signals[MENU], 0);
}

static GdkContentProvider *
prepare_cb (GtkDragSource   *source,
            double           x,
            double           y,
            TautWeekSession *self)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, self->key);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               GtkWidget     *button)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (button);

  gtk_drag_source_set_icon (source, picture, gtk_widget_get_width (button) / 2,
                            gtk_widget_get_height (button) / 2);
}

static void
taut_week_session_finalize (GObject *object)
{
  g_free (TAUT_WEEK_SESSION (object)->key);

  G_OBJECT_CLASS (taut_week_session_parent_class)->finalize (object);
}

static void
taut_week_session_class_init (TautWeekSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taut_week_session_finalize;

  signals[MENU] =
    g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
taut_week_session_init (TautWeekSession *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->ring = gtk_image_new ();
  gtk_widget_set_halign (self->ring, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->ring, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->ring, "ring");
  gtk_button_set_child (GTK_BUTTON (self), self->ring);
  gtk_widget_add_css_class (widget, "session");
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (secondary_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (held_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

/* The menu */

static void
append_choice (GMenu      *menu,
               const char *label,
               int         outcome)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_assert (G_IS_MENU (menu));

  g_menu_item_set_action_and_target (item, "session.choose", "i", outcome);
  g_menu_append_item (menu, item);
}

/* Only what can be: nothing is said of a day that is still to come. */
static GMenuModel *
new_outcomes (TautWeekSession *self)
{
  GMenu *menu = g_menu_new ();

  g_assert (TAUT_IS_WEEK_SESSION (self));

  if (self->is_ahead)
    return G_MENU_MODEL (menu);

  if (self->state != TAUT_SESSION_DONE)
    append_choice (menu, _("Done"), TAUT_OUTCOME_DONE);
  if (self->state != TAUT_SESSION_SORE)
    append_choice (menu, _("Too sore"), TAUT_OUTCOME_SORE);
  if (self->state != TAUT_SESSION_SKIPPED)
    append_choice (menu, _("Skipped"), TAUT_OUTCOME_SKIPPED);
  if (self->state != TAUT_SESSION_OPEN && self->state != TAUT_SESSION_MISSED)
    append_choice (menu, _("Open again"), -1);

  return G_MENU_MODEL (menu);
}

/* Public */

GtkWidget *
taut_week_session_new (const TautWeekBox *box)
{
  TautWeekSession *self;

  g_return_val_if_fail (box != NULL, NULL);

  self = g_object_new (TAUT_TYPE_WEEK_SESSION, NULL);
  self->key = g_strdup (box->key);
  self->state = box->state;
  self->is_ahead = box->is_ahead;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->ring), looks[box->state].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[box->state].css_class);
  if (box->is_ahead)
    gtk_widget_add_css_class (GTK_WIDGET (self), "ahead");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), box->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, box->name,
                                  -1);

  return GTK_WIDGET (self);
}

const char *
taut_week_session_get_key (TautWeekSession *self)
{
  g_return_val_if_fail (TAUT_IS_WEEK_SESSION (self), NULL);

  return self->key;
}

TautSessionState
taut_week_session_get_state (TautWeekSession *self)
{
  g_return_val_if_fail (TAUT_IS_WEEK_SESSION (self), TAUT_SESSION_OPEN);

  return self->state;
}

gboolean
taut_week_session_is_ahead (TautWeekSession *self)
{
  g_return_val_if_fail (TAUT_IS_WEEK_SESSION (self), FALSE);

  return self->is_ahead;
}

GMenuModel *
taut_week_session_new_menu (TautWeekSession *self,
                            guint            weekday)
{
  g_autoptr (GMenuModel) outcomes = NULL;
  g_autoptr (GMenu) days = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  GMenu *menu;

  g_return_val_if_fail (TAUT_IS_WEEK_SESSION (self), NULL);

  menu = g_menu_new ();
  outcomes = new_outcomes (self);
  for (guint i = 0; i < TAUT_WEEK_STATE_DAYS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (taut_panel_text_weekday (i), NULL);

      g_menu_item_set_action_and_target (item, "session.move", "i", i);
      if (i != weekday)
        g_menu_append_item (days, item);
    }
  g_menu_append_submenu (rest, _("Move to"), G_MENU_MODEL (days));
  g_menu_append (rest, _("Leave out this time"), "session.leave-out");
  g_menu_append_section (menu, NULL, outcomes);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));

  return G_MENU_MODEL (menu);
}
