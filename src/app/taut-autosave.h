/* taut-autosave.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-clock.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautAutosaveState:
 * @TAUT_AUTOSAVE_EMPTY: no record is kept in a file
 * @TAUT_AUTOSAVE_SAVED: the file holds what the record holds
 * @TAUT_AUTOSAVE_WAITING: a change will be written within a second
 * @TAUT_AUTOSAVE_FAILED: the last attempt failed; there will be another
 */
typedef enum
{
  TAUT_AUTOSAVE_EMPTY,
  TAUT_AUTOSAVE_SAVED,
  TAUT_AUTOSAVE_WAITING,
  TAUT_AUTOSAVE_FAILED,
} TautAutosaveState;

/**
 * TautAutosave:
 *
 * Keeps a record's file in step with the record: every change is on disk within
 * a second. What cannot be written stays in memory and is tried again.
 *
 * Properties: "state" (unsigned int, a TautAutosaveState, read-only),
 * "record" (TautRecord, read-only).
 */
#define TAUT_TYPE_AUTOSAVE (taut_autosave_get_type ())

G_DECLARE_FINAL_TYPE (TautAutosave, taut_autosave, TAUT, AUTOSAVE, GObject)

TautAutosave      *taut_autosave_new          (TautClock     *clock);

/**
 * taut_autosave_open:
 * @self: an autosave that has nothing unsaved
 * @path: a file that the person named; it need not exist
 * @error: return location of an error
 *
 * Reads @path and watches what it holds from now on.
 *
 * Returns: %FALSE when @path is no record that can be read here; it stays where
 *   it is, and what was watched is watched still
 */
gboolean           taut_autosave_open         (TautAutosave  *self,
                                               const char    *path,
                                               GError       **error);

/**
 * taut_autosave_open_home:
 * @self: an autosave that has nothing unsaved
 * @path: the record that the app itself keeps; it need not exist
 * @aside: (out) (optional): where a damaged file was set aside, or %NULL
 * @error: return location of an error
 *
 * As taut_autosave_open(), but a damaged file is set aside, and a new record is
 * watched in its place: then @aside and @error are set and the result is %TRUE.
 *
 * Returns: %FALSE when the file must not be touched, as it is of a newer
 *   version or cannot be read; what was watched is watched still
 */
gboolean           taut_autosave_open_home    (TautAutosave  *self,
                                               const char    *path,
                                               char         **aside,
                                               GError       **error);

/* Watches a new, empty record instead, kept in @path from its first change. */
void               taut_autosave_start        (TautAutosave  *self,
                                               const char    *path);

/* Holds @record instead, and keeps it nowhere: its changes are gone with it. */
void               taut_autosave_hold         (TautAutosave  *self,
                                               TautRecord    *record);

/* Writes what is not written yet, now. */
gboolean           taut_autosave_flush        (TautAutosave  *self,
                                               GError       **error);

/* Stops watching; what is unsaved is given up. */
void               taut_autosave_close        (TautAutosave  *self);

TautAutosaveState  taut_autosave_get_state    (TautAutosave  *self);
TautRecord        *taut_autosave_get_record   (TautAutosave  *self);

/* (nullable): a record that is only held has none */
const char        *taut_autosave_get_path     (TautAutosave  *self);

/* When the file was last written here; (nullable) */
GDateTime         *taut_autosave_get_saved_at (TautAutosave  *self);

/* Why the last attempt failed; (nullable) */
const GError      *taut_autosave_get_error    (TautAutosave  *self);

G_END_DECLS
