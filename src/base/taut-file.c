/* taut-file.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-file"

#include "config.h"

#include "taut-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

static gboolean
fail (const char  *path,
      int          code,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  /* That is what find_target() says of a device or a pipe. */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               "Cannot write %s: %s", name,
               code == EINVAL ? "It is not a regular file" : g_strerror (code));

  return FALSE;
}

/* The file that a write to @path ends in: renaming over a link would cut it.
 * Sets errno and returns NULL for what is no file. @kept_mode takes the
 * permissions of a file that is there, else -1. */
static char *
find_target (const char *path,
             int        *kept_mode)
{
  struct stat status;

  g_assert (path != NULL);
  g_assert (kept_mode != NULL);

  *kept_mode = -1;

  if (stat (path, &status) == 0)
    {
      if (!S_ISREG (status.st_mode))
        {
          errno = S_ISDIR (status.st_mode) ? EISDIR : EINVAL;
          return NULL;
        }
      /* Renaming would get round a write protection. */
      if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
        return NULL;
      *kept_mode = status.st_mode & 0777;
    }
  else if (errno != ENOENT)
    {
      return NULL;
    }

  if (lstat (path, &status) == 0 && S_ISLNK (status.st_mode))
    {
      g_autofree char *place = realpath (path, NULL);

      return g_strdup (place);
    }

  return g_strdup (path);
}

static gboolean
write_all (int         fd,
           const char *data,
           gsize       size)
{
  g_assert (data != NULL || size == 0);

  while (size > 0)
    {
      /* One call writes at most 2 GiB. */
      gssize n = write (fd, data, MIN (size, 1 << 30));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= n;
    }

  return TRUE;
}

/* Returns 0 or an errno. */
static int
fill (int         fd,
      const void *data,
      gsize       size,
      int         kept_mode)
{
  int code = 0;

  if ((kept_mode >= 0 && fchmod (fd, kept_mode) != 0)
      || !write_all (fd, data, size)
      || fsync (fd) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;

  return code;
}

/* Makes a rename last. File systems that cannot sync a folder say EINVAL; the
 * new contents are in place whatever comes of it. */
static void
sync_folder (const char *folder)
{
  int fd;

  g_assert (folder != NULL);

  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd < 0)
    return;

  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOTSUP)
    g_warning ("Cannot sync %s: %s", folder, g_strerror (errno));
  close (fd);
}

gboolean
taut_file_replace (const char  *path,
                   const void  *data,
                   gsize        size,
                   int          mode,
                   GError     **error)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  int kept_mode;
  int code;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  target = find_target (path, &kept_mode);
  if (target == NULL)
    return fail (path, errno, error);

  /* Not made from the file's own name, which may be as long as a name can be. */
  folder = g_path_get_dirname (target);
  temporary = g_build_filename (folder, TAUT_FILE_TEMPORARY_PREFIX "XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC,
                       kept_mode >= 0 ? 0600 : mode);
  if (fd < 0)
    return fail (path, errno, error);

  code = fill (fd, data, size, kept_mode);
  if (code == 0 && g_rename (temporary, target) != 0)
    code = errno;
  if (code != 0)
    {
      g_unlink (temporary);
      return fail (path, code, error);
    }

  sync_folder (folder);

  return TRUE;
}
