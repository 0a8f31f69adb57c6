/* taut-record-store.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-record.h"

G_BEGIN_DECLS

/**
 * taut_record_store_read:
 * @path: a record file
 * @error: return location of an error, which names the file
 *
 * Reads a record and touches nothing.
 *
 * Returns: (transfer full) (nullable): the record
 */
TautRecord *taut_record_store_read     (const char   *path,
                                        GError      **error);

/**
 * taut_record_store_load:
 * @path: a record file
 * @record_out: (out) (nullable): the record, or %NULL when there is no such file
 * @aside: (out) (optional) (nullable): where a damaged file was moved to
 * @error: return location of an error
 *
 * For the record that the app keeps. A file that is damaged is moved, unchanged,
 * to the folder `aside` beside it and named in @aside and @error; one of a newer
 * version, or one that cannot be read, stays where it is.
 *
 * When this fails and @aside is %NULL, a file is still at @path: nothing may be
 * saved over it.
 *
 * Returns: %TRUE when the file was read or does not exist
 */
gboolean    taut_record_store_load     (const char   *path,
                                        TautRecord  **record_out,
                                        char        **aside,
                                        GError      **error);

/* Safely on disk when this returns %TRUE; else the file is what it was. */
gboolean    taut_record_store_save     (const char   *path,
                                        TautRecord   *record,
                                        GError      **error);

/* `$XDG_DATA_HOME/tautline/record.json`; makes the folder, 0700. */
char       *taut_record_store_get_home (GError      **error);

G_END_DECLS
