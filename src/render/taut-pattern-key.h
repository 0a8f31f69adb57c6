/* taut-pattern-key.h
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
 * taut_pattern_key_draw:
 *
 * Draws a patch of a pattern as a legend shows it, an ellipse of @width by
 * @height pixels around the origin, with the dots of a figure of full size.
 */
void               taut_pattern_key_draw        (TautZoneKind           kind,
                                                 double                 width,
                                                 double                 height,
                                                 TautStyle              style,
                                                 cairo_t               *cr);

G_END_DECLS
