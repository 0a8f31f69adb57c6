/* taut-skin-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin-file.h"

G_BEGIN_DECLS

struct _TautSkin
{
  gatomicrefcount ref_count;
  GBytes *bytes;
  guint n_cells;
  TautSkinFrame frames[TAUT_N_SEGMENTS];
  TautSkinGrid grids[TAUT_N_SEGMENTS];
  const TautSkinCell *cells;
  const float (*broad)[3];
  const guint32 *starts;
  const guint32 *links;
  const float *radii;
  const guint32 *places;
  double area;
};

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

static inline TautVector
taut_skin_get_broad_vector (TautSkin *skin,
                            guint     cell)
{
  const float *normal = taut_skin_get_broad_normal (skin, cell);

  return (TautVector) { normal[0], normal[1], normal[2] };
}

G_END_DECLS
