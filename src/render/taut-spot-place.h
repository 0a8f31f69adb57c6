/* taut-spot-place.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautSpotPlace:
 * @x: in view coordinates
 * @y: the same
 * @away_x: where the skin looks, as the view sees it: length 0 towards the viewer,
 *   1 along the picture
 * @away_y: the same
 */
typedef struct
{
  double x;
  double y;
  double away_x;
  double away_y;
} TautSpotPlace;

/**
 * taut_spot_place_find:
 * @view: a view
 * @at: a place on the skin
 * @lift: figure units off the skin
 * @place: (out): where that is in the view
 *
 * Finds a place also where the body hides it, such as the sole, or where the view
 * poses an arm otherwise than the body at rest.
 *
 * Returns: %FALSE when the address meets no skin
 */
gboolean taut_spot_place_find (TautView            *view,
                               const TautSkinPoint *at,
                               double               lift,
                               TautSpotPlace       *place);

G_END_DECLS
