/* taut-plan-sheet.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-text.h"

G_BEGIN_DECLS

#define TAUT_N_SHEET_COLUMNS 3

/**
 * TautSheetStyle:
 *
 * The letters of the paper, by what they are for.
 */
typedef enum
{
  TAUT_SHEET_TITLE,
  TAUT_SHEET_SUBTITLE,
  TAUT_SHEET_SUBTITLE_DIM,
  TAUT_SHEET_HEADING,
  TAUT_SHEET_WARNING,
  TAUT_SHEET_LABEL,
  TAUT_SHEET_TEXT,
  TAUT_SHEET_STRONG,
  TAUT_SHEET_SMALL,
  TAUT_SHEET_SMALL_STRONG,
  TAUT_SHEET_DIM,
  TAUT_SHEET_TIGHT_STRONG,
  TAUT_SHEET_TIGHT_DIM,
} TautSheetStyle;

#define TAUT_N_SHEET_STYLES 13

/**
 * TautSheet:
 * @cr: where to draw
 * @width: of the paper, points
 * @height: the same
 * @margin: on all sides
 * @gutter: between columns
 * @styles: letters
 * @large: large type
 *
 * A sheet of paper with margins, three columns and a scale of type. All places
 * and sizes are in points.
 */
typedef struct
{
  cairo_t *cr;
  double width;
  double height;
  double margin;
  double gutter;
  TautTextStyle styles[TAUT_N_SHEET_STYLES];
  gboolean large;
} TautSheet;

/* @shrink below 1 makes running text smaller, for a page with much on it. */
void   taut_sheet_init             (TautSheet          *sheet,
                                    cairo_t            *cr,
                                    double              width,
                                    double              height,
                                    gboolean            large,
                                    double              shrink);
double taut_sheet_get_column       (const TautSheet    *sheet,
                                    guint               column);
double taut_sheet_get_column_width (const TautSheet    *sheet);

/* Text whose lines break at @width; paragraphs are parted by newlines. All
 * return the height that it takes. */
double taut_sheet_measure          (const TautSheet    *sheet,
                                    TautSheetStyle      style,
                                    const char         *text,
                                    double              width);
double taut_sheet_put              (const TautSheet    *sheet,
                                    TautSheetStyle      style,
                                    const char         *text,
                                    double              x,
                                    double              y,
                                    double              width);
/* A heading, which also the structure of a PDF knows as one. */
double taut_sheet_put_heading      (const TautSheet    *sheet,
                                    TautSheetStyle      style,
                                    const char         *tag,
                                    const char         *text,
                                    double              x,
                                    double              y,
                                    double              width);
/* One line, cut with an ellipsis at @width. Returns the width that it takes. */
double taut_sheet_put_line         (const TautSheet    *sheet,
                                    TautSheetStyle      style,
                                    const char         *text,
                                    double              x,
                                    double              y,
                                    double              width);
/* One line that ends at @x. */
double taut_sheet_put_line_end     (const TautSheet    *sheet,
                                    TautSheetStyle      style,
                                    const char         *text,
                                    double              x,
                                    double              y);
double taut_sheet_measure_line     (const TautSheet    *sheet,
                                    TautSheetStyle      style,
                                    const char         *text);
double taut_sheet_get_line_height  (const TautSheet    *sheet,
                                    TautSheetStyle      style);

void   taut_sheet_rule             (const TautSheet    *sheet,
                                    TautColor           color,
                                    double              thickness,
                                    double              x,
                                    double              y,
                                    double              width);

G_END_DECLS
