/* taut-area-grid.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every sample of the grid gets the number of its area and side. From this come
 * the box of each area and a place well inside it: the sample farthest from its
 * rim.
 */

#define G_LOG_DOMAIN "taut-area-grid"

#include "config.h"

#include "taut-area-grid.h"

#include <math.h>

/* City-block distance of every sample to the rim of its area, in two passes. */
static guint16 *
measure_depth (const TautAreaGrid *grid)
{
  gsize n = (gsize) grid->columns * grid->rows;
  guint16 *depth = g_new0 (guint16, n);

  for (gsize i = 0; i < n; i++)
    {
      guint column = i % grid->columns;
      guint left = column > 0 && grid->labels[i - 1] == grid->labels[i] ? depth[i - 1] : 0;
      guint up = i >= grid->columns && grid->labels[i - grid->columns] == grid->labels[i]
                 ? depth[i - grid->columns] : 0;

      depth[i] = (guint16) (MIN (left, up) + 1);
    }
  for (gsize i = n; i-- > 0; )
    {
      guint column = i % grid->columns;
      guint right = column + 1 < grid->columns && grid->labels[i + 1] == grid->labels[i]
                    ? depth[i + 1] : 0;
      guint down = i + grid->columns < n && grid->labels[i + grid->columns] == grid->labels[i]
                   ? depth[i + grid->columns] : 0;

      depth[i] = (guint16) MIN (depth[i], MIN (right, down) + 1);
    }

  return depth;
}

static void
tally_extents (const TautAreaGrid *grid,
               TautAreaTally      *tallies)
{
  for (guint row = 0; row < grid->rows; row++)
    for (guint column = 0; column < grid->columns; column++)
      {
        TautAreaTally *tally = &tallies[grid->labels[(gsize) row * grid->columns + column]];

        if (tally->n_samples++ == 0)
          {
            tally->low_column = tally->high_column = column;
            tally->low_row = row;
            tally->best = -G_MAXDOUBLE;
          }
        tally->low_column = MIN (tally->low_column, column);
        tally->high_column = MAX (tally->high_column, column);
        tally->high_row = row;
        tally->sum_column += column;
        tally->sum_row += row;
      }
}

/* The deepest sample; of equally deep ones that nearest to the middle. */
static void
tally_inner_places (const TautAreaGrid *grid,
                    TautAreaTally      *tallies)
{
  g_autofree guint16 *depth = measure_depth (grid);

  for (guint row = 0; row < grid->rows; row++)
    for (guint column = 0; column < grid->columns; column++)
      {
        gsize i = (gsize) row * grid->columns + column;
        TautAreaTally *tally = &tallies[grid->labels[i]];
        double off = hypot (column - tally->sum_column / tally->n_samples,
                            row - tally->sum_row / tally->n_samples);
        double score = depth[i] - off * 0.1;

        if (score > tally->best)
          {
            tally->best = score;
            tally->best_column = column;
            tally->best_row = row;
          }
      }
}

/* Public */

/**
 * taut_area_grid_new:
 * @atlas: knows which cell is in which area
 * @view: the view
 * @numbers: (element-type TautArea guint): areas, numbered from 1
 *
 * Returns: (transfer full): the sampled view
 */
TautAreaGrid *
taut_area_grid_new (TautAtlas  *atlas,
                    TautView   *view,
                    GHashTable *numbers)
{
  TautAreaGrid *grid;
  TautSkin *skin;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (numbers != NULL, NULL);

  skin = taut_view_get_skin (view);
  grid = g_new0 (TautAreaGrid, 1);
  grid->bounds = taut_view_get_bounds (view);
  grid->columns = (guint) ceil (grid->bounds.width / TAUT_AREA_GRID_STEP);
  grid->rows = (guint) ceil (grid->bounds.height / TAUT_AREA_GRID_STEP);
  grid->labels = g_new0 (guint16, (gsize) grid->columns * grid->rows);

  for (guint row = 0; row < grid->rows; row++)
    for (guint column = 0; column < grid->columns; column++)
      {
        TautSkinHit hit;
        guint number;

        if (!taut_view_pick (view, taut_area_grid_x (grid, column),
                             taut_area_grid_y (grid, row), &hit))
          continue;
        number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers,
                                                        taut_atlas_get_area_of_cell (atlas, hit.cell)));
        if (number == 0)
          continue;
        grid->labels[(gsize) row * grid->columns + column] =
          (guint16) (2 * number - 1 + taut_skin_get_cell (skin, hit.cell)->side);
      }

  return grid;
}

void
taut_area_grid_free (TautAreaGrid *grid)
{
  g_return_if_fail (grid != NULL);

  g_free (grid->labels);
  g_free (grid);
}

double
taut_area_grid_x (const TautAreaGrid *grid,
                  guint               column)
{
  g_return_val_if_fail (grid != NULL, 0);

  return grid->bounds.x + (column + 0.5) * TAUT_AREA_GRID_STEP;
}

double
taut_area_grid_y (const TautAreaGrid *grid,
                  guint               row)
{
  g_return_val_if_fail (grid != NULL, 0);

  return grid->bounds.y + (row + 0.5) * TAUT_AREA_GRID_STEP;
}

/**
 * taut_area_grid_tally:
 * @grid: a grid
 * @tallies: one zeroed tally for each label there can be
 */
void
taut_area_grid_tally (const TautAreaGrid *grid,
                      TautAreaTally      *tallies)
{
  g_return_if_fail (grid != NULL);
  g_return_if_fail (tallies != NULL);

  tally_extents (grid, tallies);
  tally_inner_places (grid, tallies);
}
