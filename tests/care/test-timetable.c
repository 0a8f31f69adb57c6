/* test-timetable.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-recurrence.h"
#include "taut-timetable.h"

#define N_RULES 4000
#define N_DAYS 730

static GDate
make_date (guint day,
           guint month,
           guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return date;
}

static GListModel *
make_plan (TautPlanItem *first,
           TautPlanItem *second)
{
  GListStore *plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);

  g_list_store_append (plan, first);
  if (second != NULL)
    g_list_store_append (plan, second);

  return G_LIST_MODEL (plan);
}

static TautPlanItem *
make_item (const char  *id,
           const char  *rrule,
           guint        minute,
           const GDate *start,
           const GDate *end)
{
  return taut_plan_item_new (id, rrule, &minute, 1, start, end);
}

static void
test_order (void)
{
  const guint minutes[] = { 480, 1200 };
  const GDate first = make_date (2, 3, 2026);
  const GDate second = make_date (3, 3, 2026);
  g_autoptr (TautPlanItem) daily = taut_plan_item_new ("a", "FREQ=DAILY", minutes, 2, &first, NULL);
  g_autoptr (TautPlanItem) ticked = taut_plan_item_with_tick (daily, &second, 480, TRUE);
  g_autoptr (TautPlanItem) monday = make_item ("b", "FREQ=WEEKLY;BYDAY=MO", 480, &first, NULL);
  g_autoptr (GListModel) plan = make_plan (ticked, monday);
  g_autoptr (GArray) sessions = taut_timetable_list (plan, &first, &second);
  const struct
  {
    TautPlanItem *item;
    guint day;
    guint minute;
    gboolean done;
  } expected[] = {
    { ticked, 2, 480, FALSE }, { monday, 2, 480, FALSE }, { ticked, 2, 1200, FALSE },
    { ticked, 3, 480, TRUE }, { ticked, 3, 1200, FALSE },
  };

  g_assert_cmpuint (sessions->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      g_assert_true (session->item == expected[i].item);
      g_assert_cmpuint (g_date_get_day (&session->date), ==, expected[i].day);
      g_assert_cmpuint (session->minute, ==, expected[i].minute);
      g_assert_true (session->done == expected[i].done);
    }
}

/* Days in a table: when the rule is due between 1 and 31 March 2026, from Sunday
 * 1 March on. */
static const struct
{
  const char *rrule;
  guint start;
  guint end;              /* 0: none */
  const char *due;
} rules[] = {
  { "FREQ=DAILY", 28, 0, "28 29 30 31" },
  { "FREQ=DAILY", 28, 29, "28 29" },
  { "FREQ=DAILY;INTERVAL=10", 1, 0, "1 11 21 31" },
  { "FREQ=DAILY;COUNT=2", 5, 0, "5 6" },
  { "FREQ=DAILY;UNTIL=20260303", 1, 0, "1 2 3" },
  { "FREQ=DAILY;BYDAY=SU", 2, 0, "8 15 22 29" },
  { "FREQ=WEEKLY", 4, 0, "4 11 18 25" },
  { "FREQ=WEEKLY;BYDAY=MO,TH", 3, 0, "5 9 12 16 19 23 26 30" },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", 1, 0, "1 9 15 23 29" },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", 1, 0, "1 2 15 16 29 30" },
  { "FREQ=WEEKLY;COUNT=3;BYDAY=TU,SA", 1, 0, "3 7 10" },
  { "FREQ=HOURLY", 1, 0, "" },
  { "nonsense", 1, 0, "" },
};

static void
test_rules (void)
{
  const GDate first = make_date (1, 3, 2026);
  const GDate last = make_date (31, 3, 2026);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const GDate start = make_date (rules[i].start, 3, 2026);
      const GDate end = make_date (MAX (rules[i].end, 1), 3, 2026);
      g_autoptr (TautPlanItem) item = make_item ("a", rules[i].rrule, 0, &start,
                                                 rules[i].end > 0 ? &end : NULL);
      g_autoptr (GListModel) plan = make_plan (item, NULL);
      g_autoptr (GArray) sessions = taut_timetable_list (plan, &first, &last);
      g_autoptr (GString) due = g_string_new (NULL);

      for (guint j = 0; j < sessions->len; j++)
        g_string_append_printf (due, "%s%u", j > 0 ? " " : "",
                                (guint) g_date_get_day (&g_array_index (sessions, TautSession, j)
                                                        .date));
      g_test_message ("%s", rules[i].rrule);
      g_assert_cmpstr (due->str, ==, rules[i].due);
    }
}

/* A second, slow way to say when a rule is due: looks at each day by itself. */
typedef struct
{
  gboolean weekly;
  guint interval;
  guint weekdays;         /* 0: every day, or the start's */
  guint week_start;       /* 0 is Monday */
  guint count;            /* 0: no limit */
  guint until;            /* julian day, 0: no limit */
} Rule;

static guint
get_week (guint julian,
          guint week_start)
{
  /* Day 1 of the calendar was a Monday. */
  return (julian - 1 + 7 - week_start) / 7;
}

static gboolean
is_due (const Rule *rule,
        guint       start,
        guint       julian)
{
  guint weekday = (julian - 1) % 7;
  guint weekdays = rule->weekdays;

  if (julian < start || (rule->until != 0 && julian > rule->until))
    return FALSE;
  if (weekdays == 0)
    weekdays = rule->weekly ? 1u << (start - 1) % 7 : TAUT_ALL_WEEKDAYS;
  if ((weekdays & 1u << weekday) == 0)
    return FALSE;
  if (!rule->weekly)
    return (julian - start) % rule->interval == 0;

  return (get_week (julian, rule->week_start) - get_week (start, rule->week_start))
         % rule->interval == 0;
}

static const char *const day_ids[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static Rule
make_rule (guint start)
{
  Rule rule = {
    .weekly = g_test_rand_bit (),
    .interval = g_test_rand_int_range (1, 9),
    .weekdays = g_test_rand_bit () ? g_test_rand_int_range (0, 128) : 0,
    .week_start = g_test_rand_int_range (0, 7),
  };

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      rule.count = g_test_rand_int_range (1, 60);
      break;
    case 1:
      rule.until = start + g_test_rand_int_range (0, N_DAYS);
      break;
    default:
      break;
    }

  return rule;
}

static char *
format_rule (const Rule *rule)
{
  GString *text = g_string_new (rule->weekly ? "FREQ=WEEKLY" : "FREQ=DAILY");

  g_string_append_printf (text, ";INTERVAL=%u;WKST=%s", rule->interval,
                          day_ids[rule->week_start]);
  if (rule->count > 0)
    g_string_append_printf (text, ";COUNT=%u", rule->count);
  if (rule->until > 0)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, rule->until);
      g_string_append_printf (text, ";UNTIL=%04u%02u%02u", (guint) g_date_get_year (&date),
                              (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
    }
  for (guint i = 0, n = 0; i < 7; i++)
    {
      if ((rule->weekdays & 1u << i) != 0)
        g_string_append_printf (text, "%s%s", n++ == 0 ? ";BYDAY=" : ",", day_ids[i]);
    }

  return g_string_free (text, FALSE);
}

static void
compare_rule (const Rule  *rule,
              const GDate *start)
{
  g_autofree char *text = format_rule (rule);
  g_autoptr (TautPlanItem) item = make_item ("a", text, 600, start, NULL);
  g_autoptr (GListModel) plan = make_plan (item, NULL);
  g_autoptr (GArray) sessions = NULL;
  GDate first = *start;
  GDate last = *start;
  guint julian = g_date_get_julian (start);
  guint n_due = 0;
  guint next = 0;
  guint earliest = 0;
  GDate found;

  g_date_add_days (&first, g_test_rand_int_range (0, 100));
  g_date_add_days (&last, N_DAYS);
  sessions = taut_timetable_list (plan, &first, &last);
  for (guint day = julian; day <= julian + N_DAYS; day++)
    {
      if (!is_due (rule, julian, day) || (rule->count > 0 && n_due++ >= rule->count))
        continue;
      if (earliest == 0)
        earliest = day;
      if (day < g_date_get_julian (&first))
        continue;
      g_assert_cmpuint (next, <, sessions->len);
      g_assert_cmpuint (g_date_get_julian (&g_array_index (sessions, TautSession, next).date),
                        ==, day);
      next++;
    }
  g_assert_cmpuint (next, ==, sessions->len);

  if (taut_recurrence_find_first (item, &last, &found))
    g_assert_cmpuint (g_date_get_julian (&found), ==, earliest);
  else
    g_assert_cmpuint (earliest, ==, 0);
}

/* Two years hold both changes of the clock, and the zone must not matter. */
static void
test_twin (void)
{
  static const char *const zones[] = {
    "Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Africa/Nairobi",
  };

  for (guint i = 0; i < N_RULES; i++)
    {
      GDate start = make_date (1, 1, 2024);
      Rule rule;

      g_setenv ("TZ", zones[i % G_N_ELEMENTS (zones)], TRUE);
      g_date_add_days (&start, g_test_rand_int_range (0, 1500));
      rule = make_rule (g_date_get_julian (&start));
      compare_rule (&rule, &start);
    }
  g_setenv ("TZ", "UTC", TRUE);
}

/* Neither the zone nor its changes of the clock move a session. */
static void
test_zones (void)
{
  static const char *const zones[] = { "UTC", "Europe/Madrid", "America/St_Johns",
                                       "Pacific/Apia" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      const GDate first = make_date (28, 3, 2026);
      const GDate last = make_date (30, 3, 2026);
      g_autoptr (TautPlanItem) item = make_item ("a", "FREQ=DAILY", 150, &first, NULL);
      g_autoptr (GListModel) plan = make_plan (item, NULL);
      g_autoptr (GArray) sessions = NULL;

      g_setenv ("TZ", zones[i], TRUE);
      sessions = taut_timetable_list (plan, &first, &last);
      g_assert_cmpuint (sessions->len, ==, 3);
      for (guint j = 0; j < 3; j++)
        {
          const TautSession *session = &g_array_index (sessions, TautSession, j);

          g_assert_cmpuint (g_date_get_day (&session->date), ==, 28 + j);
          g_assert_cmpuint (session->minute, ==, 150);
        }
    }
  g_setenv ("TZ", "UTC", TRUE);
}

static void
test_weekdays (void)
{
  static const struct
  {
    const char *rrule;
    guint weekdays;
  } cases[] = {
    { "FREQ=DAILY", 0x7f }, { "FREQ=WEEKLY;BYDAY=MO,WE,FR", 0x15 }, { "FREQ=WEEKLY;BYDAY=SU", 0x40 },
    { "FREQ=DAILY;BYDAY=SA,SU", 0x60 }, { "FREQ=WEEKLY", 0 }, { "FREQ=YEARLY", 0 }, { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (taut_timetable_parse_weekdays (cases[i].rrule), ==, cases[i].weekdays);

  for (guint weekdays = 1; weekdays <= TAUT_ALL_WEEKDAYS; weekdays++)
    {
      g_autofree char *rrule = taut_timetable_format_weekdays (weekdays);
      g_autoptr (GError) error = NULL;

      g_assert_true (taut_timetable_check_rule (rrule, &error));
      g_assert_no_error (error);
      g_assert_cmphex (taut_timetable_parse_weekdays (rrule), ==, weekdays);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/care/timetable/order", test_order);
  g_test_add_func ("/care/timetable/rules", test_rules);
  g_test_add_func ("/care/timetable/twin", test_twin);
  g_test_add_func ("/care/timetable/zones", test_zones);
  g_test_add_func ("/care/timetable/weekdays", test_weekdays);

  return g_test_run ();
}
