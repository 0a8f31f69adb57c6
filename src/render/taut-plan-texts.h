/* taut-plan-texts.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-sheet.h"

G_BEGIN_DECLS

/**
 * TautPlanText:
 * @style: of its letters; a warning is a heading too
 * @text: a heading or a paragraph
 */
typedef struct
{
  TautSheetStyle style;
  char *text;
} TautPlanText;

/* The running text of the pages in large type: (element-type TautPlanText) */
GArray  *taut_plan_texts_new        (void);
/* Paragraphs are parted by newlines. */
void     taut_plan_texts_append     (GArray          *texts,
                                     TautSheetStyle   style,
                                     const char      *words);
gboolean taut_plan_texts_is_heading (GArray          *texts,
                                     guint            index);
/* A heading and the paragraphs that follow it: how many texts these are. */
guint    taut_plan_texts_count      (GArray          *texts,
                                     guint            first);
/* Returns the height of @n texts. */
double   taut_plan_texts_put        (GArray          *texts,
                                     const TautSheet *sheet,
                                     guint            first,
                                     guint            n,
                                     double           y,
                                     gboolean         draw);

G_END_DECLS
