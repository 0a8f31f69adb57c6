/* taut-resources.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-resources"

#include "config.h"

#include "taut-resources.h"

#define BUNDLE "tautline.gresource"

/* A program that runs in place lies in BUILD/src, the bundle in BUILD/resources. */
static char *
find_bundle_in_build (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *build = NULL;
  g_autofree char *path = NULL;

  if (program == NULL)
    return NULL;

  folder = g_path_get_dirname (program);
  name = g_path_get_basename (folder);
  build = g_path_get_dirname (folder);
  path = g_build_filename (build, "resources", BUNDLE, NULL);
  if (strcmp (name, "src") != 0 || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;

  return g_steal_pointer (&path);
}

static char *
find_bundle (void)
{
  const char *named = g_getenv ("TAUTLINE_RESOURCES");
  char *path;

  if (named != NULL && *named != '\0')
    return g_strdup (named);

  path = find_bundle_in_build ();

  return path != NULL ? path : g_build_filename (PKGDATADIR, BUNDLE, NULL);
}

/* A bundle that was cut short lacks some of what its table names. To find that out
 * here costs next to nothing; a widget without its template would end the program. */
static gboolean
is_whole (GResource  *bundle,
          const char *folder)
{
  g_auto (GStrv) children = NULL;
  gboolean whole;

  g_assert (folder != NULL);

  children = g_resource_enumerate_children (bundle, folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  whole = children != NULL && children[0] != NULL;

  for (guint i = 0; whole && children[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, children[i], NULL);

      /* A name that lies beyond the end of the file is read as an empty one. */
      if (*children[i] == '\0')
        whole = FALSE;
      else if (g_str_has_suffix (path, "/"))
        whole = is_whole (bundle, path);
      else
        whole = g_resource_get_info (bundle, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
    }

  return whole;
}

static GResource *
load_bundle (const char  *path,
             GError     **error)
{
  g_autoptr (GResource) bundle = NULL;

  g_assert (path != NULL);

  bundle = g_resource_load (path, error);
  if (bundle != NULL && !is_whole (bundle, TAUT_RESOURCE_PREFIX "/"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a part of the file is missing");
      return NULL;
    }

  return g_steal_pointer (&bundle);
}

gboolean
taut_resources_register (GError **error)
{
  static GResource *bundle = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (bundle != NULL)
    return TRUE;

  path = find_bundle ();
  bundle = load_bundle (path, &cause);
  if (bundle == NULL)
    {
      /* GLib tells only of some damage that the file is "invalid": name the file
       * and what it is for in every case. */
      g_set_error (error, G_IO_ERROR,
                   g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT)
                   ? G_IO_ERROR_NOT_FOUND : G_IO_ERROR_FAILED,
                   "Cannot read Tautline's resources from %s: %s",
                   path, cause->message);
      return FALSE;
    }

  g_resources_register (bundle);

  return TRUE;
}

GBytes *
taut_resources_lookup (const char  *path,
                       GError     **error)
{
  g_autofree char *full = NULL;
  g_autoptr (GError) cause = NULL;
  GBytes *bytes;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  full = g_strconcat (TAUT_RESOURCE_PREFIX "/", path, NULL);
  bytes = g_resources_lookup_data (full, G_RESOURCE_LOOKUP_FLAGS_NONE, &cause);
  if (bytes == NULL)
    g_set_error (error, G_IO_ERROR,
                 g_error_matches (cause, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND)
                 ? G_IO_ERROR_NOT_FOUND : G_IO_ERROR_FAILED,
                 "The resource %s is missing or broken: %s", path, cause->message);

  return bytes;
}

GFile *
taut_resources_get_file (const char *path)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  uri = g_strconcat ("resource://" TAUT_RESOURCE_PREFIX "/", path, NULL);

  return g_file_new_for_uri (uri);
}
