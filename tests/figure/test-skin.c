/* test-skin.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-skin.h"

#include <math.h>
#include <string.h>

#include "taut-resources.h"
#include "taut-skin-file.h"

static GBytes *skin_bytes;
static TautSkin *skin;

static TautVector
get_position (guint cell)
{
  const TautSkinCell *c = taut_skin_get_cell (skin, cell);

  return (TautVector) { c->position[0], c->position[1], c->position[2] };
}

static TautStrokePoint
make_point (TautSegment segment,
            TautSide    side,
            double      u,
            double      theta,
            double      radius)
{
  return (TautStrokePoint) { { segment, side, u, theta }, radius };
}

/* File */

static void
check_refused (const guint8 *data,
               gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (taut_skin_new (bytes, &error));
  g_assert_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "skin: "));
}

static void
test_broken_files (void)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (skin_bytes, &size);
  const gsize sizes[] = { 0, 1, 31, 32, 33, 1000, size / 2, size - 1 };
  g_autofree guint8 *copy = g_malloc (size + 1);
  TautSkinHeader *header = (TautSkinHeader *) copy;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_refused (data, sizes[i]);

  memcpy (copy, data, size);
  copy[size] = 0;
  check_refused (copy, size + 1);
  header->magic[0] = 'X';
  check_refused (copy, size);
  memcpy (copy, data, size);
  header->version++;
  check_refused (copy, size);
  memcpy (copy, data, size);
  header->byte_order = GUINT32_SWAP_LE_BE (header->byte_order);
  check_refused (copy, size);
  memcpy (copy, data, size);
  header->n_cells = G_MAXUINT32;
  check_refused (copy, size);
  memcpy (copy, data, size);
  memset (copy + sizeof *header, 0xff, size - sizeof *header);
  check_refused (copy, size);
}

/* A damaged file is refused or does no harm. */
static void
test_random_damage (void)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (skin_bytes, &size);

  for (guint round = 0; round < 40; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (TautSkin) damaged = NULL;
      guint at = g_test_rand_int_range (0, size - 64);

      for (guint i = 0; i < 64; i++)
        copy[at + i] = g_test_rand_int_range (0, 256);
      bytes = g_bytes_new_take (g_steal_pointer (&copy), size);
      damaged = taut_skin_new (bytes, NULL);
      for (guint i = 0; damaged != NULL && i < 200; i++)
        {
          TautSkinPoint point = { i % TAUT_N_SEGMENTS, i % 2, g_test_rand_double_range (-0.3, 1.3),
                                  g_test_rand_double_range (-200, 200) };

          taut_skin_locate (damaged, &point, NULL, NULL);
        }
    }
}

/* Cells */

static void
test_mirror (void)
{
  guint n = taut_skin_get_n_cells (skin);

  g_assert_cmpuint (n % 2, ==, 0);
  for (guint i = 0; i < n / 2; i++)
    {
      const TautSkinCell *left = taut_skin_get_cell (skin, i);
      const TautSkinCell *right = taut_skin_get_cell (skin, i + n / 2);

      g_assert_cmpuint (taut_skin_get_mirror_cell (skin, i), ==, i + n / 2);
      g_assert_cmpuint (taut_skin_get_mirror_cell (skin, i + n / 2), ==, i);
      g_assert_cmpuint (left->segment, ==, right->segment);
      g_assert_cmpuint (left->side, ==, TAUT_SIDE_LEFT);
      g_assert_cmpuint (right->side, ==, TAUT_SIDE_RIGHT);
      g_assert_cmpfloat (left->area, ==, right->area);
      for (guint k = 0; k < 3; k++)
        {
          g_assert_cmpfloat (left->position[k], ==, (k == 0 ? -1 : 1) * right->position[k]);
          g_assert_cmpfloat (left->normal[k], ==, (k == 0 ? -1 : 1) * right->normal[k]);
        }
    }
}

static gboolean
are_neighbours (guint a,
                guint b)
{
  guint n;
  const guint32 *neighbours = taut_skin_get_neighbours (skin, a, &n);

  for (guint i = 0; i < n; i++)
    if (neighbours[i] == b)
      return TRUE;
  return FALSE;
}

static void
test_neighbours (void)
{
  guint n_cells = taut_skin_get_n_cells (skin);
  guint n_across = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      guint n;
      const guint32 *neighbours = taut_skin_get_neighbours (skin, i, &n);

      g_assert_cmpuint (n, >, 0);
      for (guint k = 0; k < n; k++)
        {
          double distance = taut_vector_length (taut_vector_subtract
                                                (get_position (i),
                                                 get_position (neighbours[k])));

          g_assert_cmpuint (neighbours[k], !=, i);
          g_assert_cmpfloat (distance * TAUT_MM_PER_UNIT, <, 16);
          g_assert_true (are_neighbours (neighbours[k], i));
          g_assert_true (are_neighbours (taut_skin_get_mirror_cell (skin, i),
                                         taut_skin_get_mirror_cell (skin, neighbours[k])));
          n_across += (i < n_cells / 2) != (neighbours[k] < n_cells / 2);
        }
    }
  g_assert_cmpuint (n_across, >, 200);
}

static double
sum_segments (TautSegment first,
              TautSegment last)
{
  double sum = 0;

  for (guint i = 0; i < taut_skin_get_n_cells (skin); i++)
    if (taut_skin_get_cell (skin, i)->segment >= first &&
        taut_skin_get_cell (skin, i)->segment <= last)
      sum += taut_skin_get_cell (skin, i)->area;
  return sum;
}

/* Beside the charts by which burns are estimated. */
static void
test_anthropometry (void)
{
  double all = taut_skin_get_area (skin);
  double head = sum_segments (TAUT_SEGMENT_HEAD, TAUT_SEGMENT_NECK) / all * 100;
  double arm = sum_segments (TAUT_SEGMENT_UPPERARM, TAUT_SEGMENT_LITTLE) / 2 / all * 100;
  double leg = sum_segments (TAUT_SEGMENT_THIGH, TAUT_SEGMENT_TOE_5) / 2 / all * 100;
  double trunk = sum_segments (TAUT_SEGMENT_TRUNK, TAUT_SEGMENT_TRUNK) / all * 100;

  g_test_message ("whole skin %.3f m2 (about 1.8), %u cells of %.1f mm2 on average", all / 1e6,
                  taut_skin_get_n_cells (skin), all / taut_skin_get_n_cells (skin));
  g_test_message ("head with neck %.1f %% (8 to 10), arm with hand %.1f %% (9 to 11), "
                  "leg with foot %.1f %% (17 to 21), trunk %.1f %%", head, arm, leg, trunk);
  g_assert_cmpfloat (all, >, 1.7e6);
  g_assert_cmpfloat (all, <, 1.9e6);
  g_assert_cmpfloat (head, >, 8);
  g_assert_cmpfloat (head, <, 10);
  g_assert_cmpfloat (arm, >, 9);
  g_assert_cmpfloat (arm, <, 11);
  g_assert_cmpfloat (leg, >, 17);
  g_assert_cmpfloat (leg, <, 21);
  for (guint i = 0; i < TAUT_N_SEGMENTS; i++)
    g_assert_cmpfloat (sum_segments (i, i), >, 2000);
}

/* Addresses */

/* From every cell to its address and back. Folds where a ray meets the skin
 * twice cannot come back; they must be few. */
static void
test_round_trip (void)
{
  guint n = taut_skin_get_n_cells (skin);
  guint n_near = 0;

  for (guint i = 0; i < n; i++)
    {
      TautVector position = get_position (i);
      TautSkinPoint point;
      TautVector back;

      taut_skin_address (skin, i, position, &point);
      g_assert_cmpuint (point.segment, ==, taut_skin_get_cell (skin, i)->segment);
      g_assert_cmpuint (point.side, ==, taut_skin_get_cell (skin, i)->side);
      g_assert_true (taut_skin_locate (skin, &point, &back, NULL));
      n_near += taut_vector_length (taut_vector_subtract (position, back)) < 0.5;
    }
  g_test_message ("%.2f %% of the cells come back within 0.5 units", 100.0 * n_near / n);
  g_assert_cmpfloat ((double) n_near / n, >, 0.97);
}

static void
test_find_cell (void)
{
  guint n = taut_skin_get_n_cells (skin);
  guint n_same = 0;

  for (guint i = 0; i < n; i += 7)
    {
      TautSkinPoint point;
      guint found;

      taut_skin_address (skin, i, get_position (i), &point);
      g_assert_true (taut_skin_find_cell (skin, &point, &found));
      n_same += found == i;
    }
  g_assert_cmpfloat (7.0 * n_same / n, >, 0.95);
}

/* Both halves, bit for bit. */
static void
test_locate_mirrored (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      TautSkinPoint left = { g_test_rand_int_range (0, TAUT_N_SEGMENTS), TAUT_SIDE_LEFT,
                             g_test_rand_double_range (-0.3, 1.3),
                             g_test_rand_double_range (-180, 180) };
      TautSkinPoint right = taut_skin_point_mirror (&left);
      TautVector a;
      TautVector b;
      gboolean found = taut_skin_locate (skin, &left, &a, NULL);

      g_assert_true (taut_skin_locate (skin, &right, &b, NULL) == found);
      if (!found)
        continue;
      g_assert_cmpfloat (a.x, ==, -b.x);
      g_assert_cmpfloat (a.y, ==, b.y);
      g_assert_cmpfloat (a.z, ==, b.z);
    }
}

/* Known places: where they must lie on the body. */
static void
test_places (void)
{
  static const struct
  {
    TautSkinPoint at;
    TautVector low;
    TautVector high;
  } cases[] = {
    /* Crown, tip of the nose, navel, between the shoulder blades. */
    { { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, -0.24, 0 }, { -4, -2, -8 }, { 4, 4, 12 } },
    { { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.61, 0 }, { -1, 76, 55 }, { 1, 84, 80 } },
    { { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.64, 0 }, { -1, 390, 50 }, { 1, 398, 70 } },
    { { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.2, 175 }, { -15, 220, -90 }, { 0, 232, -60 } },
    /* Tips of the left index finger and of the right great toe. */
    { { TAUT_SEGMENT_INDEX, TAUT_SIDE_LEFT, 1.2, 0 }, { 200, 610, -10 }, { 245, 640, 20 } },
    { { TAUT_SEGMENT_TOE_1, TAUT_SIDE_RIGHT, 1.2, 0 }, { -85, 980, 100 }, { -50, 1000, 125 } },
    /* Front of the left knee, back of the right calf, heel. */
    { { TAUT_SEGMENT_LEG, TAUT_SIDE_LEFT, 0, 0 }, { 55, 715, 25 }, { 70, 730, 50 } },
    { { TAUT_SEGMENT_LEG, TAUT_SIDE_RIGHT, 0.3, 180 }, { -70, 780, -60 }, { -50, 800, -35 } },
    { { TAUT_SEGMENT_FOOT, TAUT_SIDE_LEFT, -0.2, 180 }, { 50, 960, -50 }, { 75, 1000, -20 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TautVector at;
      TautVector normal;

      g_assert_true (taut_skin_locate (skin, &cases[i].at, &at, &normal));
      g_test_message ("%u: %.1f %.1f %.1f", i, at.x, at.y, at.z);
      g_assert_cmpfloat (at.x, >=, cases[i].low.x);
      g_assert_cmpfloat (at.y, >=, cases[i].low.y);
      g_assert_cmpfloat (at.z, >=, cases[i].low.z);
      g_assert_cmpfloat (at.x, <=, cases[i].high.x);
      g_assert_cmpfloat (at.y, <=, cases[i].high.y);
      g_assert_cmpfloat (at.z, <=, cases[i].high.z);
      g_assert_cmpfloat_with_epsilon (taut_vector_length (normal), 1, 1e-3);
    }
}

static void
test_no_skin (void)
{
  static const TautSkinPoint points[] = {
    { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, -0.26, 0 },
    { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 1.26, 0 },
    { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, NAN, 0 },
    { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.5, NAN },
    { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.5, INFINITY },
    /* Straight up from the end of the leg, into the thigh. */
    { TAUT_SEGMENT_LEG, TAUT_SIDE_LEFT, -0.25, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      TautVector position = { 1, 2, 3 };
      guint cell;

      g_assert_false (taut_skin_locate (skin, &points[i], &position, NULL));
      g_assert_cmpfloat (position.x, ==, 1);
      g_assert_false (taut_skin_find_cell (skin, &points[i], &cell));
      g_assert_true (isinf (taut_skin_distance (skin, &points[i], &points[i], 1000)));
    }
}

static void
test_distance (void)
{
  const TautSkinPoint back[] = { { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.3, 160 },
                                 { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.4, 160 } };
  const TautSkinPoint tips[] = { { TAUT_SEGMENT_INDEX, TAUT_SIDE_LEFT, 1, 0 },
                                 { TAUT_SEGMENT_MIDDLE, TAUT_SIDE_LEFT, 1, 0 } };
  const TautSkinPoint halves[] = { { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.5, 6 },
                                   { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.5, 6 } };
  double there = taut_skin_distance (skin, &back[0], &back[1], 500);
  double again = taut_skin_distance (skin, &back[1], &back[0], 500);
  double straight;
  TautVector a;
  TautVector b;

  taut_skin_locate (skin, &back[0], &a, NULL);
  taut_skin_locate (skin, &back[1], &b, NULL);
  straight = taut_vector_length (taut_vector_subtract (a, b)) * TAUT_MM_PER_UNIT;
  g_assert_cmpfloat (there, >=, straight);
  g_assert_cmpfloat (there, <, straight * 1.1);
  g_assert_cmpfloat_with_epsilon (there, again, 0.05 * there);
  g_assert_true (isinf (taut_skin_distance (skin, &back[0], &back[1], straight / 2)));
  g_assert_cmpfloat (taut_skin_distance (skin, &back[0], &back[0], 1), ==, 0);

  /* Down one finger and up the next. */
  g_assert_cmpfloat (taut_skin_distance (skin, &tips[0], &tips[1], 500), >, 100);
  g_assert_cmpfloat (taut_skin_distance (skin, &halves[0], &halves[1], 500), <, 40);
}

/* Strokes */

static TautCellSet *
cover (const TautStrokePoint *points,
       guint                  n_points)
{
  g_autoptr (TautStroke) stroke = taut_stroke_new (points, n_points);
  const TautStroke *strokes[] = { stroke };

  return taut_skin_cover (skin, strokes, 1);
}

static void
test_disc (void)
{
  const TautStrokePoint point = make_point (TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.3, 155, 30);
  g_autoptr (TautCellSet) set = cover (&point, 1);
  TautVector centre;

  g_assert_true (taut_skin_locate (skin, &point.at, &centre, NULL));
  g_assert_cmpfloat_with_epsilon (taut_skin_measure (skin, set), G_PI * 900, 0.08 * G_PI * 900);
  for (guint i = 0; i < set->n_cells; i++)
    {
      TautVector at = get_position (set->cells[i]);
      double distance = taut_vector_length (taut_vector_subtract (at, centre)) * TAUT_MM_PER_UNIT;

      if (distance < 22)
        g_assert_cmpfloat (set->weights[i], ==, 1);
      if (fabs (distance - 30) < 0.5)
        g_assert_cmpfloat_with_epsilon (set->weights[i], 0.5, 0.06);
      g_assert_cmpfloat (distance, <, 38);
    }
}

/* A stroke covers one coherent piece. */
static void
test_coherent (void)
{
  const TautStrokePoint points[] = {
    make_point (TAUT_SEGMENT_NECK, TAUT_SIDE_LEFT, 0.6, 118, 14),
    make_point (TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.7, 120, 16),
    make_point (TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.4, 70, 20),
  };
  g_autoptr (TautCellSet) set = cover (points, G_N_ELEMENTS (points));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (set->n_cells, >, 100);
  g_array_append_val (queue, set->cells[0]);
  g_hash_table_add (seen, GUINT_TO_POINTER (set->cells[0]));
  for (guint i = 0; i < queue->len; i++)
    {
      guint n;
      const guint32 *neighbours = taut_skin_get_neighbours (skin,
                                                            g_array_index (queue, guint32, i), &n);

      for (guint k = 0; k < n; k++)
        if (taut_cell_set_get_weight (set, neighbours[k]) > 0 &&
            g_hash_table_add (seen, GUINT_TO_POINTER (neighbours[k])))
          g_array_append_val (queue, neighbours[k]);
    }
  g_assert_cmpuint (queue->len, ==, set->n_cells);
}

/* Nothing comes out at the back, jumps a gap or changes sides. */
static void
test_bleed (void)
{
  static const struct
  {
    const char *name;
    TautSegment segment;
    double u;
    double theta;
    double length;
    double radius;
    gboolean alone;
  } cases[] = {
    { "finger, palm side", TAUT_SEGMENT_INDEX, 0.65, 0, 0.3, 22, TRUE },
    { "finger, back", TAUT_SEGMENT_MIDDLE, 0.7, 180, 0.2, 22, TRUE },
    { "little finger, inner side", TAUT_SEGMENT_LITTLE, 0.7, 90, 0.2, 18, TRUE },
    { "thumb", TAUT_SEGMENT_THUMB, 0.7, 0, 0.2, 22, TRUE },
    { "outer face of the ear", TAUT_SEGMENT_EAR, 0.5, 0, 0.2, 14, FALSE },
    { "forearm, front", TAUT_SEGMENT_FOREARM, 0.4, 0, 0.3, 80, FALSE },
    { "forearm, back", TAUT_SEGMENT_FOREARM, 0.4, 180, 0.3, 80, FALSE },
    { "inner side of the arm", TAUT_SEGMENT_UPPERARM, 0.75, -90, 0.2, 60, TRUE },
    { "inner thigh", TAUT_SEGMENT_THIGH, 0.55, -90, 0.3, 60, FALSE },
    { "great toe", TAUT_SEGMENT_TOE_1, 0.6, 0, 0.2, 20, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TautStrokePoint points[] = {
        make_point (cases[i].segment, TAUT_SIDE_LEFT, cases[i].u, cases[i].theta,
                    cases[i].radius),
        make_point (cases[i].segment, TAUT_SIDE_LEFT, cases[i].u + cases[i].length,
                    cases[i].theta, cases[i].radius),
      };
      g_autoptr (TautCellSet) set = cover (points, 2);

      g_test_message ("%s: %u cells", cases[i].name, set->n_cells);
      g_assert_cmpuint (set->n_cells, >, 5);
      for (guint k = 0; k < set->n_cells; k++)
        {
          const TautSkinCell *cell = taut_skin_get_cell (skin, set->cells[k]);
          TautSkinPoint at;

          taut_skin_address (skin, set->cells[k], get_position (set->cells[k]), &at);
          g_assert_cmpuint (cell->side, ==, TAUT_SIDE_LEFT);
          if (cases[i].alone && cell->segment != cases[i].segment)
            g_assert_true (cell->segment == TAUT_SEGMENT_HAND ||
                           cell->segment == TAUT_SEGMENT_FOREARM);
          if (cell->segment == cases[i].segment && at.u > 0.1 && at.u < 0.95 &&
              cases[i].segment != TAUT_SEGMENT_EAR)
            g_assert_cmpfloat (fabs (remainder (at.theta - cases[i].theta, 360)), <, 135);
          if (cell->segment == TAUT_SEGMENT_EAR && fabs (at.theta) > 130 && cell->normal[0] < -0.5)
            g_assert_cmpfloat (set->weights[k], <, 0.25);
        }
    }
}

static TautStroke *
make_random_stroke (void)
{
  TautStrokePoint points[6];
  guint n_points = g_test_rand_int_range (1, 7);
  TautSegment segment = g_test_rand_int_range (0, TAUT_N_SEGMENTS);
  double u = g_test_rand_double_range (-0.2, 1.2);
  double theta = g_test_rand_double_range (-180, 180);

  for (guint i = 0; i < n_points; i++)
    {
      points[i] = make_point (segment, g_test_rand_int_range (0, 2), u, theta,
                              g_test_rand_double_range (2, 50));
      if (i > 0 && g_test_rand_int_range (0, 4) > 0)
        points[i].at.side = points[i - 1].at.side;
      if (g_test_rand_int_range (0, 5) == 0)
        segment = MIN (segment + 1, TAUT_N_SEGMENTS - 1);
      u = CLAMP (u + g_test_rand_double_range (-0.2, 0.2), -0.3, 1.3);
      theta += g_test_rand_double_range (-60, 60);
    }
  return taut_stroke_new (points, n_points);
}

static void
test_cover_mirrored (void)
{
  guint half = taut_skin_get_n_cells (skin) / 2;

  for (guint round = 0; round < 120; round++)
    {
      g_autoptr (TautStroke) stroke = make_random_stroke ();
      g_autoptr (TautStroke) other = taut_stroke_mirror (stroke);
      const TautStroke *strokes[] = { stroke };
      const TautStroke *others[] = { other };
      g_autoptr (TautCellSet) a = taut_skin_cover (skin, strokes, 1);
      g_autoptr (TautCellSet) b = taut_skin_cover (skin, others, 1);

      g_assert_cmpuint (a->n_cells, ==, b->n_cells);
      for (guint i = 0; i < a->n_cells; i++)
        {
          guint mirror = taut_skin_get_mirror_cell (skin, a->cells[i]);

          g_assert_cmpfloat (taut_cell_set_get_weight (b, mirror), ==, a->weights[i]);
          g_assert_cmpfloat (a->weights[i], >, 0);
          g_assert_cmpfloat (a->weights[i], <=, 1);
          g_assert_cmpuint (a->cells[i], <, 2 * half);
        }
      g_assert_cmpfloat_with_epsilon (taut_skin_measure (skin, a), taut_skin_measure (skin, b),
                                      0.01);
    }
}

/* A wider brush covers no less, and several strokes no more than each. */
static void
test_cover_grows (void)
{
  for (guint round = 0; round < 60; round++)
    {
      TautStrokePoint point = make_point (g_test_rand_int_range (0, TAUT_N_SEGMENTS),
                                          TAUT_SIDE_LEFT, g_test_rand_double_range (0.1, 0.9),
                                          g_test_rand_double_range (-180, 180),
                                          g_test_rand_double_range (4, 40));
      g_autoptr (TautCellSet) small = cover (&point, 1);
      g_autoptr (TautCellSet) large = NULL;
      g_autoptr (TautStroke) stroke = NULL;

      point.radius *= 1.5;
      large = cover (&point, 1);
      g_assert_cmpfloat (taut_skin_measure (skin, large) + 1e-3, >=,
                         taut_skin_measure (skin, small));
    }
}

static void
test_cover_nothing (void)
{
  const TautStrokePoint nowhere = make_point (TAUT_SEGMENT_LEG, TAUT_SIDE_LEFT, 1.9, 0, 20);
  g_autoptr (TautCellSet) set = cover (&nowhere, 1);
  g_autoptr (TautCellSet) none = taut_skin_cover (skin, NULL, 0);

  g_assert_cmpuint (set->n_cells, ==, 0);
  g_assert_cmpuint (none->n_cells, ==, 0);
  g_assert_cmpfloat (taut_skin_measure (skin, none), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  taut_resources_register (&error);
  g_assert_no_error (error);
  skin_bytes = taut_resources_lookup ("figure/skin.cells", &error);
  g_assert_no_error (error);
  skin = taut_skin_new (skin_bytes, &error);
  g_assert_no_error (error);

  g_test_add_func ("/figure/skin/broken-files", test_broken_files);
  g_test_add_func ("/figure/skin/random-damage", test_random_damage);
  g_test_add_func ("/figure/skin/mirror", test_mirror);
  g_test_add_func ("/figure/skin/neighbours", test_neighbours);
  g_test_add_func ("/figure/skin/anthropometry", test_anthropometry);
  g_test_add_func ("/figure/skin/round-trip", test_round_trip);
  g_test_add_func ("/figure/skin/find-cell", test_find_cell);
  g_test_add_func ("/figure/skin/locate-mirrored", test_locate_mirrored);
  g_test_add_func ("/figure/skin/places", test_places);
  g_test_add_func ("/figure/skin/no-skin", test_no_skin);
  g_test_add_func ("/figure/skin/distance", test_distance);
  g_test_add_func ("/figure/skin/disc", test_disc);
  g_test_add_func ("/figure/skin/coherent", test_coherent);
  g_test_add_func ("/figure/skin/bleed", test_bleed);
  g_test_add_func ("/figure/skin/cover-mirrored", test_cover_mirrored);
  g_test_add_func ("/figure/skin/cover-grows", test_cover_grows);
  g_test_add_func ("/figure/skin/cover-nothing", test_cover_nothing);

  result = g_test_run ();
  taut_skin_unref (skin);
  g_bytes_unref (skin_bytes);
  return result;
}
