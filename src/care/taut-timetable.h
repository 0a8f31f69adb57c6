/* taut-timetable.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautSession:
 * @item: the routine and its schedule
 * @date: the local day
 * @minute: minutes after midnight
 * @done: whether it is ticked
 *
 * One box of a timetable.
 */
typedef struct
{
  TautPlanItem *item;
  GDate date;
  guint minute;
  gboolean done;
} TautSession;

/* Sessions of all items of a plan from @first to @last, both days included, by
 * day, then time, then order in the plan.
 * Returns: (transfer full) (element-type TautSession) */
GArray  *taut_timetable_list   (GListModel    *plan,
                                const GDate   *first,
                                const GDate   *last);

#define TAUT_ALL_WEEKDAYS 0x7f

/* Weekdays of a weekly rule, bit 0 is Monday; and the rule for weekdays. */
guint    taut_timetable_parse_weekdays  (const char *rrule);
char    *taut_timetable_format_weekdays (guint       weekdays);

/* Whether a rule can be followed: parses, is daily or weekly. */
gboolean taut_timetable_check_rule      (const char *rrule,
                                         GError    **error);

/* Two or three routines for each marked point, those that help more marks first;
 * without repetition. A plain spot counts for the points near it.
 * Returns: (transfer container) (element-type TautRoutine) */
GPtrArray *taut_care_suggest            (TautAtlas  *atlas,
                                         GListModel *marks);

/* Notices that the marks call for: by the areas of the marks and of their
 * zones, gravest first, then as in the data; those that are always shown too.
 * Returns: (transfer container) (element-type TautNotice) */
GPtrArray *taut_care_list_notices       (TautAtlas  *atlas,
                                         GListModel *marks);

/* A new plan item with the routine's suggested days and times from @start. */
TautPlanItem *taut_care_plan_routine    (const TautRoutine *routine,
                                         const GDate       *start);

G_END_DECLS
