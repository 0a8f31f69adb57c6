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
 * TautSkinMapOptions:
 * @bounds: the view box of the art, in whole units
 * @samples_per_unit: how fine the map is
 * @parts: bits of the parts that are seen
 * @segments: bits of the segments that are seen; others do not hide them
 * @fade: (array fixed-size=2): from the first view y to the second one the art
 *   fades away; the map ends where half of it is gone; no fade when they are equal
 * @cut: what lies nearer to the viewer is cut off
 * @far: and what lies farther away
 */
typedef struct
{
  TautViewBounds bounds;
  guint samples_per_unit;
  guint32 parts;
  guint32 segments;
  double fade[2];
  double cut;
  double far;
} TautSkinMapOptions;

/**
 * taut_skin_map_build:
 * @builder: the skin
 * @skin: the same, loaded
 * @positions: its vertices in camera space, left half, then right half
 * @field: the posed body; its silhouette is where the map ends
 * @options: how
 *
 * Draws the skin as the viewer sees it and writes the skin map.
 *
 * Returns: (transfer full): the file
 */
GBytes *taut_skin_map_build (const TautSkinBuilder    *builder,
                             TautSkin                 *skin,
                             const TautVector         *positions,
                             const TautBodyField      *field,
                             const TautSkinMapOptions *options);

G_END_DECLS
