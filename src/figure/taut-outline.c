/* taut-outline.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-outline"

#include "config.h"

#include "taut-outline.h"

#include <math.h>
#include <string.h>

/* The raster with a ring of "outside" samples around it. The ring lies in the
 * same place as the rim, so that lines close along the rim itself. */
typedef struct
{
  const float *values;
  int width;
  int height;
  double level;
  double x0;
  double y0;
  double step;
} Raster;

static double
raster_get (const Raster *raster,
            int           column,
            int           row)
{
  float value = 0;

  g_assert (raster);

  if (column < 0 || row < 0 || column >= raster->width || row >= raster->height)
    return -G_MAXFLOAT;

  value = raster->values[(gsize) row * raster->width + column];

  return isnan (value) ? -G_MAXFLOAT : value;
}

static TautOutlinePoint
raster_place (const Raster *raster,
              int           column,
              int           row)
{
  g_assert (raster);

  return (TautOutlinePoint) {
    raster->x0 + CLAMP (column, 0, raster->width - 1) * raster->step,
    raster->y0 + CLAMP (row, 0, raster->height - 1) * raster->step,
  };
}

/* Edges are numbered 2 * cell for the upper and 2 * cell + 1 for the left edge
 * of a cell; cells lie between samples and start one before the raster. */
static int
get_edge (const Raster *raster,
          int           column,
          int           row,
          gboolean      upright)
{
  g_assert (raster);

  return 2 * ((row + 1) * (raster->width + 2) + column + 1) + (upright ? 1 : 0);
}

static TautOutlinePoint
raster_cross (const Raster *raster,
              int           edge)
{
  int cell = edge / 2;
  int column = cell % (raster->width + 2) - 1;
  int row = cell / (raster->width + 2) - 1;
  int other_column = column + (edge % 2 == 0 ? 1 : 0);
  int other_row = row + (edge % 2 == 0 ? 0 : 1);
  TautOutlinePoint from = raster_place (raster, column, row);
  TautOutlinePoint to = raster_place (raster, other_column, other_row);
  double a = raster_get (raster, column, row);
  double b = raster_get (raster, other_column, other_row);
  double t = CLAMP ((raster->level - a) / (b - a), 0, 1);

  return (TautOutlinePoint) { from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t };
}

/* Enters the one or two pieces of border in a cell, inside on their left. */
static void
link_cell (const Raster *raster,
           int           column,
           int           row,
           int          *next)
{
  /* Start and end edge by which corners are inside (upper left 1, upper right
   * 2, lower right 4, lower left 8); edges: 0 upper, 1 right, 2 lower, 3 left. */
  static const gint8 pieces[16][4] = {
    { -1, -1, -1, -1 }, { 3, 0, -1, -1 }, { 0, 1, -1, -1 }, { 3, 1, -1, -1 },
    { 1, 2, -1, -1 },   { 3, 0, 1, 2 },   { 0, 2, -1, -1 }, { 3, 2, -1, -1 },
    { 2, 3, -1, -1 },   { 2, 0, -1, -1 }, { 0, 1, 2, 3 },   { 2, 1, -1, -1 },
    { 1, 3, -1, -1 },   { 1, 0, -1, -1 }, { 0, 3, -1, -1 }, { -1, -1, -1, -1 },
  };
  static const gint8 joined[2][4] = { { 1, 0, 3, 2 }, { 0, 3, 2, 1 } };
  double corner[4] = {
    raster_get (raster, column, row),
    raster_get (raster, column + 1, row),
    raster_get (raster, column + 1, row + 1),
    raster_get (raster, column, row + 1),
  };
  int edges[4] = {
    get_edge (raster, column, row, FALSE),
    get_edge (raster, column + 1, row, TRUE),
    get_edge (raster, column, row + 1, FALSE),
    get_edge (raster, column, row, TRUE),
  };
  const gint8 *piece = NULL;
  guint kind = 0;

  g_assert (next);

  for (guint i = 0; i < 4; i++)
    kind |= corner[i] > raster->level ? 1u << i : 0;

  piece = pieces[kind];
  if ((kind == 5 || kind == 10) &&
      (corner[0] + corner[1] + corner[2] + corner[3]) / 4 > raster->level)
    piece = joined[kind == 5 ? 0 : 1];

  for (guint i = 0; i < 4 && piece[i] >= 0; i += 2)
    next[edges[piece[i]]] = edges[piece[i + 1]];
}

static TautLine *
follow (const Raster *raster,
        int           start,
        int          *next)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TautOutlinePoint));
  int edge = start;

  g_assert (next);

  while (next[edge] >= 0)
    {
      TautOutlinePoint point = raster_cross (raster, edge);
      int following = next[edge];
      TautOutlinePoint *last = NULL;

      if (points->len > 0)
        last = &g_array_index (points, TautOutlinePoint, points->len - 1);
      if (!last || last->x != point.x || last->y != point.y)
        g_array_append_val (points, point);
      next[edge] = -1;
      edge = following;
    }

  if (points->len < 3)
    return NULL;

  return taut_line_new ((TautOutlinePoint *) points->data, points->len, TRUE);
}

/* Public API */

TautOutline *
taut_outline_new (void)
{
  TautOutline *outline = g_new0 (TautOutline, 1);

  outline->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_line_free);

  return outline;
}

void
taut_outline_free (TautOutline *outline)
{
  if (!outline)
    return;

  g_ptr_array_unref (outline->lines);
  g_free (outline);
}

TautOutline *
taut_outline_trace (const float *values,
                    guint        width,
                    guint        height,
                    double       level,
                    double       x0,
                    double       y0,
                    double       step)
{
  g_autoptr (TautOutline) outline = NULL;
  g_autofree int *next = NULL;
  Raster raster = { values, (int) width, (int) height, level, x0, y0, step };
  gsize n_edges = 0;

  g_return_val_if_fail (values || width == 0 || height == 0, NULL);
  g_return_val_if_fail (step > 0, NULL);
  g_return_val_if_fail ((guint64) (width + 2) * (height + 2) < G_MAXINT / 2, NULL);

  outline = taut_outline_new ();
  if (width == 0 || height == 0)
    return g_steal_pointer (&outline);

  n_edges = 2 * (gsize) (width + 2) * (height + 2);
  next = g_new (int, n_edges);
  memset (next, 0xff, n_edges * sizeof (int));
  for (int row = -1; row < raster.height; row++)
    for (int column = -1; column < raster.width; column++)
      link_cell (&raster, column, row, next);

  for (gsize edge = 0; edge < n_edges; edge++)
    {
      TautLine *line = next[edge] >= 0 ? follow (&raster, (int) edge, next) : NULL;

      if (line)
        g_ptr_array_add (outline->lines, line);
    }

  return g_steal_pointer (&outline);
}

gboolean
taut_outline_contains (const TautOutline *outline,
                       double             x,
                       double             y)
{
  gboolean inside = FALSE;

  g_return_val_if_fail (outline, FALSE);

  for (guint l = 0; l < outline->lines->len; l++)
    {
      const TautLine *line = g_ptr_array_index (outline->lines, l);

      for (guint i = 0; line->closed && i < line->n_points; i++)
        {
          const TautOutlinePoint *a = &line->points[i];
          const TautOutlinePoint *b = &line->points[(i + 1) % line->n_points];

          if ((a->y > y) != (b->y > y) &&
              x < a->x + (b->x - a->x) * (y - a->y) / (b->y - a->y))
            inside = !inside;
        }
    }

  return inside;
}
