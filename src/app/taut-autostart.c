/* taut-autostart.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-autostart"

#include "config.h"

#include "taut-autostart.h"

#include <errno.h>

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "taut-application.h"

#define OPTION "--gapplication-service"
#define PROGRAM "tautline"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", TAUT_APPLICATION_ID ".desktop",
                           NULL);
}

char *
taut_autostart_quote (const char *path)
{
  GString *quoted = g_string_new ("\"");

  g_return_val_if_fail (path != NULL, g_string_free (quoted, FALSE));

  for (const char *c = path; *c != '\0'; c++)
    {
      if (strchr ("\"`$\\", *c) != NULL)
        g_string_append_c (quoted, '\\');
      if (*c == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *c);
    }
  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

/* By its name where that finds this very program, as it may move with an update;
 * otherwise by its path. */
static char *
get_command (void)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *found = g_find_program_in_path (PROGRAM);
  g_autofree char *quoted = NULL;

  if (own == NULL || g_strcmp0 (own, found) == 0)
    return g_strdup (PROGRAM " " OPTION);

  quoted = taut_autostart_quote (own);

  return g_strconcat (quoted, " " OPTION, NULL);
}

static gboolean
write_entry (const char  *path,
             GError     **error)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *command = get_command ();

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", folder,
                   g_strerror (code));
      return FALSE;
    }

  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE,
                         G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME,
                         _("Tautline"));
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_COMMENT,
                         _("Reminders of your care"));
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON,
                         TAUT_APPLICATION_ID);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TERMINAL, FALSE);

  return g_key_file_save_to_file (entry, path, error);
}

gboolean
taut_autostart_is_set (void)
{
  g_autofree char *path = get_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

gboolean
taut_autostart_set (gboolean   starts,
                    GError   **error)
{
  g_autofree char *path = get_path ();

  if (starts)
    return write_entry (path, error);

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path,
                   g_strerror (code));
      return FALSE;
    }

  return TRUE;
}
