/* taut-posture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From joint angles, directions and targets to bones.
 *
 * Both sides are posed by the same code: a "form" is a bone whose rest space is
 * that of the left half. On the right its matrix contains the mirror, so its
 * determinant is -1; limbs are framed by two directions and never by a hinge's
 * axis, hence no signs have to change. Helper bones stand at the same joint as
 * a real one and turn only part of the way; they keep bent joints full. */

#define G_LOG_DOMAIN "taut-posture"

#include "config.h"

#include "taut-rig-private.h"

/* A limb is never stretched farther than this part of its length, so that it
 * keeps a plane to bend in. */
#define MAX_STRETCH 0.999

typedef struct
{
  TautRig *rig;
  const TautPose *pose;
  TautSide side;
  TautBone *forms;
  double twist;
  TautVector forearm_axis;
} Posture;

typedef struct
{
  TautRole roles[3];
  const TautLimbPose *limb;
  /* Where the front of knee or elbow shows at rest. */
  TautVector flexion;
} Limb;

static guint
role (const Posture *posture,
      TautRole       which)
{
  g_assert (posture != NULL);

  return posture->rig->figure->roles[which];
}

/* The joint's place at rest, on the left, for this build. */
static TautVector
rest_place (const Posture *posture,
            guint          joint)
{
  TautFigure *figure = posture->rig->figure;

  return taut_rig_build_place (posture->rig, joint, TAUT_SIDE_LEFT,
                               taut_figure_get_joint (figure, joint)->at);
}

static TautBone
form_at (TautMatrix turn,
         TautVector rest,
         TautVector world)
{
  return (TautBone) { turn, taut_vector_subtract (world, taut_matrix_apply (&turn, rest)) };
}

/* An unsided bone takes the left half's places too. */
static TautBone
unsided_form (const Posture *posture,
              guint          joint)
{
  TautBone bone = posture->rig->bones[TAUT_SIDE_LEFT][joint];

  if (posture->side == TAUT_SIDE_RIGHT)
    bone.turn = taut_matrix_multiply (bone.turn, taut_matrix_mirror ());
  return bone;
}

/* Spine */

static void
pose_spine (TautRig        *rig,
            const TautPose *pose)
{
  TautFigure *figure = rig->figure;
  guint shares[TAUT_N_BENDS] = { 0 };

  g_assert (pose != NULL);

  for (guint i = 0; i < figure->joints->len; i++)
    if (taut_figure_get_joint (figure, i)->bend != TAUT_NO_INDEX)
      shares[taut_figure_get_joint (figure, i)->bend]++;

  for (guint i = 0; i < figure->joints->len; i++)
    {
      const TautJoint *joint = taut_figure_get_joint (figure, i);
      TautBone *bone = &rig->bones[TAUT_SIDE_LEFT][i];
      TautBone parent;

      if (joint->sided)
        continue;
      if (joint->parent == TAUT_NO_INDEX)
        {
          *bone = form_at (taut_matrix_turn_x (pose->lean), joint->at,
                           pose->has_at ? pose->at : joint->at);
          continue;
        }

      parent = rig->bones[TAUT_SIDE_LEFT][joint->parent];
      bone->turn = parent.turn;
      if (joint->bend != TAUT_NO_INDEX)
        {
          const double *bend = pose->bends[joint->bend];
          double part = 1.0 / shares[joint->bend];

          bone->turn = taut_matrix_multiply (bone->turn, taut_matrix_turn_y (bend[2] * part));
          bone->turn = taut_matrix_multiply (bone->turn, taut_matrix_turn_z (bend[1] * part));
          bone->turn = taut_matrix_multiply (bone->turn, taut_matrix_turn_x (-bend[0] * part));
        }
      *bone = form_at (bone->turn, joint->at, taut_bone_carry (&parent, joint->at));
    }
}

/* Limbs */

/* Upper and lower direction from the target of the end joint: the elbow or knee
 * lies in the plane of target and pole. */
static void
solve_reach (TautVector  start,
             TautVector  target,
             TautVector  pole,
             double      upper_length,
             double      lower_length,
             TautVector *upper,
             TautVector *lower,
             TautVector *hinge)
{
  TautVector way = taut_vector_subtract (target, start);
  double distance = MIN (taut_vector_length (way), (upper_length + lower_length) * MAX_STRETCH);
  double cosine, sine;
  TautVector bend, middle;

  g_assert (upper != NULL && lower != NULL && hinge != NULL);

  way = taut_vector_normalize (way);
  pole = taut_vector_normalize (pole);
  pole = taut_vector_subtract (pole, taut_vector_scale (way, taut_vector_dot (pole, way)));
  pole = taut_vector_normalize (pole);
  cosine = (upper_length * upper_length + distance * distance - lower_length * lower_length) /
           (2 * upper_length * distance);
  cosine = CLAMP (cosine, -1, 1);
  sine = sqrt (1 - cosine * cosine);

  middle = taut_vector_scale (way, upper_length * cosine);
  middle = taut_vector_add (middle, taut_vector_scale (pole, upper_length * sine));
  bend = taut_vector_subtract (taut_vector_scale (way, distance), middle);
  *upper = taut_vector_normalize (middle);
  *lower = taut_vector_normalize (bend);
  *hinge = taut_vector_normalize (taut_vector_cross (pole, way));
}

static void
find_directions (const TautLimbPose *limb,
                 TautVector          start,
                 TautVector          front,
                 double              upper_length,
                 double              lower_length,
                 TautVector         *upper,
                 TautVector         *lower,
                 TautVector         *hinge)
{
  g_assert (limb != NULL);

  if (limb->has_reach)
    {
      solve_reach (start, limb->reach, limb->pole, upper_length, lower_length, upper, lower, hinge);
      return;
    }

  *upper = taut_vector_normalize (limb->upper);
  *lower = taut_vector_normalize (limb->lower);
  *hinge = taut_vector_cross (*upper, *lower);
  if (taut_vector_length (*hinge) < 0.05)
    *hinge = taut_vector_cross (limb->has_pole ? limb->pole : taut_vector_scale (front, -1), *upper);
  *hinge = taut_vector_normalize (*hinge);
}

static TautMatrix
turn_from_rest (const Posture *posture,
                TautVector     rest_along,
                TautVector     rest_towards,
                TautVector     along,
                TautVector     towards)
{
  TautMatrix rest = taut_matrix_frame (rest_along, rest_towards);
  TautMatrix world = taut_matrix_frame (along, towards);

  g_assert (posture != NULL);

  if (posture->side == TAUT_SIDE_RIGHT)
    for (guint row = 0; row < 3; row++)
      world.m[row][2] = -world.m[row][2];

  return taut_matrix_multiply (world, taut_matrix_transpose (rest));
}

static void
pose_limb (Posture     *posture,
           const Limb  *limb,
           TautBone     parent)
{
  guint first = role (posture, limb->roles[0]), second = role (posture, limb->roles[1]);
  TautVector a = rest_place (posture, first);
  TautVector b = rest_place (posture, second);
  TautVector c = rest_place (posture, role (posture, limb->roles[2]));
  TautVector start = taut_bone_carry (&parent, a);
  TautVector upper, lower, hinge;
  double upper_length = taut_vector_length (taut_vector_subtract (b, a));
  double lower_length = taut_vector_length (taut_vector_subtract (c, b));
  TautMatrix turn;

  g_assert (limb != NULL);

  if (!limb->limb->has_upper && !limb->limb->has_reach)
    {
      posture->forms[first] = posture->forms[second] = parent;
      return;
    }

  find_directions (limb->limb, start, taut_matrix_apply (&parent.turn, limb->flexion),
                   upper_length, lower_length, &upper, &lower, &hinge);
  turn = turn_from_rest (posture, taut_vector_subtract (b, a), limb->flexion, upper,
                         taut_vector_cross (hinge, upper));
  posture->forms[first] = form_at (turn, a, start);
  turn = turn_from_rest (posture, taut_vector_subtract (c, b), limb->flexion, lower,
                         taut_vector_cross (hinge, lower));
  posture->forms[second] = form_at (turn, b, taut_bone_carry (&posture->forms[first], b));
}

/* Targets may be given in the rest space of a bone of spine or head. */
static TautLimbPose
resolve_reference (const Posture      *posture,
                   const TautLimbPose *limb)
{
  TautLimbPose resolved = *limb;
  TautVector *directions[] = { &resolved.pole, &resolved.forward, &resolved.facing,
                               &resolved.upper, &resolved.lower };
  const TautBone *bone;

  g_assert (posture != NULL);

  if (limb->reference == TAUT_NO_INDEX)
    return resolved;

  bone = &posture->rig->bones[TAUT_SIDE_LEFT][limb->reference];
  resolved.reach = taut_bone_carry (bone, limb->reach);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    *directions[i] = taut_matrix_apply (&bone->turn, *directions[i]);
  return resolved;
}

/* Fingers point from wrist to middle finger; the palm shows where the thumb's
 * muscles swell. Both at rest. */
static const TautVector rest_fingers = { 0.17, 0.98, 0.06 };

static TautVector
rest_palm (void)
{
  TautVector fingers = taut_vector_normalize (rest_fingers);
  TautVector thumb = taut_vector_normalize ((TautVector) { fingers.y, -fingers.x, 0 });
  TautVector palm = taut_vector_cross (thumb, fingers);

  return palm.z > 0 ? palm : taut_vector_scale (palm, -1);
}

static void
measure_twist (Posture          *posture,
               const TautMatrix *forearm,
               const TautMatrix *hand)
{
  TautVector axis = posture->forearm_axis;
  TautVector ahead = { 0, 0, 1 };
  TautVector from = taut_matrix_apply (forearm, ahead);
  TautVector to = taut_matrix_apply (hand, ahead);

  from = taut_vector_subtract (from, taut_vector_scale (axis, taut_vector_dot (from, axis)));
  to = taut_vector_subtract (to, taut_vector_scale (axis, taut_vector_dot (to, axis)));
  from = taut_vector_normalize (from);
  to = taut_vector_normalize (to);
  posture->twist = atan2 (taut_vector_dot (taut_vector_cross (from, to), axis),
                          taut_vector_dot (from, to));
}

static void
pose_arm (Posture *posture)
{
  TautLimbPose arm = resolve_reference (posture, &posture->pose->arms[posture->side]);
  Limb limb = { { TAUT_ROLE_HUMERUS, TAUT_ROLE_FOREARM, TAUT_ROLE_HAND }, &arm, { 0, 0, 1 } };
  guint clavicle = role (posture, TAUT_ROLE_CLAVICLE);
  guint forearm = role (posture, TAUT_ROLE_FOREARM);
  guint hand = role (posture, TAUT_ROLE_HAND);
  TautBone top = unsided_form (posture,
                               taut_figure_get_joint (posture->rig->figure, clavicle)->parent);
  TautVector wrist = rest_place (posture, hand);
  TautMatrix turn = taut_matrix_multiply (top.turn, taut_matrix_turn_y (-arm.clavicle[1]));
  TautVector fingers, palm, elbow;

  turn = taut_matrix_multiply (turn, taut_matrix_turn_z (-arm.clavicle[0]));
  posture->forms[clavicle] = form_at (turn, rest_place (posture, clavicle),
                                      taut_bone_carry (&top, rest_place (posture, clavicle)));
  pose_limb (posture, &limb, posture->forms[clavicle]);

  fingers = arm.has_forward ? arm.forward
                            : taut_matrix_apply (&posture->forms[forearm].turn, rest_fingers);
  palm = arm.has_facing ? arm.facing
                        : taut_matrix_apply (&posture->forms[forearm].turn, rest_palm ());
  turn = turn_from_rest (posture, rest_fingers, rest_palm (), fingers, palm);
  posture->forms[hand] = form_at (turn, wrist, taut_bone_carry (&posture->forms[forearm], wrist));

  elbow = taut_bone_carry (&posture->forms[forearm], rest_place (posture, forearm));
  posture->forearm_axis = taut_vector_subtract (taut_bone_carry (&posture->forms[forearm], wrist),
                                                elbow);
  posture->forearm_axis = taut_vector_normalize (posture->forearm_axis);
  measure_twist (posture, &posture->forms[forearm].turn, &posture->forms[hand].turn);
}

static void
pose_leg (Posture *posture)
{
  static const TautVector rest_toes = { 0.14, 0, 0.99 };
  static const TautVector rest_sole = { 0, 1, 0 };
  TautLimbPose leg = resolve_reference (posture, &posture->pose->legs[posture->side]);
  Limb limb = { { TAUT_ROLE_FEMUR, TAUT_ROLE_TIBIA, TAUT_ROLE_FOOT }, &leg, { 0, 0, -1 } };
  guint tibia = role (posture, TAUT_ROLE_TIBIA);
  guint foot = role (posture, TAUT_ROLE_FOOT);
  guint toes = role (posture, TAUT_ROLE_TOES);
  TautVector ankle = rest_place (posture, foot), ball = rest_place (posture, toes);
  TautMatrix turn;

  pose_limb (posture, &limb, unsided_form (posture, role (posture, TAUT_ROLE_PELVIS)));
  turn = turn_from_rest (posture, rest_toes, rest_sole,
                         leg.has_forward ? leg.forward
                                         : taut_matrix_apply (&posture->forms[tibia].turn, rest_toes),
                         leg.has_facing ? leg.facing
                                        : taut_matrix_apply (&posture->forms[tibia].turn, rest_sole));
  posture->forms[foot] = form_at (turn, ankle, taut_bone_carry (&posture->forms[tibia], ankle));
  turn = taut_matrix_multiply (turn, taut_matrix_turn_x (-leg.toe_bend));
  posture->forms[toes] = form_at (turn, ball, taut_bone_carry (&posture->forms[foot], ball));
}

/* Helpers, fingers and what else hangs on a limb. */
static void
pose_others (Posture *posture)
{
  TautFigure *figure = posture->rig->figure;

  for (guint i = 0; i < figure->joints->len; i++)
    {
      const TautJoint *joint = taut_figure_get_joint (figure, i);
      TautVector rest = rest_place (posture, i);
      TautBone parent;
      TautMatrix turn;
      gboolean known = FALSE;

      for (guint r = 0; r < TAUT_N_ROLES; r++)
        known |= figure->roles[r] == i;
      if (!joint->sided || known)
        continue;

      parent = taut_figure_get_joint (figure, joint->parent)->sided
                 ? posture->forms[joint->parent] : unsided_form (posture, joint->parent);
      turn = parent.turn;
      if (joint->between[0] != TAUT_NO_INDEX)
        turn = taut_matrix_interpolate (turn, posture->forms[joint->between[1]].turn, joint->part);
      if (joint->twist != 0)
        turn = taut_matrix_multiply (taut_matrix_turn (posture->forearm_axis,
                                                       posture->twist * joint->twist), turn);
      if (joint->curl != 0)
        turn = taut_matrix_multiply (turn, taut_matrix_turn (joint->axis,
                                                             posture->pose->curl[posture->side] *
                                                             joint->curl * G_PI / 180));
      posture->forms[i] = form_at (turn, rest, taut_bone_carry (&parent, rest));
    }
}

void
taut_posture_pose (TautRig        *rig,
                   const TautPose *pose)
{
  g_return_if_fail (rig != NULL);
  g_return_if_fail (pose != NULL);

  pose_spine (rig, pose);

  for (TautSide side = TAUT_SIDE_LEFT; side < TAUT_N_SIDES; side++)
    {
      g_autofree TautBone *forms = g_new0 (TautBone, rig->figure->joints->len);
      Posture posture = { .rig = rig, .pose = pose, .side = side, .forms = forms };

      pose_arm (&posture);
      pose_leg (&posture);
      pose_others (&posture);
      for (guint i = 0; i < rig->figure->joints->len; i++)
        {
          TautBone bone = taut_figure_get_joint (rig->figure, i)->sided ? forms[i]
                                                                        : unsided_form (&posture, i);

          if (side == TAUT_SIDE_RIGHT)
            bone.turn = taut_matrix_multiply (bone.turn, taut_matrix_mirror ());
          rig->bones[side][i] = bone;
        }
    }
}
