/* taut-stipple.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-zone-shape.h"

G_BEGIN_DECLS

/**
 * TautStipple:
 * @pitch: distance of dots in a core, pixels
 * @radius: of a dot, pixels
 * @softness: width of the band in which the dots thin out, pixels
 * @sparse: keep one dot of four
 * @spared: (nullable): a shape inside which there are no dots
 */
typedef struct
{
  double pitch;
  double radius;
  double softness;
  gboolean sparse;
  const TautZoneShape *spared;
} TautStipple;

/**
 * taut_stipple_draw:
 *
 * Draws the dots of a shape with the source of @cr. The dots sit on the rows of a
 * hexagonal grid, each moved by a hash of its row and column; a sparse pattern
 * keeps one of each block of two by two. All dots, of all shapes and
 * both densities, sit on one jittered grid that is fixed to the origin: panning
 * does not move them, the part that is redrawn does not change them, and where
 * patterns overlap they do not add up to a density that means something else.
 *
 * Returns: number of dots drawn
 */
guint              taut_stipple_draw            (const TautStipple     *stipple,
                                                 const TautZoneShape   *shape,
                                                 double                 scale,
                                                 cairo_t               *cr);

G_END_DECLS
