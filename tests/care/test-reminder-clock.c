/* test-reminder-clock.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reminders where the clock is put forward, put back, or set. */

#include "config.h"

#include "taut-reminders.h"

static GDateTime *
at (const char *zone_id,
    const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_id);
  GDateTime *moment = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (moment);

  return moment;
}

/* One routine a day at @minute from 1 January 2026. */
static GListModel *
make_plan (guint minute)
{
  GListStore *plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  g_autoptr (TautPlanItem) item = NULL;
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 1, 1, 2026);
  item = taut_plan_item_new ("a", "FREQ=DAILY", &minute, 1, &start, NULL);
  g_list_store_append (plan, item);

  return G_LIST_MODEL (plan);
}

/* A routine in the night, asked for again and again: once for each day, and rising,
 * whatever the clock does. */
static const struct
{
  const char *zone;
  const char *from;
  guint minute;
  guint quiet_to;         /* from midnight; 0: no quiet hours */
  const char *expected;
} nights[] = {
  { "Europe/Madrid", "2026-03-28T12:00:00", 150, 0,
    "29 03:00+02, 30 02:30+02, 31 02:30+02, 01 02:30+02" },
  { "Europe/Madrid", "2026-10-24T12:00:00", 150, 0,
    "25 02:30+01, 26 02:30+01, 27 02:30+01, 28 02:30+01" },
  { "Europe/Madrid", "2026-03-28T12:00:00", 150, 150,
    "29 03:00+02, 30 02:30+02, 31 02:30+02, 01 02:30+02" },
  { "Europe/Madrid", "2026-03-28T12:00:00", 30, 420,
    "29 07:00+02, 30 07:00+02, 31 07:00+02, 01 07:00+02" },
  { "Africa/Nairobi", "2026-03-28T12:00:00", 150, 0,
    "29 02:30+03, 30 02:30+03, 31 02:30+03, 01 02:30+03" },
};

static void
test_nights (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      const TautReminderRules rules = { .quiet_to = nights[i].quiet_to };
      g_autoptr (GListModel) plan = make_plan (nights[i].minute);
      g_autoptr (GDateTime) after = at (nights[i].zone, nights[i].from);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < 4; j++)
        {
          g_autoptr (TautReminder) reminder = taut_reminders_find_next (plan, NULL, &rules, after);
          g_autofree char *line = g_date_time_format (reminder->at, "%d %H:%M%:::z");

          g_assert_cmpint (g_date_time_compare (reminder->at, after), >, 0);
          g_string_append_printf (text, "%s%s", j > 0 ? ", " : "", line);
          g_date_time_unref (after);
          after = g_date_time_ref (reminder->at);
        }
      g_assert_cmpstr (text->str, ==, nights[i].expected);
    }
}

/* After a clock was set back the same session is asked for again: nothing is stored
 * that could say otherwise, but its tick is. */
static void
test_set_back (void)
{
  const TautReminderRules rules = { 0 };
  g_autoptr (GListModel) plan = make_plan (480);
  g_autoptr (GDateTime) later = at ("Europe/Madrid", "2026-05-10T09:00:00");
  g_autoptr (GDateTime) earlier = at ("Europe/Madrid", "2026-05-10T07:00:00");
  g_autoptr (TautReminder) next = taut_reminders_find_next (plan, NULL, &rules, later);
  g_autoptr (TautReminder) again = taut_reminders_find_next (plan, NULL, &rules, earlier);
  g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, 0);
  g_autoptr (TautPlanItem) ticked = taut_plan_item_with_tick (item, &again->session.date, 480,
                                                              TRUE);
  gpointer items[] = { ticked };
  g_autoptr (TautReminder) third = NULL;
  g_autoptr (GArray) missed = NULL;

  g_assert_cmpint (g_date_time_get_day_of_month (next->at), ==, 11);
  g_assert_cmpint (g_date_time_get_day_of_month (again->at), ==, 10);
  g_list_store_splice (G_LIST_STORE (plan), 0, 1, items, 1);
  third = taut_reminders_find_next (plan, NULL, &rules, earlier);
  g_assert_cmpint (g_date_time_get_day_of_month (third->at), ==, 11);
  missed = taut_reminders_list_missed (plan, NULL, later, earlier);
  g_assert_cmpuint (missed->len, ==, 0);
}

/* A clock that was far ahead lists a week, not years, of what was missed. */
static void
test_set_forward (void)
{
  g_autoptr (GListModel) plan = make_plan (480);
  g_autoptr (GDateTime) since = at ("Europe/Madrid", "2026-01-01T00:00:00");
  g_autoptr (GDateTime) now = at ("Europe/Madrid", "2031-04-03T09:00:00");
  g_autoptr (GArray) missed = taut_reminders_list_missed (plan, NULL, since, now);

  g_assert_cmpuint (missed->len, ==, 7);
  g_assert_cmpuint (g_date_get_day (&g_array_index (missed, TautSession, 0).date), ==, 28);
  g_assert_cmpuint (g_date_get_day (&g_array_index (missed, TautSession, 6).date), ==, 3);
}

/* Pauses and sessions that something was said of ask for nothing. */
static void
test_pause (void)
{
  const TautReminderRules rules = { .work_days = 0x7f, .work_from = 540, .work_to = 1020,
                                    .stand_up = 60 };
  g_autoptr (GListModel) plan = make_plan (480);
  g_autoptr (GDateTime) after = at ("Europe/Madrid", "2026-05-10T20:00:00");
  g_autoptr (TautProfile) nothing = taut_profile_new ();
  g_autoptr (TautProfile) profile = NULL;
  g_autoptr (TautReminder) next = NULL;
  g_autoptr (TautReminder) none = NULL;
  TautPause pause;

  g_date_clear (&pause.first, 1);
  g_date_set_dmy (&pause.first, 11, 5, 2026);
  pause.last = pause.first;
  g_date_add_days (&pause.last, 2);
  profile = taut_profile_with_pauses (nothing, &pause, 1);
  next = taut_reminders_find_next (plan, profile, &rules, after);
  g_assert_cmpint (next->kind, ==, TAUT_REMINDER_SESSION);
  g_assert_cmpint (g_date_time_get_day_of_month (next->at), ==, 14);

  g_date_add_days (&pause.last, 30);
  g_object_unref (profile);
  profile = taut_profile_with_pauses (nothing, &pause, 1);
  none = taut_reminders_find_next (plan, profile, &rules, after);
  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/care/reminder-clock/nights", test_nights);
  g_test_add_func ("/care/reminder-clock/set-back", test_set_back);
  g_test_add_func ("/care/reminder-clock/set-forward", test_set_forward);
  g_test_add_func ("/care/reminder-clock/pause", test_pause);

  return g_test_run ();
}
