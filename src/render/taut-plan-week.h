/* taut-plan-week.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-timetable.h"

G_BEGIN_DECLS

#define TAUT_WEEK_DAYS 7

/**
 * TautPlanCell:
 * @n_boxes: sessions of a routine on a day
 * @done: bit i tells whether the i-th of them is ticked
 */
typedef struct
{
  guint n_boxes;
  guint64 done;
} TautPlanCell;

/**
 * TautPlanRow:
 * @routine: what is done
 * @item: its schedule
 * @cells: from Monday
 */
typedef struct
{
  const TautRoutine *routine;
  TautPlanItem *item;
  TautPlanCell cells[TAUT_WEEK_DAYS];
} TautPlanRow;

/**
 * TautPlanWeek:
 * @monday: the first day
 * @sunday: the last day
 * @rows: (element-type TautPlanRow): routines in the order of the plan
 *
 * A week of a plan as a table.
 */
typedef struct
{
  GDate monday;
  GDate sunday;
  GArray *rows;
} TautPlanWeek;

/**
 * taut_plan_week_new:
 * @atlas: knows the routines
 * @plan: (element-type TautPlanItem): the plan
 * @day: a day of the week that is wanted
 *
 * When nothing is planned in the week of @day because the plan begins later, the
 * week is the one in which it begins.
 *
 * Returns: (transfer full): the week
 */
TautPlanWeek *taut_plan_week_new            (TautAtlas          *atlas,
                                             GListModel         *plan,
                                             const GDate        *day);
void          taut_plan_week_free           (TautPlanWeek       *week);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautPlanWeek, taut_plan_week_free)

/* Minutes of the day of the week that has most of them. */
guint         taut_plan_week_get_minutes    (const TautPlanWeek *week);

/* "45 s × 3" */
char         *taut_plan_row_format_repeats  (const TautPlanRow  *row);

/* "45 s × 3, 08:00 and 20:00" */
char         *taut_plan_row_format_dose     (const TautPlanRow  *row);

G_END_DECLS
