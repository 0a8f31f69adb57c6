/* test-autosave.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "taut-autosave.h"
#include "taut-record-json.h"

#define ONE_SECOND G_TIME_SPAN_SECOND

typedef struct
{
  char *folder;
  char *path;
  TautClock *clock;
  TautAutosave *autosave;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 29, 18, 40, 0);

  fixture->folder = g_dir_make_tmp ("tautline-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "record.json", NULL);
  fixture->clock = taut_clock_new_fixed (now);
  fixture->autosave = taut_autosave_new (fixture->clock);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->autosave);
  g_clear_object (&fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
rename_client (Fixture    *fixture,
               const char *name)
{
  taut_record_set_client_name (taut_autosave_get_record (fixture->autosave), name);
}

/* Waits until a state is reached, at most for the second that is promised. */
static void
wait_for_state (Fixture           *fixture,
                TautAutosaveState  state)
{
  gint64 end = g_get_monotonic_time () + ONE_SECOND;

  while (taut_autosave_get_state (fixture->autosave) != state)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static char *
read_file (const char *path)
{
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_save (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautAutosave) reader = NULL;
  g_autofree char *text = NULL;
  g_autofree char *aside = NULL;

  g_assert_true (taut_autosave_open_home (fixture->autosave, fixture->path, &aside, &error));
  g_assert_no_error (error);
  g_assert_null (aside);
  g_assert_cmpint (taut_autosave_get_state (fixture->autosave), ==, TAUT_AUTOSAVE_SAVED);
  g_assert_null (taut_autosave_get_saved_at (fixture->autosave));

  /* Looking at a record makes no file. */
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  rename_client (fixture, "Sample client");
  g_assert_cmpint (taut_autosave_get_state (fixture->autosave), ==, TAUT_AUTOSAVE_WAITING);
  wait_for_state (fixture, TAUT_AUTOSAVE_SAVED);
  text = read_file (fixture->path);
  g_assert_nonnull (strstr (text, "Sample client"));
  g_assert_cmpint (g_date_time_get_minute (taut_autosave_get_saved_at (fixture->autosave)), ==, 40);

  reader = taut_autosave_new (fixture->clock);
  g_assert_true (taut_autosave_open (reader, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (taut_record_get_client_name (taut_autosave_get_record (reader)), ==,
                   "Sample client");
}

/* A stream of changes does not put the saving off for ever. */
static void
test_steady_changes (Fixture       *fixture,
                     gconstpointer  user_data)
{
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  taut_autosave_start (fixture->autosave, fixture->path);
  while (!g_file_test (fixture->path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_strdup_printf ("Client %u", n++);

      rename_client (fixture, name);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, ONE_SECOND);
    }
}

static void
test_flush (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  taut_autosave_start (fixture->autosave, fixture->path);
  g_assert_true (taut_autosave_flush (fixture->autosave, &error));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  rename_client (fixture, "Sample client");
  g_assert_true (taut_autosave_flush (fixture->autosave, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (taut_autosave_get_state (fixture->autosave), ==, TAUT_AUTOSAVE_SAVED);
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "gone", NULL);
  g_autofree char *path = g_build_filename (folder, "record.json", NULL);

  taut_autosave_start (fixture->autosave, path);
  rename_client (fixture, "Sample client");
  g_assert_false (taut_autosave_flush (fixture->autosave, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (taut_autosave_get_state (fixture->autosave), ==, TAUT_AUTOSAVE_FAILED);
  g_assert_nonnull (taut_autosave_get_error (fixture->autosave));

  /* Nothing is lost, and the next attempt succeeds once it can. */
  g_assert_cmpstr (taut_record_get_client_name (taut_autosave_get_record (fixture->autosave)), ==,
                   "Sample client");
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (taut_autosave_flush (fixture->autosave, &error));
  g_assert_no_error (error);
  g_assert_null (taut_autosave_get_error (fixture->autosave));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "{ \"format\": \"taut", -1, NULL));
  g_assert_true (taut_autosave_open_home (fixture->autosave, fixture->path, &aside, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (aside);
  g_assert_nonnull (taut_autosave_get_record (fixture->autosave));

  rename_client (fixture, "Sample client");
  wait_for_state (fixture, TAUT_AUTOSAVE_SAVED);
  kept = read_file (aside);
  g_assert_cmpstr (kept, ==, "{ \"format\": \"taut");
}

/* A file that the person named is theirs: it stays, and so does what is open. */
static void
test_named (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char *const contents[] = { "", "shopping list: eggs", "{ \"format\": \"taut", "[]" };
  g_autofree char *path = g_build_filename (fixture->folder, "letter.json", NULL);
  g_autofree char *aside = g_build_filename (fixture->folder, "aside", NULL);
  TautRecord *open;

  taut_autosave_start (fixture->autosave, fixture->path);
  open = taut_autosave_get_record (fixture->autosave);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      g_assert_false (taut_autosave_open (fixture->autosave, path, &error));
      g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "letter.json"));
      g_assert_true (taut_autosave_get_record (fixture->autosave) == open);
      g_assert_cmpstr (taut_autosave_get_path (fixture->autosave), ==, fixture->path);
      text = read_file (path);
      g_assert_cmpstr (text, ==, contents[i]);
      g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
    }
}

/* What is only held is written nowhere, whatever happens to it. */
static void
test_hold (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (TautRecord) record = taut_record_new ("3f1c1e9a-5f5d-4d6e-9c35-0c4b7e2f1a10");
  gint64 end = g_get_monotonic_time () + ONE_SECOND;

  taut_autosave_start (fixture->autosave, fixture->path);
  taut_autosave_hold (fixture->autosave, record);
  g_assert_true (taut_autosave_get_record (fixture->autosave) == record);
  g_assert_null (taut_autosave_get_path (fixture->autosave));

  rename_client (fixture, "Sample client");
  g_assert_cmpint (taut_autosave_get_state (fixture->autosave), ==, TAUT_AUTOSAVE_EMPTY);
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (taut_autosave_flush (fixture->autosave, &error));
  g_assert_no_error (error);

  dir = g_dir_open (fixture->folder, 0, &error);
  g_assert_no_error (error);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *aside = NULL;
  g_auto (GStrv) parts = NULL;

  taut_autosave_start (fixture->autosave, fixture->path);
  rename_client (fixture, "Sample client");
  g_assert_true (taut_autosave_flush (fixture->autosave, &error));
  text = read_file (fixture->path);
  parts = g_strsplit (text, "\"version\": 1", 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  newer = g_strjoinv ("\"version\": 99", parts);
  g_assert_true (g_file_set_contents (fixture->path, newer, -1, NULL));

  g_assert_false (taut_autosave_open_home (fixture->autosave, fixture->path, &aside, &error));
  g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_VERSION);
  g_assert_null (aside);
  g_clear_error (&error);
  g_assert_false (taut_autosave_open (fixture->autosave, fixture->path, &error));
  g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_VERSION);
  taut_autosave_close (fixture->autosave);
  g_assert_true (taut_autosave_flush (fixture->autosave, NULL));

  before = read_file (fixture->path);
  g_assert_cmpstr (before, ==, newer);
}

static void
state_cb (guint *n_states)
{
  ++*n_states;
}

/* The window hears of each saving, also of a second one. */
static void
test_notify (Fixture       *fixture,
             gconstpointer  user_data)
{
  guint n_states = 0;

  taut_autosave_start (fixture->autosave, fixture->path);
  g_signal_connect_swapped (fixture->autosave, "notify::state", G_CALLBACK (state_cb), &n_states);
  rename_client (fixture, "A");
  g_assert_cmpuint (n_states, ==, 1);
  rename_client (fixture, "B");
  g_assert_cmpuint (n_states, ==, 1);
  g_assert_true (taut_autosave_flush (fixture->autosave, NULL));
  g_assert_cmpuint (n_states, ==, 2);
}

static void
add_test (const char *path,
          void (* test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/app/autosave/save", test_save);
  add_test ("/app/autosave/steady-changes", test_steady_changes);
  add_test ("/app/autosave/flush", test_flush);
  add_test ("/app/autosave/failure", test_failure);
  add_test ("/app/autosave/damaged", test_damaged);
  add_test ("/app/autosave/hold", test_hold);
  add_test ("/app/autosave/named", test_named);
  add_test ("/app/autosave/newer", test_newer);
  add_test ("/app/autosave/notify", test_notify);

  return g_test_run ();
}
