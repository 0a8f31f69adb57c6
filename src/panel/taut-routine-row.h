/* taut-routine-row.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-care-state.h"
#include "taut-picture-book.h"

G_BEGIN_DECLS

/**
 * TautRoutineRow:
 *
 * A routine: opened, it shows the dose in large figures, the steps, what it
 * should feel like, when to stop and where not to press. One that is planned can
 * be changed there, and dragged to another place by its handle; Alt with Up and
 * Down moves it, too. A proposal has a button to add it.
 *
 * Signals: "changed" (TautPlanItem): the person wants the item so; "time-set"
 * (index, minute): a time is wished, one past the last adds it; "moved" (step): up
 * or down in the plan.
 */
#define TAUT_TYPE_ROUTINE_ROW (taut_routine_row_get_type ())

G_DECLARE_FINAL_TYPE (TautRoutineRow, taut_routine_row, TAUT, ROUTINE_ROW, AdwExpanderRow)

GtkWidget *taut_routine_row_new       (void);
void       taut_routine_row_set_entry (TautRoutineRow      *self,
                                       TautPictureBook     *book,
                                       const TautCareEntry *entry,
                                       const GDate         *today);

G_END_DECLS
