/* taut-week-cells.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-week-cells"

#include "config.h"

#include "taut-week-cells.h"

static GtkWidget *
find_cell (GtkGrid   *grid,
           GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (grid))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

GtkWidget *
taut_week_cells_find (GtkGrid           *grid,
                      TautWeekCellsFunc  func,
                      gpointer           user_data)
{
  g_return_val_if_fail (GTK_IS_GRID (grid), NULL);

  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (grid)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      if (!gtk_widget_has_css_class (cell, "day"))
        continue;

      for (GtkWidget *session = gtk_widget_get_first_child (cell); session != NULL;
           session = gtk_widget_get_next_sibling (session))
        {
          if (GTK_IS_BUTTON (session) && (func == NULL || func (session, user_data)))
            return session;
        }
    }

  return NULL;
}

int
taut_week_cells_get_column (GtkGrid   *grid,
                            GtkWidget *widget)
{
  GtkWidget *cell;
  int column = 0;

  g_return_val_if_fail (GTK_IS_GRID (grid), 0);

  cell = find_cell (grid, widget);
  if (cell != NULL)
    gtk_grid_query_child (grid, cell, &column, NULL, NULL, NULL);

  return column;
}

int
taut_week_cells_get_row (GtkGrid   *grid,
                         GtkWidget *widget)
{
  GtkWidget *cell;
  int row = 0;

  g_return_val_if_fail (GTK_IS_GRID (grid), 0);

  cell = find_cell (grid, widget);
  if (cell != NULL)
    gtk_grid_query_child (grid, cell, NULL, &row, NULL, NULL);

  return row;
}

typedef struct
{
  GtkGrid *grid;
  int row;
  int column;
  int row_step;
  int column_step;
  GtkWidget *best;
  int best_distance;
} Search;

static gboolean
compare_session (GtkWidget *session,
                 gpointer   user_data)
{
  Search *search = user_data;
  int rows = taut_week_cells_get_row (search->grid, session) - search->row;
  int columns = taut_week_cells_get_column (search->grid, session) - search->column;
  int along = search->row_step != 0 ? rows * search->row_step : columns * search->column_step;
  int across = search->row_step != 0 ? ABS (columns) : ABS (rows);
  int distance;

  if (along <= 0 || (search->column_step != 0 && across != 0))
    return FALSE;

  distance = along * (search->row_step != 0 ? 100 : 1) + across;
  if (search->best == NULL || distance < search->best_distance)
    {
      search->best = session;
      search->best_distance = distance;
    }

  return FALSE;
}

GtkWidget *
taut_week_cells_find_neighbour (GtkGrid   *grid,
                                GtkWidget *from,
                                int        row_step,
                                int        column_step)
{
  Search search = { .grid = grid, .row_step = row_step, .column_step = column_step };
  GtkWidget *sibling = NULL;

  g_return_val_if_fail (GTK_IS_GRID (grid), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);

  if (column_step > 0)
    sibling = gtk_widget_get_next_sibling (from);
  else if (column_step < 0)
    sibling = gtk_widget_get_prev_sibling (from);
  if (sibling != NULL)
    return sibling;

  search.row = taut_week_cells_get_row (grid, from);
  search.column = taut_week_cells_get_column (grid, from);
  taut_week_cells_find (grid, compare_session, &search);

  return search.best;
}
