/* test-skin-point.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-skin-point.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

static void
test_segments (void)
{
  TautSegment segment;

  for (guint i = 0; i < TAUT_N_SEGMENTS; i++)
    {
      g_assert_true (taut_segment_from_id (taut_segment_get_id (i), &segment));
      g_assert_cmpuint (segment, ==, i);
    }
  g_assert_cmpstr (taut_segment_get_id (TAUT_SEGMENT_TOE_5), ==, "toe_5");
  g_assert_false (taut_segment_from_id ("shank", &segment));
  g_assert_false (taut_segment_from_id ("", &segment));
}

static void
test_mirror (void)
{
  const TautStrokePoint points[] = {
    { { TAUT_SEGMENT_NECK, TAUT_SIDE_LEFT, 0.5, 118 }, 12 },
    { { TAUT_SEGMENT_HEAD, TAUT_SIDE_RIGHT, 0.25, -10 }, 8 },
  };
  g_autoptr (TautStroke) stroke = taut_stroke_new (points, 2);
  g_autoptr (TautStroke) mirrored = taut_stroke_mirror (stroke);
  g_autoptr (TautStroke) back = taut_stroke_mirror (mirrored);

  g_assert_cmpuint (mirrored->n_points, ==, 2);
  g_assert_cmpuint (mirrored->points[0].at.side, ==, TAUT_SIDE_RIGHT);
  g_assert_cmpuint (mirrored->points[1].at.side, ==, TAUT_SIDE_LEFT);
  g_assert_cmpfloat (mirrored->points[0].at.theta, ==, 118);
  g_assert_cmpfloat (mirrored->points[1].radius, ==, 8);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (back->points[i].at.side, ==, points[i].at.side);
}

static void
test_object (void)
{
  const TautSkinPoint point = { TAUT_SEGMENT_TOE_2, TAUT_SIDE_RIGHT, 1.125, -90.5 };
  g_autoptr (JsonObject) object = taut_skin_point_to_object (&point);
  g_autoptr (GError) error = NULL;
  TautSkinPoint read;

  g_assert_true (taut_skin_point_from_object (object, "record", &read, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (read.segment, ==, point.segment);
  g_assert_cmpuint (read.side, ==, point.side);
  g_assert_cmpfloat (read.u, ==, point.u);
  g_assert_cmpfloat (read.theta, ==, point.theta);
}

static void
test_arrays (void)
{
  g_autoptr (JsonNode) place = parse ("[\"neck\", 0.6, 118]");
  g_autoptr (JsonNode) line = parse ("[[\"neck\", 0.6, 118, 12], [\"head\", 0, -5.5, 20]]");
  g_autoptr (TautStroke) stroke = NULL;
  g_autoptr (GError) error = NULL;
  TautSkinPoint point;

  g_assert_true (taut_skin_point_from_array (json_node_get_array (place), "f", "at",
                                             &point, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (point.segment, ==, TAUT_SEGMENT_NECK);
  g_assert_cmpuint (point.side, ==, TAUT_SIDE_LEFT);
  g_assert_cmpfloat (point.u, ==, 0.6);
  g_assert_cmpfloat (point.theta, ==, 118);

  stroke = taut_stroke_from_array (json_node_get_array (line), "f", "core", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stroke->n_points, ==, 2);
  g_assert_cmpuint (stroke->points[1].at.segment, ==, TAUT_SEGMENT_HEAD);
  g_assert_cmpfloat (stroke->points[1].radius, ==, 20);
}

static void
test_bad_arrays (void)
{
  static const char *const places[] = {
    "[]", "[\"neck\", 0.6]", "[\"shank\", 0.6, 3]", "[3, 0.6, 3]", "[null, 0.6, 3]",
    "[\"neck\", 9, 3]", "[\"neck\", 0.6, 1e9]", "[\"neck\", \"0.6\", 3]", "[\"neck\", 0.6, 3, 4]",
  };
  static const char *const strokes[] = {
    "[]", "[3]", "[[]]", "[[\"neck\", 0.6, 3]]", "[[\"neck\", 0.6, 3, 0]]",
    "[[\"neck\", 0.6, 3, -4]]", "[[\"neck\", 0.6, 3, 4], [\"neck\", 0.6, 3, 4000]]",
    "[[\"tail\", 0.6, 3, 4]]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (JsonNode) node = parse (places[i]);
      g_autoptr (GError) error = NULL;
      TautSkinPoint point;

      g_assert_false (taut_skin_point_from_array (json_node_get_array (node), "atlas: id",
                                                  "at", &point, &error));
      g_assert_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER);
      g_assert_true (g_str_has_prefix (error->message, "atlas: id: field \"at"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      g_autoptr (JsonNode) node = parse (strokes[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (taut_stroke_from_array (json_node_get_array (node), "atlas: id",
                                             "core", &error));
      g_assert_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER);
    }
}

static void
test_bad_objects (void)
{
  static const char *const texts[] = {
    "{}",
    "{\"segment\": \"tail\", \"side\": \"left\", \"u\": 0, \"theta\": 0}",
    "{\"segment\": \"neck\", \"side\": \"middle\", \"u\": 0, \"theta\": 0}",
    "{\"segment\": \"neck\", \"side\": \"left\", \"u\": 1e300, \"theta\": 0}",
    "{\"segment\": \"neck\", \"side\": \"left\", \"u\": 0}",
    "{\"segment\": 4, \"side\": \"left\", \"u\": 0, \"theta\": 0}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = parse (texts[i]);
      g_autoptr (GError) error = NULL;
      TautSkinPoint point;

      g_assert_false (taut_skin_point_from_object (json_node_get_object (node), "mark 3",
                                                   &point, &error));
      g_assert_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER);
      g_assert_true (g_str_has_prefix (error->message, "mark 3: "));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/skin-point/segments", test_segments);
  g_test_add_func ("/figure/skin-point/mirror", test_mirror);
  g_test_add_func ("/figure/skin-point/object", test_object);
  g_test_add_func ("/figure/skin-point/arrays", test_arrays);
  g_test_add_func ("/figure/skin-point/bad-arrays", test_bad_arrays);
  g_test_add_func ("/figure/skin-point/bad-objects", test_bad_objects);

  return g_test_run ();
}
