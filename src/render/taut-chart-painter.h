/* taut-chart-painter.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-atlas.h"
#include "taut-record.h"
#include "taut-view.h"

G_BEGIN_DECLS

typedef enum
{
  TAUT_STYLE_LIGHT,
  TAUT_STYLE_DARK,
  TAUT_STYLE_HIGH_CONTRAST,
  TAUT_STYLE_HIGH_CONTRAST_DARK,
  TAUT_STYLE_PAPER,
  TAUT_STYLE_MONOCHROME,  /* paper without any colour */
} TautStyle;

/**
 * TautMuscles:
 * @TAUT_MUSCLES_NONE: the skin only
 * @TAUT_MUSCLES_SUPERFICIAL: those that lie right under the skin
 * @TAUT_MUSCLES_DEEP: those below, seen through the others
 */
typedef enum
{
  TAUT_MUSCLES_NONE,
  TAUT_MUSCLES_SUPERFICIAL,
  TAUT_MUSCLES_DEEP,
} TautMuscles;

/**
 * TautChartPainter:
 *
 * Draws one view: art, zones, marks, names of the sides. The same code draws on
 * the screen (into textures of bounding boxes) and on paper. Keeps the traced
 * contours of zones, so that a second drawing is quick.
 *
 * The origin of @cr is that of the view coordinates; a place (x, y) of the view
 * is drawn at (x, y) times @scale, which is pixels per figure unit. Line widths
 * and distances of dots are constant in pixels, that is, in user units of @cr:
 * for a screen with two device pixels for each, set the surface's device scale,
 * not @scale; on paper, scale @cr so that a pixel is about 0.6 points.
 *
 * One painter serves one thread at a time.
 */
#define TAUT_TYPE_CHART_PAINTER (taut_chart_painter_get_type ())

G_DECLARE_FINAL_TYPE (TautChartPainter, taut_chart_painter, TAUT, CHART_PAINTER, GObject)

TautChartPainter *taut_chart_painter_new         (TautAtlas           *atlas,
                                                  TautView            *view);

TautView         *taut_chart_painter_get_view    (TautChartPainter    *self);
TautAtlas        *taut_chart_painter_get_atlas   (TautChartPainter    *self);

/* Which muscles the art shows from now on; at first none. */
void              taut_chart_painter_set_muscles (TautChartPainter    *self,
                                                  TautMuscles          muscles);

/* Whether the art shows underwear; at first it does. */
void              taut_chart_painter_set_underwear (TautChartPainter  *self,
                                                  gboolean             underwear);

/* The body itself, by librsvg. The clip of @cr says which part is wanted. */
gboolean          taut_chart_painter_paint_art   (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  double               scale,
                                                  TautStyle            style,
                                                  GError             **error);

/* An area filled and edged, to show what is under the pointer or focus. */
void              taut_chart_painter_paint_area  (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  const TautArea      *area,
                                                  TautSide             side,
                                                  double               scale,
                                                  TautStyle            style);

/* Adds the contour of an area to the path of @cr, to be filled by the even-odd
 * rule; %FALSE when this view shows nothing of it. */
gboolean          taut_chart_painter_add_area    (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  const TautArea      *area,
                                                  TautSide             side,
                                                  double               scale);

/* Both zones of a point. */
void              taut_chart_painter_paint_zones (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  const TautPoint     *point,
                                                  TautSide             side,
                                                  double               scale,
                                                  TautStyle            style);

/* The box that a point's zones cover, in view coordinates; %FALSE when this
 * view shows nothing of them. */
gboolean          taut_chart_painter_get_zone_extents (TautChartPainter *self,
                                                  const TautPoint     *point,
                                                  TautSide             side,
                                                  TautViewBounds      *extents);

/* The box of an area as this view sees it, in view coordinates; %FALSE when it
 * shows nothing of it. */
gboolean          taut_chart_painter_get_area_extents (TautChartPainter *self,
                                                  const TautArea      *area,
                                                  TautSide             side,
                                                  TautViewBounds      *extents);

/* How much of a point's zones the view shows, in square figure units; what is
 * sometimes felt counts less. */
double            taut_chart_painter_measure_zones (TautChartPainter  *self,
                                                  const TautPoint     *point,
                                                  TautSide             side);

/* A ringed cross with its intensity badge; %FALSE when the view does not show
 * the place. The badge keeps inside the clip of @cr. A figure too small for
 * numbers has a cross alone. */
gboolean          taut_chart_painter_paint_mark  (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  TautMark            *mark,
                                                  gboolean             selected,
                                                  double               scale,
                                                  TautStyle            style);

/* The box that paint_mark() needs where nothing crowds it, in pixels from the
 * origin of the view coordinates; %FALSE when the view does not show the place. */
gboolean          taut_chart_painter_get_mark_extents (TautChartPainter *self,
                                                  TautMark            *mark,
                                                  double               scale,
                                                  cairo_rectangle_t   *extents);

/* All of @marks (element-type TautMark) that the view shows, their badges clear
 * of each other. @selected_id may be %NULL. Returns how many it shows. */
guint             taut_chart_painter_paint_marks (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  GListModel          *marks,
                                                  const char          *selected_id,
                                                  double               scale,
                                                  TautStyle            style);

/* The same without badges. */
guint             taut_chart_painter_paint_crosses (TautChartPainter  *self,
                                                  cairo_t             *cr,
                                                  GListModel          *marks,
                                                  double               scale,
                                                  TautStyle            style);

/* The ringed cross of a point that nobody marked; %FALSE when the view does not
 * show the place. */
gboolean          taut_chart_painter_paint_point (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  const TautPoint     *point,
                                                  TautSide             side,
                                                  double               scale,
                                                  TautStyle            style);

/* L and R discs beside a front or back view, "left side" on a side view; inside
 * the clip of @cr. A figure too small for them has none. Never mirrored by the
 * direction of the language: the sides are those of the body. */
void              taut_chart_painter_paint_sides (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  double               scale,
                                                  TautStyle            style);

G_END_DECLS
