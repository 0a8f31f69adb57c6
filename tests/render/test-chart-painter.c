/* test-chart-painter.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render-fixture.h"
#include "taut-cairo.h"
#include "taut-palette.h"

#define WIDTH_PX 700
#define HEIGHT_PX 800

/* A surface whose middle is the origin of the view, @y0 units below the top. */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
} Canvas;

static Canvas
canvas_new (double x,
            double y)
{
  Canvas canvas;

  canvas.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH_PX, HEIGHT_PX);
  canvas.cr = cairo_create (canvas.surface);
  cairo_translate (canvas.cr, x, y);

  return canvas;
}

static void
canvas_clear (Canvas *canvas)
{
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Canvas, canvas_clear)

static guint32
get_pixel (const Canvas *canvas,
           int           x,
           int           y)
{
  const guint8 *row;
  guint32 pixel;

  cairo_surface_flush (canvas->surface);
  row = cairo_image_surface_get_data (canvas->surface) +
        y * cairo_image_surface_get_stride (canvas->surface);
  memcpy (&pixel, row + 4 * x, 4);

  return pixel;
}

static double
get_alpha (const Canvas *canvas,
           int           x,
           int           y)
{
  return (get_pixel (canvas, x, y) >> 24) / 255.0;
}

/* Sum and middle of all that was painted, and its box. */
typedef struct
{
  double sum;
  double x;
  int left;
  int top;
  int right;
  int bottom;
} Ink;

static Ink
measure (const Canvas *canvas)
{
  Ink ink = { 0, 0, WIDTH_PX, HEIGHT_PX, -1, -1 };

  for (int y = 0; y < HEIGHT_PX; y++)
    for (int x = 0; x < WIDTH_PX; x++)
      {
        double alpha = get_alpha (canvas, x, y);

        if (alpha <= 0)
          continue;
        ink.sum += alpha;
        ink.x += alpha * x;
        ink.left = MIN (ink.left, x);
        ink.top = MIN (ink.top, y);
        ink.right = MAX (ink.right, x);
        ink.bottom = MAX (ink.bottom, y);
      }
  if (ink.sum > 0)
    ink.x /= ink.sum;

  return ink;
}

static TautMark *
new_arm_mark (Fixture  *fixture,
              TautSide  side,
              double    theta)
{
  TautSkinPoint place = { TAUT_SEGMENT_UPPERARM, side, 0.5, theta };

  return taut_mark_new ("arm", NULL, &place, 5, fixture->now);
}

/* The one thing that must never be wrong: what is right on the body is at the
 * viewer's left in front and at the viewer's right from behind. In pixels. */
static void
test_sides_of_marks (void)
{
  static const struct
  {
    const char *view;
    double theta;
    TautSide side;
    int direction;
  } cases[] = {
    { "front", 20, TAUT_SIDE_RIGHT, -1 },
    { "front", 20, TAUT_SIDE_LEFT, 1 },
    { "back", 160, TAUT_SIDE_RIGHT, 1 },
    { "back", 160, TAUT_SIDE_LEFT, -1 },
  };
  Fixture fixture;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TautMark) mark = new_arm_mark (&fixture, cases[i].side, cases[i].theta);
      g_auto (Canvas) canvas = canvas_new (WIDTH_PX / 2, 10);
      Ink ink;

      g_assert_true (taut_chart_painter_paint_mark (fixture_get_painter (&fixture, cases[i].view),
                                                    canvas.cr, mark, FALSE, 0.7,
                                                    TAUT_STYLE_LIGHT));
      ink = measure (&canvas);
      g_assert_cmpfloat (ink.sum, >, 100);
      g_assert_cmpfloat ((ink.x - WIDTH_PX / 2) * cases[i].direction, >, 50);
    }
  fixture_clear (&fixture);
}

static void
test_sides_of_zones (void)
{
  Fixture fixture;
  const TautPoint *point;

  fixture_init (&fixture);
  point = taut_atlas_find_point (fixture.atlas, "quadratus_lumborum.1");
  for (TautSide side = TAUT_SIDE_LEFT; side <= TAUT_SIDE_RIGHT; side++)
    {
      g_auto (Canvas) canvas = canvas_new (WIDTH_PX / 2, 10);
      Ink ink;

      taut_chart_painter_paint_zones (fixture_get_painter (&fixture, "back"), canvas.cr, point,
                                      side, 0.7, TAUT_STYLE_LIGHT);
      ink = measure (&canvas);
      g_assert_cmpfloat (ink.sum, >, 100);
      g_assert_cmpfloat ((ink.x - WIDTH_PX / 2) * (side == TAUT_SIDE_RIGHT ? 1 : -1), >, 20);
    }
  fixture_clear (&fixture);
}

static void
test_names_of_sides (void)
{
  static const struct
  {
    const char *view;
    const char *leftmost;
    const char *rightmost;
  } cases[] = {
    { "front", "R", "L" },
    { "back", "L", "R" },
  };
  Fixture fixture;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture_get_path (&fixture, "sides.pdf");
      g_autofree char *text = NULL;
      g_auto (GStrv) words = NULL;

      {
        g_autoptr (cairo_surface_t) surface = cairo_pdf_surface_create (path, 500, 800);
        g_autoptr (cairo_t) cr = cairo_create (surface);

        cairo_translate (cr, 250, 10);
        taut_chart_painter_paint_sides (fixture_get_painter (&fixture, cases[i].view), cr, 0.7,
                                        TAUT_STYLE_LIGHT);
      }

      /* Words come from left to right. */
      text = fixture_read_pdf (path, "-layout");
      words = g_strsplit_set (g_strstrip (text), " \n\f", -1);
      g_assert_cmpstr (words[0], ==, cases[i].leftmost);
      g_assert_cmpstr (words[g_strv_length (words) - 1], ==, cases[i].rightmost);
    }
  fixture_clear (&fixture);
}

static void
test_hidden (void)
{
  Fixture fixture;
  g_autoptr (TautMark) mark = NULL;
  g_auto (Canvas) canvas = canvas_new (WIDTH_PX / 2, 10);
  TautChartPainter *front;
  cairo_rectangle_t box;

  fixture_init (&fixture);
  mark = fixture_new_mark (&fixture, "gastrocnemius.1", TAUT_SIDE_RIGHT, 4);
  front = fixture_get_painter (&fixture, "front");
  g_assert_false (taut_chart_painter_paint_mark (front, canvas.cr, mark, TRUE, 0.7,
                                                 TAUT_STYLE_LIGHT));
  g_assert_false (taut_chart_painter_get_mark_extents (front, mark, 0.7, &box));
  g_assert_cmpfloat (measure (&canvas).sum, ==, 0);
  g_assert_true (taut_chart_painter_paint_mark (fixture_get_painter (&fixture, "back"), canvas.cr,
                                                mark, TRUE, 0.7, TAUT_STYLE_LIGHT));
  fixture_clear (&fixture);
}

static void
test_mark_extents (void)
{
  Fixture fixture;
  g_autoptr (TautMark) mark = NULL;
  TautChartPainter *back;

  fixture_init (&fixture);
  mark = fixture_new_mark (&fixture, "trapezius.1", TAUT_SIDE_LEFT, 10);
  back = fixture_get_painter (&fixture, "back");
  for (double scale = 0.1; scale < 0.8; scale += 0.15)
    {
      g_auto (Canvas) canvas = canvas_new (WIDTH_PX / 2, 40);
      cairo_rectangle_t box;
      Ink ink;

      g_assert_true (taut_chart_painter_get_mark_extents (back, mark, scale, &box));
      taut_chart_painter_paint_mark (back, canvas.cr, mark, TRUE, scale, TAUT_STYLE_LIGHT);
      ink = measure (&canvas);
      g_assert_cmpfloat (ink.left + 1, >=, floor (WIDTH_PX / 2 + box.x));
      g_assert_cmpfloat (ink.top + 1, >=, floor (40 + box.y));
      g_assert_cmpfloat (ink.right - 1, <=, WIDTH_PX / 2 + box.x + box.width);
      g_assert_cmpfloat (ink.bottom - 1, <=, 40 + box.y + box.height);
    }
  fixture_clear (&fixture);
}

static void
test_pan (void)
{
  Fixture fixture;
  const TautPoint *point;
  g_auto (Canvas) still = canvas_new (350, 20);
  g_auto (Canvas) panned = canvas_new (350 - 31, 20 + 17);

  fixture_init (&fixture);
  point = taut_atlas_find_point (fixture.atlas, "trapezius.1");
  taut_chart_painter_paint_zones (fixture_get_painter (&fixture, "right"), still.cr, point,
                                  TAUT_SIDE_RIGHT, 2, TAUT_STYLE_LIGHT);
  taut_chart_painter_paint_zones (fixture_get_painter (&fixture, "right"), panned.cr, point,
                                  TAUT_SIDE_RIGHT, 2, TAUT_STYLE_LIGHT);
  g_assert_cmpfloat (measure (&still).sum, >, 500);
  for (int y = 0; y < HEIGHT_PX - 20; y++)
    for (int x = 40; x < WIDTH_PX; x++)
      g_assert_cmpfloat_with_epsilon (get_alpha (&still, x, y),
                                      get_alpha (&panned, x - 31, y + 17), 0.01);
  fixture_clear (&fixture);
}

/* How much is painted in a disc around a place of the skin. */
static double
measure_around (const Canvas        *canvas,
                TautView            *view,
                const TautSkinPoint *place,
                double               scale)
{
  const int radius = 18;
  double view_x, view_y;
  double sum = 0;

  g_assert_true (taut_view_project (view, place, &view_x, &view_y));
  for (int dy = -radius; dy <= radius; dy++)
    for (int dx = -radius; dx <= radius; dx++)
      sum += get_alpha (canvas, (int) (350 + view_x * scale) + dx,
                        (int) (20 + view_y * scale) + dy) > 0.6;

  return sum;
}

static void
test_core_is_denser (void)
{
  Fixture fixture;
  const TautPoint *point;
  TautSkinPoint core = { TAUT_SEGMENT_NECK, TAUT_SIDE_RIGHT, 0.45, 104 };
  TautSkinPoint spillover = { TAUT_SEGMENT_HEAD, TAUT_SIDE_RIGHT, 0.33, 118 };
  TautSkinPoint beside = { TAUT_SEGMENT_HEAD, TAUT_SIDE_RIGHT, 0.8, 60 };
  g_auto (Canvas) canvas = canvas_new (350, 20);
  TautChartPainter *painter;
  TautView *view;

  fixture_init (&fixture);
  point = taut_atlas_find_point (fixture.atlas, "trapezius.1");
  painter = fixture_get_painter (&fixture, "right");
  view = taut_chart_painter_get_view (painter);
  taut_chart_painter_paint_zones (painter, canvas.cr, point, TAUT_SIDE_RIGHT, 3, TAUT_STYLE_LIGHT);
  g_assert_cmpfloat (measure_around (&canvas, view, &core, 3), >,
                     2.5 * measure_around (&canvas, view, &spillover, 3));
  g_assert_cmpfloat (measure_around (&canvas, view, &spillover, 3), >, 20);
  g_assert_cmpfloat (measure_around (&canvas, view, &beside, 3), ==, 0);
  fixture_clear (&fixture);
}

static void
test_zone_extents (void)
{
  Fixture fixture;
  const TautPoint *point;
  TautChartPainter *painter;
  TautViewBounds box;
  g_auto (Canvas) canvas = canvas_new (350, 20);
  Ink ink;

  fixture_init (&fixture);
  point = taut_atlas_find_point (fixture.atlas, "trapezius.1");
  painter = fixture_get_painter (&fixture, "right");
  g_assert_false (taut_chart_painter_get_zone_extents (fixture_get_painter (&fixture, "left"),
                                                       point, TAUT_SIDE_RIGHT, &box));
  g_assert_true (taut_chart_painter_get_zone_extents (painter, point, TAUT_SIDE_RIGHT, &box));
  taut_chart_painter_paint_zones (painter, canvas.cr, point, TAUT_SIDE_RIGHT, 2, TAUT_STYLE_LIGHT);
  ink = measure (&canvas);
  g_assert_cmpfloat_with_epsilon (ink.left, 350 + 2 * box.x, 14);
  g_assert_cmpfloat_with_epsilon (ink.top, 20 + 2 * box.y, 14);
  g_assert_cmpfloat_with_epsilon (ink.right, 350 + 2 * (box.x + box.width), 14);
  g_assert_cmpfloat_with_epsilon (ink.bottom, 20 + 2 * (box.y + box.height), 14);
  fixture_clear (&fixture);
}

static void
test_area (void)
{
  Fixture fixture;
  const TautArea *area;
  TautViewBounds box;
  TautChartPainter *back;
  g_auto (Canvas) canvas = canvas_new (350, 10);
  Ink ink;

  fixture_init (&fixture);
  area = taut_atlas_find_area (fixture.atlas, "calf");
  back = fixture_get_painter (&fixture, "back");
  g_assert_true (taut_chart_painter_get_area_extents (back, area, TAUT_SIDE_RIGHT, &box));
  g_assert_cmpfloat (box.x, >, 0);
  taut_chart_painter_paint_area (back, canvas.cr, area, TAUT_SIDE_RIGHT, 0.7, TAUT_STYLE_LIGHT);
  ink = measure (&canvas);
  g_assert_cmpfloat (ink.sum, >, 200);
  g_assert_cmpfloat (ink.left, >, 350);
  fixture_clear (&fixture);
}

static void
test_art (void)
{
  static const TautStyle styles[] = { TAUT_STYLE_LIGHT, TAUT_STYLE_DARK, TAUT_STYLE_HIGH_CONTRAST };
  TautSkinPoint thigh = { TAUT_SEGMENT_THIGH, TAUT_SIDE_LEFT, 0.5, 0 };
  Fixture fixture;
  TautChartPainter *front;
  double x, y;

  fixture_init (&fixture);
  front = fixture_get_painter (&fixture, "front");
  g_assert_true (taut_view_project (taut_chart_painter_get_view (front), &thigh, &x, &y));
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (Canvas) canvas = canvas_new (350, 10);
      TautColor skin = taut_palette_get (styles[i])->skin;
      guint32 pixel;

      g_assert_true (taut_chart_painter_paint_art (front, canvas.cr, 0.7, styles[i], &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (get_alpha (&canvas, 5, 5), ==, 0);
      pixel = get_pixel (&canvas, (int) (350 + 0.7 * x), (int) (10 + 0.7 * y));
      g_assert_cmphex (pixel >> 24, ==, 0xff);
      for (int shift = 0; shift <= 16; shift += 8)
        g_assert_cmpint (abs ((int) (pixel >> shift & 0xff) - (int) (skin >> shift & 0xff)), <, 60);
    }
  fixture_clear (&fixture);
}

static void
test_all_marks (void)
{
  Fixture fixture;
  g_auto (Canvas) canvas = canvas_new (350, 10);
  GListModel *marks;

  fixture_init (&fixture);
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_LEFT, 0);
  fixture_add_mark (&fixture, "gastrocnemius.1", TAUT_SIDE_LEFT, 3);
  marks = taut_record_get_marks (fixture.record);
  g_assert_cmpuint (taut_chart_painter_paint_marks (fixture_get_painter (&fixture, "back"),
                                                    canvas.cr, marks, "trapezius.1-left", 0.7,
                                                    TAUT_STYLE_LIGHT), ==, 3);
  g_assert_cmpuint (taut_chart_painter_paint_crosses (fixture_get_painter (&fixture, "front"),
                                                      canvas.cr, marks, 0.7,
                                                      TAUT_STYLE_LIGHT), <, 3);
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/chart-painter/sides-of-marks", test_sides_of_marks);
  g_test_add_func ("/render/chart-painter/sides-of-zones", test_sides_of_zones);
  g_test_add_func ("/render/chart-painter/names-of-sides", test_names_of_sides);
  g_test_add_func ("/render/chart-painter/hidden", test_hidden);
  g_test_add_func ("/render/chart-painter/mark-extents", test_mark_extents);
  g_test_add_func ("/render/chart-painter/pan", test_pan);
  g_test_add_func ("/render/chart-painter/core-is-denser", test_core_is_denser);
  g_test_add_func ("/render/chart-painter/zone-extents", test_zone_extents);
  g_test_add_func ("/render/chart-painter/area", test_area);
  g_test_add_func ("/render/chart-painter/art", test_art);
  g_test_add_func ("/render/chart-painter/all-marks", test_all_marks);

  return g_test_run ();
}
