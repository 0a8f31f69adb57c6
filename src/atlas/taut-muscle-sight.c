/* taut-muscle-sight.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a view shows of the places where a sheet lies. */

#define G_LOG_DOMAIN "taut-muscle-sight"

#include "config.h"

#include "taut-muscle-art-private.h"

#include <math.h>

/* Distance of samples at least, figure units. */
#define FINEST_STEP 0.125

/* A vertex is seen when a sample shows a place so near to it, figure units. */
#define SEEN_REACH 2.2

/* Less than so much of a sheet in the view is a sliver, unless the sheet is narrow there
 * by itself, figure units. */
#define SLIVER 1.0
#define NARROW 3.0

/* Looking */

static void
look (TautMuscleArt *art,
      guint          column,
      guint          row)
{
  TautSightSample *sample = &art->samples[row * art->width + column];

  sample->seen = taut_view_look (art->view, art->x + (column + 0.5) * art->step,
                                 art->y + (row + 0.5) * art->step,
                                 &sample->cell, &sample->position);
}

static void
index_samples (TautMuscleArt *art)
{
  guint n_cells = taut_skin_get_n_cells (art->skin);
  guint n = art->width * art->height;

  art->starts = g_new0 (guint, n_cells + 2);
  art->places = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    if (art->samples[i].seen)
      art->starts[art->samples[i].cell + 2]++;
  for (guint i = 2; i < n_cells + 2; i++)
    art->starts[i] += art->starts[i - 1];
  for (guint i = 0; i < n; i++)
    if (art->samples[i].seen)
      art->places[art->starts[art->samples[i].cell + 1]++] = i;
}

TautMuscleArt *
taut_muscle_art_new (TautView *view)
{
  TautMuscleArt *art;
  TautViewBounds bounds;

  g_return_val_if_fail (view != NULL, NULL);

  bounds = taut_view_get_bounds (view);
  art = g_new0 (TautMuscleArt, 1);
  art->view = taut_view_ref (view);
  art->skin = taut_view_get_skin (view);
  art->step = CLAMP (1.0 / taut_view_get_samples_per_unit (view), FINEST_STEP, COARSEST_STEP);
  art->x = bounds.x;
  art->y = bounds.y;
  art->width = (guint) ceil (bounds.width / art->step);
  art->height = (guint) ceil (bounds.height / art->step);
  art->samples = g_new0 (TautSightSample, art->width * art->height);
  for (guint row = 0; row < art->height; row++)
    for (guint column = 0; column < art->width; column++)
      look (art, column, row);
  index_samples (art);
  art->near = g_new0 (guint8, taut_skin_get_n_cells (art->skin));

  return art;
}

void
taut_muscle_art_free (TautMuscleArt *art)
{
  if (art == NULL)
    return;

  g_free (art->samples);
  g_free (art->starts);
  g_free (art->places);
  g_free (art->near);
  taut_view_unref (art->view);
  g_free (art);
}

/* The sight of a sheet */

/* The cells of the sheet and those around them. */
static GArray *
list_cells (TautMuscleArt         *art,
            const TautMuscleSheet *sheet,
            gboolean               mirrored)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  guint from = 0;

  for (guint i = 0; i < sheet->n_rows * sheet->n_columns; i++)
    {
      guint cell = sheet->vertices[i].cell;

      if (mirrored)
        cell = taut_skin_get_mirror_cell (art->skin, cell);
      if (!art->near[cell])
        g_array_append_val (cells, cell);
      art->near[cell] = TRUE;
    }

  for (guint ring = 0; ring < 2; ring++)
    {
      guint to = cells->len;

      for (; from < to; from++)
        {
          guint n;
          const guint32 *next = taut_skin_get_neighbours (art->skin,
                                                          g_array_index (cells, guint, from), &n);

          for (guint i = 0; i < n; i++)
            {
              guint cell = next[i];

              if (!art->near[cell])
                g_array_append_val (cells, cell);
              art->near[cell] = TRUE;
            }
        }
    }
  for (guint i = 0; i < cells->len; i++)
    art->near[g_array_index (cells, guint, i)] = FALSE;

  return cells;
}

/* Sets the frame of the samples in the cells; FALSE when there are none. */
static gboolean
set_frame (TautMuscleSight        *sight,
           const GArray *cells)
{
  TautMuscleArt *art = sight->art;
  guint low[2] = { G_MAXUINT, G_MAXUINT };
  guint high[2] = { 0, 0 };

  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);

      for (guint k = art->starts[cell]; k < art->starts[cell + 1]; k++)
        {
          low[0] = MIN (low[0], art->places[k] % art->width);
          low[1] = MIN (low[1], art->places[k] / art->width);
          high[0] = MAX (high[0], art->places[k] % art->width);
          high[1] = MAX (high[1], art->places[k] / art->width);
        }
    }
  if (low[0] == G_MAXUINT)
    return FALSE;

  sight->left = low[0];
  sight->top = low[1];
  sight->width = high[0] - low[0] + 1;
  sight->height = high[1] - low[1] + 1;
  return TRUE;
}

static TautVector
get_position (const TautMuscleSight  *sight,
              const TautSightSample *sample)
{
  TautVector position = sample->position;

  if (sight->mirrored)
    position.x = -position.x;
  return position;
}

/* The picture's place of what lies at @target, near the sample at a column and
 * row: the samples beside it tell how the skin runs. */
static TautOutlinePoint
refine_point (const TautMuscleSight *sight,
              guint        column,
              guint        row,
              TautVector   target)
{
  TautMuscleArt *art = sight->art;
  const TautSightSample *here = &art->samples[row * art->width + column];
  const TautSightSample *right = column + 1 < art->width ? here + 1 : NULL;
  const TautSightSample *below = row + 1 < art->height ? here + art->width : NULL;
  double dx = 0;
  double dy = 0;

  if (right != NULL && below != NULL && right->seen && below->seen)
    {
      TautVector origin = get_position (sight, here);
      TautVector a = taut_vector_subtract (get_position (sight, right), origin);
      TautVector b = taut_vector_subtract (get_position (sight, below), origin);
      TautVector way = taut_vector_subtract (target, origin);
      double aa = taut_vector_dot (a, a), ab = taut_vector_dot (a, b), bb = taut_vector_dot (b, b);
      double det = aa * bb - ab * ab;

      if (det > 1e-9)
        {
          double pa = taut_vector_dot (way, a), pb = taut_vector_dot (way, b);

          dx = CLAMP ((bb * pa - ab * pb) / det, -2, 2);
          dy = CLAMP ((aa * pb - ab * pa) / det, -2, 2);
        }
    }

  return (TautOutlinePoint) { art->x + (column + 0.5 + dx) * art->step,
                              art->y + (row + 0.5 + dy) * art->step };
}

/* Each vertex is shown by the sample nearest to it. */
static void
note_nearest (TautMuscleSight      *sight,
              double     *distances,
              guint       vertex,
              TautVector  position,
              guint       column,
              guint       row)
{
  double distance = taut_vector_length (taut_vector_subtract
                                        (sight->sheet->vertices[vertex].position, position));

  if (distance >= distances[vertex])
    return;

  distances[vertex] = distance;
  sight->points[vertex] = (TautOutlinePoint) { column, row };
  sight->seen[vertex] = TRUE;
}

/* The neighbours on the mesh, too, since samples may lie less dense than vertices. */
static void
note_vertices (TautMuscleSight      *sight,
               double     *distances,
               guint       vertex,
               TautVector  position,
               guint       column,
               guint       row)
{
  const TautMuscleSheet *sheet = sight->sheet;
  int at[2] = { (int) (vertex / sheet->n_rows), (int) (vertex % sheet->n_rows) };

  for (int i = MAX (at[0] - 1, 0); i <= MIN (at[0] + 1, (int) sheet->n_columns - 1); i++)
    for (int k = MAX (at[1] - 1, 0); k <= MIN (at[1] + 1, (int) sheet->n_rows - 1); k++)
      note_nearest (sight, distances, i * sheet->n_rows + k, position, column, row);
}

static gboolean
find (const TautMuscleSheet *sheet,
      guint                  hint,
      TautVector             position,
      TautVector             normal,
      TautSheetPlace        *place)
{
  return hint == G_MAXUINT ? taut_muscle_sheet_find (sheet, position, normal, place) :
                             taut_muscle_sheet_find_near (sheet, hint, position, normal, place);
}

static gboolean
is_inside (const TautMuscleSight *sight,
           int                    column,
           int                    row)
{
  return column >= 0 && row >= 0 && column < (int) sight->width && row < (int) sight->height &&
         sight->places[row * sight->width + column].depth > 0;
}

/* Marks where a square of the size of a sliver lies inside, and what is near it. */
static guint8 *
list_broad (const TautMuscleSight *sight)
{
  guint8 *broad = g_new0 (guint8, sight->width * sight->height);
  int reach = MAX (1, (int) floor (SLIVER / 2 / sight->art->step));
  int width = (int) sight->width;
  int height = (int) sight->height;

  for (int row = 0; row < height; row++)
    for (int column = 0; column < width; column++)
      {
        gboolean inside = TRUE;

        for (int y = row - reach; y <= row + reach && inside; y++)
          for (int x = column - reach; x <= column + reach && inside; x++)
            inside = is_inside (sight, x, y);
        if (!inside)
          continue;
        for (int y = MAX (row - reach - 2, 0); y <= MIN (row + reach + 2, height - 1); y++)
          for (int x = MAX (column - reach - 2, 0); x <= MIN (column + reach + 2, width - 1); x++)
            broad[y * width + x] = TRUE;
      }

  return broad;
}

/* What just comes round the rim of the body would be a row of dark beads there. What
 * is narrow by itself, such as a tendon, stays. */
static void
drop_slivers (TautMuscleSight *sight)
{
  const TautMuscleSheet *sheet = sight->sheet;
  g_autofree guint8 *broad = list_broad (sight);

  for (guint i = 0; i < sheet->n_rows * sheet->n_columns; i++)
    {
      guint column = sight->points[i].x;
      guint row = sight->points[i].y;

      if (sight->seen[i] && !broad[(row - sight->top) * sight->width + column - sight->left] &&
          sheet->widths[i % sheet->n_rows] > NARROW)
        sight->seen[i] = FALSE;
    }
  for (guint i = 0; i < sight->width * sight->height; i++)
    {
      TautSheetPlace *place = &sight->places[i];
      guint row = CLAMP (lround (place->along * (sheet->n_rows - 1)), 0, (int) sheet->n_rows - 1);

      if (place->depth > OUTSIDE && !broad[i] && sheet->widths[row] > NARROW)
        place->depth = OUTSIDE;
    }
}

static void
read_samples (TautMuscleSight        *sight,
              const GArray *cells)
{
  TautMuscleArt *art = sight->art;
  guint n_vertices = sight->sheet->n_rows * sight->sheet->n_columns;
  g_autofree double *distances = g_new (double, n_vertices);

  for (guint i = 0; i < n_vertices; i++)
    distances[i] = SEEN_REACH;

  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      const TautSkinCell *c = taut_skin_get_cell (art->skin, cell);
      TautVector normal = { sight->mirrored ? -c->normal[0] : c->normal[0],
                            c->normal[1], c->normal[2] };
      guint hint = G_MAXUINT;

      for (guint k = art->starts[cell]; k < art->starts[cell + 1]; k++)
        {
          guint column = art->places[k] % art->width;
          guint row = art->places[k] / art->width;
          TautVector position = get_position (sight, &art->samples[art->places[k]]);
          TautSheetPlace *place = &sight->places[(row - sight->top) * sight->width +
                                                 column - sight->left];

          if (!find (sight->sheet, hint, position, normal, place))
            {
              place->depth = OUTSIDE;
              continue;
            }
          hint = place->vertex;
          if (place->depth > -1)
            note_vertices (sight, distances, place->vertex, position, column, row);
        }
    }

  drop_slivers (sight);
  for (guint i = 0; i < n_vertices; i++)
    if (sight->seen[i])
      sight->points[i] = refine_point (sight, sight->points[i].x, sight->points[i].y,
                                       sight->sheet->vertices[i].position);
}

/* Public */

void
taut_muscle_sight_clear (TautMuscleSight *sight)
{
  g_return_if_fail (sight != NULL);

  g_free (sight->places);
  g_free (sight->points);
  g_free (sight->seen);
}

gboolean
taut_muscle_sight_look (TautMuscleSight *sight)
{
  g_autoptr (GArray) cells = NULL;
  guint n_vertices;

  g_return_val_if_fail (sight != NULL, FALSE);

  cells = list_cells (sight->art, sight->sheet, sight->mirrored);
  n_vertices = sight->sheet->n_rows * sight->sheet->n_columns;
  if (!set_frame (sight, cells))
    return FALSE;

  sight->places = g_new0 (TautSheetPlace, sight->width * sight->height);
  for (guint i = 0; i < sight->width * sight->height; i++)
    sight->places[i].depth = OUTSIDE;
  sight->points = g_new0 (TautOutlinePoint, n_vertices);
  sight->seen = g_new0 (gboolean, n_vertices);
  read_samples (sight, cells);

  return TRUE;
}
