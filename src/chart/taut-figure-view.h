/* taut-figure-view.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-area-map.h"
#include "taut-chart-state.h"
#include "taut-raster.h"
#include "taut-viewport.h"

G_BEGIN_DECLS

/**
 * TautFigureView:
 *
 * One view of the body, large: art, zones and marks, zoom and pan, the point
 * tool, and a widget for every area and mark so that keyboard and assistive
 * technology reach them.
 *
 * The body is never mirrored by the direction of the language: left and right
 * are those of the body.
 *
 * Keys: Tab goes to the areas, then to the marks; see TautAreaRegion and
 * TautMarkHandle. Ctrl and arrows pan.
 *
 * Property: "place-name" (string, read-only): the name of what is under pointer
 * or focus, or %NULL.
 * Signal: "used": a person pointed at it or moved the focus into it.
 * CSS: node `figure`, with labels of the classes `caption-heading`, `side-disc`,
 * `side-name` and `place-tip`.
 */
#define TAUT_TYPE_FIGURE_VIEW (taut_figure_view_get_type ())

G_DECLARE_FINAL_TYPE (TautFigureView, taut_figure_view, TAUT, FIGURE_VIEW, GtkWidget)

GtkWidget    *taut_figure_view_new            (TautChartState     *state,
                                               TautRaster         *raster);

void          taut_figure_view_set_raster     (TautFigureView     *self,
                                               TautRaster         *raster);

TautView     *taut_figure_view_get_view       (TautFigureView     *self);
TautViewport *taut_figure_view_get_viewport   (TautFigureView     *self);
/* Made when first needed. */
TautAreaMap  *taut_figure_view_get_areas      (TautFigureView     *self);
const char   *taut_figure_view_get_place_name (TautFigureView     *self);
/* Whether all that is seen is painted for the zoom there is. */
gboolean      taut_figure_view_get_settled    (TautFigureView     *self);

void          taut_figure_view_zoom_by        (TautFigureView     *self,
                                               double              factor);
/* Brings it into sight and focuses it. */
void          taut_figure_view_focus_area     (TautFigureView     *self,
                                               const TautAreaSpot *spot);
gboolean      taut_figure_view_focus_mark     (TautFigureView     *self,
                                               const char         *mark_id);
/* Brings a mark into sight; %FALSE when this view does not show it. */
gboolean      taut_figure_view_reveal_mark    (TautFigureView     *self,
                                               const char         *mark_id);

G_END_DECLS
