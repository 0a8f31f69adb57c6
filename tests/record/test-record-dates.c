/* test-record-dates.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-record.h"

static GDate
make_date (guint day,
           guint month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, 2026);

  return date;
}

static void
assert_date (const GDate *date,
             guint        day,
             guint        month)
{
  const GDate expected = make_date (day, month);

  g_assert_cmpint (g_date_days_between (&expected, date), ==, 0);
}

/* Begins on Monday 2 March, ends on the 29th; ticked on Tuesday the 17th. */
static TautRecord *
make_record (void)
{
  TautRecord *record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");
  const guint minute = 480;
  const GDate start = make_date (2, 3);
  const GDate end = make_date (29, 3);
  const TautException moved = { .date = make_date (18, 3), .minute = 480, .moved = TRUE,
                                .to_date = make_date (19, 3), .to_minute = 600 };
  const TautPause pause = { make_date (20, 3), make_date (22, 3) };
  const TautSkinPoint at = { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.2, 170 };
  const GDate ticked_on = make_date (17, 3);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 2, 9, 30, 0);
  g_autoptr (TautMark) mark = taut_mark_new ("a", NULL, &at, 5, time);
  g_autoptr (TautPlanItem) plain = NULL;
  g_autoptr (TautPlanItem) changed = NULL;
  g_autoptr (TautPlanItem) ticked = NULL;
  g_autoptr (TautProfile) nobody = taut_profile_new ();
  g_autoptr (TautProfile) asked = taut_profile_with_screened (nobody, &start);
  g_autoptr (TautProfile) paused = taut_profile_with_pauses (asked, &pause, 1);

  plain = taut_plan_item_new ("shoulder_ball_wall", "FREQ=DAILY", &minute, 1, &start, &end);
  changed = taut_plan_item_with_exception (plain, &moved);
  ticked = taut_plan_item_with_outcome (changed, &ticked_on, 480, TAUT_OUTCOME_SORE);
  taut_record_put_mark (record, mark, FALSE);
  taut_record_put_plan_item (record, ticked);
  taut_record_set_profile (record, paused);

  return record;
}

static void
assert_dates (TautRecord *record,
              guint       day,
              guint       month,
              guint       end_day,
              guint       end_month)
{
  TautPlanItem *item = taut_record_find_plan_item (record, "shoulder_ball_wall");

  assert_date (taut_plan_item_get_start (item), day, month);
  assert_date (taut_plan_item_get_end (item), end_day, end_month);
}

/* 8 April is 22 days after the tick: three weeks later it falls on the 7th. */
static void
test_later (void)
{
  g_autoptr (TautRecord) record = make_record ();
  TautPlanItem *item;
  const TautException *exceptions;
  const TautPause *pauses;
  const GDate today = make_date (8, 4);
  const GDate ticked = make_date (7, 4);
  TautOutcome outcome;
  guint n;

  taut_record_bring_up_to (record, &today);

  assert_dates (record, 23, 3, 19, 4);
  item = taut_record_find_plan_item (record, "shoulder_ball_wall");
  g_assert_true (taut_plan_item_find_tick (item, &ticked, 480, &outcome));
  g_assert_cmpint (outcome, ==, TAUT_OUTCOME_SORE);
  exceptions = taut_plan_item_get_exceptions (item, &n);
  g_assert_cmpuint (n, ==, 1);
  assert_date (&exceptions[0].date, 8, 4);
  assert_date (&exceptions[0].to_date, 9, 4);
  pauses = taut_profile_get_pauses (taut_record_get_profile (record), &n);
  g_assert_cmpuint (n, ==, 1);
  assert_date (&pauses[0].first, 10, 4);
  assert_date (&pauses[0].last, 12, 4);
  assert_date (taut_profile_get_screened (taut_record_get_profile (record)), 23, 3);
  g_assert_false (taut_record_can_undo (record));
}

static void
test_mark_time (void)
{
  g_autoptr (TautRecord) record = make_record ();
  const GDate today = make_date (8, 4);
  g_autofree char *time = NULL;

  taut_record_bring_up_to (record, &today);

  time = g_date_time_format_iso8601 (taut_mark_get_time (taut_record_find_mark (record, "a")));
  g_assert_cmpstr (time, ==, "2026-03-23T09:30:00Z");
}

/* A tick ahead of today is put before it. */
static void
test_earlier (void)
{
  g_autoptr (TautRecord) record = make_record ();
  const GDate today = make_date (16, 3);

  taut_record_bring_up_to (record, &today);

  assert_dates (record, 23, 2, 22, 3);
}

static void
test_near (void)
{
  g_autoptr (TautRecord) record = make_record ();
  const GDate same = make_date (17, 3);
  const GDate later = make_date (23, 3);

  taut_record_bring_up_to (record, &same);
  assert_dates (record, 2, 3, 29, 3);
  taut_record_bring_up_to (record, &later);
  assert_dates (record, 2, 3, 29, 3);
}

static void
test_without_ticks (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");
  const GDate today = make_date (8, 4);
  const GDate start = make_date (2, 3);
  g_autoptr (TautPlanItem) item = NULL;

  item = taut_plan_item_new ("shoulder_ball_wall", "FREQ=DAILY", NULL, 0, &start, &start);
  taut_record_put_plan_item (record, item);
  taut_record_bring_up_to (record, &today);

  assert_dates (record, 2, 3, 2, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/dates/later", test_later);
  g_test_add_func ("/record/dates/mark-time", test_mark_time);
  g_test_add_func ("/record/dates/earlier", test_earlier);
  g_test_add_func ("/record/dates/near", test_near);
  g_test_add_func ("/record/dates/without-ticks", test_without_ticks);

  return g_test_run ();
}
