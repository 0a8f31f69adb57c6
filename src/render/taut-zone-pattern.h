/* taut-zone-pattern.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-palette.h"
#include "taut-zone-shape.h"

G_BEGIN_DECLS

/* Draws the zones of a point as dots, dense in the core, sparse around it: fewer
 * pixels per unit have finer dots, and very few have a tint instead. */
void taut_zone_pattern_draw (const TautZoneShape *core,
                             const TautZoneShape *spillover,
                             double               scale,
                             const TautPalette   *palette,
                             cairo_t             *cr);

G_END_DECLS
