/* taut-art-edges.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-art-map.h"
#include "taut-outline.h"

G_BEGIN_DECLS

/* The outline of the whole body: closed lines, the body on their left. */
TautOutline *taut_art_edges_outline  (const TautArtMap  *map);

/* Strokes (TautArtStroke) that thicken the outline on the side away from the
 * light; they lie on the left of the outline's lines, inside the body. */
GPtrArray   *taut_art_edges_weight   (const TautArtMap  *map,
                                      const TautOutline *outline,
                                      TautVector         light);

/* Strokes where one part of the body stands visibly before another. */
GPtrArray   *taut_art_edges_overlaps (const TautArtMap  *map);

/* Strokes where a part hides something of itself: chin, ear, finger, toe, and
 * what @overlaps have missed. When the picture is @symmetric about x = 0, so are
 * they. */
GPtrArray   *taut_art_edges_creases  (const TautArtMap  *map,
                                      const GPtrArray   *overlaps,
                                      gboolean           symmetric);

G_END_DECLS
