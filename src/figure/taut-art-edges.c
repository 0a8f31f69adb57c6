/* taut-art-edges.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-edges"

#include "config.h"

#include "taut-art-edges.h"

#include <math.h>

#include "taut-art-raster.h"
#include "taut-art-stroke.h"

/* All lengths in figure units. */
#define OUTLINE_SMOOTH 0.8
#define OUTLINE_LEAST_LENGTH 12
/* Holes smaller than this are chinks between ear and neck or two fingers. */
#define HOLE_LEAST_AREA 45
#define STEP 0.6
#define WEIGHT_MOST 1.5
#define OVERLAP_JUMP 5.0
#define OVERLAP_WIDTH 1.25
#define OVERLAP_LEAST_LENGTH 9
#define OVERLAP_INSIDE 1.5f
#define CREASE_WIDTH 1.0
#define TAKEN 2.5
#define CREASE_SMOOTH 1.4
/* What two limbs that merely touch in the picture would leave behind. */
#define LEG_DASH 30

/* How deep a step must be beyond the slope around it, by part. */
static const double CREASE_JUMP[TAUT_N_PARTS] = { 12, 6, 2.6, 2.6, 1.7, 1.7 };
static const double CREASE_LEAST_LENGTH[TAUT_N_PARTS] = { 26, 14, 7, 7, 10.5, 10.5 };
/* How far inside the outline a crease must run: nearer it would only double
 * it. */
static const float CREASE_INSIDE[TAUT_N_PARTS] = { 3, 1.2f, 2, 2, 2.4f, 2.4f };

static TautOutlinePoint
get_outward (const TautLine *line,
             guint           i)
{
  guint n = line->n_points;
  const TautOutlinePoint *before = &line->points[(i + n - 1) % n];
  const TautOutlinePoint *after = &line->points[(i + 1) % n];
  double dx = after->x - before->x;
  double dy = after->y - before->y;
  double length = MAX (hypot (dx, dy), 1e-9);

  /* The inside lies on the left, as seen on the page. */
  return (TautOutlinePoint) { -dy / length, dx / length };
}

static TautOutline *
trace_low (const TautArtMap *map,
           const float      *low,
           int               x,
           int               y,
           int               width,
           int               height)
{
  gsize n = (gsize) width * height;
  g_autofree float *inside = g_new (float, n);

  g_assert (low);

  for (gsize i = 0; i < n; i++)
    inside[i] = -low[i];

  return taut_outline_trace (inside, width, height, 0, map->x0 + x * map->step,
                             map->y0 + y * map->step, map->step);
}

/* Whether a part can be seen just inside its own border, and how far behind the
 * next skin lies just outside; 0 when there is nothing to draw. */
static double
get_overlap (const TautArtMap *map,
             TautPart          part,
             TautOutlinePoint  at,
             TautOutlinePoint  outward)
{
  static const double inwards[] = { 0.7, 1.3, 2.2 };
  double behind = taut_art_map_get_depth (map, at.x + outward.x, at.y + outward.y);

  g_assert (map);

  if (behind <= TAUT_ART_NOWHERE)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (inwards); i++)
    {
      double x = at.x - outward.x * inwards[i];
      double y = at.y - outward.y * inwards[i];
      double own = taut_art_map_get_own_depth (map, part, x, y);
      double seen = taut_art_map_get_depth (map, x, y);

      if (own <= TAUT_ART_NOWHERE)
        continue;

      return fabs (own - seen) < 3 && own - behind > OVERLAP_JUMP ? own - behind : 0;
    }

  return 0;
}

/* Cuts a ring where nothing is drawn and keeps the pieces that are long
 * enough. */
static void
add_pieces (GPtrArray      *strokes,
            const TautLine *line,
            const double   *widths,
            double          least_length)
{
  guint n = line->n_points;
  guint start = 0;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TautOutlinePoint));
  g_autoptr (GArray) piece = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert (strokes && widths);

  while (start < n && widths[start] > 0)
    start++;
  for (guint i = start; i <= start + n; i++)
    {
      guint at = i % n;

      if (widths[at] > 0 && i < start + n)
        {
          g_array_append_val (points, line->points[at]);
          g_array_append_val (piece, widths[at]);
          continue;
        }
      if (points->len > 2)
        {
          g_autoptr (TautLine) part =
            taut_line_new ((TautOutlinePoint *) points->data, points->len, FALSE);

          if (taut_line_get_length (part) >= least_length)
            {
              TautArtStroke *stroke = taut_art_stroke_new (part, (double *) piece->data);

              taut_art_stroke_soften (stroke, 2);
              taut_art_stroke_taper (stroke, 0.12, 0.12, 0.2);
              g_ptr_array_add (strokes, stroke);
            }
        }
      g_array_set_size (points, 0);
      g_array_set_size (piece, 0);
    }
}

/* Whether a place lies so far from the outline that a line there would not
 * merely double it. */
static gboolean
is_inside (const TautArtMap *map,
           TautOutlinePoint  at)
{
  return taut_raster_sample (map->low, map->width, map->height, (at.x - map->x0) / map->step,
                             (at.y - map->y0) / map->step) < -OVERLAP_INSIDE;
}

static void
add_overlaps (GPtrArray        *strokes,
              const TautArtMap *map,
              TautPart          part,
              const TautLine   *line)
{
  g_autoptr (TautLine) smooth = taut_line_smooth (line, OUTLINE_SMOOTH);
  g_autoptr (TautLine) even = taut_line_resample (smooth, STEP);
  g_autofree double *widths = g_new0 (double, even->n_points);
  g_autoptr (TautArtStroke) found = NULL;
  gboolean leg = part == TAUT_PART_LEG_LEFT || part == TAUT_PART_LEG_RIGHT;

  g_assert (strokes);

  for (guint i = 0; i < even->n_points; i++)
    widths[i] = get_overlap (map, part, even->points[i], get_outward (even, i)) > 0 ? 1 : 0;

  /* Single samples decide nothing. */
  found = taut_art_stroke_new (even, widths);
  taut_art_stroke_soften (found, 1.6);
  for (guint i = 0; i < even->n_points; i++)
    {
      double jump = get_overlap (map, part, even->points[i], get_outward (even, i));

      widths[i] = found->widths[i] > 0.5 && is_inside (map, even->points[i])
                    ? OVERLAP_WIDTH * CLAMP (0.4 + jump / 34, 0.4, 1)
                    : 0;
    }
  add_pieces (strokes, even, widths, leg ? LEG_DASH : OVERLAP_LEAST_LENGTH);
}

/* By how much the step between two samples exceeds the slopes on both sides. */
static double
get_jump (const TautArtMap *map,
          gsize             i,
          gsize             stride)
{
  const float *d = map->depth;
  double slope[5];
  double around = 0;

  for (int k = 0; k < 5; k++)
    {
      gsize at = i + (gsize) k * stride - 2 * stride;

      if (!map->seen[at] || !map->seen[at + stride])
        return 0;
      slope[k] = fabs (d[at + stride] - d[at]);
    }
  around = MAX (MIN (slope[0], slope[1]), MIN (slope[3], slope[4]));

  return slope[2] - 1.6 * around;
}

/* Where lines are drawn already, and a little around. */
static guint8 *
find_taken (const TautArtMap *map,
            const GPtrArray  *overlaps)
{
  guint8 *taken = g_new0 (guint8, (gsize) map->width * map->height);
  int reach = (int) ceil (TAKEN / map->step);

  g_assert (overlaps);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const TautArtStroke *stroke = g_ptr_array_index (overlaps, i);

      for (guint k = 0; k < stroke->line->n_points; k++)
        {
          int column = (int) ((stroke->line->points[k].x - map->x0) / map->step);
          int row = (int) ((stroke->line->points[k].y - map->y0) / map->step);

          for (int y = MAX (row - reach, 0); y <= MIN (row + reach, map->height - 1); y++)
            for (int x = MAX (column - reach, 0); x <= MIN (column + reach, map->width - 1); x++)
              taken[(gsize) y * map->width + x] = 1;
        }
    }

  return taken;
}

/* Two parts may also meet where neither has its own border: the jaw before the
 * neck, of which the head has a piece as well. */
static gboolean
is_crease (const TautArtMap *map,
           gsize             i,
           gsize             stride)
{
  double least = CREASE_JUMP[map->part[i]];

  g_assert (map);

  if (map->part[i] != map->part[i + stride])
    least = MAX (least, OVERLAP_JUMP);

  return get_jump (map, i, stride) > least;
}

static guint8 *
find_creases (const TautArtMap *map,
              const GPtrArray  *overlaps)
{
  gsize n = (gsize) map->width * map->height;
  guint8 *mask = g_new0 (guint8, n);
  g_autofree guint8 *taken = find_taken (map, overlaps);

  g_assert (map);

  for (int row = 3; row < map->height - 4; row++)
    for (int column = 3; column < map->width - 4; column++)
      {
        gsize i = (gsize) row * map->width + column;

        if (!map->seen[i] || taken[i] || map->low[i] > -CREASE_INSIDE[map->part[i]])
          continue;

        if (is_crease (map, i, 1))
          mask[i] = mask[i + 1] = 1;
        if (is_crease (map, i, map->width))
          mask[i] = mask[i + map->width] = 1;
      }

  return mask;
}

/* The largest step of depth close to a sample. */
static double
get_step_around (const TautArtMap *map,
                 int               column,
                 int               row)
{
  float low = G_MAXFLOAT;
  float high = -G_MAXFLOAT;

  g_assert (map);

  for (int y = MAX (row - 2, 0); y <= MIN (row + 2, map->height - 1); y++)
    for (int x = MAX (column - 2, 0); x <= MIN (column + 2, map->width - 1); x++)
      {
        float depth = map->depth[(gsize) y * map->width + x];

        if (depth <= TAUT_ART_NOWHERE)
          continue;
        low = MIN (low, depth);
        high = MAX (high, depth);
      }

  return high > low ? high - low : 0;
}

static void
add_crease (GPtrArray        *strokes,
            const TautArtMap *map,
            const TautLine   *samples)
{
  g_autoptr (TautLine) line = taut_line_new (samples->points, samples->n_points, FALSE);
  g_autoptr (TautLine) smooth = NULL;
  g_autoptr (TautLine) even = NULL;
  g_autofree double *widths = NULL;
  TautArtStroke *stroke = NULL;
  const TautOutlinePoint *middle = &samples->points[samples->n_points / 2];
  int part = map->part[(gsize) middle->y * map->width + (gsize) middle->x];

  g_assert (strokes);

  for (guint i = 0; i < line->n_points; i++)
    line->points[i] = (TautOutlinePoint) { map->x0 + line->points[i].x * map->step,
                                           map->y0 + line->points[i].y * map->step };
  if (part < 0 || line->n_points < 4 ||
      taut_line_get_length (line) < CREASE_LEAST_LENGTH[part])
    return;

  smooth = taut_line_smooth (line, CREASE_SMOOTH);
  even = taut_line_resample (smooth, STEP);
  widths = g_new (double, even->n_points);
  for (guint i = 0; i < even->n_points; i++)
    {
      int column = (int) floor ((even->points[i].x - map->x0) / map->step + 0.5);
      int row = (int) floor ((even->points[i].y - map->y0) / map->step + 0.5);

      widths[i] = CREASE_WIDTH * CLAMP (0.35 + get_step_around (map, column, row) / 30, 0.35, 1);
    }
  stroke = taut_art_stroke_new (even, widths);
  taut_art_stroke_soften (stroke, 2);
  taut_art_stroke_taper (stroke, 0.25, 0.25, 0.15);
  g_ptr_array_add (strokes, stroke);
}

static gboolean
is_on_left (const TautArtStroke *stroke)
{
  double sum = 0;

  g_assert (stroke);

  for (guint i = 0; i < stroke->line->n_points; i++)
    sum += stroke->line->points[i].x;

  return sum < 0;
}

/* Thinning a mask prefers one direction; a body must not show that. */
static void
make_symmetric (GPtrArray *strokes)
{
  guint n = 0;

  g_assert (strokes);

  for (guint i = strokes->len; i > 0; i--)
    {
      if (is_on_left (g_ptr_array_index (strokes, i - 1)))
        g_ptr_array_remove_index (strokes, i - 1);
    }

  n = strokes->len;
  for (guint i = 0; i < n; i++)
    {
      const TautArtStroke *stroke = g_ptr_array_index (strokes, i);
      TautArtStroke *twin = taut_art_stroke_new (stroke->line, stroke->widths);

      for (guint k = 0; k < twin->line->n_points; k++)
        twin->line->points[k].x = -twin->line->points[k].x;
      g_ptr_array_add (strokes, twin);
    }
}

/* Public API */

TautOutline *
taut_art_edges_outline (const TautArtMap *map)
{
  g_autoptr (TautOutline) rough = NULL;
  TautOutline *outline = NULL;

  g_return_val_if_fail (map, NULL);

  rough = trace_low (map, map->low, 0, 0, map->width, map->height);
  outline = taut_outline_new ();
  for (guint i = 0; i < rough->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (rough->lines, i);

      if (taut_line_get_length (line) >= OUTLINE_LEAST_LENGTH &&
          (!taut_line_is_hole (line) || taut_line_get_area (line) >= HOLE_LEAST_AREA))
        g_ptr_array_add (outline->lines, taut_line_smooth (line, OUTLINE_SMOOTH));
    }

  return outline;
}

GPtrArray *
taut_art_edges_weight (const TautArtMap  *map,
                       const TautOutline *outline,
                       TautVector         light)
{
  GPtrArray *strokes = NULL;

  g_return_val_if_fail (map, NULL);
  g_return_val_if_fail (outline, NULL);

  strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_art_stroke_free);
  for (guint l = 0; l < outline->lines->len; l++)
    {
      g_autoptr (TautLine) even = taut_line_resample (g_ptr_array_index (outline->lines, l), STEP);
      g_autofree double *widths = g_new (double, even->n_points);
      double flat = MAX (hypot (light.x, light.y), 1e-9);
      TautArtStroke *stroke = NULL;

      for (guint i = 0; i < even->n_points; i++)
        {
          TautOutlinePoint outward = get_outward (even, i);
          double away = -(outward.x * light.x + outward.y * light.y) / flat;

          widths[i] = WEIGHT_MOST * pow (CLAMP (away + 0.15, 0, 1), 1.6);
        }
      stroke = taut_art_stroke_new (even, widths);
      taut_art_stroke_soften (stroke, 4);
      for (guint i = 0; i < stroke->line->n_points; i++)
        stroke->widths[i] = MAX (stroke->widths[i] - 0.12, 0);
      g_ptr_array_add (strokes, stroke);
    }

  return strokes;
}

GPtrArray *
taut_art_edges_overlaps (const TautArtMap *map)
{
  GPtrArray *strokes = NULL;

  g_return_val_if_fail (map, NULL);

  strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_art_stroke_free);
  for (int part = 0; part < TAUT_N_PARTS; part++)
    {
      const TautArtWindow *window = &map->windows[part];
      g_autoptr (TautOutline) own = NULL;

      if (!window->low)
        continue;

      own = trace_low (map, window->low, window->x, window->y, window->width, window->height);
      for (guint i = 0; i < own->lines->len; i++)
        {
          if (taut_line_get_length (g_ptr_array_index (own->lines, i)) > OVERLAP_LEAST_LENGTH)
            add_overlaps (strokes, map, part, g_ptr_array_index (own->lines, i));
        }
    }

  return strokes;
}

GPtrArray *
taut_art_edges_creases (const TautArtMap *map,
                        const GPtrArray  *overlaps,
                        gboolean          symmetric)
{
  g_autofree guint8 *mask = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  GPtrArray *strokes = NULL;

  g_return_val_if_fail (map, NULL);
  g_return_val_if_fail (overlaps, NULL);

  strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_art_stroke_free);
  mask = find_creases (map, overlaps);
  taut_raster_thin (mask, map->width, map->height);
  lines = taut_raster_trace_lines (mask, map->width, map->height);
  for (guint i = 0; i < lines->len; i++)
    add_crease (strokes, map, g_ptr_array_index (lines, i));
  if (symmetric)
    make_symmetric (strokes);

  return strokes;
}
