/* test-plan-weeks.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plan-fixture.h"
#include "taut-plan-weeks.h"
#include "taut-plan-words.h"

static TautPrescription *
find_prescription (GPtrArray  *prescriptions,
                   const char *id)
{
  for (guint i = 0; i < prescriptions->len; i++)
    {
      TautPrescription *prescription = g_ptr_array_index (prescriptions, i);

      if (g_str_equal (prescription->id, id))
        return prescription;
    }

  g_assert_not_reached ();
}

/* Done, moved, left out and paused sessions. */
static void
test_boxes (void)
{
  Fixture fixture;
  g_autoptr (TautPlanWeeks) weeks = NULL;
  g_autoptr (GPtrArray) prescriptions = NULL;
  g_autoptr (TautPlanItem) ticked = NULL;
  g_autoptr (TautPlanItem) moved = NULL;
  g_autoptr (TautProfile) profile = NULL;
  TautPlanItem *item;
  TautException exception = { .moved = TRUE };
  TautPause pause;
  const TautPlanRow *row;
  GDate day = plan_make_date (26, 11, 2026);
  guint n;

  fixture_init (&fixture);
  fixture_add_routines (&fixture, 2);
  item = taut_record_find_plan_item (fixture.record, "ball_wall");
  ticked = taut_plan_item_with_tick (item, &day, taut_plan_item_get_minutes (item, &n)[1], TRUE);
  g_assert_cmpuint (n, ==, 2);
  exception.date = plan_make_date (24, 11, 2026);
  exception.minute = taut_plan_item_get_minutes (ticked, &n)[0];
  exception.to_date = plan_make_date (25, 11, 2026);
  exception.to_minute = exception.minute + 60;
  moved = taut_plan_item_with_exception (ticked, &exception);
  taut_record_put_plan_item (fixture.record, moved);
  pause.first = plan_make_date (28, 11, 2026);
  pause.last = plan_make_date (29, 11, 2026);
  profile = taut_profile_with_pauses (taut_record_get_profile (fixture.record), &pause, 1);
  taut_record_set_profile (fixture.record, profile);

  prescriptions = taut_prescription_list (fixture.atlas, fixture.record);
  g_assert_nonnull (find_prescription (prescriptions, "ball_wall"));
  weeks = taut_plan_weeks_new (fixture.atlas, fixture.record, prescriptions, &day, 2, 8);
  g_assert_cmpuint (g_date_get_day (&weeks->monday), ==, 23);
  /* The ball has a row for each of its times. */
  g_assert_cmpuint (weeks->rows->len, ==, 3);
  row = g_ptr_array_index (weeks->rows, 1);
  g_assert_cmpstr (row->prescription->id, ==, "ball_wall");
  g_assert_cmpuint (row->cells[0].n_boxes, ==, 1);
  g_assert_cmpuint (row->cells[1].n_boxes, ==, 0);
  g_assert_cmpuint (row->cells[2].n_boxes, ==, 2);
  g_assert_cmpuint (row->cells[5].n_boxes, ==, 0);
  g_assert_cmpuint (row->cells[6].n_boxes, ==, 0);
  g_assert_cmpuint (row->cells[7].n_boxes, ==, 1);
  row = g_ptr_array_index (weeks->rows, 2);
  g_assert_cmpuint (row->cells[3].done, ==, 1);
  g_assert_cmpuint (row->cells[4].done, ==, 0);
  fixture_clear (&fixture);
}

/* A session that was moved to another time stands in the row of that time. */
static void
test_moved_to_other_time (void)
{
  Fixture fixture;
  g_autoptr (TautPlanWeeks) weeks = NULL;
  g_autoptr (GPtrArray) prescriptions = NULL;
  g_autoptr (TautPlanItem) moved = NULL;
  TautPlanItem *item;
  TautException exception = { .moved = TRUE };
  GDate day = plan_make_date (26, 11, 2026);
  const guint *minutes;
  guint n;

  fixture_init (&fixture);
  fixture_add_routines (&fixture, 2);
  item = taut_record_find_plan_item (fixture.record, "ball_wall");
  minutes = taut_plan_item_get_minutes (item, &n);
  g_assert_cmpuint (n, ==, 2);
  exception.date = exception.to_date = day;
  exception.minute = minutes[0];
  exception.to_minute = minutes[1] - 30;
  moved = taut_plan_item_with_exception (item, &exception);
  taut_record_put_plan_item (fixture.record, moved);
  prescriptions = taut_prescription_list (fixture.atlas, fixture.record);
  weeks = taut_plan_weeks_new (fixture.atlas, fixture.record, prescriptions, &day, 2, 8);
  g_assert_cmpuint (((TautPlanRow *) g_ptr_array_index (weeks->rows, 1))->cells[3].n_boxes, ==, 0);
  g_assert_cmpuint (((TautPlanRow *) g_ptr_array_index (weeks->rows, 2))->cells[3].n_boxes, ==, 2);
  g_assert_cmpuint (((TautPlanRow *) g_ptr_array_index (weeks->rows, 1))->cells[4].n_boxes, ==, 1);
  fixture_clear (&fixture);
}

static void
test_weeks_that_begin_later (void)
{
  Fixture fixture;
  g_autoptr (TautPlanWeeks) weeks = NULL;
  g_autoptr (GPtrArray) prescriptions = NULL;
  g_autofree char *words = NULL;
  GDate day = plan_make_date (22, 11, 2026);

  fixture_init (&fixture);
  fixture_add_routines (&fixture, 1);
  prescriptions = taut_prescription_list (fixture.atlas, fixture.record);
  weeks = taut_plan_weeks_new (fixture.atlas, fixture.record, prescriptions, &day, 2, 8);
  g_assert_cmpuint (g_date_get_day (&weeks->monday), ==, 23);
  words = taut_plan_words_format_weeks (weeks, 2);
  g_assert_cmpstr (words, ==, "23 November to 6 December 2026, up to 15 minutes a day");
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/plan-weeks/boxes", test_boxes);
  g_test_add_func ("/render/plan-weeks/moved-to-other-time", test_moved_to_other_time);
  g_test_add_func ("/render/plan-weeks/begin-later", test_weeks_that_begin_later);

  return g_test_run ();
}
