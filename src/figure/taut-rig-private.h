/* taut-rig-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-figure-private.h"
#include "taut-primitive.h"

G_BEGIN_DECLS

/* Carries a place of the body at rest into camera space. */
typedef struct
{
  TautMatrix turn;
  TautVector offset;
} TautBone;

/**
 * TautRig:
 * @bones: those of the left and the unsided joints by index of the joint, then
 *   those of the right
 * @duals: the same bones, as numbers that can be mixed
 * @sections: the figure's tables, shaped for the build
 * @symmetric: the right half mirrors the left one in camera space
 */
struct _TautRig
{
  TautFigure *figure;
  double *factors;
  TautBone *bones[TAUT_N_SIDES];
  TautDualQuaternion *duals[TAUT_N_SIDES];
  char **bone_names;
  guint n_bones;
  guint *bone_joint;
  TautSide *bone_side;
  guint *bone_index[TAUT_N_SIDES];
  TautSection *sections;
  gboolean symmetric;
  GArray *primitives[TAUT_N_PARTS];
};

/* Fills in the bones of both sides, in world space. */
void       taut_posture_pose    (TautRig            *rig,
                                 const TautPose     *pose);

/* A place of the neutral left half to that of the rig's build on @side. */
TautVector taut_rig_build_place (TautRig            *rig,
                                 guint               joint,
                                 TautSide            side,
                                 TautVector          at);

static inline TautVector
taut_bone_carry (const TautBone *bone,
                 TautVector      rest)
{
  return taut_vector_add (taut_matrix_apply (&bone->turn, rest), bone->offset);
}

G_END_DECLS
