/* bench-timetable.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a year of fifty rules takes as a timetable, with exceptions, ticks and a
 * pause, beside nothing but libical expanding the same rules in the same run.
 * Printed, not asserted.
 */

#include "config.h"

#include <libical/ical.h>

#include "taut-timetable.h"

#define N_RULES 50
#define N_RUNS 41

static const char *const rules[] = {
  "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=DAILY;INTERVAL=3",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
};

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
make_plan (void)
{
  GListStore *plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  const guint minutes[] = { 480, 780, 1200 };
  const GDate start = make_date (1, 1, 2026);

  for (guint i = 0; i < N_RULES; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      g_autoptr (TautPlanItem) item = taut_plan_item_new (id, rules[i % G_N_ELEMENTS (rules)],
                                                          minutes, 3, &start, NULL);

      for (guint j = 0; j < 60; j++)
        {
          GDate date = make_date (1, 1, 2026);
          TautException exception = { .minute = 480, .moved = j % 2 == 0, .to_minute = 600 };
          g_autoptr (TautPlanItem) ticked = NULL;
          TautPlanItem *next;

          g_date_add_days (&date, j * 6);
          exception.date = date;
          exception.to_date = date;
          ticked = taut_plan_item_with_tick (item, &date, 1200, TRUE);
          next = taut_plan_item_with_exception (ticked, &exception);
          g_object_unref (item);
          item = next;
        }
      g_list_store_append (plan, item);
    }

  return G_LIST_MODEL (plan);
}

static guint
expand_bare (void)
{
  guint n = 0;

  for (guint i = 0; i < N_RULES; i++)
    {
      struct icaltimetype time = icaltime_from_string ("20260101");
      icalrecur_iterator *iterator =
        icalrecur_iterator_new (icalrecurrencetype_from_string (rules[i % G_N_ELEMENTS (rules)]),
                                time);

      while (time = icalrecur_iterator_next (iterator), time.year == 2026)
        n++;
      icalrecur_iterator_free (iterator);
    }

  return n;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *left = a;
  const double *right = b;

  return (*left > *right) - (*left < *right);
}

static void
print_times (const char *name,
             double     *times,
             guint       n)
{
  qsort (times, N_RUNS, sizeof *times, compare_times);
  g_print ("%-28s median %6.2f ms   longest %6.2f ms   %u\n", name, times[N_RUNS / 2],
           times[N_RUNS - 1], n);
}

int
main (void)
{
  g_autoptr (GListModel) plan = make_plan ();
  g_autoptr (TautProfile) nothing = taut_profile_new ();
  const TautPause pause = { make_date (1, 8, 2026), make_date (21, 8, 2026) };
  g_autoptr (TautProfile) profile = taut_profile_with_pauses (nothing, &pause, 1);
  const GDate first = make_date (1, 1, 2026);
  const GDate last = make_date (31, 12, 2026);
  double own[N_RUNS];
  double bare[N_RUNS];
  guint n_sessions = 0;
  guint n_days = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GArray) sessions = taut_timetable_list_sessions (plan, profile, &first, &last,
                                                                  &last);

      own[i] = (g_get_monotonic_time () - begin) / 1000.0;
      n_sessions = sessions->len;
      begin = g_get_monotonic_time ();
      n_days = expand_bare ();
      bare[i] = (g_get_monotonic_time () - begin) / 1000.0;
    }
  g_print ("%u rules over a year\n", N_RULES);
  print_times ("timetable, sessions", own, n_sessions);
  print_times ("libical alone, days", bare, n_days);

  return 0;
}
