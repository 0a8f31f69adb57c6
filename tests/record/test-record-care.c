/* test-record-care.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-record.h"

#define N_ROUTINES 5
#define N_PROGRAMS 60
#define N_STEPS 100

static GDate
make_date (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, 3, 2026);

  return date;
}

static TautPlanItem *
make_item (const char *id)
{
  const guint minute = 480;
  const GDate start = make_date (2);

  return taut_plan_item_new (id, "FREQ=DAILY", &minute, 1, &start, NULL);
}

static TautOwnRoutine *
make_own (const char *id,
          const char *name)
{
  const TautDose dose = { .hold = 20 };

  return taut_own_routine_new (id, name, "Lean.", &dose, 2, NULL);
}

/* Puts @next, which it takes, in the place of *@item and into the record. */
static void
put (TautRecord    *record,
     TautPlanItem **item,
     TautPlanItem  *next)
{
  taut_record_put_plan_item (record, next);
  g_object_unref (*item);
  *item = next;
}

static void
put_profile (TautRecord  *record,
             TautProfile *profile)
{
  taut_record_set_profile (record, profile);
  g_object_unref (profile);
}

static void
assert_label (TautRecord *record,
              const char *expected)
{
  g_autofree char *label = NULL;

  g_object_get (record, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, expected);
}

/* The answers of a form are one step, also where some are taken back meanwhile. */
static void
test_form (void)
{
  static const struct
  {
    const char *question;
    TautAnswer answer;
  } answers[] = {
    { "pregnant", TAUT_ANSWER_YES },
    { "pregnant", TAUT_ANSWER_NONE },
    { "fever", TAUT_ANSWER_YES },
    { "cancer", TAUT_ANSWER_YES },
  };
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautProfile) opened = NULL;

  put_profile (record, taut_profile_with_minutes (taut_record_get_profile (record), 15));
  opened = g_object_ref (taut_record_get_profile (record));
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (TautProfile) next =
        taut_profile_with_answer (taut_record_get_profile (record), answers[i].question,
                                  answers[i].answer);

      taut_record_revise_profile (record, opened, next);
    }
  g_assert_cmpint (taut_profile_get_answer (taut_record_get_profile (record), "cancer"), ==,
                   TAUT_ANSWER_YES);

  taut_record_undo (record);
  g_assert_true (taut_profile_equal (taut_record_get_profile (record), opened));
  g_assert_true (taut_record_can_undo (record));
}

static void
test_session_labels (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautPlanItem) item = make_item ("a");
  const GDate date = make_date (3);
  const TautException out = { date, 480, FALSE };
  const TautException moved = { date, 480, TRUE, make_date (4), 600 };
  const TautDose dose = { .hold = 20 };
  g_autoptr (TautPlanItem) sore = NULL;

  taut_record_put_plan_item (record, item);
  put (record, &item, taut_plan_item_with_outcome (item, &date, 480, TAUT_OUTCOME_SKIPPED));
  assert_label (record, "Skip Session");
  put (record, &item, taut_plan_item_with_outcome (item, &date, 480, TAUT_OUTCOME_DONE));
  assert_label (record, "Tick");
  put (record, &item, taut_plan_item_with_tick (item, &date, 480, FALSE));
  assert_label (record, "Untick");
  put (record, &item, taut_plan_item_with_exception (item, &out));
  assert_label (record, "Leave Out Session");
  put (record, &item, taut_plan_item_with_exception (item, &moved));
  assert_label (record, "Move Session");
  put (record, &item, taut_plan_item_without_exception (item, &date, 480));
  assert_label (record, "Restore Session");
  put (record, &item, taut_plan_item_with_dose (item, &dose));
  assert_label (record, "Change Dose");
  put (record, &item, taut_plan_item_with_rrule (item, "FREQ=WEEKLY;BYDAY=MO"));
  assert_label (record, "Change Schedule");

  /* What too sore changes besides goes by its name. */
  sore = taut_plan_item_with_outcome (item, &date, 480, TAUT_OUTCOME_SORE);
  put (record, &item, taut_plan_item_with_exception (sore, &out));
  assert_label (record, "Too Sore");
}

static void
test_other_labels (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautOwnRoutine) own = make_own ("own.1", "Door");
  g_autoptr (TautOwnRoutine) renamed = make_own ("own.1", "Door frame");
  const TautPause pause = { make_date (4), make_date (6) };
  const guint minute = 480;
  const GDate start = make_date (2);
  g_autoptr (TautPlanItem) item =
    taut_plan_item_new ("own.1", "FREQ=DAILY", &minute, 1, &start, NULL);
  TautProfile *profile;

  taut_record_put_own_routine (record, own);
  assert_label (record, "Add Own Routine");
  taut_record_put_own_routine (record, own);
  taut_record_put_own_routine (record, renamed);
  assert_label (record, "Change Own Routine");
  taut_record_remove_own_routine (record, "own.1");
  assert_label (record, "Remove Own Routine");
  taut_record_remove_own_routine (record, "own.1");

  taut_record_add_own_routine (record, own, item);
  assert_label (record, "Add Own Routine");
  taut_record_undo (record);
  g_assert_null (taut_record_find_own_routine (record, "own.1"));
  g_assert_null (taut_record_find_plan_item (record, "own.1"));

  profile = taut_record_get_profile (record);
  put_profile (record, taut_profile_with_answer (profile, "osteoporosis", TAUT_ANSWER_YES));
  assert_label (record, "Change Health and Wishes");
  profile = taut_record_get_profile (record);
  put_profile (record, taut_profile_with_pauses (profile, &pause, 1));
  assert_label (record, "Change Pauses");
  profile = taut_record_get_profile (record);
  put_profile (record, taut_profile_with_refused (profile, "neck_roll", TRUE));
  assert_label (record, "Refuse Routine");
  profile = taut_record_get_profile (record);
  put_profile (record, taut_profile_with_refused (profile, "neck_roll", TRUE));

  while (taut_record_can_undo (record))
    taut_record_undo (record);
  g_assert_cmpint (taut_profile_get_answer (taut_record_get_profile (record), "osteoporosis"),
                   ==, TAUT_ANSWER_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (taut_record_get_own_routines (record)), ==, 0);
}

/* The names of the plan's routines in order. */
static char *
list_plan (TautRecord *record)
{
  GString *text = g_string_new (NULL);
  GListModel *plan = taut_record_get_plan (record);

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      const char *id = taut_plan_item_get_routine_id (item);

      g_assert_true (taut_record_find_plan_item (record, id) == item);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", id);
    }

  return g_string_free (text, FALSE);
}

static void
assert_plan (TautRecord *record,
             const char *expected)
{
  g_autofree char *text = list_plan (record);

  g_assert_cmpstr (text, ==, expected);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_order (void)
{
  static const char *const ids[] = { "a", "b", "c", "d" };
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_changed = 0;
  guint n_items = 0;

  g_signal_connect_swapped (record, "changed", G_CALLBACK (count_cb), &n_changed);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_ptr_array_add (items, make_item (ids[i]));
  taut_record_put_plan_items (record, items);
  assert_plan (record, "a b c d");
  assert_label (record, "Change Plan");
  g_assert_cmpuint (n_changed, ==, 1);
  taut_record_put_plan_items (record, items);
  g_assert_cmpuint (n_changed, ==, 1);

  g_signal_connect_swapped (taut_record_get_plan (record), "items-changed",
                            G_CALLBACK (count_cb), &n_items);
  taut_record_move_plan_item (record, "a", 2);
  assert_plan (record, "b c a d");
  assert_label (record, "Move Routine");
  g_assert_cmpuint (n_items, ==, 1);
  taut_record_move_plan_item (record, "a", 2);
  g_assert_cmpuint (n_changed, ==, 2);
  taut_record_move_plan_item (record, "d", 0);
  assert_plan (record, "d b c a");
  taut_record_undo (record);
  assert_plan (record, "b c a d");
  taut_record_undo (record);
  assert_plan (record, "a b c d");
  taut_record_undo (record);
  assert_plan (record, "");
  taut_record_redo (record);
  taut_record_redo (record);
  assert_plan (record, "b c a d");
}

/* An own routine that is removed leaves the plan in the same step. */
static void
test_remove_own (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautOwnRoutine) own = make_own ("own.1", "Door");
  g_autoptr (TautPlanItem) first = make_item ("a");
  g_autoptr (TautPlanItem) item = make_item ("own.1");

  taut_record_put_own_routine (record, own);
  taut_record_put_plan_item (record, first);
  taut_record_put_plan_item (record, item);
  taut_record_remove_own_routine (record, "own.1");
  assert_plan (record, "a");
  g_assert_null (taut_record_find_own_routine (record, "own.1"));
  taut_record_undo (record);
  assert_plan (record, "a own.1");
  g_assert_true (taut_record_find_own_routine (record, "own.1") == own);
}

/* Random changes against texts of all states so far. */

static char *
describe (TautRecord *record)
{
  GListModel *plan = taut_record_get_plan (record);
  GListModel *own = taut_record_get_own_routines (record);
  g_autofree char *order = list_plan (record);
  GString *text = g_string_new (order);

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      guint n_ticks;
      guint n_exceptions;

      taut_plan_item_get_ticks (item, &n_ticks);
      taut_plan_item_get_exceptions (item, &n_exceptions);
      g_string_append_printf (text, " %u/%u/%u", n_ticks, n_exceptions,
                              taut_plan_item_get_dose (item)->hold);
    }
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (TautOwnRoutine) routine = g_list_model_get_item (own, i);

      g_assert_true (taut_record_find_own_routine (record, taut_own_routine_get_id (routine))
                     == routine);
      g_string_append_printf (text, " %s %s", taut_own_routine_get_id (routine),
                              taut_own_routine_get_name (routine));
    }
  g_string_append_printf (text, " %u", taut_profile_get_minutes (taut_record_get_profile (record)));

  return g_string_free (text, FALSE);
}

static TautPlanItem *
change_item (TautPlanItem *item)
{
  const GDate date = make_date (g_test_rand_int_range (2, 6));
  const TautException exception = { date, 480, FALSE };
  const TautDose dose = { .hold = g_test_rand_int_range (0, 4) };

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return taut_plan_item_with_outcome (item, &date, 480, g_test_rand_int_range (0, 3));
    case 1:
      return taut_plan_item_with_exception (item, &exception);
    case 2:
      return taut_plan_item_without_exception (item, &date, 480);
    default:
      return taut_plan_item_with_dose (item, &dose);
    }
}

static void
put_some (TautRecord *record)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      g_autofree char *id = g_strdup_printf ("own.%d", g_test_rand_int_range (0, N_ROUTINES));
      TautPlanItem *item = taut_record_find_plan_item (record, id);

      g_ptr_array_add (items, item != NULL ? change_item (item) : make_item (id));
    }
  taut_record_put_plan_items (record, items);
}

static void
change_at_random (TautRecord *record)
{
  g_autofree char *id = g_strdup_printf ("own.%d", g_test_rand_int_range (0, N_ROUTINES));
  g_autofree char *name = g_strdup_printf ("n%d", g_test_rand_int_range (0, 3));
  g_autoptr (TautOwnRoutine) own = make_own (id, name);
  guint n = g_list_model_get_n_items (taut_record_get_plan (record));

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      taut_record_put_own_routine (record, own);
      break;
    case 1:
      taut_record_remove_own_routine (record, id);
      break;
    case 2:
      put_profile (record, taut_profile_with_minutes (taut_record_get_profile (record),
                                                      g_test_rand_int_range (0, 20)));
      break;
    case 3:
      if (taut_record_find_plan_item (record, id) != NULL)
        taut_record_move_plan_item (record, id, g_test_rand_int_range (0, n));
      break;
    default:
      put_some (record);
      break;
    }
}

static void
assert_state (TautRecord *record,
              GPtrArray  *states,
              guint       present)
{
  g_autofree char *text = describe (record);

  g_assert_cmpstr (text, ==, g_ptr_array_index (states, present));
}

static void
run_program (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint n_changed = 0;
  guint present = 0;

  g_signal_connect_swapped (record, "changed", G_CALLBACK (count_cb), &n_changed);
  g_ptr_array_add (states, describe (record));
  for (guint i = 0; i < N_STEPS; i++)
    {
      guint before = n_changed;

      if (g_test_rand_int_range (0, 4) > 0)
        {
          change_at_random (record);
          g_assert_cmpuint (n_changed, <=, before + 1);
          if (n_changed == before)
            continue;
          g_ptr_array_set_size (states, present + 1);
          g_ptr_array_add (states, describe (record));
          present++;
        }
      else if (g_test_rand_bit () && taut_record_can_undo (record))
        {
          taut_record_undo (record);
          present--;
        }
      else if (taut_record_can_redo (record))
        {
          taut_record_redo (record);
          present++;
        }
      assert_state (record, states, present);
    }
  while (taut_record_can_undo (record))
    {
      taut_record_undo (record);
      assert_state (record, states, --present);
    }
  while (taut_record_can_redo (record))
    {
      taut_record_redo (record);
      assert_state (record, states, ++present);
    }
}

static void
test_twin (void)
{
  for (guint i = 0; i < N_PROGRAMS; i++)
    run_program ();
}

/* Values */

static void
test_profile (void)
{
  g_autoptr (TautProfile) nothing = taut_profile_new ();
  const char *const equipment[] = { "towel", "ball", "towel", NULL };
  const guint times[] = { 1200, 450, 1200 };
  const TautPause pauses[] = {
    { make_date (10), make_date (12) }, { make_date (2), make_date (4) },
    { make_date (4), make_date (6) }, { make_date (3), make_date (3) },
  };
  g_autoptr (TautProfile) equipped = taut_profile_with_equipment (nothing, equipment);
  g_autoptr (TautProfile) timed = taut_profile_with_times (equipped, times, 3);
  g_autoptr (TautProfile) paused = taut_profile_with_pauses (timed, pauses, 4);
  g_autoptr (TautProfile) answered = taut_profile_with_answer (paused, "b", TAUT_ANSWER_NO);
  g_autoptr (TautProfile) again = taut_profile_with_answer (answered, "a", TAUT_ANSWER_YES);
  g_autoptr (TautProfile) less = taut_profile_with_answer (again, "a", TAUT_ANSWER_NONE);
  g_autofree const char **ids = taut_profile_list_answers (again);
  const TautPause *merged;
  const guint *sorted;
  guint n;

  g_assert_cmpstr (taut_profile_get_equipment (timed)[0], ==, "ball");
  g_assert_cmpstr (taut_profile_get_equipment (timed)[1], ==, "towel");
  g_assert_null (taut_profile_get_equipment (timed)[2]);
  sorted = taut_profile_get_times (timed, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (sorted[0], ==, 450);
  merged = taut_profile_get_pauses (paused, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (g_date_get_day (&merged[0].last), ==, 6);
  g_assert_cmpstr (ids[0], ==, "a");
  g_assert_cmpstr (ids[1], ==, "b");
  g_assert_null (ids[2]);
  g_assert_true (taut_profile_equal (less, answered));
  g_assert_false (taut_profile_equal (less, again));
  g_assert_false (taut_profile_equal (paused, timed));
  g_assert_false (taut_profile_equal (timed, equipped));
  g_assert_false (taut_profile_equal (equipped, nothing));
}

static void
test_picture (void)
{
  g_autofree char *zeros = g_malloc0 (TAUT_OWN_ROUTINE_PICTURE_MAX + 1);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("GIF89a......", 12);
  g_autoptr (GBytes) jpeg = g_bytes_new_static ("\xff\xd8\xff\xe0....", 8);
  g_autoptr (GBytes) large = NULL;
  g_autoptr (GBytes) limit = NULL;

  memcpy (zeros, "\xff\xd8\xff", 3);
  large = g_bytes_new (zeros, TAUT_OWN_ROUTINE_PICTURE_MAX + 1);
  limit = g_bytes_new (zeros, TAUT_OWN_ROUTINE_PICTURE_MAX);
  g_assert_false (taut_own_routine_is_picture (empty));
  g_assert_false (taut_own_routine_is_picture (text));
  g_assert_true (taut_own_routine_is_picture (jpeg));
  g_assert_true (taut_own_routine_is_picture (limit));
  g_assert_false (taut_own_routine_is_picture (large));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/care/form", test_form);
  g_test_add_func ("/record/care/session-labels", test_session_labels);
  g_test_add_func ("/record/care/other-labels", test_other_labels);
  g_test_add_func ("/record/care/order", test_order);
  g_test_add_func ("/record/care/remove-own", test_remove_own);
  g_test_add_func ("/record/care/twin", test_twin);
  g_test_add_func ("/record/care/profile", test_profile);
  g_test_add_func ("/record/care/picture", test_picture);

  return g_test_run ();
}
