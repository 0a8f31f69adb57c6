/* taut-routine-picture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-prescription.h"

G_BEGIN_DECLS

/**
 * taut_routine_picture_draw:
 * @atlas: where the areas are
 * @painters: (element-type TautChartPainter): one for each view
 * @prescription: what is drawn, on its side of the body
 * @cr: where to draw
 * @width: of the picture, in the units of @cr
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
