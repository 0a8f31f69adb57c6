/* taut-own-routine-dialog.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautOwnRoutineDialog:
 *
 * Writes or changes a routine of the person's own: name, steps, dose, picture. A new
 * one is planned for every day at once.
 */
#define TAUT_TYPE_OWN_ROUTINE_DIALOG (taut_own_routine_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TautOwnRoutineDialog, taut_own_routine_dialog, TAUT, OWN_ROUTINE_DIALOG, AdwWindow)

/* @routine: (nullable): a new one is written without it */
GtkWidget *taut_own_routine_dialog_new  (TautRecord           *record,
                                         TautOwnRoutine       *routine,
                                         const GDate          *today);

/* Takes a picture from a file; says why where it cannot. */
void       taut_own_routine_dialog_load (TautOwnRoutineDialog *self,
                                         GFile                *file);

/* What the button "Save" does. */
void       taut_own_routine_dialog_save (TautOwnRoutineDialog *self);

G_END_DECLS
