/* taut-cell-set.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-cell-set"

#include "config.h"

#include "taut-cell-set.h"

typedef struct
{
  guint32 cell;
  float weight;
} Entry;

static int
compare_entries (const void *a,
                 const void *b)
{
  const Entry *first = a;
  const Entry *second = b;

  g_assert (first != NULL);
  g_assert (second != NULL);

  return (first->cell > second->cell) - (first->cell < second->cell);
}

static TautCellSet *
allocate (guint n_cells)
{
  TautCellSet *set = g_new0 (TautCellSet, 1);

  set->cells = g_new (guint32, MAX (n_cells, 1));
  set->weights = g_new (float, MAX (n_cells, 1));
  return set;
}

static void
append (TautCellSet *set,
        guint32      cell,
        float        weight)
{
  g_assert (set != NULL);

  set->cells[set->n_cells] = cell;
  set->weights[set->n_cells] = weight;
  set->n_cells++;
}

TautCellSet *
taut_cell_set_new (const guint32 *cells,
                   const float   *weights,
                   guint          n_cells)
{
  g_autofree Entry *entries = NULL;
  TautCellSet *set;

  g_return_val_if_fail (cells != NULL || n_cells == 0, NULL);
  g_return_val_if_fail (weights != NULL || n_cells == 0, NULL);

  entries = g_new (Entry, MAX (n_cells, 1));
  for (guint i = 0; i < n_cells; i++)
    entries[i] = (Entry) { cells[i], weights[i] };
  qsort (entries, n_cells, sizeof *entries, compare_entries);

  set = allocate (n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      float weight = MIN (entries[i].weight, 1.0f);

      if (!(weight > 0))
        continue;
      if (set->n_cells > 0 && set->cells[set->n_cells - 1] == entries[i].cell)
        set->weights[set->n_cells - 1] = MAX (set->weights[set->n_cells - 1], weight);
      else
        append (set, entries[i].cell, weight);
    }
  return set;
}

void
taut_cell_set_free (TautCellSet *set)
{
  if (set == NULL)
    return;

  g_free (set->cells);
  g_free (set->weights);
  g_free (set);
}

float
taut_cell_set_get_weight (const TautCellSet *set,
                          guint              cell)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (set != NULL, 0);

  high = set->n_cells;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (set->cells[middle] < cell)
        low = middle + 1;
      else
        high = middle;
    }
  return low < set->n_cells && set->cells[low] == cell ? set->weights[low] : 0;
}

TautCellSet *
taut_cell_set_unite (const TautCellSet *a,
                     const TautCellSet *b)
{
  TautCellSet *set;
  guint i = 0;
  guint j = 0;

  g_return_val_if_fail (a != NULL, NULL);
  g_return_val_if_fail (b != NULL, NULL);

  set = allocate (a->n_cells + b->n_cells);
  while (i < a->n_cells || j < b->n_cells)
    {
      if (j == b->n_cells || (i < a->n_cells && a->cells[i] < b->cells[j]))
        {
          append (set, a->cells[i], a->weights[i]);
          i++;
        }
      else if (i == a->n_cells || b->cells[j] < a->cells[i])
        {
          append (set, b->cells[j], b->weights[j]);
          j++;
        }
      else
        {
          append (set, a->cells[i], MAX (a->weights[i], b->weights[j]));
          i++;
          j++;
        }
    }
  return set;
}
