/* test-record-values.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-mark.h"
#include "taut-plan-item.h"

static const TautSkinPoint shoulder = { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.05, 140 };
static const TautSkinPoint calf = { TAUT_SEGMENT_LEG, TAUT_SIDE_LEFT, 0.3, 180 };

static TautMark *
make_mark (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 2, 9, 30, 0);

  return taut_mark_new ("m1", "trapezius.1", &shoulder, 6, time);
}

static void
test_mark (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 2, 9, 30, 0);
  TautMark *mark = make_mark ();

  g_assert_cmpstr (taut_mark_get_id (mark), ==, "m1");
  g_assert_cmpstr (taut_mark_get_point_id (mark), ==, "trapezius.1");
  g_assert_cmpint (taut_mark_get_side (mark), ==, TAUT_SIDE_RIGHT);
  g_assert_cmpfloat (taut_mark_get_place (mark)->theta, ==, 140);
  g_assert_cmpuint (taut_mark_get_intensity (mark), ==, 6);
  g_assert_true (g_date_time_equal (taut_mark_get_time (mark), time));
  g_assert_null (taut_mark_get_unknown (mark));

  g_assert_finalize_object (mark);
}

static void
test_mark_changes (void)
{
  g_autoptr (TautMark) mark = make_mark ();
  g_autoptr (TautMark) twin = make_mark ();
  g_autoptr (TautMark) moved = taut_mark_with_place (mark, &calf);
  g_autoptr (TautMark) rated = taut_mark_with_intensity (mark, 0);
  g_autoptr (JsonObject) unknown = json_object_new ();
  g_autoptr (JsonObject) same = json_object_new ();
  g_autoptr (TautMark) noted = NULL;
  g_autoptr (TautMark) noted_twin = NULL;
  g_autoptr (TautMark) noted_rated = NULL;

  g_assert_true (taut_mark_equal (mark, twin));
  g_assert_false (taut_mark_equal (mark, moved));
  g_assert_false (taut_mark_equal (mark, rated));
  g_assert_cmpint (taut_mark_get_side (moved), ==, TAUT_SIDE_LEFT);
  g_assert_cmpstr (taut_mark_get_point_id (moved), ==, "trapezius.1");
  g_assert_cmpuint (taut_mark_get_intensity (rated), ==, 0);
  g_assert_cmpuint (taut_mark_get_intensity (mark), ==, 6);

  json_object_set_string_member (unknown, "quality", "aching");
  json_object_set_string_member (same, "quality", "aching");
  noted = taut_mark_with_unknown (mark, unknown);
  noted_twin = taut_mark_with_unknown (twin, same);
  noted_rated = taut_mark_with_intensity (noted, 0);
  g_assert_false (taut_mark_equal (mark, noted));
  g_assert_true (taut_mark_equal (noted, noted_twin));
  g_assert_true (taut_mark_get_unknown (noted_rated) == unknown);
}

static void
test_mark_guards (void)
{
  g_autoptr (TautMark) mark = make_mark ();

  g_test_expect_message ("taut-mark", G_LOG_LEVEL_CRITICAL, "*intensity <= *");
  g_assert_null (taut_mark_with_intensity (mark, TAUT_MARK_INTENSITY_MAX + 1));
  g_test_assert_expected_messages ();
}

static TautPlanItem *
make_item (void)
{
  const guint minutes[] = { 20 * 60, 8 * 60, 20 * 60 };
  GDate start;

  g_date_set_dmy (&start, 2, 3, 2026);

  return taut_plan_item_new ("trapezius-ball", "FREQ=DAILY", minutes, G_N_ELEMENTS (minutes),
                             &start, NULL);
}

static void
test_plan_item (void)
{
  TautPlanItem *item = make_item ();
  const guint *minutes;
  guint n;

  g_assert_cmpstr (taut_plan_item_get_routine_id (item), ==, "trapezius-ball");
  g_assert_cmpstr (taut_plan_item_get_rrule (item), ==, "FREQ=DAILY");
  minutes = taut_plan_item_get_minutes (item, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (minutes[0], ==, 8 * 60);
  g_assert_cmpuint (minutes[1], ==, 20 * 60);
  g_assert_cmpuint (g_date_get_day (taut_plan_item_get_start (item)), ==, 2);
  g_assert_null (taut_plan_item_get_end (item));
  taut_plan_item_get_ticks (item, &n);
  g_assert_cmpuint (n, ==, 0);

  g_assert_finalize_object (item);
}

static void
test_ticks (void)
{
  g_autoptr (TautPlanItem) first = make_item ();
  g_autoptr (TautPlanItem) item = g_object_ref (first);
  const struct
  {
    guint day;
    guint minute;
    gboolean done;
    guint n_ticks;
  } steps[] = {
    { 4, 480, TRUE, 1 }, { 2, 1200, TRUE, 2 }, { 2, 480, TRUE, 3 }, { 2, 480, TRUE, 3 },
    { 3, 480, FALSE, 3 }, { 2, 1200, FALSE, 2 }, { 2, 1200, FALSE, 2 }, { 4, 480, FALSE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (TautPlanItem) next = NULL;
      const TautTick *ticks;
      GDate date;
      guint n;

      g_date_set_dmy (&date, steps[i].day, 3, 2026);
      next = taut_plan_item_with_tick (item, &date, steps[i].minute, steps[i].done);
      g_assert_true (taut_plan_item_is_done (next, &date, steps[i].minute) == steps[i].done);
      g_assert_false (taut_plan_item_is_done (next, &date, steps[i].minute + 1));
      ticks = taut_plan_item_get_ticks (next, &n);
      g_assert_cmpuint (n, ==, steps[i].n_ticks);
      for (guint j = 1; j < n; j++)
        {
          int order = g_date_compare (&ticks[j - 1].date, &ticks[j].date);

          g_assert_true (order < 0 || (order == 0 && ticks[j - 1].minute < ticks[j].minute));
        }
      g_set_object (&item, next);
    }

  g_assert_false (taut_plan_item_equal_ticks (first, item));
  g_assert_true (taut_plan_item_equal_schedule (first, item));
}

static void
test_all_ticks (void)
{
  g_autoptr (TautPlanItem) item = make_item ();
  g_autoptr (TautPlanItem) ticked = NULL;
  g_autoptr (TautPlanItem) one_by_one = NULL;
  g_autoptr (TautPlanItem) both = NULL;
  TautTick ticks[3] = { { .minute = 0 } };

  g_date_set_dmy (&ticks[0].date, 9, 3, 2026);
  ticks[0].minute = 480;
  ticks[1] = ticks[0];
  g_date_set_dmy (&ticks[2].date, 2, 3, 2026);
  ticks[2].minute = 480;

  ticked = taut_plan_item_with_ticks (item, ticks, 3);
  one_by_one = taut_plan_item_with_tick (item, &ticks[0].date, 480, TRUE);
  both = taut_plan_item_with_tick (one_by_one, &ticks[2].date, 480, TRUE);
  g_assert_true (taut_plan_item_equal (ticked, both));
}

static void
test_schedule (void)
{
  g_autoptr (TautPlanItem) item = make_item ();
  g_autoptr (TautPlanItem) twin = make_item ();
  g_autoptr (TautPlanItem) weekly = taut_plan_item_with_rrule (item, "FREQ=WEEKLY;BYDAY=MO");
  g_autoptr (TautPlanItem) never = taut_plan_item_with_minutes (item, NULL, 0);
  g_autoptr (TautPlanItem) ending = NULL;
  GDate end;

  g_date_set_dmy (&end, 30, 3, 2026);
  ending = taut_plan_item_with_period (item, taut_plan_item_get_start (item), &end);

  g_assert_true (taut_plan_item_equal (item, twin));
  g_assert_false (taut_plan_item_equal (item, weekly));
  g_assert_false (taut_plan_item_equal (item, never));
  g_assert_false (taut_plan_item_equal (item, ending));
  g_assert_cmpint (g_date_compare (taut_plan_item_get_end (ending), &end), ==, 0);
  g_assert_null (taut_plan_item_get_end (item));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/mark/new", test_mark);
  g_test_add_func ("/record/mark/changes", test_mark_changes);
  g_test_add_func ("/record/mark/guards", test_mark_guards);
  g_test_add_func ("/record/plan-item/new", test_plan_item);
  g_test_add_func ("/record/plan-item/ticks", test_ticks);
  g_test_add_func ("/record/plan-item/all-ticks", test_all_ticks);
  g_test_add_func ("/record/plan-item/schedule", test_schedule);

  return g_test_run ();
}
