/* taut-clock.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TAUT_TYPE_CLOCK (taut_clock_get_type ())

G_DECLARE_FINAL_TYPE (TautClock, taut_clock, TAUT, CLOCK, GObject)

/**
 * TautClock:
 *
 * The source of "now" for everything above the core. A clock made with
 * new_fixed() stands still until set_now() moves it; a system clock cannot be
 * set. get_now() is (transfer full).
 *
 * Signal: "changed", when set_now() has moved it.
 */
TautClock *taut_clock_new_system (void);
TautClock *taut_clock_new_fixed  (GDateTime *now);
GDateTime *taut_clock_get_now    (TautClock *self);
gboolean   taut_clock_is_fixed   (TautClock *self);
void       taut_clock_set_now    (TautClock *self,
                                  GDateTime *now);

/* The local day of now. */
void       taut_clock_get_today  (TautClock *self,
                                  GDate     *today);

/* The day of a moment, in the zone that it is given in. */
void       taut_clock_get_date   (GDateTime *time,
                                  GDate     *date);

G_END_DECLS
