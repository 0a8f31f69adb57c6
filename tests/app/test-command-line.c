/* test-command-line.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs the program as scripts do, without a display. */

#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "taut-command-line.h"

#define MAX_ARGUMENTS 16

typedef struct
{
  int status;
  char *output;
  char *errors;
} Result;

static char *program;
static char *folder;
static char *record;

static void
result_clear (Result *result)
{
  g_free (result->output);
  g_free (result->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/* @words are parted by blanks; "@NAME" is a file in the test's folder. */
static void
run (const char *words,
     Result     *result)
{
  g_auto (GStrv) arguments = g_strsplit (words, " ", -1);
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  int wait_status;

  g_ptr_array_add (argv, g_strdup (program));
  for (guint i = 0; *words != '\0' && arguments[i] != NULL; i++)
    {
      if (arguments[i][0] == '@')
        g_ptr_array_add (argv, g_build_filename (folder, arguments[i] + 1, NULL));
      else
        g_ptr_array_add (argv, g_strdup (arguments[i]));
    }
  g_ptr_array_add (argv, NULL);

  environment = g_environ_unsetenv (environment, "DISPLAY");
  environment = g_environ_unsetenv (environment, "WAYLAND_DISPLAY");
  environment = g_environ_setenv (environment, "TAUTLINE_NOW", "2026-11-29T18:40:00Z", TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", folder, TRUE);

  g_spawn_sync (folder, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL,
                &result->output, &result->errors, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  result->status = WEXITSTATUS (wait_status);
}

static JsonNode *
run_json (const char *words)
{
  g_auto (Result) result = { 0 };
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  run (words, &result);
  g_assert_cmpstr (result.errors, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  g_assert_true (g_utf8_validate (result.output, -1, NULL));
  g_assert_true (g_str_has_suffix (result.output, "\n"));
  node = json_from_string (result.output, &error);
  g_assert_no_error (error);

  return node;
}

static void
assert_members (JsonObject *object,
                const char *members)
{
  g_auto (GStrv) expected = g_strsplit (members, " ", -1);
  g_autoptr (GList) found = json_object_get_members (object);
  guint i = 0;

  for (GList *l = found; l != NULL; l = l->next)
    g_assert_cmpstr (l->data, ==, expected[i++]);
  g_assert_null (expected[i]);
}

static JsonObject *
find_id (JsonArray  *array,
         const char *member,
         const char *id)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_strcmp0 (json_object_get_string_member (object, member), id) == 0)
        return object;
    }

  return NULL;
}

/* Bad use */

typedef struct
{
  const char *words;
  int status;
  const char *errors;     /* the whole line, or its beginning where it ends in "..." */
} BadCall;

static const BadCall bad_calls[] = {
  { "", 1, "tautline: there is no display; ..." },
  { "--frobnicate", 2, "tautline: unknown option \"--frobnicate\"; see tautline --help\n" },
  { "frobnicate", 2, "tautline: no command and no file is called \"frobnicate\"; ..." },
  { "@", 2, "tautline: \"..." },
  { "@truncated.json", 1, "tautline: not a sound record, and left as it is: ..." },
  { "@empty.json", 1, "tautline: not a sound record, and left as it is: ..." },
  { "@latin.json", 1, "tautline: not a sound record, and left as it is: ..." },
  { "@deep.json", 1, "tautline: not a sound record, and left as it is: ..." },
  { "@huge.json", 1, "tautline: not a sound record, and left as it is: ..." },
  { "@newer.json", 1, "tautline: ..." },
  { "@range.json", 1, "tautline: not a sound record, and left as it is: ..." },
  { "@letter.txt", 1, "tautline: not a sound record, and left as it is: ..." },
  { "/dev/null", 1, "tautline: \"/dev/null\" is no file that a record can be kept in\n" },
  { "@record.json", 1, "tautline: there is no display; ..." },
  { "@new.json", 1, "tautline: there is no display; ..." },
  { "@record.json more", 2, "tautline: unexpected argument \"more\"\n" },
  { "explain", 2, "tautline: no command and no file is called \"explain\"; ..." },
  { "areas more", 2, "tautline: areas: unexpected argument \"more\"\n" },
  { "areas --frobnicate", 2, "tautline: areas: Unknown option --frobnicate\n" },
  { "muscles more", 2, "tautline: muscles: unexpected argument \"more\"\n" },
  { "points --json more", 2, "tautline: points: unexpected argument \"more\"\n" },
  { "refer", 2, "tautline: refer: POINT is missing, such as \"trapezius.1:left\"\n" },
  { "refer nose.1", 2, "tautline: refer: unknown point \"nose.1\"; \"tautline points\" lists them\n" },
  { "refer trapezius.1:up", 2,
    "tautline: refer: unknown side \"up\" in \"trapezius.1:up\": expected left or right\n" },
  { "refer trapezius.1: --json", 2,
    "tautline: refer: unknown side \"\" in \"trapezius.1:\": expected left or right\n" },
  { "refer trapezius.1 trapezius.2", 2, "tautline: refer: unexpected argument \"trapezius.2\"\n" },
  { "chart", 2, "tautline: chart: --view is missing\n" },
  { "chart --view", 2, "tautline: chart: Missing argument for --view\n" },
  { "chart --view above -o @out.svg", 2,
    "tautline: chart: --view: unknown view \"above\": expected one of front, back, left, right, "
    "head-front, head-back, head-left, head-right, head-top, hand-left-palm, hand-left-back, "
    "hand-right-palm, hand-right-back, foot-left-top, foot-left-sole, foot-left-inner, "
    "foot-left-outer, foot-right-top, foot-right-sole, foot-right-inner, foot-right-outer\n" },
  { "chart --view front", 2, "tautline: chart: -o is missing\n" },
  { "chart --view front -o @out.jpeg", 2, "tautline: chart: -o: \"..." },
  { "chart --view front --figure giant -o @out.svg", 2,
    "tautline: chart: --figure: unknown figure \"giant\": "
    "expected one of neutral, feminine, masculine\n" },
  { "chart --view front --size large -o @out.svg", 2,
    "tautline: chart: --size: unknown size \"large\": expected WxH, ..." },
  { "chart --view front --size 0x100 -o @out.svg", 2, "tautline: chart: --size: unknown size \"0x100\"..." },
  { "chart --view front --size 100 -o @out.svg", 2, "tautline: chart: --size: unknown size \"100\"..." },
  { "chart --view front --size 100x -o @out.svg", 2, "tautline: chart: --size: unknown size \"100x\"..." },
  { "chart --view front --size -1x5 -o @out.svg", 2, "tautline: chart: --size: unknown size \"-1x5\"..." },
  { "chart --view front --size 1e9x1e9 -o @out.png", 2, "tautline: chart: --size: unknown size ..." },
  { "chart --view front --size nanx5 -o @out.png", 2, "tautline: chart: --size: unknown size ..." },
  { "chart --view front --point nose.1 -o @out.svg", 2,
    "tautline: chart: --point: unknown point \"nose.1\"; \"tautline points\" lists them\n" },
  { "chart --view front --pain temple -o @out.svg", 2, "tautline: chart: Unknown option --pain\n" },
  { "chart --view front --record @none.json -o @out.svg", 1, "tautline: chart: --record: ..." },
  { "chart --view front --record @truncated.json -o @out.svg", 1, "tautline: chart: --record: ..." },
  { "chart --view front -o @none/out.svg", 1, "tautline: chart: ..." },
  { "chart --view front -o @none/out.png", 1, "tautline: chart: ..." },
  { "chart --view front -o @none/out.pdf", 1, "tautline: chart: ..." },
  { "review", 2, "tautline: review: -o is missing\n" },
  { "review -o @out.png", 2, "tautline: review: -o: \"..." },
  { "review all -o @out.pdf", 2, "tautline: review: unexpected argument ..." },
  { "review --muscle nose -o @out.pdf", 2, "tautline: review: --muscle: nose: no such muscle\n" },
  { "review --muscle cremaster -o @out.pdf", 2,
    "tautline: review: --muscle: cremaster: a muscle without points\n" },
  { "review --muscle anconeus -o @none/out.pdf", 1, "tautline: review: Cannot write ..." },
  { "plan", 2, "tautline: plan: RECORD is missing\n" },
  { "plan @record.json", 2, "tautline: plan: -o is missing\n" },
  { "plan @record.json -o @out.png", 2, "tautline: plan: -o: \"..." },
  { "plan @record.json --paper A3 -o @out.pdf", 2,
    "tautline: plan: --paper: unknown paper \"A3\": expected A4 or Letter\n" },
  { "plan @record.json @record.json -o @out.pdf", 2, "tautline: plan: unexpected argument ..." },
  { "plan @record.json -o @none/out.pdf", 1, "tautline: plan: ..." },
  { "plan @none.json -o @out.pdf", 1, "tautline: plan: ..." },
  { "plan @truncated.json -o @out.pdf", 1, "tautline: plan: ..." },
  { "plan @empty.json -o @out.pdf", 1, "tautline: plan: ..." },
  { "plan @latin.json -o @out.pdf", 1, "tautline: plan: ..." },
  { "plan @deep.json -o @out.pdf", 1, "tautline: plan: ..." },
  { "plan @huge.json -o @out.pdf", 1, "tautline: plan: ..." },
  { "plan @newer.json -o @out.pdf", 1, "tautline: plan: ..." },
  { "plan @range.json -o @out.pdf", 1, "tautline: plan: ..." },
  { "plan @ -o @out.pdf", 1, "tautline: plan: ..." },
  { "plan  -o @out.pdf", 2, "tautline: plan: the name of the record is empty\n" },
  { "plan @record.json -o @", 2, "tautline: plan: -o: \"..." },
  { "plan @record.json -o @folder.pdf", 1, "tautline: plan: Cannot write ..." },
  { "plan @record.json --weeks 3 -o @out.pdf", 2,
    "tautline: plan: --weeks: 3: expected 2, 4 or 8\n" },
  { "plan @record.json --weeks many -o @out.pdf", 2, "tautline: plan: ..." },
  { "plan @record.json --large --one-page -o @out.pdf", 2,
    "tautline: plan: --large, --black-and-white and --one-page: expected at most one of them\n" },
  { "plan @record.json --ics @out.txt -o @out.pdf", 2, "tautline: plan: --ics: \"..." },
  /* Neither file. */
  { "plan @record.json --ics @none/out.ics -o @out.pdf", 1, "tautline: plan: Cannot write ..." },
  { "plan @record.json --ics @out.ics -o @none/out.pdf", 1, "tautline: plan: Cannot write ..." },
  { "plan @record.json --ics @out.ics -o @folder.pdf", 1, "tautline: plan: Cannot write ..." },
  { "chart --view front -o @folder.png", 1, "tautline: chart: Cannot write ..." },
  { "chart --view front -o @record.json/out.svg", 1, "tautline: chart: Cannot write ..." },
  { "chart --view front --record @huge.json -o @out.png", 1, "tautline: chart: --record: ..." },
  { "chart --view front --record @newer.json -o @out.png", 1, "tautline: chart: --record: ..." },
  { "check @none.json", 1, "tautline: check: ..." },
  { "check @empty.json", 1, "tautline: check: ..." },
  { "check @latin.json", 1, "tautline: check: ..." },
  { "check @deep.json", 1, "tautline: check: ..." },
  { "check @huge.json", 1, "tautline: check: ..." },
  { "check @range.json", 1, "tautline: check: ..." },
  { "check @letter.txt", 1, "tautline: check: ..." },
  { "check @", 1, "tautline: check: ..." },
  { "check @truncated.json", 1, "tautline: check: ..." },
  { "check @newer.json", 1, "tautline: check: ..." },
  { "check @strange.json", 1, "tautline: check: ..." },
  { "check @record.json more", 2, "tautline: check: unexpected argument \"more\"\n" },
};

static GHashTable *
list_folder (void)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize size = 0;

      g_file_get_contents (path, &data, &size, NULL);
      g_hash_table_insert (files, g_strdup (name),
                           g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *) data, size));
    }

  return files;
}

/* Nothing half-written, nothing moved, nothing changed. */
static void
assert_same_folder (GHashTable *before,
                    GHashTable *after)
{
  GHashTableIter iter;
  gpointer name;
  gpointer sum;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &name, &sum))
    g_assert_cmpstr (g_hash_table_lookup (before, name), ==, sum);
  g_assert_cmpuint (g_hash_table_size (before), ==, g_hash_table_size (after));
}

static void
test_bad_call (gconstpointer user_data)
{
  const BadCall *call = user_data;
  g_autoptr (GHashTable) before = list_folder ();
  g_autoptr (GHashTable) after = NULL;
  g_auto (Result) result = { 0 };

  run (call->words, &result);
  g_test_message ("%s", result.errors);

  g_assert_cmpstr (result.output, ==, "");
  if (g_str_has_suffix (call->errors, "..."))
    {
      g_autofree char *start = g_strndup (call->errors, strlen (call->errors) - 3);

      g_assert_true (g_str_has_prefix (result.errors, start));
    }
  else
    {
      g_assert_cmpstr (result.errors, ==, call->errors);
    }
  g_assert_cmpint (result.status, ==, call->status);

  /* One line, and only one. */
  g_assert_true (strchr (result.errors, '\n') == result.errors + strlen (result.errors) - 1);

  after = list_folder ();
  assert_same_folder (before, after);
}

/* Files */

static void
write_file (const char *name,
            const char *data,
            gssize      size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

/* Good use */

static void
test_help (void)
{
  g_auto (Result) help = { 0 };
  g_auto (Result) version = { 0 };
  g_auto (Result) command = { 0 };

  run ("--help", &help);
  g_assert_cmpint (help.status, ==, 0);
  g_assert_nonnull (strstr (help.output, "tautline refer POINT"));
  g_assert_null (strstr (help.output, "explain"));
  g_assert_null (strstr (help.output, "export"));
  g_assert_null (strstr (help.output, "--pain"));

  run ("--version", &version);
  g_assert_cmpint (version.status, ==, 0);
  g_assert_cmpstr (version.output, ==, "tautline " PACKAGE_VERSION "\n");

  run ("chart --help", &command);
  g_assert_cmpint (command.status, ==, 0);
  g_assert_cmpstr (command.output, ==, help.output);
}

static void
test_lists (void)
{
  g_autoptr (JsonNode) areas = run_json ("areas --json");
  g_autoptr (JsonNode) muscles = run_json ("muscles --json");
  g_autoptr (JsonNode) points = run_json ("points --json");
  JsonObject *object;

  object = find_id (json_node_get_array (areas), "id", "temple");
  g_assert_nonnull (object);
  assert_members (object, "id name group mm2");
  g_assert_cmpfloat (json_object_get_double_member (object, "mm2"), >, 100);

  object = find_id (json_node_get_array (muscles), "id", "trapezius");
  g_assert_nonnull (object);
  assert_members (object, "id name latin ta2 points");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (object, "points"),
                                                  0), ==, "trapezius.1");

  object = find_id (json_node_get_array (points), "id", "trapezius.1");
  g_assert_nonnull (object);
  assert_members (object, "id muscle name confidence");
  g_assert_cmpstr (json_object_get_string_member (object, "muscle"), ==, "trapezius");
}

static void
test_tables (void)
{
  static const char *const commands[] = { "areas", "muscles", "points", "refer trapezius.1" };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (Result) result = { 0 };

      run (commands[i], &result);
      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpstr (result.errors, ==, "");
      g_assert_null (strchr (result.output, '\t'));
      g_assert_true (g_str_has_suffix (result.output, "\n"));
      g_assert_false (g_str_has_suffix (result.output, "\n\n"));
    }
}

static void
assert_areas (JsonArray  *shares,
              const char *side,
              const char *areas)
{
  g_auto (GStrv) expected = g_strsplit (areas, " ", -1);
  double last = 1;

  for (guint i = 0; expected[i] != NULL; i++)
    g_assert_nonnull (find_id (shares, "area", expected[i]));

  for (guint i = 0; i < json_array_get_length (shares); i++)
    {
      JsonObject *share = json_array_get_object_element (shares, i);
      double value = json_object_get_double_member (share, "share");

      assert_members (share, "area side share");
      g_assert_cmpstr (json_object_get_string_member (share, "side"), ==, side);
      g_assert_cmpfloat (value, >, 0);
      g_assert_cmpfloat (value, <=, last);
      last = value;
    }
}

static void
test_refer (void)
{
  static const char *const sides[] = { "left", "right" };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *words = g_strdup_printf ("refer trapezius.1:%s --json", sides[i]);
      g_autoptr (JsonNode) node = run_json (words);
      JsonObject *object = json_node_get_object (node);

      assert_members (object, "point muscle side essential spillover");
      g_assert_cmpstr (json_object_get_string_member (object, "point"), ==, "trapezius.1");
      g_assert_cmpstr (json_object_get_string_member (object, "muscle"), ==, "trapezius");
      g_assert_cmpstr (json_object_get_string_member (object, "side"), ==, sides[i]);
      assert_areas (json_object_get_array_member (object, "essential"), sides[i],
                    "temple neck_side ear_behind");
    }
}

/* The side is right where it is not said. */
static void
test_default_side (void)
{
  g_auto (Result) unsaid = { 0 };
  g_auto (Result) right = { 0 };

  run ("refer trapezius.2 --json", &unsaid);
  run ("refer --json trapezius.2:right", &right);
  g_assert_cmpstr (unsaid.output, ==, right.output);
}

static void
assert_file_begins (const char *name,
                    const char *magic)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpmem (data, strlen (magic), magic, strlen (magic));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_chart (void)
{
  static const struct
  {
    const char *words;
    const char *name;
    const char *magic;
  } table[] = {
    { "chart --view front -o @out.svg", "out.svg", "<?xml" },
    { "chart --view back --point trapezius.1:left --size 300x600 -o @out.png", "out.png", "\211PNG" },
    { "chart --view left --figure neutral --record @record.json -o @out.pdf", "out.pdf", "%PDF" },
    { "chart --view right --point trapezius.1 --point scm.cl_mid:left -o @out.png", "out.png", "\211PNG" },
    { "chart --view front --figure feminine -o @out.svg", "out.svg", "<?xml" },
    { "chart --view hand-right-palm --figure masculine -o @out.png", "out.png", "\211PNG" },
    { "chart --view head-top --record @record.json -o @out.pdf", "out.pdf", "%PDF" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (Result) result = { 0 };

      run (table[i].words, &result);
      g_assert_cmpstr (result.errors, ==, "");
      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpstr (result.output, ==, "");
      assert_file_begins (table[i].name, table[i].magic);
    }
}

static void
test_plan (void)
{
  static const struct
  {
    const char *words;
    const char *errors;
  } table[] = {
    { "plan @record.json -o @out.pdf", "" },
    { "plan @record.json --paper Letter --large -o @out.pdf", "" },
    { "plan @record.json --black-and-white --weeks 4 -o @out.pdf", "" },
    { "plan @record.json --one-page --weeks 8 --practice Here -o @out.pdf", "" },
    { "plan @record.json --lang en -o @out.pdf", "" },
    { "plan @record.json --lang tlh -o @out.pdf",
      "tautline: plan: --lang: there is no translation \"tlh\"; the plan is in English\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (Result) result = { 0 };

      run (table[i].words, &result);
      g_assert_cmpstr (result.errors, ==, table[i].errors);
      g_assert_cmpint (result.status, ==, 0);
      assert_file_begins ("out.pdf", "%PDF");
    }
}

static void
test_plan_calendar (void)
{
  g_auto (Result) result = { 0 };
  g_autofree char *path = g_build_filename (folder, "out.ics", NULL);
  g_autofree char *calendar = NULL;

  run ("plan @record.json --ics @out.ics -o @out.pdf", &result);
  g_assert_cmpstr (result.errors, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  assert_file_begins ("out.pdf", "%PDF");
  g_assert_true (g_file_get_contents (path, &calendar, NULL, NULL));
  g_assert_true (g_str_has_prefix (calendar, "BEGIN:VCALENDAR\r\n"));
  g_assert_true (g_str_has_suffix (calendar, "END:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (calendar, "BEGIN:VEVENT"));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_check_record (void)
{
  g_auto (Result) sound = { 0 };

  run ("check @record.json", &sound);
  g_assert_cmpstr (sound.errors, ==, "");
  g_assert_cmpint (sound.status, ==, 0);
  g_assert_nonnull (strstr (sound.output, "is sound: 1 marks, 1 routines"));
}

/* Runs what a shell makes of a line, in which "$1" is the program. */
static void
run_shell (const char *line,
           Result     *result)
{
  g_autofree char *script = g_build_filename (folder, "script.sh", NULL);
  g_autofree char *old = g_steal_pointer (&program);
  g_autofree char *words = g_strdup_printf ("@script.sh %s", old);

  g_assert_true (g_file_set_contents (script, line, -1, NULL));
  program = g_strdup ("/bin/sh");
  run (words, result);
  g_free (program);
  program = g_steal_pointer (&old);
  g_assert_cmpint (g_unlink (script), ==, 0);
}

static void
test_full_output (void)
{
  static const char *const commands[] = {
    "areas", "areas --json", "muscles", "points --json", "refer trapezius.1", "check",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("exec \"$1\" %s >/dev/full\n", commands[i]);
      g_auto (GStrv) words = g_strsplit (commands[i], " ", 2);
      g_autofree char *expected =
        g_strdup_printf ("tautline: %s: cannot write to standard output: "
                         "No space left on device\n", words[0]);
      g_auto (Result) result = { 0 };

      run_shell (line, &result);
      g_assert_cmpstr (result.errors, ==, expected);
      g_assert_cmpint (result.status, ==, 1);
    }
}

/* A limit on the size of files stops a write in its middle, as a full disk does. */
static void
test_full_disk (void)
{
  static const char *const commands[] = {
    "chart --view front -o out.svg", "chart --view front -o out.png",
    "chart --view front -o out.pdf", "plan record.json -o out.pdf",
    "plan record.json --ics out.ics -o out.pdf",
    /* What is there stays as it is. */
    "chart --view front -o letter.png",
  };

  write_file ("letter.png", "Dear neighbour,\n", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line =
        g_strdup_printf ("ulimit -f 2\ntrap '' XFSZ\nexec \"$1\" %s\n", commands[i]);
      g_autoptr (GHashTable) before = list_folder ();
      g_autoptr (GHashTable) after = NULL;
      g_auto (Result) result = { 0 };

      run_shell (line, &result);
      g_assert_true (g_str_has_suffix (result.errors, ": File too large\n"));
      g_assert_nonnull (strstr (result.errors, ": Cannot write "));
      g_assert_cmpint (result.status, ==, 1);
      after = list_folder ();
      assert_same_folder (before, after);
    }
}

static void
write_changed (const char *name,
               const char *from,
               const char *to)
{
  g_auto (GStrv) parts = g_strsplit (record, from, 2);
  g_autofree char *text = g_strjoinv (to, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  write_file (name, text, -1);
}

static void
write_files (void)
{
  static const char *const folders[] = { "folder.pdf", "folder.png" };
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *huge = g_strnfill (17 * 1024 * 1024, ' ');

  write_file ("record.json", record, -1);
  write_file ("truncated.json", record, strlen (record) / 2);
  write_file ("empty.json", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folder, folders[i], NULL);

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    }
  write_file ("letter.txt", "Dear neighbour,\n", -1);
  write_file ("latin.json", "{ \"format\": \"\351\" }", -1);
  write_file ("deep.json", deep, -1);
  write_file ("huge.json", huge, -1);
  write_changed ("newer.json", "\"version\": 1", "\"version\": 2");
  write_changed ("range.json", "\"intensity\": 7", "\"intensity\": 11");
  write_changed ("strange.json", "trapezius.1", "nose.1");
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *record_path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  program = g_test_build_filename (G_TEST_BUILT, "..", "src", "tautline", NULL);
  record_path = g_test_build_filename (G_TEST_DIST, "app", "record.json", NULL);
  g_assert_true (g_file_get_contents (record_path, &record, NULL, NULL));
  folder = g_dir_make_tmp ("tautline-XXXXXX", NULL);
  write_files ();

  g_test_add_func ("/app/command-line/help", test_help);
  g_test_add_func ("/app/command-line/lists", test_lists);
  g_test_add_func ("/app/command-line/tables", test_tables);
  g_test_add_func ("/app/command-line/refer", test_refer);
  g_test_add_func ("/app/command-line/default-side", test_default_side);
  g_test_add_func ("/app/command-line/chart", test_chart);
  g_test_add_func ("/app/command-line/plan", test_plan);
  g_test_add_func ("/app/command-line/plan-calendar", test_plan_calendar);
  g_test_add_func ("/app/command-line/check-record", test_check_record);
  g_test_add_func ("/app/command-line/full-disk", test_full_disk);
  g_test_add_func ("/app/command-line/full-output", test_full_output);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_calls); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/command-line/bad/%02" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &bad_calls[i], test_bad_call);
    }

  status = g_test_run ();
  remove_folder ();
  g_free (folder);
  g_free (program);
  g_free (record);

  return status;
}
