/* taut-hold-timer.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-hold-timer"

#include "config.h"

#include "taut-hold-timer.h"

#define READY_MS 5000
#define REST_MS 5000
#define SET_REST_MS 30000

static void
enter (TautHoldTimer  *timer,
       TautTimerPhase  phase,
       gint64          ms)
{
  g_assert (timer != NULL);

  timer->phase = phase;
  timer->phase_ms = ms;
  timer->left_ms = ms;
}

static void
begin_repetition (TautHoldTimer *timer)
{
  g_assert (timer != NULL);

  if (timer->hold > 0)
    enter (timer, TAUT_TIMER_HOLD, timer->hold * G_GINT64_CONSTANT (1000));
  else
    enter (timer, TAUT_TIMER_COUNT, 0);
}

/* After a hold or a counted movement. */
static void
end_repetition (TautHoldTimer *timer)
{
  gboolean last = timer->repetition == timer->repetitions;

  g_assert (timer != NULL);

  if (last && timer->set == timer->sets)
    {
      enter (timer, TAUT_TIMER_DONE, 0);
      return;
    }

  timer->set += last ? 1 : 0;
  timer->repetition = last ? 1 : timer->repetition + 1;
  if (last)
    enter (timer, TAUT_TIMER_REST, timer->hold > 0 ? MAX (REST_MS, SET_REST_MS / 2) : SET_REST_MS);
  else if (timer->hold > 0)
    enter (timer, TAUT_TIMER_REST, REST_MS);
  else
    enter (timer, TAUT_TIMER_COUNT, 0);
}

void
taut_hold_timer_start (TautHoldTimer  *timer,
                       const TautDose *dose,
                       guint           minutes)
{
  g_return_if_fail (timer != NULL);
  g_return_if_fail (dose != NULL);

  timer->hold = dose->hold;
  timer->repetitions = MAX (dose->repetitions, 1);
  timer->sets = MAX (dose->sets, 1);
  if (timer->hold == 0 && timer->repetitions * timer->sets == 1)
    timer->hold = MAX (minutes, 1) * 60;
  timer->repetition = 1;
  timer->set = 1;
  enter (timer, TAUT_TIMER_READY, READY_MS);
}

void
taut_hold_timer_next (TautHoldTimer *timer)
{
  g_return_if_fail (timer != NULL);

  switch (timer->phase)
    {
    case TAUT_TIMER_READY:
    case TAUT_TIMER_REST:
      begin_repetition (timer);
      break;
    case TAUT_TIMER_HOLD:
    case TAUT_TIMER_COUNT:
      end_repetition (timer);
      break;
    case TAUT_TIMER_DONE:
      break;
    default:
      g_assert_not_reached ();
    }
}

void
taut_hold_timer_advance (TautHoldTimer *timer,
                         gint64         ms)
{
  g_return_if_fail (timer != NULL);
  g_return_if_fail (ms >= 0);

  while (ms > 0 && timer->phase != TAUT_TIMER_DONE && timer->phase != TAUT_TIMER_COUNT)
    {
      gint64 step = MIN (ms, timer->left_ms);

      timer->left_ms -= step;
      ms -= step;
      if (timer->left_ms == 0)
        taut_hold_timer_next (timer);
    }
}

guint
taut_hold_timer_get_seconds (const TautHoldTimer *timer)
{
  g_return_val_if_fail (timer != NULL, 0);

  return (timer->left_ms + 999) / 1000;
}

double
taut_hold_timer_get_share (const TautHoldTimer *timer)
{
  g_return_val_if_fail (timer != NULL, 0);

  if (timer->phase_ms == 0)
    return timer->phase == TAUT_TIMER_DONE ? 1 : 0;

  return 1 - (double) timer->left_ms / timer->phase_ms;
}
