/* taut-care-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautCareBox:
 * @key: stable within the day
 *
 * One box of today.
 */
typedef struct
{
  char *key;
  char *routine_id;
  char *title;
  char *subtitle;
  guint minute;
  gboolean done;
} TautCareBox;

/**
 * TautCareEntry:
 * @key: the id of the routine
 * @routine: (nullable): %NULL when the atlas does not know it
 * @item: (nullable): its place in the plan; %NULL for a proposal
 *
 * A routine that is proposed or planned.
 */
typedef struct
{
  char *key;
  char *title;
  char *subtitle;
  const TautRoutine *routine;
  TautPlanItem *item;
  guint weekdays;
} TautCareEntry;

/**
 * TautCareState:
 * @boxes: (element-type TautCareBox): today, by time
 * @proposals: (element-type TautCareEntry): not yet in the plan
 * @entries: (element-type TautCareEntry): the plan, in its order
 * @heading: "Today, Sunday 29 November"
 * @progress: "2 of 4 done", or empty
 *
 * All that the page Care shows, computed from values alone.
 */
typedef struct
{
  GPtrArray *boxes;
  GPtrArray *proposals;
  GPtrArray *entries;
  char *heading;
  char *progress;
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
