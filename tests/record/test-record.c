/* test-record.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-record.h"

#define N_MARKS 6
#define N_ROUTINES 4
#define N_PROGRAMS 60
#define N_STEPS 120

static TautMark *
make_mark (guint  number,
           guint  intensity,
           double u)
{
  g_autofree char *id = g_strdup_printf ("m%u", number);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 2, 9, 30, 0);
  TautSkinPoint at = { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, u, 140 };

  return taut_mark_new (id, "trapezius.1", &at, intensity, time);
}

static TautPlanItem *
make_item (guint number)
{
  g_autofree char *id = g_strdup_printf ("r%u", number);
  const guint minute = 480;
  GDate start;

  g_date_set_dmy (&start, 2, 3, 2026);

  return taut_plan_item_new (id, "FREQ=DAILY", &minute, 1, &start, NULL);
}

static void
put_mark (TautRecord *record,
          guint       number,
          guint       intensity,
          double      u,
          gboolean    merge)
{
  g_autoptr (TautMark) mark = make_mark (number, intensity, u);

  taut_record_put_mark (record, mark, merge);
}

static char *
get_label (TautRecord *record,
           const char *property)
{
  char *label;

  g_object_get (record, property, &label, NULL);

  return label;
}

static void
assert_labels (TautRecord *record,
               const char *undo,
               const char *redo)
{
  g_autofree char *undo_label = get_label (record, "undo-label");
  g_autofree char *redo_label = get_label (record, "redo-label");

  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
  g_assert_true (taut_record_can_undo (record) == (undo != NULL));
  g_assert_true (taut_record_can_redo (record) == (redo != NULL));
}

static guint
count_marks (TautRecord *record)
{
  return g_list_model_get_n_items (taut_record_get_marks (record));
}

static void
test_new (void)
{
  TautRecord *record = taut_record_new ("x");

  g_assert_cmpstr (taut_record_get_id (record), ==, "x");
  g_assert_cmpstr (taut_record_get_client_name (record), ==, "");
  g_assert_cmpuint (count_marks (record), ==, 0);
  g_assert_true (g_list_model_get_item_type (taut_record_get_plan (record))
                 == TAUT_TYPE_PLAN_ITEM);
  g_assert_null (taut_record_get_unknown (record));
  assert_labels (record, NULL, NULL);
  taut_record_undo (record);
  taut_record_redo (record);

  g_assert_finalize_object (record);
}

static void
test_labels (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautPlanItem) item = make_item (0);
  g_autoptr (TautPlanItem) ticked = NULL;
  g_autoptr (TautPlanItem) weekly = NULL;

  put_mark (record, 0, 5, 0.1, FALSE);
  assert_labels (record, "Add Mark", NULL);
  put_mark (record, 0, 5, 0.2, FALSE);
  assert_labels (record, "Move Mark", NULL);
  put_mark (record, 0, 6, 0.2, FALSE);
  assert_labels (record, "Change Intensity", NULL);
  put_mark (record, 0, 7, 0.3, FALSE);
  assert_labels (record, "Change Mark", NULL);
  taut_record_remove_mark (record, "m0");
  assert_labels (record, "Remove Mark", NULL);
  taut_record_remove_mark (record, "m0");
  taut_record_undo (record);
  assert_labels (record, "Change Mark", "Remove Mark");
  g_assert_cmpuint (taut_mark_get_intensity (taut_record_find_mark (record, "m0")), ==, 7);

  taut_record_put_plan_item (record, item);
  assert_labels (record, "Add Routine", NULL);
  ticked = taut_plan_item_with_tick (item, taut_plan_item_get_start (item), 480, TRUE);
  taut_record_put_plan_item (record, ticked);
  assert_labels (record, "Tick", NULL);
  taut_record_put_plan_item (record, item);
  assert_labels (record, "Untick", NULL);
  weekly = taut_plan_item_with_rrule (item, "FREQ=WEEKLY;BYDAY=MO");
  taut_record_put_plan_item (record, weekly);
  assert_labels (record, "Change Schedule", NULL);
  taut_record_remove_plan_item (record, "r0");
  assert_labels (record, "Remove Routine", NULL);
  taut_record_set_client_name (record, "Sam");
  assert_labels (record, "Rename Client", NULL);
  taut_record_set_client_figure (record, "feminine");
  assert_labels (record, "Change Figure", NULL);
  taut_record_set_client (record, "Samuel", "masculine");
  assert_labels (record, "Change Client", NULL);
  taut_record_undo (record);
  g_assert_cmpstr (taut_record_get_client_name (record), ==, "Sam");
  g_assert_cmpstr (taut_record_get_client_figure (record), ==, "feminine");
  taut_record_undo (record);
  g_assert_cmpstr (taut_record_get_client_figure (record), ==, "");
  taut_record_set_client (record, "Sam", "");
  assert_labels (record, "Rename Client", "Change Figure");
}

static void
test_merge (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");

  put_mark (record, 0, 5, 0.1, FALSE);
  put_mark (record, 1, 5, 0.1, FALSE);
  taut_record_clear_history (record);
  assert_labels (record, NULL, NULL);

  /* One gesture is one step. */
  for (guint i = 0; i < 5; i++)
    put_mark (record, 0, 5, 0.25 + i * 0.125, i > 0);
  taut_record_undo (record);
  assert_labels (record, NULL, "Move Mark");
  g_assert_cmpfloat (taut_mark_get_place (taut_record_find_mark (record, "m0"))->u, ==, 0.1);
  taut_record_redo (record);
  g_assert_cmpfloat (taut_mark_get_place (taut_record_find_mark (record, "m0"))->u, ==, 0.75);

  /* Redone steps, other marks and other kinds of change stay apart. */
  put_mark (record, 0, 5, 0.7, TRUE);
  put_mark (record, 1, 5, 0.7, TRUE);
  put_mark (record, 1, 6, 0.7, TRUE);
  put_mark (record, 1, 7, 0.7, TRUE);
  taut_record_undo (record);
  g_assert_cmpuint (taut_mark_get_intensity (taut_record_find_mark (record, "m1")), ==, 5);
  taut_record_undo (record);
  g_assert_cmpfloat (taut_mark_get_place (taut_record_find_mark (record, "m1"))->u, ==, 0.1);
  taut_record_undo (record);
  taut_record_undo (record);
  assert_labels (record, NULL, "Move Mark");
}

static void
test_merge_to_nothing (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");

  put_mark (record, 0, 5, 0.1, FALSE);
  put_mark (record, 0, 6, 0.1, FALSE);
  put_mark (record, 0, 7, 0.1, FALSE);
  put_mark (record, 0, 6, 0.1, TRUE);
  assert_labels (record, "Change Intensity", NULL);

  /* The gesture before is not taken in. */
  put_mark (record, 0, 9, 0.1, TRUE);
  taut_record_undo (record);
  g_assert_cmpuint (taut_mark_get_intensity (taut_record_find_mark (record, "m0")), ==, 6);
  taut_record_undo (record);
  g_assert_cmpuint (taut_mark_get_intensity (taut_record_find_mark (record, "m0")), ==, 5);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
count_notify_cb (TautRecord *record,
                 GParamSpec *pspec,
                 GHashTable *counts)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pspec->name));

  g_hash_table_insert (counts, (gpointer) pspec->name, GUINT_TO_POINTER (n + 1));
}

static void
test_signals (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_changed = 0;
  guint n_items = 0;

  g_signal_connect_swapped (record, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (taut_record_get_marks (record), "items-changed",
                            G_CALLBACK (count_cb), &n_items);
  g_signal_connect (record, "notify", G_CALLBACK (count_notify_cb), counts);
#define COUNT(name) GPOINTER_TO_UINT (g_hash_table_lookup (counts, name))

  put_mark (record, 0, 5, 0.1, FALSE);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpuint (COUNT ("can-undo"), ==, 1);
  g_assert_cmpuint (COUNT ("undo-label"), ==, 1);
  g_assert_cmpuint (COUNT ("can-redo"), ==, 0);

  put_mark (record, 0, 5, 0.1, FALSE);
  g_assert_cmpuint (n_changed, ==, 1);

  put_mark (record, 0, 5, 0.2, FALSE);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_items, ==, 2);
  g_assert_cmpuint (COUNT ("can-undo"), ==, 1);
  g_assert_cmpuint (COUNT ("undo-label"), ==, 2);

  taut_record_undo (record);
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpuint (n_items, ==, 3);
  g_assert_cmpuint (COUNT ("can-redo"), ==, 1);

  g_object_set (record, "client-name", "Sam", NULL);
  g_object_set (record, "client-name", "Sam", NULL);
  g_assert_cmpuint (n_changed, ==, 4);
  g_assert_cmpuint (COUNT ("client-name"), ==, 1);
  taut_record_set_client_name (record, "Sami");
  taut_record_undo (record);
  g_assert_cmpstr (taut_record_get_client_name (record), ==, "");

  taut_record_clear_history (record);
  g_assert_cmpuint (n_changed, ==, 6);
  g_assert_cmpuint (COUNT ("can-undo"), ==, 2);
#undef COUNT
}

static void
undo_cb (TautRecord *record)
{
  g_test_expect_message ("taut-history", G_LOG_LEVEL_CRITICAL, "*!self->applying*");
  taut_record_undo (record);
  g_test_assert_expected_messages ();
}

/* A list's listener must not change the record in the middle of a change. */
static void
test_no_change_within_change (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");

  put_mark (record, 0, 5, 0.1, FALSE);
  g_signal_connect_swapped (taut_record_get_marks (record), "items-changed",
                            G_CALLBACK (undo_cb), record);
  put_mark (record, 1, 5, 0.1, FALSE);
  g_assert_cmpuint (count_marks (record), ==, 2);
}

/* The twin: all states so far as text, the present one's number. */

static void
describe_mark (GString  *text,
               TautMark *mark)
{
  g_string_append_printf (text, "%s %u %g, ", taut_mark_get_id (mark),
                          taut_mark_get_intensity (mark), taut_mark_get_place (mark)->u);
}

static void
describe_item (GString      *text,
               TautPlanItem *item)
{
  guint n;
  const TautTick *ticks = taut_plan_item_get_ticks (item, &n);

  g_string_append_printf (text, "%s %s", taut_plan_item_get_routine_id (item),
                          taut_plan_item_get_rrule (item));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %u", g_date_get_julian (&ticks[i].date));
  g_string_append (text, ", ");
}

static char *
describe (TautRecord *record)
{
  GString *text = g_string_new (taut_record_get_client_name (record));
  GListModel *marks = taut_record_get_marks (record);
  GListModel *plan = taut_record_get_plan (record);

  g_string_append (text, ": ");
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);

      g_assert_true (taut_record_find_mark (record, taut_mark_get_id (mark)) == mark);
      describe_mark (text, mark);
    }
  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);

      g_assert_true (taut_record_find_plan_item (record, taut_plan_item_get_routine_id (item))
                     == item);
      describe_item (text, item);
    }

  return g_string_free (text, FALSE);
}

static TautPlanItem *
change_item (TautPlanItem *item)
{
  GDate date;

  if (g_test_rand_bit ())
    return taut_plan_item_with_rrule (item, g_test_rand_bit () ? "FREQ=DAILY"
                                                               : "FREQ=WEEKLY;BYDAY=MO");

  g_date_set_dmy (&date, g_test_rand_int_range (2, 6), 3, 2026);

  return taut_plan_item_with_tick (item, &date, 480, g_test_rand_bit ());
}

static gboolean
label_is (TautRecord *record,
          const char *label)
{
  g_autofree char *present = get_label (record, "undo-label");

  return g_strcmp0 (present, label) == 0;
}

static void
change_at_random (TautRecord *record)
{
  guint number = g_test_rand_int_range (0, N_MARKS);
  g_autofree char *mark_id = g_strdup_printf ("m%u", number);
  g_autofree char *routine_id = g_strdup_printf ("r%u", number % N_ROUTINES);
  g_autofree char *name = g_strdup_printf ("n%u", number);
  TautPlanItem *item = taut_record_find_plan_item (record, routine_id);
  g_autoptr (TautPlanItem) next = item != NULL ? change_item (item)
                                               : make_item (number % N_ROUTINES);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      taut_record_remove_mark (record, mark_id);
      break;
    case 1:
      taut_record_remove_plan_item (record, routine_id);
      break;
    case 2:
      /* Names in a row would merge, which has its own test. */
      if (!label_is (record, "Rename Client"))
        taut_record_set_client_name (record, name);
      break;
    case 3:
      taut_record_put_plan_item (record, next);
      break;
    default:
      put_mark (record, number, g_test_rand_int_range (0, 11),
                g_test_rand_int_range (0, 4) / 4.0, FALSE);
      break;
    }
}

/* Makes a random change and tells the twin of it. */
static void
step (TautRecord *record,
      GPtrArray  *states,
      guint      *present)
{
  g_autofree char *before = describe (record);
  g_autofree char *after = NULL;

  change_at_random (record);
  after = describe (record);
  if (strcmp (before, after) == 0)
    return;

  g_ptr_array_set_size (states, *present + 1);
  g_ptr_array_add (states, g_steal_pointer (&after));
  (*present)++;
}

static void
assert_state (TautRecord *record,
              const char *expected)
{
  g_autofree char *text = describe (record);

  g_assert_cmpstr (text, ==, expected);
}

static void
run_program (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = NULL;
  guint present = 0;

  g_ptr_array_add (states, describe (record));
  for (guint i = 0; i < N_STEPS; i++)
    {
      int choice = g_test_rand_int_range (0, 10);

      if (choice < 7)
        {
          step (record, states, &present);
        }
      else if (choice < 9)
        {
          taut_record_undo (record);
          present -= present > 0;
        }
      else
        {
          taut_record_redo (record);
          present += present + 1 < states->len;
        }
      assert_state (record, g_ptr_array_index (states, present));
      g_assert_true (taut_record_can_undo (record) == (present > 0));
      g_assert_true (taut_record_can_redo (record) == (present + 1 < states->len));
    }

  last = describe (record);
  while (taut_record_can_undo (record))
    {
      taut_record_undo (record);
      assert_state (record, g_ptr_array_index (states, --present));
    }
  g_assert_cmpuint (present, ==, 0);
  while (taut_record_can_redo (record))
    {
      taut_record_redo (record);
      assert_state (record, g_ptr_array_index (states, ++present));
    }
  g_assert_cmpuint (present, ==, states->len - 1);
}

static void
test_twin (void)
{
  for (guint i = 0; i < N_PROGRAMS; i++)
    run_program ();
}

/* Ten thousand marks must not take time squared. */
static void
test_many (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");

  for (guint i = 0; i < 10000; i++)
    put_mark (record, i, i % 11, 0.5, FALSE);
  g_assert_cmpuint (count_marks (record), ==, 10000);
  while (taut_record_can_undo (record))
    taut_record_undo (record);
  g_assert_cmpuint (count_marks (record), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/record/new", test_new);
  g_test_add_func ("/record/record/labels", test_labels);
  g_test_add_func ("/record/record/merge", test_merge);
  g_test_add_func ("/record/record/merge-to-nothing", test_merge_to_nothing);
  g_test_add_func ("/record/record/signals", test_signals);
  g_test_add_func ("/record/record/no-change-within-change", test_no_change_within_change);
  g_test_add_func ("/record/record/twin", test_twin);
  g_test_add_func ("/record/record/many", test_many);

  return g_test_run ();
}
