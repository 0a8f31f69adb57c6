/* taut-skin-pose.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Weights are asked for once per cell; a vertex mixes those of the cells around
 * it. Carried by a mean of bones the skin comes near the posed body, but at bent
 * joints not on to it; there it is moved along the gradient of the field of the
 * part to which it belongs. */

#define G_LOG_DOMAIN "taut-skin-pose"

#include "config.h"

#include "taut-skin-pose.h"

#include <string.h>

#include "taut-lattice-private.h"

/* How far the weights of a cell reach into the next, figure units. */
#define MIX_REACH 5.0

/* How far a carried vertex may be moved on to the skin. */
#define SNAP_REACH 12.0

/* Smoothing of the moves of neighbouring vertices, so that they do not pass each
 * other in folds. */
#define RELAX_ROUNDS 2

/* Shorter moves need no evening out. */
#define RELAX_LEAST 0.02

/* One in so many vertices is measured for the report. */
#define REPORT_STRIDE 8

struct _TautSkinPose
{
  const TautSkinBuilder *builder;
  TautSkinWeights *weights;
};

/* A place at rest to a place in camera space. */
typedef struct
{
  TautVector columns[3];
  TautVector offset;
} Affine;

/* The part that most vertices of a cell belong to. */
static guint8 *
find_cell_parts (const TautSkinBuilder *builder)
{
  guint half = builder->clusters->n_cells / 2;
  g_autofree guint (*counts)[TAUT_N_PARTS] = g_malloc0 (half * sizeof *counts);
  guint8 *parts = g_new0 (guint8, half);

  g_assert (builder != NULL);

  for (guint i = 0; i < builder->mesh->n_vertices; i++)
    counts[builder->clusters->of_vertex[i]][builder->parts[i]]++;
  for (guint i = 0; i < half; i++)
    for (guint k = 1; k < TAUT_N_PARTS; k++)
      if (counts[i][k] > counts[i][parts[i]])
        parts[i] = k;
  return parts;
}

/* For each bone the one of the other side; unsided ones are their own. */
static guint *
find_mirror_bones (TautRig *rig)
{
  guint n = taut_rig_get_n_bones (rig);
  guint *mirrors = g_new (guint, n);

  g_assert (rig != NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *name = taut_rig_get_bone_name (rig, i);
      g_autofree char *other = NULL;

      mirrors[i] = i;
      if (!g_str_has_suffix (name, ".left"))
        continue;
      other = g_strdup_printf ("%.*s.right", (int) (strlen (name) - strlen (".left")), name);
      if (!taut_rig_find_bone (rig, other, &mirrors[i]))
        g_critical ("There is no bone \"%s\".", other);
    }
  for (guint i = 0; i < n; i++)
    if (mirrors[i] != i)
      mirrors[mirrors[i]] = i;
  return mirrors;
}

TautSkinPose *
taut_skin_pose_new (const TautSkinBuilder *builder,
                    TautRig               *rest)
{
  TautSkinPose *pose;
  g_autofree guint8 *parts = NULL;
  g_autofree guint *mirrors = NULL;
  guint half;

  g_return_val_if_fail (builder != NULL, NULL);
  g_return_val_if_fail (rest != NULL, NULL);

  half = builder->clusters->n_cells / 2;
  parts = find_cell_parts (builder);
  mirrors = find_mirror_bones (rest);
  pose = g_new0 (TautSkinPose, 1);
  pose->builder = builder;
  pose->weights = g_new0 (TautSkinWeights, 2 * half);
  for (guint i = 0; i < half; i++)
    {
      const float *p = builder->clusters->cells[i].position;
      TautSkinWeights *weights = &pose->weights[i];

      taut_rig_weigh (rest, parts[i], (TautVector) { p[0], p[1], p[2] }, weights);
      pose->weights[i + half] = *weights;
      for (guint k = 0; k < TAUT_MAX_BONES; k++)
        pose->weights[i + half].bone[k] = mirrors[weights->bone[k]];
    }
  return pose;
}

void
taut_skin_pose_free (TautSkinPose *pose)
{
  if (pose == NULL)
    return;

  g_free (pose->weights);
  g_free (pose);
}

static Affine *
find_affines (const TautSkinPose *pose,
              TautRig            *rig)
{
  guint n = pose->builder->clusters->n_cells;
  Affine *affines = g_new (Affine, n);

  g_assert (pose != NULL);
  g_assert (rig != NULL);

  for (guint i = 0; i < n; i++)
    {
      static const TautVector axes[3] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
      const TautSkinWeights *weights = &pose->weights[i];

      affines[i].offset = taut_rig_carry_weighted (rig, weights, (TautVector) { 0, 0, 0 });
      for (guint k = 0; k < 3; k++)
        affines[i].columns[k] = taut_vector_subtract (taut_rig_carry_weighted (rig, weights,
                                                                               axes[k]),
                                                      affines[i].offset);
    }
  return affines;
}

static TautVector
apply (const Affine *affine,
       TautVector    at)
{
  TautVector result = affine->offset;

  g_assert (affine != NULL);

  result = taut_vector_add (result, taut_vector_scale (affine->columns[0], at.x));
  result = taut_vector_add (result, taut_vector_scale (affine->columns[1], at.y));
  return taut_vector_add (result, taut_vector_scale (affine->columns[2], at.z));
}

/* Carries one vertex by the cells around it. */
static TautVector
carry (const TautSkinPose *pose,
       const Affine       *affines,
       guint               cell,
       TautVector          at)
{
  const TautSkinClusters *clusters = pose->builder->clusters;
  TautVector sum = { 0, 0, 0 };
  double total = 0;

  g_assert (pose != NULL);
  g_assert (affines != NULL);

  for (guint k = clusters->starts[cell]; k <= clusters->starts[cell + 1]; k++)
    {
      guint other = k < clusters->starts[cell + 1] ? clusters->links[k] : cell;
      const float *p = clusters->cells[other].position;
      TautVector from = taut_vector_subtract (at, (TautVector) { p[0], p[1], p[2] });
      double near = 1 - taut_vector_dot (from, from) / (MIX_REACH * MIX_REACH);
      double share = near > 0 ? near * near + 1e-9 : 1e-9;

      sum = taut_vector_add (sum, taut_vector_scale (apply (&affines[other], at), share));
      total += share;
    }
  return taut_vector_scale (sum, 1 / total);
}

static TautPart
mirror_part (TautPart part)
{
  return part == TAUT_PART_ARM_LEFT ? TAUT_PART_ARM_RIGHT
         : part == TAUT_PART_LEG_LEFT ? TAUT_PART_LEG_RIGHT : part;
}

static int
compare_floats (const void *a,
                const void *b)
{
  float first = *(const float *) a;
  float second = *(const float *) b;

  return (first > second) - (first < second);
}

static double
get_percentile (GArray *values,
                double  share)
{
  g_assert (values != NULL);

  g_array_sort (values, compare_floats);
  return values->len > 0 ? g_array_index (values, float, (guint) (share * (values->len - 1))) : 0;
}

/* What a thread needs to carry vertices of one half. */
typedef struct
{
  const TautSkinPose *pose;
  const TautBodyField *field;
  const Affine *affines;
  gboolean right;
  TautVector *carried;
  TautVector *before;
  TautVector *snapped;
} Half;

static void
carry_vertices (gpointer data,
                int      from,
                int      to)
{
  const Half *half = data;
  const TautSkinBuilder *builder = half->pose->builder;
  guint offset = half->right ? builder->clusters->n_cells / 2 : 0;

  g_assert (half != NULL);

  for (int i = from; i < to; i++)
    {
      TautVector at = builder->mesh->positions[i];

      if (half->right)
        at.x = -at.x;
      half->carried[i] = carry (half->pose, half->affines,
                                builder->clusters->of_vertex[i] + offset, at);
    }
}

static void
snap_vertices (gpointer data,
               int      from,
               int      to)
{
  const Half *half = data;
  const guint8 *parts = half->pose->builder->parts;

  g_assert (half != NULL);

  for (int i = from; i < to; i++)
    half->snapped[i] = taut_body_field_snap (half->field,
                                             half->right ? mirror_part (parts[i]) : parts[i],
                                             half->snapped[i], SNAP_REACH);
}

/* Evens out the moves among neighbours. */
static void
relax_vertices (gpointer data,
                int      from,
                int      to)
{
  const Half *half = data;
  const TautMesh *mesh = half->pose->builder->mesh;

  g_assert (half != NULL);

  for (int i = from; i < to; i++)
    {
      TautVector sum = taut_vector_subtract (half->before[i], half->carried[i]);
      guint n = mesh->starts[i + 1] - mesh->starts[i];

      if (taut_vector_length (sum) < RELAX_LEAST)
        continue;
      for (guint k = mesh->starts[i]; k < mesh->starts[i + 1]; k++)
        {
          guint32 other = mesh->links[k];

          sum = taut_vector_add (sum, taut_vector_subtract (half->before[other],
                                                            half->carried[other]));
        }
      half->snapped[i] = taut_vector_add (half->carried[i], taut_vector_scale (sum, 1.0 / (n + 1)));
    }
}

static void
place_half (Half *half)
{
  guint n = half->pose->builder->mesh->n_vertices;

  g_assert (half != NULL);

  taut_slabs_run (carry_vertices, half, n);
  memcpy (half->snapped, half->carried, n * sizeof *half->snapped);
  taut_slabs_run (snap_vertices, half, n);
  for (guint round = 0; round < RELAX_ROUNDS; round++)
    {
      memcpy (half->before, half->snapped, n * sizeof *half->snapped);
      taut_slabs_run (relax_vertices, half, n);
      taut_slabs_run (snap_vertices, half, n);
    }
}

static void
measure (const TautSkinPose  *pose,
         const TautBodyField *field,
         const TautVector    *positions,
         GArray              *distances)
{
  const TautSkinBuilder *builder = pose->builder;
  guint n = builder->mesh->n_vertices;

  g_assert (pose != NULL);
  g_assert (positions != NULL);
  g_assert (distances != NULL);

  g_array_set_size (distances, 0);
  for (guint i = 0; i < 2 * n; i += REPORT_STRIDE)
    {
      TautPart part = i < n ? builder->parts[i] : mirror_part (builder->parts[i - n]);
      float distance = fabs (taut_body_field_get_part (field, part, positions[i]));

      /* Nothing was sampled there: a close-up shows other parts. */
      if (distance < 1000)
        g_array_append_val (distances, distance);
    }
}

TautVector *
taut_skin_pose_carry (const TautSkinPose  *pose,
                      TautRig             *rig,
                      const TautBodyField *field,
                      TautSkinPoseReport  *report)
{
  g_autofree Affine *affines = NULL;
  g_autofree TautVector *carried = NULL;
  g_autofree TautVector *before = NULL;
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (float));
  TautVector *snapped;
  guint n;

  g_return_val_if_fail (pose != NULL, NULL);
  g_return_val_if_fail (rig != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  n = pose->builder->mesh->n_vertices;
  affines = find_affines (pose, rig);
  carried = g_new (TautVector, 2 * n);
  before = g_new (TautVector, n);
  snapped = g_new (TautVector, 2 * n);
  for (guint right = 0; right < 2; right++)
    {
      Half half = { pose, field, affines, right, carried + right * n, before,
                    snapped + right * n };

      place_half (&half);
    }

  if (report != NULL)
    {
      measure (pose, field, carried, distances);
      report->median = get_percentile (distances, 0.5);
      report->most = get_percentile (distances, 0.95);
      measure (pose, field, snapped, distances);
      report->snapped = get_percentile (distances, 0.95);
    }
  return snapped;
}
