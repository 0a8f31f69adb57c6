/* test-environment.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-environment.h"

#include <gio/gio.h>

static void
test_clock (void)
{
  static const struct
  {
    const char *now;
    const char *epoch;
    const char *expected;   /* NULL: refused */
  } table[] = {
    { "2026-11-29T18:40:00+01:00", NULL, "2026-11-29T17:40:00Z" },
    { "2026-11-29T18:40:00Z", "0", "2026-11-29T18:40:00Z" },
    { "2026-11-29T18:40:00", NULL, "2026-11-29T18:40:00Z" },
    { NULL, "1796000000", "2026-11-30T00:53:20Z" },
    { "soon", NULL, NULL },
    { "", NULL, NULL },
    { NULL, "-5", NULL },
    { NULL, "1e9", NULL },
    { NULL, "999999999999999999", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TautClock) clock = NULL;

      g_unsetenv ("TAUTLINE_NOW");
      g_unsetenv ("SOURCE_DATE_EPOCH");
      if (table[i].now != NULL)
        g_setenv ("TAUTLINE_NOW", table[i].now, TRUE);
      if (table[i].epoch != NULL)
        g_setenv ("SOURCE_DATE_EPOCH", table[i].epoch, TRUE);

      clock = taut_environment_new_clock (&error);
      if (table[i].expected == NULL)
        {
          g_assert_null (clock);
          g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
          continue;
        }

      g_assert_no_error (error);
      {
        g_autoptr (GDateTime) now = taut_clock_get_now (clock);
        g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
        g_autofree char *text = g_date_time_format_iso8601 (utc);

        g_assert_cmpstr (text, ==, table[i].expected);
      }
    }
}

static void
test_system_clock (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautClock) clock = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) expected = g_date_time_new_now_local ();

  g_unsetenv ("TAUTLINE_NOW");
  g_unsetenv ("SOURCE_DATE_EPOCH");
  clock = taut_environment_new_clock (&error);
  g_assert_no_error (error);
  now = taut_clock_get_now (clock);
  g_assert_cmpint (g_date_time_difference (now, expected), <, 10 * G_TIME_SPAN_SECOND);
}

static void
test_language (void)
{
  g_assert_true (taut_environment_set_language ("en"));
  g_assert_true (taut_environment_set_language ("en_GB"));
  g_assert_false (taut_environment_set_language ("tlh"));
  g_assert_false (taut_environment_set_language (""));
  g_assert_false (taut_environment_set_language ("../../etc"));
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "en");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/environment/clock", test_clock);
  g_test_add_func ("/app/environment/system-clock", test_system_clock);
  g_test_add_func ("/app/environment/language", test_language);

  return g_test_run ();
}
