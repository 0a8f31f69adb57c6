/* taut-card-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-hold-timer.h"
#include "taut-prescription.h"

G_BEGIN_DECLS

/* A large figure with what it counts: "45 s", "hold". */
typedef struct
{
  char *value;
  char *label;
} TautCardFigure;

/**
 * TautCardState:
 * @prescription: the routine
 * @title: "Ball on the wall"
 * @subtitle: "Muscles from the neck to the shoulder. For: upper trapezius, right"
 * @figures: (element-type TautCardFigure): the dose
 * @gentler: (nullable): why the dose is gentler than usual
 * @steps: what to do, %NULL-terminated
 * @feel: (nullable): what it should feel like
 * @heed: (nullable): what to keep off, and when to stop
 * @refusal: (nullable): why a precaution refuses it
 * @has_timer: whether there is something to time or to count
 *
 * All that the card of a routine shows, computed from values alone.
 */
typedef struct
{
  TautPrescription *prescription;
  char *title;
  char *subtitle;
  GPtrArray *figures;
  char *gentler;
  char **steps;
  char *feel;
  char *heed;
  char *refusal;
  gboolean has_timer;
} TautCardState;

/* %NULL for a routine that neither the atlas nor the record knows. */
TautCardState *taut_card_state_new  (TautAtlas           *atlas,
                                     TautRecord          *record,
                                     const char          *routine_id);
void           taut_card_state_free (TautCardState       *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautCardState, taut_card_state_free)

/* The item with the session ticked that was done just now: of those of @today that
 * are open, the last one that was due at @minute, or else the first. %NULL when none
 * is open. (transfer full) (nullable) */
TautPlanItem  *taut_card_state_tick (TautRecord          *record,
                                     const char          *routine_id,
                                     const GDate         *today,
                                     guint                minute);

/* What the timer says: "Hold 2 of 3". (transfer full) */
char          *taut_card_state_describe_timer (const TautHoldTimer *timer);

G_END_DECLS
