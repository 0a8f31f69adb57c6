/* test-outline.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-outline.h"

#include <math.h>
#include <string.h>

#define SIZE 81

typedef double (* FieldFunc) (double x,
                              double y);

static double
disc (double x,
      double y)
{
  return 15 - hypot (x, y);
}

static double
ring (double x,
      double y)
{
  return 4 - fabs (hypot (x, y) - 12);
}

static double
two_discs (double x,
           double y)
{
  return MAX (6 - hypot (x - 9, y), 6 - hypot (x + 9, y));
}

/* Reaches over the rim on the right. */
static double
half_plane (double x,
            double y)
{
  return x - 5.25;
}

static double
everywhere (double x,
            double y)
{
  return 1;
}

static double
nowhere (double x,
         double y)
{
  return -1;
}

/* A raster of 81 x 81 samples, half a unit apart, centred on the origin. */
static TautOutline *
trace (FieldFunc field)
{
  g_autofree float *values = g_new (float, SIZE * SIZE);

  for (int row = 0; row < SIZE; row++)
    for (int column = 0; column < SIZE; column++)
      values[row * SIZE + column] = (float) field (column * 0.5 - 20, row * 0.5 - 20);

  return taut_outline_trace (values, SIZE, SIZE, 0, -20, -20, 0.5);
}

static double
get_signed_area (const TautLine *line)
{
  double area = 0;

  for (guint i = 0; i < line->n_points; i++)
    {
      const TautOutlinePoint *a = &line->points[i];
      const TautOutlinePoint *b = &line->points[(i + 1) % line->n_points];

      area -= a->x * b->y - b->x * a->y;
    }

  return area / 2;
}

static void
test_trace (void)
{
  const struct
  {
    FieldFunc field;
    guint n_lines;
    double area;
  } table[] = {
    { disc, 1, G_PI * 15 * 15 },
    { ring, 2, G_PI * (16 * 16 - 8 * 8) },
    { two_discs, 2, 2 * G_PI * 36 },
    { half_plane, 1, 14.75 * 40 },
    { everywhere, 1, 40 * 40 },
    { nowhere, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (TautOutline) outline = trace (table[i].field);
      double area = 0;

      g_assert_cmpuint (outline->lines->len, ==, table[i].n_lines);
      for (guint l = 0; l < outline->lines->len; l++)
        {
          const TautLine *line = g_ptr_array_index (outline->lines, l);

          g_assert_true (line->closed);
          area += get_signed_area (line);
          g_assert_cmpint (taut_line_is_hole (line), ==, get_signed_area (line) < 0);
        }
      /* Inside on the left: borders of holes count negative. */
      g_assert_cmpfloat_with_epsilon (area, table[i].area, table[i].area * 0.004 + 1e-9);
    }
}

static void
test_contains (void)
{
  g_autoptr (TautOutline) outline = trace (ring);
  const struct
  {
    double x;
    double y;
    gboolean inside;
  } table[] = {
    { 0, 0, FALSE }, { 7.5, 0, FALSE }, { 8.5, 0.1, TRUE }, { 0, -15.5, TRUE },
    { 16.5, 0, FALSE }, { -9, -9, TRUE }, { 30, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (taut_outline_contains (outline, table[i].x, table[i].y), ==,
                     table[i].inside);
}

/* Diagonal neighbours: joined or apart as their mean says, never crossed. */
static void
test_saddle (void)
{
  const float apart[4] = { 1, -2, -2, 1 };
  const float joined[4] = { 2, -1, -1, 2 };
  const float missing[4] = { 1, NAN, 1, 1 };
  g_autoptr (TautOutline) a = taut_outline_trace (apart, 2, 2, 0, 0, 0, 1);
  g_autoptr (TautOutline) b = taut_outline_trace (joined, 2, 2, 0, 0, 0, 1);
  g_autoptr (TautOutline) c = taut_outline_trace (missing, 2, 2, 0, 0, 0, 1);

  g_assert_cmpuint (a->lines->len, ==, 2);
  g_assert_cmpuint (b->lines->len, ==, 1);
  g_assert_cmpuint (c->lines->len, ==, 1);
  for (guint i = 0; i < ((TautLine *) c->lines->pdata[0])->n_points; i++)
    g_assert_true (isfinite (((TautLine *) c->lines->pdata[0])->points[i].x));
}

static void
test_simplify (void)
{
  const double tolerances[] = { 0.05, 0.2, 1, 3 };
  g_autoptr (TautOutline) outline = trace (ring);

  for (guint i = 0; i < G_N_ELEMENTS (tolerances); i++)
    {
      const TautLine *line = g_ptr_array_index (outline->lines, 0);
      g_autoptr (TautLine) simple = taut_line_simplify (line, tolerances[i]);

      g_assert_cmpuint (simple->n_points, <, line->n_points);
      g_assert_cmpuint (simple->n_points, >=, 2);
      for (guint k = 0; k < line->n_points; k++)
        {
          double nearest = G_MAXDOUBLE;

          for (guint j = 0; j < simple->n_points; j++)
            {
              TautOutlinePoint a = simple->points[j];
              TautOutlinePoint b = simple->points[(j + 1) % simple->n_points];
              double dx = b.x - a.x;
              double dy = b.y - a.y;
              double t = ((line->points[k].x - a.x) * dx + (line->points[k].y - a.y) * dy) /
                         (dx * dx + dy * dy);

              t = CLAMP (t, 0, 1);
              nearest = MIN (nearest, hypot (line->points[k].x - a.x - t * dx,
                                             line->points[k].y - a.y - t * dy));
            }
          g_assert_cmpfloat (nearest, <=, tolerances[i] + 1e-9);
        }
    }
}

static void
test_smooth (void)
{
  TautOutlinePoint zigzag[41];
  g_autoptr (TautLine) line = NULL;
  g_autoptr (TautLine) smooth = NULL;
  g_autoptr (TautOutline) outline = trace (disc);
  g_autoptr (TautLine) round = NULL;
  double highest = 0;

  for (int i = 0; i < 41; i++)
    zigzag[i] = (TautOutlinePoint) { i, i % 2 };
  line = taut_line_new (zigzag, 41, FALSE);
  smooth = taut_line_smooth (line, 3);

  g_assert_cmpfloat (smooth->points[0].x, ==, 0);
  g_assert_cmpfloat (smooth->points[0].y, ==, 0);
  g_assert_cmpfloat (smooth->points[smooth->n_points - 1].x, ==, 40);
  g_assert_cmpfloat (smooth->points[smooth->n_points - 1].y, ==, 0);
  for (guint i = 0; i < smooth->n_points; i++)
    {
      if (smooth->points[i].x > 10 && smooth->points[i].x < 30)
        highest = MAX (highest, fabs (smooth->points[i].y - 0.5));
    }
  g_assert_cmpfloat (highest, <, 0.05);

  /* A ring stays closed and shrinks by no more than sigma squared over its
   * diameter. */
  round = taut_line_smooth (g_ptr_array_index (outline->lines, 0), 1);
  g_assert_true (round->closed);
  for (guint i = 0; i < round->n_points; i++)
    g_assert_cmpfloat_with_epsilon (hypot (round->points[i].x, round->points[i].y), 15, 0.06);
}

static void
test_resample (void)
{
  const TautOutlinePoint corners[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 } };
  g_autoptr (TautLine) open = taut_line_new (corners, 4, FALSE);
  g_autoptr (TautLine) closed = taut_line_new (corners, 4, TRUE);
  g_autoptr (TautLine) a = taut_line_resample (open, 2.5);
  g_autoptr (TautLine) b = taut_line_resample (closed, 2.5);

  g_assert_cmpfloat (taut_line_get_length (open), ==, 30);
  g_assert_cmpfloat (taut_line_get_length (closed), ==, 40);
  g_assert_cmpfloat (taut_line_get_area (closed), ==, 100);
  g_assert_cmpuint (a->n_points, ==, 13);
  g_assert_cmpuint (b->n_points, ==, 16);
  g_assert_cmpfloat (a->points[12].x, ==, 0);
  g_assert_cmpfloat (a->points[12].y, ==, 10);
  g_assert_cmpfloat (b->points[15].y, ==, 2.5);
}

/* Lines of no length and lines of one corner pass through everything. */
static void
test_degenerate (void)
{
  const TautOutlinePoint same[] = { { 3, 3 }, { 3, 3 }, { 3, 3 }, { 3, 3 } };

  for (guint n = 0; n <= G_N_ELEMENTS (same); n++)
    for (int closed = 0; closed < 2; closed++)
      {
        g_autoptr (TautLine) line = taut_line_new (same, n, closed);
        g_autoptr (TautLine) smooth = taut_line_smooth (line, 2);
        g_autoptr (TautLine) simple = taut_line_simplify (line, 0.5);
        g_autoptr (TautLine) even = taut_line_resample (line, 1);
        g_autoptr (GString) path = g_string_new (NULL);

        g_assert_cmpuint (smooth->n_points, <=, n);
        g_assert_cmpuint (simple->n_points, <=, n);
        for (guint i = 0; i < smooth->n_points; i++)
          g_assert_cmpfloat (smooth->points[i].x, ==, 3);
        taut_line_append_svg_path (even, 1, path);
        g_assert_null (strstr (path->str, "nan"));
      }
}

static void
test_svg_path (void)
{
  const TautOutlinePoint straight[] = { { 0, 0 }, { 6, 0 }, { 12, 0 } };
  g_autoptr (TautLine) line = taut_line_new (straight, 3, FALSE);
  g_autoptr (TautOutline) outline = trace (disc);
  g_autoptr (TautLine) simple = taut_line_simplify (g_ptr_array_index (outline->lines, 0), 0.1);
  g_autoptr (GString) path = g_string_new (NULL);

  taut_line_append_svg_path (line, 1, path);
  g_assert_cmpstr (path->str, ==, "M0 0c2 0 4 0 6 0 2 0 4 0 6 0");

  g_string_truncate (path, 0);
  taut_line_append_svg_path (simple, 2, path);
  g_assert_true (g_str_has_prefix (path->str, "M"));
  g_assert_true (g_str_has_suffix (path->str, "z"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/outline/trace", test_trace);
  g_test_add_func ("/figure/outline/contains", test_contains);
  g_test_add_func ("/figure/outline/saddle", test_saddle);
  g_test_add_func ("/figure/outline/simplify", test_simplify);
  g_test_add_func ("/figure/outline/smooth", test_smooth);
  g_test_add_func ("/figure/outline/resample", test_resample);
  g_test_add_func ("/figure/outline/degenerate", test_degenerate);
  g_test_add_func ("/figure/outline/svg-path", test_svg_path);

  return g_test_run ();
}
