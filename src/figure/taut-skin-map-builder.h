/* taut-skin-map-builder.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-body-field.h"
#include "taut-skin-builder.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * taut_skin_map_build:
 * @builder: the skin
 * @skin: the same, loaded
 * @positions: its vertices in camera space, left half, then right half
 * @field: the posed body; its silhouette is where the map ends
 * @bounds: the view box of the art, in whole units
 *
 * Draws the skin as the viewer sees it and writes the skin map.
 *
 * Returns: (transfer full): the file
 */
GBytes *taut_skin_map_build (const TautSkinBuilder *builder,
                             TautSkin              *skin,
                             const TautVector      *positions,
                             const TautBodyField   *field,
                             const TautViewBounds  *bounds);

G_END_DECLS
