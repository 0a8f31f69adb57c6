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
} TautStyle;

/**
 * TautChartPainter:
 *
 * Draws one view: art, zones, marks, names of the sides. The same code draws on
 * the screen (into textures of bounding boxes) and on paper. Keeps the traced
 * contours of zones, so that a second drawing is quick. Drawing happens in view
 * coordinates scaled by @scale: device pixels (or points) per figure unit; line
 * widths and dot pitches stay constant in device pixels.
 *
 * One painter serves one thread at a time.
 */
#define TAUT_TYPE_CHART_PAINTER (taut_chart_painter_get_type ())

G_DECLARE_FINAL_TYPE (TautChartPainter, taut_chart_painter, TAUT, CHART_PAINTER, GObject)

TautChartPainter *taut_chart_painter_new         (TautAtlas           *atlas,
                                                  TautView            *view);

TautView         *taut_chart_painter_get_view    (TautChartPainter    *self);

/* The body itself, by librsvg. @clip is the part that is wanted, in device
 * pixels relative to the origin of the view coordinates; %NULL for all. */
gboolean          taut_chart_painter_paint_art   (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  double               scale,
                                                  TautStyle            style,
                                                  GError             **error);

/* One layer of the art alone, such as "area.temple.right", filled and edged to
 * show what is under the pointer or focus. */
void              taut_chart_painter_paint_area  (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  const TautArea      *area,
                                                  TautSide             side,
                                                  double               scale,
                                                  TautStyle            style);

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

/* A ringed cross with its intensity badge; %FALSE when the view does not show
 * the place. */
gboolean          taut_chart_painter_paint_mark  (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  TautMark            *mark,
                                                  gboolean             selected,
                                                  double               scale,
                                                  TautStyle            style);

/* L and R discs beside a front or back view, "left side" on a side view; @width
 * and @height are those of the surface in device pixels. */
void              taut_chart_painter_paint_sides (TautChartPainter    *self,
                                                  cairo_t             *cr,
                                                  double               scale,
                                                  TautStyle            style);

G_END_DECLS
