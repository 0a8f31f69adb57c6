/* taut-art-draw.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-art-lines.h"
#include "taut-art-map.h"

G_BEGIN_DECLS

/**
 * taut_art_draw_lines:
 * @map: what is seen
 * @rig: the body in its pose
 * @lattices: the fields of its parts
 * @lines: what a person drew
 * @close_up: whether the picture shows a part of the body
 * @cloth: whether to draw the lines of the skin or those of the cloth on it
 * @svg: where the elements go
 * @error: return location of an error
 *
 * Casts every line on the skin of the posed body and writes one element for
 * each, and for each side, as far as it is seen.
 *
 * Returns: %FALSE when a line names a bone or a shape that there is not
 */
gboolean taut_art_draw_lines (const TautArtMap    *map,
                              TautRig             *rig,
                              TautLattice *const   lattices[TAUT_N_PARTS],
                              const TautArtLines  *lines,
                              gboolean             close_up,
                              TautArtCloth         cloth,
                              GString             *svg,
                              GError             **error);

G_END_DECLS
