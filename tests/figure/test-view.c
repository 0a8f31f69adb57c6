/* test-view.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-view.h"

#include <string.h>

#include "taut-art.h"
#include "taut-resources.h"
#include "taut-skin-map.h"

#define N_VIEWS 4
#define SAMPLE (1.0 / TAUT_SKIN_MAP_SAMPLES_PER_UNIT)

static TautSkin *skin;
static TautView *views[N_VIEWS];

static TautView *
get_view (const char *id)
{
  for (guint i = 0; i < N_VIEWS; i++)
    if (g_str_equal (taut_view_get_id (views[i]), id))
      return views[i];
  g_assert_not_reached ();
}

static TautSkinPoint
make_point (TautSegment segment,
            TautSide    side,
            double      u,
            double      theta)
{
  return (TautSkinPoint) { segment, side, u, theta };
}

/* Loading */

static void
test_list (void)
{
  static const TautViewFacing facings[] = {
    TAUT_VIEW_FACING_FRONT, TAUT_VIEW_FACING_BACK, TAUT_VIEW_FACING_LEFT, TAUT_VIEW_FACING_RIGHT,
  };
  const char *const *ids = taut_view_list_ids ();

  g_assert_cmpuint (g_strv_length ((char **) ids), ==, N_VIEWS);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      g_assert_cmpstr (taut_view_get_id (views[i]), ==, ids[i]);
      g_assert_cmpuint (taut_view_get_facing (views[i]), ==, facings[i]);
      g_assert_true (taut_view_get_skin (views[i]) == skin);
    }
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (taut_view_load ("inside", skin, &error));
  g_assert_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_VIEW);
  g_assert_nonnull (strstr (error->message, "inside"));
}

static void
check_refused (const guint8 *data,
               gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (taut_view_new ("front", bytes, skin, &error));
  g_assert_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "front"));
}

static void
test_broken_files (void)
{
  g_autoptr (GBytes) bytes = taut_resources_lookup ("figure/front.skinmap", NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const gsize sizes[] = { 0, 1, sizeof (TautSkinMapHeader), 5000, size / 2, size - 1 };
  g_autofree guint8 *copy = g_malloc (size + 1);
  TautSkinMapHeader *header = (TautSkinMapHeader *) copy;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_refused (data, sizes[i]);
  memcpy (copy, data, size);
  copy[size] = 0;
  check_refused (copy, size + 1);
  header->n_half_cells--;
  check_refused (copy, size);
  memcpy (copy, data, size);
  header->magic[3] = 'x';
  check_refused (copy, size);
  memcpy (copy, data, size);
  header->width += 2;
  check_refused (copy, size);
  memcpy (copy, data, size);
  memset (copy + sizeof *header, 0xff, 4 * header->height);
  check_refused (copy, size);
  memcpy (copy, data, size);
  memset (copy + size - 8, 0xff, 8);
  check_refused (copy, size);
}

static void
test_random_damage (void)
{
  g_autoptr (GBytes) bytes = taut_resources_lookup ("figure/left.skinmap", NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (guint round = 0; round < 40; round++)
    {
      guint8 *copy = g_memdup2 (data, size);
      guint at = round % 2 ? g_test_rand_int_range (0, size - 16)
                           : g_test_rand_int_range (0, 20000);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (TautView) view = NULL;

      for (guint i = 0; i < 16; i++)
        copy[at + i] = g_test_rand_int_range (0, 256);
      damaged = g_bytes_new_take (copy, size);
      view = taut_view_new ("left", damaged, skin, NULL);
      for (guint i = 0; view != NULL && i < 300; i++)
        {
          TautSkinHit hit;

          taut_view_pick (view, g_test_rand_double_range (-250, 250),
                          g_test_rand_double_range (-10, 1010), &hit);
        }
    }
}

/* Picking and projecting */

static void
test_pick (void)
{
  static const struct
  {
    const char *view;
    double x;
    double y;
    TautSegment segment;
    TautSide side;
  } cases[] = {
    /* The left of the body is at the viewer's right in front, at his left from
     * behind. */
    { "front", 60, 600, TAUT_SEGMENT_THIGH, TAUT_SIDE_LEFT },
    { "front", -60, 600, TAUT_SEGMENT_THIGH, TAUT_SIDE_RIGHT },
    { "back", -60, 600, TAUT_SEGMENT_THIGH, TAUT_SIDE_LEFT },
    { "back", 60, 600, TAUT_SEGMENT_THIGH, TAUT_SIDE_RIGHT },
    { "front", 40, 300, TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT },
    { "back", 40, 300, TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT },
    { "front", 20, 60, TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT },
    /* In a side view the face looks to the side that is named. */
    { "left", -40, 60, TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT },
    { "right", 40, 60, TAUT_SEGMENT_HEAD, TAUT_SIDE_RIGHT },
    { "left", 0, 800, TAUT_SEGMENT_LEG, TAUT_SIDE_LEFT },
    { "right", 0, 800, TAUT_SEGMENT_LEG, TAUT_SIDE_RIGHT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TautSkinHit hit;

      g_assert_true (taut_view_pick (get_view (cases[i].view), cases[i].x, cases[i].y, &hit));
      g_assert_cmpuint (hit.at.segment, ==, cases[i].segment);
      g_assert_cmpuint (hit.at.side, ==, cases[i].side);
      g_assert_cmpuint (taut_skin_get_cell (skin, hit.cell)->side, ==, cases[i].side);
    }
}

static void
test_pick_beside (void)
{
  TautSkinHit hit;

  for (guint i = 0; i < N_VIEWS; i++)
    {
      TautViewBounds bounds = taut_view_get_bounds (views[i]);

      g_assert_false (taut_view_pick (views[i], bounds.x + 1, bounds.y + 1, &hit));
      g_assert_false (taut_view_pick (views[i], bounds.x - 1, bounds.y + 500, &hit));
      g_assert_false (taut_view_pick (views[i], 0, bounds.y + bounds.height + 0.1, &hit));
      g_assert_false (taut_view_pick (views[i], 0, -1e300, &hit));
      g_assert_false (taut_view_pick (views[i], NAN, 300, &hit));
    }
  /* Between the legs. */
  g_assert_false (taut_view_pick (get_view ("front"), 0, 800, &hit));
}

/* From a place of the view to the skin and back, within one sample. */
static void
test_pixel_round_trip (void)
{
  for (guint i = 0; i < N_VIEWS; i++)
    {
      TautViewBounds bounds = taut_view_get_bounds (views[i]);
      guint n = 0;
      guint n_back = 0;

      while (n < 4000)
        {
          double x = bounds.x + g_test_rand_double () * bounds.width;
          double y = bounds.y + g_test_rand_double () * bounds.height;
          double back_x;
          double back_y;
          TautSkinHit hit;

          if (!taut_view_pick (views[i], x, y, &hit))
            continue;
          n++;
          n_back += taut_view_project (views[i], &hit.at, &back_x, &back_y) &&
                    fabs (back_x - x) <= 1.5 * SAMPLE && fabs (back_y - y) <= 1.5 * SAMPLE;
        }
      g_test_message ("%s: %.2f %% of the places come back within a sample",
                      taut_view_get_id (views[i]), 100.0 * n_back / n);
      g_assert_cmpfloat ((double) n_back / n, >, 0.97);
    }
}

/* Addresses as data have them: seen in some view, and picked again there. */
static void
test_point_round_trip (void)
{
  static const TautSkinPoint points[] = {
    { TAUT_SEGMENT_NECK, TAUT_SIDE_LEFT, 0.95, 100 },
    { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.06, 150 },
    { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.3, 140 },
    { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.2, 35 },
    { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.4, 80 },
    { TAUT_SEGMENT_HEAD, TAUT_SIDE_RIGHT, 0.75, 60 },
    { TAUT_SEGMENT_UPPERARM, TAUT_SIDE_LEFT, 0.3, 45 },
    { TAUT_SEGMENT_FOREARM, TAUT_SIDE_RIGHT, 0.3, 20 },
    { TAUT_SEGMENT_HAND, TAUT_SIDE_LEFT, 0.5, 10 },
    { TAUT_SEGMENT_INDEX, TAUT_SIDE_LEFT, 0.6, 0 },
    { TAUT_SEGMENT_THIGH, TAUT_SIDE_RIGHT, 0.5, 0 },
    { TAUT_SEGMENT_THIGH, TAUT_SIDE_LEFT, 0.2, 90 },
    { TAUT_SEGMENT_LEG, TAUT_SIDE_LEFT, 0.4, 175 },
    { TAUT_SEGMENT_FOOT, TAUT_SIDE_RIGHT, 0.6, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      guint n_seen = 0;

      for (guint k = 0; k < N_VIEWS; k++)
        {
          TautSkinHit hit;
          TautVector wanted;
          TautVector got;
          double x;
          double y;

          if (!taut_view_project (views[k], &points[i], &x, &y))
            continue;
          n_seen++;
          g_assert_true (taut_view_pick (views[k], x, y, &hit));
          g_assert_true (taut_skin_locate (skin, &points[i], &wanted, NULL));
          g_assert_true (taut_skin_locate (skin, &hit.at, &got, NULL));
          g_assert_cmpuint (hit.at.side, ==, points[i].side);
          g_assert_cmpfloat (taut_vector_length (taut_vector_subtract (wanted, got)), <, 1.5);
        }
      g_test_message ("%s %.2f %.0f: in %u views", taut_segment_get_id (points[i].segment),
                      points[i].u, points[i].theta, n_seen);
      g_assert_cmpuint (n_seen, >=, 1);
      g_assert_cmpuint (n_seen, <=, 3);
    }
}

static void
test_hidden (void)
{
  TautSkinPoint back = make_point (TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.3, 150);
  TautSkinPoint sole = make_point (TAUT_SEGMENT_FOOT, TAUT_SIDE_LEFT, 0.5, 180);
  TautSkinPoint nowhere = make_point (TAUT_SEGMENT_LEG, TAUT_SIDE_LEFT, 1.9, 0);
  double x = 7;
  double y = 7;

  g_assert_false (taut_view_project (get_view ("front"), &back, &x, &y));
  g_assert_true (taut_view_project (get_view ("back"), &back, &x, &y));
  g_assert_cmpfloat (x, <, 0);
  back.side = TAUT_SIDE_RIGHT;
  g_assert_true (taut_view_project (get_view ("back"), &back, &x, &y));
  g_assert_cmpfloat (x, >, 0);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      g_assert_false (taut_view_project (views[i], &sole, &x, &y));
      g_assert_false (taut_view_project (views[i], &nowhere, &x, &y));
    }
}

/* The right view is the left one in a mirror. */
static void
test_mirrored (void)
{
  TautView *left = get_view ("left");
  TautView *right = get_view ("right");
  TautViewBounds a = taut_view_get_bounds (left);
  TautViewBounds b = taut_view_get_bounds (right);

  g_assert_cmpfloat (b.x, ==, -(a.x + a.width));
  g_assert_cmpfloat (b.width, ==, a.width);
  g_assert_cmpfloat (b.y, ==, a.y);
  for (guint i = 0; i < 2000; i++)
    {
      double x = a.x + g_test_rand_double () * a.width;
      double y = a.y + g_test_rand_double () * a.height;
      TautSkinHit one;
      TautSkinHit other;
      gboolean found = taut_view_pick (left, x, y, &one);

      g_assert_true (taut_view_pick (right, -x, y, &other) == found);
      if (!found)
        continue;
      g_assert_cmpuint (other.cell, ==, taut_skin_get_mirror_cell (skin, one.cell));
      g_assert_cmpuint (other.at.side, !=, one.at.side);
      g_assert_cmpfloat (other.at.u, ==, one.at.u);
      g_assert_cmpfloat (other.at.theta, ==, one.at.theta);
    }
}

/* Contours */

static double
measure (const TautOutline *outline)
{
  double area = 0;

  for (guint i = 0; i < outline->lines->len; i++)
    area += taut_line_get_area (outline->lines->pdata[i]);
  return fabs (area);
}

static TautOutline *
trace (TautView              *view,
       const TautStrokePoint *points,
       guint                  n_points)
{
  g_autoptr (TautStroke) stroke = taut_stroke_new (points, n_points);
  const TautStroke *strokes[] = { stroke };

  return taut_view_trace (view, strokes, 1);
}

static void
test_trace_disc (void)
{
  TautView *view = get_view ("back");
  const TautStrokePoint point = { make_point (TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.35, 165),
                                  35 };
  TautOutline *outline = trace (view, &point, 1);
  double radius = 35 / TAUT_MM_PER_UNIT;
  double x;
  double y;

  g_assert_true (taut_view_project (view, &point.at, &x, &y));
  g_assert_cmpuint (outline->lines->len, ==, 1);
  g_assert_true (taut_outline_contains (outline, x, y));
  g_assert_cmpfloat_with_epsilon (measure (outline), G_PI * radius * radius,
                                  0.12 * G_PI * radius * radius);
  for (double angle = 0; angle < 2 * G_PI; angle += 0.3)
    {
      g_assert_true (taut_outline_contains (outline, x + 0.8 * radius * cos (angle),
                                            y + 0.8 * radius * sin (angle)));
      g_assert_false (taut_outline_contains (outline, x + 1.1 * radius * cos (angle),
                                             y + 1.1 * radius * sin (angle)));
    }
  taut_outline_free (outline);
}

/* The contour agrees with the cells that the strokes cover. */
static void
test_trace_as_cover (void)
{
  static const TautStrokePoint points[] = {
    { { TAUT_SEGMENT_UPPERARM, TAUT_SIDE_LEFT, 0.3, 10 }, 20 },
    { { TAUT_SEGMENT_FOREARM, TAUT_SIDE_LEFT, 0.4, 30 }, 14 },
    { { TAUT_SEGMENT_HAND, TAUT_SIDE_LEFT, 0.3, 40 }, 10 },
  };
  g_autoptr (TautStroke) stroke = taut_stroke_new (points, G_N_ELEMENTS (points));
  const TautStroke *strokes[] = { stroke };
  g_autoptr (TautCellSet) set = taut_skin_cover (skin, strokes, 1);
  TautView *view = get_view ("front");
  TautOutline *outline = taut_view_trace (view, strokes, 1);
  guint n = 0;
  guint n_agree = 0;

  for (guint i = 0; i < taut_skin_get_n_cells (skin); i++)
    {
      const TautSkinCell *cell = taut_skin_get_cell (skin, i);
      float weight = taut_cell_set_get_weight (set, i);
      TautSkinPoint at;
      double x;
      double y;

      if (cell->side == TAUT_SIDE_RIGHT || (weight > 0.25f && weight < 0.75f) ||
          cell->segment < TAUT_SEGMENT_TRUNK || cell->segment > TAUT_SEGMENT_LITTLE)
        continue;
      taut_skin_address (skin, i, (TautVector) { cell->position[0], cell->position[1],
                                                 cell->position[2] }, &at);
      if (!taut_view_project (view, &at, &x, &y))
        continue;
      n++;
      n_agree += taut_outline_contains (outline, x, y) == (weight > 0.5f);
    }
  g_test_message ("%u of %u cells agree", n_agree, n);
  g_assert_cmpuint (n, >, 1000);
  g_assert_cmpfloat ((double) n_agree / n, >, 0.985);
  taut_outline_free (outline);
}

static void
test_trace_mirrored (void)
{
  const TautStrokePoint left = { make_point (TAUT_SEGMENT_THIGH, TAUT_SIDE_LEFT, 0.4, 85), 40 };
  TautStrokePoint right = left;
  TautOutline *a;
  TautOutline *b;
  TautOutline *none;

  right.at.side = TAUT_SIDE_RIGHT;
  a = trace (get_view ("left"), &left, 1);
  b = trace (get_view ("right"), &right, 1);
  none = trace (get_view ("left"), &right, 1);
  g_assert_cmpuint (a->lines->len, ==, 1);
  g_assert_cmpuint (b->lines->len, ==, 1);
  g_assert_cmpuint (none->lines->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (measure (a), measure (b), 1e-6);
  g_assert_cmpfloat_with_epsilon (taut_line_get_area (a->lines->pdata[0]),
                                  taut_line_get_area (b->lines->pdata[0]), 1e-6);
  taut_outline_free (a);
  taut_outline_free (b);
  taut_outline_free (none);
}

/* Both halves together, traced at once, are what they are one by one. */
static void
test_trace_apart (void)
{
  const TautStrokePoint points[] = {
    { make_point (TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.2, 40), 18 },
    { make_point (TAUT_SEGMENT_LEG, TAUT_SIDE_RIGHT, 0.3, 0), 15 },
  };
  g_autoptr (TautStroke) first = taut_stroke_new (&points[0], 1);
  g_autoptr (TautStroke) second = taut_stroke_new (&points[1], 1);
  const TautStroke *both[] = { first, second };
  TautOutline *together = taut_view_trace (get_view ("front"), both, 2);
  TautOutline *one = taut_view_trace (get_view ("front"), both, 1);
  TautOutline *other = taut_view_trace (get_view ("front"), both + 1, 1);

  g_assert_cmpuint (together->lines->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (measure (together), measure (one) + measure (other), 1e-6);
  taut_outline_free (together);
  taut_outline_free (one);
  taut_outline_free (other);
}

static gboolean
belongs_to_segment (guint    cell,
                    gpointer user_data)
{
  const TautSkinCell *c = taut_skin_get_cell (skin, cell);

  return c->segment * 2u + c->side == GPOINTER_TO_UINT (user_data);
}

static gboolean
belongs (guint    cell,
         gpointer user_data)
{
  return GPOINTER_TO_INT (user_data);
}

/* Contours of a partition of the skin share out the body among them. */
static void
test_trace_cells (void)
{
  for (guint i = 0; i < N_VIEWS; i++)
    {
      TautOutline *whole = taut_view_trace_cells (views[i], belongs, GINT_TO_POINTER (TRUE));
      TautOutline *nothing = taut_view_trace_cells (views[i], belongs, GINT_TO_POINTER (FALSE));
      double sum = 0;

      for (guint k = 0; k < 2 * TAUT_N_SEGMENTS; k++)
        {
          TautOutline *outline = taut_view_trace_cells (views[i], belongs_to_segment,
                                                        GUINT_TO_POINTER (k));

          sum += measure (outline);
          taut_outline_free (outline);
        }
      g_test_message ("%s: %.0f of %.0f square units", taut_view_get_id (views[i]), sum,
                      measure (whole));
      g_assert_cmpfloat_with_epsilon (sum, measure (whole), 0.01 * measure (whole));
      g_assert_cmpuint (nothing->lines->len, ==, 0);
      taut_outline_free (whole);
      taut_outline_free (nothing);
    }
}

/* Art */

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

/* A mirrored view is lit from the same side of the page as the others. */
static void
test_art (void)
{
  for (guint i = 0; i < N_VIEWS; i++)
    {
      TautViewBounds bounds = taut_view_get_bounds (views[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = taut_view_load_art (views[i], &error);
      g_autofree char *text = NULL;
      double box[4];
      const char *at;

      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      at = strstr (text, "viewBox=\"");
      g_assert_nonnull (at);
      at += strlen ("viewBox=\"");
      for (guint k = 0; k < 4; k++)
        {
          char *end;

          box[k] = g_ascii_strtod (at, &end);
          at = end;
        }
      g_assert_cmpfloat (box[0], ==, bounds.x);
      g_assert_cmpfloat (box[1], ==, bounds.y);
      g_assert_cmpfloat (box[2], ==, bounds.width);
      g_assert_cmpfloat (box[3], ==, bounds.height);
      g_assert_true (g_str_has_suffix (g_strchomp (text), "</svg>"));
      g_assert_true ((strstr (text, "scale(-1 1)") != NULL) ==
                     (taut_view_get_facing (views[i]) == TAUT_VIEW_FACING_RIGHT));
      g_assert_cmpuint (count (text, TAUT_ART_PLAIN_HIDDEN), ==,
                        taut_view_get_facing (views[i]) == TAUT_VIEW_FACING_RIGHT ? 3 : 0);
      g_assert_cmpuint (count (text, TAUT_ART_MIRRORED_HIDDEN), ==,
                        taut_view_get_facing (views[i]) == TAUT_VIEW_FACING_LEFT ? 3 : 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  taut_resources_register (&error);
  g_assert_no_error (error);
  bytes = taut_resources_lookup ("figure/skin.cells", &error);
  g_assert_no_error (error);
  skin = taut_skin_new (bytes, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      views[i] = taut_view_load (taut_view_list_ids ()[i], skin, &error);
      g_assert_no_error (error);
    }

  g_test_add_func ("/figure/view/list", test_list);
  g_test_add_func ("/figure/view/unknown", test_unknown);
  g_test_add_func ("/figure/view/broken-files", test_broken_files);
  g_test_add_func ("/figure/view/random-damage", test_random_damage);
  g_test_add_func ("/figure/view/pick", test_pick);
  g_test_add_func ("/figure/view/pick-beside", test_pick_beside);
  g_test_add_func ("/figure/view/pixel-round-trip", test_pixel_round_trip);
  g_test_add_func ("/figure/view/point-round-trip", test_point_round_trip);
  g_test_add_func ("/figure/view/hidden", test_hidden);
  g_test_add_func ("/figure/view/mirrored", test_mirrored);
  g_test_add_func ("/figure/view/trace-disc", test_trace_disc);
  g_test_add_func ("/figure/view/trace-as-cover", test_trace_as_cover);
  g_test_add_func ("/figure/view/trace-mirrored", test_trace_mirrored);
  g_test_add_func ("/figure/view/trace-apart", test_trace_apart);
  g_test_add_func ("/figure/view/trace-cells", test_trace_cells);
  g_test_add_func ("/figure/view/art", test_art);

  result = g_test_run ();
  for (guint i = 0; i < N_VIEWS; i++)
    taut_view_unref (views[i]);
  taut_skin_unref (skin);
  return result;
}
