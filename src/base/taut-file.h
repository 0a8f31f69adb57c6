/* taut-file.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Temporary files begin with this; one that stays after a kill is harmless. */
#define TAUT_FILE_TEMPORARY_PREFIX ".tautline-"

/**
 * taut_file_replace:
 * @path: the file to put in place
 * @data: its new contents, @size bytes
 * @size: the number of bytes
 * @mode: permissions of a new file, such as 0600; the umask applies
 * @error: return location of an error
 *
 * Writes a temporary file beside @path, syncs it, renames it over @path and
 * syncs the folder. A file that is there keeps its permissions, and a link
 * stays a link. On failure @path is what it was and no temporary file stays
 * behind.
 *
 * Returns: %TRUE when the new contents are safely on disk
 */
gboolean taut_file_replace (const char  *path,
                            const void  *data,
                            gsize        size,
                            int          mode,
                            GError     **error);

G_END_DECLS
