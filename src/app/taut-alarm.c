/* taut-alarm.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GLib's timeouts count seconds that pass while the computer is awake; a reminder
 * is for a time that the clock on the wall shows. The kernel's timer knows it, also
 * across sleep, and tells when somebody sets the clock. */

#define G_LOG_DOMAIN "taut-alarm"

#include "config.h"

#include "taut-alarm.h"

#include <errno.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <glib-unix.h>

#define LONGEST_SLEEP (15 * 60)

struct _TautAlarm
{
  GObject parent_instance;

  TautClock *clock;
  int fd;
  guint source_id;
  guint is_set : 1;
};

G_DEFINE_FINAL_TYPE (TautAlarm, taut_alarm, G_TYPE_OBJECT)

enum {
  RANG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ring (TautAlarm *self)
{
  g_assert (TAUT_IS_ALARM (self));

  if (self->is_set)
    g_signal_emit (self, signals[RANG], 0);
}

static gboolean
timer_cb (int          fd,
          GIOCondition condition,
          gpointer     user_data)
{
  TautAlarm *self = TAUT_ALARM (user_data);
  guint64 n_expirations;

  /* Fails with ECANCELED when the clock was set: that is told just so. */
  if (read (fd, &n_expirations, sizeof n_expirations) < 0 && (errno == EAGAIN || errno == EINTR))
    return G_SOURCE_CONTINUE;

  ring (self);

  return G_SOURCE_CONTINUE;
}

static void
set_timer (TautAlarm *self,
           gint64     seconds)
{
  const struct itimerspec when = { .it_value = { .tv_sec = seconds } };

  g_assert (TAUT_IS_ALARM (self));

  if (self->fd >= 0 &&
      timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) != 0 &&
      errno != ECANCELED)
    g_warning ("cannot set a timer: %s", g_strerror (errno));
}

static void
taut_alarm_dispose (GObject *object)
{
  TautAlarm *self = TAUT_ALARM (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (taut_alarm_parent_class)->dispose (object);
}

static void
taut_alarm_class_init (TautAlarmClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taut_alarm_dispose;

  signals[RANG] =
    g_signal_new ("rang", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
taut_alarm_init (TautAlarm *self)
{
  self->fd = -1;
}

TautAlarm *
taut_alarm_new (TautClock *clock)
{
  TautAlarm *self;

  g_return_val_if_fail (TAUT_IS_CLOCK (clock), NULL);

  self = g_object_new (TAUT_TYPE_ALARM, NULL);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "changed", G_CALLBACK (ring), self, G_CONNECT_SWAPPED);

  /* A clock that is held still reaches no moment by itself. */
  if (!taut_clock_is_fixed (clock))
    {
      self->fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
      if (self->fd >= 0)
        self->source_id = g_unix_fd_add (self->fd, G_IO_IN, timer_cb, self);
      else
        g_warning ("cannot make a timer: %s", g_strerror (errno));
    }

  return self;
}

void
taut_alarm_set (TautAlarm *self,
                GDateTime *moment)
{
  g_autoptr (GDateTime) now = NULL;
  gint64 seconds;

  g_return_if_fail (TAUT_IS_ALARM (self));

  now = taut_clock_get_now (self->clock);
  seconds = g_date_time_to_unix (now) + LONGEST_SLEEP;
  if (moment != NULL)
    seconds = MIN (seconds, g_date_time_to_unix (moment));

  self->is_set = TRUE;
  /* Zero would stop the timer. */
  set_timer (self, MAX (seconds, 1));
}

void
taut_alarm_clear (TautAlarm *self)
{
  g_return_if_fail (TAUT_IS_ALARM (self));

  self->is_set = FALSE;
  set_timer (self, 0);
}
