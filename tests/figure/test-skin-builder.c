/* test-skin-builder.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-skin-builder.h"

#include <glib/gstdio.h>

#include "taut-skin-axes.h"
#include "taut-skin-border.h"
#include "taut-skin.h"

#define RADIUS 40.0
#define TOP 230.0
#define BOTTOM 420.0

static TautSkinFrame *frames;
static TautSkinBuilder *builder;

/* A torso that is a capsule, and an arm that is a thinner one beside it. */
static double
measure_capsule (TautVector at,
                 TautVector a,
                 TautVector b,
                 double     radius)
{
  TautVector along = taut_vector_subtract (b, a);
  TautVector from = taut_vector_subtract (at, a);
  double t = CLAMP (taut_vector_dot (from, along) / taut_vector_dot (along, along), 0, 1);

  return taut_vector_length (taut_vector_subtract (from, taut_vector_scale (along, t))) - radius;
}

static TautLattice *
make_lattice (TautVector a,
              TautVector b,
              double     radius)
{
  TautLattice *lattice = g_new0 (TautLattice, 1);
  const double margin = radius + 12;
  const double low[3] = { MIN (a.x, b.x) - margin, MIN (a.y, b.y) - margin,
                          MIN (a.z, b.z) - margin };
  const double high[3] = { MAX (a.x, b.x) + margin, MAX (a.y, b.y) + margin,
                           MAX (a.z, b.z) + margin };

  lattice->step = 2;
  for (guint i = 0; i < 3; i++)
    {
      lattice->origin[i] = floor (low[i] / lattice->step);
      lattice->size[i] = ceil ((high[i] - low[i]) / lattice->step) + 2;
    }
  lattice->values = g_new (float, (gsize) lattice->size[0] * lattice->size[1] * lattice->size[2]);
  for (int y = 0; y < lattice->size[1]; y++)
    for (int x = 0; x < lattice->size[0]; x++)
      for (int z = 0; z < lattice->size[2]; z++)
        {
          TautVector at = { (lattice->origin[0] + x) * lattice->step,
                            (lattice->origin[1] + y) * lattice->step,
                            (lattice->origin[2] + z) * lattice->step };

          lattice->values[taut_lattice_index (lattice, x, y, z)] =
            measure_capsule (at, a, b, radius);
        }
  return lattice;
}

static TautBodyField *
make_field (void)
{
  TautBodyField *field = taut_body_field_new ();
  TautVector top = { 0, TOP, -4 };
  TautVector bottom = { 0, BOTTOM, -4 };

  taut_body_field_take (field, TAUT_PART_TORSO, make_lattice (top, bottom, RADIUS));
  return field;
}

static void
test_field (void)
{
  g_autoptr (TautBodyField) field = make_field ();
  TautVector inside = { 3, 300, 2 };
  TautVector beside = { RADIUS + 3, 300, -4 };
  TautVector on;
  TautPart part;

  taut_body_field_take (field, TAUT_PART_ARM_LEFT,
                        make_lattice ((TautVector) { 100, 240, 0 }, (TautVector) { 120, 380, 0 },
                                      12));
  g_assert_cmpfloat (taut_body_field_get (field, inside, &part), <, -30);
  g_assert_cmpuint (part, ==, TAUT_PART_TORSO);
  g_assert_cmpfloat (taut_body_field_get (field, (TautVector) { 110, 310, 3 }, &part), <, -5);
  g_assert_cmpuint (part, ==, TAUT_PART_ARM_LEFT);
  g_assert_cmpfloat (taut_body_field_get_part (field, TAUT_PART_LEG_LEFT, inside), >, 100);
  g_assert_cmpfloat (taut_body_field_get (field, (TautVector) { 0, 900, 0 }, NULL), >, 100);

  on = taut_body_field_snap (field, TAUT_PART_TORSO, beside, 10);
  g_assert_cmpfloat_with_epsilon (on.x, RADIUS, 0.1);
  g_assert_cmpfloat_with_epsilon (on.y, 300, 0.1);
  on = taut_body_field_snap (field, TAUT_PART_TORSO, beside, 1);
  g_assert_cmpfloat (on.x, ==, beside.x);
}

static void
test_capsule (void)
{
  g_autoptr (TautBodyField) field = make_field ();
  g_autoptr (TautSkinBuilder) again = taut_skin_builder_new (frames, field, 2, 5);
  g_autoptr (TautSkin) skin = NULL;
  g_autoptr (GError) error = NULL;
  double expected = (2 * G_PI * RADIUS * (BOTTOM - TOP) + 4 * G_PI * RADIUS * RADIUS)
                    * TAUT_MM_PER_UNIT * TAUT_MM_PER_UNIT;
  double area = 0;

  g_assert_true (g_bytes_equal (builder->bytes, again->bytes));
  skin = taut_skin_new (builder->bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (taut_skin_get_area (skin), expected, 0.01 * expected);

  for (guint i = 0; i < taut_skin_get_n_cells (skin); i++)
    {
      const TautSkinCell *cell = taut_skin_get_cell (skin, i);
      TautVector at = { cell->position[0], cell->position[1], cell->position[2] };
      TautSkinPoint point;
      TautVector back;

      area += cell->area;
      g_assert_cmpfloat (cell->area, <, 12 * 25 * TAUT_MM_PER_UNIT * TAUT_MM_PER_UNIT);
      g_assert_cmpfloat (fabs (measure_capsule (at, (TautVector) { 0, TOP, -4 },
                                                (TautVector) { 0, BOTTOM, -4 }, RADIUS)), <, 0.4);
      taut_skin_address (skin, i, at, &point);
      if (point.u < 0.2 || point.u > 0.8)
        continue;
      g_assert_true (taut_skin_locate (skin, &point, &back, NULL));
      g_assert_cmpfloat (taut_vector_length (taut_vector_subtract (at, back)), <, 0.6);
    }
  g_assert_cmpfloat_with_epsilon (area, taut_skin_get_area (skin), 1);
}

/* Cells lie in one segment and hang together; every vertex has one. */
static void
test_clusters (void)
{
  const TautSkinClusters *clusters = builder->clusters;
  g_autofree guint *counts = g_new0 (guint, clusters->n_cells);

  for (guint i = 0; i < builder->mesh->n_vertices; i++)
    {
      g_assert_cmpuint (clusters->of_vertex[i], <, clusters->n_cells / 2);
      g_assert_cmpuint (builder->owners[i], ==, clusters->cells[clusters->of_vertex[i]].segment);
      g_assert_cmpuint (builder->parts[i], ==, TAUT_PART_TORSO);
      counts[clusters->of_vertex[i]]++;
    }
  for (guint i = 0; i < clusters->n_cells / 2; i++)
    g_assert_cmpuint (counts[i], >, 0);
}

/* A segment is one piece. */
static void
test_islands (void)
{
  const TautMesh *mesh = builder->mesh;
  g_autofree gboolean *seen = g_new0 (gboolean, mesh->n_vertices);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean met[TAUT_N_SEGMENTS] = { 0, };

  for (guint32 start = 0; start < mesh->n_vertices; start++)
    {
      if (seen[start])
        continue;
      g_assert_false (met[builder->owners[start]]);
      met[builder->owners[start]] = TRUE;
      seen[start] = TRUE;
      g_array_set_size (queue, 0);
      g_array_append_val (queue, start);
      for (guint i = 0; i < queue->len; i++)
        {
          guint32 from = g_array_index (queue, guint32, i);

          for (guint k = mesh->starts[from]; k < mesh->starts[from + 1]; k++)
            if (!seen[mesh->links[k]] &&
                builder->owners[mesh->links[k]] == builder->owners[start])
              {
                seen[mesh->links[k]] = TRUE;
                g_array_append_val (queue, mesh->links[k]);
              }
        }
    }
  g_assert_true (met[TAUT_SEGMENT_TRUNK]);
}

/* Every ray leads to the address that it came from. */
static void
test_frames (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      const TautSkinFrame *frame = &frames[g_test_rand_int_range (0, TAUT_N_SEGMENTS)];
      double u = g_test_rand_double_range (-0.249, 1.249);
      double theta = g_test_rand_double_range (-179.9, 179.9);
      double length = g_test_rand_double_range (1, 50);
      TautVector origin;
      TautVector direction;
      double back_u;
      double back_theta;
      double back_length;

      taut_skin_frame_get_ray (frame, u, theta, &origin, &direction);
      g_assert_cmpfloat_with_epsilon (taut_vector_length (direction), 1, 1e-9);
      taut_skin_frame_measure (frame,
                               taut_vector_add (origin, taut_vector_scale (direction, length)),
                               &back_u, &back_theta, &back_length);
      g_assert_cmpfloat_with_epsilon (back_u, u, 1e-6);
      g_assert_cmpfloat_with_epsilon (back_theta, theta, 1e-6);
      g_assert_cmpfloat_with_epsilon (back_length, length, 1e-6);
    }
}

/* The ranges of height that addresses of the trunk and the limbs rest on. */
static void
test_ranges (void)
{
  static const struct
  {
    TautSegment segment;
    double from;
    double to;
  } ranges[] = {
    { TAUT_SEGMENT_NECK, 100, 160 },
    { TAUT_SEGMENT_TRUNK, 150, 531 },
    { TAUT_SEGMENT_UPPERARM, 190, 378 },
    { TAUT_SEGMENT_FOREARM, 378, 524 },
    { TAUT_SEGMENT_THIGH, 470, 722 },
    { TAUT_SEGMENT_LEG, 722, 958 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      const TautSkinFrame *frame = &frames[ranges[i].segment];

      g_assert_cmpfloat (frame->direction.y, ==, 1);
      g_assert_cmpfloat (frame->s[0], ==, ranges[i].from);
      g_assert_cmpfloat (frame->s[1], ==, ranges[i].to);
    }
  /* The head's numbers run from 0 at the crown to 131, whatever the caps. */
  g_assert_cmpfloat_with_epsilon (frames[TAUT_SEGMENT_HEAD].s[0],
                                  131 * frames[TAUT_SEGMENT_HEAD].u[0], 0.01);
  g_assert_cmpfloat (frames[TAUT_SEGMENT_HEAD].s[1], ==, 131);
}

static void
test_borders (void)
{
  static const struct
  {
    TautVector at;
    TautSegment owner;
  } cases[] = {
    { { 0, 20, 55 }, TAUT_SEGMENT_HEAD },
    { { 0, 140, 8 }, TAUT_SEGMENT_NECK },
    { { 20, 165, -55 }, TAUT_SEGMENT_TRUNK },
    { { 40, 150, -20 }, TAUT_SEGMENT_NECK },
    { { 60, 210, 30 }, TAUT_SEGMENT_TRUNK },
    { { 130, 240, 0 }, TAUT_SEGMENT_UPPERARM },
    { { 105, 300, -10 }, TAUT_SEGMENT_UPPERARM },
    { { 85, 300, -10 }, TAUT_SEGMENT_TRUNK },
    { { 150, 390, -10 }, TAUT_SEGMENT_FOREARM },
    { { 190, 560, 5 }, TAUT_SEGMENT_HAND },
    { { 50, 500, -60 }, TAUT_SEGMENT_TRUNK },
    { { 60, 545, -60 }, TAUT_SEGMENT_THIGH },
    { { 60, 500, 55 }, TAUT_SEGMENT_THIGH },
    { { 60, 800, 10 }, TAUT_SEGMENT_LEG },
    { { 62, 985, -30 }, TAUT_SEGMENT_FOOT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (taut_skin_border_get_owner (frames, cases[i].at), ==, cases[i].owner);
}

static void
test_bad_axes (void)
{
  static const char *const texts[] = {
    "",
    "[]",
    "{}",
    "{\"segments\": []}",
    "{\"segments\": [3]}",
    "{\"segments\": [{\"id\": \"tail\"}]}",
    "{\"segments\": [{\"id\": \"head\", \"axis\": [[0, 0, 0]], \"zero\": [0, 0, 1], "
    "\"ninety\": [1, 0, 0], \"reach\": 3}]}",
    "{\"segments\": [{\"id\": \"head\", \"axis\": [[0, 0, 0], [0, 1, 0]], \"zero\": [0, 1, 0], "
    "\"ninety\": [1, 0, 0], \"reach\": 3}]}",
    "{\"segments\": [{\"id\": \"head\", \"axis\": [[0, 0, 0], [0, 1, 0]], \"zero\": [0, 0, 1], "
    "\"ninety\": [1, 0, 0], \"reach\": 3, \"colour\": 1}]}",
    "{\"segments\": [{\"id\": \"head\", \"axis\": [[0, 0, 0], [0, 1, 0], [0, 0.5, 0]], "
    "\"zero\": [0, 0, 1], \"ninety\": [1, 0, 0], \"reach\": 3}]}",
    "{\"segments\": [{\"id\": \"head\", \"axis\": [[0, 0, 0], [0, 1, 0]], \"zero\": [0, 0, 1], "
    "\"ninety\": [1, 0, 0], \"reach\": 3, \"ends\": [0.1, 0.2]}]}",
    "{\"segments\": [{\"id\": \"head\", \"axis\": [[0, 0, 0], [0, 1, 0]], \"zero\": [0, 0, 1], "
    "\"ninety\": [1, 0, 0], \"reach\": 3}]}",
  };
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("axes-XXXXXX.json", &path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_null (taut_skin_axes_load (file, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == TAUT_JSON_ERROR);
    }
  g_file_delete (file, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TautBodyField) field = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "..", "resources", "figure", "axes.json", NULL);
  file = g_file_new_for_path (path);
  frames = taut_skin_axes_load (file, &error);
  g_assert_no_error (error);
  field = make_field ();
  builder = taut_skin_builder_new (frames, field, 2, 5);

  g_test_add_func ("/figure/skin-builder/field", test_field);
  g_test_add_func ("/figure/skin-builder/capsule", test_capsule);
  g_test_add_func ("/figure/skin-builder/clusters", test_clusters);
  g_test_add_func ("/figure/skin-builder/islands", test_islands);
  g_test_add_func ("/figure/skin-builder/frames", test_frames);
  g_test_add_func ("/figure/skin-builder/ranges", test_ranges);
  g_test_add_func ("/figure/skin-builder/borders", test_borders);
  g_test_add_func ("/figure/skin-builder/bad-axes", test_bad_axes);

  result = g_test_run ();
  taut_skin_builder_free (builder);
  g_free (frames);
  return result;
}
