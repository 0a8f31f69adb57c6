/* test-record-json.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-record-json.h"

/* Sound, and as the writer lays it out. */
#define RECORD                                                                        \
  "{\n"                                                                               \
  "  \"format\": \"tautline-record\",\n"                                              \
  "  \"version\": 1,\n"                                                               \
  "  \"id\": \"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\",\n"                             \
  "  \"client\": {\n"                                                                 \
  "    \"name\": \"Sam\",\n"                                                          \
  "    \"figure\": \"neutral\",\n"                                                    \
  "    \"language\": \"en\",\n"                                                       \
  "    \"pets\": [\n"                                                                 \
  "      \"cat\"\n"                                                                   \
  "    ]\n"                                                                           \
  "  },\n"                                                                            \
  "  \"marks\": [\n"                                                                  \
  "    {\n"                                                                           \
  "      \"id\": \"m1\",\n"                                                           \
  "      \"kind\": \"tender-spot\",\n"                                                \
  "      \"point\": \"trapezius.1\",\n"                                               \
  "      \"side\": \"right\",\n"                                                      \
  "      \"at\": {\n"                                                                 \
  "        \"segment\": \"trunk\",\n"                                                 \
  "        \"side\": \"right\",\n"                                                    \
  "        \"u\": 0.05,\n"                                                            \
  "        \"theta\": 140.5,\n"                                                       \
  "        \"depth_mm\": 12\n"                                                        \
  "      },\n"                                                                        \
  "      \"intensity\": 6,\n"                                                         \
  "      \"time\": \"2026-03-02T09:30:00+01\",\n"                                     \
  "      \"quality\": \"aching\",\n"                                                  \
  "      \"depth\": \"deep\",\n"                                                      \
  "      \"note\": null\n"                                                            \
  "    },\n"                                                                          \
  "    {\n"                                                                           \
  "      \"id\": \"m2\",\n"                                                           \
  "      \"kind\": \"tender-spot\",\n"                                                \
  "      \"side\": \"left\",\n"                                                       \
  "      \"at\": {\n"                                                                 \
  "        \"segment\": \"leg\",\n"                                                   \
  "        \"side\": \"left\",\n"                                                     \
  "        \"u\": 0.3,\n"                                                             \
  "        \"theta\": 180.0\n"                                                        \
  "      },\n"                                                                        \
  "      \"intensity\": 0,\n"                                                         \
  "      \"time\": \"2026-03-02T09:31:00Z\"\n"                                        \
  "    }\n"                                                                           \
  "  ],\n"                                                                            \
  "  \"plan\": [\n"                                                                   \
  "    {\n"                                                                           \
  "      \"routine\": \"trapezius-ball\",\n"                                          \
  "      \"rrule\": \"FREQ=WEEKLY;BYDAY=MO,WE,FR\",\n"                                \
  "      \"times\": [\n"                                                              \
  "        \"08:00\",\n"                                                              \
  "        \"20:30\"\n"                                                               \
  "      ],\n"                                                                        \
  "      \"start\": \"2026-03-02\",\n"                                                \
  "      \"end\": \"2026-03-30\",\n"                                                  \
  "      \"ticks\": [\n"                                                              \
  "        {\n"                                                                       \
  "          \"date\": \"2026-03-02\",\n"                                             \
  "          \"time\": \"08:00\",\n"                                                  \
  "          \"felt\": \"good\"\n"                                                    \
  "        }\n"                                                                       \
  "      ],\n"                                                                        \
  "      \"dose\": {\n"                                                               \
  "        \"hold\": 45\n"                                                            \
  "      }\n"                                                                         \
  "    }\n"                                                                           \
  "  ],\n"                                                                            \
  "  \"journal\": []\n"                                                               \
  "}\n"

static TautRecord *
read_text (const char  *text,
           gssize       size,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);

  return taut_record_json_read (bytes, "r.json", error);
}

static char *
write_text (TautRecord *record)
{
  g_autoptr (GBytes) bytes = taut_record_json_write (record);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = read_text (RECORD, -1, &error);
  TautMark *mark;
  TautPlanItem *item;
  const guint *minutes;
  GDate date;
  guint n;

  g_assert_no_error (error);
  g_assert_cmpstr (taut_record_get_client_name (record), ==, "Sam");
  g_assert_false (taut_record_can_undo (record));
  g_assert_cmpuint (g_list_model_get_n_items (taut_record_get_marks (record)), ==, 2);

  mark = taut_record_find_mark (record, "m1");
  g_assert_cmpstr (taut_mark_get_point_id (mark), ==, "trapezius.1");
  g_assert_cmpint (taut_mark_get_side (mark), ==, TAUT_SIDE_RIGHT);
  g_assert_cmpint (taut_mark_get_place (mark)->segment, ==, TAUT_SEGMENT_TRUNK);
  g_assert_cmpfloat (taut_mark_get_place (mark)->theta, ==, 140.5);
  g_assert_cmpuint (taut_mark_get_intensity (mark), ==, 6);
  g_assert_cmpint (g_date_time_get_utc_offset (taut_mark_get_time (mark)), ==, G_TIME_SPAN_HOUR);
  g_assert_null (taut_mark_get_point_id (taut_record_find_mark (record, "m2")));

  item = taut_record_find_plan_item (record, "trapezius-ball");
  minutes = taut_plan_item_get_minutes (item, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (minutes[1], ==, 20 * 60 + 30);
  g_date_set_dmy (&date, 2, 3, 2026);
  g_assert_true (taut_plan_item_is_done (item, &date, 480));
  g_assert_cmpuint (g_date_get_day (taut_plan_item_get_end (item)), ==, 30);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = read_text (RECORD, -1, &error);
  g_autofree char *text = write_text (record);

  g_assert_cmpstr (text, ==, RECORD);
}

/* Unknown members stay with their value through changes, and go with it. */
static void
test_unknown_stays (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = read_text (RECORD, -1, &error);
  g_autoptr (TautMark) mark = NULL;
  g_autoptr (TautPlanItem) item = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  GDate date;

  mark = taut_mark_with_intensity (taut_record_find_mark (record, "m1"), 2);
  taut_record_put_mark (record, mark, FALSE);
  g_date_set_dmy (&date, 2, 3, 2026);
  item = taut_plan_item_with_tick (taut_record_find_plan_item (record, "trapezius-ball"),
                                   &date, 480, FALSE);
  taut_record_put_plan_item (record, item);
  changed = write_text (record);
  g_assert_nonnull (strstr (changed, "\"quality\": \"aching\""));
  g_assert_nonnull (strstr (changed, "\"depth_mm\": 12"));
  g_assert_nonnull (strstr (changed, "\"hold\": 45"));
  g_assert_nonnull (strstr (changed, "\"pets\""));
  g_assert_null (strstr (changed, "felt"));

  while (taut_record_can_undo (record))
    taut_record_undo (record);
  undone = write_text (record);
  g_assert_cmpstr (undone, ==, RECORD);
}

/* Any figure is kept, and one that was never chosen is not written. */
static void
test_figure (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = read_text (RECORD, -1, &error);
  g_autoptr (TautRecord) fresh = taut_record_new ("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");
  g_autoptr (TautRecord) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *fresh_text = write_text (fresh);

  g_assert_no_error (error);
  g_assert_cmpstr (taut_record_get_client_figure (record), ==, "neutral");
  g_assert_false (taut_record_can_undo (record));
  taut_record_set_client_figure (record, "of-another-version");
  text = write_text (record);
  again = read_text (text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (taut_record_get_client_figure (again), ==, "of-another-version");
  g_assert_null (strstr (fresh_text, "figure"));
}

static void
test_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = taut_record_new ("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");
  g_autofree char *text = write_text (record);
  g_autoptr (TautRecord) again = read_text (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (taut_record_get_client_name (again), ==, "");
}

static const struct
{
  const char *find;       /* in RECORD, once or more: the first is replaced */
  const char *put;
  const char *says;
} broken[] = {
  { RECORD, "[]", "r.json: expected an object, found a list" },
  { RECORD, "null", "r.json: expected an object, found null" },
  { "\"tautline-record\"", "\"fhir\"",
    "r.json: field \"format\": expected \"tautline-record\", found \"fhir\"" },
  { "\"tautline-record\"", "1", "field \"format\": expected a text, found 1" },
  { "\"version\": 1", "\"version\": 0", "field \"version\": expected a whole number from 1" },
  { "\"version\": 1", "\"version\": 1.5", "field \"version\": expected a whole number from 1" },
  { "\"version\": 1", "\"version\": \"1\"", "field \"version\": expected a whole number" },
  { "\"version\": 1", "\"version\": 99999999999999999999",
    "field \"version\": the number 99999999999999999999 is beyond range" },
  { "6f9619ff-8b86-4d01-b42d-00cf4fc964ff", "6f96", "field \"id\": expected a UUID" },
  { "\"client\": {", "\"klient\": {", "field \"client\": expected an object, found nothing" },
  { "\"name\": \"Sam\"", "\"name\": null", "r.json: client: field \"name\": expected a text" },
  { "\"figure\": \"neutral\"", "\"figure\": {}", "client: field \"figure\": expected a text" },
  { "\"language\": \"en\"", "\"language\": 7", "client: field \"language\": expected a text" },
  { "\"marks\": [", "\"markz\": [", "field \"marks\": expected a list, found nothing" },
  { "\"plan\": [", "\"planz\": [", "field \"plan\": expected a list, found nothing" },
  { "\"m1\"", "7", "r.json: marks[0]: field \"id\": expected a text, found 7" },
  { "\"m1\"", "\"\"", "marks[0]: field \"id\": expected an id of 1 to 200 characters" },
  { "\"m1\"", "\"m 1\"", "marks[0]: field \"id\": expected an id of letters" },
  { "\"m2\"", "\"m1\"", "r.json: mark m1: field \"id\": expected once, found twice" },
  { "\"tender-spot\"", "\"tattoo\"", "mark m1: field \"kind\": expected \"tender-spot\"" },
  { "\"trapezius.1\"", "null", "mark m1: field \"point\": expected a text, found null" },
  { "\"trapezius.1\"", "\"../x\"", "mark m1: field \"point\": expected an id of letters" },
  { "\"side\": \"right\"", "\"side\": \"left\"",
    "mark m1: field \"side\": expected \"right\", as in \"at\", found \"left\"" },
  { "\"segment\": \"trunk\"", "\"segment\": \"tail\"", "mark m1, at: field \"segment\"" },
  { "\"side\": \"left\",\n        \"u\": 0.3", "\"side\": \"both\",\n        \"u\": 0.3",
    "mark m2, at: field \"side\"" },
  { "0.05", "99", "mark m1, at: field \"u\": expected a number from" },
  { "0.05", "1e999", "field \"marks[0].at.u\": the number 1e999 is beyond range" },
  { "0.05", "NaN", "field \"marks[0].at.u\": expected a value, found N" },
  { "140.5", "\"140\"", "mark m1, at: field \"theta\": expected a number" },
  { "\"theta\": 140.5,", "", "mark m1, at: field \"theta\"" },
  { "\"intensity\": 6", "\"intensity\": 11",
    "mark m1: field \"intensity\": expected a whole number from 0 to 10, found 11" },
  { "\"intensity\": 6", "\"intensity\": -1", "from 0 to 10, found -1" },
  { "\"intensity\": 6", "\"intensity\": 6.5", "from 0 to 10, found 6.5" },
  { "\"intensity\": 6", "\"intensity\": 6, \"intensity\": 7",
    "field \"marks[0].intensity\": expected once, found twice" },
  { "\"2026-03-02T09:30:00+01\"", "\"2026-03-02T09:30:00\"",
    "mark m1: field \"time\": expected a time with its zone" },
  { "\"2026-03-02T09:30:00+01\"", "\"yesterday\"", "found \"yesterday\"" },
  { "\"aching\"", "3", "mark m1: field \"quality\": expected a text, found 3" },
  { "\"deep\"", "true", "mark m1: field \"depth\": expected a text, found true" },
  { "\"trapezius-ball\"", "null", "plan[0]: field \"routine\": expected a text" },
  { "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=DAILY;UNTIL=20260301",
    "field \"rrule\": expected a rule that does not end before its start 2026-03-02, found" },
  { "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=DAILY;INTERVAL=14;BYDAY=TU",
    "field \"rrule\": expected a rule that occurs, found \"FREQ=DAILY;INTERVAL=14;BYDAY=TU\"" },
  { "FREQ=WEEKLY", "FREQ=SECONDLY",
    "plan item trapezius-ball: field \"rrule\": expected DAILY or WEEKLY" },
  { "\"08:00\"", "\"8:00\"", "field \"times[0]\": expected a time of the day" },
  { "\"08:00\"", "\"24:00\"", "field \"times[0]\": expected a time of the day" },
  { "\"20:30\"", "2030", "field \"times[1]\": expected a text, found 2030" },
  { "\"2026-03-02\"", "\"2026-02-30\"", "field \"start\": expected a date such as" },
  { "\"2026-03-02\"", "\"0001-01-01\"", "field \"start\": expected a date such as" },
  { "\"2026-03-30\"", "\"2200-01-01\"", "field \"end\": expected a date such as" },
  { "\"2026-03-30\"", "\"2026-03-01\"", "field \"end\": expected a date not before \"start\"" },
  { "\"ticks\": [", "\"tickz\": [", "field \"ticks\": expected a list" },
  { "\"date\": \"2026-03-02\"", "\"date\": 20260302",
    "plan item trapezius-ball, ticks[0]: field \"date\": expected a text" },
  { "\"time\": \"08:00\"", "\"time\": \"08:60\"", "ticks[0]: field \"time\": expected a time of" },
  { "\"name\": \"Sam\"", "\"name\": \"\xff\"", "r.json: not UTF-8 text at byte" },
  { "\"journal\": []", "\"journal\": [}", "field \"journal[0]\": expected a value, found }" },
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
assert_broken (const char *text,
               gssize      size,
               const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, size, &error));
  g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "r.json: "));
  g_assert_null (strchr (error->message, '\n'));
  if (strstr (error->message, says) == NULL)
    {
      g_test_message ("%s", error->message);
      g_test_message ("should say: %s", says);
      g_test_fail ();
    }
}

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *text = replace (broken[i].find, broken[i].put);

      assert_broken (text, -1, broken[i].says);
    }
}

static void
test_two_items (void)
{
  g_autofree char *text = replace ("\"plan\": [\n",
                                   "\"plan\": [ {\"routine\":\"trapezius-ball\","
                                   "\"rrule\":\"FREQ=DAILY\","
                                   "\"times\":[],\"start\":\"2026-03-02\",\"ticks\":[]},\n");

  assert_broken (text, -1,
                 "plan item trapezius-ball: field \"routine\": expected once, found twice");
}

static void
test_newer (void)
{
  g_autofree char *text = replace ("\"version\": 1", "\"version\": 2");
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, -1, &error));
  g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_VERSION);
  g_assert_cmpstr (error->message, ==,
                   "r.json: field \"version\": expected at most 1, found 2: a newer version of "
                   "Tautline wrote this record");
}

static void
test_truncated (void)
{
  /* Without its last line feed it is whole. */
  for (gsize size = 0; size < strlen (RECORD) - 1; size++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (RECORD, size, &error));
      g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT);
    }
}

/* No byte changed for another may do worse than an error. */
static void
test_changed_bytes (void)
{
  static const char bytes[] = { '\0', '"', '\\', '{', '}', '[', ',', '0', '9', 'e', '-', '\xff' };
  g_autofree char *text = g_strdup (RECORD);
  gsize size = strlen (text);

  for (gsize i = 0; i < size; i++)
    {
      char kept = text[i];

      for (gsize j = i % 4; j < G_N_ELEMENTS (bytes); j += 4)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (TautRecord) record = NULL;

          text[i] = bytes[j];
          record = read_text (text, size, &error);
          g_assert_true ((record == NULL) == (error != NULL));
        }
      text[i] = kept;
    }
}

static void
test_deep (void)
{
  for (guint depth = TAUT_RECORD_JSON_MAX_DEPTH - 1; depth < 200000; depth = depth * 50 + 1)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *put = g_strconcat ("\"journal\": ", open, close, NULL);
      g_autofree char *text = replace ("\"journal\": []", put);
      g_autoptr (GError) error = NULL;
      g_autoptr (TautRecord) record = read_text (text, -1, &error);

      if (depth < TAUT_RECORD_JSON_MAX_DEPTH)
        g_assert_no_error (error);
      else
        assert_broken (text, -1, "nested deeper than the 64 levels allowed");
    }
}

static void
test_huge (void)
{
  g_autofree char *text = g_strnfill (TAUT_RECORD_JSON_MAX_BYTES + 1, ' ');

  assert_broken (text, -1, "larger than the 16777216 bytes allowed");
  assert_broken ("", 0, "the file is empty");
  assert_broken ("   ", 3, "expected a value, found the end of the file");
}

/* A record near the limit is written so that it can be read again. */
static void
test_large (void)
{
  g_autofree char *open = g_strnfill (60, '[');
  g_autofree char *close = g_strnfill (60, ']');
  g_autoptr (GString) put = g_string_new ("\"journal\": ");
  g_autofree char *text = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = NULL;
  g_autoptr (TautRecord) again = NULL;

  /* Deep lists cost an indentation for each element. */
  g_string_append (put, open);
  for (guint i = 0; i < 150000; i++)
    g_string_append (put, i > 0 ? ",1" : "1");
  g_string_append (put, close);
  text = replace ("\"journal\": []", put->str);

  record = read_text (text, -1, &error);
  g_assert_no_error (error);
  written = write_text (record);
  g_assert_cmpuint (strlen (written), <, 1024 * 1024);
  again = read_text (written, -1, &error);
  g_assert_no_error (error);
}

/* Values of all kinds, made at random, come back equal. */
static void
put_random_mark (TautRecord *record,
                 guint       number)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (g_test_rand_int ());
  g_autoptr (TautMark) mark = NULL;
  TautSkinPoint at = {
    .segment = g_test_rand_int_range (0, TAUT_N_SEGMENTS),
    .side = g_test_rand_int_range (0, TAUT_N_SIDES),
    .u = g_test_rand_double (),
    .theta = g_test_rand_double_range (-90, 270),
  };

  mark = taut_mark_new (id, number % 2 ? "scm.3" : NULL, &at, g_test_rand_int_range (0, 11), time);
  taut_record_put_mark (record, mark, FALSE);
}

static void
put_random_item (TautRecord *record,
                 guint       number)
{
  g_autofree char *id = g_strdup_printf ("routine-%u", number);
  g_autoptr (TautPlanItem) item = NULL;
  guint minutes[3];
  GDate start;
  GDate end;

  g_date_set_dmy (&start, g_test_rand_int_range (1, 29), g_test_rand_int_range (1, 13),
                  g_test_rand_int_range (1970, 2100));
  end = start;
  g_date_add_days (&end, g_test_rand_int_range (0, 400));
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    minutes[i] = g_test_rand_int_range (0, TAUT_MINUTES_A_DAY);
  item = taut_plan_item_new (id, "FREQ=DAILY", minutes, g_test_rand_int_range (0, 4), &start,
                             g_test_rand_bit () ? &end : NULL);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (TautPlanItem) ticked = taut_plan_item_with_tick (item, &end, minutes[i % 3], TRUE);

      g_set_object (&item, ticked);
    }
  taut_record_put_plan_item (record, item);
}

static void
assert_equal_lists (GListModel *a,
                    GListModel *b,
                    gboolean    marks)
{
  guint n = g_list_model_get_n_items (a);

  g_assert_cmpuint (n, ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) x = g_list_model_get_item (a, i);
      g_autoptr (GObject) y = g_list_model_get_item (b, i);

      if (marks)
        g_assert_true (taut_mark_equal (TAUT_MARK (x), TAUT_MARK (y)));
      else
        g_assert_true (taut_plan_item_equal (TAUT_PLAN_ITEM (x), TAUT_PLAN_ITEM (y)));
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autoptr (TautRecord) record = taut_record_new (id);
      g_autoptr (TautRecord) again = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      taut_record_set_client_name (record, i % 2 ? "" : "Zoë \"\\\t\x01 \xf0\x9f\x98\x80");
      for (guint j = 0; j < i; j++)
        {
          put_random_mark (record, j);
          put_random_item (record, j);
        }
      text = write_text (record);
      again = read_text (text, -1, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (taut_record_get_id (again), ==, id);
      g_assert_cmpstr (taut_record_get_client_name (again), ==,
                       taut_record_get_client_name (record));
      assert_equal_lists (taut_record_get_marks (record), taut_record_get_marks (again), TRUE);
      assert_equal_lists (taut_record_get_plan (record), taut_record_get_plan (again), FALSE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/record-json/read", test_read);
  g_test_add_func ("/exchange/record-json/round-trip", test_round_trip);
  g_test_add_func ("/exchange/record-json/unknown-stays", test_unknown_stays);
  g_test_add_func ("/exchange/record-json/figure", test_figure);
  g_test_add_func ("/exchange/record-json/new", test_new);
  g_test_add_func ("/exchange/record-json/broken", test_broken);
  g_test_add_func ("/exchange/record-json/two-items", test_two_items);
  g_test_add_func ("/exchange/record-json/newer", test_newer);
  g_test_add_func ("/exchange/record-json/truncated", test_truncated);
  g_test_add_func ("/exchange/record-json/changed-bytes", test_changed_bytes);
  g_test_add_func ("/exchange/record-json/deep", test_deep);
  g_test_add_func ("/exchange/record-json/huge", test_huge);
  g_test_add_func ("/exchange/record-json/large", test_large);
  g_test_add_func ("/exchange/record-json/random", test_random);

  return g_test_run ();
}
