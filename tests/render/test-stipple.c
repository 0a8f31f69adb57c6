/* test-stipple.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "taut-cairo.h"
#include "taut-stipple.h"

#define SIZE_PX 240

static TautOutline *
make_disc (double x,
           double y,
           double radius)
{
  TautOutline *outline = taut_outline_new ();
  TautOutlinePoint points[96];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (TautOutlinePoint) {
      x + radius * cos (2 * G_PI * i / G_N_ELEMENTS (points)),
      y + radius * sin (2 * G_PI * i / G_N_ELEMENTS (points)),
    };
  g_ptr_array_add (outline->lines, taut_line_new (points, G_N_ELEMENTS (points), TRUE));

  return outline;
}

static cairo_surface_t *
draw (const TautStipple   *stipple,
      const TautZoneShape *shape,
      double               scale,
      double               pan_x,
      double               pan_y,
      guint               *n_dots)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE_PX, SIZE_PX);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  guint n;

  cairo_translate (cr, pan_x, pan_y);
  n = taut_stipple_draw (stipple, shape, scale, cr);
  if (n_dots != NULL)
    *n_dots = n;
  cairo_surface_flush (surface);

  return surface;
}

static guint8
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
}

static double
sum_pixels (cairo_surface_t *surface)
{
  double sum = 0;

  for (int y = 0; y < SIZE_PX; y++)
    for (int x = 0; x < SIZE_PX; x++)
      sum += get_pixel (surface, x, y) / 255.0;

  return sum;
}

static void
test_depth (void)
{
  g_autoptr (TautZoneShape) shape = taut_zone_shape_new (make_disc (50, 60, 20), NULL, NULL);
  cairo_rectangle_t extents;

  taut_zone_shape_get_extents (shape, &extents);
  g_assert_cmpfloat_with_epsilon (extents.x, 30, 0.1);
  g_assert_cmpfloat_with_epsilon (extents.height, 40, 0.2);

  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_depth (shape, 50, 60), TAUT_ZONE_SHAPE_BAND, 0.01);
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_depth (shape, 35, 60), 5, 0.2);
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_depth (shape, 50, 40.5), 0.5, 0.2);
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_depth (shape, 32, 45), -3.4, 0.3);
  g_assert_cmpfloat (taut_zone_shape_get_depth (shape, 500, 60), <=, -TAUT_ZONE_SHAPE_BAND);
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_fade (shape, 35, 60), 5, 0.2);
}

static void
test_empty (void)
{
  g_autoptr (TautZoneShape) shape = taut_zone_shape_new (taut_outline_new (), NULL, NULL);
  TautStipple stipple = { 3.6, 1, 6, FALSE, NULL };
  g_autoptr (cairo_surface_t) surface = NULL;
  guint n_dots;

  g_assert_true (taut_zone_shape_is_empty (shape));
  surface = draw (&stipple, shape, 1, 0, 0, &n_dots);
  g_assert_cmpuint (n_dots, ==, 0);
  g_assert_cmpfloat (sum_pixels (surface), ==, 0);
}

/* Skin ends at x = 50, as at the rim of a body. */
static gboolean
is_left (double   x,
         double   y,
         gpointer user_data)
{
  return x < 50;
}

static void
test_sharp_border (void)
{
  TautOutlinePoint square[] = { { 10, 10 }, { 50, 10 }, { 50, 50 }, { 10, 50 } };
  TautOutline *outline = taut_outline_new ();
  g_autoptr (TautZoneShape) shape = NULL;

  g_ptr_array_add (outline->lines, taut_line_new (square, G_N_ELEMENTS (square), TRUE));
  shape = taut_zone_shape_new (outline, is_left, NULL);

  /* Near the rim the pattern is still far from where it fades. */
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_depth (shape, 49, 30), 1, 0.2);
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_fade (shape, 49, 30), TAUT_ZONE_SHAPE_BAND, 0.01);
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_fade (shape, 49, 12), 2, 0.3);
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_fade (shape, 12, 30), 2, 0.3);
}

static void
test_pan (void)
{
  g_autoptr (TautZoneShape) shape = taut_zone_shape_new (make_disc (60, 60, 45), NULL, NULL);
  TautStipple stipple = { 3.6, 1, 6, FALSE, NULL };
  g_autoptr (cairo_surface_t) still = draw (&stipple, shape, 1.5, 0, 0, NULL);
  g_autoptr (cairo_surface_t) panned = draw (&stipple, shape, 1.5, 37, -21, NULL);

  g_assert_cmpfloat (sum_pixels (still), >, 1000);
  for (int y = 25; y < SIZE_PX; y++)
    for (int x = 0; x < SIZE_PX - 40; x++)
      g_assert_cmpint (ABS (get_pixel (still, x, y) - get_pixel (panned, x + 37, y - 21)), <=, 1);
}

static void
test_clip (void)
{
  g_autoptr (TautZoneShape) shape = taut_zone_shape_new (make_disc (60, 60, 45), NULL, NULL);
  TautStipple stipple = { 3.6, 1, 6, FALSE, NULL };
  g_autoptr (cairo_surface_t) whole = draw (&stipple, shape, 1.5, 0, 0, NULL);
  g_autoptr (cairo_surface_t) part = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE_PX, SIZE_PX);
  g_autoptr (cairo_t) cr = cairo_create (part);

  cairo_rectangle (cr, 60, 70, 50, 40);
  cairo_clip (cr);
  g_assert_cmpuint (taut_stipple_draw (&stipple, shape, 1.5, cr), <, 500);
  cairo_surface_flush (part);

  /* cairo's quick antialiasing differs a little at the rims of dots. */
  for (int y = 70; y < 110; y++)
    for (int x = 60; x < 110; x++)
      g_assert_cmpint (ABS (get_pixel (whole, x, y) - get_pixel (part, x, y)), <=, 24);
}

/* The same number of dots per pixel at every zoom. */
static void
test_density (void)
{
  g_autoptr (TautZoneShape) shape = taut_zone_shape_new (make_disc (0, 0, 30), NULL, NULL);
  TautStipple core = { 3.6, 1, 0, FALSE, NULL };
  TautStipple spillover = { 3.6, 1, 0, TRUE, NULL };

  for (double scale = 2; scale <= 16; scale *= 2)
    {
      g_autoptr (cairo_surface_t) surface =
        cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      g_autoptr (cairo_t) cr = cairo_create (surface);
      double area = G_PI * pow (30 * scale - 1, 2);
      double expected = area / (3.6 * 3.6 * 0.866);
      guint n_core = taut_stipple_draw (&core, shape, scale, cr);
      guint n_spillover = taut_stipple_draw (&spillover, shape, scale, cr);

      g_assert_cmpfloat_with_epsilon (n_core / expected, 1, 0.05);
      g_assert_cmpfloat_with_epsilon (n_spillover / expected, 0.25, 0.03);
    }
}

static void
test_spared (void)
{
  g_autoptr (TautZoneShape) shape = taut_zone_shape_new (make_disc (60, 60, 45), NULL, NULL);
  g_autoptr (TautZoneShape) core = taut_zone_shape_new (make_disc (60, 60, 20), NULL, NULL);
  TautStipple stipple = { 3.6, 1, 0, TRUE, core };
  g_autoptr (cairo_surface_t) surface = draw (&stipple, shape, 1, 0, 0, NULL);
  double inside = 0;

  for (int y = 0; y < SIZE_PX; y++)
    for (int x = 0; x < SIZE_PX; x++)
      if (hypot (x + 0.5 - 60, y + 0.5 - 60) < 19)
        inside += get_pixel (surface, x, y);

  g_assert_cmpfloat (inside, ==, 0);
  g_assert_cmpfloat (sum_pixels (surface), >, 200);
}

/* A sparse pattern over a dense one adds no dots. */
static void
test_one_grid (void)
{
  g_autoptr (TautZoneShape) shape = taut_zone_shape_new (make_disc (60, 60, 45), NULL, NULL);
  TautStipple core = { 3.6, 1, 0, FALSE, NULL };
  TautStipple spillover = { 3.6, 1, 0, TRUE, NULL };
  g_autoptr (cairo_surface_t) dense = draw (&core, shape, 1, 0, 0, NULL);
  g_autoptr (cairo_surface_t) sparse = draw (&spillover, shape, 1, 0, 0, NULL);

  for (int y = 0; y < SIZE_PX; y++)
    for (int x = 0; x < SIZE_PX; x++)
      g_assert_cmpint (get_pixel (sparse, x, y), <=, get_pixel (dense, x, y) + 1);
}

static void
test_soft_fill (void)
{
  g_autoptr (TautZoneShape) shape = taut_zone_shape_new (make_disc (60, 60, 45), NULL, NULL);
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE_PX, SIZE_PX);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  taut_zone_shape_fill (shape, 1, 8, 0x000000, 0.2, cr);
  cairo_surface_flush (surface);

  g_assert_cmpint (get_pixel (surface, 60, 60), >=, 48);
  g_assert_cmpint (get_pixel (surface, 60, 60), <=, 54);
  g_assert_cmpint (get_pixel (surface, 16, 60), >, 5);
  g_assert_cmpint (get_pixel (surface, 16, 60), <, 25);
  g_assert_cmpint (get_pixel (surface, 13, 60), ==, 0);
}

/* A band of skin, and a wide place at its end. */
static TautZoneShape *
make_neck (double width)
{
  TautOutlinePoint points[] = {
    { 20, 60 - width / 2 }, { 80, 60 - width / 2 }, { 80, 30 }, { 110, 30 },
    { 110, 90 }, { 80, 90 }, { 80, 60 + width / 2 }, { 20, 60 + width / 2 },
  };
  TautOutline *outline = taut_outline_new ();

  g_ptr_array_add (outline->lines, taut_line_new (points, G_N_ELEMENTS (points), TRUE));

  return taut_zone_shape_new (outline, NULL, NULL);
}

static void
test_narrow (void)
{
  g_autoptr (TautZoneShape) shape = make_neck (6);

  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_reach (shape, 40, 60), 3, 0.4);
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_reach (shape, 95, 60), TAUT_ZONE_SHAPE_BAND, 0.1);

  /* At full strength along its middle, soft at its border, nothing outside. */
  g_assert_cmpfloat (taut_zone_shape_get_strength (shape, 10, 40, 60), ==, 1);
  g_assert_cmpfloat (taut_zone_shape_get_strength (shape, 10, 40, 62.7), <, 0.5);
  g_assert_cmpfloat (taut_zone_shape_get_strength (shape, 10, 40, 65), ==, 0);
  /* Where there is room, all of the softness is used. */
  g_assert_cmpfloat_with_epsilon (taut_zone_shape_get_strength (shape, 6, 106, 60), 4 / 6.0, 0.1);
}

/* A pattern four pixels wide is still a pattern: it has most of the dots its area is worth. */
static void
test_narrow_dots (void)
{
  g_autoptr (TautZoneShape) shape = make_neck (8);
  TautStipple core = { 2.8, 0.8, 4.7, FALSE, NULL };
  TautStipple spillover = { 2.8, 0.8, 11, TRUE, NULL };

  for (double scale = 0.5; scale <= 1; scale += 0.25)
    {
      g_autoptr (cairo_surface_t) surface =
        cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE_PX, SIZE_PX);
      g_autoptr (cairo_t) cr = cairo_create (surface);
      double expected = 60 * 8 * scale * scale / (2.8 * 2.8 * 0.866);
      guint n_core;
      guint n_spillover;

      cairo_rectangle (cr, 0, 0, 80 * scale, SIZE_PX);
      cairo_clip (cr);
      n_core = taut_stipple_draw (&core, shape, scale, cr);
      n_spillover = taut_stipple_draw (&spillover, shape, scale, cr);
      g_assert_cmpfloat (n_core, >, 0.55 * expected);
      g_assert_cmpuint (n_spillover * 5, <, n_core * 2);
    }
}

static void
test_narrow_fill (void)
{
  g_autoptr (TautZoneShape) shape = make_neck (8);
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE_PX, SIZE_PX);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  taut_zone_shape_fill (shape, 1, 8, 0x000000, 0.2, cr);
  cairo_surface_flush (surface);

  g_assert_cmpint (get_pixel (surface, 50, 60), >=, 46);
  g_assert_cmpint (get_pixel (surface, 50, 56), <, 30);
  g_assert_cmpint (get_pixel (surface, 50, 54), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/zone-shape/depth", test_depth);
  g_test_add_func ("/render/zone-shape/empty", test_empty);
  g_test_add_func ("/render/zone-shape/sharp-border", test_sharp_border);
  g_test_add_func ("/render/zone-shape/soft-fill", test_soft_fill);
  g_test_add_func ("/render/zone-shape/narrow", test_narrow);
  g_test_add_func ("/render/zone-shape/narrow-fill", test_narrow_fill);
  g_test_add_func ("/render/stipple/narrow", test_narrow_dots);
  g_test_add_func ("/render/stipple/pan", test_pan);
  g_test_add_func ("/render/stipple/clip", test_clip);
  g_test_add_func ("/render/stipple/density", test_density);
  g_test_add_func ("/render/stipple/spared", test_spared);
  g_test_add_func ("/render/stipple/one-grid", test_one_grid);

  return g_test_run ();
}
