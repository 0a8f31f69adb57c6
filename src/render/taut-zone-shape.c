/* taut-zone-shape.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A pattern is drawn from its contour and three rasters of distances. Depth is
 * the signed distance to the contour, and says which dots fit inside. Fade is
 * the distance to those borders of the contour where the pattern ends on the
 * skin; where it ends because the body turns away from the viewer, it does not
 * fade, or a pattern that runs round an arm would seem to stop at its rim.
 * Reach is the fade that is found deep inside, near a place: where a pattern is
 * narrow it tells how much way there is to fade over. A neck or a finger is a
 * few pixels wide, and would be all border without it.
 *
 * Distances are exact near the contour and cut off at BAND_UNITS, for nothing
 * fades over a longer way. They are found by visiting, for each side of the
 * contour, the samples near it: the work grows with the length of the contour,
 * not with its area.
 */

#define G_LOG_DOMAIN "taut-zone-shape"

#include "config.h"

#include "taut-zone-shape.h"

#include <math.h>

#include "taut-palette.h"

/* Longest way over which a pattern fades, in units of the contour. */
#define BAND_UNITS TAUT_ZONE_SHAPE_BAND
/* Samples of a raster, about: small shapes get a finer one. */
#define N_SAMPLES 30000.0
#define STEP_MIN_UNITS 0.4
#define STEP_MAX_UNITS 4.0
/* How far outside the contour one looks for skin. */
#define PROBE_UNITS 1.5
#define N_FILL_STEPS 5
/* How fast the reach of a wide place is lost on the way into a narrow one. */
#define REACH_LOSS 0.5
/* A border fades over this part of the reach at most: the rest is at full strength. */
#define REACH_PART 0.7

/* The rasters are made when they are first asked for: of many shapes only the contour
 * is wanted. */
struct _TautZoneShape
{
  TautOutline *outline;
  TautBorderFunc fades;
  gpointer user_data;
  cairo_rectangle_t extents;
  double x0;
  double y0;
  double step;
  guint width;
  guint height;
  float *depth;
  float *fade;
  float *reach;
  guint8 *sharp;
};

static void
measure_outline (const TautOutline *outline,
                 cairo_rectangle_t *extents)
{
  double low_x = G_MAXDOUBLE;
  double low_y = G_MAXDOUBLE;
  double high_x = -G_MAXDOUBLE;
  double high_y = -G_MAXDOUBLE;

  g_assert (outline != NULL);
  g_assert (extents != NULL);

  for (guint i = 0; i < outline->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (outline->lines, i);

      for (guint k = 0; k < line->n_points; k++)
        {
          low_x = MIN (low_x, line->points[k].x);
          low_y = MIN (low_y, line->points[k].y);
          high_x = MAX (high_x, line->points[k].x);
          high_y = MAX (high_y, line->points[k].y);
        }
    }

  *extents = (cairo_rectangle_t) { 0 };
  if (low_x <= high_x)
    *extents = (cairo_rectangle_t) { low_x, low_y, high_x - low_x, high_y - low_y };
}

static void
allocate_rasters (TautZoneShape *shape)
{
  double width;
  double height;
  gsize n;

  g_assert (shape != NULL);

  width = shape->extents.width + 2 * PROBE_UNITS;
  height = shape->extents.height + 2 * PROBE_UNITS;
  shape->step = CLAMP (sqrt (width * height / N_SAMPLES), STEP_MIN_UNITS, STEP_MAX_UNITS);
  shape->x0 = shape->extents.x - PROBE_UNITS;
  shape->y0 = shape->extents.y - PROBE_UNITS;
  shape->width = (guint) ceil (width / shape->step) + 1;
  shape->height = (guint) ceil (height / shape->step) + 1;

  n = (gsize) shape->width * shape->height;
  shape->depth = g_new (float, n);
  shape->fade = g_new (float, n);
  shape->reach = g_new0 (float, n);
  shape->sharp = g_new0 (guint8, n);
  for (gsize i = 0; i < n; i++)
    shape->depth[i] = shape->fade[i] = BAND_UNITS * BAND_UNITS;
}

static double
get_squared_distance (TautOutlinePoint a,
                      TautOutlinePoint b,
                      double           x,
                      double           y)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);

  dx = a.x + t * dx - x;
  dy = a.y + t * dy - y;

  return dx * dx + dy * dy;
}

static guint
to_sample (double value,
           double origin,
           double step,
           guint  n)
{
  double sample = (value - origin) / step;

  return (guint) CLAMP (sample, 0, n - 1);
}

static void
add_segment (TautZoneShape    *shape,
             TautOutlinePoint  a,
             TautOutlinePoint  b,
             gboolean          sharp)
{
  guint left, right, top, bottom;

  g_assert (shape != NULL);

  left = to_sample (MIN (a.x, b.x) - BAND_UNITS, shape->x0, shape->step, shape->width);
  right = to_sample (MAX (a.x, b.x) + BAND_UNITS, shape->x0, shape->step, shape->width);
  top = to_sample (MIN (a.y, b.y) - BAND_UNITS, shape->y0, shape->step, shape->height);
  bottom = to_sample (MAX (a.y, b.y) + BAND_UNITS, shape->y0, shape->step, shape->height);

  for (guint row = top; row <= bottom; row++)
    for (guint column = left; column <= right; column++)
      {
        gsize at = (gsize) row * shape->width + column;
        float distance = (float) get_squared_distance (a, b,
                                                       shape->x0 + column * shape->step,
                                                       shape->y0 + row * shape->step);

        if (distance < shape->depth[at])
          {
            shape->depth[at] = distance;
            shape->sharp[at] = (guint8) sharp;
          }
        if (!sharp && distance < shape->fade[at])
          shape->fade[at] = distance;
      }
}

static gboolean
is_sharp (const TautZoneShape *shape,
          TautOutlinePoint     a,
          TautOutlinePoint     b)
{
  TautOutlinePoint middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 };
  double length = hypot (b.x - a.x, b.y - a.y);
  double nx, ny;

  g_assert (shape != NULL);

  if (shape->fades == NULL || length <= 0)
    return FALSE;

  nx = (b.y - a.y) / length * PROBE_UNITS;
  ny = -(b.x - a.x) / length * PROBE_UNITS;
  if (taut_outline_contains (shape->outline, middle.x + nx, middle.y + ny))
    {
      nx = -nx;
      ny = -ny;
    }

  return !shape->fades (middle.x + nx, middle.y + ny, shape->user_data);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
find_crossings (const TautOutline *outline,
                double             y,
                GArray            *crossings)
{
  g_assert (outline != NULL);
  g_assert (crossings != NULL);

  g_array_set_size (crossings, 0);
  for (guint i = 0; i < outline->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (outline->lines, i);

      for (guint k = 0; k < line->n_points; k++)
        {
          TautOutlinePoint a = line->points[k];
          TautOutlinePoint b = line->points[(k + 1) % line->n_points];

          if ((a.y <= y) != (b.y <= y))
            {
              double x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);

              g_array_append_val (crossings, x);
            }
        }
    }
  g_array_sort (crossings, compare_doubles);
}

/* Turns squared distances into signed ones: outside is negative, but the fade goes on
 * beyond a sharp border as if the body went on there. */
static void
sign_rasters (TautZoneShape *shape)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert (shape != NULL);

  for (guint row = 0; row < shape->height; row++)
    {
      guint n_passed = 0;

      find_crossings (shape->outline, shape->y0 + row * shape->step, crossings);
      for (guint column = 0; column < shape->width; column++)
        {
          gsize at = (gsize) row * shape->width + column;
          double x = shape->x0 + column * shape->step;

          shape->depth[at] = sqrtf (shape->depth[at]);
          shape->fade[at] = sqrtf (shape->fade[at]);
          while (n_passed < crossings->len && g_array_index (crossings, double, n_passed) <= x)
            n_passed++;
          if (n_passed % 2 != 0)
            {
              shape->reach[at] = shape->fade[at];
              continue;
            }

          shape->depth[at] = -shape->depth[at];
          if (!shape->sharp[at])
            shape->fade[at] = -shape->fade[at];
        }
    }
}

/* Hands the reach of each sample on to those that come after it. */
static void
spread_reach_from (TautZoneShape *shape,
                   int            column,
                   int            row,
                   int            direction)
{
  static const int steps[][2] = { { 1, 0 }, { -1, 1 }, { 0, 1 }, { 1, 1 } };
  float from;

  g_assert (shape != NULL);

  from = shape->reach[(gsize) row * shape->width + column];
  if (from <= 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      int to_column = column + direction * steps[i][0];
      int to_row = row + direction * steps[i][1];
      float way = (float) (shape->step * (steps[i][0] != 0 && steps[i][1] != 0 ? G_SQRT2 : 1));
      float *to;

      if (to_column < 0 || to_row < 0 ||
          to_column >= (int) shape->width || to_row >= (int) shape->height)
        continue;

      to = &shape->reach[(gsize) to_row * shape->width + to_column];
      *to = MAX (*to, from - (float) REACH_LOSS * way);
    }
}

/* What is handed from the middle of a pattern straight to its border arrives less the
 * loss: that is made up for again. */
static void
restore_reach (TautZoneShape *shape)
{
  gsize n = (gsize) shape->width * shape->height;

  for (gsize i = 0; i < n; i++)
    shape->reach[i] = (shape->reach[i] - (float) REACH_LOSS * MAX (0, shape->fade[i])) /
                      (float) (1 - REACH_LOSS);
}

static void
spread_reach (TautZoneShape *shape)
{
  int width = (int) shape->width;
  int height = (int) shape->height;

  for (int row = 0; row < height; row++)
    for (int column = 0; column < width; column++)
      spread_reach_from (shape, column, row, 1);
  for (int row = height - 1; row >= 0; row--)
    for (int column = width - 1; column >= 0; column--)
      spread_reach_from (shape, column, row, -1);
  restore_reach (shape);
}

static void
make_rasters (TautZoneShape *shape)
{
  g_assert (shape != NULL);

  allocate_rasters (shape);
  for (guint i = 0; i < shape->outline->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (shape->outline->lines, i);

      for (guint k = 0; k < line->n_points; k++)
        {
          TautOutlinePoint a = line->points[k];
          TautOutlinePoint b = line->points[(k + 1) % line->n_points];

          add_segment (shape, a, b, is_sharp (shape, a, b));
        }
    }
  sign_rasters (shape);
  spread_reach (shape);
}

static const TautZoneShape *
with_rasters (const TautZoneShape *shape)
{
  if (shape->depth == NULL && !taut_zone_shape_is_empty (shape))
    make_rasters ((TautZoneShape *) shape);

  return shape;
}

TautZoneShape *
taut_zone_shape_new (TautOutline    *outline,
                     TautBorderFunc  fades,
                     gpointer        user_data)
{
  TautZoneShape *shape;

  g_return_val_if_fail (outline != NULL, NULL);

  shape = g_new0 (TautZoneShape, 1);
  shape->outline = outline;
  shape->fades = fades;
  shape->user_data = user_data;
  measure_outline (outline, &shape->extents);

  return shape;
}

void
taut_zone_shape_free (TautZoneShape *shape)
{
  if (shape == NULL)
    return;

  taut_outline_free (shape->outline);
  g_free (shape->depth);
  g_free (shape->fade);
  g_free (shape->reach);
  g_free (shape->sharp);
  g_free (shape);
}

gboolean
taut_zone_shape_is_empty (const TautZoneShape *shape)
{
  g_return_val_if_fail (shape != NULL, TRUE);

  return shape->extents.width <= 0 || shape->extents.height <= 0;
}

const TautOutline *
taut_zone_shape_get_outline (const TautZoneShape *shape)
{
  g_return_val_if_fail (shape != NULL, NULL);

  return shape->outline;
}

void
taut_zone_shape_get_extents (const TautZoneShape *shape,
                             cairo_rectangle_t   *extents)
{
  g_return_if_fail (shape != NULL);
  g_return_if_fail (extents != NULL);

  *extents = shape->extents;
}

static double
sample_raster (const TautZoneShape *shape,
               const float         *raster,
               double               x,
               double               y)
{
  double column = (x - shape->x0) / shape->step;
  double row = (y - shape->y0) / shape->step;
  guint left, top;
  const float *corner;
  double tx, ty;

  g_assert (shape != NULL);

  if (raster == NULL || column < 0 || row < 0 ||
      column > shape->width - 1 || row > shape->height - 1)
    return -BAND_UNITS;

  left = MIN ((guint) column, shape->width - 2);
  top = MIN ((guint) row, shape->height - 2);
  tx = column - left;
  ty = row - top;
  corner = raster + (gsize) top * shape->width + left;

  return (corner[0] * (1 - tx) + corner[1] * tx) * (1 - ty) +
         (corner[shape->width] * (1 - tx) + corner[shape->width + 1] * tx) * ty;
}

double
taut_zone_shape_get_depth (const TautZoneShape *shape,
                           double               x,
                           double               y)
{
  g_return_val_if_fail (shape != NULL, -BAND_UNITS);

  return sample_raster (shape, with_rasters (shape)->depth, x, y);
}

double
taut_zone_shape_get_fade (const TautZoneShape *shape,
                          double               x,
                          double               y)
{
  g_return_val_if_fail (shape != NULL, -BAND_UNITS);

  return sample_raster (shape, with_rasters (shape)->fade, x, y);
}

double
taut_zone_shape_get_reach (const TautZoneShape *shape,
                           double               x,
                           double               y)
{
  g_return_val_if_fail (shape != NULL, 0);

  return CLAMP (sample_raster (shape, with_rasters (shape)->reach, x, y), 0, BAND_UNITS);
}

static double
get_strength (double fade,
              double reach,
              double softness)
{
  double way = MIN (MIN (softness, BAND_UNITS), REACH_PART * reach);

  return fade >= way ? 1 : MAX (0, fade) / way;
}

double
taut_zone_shape_get_strength (const TautZoneShape *shape,
                              double               softness,
                              double               x,
                              double               y)
{
  g_return_val_if_fail (shape != NULL, 0);

  return get_strength (sample_raster (shape, with_rasters (shape)->fade, x, y),
                       sample_raster (shape, with_rasters (shape)->reach, x, y),
                       softness);
}

/* The strength, but going on below 0 outside, so that the border can be traced. */
static float *
make_strengths (const TautZoneShape *shape,
                double               softness)
{
  gsize n = (gsize) shape->width * shape->height;
  float *strengths = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    strengths[i] = shape->fade[i] < 0
                     ? shape->fade[i] / BAND_UNITS
                     : (float) get_strength (shape->fade[i], shape->reach[i], softness);

  return strengths;
}

static void
add_outline (const TautOutline *outline,
             double             scale,
             cairo_t           *cr)
{
  g_assert (outline != NULL);
  g_assert (cr != NULL);

  for (guint i = 0; i < outline->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (outline->lines, i);

      cairo_new_sub_path (cr);
      for (guint k = 0; k < line->n_points; k++)
        cairo_line_to (cr, line->points[k].x * scale, line->points[k].y * scale);
      cairo_close_path (cr);
    }
}

void
taut_zone_shape_add_path (const TautZoneShape *shape,
                          double               scale,
                          cairo_t             *cr)
{
  g_return_if_fail (shape != NULL);
  g_return_if_fail (scale > 0);
  g_return_if_fail (cr != NULL);

  add_outline (shape->outline, scale, cr);
}

void
taut_zone_shape_fill (const TautZoneShape *shape,
                      double               scale,
                      double               softness,
                      guint32              color,
                      double               opacity,
                      cairo_t             *cr)
{
  g_autofree float *strengths = NULL;
  double step_opacity;

  g_return_if_fail (shape != NULL);
  g_return_if_fail (scale > 0);
  g_return_if_fail (cr != NULL);

  if (taut_zone_shape_is_empty (shape))
    return;

  strengths = make_strengths (with_rasters (shape), softness / scale);
  /* Sheets of equal opacity that together cover as much as one of @opacity. */
  step_opacity = 1 - pow (1 - opacity, 1.0 / N_FILL_STEPS);

  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  add_outline (shape->outline, scale, cr);
  cairo_clip (cr);
  taut_color_set_source (color, step_opacity, cr);
  for (guint i = 0; i < N_FILL_STEPS; i++)
    {
      g_autoptr (TautOutline) level =
        taut_outline_trace (strengths, shape->width, shape->height, (double) i / N_FILL_STEPS,
                            shape->x0, shape->y0, shape->step);

      add_outline (level, scale, cr);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}
