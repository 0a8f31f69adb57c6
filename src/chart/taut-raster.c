/* taut-raster.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A painter serves one thread at a time. There are three: one for art and one
 * for zones, each used by one worker at a time under its lock, so that a click's
 * zones need not wait for the art of a new zoom; and one for the main thread.
 */

#define G_LOG_DOMAIN "taut-raster"

#include "config.h"

#include "taut-raster.h"

/* Pixels that dots and edges may reach beyond the box of their strokes. */
#define ZONE_REACH 8
#define AREA_REACH 6

/* Pixels by which badges that crowd each other may step aside. */
#define BADGE_REACH 48

/* Widths of the focus outline: a line on a wider one, to stand out on both
 * skin and canvas. */
#define FOCUS_HALO_PX 5.0
#define FOCUS_LINE_PX 2.5

typedef enum
{
  WORKER_ART,
  WORKER_ZONES,
  N_WORKERS,
} Worker;

struct _TautRaster
{
  GObject           parent_instance;

  TautAtlas        *atlas;
  TautView         *view;
  TautChartPainter *worker_painters[N_WORKERS];
  GMutex            worker_locks[N_WORKERS];
  TautChartPainter *painter;
};

typedef struct
{
  TautTileSpec spec;
  GArray *zones;
} Job;

typedef struct
{
  TautChartPainter *painter;
  GListModel *marks;
  const char *selected_id;
  const TautAreaSpot *spot;
  const TautOutline *contour;
  TautSidedPoint zone;
  GError *error;
} Scene;

G_DEFINE_FINAL_TYPE (TautRaster, taut_raster, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->zones, g_array_unref);
  g_free (job);
}

/* A #GDestroyNotify for lists of #TautZoneTile. */
void
taut_zone_tile_free (gpointer data)
{
  TautZoneTile *zone_tile = data;

  g_return_if_fail (zone_tile != NULL);

  g_clear_pointer (&zone_tile->tile, taut_tile_unref);
  g_free (zone_tile);
}

static void
paint_art_cb (cairo_t            *cr,
              const TautTileSpec *spec,
              gpointer            user_data)
{
  Scene *scene = user_data;

  taut_chart_painter_set_muscles (scene->painter, spec->muscles);
  taut_chart_painter_set_underwear (scene->painter, !spec->bare);
  taut_chart_painter_paint_art (scene->painter, cr, spec->zoom, spec->style, &scene->error);
}

static void
paint_zones_cb (cairo_t            *cr,
                const TautTileSpec *spec,
                gpointer            user_data)
{
  Scene *scene = user_data;

  taut_chart_painter_paint_zones (scene->painter, cr,
                                  scene->zone.point, scene->zone.side,
                                  spec->zoom, spec->style);
}

static void
paint_marks_cb (cairo_t            *cr,
                const TautTileSpec *spec,
                gpointer            user_data)
{
  Scene *scene = user_data;

  taut_chart_painter_paint_marks (scene->painter, cr, scene->marks, scene->selected_id,
                                  spec->zoom, spec->style);
}

static void
append_outline (cairo_t           *cr,
                const TautOutline *outline,
                double             zoom)
{
  g_assert (outline != NULL);

  for (guint i = 0; i < outline->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (outline->lines, i);

      cairo_new_sub_path (cr);
      for (guint j = 0; j < line->n_points; j++)
        cairo_line_to (cr, line->points[j].x * zoom, line->points[j].y * zoom);
      if (line->closed)
        cairo_close_path (cr);
    }
}

static void
paint_focus (cairo_t            *cr,
             const TautTileSpec *spec,
             const TautOutline  *contour)
{
  gboolean dark = spec->style == TAUT_STYLE_DARK ||
                  spec->style == TAUT_STYLE_HIGH_CONTRAST_DARK;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  append_outline (cr, contour, spec->zoom);
  cairo_set_line_width (cr, FOCUS_HALO_PX);
  if (dark)
    cairo_set_source_rgb (cr, 0.08, 0.08, 0.08);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, FOCUS_LINE_PX);
  if (dark)
    cairo_set_source_rgb (cr, 0.557, 0.737, 0.949);
  else
    cairo_set_source_rgb (cr, 0.11, 0.443, 0.847);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_area_cb (cairo_t            *cr,
               const TautTileSpec *spec,
               gpointer            user_data)
{
  Scene *scene = user_data;

  taut_chart_painter_paint_area (scene->painter, cr,
                                 scene->spot->area, scene->spot->side,
                                 spec->zoom, spec->style);
  if (scene->contour != NULL)
    paint_focus (cr, spec, scene->contour);
}

/* Workers */

static void
paint_art_in_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  TautRaster *self = source_object;
  Job *job = task_data;
  Scene scene = { 0 };
  TautTile *tile;

  g_mutex_lock (&self->worker_locks[WORKER_ART]);
  if (g_task_return_error_if_cancelled (task))
    {
      g_mutex_unlock (&self->worker_locks[WORKER_ART]);
      return;
    }
  scene.painter = self->worker_painters[WORKER_ART];
  tile = taut_tile_paint (&job->spec, paint_art_cb, &scene);
  g_mutex_unlock (&self->worker_locks[WORKER_ART]);

  if (scene.error != NULL)
    {
      taut_tile_unref (tile);
      g_task_return_error (task, scene.error);
      return;
    }

  g_task_return_pointer (task, tile, (GDestroyNotify) taut_tile_unref);
}

static TautZoneTile *
paint_zone_tile (TautChartPainter     *painter,
                 const TautTileSpec   *wanted,
                 const TautSidedPoint *zone)
{
  TautZoneTile *zone_tile = g_new0 (TautZoneTile, 1);
  TautTileSpec spec = *wanted;
  TautViewBounds extents;
  GdkRectangle box;
  Scene scene = { 0 };

  zone_tile->zone = *zone;
  zone_tile->wanted = *wanted;
  zone_tile->whole = TRUE;
  if (!taut_chart_painter_get_zone_extents (painter, zone->point, zone->side, &extents))
    return zone_tile;

  box = taut_tile_box (&extents, spec.zoom, ZONE_REACH);
  zone_tile->whole = taut_tile_box_contains (&wanted->box, &box);
  if (!gdk_rectangle_intersect (&box, &wanted->box, &spec.box))
    return zone_tile;

  scene.painter = painter;
  scene.zone = *zone;
  zone_tile->tile = taut_tile_paint (&spec, paint_zones_cb, &scene);

  return zone_tile;
}

static void
paint_zones_in_thread (GTask        *task,
                       gpointer      source_object,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  TautRaster *self = source_object;
  g_autoptr (GPtrArray) tiles = g_ptr_array_new_with_free_func (taut_zone_tile_free);
  Job *job = task_data;

  g_mutex_lock (&self->worker_locks[WORKER_ZONES]);
  for (guint i = 0; i < job->zones->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      g_ptr_array_add (tiles,
                       paint_zone_tile (self->worker_painters[WORKER_ZONES], &job->spec,
                                        &g_array_index (job->zones, TautSidedPoint, i)));
    }
  g_mutex_unlock (&self->worker_locks[WORKER_ZONES]);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&tiles), (GDestroyNotify) g_ptr_array_unref);
}

/* The box around all marks that the view shows; %FALSE when it shows none. */
static gboolean
measure_marks (TautRaster   *self,
               GListModel   *marks,
               double        zoom,
               GdkRectangle *all)
{
  gboolean any = FALSE;

  g_assert (TAUT_IS_RASTER (self));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      cairo_rectangle_t extents;
      TautViewBounds bounds;
      GdkRectangle box;

      if (!taut_chart_painter_get_mark_extents (self->painter, mark, zoom, &extents))
        continue;

      bounds = (TautViewBounds) { extents.x, extents.y, extents.width, extents.height };
      box = taut_tile_box (&bounds, 1, BADGE_REACH);
      if (any)
        gdk_rectangle_union (all, &box, all);
      else
        *all = box;
      any = TRUE;
    }

  return any;
}

/* Object */

static void
taut_raster_finalize (GObject *object)
{
  TautRaster *self = TAUT_RASTER (object);

  for (guint i = 0; i < N_WORKERS; i++)
    {
      g_clear_object (&self->worker_painters[i]);
      g_mutex_clear (&self->worker_locks[i]);
    }
  g_clear_object (&self->painter);
  g_clear_pointer (&self->view, taut_view_unref);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (taut_raster_parent_class)->finalize (object);
}

static void
taut_raster_class_init (TautRasterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taut_raster_finalize;
}

static void
taut_raster_init (TautRaster *self)
{
  for (guint i = 0; i < N_WORKERS; i++)
    g_mutex_init (&self->worker_locks[i]);
}

/* Public */

TautRaster *
taut_raster_new (TautAtlas *atlas,
                 TautView  *view)
{
  TautRaster *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  self = g_object_new (TAUT_TYPE_RASTER, NULL);
  self->atlas = g_object_ref (atlas);
  self->view = taut_view_ref (view);
  self->painter = taut_chart_painter_new (atlas, view);
  for (guint i = 0; i < N_WORKERS; i++)
    self->worker_painters[i] = taut_chart_painter_new (atlas, view);

  return self;
}

TautView *
taut_raster_get_view (TautRaster *self)
{
  g_return_val_if_fail (TAUT_IS_RASTER (self), NULL);

  return self->view;
}

void
taut_raster_paint_art_async (TautRaster          *self,
                             const TautTileSpec  *spec,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (TAUT_IS_RASTER (self));
  g_return_if_fail (spec != NULL);

  job = g_new0 (Job, 1);
  job->spec = *spec;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, taut_raster_paint_art_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_art_in_thread);
}

TautTile *
taut_raster_paint_art_finish (TautRaster    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (TAUT_IS_RASTER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
taut_raster_paint_zones_async (TautRaster          *self,
                               GArray              *zones,
                               const TautTileSpec  *spec,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (TAUT_IS_RASTER (self));
  g_return_if_fail (zones != NULL);
  g_return_if_fail (spec != NULL);

  job = g_new0 (Job, 1);
  job->spec = *spec;
  job->zones = g_array_copy (zones);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, taut_raster_paint_zones_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_zones_in_thread);
}

GPtrArray *
taut_raster_paint_zones_finish (TautRaster    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (TAUT_IS_RASTER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

TautTile *
taut_raster_paint_marks (TautRaster         *self,
                         GListModel         *marks,
                         const char         *selected_id,
                         const TautTileSpec *spec)
{
  TautTileSpec marks_spec;
  GdkRectangle all = { 0 };
  Scene scene = { 0 };

  g_return_val_if_fail (TAUT_IS_RASTER (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), NULL);
  g_return_val_if_fail (spec != NULL, NULL);

  marks_spec = *spec;
  if (!measure_marks (self, marks, spec->zoom, &all) ||
      !gdk_rectangle_intersect (&all, &spec->box, &marks_spec.box))
    return NULL;

  scene.painter = self->painter;
  scene.marks = marks;
  scene.selected_id = selected_id;

  return taut_tile_paint (&marks_spec, paint_marks_cb, &scene);
}

TautTile *
taut_raster_paint_area (TautRaster         *self,
                        TautAreaMap        *areas,
                        const TautAreaSpot *spot,
                        gboolean            focus,
                        const TautTileSpec *spec)
{
  TautTileSpec area_spec;
  GdkRectangle box;
  Scene scene = { 0 };

  g_return_val_if_fail (TAUT_IS_RASTER (self), NULL);
  g_return_val_if_fail (areas != NULL && spot != NULL, NULL);
  g_return_val_if_fail (spec != NULL, NULL);

  area_spec = *spec;
  box = taut_tile_box (&spot->box, spec->zoom, AREA_REACH);
  if (!gdk_rectangle_intersect (&box, &spec->box, &area_spec.box))
    return NULL;

  scene.painter = self->painter;
  scene.spot = spot;
  scene.contour = focus ? taut_area_map_get_contour (areas, spot) : NULL;

  return taut_tile_paint (&area_spec, paint_area_cb, &scene);
}
