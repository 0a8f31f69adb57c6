/* taut-skin-brush.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin.h"

G_BEGIN_DECLS

/**
 * TautSkinBrush:
 *
 * One stroke, laid on the skin: its centre line as a chain of stations on the
 * surface, and the cells that it reaches. The one rule by which strokes cover
 * skin; cell sets and contours both come from here.
 */
typedef struct _TautSkinBrush TautSkinBrush;

TautSkinBrush *taut_skin_brush_new        (TautSkin            *skin,
                                           const TautStroke    *stroke);
void           taut_skin_brush_free       (TautSkinBrush       *brush);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSkinBrush, taut_skin_brush_free)

/* The reached cells and their weights, in the order in which they were reached.
 * Some weights are 0: cells beside the border, where the contour may still
 * pass. */
guint          taut_skin_brush_get_n_cells (const TautSkinBrush *brush);
guint          taut_skin_brush_get_cell    (const TautSkinBrush *brush,
                                            guint                index,
                                            float               *weight);

/**
 * taut_skin_brush_weigh:
 * @brush: a brush
 * @index: index of the reached cell in which the place lies
 * @position: a place on the skin
 *
 * Returns: how strongly the brush covers the place, 0 to 1
 */
float          taut_skin_brush_weigh       (const TautSkinBrush *brush,
                                            guint                index,
                                            TautVector           position);

/* Whether the contour at half the strength passes no place in or beside a
 * reached cell; then @weight is 1 or 0 and stands for all of them. */
gboolean       taut_skin_brush_misses_contour
                                           (const TautSkinBrush *brush,
                                            guint                index,
                                            float               *weight);

G_END_DECLS
