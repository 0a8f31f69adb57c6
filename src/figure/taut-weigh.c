/* taut-weigh.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which bones carry a place of the skin.
 *
 * The field is a known function of its primitives: each step melts a distance
 * into what is there, and a blur averages over a neighbourhood. So the part that
 * each primitive has in the movement of the skin is the derivative of the field
 * by its distance, and the chain rule gives it exactly: a melt hands h2/2 of its
 * weight to the farther of the two, a blur is a mean over places around. Within
 * a strand the bones of its control points share by the place along it. */

#define G_LOG_DOMAIN "taut-weigh"

#include "config.h"

#include <string.h>

#include "taut-rig-private.h"

/* Where the blur is sampled, in sigmas: the axes and the corners of a cube,
 * with weights that give a Gaussian its first and second moments. */
#define AXIS_PLACE 2.0
#define CORNER_PLACE 1.1

#define MAX_JOINTS 160

typedef struct
{
  float value;
  float share[TAUT_N_SIDES][MAX_JOINTS];
} Mixture;

static void
mixture_scale (Mixture *mixture,
               guint    n,
               float    factor)
{
  for (guint side = 0; side < TAUT_N_SIDES; side++)
    for (guint i = 0; i < n; i++)
      mixture->share[side][i] *= factor;
}

static void
add_binding (Mixture           *mixture,
             const TautBinding *binding,
             TautSide           side,
             float              weight)
{
  g_assert (binding != NULL);

  for (guint i = 0; i < binding->n; i++)
    mixture->share[side][binding->joint[i]] += weight * binding->weight[i];
}

static void
add_primitive (Mixture             *mixture,
               const TautPrimitive *primitive,
               const float         *at,
               float                weight)
{
  const TautOperation *operation = primitive->operation;
  guint interval;
  float part;

  g_assert (mixture != NULL);

  if (primitive->kind != TAUT_OPERATION_STRAND)
    {
      mixture->share[primitive->side][operation->joint] += weight;
      return;
    }

  taut_primitive_locate (primitive, at, &interval, &part);
  add_binding (mixture, &operation->points[interval].binding, primitive->side,
               weight * (1 - part));
  add_binding (mixture, &operation->points[interval + 1].binding, primitive->side, weight * part);
}

/* Melts one primitive into the mixture, as taut_primitive_blend() does. */
static void
melt (Mixture             *mixture,
      const TautPrimitive *primitive,
      guint                n_joints,
      const float         *at)
{
  float k = primitive->blend;
  float a = mixture->value, d, h, given;
  gboolean takes;
  int from, to;

  g_assert (mixture != NULL);

  if (!taut_primitive_span (primitive, at[0], at[1], at[2], 1, 1, &from, &to))
    return;
  taut_primitive_measure (primitive, at[0], at[1], at[2], 1, 0, 1, &d);
  if (primitive->hollow)
    d = -d;
  takes = primitive->hollow ? d > a : d < a;
  h = k > 0 ? MAX (k - fabsf (a - d), 0) / k : 0;
  given = takes ? 1 - h * h / 2 : h * h / 2;
  mixture->value = takes ? d : a;
  mixture->value += (primitive->hollow ? 1 : -1) * h * h * h * k / 6;
  if (given <= 0)
    return;

  mixture_scale (mixture, n_joints, 1 - given);
  add_primitive (mixture, primitive, at, given);
}

static void
run_steps (Mixture      *mixture,
           const GArray *primitives,
           guint         from,
           guint         to,
           guint         n_joints,
           const float  *at)
{
  g_assert (primitives != NULL);

  for (guint i = from; i < to; i++)
    {
      const TautPrimitive *primitive = &g_array_index (primitives, TautPrimitive, i);

      if (primitive->kind != TAUT_OPERATION_BLUR)
        melt (mixture, primitive, n_joints, at);
    }
}

/* The first, wide blur of a part; later ones are too fine to matter here. */
static gboolean
find_blur (const GArray *primitives,
           guint        *index,
           float        *sigma)
{
  g_assert (primitives != NULL);

  for (guint i = 0; i < primitives->len; i++)
    {
      const TautPrimitive *primitive = &g_array_index (primitives, TautPrimitive, i);

      if (primitive->kind == TAUT_OPERATION_BLUR)
        {
          *index = i;
          *sigma = primitive->blend;
          return TRUE;
        }
    }

  return FALSE;
}

static void
run_blurred (Mixture      *mixture,
             const GArray *primitives,
             guint         n_joints,
             const float  *at)
{
  static const float middle_weight = 0.22f;
  static const float axis_weight = 0.08f;
  static const float corner_weight = 0.0375f;
  guint end = 0;
  float sigma = 0;

  g_assert (mixture != NULL);

  if (!find_blur (primitives, &end, &sigma))
    return;

  for (int x = -1; x <= 1; x++)
    for (int y = -1; y <= 1; y++)
      for (int z = -1; z <= 1; z++)
        {
          int distance = ABS (x) + ABS (y) + ABS (z);
          float place = sigma * (distance == 3 ? CORNER_PLACE : AXIS_PLACE);
          float weight = distance == 0 ? middle_weight
                       : distance == 1 ? axis_weight : corner_weight;
          float there[3] = { at[0] + x * place, at[1] + y * place, at[2] + z * place };
          Mixture one = { .value = TAUT_FIELD_FAR };

          if (distance == 2)
            continue;
          run_steps (&one, primitives, 0, end, n_joints, there);
          mixture->value += weight * CLAMP (one.value, -TAUT_FIELD_FAR, TAUT_FIELD_FAR);
          for (guint side = 0; side < TAUT_N_SIDES; side++)
            for (guint i = 0; i < n_joints; i++)
              mixture->share[side][i] += weight * one.share[side][i];
        }

  run_steps (mixture, primitives, end, primitives->len, n_joints, at);
}

/* Keeps the largest shares; they add up to 1. */
static void
choose_largest (TautRig         *rig,
                const Mixture   *mixture,
                TautSkinWeights *weights)
{
  float total = 0;

  g_assert (weights != NULL);

  memset (weights, 0, sizeof *weights);
  for (guint bone = 0; bone < rig->n_bones; bone++)
    {
      TautSide side = rig->bone_side[bone];
      guint joint = rig->bone_joint[bone];
      float share = mixture->share[side][joint];
      guint slot = TAUT_MAX_BONES;

      if (!taut_figure_get_joint (rig->figure, joint)->sided)
        share = mixture->share[TAUT_SIDE_LEFT][joint] + mixture->share[TAUT_SIDE_RIGHT][joint];
      while (slot > 0 && weights->weight[slot - 1] < share)
        slot--;
      if (slot == TAUT_MAX_BONES)
        continue;
      memmove (weights->weight + slot + 1, weights->weight + slot,
               (TAUT_MAX_BONES - 1 - slot) * sizeof *weights->weight);
      memmove (weights->bone + slot + 1, weights->bone + slot,
               (TAUT_MAX_BONES - 1 - slot) * sizeof *weights->bone);
      weights->weight[slot] = share;
      weights->bone[slot] = bone;
    }

  for (guint i = 0; i < TAUT_MAX_BONES; i++)
    total += weights->weight[i];
  for (guint i = 0; i < TAUT_MAX_BONES && total > 0; i++)
    weights->weight[i] /= total;
  if (total <= 0)
    weights->weight[0] = 1;
}

void
taut_rig_weigh (TautRig         *rig,
                TautPart         part,
                TautVector       rest,
                TautSkinWeights *weights)
{
  Mixture mixture = { .value = 0 };
  float at[3] = { rest.x, rest.y, rest.z };

  g_return_if_fail (rig != NULL);
  g_return_if_fail (part < TAUT_N_PARTS);
  g_return_if_fail (weights != NULL);
  g_return_if_fail (rig->figure->joints->len <= MAX_JOINTS);

  run_blurred (&mixture, rig->primitives[part], rig->figure->joints->len, at);
  choose_largest (rig, &mixture, weights);
}
