/* taut-record-store.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-record-store"

#include "config.h"

#include "taut-record-store.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "taut-file.h"
#include "taut-record-json.h"

#define FOLDER_MODE 0700
#define FILE_MODE 0600
#define ASIDE_FOLDER "aside"
#define ASIDE_MAX 100000

/* One byte more than a record may have is enough to see that it is too large. */
static GBytes *
read_file (const char  *path,
           GError     **error)
{
  const gsize limit = TAUT_RECORD_JSON_MAX_BYTES + 1;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *data = NULL;
  gsize size = 0;

  g_assert (path != NULL);

  /* GLib names the file when it cannot be opened, but not when it cannot be read. */
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  data = g_malloc (limit);
  if (g_input_stream_read_all (G_INPUT_STREAM (stream), data, limit, &size, NULL, &cause))
    return g_bytes_new_take (g_realloc (g_steal_pointer (&data), MAX (size, 1)), size);

  g_set_error (error, cause->domain, cause->code, "Cannot read %s: %s", name, cause->message);

  return NULL;
}

static TautRecord *
read_record (const char  *path,
             GError     **error)
{
  g_autoptr (GBytes) bytes = read_file (path, error);
  g_autofree char *name = g_filename_display_name (path);

  g_assert (path != NULL);

  return bytes != NULL ? taut_record_json_read (bytes, name, error) : NULL;
}

/* A name in @folder that nobody has, such as "record-1.json". The empty file that
 * stands there then keeps the name until the damaged file takes it. */
static char *
reserve_name (const char *folder,
              const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  int stem = dot != NULL && dot > name ? (int) (dot - name) : (int) strlen (name);

  g_assert (folder != NULL);
  g_assert (path != NULL);

  for (guint i = 1; i < ASIDE_MAX; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%.*s-%u%s", stem, name, i, name + stem);
      g_autofree char *place = g_build_filename (folder, numbered, NULL);
      int fd = g_open (place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);

      if (fd >= 0)
        {
          close (fd);
          return g_steal_pointer (&place);
        }
      if (errno != EEXIST)
        return NULL;
    }

  return NULL;
}

/* Moves @path into the folder beside it. Sets errno and returns NULL where that
 * cannot be; then @path is untouched. */
static char *
put_aside (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_build_filename (parent, ASIDE_FOLDER, NULL);
  g_autofree char *place = NULL;

  g_assert (path != NULL);

  if (g_mkdir (folder, FOLDER_MODE) != 0 && errno != EEXIST)
    return NULL;
  place = reserve_name (folder, path);
  if (place == NULL)
    return NULL;
  if (g_rename (path, place) != 0)
    {
      int code = errno;

      g_unlink (place);
      errno = code;
      return NULL;
    }

  return g_steal_pointer (&place);
}

/* Adds to the message of @error what became of the damaged file. */
static char *
handle_damage (const char *path,
               GError     *error)
{
  g_autofree char *place = put_aside (path);
  g_autofree char *cause = NULL;
  int code = errno;

  g_assert (path != NULL);
  g_assert (error != NULL);

  cause = g_steal_pointer (&error->message);
  if (place != NULL)
    {
      g_autofree char *name = g_filename_display_name (place);

      error->message = g_strdup_printf ("%s; the damaged file is kept as %s", cause, name);
    }
  else
    {
      error->message = g_strdup_printf ("%s; the damaged file cannot be moved aside: %s",
                                        cause, g_strerror (code));
    }

  return g_steal_pointer (&place);
}

TautRecord *
taut_record_store_read (const char  *path,
                        GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_record (path, error);
}

gboolean
taut_record_store_load (const char  *path,
                        TautRecord **record_out,
                        char       **aside,
                        GError     **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (record_out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (aside != NULL)
    *aside = NULL;
  *record_out = read_record (path, &cause);
  if (*record_out != NULL || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  if (g_error_matches (cause, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT))
    place = handle_damage (path, cause);
  if (aside != NULL)
    *aside = g_steal_pointer (&place);
  g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}

gboolean
taut_record_store_save (const char  *path,
                        TautRecord  *record,
                        GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (TAUT_IS_RECORD (record), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  bytes = taut_record_json_write (record);
  if (g_bytes_get_size (bytes) > TAUT_RECORD_JSON_MAX_BYTES)
    {
      g_autofree char *name = g_filename_display_name (path);

      /* It could not be read again. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   "Cannot write %s: the record is larger than the %d MiB that it may have",
                   name, TAUT_RECORD_JSON_MAX_BYTES >> 20);
      return FALSE;
    }

  return taut_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                            FILE_MODE, error);
}

/* Home */

static void
tighten (const char *path,
         mode_t      mode)
{
  struct stat status;

  g_assert (path != NULL);

  if (stat (path, &status) == 0 && (status.st_mode & 0777 & ~mode) != 0
      && g_chmod (path, status.st_mode & mode) != 0)
    g_warning ("Others may read %s: %s", path, g_strerror (errno));
}

/* A save that was killed leaves its temporary file. One that is older than the
 * record belongs to no save that still runs. */
static void
remove_leftovers (const char *folder,
                  const char *record_path)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  struct stat record;

  g_assert (folder != NULL);
  g_assert (record_path != NULL);

  if (dir == NULL || stat (record_path, &record) != 0)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      if (g_str_has_prefix (name, TAUT_FILE_TEMPORARY_PREFIX)
          && lstat (path, &status) == 0
          && S_ISREG (status.st_mode)
          && status.st_mtime < record.st_mtime)
        g_unlink (path);
    }
}

char *
taut_record_store_get_home (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "tautline", NULL);
  g_autofree char *path = g_build_filename (folder, "record.json", NULL);

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      int code = errno;
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   "Cannot make the folder %s: %s", name, g_strerror (code));
      return NULL;
    }

  tighten (folder, FOLDER_MODE);
  tighten (path, FILE_MODE);
  remove_leftovers (folder, path);

  return g_steal_pointer (&path);
}
