/* taut-chart-painter.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-chart-painter"

#include "config.h"

#include "taut-chart-painter.h"

#include <math.h>

#include "taut-art-renderer.h"
#include "taut-palette.h"
#include "taut-shape-cache.h"
#include "taut-sides.h"
#include "taut-spot.h"
#include "taut-zone-pattern.h"

#define AREA_OPACITY 0.16
#define AREA_EDGE_PX 1.6

/* Slack around the view in which badges may stand. */
#define ROOM_MARGIN_PX 40.0

struct _TautChartPainter
{
  GObject parent_instance;

  TautAtlas *atlas;
  TautView *view;
  TautArtRenderer *art;
  TautShapeCache *shapes;
};

G_DEFINE_FINAL_TYPE (TautChartPainter, taut_chart_painter, G_TYPE_OBJECT)

/* Spots */

/* Where badges may stand: around the view, and inside the clip. */
static void
get_room (TautChartPainter  *self,
          cairo_t           *cr,
          double             scale,
          cairo_rectangle_t *room)
{
  TautViewBounds bounds;
  double left, top, right, bottom;

  g_assert (TAUT_IS_CHART_PAINTER (self));
  g_assert (room != NULL);

  bounds = taut_view_get_bounds (self->view);
  left = bounds.x * scale - ROOM_MARGIN_PX;
  top = bounds.y * scale - ROOM_MARGIN_PX;
  right = (bounds.x + bounds.width) * scale + ROOM_MARGIN_PX;
  bottom = (bounds.y + bounds.height) * scale + ROOM_MARGIN_PX;
  if (cr != NULL)
    {
      double clip_left, clip_top, clip_right, clip_bottom;

      cairo_clip_extents (cr, &clip_left, &clip_top, &clip_right, &clip_bottom);
      left = MAX (left, clip_left);
      top = MAX (top, clip_top);
      right = MIN (right, clip_right);
      bottom = MIN (bottom, clip_bottom);
    }
  *room = (cairo_rectangle_t) { left, top, MAX (0, right - left), MAX (0, bottom - top) };
}

static gboolean
get_spot (TautChartPainter *self,
          TautMark         *mark,
          double            scale,
          TautSpot         *spot)
{
  double x, y;

  g_assert (TAUT_IS_CHART_PAINTER (self));
  g_assert (TAUT_IS_MARK (mark));

  if (!taut_view_project (self->view, taut_mark_get_place (mark), &x, &y))
    return FALSE;

  *spot = (TautSpot) { x * scale, y * scale, taut_mark_get_intensity (mark) };

  return TRUE;
}

static void
place_badges (TautChartPainter   *self,
              TautSpot           *spots,
              guint               n_spots,
              const TautSpotSize *size,
              double              scale,
              cairo_t            *cr)
{
  TautViewBounds bounds;
  cairo_rectangle_t room;

  g_assert (TAUT_IS_CHART_PAINTER (self));

  bounds = taut_view_get_bounds (self->view);
  get_room (self, cr, scale, &room);
  taut_spot_place_badges (spots, n_spots, size, (bounds.x + bounds.width / 2) * scale, &room);
}

/* GObject */

static void
taut_chart_painter_finalize (GObject *object)
{
  TautChartPainter *self = TAUT_CHART_PAINTER (object);

  g_clear_object (&self->atlas);
  g_clear_pointer (&self->art, taut_art_renderer_free);
  g_clear_pointer (&self->view, taut_view_unref);
  g_clear_pointer (&self->shapes, taut_shape_cache_free);

  G_OBJECT_CLASS (taut_chart_painter_parent_class)->finalize (object);
}

static void
taut_chart_painter_class_init (TautChartPainterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = taut_chart_painter_finalize;
}

static void
taut_chart_painter_init (TautChartPainter *self)
{
}

/* Public API */

TautChartPainter *
taut_chart_painter_new (TautAtlas *atlas,
                        TautView  *view)
{
  TautChartPainter *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  self = g_object_new (TAUT_TYPE_CHART_PAINTER, NULL);
  self->atlas = g_object_ref (atlas);
  self->view = taut_view_ref (view);
  self->art = taut_art_renderer_new (view);
  self->shapes = taut_shape_cache_new (atlas, view);

  return self;
}

TautView *
taut_chart_painter_get_view (TautChartPainter *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), NULL);

  return self->view;
}

TautAtlas *
taut_chart_painter_get_atlas (TautChartPainter *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), NULL);

  return self->atlas;
}

void
taut_chart_painter_set_muscles (TautChartPainter *self,
                                TautMuscles       muscles)
{
  g_return_if_fail (TAUT_IS_CHART_PAINTER (self));

  taut_art_renderer_set_muscles (self->art, muscles);
}

void
taut_chart_painter_set_underwear (TautChartPainter *self,
                                  gboolean          underwear)
{
  g_return_if_fail (TAUT_IS_CHART_PAINTER (self));

  taut_art_renderer_set_underwear (self->art, underwear);
}

gboolean
taut_chart_painter_paint_art (TautChartPainter  *self,
                              cairo_t           *cr,
                              double             scale,
                              TautStyle          style,
                              GError           **error)
{
  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  return taut_art_renderer_draw (self->art, cr, scale, style, error);
}

void
taut_chart_painter_paint_area (TautChartPainter *self,
                               cairo_t          *cr,
                               const TautArea   *area,
                               TautSide          side,
                               double            scale,
                               TautStyle         style)
{
  const TautPalette *palette = taut_palette_get (style);
  const TautZoneShape *shape;

  g_return_if_fail (TAUT_IS_CHART_PAINTER (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (area != NULL);
  g_return_if_fail (scale > 0);

  shape = taut_shape_cache_get_area (self->shapes, area, side);
  if (taut_zone_shape_is_empty (shape))
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  taut_zone_shape_add_path (shape, scale, cr);
  taut_color_set_source (palette->accent, AREA_OPACITY, cr);
  cairo_fill_preserve (cr);
  taut_color_set_source (palette->accent, 1, cr);
  cairo_set_line_width (cr, AREA_EDGE_PX);
  cairo_stroke (cr);
  cairo_restore (cr);
}

gboolean
taut_chart_painter_add_area (TautChartPainter *self,
                             cairo_t          *cr,
                             const TautArea   *area,
                             TautSide          side,
                             double            scale)
{
  const TautZoneShape *shape;

  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);
  g_return_val_if_fail (area != NULL, FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  shape = taut_shape_cache_get_area (self->shapes, area, side);
  if (taut_zone_shape_is_empty (shape))
    return FALSE;

  taut_zone_shape_add_path (shape, scale, cr);
  return TRUE;
}

static gboolean
get_shape_extents (const TautZoneShape *shape,
                   TautViewBounds      *extents)
{
  cairo_rectangle_t box;

  g_assert (shape != NULL);

  if (taut_zone_shape_is_empty (shape))
    return FALSE;

  taut_zone_shape_get_extents (shape, &box);
  *extents = (TautViewBounds) { box.x, box.y, box.width, box.height };

  return TRUE;
}

gboolean
taut_chart_painter_get_area_extents (TautChartPainter *self,
                                     const TautArea   *area,
                                     TautSide          side,
                                     TautViewBounds   *extents)
{
  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);
  g_return_val_if_fail (extents != NULL, FALSE);

  return get_shape_extents (taut_shape_cache_get_area (self->shapes, area, side), extents);
}

void
taut_chart_painter_paint_zones (TautChartPainter *self,
                                cairo_t          *cr,
                                const TautPoint  *point,
                                TautSide          side,
                                double            scale,
                                TautStyle         style)
{
  g_return_if_fail (TAUT_IS_CHART_PAINTER (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (point != NULL);
  g_return_if_fail (scale > 0);

  taut_zone_pattern_draw (taut_shape_cache_get_zone (self->shapes, point, side, TAUT_ZONE_ESSENTIAL),
                          taut_shape_cache_get_zone (self->shapes, point, side, TAUT_ZONE_SPILLOVER),
                          scale, taut_palette_get (style), cr);
}

gboolean
taut_chart_painter_get_zone_extents (TautChartPainter *self,
                                     const TautPoint  *point,
                                     TautSide          side,
                                     TautViewBounds   *extents)
{
  gboolean found = FALSE;

  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), FALSE);
  g_return_val_if_fail (point != NULL, FALSE);
  g_return_val_if_fail (extents != NULL, FALSE);

  for (guint kind = 0; kind < TAUT_N_ZONES; kind++)
    {
      TautViewBounds box;
      double right, bottom;

      if (!get_shape_extents (taut_shape_cache_get_zone (self->shapes, point, side, kind), &box))
        continue;

      if (found)
        {
          right = MAX (box.x + box.width, extents->x + extents->width);
          bottom = MAX (box.y + box.height, extents->y + extents->height);
          box.x = MIN (box.x, extents->x);
          box.y = MIN (box.y, extents->y);
          box.width = right - box.x;
          box.height = bottom - box.y;
        }
      *extents = box;
      found = TRUE;
    }

  return found;
}

double
taut_chart_painter_measure_zones (TautChartPainter *self,
                                  const TautPoint  *point,
                                  TautSide          side)
{
  static const double worth[] = { [TAUT_ZONE_ESSENTIAL] = 1, [TAUT_ZONE_SPILLOVER] = 0.3 };
  double sum = 0;

  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), 0);
  g_return_val_if_fail (point != NULL, 0);

  for (guint kind = 0; kind < TAUT_N_ZONES; kind++)
    {
      const TautOutline *outline =
        taut_zone_shape_get_outline (taut_shape_cache_get_zone (self->shapes, point, side, kind));
      double area = 0;

      for (guint i = 0; i < outline->lines->len; i++)
        area += taut_line_get_area (g_ptr_array_index (outline->lines, i));
      sum += worth[kind] * fabs (area);
    }

  return sum;
}

gboolean
taut_chart_painter_paint_mark (TautChartPainter *self,
                               cairo_t          *cr,
                               TautMark         *mark,
                               gboolean          selected,
                               double            scale,
                               TautStyle         style)
{
  TautSpotSize size;
  TautSpot spot;

  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);
  g_return_val_if_fail (TAUT_IS_MARK (mark), FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  if (!get_spot (self, mark, scale, &spot))
    return FALSE;

  size = taut_spot_get_size (scale);
  spot.selected = selected;
  place_badges (self, &spot, 1, &size, scale, cr);
  taut_spot_draw (&spot, &size, style, cr);

  return TRUE;
}

gboolean
taut_chart_painter_get_mark_extents (TautChartPainter  *self,
                                     TautMark          *mark,
                                     double             scale,
                                     cairo_rectangle_t *extents)
{
  TautSpotSize size;
  TautSpot spot;

  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), FALSE);
  g_return_val_if_fail (TAUT_IS_MARK (mark), FALSE);
  g_return_val_if_fail (scale > 0, FALSE);
  g_return_val_if_fail (extents != NULL, FALSE);

  if (!get_spot (self, mark, scale, &spot))
    return FALSE;

  size = taut_spot_get_size (scale);
  place_badges (self, &spot, 1, &size, scale, NULL);
  taut_spot_get_extents (&spot, &size, extents);

  return TRUE;
}

static GArray *
list_spots (TautChartPainter *self,
            GListModel       *marks,
            const char       *selected_id,
            double            scale)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (TautSpot));

  g_assert (TAUT_IS_CHART_PAINTER (self));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      TautSpot spot;

      if (!get_spot (self, mark, scale, &spot))
        continue;

      spot.selected = selected_id != NULL && strcmp (taut_mark_get_id (mark), selected_id) == 0;
      g_array_append_val (spots, spot);
    }

  return spots;
}

guint
taut_chart_painter_paint_marks (TautChartPainter *self,
                                cairo_t          *cr,
                                GListModel       *marks,
                                const char       *selected_id,
                                double            scale,
                                TautStyle         style)
{
  g_autoptr (GArray) spots = NULL;
  TautSpotSize size;

  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), 0);
  g_return_val_if_fail (cr != NULL, 0);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), 0);
  g_return_val_if_fail (scale > 0, 0);

  spots = list_spots (self, marks, selected_id, scale);
  size = taut_spot_get_size (scale);
  place_badges (self, (TautSpot *) (gpointer) spots->data, spots->len, &size, scale, cr);
  for (guint i = 0; i < spots->len; i++)
    taut_spot_draw (&g_array_index (spots, TautSpot, i), &size, style, cr);

  return spots->len;
}

guint
taut_chart_painter_paint_crosses (TautChartPainter *self,
                                  cairo_t          *cr,
                                  GListModel       *marks,
                                  double            scale,
                                  TautStyle         style)
{
  g_autoptr (GArray) spots = NULL;
  TautSpotSize size;

  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), 0);
  g_return_val_if_fail (cr != NULL, 0);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), 0);
  g_return_val_if_fail (scale > 0, 0);

  spots = list_spots (self, marks, NULL, scale);
  size = taut_spot_get_size (scale);
  for (guint i = 0; i < spots->len; i++)
    taut_spot_draw (&g_array_index (spots, TautSpot, i), &size, style, cr);

  return spots->len;
}

gboolean
taut_chart_painter_paint_point (TautChartPainter *self,
                                cairo_t          *cr,
                                const TautPoint  *point,
                                TautSide          side,
                                double            scale,
                                TautStyle         style)
{
  TautSpotSize size;
  TautSkinPoint place;
  double x, y;

  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (self), FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  place = taut_point_get_place (point, side);
  if (!taut_view_project (self->view, &place, &x, &y))
    return FALSE;

  size = taut_spot_get_size (scale);
  taut_spot_draw_cross (x * scale, y * scale, &size, taut_palette_get (style), cr);

  return TRUE;
}

void
taut_chart_painter_paint_sides (TautChartPainter *self,
                                cairo_t          *cr,
                                double            scale,
                                TautStyle         style)
{
  TautViewBounds bounds;
  cairo_rectangle_t box;
  cairo_rectangle_t room;

  g_return_if_fail (TAUT_IS_CHART_PAINTER (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (scale > 0);

  bounds = taut_view_get_bounds (self->view);
  box = (cairo_rectangle_t) { bounds.x * scale, bounds.y * scale,
                              bounds.width * scale, bounds.height * scale };
  get_room (self, cr, scale, &room);
  taut_sides_draw (taut_view_get_facing (self->view), &box, &room, style, cr);
}
