/* taut-week-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-care-edit.h"
#include "taut-record.h"
#include "taut-timetable.h"

G_BEGIN_DECLS

#define TAUT_WEEK_STATE_DAYS 7

/**
 * TautWeekBox:
 * @key: stable, also when it is moved
 * @routine_id: what is done
 * @name: all of it in words: "Ball on the wall, Monday 23 November, 08:00, done"
 * @place: which session it is, and the day in whose column it stands
 * @state: what became of it
 * @is_ahead: whether its day is still to come: then nothing can be said of it
 *
 * One session of a week.
 */
typedef struct
{
  char *key;
  char *routine_id;
  char *name;
  TautSessionPlace place;
  TautSessionState state;
  gboolean is_ahead;
} TautWeekBox;

/**
 * TautWeekRow:
 * @routine_id: what is done
 * @title: its name
 * @boxes: (element-type TautWeekBox): from Monday, by time
 */
typedef struct
{
  char *routine_id;
  char *title;
  GPtrArray *boxes[TAUT_WEEK_STATE_DAYS];
} TautWeekRow;

/**
 * TautWeekState:
 * @monday: the first day
 * @today: column of today, TAUT_WEEK_STATE_DAYS when it lies in another week
 * @heading: "23 to 29 November"
 * @progress: "5 of 9 done", or empty
 * @rows: (element-type TautWeekRow): routines with sessions in that week, as planned
 *
 * All that the grid of a week shows, computed from values alone.
 */
typedef struct
{
  GDate monday;
  guint today;
  char *heading;
  char *progress;
  GPtrArray *rows;
} TautWeekState;

/* @day: a day of the week that is wanted. */
TautWeekState     *taut_week_state_new      (TautAtlas           *atlas,
                                             TautRecord          *record,
                                             const GDate         *day,
                                             const GDate         *today);
void               taut_week_state_free     (TautWeekState       *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautWeekState, taut_week_state_free)

/* (nullable) (transfer none) */
const TautWeekBox *taut_week_state_find_box (const TautWeekState *state,
                                             const char          *key);

G_END_DECLS
