/* taut-area-grid.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-view.h"

G_BEGIN_DECLS

/* Figure units between samples: 3.5 mm. */
#define TAUT_AREA_GRID_STEP 2.0

/**
 * TautAreaGrid:
 * @columns: samples across
 * @rows: samples down
 * @bounds: what is sampled, view coordinates
 * @labels: for each sample, row by row, 0 beside the body, else
 *   2 * number of the area - 1 + side
 *
 * A view sampled coarsely: which area and side is seen where.
 */
typedef struct
{
  guint columns;
  guint rows;
  TautViewBounds bounds;
  guint16 *labels;
} TautAreaGrid;

/**
 * TautAreaTally:
 *
 * What the grid holds of one label: how often, from where to where, and the
 * sample (@best_column, @best_row) that lies deepest inside.
 */
typedef struct
{
  guint n_samples;
  guint low_column;
  guint low_row;
  guint high_column;
  guint high_row;
  double sum_column;
  double sum_row;
  double best;
  guint best_column;
  guint best_row;
} TautAreaTally;

TautAreaGrid *taut_area_grid_new   (TautAtlas          *atlas,
                                    TautView           *view,
                                    GHashTable         *numbers);
void          taut_area_grid_free  (TautAreaGrid       *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautAreaGrid, taut_area_grid_free)

/* View coordinates of a sample. */
double        taut_area_grid_x     (const TautAreaGrid *grid,
                                    guint               column);
double        taut_area_grid_y     (const TautAreaGrid *grid,
                                    guint               row);
void          taut_area_grid_tally (const TautAreaGrid *grid,
                                    TautAreaTally      *tallies);

G_END_DECLS
