/* taut-cell-set.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TautCellSet:
 * @cells: ids of skin cells, rising
 * @weights: one weight for each, above 0 up to 1
 * @n_cells: how many
 *
 * A sparse, weighted set of skin cells. Read the fields, never write them.
 */
typedef struct
{
  guint32 *cells;
  float *weights;
  guint n_cells;
} TautCellSet;

/* Takes ids in any order; of a repeated id the largest weight is kept. */
TautCellSet *taut_cell_set_new        (const guint32     *cells,
                                       const float       *weights,
                                       guint              n_cells);
void         taut_cell_set_free       (TautCellSet       *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautCellSet, taut_cell_set_free)

float        taut_cell_set_get_weight (const TautCellSet *set,
                                       guint              cell);
TautCellSet *taut_cell_set_unite      (const TautCellSet *a,
                                       const TautCellSet *b);

G_END_DECLS
