/* taut-alarm.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-clock.h"

G_BEGIN_DECLS

/**
 * TautAlarm:
 *
 * Rings at a moment, and also when the clock was set, the computer woke up, or a
 * quarter of an hour is over, as the time zone may be another by then. Who hears it
 * looks at the clock and sets it anew.
 *
 * Signal: "rang".
 */
#define TAUT_TYPE_ALARM (taut_alarm_get_type ())

G_DECLARE_FINAL_TYPE (TautAlarm, taut_alarm, TAUT, ALARM, GObject)

TautAlarm *taut_alarm_new   (TautClock *clock);

/* Waits for @moment, which may be over already; %NULL waits only for what happens
 * to the clock. */
void       taut_alarm_set   (TautAlarm *self,
                             GDateTime *moment);

/* Does not ring any more until it is set. */
void       taut_alarm_clear (TautAlarm *self);

G_END_DECLS
