/* test-rrule.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-rrule.h"

static void
test_sound (void)
{
  static const char *const rules[] = {
    "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "BYDAY=SU;FREQ=WEEKLY",
    "FREQ=DAILY;INTERVAL=2;COUNT=10", "FREQ=WEEKLY;UNTIL=20260331;WKST=SU",
    "FREQ=DAILY;BYDAY=SA,SU", "FREQ=DAILY;INTERVAL=99", "FREQ=DAILY;COUNT=10000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (taut_rrule_check (rules[i], &error));
      g_assert_no_error (error);
    }
}

static void
test_broken (void)
{
  static const struct
  {
    const char *rule;
    const char *says;
  } rules[] = {
    { "", "expected a part FREQ, found none" },
    { "BYDAY=MO", "expected a part FREQ, found none" },
    { "DAILY", "expected NAME=VALUE, found \"DAILY\"" },
    { "FREQ=DAILY;", "expected NAME=VALUE, found \"\"" },
    { "FREQ=MONTHLY", "expected DAILY or WEEKLY, found \"FREQ=MONTHLY\"" },
    { "FREQ=SECONDLY", "expected DAILY or WEEKLY" },
    { "freq=daily", "expected one of the parts" },
    { "RRULE:FREQ=DAILY", "expected one of the parts" },
    { "FREQ=DAILY;BYHOUR=8", "expected one of the parts" },
    { "FREQ=DAILY;INTERVAL=0", "from 1 to 99" },
    { "FREQ=DAILY;INTERVAL=-1", "from 1 to 99" },
    { "FREQ=DAILY;INTERVAL=100", "from 1 to 99" },
    { "FREQ=DAILY;COUNT=10001", "from 1 to 10000" },
    { "FREQ=DAILY;COUNT=99999999999999999999", "from 1 to 10000" },
    { "FREQ=DAILY;COUNT= 1", "from 1 to 10000" },
    { "FREQ=DAILY;UNTIL=20260230", "a date such as" },
    { "FREQ=DAILY;UNTIL=20260301T080000Z", "a date such as" },
    { "FREQ=DAILY;UNTIL=00000101", "a date such as" },
    { "FREQ=WEEKLY;BYDAY=", "days of the week" },
    { "FREQ=WEEKLY;BYDAY=MO,", "days of the week" },
    { "FREQ=WEEKLY;BYDAY=1MO", "days of the week" },
    { "FREQ=WEEKLY;BYDAY=MO,MO", "days of the week" },
    { "FREQ=WEEKLY;WKST=XX", "a day of the week" },
    { "FREQ=WEEKLY;FREQ=DAILY", "expected each part once" },
    { "FREQ=DAILY;COUNT=2;UNTIL=20260301", "expected COUNT or UNTIL, found both" },
    { "FREQ=DAILY;\n", "found \"\\n\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (taut_rrule_check (rules[i].rule, &error));
      g_assert_error (error, TAUT_RRULE_ERROR, TAUT_RRULE_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rules[i].says));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/rrule/sound", test_sound);
  g_test_add_func ("/record/rrule/broken", test_broken);

  return g_test_run ();
}
