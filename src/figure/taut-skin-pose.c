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

/* How far the weights of a cell reach into the next, figure units. */
#define MIX_SIGMA 2.2

/* How far a carried vertex may be moved on to the skin. */
#define SNAP_REACH 12.0

/* Smoothing of the moves of neighbouring vertices, so that they do not pass each
 * other in folds. */
#define RELAX_ROUNDS 2

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
      double share = exp (-taut_vector_dot (from, from) / (2 * MIX_SIGMA * MIX_SIGMA)) + 1e-9;

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
get_percentile (float  *values,
                guint   n,
                double  share)
{
  g_assert (values != NULL);

  qsort (values, n, sizeof *values, compare_floats);
  return n > 0 ? values[(guint) (share * (n - 1))] : 0;
}

/* Evens out the moves among neighbours. */
static void
relax (const TautMesh   *mesh,
       const TautVector *carried,
       TautVector       *snapped)
{
  g_autofree TautVector *moves = g_new (TautVector, MAX (mesh->n_vertices, 1));

  g_assert (mesh != NULL);
  g_assert (carried != NULL);
  g_assert (snapped != NULL);

  for (guint i = 0; i < mesh->n_vertices; i++)
    moves[i] = taut_vector_subtract (snapped[i], carried[i]);
  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      TautVector sum = moves[i];
      guint n = mesh->starts[i + 1] - mesh->starts[i];

      for (guint k = mesh->starts[i]; k < mesh->starts[i + 1]; k++)
        sum = taut_vector_add (sum, moves[mesh->links[k]]);
      snapped[i] = taut_vector_add (carried[i], taut_vector_scale (sum, 1.0 / (n + 1)));
    }
}

static void
snap_half (const TautSkinPose  *pose,
           const TautBodyField *field,
           gboolean             right,
           const TautVector    *carried,
           TautVector          *snapped)
{
  const TautSkinBuilder *builder = pose->builder;

  g_assert (pose != NULL);
  g_assert (field != NULL);
  g_assert (carried != NULL);
  g_assert (snapped != NULL);

  memcpy (snapped, carried, builder->mesh->n_vertices * sizeof *snapped);
  for (guint round = 0; round <= RELAX_ROUNDS; round++)
    {
      if (round > 0)
        relax (builder->mesh, carried, snapped);
      for (guint i = 0; i < builder->mesh->n_vertices; i++)
        {
          TautPart part = right ? mirror_part (builder->parts[i]) : builder->parts[i];

          snapped[i] = taut_body_field_snap (field, part, snapped[i], SNAP_REACH);
        }
    }
}

static void
measure (const TautSkinPose  *pose,
         const TautBodyField *field,
         const TautVector    *positions,
         float               *distances)
{
  const TautSkinBuilder *builder = pose->builder;
  guint n = builder->mesh->n_vertices;

  g_assert (pose != NULL);
  g_assert (positions != NULL);
  g_assert (distances != NULL);

  for (guint i = 0; i < 2 * n; i++)
    {
      TautPart part = i < n ? builder->parts[i] : mirror_part (builder->parts[i - n]);

      distances[i] = MIN (fabs (taut_body_field_get_part (field, part, positions[i])), 1000);
    }
}

TautVector *
taut_skin_pose_carry (const TautSkinPose  *pose,
                      TautRig             *rig,
                      const TautBodyField *field,
                      TautSkinPoseReport  *report)
{
  const TautMesh *mesh;
  const guint32 *cells;
  g_autofree Affine *affines = NULL;
  g_autofree TautVector *carried = NULL;
  g_autofree float *distances = NULL;
  TautVector *snapped;
  guint n;

  g_return_val_if_fail (pose != NULL, NULL);
  g_return_val_if_fail (rig != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  mesh = pose->builder->mesh;
  cells = pose->builder->clusters->of_vertex;
  n = mesh->n_vertices;
  affines = find_affines (pose, rig);
  carried = g_new (TautVector, 2 * n);
  snapped = g_new (TautVector, 2 * n);
  for (guint i = 0; i < n; i++)
    {
      TautVector at = mesh->positions[i];

      carried[i] = carry (pose, affines, cells[i], at);
      at.x = -at.x;
      carried[i + n] = carry (pose, affines, cells[i] + pose->builder->clusters->n_cells / 2, at);
    }
  snap_half (pose, field, FALSE, carried, snapped);
  snap_half (pose, field, TRUE, carried + n, snapped + n);

  if (report != NULL)
    {
      distances = g_new (float, 2 * n);
      measure (pose, field, carried, distances);
      report->median = get_percentile (distances, 2 * n, 0.5);
      report->most = get_percentile (distances, 2 * n, 0.95);
      measure (pose, field, snapped, distances);
      report->snapped = get_percentile (distances, 2 * n, 0.95);
    }
  return snapped;
}
