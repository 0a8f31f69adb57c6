/* taut-chart-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-chart-painter.h"
#include "taut-clock.h"
#include "taut-record.h"
#include "taut-sided-points.h"

G_BEGIN_DECLS

/**
 * TautChartState:
 *
 * What all parts of one chart share: the atlas, the record, which mark is
 * selected, which tool is in hand, which style and layers to paint, and the point whose
 * spread is only being looked at. Every change that the chart makes to the
 * record is made here. Knows no widget.
 *
 * Signals: "marks-changed" after the record's marks changed or the record was
 * replaced; "zones-changed" after that or when the preview changed;
 * "selection-changed"; "style-changed", also for layers; "tool-changed";
 * "figure-changed" when the client got another one.
 */
#define TAUT_TYPE_CHART_STATE (taut_chart_state_get_type ())

G_DECLARE_FINAL_TYPE (TautChartState, taut_chart_state, TAUT, CHART_STATE, GObject)

typedef enum
{
  TAUT_TOOL_POINT,
  TAUT_TOOL_MOVE,
} TautTool;

/* How near a point has to be to be offered for a click, in mm on the skin. */
#define TAUT_NEAR_POINT_MM 25.0

/* The intensity that a new mark starts with. */
#define TAUT_NEW_MARK_INTENSITY 5

TautChartState *taut_chart_state_new             (TautAtlas            *atlas,
                                                  TautClock            *clock);

TautAtlas      *taut_chart_state_get_atlas       (TautChartState       *self);
TautRecord     *taut_chart_state_get_record      (TautChartState       *self);
void            taut_chart_state_set_record      (TautChartState       *self,
                                                  TautRecord           *record);
/* Never %NULL; empty without a record. */
GListModel     *taut_chart_state_get_marks       (TautChartState       *self);
const char     *taut_chart_state_get_selected    (TautChartState       *self);
void            taut_chart_state_set_selected    (TautChartState       *self,
                                                  const char           *mark_id);
TautMark       *taut_chart_state_find_mark       (TautChartState       *self,
                                                  const char           *mark_id);
TautStyle       taut_chart_state_get_style       (TautChartState       *self);
void            taut_chart_state_set_style       (TautChartState       *self,
                                                  TautStyle             style);
/* Layers of the art: which muscles, at first none, and underwear, at first there. */
TautMuscles     taut_chart_state_get_muscles     (TautChartState       *self);
void            taut_chart_state_set_muscles     (TautChartState       *self,
                                                  TautMuscles           muscles);
gboolean        taut_chart_state_get_underwear   (TautChartState       *self);
void            taut_chart_state_set_underwear   (TautChartState       *self,
                                                  gboolean              underwear);
/* The muscle that the layer shows at a place of a view; %NULL where it shows none, and
 * for a moment after a layer was first shown. */
const TautMuscle *taut_chart_state_find_muscle   (TautChartState       *self,
                                                  TautView             *view,
                                                  double                view_x,
                                                  double                view_y,
                                                  TautSide             *side);
/* Whether that moment is over. */
gboolean        taut_chart_state_knows_muscles   (TautChartState       *self);
/* The client's, one of taut_view_list_figures(). */
const char     *taut_chart_state_get_figure      (TautChartState       *self);
TautTool        taut_chart_state_get_tool        (TautChartState       *self);
void            taut_chart_state_set_tool        (TautChartState       *self,
                                                  TautTool              tool);
/* Shows where @point refers without marking it; %NULL ends that. */
void            taut_chart_state_set_preview     (TautChartState       *self,
                                                  const TautPoint      *point,
                                                  TautSide              side);
/* (nullable) */
const TautPoint *taut_chart_state_get_preview    (TautChartState       *self,
                                                  TautSide             *side);

/* Points whose zones are to be seen, each once.
 * Returns: (transfer full) (element-type TautSidedPoint) */
GArray         *taut_chart_state_list_zones      (TautChartState       *self);
/* Points on the skin of one area, by height on the body.
 * Returns: (transfer full) (element-type TautNearPoint) */
GArray         *taut_chart_state_list_points_in  (TautChartState       *self,
                                                  const TautArea       *area,
                                                  TautSide              side);
/* The mark in an area that keys act on: the selected one, else the newest. */
TautMark       *taut_chart_state_find_mark_in    (TautChartState       *self,
                                                  const TautArea       *area,
                                                  TautSide              side);
gboolean        taut_chart_state_find_area       (TautChartState       *self,
                                                  const TautSkinPoint  *at,
                                                  const TautArea      **area,
                                                  TautSide             *side);

/* Marks a spot and selects it; @point may be %NULL for a plain tender spot. */
void            taut_chart_state_add_mark        (TautChartState       *self,
                                                  const TautPoint      *point,
                                                  const TautSkinPoint  *at);
/* One step of the history for as long as @continues is set. */
void            taut_chart_state_move_mark       (TautChartState       *self,
                                                  const char           *mark_id,
                                                  const TautSkinPoint  *at,
                                                  gboolean              continues);
/* Changes of one mark that follow each other are one step of the history. */
void            taut_chart_state_set_intensity   (TautChartState       *self,
                                                  const char           *mark_id,
                                                  guint                 intensity);
void            taut_chart_state_shift_intensity (TautChartState       *self,
                                                  const char           *mark_id,
                                                  int                   steps);
void            taut_chart_state_remove_mark     (TautChartState       *self,
                                                  const char           *mark_id);

G_END_DECLS
