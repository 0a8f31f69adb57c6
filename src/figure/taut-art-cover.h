/* taut-art-cover.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-art-lines.h"
#include "taut-art-map.h"
#include "taut-outline.h"

G_BEGIN_DECLS

/* What covers the skin: one number for each sample of the map, above 0 where it
 * is covered, growing about as fast as the way from the border. */
float       *taut_art_cover_hair      (const TautArtMap   *map,
                                       TautRig            *rig,
                                       const TautArtLines *lines);
float       *taut_art_cover_underwear (const TautArtMap   *map,
                                       TautRig            *rig,
                                       const TautArtLines *lines,
                                       gboolean            top);

/* The smoothed border where a cover is at least @level. */
TautOutline *taut_art_cover_trace     (const TautArtMap   *map,
                                       const float        *cover,
                                       double              level,
                                       double              smooth);

/* Strokes along the rims of a cover, @inset inside, without those pieces where
 * it ends because the body does. */
GPtrArray   *taut_art_cover_rims      (const TautArtMap   *map,
                                       const float        *cover,
                                       double              inset,
                                       double              width);

G_END_DECLS
