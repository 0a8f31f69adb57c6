/* taut-plan-draft.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-document.h"
#include "taut-plan-help.h"
#include "taut-plan-picture.h"
#include "taut-plan-sheet.h"
#include "taut-plan-table.h"
#include "taut-plan-words.h"
#include "taut-qr-code.h"

G_BEGIN_DECLS

/* Marks that a page explains in words when it has the room. */
#define TAUT_PLAN_SPOTS_MOST 3

/**
 * TautPlanDraft:
 * @sheet: the paper
 * @heights: of the texts that were measured for it
 * @alternatives: what its pictures show: (element-type utf8)
 * @options: how it is wanted
 * @atlas: names and texts
 * @record: whose plan it is
 * @today: the date on the page
 * @painters: (element-type TautChartPainter): one for each view
 * @marks: of the record
 * @prescriptions: (element-type TautPrescription): all of the plan
 * @planned: (element-type TautPrescription): those that the precautions allow;
 *   none while a warning sign is unsettled
 * @weeks: the weeks that are printed
 * @n_weeks: how many of them find room
 * @tables: (element-type TautPlanTable): the weeks, two by two or one by one
 * @pictures: what they show
 * @words: what it means, what to do, what to leave out
 * @leaving: what to leave out, in full and in short
 * @help: whom to turn to, and how soon: (element-type TautHelpBlock)
 * @code: (nullable): the calendar for a camera
 *
 * All that a plan on paper says.
 */
typedef struct
{
  TautSheet sheet;
  GHashTable *heights;
  GPtrArray *alternatives;
  TautPlanOptions options;
  TautAtlas *atlas;
  TautRecord *record;
  GDateTime *today;
  GPtrArray *painters;
  GListModel *marks;
  GPtrArray *prescriptions;
  GPtrArray *planned;
  TautPlanWeeks *weeks;
  guint n_weeks;
  GPtrArray *tables;
  TautPlanPicture pictures[TAUT_N_PLAN_PICTURES];
  char *words[TAUT_N_SHEET_COLUMNS];
  char *leaving[2];
  char *alarm;
  GArray *help;
  TautQrCode *code;
} TautPlanDraft;

/* Borrows all arguments. @painters: (element-type TautChartPainter) */
void   taut_plan_draft_init         (TautPlanDraft         *draft,
                                     TautAtlas             *atlas,
                                     TautRecord            *record,
                                     GPtrArray             *painters,
                                     GDateTime             *now,
                                     const TautPlanOptions *options);
void   taut_plan_draft_clear        (TautPlanDraft         *draft);

/* Sets the paper for drawing on @cr; @shrink below 1 makes running text smaller. */
void   taut_plan_draft_set_sheet    (TautPlanDraft         *draft,
                                     cairo_t               *cr,
                                     double                 shrink);

/* Explains the first @n_spots marks; the rest is counted. None: one sentence
 * about all. */
void   taut_plan_draft_explain      (TautPlanDraft         *draft,
                                     guint                  n_spots);

/* What to leave out in full, or in short. */
void   taut_plan_draft_set_short    (TautPlanDraft         *draft,
                                     gboolean               is_short);

/* The line with name and date, title, client and weeks; returns their height. */
double taut_plan_draft_put_head     (const TautPlanDraft   *draft,
                                     double                 y,
                                     gboolean               draw);
/* The line with name and date alone. */
double taut_plan_draft_put_line     (const TautPlanDraft   *draft,
                                     double                 y,
                                     gboolean               draw);

/* One of the pictures of the first page. */
gboolean taut_plan_draft_put_picture (const TautPlanDraft   *draft,
                                    guint                  picture,
                                    const cairo_rectangle_t *frame,
                                    GError               **error);

/* Where a page begins, and where its foot begins. */
double taut_plan_draft_get_top      (const TautPlanDraft   *draft);
double taut_plan_draft_get_foot     (const TautPlanDraft   *draft);
void   taut_plan_draft_put_foot     (const TautPlanDraft   *draft,
                                     guint                  page,
                                     guint                  n_pages);

/* The schedule as iCalendar text; without @full no descriptions, without @alarms
 * no alarms. */
char  *taut_plan_draft_write_calendar (const TautPlanDraft *draft,
                                     gboolean               full,
                                     gboolean               alarms);

G_END_DECLS
