/* taut-muscle-picture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-chart-painter.h"

G_BEGIN_DECLS

/**
 * taut_muscle_picture_paint:
 * @painters: (element-type TautChartPainter): one for each view
 * @muscle: whose shape and points are shown
 * @point: (nullable): the point of @muscle whose pattern is shown
 * @side: of the body
 * @style: colours
 * @cr: where to draw, in pixels
 * @width: of the picture
 * @height: the same
 *
 * The small chart of a muscle: its shape, where one is drawn, all of its points and
 * the pattern of one. Where no single view shows both the point and most of its
 * pattern, a second view stands beside the first.
 */
void taut_muscle_picture_paint (GPtrArray        *painters,
                                const TautMuscle *muscle,
                                const TautPoint  *point,
                                TautSide          side,
                                TautStyle         style,
                                cairo_t          *cr,
                                double            width,
                                double            height);

G_END_DECLS
