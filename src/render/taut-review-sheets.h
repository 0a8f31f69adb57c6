/* taut-review-sheets.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-chart-painter.h"

G_BEGIN_DECLS

/**
 * taut_review_sheets_make:
 * @painters: (element-type TautChartPainter): the views that are shown
 * @points: (element-type TautPoint): in the order in which they are shown
 * @width: of the paper, points
 * @height: the same
 * @error: return location of an error
 *
 * The atlas on paper for a clinician to proof-read, eight points to a page: each on
 * the left side of the body, in every view that shows some of its zones or its place,
 * with its texts, its areas and how sure its source is, and room for a tick.
 *
 * Returns: (transfer full) (nullable): a PDF
 */
GByteArray *taut_review_sheets_make (GPtrArray  *painters,
                                     GPtrArray  *points,
                                     double      width,
                                     double      height,
                                     GError    **error);

G_END_DECLS
