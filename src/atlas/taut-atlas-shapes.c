/* taut-atlas-shapes.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The member "shapes" of muscles/MUSCLE.json: how the muscle lies under the skin
 *
 *   "shapes": [
 *     { "part": "upper",             optional: which part, where there are several
 *       "layer": "superficial",      or "deep": covered by other muscles
 *       "depth": 40,                 0 to 100; the higher one covers the lower one
 *       "tendon": [0.05, 0.2],       optional: the shares of the length that are
 *                                    tendon at origin and insertion, or a list of
 *                                    such pairs, one for each fibre line
 *       "fibres": [                  from one border of the muscle to the other,
 *         [ ["trunk", 0.1, 170],     each from origin to insertion
 *           ["trunk", 0.08, 110] ],
 *         ... ] },
 *     { "layer": "superficial",
 *       "depth": 30,
 *       "belly": [                   instead of fibres, for a slender muscle: its
 *         ["leg", 0.1, 30, 4],       middle line, with half the width in mm
 *         ["leg", 0.3, 25, 14],
 *         ["leg", 0.9, 10, 3] ] }
 *   ]
 *
 * Everything lies on the left side, as places do: [segment, u, theta]. The muscle
 * is the sheet between the first and the last fibre line, through those between
 * them; the way from one place to the next is laid on the skin, also across a
 * joint. So outline, fibre direction and tendon come from the same numbers. Two
 * lines are enough for a sheet; where all of them end in the same place, it ends
 * in a point. A part that is nothing but tendon or fascia has the tendon [1, 0].
 *
 * Depths of superficial muscles: 10 to 30 for what others lie upon (soleus,
 * serratus), 40 to 60 for most, 70 to 90 for what lies upon others (trapezius,
 * deltoid, gluteus maximus).
 */

#define G_LOG_DOMAIN "taut-atlas-shapes"

#include "config.h"

#include "taut-atlas-private.h"

#define MOST_DEPTH 100
#define MOST_FIBRES 24
#define MOST_PLACES 24

/* What the data call radius is for a belly half its width. */
#define HALF_WIDTH_MIN_MM 0.5
#define HALF_WIDTH_MAX_MM 80.0

static const char *const shape_members[] = {
  "part", "layer", "depth", "tendon", "fibres", "belly", NULL
};

static const char *const layers[] = { "superficial", "deep", NULL };

void
taut_muscle_shape_free (TautMuscleShape *shape)
{
  if (shape == NULL)
    return;

  g_clear_pointer (&shape->fibres, g_ptr_array_unref);
  g_clear_pointer (&shape->belly, taut_stroke_free);
  g_free (shape->tendons);
  g_free (shape);
}

/* A fibre line is kept as a stroke; its radius means nothing. */
static TautStroke *
read_fibre (JsonArray   *array,
            const char  *where,
            GError     **error)
{
  g_autofree TautStrokePoint *points = NULL;
  guint n_points = json_array_get_length (array);

  g_assert (array != NULL);

  if (n_points < 2 || n_points > MOST_PLACES)
    {
      taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "fibres", "2 to 24 places in each",
                       "fewer or more", error);
      return NULL;
    }

  points = g_new0 (TautStrokePoint, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_ARRAY (node))
        {
          taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "fibres", "lists of places",
                           "something else", error);
          return NULL;
        }
      if (!taut_skin_point_from_array (json_node_get_array (node), where, "fibres",
                                       &points[i].at, error) ||
          !taut_atlas_check_place (&points[i].at, where, "fibres", error))
        return NULL;
      points[i].radius = 1;
    }

  return taut_stroke_new (points, n_points);
}

static gboolean
read_fibres (JsonObject       *object,
             const char       *where,
             TautMuscleShape  *shape,
             GError          **error)
{
  JsonArray *array = taut_json_read_array (object, where, "fibres", error);

  g_assert (shape != NULL);

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) < 2 || json_array_get_length (array) > MOST_FIBRES)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "fibres", "2 to 24 fibre lines",
                            "fewer or more", error);

  shape->fibres = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_stroke_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      TautStroke *fibre;

      if (!JSON_NODE_HOLDS_ARRAY (node))
        return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "fibres", "lists of places",
                                "something else", error);
      fibre = read_fibre (json_node_get_array (node), where, error);
      if (fibre == NULL)
        return FALSE;
      g_ptr_array_add (shape->fibres, fibre);
    }

  return TRUE;
}

static gboolean
read_belly (JsonObject       *object,
            const char       *where,
            TautMuscleShape  *shape,
            GError          **error)
{
  JsonArray *array = taut_json_read_array (object, where, "belly", error);

  g_assert (shape != NULL);

  if (array == NULL)
    return FALSE;

  shape->belly = taut_stroke_from_array (array, where, "belly", error);
  if (shape->belly == NULL)
    return FALSE;
  if (shape->belly->n_points < 2 || shape->belly->n_points > MOST_PLACES)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "belly", "2 to 24 places",
                            "fewer or more", error);

  for (guint i = 0; i < shape->belly->n_points; i++)
    {
      const TautStrokePoint *point = &shape->belly->points[i];

      if (!taut_atlas_check_place (&point->at, where, "belly", error))
        return FALSE;
      if (!(point->radius >= HALF_WIDTH_MIN_MM && point->radius <= HALF_WIDTH_MAX_MM))
        return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "belly",
                                "half the width in mm from 0.5 to 80", "another", error);
    }

  return TRUE;
}

static gboolean
read_tendon (JsonNode         *node,
             const char       *where,
             TautTendonShares *tendon,
             GError          **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  double shares[2] = { -1, -1 };

  g_assert (tendon != NULL);

  for (guint i = 0; array != NULL && json_array_get_length (array) == 2 && i < 2; i++)
    {
      JsonNode *share = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (share) && json_node_get_value_type (share) != G_TYPE_STRING)
        shares[i] = json_node_get_double (share);
    }
  if (!(shares[0] >= 0 && shares[1] >= 0 && shares[0] + shares[1] <= 1))
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "tendon",
                            "two shares of the length, together at most 1", "something else",
                            error);

  tendon->origin = shares[0];
  tendon->insertion = shares[1];
  return TRUE;
}

/* One pair for all, or one for each fibre line. */
static gboolean
read_tendons (JsonObject       *object,
              const char       *where,
              TautMuscleShape  *shape,
              GError          **error)
{
  JsonNode *node = json_object_get_member (object, "tendon");
  guint n = shape->fibres != NULL ? shape->fibres->len : 1;
  JsonArray *array;
  gboolean each;

  g_assert (shape != NULL);

  shape->tendons = g_new0 (TautTendonShares, n);
  if (node == NULL)
    return TRUE;

  array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  each = array != NULL && json_array_get_length (array) > 0 &&
         JSON_NODE_HOLDS_ARRAY (json_array_get_element (array, 0));
  if (each && json_array_get_length (array) != n)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "tendon",
                            "one pair, or one for each fibre line", "another number", error);

  for (guint i = 0; i < n; i++)
    if (!read_tendon (each ? json_array_get_element (array, i) : node, where,
                      &shape->tendons[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
read_shape (TautAtlasFile  *file,
            TautMuscle     *muscle,
            JsonObject     *object,
            const char     *where,
            GError        **error)
{
  TautMuscleShape *shape = g_new0 (TautMuscleShape, 1);
  gint64 depth;
  guint layer;

  g_assert (file != NULL);
  g_assert (muscle != NULL);

  shape->muscle = muscle;
  g_ptr_array_add (muscle->shapes, shape);
  if (!taut_json_check_members (object, where, shape_members, error) ||
      !taut_atlas_read_optional_text (file->atlas, object, where, "part", &shape->part, error) ||
      !taut_atlas_read_choice (object, where, "layer", layers, &layer, error) ||
      !taut_json_read_integer (object, where, "depth", 0, MOST_DEPTH, &depth, error))
    return FALSE;

  shape->layer = layer;
  shape->depth = (guint) depth;
  if (json_object_has_member (object, "belly") == json_object_has_member (object, "fibres"))
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "fibres",
                            "either fibres or a belly", "both or none", error);

  return (json_object_has_member (object, "belly") ? read_belly (object, where, shape, error) :
                                                     read_fibres (object, where, shape, error)) &&
         read_tendons (object, where, shape, error);
}

gboolean
taut_atlas_read_shapes (TautAtlasFile  *file,
                        TautMuscle     *muscle,
                        GError        **error)
{
  JsonArray *array;

  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (muscle != NULL, FALSE);

  muscle->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_muscle_shape_free);
  if (!json_object_has_member (file->object, "shapes"))
    return TRUE;

  array = taut_json_read_array (file->object, file->name, "shapes", error);
  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s: shape %u", file->name, i + 1);
      JsonObject *object = taut_atlas_get_element (array, i, file->name, "shapes", error);

      if (object == NULL || !read_shape (file, muscle, object, where, error))
        return FALSE;
    }

  return TRUE;
}
