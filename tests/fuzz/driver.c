/* driver.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gives each file of the folders that are named to a fuzz target, and each file
 * cut at several places: the corpus as an ordinary test, without libFuzzer. */

#include "config.h"

#include "fuzz.h"

#define N_CUTS 16

static void
replay (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  for (guint i = 0; i <= N_CUTS; i++)
    {
      /* A copy without a byte to spare lets a sanitizer see reads beyond. */
      gsize length = size * i / N_CUTS;
      g_autofree guint8 *exact = g_memdup2 (contents, length);

      LLVMFuzzerTestOneInput (exact, length);
    }
}

static void
test_folder (gconstpointer data)
{
  const char *folder = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_test_message ("%s", name);
      replay (path);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *path = g_strconcat ("/fuzz/corpus/", name, NULL);

      g_test_add_data_func (path, argv[i], test_folder);
    }

  return g_test_run ();
}
