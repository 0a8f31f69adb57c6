/* test-art.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-art-edges.h"
#include "taut-art-lines.h"
#include "taut-art-map.h"
#include "taut-art-raster.h"
#include "taut-art-stroke.h"
#include "taut-art-tone.h"
#include "taut-art.h"

#include <math.h>
#include <string.h>

/* A round rod from @a to @b. */
typedef struct
{
  TautVector a;
  TautVector b;
  double radius;
} Rod;

static double
get_distance (const Rod  *rod,
              TautVector  at)
{
  TautVector way = taut_vector_subtract (rod->b, rod->a);
  TautVector from = taut_vector_subtract (at, rod->a);
  double square = taut_vector_dot (way, way);
  double t = square > 0 ? CLAMP (taut_vector_dot (from, way) / square, 0, 1) : 0;

  return taut_vector_length (taut_vector_subtract (from, taut_vector_scale (way, t))) - rod->radius;
}

static TautLattice *
sample (const Rod *rods,
        guint      n_rods,
        double     step)
{
  TautLattice *lattice = g_new0 (TautLattice, 1);
  int low[3] = { G_MAXINT, G_MAXINT, G_MAXINT };
  int high[3] = { -G_MAXINT, -G_MAXINT, -G_MAXINT };

  for (guint r = 0; r < n_rods; r++)
    {
      double a[3] = { rods[r].a.x, rods[r].a.y, rods[r].a.z };
      double b[3] = { rods[r].b.x, rods[r].b.y, rods[r].b.z };

      for (guint i = 0; i < 3; i++)
        {
          low[i] = MIN (low[i], (int) floor ((MIN (a[i], b[i]) - rods[r].radius) / step) - 3);
          high[i] = MAX (high[i], (int) ceil ((MAX (a[i], b[i]) + rods[r].radius) / step) + 3);
        }
    }
  lattice->step = step;
  for (guint i = 0; i < 3; i++)
    {
      lattice->origin[i] = low[i];
      lattice->size[i] = high[i] - low[i] + 1;
    }
  lattice->values = g_new (float, (gsize) lattice->size[0] * lattice->size[1] * lattice->size[2]);
  for (int y = 0; y < lattice->size[1]; y++)
    for (int x = 0; x < lattice->size[0]; x++)
      for (int z = 0; z < lattice->size[2]; z++)
        {
          TautVector at = { (low[0] + x) * step, (low[1] + y) * step, (low[2] + z) * step };
          double value = 60;

          for (guint r = 0; r < n_rods; r++)
            value = MIN (value, get_distance (&rods[r], at));
          lattice->values[taut_lattice_index (lattice, x, y, z)] = (float) value;
        }

  return lattice;
}

/* A trunk, a head on it, and an arm that crosses before the trunk. */
static void
make_doll (TautLattice *lattices[TAUT_N_PARTS])
{
  const Rod trunk = { { 0, 120, 0 }, { 0, 260, 0 }, 40 };
  const Rod head = { { 0, 40, 0 }, { 0, 48, 0 }, 30 };
  const Rod arm = { { 70, 150, 45 }, { -20, 200, 60 }, 12 };

  for (int part = 0; part < TAUT_N_PARTS; part++)
    lattices[part] = NULL;
  lattices[TAUT_PART_TORSO] = sample (&trunk, 1, 2);
  lattices[TAUT_PART_HEAD] = sample (&head, 1, 2);
  lattices[TAUT_PART_ARM_LEFT] = sample (&arm, 1, 2);
}

static void
clear_doll (TautLattice *lattices[TAUT_N_PARTS])
{
  for (int part = 0; part < TAUT_N_PARTS; part++)
    g_clear_pointer (&lattices[part], taut_lattice_free);
}

static void
test_map (void)
{
  const Rod ball = { { 3, 50, 10 }, { 3, 50, 10 }, 20 };
  TautLattice *lattices[TAUT_N_PARTS] = { NULL };
  g_autoptr (TautArtMap) map = NULL;
  g_autoptr (TautOutline) outline = NULL;

  lattices[TAUT_PART_HEAD] = sample (&ball, 1, 1);
  map = taut_art_map_new (lattices, 0.5);
  outline = taut_art_edges_outline (map);

  g_assert_cmpfloat_with_epsilon (taut_art_map_get_depth (map, 3, 50), 30, 0.05);
  g_assert_cmpfloat_with_epsilon (taut_art_map_get_depth (map, 15, 50), 26, 0.1);
  g_assert_cmpfloat (taut_art_map_get_depth (map, 24, 50), ==, TAUT_ART_NOWHERE);
  g_assert_cmpfloat_with_epsilon (taut_art_map_get_normal (map, 3, 50).z, 1, 0.01);
  g_assert_cmpfloat_with_epsilon (taut_art_map_get_normal (map, 15, 50).x, 0.6, 0.03);
  g_assert_cmpuint (outline->lines->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (taut_line_get_area (g_ptr_array_index (outline->lines, 0)),
                                  G_PI * 400, 12);
  clear_doll (lattices);
}

static void
test_overlap (void)
{
  TautLattice *lattices[TAUT_N_PARTS];
  g_autoptr (TautArtMap) map = NULL;
  g_autoptr (GPtrArray) overlaps = NULL;
  g_autoptr (GPtrArray) creases = NULL;
  guint inside = 0;

  make_doll (lattices);
  map = taut_art_map_new (lattices, 0.5);
  overlaps = taut_art_edges_overlaps (map);
  creases = taut_art_edges_creases (map, overlaps, FALSE);

  /* Both edges of the arm, over the trunk only; nothing hides itself. */
  g_assert_cmpuint (overlaps->len, >, 0);
  for (guint i = 0; i < overlaps->len; i++)
    {
      const TautArtStroke *stroke = g_ptr_array_index (overlaps, i);

      for (guint k = 0; k < stroke->line->n_points; k++)
        {
          g_assert_cmpfloat (fabs (stroke->line->points[k].x), <, 41.5);
          g_assert_cmpfloat (stroke->widths[k], >=, 0);
          inside++;
        }
    }
  g_assert_cmpuint (inside, >, 100);
  g_assert_cmpuint (creases->len, ==, 0);
  clear_doll (lattices);
}

static void
test_light (void)
{
  const Rod ball = { { 0, 0, 0 }, { 0, 0, 0 }, 60 };
  TautLattice *lattices[TAUT_N_PARTS] = { NULL };
  g_autoptr (TautArtMap) map = NULL;
  g_autoptr (TautArtTone) tone = NULL;
  double dark[2] = { 0, 0 };

  lattices[TAUT_PART_TORSO] = sample (&ball, 1, 2);
  map = taut_art_map_new (lattices, 0.5);
  tone = taut_art_tone_new (map, TAUT_ART_LIGHT, FALSE, TAUT_ART_BARE);
  for (int i = 0; i < 2; i++)
    {
      double at = i == 0 ? -30 : 30;

      dark[i] = taut_raster_sample (tone->dark, tone->width, tone->height,
                                    (at - tone->x0) / tone->step, (at - tone->y0) / tone->step);
    }

  /* The light comes from the upper left. */
  g_assert_cmpfloat (dark[0], <, taut_art_tone_get_level (tone, 0));
  g_assert_cmpfloat (dark[1], >, taut_art_tone_get_level (tone, 1));
  clear_doll (lattices);
}

static void
start_element (GMarkupParseContext  *context,
               const char           *name,
               const char          **names,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  GString *layers = user_data;
  const char *mode = NULL;
  const char *id = NULL;

  for (guint i = 0; names[i]; i++)
    {
      if (g_str_equal (names[i], "inkscape:groupmode"))
        mode = values[i];
      if (g_str_equal (names[i], "id"))
        id = values[i];
      g_assert_null (strstr (values[i], "nan"));
      g_assert_null (strstr (values[i], "inf"));
      g_assert_cmpstr (names[i], !=, "style");
    }
  g_assert_cmpstr (name, !=, "style");
  if (g_strcmp0 (mode, "layer") == 0)
    g_string_append_printf (layers, "%s ", id);
}

static void
test_layers (void)
{
  const GMarkupParser parser = { .start_element = start_element };
  TautLattice *lattices[TAUT_N_PARTS];
  TautArtOptions options = {
    .title = "A & B", .step = 0.5,
  };
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) layers = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  double bounds[4];

  make_doll (lattices);
  g_assert_true (taut_art_write (NULL, lattices, &options, &first, &error));
  g_assert_no_error (error);
  g_assert_true (taut_art_write (NULL, lattices, &options, &second, &error));
  g_assert_true (g_bytes_equal (first, second));

  context = g_markup_parse_context_new (&parser, 0, layers, NULL);
  g_assert_true (g_markup_parse_context_parse (context, g_bytes_get_data (first, NULL),
                                               (gssize) g_bytes_get_size (first), &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_cmpstr (layers->str, ==, "skin shade contours underwear areas outline ");
  g_assert_nonnull (strstr (g_bytes_get_data (first, NULL), "<title>A &amp; B</title>"));

  taut_art_measure (lattices, bounds);
  g_assert_cmpfloat_with_epsilon (bounds[0], -46, 2);
  g_assert_cmpfloat_with_epsilon (bounds[1], 4, 2);
  g_assert_cmpfloat_with_epsilon (bounds[0] + bounds[2], 88, 2);
  g_assert_cmpfloat_with_epsilon (bounds[1] + bounds[3], 306, 2);
  clear_doll (lattices);
}

static void
test_nothing (void)
{
  TautLattice *lattices[TAUT_N_PARTS] = { NULL };
  TautArtOptions options = { .title = "none", .step = 1 };
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (taut_art_write (NULL, lattices, &options, &svg, &error));
  g_assert_error (error, TAUT_FIGURE_ERROR, TAUT_FIGURE_ERROR_DATA);
  g_assert_null (svg);
}

/* Whatever the line, its shape has numbers in it and nothing else. */
static void
test_strokes (void)
{
  const struct
  {
    TautOutlinePoint points[5];
    guint n;
    gboolean closed;
    double widths[5];
    gboolean drawn;
  } table[] = {
    { { { 0, 0 }, { 5, 1 }, { 10, 0 } }, 3, FALSE, { 1, 2, 1 }, TRUE },
    { { { 0, 0 }, { 0, 0 }, { 0, 0 } }, 3, FALSE, { 1, 1, 1 }, FALSE },
    { { { 0, 0 }, { 10, 0 } }, 2, FALSE, { 1, 1 }, FALSE },
    { { { 0, 0 }, { 5, 0 }, { 0, 0 }, { 5, 0 } }, 4, FALSE, { 1, 1, 1, 1 }, TRUE },
    { { { 0, 0 }, { 5, 0 }, { 10, 0 } }, 3, FALSE, { 0, 0, 0 }, FALSE },
    { { { 0, 0 }, { 9, 0 }, { 9, 9 }, { 0, 9 } }, 4, TRUE, { 1, 1, 1, 1 }, TRUE },
    { { { 0, 0 }, { 9, 0 }, { 9, 9 }, { 4, 9 }, { 0, 9 } }, 5, TRUE, { 0, 1, 1, 1, 0 }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (int shift = -1; shift <= 1; shift++)
      {
        g_autoptr (TautLine) line = taut_line_new (table[i].points, table[i].n, table[i].closed);
        g_autoptr (TautArtStroke) stroke = taut_art_stroke_new (line, table[i].widths);
        g_autoptr (GString) path = g_string_new (NULL);
        TautSvgPen pen;

        taut_svg_pen_init (&pen, path, 2);
        taut_art_stroke_taper (stroke, 0.3, 0.3, 0.2);
        taut_art_stroke_draw (stroke, shift, &pen);
        if (table[i].drawn)
          g_assert_cmpuint (path->len, >, 0);
        for (const char *c = path->str; *c != '\0'; c++)
          g_assert_nonnull (strchr ("Mclz-. 0123456789", *c));
      }
}

static void
test_taper (void)
{
  TautOutlinePoint points[21];
  double widths[21];
  g_autoptr (TautLine) line = NULL;
  g_autoptr (TautArtStroke) stroke = NULL;

  for (int i = 0; i < 21; i++)
    {
      points[i] = (TautOutlinePoint) { i, 0 };
      widths[i] = 2;
    }
  line = taut_line_new (points, 21, FALSE);
  stroke = taut_art_stroke_new (line, widths);
  taut_art_stroke_taper (stroke, 0.25, 0.5, 0.1);

  g_assert_cmpfloat_with_epsilon (stroke->widths[0], 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (stroke->widths[20], 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (stroke->widths[8], 2, 1e-9);
  for (int i = 1; i < 21; i++)
    {
      if (i <= 5)
        g_assert_cmpfloat (stroke->widths[i], >, stroke->widths[i - 1]);
      if (i > 10)
        g_assert_cmpfloat (stroke->widths[i], <, stroke->widths[i - 1]);
    }
}

static void
test_thin (void)
{
  guint8 mask[20 * 12] = { 0 };
  g_autoptr (GPtrArray) lines = NULL;
  const TautLine *line = NULL;

  for (int y = 5; y < 8; y++)
    for (int x = 2; x < 18; x++)
      mask[y * 20 + x] = 1;
  taut_raster_thin (mask, 20, 12);
  lines = taut_raster_trace_lines (mask, 20, 12);

  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpuint (line->n_points, >=, 12);
  for (guint i = 0; i < line->n_points; i++)
    g_assert_cmpfloat (line->points[i].y, ==, 6);
}

static void
test_curve (void)
{
  double x[] = { 0, 10, 20, 40 };
  double y[] = { 5, 5, 9, 1 };
  TautArtCurve curve = { x, y, 4 };

  g_assert_cmpfloat (taut_art_curve_get (&curve, -5), ==, 5);
  g_assert_cmpfloat (taut_art_curve_get (&curve, 4), ==, 5);
  g_assert_cmpfloat (taut_art_curve_get (&curve, 20), ==, 9);
  g_assert_cmpfloat (taut_art_curve_get (&curve, 99), ==, 1);
  /* No bulge beyond the knots. */
  for (double at = 0; at <= 40; at += 0.25)
    {
      g_assert_cmpfloat (taut_art_curve_get (&curve, at), <=, 9);
      g_assert_cmpfloat (taut_art_curve_get (&curve, at), >=, 1);
    }
}

static GFile *
write_lines (const char *lines)
{
  g_autofree char *text = g_strdup_printf (
    "{ \"license\": \"x\", \"planes\": { \"p\": { \"origin\": [0, 0, 0], \"u\": [1, 0, 0],"
    " \"v\": [0, 1, 0], \"cast\": [0, 0, 2], \"limb\": \"head\", \"bone\": \"head\" } },"
    " \"hair\": { \"line\": [[0, 20], [180, 90]], \"ear_low\": [0, 0, 0],"
    " \"ear_high\": [1, 1, 1] }, \"underwear\": { \"waist\": 440, \"hem\": [[0, 550]] },"
    " \"lines\": [%s] }", lines);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "taut-test-art-lines.json", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
test_lines (void)
{
  g_autoptr (GFile) file = write_lines (
    "{ \"id\": \"a\", \"plane\": \"p\", \"points\": [[0, 0], [10, 0], [20, 5]] },"
    "{ \"id\": \"b\", \"plane\": \"p\", \"kind\": \"fill\", \"style\": \"eye\","
    "  \"points\": [[0, 0], [10, 0], [10, 5]], \"twin\": false, \"within\": \"a\" }");
  g_autoptr (GError) error = NULL;
  g_autoptr (TautArtLines) lines = taut_art_lines_load (file, &error);
  const TautArtLine *line = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (lines);
  line = taut_art_lines_find (lines, "a");
  g_assert_nonnull (line);
  g_assert_cmpint (line->kind, ==, TAUT_ART_KIND_LINE);
  g_assert_true (line->twin);
  g_assert_cmpuint (line->n_points, ==, 17);
  g_assert_cmpfloat (line->points[16].x, ==, 20);
  g_assert_cmpfloat (line->cast.z, ==, 1);
  line = taut_art_lines_find (lines, "b");
  g_assert_cmpint (line->kind, ==, TAUT_ART_KIND_FILL);
  g_assert_cmpstr (line->style, ==, "eye");
  g_assert_cmpstr (line->within, ==, "a");
  g_assert_cmpuint (line->n_points, ==, 24);
  g_assert_null (taut_art_lines_find (lines, "c"));
}

static void
test_broken_lines (void)
{
  const struct
  {
    const char *lines;
    const char *told;
  } table[] = {
    { "{ \"id\": \"a\", \"plane\": \"q\", \"points\": [[0, 0], [1, 1]] }", "q" },
    { "{ \"id\": \"a\", \"plane\": \"p\" }", "points" },
    { "{ \"id\": \"a\", \"plane\": \"p\", \"points\": [[0, 0], [1]] }", "points" },
    { "{ \"id\": \"a\", \"plane\": \"p\", \"points\": [[0, 0], [1, 9999]] }", "points" },
    { "{ \"id\": \"a\", \"plane\": \"p\", \"points\": [[0, 0]], \"kind\": \"blob\" }", "kind" },
    { "{ \"id\": \"a\", \"plane\": \"p\", \"points\": [[0, 0]], \"colour\": \"red\" }", "colour" },
    { "{ \"id\": \"a\", \"plane\": \"p\", \"points\": [[0, 0], [1, 1]], \"kind\": \"strands\","
      " \"ends\": [[0, 0]] }", "ends" },
    { "{ \"plane\": \"p\", \"points\": [[0, 0], [1, 1]] }", "id" },
    { "7", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GFile) file = write_lines (table[i].lines);
      g_autoptr (GError) error = NULL;
      g_autoptr (TautArtLines) lines = taut_art_lines_load (file, &error);

      g_assert_null (lines);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, table[i].told));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/figure/art/map", test_map);
  g_test_add_func ("/figure/art/overlap", test_overlap);
  g_test_add_func ("/figure/art/light", test_light);
  g_test_add_func ("/figure/art/layers", test_layers);
  g_test_add_func ("/figure/art/nothing", test_nothing);
  g_test_add_func ("/figure/art/strokes", test_strokes);
  g_test_add_func ("/figure/art/taper", test_taper);
  g_test_add_func ("/figure/art/thin", test_thin);
  g_test_add_func ("/figure/art/curve", test_curve);
  g_test_add_func ("/figure/art/lines", test_lines);
  g_test_add_func ("/figure/art/broken-lines", test_broken_lines);

  return g_test_run ();
}
