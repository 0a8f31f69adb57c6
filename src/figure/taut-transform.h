/* taut-transform.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-vector.h"

G_BEGIN_DECLS

/* Rows of a 3x3 matrix. */
typedef struct
{
  double m[3][3];
} TautMatrix;

/* A rotation and an offset as one number; sums of them, brought back to length
 * 1, are rotations and offsets again. */
typedef struct
{
  double turn[4];
  double offset[4];
} TautDualQuaternion;

TautDualQuaternion taut_dual_quaternion_new   (const TautMatrix         *turn,
                                               TautVector                offset);
/* Adds @weight times @b, by the shorter way round. */
void               taut_dual_quaternion_add   (TautDualQuaternion       *a,
                                               const TautDualQuaternion *b,
                                               double                    weight);
/* @a need not be of length 1. */
TautVector         taut_dual_quaternion_apply (const TautDualQuaternion *a,
                                               TautVector                p);

TautMatrix taut_matrix_identity   (void);
TautMatrix taut_matrix_mirror     (void);
/* Quarter turns are exact. */
TautMatrix taut_matrix_turn_x     (double      degrees);
TautMatrix taut_matrix_turn_y     (double      degrees);
TautMatrix taut_matrix_turn_z     (double      degrees);
TautMatrix taut_matrix_turn       (TautVector  axis,
                                   double      radians);
/* Columns: @along, the part of @towards across it, and their cross product. */
TautMatrix taut_matrix_frame      (TautVector  along,
                                   TautVector  towards);
TautMatrix taut_matrix_multiply   (TautMatrix  a,
                                   TautMatrix  b);
TautMatrix taut_matrix_transpose  (TautMatrix  a);
/* The way from rotation @a to rotation @b at part @t. */
TautMatrix taut_matrix_interpolate (TautMatrix a,
                                   TautMatrix  b,
                                   double      t);

static inline TautVector
taut_matrix_apply (const TautMatrix *a,
                   TautVector        p)
{
  return (TautVector) { a->m[0][0] * p.x + a->m[0][1] * p.y + a->m[0][2] * p.z,
                        a->m[1][0] * p.x + a->m[1][1] * p.y + a->m[1][2] * p.z,
                        a->m[2][0] * p.x + a->m[2][1] * p.y + a->m[2][2] * p.z };
}

/* The inverse of an orthogonal matrix. */
static inline TautVector
taut_matrix_apply_back (const TautMatrix *a,
                        TautVector        p)
{
  return (TautVector) { a->m[0][0] * p.x + a->m[1][0] * p.y + a->m[2][0] * p.z,
                        a->m[0][1] * p.x + a->m[1][1] * p.y + a->m[2][1] * p.z,
                        a->m[0][2] * p.x + a->m[1][2] * p.y + a->m[2][2] * p.z };
}

G_END_DECLS
