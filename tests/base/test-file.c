/* test-file.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-file.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../plain-user.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("taut-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "x.txt", NULL);
  umask (022);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_holds (const char *path,
              const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static int
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (taut_file_replace (fixture->path, "one", 3, 0600, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "one");
  g_assert_cmpint (get_mode (fixture->path), ==, 0600);

  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (taut_file_replace (fixture->path, "two!", 4, 0600, &error));
  assert_holds (fixture->path, "two!");
  g_assert_cmpint (get_mode (fixture->path), ==, 0640);

  g_assert_true (taut_file_replace (fixture->path, NULL, 0, 0600, &error));
  assert_holds (fixture->path, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_umask (Fixture       *fixture,
            gconstpointer  data)
{
  umask (027);
  g_assert_true (taut_file_replace (fixture->path, "x", 1, 0666, NULL));
  umask (022);
  g_assert_cmpint (get_mode (fixture->path), ==, 0640);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *place = NULL;

  g_assert_true (taut_file_replace (fixture->path, "old", 3, 0600, NULL));
  g_assert_cmpint (symlink ("x.txt", link_path), ==, 0);
  g_assert_true (taut_file_replace (link_path, "new", 3, 0600, NULL));
  assert_holds (fixture->path, "new");
  place = g_file_read_link (link_path, NULL);
  g_assert_cmpstr (place, ==, "x.txt");
}

static void
test_long_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *name = g_strnfill (255, 'x');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (taut_file_replace (path, "x", 1, 0600, &error));
  g_assert_no_error (error);
  assert_holds (path, "x");
}

static void
test_no_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "x.txt", NULL);
  const struct
  {
    const char *path;
    int code;
  } places[] = {
    { nowhere, G_IO_ERROR_NOT_FOUND },
    { fixture->folder, G_IO_ERROR_IS_DIRECTORY },
    { "/dev/full", G_IO_ERROR_INVALID_ARGUMENT },
    { "/dev/null", G_IO_ERROR_INVALID_ARGUMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *start = g_strdup_printf ("Cannot write %s: ", places[i].path);

      g_assert_false (taut_file_replace (places[i].path, "x", 1, 0600, &error));
      g_assert_error (error, G_IO_ERROR, places[i].code);
      g_assert_true (g_str_has_prefix (error->message, start));
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  plain_user_begin (fixture->folder);
  g_assert_true (taut_file_replace (fixture->path, "old", 3, 0600, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  g_assert_false (taut_file_replace (fixture->path, "new", 3, 0600, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);

  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_false (taut_file_replace (fixture->path, "new", 3, 0600, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  assert_holds (fixture->path, "old");
  plain_user_end ();
}

/* A limit on the size of files stands for a full disk: a write stops half-way. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *big = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit tight;

  g_assert_true (taut_file_replace (fixture->path, "old", 3, 0600, NULL));

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  tight = before;
  tight.rlim_cur = 50000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  g_assert_false (taut_file_replace (fixture->path, big, 100000, 0600, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "Cannot write "));
  assert_holds (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/base/file/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("replace", test_replace);
  ADD ("umask", test_umask);
  ADD ("link", test_link);
  ADD ("long-name", test_long_name);
  ADD ("no-place", test_no_place);
  ADD ("read-only", test_read_only);
  ADD ("full", test_full);
#undef ADD

  return g_test_run ();
}
