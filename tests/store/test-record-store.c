/* test-record-store.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-record-store.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../plain-user.h"
#include "taut-record-json.h"

#define ID "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
#define N_KILLS 25

static char *data_home;

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("taut-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "record.json", NULL);
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_tree (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static TautRecord *
make_record (guint n_marks)
{
  TautRecord *record = taut_record_new (ID);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 2, 9, 30, 0);
  TautSkinPoint at = { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.05, 140 };

  for (guint i = 0; i < n_marks; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autoptr (TautMark) mark = taut_mark_new (id, "trapezius.1", &at, i % 11, time);

      taut_record_put_mark (record, mark, FALSE);
    }

  return record;
}

static guint
count_marks (TautRecord *record)
{
  return g_list_model_get_n_items (taut_record_get_marks (record));
}

static int
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
assert_holds (const char *path,
              const char *expected,
              gsize       size)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, expected, size);
}

static void
test_save_and_load (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TautRecord) record = make_record (3);
  g_autoptr (TautRecord) loaded = NULL;
  g_autoptr (TautRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  g_assert_true (taut_record_store_load (fixture->path, &loaded, &aside, &error));
  g_assert_no_error (error);
  g_assert_null (loaded);
  g_assert_null (taut_record_store_read (fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);

  g_assert_true (taut_record_store_save (fixture->path, record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_mode (fixture->path), ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  g_assert_true (taut_record_store_load (fixture->path, &loaded, &aside, &error));
  g_assert_no_error (error);
  g_assert_null (aside);
  g_assert_cmpuint (count_marks (loaded), ==, 3);
  read = taut_record_store_read (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_marks (read), ==, 3);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *contents;
    gsize size;
  } files[] = {
    { "", 0 }, { "{", 1 }, { "\xff\0\xfe", 3 }, { "[]", 2 }, { "{\"format\":\"x\"}", 14 },
  };
  g_autofree char *folder = g_build_filename (fixture->folder, "aside", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%s/record-%u.json", folder, i + 1);
      g_autoptr (TautRecord) loaded = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *aside = NULL;

      g_assert_true (g_file_set_contents (fixture->path, files[i].contents, files[i].size, NULL));
      g_assert_null (taut_record_store_read (fixture->path, NULL));
      g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

      g_assert_false (taut_record_store_load (fixture->path, &loaded, &aside, &error));
      g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT);
      g_assert_null (loaded);
      g_assert_cmpstr (aside, ==, expected);
      g_assert_nonnull (strstr (error->message, fixture->path));
      g_assert_nonnull (strstr (error->message, "; the damaged file is kept as "));
      g_assert_nonnull (strstr (error->message, aside));
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      assert_holds (aside, files[i].contents, files[i].size);
    }
  g_assert_cmpuint (count_files (folder), ==, G_N_ELEMENTS (files));
  g_assert_cmpint (get_mode (folder), ==, 0700);
}

/* Names without an ending, and with nothing but one. */
static void
test_aside_names (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const names[][2] = {
    { "record", "record-1" }, { ".record", ".record-1" }, { "a.b.json", "a.b-1.json" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i][0], NULL);
      g_autofree char *expected = g_build_filename (fixture->folder, "aside", names[i][1], NULL);
      g_autoptr (TautRecord) loaded = NULL;
      g_autofree char *aside = NULL;

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
      g_assert_false (taut_record_store_load (path, &loaded, &aside, NULL));
      g_assert_cmpstr (aside, ==, expected);
    }
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  static const char contents[] = "{\"format\":\"tautline-record\",\"version\":2}";
  g_autoptr (TautRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  g_assert_true (g_file_set_contents (fixture->path, contents, -1, NULL));
  g_assert_false (taut_record_store_load (fixture->path, &loaded, &aside, &error));
  g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_VERSION);
  g_assert_null (aside);
  assert_holds (fixture->path, contents, strlen (contents));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TautRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (taut_record_store_load (fixture->path, &loaded, &aside, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_null (aside);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);

  plain_user_begin (fixture->folder);
  g_assert_true (g_file_set_contents (fixture->path, "x", 1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_assert_false (taut_record_store_load (fixture->path, &loaded, &aside, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_null (aside);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  plain_user_end ();
}

/* Where the folder cannot be made, the damaged file stays. */
static void
test_no_aside (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "aside", NULL);
  g_autoptr (TautRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "x", 1, NULL));
  g_assert_false (taut_record_store_load (fixture->path, &loaded, &aside, &error));
  g_assert_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "; the damaged file cannot be moved aside: "));
  g_assert_null (aside);
  assert_holds (fixture->path, "x", 1);
  assert_holds (folder, "in the way", 10);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TautRecord) record = make_record (2);
  g_autoptr (TautRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;

  plain_user_begin (fixture->folder);
  g_assert_true (taut_record_store_save (fixture->path, record, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_false (taut_record_store_save (fixture->path, record, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_true (taut_record_store_load (fixture->path, &loaded, NULL, NULL));
  g_assert_cmpuint (count_marks (loaded), ==, 2);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  plain_user_end ();
}

/* A limit on the size of files stands for a full disk. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TautRecord) record = make_record (5);
  g_autoptr (TautRecord) larger = make_record (500);
  g_autoptr (TautRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit tight;

  g_assert_true (taut_record_store_save (fixture->path, record, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  tight = before;
  tight.rlim_cur = 20000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  g_assert_false (taut_record_store_save (fixture->path, larger, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_true (taut_record_store_load (fixture->path, &loaded, NULL, NULL));
  g_assert_cmpuint (count_marks (loaded), ==, 5);
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TautRecord) record = make_record (2);
  g_autofree char *name = g_strnfill (TAUT_RECORD_JSON_MAX_BYTES, 'x');
  g_autoptr (GError) error = NULL;

  taut_record_set_client_name (record, name);
  g_assert_false (taut_record_store_save (fixture->path, record, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "larger than the 16 MiB"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* Saves over and over, telling the parent the size that is surely saved. */
static void
save_for_ever (const char *path,
               int         report)
{
  for (guchar n = 1;; n = n % 100 + 1)
    {
      g_autoptr (TautRecord) record = make_record (n);

      if (!taut_record_store_save (path, record, NULL) || write (report, &n, 1) != 1)
        _exit (1);
    }
}

/* A child that saves is killed at any moment: the record is always whole, and
 * the last one that was said to be saved, or the one after it. */
static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (TautRecord) loaded = NULL;
      g_autoptr (GError) error = NULL;
      int ends[2];
      guchar n = 0;
      guint last = 0;
      pid_t child;

      g_assert_cmpint (pipe (ends), ==, 0);
      child = fork ();
      if (child == 0)
        {
          close (ends[0]);
          save_for_ever (fixture->path, ends[1]);
        }
      close (ends[1]);

      g_assert_cmpint (read (ends[0], &n, 1), ==, 1);
      last = n;
      g_usleep (g_test_rand_int_range (0, 15000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      while (read (ends[0], &n, 1) == 1)
        last = n;
      close (ends[0]);

      g_assert_true (taut_record_store_load (fixture->path, &loaded, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (count_marks (loaded) == last || count_marks (loaded) == last % 100 + 1);
    }
}

static void
test_home (void)
{
  g_autofree char *folder = g_build_filename (data_home, "tautline", NULL);
  g_autofree char *expected = g_build_filename (folder, "record.json", NULL);
  g_autofree char *leftover = g_build_filename (folder, ".tautline-abc123", NULL);
  g_autofree char *running = g_build_filename (folder, ".tautline-def456", NULL);
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  struct timespec old[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };

  path = taut_record_store_get_home (NULL);
  g_assert_cmpstr (path, ==, expected);
  g_assert_cmpint (get_mode (folder), ==, 0700);

  g_assert_true (g_file_set_contents (path, "{}", 2, NULL));
  g_assert_true (g_file_set_contents (leftover, "{", 1, NULL));
  g_assert_true (g_file_set_contents (running, "{", 1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, leftover, old, 0), ==, 0);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  again = taut_record_store_get_home (NULL);
  g_assert_cmpint (get_mode (path), ==, 0600);
  g_assert_cmpint (get_mode (folder), ==, 0700);
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (running, G_FILE_TEST_EXISTS));
}

static void
test_no_home (void)
{
  g_autofree char *folder = g_build_filename (data_home, "tautline", NULL);
  g_autoptr (GError) error = NULL;

  remove_tree (folder);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_null (taut_record_store_get_home (&error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "Cannot make the folder "));
  g_assert_nonnull (strstr (error->message, folder));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  data_home = g_dir_make_tmp ("taut-home-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/store/record-store/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("save-and-load", test_save_and_load);
  ADD ("damaged", test_damaged);
  ADD ("aside-names", test_aside_names);
  ADD ("newer", test_newer);
  ADD ("unreadable", test_unreadable);
  ADD ("no-aside", test_no_aside);
  ADD ("read-only", test_read_only);
  ADD ("full", test_full);
  ADD ("too-large", test_too_large);
  ADD ("kill", test_kill);
#undef ADD
  g_test_add_func ("/store/record-store/home", test_home);
  g_test_add_func ("/store/record-store/no-home", test_no_home);

  status = g_test_run ();
  remove_tree (data_home);
  g_free (data_home);

  return status;
}
