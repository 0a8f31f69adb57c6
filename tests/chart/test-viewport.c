/* test-viewport.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-viewport.h"

static const TautViewBounds content = { -230, -10, 460, 1020 };
static const TautViewportInsets insets = { 10, 36, 10, 10 };
static const TautViewportInsets no_insets = { 0, 0, 0, 0 };

static void
count_cb (TautViewport *viewport,
          guint        *n_changes)
{
  (*n_changes)++;
}

static void
assert_near (double a,
             double b,
             double tolerance)
{
  g_assert_cmpfloat_with_epsilon (a, b, tolerance);
}

static void
test_fit (void)
{
  static const struct {
    double width;
    double height;
    double zoom;
  } cases[] = {
    /* As high as it can be, as wide as it can be, exactly both. */
    { 1280, 1066, 1.0 },
    { 250, 2000, 0.5 },
    { 480, 1066, 1.0 },
    { 600, 556, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);
      double left, top, right, bottom;

      taut_viewport_set_size (viewport, cases[i].width, cases[i].height);
      assert_near (taut_viewport_get_zoom (viewport), cases[i].zoom, 1e-9);
      g_assert_true (taut_viewport_get_at_fit (viewport));

      /* All of the content is seen, in the middle of what the insets leave. */
      taut_viewport_to_widget (viewport, content.x, content.y, &left, &top);
      taut_viewport_to_widget (viewport, content.x + content.width, content.y + content.height,
                               &right, &bottom);
      g_assert_cmpfloat (left, >=, insets.left - 0.5);
      g_assert_cmpfloat (top, >=, insets.top - 0.5);
      g_assert_cmpfloat (right, <=, cases[i].width - insets.right + 0.5);
      g_assert_cmpfloat (bottom, <=, cases[i].height - insets.bottom + 0.5);
      assert_near (left - insets.left, cases[i].width - insets.right - right, 1.01);
      assert_near (top - insets.top, cases[i].height - insets.bottom - bottom, 1.01);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);

  taut_viewport_set_size (viewport, 640, 820);
  for (guint i = 0; i < 200; i++)
    {
      double view_x = g_test_rand_double_range (-300, 300);
      double view_y = g_test_rand_double_range (-50, 1100);
      double widget_x, widget_y, back_x, back_y;

      taut_viewport_zoom_at (viewport,
                             taut_viewport_get_fit_zoom (viewport) * g_test_rand_double_range (1, 12),
                             g_test_rand_double_range (0, 640),
                             g_test_rand_double_range (0, 820));
      taut_viewport_to_widget (viewport, view_x, view_y, &widget_x, &widget_y);
      taut_viewport_to_view (viewport, widget_x, widget_y, &back_x, &back_y);
      assert_near (back_x, view_x, 1e-9);
      assert_near (back_y, view_y, 1e-9);
    }
}

static void
test_zoom_limits (void)
{
  g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);
  double fit;

  taut_viewport_set_size (viewport, 640, 820);
  fit = taut_viewport_get_fit_zoom (viewport);
  taut_viewport_zoom_at (viewport, fit / 10, 320, 410);
  assert_near (taut_viewport_get_zoom (viewport), fit, 1e-9);
  taut_viewport_zoom_at (viewport, fit * 100, 320, 410);
  assert_near (taut_viewport_get_zoom (viewport), fit * TAUT_VIEWPORT_MAX_MAGNIFICATION, 1e-9);
  g_assert_false (taut_viewport_get_at_fit (viewport));
  taut_viewport_fit (viewport);
  assert_near (taut_viewport_get_zoom (viewport), fit, 1e-9);
  g_assert_true (taut_viewport_get_at_fit (viewport));
}

/* What of the body is under the pointer stays under it, from fit and from further
 * in, within the half pixel by which the origin is rounded. */
static void
test_zoom_at (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &no_insets);
      double view_x, view_y, widget_x, widget_y, x, y;

      taut_viewport_set_size (viewport, 640, 820);
      taut_viewport_to_widget (viewport,
                               content.x + content.width * g_test_rand_double_range (0, 1),
                               content.y + content.height * g_test_rand_double_range (0, 1),
                               &x, &y);
      for (guint step = 0; step < 4; step++)
        {
          taut_viewport_to_view (viewport, x, y, &view_x, &view_y);
          taut_viewport_zoom_at (viewport, taut_viewport_get_zoom (viewport) * 1.4, x, y);
          taut_viewport_to_widget (viewport, view_x, view_y, &widget_x, &widget_y);
          assert_near (widget_x, x, 1.21);
          assert_near (widget_y, y, 1.21);
        }
    }
}

static void
test_whole_pixels (void)
{
  g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);
  int origin_x, origin_y;
  double x, y;

  taut_viewport_set_size (viewport, 640, 820);
  taut_viewport_zoom_at (viewport, 3.7, 100, 100);
  for (guint i = 0; i < 50; i++)
    {
      taut_viewport_pan (viewport, 0.37, -1.41);
      taut_viewport_get_origin (viewport, &origin_x, &origin_y);
      taut_viewport_to_widget (viewport, 0, 0, &x, &y);
      g_assert_cmpfloat (x, ==, origin_x);
      g_assert_cmpfloat (y, ==, origin_y);
    }
}

/* Small moves add up although each is drawn on whole pixels. */
static void
test_pan_adds_up (void)
{
  g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);
  int before_x, before_y, after_x, after_y;

  taut_viewport_set_size (viewport, 640, 820);
  taut_viewport_zoom_at (viewport, 4, 320, 410);
  taut_viewport_get_origin (viewport, &before_x, &before_y);
  for (guint i = 0; i < 100; i++)
    taut_viewport_pan (viewport, 0.25, 0.1);
  taut_viewport_get_origin (viewport, &after_x, &after_y);
  g_assert_cmpint (ABS (after_x - before_x - 25), <=, 1);
  g_assert_cmpint (ABS (after_y - before_y - 10), <=, 1);
}

static void
test_pan_limits (void)
{
  g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);
  double x, y;

  /* At fit nothing moves. */
  taut_viewport_set_size (viewport, 640, 820);
  taut_viewport_get_centre (viewport, &x, &y);
  taut_viewport_pan (viewport, 200, 200);
  {
    double new_x, new_y;

    taut_viewport_get_centre (viewport, &new_x, &new_y);
    assert_near (new_x, x, 1e-9);
    assert_near (new_y, y, 1e-9);
  }

  /* Further in the body never leaves the widget. */
  taut_viewport_zoom_at (viewport, 4, 320, 410);
  taut_viewport_pan (viewport, 1e6, 1e6);
  taut_viewport_to_widget (viewport, content.x, content.y, &x, &y);
  g_assert_cmpfloat (x, <=, 640 / 2 + insets.left + 1);
  g_assert_cmpfloat (y, <=, 820 / 2 + insets.top + 1);
  taut_viewport_pan (viewport, -1e6, -1e6);
  taut_viewport_to_widget (viewport, content.x + content.width, content.y + content.height, &x, &y);
  g_assert_cmpfloat (x, >=, 640 / 2 - insets.right - 1);
  g_assert_cmpfloat (y, >=, 820 / 2 - insets.bottom - 1);
}

static void
test_resize (void)
{
  g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);
  double zoom;

  /* What was at fit stays at fit. */
  taut_viewport_set_size (viewport, 640, 820);
  taut_viewport_set_size (viewport, 320, 410);
  assert_near (taut_viewport_get_zoom (viewport), taut_viewport_get_fit_zoom (viewport), 1e-9);

  /* What was zoomed in keeps its zoom and its middle. */
  taut_viewport_zoom_at (viewport, 3, 160, 205);
  zoom = taut_viewport_get_zoom (viewport);
  taut_viewport_set_centre (viewport, 10, 300);
  taut_viewport_set_size (viewport, 500, 600);
  {
    double x, y;

    taut_viewport_get_centre (viewport, &x, &y);
    assert_near (taut_viewport_get_zoom (viewport), zoom, 1e-9);
    assert_near (x, 10, 1e-6);
    assert_near (y, 300, 1e-6);
  }
}

static void
test_reveal (void)
{
  static const TautViewBounds boxes[] = {
    { -200, 400, 30, 40 },
    { 190, 980, 20, 20 },
    { 0, 0, 1, 1 },
    { -100, 200, 200, 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);
      double x, y, zoom;
      int before_x, before_y, after_x, after_y;

      taut_viewport_set_size (viewport, 640, 820);
      taut_viewport_zoom_at (viewport, 6, 320, 300);
      zoom = taut_viewport_get_zoom (viewport);
      taut_viewport_reveal (viewport, &boxes[i], 20);
      taut_viewport_to_widget (viewport,
                               boxes[i].x + boxes[i].width / 2,
                               boxes[i].y + boxes[i].height / 2, &x, &y);
      assert_near (taut_viewport_get_zoom (viewport), zoom, 1e-9);
      g_assert_cmpfloat (x, >=, 19);
      g_assert_cmpfloat (x, <=, 621);
      g_assert_cmpfloat (y, >=, 19);
      g_assert_cmpfloat (y, <=, 801);

      /* What is in sight stays where it is. */
      taut_viewport_get_origin (viewport, &before_x, &before_y);
      taut_viewport_reveal (viewport, &boxes[i], 20);
      taut_viewport_get_origin (viewport, &after_x, &after_y);
      g_assert_cmpint (ABS (after_x - before_x), <=, 1);
      g_assert_cmpint (ABS (after_y - before_y), <=, 1);
    }
}

static void
test_changed (void)
{
  g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);
  guint n_changes = 0;

  g_signal_connect (viewport, "changed", G_CALLBACK (count_cb), &n_changes);
  taut_viewport_set_size (viewport, 640, 820);
  g_assert_cmpuint (n_changes, ==, 1);
  taut_viewport_set_size (viewport, 640, 820);
  g_assert_cmpuint (n_changes, ==, 1);
  taut_viewport_zoom_at (viewport, 3, 100, 100);
  g_assert_cmpuint (n_changes, ==, 2);
  taut_viewport_pan (viewport, 0, 0);
  g_assert_cmpuint (n_changes, ==, 2);
  taut_viewport_pan (viewport, 5, 0);
  g_assert_cmpuint (n_changes, ==, 3);
  taut_viewport_fit (viewport);
  g_assert_cmpuint (n_changes, ==, 4);
  taut_viewport_fit (viewport);
  g_assert_cmpuint (n_changes, ==, 4);
}

/* A widget of no size must not divide by it. */
static void
test_no_size (void)
{
  g_autoptr (TautViewport) viewport = taut_viewport_new (&content, &insets);
  double x, y;

  taut_viewport_set_size (viewport, 0, 0);
  taut_viewport_zoom_at (viewport, 2, 0, 0);
  taut_viewport_to_view (viewport, 3, 4, &x, &y);
  g_assert_true (isfinite (x));
  g_assert_true (isfinite (y));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/viewport/fit", test_fit);
  g_test_add_func ("/chart/viewport/round-trip", test_round_trip);
  g_test_add_func ("/chart/viewport/zoom-limits", test_zoom_limits);
  g_test_add_func ("/chart/viewport/zoom-at", test_zoom_at);
  g_test_add_func ("/chart/viewport/whole-pixels", test_whole_pixels);
  g_test_add_func ("/chart/viewport/pan-adds-up", test_pan_adds_up);
  g_test_add_func ("/chart/viewport/pan-limits", test_pan_limits);
  g_test_add_func ("/chart/viewport/resize", test_resize);
  g_test_add_func ("/chart/viewport/reveal", test_reveal);
  g_test_add_func ("/chart/viewport/changed", test_changed);
  g_test_add_func ("/chart/viewport/no-size", test_no_size);

  return g_test_run ();
}
