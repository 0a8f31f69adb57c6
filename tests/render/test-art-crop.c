/* test-art-crop.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "taut-art-crop.h"
#include "taut-cairo.h"

#include "../shipped-skin.h"

#define SIZE 300

/* The part of the art that a box shows. */
static cairo_surface_t *
draw (GBytes               *svg,
      const TautViewBounds *view,
      const TautViewBounds *box)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (svg, &size);
  RsvgHandle *handle = rsvg_handle_new_from_data (data, size, &error);
  RsvgRectangle viewport = { view->x, view->y, view->width, view->height };
  static const char stylesheet[] = "#areas { display: none }";

  g_assert_no_error (error);
  g_assert_true (rsvg_handle_set_stylesheet (handle, (const guint8 *) stylesheet,
                                             strlen (stylesheet), &error));
  cairo_scale (cr, SIZE / box->width, SIZE / box->height);
  cairo_translate (cr, -box->x, -box->y);
  g_assert_true (rsvg_handle_render_document (handle, cr, &viewport, &error));
  g_assert_no_error (error);
  g_object_unref (handle);
  cairo_surface_flush (surface);

  return surface;
}

static guint
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b)
{
  const guint8 *left = cairo_image_surface_get_data (a);
  const guint8 *right = cairo_image_surface_get_data (b);
  int stride = cairo_image_surface_get_stride (a);
  guint n = 0;

  for (int i = 0; i < stride * SIZE; i++)
    if (abs (left[i] - right[i]) > 24)
      n++;

  return n;
}

/* Boxes all over every view look as before, and close-ups carry less. */
static void
test_same (void)
{
  const char *const *ids = taut_view_list_ids ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TautSkin) skin = load_shipped_skin ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TautView) view = taut_view_load (ids[i], skin, &error);
      g_autoptr (GBytes) svg = taut_view_load_art (view, &error);
      TautViewBounds bounds = taut_view_get_bounds (view);

      g_assert_no_error (error);
      for (guint step = 0; step < 8; step++)
        {
          TautViewBounds box = { bounds.x + (step % 2) * bounds.width / 2,
                                 bounds.y + step * bounds.height / 9, 150, 150 };
          TautViewBounds wide = { box.x - 6, box.y - 6, box.width + 12, box.height + 12 };
          g_autoptr (GBytes) cropped = taut_art_crop (svg, &wide, 0.03);
          g_autoptr (cairo_surface_t) before = draw (svg, &bounds, &box);
          g_autoptr (cairo_surface_t) after = draw (cropped, &bounds, &box);

          g_assert_cmpuint (g_bytes_get_size (cropped), <, g_bytes_get_size (svg) / 2);
          g_assert_cmpuint (count_differences (before, after), <, SIZE * SIZE / 500);
        }
    }
}

/* What the generator does not write stays as it is. */
static void
test_unknown (void)
{
  static const char text[] = "<svg><path d=\"M0 0q1 1 2 2z\"/><path d=\"M0 0 9\"/></svg>";
  g_autoptr (GBytes) svg = g_bytes_new_static (text, strlen (text));
  TautViewBounds box = { 100, 100, 10, 10 };
  g_autoptr (GBytes) cropped = taut_art_crop (svg, &box, 0.03);

  g_assert_true (g_bytes_equal (svg, cropped));
}

/* What is as good as straight becomes one line; a bow stays a curve. */
static void
test_straight (void)
{
  static const char text[] = "<svg><path d=\"M0 0c1 0 2 .01 3 0c1 0 2 0 3 0l0 5c-1 1 -5 1 -6 0z\"/></svg>";
  static const char straight[] =
    "<svg><path d=\"M 0 0L 6 0L 6 5C 5 6 1 6 0 5z\"/></svg>";
  g_autoptr (GBytes) svg = g_bytes_new_static (text, strlen (text));
  TautViewBounds box = { -1, -1, 20, 20 };
  g_autoptr (GBytes) cropped = taut_art_crop (svg, &box, 0.03);

  g_assert_cmpmem (g_bytes_get_data (cropped, NULL), g_bytes_get_size (cropped),
                   straight, strlen (straight));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/art-crop/same", test_same);
  g_test_add_func ("/render/art-crop/unknown", test_unknown);
  g_test_add_func ("/render/art-crop/straight", test_straight);

  return g_test_run ();
}
