/* test-clock.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-clock.h"
#include "taut-side.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_fixed (void)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 3, 29, 2, 30, 0);
  g_autoptr (GDateTime) second = g_date_time_add_days (first, 1);
  TautClock *clock = taut_clock_new_fixed (first);
  guint n_changes = 0;

  g_assert_true (taut_clock_is_fixed (clock));
  g_signal_connect_swapped (clock, "changed", G_CALLBACK (count_cb), &n_changes);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GDateTime) now = taut_clock_get_now (clock);

      g_assert_true (g_date_time_equal (now, i == 0 ? first : second));
      taut_clock_set_now (clock, second);
    }
  taut_clock_set_now (clock, second);
  g_assert_cmpuint (n_changes, ==, 3);

  g_assert_finalize_object (clock);
}

static void
test_system (void)
{
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();
  TautClock *clock = taut_clock_new_system ();
  g_autoptr (GDateTime) now = taut_clock_get_now (clock);

  g_assert_cmpint (g_date_time_compare (before, now), <=, 0);
  g_assert_false (taut_clock_is_fixed (clock));
  g_test_expect_message ("taut-clock", G_LOG_LEVEL_CRITICAL, "*fixed != NULL*");
  taut_clock_set_now (clock, before);
  g_test_assert_expected_messages ();

  g_assert_finalize_object (clock);
}

static void
test_side (void)
{
  TautSide side = TAUT_SIDE_LEFT;

  g_assert_cmpstr (taut_side_get_id (TAUT_SIDE_LEFT), ==, "left");
  g_assert_true (taut_side_from_id ("right", &side));
  g_assert_cmpint (side, ==, TAUT_SIDE_RIGHT);
  g_assert_false (taut_side_from_id ("Right", &side));
  g_assert_false (taut_side_from_id ("", &side));
  g_assert_cmpint (side, ==, TAUT_SIDE_RIGHT);
  g_assert_cmpint (taut_side_get_opposite (side), ==, TAUT_SIDE_LEFT);
  g_assert_cmpint (taut_side_get_opposite (TAUT_SIDE_LEFT), ==, TAUT_SIDE_RIGHT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/clock/fixed", test_fixed);
  g_test_add_func ("/base/clock/system", test_system);
  g_test_add_func ("/base/side/ids", test_side);

  return g_test_run ();
}
