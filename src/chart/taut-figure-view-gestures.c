/* taut-figure-view-gestures.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer, touch and keys on a large view. A press becomes a drag only after
 * some way, so that an unsteady hand still clicks; a drag that starts on a mark
 * moves the mark, any other pans.
 */

#define G_LOG_DOMAIN "taut-figure-view"

#include "config.h"

#include "taut-figure-view-private.h"

#include <math.h>

/* Way in pixels that makes a press a drag. */
#define DRAG_THRESHOLD_PX 8.0

/* One notch of the wheel. */
#define WHEEL_ZOOM 1.15
#define WHEEL_PAN_PX 60.0

/* One press of Ctrl and an arrow key. */
#define KEY_PAN_PX 60.0

/* The id of the nearest mark within reach; the selected one wins a draw. */
char *
taut_figure_view_find_mark_at (TautFigureView *self,
                               double          x,
                               double          y)
{
  GListModel *marks;
  const char *selected;
  char *found = NULL;
  double best = TAUT_MARK_GRIP_PX;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  marks = taut_chart_state_get_marks (self->state);
  selected = taut_chart_state_get_selected (self->state);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      double view_x, view_y, mark_x, mark_y, distance;

      if (!taut_view_project (taut_figure_view_get_view (self), taut_mark_get_place (mark),
                              &view_x, &view_y))
        continue;
      taut_viewport_to_widget (self->viewport, view_x, view_y, &mark_x, &mark_y);
      distance = hypot (mark_x - x, mark_y - y);
      if (g_strcmp0 (taut_mark_get_id (mark), selected) == 0)
        distance -= 2;
      if (distance > best)
        continue;

      best = distance;
      g_free (found);
      found = g_strdup (taut_mark_get_id (mark));
    }

  return found;
}

static const char *
choose_cursor (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (self->drag != TAUT_DRAG_NONE)
    return "grabbing";
  if (self->hover_mark != NULL || taut_chart_state_get_tool (self->state) == TAUT_TOOL_MOVE)
    return "grab";

  return self->hover_spot != NULL ? "crosshair" : NULL;
}

/* Finds out anew what the pointer is on. */
void
taut_figure_view_update_hover (TautFigureView *self)
{
  const TautAreaSpot *spot = NULL;
  const TautMuscle *muscle = NULL;
  g_autofree char *mark = NULL;
  gboolean changed;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (self->pointer_inside)
    {
      double view_x, view_y;

      taut_viewport_to_view (self->viewport, self->pointer_x, self->pointer_y, &view_x, &view_y);
      spot = taut_area_map_pick (taut_figure_view_get_areas (self), view_x, view_y, NULL);
      muscle = taut_chart_state_find_muscle (self->state, taut_figure_view_get_view (self),
                                             view_x, view_y, &self->hover_muscle_side);
      mark = taut_figure_view_find_mark_at (self, self->pointer_x, self->pointer_y);
    }

  changed = spot != self->hover_spot || muscle != self->hover_muscle;
  self->hover_spot = spot;
  self->hover_muscle = muscle;
  if (g_strcmp0 (mark, self->hover_mark) != 0)
    {
      g_free (self->hover_mark);
      self->hover_mark = g_steal_pointer (&mark);
    }

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), choose_cursor (self));
  taut_figure_view_update_place_name (self);
  if (changed)
    taut_figure_view_layers_update_spots (self);
}

/* Pointer */

static void
motion_cb (TautFigureView *self,
           double          x,
           double          y)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->pointer_inside = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  taut_figure_view_update_hover (self);
  if (gtk_widget_get_visible (self->tip))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
leave_cb (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->pointer_inside = FALSE;
  taut_figure_view_update_hover (self);
}

static void
click_view (TautFigureView *self,
            int             n_press,
            double          x,
            double          y)
{
  g_autofree char *mark = taut_figure_view_find_mark_at (self, x, y);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (n_press == 2)
    taut_figure_view_double_click (self, x, y);
  else if (mark != NULL)
    {
      taut_chart_state_set_selected (self->state, mark);
      taut_figure_view_focus_mark (self, mark);
    }
  else if (taut_chart_state_get_tool (self->state) == TAUT_TOOL_POINT)
    {
      taut_chart_state_set_selected (self->state, NULL);
      taut_figure_view_open_menu_at (self, x, y);
    }
}

static void
click_released_cb (TautFigureView *self,
                   int             n_press,
                   double          x,
                   double          y,
                   GtkGesture     *gesture)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit_by_name (self, "used");
  click_view (self, n_press, x, y);
}

/* Drag */

static void
start_drag (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->drag = self->drag_mark != NULL ? TAUT_DRAG_MARK : TAUT_DRAG_PAN;
  self->drag_continues = FALSE;
  if (self->drag_mark != NULL)
    taut_chart_state_set_selected (self->state, self->drag_mark);
  g_signal_emit_by_name (self, "used");
}

static void
drag_mark_to (TautFigureView *self,
              double          x,
              double          y)
{
  double view_x, view_y;
  TautSkinHit hit;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_viewport_to_view (self->viewport, x, y, &view_x, &view_y);
  /* Beside the body it waits at its last place. */
  if (!taut_view_pick (taut_figure_view_get_view (self), view_x, view_y, &hit))
    return;

  taut_chart_state_move_mark (self->state, self->drag_mark, &hit.at, self->drag_continues);
  self->drag_continues = TRUE;
}

static void
drag_begin_cb (TautFigureView *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->drag = TAUT_DRAG_NONE;
  self->drag_x = 0;
  self->drag_y = 0;
  g_clear_pointer (&self->drag_mark, g_free);
  if (button == GDK_BUTTON_SECONDARY)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else if (button == GDK_BUTTON_PRIMARY &&
           taut_chart_state_get_tool (self->state) == TAUT_TOOL_POINT)
    self->drag_mark = taut_figure_view_find_mark_at (self, x, y);
}

static void
drag_update_cb (TautFigureView *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  double start_x, start_y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  /* Two fingers are the other gesture's. */
  if (gtk_gesture_is_recognized (self->zoom_gesture))
    return;

  if (self->drag == TAUT_DRAG_NONE)
    {
      if (hypot (offset_x, offset_y) < DRAG_THRESHOLD_PX)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      start_drag (self);
    }

  if (self->drag == TAUT_DRAG_PAN)
    taut_viewport_pan (self->viewport, offset_x - self->drag_x, offset_y - self->drag_y);
  else if (gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    drag_mark_to (self, start_x + offset_x, start_y + offset_y);
  self->drag_x = offset_x;
  self->drag_y = offset_y;
}

static void
drag_end_cb (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->drag = TAUT_DRAG_NONE;
  g_clear_pointer (&self->drag_mark, g_free);
  taut_figure_view_update_hover (self);
}

/* Pinch */

static void
pinch_begin_cb (TautFigureView   *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pinch_zoom = taut_viewport_get_zoom (self->viewport);
  gtk_gesture_get_bounding_box_center (gesture, &self->pinch_x, &self->pinch_y);
}

static void
pinch_cb (TautFigureView *self,
          double          scale,
          GtkGesture     *gesture)
{
  double x, y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;

  taut_viewport_pan (self->viewport, x - self->pinch_x, y - self->pinch_y);
  taut_viewport_zoom_at (self->viewport, self->pinch_zoom * scale, x, y);
  self->pinch_x = x;
  self->pinch_y = y;
}

/* Wheel: zooms at the pointer, with Shift pans. Two fingers on a touchpad pan,
 * with Ctrl zoom. */
static gboolean
scroll_cb (TautFigureView           *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  gboolean zooms = (modifiers & GDK_CONTROL_MASK) != 0 ||
                   (wheel && (modifiers & GDK_SHIFT_MASK) == 0 && dx == 0);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  g_signal_emit_by_name (self, "used");
  if (zooms)
    {
      double notches = wheel ? dy : dy / WHEEL_PAN_PX;

      taut_viewport_zoom_at (self->viewport,
                             taut_viewport_get_zoom (self->viewport) * pow (WHEEL_ZOOM, -notches),
                             self->pointer_x, self->pointer_y);
    }
  else
    {
      double step = wheel ? WHEEL_PAN_PX : 1;

      taut_viewport_pan (self->viewport, -dx * step, -dy * step);
    }

  return TRUE;
}

/* Keys */

static gboolean
pan_binding_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  TautFigureView *self = TAUT_FIGURE_VIEW (widget);
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  taut_viewport_pan (self->viewport, dx * KEY_PAN_PX, dy * KEY_PAN_PX);

  return TRUE;
}

/* The close-up of what has the focus, else of what is pointed at. */
static gboolean
close_up_binding_cb (GtkWidget *widget,
                     GVariant  *args,
                     gpointer   user_data)
{
  TautFigureView *self = TAUT_FIGURE_VIEW (widget);
  double x = self->pointer_x;
  double y = self->pointer_y;

  if (self->focus_spot != NULL)
    taut_viewport_to_widget (self->viewport, self->focus_spot->x, self->focus_spot->y, &x, &y);
  if (!taut_figure_view_open_close_up (self, x, y))
    gtk_widget_error_bell (widget);

  return TRUE;
}

/* Set up */

static void
connect_gesture (TautFigureView *self,
                 gpointer        controller,
                 const char     *signal,
                 GCallback       callback)
{
  g_signal_connect_swapped (controller, signal, callback, self);
}

void
taut_figure_view_add_bindings (GtkWidgetClass *widget_class)
{
  static const struct {
    guint keyval;
    guint keypad_keyval;
    int dx;
    int dy;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, 1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, -1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, 1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, -1 },
  };

  g_assert (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, 0, close_up_binding_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].keyval, GDK_CONTROL_MASK,
                                    pan_binding_cb, "(ii)", arrows[i].dx, arrows[i].dy);
      gtk_widget_class_add_binding (widget_class, arrows[i].keypad_keyval, GDK_CONTROL_MASK,
                                    pan_binding_cb, "(ii)", arrows[i].dx, arrows[i].dy);
    }
}

void
taut_figure_view_gestures_init (TautFigureView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  connect_gesture (self, motion, "enter", G_CALLBACK (motion_cb));
  connect_gesture (self, motion, "motion", G_CALLBACK (motion_cb));
  connect_gesture (self, motion, "leave", G_CALLBACK (leave_cb));
  gtk_widget_add_controller (widget, motion);

  connect_gesture (self, scroll, "scroll", G_CALLBACK (scroll_cb));
  gtk_widget_add_controller (widget, scroll);

  connect_gesture (self, click, "released", G_CALLBACK (click_released_cb));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  connect_gesture (self, drag, "drag-begin", G_CALLBACK (drag_begin_cb));
  connect_gesture (self, drag, "drag-update", G_CALLBACK (drag_update_cb));
  connect_gesture (self, drag, "drag-end", G_CALLBACK (drag_end_cb));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  self->zoom_gesture = gtk_gesture_zoom_new ();
  connect_gesture (self, self->zoom_gesture, "begin", G_CALLBACK (pinch_begin_cb));
  connect_gesture (self, self->zoom_gesture, "scale-changed", G_CALLBACK (pinch_cb));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->zoom_gesture));
  gtk_gesture_group (drag, self->zoom_gesture);
}
