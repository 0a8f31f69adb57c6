/* taut-week-cells.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the sessions of a week's grid stand: each in a cell, a child of the grid
 * with the class "day". */

typedef gboolean (* TautWeekCellsFunc) (GtkWidget *session,
                                        gpointer   user_data);

/* Calls @func for each session until it answers with %TRUE, and returns that one;
 * without @func the first. (nullable) (transfer none) */
GtkWidget *taut_week_cells_find           (GtkGrid           *grid,
                                           TautWeekCellsFunc  func,
                                           gpointer           user_data);

/* Of the cell that @widget is or stands in. */
int        taut_week_cells_get_column     (GtkGrid           *grid,
                                           GtkWidget         *widget);
int        taut_week_cells_get_row        (GtkGrid           *grid,
                                           GtkWidget         *widget);

/* The nearest session in a direction: along the row for a step of columns, in the
 * next row that has one for a step of rows. (nullable) (transfer none) */
GtkWidget *taut_week_cells_find_neighbour (GtkGrid           *grid,
                                           GtkWidget         *from,
                                           int                row_step,
                                           int                column_step);

G_END_DECLS
