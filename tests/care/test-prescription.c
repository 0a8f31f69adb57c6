/* test-prescription.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-prescription.h"
#include "taut-timetable.h"

#include "care-fixture.h"

static TautAtlas *atlas;

/* For the marks of masseter: 30 s, three times, pressure from three on. */
#define FINGERS "jaw_fingers"

static void
plan (TautRecord     *record,
      const char     *id,
      const TautDose *dose)
{
  const guint minute = 20 * 60;
  GDate start;
  g_autoptr (TautPlanItem) item = NULL;
  g_autoptr (TautPlanItem) changed = NULL;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 2, G_DATE_MARCH, 2026);
  item = taut_plan_item_new (id, "FREQ=WEEKLY;BYDAY=MO,TH", &minute, 1, &start, NULL);
  changed = taut_plan_item_with_dose (item, dose);
  taut_record_put_plan_item (record, changed);
}

/* What a person changed and what rules allow, and what comes of it; a dose of 0 is
 * the routine's own. The usual one takes a minute or so more than its holds. */
static void
test_doses (void)
{
  static const struct
  {
    const char *yes;
    TautDose changed;
    TautDose expected;
  } cases[] = {
    { NULL, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } },
    { NULL, { 60, 0, 0, 0 }, { 60, 0, 0, 0 } },
    { NULL, { 10, 1, 0, 2 }, { 10, 1, 0, 2 } },
    { NULL, { 0, 6, 2, 0 }, { 0, 6, 2, 0 } },
    { "widespread", { 0, 0, 0, 0 }, { 20, 2, 0, 3 } },
    { "widespread", { 15, 5, 3, 0 }, { 15, 2, 3, 3 } },
    { "widespread", { 60, 1, 0, 9 }, { 20, 1, 0, 3 } },
    { "numbness", { 0, 0, 0, 1 }, { 0, 0, 0, 1 } },
    { "numbness", { 0, 0, 0, 5 }, { 0, 0, 0, 2 } },
  };
  const TautRoutine *routine = taut_atlas_find_routine (atlas, FINGERS);
  double spare = routine->minutes * 60.0 / (routine->repetitions * routine->sets) - routine->hold;

  g_assert_cmpfloat (spare, >=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TautDose *expected = &cases[i].expected;
      g_autoptr (TautRecord) record = taut_record_new ("x");
      g_autoptr (TautPrescription) prescription = NULL;
      guint hold = expected->hold > 0 ? expected->hold : routine->hold;
      guint repetitions = expected->repetitions > 0 ? expected->repetitions : routine->repetitions;
      guint sets = expected->sets > 0 ? expected->sets : routine->sets;
      guint pressure = expected->pressure > 0 ? expected->pressure : routine->pressure_most;
      double seconds = repetitions * sets * (hold + spare);

      if (cases[i].yes != NULL)
        care_fixture_answer (record, cases[i].yes, TAUT_ANSWER_YES);
      plan (record, FINGERS, &cases[i].changed);
      prescription = taut_prescription_new (atlas, record, FINGERS);
      g_assert_cmpuint (prescription->dose.hold, ==, hold);
      g_assert_cmpuint (prescription->dose.repetitions, ==, repetitions);
      g_assert_cmpuint (prescription->dose.sets, ==, sets);
      g_assert_cmpuint (prescription->dose.pressure, ==, pressure);
      g_assert_cmpuint (prescription->pressure_most, ==, pressure);
      g_assert_cmpuint (prescription->pressure_least, ==, MIN (routine->pressure_least, pressure));
      g_assert_cmpuint (prescription->minutes, ==, (guint) ((seconds + 59.999) / 60));
      g_assert_cmpint (prescription->verdict->rules->len > 0, ==, cases[i].yes != NULL);
    }
}

/* Where nothing is pressed, a pressure means nothing. */
static void
test_no_pressure (void)
{
  const TautDose dose = { 0, 0, 0, 5 };
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautPrescription) prescription = NULL;

  plan (record, "jaw_slow_opening", &dose);
  prescription = taut_prescription_new (atlas, record, "jaw_slow_opening");
  g_assert_cmpuint (prescription->pressure_most, ==, 0);
  g_assert_cmpuint (prescription->dose.pressure, ==, 0);
}

static void
test_marks (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautPrescription) none = taut_prescription_new (atlas, record, FINGERS);
  g_autoptr (TautPrescription) left = NULL;
  g_autoptr (TautPrescription) both = NULL;

  g_assert_true (none->both_sides);
  g_assert_cmpuint (none->marks->len, ==, 0);
  g_assert_null (none->item);

  care_fixture_add_mark (record, atlas, "soleus.2", TAUT_SIDE_RIGHT, 9, FALSE);
  care_fixture_add_mark (record, atlas, "masseter.deep", TAUT_SIDE_LEFT, 5, FALSE);
  left = taut_prescription_new (atlas, record, FINGERS);
  g_assert_false (left->both_sides);
  g_assert_cmpint (left->side, ==, TAUT_SIDE_LEFT);
  g_assert_cmpuint (left->marks->len, ==, 1);
  g_assert_cmpstr (taut_mark_get_id (g_ptr_array_index (left->marks, 0)), ==, "mark-1");

  care_fixture_add_mark (record, atlas, "masseter.deep", TAUT_SIDE_RIGHT, 5, TRUE);
  both = taut_prescription_new (atlas, record, FINGERS);
  g_assert_true (both->both_sides);
  g_assert_cmpuint (both->marks->len, ==, 2);
}

/* The person's own, and one that no longer exists. */
static void
test_others (void)
{
  const TautDose own_dose = { 20, 3, 1, 4 };
  const TautDose more = { 0, 6, 0, 0 };
  const TautDose usual = { 0, };
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautOwnRoutine) own =
    taut_own_routine_new ("own.1", "Rocking", "Sit.\nRock.", &own_dose, 2, NULL);
  g_autoptr (GPtrArray) list = NULL;
  const TautPrescription *prescription;
  GDate monday;

  taut_record_put_own_routine (record, own);
  plan (record, "own.1", &more);
  plan (record, "gone", &usual);
  plan (record, FINGERS, &usual);

  list = taut_prescription_list (atlas, record);
  g_assert_cmpuint (list->len, ==, 3);
  prescription = g_ptr_array_index (list, 0);
  g_assert_true (prescription->own == own);
  g_assert_null (prescription->routine);
  g_assert_null (prescription->verdict);
  g_assert_cmpuint (prescription->dose.hold, ==, 20);
  g_assert_cmpuint (prescription->dose.repetitions, ==, 6);
  g_assert_cmpuint (prescription->pressure_most, ==, 4);
  g_assert_cmpuint (prescription->minutes, ==, 4);

  prescription = g_ptr_array_index (list, 1);
  g_assert_cmpstr (prescription->id, ==, "gone");
  g_assert_null (prescription->own);
  g_assert_null (prescription->routine);
  g_assert_nonnull (prescription->item);
  g_assert_cmpuint (prescription->minutes, ==, 0);

  prescription = g_ptr_array_index (list, 2);
  g_date_clear (&monday, 1);
  g_date_set_dmy (&monday, 9, G_DATE_MARCH, 2026);
  g_assert_cmpuint (taut_prescription_measure_day (list, &monday), ==, 4 + prescription->minutes);
  g_date_subtract_days (&monday, 14);
  g_assert_cmpuint (taut_prescription_measure_day (list, &monday), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = care_fixture_load_atlas ();

  g_test_add_func ("/care/prescription/doses", test_doses);
  g_test_add_func ("/care/prescription/no-pressure", test_no_pressure);
  g_test_add_func ("/care/prescription/marks", test_marks);
  g_test_add_func ("/care/prescription/others", test_others);

  status = g_test_run ();
  g_object_unref (atlas);

  return status;
}
