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

typedef struct
{
  GDate date;
  guint minute;
} TautTick;

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

G_END_DECLS
