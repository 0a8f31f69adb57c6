/* taut-care-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-care-edit.h"
#include "taut-prescription.h"
#include "taut-record.h"
#include "taut-rule.h"
#include "taut-timetable.h"

G_BEGIN_DECLS

/**
 * TautCareBox:
 * @key: stable, also when it is moved
 * @subtitle: dose and time in words: "45 s × 3, morning"
 * @time: "08:00"
 * @place: which session it is
 * @state: what became of it
 * @prescription: of its routine; lives as long as the state
 *
 * One session of today.
 */
typedef struct
{
  char *key;
  char *routine_id;
  char *title;
  char *subtitle;
  char *time;
  TautSessionPlace place;
  TautSessionState state;
  const TautPrescription *prescription;
} TautCareBox;

/**
 * TautCareEntry:
 * @key: the id of the routine
 * @routine: (nullable): %NULL when the atlas does not know it
 * @item: its place in the plan
 * @rule: of the item: on which days
 * @prescription: (nullable): of a planned one; lives as long as the state
 * @first, @last: whether it stands first or last in the plan
 *
 * A routine that is planned.
 */
typedef struct
{
  char *key;
  char *title;
  char *subtitle;
  const TautRoutine *routine;
  TautPlanItem *item;
  TautRule rule;
  const TautPrescription *prescription;
  gboolean first;
  gboolean last;
} TautCareEntry;

/**
 * TautCarePause:
 * @key: stable
 * @label: "Paused 24 to 28 December"
 * @first: its first day, which names it
 *
 * Days without any session, not over yet.
 */
typedef struct
{
  char *key;
  char *label;
  GDate first;
} TautCarePause;

/**
 * TautCareWeek:
 * @label: "16 to 22 November"
 * @text: "5 of 9 done"
 * @monday: its first day
 *
 * How much of an earlier week was done.
 */
typedef struct
{
  char *label;
  char *text;
  GDate monday;
} TautCareWeek;

/**
 * TautCareState:
 * @boxes: (element-type TautCareBox): today, by time
 * @entries: (element-type TautCareEntry): the plan, in its order
 * @pauses: (element-type TautCarePause): by day
 * @weeks: (element-type TautCareWeek): before this one, the last first
 * @prescriptions: (element-type TautPrescription): of the plan
 * @heading: "Today, Sunday 29 November"
 * @progress: "2 of 4 done", or empty
 * @nothing: why there is nothing today, or empty
 *
 * All that the page Care shows, computed from values alone.
 */
typedef struct
{
  GPtrArray *boxes;
  GPtrArray *entries;
  GPtrArray *pauses;
  GPtrArray *weeks;
  GPtrArray *prescriptions;
  char *heading;
  char *progress;
  char *nothing;
  gboolean has_marks;
} TautCareState;

TautCareState *taut_care_state_new          (TautAtlas     *atlas,
                                             TautRecord    *record,
                                             const GDate   *today);
void           taut_care_state_free         (TautCareState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautCareState, taut_care_state_free)

/**
 * taut_care_state_change_time:
 * @minutes: (array length=n_minutes): times of the day, rising
 * @index: the one to change; @n_minutes adds one
 * @minute: its new value
 * @changed: (out caller-allocates) (array): takes up to @n_minutes + 1 times, rising
 *
 * Returns: the number of times, 0 when @minute is taken already and nothing changes
 */
guint          taut_care_state_change_time  (const guint   *minutes,
                                             guint          n_minutes,
                                             guint          index,
                                             guint          minute,
                                             guint         *changed);

/* A time for one more session: four hours after the last, or the first free
 * hour of the day. */
guint          taut_care_state_propose_time (const guint   *minutes,
                                             guint          n_minutes);

G_END_DECLS
