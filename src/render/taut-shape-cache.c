/* taut-shape-cache.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-shape-cache"

#include "config.h"

#include "taut-shape-cache.h"

/* Areas end at cells, which are about 3 units wide: their steps are not shown. */
#define AREA_SMOOTH_UNITS 2.5

struct _TautShapeCache
{
  TautAtlas *atlas;
  TautView *view;

  /* "zone:POINT:SIDE:KIND" or "area:AREA:SIDE" to TautZoneShape. */
  GHashTable *shapes;
};

TautShapeCache *
taut_shape_cache_new (TautAtlas *atlas,
                      TautView  *view)
{
  TautShapeCache *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  self = g_new0 (TautShapeCache, 1);
  self->atlas = g_object_ref (atlas);
  self->view = taut_view_ref (view);
  self->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) taut_zone_shape_free);

  return self;
}

void
taut_shape_cache_free (TautShapeCache *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->shapes);
  taut_view_unref (self->view);
  g_object_unref (self->atlas);
  g_free (self);
}

static gboolean
is_skin (double   x,
         double   y,
         gpointer user_data)
{
  TautSkinHit hit;

  return taut_view_pick (user_data, x, y, &hit);
}

static TautZoneShape *
trace_strokes (TautShapeCache *self,
               GPtrArray      *strokes)
{
  TautOutline *outline;

  g_assert (self != NULL);
  g_assert (strokes != NULL);

  if (strokes->len == 0)
    return taut_zone_shape_new (taut_outline_new (), NULL, NULL);

  outline = taut_view_trace (self->view, (const TautStroke *const *) strokes->pdata, strokes->len);

  return taut_zone_shape_new (outline, is_skin, self->view);
}

const TautZoneShape *
taut_shape_cache_get_zone (TautShapeCache  *self,
                           const TautPoint *point,
                           TautSide         side,
                           TautZoneKind     kind)
{
  g_autofree char *key = NULL;
  g_autoptr (GPtrArray) strokes = NULL;
  TautZoneShape *shape;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (point != NULL, NULL);

  key = g_strdup_printf ("zone:%s:%d:%d", point->id, side, kind);
  shape = g_hash_table_lookup (self->shapes, key);
  if (shape != NULL)
    return shape;

  strokes = taut_zone_get_strokes (&point->zones[kind], side);
  shape = trace_strokes (self, strokes);
  g_hash_table_insert (self->shapes, g_steal_pointer (&key), shape);

  return shape;
}

typedef struct
{
  TautShapeCache *self;
  const TautArea *area;
  TautSide side;
} AreaCells;

static gboolean
is_area_cell (guint    cell,
              gpointer user_data)
{
  AreaCells *cells = user_data;
  TautAtlas *atlas = cells->self->atlas;

  return taut_skin_get_cell (taut_atlas_get_skin (atlas), cell)->side == cells->side &&
         taut_atlas_get_area_of_cell (atlas, cell) == cells->area;
}

static TautZoneShape *
trace_overlay_area (TautShapeCache *self,
                    const TautArea *area,
                    TautSide        side)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_stroke_free);

  g_assert (self != NULL);
  g_assert (area != NULL);

  for (guint i = 0; i < area->strokes->len; i++)
    {
      const TautStroke *stroke = g_ptr_array_index (area->strokes, i);

      g_ptr_array_add (strokes, side == TAUT_SIDE_LEFT ? taut_stroke_copy (stroke)
                                                       : taut_stroke_mirror (stroke));
    }

  return trace_strokes (self, strokes);
}

/* Takes @outline. */
static TautOutline *
smooth (TautOutline *outline)
{
  g_autoptr (TautOutline) rough = outline;
  TautOutline *smoothed = taut_outline_new ();

  g_assert (outline != NULL);

  for (guint i = 0; i < rough->lines->len; i++)
    g_ptr_array_add (smoothed->lines,
                     taut_line_smooth (g_ptr_array_index (rough->lines, i), AREA_SMOOTH_UNITS));

  return smoothed;
}

const TautZoneShape *
taut_shape_cache_get_area (TautShapeCache *self,
                           const TautArea *area,
                           TautSide        side)
{
  g_autofree char *key = NULL;
  TautZoneShape *shape;
  AreaCells cells = { self, area, side };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (area != NULL, NULL);

  key = g_strdup_printf ("area:%s:%d", area->id, side);
  shape = g_hash_table_lookup (self->shapes, key);
  if (shape != NULL)
    return shape;

  if (area->kind == TAUT_AREA_SURFACE)
    shape = taut_zone_shape_new (smooth (taut_view_trace_cells (self->view, is_area_cell, &cells)),
                                 NULL, NULL);
  else
    shape = trace_overlay_area (self, area, side);
  g_hash_table_insert (self->shapes, g_steal_pointer (&key), shape);

  return shape;
}
