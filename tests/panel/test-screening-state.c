/* test-screening-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-screening-state.h"

#include "panel-fixture.h"
#include "taut-marks-state.h"

static TautAtlas *atlas;

/* Answers what is asked; @yes may be NULL. */
static void
answer (TautRecord *record,
        const char *yes)
{
  g_autoptr (TautSignsState) state = taut_signs_state_new (atlas, record);
  g_autoptr (GHashTable) ticked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TautProfile) profile = NULL;

  if (yes != NULL)
    g_hash_table_add (ticked, (gpointer) yes);
  profile = taut_signs_state_answer (state, taut_record_get_profile (record), ticked);
  taut_record_set_profile (record, profile);
}

static void
test_signs (void)
{
  g_autoptr (TautRecord) record = fixture_new_record (atlas, FIXTURE_POINT, NULL);
  g_autoptr (TautSignsState) state = taut_signs_state_new (atlas, record);
  g_autoptr (TautSignsState) again = taut_signs_state_new (atlas, record);
  const TautSignTopic *topic;

  g_assert_cmpint (taut_gate_get (atlas, record), ==, TAUT_GATE_SIGNS);
  g_assert_nonnull (strstr (state->introduction, "Upper trapezius, front edge, right"));
  g_assert_cmpuint (state->topics->len, >, 1);
  topic = g_ptr_array_index (state->topics, 0);
  g_assert_cmpstr (topic->title, ==, "Headache");
  g_assert_cmpuint (topic->signs->len, >, 2);
  g_assert_true (taut_signs_state_equal (state, again));
}

/* One step for all answers; what was asked once is not asked again. */
static void
test_none (void)
{
  g_autoptr (TautRecord) record = fixture_new_record (atlas, FIXTURE_POINT, NULL);
  g_autoptr (TautSignsState) state = NULL;

  answer (record, NULL);
  g_assert_cmpint (taut_gate_get (atlas, record), ==, TAUT_GATE_OPEN);
  state = taut_signs_state_new (atlas, record);
  g_assert_cmpuint (state->topics->len, ==, 0);
  g_assert_cmpint (taut_profile_get_answer (taut_record_get_profile (record), "head_sudden"),
                   ==, TAUT_ANSWER_NO);

  taut_record_undo (record);
  g_assert_cmpint (taut_gate_get (atlas, record), ==, TAUT_GATE_SIGNS);
}

static void
test_alarm (void)
{
  static const struct
  {
    const char *sign;
    gboolean emergency;
    const char *title;
    const char *advice;
  } cases[] = {
    { "head_sudden", TRUE, "Get help now", "Call the emergency number" },
    { "head_artery", FALSE, "Have it looked at first", "See a doctor today" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TautRecord) record = fixture_new_record (atlas, FIXTURE_POINT, NULL);
      g_autoptr (TautAlarmState) state = NULL;
      g_autoptr (TautProfile) taken_back = NULL;
      g_autoptr (TautProfile) looked_at = NULL;

      answer (record, cases[i].sign);
      g_assert_cmpint (taut_gate_get (atlas, record), ==, TAUT_GATE_ALARM);
      state = taut_alarm_state_new (atlas, record);
      g_assert_cmpint (state->emergency, ==, cases[i].emergency);
      g_assert_cmpstr (state->title, ==, cases[i].title);
      g_assert_nonnull (strstr (state->advice, cases[i].advice));

      looked_at = taut_alarm_state_settle (atlas, record, TAUT_ANSWER_NO);
      taken_back = taut_alarm_state_settle (atlas, record, TAUT_ANSWER_NONE);
      taut_record_set_profile (record, taken_back);
      g_assert_cmpint (taut_gate_get (atlas, record), ==, TAUT_GATE_SIGNS);
      taut_record_set_profile (record, looked_at);
      g_assert_cmpint (taut_gate_get (atlas, record), ==, TAUT_GATE_OPEN);
      g_assert_null (taut_alarm_state_new (atlas, record));
    }
}

static const TautNoticeEntry *
get_notice (const TautMarksState *state,
            guint                 index)
{
  g_assert_cmpuint (index, <, state->notices->len);

  return g_ptr_array_index (state->notices, index);
}

/* What the page Marks says beside the questions: never the same twice. */
static void
test_notices (void)
{
  g_autoptr (TautRecord) record = fixture_new_record (atlas, FIXTURE_POINT, NULL);
  g_autoptr (TautMarksState) asked = taut_marks_state_new (atlas, record);
  g_autoptr (TautMarksState) alarmed = NULL;
  g_autoptr (TautMarksState) answered = NULL;
  g_autoptr (TautMarksState) screened = NULL;
  g_autoptr (TautProfile) profile = NULL;
  const GDate today = fixture_get_sunday ();

  g_assert_cmpuint (asked->notices->len, ==, 1);
  g_assert_true (get_notice (asked, 0)->asks);

  answer (record, "head_sudden");
  alarmed = taut_marks_state_new (atlas, record);
  g_assert_cmpuint (alarmed->notices->len, ==, 1);
  g_assert_cmpstr (get_notice (alarmed, 0)->title, ==, "Get help now");
  taut_record_undo (record);

  answer (record, NULL);
  answered = taut_marks_state_new (atlas, record);
  g_assert_cmpuint (answered->notices->len, ==, 2);
  g_assert_cmpstr (get_notice (answered, 0)->key, ==, "emergency");
  g_assert_false (get_notice (answered, 0)->expanded);
  g_assert_nonnull (strstr (get_notice (answered, 0)->text, "headache"));
  g_assert_nonnull (strstr (get_notice (answered, 1)->text, "not medical advice"));
  g_assert_nonnull (strstr (get_notice (answered, 1)->text, "Ask a clinician"));

  profile = taut_profile_with_screened (taut_record_get_profile (record), &today);
  taut_record_set_profile (record, profile);
  screened = taut_marks_state_new (atlas, record);
  g_assert_null (strstr (get_notice (screened, 1)->text, "Ask a clinician"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = fixture_load_atlas ();

  g_test_add_func ("/panel/screening-state/signs", test_signs);
  g_test_add_func ("/panel/screening-state/none", test_none);
  g_test_add_func ("/panel/screening-state/alarm", test_alarm);
  g_test_add_func ("/panel/screening-state/notices", test_notices);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
