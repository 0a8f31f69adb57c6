/* taut-spot.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-palette.h"

G_BEGIN_DECLS

/**
 * TautSpot:
 * @x: place of the ringed cross, pixels
 * @y: the same
 * @intensity: shown on the badge
 * @selected: has a ring in the accent colour
 * @badged: has a badge; a figure too small for numbers has none
 * @badge_x: middle of the badge, set by taut_spot_place_badges()
 * @badge_y: the same
 */
typedef struct
{
  double x;
  double y;
  guint intensity;
  gboolean selected;
  gboolean badged;
  double badge_x;
  double badge_y;
} TautSpot;

/**
 * TautSpotSize:
 * @radius: of the ringed cross, pixels
 * @ring: width of its ring
 * @badge: radius of a badge, 0 when a figure is too small for badges
 */
typedef struct
{
  double radius;
  double ring;
  double badge;
} TautSpotSize;

TautSpotSize taut_spot_get_size     (double                   scale);

/**
 * taut_spot_place_badges:
 * @spots: spots whose badges want a place
 * @n_spots: their number
 * @size: sizes
 * @middle_x: badges keep to the side of their spot that looks away from here
 * @room: all badges stay inside, where it is large enough
 *
 * Puts each badge near its spot, clear of other spots and badges. The result
 * hangs on the arguments alone.
 */
void         taut_spot_place_badges (TautSpot                *spots,
                                     guint                    n_spots,
                                     const TautSpotSize      *size,
                                     double                   middle_x,
                                     const cairo_rectangle_t *room);

/* The box of all that taut_spot_draw() paints. */
void         taut_spot_get_extents  (const TautSpot          *spot,
                                     const TautSpotSize      *size,
                                     cairo_rectangle_t       *extents);
void         taut_spot_draw         (const TautSpot          *spot,
                                     const TautSpotSize      *size,
                                     TautStyle                style,
                                     cairo_t                 *cr);

/* The ringed cross alone, as a legend shows it. */
void         taut_spot_draw_cross   (double                   x,
                                     double                   y,
                                     const TautSpotSize      *size,
                                     const TautPalette       *palette,
                                     cairo_t                 *cr);

G_END_DECLS
