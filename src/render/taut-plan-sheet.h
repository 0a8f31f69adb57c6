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
  TAUT_SHEET_TEXT_DIM,
  TAUT_SHEET_STRONG,
  TAUT_SHEET_SMALL,
  TAUT_SHEET_SMALL_STRONG,
  TAUT_SHEET_DIM,
  TAUT_SHEET_TIGHT_STRONG,
  TAUT_SHEET_TIGHT_DIM,
  TAUT_SHEET_ROUTINE,
  TAUT_SHEET_NUMBER,      /* of a routine, beside its name */
  TAUT_SHEET_FIGURE,      /* of a dose */
  TAUT_SHEET_UNIT,        /* beside such a figure */
  TAUT_SHEET_STEP,        /* the number of a step */
} TautSheetStyle;

#define TAUT_N_SHEET_STYLES 19

/**
 * TautSheet:
 * @cr: where to draw
 * @width: of the paper, points
 * @height: the same
 * @margin: on all sides
 * @gutter: between columns
 * @styles: letters
 * @palette: colours
 * @style: whose colours these are
 * @large: large type
 * @alternatives: (nullable) (element-type utf8): what the figures of a PDF show, in
 *   the order in which they were drawn, of the owner of the sheet
 * @heights: (nullable): heights of texts that were measured before, of the owner of
 *   the sheet
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
  const TautPalette *palette;
  TautStyle style;
  gboolean large;
  GPtrArray *alternatives;
  GHashTable *heights;
} TautSheet;

/* @shrink below 1 makes running text smaller, for a page with much on it. */
void   taut_sheet_init             (TautSheet          *sheet,
                                    cairo_t            *cr,
                                    double              width,
                                    double              height,
                                    TautStyle           style,
                                    gboolean            large,
                                    double              shrink);
double taut_sheet_get_column       (const TautSheet    *sheet,
                                    guint               column);
double taut_sheet_get_column_width (const TautSheet    *sheet);

/* A part of the structure of a PDF, such as "Table" or "LI". */
void   taut_sheet_begin            (const TautSheet    *sheet,
                                    const char         *tag);
void   taut_sheet_end              (const TautSheet    *sheet,
                                    const char         *tag);
/* A picture, and what it shows in words; taut_sheet_end() ends a "Figure". */
void   taut_sheet_begin_figure     (const TautSheet    *sheet,
                                    const char         *alternative);

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
/* A paragraph that begins with a heading in bold letters. */
double taut_sheet_put_run_in       (const TautSheet    *sheet,
                                    TautSheetStyle      style,
                                    const char         *heading,
                                    const char         *text,
                                    double              x,
                                    double              y,
                                    double              width,
                                    gboolean            draw);
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

/* As taut_sheet_measure() and taut_sheet_put(), with at most @n_lines of the text,
 * the last of them cut with an ellipsis. */
double taut_sheet_put_lines        (const TautSheet    *sheet,
                                    TautSheetStyle      style,
                                    const char         *text,
                                    double              x,
                                    double              y,
                                    double              width,
                                    guint               n_lines,
                                    gboolean            draw);

/* Pale lines between rows. */
void   taut_sheet_hairline         (const TautSheet    *sheet,
                                    double              x,
                                    double              y,
                                    double              width);
void   taut_sheet_rule             (const TautSheet    *sheet,
                                    TautColor           color,
                                    double              thickness,
                                    double              x,
                                    double              y,
                                    double              width);

G_END_DECLS
