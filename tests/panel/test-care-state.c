/* test-care-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-care-state.h"

#include "taut-marks-state.h"
#include "taut-panel-text.h"
#include "taut-timetable.h"

#include "../shipped-atlas.h"

#define POINT "trapezius.1"

static TautAtlas *atlas;

static void
add_mark (TautRecord *record,
          const char *id,
          const char *point_id,
          TautSide    side,
          guint       intensity)
{
  const TautPoint *point = taut_atlas_find_point (atlas, point_id);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 29, 9, 0, 0);
  g_autoptr (TautMark) mark = NULL;
  TautSkinPoint at;

  g_assert_nonnull (point);
  at = taut_point_get_place (point, side);
  mark = taut_mark_new (id, point_id, &at, intensity, time);
  taut_record_put_mark (record, mark, FALSE);
}

static const GDate *
get_sunday (void)
{
  static GDate sunday;

  g_date_clear (&sunday, 1);
  g_date_set_dmy (&sunday, 29, G_DATE_NOVEMBER, 2026);

  return &sunday;
}

static void
test_empty (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");
  g_autoptr (TautCareState) care = taut_care_state_new (atlas, record, get_sunday ());
  g_autoptr (TautMarksState) marks = taut_marks_state_new (atlas, record);

  g_assert_cmpuint (care->boxes->len, ==, 0);
  g_assert_cmpuint (care->entries->len, ==, 0);
  g_assert_cmpstr (care->heading, ==, "Today, Sunday 29 November");
  g_assert_cmpstr (care->progress, ==, "");
  g_assert_false (care->has_marks);

  g_assert_cmpuint (marks->entries->len, ==, 0);
  g_assert_cmpuint (marks->notices->len, ==, 0);
  g_assert_cmpstr (marks->progress, ==, "");
}

static void
test_marks (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");
  g_autoptr (TautMarksState) state = NULL;
  const TautMarkEntry *entry;

  add_mark (record, "a", POINT, TAUT_SIDE_RIGHT, 7);
  add_mark (record, "b", POINT, TAUT_SIDE_LEFT, 0);
  state = taut_marks_state_new (atlas, record);

  g_assert_cmpuint (state->entries->len, ==, 2);
  g_assert_cmpstr (state->progress, ==, "2 spots");
  entry = g_ptr_array_index (state->entries, 0);
  g_assert_cmpstr (entry->key, ==, "a");
  g_assert_true (g_str_has_suffix (entry->title, ", right"));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (entry->title)));
  g_assert_true (g_str_has_suffix (entry->subtitle, ", right"));
  g_assert_cmpuint (entry->intensity, ==, 7);
  entry = g_ptr_array_index (state->entries, 1);
  g_assert_true (g_str_has_suffix (entry->title, ", left"));
}

static void
test_plan (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");
  g_autoptr (TautCareState) planned = NULL;
  g_autoptr (TautCareState) ticked = NULL;
  g_autoptr (TautPlanItem) item = NULL;
  g_autoptr (TautPlanItem) daily = NULL;
  g_autoptr (TautPlanItem) done = NULL;
  const TautCareEntry *entry;
  const TautCareBox *box;
  const guint minutes[] = { 8 * 60, 20 * 60 + 30 };

  add_mark (record, "a", POINT, TAUT_SIDE_RIGHT, 7);
  item = taut_care_plan_routine (taut_atlas_find_routine (atlas, "shoulder_ball_wall"),
                                 get_sunday ());
  daily = taut_plan_item_with_minutes (item, minutes, G_N_ELEMENTS (minutes));
  g_clear_object (&item);
  item = taut_plan_item_with_rrule (daily, "FREQ=WEEKLY;BYDAY=SU,WE");
  taut_record_put_plan_item (record, item);

  planned = taut_care_state_new (atlas, record, get_sunday ());
  g_assert_cmpuint (planned->entries->len, ==, 1);
  g_assert_cmpuint (planned->boxes->len, ==, 2);
  g_assert_cmpstr (planned->progress, ==, "0 of 2 done");
  entry = g_ptr_array_index (planned->entries, 0);
  g_assert_cmpstr (entry->subtitle, ==, "Wed Sun, 08:00, 20:30");
  box = g_ptr_array_index (planned->boxes, 1);
  g_assert_cmpuint (box->place.minute, ==, minutes[1]);
  g_assert_true (g_str_has_suffix (box->subtitle, ", evening"));
  g_assert_cmpstr (box->time, ==, "20:30");

  done = taut_plan_item_with_tick (item, get_sunday (), minutes[1], TRUE);
  taut_record_put_plan_item (record, done);
  ticked = taut_care_state_new (atlas, record, get_sunday ());
  g_assert_cmpstr (ticked->progress, ==, "1 of 2 done");
  box = g_ptr_array_index (ticked->boxes, 1);
  g_assert_cmpint (box->state, ==, TAUT_SESSION_DONE);
}

/* A routine of another version is shown, so that it can be removed. */
static void
test_unknown_routine (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");
  g_autoptr (TautCareState) state = NULL;
  g_autoptr (TautPlanItem) item = NULL;
  const TautCareEntry *entry;
  const guint minute = 9 * 60;

  item = taut_plan_item_new ("moon-walk", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", &minute, 1,
                             get_sunday (), NULL);
  taut_record_put_plan_item (record, item);
  state = taut_care_state_new (atlas, record, get_sunday ());

  entry = g_ptr_array_index (state->entries, 0);
  g_assert_null (entry->routine);
  g_assert_nonnull (strstr (entry->title, "moon-walk"));
  g_assert_cmpstr (entry->subtitle, ==, "Every day, 09:00");
  g_assert_cmpuint (state->boxes->len, ==, 1);
}

static void
test_change_time (void)
{
  static const struct
  {
    guint minutes[3];
    guint n_minutes;
    guint index;
    guint minute;
    guint changed[4];
    guint n_changed;
  } table[] = {
    { { 480 }, 1, 0, 495, { 495 }, 1 },
    { { 480, 1200 }, 2, 0, 1230, { 1200, 1230 }, 2 },
    { { 480, 1200 }, 2, 1, 60, { 60, 480 }, 2 },
    { { 480, 1200 }, 2, 2, 720, { 480, 720, 1200 }, 3 },
    { { 480, 1200 }, 2, 0, 1200, { 0 }, 0 },
    { { 480, 1200 }, 2, 0, 480, { 0 }, 0 },
    { { 0 }, 0, 0, 0, { 0 }, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint changed[4];
      guint n_changed = taut_care_state_change_time (table[i].minutes, table[i].n_minutes,
                                                     table[i].index, table[i].minute, changed);

      g_assert_cmpuint (n_changed, ==, table[i].n_changed);
      g_assert_cmpmem (changed, n_changed * sizeof *changed,
                       table[i].changed, n_changed * sizeof *changed);
    }
}

static void
test_propose_time (void)
{
  const guint evening[] = { 480, 1200 };
  const guint full[] = { 480, 540, 1320 };

  g_assert_cmpuint (taut_care_state_propose_time (NULL, 0), ==, 480);
  g_assert_cmpuint (taut_care_state_propose_time (evening, 1), ==, 720);
  g_assert_cmpuint (taut_care_state_propose_time (evening, 2), ==, 540);
  g_assert_cmpuint (taut_care_state_propose_time (full, 3), ==, 600);
}

static void
test_dose (void)
{
  static const struct
  {
    guint hold;
    guint repetitions;
    guint sets;
    guint minutes;
    const char *text;
  } table[] = {
    { 45, 3, 1, 3, "45\302\240s\302\240×\302\2403" },
    { 45, 1, 1, 1, "45\302\240s" },
    { 30, 2, 2, 3, "30\302\240s\302\240×\302\2404" },
    { 0, 10, 2, 3, "10\302\240×\302\2402" },
    { 0, 10, 1, 3, "10 times" },
    { 0, 1, 1, 15, "15\302\240min" },
    { 0, 1, 1, 0, "Habit" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TautRoutine routine = {
        .hold = table[i].hold,
        .repetitions = table[i].repetitions,
        .sets = table[i].sets,
        .minutes = table[i].minutes,
      };
      g_autofree char *text = taut_panel_text_dose (&routine);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_weekdays (void)
{
  static const struct
  {
    guint weekdays;
    const char *text;
  } table[] = {
    { 0x7f, "every day" },
    { 0x1f, "Monday to Friday" },
    { 0x15, "Mon Wed Fri" },
    { 0x40, "Sun" },
    { 0x00, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = taut_panel_text_weekdays (table[i].weekdays);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (TautSkin) skin = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  skin = load_shipped_skin ();
  atlas = load_shipped_atlas (skin);

  g_test_add_func ("/panel/care-state/empty", test_empty);
  g_test_add_func ("/panel/care-state/plan", test_plan);
  g_test_add_func ("/panel/care-state/unknown-routine", test_unknown_routine);
  g_test_add_func ("/panel/care-state/change-time", test_change_time);
  g_test_add_func ("/panel/care-state/propose-time", test_propose_time);
  g_test_add_func ("/panel/marks-state/marks", test_marks);
  g_test_add_func ("/panel/text/dose", test_dose);
  g_test_add_func ("/panel/text/weekdays", test_weekdays);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
