/* taut-sides.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-chart-painter.h"

G_BEGIN_DECLS

/**
 * taut_sides_draw:
 * @facing: where the figure looks
 * @box: of the figure, pixels
 * @room: the discs stay inside
 * @style: colours
 * @cr: where to draw
 *
 * Says which side is which: L and R beside a figure that is seen from the front
 * or from behind, "left side" on one that is seen from the side. Nothing beside
 * a figure that is too small for it.
 */
void taut_sides_draw (TautViewFacing           facing,
                      const cairo_rectangle_t *box,
                      const cairo_rectangle_t *room,
                      TautStyle                style,
                      cairo_t                 *cr);

G_END_DECLS
