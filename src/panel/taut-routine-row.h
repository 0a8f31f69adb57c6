/* taut-routine-row.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-care-state.h"

G_BEGIN_DECLS

/**
 * TautRoutineRow:
 *
 * A routine: opened, it shows the dose in large figures, the steps, what it
 * should feel like, when to stop and where not to press. One that is planned
 * also shows its days and times; a proposal has a button to add it.
 *
 * Signals: "weekdays-chosen" (days), "time-changed" (index, minute),
 * "time-added", "time-removed" (index).
 */
#define TAUT_TYPE_ROUTINE_ROW (taut_routine_row_get_type ())

G_DECLARE_FINAL_TYPE (TautRoutineRow, taut_routine_row, TAUT, ROUTINE_ROW, AdwExpanderRow)

GtkWidget *taut_routine_row_new       (void);
void       taut_routine_row_set_entry (TautRoutineRow      *self,
                                       const TautCareEntry *entry);

G_END_DECLS
