/* taut-routine-picture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-palette.h"
#include "taut-prescription.h"

G_BEGIN_DECLS

/**
 * taut_routine_picture_paint:
 * @atlas: where the areas are
 * @painters: (element-type TautChartPainter): one for each view
 * @prescription: what is drawn, on its side of the body
 * @style: colours
 * @cr: where to draw, in pixels
 * @width: of the picture
 * @height: the same
 *
 * The small picture of a routine as the screen shows it; see
 * taut_routine_picture_draw(), which draws it for paper.
 */
void taut_routine_picture_paint (TautAtlas              *atlas,
                                 GPtrArray              *painters,
                                 const TautPrescription *prescription,
                                 TautStyle               style,
                                 cairo_t                *cr,
                                 double                  width,
                                 double                  height);

/**
 * taut_routine_picture_draw:
 * @atlas: where the areas are
 * @painters: (element-type TautChartPainter): one for each view
 * @prescription: what is drawn, on its side of the body
 * @cr: where to draw
 * @width: of the picture, in the units of @cr, which are points
 * @height: the same
 *
 * The small picture of a routine: the part of the body, the tool where it goes and
 * the area where it is felt; for an own routine its own picture. Nothing is drawn
 * for what has no picture.
 */
void taut_routine_picture_draw (TautAtlas              *atlas,
                                GPtrArray              *painters,
                                const TautPrescription *prescription,
                                cairo_t                *cr,
                                double                  width,
                                double                  height);

G_END_DECLS
