/* taut-art-stroke.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-svg-pen.h"

G_BEGIN_DECLS

/**
 * TautArtStroke:
 * @line: where the pen went
 * @widths: how wide it was at each corner
 *
 * A line of changing width, drawn as a filled shape so that it scales with the
 * picture.
 */
typedef struct
{
  TautLine *line;
  double *widths;
} TautArtStroke;

TautArtStroke *taut_art_stroke_new    (const TautLine       *line,
                                       const double         *widths);
void           taut_art_stroke_free   (TautArtStroke        *stroke);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautArtStroke, taut_art_stroke_free)

/* Makes the ends thin, over the shares @begin and @end of the length; @tip is
 * the share of the width that is left at the very end. */
void           taut_art_stroke_taper  (TautArtStroke        *stroke,
                                       double                begin,
                                       double                end,
                                       double                tip);

/* Gaussian along the line, sigma in picture units. */
void           taut_art_stroke_soften (TautArtStroke        *stroke,
                                       double                sigma);

/**
 * taut_art_stroke_draw:
 * @stroke: a stroke
 * @shift: 0 lays the line in the middle of the shape, 1 along its left border
 *   and -1 along its right border, as seen on the page in the line's direction
 * @pen: where the shape goes
 *
 * Draws the stroke's shape. Pieces without width are left out.
 */
void           taut_art_stroke_draw   (const TautArtStroke  *stroke,
                                       double                shift,
                                       TautSvgPen           *pen);

G_END_DECLS
