/* test-spot.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "taut-cairo.h"
#include "taut-spot.h"

static const cairo_rectangle_t room = { 0, 0, 400, 400 };

static void
test_size (void)
{
  double before = 0;

  for (double scale = 0.05; scale < 16; scale *= 1.5)
    {
      TautSpotSize size = taut_spot_get_size (scale);

      g_assert_cmpfloat (size.radius, >=, before);
      g_assert_cmpfloat (size.radius, >=, 3);
      g_assert_cmpfloat (size.radius, <=, 12);
      before = size.radius;
    }

  g_assert_cmpfloat (taut_spot_get_size (0.1).badge, ==, 0);
  g_assert_cmpfloat (taut_spot_get_size (0.6).badge, >=, 10);
}

static void
test_badge_is_outwards (void)
{
  TautSpotSize size = taut_spot_get_size (1);
  TautSpot spots[] = { { 100, 200, 3 }, { 300, 200, 3 } };

  taut_spot_place_badges (spots, 2, &size, 200, &room);
  g_assert_true (spots[0].badged);
  g_assert_cmpfloat (spots[0].badge_x, <, 100);
  g_assert_cmpfloat (spots[1].badge_x, >, 300);
}

static void
test_badge_keeps_inside (void)
{
  TautSpotSize size = taut_spot_get_size (1);

  for (int y = 5; y < 400; y += 39)
    for (int x = 5; x < 400; x += 39)
      {
        TautSpot spot = { x, y, 10 };

        taut_spot_place_badges (&spot, 1, &size, 200, &room);
        g_assert_cmpfloat (spot.badge_x - size.badge, >=, 0);
        g_assert_cmpfloat (spot.badge_y - size.badge, >=, 0);
        g_assert_cmpfloat (spot.badge_x + size.badge, <=, 400);
        g_assert_cmpfloat (spot.badge_y + size.badge, <=, 400);
      }
}

static void
test_badges_keep_apart (void)
{
  TautSpotSize size = taut_spot_get_size (0.6);
  TautSpot spots[10];

  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    spots[i] = (TautSpot) { 190 + 22 * (i % 3), 150 + 25 * (i / 3), i };

  taut_spot_place_badges (spots, G_N_ELEMENTS (spots), &size, 200, &room);
  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpfloat (hypot (spots[i].badge_x - spots[k].badge_x,
                                spots[i].badge_y - spots[k].badge_y),
                         >=, 1.5 * size.badge);
}

static void
test_extents (void)
{
  TautSpotSize size = taut_spot_get_size (0.8);
  TautSpot spot = { 180, 210, 7, TRUE };
  cairo_rectangle_t extents;
  g_autoptr (cairo_surface_t) surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  double x, y, width, height;

  taut_spot_place_badges (&spot, 1, &size, 200, &room);
  taut_spot_get_extents (&spot, &size, &extents);
  taut_spot_draw (&spot, &size, TAUT_STYLE_LIGHT, cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);

  /* Extents of ink come in whole pixels. */
  g_assert_cmpfloat (x + 1, >=, extents.x);
  g_assert_cmpfloat (y + 1, >=, extents.y);
  g_assert_cmpfloat (x + width - 1, <=, extents.x + extents.width);
  g_assert_cmpfloat (y + height - 1, <=, extents.y + extents.height);
  g_assert_cmpfloat (width * height, >, 0.5 * extents.width * extents.height);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/spot/size", test_size);
  g_test_add_func ("/render/spot/badge-is-outwards", test_badge_is_outwards);
  g_test_add_func ("/render/spot/badge-keeps-inside", test_badge_keeps_inside);
  g_test_add_func ("/render/spot/badges-keep-apart", test_badges_keep_apart);
  g_test_add_func ("/render/spot/extents", test_extents);

  return g_test_run ();
}
