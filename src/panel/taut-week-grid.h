/* taut-week-grid.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-week-state.h"

G_BEGIN_DECLS

/**
 * TautWeekGrid:
 *
 * A week of the plan: a row for each routine, a column for each day, a button for
 * each session. One Tab stop; arrow keys go from session to session, Enter and
 * Space tick one, or open the menu of one that is still to come, Alt with Left and Right moves it to another day, Delete leaves
 * it out, Menu opens its menu. A session can also be dragged to another day.
 *
 * Signals: "chosen" (key, outcome): @outcome is a TautOutcome, or -1 to take back
 * what was said; "moved" (key, weekday): to that day of the week, 0 is Monday;
 * "left-out" (key).
 * CSS node: weekgrid; buttons have the classes session and done, open, missed,
 * sore or skipped, and ahead.
 */
#define TAUT_TYPE_WEEK_GRID (taut_week_grid_get_type ())

G_DECLARE_FINAL_TYPE (TautWeekGrid, taut_week_grid, TAUT, WEEK_GRID, GtkWidget)

GtkWidget *taut_week_grid_new       (void);

/* Shows @state; the session that has the focus keeps it, also when it is moved. */
void       taut_week_grid_set_state (TautWeekGrid        *self,
                                     const TautWeekState *state);

G_END_DECLS
