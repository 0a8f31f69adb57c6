/* taut-view-thumbnail.h
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
 * TautViewThumbnail:
 *
 * A button with a small live picture of a view and the number of marks that are
 * seen there. Activates "chart.show-view" with the view's id.
 *
 * CSS: node `button.view-thumbnail`, class `shown` while the view is large;
 * the number is a label of the class `count-badge`.
 */
#define TAUT_TYPE_VIEW_THUMBNAIL (taut_view_thumbnail_get_type ())

G_DECLARE_FINAL_TYPE (TautViewThumbnail, taut_view_thumbnail, TAUT, VIEW_THUMBNAIL, GtkButton)

GtkWidget *taut_view_thumbnail_new       (TautChartState    *state,
                                          TautRaster        *raster);

void       taut_view_thumbnail_set_raster (TautViewThumbnail *self,
                                          TautRaster        *raster);
TautView  *taut_view_thumbnail_get_view  (TautViewThumbnail *self);
guint      taut_view_thumbnail_get_count (TautViewThumbnail *self);
/* @alone: it is the only large view */
void       taut_view_thumbnail_set_shown (TautViewThumbnail *self,
                                          gboolean           shown,
                                          gboolean           alone);

G_END_DECLS
