/* taut-plan-draft.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-help.h"
#include "taut-plan-picture.h"
#include "taut-plan-sheet.h"
#include "taut-plan-table.h"
#include "taut-plan-words.h"

G_BEGIN_DECLS

/* Marks that a page explains in words when it has the room. */
#define TAUT_PLAN_SPOTS_MOST 3

/**
 * TautPlanDraft:
 * @sheet: the paper
 * @atlas: names and texts
 * @record: whose plan it is
 * @today: the date on the page
 * @marks: of the record
 * @week: the week that is printed
 * @fit: how pictures and week share the room
 * @pictures: what they show
 * @words: what it means, what to do, what to leave out
 * @help: whom to turn to, and how soon: (element-type TautHelpBlock)
 *
 * All that is put on one page.
 */
typedef struct
{
  TautSheet sheet;
  TautAtlas *atlas;
  TautRecord *record;
  GDateTime *today;
  GListModel *marks;
  TautPlanWeek *week;
  TautPlanFit fit;
  TautPlanPicture pictures[TAUT_N_PLAN_PICTURES];
  char *words[TAUT_N_SHEET_COLUMNS];
  GArray *help;
  double help_height;
  guint n_helps;
} TautPlanDraft;

/* Borrows all arguments. @painters: (element-type TautChartPainter) */
void   taut_plan_draft_init         (TautPlanDraft       *draft,
                                     TautAtlas           *atlas,
                                     TautRecord          *record,
                                     GPtrArray           *painters,
                                     GDateTime           *now);
void   taut_plan_draft_clear        (TautPlanDraft       *draft);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TautPlanDraft, taut_plan_draft_clear)

/* Explains the first @n_spots marks; the rest is counted. None: one sentence
 * about all. */
void   taut_plan_draft_explain      (TautPlanDraft       *draft,
                                     guint                n_spots);

/* The line with name and date, title, client and week; returns their height. */
double taut_plan_draft_put_head     (const TautPlanDraft *draft,
                                     double               y);
double taut_plan_draft_measure_head (TautPlanDraft       *draft);

/* Where the foot begins. */
double taut_plan_draft_get_foot     (const TautPlanDraft *draft);
void   taut_plan_draft_put_foot     (const TautPlanDraft *draft);

G_END_DECLS
