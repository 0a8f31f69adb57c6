/* taut-skin-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin-frame.h"
#include "taut-skin.h"

G_BEGIN_DECLS

/* An address before it is interpreted: the half of the body on which it lies,
 * and theta on the left half (midline segments 0 to 180). */
typedef struct
{
  TautSkinPoint at;
  gboolean mirrored;
} TautSkinPlace;

const TautSkinFrame *taut_skin_get_frame        (TautSkin            *skin,
                                                 TautSegment          segment);

/* Normal of a cell, smoothed over its neighbourhood. */
const float         *taut_skin_get_broad_normal (TautSkin            *skin,
                                                 guint                cell);

/* Everything that an address tells at once. */
gboolean             taut_skin_resolve          (TautSkin            *skin,
                                                 const TautSkinPoint *point,
                                                 TautVector          *position,
                                                 guint               *cell);

/* The cell nearest to a place, climbing down from @start over neighbours of the
 * same half. */
guint                taut_skin_descend          (TautSkin            *skin,
                                                 guint                start,
                                                 TautVector           position);

static inline TautVector
taut_skin_cell_get_position (const TautSkinCell *cell)
{
  return (TautVector) { cell->position[0], cell->position[1], cell->position[2] };
}

G_END_DECLS
