/* taut-view.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-view"

#include "config.h"

#include "taut-view-private.h"

#include "taut-resources.h"

/* A skin point is seen when a sample lies so near to it on the body, figure
 * units. */
#define SEEN_REACH 1.5

#define NEUTRAL "neutral"

/* @source is the view of which this one is the mirror image, or itself. */
static const struct
{
  const char *id;
  const char *source;
  TautViewPart part;
  TautViewFacing facing;
} kinds[] = {
  { "front", "front", TAUT_VIEW_PART_BODY, TAUT_VIEW_FACING_FRONT },
  { "back", "back", TAUT_VIEW_PART_BODY, TAUT_VIEW_FACING_BACK },
  { "left", "left", TAUT_VIEW_PART_BODY, TAUT_VIEW_FACING_LEFT },
  { "right", "left", TAUT_VIEW_PART_BODY, TAUT_VIEW_FACING_RIGHT },
  { "head-front", "head-front", TAUT_VIEW_PART_HEAD, TAUT_VIEW_FACING_FRONT },
  { "head-back", "head-back", TAUT_VIEW_PART_HEAD, TAUT_VIEW_FACING_BACK },
  { "head-left", "head-left", TAUT_VIEW_PART_HEAD, TAUT_VIEW_FACING_LEFT },
  { "head-right", "head-left", TAUT_VIEW_PART_HEAD, TAUT_VIEW_FACING_RIGHT },
  { "head-top", "head-top", TAUT_VIEW_PART_HEAD, TAUT_VIEW_FACING_FRONT },
  { "hand-left-palm", "hand-left-palm", TAUT_VIEW_PART_HAND, TAUT_VIEW_FACING_LEFT },
  { "hand-left-back", "hand-left-back", TAUT_VIEW_PART_HAND, TAUT_VIEW_FACING_LEFT },
  { "hand-right-palm", "hand-left-palm", TAUT_VIEW_PART_HAND, TAUT_VIEW_FACING_RIGHT },
  { "hand-right-back", "hand-left-back", TAUT_VIEW_PART_HAND, TAUT_VIEW_FACING_RIGHT },
  { "foot-left-top", "foot-left-top", TAUT_VIEW_PART_FOOT, TAUT_VIEW_FACING_LEFT },
  { "foot-left-sole", "foot-left-sole", TAUT_VIEW_PART_FOOT, TAUT_VIEW_FACING_LEFT },
  { "foot-left-inner", "foot-left-inner", TAUT_VIEW_PART_FOOT, TAUT_VIEW_FACING_LEFT },
  { "foot-left-outer", "foot-left-outer", TAUT_VIEW_PART_FOOT, TAUT_VIEW_FACING_LEFT },
  { "foot-right-top", "foot-left-top", TAUT_VIEW_PART_FOOT, TAUT_VIEW_FACING_RIGHT },
  { "foot-right-sole", "foot-left-sole", TAUT_VIEW_PART_FOOT, TAUT_VIEW_FACING_RIGHT },
  { "foot-right-inner", "foot-left-inner", TAUT_VIEW_PART_FOOT, TAUT_VIEW_FACING_RIGHT },
  { "foot-right-outer", "foot-left-outer", TAUT_VIEW_PART_FOOT, TAUT_VIEW_FACING_RIGHT },
};

/* Keep in sync with views.json. */
static const TautStoredView stored[] = {
  { "front", "front", NEUTRAL },
  { "back", "back", NEUTRAL },
  { "left", "left", NEUTRAL },
  { "front-feminine", "front", "feminine" },
  { "back-feminine", "back", "feminine" },
  { "left-feminine", "left", "feminine" },
  { "front-masculine", "front", "masculine" },
  { "back-masculine", "back", "masculine" },
  { "left-masculine", "left", "masculine" },
  { "head-front", "head-front", NEUTRAL },
  { "head-back", "head-back", NEUTRAL },
  { "head-left", "head-left", NEUTRAL },
  { "head-top", "head-top", NEUTRAL },
  { "hand-left-palm", "hand-left-palm", NEUTRAL },
  { "hand-left-back", "hand-left-back", NEUTRAL },
  { "foot-left-top", "foot-left-top", NEUTRAL },
  { "foot-left-sole", "foot-left-sole", NEUTRAL },
  { "foot-left-inner", "foot-left-inner", NEUTRAL },
  { "foot-left-outer", "foot-left-outer", NEUTRAL },
};

const TautStoredView *
taut_view_list_stored (guint *n_stored)
{
  g_return_val_if_fail (n_stored != NULL, NULL);

  *n_stored = G_N_ELEMENTS (stored);
  return stored;
}

const char *const *
taut_view_list_ids (void)
{
  static const char *const ids[] = { "front", "back", "left", "right", NULL };

  return ids;
}

const char *const *
taut_view_list_close_ups (void)
{
  static const char *const ids[] = {
    "head-front", "head-back", "head-left", "head-right", "head-top",
    "hand-left-palm", "hand-left-back", "hand-right-palm", "hand-right-back",
    "foot-left-top", "foot-left-sole", "foot-left-inner", "foot-left-outer",
    "foot-right-top", "foot-right-sole", "foot-right-inner", "foot-right-outer", NULL,
  };

  return ids;
}

const char *const *
taut_view_list_figures (void)
{
  static const char *const ids[] = { NEUTRAL, "feminine", "masculine", NULL };

  return ids;
}

const char *
taut_view_find_figure (const char *figure)
{
  const char *const *figures = taut_view_list_figures ();

  g_return_val_if_fail (figure != NULL, NULL);

  for (guint i = 0; figures[i] != NULL; i++)
    if (g_str_equal (figures[i], figure))
      return figures[i];

  return NEUTRAL;
}

static int
find_kind (const char  *id,
           GError     **error)
{
  g_assert (id != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, id))
      return i;
  g_set_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_VIEW, "there is no view \"%s\"", id);
  return -1;
}

/* The figure's own files, or those that it shares with the neutral one. */
static const TautStoredView *
find_stored (const char *source,
             const char *figure)
{
  const TautStoredView *shared = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    {
      if (!g_str_equal (stored[i].id, source))
        continue;
      if (g_str_equal (stored[i].figure, figure))
        return &stored[i];
      if (g_str_equal (stored[i].figure, NEUTRAL))
        shared = &stored[i];
    }
  g_assert (shared != NULL);
  return shared;
}

static TautView *
view_new (int          kind,
          const char  *figure,
          GBytes      *skin_map,
          TautSkin    *skin,
          GError     **error)
{
  g_autoptr (TautSkinMap) map = taut_skin_map_new (kinds[kind].id, skin_map, skin, error);
  TautView *view;

  if (map == NULL)
    return NULL;

  view = g_new0 (TautView, 1);
  g_atomic_ref_count_init (&view->ref_count);
  g_mutex_init (&view->lock);
  view->id = kinds[kind].id;
  view->figure = figure;
  view->stored = find_stored (kinds[kind].source, figure);
  view->part = kinds[kind].part;
  view->facing = kinds[kind].facing;
  view->mirrored = !g_str_equal (kinds[kind].id, kinds[kind].source);
  view->skin = taut_skin_ref (skin);
  view->map = g_steal_pointer (&map);
  return view;
}

TautView *
taut_view_load_figure (const char  *id,
                       const char  *figure,
                       TautSkin    *skin,
                       GError     **error)
{
  const char *const *figures = taut_view_list_figures ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  int kind;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (figure != NULL, NULL);
  g_return_val_if_fail (skin != NULL, NULL);

  kind = find_kind (id, error);
  if (kind < 0)
    return NULL;
  while (*figures != NULL && !g_str_equal (*figures, figure))
    figures++;
  if (*figures == NULL)
    {
      g_set_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_VIEW, "there is no figure \"%s\"",
                   figure);
      return NULL;
    }

  path = g_strdup_printf ("figure/%s.skinmap", find_stored (kinds[kind].source, *figures)->name);
  bytes = taut_resources_lookup (path, error);
  return bytes != NULL ? view_new (kind, *figures, bytes, skin, error) : NULL;
}

TautView *
taut_view_load (const char  *id,
                TautSkin    *skin,
                GError     **error)
{
  return taut_view_load_figure (id, NEUTRAL, skin, error);
}

TautView *
taut_view_new (const char  *id,
               GBytes      *skin_map,
               TautSkin    *skin,
               GError     **error)
{
  g_autoptr (TautView) view = NULL;
  const char *figure = NEUTRAL;
  int kind;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (skin_map != NULL, NULL);
  g_return_val_if_fail (skin != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    if (g_str_equal (stored[i].name, id))
      {
        figure = stored[i].figure;
        id = stored[i].id;
        break;
      }
  kind = find_kind (id, error);
  if (kind < 0)
    return NULL;
  view = view_new (kind, figure, skin_map, skin, error);
  if (view == NULL || !taut_skin_map_unpack (view->map, id, error))
    return NULL;
  g_atomic_int_set (&view->unpacked, TRUE);
  return g_steal_pointer (&view);
}

/* Unpacks the map at the first question. */
const TautSkinMap *
taut_view_get_map (TautView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  if (g_atomic_int_get (&view->unpacked))
    return view->map;

  g_mutex_lock (&view->lock);
  if (!g_atomic_int_get (&view->unpacked))
    {
      g_autoptr (GError) error = NULL;

      if (!taut_skin_map_unpack (view->map, view->id, &error))
        g_warning ("%s", error->message);
      g_atomic_int_set (&view->unpacked, TRUE);
    }
  g_mutex_unlock (&view->lock);
  return view->map;
}

TautView *
taut_view_ref (TautView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  g_atomic_ref_count_inc (&view->ref_count);
  return view;
}

void
taut_view_unref (TautView *view)
{
  g_return_if_fail (view != NULL);

  if (!g_atomic_ref_count_dec (&view->ref_count))
    return;
  taut_skin_map_free (view->map);
  taut_skin_unref (view->skin);
  g_mutex_clear (&view->lock);
  g_free (view->starts);
  g_free (view->runs);
  g_free (view);
}

const char *
taut_view_get_id (TautView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  return view->id;
}

TautViewFacing
taut_view_get_facing (TautView *view)
{
  g_return_val_if_fail (view != NULL, TAUT_VIEW_FACING_FRONT);

  return view->facing;
}

const char *
taut_view_get_figure (TautView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  return view->figure;
}

TautViewPart
taut_view_get_part (TautView *view)
{
  g_return_val_if_fail (view != NULL, TAUT_VIEW_PART_BODY);

  return view->part;
}

guint
taut_view_get_samples_per_unit (TautView *view)
{
  g_return_val_if_fail (view != NULL, 1);

  return view->map->samples_per_unit;
}

TautViewBounds
taut_view_get_bounds (TautView *view)
{
  TautViewBounds bounds = { 0, 0, 0, 0 };

  g_return_val_if_fail (view != NULL, bounds);

  bounds = view->map->bounds;
  if (view->mirrored)
    bounds.x = -(bounds.x + bounds.width);
  return bounds;
}

TautSkin *
taut_view_get_skin (TautView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  return view->skin;
}

/* The runs of each cell */

/* Calls for each run of one cell in a row of the map: counts it in @starts, or puts it
 * into its place in @runs. */
static void
sort_row (const TautSkinMap *map,
          guint              row,
          guint32           *starts,
          TautViewRun       *runs)
{
  g_assert (map != NULL);
  g_assert (starts != NULL);

  for (guint i = map->rows[row]; i < map->rows[row + 1]; i++)
    {
      const TautSkinMapRun *seen = &map->runs[i];
      const TautSkinMapSample *samples = &map->samples[seen->first];
      guint k = 0;

      while (k < seen->length)
        {
          guint cell = samples[k].cell;
          guint from = k;

          do
            k++;
          while (k < seen->length && samples[k].cell == cell);
          if (runs == NULL)
            starts[cell + 2]++;
          else
            runs[starts[cell + 1]++] = (TautViewRun) {
              seen->first + from, seen->column + from, row, k - from,
            };
        }
    }
}

static void
index_runs (TautView          *view,
            const TautSkinMap *map)
{
  guint n_cells = taut_skin_get_n_cells (view->skin);
  guint32 *starts = g_new0 (guint32, n_cells + 2);

  g_assert (view != NULL);
  g_assert (map != NULL);

  for (guint row = 0; row < map->height; row++)
    sort_row (map, row, starts, NULL);
  for (guint i = 2; i < n_cells + 2; i++)
    starts[i] += starts[i - 1];

  view->runs = g_new (TautViewRun, MAX (starts[n_cells + 1], 1));
  for (guint row = 0; row < map->height; row++)
    sort_row (map, row, starts, view->runs);
  view->starts = starts;
}

const TautViewRun *
taut_view_get_runs (TautView *view,
                    guint     cell,
                    guint    *n_runs)
{
  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (cell < taut_skin_get_n_cells (view->skin), NULL);
  g_return_val_if_fail (n_runs != NULL, NULL);

  if (!g_atomic_int_get (&view->indexed))
    {
      const TautSkinMap *map = taut_view_get_map (view);

      g_mutex_lock (&view->lock);
      if (view->starts == NULL)
        index_runs (view, map);
      g_atomic_int_set (&view->indexed, TRUE);
      g_mutex_unlock (&view->lock);
    }

  *n_runs = view->starts[cell + 1] - view->starts[cell];
  return view->runs + view->starts[cell];
}

/* Between places of the view and of the skin */

gboolean
taut_view_look (TautView    *view,
                double       view_x,
                double       view_y,
                guint       *cell,
                TautVector  *position)
{
  const TautSkinMap *map;
  double column;
  double row;
  gint64 sample;

  g_return_val_if_fail (view != NULL, FALSE);
  g_return_val_if_fail (cell != NULL, FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  map = taut_view_get_map (view);
  if (view->mirrored)
    view_x = -view_x;
  column = floor ((view_x - map->bounds.x) * map->samples_per_unit);
  row = floor ((view_y - map->bounds.y) * map->samples_per_unit);
  if (!(column >= 0 && row >= 0 && column < map->width && row < map->height))
    return FALSE;
  sample = taut_skin_map_find (map, column, row);
  if (sample < 0)
    return FALSE;

  *cell = map->samples[sample].cell;
  *position = taut_skin_map_get_place (map, sample);
  if (view->mirrored)
    {
      *cell = taut_skin_get_mirror_cell (view->skin, *cell);
      position->x = -position->x;
    }
  return TRUE;
}

gboolean
taut_view_pick (TautView    *view,
                double       view_x,
                double       view_y,
                TautSkinHit *hit)
{
  TautVector position;

  g_return_val_if_fail (view != NULL, FALSE);
  g_return_val_if_fail (hit != NULL, FALSE);

  if (!taut_view_look (view, view_x, view_y, &hit->cell, &position))
    return FALSE;

  taut_skin_address (view->skin, hit->cell, position, &hit->at);
  return TRUE;
}

typedef struct
{
  double distance;
  guint column;
  guint row;
} Nearest;

static void
search_cell (TautView   *view,
             guint       cell,
             TautVector  position,
             Nearest    *nearest)
{
  guint n_runs;
  const TautViewRun *runs = taut_view_get_runs (view, cell, &n_runs);

  g_assert (view != NULL);
  g_assert (nearest != NULL);

  for (guint i = 0; i < n_runs; i++)
    for (guint k = 0; k < runs[i].length; k++)
      {
        TautVector at = taut_skin_map_get_place (view->map, runs[i].first + k);
        double distance = taut_vector_length (taut_vector_subtract (at, position));

        if (distance < nearest->distance)
          {
            nearest->distance = distance;
            nearest->column = runs[i].column + k;
            nearest->row = runs[i].row;
          }
      }
}

gboolean
taut_view_project (TautView            *view,
                   const TautSkinPoint *point,
                   double              *view_x,
                   double              *view_y)
{
  Nearest nearest = { SEEN_REACH, 0, 0 };
  const guint32 *neighbours;
  guint n_neighbours;
  TautVector position;
  guint cell;

  g_return_val_if_fail (view != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);
  g_return_val_if_fail (point->segment < TAUT_N_SEGMENTS, FALSE);
  g_return_val_if_fail (view_x != NULL, FALSE);
  g_return_val_if_fail (view_y != NULL, FALSE);

  if (!taut_skin_resolve (view->skin, point, &position, &cell))
    return FALSE;
  if (view->mirrored)
    position.x = -position.x;
  cell = taut_view_enter_map (view, cell);

  search_cell (view, cell, position, &nearest);
  neighbours = taut_skin_get_neighbours (view->skin, cell, &n_neighbours);
  for (guint i = 0; i < n_neighbours; i++)
    search_cell (view, neighbours[i], position, &nearest);
  if (nearest.distance >= SEEN_REACH)
    return FALSE;

  *view_x = view->map->bounds.x + (nearest.column + 0.5) / view->map->samples_per_unit;
  *view_y = view->map->bounds.y + (nearest.row + 0.5) / view->map->samples_per_unit;
  if (view->mirrored)
    *view_x = -*view_x;
  return TRUE;
}
