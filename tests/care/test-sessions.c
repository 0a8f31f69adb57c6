/* test-sessions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sessions of a timetable: moved, left out, paused, ticked; against a slow model
 * that looks at every day and time by itself. */

#include "config.h"

#include "care-fixture.h"
#include "taut-timetable.h"

#define N_PLANS 300
#define N_DAYS 120

static TautAtlas *atlas;

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

static GDate
after (const GDate *date,
       int          days)
{
  GDate later = *date;

  g_date_set_julian (&later, g_date_get_julian (date) + days);

  return later;
}

static GListModel *
make_plan (TautPlanItem *item)
{
  GListStore *plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);

  g_list_store_append (plan, item);

  return G_LIST_MODEL (plan);
}

static TautPlanItem *
make_item (const char *rrule)
{
  const guint minutes[] = { 480, 1200 };
  const GDate start = make_date (2, 3, 2026);

  return taut_plan_item_new ("a", rrule, minutes, 2, &start, NULL);
}

static char *
describe (GArray *sessions)
{
  static const char *const states[] = { "open", "done", "sore", "skipped", "missed" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      g_assert_true (session->done == (session->state == TAUT_SESSION_DONE));
      g_string_append_printf (text, "%s%u.%u %02u:%02u %s", i > 0 ? ", " : "",
                              (guint) g_date_get_day (&session->date),
                              (guint) g_date_get_month (&session->date),
                              session->minute / 60, session->minute % 60,
                              states[session->state]);
    }

  return g_string_free (text, FALSE);
}

static void
assert_sessions (TautPlanItem *item,
                 TautProfile  *profile,
                 guint         first_day,
                 guint         last_day,
                 const GDate  *today,
                 const char   *expected)
{
  g_autoptr (GListModel) plan = make_plan (item);
  const GDate first = make_date (first_day, 3, 2026);
  const GDate last = make_date (last_day, 3, 2026);
  g_autoptr (GArray) sessions = taut_timetable_list_sessions (plan, profile, &first, &last, today);
  g_autofree char *text = describe (sessions);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_states (void)
{
  g_autoptr (TautPlanItem) item = make_item ("FREQ=DAILY");
  const GDate second = make_date (2, 3, 2026);
  const GDate third = make_date (3, 3, 2026);
  g_autoptr (TautPlanItem) done = taut_plan_item_with_tick (item, &second, 480, TRUE);
  g_autoptr (TautPlanItem) sore = taut_plan_item_with_outcome (done, &second, 1200,
                                                               TAUT_OUTCOME_SORE);
  g_autoptr (TautPlanItem) skipped = taut_plan_item_with_outcome (sore, &third, 480,
                                                                  TAUT_OUTCOME_SKIPPED);
  const GDate today = make_date (4, 3, 2026);

  assert_sessions (skipped, NULL, 1, 4, &today,
                   "2.3 08:00 done, 2.3 20:00 sore, 3.3 08:00 skipped, 3.3 20:00 missed, "
                   "4.3 08:00 open, 4.3 20:00 open");
  assert_sessions (skipped, NULL, 3, 3, NULL, "3.3 08:00 skipped, 3.3 20:00 open");

  /* A clock that was set back makes nothing missed, and loses no tick. */
  assert_sessions (skipped, NULL, 2, 3, &second,
                   "2.3 08:00 done, 2.3 20:00 sore, 3.3 08:00 skipped, 3.3 20:00 open");
}

/* A moved session keeps its tick, and is found where it went from any window. */
static void
test_moved (void)
{
  g_autoptr (TautPlanItem) item = make_item ("FREQ=WEEKLY;BYDAY=MO");
  const GDate monday = make_date (9, 3, 2026);
  const TautException later = { monday, 480, TRUE, make_date (12, 3, 2026), 600 };
  const TautException earlier = { monday, 1200, TRUE, make_date (7, 3, 2026), 420 };
  const TautException nothing = { make_date (10, 3, 2026), 480, TRUE, monday, 300 };
  g_autoptr (TautPlanItem) once = taut_plan_item_with_exception (item, &later);
  g_autoptr (TautPlanItem) twice = taut_plan_item_with_exception (once, &earlier);
  g_autoptr (TautPlanItem) thrice = taut_plan_item_with_exception (twice, &nothing);
  g_autoptr (TautPlanItem) ticked = taut_plan_item_with_tick (thrice, &monday, 480, TRUE);

  assert_sessions (ticked, NULL, 1, 16, NULL,
                   "2.3 08:00 open, 2.3 20:00 open, 7.3 07:00 open, 12.3 10:00 done, "
                   "16.3 08:00 open, 16.3 20:00 open");
  assert_sessions (ticked, NULL, 12, 12, NULL, "12.3 10:00 done");
  assert_sessions (ticked, NULL, 7, 7, NULL, "7.3 07:00 open");
  assert_sessions (ticked, NULL, 8, 11, NULL, "");
}

static void
test_pauses (void)
{
  g_autoptr (TautPlanItem) item = make_item ("FREQ=DAILY;INTERVAL=2");
  const TautException out = { make_date (4, 3, 2026), 480, FALSE };
  const TautException into = { make_date (2, 3, 2026), 1200, TRUE, make_date (6, 3, 2026), 600 };
  const TautException away = { make_date (6, 3, 2026), 480, TRUE, make_date (9, 3, 2026), 600 };
  const TautException exceptions[] = { out, into, away };
  const TautPause pause = { make_date (5, 3, 2026), make_date (8, 3, 2026) };
  g_autoptr (TautPlanItem) excepted = taut_plan_item_with_exceptions (item, exceptions, 3);
  g_autoptr (TautProfile) nothing = taut_profile_new ();
  g_autoptr (TautProfile) profile = taut_profile_with_pauses (nothing, &pause, 1);

  assert_sessions (excepted, profile, 2, 10, NULL,
                   "2.3 08:00 open, 4.3 20:00 open, 9.3 10:00 open, 10.3 08:00 open, "
                   "10.3 20:00 open");
  assert_sessions (excepted, nothing, 5, 8, NULL,
                   "6.3 10:00 open, 6.3 20:00 open, 8.3 08:00 open, 8.3 20:00 open");
}

/* Random plans against the model: every session of the rule is asked for by itself,
 * then put where it belongs. */

static TautPlanItem *
make_random_item (void)
{
  static const char *const rules[] = {
    "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=DAILY;COUNT=20", "FREQ=DAILY;UNTIL=20260420",
  };
  g_autoptr (TautPlanItem) item = make_item (rules[g_test_rand_int_range (0, 6)]);
  const GDate start = make_date (2, 3, 2026);

  for (guint i = g_test_rand_int_range (0, 30); i > 0; i--)
    {
      TautException exception = {
        after (&start, g_test_rand_int_range (0, 60)), g_test_rand_bit () ? 480 : 1200,
        g_test_rand_bit (), after (&start, g_test_rand_int_range (0, 60)),
        g_test_rand_int_range (0, TAUT_MINUTES_A_DAY),
      };
      TautPlanItem *next = taut_plan_item_with_exception (item, &exception);

      g_object_unref (item);
      item = next;
    }

  return g_steal_pointer (&item);
}

static gboolean
is_due (TautPlanItem *item,
        const GDate  *date)
{
  g_autoptr (TautPlanItem) plain = taut_plan_item_with_exceptions (item, NULL, 0);
  g_autoptr (GListModel) plan = make_plan (plain);
  g_autoptr (GArray) sessions = taut_timetable_list (plan, date, date);

  return sessions->len > 0;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
model_sessions (TautPlanItem *item,
                TautProfile  *profile,
                const GDate  *first,
                const GDate  *last)
{
  static const guint minutes[] = { 480, 1200 };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const TautException *exceptions = taut_plan_item_get_exceptions (item, &n);
  GDate date = *taut_plan_item_get_start (item);

  for (guint i = 0; i < N_DAYS; i++, g_date_add_days (&date, 1))
    {
      gboolean due = is_due (item, &date);

      for (guint j = 0; due && j < 2; j++)
        {
          GDate day = date;
          guint minute = minutes[j];
          gboolean out = FALSE;

          for (guint k = 0; k < n; k++)
            {
              if (g_date_compare (&exceptions[k].date, &date) != 0
                  || exceptions[k].minute != minutes[j])
                continue;
              out = !exceptions[k].moved;
              day = exceptions[k].moved ? exceptions[k].to_date : day;
              minute = exceptions[k].moved ? exceptions[k].to_minute : minute;
            }
          if (!out && !taut_profile_is_paused (profile, &day)
              && g_date_compare (&day, first) >= 0 && g_date_compare (&day, last) <= 0)
            g_ptr_array_add (lines, g_strdup_printf ("%u %04u", g_date_get_julian (&day), minute));
        }
    }

  return join (lines);
}

static void
test_twin (void)
{
  g_autoptr (TautProfile) nothing = taut_profile_new ();
  const TautPause pause = { make_date (20, 3, 2026), make_date (2, 4, 2026) };
  g_autoptr (TautProfile) profile = taut_profile_with_pauses (nothing, &pause, 1);
  const GDate start = make_date (2, 3, 2026);

  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (TautPlanItem) item = make_random_item ();
      g_autoptr (GListModel) plan = make_plan (item);
      const GDate first = after (&start, g_test_rand_int_range (-5, 60));
      const GDate last = after (&first, g_test_rand_int_range (0, 50));
      g_autoptr (GArray) sessions =
        taut_timetable_list_sessions (plan, profile, &first, &last, NULL);
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *expected = model_sessions (item, profile, &first, &last);
      g_autofree char *found = NULL;

      for (guint j = 0; j < sessions->len; j++)
        {
          const TautSession *session = &g_array_index (sessions, TautSession, j);

          g_ptr_array_add (lines, g_strdup_printf ("%u %04u", g_date_get_julian (&session->date),
                                                   session->minute));
        }
      found = join (lines);
      g_assert_cmpstr (found, ==, expected);
    }
}

/* Moments: an independent reading asks which moments show that time in the zone. */

static const struct
{
  const char *zone;
  guint day;              /* of a change of the clock */
  guint month;
} changes[] = {
  { "Europe/Madrid", 29, 3 }, { "Europe/Madrid", 25, 10 },
  { "America/New_York", 8, 3 }, { "America/New_York", 1, 11 },
  { "Australia/Lord_Howe", 5, 4 }, { "Australia/Lord_Howe", 4, 10 },
  { "Africa/Nairobi", 29, 3 },
};

/* How often a clock in @zone shows @minute on @date. */
static guint
count_moments (GTimeZone   *zone,
               const GDate *date,
               guint        minute,
               gint64       moment)
{
  g_autoptr (GDateTime) noon =
    g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date),
                         12, 0, 0);
  gint64 base = g_date_time_to_unix (noon) - 27 * 3600;
  guint n = 0;
  gboolean met = FALSE;

  for (guint i = 0; i < 54 * 60; i++)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (base + i * 60);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

      if (g_date_time_get_day_of_month (local) == g_date_get_day (date)
          && g_date_time_get_hour (local) * 60u + g_date_time_get_minute (local) == minute)
        {
          n++;
          met = met || base + i * 60 == moment;
        }
    }
  g_assert_true (n == 0 || met);

  return n;
}

static void
test_moments (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (changes[i].zone);
      TautSession session = { .date = make_date (changes[i].day, changes[i].month, 2026) };
      gint64 before = 0;
      guint n_gaps = 0;
      guint n_doubles = 0;

      g_assert_nonnull (zone);
      for (session.minute = 0; session.minute < 300; session.minute += 15)
        {
          g_autoptr (GDateTime) moment = taut_timetable_get_moment (&session, zone);
          gint64 unix_time = g_date_time_to_unix (moment);
          guint n = count_moments (zone, &session.date, session.minute, unix_time);

          n_gaps += n == 0 ? 1 : 0;
          n_doubles += n == 2 ? 1 : 0;
          /* Where the clock is put forward the session is not before its neighbour
           * and on the same day. */
          g_assert_cmpint (g_date_time_get_day_of_month (moment), ==, changes[i].day);
          if (n > 0)
            {
              g_assert_cmpint (unix_time, >, before);
              before = unix_time;
            }
        }
      g_test_message ("%s: %u in the gap, %u twice", changes[i].zone, n_gaps, n_doubles);
      g_assert_cmpuint (n_gaps + n_doubles, ==,
                        i == 6 ? 0 : strcmp (changes[i].zone, "Australia/Lord_Howe") == 0 ? 2 : 4);
    }
}

static void
test_adherence (void)
{
  g_autoptr (TautPlanItem) item = make_item ("FREQ=DAILY");
  g_autoptr (TautProfile) nothing = taut_profile_new ();
  const TautPause pause = { make_date (11, 3, 2026), make_date (15, 3, 2026) };
  g_autoptr (TautProfile) profile = taut_profile_with_pauses (nothing, &pause, 1);
  const GDate today = make_date (18, 3, 2026);
  const GDate early = make_date (1, 3, 2026);
  const TautTick ticks[] = {
    { make_date (2, 3, 2026), 480, TAUT_OUTCOME_DONE },
    { make_date (3, 3, 2026), 480, TAUT_OUTCOME_SORE },
    { make_date (4, 3, 2026), 480, TAUT_OUTCOME_SKIPPED },
    { make_date (9, 3, 2026), 480, TAUT_OUTCOME_DONE },
    { make_date (18, 3, 2026), 480, TAUT_OUTCOME_DONE },
    { make_date (30, 3, 2026), 480, TAUT_OUTCOME_DONE },
  };
  g_autoptr (TautPlanItem) ticked = taut_plan_item_with_ticks (item, ticks,
                                                               G_N_ELEMENTS (ticks));
  g_autoptr (GListModel) plan = make_plan (ticked);
  g_autoptr (GListStore) empty = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  g_autoptr (GArray) weeks = taut_timetable_measure_adherence (plan, profile, &today);
  g_autoptr (GArray) none = taut_timetable_measure_adherence (plan, profile, &early);
  g_autoptr (GArray) nobody = taut_timetable_measure_adherence (G_LIST_MODEL (empty), NULL,
                                                                &today);
  const struct
  {
    guint day;
    guint n_planned;
    guint n_done;
  } expected[] = { { 2, 14, 1 }, { 9, 4, 1 }, { 16, 5, 1 } };

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (nobody->len, ==, 0);
  g_assert_cmpuint (weeks->len, ==, 3);
  for (guint i = 0; i < weeks->len; i++)
    {
      const TautAdherence *week = &g_array_index (weeks, TautAdherence, i);

      g_assert_cmpuint (g_date_get_day (&week->monday), ==, expected[i].day);
      g_assert_cmpuint (week->n_planned, ==, expected[i].n_planned);
      g_assert_cmpuint (week->n_done, ==, expected[i].n_done);
    }
}

/* Too sore: rest, then gentler, step by step. */
static void
test_back_off (void)
{
  char *no_muscles[] = { NULL };
  TautRoutine pressed = { .id = "a", .hold = 45, .repetitions = 3, .sets = 1,
                          .pressure_least = 3, .pressure_most = 6, .muscles = no_muscles };
  TautRoutine lifted = { .id = "a", .repetitions = 12, .sets = 2, .muscles = no_muscles };
  const TautRoutine *routines[] = { &pressed, &pressed, &pressed, &lifted, NULL };
  const TautDose before[] = { { 0 }, { 30, 0, 0, 4 }, { 5, 0, 0, 3 }, { 0 }, { 40, 0, 0, 5 } };
  const TautDose after_it[] = {
    { 30, 0, 0, 4 }, { 20, 0, 0, 3 }, { 5, 0, 0, 3 }, { 0, 8, 0, 0 }, { 25, 0, 0, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (routines); i++)
    {
      g_autoptr (TautPlanItem) item = make_item ("FREQ=DAILY");
      g_autoptr (TautPlanItem) dosed = taut_plan_item_with_dose (item, &before[i]);
      const GDate third = make_date (3, 3, 2026);
      g_autoptr (TautPlanItem) ticked = taut_plan_item_with_tick (dosed, &third, 480, TRUE);
      TautSession session = { .item = ticked, .date = third, .minute = 480,
                              .rule_date = third, .rule_minute = 480 };
      g_autoptr (TautPlanItem) rested = taut_timetable_back_off (ticked, routines[i], &session);

      assert_sessions (rested, NULL, 2, 6, NULL,
                       "2.3 08:00 open, 2.3 20:00 open, 3.3 08:00 sore, 6.3 08:00 open, "
                       "6.3 20:00 open");
      g_assert_true (taut_dose_equal (taut_plan_item_get_dose (rested), &after_it[i]));
    }
}

/* Routines of one muscle keep their distance; others may fall together. */
static void
test_avoid (void)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);
  guint n_pairs = 0;

  for (guint i = 0; i < routines->len; i += 3)
    {
      const TautRoutine *first = g_ptr_array_index (routines, i);
      const GDate start = make_date (2, 3, 2026);
      const guint busy[] = { 480, 500, 1200 };
      const guint wanted[] = { 480, 495, 1320 };
      g_autoptr (TautPlanItem) planned = taut_plan_item_new (first->id, "FREQ=DAILY", busy, 3,
                                                             &start, NULL);
      g_autoptr (GListModel) plan = make_plan (planned);

      for (guint j = 0; j < routines->len; j += 3)
        {
          const TautRoutine *second = g_ptr_array_index (routines, j);
          g_autoptr (TautPlanItem) item = taut_plan_item_new (second->id, "FREQ=WEEKLY", wanted,
                                                              3, &start, NULL);
          g_autoptr (TautPlanItem) placed = taut_timetable_avoid (atlas, plan, item, 30);
          gboolean by_group = first->muscles[0] == NULL || second->muscles[0] == NULL;
          char **ours = by_group ? first->groups : first->muscles;
          char **theirs = by_group ? second->groups : second->muscles;
          gboolean shared = FALSE;
          const guint *minutes;
          guint n;

          for (guint k = 0; i != j && ours[k] != NULL; k++)
            shared |= g_strv_contains ((const char *const *) theirs, ours[k]);
          if (!shared)
            {
              g_assert_true (taut_plan_item_equal (placed, item));
              continue;
            }
          n_pairs++;
          minutes = taut_plan_item_get_minutes (placed, &n);
          g_assert_cmpuint (n, ==, 3);
          g_assert_cmpuint (minutes[0], ==, 450);
          g_assert_cmpuint (minutes[1], ==, 530);
          g_assert_cmpuint (minutes[2], ==, 1320);
        }
    }
  g_assert_cmpuint (n_pairs, >, 5);
}

/* On days that never meet nothing has to give way. */
static void
test_avoid_days (void)
{
  const TautRoutine *routine = taut_atlas_find_routine (atlas, "shoulder_ball_wall");
  const TautRoutine *other = NULL;
  const GDate start = make_date (2, 3, 2026);
  const guint minute = 480;
  g_autoptr (TautPlanItem) planned = taut_plan_item_new (routine->id, "FREQ=WEEKLY;BYDAY=TU",
                                                         &minute, 1, &start, NULL);
  g_autoptr (GListModel) plan = make_plan (planned);
  g_autoptr (TautPlanItem) item = NULL;
  g_autoptr (TautPlanItem) placed = NULL;

  for (guint i = 0; other == NULL; i++)
    {
      other = g_ptr_array_index (taut_atlas_get_routines (atlas), i);
      if (other == routine || !g_strv_contains ((const char *const *) other->muscles, routine->muscles[0]))
        other = NULL;
    }
  item = taut_plan_item_new (other->id, "FREQ=WEEKLY;BYDAY=WE", &minute, 1, &start, NULL);
  placed = taut_timetable_avoid (atlas, plan, item, 30);
  g_assert_true (taut_plan_item_equal (placed, item));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = care_fixture_load_atlas ();

  g_test_add_func ("/care/sessions/states", test_states);
  g_test_add_func ("/care/sessions/moved", test_moved);
  g_test_add_func ("/care/sessions/pauses", test_pauses);
  g_test_add_func ("/care/sessions/twin", test_twin);
  g_test_add_func ("/care/sessions/moments", test_moments);
  g_test_add_func ("/care/sessions/adherence", test_adherence);
  g_test_add_func ("/care/sessions/back-off", test_back_off);
  g_test_add_func ("/care/sessions/avoid", test_avoid);
  g_test_add_func ("/care/sessions/avoid-days", test_avoid_days);

  status = g_test_run ();
  g_object_unref (atlas);

  return status;
}
