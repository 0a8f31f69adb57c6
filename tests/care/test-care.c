/* test-care.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold for the product's own routines, notices and questions. */

#include "config.h"

#include "taut-care-notices.h"
#include "taut-record-json.h"
#include "taut-timetable.h"

static const char *const kinds[] = {
  "pressure", "stretch", "mobility", "strength", "heat", "cold", "breathing", "habit", NULL,
};

static const char *const tiers[] = {
  "emergency", "urgent", "clinician_first", "soon", "gentle", NULL,
};

static GBytes *
load_bytes (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", name, NULL);
  char *contents;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));

  return g_bytes_new_take (contents, size);
}

static JsonArray *
load_list (const char *name,
           const char *member)
{
  g_autofree char *path = g_strconcat ("atlas/", name, NULL);
  g_autoptr (GBytes) bytes = load_bytes (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = taut_json_parse (bytes, name, 1 << 20, 16, &error);

  g_assert_no_error (error);

  return json_array_ref (json_object_get_array_member (json_node_get_object (node), member));
}

static guint
find (const char *const *list,
      const char        *id)
{
  guint i = 0;

  while (list[i] != NULL && strcmp (list[i], id) != 0)
    i++;
  g_assert_nonnull (list[i]);

  return i;
}

static char **
get_strings (JsonObject *object,
             const char *member)
{
  g_autoptr (GError) error = NULL;
  char **strings = taut_json_read_strings (object, "data", member, &error);

  g_assert_no_error (error);

  return strings;
}

static void
free_routine (gpointer data)
{
  TautRoutine *routine = data;

  g_strfreev (routine->muscles);
  g_strfreev (routine->steps);
  g_free (routine);
}

static GPtrArray *
make_routines (JsonArray *array)
{
  GPtrArray *routines = g_ptr_array_new_with_free_func (free_routine);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      TautRoutine *routine = g_new0 (TautRoutine, 1);

      routine->id = json_object_get_string_member (object, "id");
      routine->kind = find (kinds, json_object_get_string_member (object, "kind"));
      routine->muscles = get_strings (object, "muscles");
      routine->steps = get_strings (object, "steps");
      g_ptr_array_add (routines, routine);
    }

  return routines;
}

static void
free_notice (gpointer data)
{
  TautNotice *notice = data;

  g_strfreev (notice->areas);
  g_free (notice);
}

static GPtrArray *
make_notices (JsonArray *array)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func (free_notice);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      TautNotice *notice = g_new0 (TautNotice, 1);

      notice->id = json_object_get_string_member (object, "id");
      notice->tier = find (tiers, json_object_get_string_member (object, "tier"));
      notice->areas = get_strings (object, "areas");
      g_ptr_array_add (notices, notice);
    }

  return notices;
}

static void
test_notices (void)
{
  static const struct
  {
    const char *area;     /* NULL: none */
    const char *ids[6];   /* among those picked */
  } cases[] = {
    { NULL, { "always_first", "always_soon", "always_general" } },
    { "chest_front", { "chest_now", "chest_first", "always_general" } },
    { "breast", { "chest_now" } },
    { "sternum", { "chest_now" } },
    { "infraclavicular", { "chest_now" } },
    { "temple", { "head_now", "neck_artery_now", "headache_urgent" } },
    { "tmj", { "head_now", "jaw_urgent" } },
    { "neck_side", { "neck_artery_now", "neck_first" } },
    { "abdomen_lower", { "belly_now", "belly_urgent", "belly_first" } },
    { "abdomen_rlq", { "belly_now" } },
    { "sacrum", { "saddle_now" } },
    { "coccyx", { "saddle_now" } },
    { "genitals", { "saddle_now", "testicle_now" } },
    { "groin", { "saddle_now" } },
    { "calf", { "calf_lung_now", "calf_clot_urgent" } },
    { "leg_lateral", { "calf_lung_now", "calf_clot_urgent" } },
  };
  g_autoptr (JsonArray) array = load_list ("notices.json", "notices");
  g_autoptr (GPtrArray) notices = make_notices (array);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GPtrArray) picked = NULL;
      guint tier = 0;

      if (cases[i].area != NULL)
        g_hash_table_add (areas, (gpointer) cases[i].area);
      picked = taut_care_pick_notices (notices, areas);
      for (guint j = 0; j < picked->len; j++)
        {
          const TautNotice *notice = g_ptr_array_index (picked, j);

          g_assert_cmpuint (notice->tier, >=, tier);
          tier = notice->tier;
          g_assert_true (g_hash_table_add (ids, (gpointer) notice->id));
        }
      for (guint j = 0; cases[i].ids[j] != NULL; j++)
        g_assert_true (g_hash_table_contains (ids, cases[i].ids[j]));
      g_assert_true (cases[i].area != NULL || picked->len == 3);
    }
}

/* Steps are said once, words promise nothing and do not shout. */
static void
check_words (const char *text)
{
  static const char *const forbidden[] = {
    "!", "cure", "heal ", "heals", "will help", "guarantee", "caused by", "%", "always works",
    "  ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      g_test_message ("%s", text);
      g_assert_null (strstr (text, forbidden[i]));
    }
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_true (g_ascii_isupper (*text));
  g_assert_cmpuint (g_utf8_strlen (text, -1), <, 260);
}

static void
test_routine_words (void)
{
  static const char *const texts[] = { "feel", "stop", "keep_off" };
  g_autoptr (JsonArray) array = load_list ("routines.json", "routines");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const char *kind = json_object_get_string_member (object, "kind");
      g_auto (GStrv) steps = get_strings (object, "steps");

      for (guint j = 0; steps[j] != NULL; j++)
        {
          check_words (steps[j]);
          g_assert_true (g_hash_table_add (seen, g_strdup (steps[j])));
        }
      g_assert_cmpuint (g_strv_length (steps), >=, 3);
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          if (json_object_has_member (object, texts[j]))
            check_words (json_object_get_string_member (object, texts[j]));
        }
      g_assert_true (g_hash_table_add (seen,
                                       g_strdup (json_object_get_string_member (object, "name"))));
      if (strcmp (kind, "pressure") == 0)
        g_assert_true (json_object_has_member (object, "keep_off"));
    }
}

static void
test_notice_words (void)
{
  g_autoptr (JsonArray) array = load_list ("notices.json", "notices");

  for (guint i = 0; i < json_array_get_length (array); i++)
    check_words (json_object_get_string_member (json_array_get_object_element (array, i), "text"));
}

/* The minutes of a dose hold its work. */
static void
check_said (JsonObject *object,
            const char *member,
            const char *end)
{
  const char *text = json_object_get_string_member (object, member);

  g_test_message ("%s", text);
  g_assert_null (strchr (text, '!'));
  g_assert_true (g_str_has_suffix (text, end));
  g_assert_cmpuint (g_utf8_strlen (text, -1), <, 160);
}

/* Questions ask, warning signs are statements for a list, advice is calm, and a
 * reason can stand behind a comma. */
static void
test_screening_words (void)
{
  g_autoptr (JsonArray) questions = load_list ("questions.json", "questions");
  g_autoptr (JsonArray) signs = load_list ("questions.json", "signs");
  g_autoptr (JsonArray) rules = load_list ("precautions.json", "precautions");

  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);

      check_said (question, "text", "?");
      if (json_object_has_member (question, "detail"))
        check_said (question, "detail", ".");
    }
  for (guint i = 0; i < json_array_get_length (signs); i++)
    {
      JsonObject *sign = json_array_get_object_element (signs, i);
      const char *text = json_object_get_string_member (sign, "text");

      check_said (sign, "text", "");
      check_said (sign, "advice", ".");
      g_assert_false (g_str_has_suffix (text, ".") || g_str_has_suffix (text, "?"));
      g_assert_cmpuint (g_utf8_strlen (text, -1), <, 100);
    }
  for (guint i = 0; i < json_array_get_length (rules); i++)
    {
      JsonObject *rule = json_array_get_object_element (rules, i);
      const char *reason = json_object_get_string_member (rule, "reason");

      check_said (rule, "reason", "");
      g_assert_false (g_str_has_suffix (reason, "."));
      g_assert_true (g_str_has_prefix (reason, "because ") || g_str_has_prefix (reason, "until "));
    }
}

static void
test_doses (void)
{
  g_autoptr (JsonArray) array = load_list ("routines.json", "routines");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      JsonObject *dose = json_object_get_object_member (object, "dose");
      gint64 hold = json_object_get_int_member_with_default (dose, "hold", 0);
      gint64 work = hold * json_object_get_int_member (dose, "repetitions")
                    * json_object_get_int_member (dose, "sets");

      g_test_message ("%s", json_object_get_string_member (object, "id"));
      g_assert_cmpint (work, <=, 60 * json_object_get_int_member (dose, "minutes"));
      g_assert_cmpint (json_object_get_int_member (dose, "minutes"), <=, 20);
    }
}

static void
test_plan_routine (void)
{
  static const struct
  {
    guint times_a_day;
    guint days;
    const char *rrule;
    guint minutes[5];
  } cases[] = {
    { 1, 0x7f, "FREQ=DAILY", { 1200 } },
    { 2, 0x7f, "FREQ=DAILY", { 480, 1200 } },
    { 3, 0x15, "FREQ=WEEKLY;BYDAY=MO,WE,FR", { 480, 840, 1200 } },
    { 4, 0x40, "FREQ=WEEKLY;BYDAY=SU", { 480, 720, 960, 1200 } },
  };
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 2, 3, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TautRoutine routine = {
        .id = "x", .times_a_day = cases[i].times_a_day, .days = cases[i].days,
      };
      g_autoptr (TautPlanItem) item = taut_care_plan_routine (&routine, &start);
      const guint *minutes;
      guint n;

      g_assert_cmpstr (taut_plan_item_get_routine_id (item), ==, "x");
      g_assert_cmpstr (taut_plan_item_get_rrule (item), ==, cases[i].rrule);
      g_assert_cmpint (g_date_compare (taut_plan_item_get_start (item), &start), ==, 0);
      g_assert_null (taut_plan_item_get_end (item));
      minutes = taut_plan_item_get_minutes (item, &n);
      g_assert_cmpmem (minutes, n * sizeof *minutes,
                       cases[i].minutes, cases[i].times_a_day * sizeof *minutes);
    }
}

static void
test_sample (void)
{
  g_autoptr (GBytes) bytes = load_bytes ("sample/sample.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = taut_record_json_read (bytes, "sample.json", &error);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (JsonArray) array = load_list ("routines.json", "routines");
  g_autoptr (GPtrArray) routines = make_routines (array);
  GListModel *plan;

  g_assert_no_error (error);
  written = taut_record_json_write (record);
  g_assert_cmpstr (g_bytes_get_data (written, NULL), ==, g_bytes_get_data (bytes, NULL));

  plan = taut_record_get_plan (record);
  g_assert_cmpuint (g_list_model_get_n_items (plan), >, 2);
  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      const char *id = taut_plan_item_get_routine_id (item);
      gboolean known = taut_record_find_own_routine (record, id) != NULL;

      for (guint j = 0; j < routines->len && !known; j++)
        known = strcmp (((TautRoutine *) g_ptr_array_index (routines, j))->id, id) == 0;
      g_assert_true (known);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/care/care/notices", test_notices);
  g_test_add_func ("/care/care/routine-words", test_routine_words);
  g_test_add_func ("/care/care/notice-words", test_notice_words);
  g_test_add_func ("/care/care/screening-words", test_screening_words);
  g_test_add_func ("/care/care/doses", test_doses);
  g_test_add_func ("/care/care/plan-routine", test_plan_routine);
  g_test_add_func ("/care/care/sample", test_sample);

  return g_test_run ();
}
