/* taut-skin-frame.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin-point.h"
#include "taut-vector.h"

G_BEGIN_DECLS

#define TAUT_SKIN_FRAME_MAX_KNOTS 24

/* The polar caps end here. */
#define TAUT_SKIN_U_MIN -0.25
#define TAUT_SKIN_U_MAX 1.25

/**
 * TautSkinFrame:
 * @direction: along the segment, from its proximal to its distal end
 * @zero: where theta is 0, at right angles to @direction
 * @ninety: where theta is 90, at right angles to both
 * @s: where the polar caps begin, measured along @direction
 * @u: the address there; 0 and 1 unless the axis stops short of a blunt end, as
 *   below the crown
 * @knots: the axis, each knot as s, x, y, z with rising s
 * @n_knots: how many
 * @midline: whether the axis lies between the halves of the body
 * @reach: how far the skin may be from the axis, figure units
 * @border: the least u of skin that the segment owns, where that is a rule
 *
 * The axis of a segment on the left half of the body at rest. Planes across
 * @direction carry the u between the ends, so that u does not waver where the
 * axis bends; beyond an end the directions from its last point count, as on a
 * globe. Stored in the skin file as it is.
 */
typedef struct
{
  TautVector direction;
  TautVector zero;
  TautVector ninety;
  double s[2];
  double u[2];
  double knots[TAUT_SKIN_FRAME_MAX_KNOTS][4];
  double reach;
  double border;
  guint32 n_knots;
  guint32 midline;
} TautSkinFrame;

/* The point of the axis at @s. */
TautVector taut_skin_frame_get_centre (const TautSkinFrame *frame,
                                       double               s);

/* The ray on which an address lies; positions of the left half. */
void       taut_skin_frame_get_ray    (const TautSkinFrame *frame,
                                       double               u,
                                       double               theta,
                                       TautVector          *origin,
                                       TautVector          *direction);

/* The address of any place; theta above -180 up to 180. @radius is the distance
 * from the origin of the ray. */
void       taut_skin_frame_measure    (const TautSkinFrame *frame,
                                       TautVector           position,
                                       double              *u,
                                       double              *theta,
                                       double              *radius);

G_END_DECLS
