/* taut-art-raster.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-outline.h"

G_BEGIN_DECLS

/* Work on rasters of @width columns and @height rows, row after row. Places are
 * in samples. */

/* Beside the raster the nearest sample counts. */
float      taut_raster_sample      (const float  *values,
                                    int           width,
                                    int           height,
                                    double        x,
                                    double        y);

/* Gaussian, @sigma in samples; with a mask (may be NULL) only samples where it
 * is not 0 count, and only those are changed. */
void       taut_raster_blur        (float        *values,
                                    const guint8 *mask,
                                    int           width,
                                    int           height,
                                    double        sigma);

/* Carries values outwards from where the mask is set, @reach samples wide. */
void       taut_raster_extend      (float        *values,
                                    const guint8 *mask,
                                    int           width,
                                    int           height,
                                    int           reach);

/* Thins a mask to lines one sample wide. */
void       taut_raster_thin        (guint8       *mask,
                                    int           width,
                                    int           height);

/* The lines of a thinned mask, from end or fork to end or fork, in samples. */
GPtrArray *taut_raster_trace_lines (const guint8 *mask,
                                    int           width,
                                    int           height);

G_END_DECLS
