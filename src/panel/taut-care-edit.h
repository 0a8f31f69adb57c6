/* taut-care-edit.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/* What a person does to the plan. Each is one step of the history; most answer with
 * a sentence that says what was done, for the person to read, or %NULL when nothing
 * needs to be said. (transfer full) (nullable) */

/* Nothing was said of a session any more. */
#define TAUT_CARE_EDIT_OPEN (-1)

/* Routines for the same muscle begin at least so many minutes apart. */
#define TAUT_CARE_EDIT_GAP 15

/**
 * TautSessionPlace:
 * @routine_id: whose session
 * @rule_date: the day that the rule gives
 * @rule_minute: the time that the rule gives
 * @date: the day on which it takes place
 * @minute: the time at which it takes place
 */
typedef struct
{
  const char *routine_id;
  GDate rule_date;
  guint rule_minute;
  GDate date;
  guint minute;
} TautSessionPlace;

/* @outcome: a TautOutcome, or TAUT_CARE_EDIT_OPEN */
void   taut_care_edit_set_outcome (TautRecord             *record,
                                   const TautSessionPlace *place,
                                   int                     outcome);

/* Backs off by rule. */
char  *taut_care_edit_too_sore    (TautAtlas              *atlas,
                                   TautRecord             *record,
                                   const TautSessionPlace *place);

/* Puts the session on another day or time; a time that another session of the
 * routine has already is passed over. */
char  *taut_care_edit_move        (TautAtlas              *atlas,
                                   TautRecord             *record,
                                   const TautSessionPlace *place,
                                   const GDate            *date,
                                   guint                   minute);
char  *taut_care_edit_leave_out   (TautAtlas              *atlas,
                                   TautRecord             *record,
                                   const TautSessionPlace *place);

/* A time later on the same day, seen from @now; %FALSE when the day is over. */
gboolean taut_care_edit_find_later (guint                  minute,
                                    guint                  now,
                                    guint                 *later);

/* Puts an item with new days or times into the plan. Times that collide with a
 * routine for the same muscle are shifted. An item whose rule is over before it starts
 * is left as it was; one that ends before its first session is told of. */
char  *taut_care_edit_schedule    (TautAtlas              *atlas,
                                   TautRecord             *record,
                                   TautPlanItem           *item);

/* Likewise where the time at @index becomes @minute; one past the last adds it. A time
 * that is taken is passed over in the direction of the change. */
char  *taut_care_edit_set_time    (TautAtlas              *atlas,
                                   TautRecord             *record,
                                   TautPlanItem           *item,
                                   guint                   index,
                                   guint                   minute);

/* Days without any session, both included; in any order. */
void   taut_care_edit_pause       (TautRecord             *record,
                                   const GDate            *first,
                                   const GDate            *last);
void   taut_care_edit_unpause     (TautRecord             *record,
                                   const GDate            *first);

G_END_DECLS
