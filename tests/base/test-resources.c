/* test-resources.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-resources.h"

#include <unistd.h>

#include <glib/gstdio.h>

static void
try_bundle (const char *path,
            int         code)
{
  g_autofree char *start = g_strdup_printf ("Cannot read Tautline's resources from %s: ", path);
  g_autoptr (GError) error = NULL;

  g_setenv ("TAUTLINE_RESOURCES", path, TRUE);
  g_assert_false (taut_resources_register (&error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static void
test_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("taut-resources-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.gresource", NULL);

  try_bundle ("/no/such/bundle", G_IO_ERROR_NOT_FOUND);
  try_bundle (folder, G_IO_ERROR_FAILED);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  try_bundle (path, G_IO_ERROR_FAILED);
  g_assert_true (g_file_set_contents (path, "GVariant, but not really", -1, NULL));
  try_bundle (path, G_IO_ERROR_FAILED);

  g_remove (path);
  g_rmdir (folder);
}

/* A bundle that an installation cut short, wherever that was. */
static void
test_cut (void)
{
  const guint n_cuts = 400;
  g_autofree char *bundle = g_strdup (g_getenv ("TAUTLINE_RESOURCES"));
  g_autofree char *folder = g_dir_make_tmp ("taut-resources-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.gresource", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size;

  g_assert_nonnull (bundle);
  g_assert_true (g_file_get_contents (bundle, &data, &size, &error));
  g_assert_true (g_file_set_contents (path, data, size, &error));
  g_assert_no_error (error);

  for (guint i = 1; i <= n_cuts; i++)
    {
      g_assert_cmpint (truncate (path, (off_t) (size - size / n_cuts * i)), ==, 0);
      try_bundle (path, G_IO_ERROR_FAILED);
    }

  g_remove (path);
  g_rmdir (folder);
  g_setenv ("TAUTLINE_RESOURCES", bundle, TRUE);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = taut_resources_get_file ("atlas/areas.json");
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_null (taut_resources_lookup ("no/such.json", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "The resource no/such.json is missing"));
  g_assert_cmpstr (uri, ==, "resource:///org/tautline/Tautline/atlas/areas.json");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/resources/cut", test_cut);
  g_test_add_func ("/base/resources/damaged", test_damaged);
  g_test_add_func ("/base/resources/missing", test_missing);

  return g_test_run ();
}
