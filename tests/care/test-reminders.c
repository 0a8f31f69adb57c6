/* test-reminders.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-reminders.h"

static const TautReminderRules night = { .quiet_from = 22 * 60, .quiet_to = 7 * 60 };

static GDateTime *
at (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  GDateTime *moment = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (moment);

  return moment;
}

/* Two routines at 18:00, the first also at 23:30, every day from 1 March 2026. */
static GListModel *
new_plan (void)
{
  GListStore *plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  const guint minutes[] = { 18 * 60, 23 * 60 + 30 };
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 1, 3, 2026);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TautPlanItem) item =
        taut_plan_item_new (i == 0 ? "one" : "two", "FREQ=DAILY", minutes, 2 - i, &start, NULL);

      g_list_store_append (plan, item);
    }

  return G_LIST_MODEL (plan);
}

/* "one 18:00, two 18:00" */
static char *
describe (GPtrArray *reminders)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reminders->len; i++)
    {
      const TautReminder *reminder = g_ptr_array_index (reminders, i);
      g_autofree char *time = g_date_time_format (reminder->at, "%d %H:%M");

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              reminder->kind == TAUT_REMINDER_STAND_UP
                                ? "up" : taut_plan_item_get_routine_id (reminder->session.item),
                              time);
    }

  return g_string_free (text, FALSE);
}

static void
test_due (void)
{
  static const struct
  {
    const char *after;
    const char *until;
    TautReminderRules rules;
    const char *expected;
  } cases[] = {
    { "2026-03-10T17:59:00", "2026-03-10T18:00:00", { 0 }, "one 10 18:00, two 10 18:00" },
    { "2026-03-10T18:00:00", "2026-03-10T23:00:00", { 0 }, "" },
    { "2026-03-10T18:00:00", "2026-03-11T08:00:00", night, "one 11 07:00" },
    { "2026-03-10T18:00:00", "2026-03-11T06:59:00", night, "" },
    { "2026-03-11T08:00:00", "2026-03-10T08:00:00", { 0 }, "" },
    /* A clock set forth by years asks for a week. */
    { "2020-01-01T00:00:00", "2026-03-02T00:00:00", { 0 },
      "one 01 18:00, two 01 18:00, one 01 23:30" },
    { "2026-03-10T10:00:00", "2026-03-10T12:00:00",
      { .work_days = 0x1f, .work_from = 540, .work_to = 720, .stand_up = 45 },
      "up 10 10:30, up 10 11:15" },
    /* On a night shift, which began on Friday. */
    { "2026-03-13T22:00:00", "2026-03-14T12:00:00",
      { .work_days = 0x1f, .work_from = 1320, .work_to = 240, .stand_up = 120 },
      "one 13 23:30, up 14 00:00, up 14 02:00" },
    /* The clock is put forward over 2:30, and back over it. */
    { "2026-03-29T00:00:00", "2026-03-29T12:00:00",
      { .work_days = 0x7f, .work_from = 90, .work_to = 180, .stand_up = 60 }, "up 29 03:00" },
    { "2026-10-25T00:00:00", "2026-10-25T12:00:00",
      { .work_days = 0x7f, .work_from = 90, .work_to = 180, .stand_up = 60 }, "up 25 02:30" },
    { "2026-03-14T00:00:00", "2026-03-15T12:00:00",
      { .work_days = 0x1f, .work_from = 540, .work_to = 720, .stand_up = 45 },
      "one 14 18:00, two 14 18:00, one 14 23:30" },
  };
  g_autoptr (GListModel) plan = new_plan ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) after = at (cases[i].after);
      g_autoptr (GDateTime) until = at (cases[i].until);
      g_autoptr (GPtrArray) due = taut_reminders_list_due (plan, NULL, &cases[i].rules, after,
                                                           until);
      g_autofree char *text = describe (due);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_next (void)
{
  g_autoptr (GListModel) plan = new_plan ();
  g_autoptr (GListStore) empty = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  g_autoptr (GDateTime) after = at ("2026-03-10T18:00:00");
  g_autoptr (GDateTime) expected = at ("2026-03-11T07:00:00");
  g_autoptr (TautReminder) next = taut_reminders_find_next (plan, NULL, &night, after);

  g_assert_nonnull (next);
  g_assert_true (g_date_time_equal (next->at, expected));
  g_assert_cmpstr (taut_plan_item_get_routine_id (next->session.item), ==, "one");
  g_assert_null (taut_reminders_find_next (G_LIST_MODEL (empty), NULL, &night, after));
}

static void
test_quiet (void)
{
  const TautReminderRules noon = { .quiet_from = 720, .quiet_to = 780 };
  const TautReminderRules none = { .quiet_from = 720, .quiet_to = 720 };

  g_assert_true (taut_reminder_rules_are_quiet (&night, 0));
  g_assert_true (taut_reminder_rules_are_quiet (&night, 22 * 60));
  g_assert_false (taut_reminder_rules_are_quiet (&night, 7 * 60));
  g_assert_true (taut_reminder_rules_are_quiet (&noon, 720));
  g_assert_false (taut_reminder_rules_are_quiet (&noon, 780));
  g_assert_false (taut_reminder_rules_are_quiet (&none, 720));
}

static void
test_missed (void)
{
  g_autoptr (GListModel) plan = new_plan ();
  g_autoptr (GDateTime) now = at ("2026-03-11T09:00:00");
  g_autoptr (GDateTime) since = at ("2026-03-10T12:00:00");
  g_autoptr (GDateTime) later = at ("2026-03-12T12:00:00");
  g_autoptr (GArray) missed = taut_reminders_list_missed (plan, NULL, since, now);
  g_autoptr (GArray) set_back = taut_reminders_list_missed (plan, NULL, later, now);

  g_assert_cmpuint (missed->len, ==, 3);
  g_assert_cmpuint (set_back->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/care/reminders/due", test_due);
  g_test_add_func ("/care/reminders/next", test_next);
  g_test_add_func ("/care/reminders/quiet", test_quiet);
  g_test_add_func ("/care/reminders/missed", test_missed);

  return g_test_run ();
}
