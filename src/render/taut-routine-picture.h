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
 * @cr: where to draw, in pixels; on paper scale it by TAUT_PAPER_PIXEL
 * @width: of the picture
 * @height: the same
 *
 * The small picture of a routine: the part of the body, the tool where it goes and
 * the area where it is felt; for an own routine its own picture. Nothing is drawn
 * for what has no picture. A habit has a sign, which stands alone where the picture
 * is small.
 */
void taut_routine_picture_paint (TautAtlas              *atlas,
                                 GPtrArray              *painters,
                                 const TautPrescription *prescription,
                                 TautStyle               style,
                                 cairo_t                *cr,
                                 double                  width,
                                 double                  height);

G_END_DECLS
