/* taut-pose-load.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-pose-load"

#include "config.h"

#include "taut-figure-read.h"

/* Builds */

static gboolean
read_build (TautFigure  *figure,
            JsonObject  *object,
            const char  *file,
            const char  *place,
            GError     **error)
{
  TautBuild build = { 0 };
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *where = NULL;
  const char *id;

  g_assert (figure != NULL);

  if (!taut_json_read_string (object, place, "id", &id, error))
    return FALSE;
  if (taut_figure_find_build (figure, id, NULL) != NULL)
    return taut_read_fail (error, place, "id", "an id that no other build has", id);

  where = g_strdup_printf ("%s: build \"%s\"", file, id);
  g_ptr_array_add (known, (gpointer) "id");
  for (guint i = 0; i < figure->n_factors; i++)
    g_ptr_array_add (known, figure->factors[i]);
  g_ptr_array_add (known, NULL);
  if (!taut_json_check_members (object, where, (const char *const *) known->pdata, error))
    return FALSE;

  build.id = g_strdup (id);
  build.factors = g_new0 (double, figure->n_factors);
  g_array_append_val (figure->builds, build);
  for (guint i = 0; i < figure->n_factors; i++)
    {
      gboolean shift = i == figure->shoulder;

      if (!taut_json_read_number (object, where, figure->factors[i], shift ? -40 : 0,
                                  shift ? 40 : 4, &build.factors[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
taut_builds_load (TautFigure  *figure,
                  GFile       *file,
                  GError     **error)
{
  static const char *const known[] = { "builds", NULL };
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *where = NULL;
  JsonObject *object;
  JsonArray *builds;

  g_return_val_if_fail (figure != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  root = taut_read_file (file, known, &where, &object, error);
  builds = root != NULL ? taut_json_read_array (object, where, "builds", error) : NULL;
  if (builds == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (builds); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s: builds[%u]", where, i);
      JsonObject *build = taut_read_element (builds, i, where, "builds", error);

      if (build == NULL || !read_build (figure, build, where, place, error))
        return FALSE;
    }

  return TRUE;
}

/* Poses */

static gboolean
read_optional_vector (JsonObject  *object,
                      const char  *where,
                      const char  *member,
                      gboolean    *present,
                      TautVector  *value,
                      GError     **error)
{
  g_assert (present != NULL);

  *present = json_object_has_member (object, member);
  return !*present || taut_read_vector (object, where, member, value, error);
}

static gboolean
read_limb (TautFigure    *figure,
           JsonObject    *object,
           const char    *where,
           gboolean       arm,
           TautLimbPose  *limb,
           GError       **error)
{
  static const char *const known_arm[] = {
    "upper", "lower", "reach", "in", "pole", "clavicle", "fingers", "palm", NULL
  };
  static const char *const known_leg[] = {
    "upper", "lower", "reach", "in", "pole", "toes", "sole", "toe_bend", NULL
  };
  gboolean has_lower;

  g_assert (limb != NULL);

  if (!taut_json_check_members (object, where, arm ? known_arm : known_leg, error) ||
      !read_optional_vector (object, where, "upper", &limb->has_upper, &limb->upper, error) ||
      !read_optional_vector (object, where, "lower", &has_lower, &limb->lower, error) ||
      !read_optional_vector (object, where, "reach", &limb->has_reach, &limb->reach, error) ||
      !read_optional_vector (object, where, "pole", &limb->has_pole, &limb->pole, error) ||
      !read_optional_vector (object, where, arm ? "fingers" : "toes", &limb->has_forward,
                             &limb->forward, error) ||
      !read_optional_vector (object, where, arm ? "palm" : "sole", &limb->has_facing,
                             &limb->facing, error) ||
      !taut_read_optional_numbers (object, where, "clavicle", 2, limb->clavicle, error) ||
      !taut_read_optional_number (object, where, "toe_bend", &limb->toe_bend, error))
    return FALSE;

  if (limb->has_upper && !has_lower)
    limb->lower = limb->upper;
  if (limb->has_upper && limb->has_reach)
    return taut_read_fail (error, where, "reach", "either directions or a target", "both");
  if (limb->has_reach && !limb->has_pole)
    return taut_read_fail (error, where, "pole", "where elbow or knee points", "nothing");
  limb->reference = TAUT_NO_INDEX;
  if (!json_object_has_member (object, "in"))
    return TRUE;
  if (!taut_read_joint (figure, object, where, "in", &limb->reference, error))
    return FALSE;
  if (taut_figure_get_joint (figure, limb->reference)->sided)
    return taut_read_fail (error, where, "in", "a joint of spine or head", "one of a limb");

  return TRUE;
}

static void
mirror_limb (TautLimbPose *limb)
{
  TautVector *vectors[] = { &limb->upper, &limb->lower, &limb->reach, &limb->pole, &limb->forward,
                            &limb->facing };

  g_assert (limb != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    vectors[i]->x = -vectors[i]->x;
}

/* { "left": ..., "right": ... }, or { "both": ... } as for the left. */
static gboolean
read_limbs (TautFigure    *figure,
            JsonObject    *pose,
            const char    *where,
            const char    *member,
            gboolean       arm,
            TautLimbPose  *limbs,
            GError       **error)
{
  static const char *const known_both[] = { "both", NULL };
  static const char *const known[] = { "left", "right", NULL };
  JsonObject *object, *limb;
  gboolean both;

  g_assert (limbs != NULL);

  for (guint side = 0; side < TAUT_N_SIDES; side++)
    limbs[side].reference = TAUT_NO_INDEX;
  if (!json_object_has_member (pose, member))
    return TRUE;
  object = taut_json_read_object (pose, where, member, error);
  if (object == NULL)
    return FALSE;

  both = json_object_has_member (object, "both");
  if (!taut_json_check_members (object, where, both ? known_both : known, error))
    return FALSE;

  for (guint side = 0; side < TAUT_N_SIDES; side++)
    {
      const char *id = both ? "both" : taut_side_get_id (side);
      g_autofree char *place = g_strdup_printf ("%s: %s.%s", where, member, id);

      if (!json_object_has_member (object, id))
        continue;
      limb = taut_json_read_object (object, where, id, error);
      if (limb == NULL || !read_limb (figure, limb, place, arm, &limbs[side], error))
        return FALSE;
      if (both && side == TAUT_SIDE_RIGHT)
        mirror_limb (&limbs[side]);
    }

  return TRUE;
}

static gboolean
read_curl (JsonObject  *pose,
           const char  *where,
           double      *curl,
           GError     **error)
{
  static const char *const known[] = { "left", "right", "both", NULL };
  JsonObject *object;

  g_assert (curl != NULL);

  if (!json_object_has_member (pose, "curl"))
    return TRUE;
  object = taut_json_read_object (pose, where, "curl", error);
  if (object == NULL || !taut_json_check_members (object, where, known, error) ||
      !taut_read_optional_number (object, where, "both", &curl[TAUT_SIDE_LEFT], error))
    return FALSE;

  curl[TAUT_SIDE_RIGHT] = curl[TAUT_SIDE_LEFT];
  return taut_read_optional_number (object, where, "left", &curl[TAUT_SIDE_LEFT], error) &&
         taut_read_optional_number (object, where, "right", &curl[TAUT_SIDE_RIGHT], error);
}

static gboolean
read_pose (TautFigure  *figure,
           JsonObject  *object,
           const char  *file,
           const char  *place,
           GError     **error)
{
  static const char *const known[] = {
    "id", "at", "lean", "lumbar", "thorax", "neck", "head", "curl", "arms", "legs", NULL
  };
  static const char *const bends[TAUT_N_BENDS] = { "lumbar", "thorax", "neck", "head" };
  TautPose pose = { 0 };
  g_autofree char *where = NULL;
  const char *id;

  g_assert (figure != NULL);

  if (!taut_json_read_string (object, place, "id", &id, error))
    return FALSE;
  if (taut_figure_find_pose (figure, id, NULL) != NULL)
    return taut_read_fail (error, place, "id", "an id that no other pose has", id);

  where = g_strdup_printf ("%s: pose \"%s\"", file, id);
  if (!taut_json_check_members (object, where, known, error) ||
      !read_optional_vector (object, where, "at", &pose.has_at, &pose.at, error) ||
      !taut_read_optional_number (object, where, "lean", &pose.lean, error) ||
      !read_curl (object, where, pose.curl, error) ||
      !read_limbs (figure, object, where, "arms", TRUE, pose.arms, error) ||
      !read_limbs (figure, object, where, "legs", FALSE, pose.legs, error))
    return FALSE;
  for (guint i = 0; i < TAUT_N_BENDS; i++)
    if (!taut_read_optional_numbers (object, where, bends[i], 3, pose.bends[i], error))
      return FALSE;

  pose.id = g_strdup (id);
  g_array_append_val (figure->poses, pose);
  return TRUE;
}

gboolean
taut_poses_load (TautFigure  *figure,
                 GFile       *file,
                 GError     **error)
{
  static const char *const known[] = { "poses", NULL };
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *where = NULL;
  JsonObject *object;
  JsonArray *poses;

  g_return_val_if_fail (figure != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  root = taut_read_file (file, known, &where, &object, error);
  poses = root != NULL ? taut_json_read_array (object, where, "poses", error) : NULL;
  if (poses == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (poses); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s: poses[%u]", where, i);
      JsonObject *pose = taut_read_element (poses, i, where, "poses", error);

      if (pose == NULL || !read_pose (figure, pose, where, place, error))
        return FALSE;
    }

  return TRUE;
}
