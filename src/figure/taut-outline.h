/* taut-outline.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TautOutlinePoint:
 *
 * A point of the plane, in the units of the picture it belongs to.
 */
typedef struct
{
  double x;
  double y;
} TautOutlinePoint;

/**
 * TautLine:
 * @points: the corners
 * @n_points: how many
 * @closed: whether the last corner joins the first
 */
typedef struct
{
  TautOutlinePoint *points;
  guint n_points;
  gboolean closed;
} TautLine;

/**
 * TautOutline:
 * @lines: (element-type TautLine): the lines, in a stable order
 *
 * A set of lines in the plane, as marching squares make them.
 */
typedef struct
{
  GPtrArray *lines;
} TautOutline;

TautLine    *taut_line_new             (const TautOutlinePoint *points,
                                        guint                   n_points,
                                        gboolean                closed);
void         taut_line_free            (TautLine               *line);

TautOutline *taut_outline_new          (void);
void         taut_outline_free         (TautOutline            *outline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautLine, taut_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautOutline, taut_outline_free)

/**
 * taut_outline_trace:
 * @values: (array): @width x @height values, row after row
 * @width: columns
 * @height: rows
 * @level: the value at which the border runs; larger values are inside
 * @x0: x of the first column
 * @y0: y of the first row
 * @step: distance between columns and between rows
 *
 * Marching squares with linear interpolation. What touches the rim of the
 * raster is closed along it.
 *
 * Returns: (transfer full): closed lines, inside on the left of their direction
 */
TautOutline *taut_outline_trace        (const float            *values,
                                        guint                   width,
                                        guint                   height,
                                        double                  level,
                                        double                  x0,
                                        double                  y0,
                                        double                  step);

/* Gaussian smoothing along the line, sigma in picture units; ends of open
 * lines stay where they are. */
TautLine    *taut_line_smooth          (const TautLine         *line,
                                        double                  sigma);

/* Ramer-Douglas-Peucker; no corner moves farther than @tolerance. */
TautLine    *taut_line_simplify        (const TautLine         *line,
                                        double                  tolerance);

/* Equal steps of about @step along the line. */
TautLine    *taut_line_resample        (const TautLine         *line,
                                        double                  step);

/* Catmull-Rom through the corners, @n_steps corners from each to the next. */
TautLine    *taut_line_refine          (const TautLine         *line,
                                        guint                   n_steps);

/* Control points of the Catmull-Rom piece that starts at corner @i. */
void         taut_line_get_controls    (const TautLine         *line,
                                        guint                   i,
                                        TautOutlinePoint       *first,
                                        TautOutlinePoint       *second);

double       taut_line_get_length      (const TautLine         *line);
double       taut_line_get_area        (const TautLine         *line);
/* Whether a traced ring has the inside around it instead of in it. */
gboolean     taut_line_is_hole         (const TautLine         *line);
gboolean     taut_outline_contains     (const TautOutline      *outline,
                                        double                  x,
                                        double                  y);

/* SVG path data: Catmull-Rom through the corners as cubic Beziers, @decimals
 * digits after the point. */
void         taut_line_append_svg_path (const TautLine         *line,
                                        guint                   decimals,
                                        GString                *path);

G_END_DECLS
