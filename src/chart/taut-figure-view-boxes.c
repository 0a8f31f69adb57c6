/* taut-figure-view-boxes.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What of a view is to be painted, and how. */

#define G_LOG_DOMAIN "taut-figure-view"

#include "config.h"

#include "taut-figure-view-private.h"

/* The art's own rim: outlines reach a little over the view's bounds. */
#define RIM_PX 4

TautTileSpec
taut_figure_view_make_spec (TautFigureView *self)
{
  TautTileSpec spec = { 0 };

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  spec.zoom = taut_viewport_get_zoom (self->viewport);
  spec.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  spec.style = taut_chart_state_get_style (self->state);
  spec.muscles = taut_chart_state_get_muscles (self->state);
  spec.bare = !taut_chart_state_get_underwear (self->state);

  return spec;
}

/* All that there is to see, in pixels at @zoom. */
GdkRectangle
taut_figure_view_get_content_box (TautFigureView *self,
                                  double          zoom)
{
  TautViewBounds bounds = taut_view_get_bounds (taut_raster_get_view (self->raster));

  return taut_tile_box (&bounds, zoom, RIM_PX);
}

/* What the widget shows of it, and @margin beyond. */
GdkRectangle
taut_figure_view_get_visible_box (TautFigureView *self,
                                  int             margin)
{
  GdkRectangle content = taut_figure_view_get_content_box (self, taut_viewport_get_zoom (self->viewport));
  GdkRectangle box = { 0 };
  double width, height;
  int origin_x, origin_y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_viewport_get_origin (self->viewport, &origin_x, &origin_y);
  taut_viewport_get_size (self->viewport, &width, &height);
  box.x = -origin_x - margin;
  box.y = -origin_y - margin;
  box.width = (int) width + 2 * margin;
  box.height = (int) height + 2 * margin;
  if (!gdk_rectangle_intersect (&box, &content, &box))
    box = (GdkRectangle) { content.x, content.y, 1, 1 };

  return box;
}

/* Whether the widget is of a size worth painting for. */
gboolean
taut_figure_view_is_paintable (TautFigureView *self)
{
  double width, height;

  taut_viewport_get_size (self->viewport, &width, &height);

  return width >= 1 && height >= 1 && gtk_widget_get_mapped (GTK_WIDGET (self));
}
