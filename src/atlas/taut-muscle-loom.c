/* taut-muscle-loom.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A sheet is lofted in two steps. Each fibre line is laid on the skin, evened out
 * and cut into equal steps. Then a smooth curve runs across the lines at each
 * step, and what it meets is put back on the skin. */

#define G_LOG_DOMAIN "taut-muscle-loom"

#include "config.h"

#include "taut-muscle-sheet-private.h"

#include <math.h>
#include <string.h>

#include "taut-skin-centre-line.h"

/* Distance of vertices, figure units, and how many there may be. */
#define ROW_STEP 2.5
#define COLUMN_STEP 2.0
#define MIN_ROWS 9
#define MAX_ROWS 160
#define MIN_COLUMNS 5
#define MAX_COLUMNS 64

/* Steps in which a fibre line is laid, figure units. */
#define LAYING_STEP 2.0

/* Of the distance between the places of a fibre line; its corners are evened out
 * over so much. */
#define CORNER 0.3

/* A belly has so many fibre lines. */
#define BELLY_LINES 5

static void
settle (TautSkin        *skin,
        TautSheetVertex *vertex,
        TautVector       place)
{
  const TautSkinCell *cell;

  g_assert (vertex != NULL);

  vertex->position = taut_skin_settle (skin, &vertex->cell, place);
  cell = taut_skin_get_cell (skin, vertex->cell);
  vertex->normal = (TautVector) { cell->normal[0], cell->normal[1], cell->normal[2] };
}

/* Fibre lines */

/* A line on the skin, its places in space and the way to each of them. */
typedef struct
{
  GArray *vertices;
  GArray *way;
  double length;
} LaidLine;

static void
laid_line_clear (LaidLine *line)
{
  g_clear_pointer (&line->vertices, g_array_unref);
  g_clear_pointer (&line->way, g_array_unref);
}

static void
add_place (LaidLine        *line,
           TautSheetVertex *vertex)
{
  double step = 0;

  g_assert (line != NULL);

  if (line->vertices->len > 0)
    step = taut_vector_get_distance (g_array_index (line->vertices, TautSheetVertex,
                                        line->vertices->len - 1).position, vertex->position);
  line->length += step;
  g_array_append_vals (line->vertices, vertex, 1);
  g_array_append_val (line->way, line->length);
}

/* Goes on to a place: straight through space, every step put back on the skin. */
static void
go_on (TautSkin              *skin,
       LaidLine              *line,
       const TautSheetVertex *to)
{
  TautSheetVertex from = g_array_index (line->vertices, TautSheetVertex, line->vertices->len - 1);
  TautSheetVertex vertex = from;
  guint n_steps = MAX ((guint) ceil (taut_vector_get_distance (from.position, to->position) / LAYING_STEP), 1);

  g_assert (line != NULL);

  for (guint i = 1; i < n_steps; i++)
    {
      settle (skin, &vertex, taut_vector_mix (from.position, to->position, (double) i / n_steps));
      add_place (line, &vertex);
    }
  vertex = *to;
  add_place (line, &vertex);
}

static gboolean
lay (TautSkin         *skin,
     const TautStroke *fibre,
     LaidLine         *line)
{
  g_assert (line != NULL);

  line->vertices = g_array_new (FALSE, TRUE, sizeof (TautSheetVertex));
  line->way = g_array_new (FALSE, TRUE, sizeof (double));
  line->length = 0;
  for (guint i = 0; i < fibre->n_points; i++)
    {
      TautSheetVertex vertex;

      if (!taut_skin_locate (skin, &fibre->points[i].at, &vertex.position, &vertex.normal) ||
          !taut_skin_find_cell (skin, &fibre->points[i].at, &vertex.cell))
        return FALSE;
      if (i == 0)
        add_place (line, &vertex);
      else
        go_on (skin, line, &vertex);
    }

  return line->length > 0;
}

/* Evens out the corners; both ends stay. */
static void
even_out (TautVector *places,
          guint       n,
          double      sigma)
{
  g_autofree TautVector *before = g_memdup2 (places, n * sizeof *places);
  int reach = MIN ((int) ceil (2.5 * sigma), (int) n - 1);

  g_assert (places != NULL);

  for (int i = 1; i + 1 < (int) n; i++)
    {
      int side = MIN (reach, MIN (i, (int) n - 1 - i));
      TautVector sum = { 0, 0, 0 };
      double weights = 0;

      for (int k = -side; k <= side; k++)
        {
          double weight = exp (-0.5 * k * k / (sigma * sigma));

          sum = taut_vector_add (sum, taut_vector_scale (before[i + k], weight));
          weights += weight;
        }
      places[i] = taut_vector_scale (sum, 1 / weights);
    }
}

/* Cuts a laid line into equal steps. */
static TautSheetVertex *
cut (TautSkin       *skin,
     const LaidLine *line,
     guint           n_rows,
     guint           n_places)
{
  TautSheetVertex *vertices = g_new0 (TautSheetVertex, n_rows);
  g_autofree TautVector *places = g_new0 (TautVector, n_rows);
  guint at = 0;

  g_assert (line != NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      double way = line->length * i / (n_rows - 1);
      const TautSheetVertex *a, *b;
      double before, step;

      while (at + 2 < line->vertices->len && g_array_index (line->way, double, at + 1) < way)
        at++;
      a = &g_array_index (line->vertices, TautSheetVertex, at);
      b = a + 1;
      before = g_array_index (line->way, double, at);
      step = g_array_index (line->way, double, at + 1) - before;
      places[i] = taut_vector_mix (a->position, b->position,
                                   step > 0 ? CLAMP ((way - before) / step, 0, 1) : 0);
      vertices[i].cell = a->cell;
    }

  if (n_places > 2)
    even_out (places, n_rows, MAX (CORNER * (n_rows - 1) / (n_places - 1), 0.8));
  for (guint i = 0; i < n_rows; i++)
    settle (skin, &vertices[i], places[i]);

  return vertices;
}

/* Lofting */

/* Fibre lines cut into equal steps, and where each lies between the borders. */
typedef struct
{
  GPtrArray *lines;
  GArray *places;
  guint n_rows;
} Loom;

static void
loom_clear (Loom *loom)
{
  g_clear_pointer (&loom->lines, g_ptr_array_unref);
  g_clear_pointer (&loom->places, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loom, loom_clear)

static const TautSheetVertex *
loom_get (const Loom *loom,
          int         line,
          guint       row)
{
  return (const TautSheetVertex *) loom->lines->pdata[CLAMP (line, 0, (int) loom->lines->len - 1)]
         + row;
}

static gboolean
hang_fibres (TautSkin              *skin,
             const TautMuscleShape *shape,
             Loom                  *loom)
{
  g_autoptr (GArray) laid = g_array_new (FALSE, TRUE, sizeof (LaidLine));
  double longest = 0;

  g_assert (shape->fibres != NULL);

  g_array_set_clear_func (laid, (GDestroyNotify) laid_line_clear);
  g_array_set_size (laid, shape->fibres->len);
  for (guint i = 0; i < laid->len; i++)
    {
      LaidLine *line = &g_array_index (laid, LaidLine, i);

      if (!lay (skin, g_ptr_array_index (shape->fibres, i), line))
        return FALSE;
      longest = MAX (longest, line->length);
    }

  loom->n_rows = CLAMP ((guint) ceil (longest / ROW_STEP) + 1, MIN_ROWS, MAX_ROWS);
  for (guint i = 0; i < laid->len; i++)
    {
      const TautStroke *fibre = g_ptr_array_index (shape->fibres, i);

      g_ptr_array_add (loom->lines, cut (skin, &g_array_index (laid, LaidLine, i),
                                         loom->n_rows, fibre->n_points));
    }

  return TRUE;
}

/* Half the width of a belly at a share of its length, smoothly. */
static double
get_half_width (const TautStroke *belly,
                const double     *way,
                double            along)
{
  guint at = 0;
  double t;

  g_assert (belly != NULL);

  while (at + 2 < belly->n_points && way[at + 1] < along)
    at++;
  t = way[at + 1] > way[at] ? CLAMP ((along - way[at]) / (way[at + 1] - way[at]), 0, 1) : 0;
  t = t * t * (3 - 2 * t);

  return (belly->points[at].radius * (1 - t) + belly->points[at + 1].radius * t) /
         TAUT_MM_PER_UNIT;
}

/* The shares of the length at which the places of a belly lie. */
static double *
measure_places (TautSkin         *skin,
                const TautStroke *belly)
{
  double *way = g_new0 (double, belly->n_points);
  TautVector before = { 0, 0, 0 };

  g_assert (belly != NULL);

  for (guint i = 0; i < belly->n_points; i++)
    {
      TautVector position = before;

      taut_skin_locate (skin, &belly->points[i].at, &position, NULL);
      way[i] = i > 0 ? way[i - 1] + taut_vector_get_distance (position, before) : 0;
      before = position;
    }
  for (guint i = 0; i < belly->n_points; i++)
    way[i] /= MAX (way[belly->n_points - 1], 1e-6);

  return way;
}

static gboolean
hang_belly (TautSkin         *skin,
            const TautStroke *belly,
            Loom             *loom)
{
  LaidLine laid = { NULL, NULL, 0 };
  g_autofree TautSheetVertex *middle = NULL;
  g_autofree double *way = NULL;
  gboolean lies = lay (skin, belly, &laid);

  if (lies)
    {
      loom->n_rows = CLAMP ((guint) ceil (laid.length / ROW_STEP) + 1, MIN_ROWS, MAX_ROWS);
      middle = cut (skin, &laid, loom->n_rows, belly->n_points);
      way = measure_places (skin, belly);
    }
  laid_line_clear (&laid);
  if (!lies)
    return FALSE;

  for (guint k = 0; k < BELLY_LINES; k++)
    {
      TautSheetVertex *line = g_memdup2 (middle, loom->n_rows * sizeof *middle);
      double share = 2.0 * k / (BELLY_LINES - 1) - 1;

      for (guint i = 0; i < loom->n_rows; i++)
        {
          TautVector ahead = taut_vector_subtract (middle[MIN (i + 1, loom->n_rows - 1)].position,
                                                   middle[i > 0 ? i - 1 : 0].position);
          TautVector aside = taut_vector_normalize (taut_vector_cross (middle[i].normal, ahead));
          double half = get_half_width (belly, way, (double) i / (loom->n_rows - 1));

          settle (skin, &line[i], taut_vector_add (middle[i].position,
                                                   taut_vector_scale (aside, half * share)));
        }
      g_ptr_array_add (loom->lines, line);
    }

  return TRUE;
}

/* Where each line lies between the borders, on the average of all rows. Returns
 * the greatest width. */
static double
place_lines (Loom *loom)
{
  double widest = 0;

  g_assert (loom != NULL);

  g_array_set_size (loom->places, loom->lines->len);
  memset (loom->places->data, 0, loom->lines->len * sizeof (double));
  for (guint row = 0; row < loom->n_rows; row++)
    {
      double way = 0;

      for (guint i = 1; i < loom->lines->len; i++)
        {
          way += taut_vector_get_distance (loom_get (loom, i, row)->position,
                               loom_get (loom, i - 1, row)->position);
          g_array_index (loom->places, double, i) += way;
        }
      widest = MAX (widest, way);
    }
  for (guint i = 1; i < loom->lines->len; i++)
    g_array_index (loom->places, double, i) /=
      MAX (g_array_index (loom->places, double, loom->lines->len - 1), 1e-6);
  g_array_index (loom->places, double, loom->lines->len - 1) = 1;

  return widest;
}

/* A smooth curve from @b to @c, on its way from @a to @d. Where the steps differ it
 * does not swing out (centripetal Catmull-Rom). */
static TautVector
mix_smoothly (TautVector a,
              TautVector b,
              TautVector c,
              TautVector d,
              double     t)
{
  double first = sqrt (taut_vector_get_distance (a, b));
  double middle = sqrt (taut_vector_get_distance (b, c));
  double last = sqrt (taut_vector_get_distance (c, d));
  TautVector leave = taut_vector_subtract (c, b);
  TautVector arrive = leave;
  double t2 = t * t;
  double t3 = t2 * t;

  if (middle < 1e-3)
    return taut_vector_mix (b, c, t);
  if (first > 1e-3)
    leave = taut_vector_scale
              (taut_vector_add (taut_vector_subtract
                                  (taut_vector_scale (taut_vector_subtract (b, a), 1 / first),
                                   taut_vector_scale (taut_vector_subtract (c, a),
                                                      1 / (first + middle))),
                                taut_vector_scale (taut_vector_subtract (c, b), 1 / middle)),
               middle);
  if (last > 1e-3)
    arrive = taut_vector_scale
               (taut_vector_add (taut_vector_subtract
                                   (taut_vector_scale (taut_vector_subtract (c, b), 1 / middle),
                                    taut_vector_scale (taut_vector_subtract (d, b),
                                                       1 / (middle + last))),
                                 taut_vector_scale (taut_vector_subtract (d, c), 1 / last)),
                middle);

  return taut_vector_add
           (taut_vector_add (taut_vector_scale (b, 2 * t3 - 3 * t2 + 1),
                             taut_vector_scale (leave, t3 - 2 * t2 + t)),
            taut_vector_add (taut_vector_scale (c, 3 * t2 - 2 * t3),
                             taut_vector_scale (arrive, t3 - t2)));
}

static void
weave_column (TautMuscleSheet *sheet,
              TautSkin        *skin,
              const Loom      *loom,
              guint            column)
{
  double across = (double) column / (sheet->n_columns - 1);
  guint line = 0;
  double low, high, t;

  g_assert (sheet != NULL);
  g_assert (loom != NULL);

  while (line + 2 < loom->lines->len && g_array_index (loom->places, double, line + 1) < across)
    line++;
  low = g_array_index (loom->places, double, line);
  high = g_array_index (loom->places, double, line + 1);
  t = high > low ? CLAMP ((across - low) / (high - low), 0, 1) : 0;

  for (guint row = 0; row < sheet->n_rows; row++)
    {
      TautSheetVertex *vertex = taut_muscle_sheet_get_vertex (sheet, column, row);
      const TautSheetVertex *a = loom_get (loom, line, row);
      const TautSheetVertex *b = loom_get (loom, line + 1, row);
      TautVector place = taut_vector_mix (a->position, b->position, t);

      if (loom->lines->len > 2)
        place = mix_smoothly (loom_get (loom, (int) line - 1, row)->position, a->position,
                              b->position, loom_get (loom, line + 2, row)->position, t);
      vertex->cell = t < 0.5 ? a->cell : b->cell;
      settle (skin, vertex, place);
    }

  if (sheet->shape->fibres != NULL)
    {
      const TautTendonShares *tendons = sheet->shape->tendons;

      sheet->tendons[column].origin = tendons[line].origin * (1 - t) +
                                      tendons[line + 1].origin * t;
      sheet->tendons[column].insertion = tendons[line].insertion * (1 - t) +
                                         tendons[line + 1].insertion * t;
    }
  else
    sheet->tendons[column] = sheet->shape->tendons[0];
}

static void
measure_sheet (TautMuscleSheet *sheet)
{
  g_assert (sheet != NULL);

  for (guint column = 0; column < sheet->n_columns; column++)
    for (guint row = 0; row < sheet->n_rows; row++)
      {
        TautVector at = taut_muscle_sheet_get_vertex (sheet, column, row)->position;

        if (column > 0)
          sheet->widths[row] += taut_vector_get_distance (at, taut_muscle_sheet_get_vertex (sheet, column - 1, row)->position);
        if (row > 0)
          sheet->lengths[column] += taut_vector_get_distance (at, taut_muscle_sheet_get_vertex (sheet, column, row - 1)->position);
      }
}

/* Public */

TautMuscleSheet *
taut_muscle_sheet_weave (TautSkin              *skin,
                         const TautMuscleShape *shape)
{
  g_auto (Loom) loom = { g_ptr_array_new_with_free_func (g_free),
                         g_array_new (FALSE, TRUE, sizeof (double)), 0 };
  TautMuscleSheet *sheet;
  double widest;

  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (shape != NULL, NULL);

  if (shape->belly != NULL ? !hang_belly (skin, shape->belly, &loom) :
                             !hang_fibres (skin, shape, &loom))
    return NULL;

  widest = place_lines (&loom);
  sheet = g_new0 (TautMuscleSheet, 1);
  sheet->shape = shape;
  sheet->n_rows = loom.n_rows;
  sheet->n_columns = CLAMP ((guint) ceil (widest / COLUMN_STEP) + 1, MIN_COLUMNS, MAX_COLUMNS);
  sheet->vertices = g_new0 (TautSheetVertex, sheet->n_rows * sheet->n_columns);
  sheet->widths = g_new0 (double, sheet->n_rows);
  sheet->lengths = g_new0 (double, sheet->n_columns);
  sheet->tendons = g_new0 (TautTendonShares, sheet->n_columns);
  for (guint column = 0; column < sheet->n_columns; column++)
    weave_column (sheet, skin, &loom, column);
  measure_sheet (sheet);

  return sheet;
}
