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

#include "taut-svg-pen.h"

/* Beyond this many sigmas a Gaussian no longer counts. */
#define KERNEL_SIGMAS 3.5

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

static double
get_distance (const TautOutlinePoint *a,
              const TautOutlinePoint *b)
{
  g_assert (a && b);

  return hypot (b->x - a->x, b->y - a->y);
}

static double
get_segment_distance (const TautOutlinePoint *point,
                      const TautOutlinePoint *from,
                      const TautOutlinePoint *to)
{
  double dx = to->x - from->x;
  double dy = to->y - from->y;
  double square = dx * dx + dy * dy;
  double t = 0;
  TautOutlinePoint nearest;

  if (square > 0)
    t = CLAMP (((point->x - from->x) * dx + (point->y - from->y) * dy) / square, 0, 1);
  nearest = (TautOutlinePoint) { from->x + dx * t, from->y + dy * t };

  return get_distance (point, &nearest);
}

/* Corners first..last of a ring or line; indices wrap. */
static void
keep_corners (const TautLine *line,
              guint           first,
              guint           last,
              double          tolerance,
              gboolean       *kept)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, 2 * sizeof (guint));
  guint span[2] = { first, last };

  g_assert (kept);

  g_array_append_val (stack, span);
  while (stack->len > 0)
    {
      guint farthest = 0;
      double distance = -1;

      memcpy (span, &stack->data[(gsize) (stack->len - 1) * sizeof span], sizeof span);
      g_array_set_size (stack, stack->len - 1);
      kept[span[0] % line->n_points] = TRUE;
      kept[span[1] % line->n_points] = TRUE;

      for (guint i = span[0] + 1; i < span[1]; i++)
        {
          double d = get_segment_distance (&line->points[i % line->n_points],
                                           &line->points[span[0] % line->n_points],
                                           &line->points[span[1] % line->n_points]);

          if (d > distance)
            {
              distance = d;
              farthest = i;
            }
        }

      if (distance > tolerance)
        {
          guint before[2] = { span[0], farthest };
          guint after[2] = { farthest, span[1] };

          g_array_append_val (stack, before);
          g_array_append_val (stack, after);
        }
    }
}

static guint
find_farthest (const TautLine *line)
{
  guint farthest = 0;

  g_assert (line);

  for (guint i = 1; i < line->n_points; i++)
    {
      if (get_distance (&line->points[0], &line->points[i]) >
          get_distance (&line->points[0], &line->points[farthest]))
        farthest = i;
    }

  return farthest;
}

/* Corner @i of a line that goes on for ever: rings wrap, open lines are
 * reflected through their ends. */
static TautOutlinePoint
get_beyond (const TautLine *line,
            int             i)
{
  int n = (int) line->n_points;

  if (line->closed)
    return line->points[((i % n) + n) % n];

  if (i < 0)
    {
      TautOutlinePoint p = line->points[MIN (-i, n - 1)];

      return (TautOutlinePoint) { 2 * line->points[0].x - p.x, 2 * line->points[0].y - p.y };
    }

  if (i >= n)
    {
      TautOutlinePoint p = line->points[MAX (2 * (n - 1) - i, 0)];

      return (TautOutlinePoint) { 2 * line->points[n - 1].x - p.x,
                                  2 * line->points[n - 1].y - p.y };
    }

  return line->points[i];
}

/* Corner @i of a line that goes on for ever: rings wrap, open lines go on
 * straight. */
static TautOutlinePoint
get_corner (const TautLine *line,
            int             i)
{
  int n = (int) line->n_points;
  const TautOutlinePoint *p = line->points;

  g_assert (n > 1);

  if (line->closed)
    return p[((i % n) + n) % n];
  if (i < 0)
    return (TautOutlinePoint) { 2 * p[0].x - p[1].x, 2 * p[0].y - p[1].y };
  if (i >= n)
    return (TautOutlinePoint) { 2 * p[n - 1].x - p[n - 2].x, 2 * p[n - 1].y - p[n - 2].y };

  return p[i];
}

/* Positive when the ring runs clockwise on the page. */
static double
get_signed_area (const TautLine *line)
{
  double area = 0;

  g_assert (line);

  for (guint i = 0; i < line->n_points; i++)
    {
      const TautOutlinePoint *a = &line->points[i];
      const TautOutlinePoint *b = &line->points[(i + 1) % line->n_points];

      area += a->x * b->y - b->x * a->y;
    }

  return area / 2;
}

/* Public API */

TautLine *
taut_line_new (const TautOutlinePoint *points,
               guint                   n_points,
               gboolean                closed)
{
  TautLine *line = NULL;

  g_return_val_if_fail (points || n_points == 0, NULL);

  line = g_new0 (TautLine, 1);
  line->points = g_memdup2 (points, n_points * sizeof (TautOutlinePoint));
  line->n_points = n_points;
  line->closed = closed;

  return line;
}

void
taut_line_free (TautLine *line)
{
  if (!line)
    return;

  g_free (line->points);
  g_free (line);
}

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

TautLine *
taut_line_smooth (const TautLine *line,
                  double          sigma)
{
  g_autoptr (TautLine) even = NULL;
  g_autofree double *kernel = NULL;
  TautLine *smooth = NULL;
  double step = 0;
  int reach = 0;

  g_return_val_if_fail (line, NULL);

  if (sigma <= 0 || line->n_points < 3)
    return taut_line_new (line->points, line->n_points, line->closed);

  even = taut_line_resample (line, sigma / 1.5);
  step = taut_line_get_length (even) / (even->closed ? even->n_points : even->n_points - 1);
  reach = step > 0 ? (int) ceil (KERNEL_SIGMAS * sigma / step) : 0;
  reach = MIN (reach, (int) even->n_points);
  kernel = g_new (double, reach + 1);
  for (int i = 0; i <= reach; i++)
    kernel[i] = exp (-0.5 * (i * step / sigma) * (i * step / sigma));

  smooth = taut_line_new (even->points, even->n_points, even->closed);
  for (int i = 0; i < (int) even->n_points; i++)
    {
      TautOutlinePoint sum = { 0, 0 };
      double weight = 0;

      for (int k = -reach; k <= reach; k++)
        {
          TautOutlinePoint p = get_beyond (even, i + k);

          sum.x += kernel[ABS (k)] * p.x;
          sum.y += kernel[ABS (k)] * p.y;
          weight += kernel[ABS (k)];
        }
      smooth->points[i] = (TautOutlinePoint) { sum.x / weight, sum.y / weight };
    }

  if (!line->closed)
    {
      smooth->points[0] = line->points[0];
      smooth->points[smooth->n_points - 1] = line->points[line->n_points - 1];
    }

  return smooth;
}

TautLine *
taut_line_simplify (const TautLine *line,
                    double          tolerance)
{
  g_autofree gboolean *kept = NULL;
  TautLine *simple = NULL;
  guint n = 0;

  g_return_val_if_fail (line, NULL);

  simple = taut_line_new (line->points, line->n_points, line->closed);
  if (line->n_points < 3)
    return simple;

  kept = g_new0 (gboolean, line->n_points);
  if (line->closed)
    {
      guint half = find_farthest (line);

      keep_corners (line, 0, half, tolerance, kept);
      keep_corners (line, half, line->n_points, tolerance, kept);
    }
  else
    {
      keep_corners (line, 0, line->n_points - 1, tolerance, kept);
    }

  for (guint i = 0; i < line->n_points; i++)
    {
      if (kept[i])
        simple->points[n++] = line->points[i];
    }
  simple->n_points = n;

  return simple;
}

TautLine *
taut_line_resample (const TautLine *line,
                    double          step)
{
  TautLine *even = NULL;
  double length = 0;
  double passed = 0;
  guint n = 0;
  guint from = 0;

  g_return_val_if_fail (line, NULL);
  g_return_val_if_fail (step > 0, NULL);

  length = taut_line_get_length (line);
  if (line->n_points < 2 || length <= 0)
    return taut_line_new (line->points, line->n_points, line->closed);

  n = (guint) MAX (floor (length / step + 0.5), line->closed ? 3 : 1);
  even = g_new0 (TautLine, 1);
  even->closed = line->closed;
  even->n_points = line->closed ? n : n + 1;
  even->points = g_new (TautOutlinePoint, even->n_points);
  for (guint i = 0; i < even->n_points; i++)
    {
      double target = length * i / n;
      const TautOutlinePoint *a = &line->points[from];
      const TautOutlinePoint *b = &line->points[(from + 1) % line->n_points];
      double piece = get_distance (a, b);
      double t = 0;

      while (passed + piece < target && from + 1 < line->n_points - (line->closed ? 0 : 1))
        {
          passed += piece;
          from++;
          a = &line->points[from];
          b = &line->points[(from + 1) % line->n_points];
          piece = get_distance (a, b);
        }
      t = piece > 0 ? CLAMP ((target - passed) / piece, 0, 1) : 0;
      even->points[i] = (TautOutlinePoint) { a->x + (b->x - a->x) * t, a->y + (b->y - a->y) * t };
    }

  return even;
}

void
taut_line_get_controls (const TautLine   *line,
                        guint             i,
                        TautOutlinePoint *first,
                        TautOutlinePoint *second)
{
  TautOutlinePoint p[4];
  double d1 = 0;
  double d2 = 0;
  double d3 = 0;
  double a = 0;
  double b = 0;
  double m = 0;
  double n = 0;

  g_return_if_fail (line && line->n_points > 1);
  g_return_if_fail (first && second);

  for (int k = 0; k < 4; k++)
    p[k] = get_corner (line, (int) i - 1 + k);
  d1 = sqrt (MAX (get_distance (&p[0], &p[1]), 1e-6));
  d2 = sqrt (MAX (get_distance (&p[1], &p[2]), 1e-6));
  d3 = sqrt (MAX (get_distance (&p[2], &p[3]), 1e-6));
  a = 2 * d1 * d1 + 3 * d1 * d2 + d2 * d2;
  b = 2 * d3 * d3 + 3 * d3 * d2 + d2 * d2;
  m = 3 * d1 * (d1 + d2);
  n = 3 * d3 * (d3 + d2);

  *first = (TautOutlinePoint) {
    (d1 * d1 * p[2].x - d2 * d2 * p[0].x + a * p[1].x) / m,
    (d1 * d1 * p[2].y - d2 * d2 * p[0].y + a * p[1].y) / m,
  };
  *second = (TautOutlinePoint) {
    (d3 * d3 * p[1].x - d2 * d2 * p[3].x + b * p[2].x) / n,
    (d3 * d3 * p[1].y - d2 * d2 * p[3].y + b * p[2].y) / n,
  };
}

TautLine *
taut_line_refine (const TautLine *line,
                  guint           n_steps)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TautOutlinePoint));
  guint n_pieces = 0;

  g_return_val_if_fail (line, NULL);
  g_return_val_if_fail (n_steps > 0, NULL);

  if (line->n_points < 2)
    return taut_line_new (line->points, line->n_points, line->closed);

  n_pieces = line->closed ? line->n_points : line->n_points - 1;
  for (guint i = 0; i < n_pieces; i++)
    {
      TautOutlinePoint p = line->points[i];
      TautOutlinePoint q = line->points[(i + 1) % line->n_points];
      TautOutlinePoint b;
      TautOutlinePoint c;

      taut_line_get_controls (line, i, &b, &c);
      for (guint k = 0; k < n_steps; k++)
        {
          double t = (double) k / n_steps;
          double s = 1 - t;
          TautOutlinePoint at = {
            s * s * s * p.x + 3 * s * s * t * b.x + 3 * s * t * t * c.x + t * t * t * q.x,
            s * s * s * p.y + 3 * s * s * t * b.y + 3 * s * t * t * c.y + t * t * t * q.y,
          };

          g_array_append_val (points, at);
        }
    }
  if (!line->closed)
    g_array_append_val (points, line->points[line->n_points - 1]);

  return taut_line_new ((TautOutlinePoint *) points->data, points->len, line->closed);
}

double
taut_line_get_length (const TautLine *line)
{
  double length = 0;

  g_return_val_if_fail (line, 0);

  for (guint i = 1; i < line->n_points; i++)
    length += get_distance (&line->points[i - 1], &line->points[i]);
  if (line->closed && line->n_points > 1)
    length += get_distance (&line->points[line->n_points - 1], &line->points[0]);

  return length;
}

/* The area inside one ring, never negative, whichever way it runs. */
double
taut_line_get_area (const TautLine *line)
{
  g_return_val_if_fail (line, 0);

  return fabs (get_signed_area (line));
}

gboolean
taut_line_is_hole (const TautLine *line)
{
  g_return_val_if_fail (line, FALSE);

  return get_signed_area (line) > 0;
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

void
taut_line_append_svg_path (const TautLine *line,
                           guint           decimals,
                           GString        *path)
{
  TautSvgPen pen;

  g_return_if_fail (line);
  g_return_if_fail (path);

  if (line->n_points < 2)
    return;

  taut_svg_pen_init (&pen, path, decimals);
  taut_svg_pen_follow (&pen, line, FALSE);
}
