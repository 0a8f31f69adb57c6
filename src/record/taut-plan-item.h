/* taut-plan-item.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

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

/* @end may be NULL: no end. */
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
TautPlanItem   *taut_plan_item_with_tick    (TautPlanItem       *self,
                                             const GDate        *date,
                                             guint               minute,
                                             gboolean            done);

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

G_END_DECLS
