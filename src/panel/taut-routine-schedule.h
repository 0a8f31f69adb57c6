/* taut-routine-schedule.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-care-state.h"

G_BEGIN_DECLS

/**
 * TautRoutineSchedule:
 *
 * The days, times, first and last day and the dose of a planned routine, to be
 * changed.
 *
 * Signals: "changed" (TautPlanItem): the item as the person wants it; "time-set"
 * (index, minute): a time is wished, one past the last adds it. The owner answers
 * with show().
 */
#define TAUT_TYPE_ROUTINE_SCHEDULE (taut_routine_schedule_get_type ())

G_DECLARE_FINAL_TYPE (TautRoutineSchedule, taut_routine_schedule, TAUT, ROUTINE_SCHEDULE, GtkWidget)

/* @entry: of a planned routine */
void taut_routine_schedule_show (TautRoutineSchedule *self,
                                 const TautCareEntry *entry,
                                 const GDate         *today);

G_END_DECLS
