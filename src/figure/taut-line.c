/* taut-line.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-line"

#include "config.h"

#include "taut-outline.h"

#include <math.h>
#include <string.h>

#include "taut-svg-pen.h"

/* Beyond this many sigmas a Gaussian no longer counts. */
#define KERNEL_SIGMAS 3.5

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
