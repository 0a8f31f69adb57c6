/* taut-primitive.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-primitive"

#include "config.h"

#include "taut-rig-private.h"

/* Pieces of a strand between two control points. */
#define STRAND_STEPS 4

/* Least distance up to which a primitive counts; see TAUT_FIELD_FAR. */
#define MIN_REACH 16.0f

static double
factor (const TautRig *rig,
        int            index)
{
  g_assert (rig != NULL);

  return index == TAUT_NO_INDEX ? 1 : rig->factors[index];
}

static const TautBone *
bone_of (TautRig  *rig,
         guint     joint,
         TautSide  side)
{
  return &rig->bones[side][joint];
}

static void
grow_box (TautPrimitive *primitive,
          TautVector     at,
          double         radius)
{
  double c[3] = { at.x, at.y, at.z };

  g_assert (primitive != NULL);

  for (guint i = 0; i < 3; i++)
    {
      primitive->low[i] = MIN (primitive->low[i], c[i] - radius);
      primitive->high[i] = MAX (primitive->high[i], c[i] + radius);
    }
}

/* Strands */

static TautVector
carry_point (TautRig               *rig,
             const TautStrandPoint *point,
             TautSide               side)
{
  TautVector sum = { 0, 0, 0 };
  TautVector at = point->at;

  g_assert (rig != NULL);

  at.x *= factor (rig, point->breadth);
  for (guint i = 0; i < point->binding.n; i++)
    {
      guint joint = point->binding.joint[i];
      TautVector rest = taut_rig_build_place (rig, joint, side, at);
      TautVector carried = taut_bone_carry (bone_of (rig, joint, side), rest);

      sum = taut_vector_add (sum, taut_vector_scale (carried, point->binding.weight[i]));
    }

  return sum;
}

static void
init_strand (TautPrimitive *primitive,
             TautRig       *rig)
{
  const TautOperation *operation = primitive->operation;
  guint n = operation->n_points;
  g_autofree double *along = g_new0 (double, n);
  g_autofree double *values = g_new (double, 4 * n);
  TautVector before = { 0, 0, 0 };

  g_assert (rig != NULL);

  for (guint i = 0; i < n; i++)
    {
      const TautStrandPoint *point = &operation->points[i];
      TautVector at = carry_point (rig, point, primitive->side);

      values[i] = at.x;
      values[n + i] = at.y;
      values[2 * n + i] = at.z;
      values[3 * n + i] = point->radius * factor (rig, point->girth);
      if (i > 0)
        along[i] = along[i - 1] + taut_vector_length (taut_vector_subtract (at, before)) + 1e-3;
      before = at;
    }

  primitive->steps = n > 2 ? STRAND_STEPS : 1;
  primitive->n_nodes = (n - 1) * primitive->steps + 1;
  primitive->nodes = g_malloc_n (primitive->n_nodes, sizeof *primitive->nodes);
  for (guint k = 0; k < primitive->n_nodes; k++)
    {
      guint i = MIN (k / primitive->steps, n - 2);
      double part = (double) (k - i * primitive->steps) / primitive->steps;
      double at = along[i] + (along[i + 1] - along[i]) * part;
      float *node = primitive->nodes[k];

      for (guint c = 0; c < 4; c++)
        node[c] = taut_interpolate_monotone (along, values + c * n, n, at);
      grow_box (primitive, (TautVector) { node[0], node[1], node[2] }, node[3]);
    }
}

/* The others */

static void
set_axes (TautPrimitive    *primitive,
          const TautMatrix *to_camera)
{
  g_assert (primitive != NULL);

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      primitive->axes[i][j] = to_camera->m[j][i];
}

static void
set_center (TautPrimitive *primitive,
            TautVector     center)
{
  g_assert (primitive != NULL);

  primitive->center[0] = center.x;
  primitive->center[1] = center.y;
  primitive->center[2] = center.z;
}

static void
init_loft (TautPrimitive *primitive,
           TautRig       *rig)
{
  const TautOperation *operation = primitive->operation;
  const TautBone *bone = bone_of (rig, operation->joint, primitive->side);
  const TautSection *section = &rig->sections[operation->table];
  TautVector shift = taut_rig_build_place (rig, operation->joint, TAUT_SIDE_LEFT,
                                           (TautVector) { 0, 0, 0 });
  double mirror;

  primitive->section = section;
  primitive->from = operation->from;
  primitive->to = operation->to;
  primitive->sink = operation->sink;
  primitive->mirrored = primitive->side == TAUT_SIDE_RIGHT && !operation->middle;
  mirror = primitive->mirrored ? -1 : 1;
  set_axes (primitive, &bone->turn);
  for (guint j = 0; j < 3; j++)
    primitive->axes[0][j] *= mirror;
  shift.x *= mirror;
  set_center (primitive, taut_bone_carry (bone, shift));

  for (int y = (int) operation->from; y <= (int) ceil (operation->to); y++)
    {
      int index = CLAMP (y - (int) section->top, 0, (int) section->n_cuts - 1);
      const TautCut *cut = &section->cuts[index];
      double height = CLAMP (y, operation->from, operation->to);

      for (guint corner = 0; corner < 4; corner++)
        {
          TautVector at = { cut->center_x + (corner & 1 ? cut->half_x : -cut->half_x), height,
                            cut->center_z + (corner & 2 ? cut->half_z : -cut->half_z) };

          at.x *= mirror;
          at = taut_vector_add (at, shift);
          grow_box (primitive, taut_bone_carry (bone, at), 0);
        }
    }
}

static void
init_ellipsoid (TautPrimitive *primitive,
                TautRig       *rig)
{
  const TautOperation *operation = primitive->operation;
  const TautBone *bone = bone_of (rig, operation->joint, primitive->side);
  TautMatrix axes = operation->turn;
  TautVector center = operation->at;
  double girth = factor (rig, operation->girth);
  double size[3] = { operation->size.x, operation->size.y, operation->size.z };
  double extent[3];

  center.x *= factor (rig, operation->breadth);
  center = taut_rig_build_place (rig, operation->joint, primitive->side, center);
  if (primitive->side == TAUT_SIDE_RIGHT)
    axes = taut_matrix_multiply (taut_matrix_mirror (), axes);
  axes = taut_matrix_multiply (bone->turn, axes);
  set_axes (primitive, &axes);
  center = taut_bone_carry (bone, center);
  set_center (primitive, center);

  for (guint i = 0; i < 3; i++)
    primitive->radii[i] = MAX (size[i] * girth, 0.1);
  for (guint i = 0; i < 3; i++)
    {
      double sum = 0;

      for (guint j = 0; j < 3; j++)
        sum += axes.m[i][j] * axes.m[i][j] * primitive->radii[j] * primitive->radii[j];
      extent[i] = sqrt (sum);
      primitive->low[i] = primitive->center[i] - extent[i];
      primitive->high[i] = primitive->center[i] + extent[i];
    }
}

static void
init_plane (TautPrimitive *primitive,
            TautRig       *rig)
{
  const TautOperation *operation = primitive->operation;
  const TautBone *bone = bone_of (rig, operation->joint, primitive->side);
  TautVector normal = operation->size;

  if (primitive->side == TAUT_SIDE_RIGHT)
    normal.x = -normal.x;
  normal = taut_matrix_apply (&bone->turn, normal);
  set_center (primitive, taut_bone_carry (bone, taut_rig_build_place (rig, operation->joint,
                                                                      primitive->side,
                                                                      operation->at)));
  primitive->radii[0] = normal.x;
  primitive->radii[1] = normal.y;
  primitive->radii[2] = normal.z;
  primitive->to = operation->to;
  primitive->reach = 0;
  grow_box (primitive, (TautVector) { primitive->center[0], primitive->center[1],
                                      primitive->center[2] }, operation->to);
}

static void
clear_primitive (gpointer data)
{
  TautPrimitive *primitive = data;

  g_free (primitive->nodes);
}

static void
append_primitive (GArray              *primitives,
                  TautRig             *rig,
                  const TautOperation *operation,
                  TautSide             side)
{
  TautPrimitive primitive = {
    .kind = operation->kind,
    .operation = operation,
    .side = side,
    .hollow = operation->hollow,
    .blend = operation->blend,
    .reach = MAX (operation->blend, MIN_REACH),
    .low = { G_MAXFLOAT, G_MAXFLOAT, G_MAXFLOAT },
    .high = { -G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT },
  };

  g_assert (primitives != NULL);

  switch (operation->kind)
    {
    case TAUT_OPERATION_STRAND:
      init_strand (&primitive, rig);
      break;
    case TAUT_OPERATION_LOFT:
      init_loft (&primitive, rig);
      break;
    case TAUT_OPERATION_ELLIPSOID:
      if (factor (rig, operation->girth) <= 0)
        return;
      init_ellipsoid (&primitive, rig);
      break;
    case TAUT_OPERATION_PLANE:
      init_plane (&primitive, rig);
      break;
    case TAUT_OPERATION_BLUR:
      break;
    default:
      g_assert_not_reached ();
    }

  g_array_append_val (primitives, primitive);
}

GArray *
taut_primitives_new (TautRig  *rig,
                     TautPart  part)
{
  static const TautBlueprint blueprints[TAUT_N_PARTS] = {
    TAUT_BLUEPRINT_TORSO, TAUT_BLUEPRINT_HEAD, TAUT_BLUEPRINT_ARM, TAUT_BLUEPRINT_ARM,
    TAUT_BLUEPRINT_LEG, TAUT_BLUEPRINT_LEG,
  };
  GArray *primitives = g_array_new (FALSE, TRUE, sizeof (TautPrimitive));
  GArray *operations;
  gboolean sided = part >= TAUT_PART_ARM_LEFT;
  gboolean right = part == TAUT_PART_ARM_RIGHT || part == TAUT_PART_LEG_RIGHT;

  g_return_val_if_fail (rig != NULL, primitives);
  g_return_val_if_fail (part < TAUT_N_PARTS, primitives);

  g_array_set_clear_func (primitives, clear_primitive);
  operations = rig->figure->blueprints[blueprints[part]];
  for (guint i = 0; i < operations->len; i++)
    {
      const TautOperation *operation = &g_array_index (operations, TautOperation, i);
      gboolean once = operation->middle || operation->kind == TAUT_OPERATION_BLUR;

      if (!right || !sided)
        append_primitive (primitives, rig, operation, TAUT_SIDE_LEFT);
      if (right || (!sided && !once))
        append_primitive (primitives, rig, operation, TAUT_SIDE_RIGHT);
    }

  return primitives;
}
