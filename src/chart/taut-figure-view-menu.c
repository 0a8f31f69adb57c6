/* taut-figure-view-menu.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of points that a click or Enter opens.
 */

#define G_LOG_DOMAIN "taut-figure-view"

#include "config.h"

#include "taut-figure-view-private.h"

#include "taut-names.h"

/* How much a double click zooms in. */
#define DOUBLE_CLICK_ZOOM 2.0

static gint64
get_frame_time (TautFigureView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
}

static void
open_menu (TautFigureView      *self,
           double               x,
           double               y,
           const TautArea      *area,
           TautSide             side,
           GArray              *points,
           const TautSkinPoint *at)
{
  g_autofree char *name = taut_name_area (area, side);
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };
  TautSide muscle_side = side;
  const TautMuscle *muscle;
  double view_x, view_y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->menu_x = x;
  self->menu_y = y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  taut_viewport_to_view (self->viewport, x, y, &view_x, &view_y);
  muscle = taut_chart_state_find_muscle (self->state, taut_figure_view_get_view (self),
                                         view_x, view_y, &muscle_side);
  taut_point_menu_set_more (self->menu, muscle, muscle_side,
                            taut_figure_view_find_close_up (self, x, y));
  taut_point_menu_open (self->menu, taut_figure_view_get_view (self), name, points, at);
  taut_figure_view_update_place_name (self);
}

const char *
taut_figure_view_find_close_up (TautFigureView *self,
                                double          x,
                                double          y)
{
  TautSkinHit hit;
  double view_x, view_y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_viewport_to_view (self->viewport, x, y, &view_x, &view_y);
  if (!taut_view_pick (taut_figure_view_get_view (self), view_x, view_y, &hit))
    return NULL;

  return taut_view_find_close_up (taut_figure_view_get_view (self), &hit);
}

gboolean
taut_figure_view_open_close_up (TautFigureView *self,
                                double          x,
                                double          y)
{
  const char *close_up = taut_figure_view_find_close_up (self, x, y);

  return close_up != NULL &&
         gtk_widget_activate_action (GTK_WIDGET (self), "chart.open-close-up", "s", close_up);
}

/* A hand, a foot or the head is opened by itself, anything else comes nearer. */
void
taut_figure_view_double_click (TautFigureView *self,
                               double          x,
                               double          y)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (!taut_figure_view_open_close_up (self, x, y))
    taut_viewport_zoom_at (self->viewport,
                           taut_viewport_get_zoom (self->viewport) * DOUBLE_CLICK_ZOOM, x, y);
}

/* Offers the points near a place; nothing happens beside the body. */
void
taut_figure_view_open_menu_at (TautFigureView *self,
                               double          x,
                               double          y)
{
  g_autoptr (GArray) points = NULL;
  const TautArea *area;
  TautSkinHit hit;
  TautSide side;
  double view_x, view_y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_viewport_to_view (self->viewport, x, y, &view_x, &view_y);
  if (taut_chart_state_get_record (self->state) == NULL ||
      !taut_view_pick (taut_figure_view_get_view (self), view_x, view_y, &hit) ||
      !taut_chart_state_find_area (self->state, &hit.at, &area, &side))
    return;

  points = taut_atlas_find_near_points (taut_chart_state_get_atlas (self->state),
                                        &hit.at, TAUT_NEAR_POINT_MM);
  self->menu_by_pointer = TRUE;
  self->menu_time = get_frame_time (self);
  open_menu (self, x, y, area, side, points, &hit.at);
}

/* Offers the points in an area. */
void
taut_figure_view_open_menu_for (TautFigureView     *self,
                                const TautAreaSpot *spot)
{
  g_autoptr (GArray) points = NULL;
  double x, y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));
  g_assert (spot != NULL);

  if (taut_chart_state_get_record (self->state) == NULL)
    return;

  points = taut_chart_state_list_points_in (self->state, spot->area, spot->side);
  taut_viewport_to_widget (self->viewport, spot->x, spot->y, &x, &y);
  self->menu_by_pointer = FALSE;
  open_menu (self, x, y, spot->area, spot->side, points, &spot->at);
}

/* The second press of a double click falls outside the open menu and closes it. */
static gboolean
was_double_click (TautFigureView *self)
{
  int double_click_ms;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (!self->menu_by_pointer)
    return FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-double-click-time", &double_click_ms,
                NULL);

  return get_frame_time (self) - self->menu_time < double_click_ms * G_TIME_SPAN_MILLISECOND;
}

void
taut_figure_view_menu_closed_cb (TautFigureView *self)
{
  g_autofree char *chosen = NULL;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_figure_view_update_place_name (self);
  chosen = taut_point_menu_steal_chosen (self->menu);
  if (chosen != NULL && taut_figure_view_focus_mark (self, chosen))
    return;
  if (taut_point_menu_get_left (self->menu))
    return;

  if (was_double_click (self))
    taut_figure_view_double_click (self, self->menu_x, self->menu_y);
  else if (self->focus_spot != NULL && !self->menu_by_pointer)
    taut_figure_view_focus_area (self, self->focus_spot);
}
