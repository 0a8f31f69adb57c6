/* taut-primitive.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-section.h"

G_BEGIN_DECLS

/* Distances are true up to here, and this much where nothing is near. The blur
 * reaches about 15, the widest blend 30. */
#define TAUT_FIELD_FAR 40.0f

/* Length over which a loft that ends below a limb's skin grows thinner. */
#define TAUT_LOFT_SINK_LENGTH 60.0f

/* Rounding of the rims of a loft. */
#define TAUT_LOFT_RIM 6.0f

/**
 * TautPrimitive:
 * @operation: what it was made from
 * @side: on which half of the body it stands
 * @low: lower corner of its box in camera space
 * @high: upper corner
 * @reach: beyond the box it counts up to this distance
 * @nodes: a strand's (x, y, z, radius) in camera space, @steps to each interval
 *   of its control points
 * @axes: rows of the matrix from camera space to the rest space of a loft or the
 *   axes of an ellipsoid
 * @center: what has to be taken from a place before; of a plane a point of it
 * @radii: of an ellipsoid; of a plane the outward normal
 * @from: upper end of a loft
 * @to: its lower end; of a plane how far from its center it cuts
 * @sink: how much thinner a loft is at its lower end
 * @mirrored: the rest space of the loft is the right half
 *
 * A step of the figure's data, posed, ready to be measured.
 */
typedef struct
{
  TautOperationKind kind;
  const TautOperation *operation;
  TautSide side;
  gboolean hollow;
  gboolean mirrored;
  float blend;
  float reach;
  float low[3];
  float high[3];
  float (*nodes)[4];
  guint n_nodes;
  guint steps;
  float axes[3][3];
  float center[3];
  float radii[3];
  const TautSection *section;
  float from;
  float to;
  float sink;
} TautPrimitive;

/* (element-type TautPrimitive) */
GArray  *taut_primitives_new    (TautRig              *rig,
                                 TautPart              part);

/* Which samples of the line (x, y, z0 + i * step), of @n, it can reach. */
gboolean taut_primitive_span    (const TautPrimitive  *primitive,
                                 float                 x,
                                 float                 y,
                                 float                 z0,
                                 float                 step,
                                 int                   n,
                                 int                  *from,
                                 int                  *to);

/* Its distance at the samples from @from up to before @to; out of reach it may
 * be anything from reach on. */
void     taut_primitive_measure (const TautPrimitive  *primitive,
                                 float                 x,
                                 float                 y,
                                 float                 z0,
                                 float                 step,
                                 int                   from,
                                 int                   to,
                                 float                *distance);

/* Melts @distance into @field. */
void     taut_primitive_blend   (const TautPrimitive  *primitive,
                                 const float          *distance,
                                 float                *field,
                                 int                   n);

/* Nearest place of a strand: index of the interval of control points and part
 * of the way along it. */
void     taut_primitive_locate  (const TautPrimitive  *primitive,
                                 const float          *at,
                                 guint                *interval,
                                 float                *part);

G_END_DECLS
