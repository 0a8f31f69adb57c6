/* taut-area-map.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The neighbour in a direction is the area whose inner place lies that way,
 * areas that touch being preferred. Picking a single place goes to the skin map
 * itself and is exact; all else comes from the coarse grid of TautAreaGrid.
 */

#define G_LOG_DOMAIN "taut-area-map"

#include "config.h"

#include "taut-area-map.h"

#include <math.h>

#include "taut-area-grid.h"

/* Fewer samples than this are a sliver at the edge of what the view shows. */
#define MIN_SAMPLES 4

/* Sideways way counts this many times in looking for a neighbour. */
#define SIDEWAYS_COST 2.0

/* How much nearer an area that touches counts. */
#define TOUCHING_COST 0.5

struct _TautAreaMap
{
  grefcount    ref_count;
  TautAtlas   *atlas;
  TautView    *view;
  GArray      *spots;
  GHashTable  *spot_of_area[TAUT_N_SIDES];
  guint32     *touching;      /* n x n: border samples between two spots */
  int         *steps;         /* n x TAUT_N_STEPS: index of the neighbour or -1 */
  TautOutline **contours;
};

typedef struct
{
  TautAreaMap *map;
  const TautAreaSpot *spot;
} ContourQuery;

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const TautAreaSpot *spot_a = a;
  const TautAreaSpot *spot_b = b;

  if (spot_a->y != spot_b->y)
    return spot_a->y < spot_b->y ? -1 : 1;
  if (spot_a->x != spot_b->x)
    return spot_a->x < spot_b->x ? -1 : 1;

  return spot_a->index < spot_b->index ? -1 : spot_a->index > spot_b->index;
}

static void
append_spot (TautAreaMap         *map,
             const TautAreaGrid  *grid,
             const TautAreaTally *tally,
             const TautArea      *area,
             guint                label)
{
  TautAreaSpot spot = { 0 };
  TautSkinHit hit;

  g_assert (map != NULL);

  if (tally->n_samples < MIN_SAMPLES)
    return;

  spot.index = label;
  spot.area = area;
  spot.side = (label - 1) % 2 == 0 ? TAUT_SIDE_LEFT : TAUT_SIDE_RIGHT;
  /* What lies between the samples belongs to it too. */
  spot.box.x = taut_area_grid_x (grid, tally->low_column) - TAUT_AREA_GRID_STEP;
  spot.box.y = taut_area_grid_y (grid, tally->low_row) - TAUT_AREA_GRID_STEP;
  spot.box.width = (tally->high_column - tally->low_column + 2) * TAUT_AREA_GRID_STEP;
  spot.box.height = (tally->high_row - tally->low_row + 2) * TAUT_AREA_GRID_STEP;
  spot.x = taut_area_grid_x (grid, tally->best_column);
  spot.y = taut_area_grid_y (grid, tally->best_row);
  if (!taut_view_pick (map->view, spot.x, spot.y, &hit))
    return;

  spot.at = hit.at;
  spot.extent = tally->n_samples * TAUT_AREA_GRID_STEP * TAUT_AREA_GRID_STEP;
  g_array_append_val (map->spots, spot);
}

/* Numbers the spots in their final order and lets labels find them. */
static int *
index_spots (TautAreaMap *map,
             guint        n_labels)
{
  int *spot_of_label = g_new (int, n_labels);

  g_assert (map != NULL);

  for (guint i = 0; i < n_labels; i++)
    spot_of_label[i] = -1;

  g_array_sort (map->spots, compare_spots);
  for (guint i = 0; i < map->spots->len; i++)
    {
      TautAreaSpot *spot = &g_array_index (map->spots, TautAreaSpot, i);

      spot_of_label[spot->index] = (int) i;
      spot->index = i;
      g_hash_table_insert (map->spot_of_area[spot->side],
                           (gpointer) spot->area, GUINT_TO_POINTER (i + 1));
    }

  return spot_of_label;
}

static void
note_touch (TautAreaMap *map,
            int          a,
            int          b)
{
  guint n = map->spots->len;

  if (a < 0 || b < 0 || a == b)
    return;

  map->touching[(gsize) a * n + b]++;
  map->touching[(gsize) b * n + a]++;
}

static void
find_touching (TautAreaMap        *map,
               const TautAreaGrid *grid,
               const int          *spot_of_label)
{
  map->touching = g_new0 (guint32, (gsize) map->spots->len * map->spots->len);

  for (guint row = 0; row < grid->rows; row++)
    for (guint column = 0; column < grid->columns; column++)
      {
        gsize i = (gsize) row * grid->columns + column;
        int here = spot_of_label[grid->labels[i]];

        if (column + 1 < grid->columns)
          note_touch (map, here, spot_of_label[grid->labels[i + 1]]);
        if (row + 1 < grid->rows)
          note_touch (map, here, spot_of_label[grid->labels[i + grid->columns]]);
      }
}

/* Way in the direction and aside of it from one spot's inner place to another. */
static void
measure_step (const TautAreaSpot *from,
              const TautAreaSpot *to,
              TautStep            step,
              double             *along,
              double             *aside)
{
  static const double direction[TAUT_N_STEPS][2] = {
    [TAUT_STEP_LEFT] = { -1, 0 },
    [TAUT_STEP_RIGHT] = { 1, 0 },
    [TAUT_STEP_UP] = { 0, -1 },
    [TAUT_STEP_DOWN] = { 0, 1 },
  };
  double dx = to->x - from->x;
  double dy = to->y - from->y;

  *along = dx * direction[step][0] + dy * direction[step][1];
  *aside = fabs (dx * direction[step][1]) + fabs (dy * direction[step][0]);
}

/* Looks in a cone of 45 degrees to both sides first, then takes whatever
 * touches and lies that way at all, so that no area is a dead end. */
static int
find_neighbour (TautAreaMap        *map,
                const TautAreaSpot *spot,
                TautStep            step)
{
  guint n = map->spots->len;
  double best_cost = G_MAXDOUBLE;
  int best = -1;

  for (guint pass = 0; pass < 2 && best < 0; pass++)
    for (guint i = 0; i < n; i++)
      {
        const TautAreaSpot *other = &g_array_index (map->spots, TautAreaSpot, i);
        gboolean touches = map->touching[(gsize) spot->index * n + i] > 0;
        double along, aside, cost;

        measure_step (spot, other, step, &along, &aside);
        if (other == spot || along <= 0 || (pass == 0 ? aside > along : !touches))
          continue;

        cost = (along + SIDEWAYS_COST * aside) * (touches ? TOUCHING_COST : 1);
        if (cost < best_cost)
          {
            best_cost = cost;
            best = (int) i;
          }
      }

  return best;
}

/* An area that no arrow key leads to would be lost to the keyboard: the nearest
 * area that touches it, and has no better use for an arrow, is made to lead
 * there. */
static void
connect_lost_spot (TautAreaMap *map,
                   guint        lost)
{
  const TautAreaSpot *target = &g_array_index (map->spots, TautAreaSpot, lost);
  guint n = map->spots->len;
  double best_cost = G_MAXDOUBLE;
  int *best = NULL;

  for (guint i = 0; i < n; i++)
    for (guint step = 0; step < TAUT_N_STEPS; step++)
      {
        const TautAreaSpot *from = &g_array_index (map->spots, TautAreaSpot, i);
        int *slot = &map->steps[(gsize) i * TAUT_N_STEPS + step];
        double along, aside, cost;

        if (i == lost)
          continue;
        measure_step (from, target, step, &along, &aside);
        if (along <= 0)
          continue;

        /* An unused arrow is free; a used one costs as if far away. */
        cost = along + SIDEWAYS_COST * aside + (*slot >= 0 ? 200 : 0);
        if (cost < best_cost)
          {
            best_cost = cost;
            best = slot;
          }
      }

  if (best != NULL)
    *best = (int) lost;
}

static void
find_steps (TautAreaMap *map)
{
  guint n = map->spots->len;
  g_autofree guint8 *reached = g_new0 (guint8, MAX (n, 1));

  map->steps = g_new (int, (gsize) n * TAUT_N_STEPS);
  for (guint i = 0; i < n; i++)
    for (guint step = 0; step < TAUT_N_STEPS; step++)
      {
        int neighbour = find_neighbour (map,
                                        &g_array_index (map->spots, TautAreaSpot, i),
                                        step);

        map->steps[(gsize) i * TAUT_N_STEPS + step] = neighbour;
        if (neighbour >= 0)
          reached[neighbour] = TRUE;
      }

  for (guint i = 0; i < n; i++)
    if (!reached[i])
      connect_lost_spot (map, i);
}

static GHashTable *
number_areas (TautAtlas *atlas)
{
  GPtrArray *areas = taut_atlas_get_areas (atlas);
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < areas->len; i++)
    g_hash_table_insert (numbers, g_ptr_array_index (areas, i), GUINT_TO_POINTER (i + 1));

  return numbers;
}

static void
fill_map (TautAreaMap *map)
{
  g_autoptr (GHashTable) numbers = number_areas (map->atlas);
  GPtrArray *areas = taut_atlas_get_areas (map->atlas);
  guint n_labels = 2 * areas->len + 1;
  g_autofree TautAreaTally *tallies = g_new0 (TautAreaTally, n_labels);
  g_autofree int *spot_of_label = NULL;
  g_autoptr (TautAreaGrid) grid = taut_area_grid_new (map->atlas, map->view, numbers);

  taut_area_grid_tally (grid, tallies);
  for (guint label = 1; label < n_labels; label++)
    append_spot (map, grid, &tallies[label], g_ptr_array_index (areas, (label - 1) / 2), label);

  spot_of_label = index_spots (map, n_labels);
  find_touching (map, grid, spot_of_label);
  find_steps (map);
  map->contours = g_new0 (TautOutline *, MAX (map->spots->len, 1));
}

static gboolean
cell_belongs_cb (guint    cell,
                 gpointer user_data)
{
  const ContourQuery *query = user_data;
  TautSkin *skin = taut_atlas_get_skin (query->map->atlas);

  return taut_skin_get_cell (skin, cell)->side == query->spot->side &&
         taut_atlas_get_area_of_cell (query->map->atlas, cell) == query->spot->area;
}

/**
 * taut_area_map_new:
 * @atlas: knows which cell is in which area
 * @view: the view
 *
 * Returns: (transfer full): the areas that @view shows
 */
TautAreaMap *
taut_area_map_new (TautAtlas *atlas,
                   TautView  *view)
{
  TautAreaMap *map;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  map = g_new0 (TautAreaMap, 1);
  g_ref_count_init (&map->ref_count);
  map->atlas = g_object_ref (atlas);
  map->view = taut_view_ref (view);
  map->spots = g_array_new (FALSE, FALSE, sizeof (TautAreaSpot));
  for (guint i = 0; i < TAUT_N_SIDES; i++)
    map->spot_of_area[i] = g_hash_table_new (NULL, NULL);
  fill_map (map);

  return map;
}

TautAreaMap *
taut_area_map_ref (TautAreaMap *map)
{
  g_return_val_if_fail (map != NULL, NULL);

  g_ref_count_inc (&map->ref_count);

  return map;
}

void
taut_area_map_unref (TautAreaMap *map)
{
  g_return_if_fail (map != NULL);

  if (!g_ref_count_dec (&map->ref_count))
    return;

  for (guint i = 0; i < map->spots->len; i++)
    g_clear_pointer (&map->contours[i], taut_outline_free);
  for (guint i = 0; i < TAUT_N_SIDES; i++)
    g_hash_table_unref (map->spot_of_area[i]);
  g_free (map->contours);
  g_free (map->steps);
  g_free (map->touching);
  g_array_unref (map->spots);
  taut_view_unref (map->view);
  g_object_unref (map->atlas);
  g_free (map);
}

TautView *
taut_area_map_get_view (TautAreaMap *map)
{
  g_return_val_if_fail (map != NULL, NULL);

  return map->view;
}

guint
taut_area_map_get_n_spots (TautAreaMap *map)
{
  g_return_val_if_fail (map != NULL, 0);

  return map->spots->len;
}

const TautAreaSpot *
taut_area_map_get_spot (TautAreaMap *map,
                        guint        index)
{
  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (index < map->spots->len, NULL);

  return &g_array_index (map->spots, TautAreaSpot, index);
}

const TautAreaSpot *
taut_area_map_find (TautAreaMap    *map,
                    const TautArea *area,
                    TautSide        side)
{
  guint number;

  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (side < TAUT_N_SIDES, NULL);

  number = GPOINTER_TO_UINT (g_hash_table_lookup (map->spot_of_area[side], area));

  return number > 0 ? taut_area_map_get_spot (map, number - 1) : NULL;
}

const TautAreaSpot *
taut_area_map_pick (TautAreaMap *map,
                    double       view_x,
                    double       view_y,
                    TautSkinHit *hit)
{
  TautSkinHit local;

  g_return_val_if_fail (map != NULL, NULL);

  if (hit == NULL)
    hit = &local;
  if (!taut_view_pick (map->view, view_x, view_y, hit))
    return NULL;

  return taut_area_map_find (map,
                             taut_atlas_get_area_of_cell (map->atlas, hit->cell),
                             taut_skin_get_cell (taut_view_get_skin (map->view), hit->cell)->side);
}

const TautAreaSpot *
taut_area_map_step (TautAreaMap        *map,
                    const TautAreaSpot *spot,
                    TautStep            step)
{
  int neighbour;

  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (spot != NULL && spot->index < map->spots->len, NULL);
  g_return_val_if_fail (step < TAUT_N_STEPS, NULL);

  neighbour = map->steps[(gsize) spot->index * TAUT_N_STEPS + step];

  return neighbour >= 0 ? taut_area_map_get_spot (map, (guint) neighbour) : NULL;
}

const TautOutline *
taut_area_map_get_contour (TautAreaMap        *map,
                           const TautAreaSpot *spot)
{
  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (spot != NULL && spot->index < map->spots->len, NULL);

  if (map->contours[spot->index] == NULL)
    {
      ContourQuery query = { map, spot };

      map->contours[spot->index] = taut_view_trace_cells (map->view, cell_belongs_cb, &query);
    }

  return map->contours[spot->index];
}
