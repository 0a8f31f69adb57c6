/* taut-skeleton-load.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skeleton-load"

#include "config.h"

#include "taut-figure-read.h"

static const char *const role_ids[TAUT_N_ROLES] = {
  "pelvis", "clavicle", "humerus", "forearm", "hand", "femur", "tibia", "foot", "toes",
};

static const char *const bend_ids[] = { "lumbar", "thorax", "neck", "head", NULL };

static const char *const breadth_ids[] = { "none", "stretch", "shift", NULL };

/* Only a name of the list will do; a missing member leaves the value alone. */
static gboolean
read_choice (JsonObject         *object,
             const char         *where,
             const char         *member,
             const char *const  *choices,
             int                *value,
             GError            **error)
{
  const char *id;
  g_autofree char *expected = NULL;

  g_assert (object != NULL);

  if (!json_object_has_member (object, member))
    return TRUE;
  if (!taut_json_read_string (object, where, member, &id, error))
    return FALSE;

  for (int i = 0; choices[i] != NULL; i++)
    if (g_strcmp0 (choices[i], id) == 0)
      {
        *value = i;
        return TRUE;
      }

  expected = g_strjoinv (" or ", (char **) choices);
  return taut_read_fail (error, where, member, expected, id);
}

static gboolean
read_between (TautFigure  *figure,
              JsonObject  *object,
              const char  *where,
              TautJoint   *joint,
              GError     **error)
{
  g_auto (GStrv) names = NULL;

  g_assert (figure != NULL);

  if (!json_object_has_member (object, "between"))
    return TRUE;

  names = taut_json_read_strings (object, where, "between", error);
  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < 2; i++)
    {
      joint->between[i] = g_strv_length (names) == 2 ? taut_figure_find_joint (figure, names[i])
                                                     : TAUT_NO_INDEX;
      if (joint->between[i] == TAUT_NO_INDEX)
        return taut_read_fail (error, where, "between", "two ids of joints named before", "another");
    }

  joint->parent = joint->between[0];
  return taut_json_read_number (object, where, "part", 0, 1, &joint->part, error);
}

static gboolean
read_links (TautFigure  *figure,
            JsonObject  *object,
            const char  *where,
            TautJoint   *joint,
            GError     **error)
{
  double axis[3] = { 0, 0, 0 };
  int breadth = TAUT_BREADTH_NONE;

  g_assert (figure != NULL);

  if (json_object_has_member (object, "parent") &&
      !taut_read_joint (figure, object, where, "parent", &joint->parent, error))
    return FALSE;

  if (!read_between (figure, object, where, joint, error) ||
      !read_choice (object, where, "bends", bend_ids, &joint->bend, error) ||
      !read_choice (object, where, "breadth", breadth_ids, &breadth, error) ||
      !taut_read_optional_number (object, where, "spine", &joint->spine, error) ||
      !taut_read_optional_number (object, where, "twist", &joint->twist, error) ||
      !taut_read_optional_number (object, where, "curl", &joint->curl, error) ||
      !taut_read_optional_numbers (object, where, "axis", 3, axis, error))
    return FALSE;

  joint->breadth = breadth;
  joint->axis = (TautVector) { axis[0], axis[1], axis[2] };
  if (joint->curl != 0 && taut_vector_length (joint->axis) < 0.5)
    return taut_read_fail (error, where, "axis", "the axis around which the joint curls", "none");
  if (joint->parent == TAUT_NO_INDEX && figure->joints->len > 0)
    return taut_read_fail (error, where, "parent", "the id of a joint named before", "nothing");

  return TRUE;
}

static gboolean
read_joint (TautFigure  *figure,
            JsonObject  *object,
            const char  *file,
            const char  *place,
            GError     **error)
{
  static const char *const known[] = {
    "id", "sided", "parent", "between", "part", "at", "bends", "spine", "twist", "curl", "axis",
    "breadth", NULL
  };
  TautJoint joint = {
    .parent = TAUT_NO_INDEX,
    .bend = TAUT_NO_INDEX,
    .between = { TAUT_NO_INDEX, TAUT_NO_INDEX },
    .spine = NAN,
  };
  g_autofree char *where = NULL;
  const char *id;

  g_assert (figure != NULL);

  if (!taut_json_read_string (object, place, "id", &id, error))
    return FALSE;
  if (taut_figure_find_joint (figure, id) != TAUT_NO_INDEX)
    return taut_read_fail (error, place, "id", "an id that no other joint has", id);

  where = g_strdup_printf ("%s: joint \"%s\"", file, id);
  if (!taut_json_check_members (object, where, known, error) ||
      !taut_read_vector (object, where, "at", &joint.at, error) ||
      !taut_read_optional_boolean (object, where, "sided", &joint.sided, error) ||
      !read_links (figure, object, where, &joint, error))
    return FALSE;

  joint.id = g_strdup (id);
  g_array_append_val (figure->joints, joint);
  return TRUE;
}

static gboolean
find_roles (TautFigure  *figure,
            const char  *where,
            GError     **error)
{
  g_assert (figure != NULL);

  for (guint role = 0; role < TAUT_N_ROLES; role++)
    {
      int joint = taut_figure_find_joint (figure, role_ids[role]);

      if (joint == TAUT_NO_INDEX ||
          taut_figure_get_joint (figure, joint)->sided != (role != TAUT_ROLE_PELVIS))
        {
          g_autofree char *expected = g_strdup_printf ("a joint \"%s\"%s", role_ids[role],
                                                       role == TAUT_ROLE_PELVIS ? "" : " on each side");

          return taut_read_fail (error, where, "joints", expected, "none");
        }
      figure->roles[role] = joint;
    }

  return TRUE;
}

gboolean
taut_skeleton_load (TautFigure  *figure,
                    GFile       *file,
                    GError     **error)
{
  static const char *const known[] = { "joints", NULL };
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *where = NULL;
  JsonObject *object;
  JsonArray *joints;

  g_return_val_if_fail (figure != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  root = taut_read_file (file, known, &where, &object, error);
  if (root == NULL)
    return FALSE;
  joints = taut_json_read_array (object, where, "joints", error);
  if (joints == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (joints); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s: joints[%u]", where, i);
      JsonObject *element = taut_read_element (joints, i, where, "joints", error);

      if (element == NULL || !read_joint (figure, element, where, place, error))
        return FALSE;
    }

  return find_roles (figure, where, error);
}
