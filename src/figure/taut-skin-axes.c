/* taut-skin-axes.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skin-axes"

#include "config.h"

#include "taut-skin-axes.h"

#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 8
#define MAX_UNITS 2000.0

static gboolean
fail (GError     **error,
      const char  *where,
      const char  *member,
      const char  *expected)
{
  g_assert (where != NULL);
  g_assert (member != NULL);
  g_assert (expected != NULL);

  g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER,
               "%s: field \"%s\": expected %s, found something else", where, member, expected);
  return FALSE;
}

static gboolean
read_vector (JsonArray   *array,
             const char  *where,
             const char  *member,
             TautVector  *vector,
             GError     **error)
{
  g_assert (array != NULL);
  g_assert (vector != NULL);

  if (json_array_get_length (array) != 3)
    return fail (error, where, member, "[x, y, z]");
  return taut_json_element_number (array, 0, where, member, -MAX_UNITS, MAX_UNITS,
                                   &vector->x, error) &&
         taut_json_element_number (array, 1, where, member, -MAX_UNITS, MAX_UNITS,
                                   &vector->y, error) &&
         taut_json_element_number (array, 2, where, member, -MAX_UNITS, MAX_UNITS,
                                   &vector->z, error);
}

static gboolean
read_direction (JsonObject  *object,
                const char  *where,
                const char  *member,
                TautVector  *direction,
                GError     **error)
{
  JsonArray *array = taut_json_read_array (object, where, member, error);

  g_assert (direction != NULL);

  if (array == NULL || !read_vector (array, where, member, direction, error))
    return FALSE;
  if (taut_vector_length (*direction) < 1e-6)
    return fail (error, where, member, "a direction");
  *direction = taut_vector_normalize (*direction);
  return TRUE;
}

static gboolean
read_knots (JsonObject     *object,
            const char     *where,
            TautSkinFrame  *frame,
            GError        **error)
{
  JsonArray *array = taut_json_read_array (object, where, "axis", error);
  TautVector knots[TAUT_SKIN_FRAME_MAX_KNOTS];

  g_assert (frame != NULL);

  if (array == NULL)
    return FALSE;
  frame->n_knots = json_array_get_length (array);
  if (frame->n_knots < 2 || frame->n_knots > TAUT_SKIN_FRAME_MAX_KNOTS)
    return fail (error, where, "axis", "2 to 24 places");

  for (guint i = 0; i < frame->n_knots; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_ARRAY (node))
        return fail (error, where, "axis", "[x, y, z]");
      if (!read_vector (json_node_get_array (node), where, "axis", &knots[i], error))
        return FALSE;
    }

  if (json_object_has_member (object, "direction"))
    {
      if (!read_direction (object, where, "direction", &frame->direction, error))
        return FALSE;
    }
  else
    frame->direction = taut_vector_normalize (taut_vector_subtract (knots[frame->n_knots - 1],
                                                                    knots[0]));

  for (guint i = 0; i < frame->n_knots; i++)
    {
      double *knot = frame->knots[i];

      knot[0] = taut_vector_dot (knots[i], frame->direction);
      knot[1] = knots[i].x;
      knot[2] = knots[i].y;
      knot[3] = knots[i].z;
      if (i > 0 && !(knot[0] > frame->knots[i - 1][0]))
        return fail (error, where, "axis", "places that go along the direction");
    }
  frame->s[0] = frame->knots[0][0];
  frame->s[1] = frame->knots[frame->n_knots - 1][0];
  return TRUE;
}

static gboolean
read_ends (JsonObject     *object,
           const char     *where,
           TautSkinFrame  *frame,
           GError        **error)
{
  JsonArray *array;

  g_assert (object != NULL);
  g_assert (frame != NULL);

  frame->u[0] = 0;
  frame->u[1] = 1;
  if (!json_object_has_member (object, "ends"))
    return TRUE;
  array = taut_json_read_array (object, where, "ends", error);
  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) != 2)
    return fail (error, where, "ends", "the u of both ends of the axis");
  return taut_json_element_number (array, 0, where, "ends", 0, 0.4, &frame->u[0], error) &&
         taut_json_element_number (array, 1, where, "ends", 0.6, 1, &frame->u[1], error);
}

static TautVector
take_away (TautVector from,
           TautVector direction)
{
  return taut_vector_normalize
         (taut_vector_subtract (from, taut_vector_scale (direction,
                                                         taut_vector_dot (from, direction))));
}

static gboolean
read_frame (JsonObject     *object,
            const char     *where,
            TautSkinFrame  *frame,
            GError        **error)
{
  static const char *const known[] = {
    "id", "axis", "direction", "zero", "ninety", "reach", "midline", "border",
    "ends", NULL,
  };
  gboolean midline = FALSE;

  g_assert (object != NULL);
  g_assert (frame != NULL);

  if (!taut_json_check_members (object, where, known, error) ||
      !read_knots (object, where, frame, error) ||
      !read_ends (object, where, frame, error) ||
      !read_direction (object, where, "zero", &frame->zero, error) ||
      !read_direction (object, where, "ninety", &frame->ninety, error) ||
      !taut_json_read_number (object, where, "reach", 1, MAX_UNITS, &frame->reach, error))
    return FALSE;
  if (json_object_has_member (object, "midline") &&
      !taut_json_read_boolean (object, where, "midline", &midline, error))
    return FALSE;
  if (json_object_has_member (object, "border") &&
      !taut_json_read_number (object, where, "border", 0, 1, &frame->border, error))
    return FALSE;

  frame->midline = midline;
  frame->zero = take_away (frame->zero, frame->direction);
  frame->ninety = take_away (take_away (frame->ninety, frame->direction), frame->zero);
  if (taut_vector_length (frame->zero) < 0.9 || taut_vector_length (frame->ninety) < 0.9)
    return fail (error, where, "ninety", "a direction across the axis and \"zero\"");
  return TRUE;
}

static gboolean
read_segment (JsonNode       *node,
              const char     *where,
              TautSkinFrame  *frames,
              GError        **error)
{
  JsonObject *object = taut_json_get_object (node, where, error);
  g_autofree char *where_segment = NULL;
  const char *id;
  TautSegment segment;

  g_assert (frames != NULL);

  if (object == NULL || !taut_json_read_string (object, where, "id", &id, error))
    return FALSE;
  if (!taut_segment_from_id (id, &segment))
    return fail (error, where, "id", "the id of a segment");
  where_segment = g_strdup_printf ("%s: %s", where, id);
  if (frames[segment].n_knots > 0)
    return fail (error, where_segment, "id", "each segment once");
  return read_frame (object, where_segment, &frames[segment], error);
}

TautSkinFrame *
taut_skin_axes_load (GFile   *file,
                     GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree TautSkinFrame *frames = NULL;
  g_autofree char *where = NULL;
  JsonObject *object;
  JsonArray *segments;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  root = taut_json_load (file, MAX_BYTES, MAX_DEPTH, error);
  if (root == NULL)
    return NULL;
  where = g_file_get_basename (file);
  object = taut_json_get_object (root, where, error);
  segments = object != NULL ? taut_json_read_array (object, where, "segments", error) : NULL;
  if (segments == NULL)
    return NULL;

  frames = g_new0 (TautSkinFrame, TAUT_N_SEGMENTS);
  for (guint i = 0; i < json_array_get_length (segments); i++)
    if (!read_segment (json_array_get_element (segments, i), where, frames, error))
      return NULL;
  for (guint i = 0; i < TAUT_N_SEGMENTS; i++)
    if (frames[i].n_knots == 0)
      {
        fail (error, where, "segments", taut_segment_get_id (i));
        return NULL;
      }
  return g_steal_pointer (&frames);
}
