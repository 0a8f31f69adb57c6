/* taut-skin-border.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-mesh.h"
#include "taut-skin-frame.h"

G_BEGIN_DECLS

/* The segment that owns a place of the left half at rest, by anatomical
 * borders. */
TautSegment  taut_skin_border_get_owner  (const TautSkinFrame *frames,
                                          TautVector           at);

/* The owner of each vertex. Each segment is one piece: what the borders leave
 * over as an island goes to the segment around it. */
guint8      *taut_skin_border_part_mesh  (const TautSkinFrame *frames,
                                          const TautMesh      *mesh);

G_END_DECLS
