/* taut-skin-point.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skin-point"

#include "config.h"

#include "taut-skin-point.h"

/* How far data may write beyond a segment. The skin itself decides where such a
 * point lands, or that it meets no skin. */
#define U_MIN -1.0
#define U_MAX 2.0
#define THETA_MIN -360.0
#define THETA_MAX 360.0
#define RADIUS_MIN_MM 0.1
#define RADIUS_MAX_MM 400.0

static const char *const segment_ids[TAUT_N_SEGMENTS] = {
  "head",
  "ear",
  "neck",
  "trunk",
  "upperarm",
  "forearm",
  "hand",
  "thumb",
  "index",
  "middle",
  "ring",
  "little",
  "thigh",
  "leg",
  "foot",
  "toe_1",
  "toe_2",
  "toe_3",
  "toe_4",
  "toe_5",
};

static gboolean
fail (const char  *where,
      const char  *member,
      const char  *expected,
      const char  *found,
      GError     **error)
{
  g_assert (where != NULL);
  g_assert (member != NULL);
  g_assert (expected != NULL);
  g_assert (found != NULL);

  g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER,
               "%s: field \"%s\": expected %s, found %s", where, member, expected, found);
  return FALSE;
}

static gboolean
read_segment (JsonArray    *array,
              const char   *where,
              const char   *member,
              TautSegment  *segment,
              GError      **error)
{
  JsonNode *node;
  g_autofree char *found = NULL;

  g_assert (array != NULL);
  g_assert (segment != NULL);

  node = json_array_get_element (array, 0);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail (where, member, "the id of a segment", "something else", error);
  if (taut_segment_from_id (json_node_get_string (node), segment))
    return TRUE;
  found = g_strdup_printf ("\"%s\"", json_node_get_string (node));
  return fail (where, member, "the id of a segment", found, error);
}

static gboolean
read_place (JsonArray      *array,
            const char     *where,
            const char     *member,
            TautSkinPoint  *point,
            GError        **error)
{
  g_assert (array != NULL);
  g_assert (point != NULL);

  point->side = TAUT_SIDE_LEFT;
  return read_segment (array, where, member, &point->segment, error) &&
         taut_json_element_number (array, 1, where, member, U_MIN, U_MAX, &point->u, error) &&
         taut_json_element_number (array, 2, where, member, THETA_MIN, THETA_MAX,
                                   &point->theta, error);
}

const char *
taut_segment_get_id (TautSegment segment)
{
  g_return_val_if_fail (segment < TAUT_N_SEGMENTS, NULL);

  return segment_ids[segment];
}

gboolean
taut_segment_from_id (const char  *id,
                      TautSegment *segment)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (segment != NULL, FALSE);

  for (guint i = 0; i < TAUT_N_SEGMENTS; i++)
    if (g_str_equal (id, segment_ids[i]))
      {
        *segment = i;
        return TRUE;
      }

  return FALSE;
}

TautStroke *
taut_stroke_new (const TautStrokePoint *points,
                 guint                  n_points)
{
  TautStroke *stroke;

  g_return_val_if_fail (points != NULL, NULL);
  g_return_val_if_fail (n_points > 0, NULL);

  stroke = g_new (TautStroke, 1);
  stroke->points = g_memdup2 (points, n_points * sizeof *points);
  stroke->n_points = n_points;
  return stroke;
}

TautStroke *
taut_stroke_copy (const TautStroke *stroke)
{
  g_return_val_if_fail (stroke != NULL, NULL);

  return taut_stroke_new (stroke->points, stroke->n_points);
}

void
taut_stroke_free (TautStroke *stroke)
{
  if (stroke == NULL)
    return;

  g_free (stroke->points);
  g_free (stroke);
}

TautSkinPoint
taut_skin_point_mirror (const TautSkinPoint *point)
{
  TautSkinPoint mirrored = { 0, };

  g_return_val_if_fail (point != NULL, mirrored);

  mirrored = *point;
  mirrored.side = taut_side_get_opposite (point->side);
  return mirrored;
}

TautStroke *
taut_stroke_mirror (const TautStroke *stroke)
{
  TautStroke *mirrored;

  g_return_val_if_fail (stroke != NULL, NULL);

  mirrored = taut_stroke_copy (stroke);
  for (guint i = 0; i < mirrored->n_points; i++)
    mirrored->points[i].at = taut_skin_point_mirror (&mirrored->points[i].at);
  return mirrored;
}

gboolean
taut_skin_point_from_array (JsonArray      *array,
                            const char     *where,
                            const char     *member,
                            TautSkinPoint  *point,
                            GError        **error)
{
  g_return_val_if_fail (array != NULL, FALSE);
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  if (json_array_get_length (array) != 3)
    return fail (where, member, "[segment, u, theta]", "a list of another length", error);
  return read_place (array, where, member, point, error);
}

TautStroke *
taut_stroke_from_array (JsonArray   *array,
                        const char  *where,
                        const char  *member,
                        GError     **error)
{
  g_autofree TautStrokePoint *points = NULL;
  guint n_points;

  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (where != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  n_points = json_array_get_length (array);
  if (n_points == 0)
    {
      fail (where, member, "[segment, u, theta, radius] at least once", "an empty list", error);
      return NULL;
    }

  points = g_new0 (TautStrokePoint, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonArray *station = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (station == NULL || json_array_get_length (station) != 4)
        {
          fail (where, member, "[segment, u, theta, radius]", "something else", error);
          return NULL;
        }
      if (!read_place (station, where, member, &points[i].at, error) ||
          !taut_json_element_number (station, 3, where, member, RADIUS_MIN_MM, RADIUS_MAX_MM,
                                     &points[i].radius, error))
        return NULL;
    }

  return taut_stroke_new (points, n_points);
}

gboolean
taut_skin_point_from_object (JsonObject     *object,
                             const char     *where,
                             TautSkinPoint  *point,
                             GError        **error)
{
  const char *segment;
  const char *side;
  g_autofree char *found = NULL;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  if (!taut_json_read_string (object, where, "segment", &segment, error) ||
      !taut_json_read_string (object, where, "side", &side, error) ||
      !taut_json_read_number (object, where, "u", U_MIN, U_MAX, &point->u, error) ||
      !taut_json_read_number (object, where, "theta", THETA_MIN, THETA_MAX, &point->theta, error))
    return FALSE;

  if (!taut_segment_from_id (segment, &point->segment))
    {
      found = g_strdup_printf ("\"%s\"", segment);
      return fail (where, "segment", "the id of a segment", found, error);
    }
  if (!taut_side_from_id (side, &point->side))
    {
      found = g_strdup_printf ("\"%s\"", side);
      return fail (where, "side", "\"left\" or \"right\"", found, error);
    }
  return TRUE;
}

JsonObject *
taut_skin_point_to_object (const TautSkinPoint *point)
{
  JsonObject *object;

  g_return_val_if_fail (point != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "segment", taut_segment_get_id (point->segment));
  json_object_set_string_member (object, "side", taut_side_get_id (point->side));
  json_object_set_double_member (object, "u", point->u);
  json_object_set_double_member (object, "theta", point->theta);
  return object;
}
