/* taut-chart.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-atlas.h"
#include "taut-clock.h"
#include "taut-record.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautChart:
 *
 * The body chart: front and back large side by side, every view as a thumbnail,
 * one view large on demand; point tool, zones, marks; full keyboard and
 * screen-reader access.
 *
 * Properties: "record" (TautRecord), "selected-mark" (string, id or NULL),
 * "place-name" (string, read-only: the name of what is under pointer or focus).
 * Actions (class): "chart.undo" is not here; "chart.zoom-in", "chart.zoom-out",
 * "chart.zoom-fit", "chart.show-view" (s), "chart.remove-mark", "chart.about-point" (ss:
 * its id, the side's id), "chart.open-close-up" (s), "chart.back",
 * "chart.muscles" (the property), "chart.next-muscles", "chart.about-muscle" (ss)
 * as for a point.
 * Properties of the art: "muscles" (string: "none", "superficial", "deep"),
 * "underwear" (boolean).
 * Signal: "point-activated" (id, TautSide as uint): the person wants to read about
 * that point.
 * Signal: "muscle-activated" (the same): likewise about that muscle.
 * Signal: "views-changed": the views of another figure are shown.
 * CSS node: chart.
 */
#define TAUT_TYPE_CHART (taut_chart_get_type ())

G_DECLARE_FINAL_TYPE (TautChart, taut_chart, TAUT, CHART, GtkWidget)

GtkWidget   *taut_chart_new               (void);

/* @views: (element-type TautView), in the order of the thumbnails. @clock
 * dates new marks. */
void         taut_chart_set_atlas         (TautChart  *self,
                                           TautAtlas  *atlas,
                                           GPtrArray  *views,
                                           TautClock  *clock);
TautRecord  *taut_chart_get_record        (TautChart  *self);
void         taut_chart_set_record        (TautChart  *self,
                                           TautRecord *record);
const char  *taut_chart_get_selected_mark (TautChart  *self);
void         taut_chart_set_selected_mark (TautChart  *self,
                                           const char *mark_id);

/* The views of the whole body that it shows now, those of the client's figure.
 * (transfer none) (nullable) (element-type TautView) */
GPtrArray   *taut_chart_get_views         (TautChart  *self);

/* Shows a mark: picks a view that shows it, scrolls to it, selects it. */
void         taut_chart_show_mark         (TautChart  *self,
                                           const char *mark_id);

/* Opens a view that shows an area, if need be, and puts the focus there; %FALSE where
 * no view shows it. */
gboolean     taut_chart_show_area         (TautChart      *self,
                                           const TautArea *area,
                                           TautSide        side);

/* Says where an area is seen that the views shown now do not show: "Not visible in
 * this view. Opens: Left side". (transfer full) (nullable): of one that is seen
 * %NULL */
char        *taut_chart_describe_area     (TautChart      *self,
                                           const TautArea *area,
                                           TautSide        side);

/* Shows where a point refers, in a view that shows the point, without marking it;
 * %NULL ends that. */
void         taut_chart_show_point        (TautChart       *self,
                                           const TautPoint *point,
                                           TautSide         side);

/* Marks a point where it lies, selects the mark and shows it. */
void         taut_chart_mark_point        (TautChart       *self,
                                           const TautPoint *point,
                                           TautSide         side);

G_END_DECLS
