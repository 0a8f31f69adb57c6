/* taut-hold-timer.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-item.h"

G_BEGIN_DECLS

/**
 * TautTimerPhase:
 * @TAUT_TIMER_READY: getting into the position
 * @TAUT_TIMER_HOLD: a hold runs
 * @TAUT_TIMER_REST: between two holds
 * @TAUT_TIMER_COUNT: a movement without a hold, counted by hand
 * @TAUT_TIMER_DONE: all of it was done
 */
typedef enum
{
  TAUT_TIMER_READY,
  TAUT_TIMER_HOLD,
  TAUT_TIMER_REST,
  TAUT_TIMER_COUNT,
  TAUT_TIMER_DONE,
} TautTimerPhase;

/**
 * TautHoldTimer:
 * @repetition: the one that runs or comes next, from 1
 * @set: the same
 * @left_ms: of the phase
 * @phase_ms: how long the phase is
 *
 * Leads through the holds and repetitions of one session. It knows no clock: it is
 * told how much time went by.
 */
typedef struct
{
  guint hold;
  guint repetitions;
  guint sets;
  TautTimerPhase phase;
  guint repetition;
  guint set;
  gint64 left_ms;
  gint64 phase_ms;
} TautHoldTimer;

/* @minutes: of a session, for what is neither held nor repeated: warmth. */
void   taut_hold_timer_start       (TautHoldTimer       *timer,
                                    const TautDose      *dose,
                                    guint                minutes);
void   taut_hold_timer_advance     (TautHoldTimer       *timer,
                                    gint64               ms);
/* Ends the phase now. */
void   taut_hold_timer_next        (TautHoldTimer       *timer);

/* Seconds that are left of the phase, rounded up. */
guint  taut_hold_timer_get_seconds (const TautHoldTimer *timer);
/* How much of the phase is over, 0 to 1. */
double taut_hold_timer_get_share   (const TautHoldTimer *timer);

G_END_DECLS
