/* test-routine-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "test-routine-picture"

#include "config.h"

#include <math.h>
#include <string.h>

#include "taut-cairo.h"
#include "taut-names.h"
#include "taut-routine-picture.h"
#include "taut-routine-symbol.h"

#include "../shipped-atlas.h"

#define SIZE 96
#define THUMBNAIL 44

static TautAtlas *atlas;
static GPtrArray *painters;

static void
load_atlas (void)
{
  const char *const *ids = taut_view_list_ids ();
  g_autoptr (TautSkin) skin = load_shipped_skin ();
  g_autoptr (GError) error = NULL;

  atlas = load_shipped_atlas (skin);
  painters = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TautView) view = taut_view_load (ids[i], skin, &error);

      g_assert_no_error (error);
      g_ptr_array_add (painters, taut_chart_painter_new (atlas, view));
    }
}

static cairo_surface_t *
draw (const TautRoutine *routine,
      TautSide           side,
      gboolean           both_sides,
      guint              size,
      TautStyle          style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  const TautPrescription prescription = {
    .id = routine->id, .routine = routine, .side = side, .both_sides = both_sides,
  };

  taut_routine_picture_paint (atlas, painters, &prescription, style, cr, size, size);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           guint            x,
           guint            y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + (gsize) y * cairo_image_surface_get_stride (surface) + x * 4,
          sizeof pixel);
  return pixel;
}

/* Only the tint of what is felt is as yellow as this. */
static gboolean
is_felt (guint32 pixel)
{
  int red = pixel >> 16 & 0xff;
  int blue = pixel & 0xff;

  return red - blue > 76;
}

/* How many pixels are tinted, and the middle of them. */
static guint
find_felt (cairo_surface_t *surface,
           double          *x,
           double          *y)
{
  guint n = 0;

  *x = *y = 0;
  for (guint row = 0; row < SIZE; row++)
    for (guint column = 0; column < SIZE; column++)
      if (is_felt (get_pixel (surface, column, row)))
        {
          *x += column;
          *y += row;
          n++;
        }
  if (n > 0)
    {
      *x /= n;
      *y /= n;
    }

  return n;
}

/* Every picture shows where it is felt, and that of the right side is the mirror
 * image of that of the left. */
static void
test_all (void)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);
      g_autoptr (cairo_surface_t) left = draw (routine, TAUT_SIDE_LEFT, FALSE, SIZE,
                                              TAUT_STYLE_LIGHT);
      g_autoptr (cairo_surface_t) right = draw (routine, TAUT_SIDE_RIGHT, FALSE, SIZE,
                                               TAUT_STYLE_LIGHT);
      double left_x, left_y, right_x, right_y;
      guint n_left = find_felt (left, &left_x, &left_y);
      guint n_right = find_felt (right, &right_x, &right_y);

      g_test_message ("%s: %u at %.1f, %.1f; %u at %.1f, %.1f", routine->id,
                      n_left, left_x, left_y, n_right, right_x, right_y);
      g_assert_cmpuint (n_left, >, 20);
      g_assert_cmpuint (n_right, >, 20);
      /* The sign of a habit hides what lies in its corner. */
      if (routine->picture.symbol != NULL)
        continue;
      g_assert_cmpfloat (fabs (left_x + right_x - (SIZE - 1)), <, 6);
      g_assert_cmpfloat (fabs (left_y - right_y), <, 6);
    }
}

/* Beside the body there is canvas: at the outer side of the left shoulder, which
 * is at the viewer's right in front and at the viewer's left from behind. */
static void
test_sides (void)
{
  static const struct
  {
    const char *id;
    TautSide side;
    gboolean outside_right;
  } cases[] = {
    { "doorway_stretch", TAUT_SIDE_LEFT, TRUE },
    { "doorway_stretch", TAUT_SIDE_RIGHT, FALSE },
    { "blade_ball_wall", TAUT_SIDE_LEFT, FALSE },
    { "blade_ball_wall", TAUT_SIDE_RIGHT, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TautRoutine *routine = taut_atlas_find_routine (atlas, cases[i].id);
      g_autoptr (cairo_surface_t) surface = draw (routine, cases[i].side, FALSE, SIZE,
                                                 TAUT_STYLE_LIGHT);
      guint32 canvas = 0xff000000 | taut_palette_get (TAUT_STYLE_LIGHT)->canvas;

      g_assert_cmphex (get_pixel (surface, cases[i].outside_right ? SIZE - 4 : 3, 12), ==, canvas);
      g_assert_cmphex (get_pixel (surface, cases[i].outside_right ? 3 : SIZE - 4, SIZE / 2), !=,
                       canvas);
    }
}

static void
test_thumbnails (void)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);
      g_autoptr (cairo_surface_t) surface = NULL;
      guint32 canvas = 0xff000000 | taut_palette_get (TAUT_STYLE_DARK)->canvas;
      guint n_drawn = 0;

      /* The sign of a habit stands alone. */
      if (routine->picture.symbol == NULL)
        continue;
      g_assert_true (taut_routine_symbol_is_known (routine->picture.symbol));
      surface = draw (routine, TAUT_SIDE_LEFT, FALSE, THUMBNAIL, TAUT_STYLE_DARK);
      for (guint y = 4; y < THUMBNAIL - 4; y++)
        for (guint x = 4; x < THUMBNAIL - 4; x++)
          n_drawn += get_pixel (surface, x, y) != canvas;
      g_assert_cmpuint (n_drawn, >, 60);
      g_assert_cmpuint (n_drawn, <, THUMBNAIL * THUMBNAIL * 3 / 4);
    }

  for (guint i = 0; taut_atlas_list_symbols ()[i] != NULL; i++)
    g_assert_true (taut_routine_symbol_is_known (taut_atlas_list_symbols ()[i]));
  g_assert_false (taut_routine_symbol_is_known ("anvil"));
}

/* Without colour nothing is lost: what is felt is hatched. */
static void
test_monochrome (void)
{
  const TautRoutine *routine = taut_atlas_find_routine (atlas, "calf_straight_knee");
  g_autoptr (cairo_surface_t) surface = draw (routine, TAUT_SIDE_LEFT, TRUE, SIZE,
                                             TAUT_STYLE_MONOCHROME);
  guint n_dark = 0;

  for (guint y = 0; y < SIZE; y++)
    for (guint x = 0; x < SIZE; x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        g_assert_cmpuint (pixel >> 16 & 0xff, ==, pixel & 0xff);
        g_assert_cmpuint (pixel >> 8 & 0xff, ==, pixel & 0xff);
        n_dark += (pixel & 0xff) < 0x60;
      }
  g_assert_cmpuint (n_dark, >, 150);
}

/* Each thing that routines may need has a name that is not its id. */
static void
test_equipment_names (void)
{
  const char *const *ids = taut_atlas_list_equipment ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_assert_null (strchr (taut_name_equipment (ids[i]), '_'));
      g_assert_true (g_strcmp0 (taut_name_equipment (ids[i]), ids[i]) != 0 ||
                     strchr (ids[i], '_') == NULL);
    }
  g_assert_cmpstr (taut_name_equipment ("ball"), ==, "tennis ball");
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A green PNG file. */
static GBytes *
make_png (guint width,
          guint height)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                                   width, height);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();

  cairo_set_source_rgb (cr, 0, 1, 0);
  cairo_paint (cr);
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  return g_byte_array_free_to_bytes (bytes);
}

static cairo_surface_t *
draw_own (GBytes *picture)
{
  const TautDose dose = { 0 };
  g_autoptr (TautOwnRoutine) own = taut_own_routine_new ("own.5d0c9b1e-8f0a-4c62-9f5e-0c5d6a1b2c3d",
                                                        "Swing", "Swing.", &dose, 2, picture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  const TautPrescription prescription = { .id = "own", .own = own };

  taut_routine_picture_paint (atlas, painters, &prescription, TAUT_STYLE_LIGHT, cr, SIZE, SIZE);
  cairo_surface_flush (surface);

  return surface;
}

/* An own picture keeps its shape, in the middle of a card; what is no picture draws nothing. */
static void
test_own (void)
{
  g_autoptr (GBytes) wide = make_png (64, 32);
  g_autoptr (GBytes) broken = g_bytes_new_static ("\x89PNG\r\n\x1a\nno", 10);
  g_autoptr (cairo_surface_t) surface = draw_own (wide);
  g_autoptr (cairo_surface_t) nothing = draw_own (NULL);
  g_autoptr (cairo_surface_t) torn = draw_own (broken);

  g_assert_cmphex (get_pixel (surface, SIZE / 2, SIZE / 2), ==, 0xff00ff00);
  g_assert_cmphex (get_pixel (surface, 2, SIZE / 2), ==, 0xff00ff00);
  g_assert_cmphex (get_pixel (surface, SIZE / 2, 4), ==,
                   0xff000000 | taut_palette_get (TAUT_STYLE_LIGHT)->canvas);
  g_assert_cmphex (get_pixel (nothing, SIZE / 2, SIZE / 2), ==, 0);
  g_assert_cmphex (get_pixel (torn, SIZE / 2, SIZE / 2), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_atlas ();

  g_test_add_func ("/render/routine-picture/all", test_all);
  g_test_add_func ("/render/routine-picture/sides", test_sides);
  g_test_add_func ("/render/routine-picture/thumbnails", test_thumbnails);
  g_test_add_func ("/render/routine-picture/monochrome", test_monochrome);
  g_test_add_func ("/render/routine-picture/equipment-names", test_equipment_names);
  g_test_add_func ("/render/routine-picture/own", test_own);
  result = g_test_run ();

  g_ptr_array_unref (painters);
  g_object_unref (atlas);
  return result;
}
