/* taut-routine-tool.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-atlas.h"
#include "taut-palette.h"

G_BEGIN_DECLS

/**
 * TautToolPlace:
 * @x: where the tool touches the skin, pixels
 * @y: the same
 * @away_x: direction away from the skin as the view sees it, of length up to 1;
 *   0 where the skin faces the viewer
 * @away_y: the same
 * @limb_x: direction along the limb, of length 1
 * @limb_y: the same
 * @outside: 1 when the outside of the body lies at the viewer's right, else -1
 * @radius: of a ball, pixels; all tools are drawn in proportion
 */
typedef struct
{
  double x;
  double y;
  double away_x;
  double away_y;
  double limb_x;
  double limb_y;
  double outside;
  double radius;
} TautToolPlace;

/* The tool of a routine, or the pack of heat and cold, as it lies on the skin;
 * nothing for a routine without one. */
void taut_routine_tool_draw (const TautRoutine   *routine,
                             const TautToolPlace *place,
                             const TautPalette   *palette,
                             cairo_t             *cr);

G_END_DECLS
