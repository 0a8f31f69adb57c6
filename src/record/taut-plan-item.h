/* taut-plan-item.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TautPlanItem:
 *
 * One routine of a plan with its schedule and its ticks: an immutable value.
 *
 * The recurrence is an RFC 5545 RRULE such as "FREQ=WEEKLY;BYDAY=MO,WE,FR".
 * Times of the day are minutes after midnight, local time, rising. A tick is
 * (date, time of the day): that session was done.
 */
#define TAUT_TYPE_PLAN_ITEM (taut_plan_item_get_type ())

G_DECLARE_FINAL_TYPE (TautPlanItem, taut_plan_item, TAUT, PLAN_ITEM, GObject)

/**
 * TautOutcome:
 * @TAUT_OUTCOME_DONE: the session was done
 * @TAUT_OUTCOME_SORE: it was left because the spot was too sore
 * @TAUT_OUTCOME_SKIPPED: it was skipped on purpose
 */
typedef enum
{
  TAUT_OUTCOME_DONE,
  TAUT_OUTCOME_SORE,
  TAUT_OUTCOME_SKIPPED,
} TautOutcome;

/* @date and @minute are those that the rule gives, also for a session that was
 * moved elsewhere. */
typedef struct
{
  GDate date;
  guint minute;
  TautOutcome outcome;
} TautTick;

/**
 * TautException:
 * @date: of the session as the rule gives it
 * @minute: the same
 * @moved: whether it takes place at another time; if not, it is left out
 * @to_date: the new day, with @moved
 * @to_minute: the new time, with @moved
 *
 * One session that differs from the rule.
 */
typedef struct
{
  GDate date;
  guint minute;
  gboolean moved;
  GDate to_date;
  guint to_minute;
} TautException;

/**
 * TautDose:
 * @hold: seconds of a hold
 * @repetitions: per set
 * @sets: in one session
 * @pressure: 1 to 10
 *
 * What a person changed of a routine's dose. 0 means: as the routine says.
 */
typedef struct
{
  guint hold;
  guint repetitions;
  guint sets;
  guint pressure;
} TautDose;

#define TAUT_DOSE_HOLD_MAX 3600
#define TAUT_DOSE_REPETITIONS_MAX 200
#define TAUT_DOSE_SETS_MAX 20
#define TAUT_DOSE_PRESSURE_MAX 10

/* Whether nothing of it is beyond these. */
gboolean        taut_dose_is_sound          (const TautDose     *dose);
gboolean        taut_dose_equal             (const TautDose     *a,
                                             const TautDose     *b);

#define TAUT_MINUTES_A_DAY (24 * 60)

/* @minutes are sorted and freed of doubles. @end may be NULL: no end. */
TautPlanItem   *taut_plan_item_new          (const char         *routine_id,
                                             const char         *rrule,
                                             const guint        *minutes,
                                             guint               n_minutes,
                                             const GDate        *start,
                                             const GDate        *end);
TautPlanItem   *taut_plan_item_with_rrule   (TautPlanItem       *self,
                                             const char         *rrule);
TautPlanItem   *taut_plan_item_with_minutes (TautPlanItem       *self,
                                             const guint        *minutes,
                                             guint               n_minutes);
TautPlanItem   *taut_plan_item_with_period  (TautPlanItem       *self,
                                             const GDate        *start,
                                             const GDate        *end);
/* @done: ticks it as done, else nothing is said of it any more. */
TautPlanItem   *taut_plan_item_with_tick    (TautPlanItem       *self,
                                             const GDate        *date,
                                             guint               minute,
                                             gboolean            done);

/* All ticks at once; sorted and freed of doubles. */
TautPlanItem   *taut_plan_item_with_ticks   (TautPlanItem       *self,
                                             const TautTick     *ticks,
                                             guint               n_ticks);

const char     *taut_plan_item_get_routine_id (TautPlanItem     *self);
const char     *taut_plan_item_get_rrule    (TautPlanItem       *self);
const guint    *taut_plan_item_get_minutes  (TautPlanItem       *self,
                                             guint              *n_minutes);
const GDate    *taut_plan_item_get_start    (TautPlanItem       *self);
const GDate    *taut_plan_item_get_end      (TautPlanItem       *self);
const TautTick *taut_plan_item_get_ticks    (TautPlanItem       *self,
                                             guint              *n_ticks);
gboolean        taut_plan_item_is_done      (TautPlanItem       *self,
                                             const GDate        *date,
                                             guint               minute);

/* What became of a session; %FALSE when nothing was said of it.
 * @outcome: (out) (optional) */
gboolean        taut_plan_item_find_tick    (TautPlanItem       *self,
                                             const GDate        *date,
                                             guint               minute,
                                             TautOutcome        *outcome);
TautPlanItem   *taut_plan_item_with_outcome (TautPlanItem       *self,
                                             const GDate        *date,
                                             guint               minute,
                                             TautOutcome         outcome);

/* All zero when nothing was changed. */
const TautDose *taut_plan_item_get_dose     (TautPlanItem       *self);
TautPlanItem   *taut_plan_item_with_dose    (TautPlanItem       *self,
                                             const TautDose     *dose);

/* By date and minute, each session at most once. */
const TautException *taut_plan_item_get_exceptions (TautPlanItem *self,
                                             guint              *n_exceptions);
/* (transfer none) (nullable) */
const TautException *taut_plan_item_find_exception (TautPlanItem *self,
                                             const GDate        *date,
                                             guint               minute);
/* Puts an exception in the place of another for the same session. */
TautPlanItem   *taut_plan_item_with_exception (TautPlanItem     *self,
                                             const TautException *exception);
/* The session follows the rule again. */
TautPlanItem   *taut_plan_item_without_exception (TautPlanItem  *self,
                                             const GDate        *date,
                                             guint               minute);
TautPlanItem   *taut_plan_item_with_exceptions (TautPlanItem    *self,
                                             const TautException *exceptions,
                                             guint               n_exceptions);

/* What a file said of the item beyond this; kept by every change. Not to be
 * changed once given. (nullable) */
JsonObject     *taut_plan_item_get_unknown  (TautPlanItem       *self);
TautPlanItem   *taut_plan_item_with_unknown (TautPlanItem       *self,
                                             JsonObject         *unknown);

gboolean        taut_plan_item_equal        (TautPlanItem       *a,
                                             TautPlanItem       *b);
gboolean        taut_plan_item_equal_schedule (TautPlanItem     *a,
                                             TautPlanItem       *b);
gboolean        taut_plan_item_equal_ticks  (TautPlanItem       *a,
                                             TautPlanItem       *b);
gboolean        taut_plan_item_equal_exceptions (TautPlanItem   *a,
                                             TautPlanItem       *b);

G_END_DECLS
