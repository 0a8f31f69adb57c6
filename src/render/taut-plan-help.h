/* taut-plan-help.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-sheet.h"
#include "taut-plan-words.h"

G_BEGIN_DECLS

/**
 * TautHelpBlock:
 * @help: whom to turn to
 * @heading: a heading, which keeps with what follows it
 * @text: what it says
 * @layout: (nullable): its lines, as they were laid out last, at @size and @width
 * @size: of the letters
 * @width: of the lines
 */
typedef struct
{
  TautPlanHelp help;
  gboolean heading;
  char *text;
  PangoLayout *layout;
  double size;
  double width;
} TautHelpBlock;

/* What the marks call for, gravest first: (element-type TautHelpBlock) */
GArray *taut_plan_help_new        (TautAtlas       *atlas,
                                   GListModel      *marks);

/* The sections of @blocks of which not all blocks are among the first @n_shown. */
GArray *taut_plan_help_new_rest   (GArray          *blocks,
                                   guint            n_shown);

/**
 * taut_plan_help_fit:
 * @blocks: from taut_plan_help_new()
 * @sheet: paper
 * @n_columns: of the sheet, from its left
 * @note: what is said in place of what does not fit
 * @most: greatest height
 * @n_shown: (out): how many blocks fit
 *
 * Flows the blocks, line by line, through columns that are equally long.
 * What does not fit gives way from the end, a section at a time, to a note that
 * says so; of the first section as many blocks are shown as fit.
 *
 * Returns: the height of the columns
 */
double  taut_plan_help_fit        (GArray          *blocks,
                                   const TautSheet *sheet,
                                   guint            n_columns,
                                   const char      *note,
                                   double           most,
                                   guint           *n_shown);
void    taut_plan_help_put        (GArray          *blocks,
                                   const TautSheet *sheet,
                                   guint            n_columns,
                                   const char      *note,
                                   guint            n_shown,
                                   double           height,
                                   double           y);

/* The emergencies alone, as many as fit into @most at @width; at least one. */
char   *taut_plan_help_format_now (GArray          *blocks,
                                   const TautSheet *sheet,
                                   TautSheetStyle   style,
                                   double           width,
                                   double           most);

G_END_DECLS
