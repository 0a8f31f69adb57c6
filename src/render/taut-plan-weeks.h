/* taut-plan-weeks.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-prescription.h"

G_BEGIN_DECLS

#define TAUT_WEEK_DAYS 7

/**
 * TautPlanCell:
 * @n_boxes: sessions on a day
 * @done: bit i tells whether the i-th of them is ticked
 */
typedef struct
{
  guint n_boxes;
  guint64 done;
} TautPlanCell;

/**
 * TautPlanRow:
 * @prescription: what is done
 * @name: of the routine
 * @dose: how much, and when
 * @repeats: how much alone
 * @minute: of the day, %G_MAXUINT for all times
 * @cells: from the first Monday
 *
 * A routine, or a routine at one time of the day.
 */
typedef struct
{
  const TautPrescription *prescription;
  char *name;
  char *dose;
  char *repeats;
  guint minute;
  TautPlanCell *cells;
} TautPlanRow;

/**
 * TautPlanWeeks:
 * @monday: the first day
 * @n_weeks: how many weeks
 * @rows: (element-type TautPlanRow): in the order of the plan
 * @minutes: of the day that has most of them
 *
 * Weeks of a plan as a table.
 */
typedef struct
{
  GDate monday;
  guint n_weeks;
  GPtrArray *rows;
  guint minutes;
} TautPlanWeeks;

/**
 * taut_plan_weeks_new:
 * @atlas: knows the routines
 * @record: its profile knows the pauses
 * @prescriptions: (element-type TautPrescription): what goes into the table; it
 *   must outlive the weeks
 * @day: a day of the first week
 * @n_weeks: how many weeks
 * @n_split: each time of the day has a row of its own as long as that makes no
 *   more rows than these
 *
 * When nothing takes place in the week of @day because the plan begins later, the
 * first week is the one in which it begins.
 */
TautPlanWeeks *taut_plan_weeks_new          (TautAtlas           *atlas,
                                             TautRecord          *record,
                                             GPtrArray           *prescriptions,
                                             const GDate         *day,
                                             guint                n_weeks,
                                             guint                n_split);
void           taut_plan_weeks_free         (TautPlanWeeks       *weeks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautPlanWeeks, taut_plan_weeks_free)

/* Rows with a session within @n weeks from the week @first on.
 * Returns: (transfer container) (element-type TautPlanRow) */
GPtrArray     *taut_plan_weeks_list_rows    (const TautPlanWeeks *weeks,
                                             guint                first,
                                             guint                n);
void           taut_plan_weeks_get_day      (const TautPlanWeeks *weeks,
                                             guint                day,
                                             GDate               *date);
/* "45 s × 3" */
char          *taut_plan_format_repeats     (const TautPrescription *prescription);

G_END_DECLS
