/* taut-figure-view-marks.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widgets that stand for marks. All together are one stop of the Tab key:
 * only the current one can take the focus from outside, and Page Up and Page
 * Down make another one current.
 */

#define G_LOG_DOMAIN "taut-figure-view"

#include "config.h"

#include "taut-figure-view-private.h"

#include <math.h>

#include "taut-names.h"
#include "taut-spot.h"

/* Pixels kept free around a mark that comes into sight. */
#define REVEAL_MARGIN 64

/* How far an arrow key moves a mark. */
#define NUDGE_MM 5.0

static TautMarkHandle *
find_handle (TautFigureView *self,
             const char     *mark_id)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  for (guint i = 0; i < self->handles->len; i++)
    {
      TautMarkHandle *handle = g_ptr_array_index (self->handles, i);

      if (g_strcmp0 (taut_mark_handle_get_mark_id (handle), mark_id) == 0)
        return handle;
    }

  return NULL;
}

/* Focus */

static void
make_handle_current (TautFigureView *self,
                     TautMarkHandle *current)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  for (guint i = 0; i < self->handles->len; i++)
    {
      TautMarkHandle *handle = g_ptr_array_index (self->handles, i);

      gtk_widget_set_focusable (GTK_WIDGET (handle), handle == current);
    }
}

static void
focus_handle (TautFigureView *self,
              TautMarkHandle *handle)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_figure_view_reveal_mark (self, taut_mark_handle_get_mark_id (handle));
  gtk_widget_set_focusable (GTK_WIDGET (handle), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (handle));
  make_handle_current (self, handle);
}

/* Callbacks */

static void
handle_focus_cb (TautFigureView *self,
                 GParamSpec     *pspec,
                 TautMarkHandle *handle)
{
  const char *id = taut_mark_handle_get_mark_id (handle);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (gtk_widget_has_focus (GTK_WIDGET (handle)))
    {
      g_free (self->focus_mark);
      self->focus_mark = g_strdup (id);
      taut_chart_state_set_selected (self->state, id);
      taut_figure_view_focus_moved (self);
    }
  else if (g_strcmp0 (self->focus_mark, id) == 0)
    {
      g_clear_pointer (&self->focus_mark, g_free);
    }
  taut_figure_view_update_place_name (self);
}

static void
handle_select_cb (TautFigureView *self,
                  TautMarkHandle *handle)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_chart_state_set_selected (self->state, taut_mark_handle_get_mark_id (handle));
}

static void
handle_leave_cb (TautFigureView *self,
                 TautMarkHandle *handle)
{
  double x, y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_mark_handle_get_place (handle, &x, &y);
  taut_figure_view_focus_area_under (self, x, y);
}

static void
handle_remove_cb (TautFigureView *self,
                  TautMarkHandle *handle)
{
  g_autofree char *id = g_strdup (taut_mark_handle_get_mark_id (handle));

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  /* The focus must not fall out of the chart with the mark. */
  handle_leave_cb (self, handle);
  taut_chart_state_remove_mark (self->state, id);
}

static void
handle_shift_cb (TautFigureView *self,
                 int             steps,
                 TautMarkHandle *handle)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_chart_state_shift_intensity (self->state, taut_mark_handle_get_mark_id (handle), steps);
}

static void
handle_rate_cb (TautFigureView *self,
                guint           intensity,
                TautMarkHandle *handle)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_chart_state_set_intensity (self->state, taut_mark_handle_get_mark_id (handle), intensity);
}

static void
handle_nudge_cb (TautFigureView *self,
                 guint           step,
                 TautMarkHandle *handle)
{
  static const double direction[TAUT_N_STEPS][2] = {
    [TAUT_STEP_LEFT] = { -1, 0 },
    [TAUT_STEP_RIGHT] = { 1, 0 },
    [TAUT_STEP_UP] = { 0, -1 },
    [TAUT_STEP_DOWN] = { 0, 1 },
  };
  const double distance = NUDGE_MM / TAUT_MM_PER_UNIT;
  TautSkinHit hit;
  double x, y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));
  g_assert (step < TAUT_N_STEPS);

  taut_mark_handle_get_place (handle, &x, &y);
  if (taut_view_pick (taut_figure_view_get_view (self),
                      x + direction[step][0] * distance,
                      y + direction[step][1] * distance, &hit))
    taut_chart_state_move_mark (self->state, taut_mark_handle_get_mark_id (handle),
                                &hit.at, FALSE);
  else
    gtk_widget_error_bell (GTK_WIDGET (handle));
}

static void
handle_turn_cb (TautFigureView *self,
                int             steps,
                TautMarkHandle *handle)
{
  guint index;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (!g_ptr_array_find (self->handles, handle, &index))
    return;

  index = (index + self->handles->len + (guint) steps) % self->handles->len;
  focus_handle (self, g_ptr_array_index (self->handles, index));
}

/* Making and updating */

static void
connect_handle (TautFigureView *self,
                GtkWidget      *handle,
                const char     *signal,
                GCallback       callback)
{
  g_signal_connect_object (handle, signal, callback, self, G_CONNECT_SWAPPED);
}

static TautMarkHandle *
add_handle (TautFigureView *self,
            const char     *mark_id)
{
  GtkWidget *handle = taut_mark_handle_new (mark_id);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  connect_handle (self, handle, "notify::has-focus", G_CALLBACK (handle_focus_cb));
  connect_handle (self, handle, "select", G_CALLBACK (handle_select_cb));
  connect_handle (self, handle, "remove", G_CALLBACK (handle_remove_cb));
  connect_handle (self, handle, "shift", G_CALLBACK (handle_shift_cb));
  connect_handle (self, handle, "rate", G_CALLBACK (handle_rate_cb));
  connect_handle (self, handle, "nudge", G_CALLBACK (handle_nudge_cb));
  connect_handle (self, handle, "turn", G_CALLBACK (handle_turn_cb));
  connect_handle (self, handle, "leave", G_CALLBACK (handle_leave_cb));
  gtk_widget_set_parent (handle, GTK_WIDGET (self));
  g_ptr_array_add (self->handles, handle);

  return TAUT_MARK_HANDLE (handle);
}

static void
drop_stale_handles (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  for (guint i = self->handles->len; i-- > 0; )
    {
      TautMarkHandle *handle = g_ptr_array_index (self->handles, i);
      TautMark *mark = taut_chart_state_find_mark (self->state,
                                                   taut_mark_handle_get_mark_id (handle));
      double x, y;

      if (mark != NULL &&
          taut_view_project (taut_figure_view_get_view (self), taut_mark_get_place (mark), &x, &y))
        continue;
      g_ptr_array_remove_index (self->handles, i);
      gtk_widget_unparent (GTK_WIDGET (handle));
    }
}

/* One handle for each mark that this view shows; one that stays keeps the
 * focus. */
void
taut_figure_view_update_handles (TautFigureView *self)
{
  GListModel *marks = taut_chart_state_get_marks (self->state);
  gboolean any_current = FALSE;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  drop_stale_handles (self);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      g_autofree char *name = NULL;
      TautMarkHandle *handle;
      double x, y;

      if (!taut_view_project (taut_figure_view_get_view (self), taut_mark_get_place (mark), &x, &y))
        continue;

      handle = find_handle (self, taut_mark_get_id (mark));
      if (handle == NULL)
        handle = add_handle (self, taut_mark_get_id (mark));
      name = taut_name_mark (taut_chart_state_get_atlas (self->state), mark);
      taut_mark_handle_update (handle, name, taut_mark_get_intensity (mark), x, y);
    }

  for (guint i = 0; i < self->handles->len; i++)
    any_current |= gtk_widget_get_focusable (g_ptr_array_index (self->handles, i));
  if (!any_current && self->handles->len > 0)
    make_handle_current (self, g_ptr_array_index (self->handles, self->handles->len - 1));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
taut_figure_view_allocate_handles (TautFigureView *self)
{
  double zoom = taut_viewport_get_zoom (self->viewport);
  int origin_x, origin_y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_viewport_get_origin (self->viewport, &origin_x, &origin_y);
  for (guint i = 0; i < self->handles->len; i++)
    {
      TautMarkHandle *handle = g_ptr_array_index (self->handles, i);
      const int grip = (int) TAUT_MARK_GRIP_PX;
      double x, y;

      taut_mark_handle_get_place (handle, &x, &y);
      gtk_widget_size_allocate (GTK_WIDGET (handle),
                                &(GtkAllocation) { (int) floor (x * zoom) + origin_x - grip,
                                                   (int) floor (y * zoom) + origin_y - grip,
                                                   2 * grip, 2 * grip },
                                -1);
    }
}

/* Public */

gboolean
taut_figure_view_focus_mark (TautFigureView *self,
                             const char     *mark_id)
{
  TautMarkHandle *handle;

  g_return_val_if_fail (TAUT_IS_FIGURE_VIEW (self), FALSE);

  handle = find_handle (self, mark_id);
  if (handle != NULL)
    focus_handle (self, handle);

  return handle != NULL;
}

gboolean
taut_figure_view_reveal_mark (TautFigureView *self,
                              const char     *mark_id)
{
  TautMarkHandle *handle;
  TautViewBounds box = { 0 };

  g_return_val_if_fail (TAUT_IS_FIGURE_VIEW (self), FALSE);

  handle = find_handle (self, mark_id);
  if (handle == NULL)
    return FALSE;

  taut_mark_handle_get_place (handle, &box.x, &box.y);
  taut_viewport_reveal (self->viewport, &box, REVEAL_MARGIN);

  return TRUE;
}

void
taut_figure_view_snapshot_preview (TautFigureView *self,
                                   GtkSnapshot    *snapshot)
{
  TautSide side;
  const TautPoint *point = taut_chart_state_get_preview (self->state, &side);
  TautSpotSize size;
  TautSkinPoint at;
  double view_x, view_y, x, y, reach;
  cairo_t *cr;

  g_assert (TAUT_IS_FIGURE_VIEW (self));
  g_assert (GTK_IS_SNAPSHOT (snapshot));

  if (point == NULL)
    return;

  at = taut_point_get_place (point, side);
  if (!taut_view_project (taut_figure_view_get_view (self), &at, &view_x, &view_y))
    return;

  taut_viewport_to_widget (self->viewport, view_x, view_y, &x, &y);
  size = taut_spot_get_size (taut_viewport_get_zoom (self->viewport));
  reach = ceil (size.radius + size.ring) + 1;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (floor (x - reach), floor (y - reach),
                                                                 2 * reach + 1, 2 * reach + 1));
  taut_spot_draw_cross (x, y, &size,
                        taut_palette_get (taut_chart_state_get_style (self->state)), cr);
  cairo_destroy (cr);
}
