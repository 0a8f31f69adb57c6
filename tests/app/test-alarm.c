/* test-alarm.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-alarm.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

/* With the system's clock: a moment that is over rings at once, one to come does when
 * it comes, and one that was cleared does not. */
static void
test_system (void)
{
  g_autoptr (TautClock) clock = taut_clock_new_system ();
  TautAlarm *alarm = taut_alarm_new (clock);
  g_autoptr (GDateTime) now = taut_clock_get_now (clock);
  g_autoptr (GDateTime) past = g_date_time_add_years (now, -1);
  g_autoptr (GDateTime) soon = g_date_time_add_seconds (now, 1);
  g_autoptr (GDateTime) rang = NULL;
  guint count = 0;

  g_signal_connect_swapped (alarm, "rang", G_CALLBACK (count_cb), &count);
  taut_alarm_set (alarm, past);
  taut_alarm_clear (alarm);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (count, ==, 0);

  taut_alarm_set (alarm, past);
  while (count < 1)
    g_main_context_iteration (NULL, TRUE);

  taut_alarm_set (alarm, soon);
  while (count < 2)
    g_main_context_iteration (NULL, TRUE);
  rang = taut_clock_get_now (clock);
  g_assert_cmpint (g_date_time_to_unix (rang), >=, g_date_time_to_unix (soon));

  taut_alarm_set (alarm, NULL);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (count, ==, 2);

  g_assert_finalize_object (alarm);
}

/* A clock that tests hold rings when it is moved, forth or back. */
static void
test_fixed (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 18, 18, 0, 0);
  g_autoptr (GDateTime) later = g_date_time_add_hours (now, 1);
  g_autoptr (TautClock) clock = taut_clock_new_fixed (now);
  TautAlarm *alarm = taut_alarm_new (clock);
  guint count = 0;

  g_signal_connect_swapped (alarm, "rang", G_CALLBACK (count_cb), &count);
  taut_clock_set_now (clock, later);
  g_assert_cmpuint (count, ==, 0);
  taut_alarm_set (alarm, later);
  taut_clock_set_now (clock, now);
  taut_clock_set_now (clock, later);
  g_assert_cmpuint (count, ==, 2);
  taut_alarm_clear (alarm);
  taut_clock_set_now (clock, now);
  g_assert_cmpuint (count, ==, 2);

  g_assert_finalize_object (alarm);
  taut_clock_set_now (clock, later);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/alarm/system", test_system);
  g_test_add_func ("/app/alarm/fixed", test_fixed);

  return g_test_run ();
}
