/* taut-view-trace.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Contours of what lies on the skin, as a view sees it. Only the samples of the
 * covered cells are looked at; strokes whose rasters do not touch are traced
 * one by one, so that hand and head do not share a raster. */

#define G_LOG_DOMAIN "taut-view-trace"

#include "config.h"

#include "taut-skin-brush.h"
#include "taut-view-private.h"

#include <string.h>

/* Empty samples around a raster. */
#define MARGIN 2

#define STROKE_SIGMA 0.35
#define CELLS_SIGMA 1.0
/* Of a sample. */
#define TOLERANCE 0.12

/* Smaller specks, square units, are left out: where a border grazes the
 * silhouette there would be dozens. */
#define LEAST_AREA 1.5

/* Cells have crooked borders; a blur over so many units to each side, done
 * thrice, makes them straight. */
#define CELLS_BLUR 1

/* Left, top, right and bottom column and row, all inside; empty when left is
 * above right. */
typedef struct
{
  int low[2];
  int high[2];
} Frame;

typedef struct
{
  Frame frame;
  guint width;
  guint height;
  float *values;
} Raster;

static const Frame empty_frame = { { G_MAXINT, G_MAXINT }, { G_MININT, G_MININT } };

static void
widen (Frame *frame,
       int    column,
       int    row)
{
  g_assert (frame != NULL);

  frame->low[0] = MIN (frame->low[0], column);
  frame->low[1] = MIN (frame->low[1], row);
  frame->high[0] = MAX (frame->high[0], column);
  frame->high[1] = MAX (frame->high[1], row);
}

static void
widen_by_runs (Frame             *frame,
               const TautViewRun *runs,
               guint              n_runs)
{
  g_assert (frame != NULL);

  for (guint i = 0; i < n_runs; i++)
    {
      widen (frame, runs[i].column, runs[i].row);
      widen (frame, runs[i].column + runs[i].length - 1, runs[i].row);
    }
}

static gboolean
touch (const Frame *a,
       const Frame *b)
{
  g_assert (a != NULL);
  g_assert (b != NULL);

  for (guint i = 0; i < 2; i++)
    if (a->low[i] > b->high[i] + MARGIN || b->low[i] > a->high[i] + MARGIN)
      return FALSE;
  return TRUE;
}

static void
raster_init (Raster      *raster,
             const Frame *frame)
{
  g_assert (raster != NULL);
  g_assert (frame != NULL);

  raster->frame = *frame;
  for (guint i = 0; i < 2; i++)
    {
      raster->frame.low[i] -= MARGIN;
      raster->frame.high[i] += MARGIN;
    }
  raster->width = raster->frame.high[0] - raster->frame.low[0] + 1;
  raster->height = raster->frame.high[1] - raster->frame.low[1] + 1;
  raster->values = g_new0 (float, (gsize) raster->width * raster->height);
}

static float *
raster_at (const Raster *raster,
           int           column,
           int           row)
{
  g_assert (raster != NULL);

  return raster->values + (gsize) (row - raster->frame.low[1]) * raster->width
         + (column - raster->frame.low[0]);
}

/* The inside stays on the left of the line's direction. */
static void
mirror_line (TautLine *line)
{
  g_assert (line != NULL);

  for (guint i = 0, k = line->n_points; i < k--; i++)
    {
      TautOutlinePoint first = line->points[i];
      TautOutlinePoint last = line->points[k];

      line->points[i] = (TautOutlinePoint) { -last.x, last.y };
      line->points[k] = (TautOutlinePoint) { -first.x, first.y };
    }
}

/* Traces a raster and adds the lines to @outline. */
static void
add_lines (TautOutline    *outline,
           const TautView *view,
           const Raster   *raster,
           double          sigma)
{
  const double step = 1.0 / view->map->samples_per_unit;
  g_autoptr (TautOutline) raw = NULL;

  g_assert (outline != NULL);
  g_assert (view != NULL);
  g_assert (raster != NULL);

  raw = taut_outline_trace (raster->values, raster->width, raster->height, 0.5,
                            view->map->bounds.x + (raster->frame.low[0] + 0.5) * step,
                            view->map->bounds.y + (raster->frame.low[1] + 0.5) * step, step);
  for (guint i = 0; i < raw->lines->len; i++)
    {
      g_autoptr (TautLine) smooth = NULL;
      TautLine *line;

      if (fabs (taut_line_get_area (raw->lines->pdata[i])) < LEAST_AREA)
        continue;
      smooth = taut_line_smooth (raw->lines->pdata[i], sigma);
      line = taut_line_simplify (smooth, TOLERANCE * step);
      if (view->mirrored)
        mirror_line (line);
      g_ptr_array_add (outline->lines, line);
    }
}

/* Strokes */

static Frame
find_frame (TautView            *view,
            const TautSkinBrush *brush)
{
  Frame frame = empty_frame;

  g_assert (view != NULL);
  g_assert (brush != NULL);

  for (guint i = 0; i < taut_skin_brush_get_n_cells (brush); i++)
    {
      float weight;
      guint cell = taut_skin_brush_get_cell (brush, i, &weight);
      guint n_runs;
      const TautViewRun *runs = taut_view_get_runs (view, taut_view_enter_map (view, cell),
                                                    &n_runs);

      if (taut_skin_brush_misses_contour (brush, i, &weight) && weight <= 0)
        continue;
      widen_by_runs (&frame, runs, n_runs);
    }
  return frame;
}

/* The samples that the contour runs through are weighed one by one. */
static void
paint_run (TautView            *view,
           const TautSkinBrush *brush,
           guint                which,
           const TautViewRun   *run,
           float               *values)
{
  g_assert (view != NULL);
  g_assert (run != NULL);
  g_assert (values != NULL);

  for (guint k = 0; k < run->length; k++)
    {
      TautVector position = taut_skin_map_get_place (view->map, run->first + k);

      if (view->mirrored)
        position.x = -position.x;
      values[k] = MAX (values[k], taut_skin_brush_weigh (brush, which, position));
    }
}

static void
paint (TautView            *view,
       const TautSkinBrush *brush,
       const Raster        *raster)
{
  g_assert (view != NULL);
  g_assert (brush != NULL);
  g_assert (raster != NULL);

  for (guint i = 0; i < taut_skin_brush_get_n_cells (brush); i++)
    {
      float weight;
      guint cell = taut_skin_brush_get_cell (brush, i, &weight);
      guint n_runs;
      const TautViewRun *runs = taut_view_get_runs (view, taut_view_enter_map (view, cell),
                                                    &n_runs);
      gboolean whole = taut_skin_brush_misses_contour (brush, i, &weight);

      if (whole && weight <= 0)
        continue;
      for (guint j = 0; j < n_runs; j++)
        {
          float *values = raster_at (raster, runs[j].column, runs[j].row);

          if (!whole)
            paint_run (view, brush, i, &runs[j], values);
          for (guint k = 0; whole && k < runs[j].length; k++)
            values[k] = MAX (values[k], weight);
        }
    }
}

/* The first of the frames that touch each other, for each frame. */
static guint *
group_frames (const Frame *frames,
              guint        n_frames)
{
  guint *groups = g_new (guint, MAX (n_frames, 1));
  g_autofree Frame *united = g_memdup2 (frames, n_frames * sizeof *frames);
  gboolean changed = TRUE;

  g_assert (frames != NULL);

  for (guint i = 0; i < n_frames; i++)
    groups[i] = i;
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < n_frames; i++)
        for (guint k = 0; k < i; k++)
          if (groups[i] == i && groups[k] == k && touch (&united[i], &united[k]))
            {
              widen (&united[k], united[i].low[0], united[i].low[1]);
              widen (&united[k], united[i].high[0], united[i].high[1]);
              for (guint j = 0; j < n_frames; j++)
                if (groups[j] == i)
                  groups[j] = k;
              changed = TRUE;
            }
    }
  return groups;
}

static void
trace_group (TautView      *view,
             TautOutline   *outline,
             GPtrArray     *brushes,
             const Frame   *frames,
             const guint   *groups,
             guint          group)
{
  Raster raster;
  Frame frame = empty_frame;

  g_assert (view != NULL);
  g_assert (outline != NULL);
  g_assert (brushes != NULL);
  g_assert (frames != NULL);
  g_assert (groups != NULL);

  for (guint i = 0; i < brushes->len; i++)
    if (groups[i] == group)
      {
        widen (&frame, frames[i].low[0], frames[i].low[1]);
        widen (&frame, frames[i].high[0], frames[i].high[1]);
      }
  raster_init (&raster, &frame);
  for (guint i = 0; i < brushes->len; i++)
    if (groups[i] == group)
      paint (view, brushes->pdata[i], &raster);
  add_lines (outline, view, &raster, STROKE_SIGMA);
  g_free (raster.values);
}

TautOutline *
taut_view_trace (TautView                *view,
                 const TautStroke *const *strokes,
                 guint                    n_strokes)
{
  g_autoptr (GPtrArray) brushes = NULL;
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autofree guint *groups = NULL;
  TautOutline *outline;

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (strokes != NULL || n_strokes == 0, NULL);

  brushes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_skin_brush_free);
  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr (TautSkinBrush) brush = taut_skin_brush_new (view->skin, strokes[i]);
      Frame frame = find_frame (view, brush);

      if (frame.low[0] > frame.high[0])
        continue;
      g_ptr_array_add (brushes, g_steal_pointer (&brush));
      g_array_append_val (frames, frame);
    }

  outline = taut_outline_new ();
  if (brushes->len == 0)
    return outline;
  groups = group_frames ((const Frame *) frames->data, frames->len);
  for (guint i = 0; i < brushes->len; i++)
    if (groups[i] == i)
      trace_group (view, outline, brushes, (const Frame *) frames->data, groups, i);
  return outline;
}

/* Cells */

static void
blur_line (float *values,
           gsize  stride,
           guint  n,
           guint  reach,
           float *sums)
{
  g_assert (values != NULL);
  g_assert (sums != NULL);

  sums[0] = 0;
  for (guint i = 0; i < n; i++)
    sums[i + 1] = sums[i] + values[i * stride];
  for (guint i = 0; i < n; i++)
    {
      guint low = i < reach ? 0 : i - reach;
      guint high = MIN (i + reach + 1, n);

      values[i * stride] = (sums[high] - sums[low]) / (2 * reach + 1);
    }
}

static void
blur (const Raster *raster,
      guint         reach,
      float        *values)
{
  g_autofree float *sums = g_new (float, MAX (raster->width, raster->height) + 1);

  g_assert (raster != NULL);
  g_assert (values != NULL);

  for (guint round = 0; round < 3; round++)
    {
      for (guint i = 0; i < raster->height; i++)
        blur_line (values + (gsize) i * raster->width, 1, raster->width, reach, sums);
      for (guint i = 0; i < raster->width; i++)
        blur_line (values + i, raster->width, raster->height, reach, sums);
    }
}

/* 1 where there is skin. */
static float *
draw_mask (const TautView *view,
           const Raster   *raster)
{
  const TautSkinMap *map = view->map;
  float *mask = g_new0 (float, (gsize) raster->width * raster->height);

  g_assert (view != NULL);
  g_assert (raster != NULL);

  for (guint y = 0; y < raster->height; y++)
    {
      int row = raster->frame.low[1] + (int) y;

      if (row < 0 || row >= (int) map->height)
        continue;
      for (guint i = map->rows[row]; i < map->rows[row + 1]; i++)
        {
          int low = MAX (map->runs[i].column, raster->frame.low[0]);
          int high = MIN (map->runs[i].column + map->runs[i].length - 1, raster->frame.high[0]);

          for (int x = low; x <= high; x++)
            mask[y * raster->width + (x - raster->frame.low[0])] = 1;
        }
    }
  return mask;
}

TautOutline *
taut_view_trace_cells (TautView     *view,
                       TautCellFunc  belongs,
                       gpointer      user_data)
{
  g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree float *mask = NULL;
  g_autofree float *spread = NULL;
  Frame frame = empty_frame;
  Raster raster;
  TautOutline *outline;
  guint reach;
  gsize n;

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (belongs != NULL, NULL);

  for (guint32 i = 0; i < taut_skin_get_n_cells (view->skin); i++)
    {
      guint n_runs;
      const TautViewRun *runs = taut_view_get_runs (view, taut_view_enter_map (view, i), &n_runs);

      if (n_runs == 0 || !belongs (i, user_data))
        continue;
      g_array_append_val (inside, i);
      widen_by_runs (&frame, runs, n_runs);
    }
  outline = taut_outline_new ();
  if (inside->len == 0)
    return outline;

  raster_init (&raster, &frame);
  for (guint i = 0; i < inside->len; i++)
    {
      guint n_runs;
      guint cell = taut_view_enter_map (view, g_array_index (inside, guint32, i));
      const TautViewRun *runs = taut_view_get_runs (view, cell, &n_runs);

      for (guint j = 0; j < n_runs; j++)
        for (guint k = 0; k < runs[j].length; k++)
          raster_at (&raster, runs[j].column, runs[j].row)[k] = 1;
    }

  n = (gsize) raster.width * raster.height;
  mask = draw_mask (view, &raster);
  spread = g_memdup2 (mask, n * sizeof *mask);
  reach = CELLS_BLUR * view->map->samples_per_unit;
  blur (&raster, reach, raster.values);
  blur (&raster, reach, spread);
  for (gsize i = 0; i < n; i++)
    raster.values[i] = mask[i] > 0 ? raster.values[i] / spread[i] : 0;
  add_lines (outline, view, &raster, CELLS_SIGMA);
  g_free (raster.values);
  return outline;
}
