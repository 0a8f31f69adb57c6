/* taut-rig.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-rig"

#include "config.h"

#include "taut-rig-private.h"

/* Two halves that differ by less are the same. */
#define SYMMETRY_TOLERANCE 1e-9

TautVector
taut_rig_build_place (TautRig    *rig,
                      guint       joint,
                      TautSide    side,
                      TautVector  at)
{
  const TautJoint *data;
  double shift;
  int shoulder;

  g_return_val_if_fail (rig != NULL, at);

  data = taut_figure_get_joint (rig->figure, joint);
  shift = rig->factors[rig->figure->shoulder];
  shoulder = rig->figure->roles[TAUT_ROLE_HUMERUS];
  if (data->breadth == TAUT_BREADTH_SHIFT)
    at.x += shift;
  else if (data->breadth == TAUT_BREADTH_STRETCH)
    at.x *= 1 + shift / taut_figure_get_joint (rig->figure, shoulder)->at.x;

  if (side == TAUT_SIDE_RIGHT)
    at.x = -at.x;
  return at;
}

static void
apply_camera (TautRig *rig,
              double   yaw,
              double   elevation)
{
  TautMatrix camera = taut_matrix_multiply (taut_matrix_turn_x (-elevation),
                                            taut_matrix_turn_y (yaw));

  for (guint side = 0; side < TAUT_N_SIDES; side++)
    for (guint i = 0; i < rig->figure->joints->len; i++)
      {
        TautBone *bone = &rig->bones[side][i];

        bone->turn = taut_matrix_multiply (camera, bone->turn);
        bone->offset = taut_matrix_apply (&camera, bone->offset);
      }
}

static void
make_duals (TautRig *rig)
{
  g_assert (rig != NULL);

  for (guint side = 0; side < TAUT_N_SIDES; side++)
    {
      rig->duals[side] = g_new (TautDualQuaternion, rig->figure->joints->len);
      for (guint i = 0; i < rig->figure->joints->len; i++)
        rig->duals[side][i] = taut_dual_quaternion_new (&rig->bones[side][i].turn,
                                                        rig->bones[side][i].offset);
    }
}

static gboolean
bones_mirror (const TautBone *left,
              const TautBone *right)
{
  TautVector offset = { -left->offset.x - right->offset.x, left->offset.y - right->offset.y,
                        left->offset.z - right->offset.z };

  g_assert (left != NULL);
  g_assert (right != NULL);

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      {
        double sign = (i == 0) != (j == 0) ? -1 : 1;

        if (fabs (sign * left->turn.m[i][j] - right->turn.m[i][j]) > SYMMETRY_TOLERANCE)
          return FALSE;
      }

  return taut_vector_length (offset) < SYMMETRY_TOLERANCE * 1000;
}

static gboolean
is_symmetric (TautRig *rig)
{
  g_assert (rig != NULL);

  for (guint i = 0; i < rig->figure->joints->len; i++)
    if (!bones_mirror (&rig->bones[TAUT_SIDE_LEFT][i], &rig->bones[TAUT_SIDE_RIGHT][i]))
      return FALSE;

  return TRUE;
}

/* First the unsided bones, then the left, then the right ones. */
static void
number_bones (TautRig *rig)
{
  guint n = rig->figure->joints->len;
  guint bone = 0;

  g_assert (rig != NULL);

  rig->bone_names = g_new0 (char *, 2 * n + 1);
  rig->bone_joint = g_new0 (guint, 2 * n);
  rig->bone_side = g_new0 (TautSide, 2 * n);
  for (guint side = 0; side < TAUT_N_SIDES; side++)
    rig->bone_index[side] = g_new0 (guint, n);

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < n; i++)
      {
        const TautJoint *joint = taut_figure_get_joint (rig->figure, i);
        TautSide side = pass == 2 ? TAUT_SIDE_RIGHT : TAUT_SIDE_LEFT;

        if (joint->sided != (pass > 0))
          continue;
        rig->bone_names[bone] = pass == 0 ? g_strdup (joint->id)
                                          : g_strdup_printf ("%s.%s", joint->id,
                                                             taut_side_get_id (side));
        rig->bone_joint[bone] = i;
        rig->bone_side[bone] = side;
        rig->bone_index[side][i] = bone;
        if (pass == 0)
          rig->bone_index[TAUT_SIDE_RIGHT][i] = bone;
        bone++;
      }

  rig->n_bones = bone;
}

TautRig *
taut_rig_new (TautFigure  *figure,
              const char  *build,
              const char  *pose,
              double       yaw,
              double       elevation,
              GError     **error)
{
  const TautBuild *built;
  const TautPose *posed;
  TautRig *rig;

  g_return_val_if_fail (figure != NULL, NULL);
  g_return_val_if_fail (build != NULL, NULL);
  g_return_val_if_fail (pose != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  built = taut_figure_find_build (figure, build, error);
  posed = built != NULL ? taut_figure_find_pose (figure, pose, error) : NULL;
  if (posed == NULL)
    return NULL;

  rig = g_new0 (TautRig, 1);
  rig->figure = taut_figure_ref (figure);
  rig->factors = g_memdup2 (built->factors, figure->n_factors * sizeof *built->factors);
  for (guint side = 0; side < TAUT_N_SIDES; side++)
    rig->bones[side] = g_new0 (TautBone, figure->joints->len);
  number_bones (rig);
  taut_posture_pose (rig, posed);
  apply_camera (rig, yaw, elevation);
  make_duals (rig);
  rig->symmetric = is_symmetric (rig);

  rig->sections = g_new0 (TautSection, figure->tables->len);
  for (guint i = 0; i < figure->tables->len; i++)
    taut_section_init (&rig->sections[i], figure, i, rig->factors);
  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    rig->primitives[part] = taut_primitives_new (rig, part);

  return rig;
}

void
taut_rig_free (TautRig *rig)
{
  g_return_if_fail (rig != NULL);

  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    g_array_unref (rig->primitives[part]);
  for (guint i = 0; i < rig->figure->tables->len; i++)
    taut_section_clear (&rig->sections[i]);
  for (guint side = 0; side < TAUT_N_SIDES; side++)
    {
      g_free (rig->bones[side]);
      g_free (rig->duals[side]);
      g_free (rig->bone_index[side]);
    }
  g_strfreev (rig->bone_names);
  g_free (rig->bone_joint);
  g_free (rig->bone_side);
  g_free (rig->sections);
  g_free (rig->factors);
  taut_figure_unref (rig->figure);
  g_free (rig);
}

guint
taut_rig_get_n_bones (TautRig *rig)
{
  g_return_val_if_fail (rig != NULL, 0);

  return rig->n_bones;
}

const char *
taut_rig_get_bone_name (TautRig *rig,
                        guint    bone)
{
  g_return_val_if_fail (rig != NULL, NULL);
  g_return_val_if_fail (bone < rig->n_bones, NULL);

  return rig->bone_names[bone];
}

gboolean
taut_rig_find_bone (TautRig    *rig,
                    const char *name,
                    guint      *bone)
{
  g_return_val_if_fail (rig != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (bone != NULL, FALSE);

  for (guint i = 0; i < rig->n_bones; i++)
    if (g_strcmp0 (rig->bone_names[i], name) == 0)
      {
        *bone = i;
        return TRUE;
      }

  return FALSE;
}

TautVector
taut_rig_carry (TautRig    *rig,
                guint       bone,
                TautVector  rest)
{
  g_return_val_if_fail (rig != NULL, rest);
  g_return_val_if_fail (bone < rig->n_bones, rest);

  return taut_bone_carry (&rig->bones[rig->bone_side[bone]][rig->bone_joint[bone]], rest);
}

/* Rotations are mixed as rotations: the mean of places would draw the skin of a
 * bent or twisted joint inwards. */
TautVector
taut_rig_carry_weighted (TautRig               *rig,
                         const TautSkinWeights *weights,
                         TautVector             rest)
{
  TautDualQuaternion sum = { { 0 }, { 0 } };

  g_return_val_if_fail (rig != NULL, rest);
  g_return_val_if_fail (weights != NULL, rest);

  for (guint i = 0; i < TAUT_MAX_BONES; i++)
    {
      guint bone = weights->bone[i];

      g_return_val_if_fail (bone < rig->n_bones, rest);
      if (weights->weight[i] > 0)
        taut_dual_quaternion_add (&sum, &rig->duals[rig->bone_side[bone]][rig->bone_joint[bone]],
                                  weights->weight[i]);
    }

  return taut_dual_quaternion_apply (&sum, rest);
}

TautVector
taut_rig_uncarry (TautRig    *rig,
                  guint       bone,
                  TautVector  camera)
{
  const TautBone *carrier;

  g_return_val_if_fail (rig != NULL, camera);
  g_return_val_if_fail (bone < rig->n_bones, camera);

  carrier = &rig->bones[rig->bone_side[bone]][rig->bone_joint[bone]];
  return taut_matrix_apply_back (&carrier->turn, taut_vector_subtract (camera, carrier->offset));
}
