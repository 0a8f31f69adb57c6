/* taut-figure-view-regions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widgets that stand for areas. All together are one stop of the Tab key:
 * only the current one can take the focus from outside, and arrow keys make
 * another one current.
 */

#define G_LOG_DOMAIN "taut-figure-view"

#include "config.h"

#include "taut-figure-view-private.h"

#include <glib/gi18n.h>

#include "taut-names.h"

/* Pixels kept free around what comes into sight. */
#define REVEAL_MARGIN 32

static TautAreaRegion *
get_region (TautFigureView *self,
            guint           index)
{
  return g_ptr_array_index (self->regions, index);
}

/* Focus */

static void
make_region_current (TautFigureView *self,
                     guint           index)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));
  g_assert (index < self->regions->len);

  if (index != self->current_region && self->current_region < self->regions->len)
    gtk_widget_set_focusable (GTK_WIDGET (get_region (self, self->current_region)), FALSE);
  self->current_region = index;
  gtk_widget_set_focusable (GTK_WIDGET (get_region (self, index)), TRUE);
}

static void
focus_region (TautFigureView *self,
              guint           index)
{
  const TautAreaSpot *spot = taut_area_map_get_spot (self->areas, index);
  guint old = self->current_region;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_viewport_reveal (self->viewport, &spot->box, REVEAL_MARGIN);
  /* The new one takes the focus before the old one can no longer have it. */
  gtk_widget_set_focusable (GTK_WIDGET (get_region (self, index)), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (get_region (self, index)));
  self->current_region = old;
  make_region_current (self, index);
}

/* Callbacks of regions */

static void
region_focus_cb (TautFigureView *self,
                 GParamSpec     *pspec,
                 TautAreaRegion *region)
{
  const TautAreaSpot *spot = taut_area_region_get_spot (region);
  const TautAreaSpot *old = self->focus_spot;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (gtk_widget_has_focus (GTK_WIDGET (region)))
    self->focus_spot = spot;
  else if (self->focus_spot == spot && !gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    self->focus_spot = NULL;
  if (self->focus_spot == old)
    return;

  if (self->focus_spot != NULL)
    taut_figure_view_focus_moved (self);
  taut_figure_view_layers_update_spots (self);
  taut_figure_view_update_place_name (self);
}

static void
region_open_cb (TautFigureView *self,
                TautAreaRegion *region)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_figure_view_open_menu_for (self, taut_area_region_get_spot (region));
}

static void
region_remove_cb (TautFigureView *self,
                  TautAreaRegion *region)
{
  const TautAreaSpot *spot = taut_area_region_get_spot (region);
  TautMark *mark;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  mark = taut_chart_state_find_mark_in (self->state, spot->area, spot->side);
  if (mark != NULL)
    taut_chart_state_remove_mark (self->state, taut_mark_get_id (mark));
}

static void
region_shift_cb (TautFigureView *self,
                 int             steps,
                 TautAreaRegion *region)
{
  const TautAreaSpot *spot = taut_area_region_get_spot (region);
  g_autofree char *id = NULL;
  TautMark *mark;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  mark = taut_chart_state_find_mark_in (self->state, spot->area, spot->side);
  if (mark == NULL)
    return;

  id = g_strdup (taut_mark_get_id (mark));
  taut_chart_state_set_selected (self->state, id);
  taut_chart_state_shift_intensity (self->state, id, steps);
}

static void
region_step_cb (TautFigureView *self,
                guint           step,
                TautAreaRegion *region)
{
  const TautAreaSpot *next;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  next = taut_area_map_step (self->areas, taut_area_region_get_spot (region), step);
  if (next != NULL)
    focus_region (self, next->index);
  else
    gtk_widget_error_bell (GTK_WIDGET (region));
}

static void
region_jump_cb (TautFigureView *self,
                gboolean        last,
                TautAreaRegion *region)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  focus_region (self, last ? self->regions->len - 1 : 0);
}

/* Making and updating */

static void
connect_child (TautFigureView *self,
               GtkWidget      *child,
               const char     *signal,
               GCallback       callback)
{
  g_signal_connect_object (child, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
add_region (TautFigureView     *self,
            const TautAreaSpot *spot)
{
  GtkWidget *region = taut_area_region_new (self->areas, spot, self->viewport);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  connect_child (self, region, "notify::has-focus", G_CALLBACK (region_focus_cb));
  connect_child (self, region, "open", G_CALLBACK (region_open_cb));
  connect_child (self, region, "remove", G_CALLBACK (region_remove_cb));
  connect_child (self, region, "shift", G_CALLBACK (region_shift_cb));
  connect_child (self, region, "step", G_CALLBACK (region_step_cb));
  connect_child (self, region, "jump", G_CALLBACK (region_jump_cb));
  gtk_widget_set_parent (region, GTK_WIDGET (self));
  g_ptr_array_add (self->regions, region);
}

/* Says in words what is marked in each area that has a widget. */
void
taut_figure_view_describe_regions (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  for (guint i = 0; i < self->regions->len; i++)
    {
      const TautAreaSpot *spot = taut_area_map_get_spot (self->areas, i);
      TautMark *mark = taut_chart_state_find_mark_in (self->state, spot->area, spot->side);
      g_autofree char *description = NULL;
      const TautMuscle *muscle;
      TautSide side;

      muscle = taut_chart_state_find_muscle (self->state, taut_figure_view_get_view (self),
                                             spot->x, spot->y, &side);
      if (mark != NULL)
        /* Translators: how strong the pain is that was marked in an area of the body */
        description = g_strdup_printf (_("marked %u of 10"), taut_mark_get_intensity (mark));
      else if (muscle != NULL)
        description = taut_name_muscle (muscle, side);
      taut_area_region_set_marked (get_region (self, i), description);
    }
}

void
taut_figure_view_update_regions (TautFigureView *self)
{
  TautAreaMap *areas;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  areas = taut_figure_view_get_areas (self);
  if (self->regions->len == 0)
    {
      for (guint i = 0; i < taut_area_map_get_n_spots (areas); i++)
        add_region (self, taut_area_map_get_spot (areas, i));
      if (self->regions->len > 0)
        make_region_current (self, 0);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  taut_figure_view_describe_regions (self);
}

void
taut_figure_view_clear_regions (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->hover_spot = NULL;
  self->wanted_spot = NULL;
  for (guint i = 0; i < self->regions->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->regions, i));
  g_ptr_array_set_size (self->regions, 0);
  self->focus_spot = NULL;
  self->current_region = 0;
}

static gboolean
make_regions_cb (gpointer user_data)
{
  TautFigureView *self = user_data;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->regions_id = 0;
  taut_figure_view_update_regions (self);
  if (self->wanted_spot != NULL)
    taut_figure_view_focus_area (self, self->wanted_spot);

  return G_SOURCE_REMOVE;
}

/* They are not needed for the first frame. */
void
taut_figure_view_queue_regions (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if ((self->regions->len > 0 && self->wanted_spot == NULL) || self->regions_id != 0)
    return;

  self->regions_id = g_idle_add_full (G_PRIORITY_LOW, make_regions_cb, self, NULL);
  g_source_set_name_by_id (self->regions_id, "[tautline] areas of a view");
}

void
taut_figure_view_allocate_regions (TautFigureView *self)
{
  double zoom = taut_viewport_get_zoom (self->viewport);
  int origin_x, origin_y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_viewport_get_origin (self->viewport, &origin_x, &origin_y);
  for (guint i = 0; i < self->regions->len; i++)
    {
      GdkRectangle box = taut_tile_box (&taut_area_map_get_spot (self->areas, i)->box, zoom, 0);

      box.x += origin_x;
      box.y += origin_y;
      gtk_widget_size_allocate (GTK_WIDGET (get_region (self, i)), &box, -1);
    }
}

/* The area under a place, focused, as where to go on from a mark. */
void
taut_figure_view_focus_area_under (TautFigureView *self,
                                   double          view_x,
                                   double          view_y)
{
  const TautAreaSpot *spot;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  spot = taut_area_map_pick (taut_figure_view_get_areas (self), view_x, view_y, NULL);
  taut_figure_view_update_regions (self);
  if (spot != NULL)
    focus_region (self, spot->index);
  else if (self->current_region < self->regions->len)
    focus_region (self, self->current_region);
}

/* Public */

void
taut_figure_view_focus_area (TautFigureView     *self,
                             const TautAreaSpot *spot)
{
  g_return_if_fail (TAUT_IS_FIGURE_VIEW (self));
  g_return_if_fail (spot != NULL);

  /* What is not mapped cannot have the focus. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->wanted_spot = spot;
      return;
    }

  self->wanted_spot = NULL;
  taut_figure_view_update_regions (self);
  focus_region (self, spot->index);
}
