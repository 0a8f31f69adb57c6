/* taut-skin-centre-line.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin.h"

G_BEGIN_DECLS

/**
 * TautSkinStation:
 * @position: a place on the skin
 * @normal: the normal there, smoothed over the neighbourhood
 * @radius: half the width of the brush, figure units
 * @inverse2: one by the square of @radius
 * @cell: the cell in which the place lies
 */
typedef struct
{
  TautVector position;
  TautVector normal;
  double radius;
  double inverse2;
  guint cell;
} TautSkinStation;

/**
 * taut_skin_centre_line_lay:
 * @skin: a skin
 * @stroke: a stroke
 *
 * Joins the points of a stroke: within one segment by walking evenly through its
 * addresses, the short way round, between segments straight through space, or,
 * where that runs deep under the skin, the shortest way on it. Every point on
 * the way is put back on the skin. Points that meet no skin are left out.
 *
 * Returns: (transfer full) (element-type TautSkinStation): the centre line
 */
GArray *taut_skin_centre_line_lay (TautSkin         *skin,
                                   const TautStroke *stroke);

/**
 * taut_skin_settle:
 * @skin: a skin
 * @cell: (inout): a cell near by, then the one on which the place lies
 * @place: a place near the skin
 *
 * Puts a place back on the skin, on whichever half is nearer.
 *
 * Returns: the place on the skin
 */
TautVector taut_skin_settle (TautSkin   *skin,
                             guint      *cell,
                             TautVector  place);

G_END_DECLS
