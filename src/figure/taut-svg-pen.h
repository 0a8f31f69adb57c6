/* taut-svg-pen.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-outline.h"

G_BEGIN_DECLS

/**
 * TautSvgPen:
 * @path: where the path data goes
 * @decimals: digits after the point, at most 6
 *
 * Writes SVG path data in the shortest form: relative commands, whole multiples
 * of the last digit, no needless separators. Positions are rounded before the
 * differences are taken, so that nothing drifts along a path.
 */
typedef struct
{
  GString *path;
  guint decimals;

  /*< private >*/
  gint64 x;
  gint64 y;
  gint64 start_x;
  gint64 start_y;
  char command;
} TautSvgPen;

void taut_svg_pen_init     (TautSvgPen *pen,
                            GString    *path,
                            guint       decimals);
void taut_svg_pen_move_to  (TautSvgPen *pen,
                            double      x,
                            double      y);
void taut_svg_pen_line_to  (TautSvgPen *pen,
                            double      x,
                            double      y);
void taut_svg_pen_curve_to (TautSvgPen *pen,
                            double      x1,
                            double      y1,
                            double      x2,
                            double      y2,
                            double      x3,
                            double      y3);
void taut_svg_pen_close    (TautSvgPen *pen);

/* Catmull-Rom through the corners of a line, which is closed at the end when the
 * line is. With @join a straight piece leads there from where the pen stands. */
void taut_svg_pen_follow   (TautSvgPen     *pen,
                            const TautLine *line,
                            gboolean        join);

/* A number in its shortest decimal form, such as "-.5". */
void taut_svg_append_number (GString   *text,
                             double     number,
                             guint      decimals);

G_END_DECLS
