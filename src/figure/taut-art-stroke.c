/* taut-art-stroke.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-stroke"

#include "config.h"

#include "taut-art-stroke.h"

#include <math.h>

/* How far a border may move to save corners, in figure units. */
#define TOLERANCE 0.045
/* Thinner than this nobody sees. */
#define LEAST_WIDTH 0.04

static TautOutlinePoint
get_normal (const TautLine *line,
            guint           i)
{
  guint n = line->n_points;
  guint before = i > 0 ? i - 1 : line->closed ? n - 1 : 0;
  guint after = i + 1 < n ? i + 1 : line->closed ? 0 : n - 1;
  double dx = line->points[after].x - line->points[before].x;
  double dy = line->points[after].y - line->points[before].y;
  double length = hypot (dx, dy);

  if (length <= 0)
    return (TautOutlinePoint) { 0, 0 };

  /* To the left on the page, whose y runs down. */
  return (TautOutlinePoint) { dy / length, -dx / length };
}

/* One border of the piece from @first, @n corners long. */
static TautLine *
get_border (const TautArtStroke *stroke,
            guint                first,
            guint                n,
            double               share,
            gboolean             backwards)
{
  g_autoptr (TautLine) border = NULL;
  const TautLine *line = stroke->line;

  border = g_new0 (TautLine, 1);
  border->points = g_new (TautOutlinePoint, n);
  border->n_points = n;
  for (guint i = 0; i < n; i++)
    {
      guint at = (first + (backwards ? n - 1 - i : i)) % line->n_points;
      TautOutlinePoint normal = get_normal (line, at);

      border->points[i] = (TautOutlinePoint) {
        line->points[at].x + normal.x * stroke->widths[at] * share,
        line->points[at].y + normal.y * stroke->widths[at] * share,
      };
    }

  return taut_line_simplify (border, TOLERANCE);
}

static void
draw_piece (const TautArtStroke *stroke,
            guint                first,
            guint                n,
            double               shift,
            TautSvgPen          *pen)
{
  g_autoptr (TautLine) left = NULL;
  g_autoptr (TautLine) right = NULL;

  g_assert (stroke && pen);

  if (n < 3)
    return;

  left = get_border (stroke, first, n, (1 - shift) / 2, FALSE);
  right = get_border (stroke, first, n, -(1 + shift) / 2, TRUE);
  taut_svg_pen_follow (pen, left, FALSE);
  taut_svg_pen_follow (pen, right, TRUE);
  taut_svg_pen_close (pen);
}

/* A ring with width all round is drawn as two rings, one in the other. */
static void
draw_ring (const TautArtStroke *stroke,
           double               shift,
           TautSvgPen          *pen)
{
  guint n = stroke->line->n_points;
  g_autoptr (TautLine) left = get_border (stroke, 0, n, (1 - shift) / 2, FALSE);
  g_autoptr (TautLine) right = get_border (stroke, 0, n, -(1 + shift) / 2, TRUE);

  g_assert (pen);

  left->closed = TRUE;
  right->closed = TRUE;
  taut_svg_pen_follow (pen, left, FALSE);
  taut_svg_pen_follow (pen, right, FALSE);
}

static gboolean
is_drawn (const TautArtStroke *stroke,
          guint                i)
{
  g_assert (stroke);

  return stroke->widths[i % stroke->line->n_points] >= LEAST_WIDTH;
}

/* Public API */

TautArtStroke *
taut_art_stroke_new (const TautLine *line,
                     const double   *widths)
{
  TautArtStroke *stroke = NULL;

  g_return_val_if_fail (line, NULL);
  g_return_val_if_fail (widths || line->n_points == 0, NULL);

  stroke = g_new0 (TautArtStroke, 1);
  stroke->line = taut_line_new (line->points, line->n_points, line->closed);
  stroke->widths = g_memdup2 (widths, line->n_points * sizeof (double));

  return stroke;
}

void
taut_art_stroke_free (TautArtStroke *stroke)
{
  if (!stroke)
    return;

  taut_line_free (stroke->line);
  g_free (stroke->widths);
  g_free (stroke);
}

void
taut_art_stroke_taper (TautArtStroke *stroke,
                       double         begin,
                       double         end,
                       double         tip)
{
  guint n = 0;

  g_return_if_fail (stroke);

  n = stroke->line->n_points;
  for (guint i = 0; i < n && n > 1; i++)
    {
      double u = (double) i / (n - 1);
      double share = 1;

      if (begin > 0)
        share = MIN (share, u / begin);
      if (end > 0)
        share = MIN (share, (1 - u) / end);
      stroke->widths[i] *= tip + (1 - tip) * sin (G_PI / 2 * CLAMP (share, 0, 1));
    }
}

void
taut_art_stroke_soften (TautArtStroke *stroke,
                        double         sigma)
{
  g_autofree double *soft = NULL;
  double step = 0;
  int n = 0;
  int reach = 0;

  g_return_if_fail (stroke);
  g_return_if_fail (sigma > 0);

  n = (int) stroke->line->n_points;
  if (n < 3)
    return;

  step = taut_line_get_length (stroke->line) / n;
  reach = step > 0 ? MIN ((int) ceil (3 * sigma / step), n / 2) : 0;
  soft = g_new (double, n);
  for (int i = 0; i < n; i++)
    {
      double sum = 0;
      double weights = 0;

      for (int k = -reach; k <= reach; k++)
        {
          int at = stroke->line->closed ? (i + k + n) % n : CLAMP (i + k, 0, n - 1);
          double weight = exp (-0.5 * (k * step / sigma) * (k * step / sigma));

          sum += weight * stroke->widths[at];
          weights += weight;
        }
      soft[i] = sum / weights;
    }
  g_free (stroke->widths);
  stroke->widths = g_steal_pointer (&soft);
}

void
taut_art_stroke_draw (const TautArtStroke *stroke,
                      double               shift,
                      TautSvgPen          *pen)
{
  guint n = 0;
  guint start = 0;
  guint first = 0;

  g_return_if_fail (stroke);
  g_return_if_fail (pen);

  n = stroke->line->n_points;
  if (n < 3)
    return;

  /* A ring is opened where nothing is drawn. */
  while (stroke->line->closed && start < n && is_drawn (stroke, start))
    start++;
  if (stroke->line->closed && start == n)
    {
      draw_ring (stroke, shift, pen);
      return;
    }

  first = start;
  for (guint i = start; i < start + n; i++)
    {
      if (is_drawn (stroke, i))
        continue;
      draw_piece (stroke, first, i - first, shift, pen);
      first = i + 1;
    }
  draw_piece (stroke, first, start + n - first, shift, pen);
}
