/* test-care-edit.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-care-edit.h"

#include "panel-fixture.h"
#include "taut-care-state.h"
#include "taut-rule.h"
#include "taut-timetable.h"
#include "taut-week-state.h"

#define BALL "shoulder_ball_wall"
#define STRETCH "ear_to_shoulder"

static TautAtlas *atlas;

static GDate
get_date (guint day,
          guint month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, 2026);

  return date;
}

static TautSessionPlace
get_place (const char *routine_id,
           guint       day,
           guint       minute)
{
  GDate date = get_date (day, 11);
  TautSessionPlace place = {
    .routine_id = routine_id,
    .rule_date = date,
    .rule_minute = minute,
    .date = date,
    .minute = minute,
  };

  return place;
}

static void
add_item (TautRecord *record,
          const char *routine_id,
          guint       first,
          guint       second)
{
  GDate start = get_date (2, 11);
  const guint minutes[] = { first, second };
  g_autoptr (TautPlanItem) item =
    taut_plan_item_new (routine_id, "FREQ=DAILY", minutes, second > 0 ? 2 : 1, &start, NULL);

  taut_record_put_plan_item (record, item);
}

static TautRecord *
new_record (void)
{
  TautRecord *record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");

  add_item (record, BALL, 480, 1200);
  taut_record_clear_history (record);

  return record;
}

/* What became of the sessions of a day, in a letter each. */
static char *
list_day (TautRecord *record,
          guint       day)
{
  static const char letters[] = "odksm";
  GDate date = get_date (day, 11);
  GDate today = get_date (29, 11);
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) sessions =
    taut_timetable_list_sessions (taut_record_get_plan (record), taut_record_get_profile (record),
                                  &date, &date, &today);

  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      g_string_append_printf (text, "%s%c%02u:%02u", i > 0 ? " " : "", letters[session->state],
                              session->minute / 60, session->minute % 60);
    }

  return g_string_free (text, FALSE);
}

static void
assert_day (TautRecord *record,
            guint       day,
            const char *expected)
{
  g_autofree char *found = list_day (record, day);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_undo (TautRecord *record,
             const char *label)
{
  g_autofree char *found = NULL;

  g_object_get (record, "undo-label", &found, NULL);
  g_assert_cmpstr (found, ==, label);
  taut_record_undo (record);
  g_assert_false (taut_record_can_undo (record));
}

static void
test_outcome (void)
{
  g_autoptr (TautRecord) record = new_record ();
  TautSessionPlace place = get_place (BALL, 29, 480);

  taut_care_edit_set_outcome (record, &place, TAUT_OUTCOME_DONE);
  assert_day (record, 29, "d08:00 o20:00");
  assert_undo (record, "Tick");

  taut_care_edit_set_outcome (record, &place, TAUT_OUTCOME_SKIPPED);
  assert_day (record, 29, "s08:00 o20:00");
  taut_care_edit_set_outcome (record, &place, TAUT_CARE_EDIT_OPEN);
  assert_day (record, 29, "o08:00 o20:00");
}

static void
test_too_sore (void)
{
  g_autoptr (TautRecord) record = new_record ();
  TautSessionPlace place = get_place (BALL, 26, 480);
  g_autofree char *text = taut_care_edit_too_sore (atlas, record, &place);

  g_assert_cmpstr (text, ==,
                   "Rest until Sunday 29 November, then 30\302\240s at pressure 4 of 10");
  assert_day (record, 26, "k08:00");
  assert_day (record, 27, "");
  assert_day (record, 28, "");
  assert_day (record, 29, "o08:00 o20:00");
  assert_undo (record, "Too Sore");
  assert_day (record, 27, "m08:00 m20:00");
}

static void
test_move (void)
{
  g_autoptr (TautRecord) record = new_record ();
  TautSessionPlace place = get_place (BALL, 26, 480);
  GDate saturday = get_date (28, 11);
  GDate thursday = get_date (26, 11);
  g_autofree char *text = taut_care_edit_move (atlas, record, &place, &saturday, 480);
  g_autofree char *back = NULL;
  guint n;

  /* There is one at eight already. */
  g_assert_cmpstr (text, ==, "Moved to Saturday 28 November, 10:00");
  assert_day (record, 26, "m20:00");
  assert_day (record, 28, "m08:00 m10:00 m20:00");

  /* Where the rule has it, there is no exception left. */
  place.date = saturday;
  place.minute = 600;
  back = taut_care_edit_move (atlas, record, &place, &thursday, 480);
  assert_day (record, 26, "m08:00 m20:00");
  taut_plan_item_get_exceptions (taut_record_find_plan_item (record, BALL), &n);
  g_assert_cmpuint (n, ==, 0);

  taut_record_undo (record);
  assert_undo (record, "Move Session");
}

static void
test_leave_out (void)
{
  g_autoptr (TautRecord) record = new_record ();
  TautSessionPlace place = get_place (BALL, 29, 1200);
  g_autofree char *text = taut_care_edit_leave_out (atlas, record, &place);

  g_assert_cmpstr (text, ==, "Left out: Ball on the wall, Sunday 29 November");
  assert_day (record, 29, "o08:00");
  assert_undo (record, "Leave Out Session");
}

/* A session of a plan that is gone meanwhile. */
static void
test_gone (void)
{
  g_autoptr (TautRecord) record = new_record ();
  TautSessionPlace place = get_place (STRETCH, 29, 480);
  GDate date = get_date (30, 11);

  g_assert_null (taut_care_edit_too_sore (atlas, record, &place));
  g_assert_null (taut_care_edit_move (atlas, record, &place, &date, 480));
  g_assert_null (taut_care_edit_leave_out (atlas, record, &place));
  taut_care_edit_set_outcome (record, &place, TAUT_OUTCOME_DONE);
  g_assert_false (taut_record_can_undo (record));
}

static void
test_later (void)
{
  static const struct
  {
    guint minute;
    guint now;
    gboolean found;
    guint later;
  } table[] = {
    { 8 * 60, 9 * 60, TRUE, 11 * 60 },
    { 8 * 60, 9 * 60 + 1, TRUE, 11 * 60 + 15 },
    { 18 * 60, 9 * 60, TRUE, 20 * 60 },
    { 20 * 60 + 30, 9 * 60, TRUE, 22 * 60 },
    { 22 * 60, 9 * 60, FALSE, 0 },
    { 8 * 60, 23 * 60, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint later;

      g_assert_cmpint (taut_care_edit_find_later (table[i].minute, table[i].now, &later), ==,
                       table[i].found);
      if (table[i].found)
        g_assert_cmpuint (later, ==, table[i].later);
    }
}

static void
assert_minutes (TautRecord *record,
                const char *routine_id,
                guint       expected)
{
  guint n;
  const guint *minutes =
    taut_plan_item_get_minutes (taut_record_find_plan_item (record, routine_id), &n);

  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (minutes[0], ==, expected);
}

/* Two routines for the same muscle keep apart, and it is said. */
static void
test_collision (void)
{
  g_autoptr (TautRecord) record = new_record ();
  GDate start = get_date (2, 11);
  const guint minute = 480;
  g_autoptr (TautPlanItem) item =
    taut_plan_item_new (STRETCH, "FREQ=DAILY", &minute, 1, &start, NULL);
  g_autofree char *text = taut_care_edit_schedule (atlas, record, item);
  g_autofree char *down = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpstr (text, ==, "Set to 08:15, clear of another routine for the same muscle");
  assert_minutes (record, STRETCH, 495);

  /* A step down from there goes past the other one. */
  down = taut_care_edit_set_time (atlas, record, taut_record_find_plan_item (record, STRETCH), 0,
                                  485);
  assert_minutes (record, STRETCH, 465);
  g_assert_nonnull (down);

  none = taut_care_edit_set_time (atlas, record, taut_record_find_plan_item (record, STRETCH), 0,
                                  720);
  assert_minutes (record, STRETCH, 720);
  g_assert_null (none);
}

/* A start after the end of the rule is refused; an end before the first session is
 * kept, and told at once. */
static void
test_never (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  GDate start = get_date (2, 11);     /* a Monday */
  GDate later = get_date (9, 11);
  GDate end = get_date (5, 11);
  const guint minute = 480;
  g_autoptr (TautPlanItem) item =
    taut_plan_item_new (STRETCH, "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261107", &minute, 1, &start, NULL);
  g_autoptr (TautPlanItem) moved = taut_plan_item_with_period (item, &later, NULL);
  g_autoptr (TautPlanItem) ended = taut_plan_item_with_period (item, &start, &end);
  g_autofree char *none = taut_care_edit_schedule (atlas, record, item);
  g_autofree char *refused = taut_care_edit_schedule (atlas, record, moved);
  g_autofree char *told = NULL;

  g_assert_null (none);
  g_assert_nonnull (refused);
  g_assert_true (taut_plan_item_equal (taut_record_find_plan_item (record, STRETCH), item));

  told = taut_care_edit_schedule (atlas, record, ended);
  g_assert_true (g_str_has_prefix (told, "It never takes place so"));
  g_assert_true (taut_plan_item_equal (taut_record_find_plan_item (record, STRETCH), ended));
  g_assert_false (taut_timetable_occurs (ended));
  g_assert_true (taut_timetable_occurs (item));
}

static void
test_pause (void)
{
  g_autoptr (TautRecord) record = new_record ();
  g_autoptr (TautCareState) paused = NULL;
  g_autoptr (TautCareState) before = NULL;
  GDate today = get_date (29, 11);
  GDate first = get_date (24, 12);
  GDate last = get_date (28, 12);
  const TautCarePause *pause;

  taut_care_edit_pause (record, &last, &first);
  before = taut_care_state_new (atlas, record, &today);
  g_assert_cmpuint (before->pauses->len, ==, 1);
  pause = g_ptr_array_index (before->pauses, 0);
  g_assert_cmpstr (pause->label, ==, "Paused 24 to 28 December");
  g_assert_cmpuint (before->boxes->len, ==, 2);

  today = get_date (26, 12);
  paused = taut_care_state_new (atlas, record, &today);
  g_assert_cmpuint (paused->boxes->len, ==, 0);
  g_assert_cmpstr (paused->nothing, ==, "The plan is paused until 28 December.");

  taut_care_edit_unpause (record, &first);
  taut_record_undo (record);
  assert_undo (record, "Change Pauses");
}

static void
test_rule (void)
{
  static const struct
  {
    const char *rrule;
    gboolean daily;
    guint interval;
    guint weekdays;
    const char *formatted;
  } table[] = {
    { "FREQ=DAILY", FALSE, 1, 0x7f, "FREQ=DAILY" },
    { "FREQ=DAILY;INTERVAL=3", TRUE, 3, 0x7f, "FREQ=DAILY;INTERVAL=3" },
    { "FREQ=WEEKLY;BYDAY=MO,WE", FALSE, 1, 0x05, "FREQ=WEEKLY;BYDAY=MO,WE" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", FALSE, 2, 0x02, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" },
    { "FREQ=WEEKLY", FALSE, 1, 0x01, "FREQ=WEEKLY;BYDAY=MO" },
    { "FREQ=WEEKLY;BYDAY=MO;COUNT=6", FALSE, 1, 0x01, "FREQ=WEEKLY;BYDAY=MO;COUNT=6" },
  };
  GDate monday = get_date (2, 11);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *formatted = NULL;
      TautRule rule;

      taut_rule_parse (&rule, table[i].rrule, &monday);
      g_assert_cmpint (rule.daily, ==, table[i].daily);
      g_assert_cmpuint (rule.interval, ==, table[i].interval);
      g_assert_cmphex (rule.weekdays, ==, table[i].weekdays);
      formatted = taut_rule_format (&rule, table[i].rrule);
      g_assert_cmpstr (formatted, ==, table[i].formatted);
      g_assert_true (taut_timetable_check_rule (formatted, NULL));
    }
}

/* Weeks that are over, the last first; the one that runs is not judged. */
static void
test_weeks (void)
{
  g_autoptr (TautRecord) record = new_record ();
  g_autoptr (TautCareState) state = NULL;
  TautSessionPlace place = get_place (BALL, 10, 480);
  GDate today = get_date (18, 11);
  const TautCareWeek *week;

  taut_care_edit_set_outcome (record, &place, TAUT_OUTCOME_DONE);
  state = taut_care_state_new (atlas, record, &today);
  g_assert_cmpuint (state->weeks->len, ==, 2);
  week = g_ptr_array_index (state->weeks, 0);
  g_assert_cmpstr (week->label, ==, "9 to 15 November");
  g_assert_cmpstr (week->text, ==, "1 of 14 done");
  week = g_ptr_array_index (state->weeks, 1);
  g_assert_cmpstr (week->text, ==, "0 of 14 done");
}

static void
test_week_state (void)
{
  g_autoptr (TautRecord) record = new_record ();
  g_autoptr (TautWeekState) state = NULL;
  GDate today = get_date (18, 11);
  const TautWeekRow *row;
  const TautWeekBox *box;

  state = taut_week_state_new (atlas, record, &today, &today);
  g_assert_cmpstr (state->heading, ==, "16 to 22 November");
  g_assert_cmpstr (state->progress, ==, "0 of 14 done");
  g_assert_cmpuint (state->today, ==, 2);
  g_assert_cmpuint (state->rows->len, ==, 1);
  row = g_ptr_array_index (state->rows, 0);
  g_assert_cmpstr (row->title, ==, "Ball on the wall");
  box = g_ptr_array_index (row->boxes[0], 1);
  g_assert_cmpstr (box->name, ==, "Ball on the wall, Monday 16 November, 20:00, missed");
  g_assert_false (box->is_ahead);
  box = g_ptr_array_index (row->boxes[3], 0);
  g_assert_cmpstr (box->name, ==, "Ball on the wall, Thursday 19 November, 08:00, open");
  g_assert_true (box->is_ahead);
  g_assert_true (taut_week_state_find_box (state, box->key) == box);
  g_assert_null (taut_week_state_find_box (state, "nothing"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = fixture_load_atlas ();

  g_test_add_func ("/panel/care-edit/outcome", test_outcome);
  g_test_add_func ("/panel/care-edit/too-sore", test_too_sore);
  g_test_add_func ("/panel/care-edit/move", test_move);
  g_test_add_func ("/panel/care-edit/leave-out", test_leave_out);
  g_test_add_func ("/panel/care-edit/gone", test_gone);
  g_test_add_func ("/panel/care-edit/later", test_later);
  g_test_add_func ("/panel/care-edit/collision", test_collision);
  g_test_add_func ("/panel/care-edit/never", test_never);
  g_test_add_func ("/panel/care-edit/pause", test_pause);
  g_test_add_func ("/panel/care-state/weeks", test_weeks);
  g_test_add_func ("/panel/rule/table", test_rule);
  g_test_add_func ("/panel/week-state/week", test_week_state);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
