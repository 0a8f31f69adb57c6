/* test-record-json-care.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-record-json.h"

/* Sound, and as the writer lays it out without layout: a picture is 11 bytes that
 * begin as a PNG file does. */
#define PICTURE "iVBORw0KGgoAAAA="
#define HEAD                                                                                 \
  "{\"format\":\"tautline-record\",\"version\":1,"                                           \
  "\"id\":\"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\",\"client\":{\"name\":\"Sam\"},\"marks\":[],"
#define RECORD                                                                               \
  HEAD                                                                                       \
  "\"plan\":[{\"routine\":\"ball\",\"rrule\":\"FREQ=DAILY\",\"times\":[\"08:00\"],"          \
  "\"start\":\"2026-03-02\",\"ticks\":["                                                     \
  "{\"date\":\"2026-03-02\",\"time\":\"08:00\"},"                                            \
  "{\"date\":\"2026-03-03\",\"time\":\"08:00\",\"outcome\":\"sore\",\"felt\":\"bad\"},"      \
  "{\"date\":\"2026-03-04\",\"time\":\"08:00\",\"outcome\":\"skipped\"},"                    \
  "{\"date\":\"2198-12-31\",\"time\":\"23:59\"}],"                                           \
  "\"exceptions\":[{\"date\":\"2026-03-05\",\"time\":\"08:00\",\"why\":\"guests\"},"         \
  "{\"date\":\"2026-03-06\",\"time\":\"08:00\","                                             \
  "\"to\":{\"date\":\"2026-03-07\",\"time\":\"09:30\",\"who\":\"me\"}}],"                    \
  "\"dose\":{\"hold\":45,\"repetitions\":3,\"sets\":2,\"pressure\":4,\"tempo\":\"slow\"}}]," \
  "\"care\":{\"answers\":{\"head_sudden\":false,\"osteoporosis\":true},"                     \
  "\"screened\":\"2026-03-01\",\"equipment\":[\"ball\",\"towel\"],\"minutes\":20,"           \
  "\"times\":[\"07:30\",\"20:00\"],\"refused\":[\"neck_roll\"],"                             \
  "\"pauses\":[{\"first\":\"2026-04-01\",\"last\":\"2026-04-07\",\"where\":\"sea\"}],"       \
  "\"mood\":\"fine\"},"                                                                      \
  "\"own_routines\":[{\"id\":\"own.1\",\"name\":\"Door frame\",\"steps\":\"Lean.\\nWait.\"," \
  "\"dose\":{\"hold\":20},\"minutes\":2,\"picture\":\"" PICTURE "\",\"by\":\"me\"}]}"

static TautRecord *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return taut_record_json_read (bytes, "r.json", error);
}

/* What is written, without layout, so that it can be compared with RECORD. */
static char *
write_text (TautRecord *record)
{
  g_autoptr (GBytes) bytes = taut_record_json_write (record);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return json_to_string (node, FALSE);
}

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

static void
test_item (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = read_text (RECORD, &error);
  TautPlanItem *item;
  const TautException *exceptions;
  const GDate sore = make_date (3, 3, 2026);
  const GDate skipped = make_date (4, 3, 2026);
  const GDate future = make_date (31, 12, 2198);
  TautOutcome outcome;
  guint n;

  g_assert_no_error (error);
  item = taut_record_find_plan_item (record, "ball");
  g_assert_true (taut_plan_item_find_tick (item, &sore, 480, &outcome));
  g_assert_cmpint (outcome, ==, TAUT_OUTCOME_SORE);
  g_assert_true (taut_plan_item_find_tick (item, &skipped, 480, &outcome));
  g_assert_cmpint (outcome, ==, TAUT_OUTCOME_SKIPPED);
  /* Nothing that was said is thrown away because a clock was wrong. */
  g_assert_true (taut_plan_item_is_done (item, &future, 23 * 60 + 59));

  exceptions = taut_plan_item_get_exceptions (item, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (exceptions[0].moved);
  g_assert_true (exceptions[1].moved);
  g_assert_cmpuint (g_date_get_day (&exceptions[1].to_date), ==, 7);
  g_assert_cmpuint (exceptions[1].to_minute, ==, 570);
  g_assert_cmpuint (taut_plan_item_get_dose (item)->hold, ==, 45);
  g_assert_cmpuint (taut_plan_item_get_dose (item)->pressure, ==, 4);
}

static void
test_care (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = read_text (RECORD, &error);
  TautProfile *profile;
  TautOwnRoutine *routine;
  const GDate paused = make_date (7, 4, 2026);
  const GDate after = make_date (8, 4, 2026);
  const guint *times;
  guint n;

  g_assert_no_error (error);
  g_assert_false (taut_record_can_undo (record));
  profile = taut_record_get_profile (record);
  g_assert_cmpint (taut_profile_get_answer (profile, "osteoporosis"), ==, TAUT_ANSWER_YES);
  g_assert_cmpint (taut_profile_get_answer (profile, "head_sudden"), ==, TAUT_ANSWER_NO);
  g_assert_cmpint (taut_profile_get_answer (profile, "pregnant"), ==, TAUT_ANSWER_NONE);
  g_assert_cmpuint (g_date_get_day (taut_profile_get_screened (profile)), ==, 1);
  g_assert_cmpstr (taut_profile_get_equipment (profile)[1], ==, "towel");
  g_assert_cmpuint (taut_profile_get_minutes (profile), ==, 20);
  times = taut_profile_get_times (profile, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (times[0], ==, 450);
  g_assert_cmpstr (taut_profile_get_refused (profile)[0], ==, "neck_roll");
  g_assert_true (taut_profile_is_paused (profile, &paused));
  g_assert_false (taut_profile_is_paused (profile, &after));

  routine = taut_record_find_own_routine (record, "own.1");
  g_assert_cmpstr (taut_own_routine_get_name (routine), ==, "Door frame");
  g_assert_cmpstr (taut_own_routine_get_steps (routine), ==, "Lean.\nWait.");
  g_assert_cmpuint (taut_own_routine_get_dose (routine)->hold, ==, 20);
  g_assert_cmpuint (taut_own_routine_get_minutes (routine), ==, 2);
  g_assert_cmpuint (g_bytes_get_size (taut_own_routine_get_picture (routine)), ==, 11);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = read_text (RECORD, &error);
  g_autofree char *text = write_text (record);

  g_assert_cmpstr (text, ==, RECORD);
}

/* Unknown members go with their value, and never stand where a known one belongs. */
static void
test_unknown_goes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = read_text (RECORD, &error);
  TautPlanItem *item = taut_record_find_plan_item (record, "ball");
  const GDate moved = make_date (6, 3, 2026);
  const TautException left_out = { moved, 480, FALSE };
  const TautDose no_dose = { 0 };
  g_autoptr (TautPlanItem) undosed = taut_plan_item_with_dose (item, &no_dose);
  g_autoptr (TautPlanItem) bare = taut_plan_item_with_exceptions (undosed, NULL, 0);
  g_autoptr (TautPlanItem) excepted = taut_plan_item_with_exception (item, &left_out);
  g_autoptr (TautProfile) unpaused =
    taut_profile_with_pauses (taut_record_get_profile (record), NULL, 0);
  g_autoptr (TautRecord) again = NULL;
  g_autoptr (TautRecord) third = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  taut_record_set_profile (record, unpaused);
  taut_record_put_plan_item (record, bare);
  text = write_text (record);
  again = read_text (text, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (text, "guests"));
  g_assert_nonnull (strstr (text, "\"tempo\":\"slow\""));
  g_assert_nonnull (strstr (text, "\"mood\":\"fine\""));

  taut_record_put_plan_item (record, excepted);
  other = write_text (record);
  third = read_text (other, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (other, "guests"));
  g_assert_null (strstr (other, "\"who\""));

  while (taut_record_can_undo (record))
    taut_record_undo (record);
  g_free (other);
  other = write_text (record);
  g_assert_cmpstr (other, ==, RECORD);
}

static const struct
{
  const char *find;       /* in RECORD: the first is replaced */
  const char *put;
  const char *says;
} broken[] = {
  { "\"sore\"", "\"sour\"",
    "r.json: plan item ball, ticks[1]: field \"outcome\": expected \"done\", \"sore\" or "
    "\"skipped\", found \"sour\"" },
  { "\"sore\"", "1", "ticks[1]: field \"outcome\": expected a text, found 1" },
  { "2198-12-31", "2200-01-01", "ticks[3]: field \"date\": expected a date" },
  { "\"exceptions\":[", "\"exceptions\":[3,", "plan item ball, exceptions[0]: expected an object" },
  { "\"exceptions\":[", "\"exceptions\":{},\"x\":[", "field \"exceptions\": expected a list" },
  { "\"2026-03-05\"", "\"5 March\"", "exceptions[0]: field \"date\": expected a date" },
  { "\"time\":\"08:00\",\"why\"", "\"why\"", "exceptions[0]: field \"time\": expected a text" },
  { "\"09:30\"", "\"9:30\"", "exceptions[1], to: field \"time\": expected a time of the day" },
  { "\"to\":{", "\"to\":null,\"x\":{", "exceptions[1]: field \"to\": expected an object, found null" },
  { "\"dose\":{", "\"dose\":[],\"x\":{", "plan item ball: field \"dose\": expected an object" },
  { "\"hold\":45", "\"hold\":3601", "ball, dose: field \"hold\": expected a whole number from 1" },
  { "\"repetitions\":3", "\"repetitions\":-1", "dose: field \"repetitions\": expected a whole" },
  { "\"sets\":2", "\"sets\":2.5", "dose: field \"sets\": expected a whole number from 1 to 20" },
  { "\"pressure\":4", "\"pressure\":11", "dose: field \"pressure\": expected a whole number from" },
  { "\"care\":{", "\"care\":1,\"x\":{", "r.json: field \"care\": expected an object, found 1" },
  { "\"answers\":{", "\"answers\":[],\"x\":{", "care: field \"answers\": expected an object" },
  { "\"osteoporosis\":true", "\"osteoporosis\":\"yes\"",
    "r.json: care, answers: field \"osteoporosis\": expected" },
  { "\"osteoporosis\"", "\"osteo porosis\"", "care, answers: field \"osteo porosis\": expected an id" },
  { "\"2026-03-01\"", "20260301", "care: field \"screened\": expected a text" },
  { "\"towel\"", "\"\"", "care: field \"equipment[1]\": expected an id of 1 to 200" },
  { "[\"ball\",\"towel\"]", "\"ball\"", "care: field \"equipment\": expected a list" },
  { "\"minutes\":20", "\"minutes\":1441", "care: field \"minutes\": expected a whole number from 1" },
  { "\"minutes\":20", "\"minutes\":-3", "care: field \"minutes\": expected a whole number from 1" },
  { "\"07:30\"", "\"25:30\"", "care: field \"times[0]\": expected a time of the day" },
  { "\"neck_roll\"", "\"neck roll\"", "care: field \"refused[0]\": expected an id" },
  { "\"last\":\"2026-04-07\"", "\"last\":\"2026-03-31\"",
    "care, pauses[0]: field \"last\": expected a date not before \"first\"" },
  { "\"pauses\":[", "\"pauses\":7,\"x\":[", "care: field \"pauses\": expected a list, found 7" },
  { "\"own_routines\":[", "\"own_routines\":{},\"x\":[", "field \"own_routines\": expected a list" },
  { "\"own.1\"", "\"ball\"", "own routine ball: field \"id\": expected an id that begins with" },
  { "\"own.1\"", "1", "own_routines[0]: field \"id\": expected a text" },
  { "\"name\":\"Door frame\"", "\"name\":[]", "own routine own.1: field \"name\": expected a text" },
  { "\"steps\":\"Lean.\\nWait.\"", "\"step\":1", "own.1: field \"steps\": expected a text" },
  { "\"minutes\":2,\"p", "\"minutes\":1500,\"p", "own.1: field \"minutes\": expected a whole" },
  { PICTURE, "iVBORw0KGgoAAAA", "own.1: field \"picture\": expected a PNG or JPEG file" },
  { PICTURE, "iVBORw0K GgoAAA=", "own.1: field \"picture\": expected a PNG or JPEG file" },
  { PICTURE, "R0lGODlhAAAA", "own.1: field \"picture\": expected a PNG or JPEG file" },
  { PICTURE, "", "own.1: field \"picture\": expected a PNG or JPEG file" },
  { "\"by\":\"me\"}", "\"by\":\"me\"},{\"id\":\"own.1\",\"name\":\"\",\"steps\":\"\"}",
    "own routine own.1: field \"id\": expected once, found twice" },
};

static char *
replace (const char *find,
         const char *put)
{
  const char *place = strstr (RECORD, find);
  g_autofree char *head = NULL;

  g_assert_nonnull (place);
  head = g_strndup (RECORD, place - RECORD);

  return g_strconcat (head, put, place + strlen (find), NULL);
}

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *text = replace (broken[i].find, broken[i].put);
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (text, &error));
      g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT);
      g_assert_true (g_str_has_prefix (error->message, "r.json: "));
      if (strstr (error->message, broken[i].says) == NULL)
        {
          g_test_message ("%s", error->message);
          g_test_message ("should say: %s", broken[i].says);
          g_test_fail ();
        }
    }
}

/* All new members are optional, and none is written that says nothing. */
static void
test_older (void)
{
  const char *older = HEAD "\"plan\":[{\"routine\":\"ball\",\"rrule\":\"FREQ=DAILY\","
                           "\"times\":[],\"start\":\"2026-03-02\",\"ticks\":[]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = read_text (older, &error);
  g_autoptr (TautProfile) nothing = taut_profile_new ();
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (taut_profile_equal (taut_record_get_profile (record), nothing));
  g_assert_null (taut_profile_get_equipment (taut_record_get_profile (record)));
  text = write_text (record);
  g_assert_cmpstr (text, ==, older);
}

/* Long lists are refused before they cost time. */
static void
test_long_lists (void)
{
  g_autoptr (GString) answers = g_string_new ("\"answers\":{");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (answers, "\"q%u\":true,", i);
  text = replace ("\"answers\":{", answers->str);
  g_assert_null (read_text (text, &error));
  g_assert_nonnull (strstr (error->message, "expected at most 500 elements, found 60002"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/record-json-care/item", test_item);
  g_test_add_func ("/exchange/record-json-care/care", test_care);
  g_test_add_func ("/exchange/record-json-care/round-trip", test_round_trip);
  g_test_add_func ("/exchange/record-json-care/unknown-goes", test_unknown_goes);
  g_test_add_func ("/exchange/record-json-care/broken", test_broken);
  g_test_add_func ("/exchange/record-json-care/older", test_older);
  g_test_add_func ("/exchange/record-json-care/long-lists", test_long_lists);

  return g_test_run ();
}
