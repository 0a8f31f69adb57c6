/* taut-timetable.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAUT_SESSION_OPEN,      /* still to come, or today */
  TAUT_SESSION_DONE,
  TAUT_SESSION_SORE,
  TAUT_SESSION_SKIPPED,
  TAUT_SESSION_MISSED,    /* a day before today, and nothing was said of it */
} TautSessionState;

/**
 * TautSession:
 * @item: the routine and its schedule
 * @date: the local day on which it takes place
 * @minute: minutes after midnight
 * @rule_date: the day that the rule gives: the key of its tick
 * @rule_minute: the same
 * @done: whether it is ticked
 * @state: what became of it
 *
 * One box of a timetable.
 */
typedef struct
{
  TautPlanItem *item;
  GDate date;
  guint minute;
  GDate rule_date;
  guint rule_minute;
  gboolean done;
  TautSessionState state;
} TautSession;

/* Sessions of all items of a plan from @first to @last, both days included, by
 * day, then time, then order in the plan; without those that are left out or fall
 * into a pause, moved ones where they were moved to.
 * @profile: (nullable): whose pauses count
 * @today: (nullable): parts open from missed; %NULL: none is missed
 * Returns: (transfer full) (element-type TautSession) */
GArray  *taut_timetable_list_sessions (GListModel    *plan,
                                       TautProfile   *profile,
                                       const GDate   *first,
                                       const GDate   *last,
                                       const GDate   *today);

/* The same without pauses and missed ones. */
GArray  *taut_timetable_list   (GListModel    *plan,
                                const GDate   *first,
                                const GDate   *last);

/* The moment at which a session begins in @zone: as GDateTime decides, also where
 * the clock is put forward or back. (transfer full) */
GDateTime *taut_timetable_get_moment  (const TautSession *session,
                                       GTimeZone         *zone);

/**
 * TautAdherence:
 * @monday: the week
 * @n_planned: sessions before today, and those of today that something was said of
 * @n_done: of these
 */
typedef struct
{
  GDate monday;
  guint n_planned;
  guint n_done;
} TautAdherence;

/* One for each week from the plan's beginning to @today, oldest first; skipped and
 * sore sessions count as planned.
 * Returns: (transfer full) (element-type TautAdherence) */
GArray  *taut_timetable_measure_adherence (GListModel  *plan,
                                           TautProfile *profile,
                                           const GDate *today);

/* What "too sore" does: the item with the session ticked so, the rest of the day and
 * two days left out for that routine, and less pressure and shorter holds afterwards.
 * @routine may be %NULL. (transfer full) */
TautPlanItem *taut_timetable_back_off     (TautPlanItem      *item,
                                           const TautRoutine *routine,
                                           const TautSession *session);

/* Times for @item, at or near its own, at which no other routine of @plan for the
 * same muscles takes place within @gap minutes. (transfer full) */
TautPlanItem *taut_timetable_avoid        (TautAtlas         *atlas,
                                           GListModel        *plan,
                                           TautPlanItem      *item,
                                           guint              gap);

#define TAUT_ALL_WEEKDAYS 0x7f

/* Weekdays of a weekly rule, bit 0 is Monday; and the rule for weekdays. */
guint    taut_timetable_parse_weekdays  (const char *rrule);
char    *taut_timetable_format_weekdays (guint       weekdays);

/* Whether @item has any session at all: it may end before its first one. */
gboolean taut_timetable_occurs          (TautPlanItem *item);

/* Whether a rule can be followed: parses, is daily or weekly. */
gboolean taut_timetable_check_rule      (const char *rrule,
                                         GError    **error);

/* Notices that the marks call for: by the areas of the marks and of their
 * zones, gravest first, then as in the data; those that are always shown too.
 * Returns: (transfer container) (element-type TautNotice) */
GPtrArray *taut_care_list_notices       (TautAtlas  *atlas,
                                         GListModel *marks);

/* A new plan item with the routine's suggested days and times from @start. */
TautPlanItem *taut_care_plan_routine    (const TautRoutine *routine,
                                         const GDate       *start);

G_END_DECLS
