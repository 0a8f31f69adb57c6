/* taut-environment.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-environment"

#include "config.h"

#include "taut-environment.h"

#include <locale.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#define SETTINGS_ID "org.tautline.Tautline"
#define COMPILED_SCHEMAS "gschemas.compiled"
#define CATALOGUE GETTEXT_PACKAGE ".mo"

/* A folder that the build makes beside the program's own, such as
 * `_build/resources`. */
static char *
get_build_folder (const char *name,
                  const char *file)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *program_folder = NULL;
  g_autofree char *build_folder = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  g_assert (name != NULL);

  if (program == NULL)
    return NULL;

  program_folder = g_path_get_dirname (program);
  build_folder = g_path_get_dirname (program_folder);
  folder = g_build_filename (build_folder, name, NULL);
  path = g_build_filename (folder, file, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&folder) : NULL;
}

static char *
get_locale_folder (void)
{
  char *folder = get_build_folder ("po", NULL);

  return folder != NULL ? folder : g_strdup (LOCALEDIR);
}

void
taut_environment_prepare (void)
{
  g_autofree char *schemas = get_build_folder ("resources", COMPILED_SCHEMAS);
  g_autofree char *locale_folder = get_locale_folder ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (schemas != NULL)
    g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, FALSE);
}

gboolean
taut_environment_set_language (const char *language)
{
  g_autofree char *folder = NULL;
  g_autofree char *catalogue = NULL;

  g_return_val_if_fail (language != NULL, FALSE);

  folder = get_locale_folder ();
  catalogue = g_build_filename (folder, language, "LC_MESSAGES", CATALOGUE, NULL);

  /* gettext looks at LANGUAGE only where the locale is not plain C. */
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");

  if (strchr (language, G_DIR_SEPARATOR) == NULL && g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_setenv ("LANGUAGE", language, TRUE);
      return TRUE;
    }

  g_setenv ("LANGUAGE", "en", TRUE);

  return g_strcmp0 (language, "en") == 0 || g_str_has_prefix (language, "en_");
}

/* g_settings_new() would end the program where the schema is missing. */
GSettings *
taut_environment_open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SETTINGS_ID, TRUE);

  if (schema == NULL)
    {
      g_message ("The settings schema %s is not installed: nothing is remembered of the window",
                 SETTINGS_ID);
      return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}

static TautClock *
new_clock_from_iso (const char  *text,
                    GError     **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (text, zone);

  if (now == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "TAUTLINE_NOW: expected an ISO 8601 date and time, found \"%s\"", text);
      return NULL;
    }

  return taut_clock_new_fixed (now);
}

static TautClock *
new_clock_from_epoch (const char  *text,
                      GError     **error)
{
  g_autoptr (GDateTime) now = NULL;
  gint64 seconds;

  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &seconds, NULL))
    now = g_date_time_new_from_unix_local (seconds);

  if (now == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "SOURCE_DATE_EPOCH: expected seconds since 1970, found \"%s\"", text);
      return NULL;
    }

  return taut_clock_new_fixed (now);
}

TautClock *
taut_environment_new_clock (GError **error)
{
  const char *now = g_getenv ("TAUTLINE_NOW");
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  if (now != NULL)
    return new_clock_from_iso (now, error);

  if (epoch != NULL)
    return new_clock_from_epoch (epoch, error);

  return taut_clock_new_system ();
}
