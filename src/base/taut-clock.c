/* taut-clock.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-clock"

#include "config.h"

#include "taut-clock.h"

struct _TautClock
{
  GObject parent_instance;

  GDateTime *fixed;       /* NULL for the system's clock */
};

G_DEFINE_FINAL_TYPE (TautClock, taut_clock, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
taut_clock_finalize (GObject *object)
{
  TautClock *self = TAUT_CLOCK (object);

  g_clear_pointer (&self->fixed, g_date_time_unref);

  G_OBJECT_CLASS (taut_clock_parent_class)->finalize (object);
}

static void
taut_clock_class_init (TautClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taut_clock_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
taut_clock_init (TautClock *self)
{
}

TautClock *
taut_clock_new_system (void)
{
  return g_object_new (TAUT_TYPE_CLOCK, NULL);
}

TautClock *
taut_clock_new_fixed (GDateTime *now)
{
  TautClock *self;

  g_return_val_if_fail (now != NULL, NULL);

  self = g_object_new (TAUT_TYPE_CLOCK, NULL);
  self->fixed = g_date_time_ref (now);

  return self;
}

GDateTime *
taut_clock_get_now (TautClock *self)
{
  g_return_val_if_fail (TAUT_IS_CLOCK (self), NULL);

  return self->fixed != NULL ? g_date_time_ref (self->fixed) : g_date_time_new_now_local ();
}

gboolean
taut_clock_is_fixed (TautClock *self)
{
  g_return_val_if_fail (TAUT_IS_CLOCK (self), FALSE);

  return self->fixed != NULL;
}

void
taut_clock_set_now (TautClock *self,
                    GDateTime *now)
{
  g_autoptr (GDateTime) previous = NULL;

  g_return_if_fail (TAUT_IS_CLOCK (self));
  g_return_if_fail (self->fixed != NULL);
  g_return_if_fail (now != NULL);

  previous = g_steal_pointer (&self->fixed);
  self->fixed = g_date_time_ref (now);

  g_signal_emit (self, signals[CHANGED], 0);
}

void
taut_clock_get_today (TautClock *self,
                      GDate     *today)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (TAUT_IS_CLOCK (self));
  g_return_if_fail (today != NULL);

  now = taut_clock_get_now (self);
  taut_clock_get_date (now, today);
}

void
taut_clock_get_date (GDateTime *time,
                     GDate     *date)
{
  int year;
  int month;
  int day;

  g_return_if_fail (time != NULL);
  g_return_if_fail (date != NULL);

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
}
