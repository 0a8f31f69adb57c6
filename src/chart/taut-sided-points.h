/* taut-sided-points.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"

G_BEGIN_DECLS

/* A point on one side of the body. */
typedef struct
{
  const TautPoint *point;
  TautSide side;
} TautSidedPoint;

/* @points: (element-type TautSidedPoint) */
gboolean taut_sided_points_contain (GArray          *points,
                                    const TautPoint *point,
                                    TautSide         side);
/* Each once, and only points that hurt. */
void     taut_sided_points_add     (GArray          *points,
                                    const TautPoint *point,
                                    TautSide         side);

G_END_DECLS
