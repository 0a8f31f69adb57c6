/* taut-chart-picture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-chart-painter.h"

G_BEGIN_DECLS

/**
 * taut_chart_picture_write:
 * @painter: the view
 * @marks: (element-type TautMark): marks to show with their zones
 * @points: (element-type utf8): "ID:SIDE" of further points to show
 * @width: px for PNG and SVG, mm for PDF; 0 for the default
 * @height: likewise
 * @path: ends in .svg, .png or .pdf
 * @error: return location of an error
 *
 * Writes a picture of the chart: temporary file, then rename.
 *
 * Returns: %TRUE when the picture is in place
 */
gboolean taut_chart_picture_write (TautChartPainter  *painter,
                                   GListModel        *marks,
                                   GPtrArray         *points,
                                   double             width,
                                   double             height,
                                   const char        *path,
                                   GError           **error);

G_END_DECLS
