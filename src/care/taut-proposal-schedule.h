/* taut-proposal-schedule.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-care-context.h"
#include "taut-prescription.h"

G_BEGIN_DECLS

/* On which days and at what times proposed routines are done; of this room only. */

#define TAUT_PROPOSAL_DAYS 7

/**
 * TautCareSlot:
 * @minutes: of one session
 * @days: chosen, bit 0 is Monday
 * @times: a day
 * @early: whether a single session belongs to the morning
 *
 * One routine in the week.
 */
typedef struct
{
  const TautRoutine *routine;
  guint minutes;
  guint days;
  guint times;
  gboolean early;
} TautCareSlot;

/**
 * TautCareWeek:
 * @budget: minutes that a day may have
 * @load: minutes that each weekday has
 */
typedef struct
{
  guint budget;
  guint load[TAUT_PROPOSAL_DAYS];
} TautCareWeek;

/* Puts a routine on up to @n_days of its own days, once a day, those with the
 * least to do first and well spread; %FALSE when too few days have room. */
gboolean      taut_care_week_place  (TautCareWeek          *week,
                                     TautCareSlot          *slot,
                                     guint                  n_days);

/* Fills up what is left: more of a routine's own days, then more times a day, up
 * to @n_sittings; the first slots first. */
void          taut_care_week_fill   (TautCareWeek          *week,
                                     GArray                *slots,
                                     guint                  n_sittings);

/* The times of the day at which a person does care: preferred ones, or morning,
 * afternoon and evening. (transfer full) (element-type guint) */
GArray       *taut_care_list_sittings (TautProfile         *profile);

/* Items for @slots, which are in the order of doing. Sessions of one sitting follow
 * each other, and none begins while another one, of @taken or new, is under way.
 * @taken: (element-type TautPrescription): those of the plan
 * Returns: (transfer full) (element-type TautPlanItem) */
GPtrArray    *taut_care_schedule    (GArray                *slots,
                                     GArray                *sittings,
                                     GPtrArray             *taken,
                                     const GDate           *today);

G_END_DECLS
