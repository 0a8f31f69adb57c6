/* taut-figure-picture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-chart-state.h"
#include "taut-raster.h"

G_BEGIN_DECLS

/**
 * TautFigurePicture:
 *
 * One view, small: live art, zones and marks, to look at only.
 */
#define TAUT_TYPE_FIGURE_PICTURE (taut_figure_picture_get_type ())

G_DECLARE_FINAL_TYPE (TautFigurePicture, taut_figure_picture, TAUT, FIGURE_PICTURE, GtkWidget)

GtkWidget *taut_figure_picture_new   (void);

void       taut_figure_picture_setup (TautFigurePicture *self,
                                      TautChartState    *state,
                                      TautRaster        *raster);
/* The same view of another figure; the old one is seen until it is painted. */
void       taut_figure_picture_set_raster (TautFigurePicture *self,
                                      TautRaster        *raster);

G_END_DECLS
