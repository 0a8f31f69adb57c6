/* taut-muscle-sheet.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-muscle-sheet"

#include "config.h"

#include "taut-muscle-sheet-private.h"

#include <math.h>

#define BUCKET TAUT_SHEET_REACH

/* What lies farther beside the nearest place of the mesh than this is outside,
 * figure units. */
#define MOST_BESIDE 0.6

/* Normals that differ more belong to the other side of a thin part. */
#define LEAST_AGREEMENT 0.1

/* Looking up */

static gint64
get_bucket (int x,
            int y,
            int z)
{
  return ((gint64) (x + 2048) << 24) | ((gint64) (y + 2048) << 12) | (gint64) (z + 2048);
}

static void
fill_buckets (TautMuscleSheet *sheet)
{
  g_assert (sheet != NULL);

  sheet->buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < sheet->n_rows * sheet->n_columns; i++)
    {
      TautVector at = sheet->vertices[i].position;
      gint64 key = get_bucket (floor (at.x / BUCKET), floor (at.y / BUCKET), floor (at.z / BUCKET));
      GArray *bucket = g_hash_table_lookup (sheet->buckets, &key);

      if (bucket == NULL)
        {
          bucket = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (sheet->buckets, g_memdup2 (&key, sizeof key), bucket);
        }
      g_array_append_val (bucket, i);
    }
}

static void
search_bucket (const TautMuscleSheet *sheet,
               gint64                 key,
               TautVector             position,
               TautVector             normal,
               guint                 *nearest,
               double                *distance)
{
  const GArray *bucket = g_hash_table_lookup (sheet->buckets, &key);

  for (guint i = 0; bucket != NULL && i < bucket->len; i++)
    {
      guint vertex = g_array_index (bucket, guint, i);
      TautVector way = taut_vector_subtract (sheet->vertices[vertex].position, position);
      double square = taut_vector_dot (way, way);

      if (square < *distance &&
          taut_vector_dot (sheet->vertices[vertex].normal, normal) > LEAST_AGREEMENT)
        {
          *distance = square;
          *nearest = vertex;
        }
    }
}

/* The nearest point of an edge, as shares of the ways from @a to @b and @c, when it
 * is nearer than what was found before. */
static void
try_edge (TautVector  place,
          TautVector  a,
          TautVector  b,
          double      b0,
          double      c0,
          double      b1,
          double      c1,
          double     *to_b,
          double     *to_c,
          double     *distance)
{
  TautVector edge = taut_vector_subtract (b, a);
  double square = taut_vector_dot (edge, edge);
  double t = square > 0 ? taut_vector_dot (taut_vector_subtract (place, a), edge) / square : 0;
  double found;

  g_assert (distance != NULL);

  t = CLAMP (t, 0, 1);
  found = taut_vector_get_distance (taut_vector_mix (a, b, t), place);
  if (found >= *distance)
    return;

  *distance = found;
  *to_b = b0 + (b1 - b0) * t;
  *to_c = c0 + (c1 - c0) * t;
}

/* Where on the triangle from @a to @b and @c lies nearest to a place: shares of
 * the ways to @b and @c. */
static void
drop_on_triangle (TautVector  a,
                  TautVector  b,
                  TautVector  c,
                  TautVector  place,
                  double     *to_b,
                  double     *to_c)
{
  TautVector ab = taut_vector_subtract (b, a);
  TautVector ac = taut_vector_subtract (c, a);
  TautVector ap = taut_vector_subtract (place, a);
  double bb = taut_vector_dot (ab, ab);
  double bc = taut_vector_dot (ab, ac);
  double cc = taut_vector_dot (ac, ac);
  double pb = taut_vector_dot (ap, ab);
  double pc = taut_vector_dot (ap, ac);
  double det = bb * cc - bc * bc;
  double distance = INFINITY;

  g_assert (to_b != NULL);
  g_assert (to_c != NULL);

  if (det > 1e-9 * (bb * cc + 1e-9))
    {
      *to_b = (cc * pb - bc * pc) / det;
      *to_c = (bb * pc - bc * pb) / det;
      if (*to_b >= 0 && *to_c >= 0 && *to_b + *to_c <= 1)
        return;
    }

  try_edge (place, a, b, 0, 0, 1, 0, to_b, to_c, &distance);
  try_edge (place, a, c, 0, 0, 0, 1, to_b, to_c, &distance);
  try_edge (place, b, c, 1, 0, 0, 1, to_b, to_c, &distance);
}

/* Looks at the two triangles of a mesh square. */
static void
search_square (const TautMuscleSheet *sheet,
               guint                  column,
               guint                  row,
               TautVector             position,
               TautSheetPlace        *place,
               TautVector            *way)
{
  TautVector corners[2][2];

  g_assert (place != NULL);

  for (guint i = 0; i < 4; i++)
    corners[i / 2][i % 2] = taut_muscle_sheet_get_vertex (sheet, column + i / 2, row + i % 2)->position;

  for (guint half = 0; half < 2; half++)
    {
      TautVector a = corners[half][half];
      TautVector b = corners[1 - half][half];
      TautVector c = corners[half][1 - half];
      double to_b, to_c;
      TautVector drop;

      drop_on_triangle (a, b, c, position, &to_b, &to_c);
      drop = taut_vector_add (a, taut_vector_add
                                 (taut_vector_scale (taut_vector_subtract (b, a), to_b),
                                  taut_vector_scale (taut_vector_subtract (c, a), to_c)));
      drop = taut_vector_subtract (position, drop);
      if (taut_vector_dot (drop, drop) < taut_vector_dot (*way, *way))
        {
          *way = drop;
          place->across = (column + (half == 0 ? to_b : 1 - to_b)) / (sheet->n_columns - 1);
          place->along = (row + (half == 0 ? to_c : 1 - to_c)) / (sheet->n_rows - 1);
        }
    }
}

static double
mix_values (const double *values,
            guint         n,
            double        share)
{
  double at = share * (n - 1);
  guint low = MIN ((guint) at, n - 2);

  g_assert (values != NULL);

  return values[low] + (values[low + 1] - values[low]) * (at - low);
}

/* The sine of the angle at which fibres and rows cross near a vertex. */
static double
get_slant (const TautMuscleSheet *sheet,
           guint                  vertex)
{
  guint column = vertex / sheet->n_rows;
  guint row = vertex % sheet->n_rows;
  TautVector along, aside;

  along = taut_vector_subtract
            (taut_muscle_sheet_get_vertex (sheet, column, MIN (row + 2, sheet->n_rows - 1))->position,
             taut_muscle_sheet_get_vertex (sheet, column, row > 1 ? row - 2 : 0)->position);
  aside = taut_vector_subtract
            (taut_muscle_sheet_get_vertex (sheet, MIN (column + 2, sheet->n_columns - 1), row)->position,
             taut_muscle_sheet_get_vertex (sheet, column > 1 ? column - 2 : 0, row)->position);

  return taut_vector_length (taut_vector_cross (taut_vector_normalize (along),
                                                taut_vector_normalize (aside)));
}

/* Sets how deep inside a place lies, or how far outside. @way leads to it from the
 * nearest place of the mesh. */
static void
measure_depth (const TautMuscleSheet *sheet,
               TautVector             way,
               TautSheetPlace        *place)
{
  const double edge = 1e-6;
  TautVector normal = sheet->vertices[place->vertex].normal;
  double beside = taut_vector_length
                    (taut_vector_subtract (way, taut_vector_scale
                                                  (normal, taut_vector_dot (way, normal))));
  double width, length;

  g_assert (place != NULL);

  /* Where a sheet folds, what lies beside it may be nearest to its inside. */
  if (beside > MOST_BESIDE || place->along < edge || place->along > 1 - edge ||
      place->across < edge || place->across > 1 - edge)
    {
      place->depth = -beside;
      return;
    }

  width = mix_values (sheet->widths, sheet->n_rows, place->along);
  length = mix_values (sheet->lengths, sheet->n_columns, place->across);
  place->depth = MIN (width * MIN (place->across, 1 - place->across),
                      length * MIN (place->along, 1 - place->along)) *
                 get_slant (sheet, place->vertex);
}

/* Public */

TautMuscleSheet *
taut_muscle_sheet_new (TautSkin              *skin,
                       const TautMuscleShape *shape)
{
  TautMuscleSheet *sheet;

  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (shape != NULL, NULL);

  sheet = taut_muscle_sheet_weave (skin, shape);
  if (sheet != NULL)
    fill_buckets (sheet);

  return sheet;
}

void
taut_muscle_sheet_free (TautMuscleSheet *sheet)
{
  if (sheet == NULL)
    return;

  g_clear_pointer (&sheet->buckets, g_hash_table_unref);
  g_free (sheet->vertices);
  g_free (sheet->widths);
  g_free (sheet->lengths);
  g_free (sheet->tendons);
  g_free (sheet);
}

static void
find_in_squares (const TautMuscleSheet *sheet,
                 guint                  nearest,
                 TautVector             position,
                 TautSheetPlace        *place)
{
  guint column = nearest / sheet->n_rows;
  guint row = nearest % sheet->n_rows;
  TautVector way = { 1e3, 0, 0 };

  g_assert (place != NULL);

  place->vertex = nearest;
  for (guint i = column > 1 ? column - 2 : 0; i <= MIN (column + 1, sheet->n_columns - 2); i++)
    for (guint k = row > 1 ? row - 2 : 0; k <= MIN (row + 1, sheet->n_rows - 2); k++)
      search_square (sheet, i, k, position, place, &way);

  measure_depth (sheet, way, place);
}

/* From vertex to vertex, as long as the next one is nearer. */
static guint
descend (const TautMuscleSheet *sheet,
         guint                  vertex,
         TautVector             position,
         double                *distance)
{
  guint from;

  *distance = taut_vector_get_distance (sheet->vertices[vertex].position, position);
  do
    {
      guint column = vertex / sheet->n_rows;
      guint row = vertex % sheet->n_rows;

      from = vertex;
      for (guint i = column > 0 ? column - 1 : 0; i <= MIN (column + 1, sheet->n_columns - 1); i++)
        for (guint k = row > 0 ? row - 1 : 0; k <= MIN (row + 1, sheet->n_rows - 1); k++)
          {
            double found = taut_vector_get_distance (taut_muscle_sheet_get_vertex (sheet, i, k)->position, position);

            if (found < *distance)
              {
                *distance = found;
                vertex = i * sheet->n_rows + k;
              }
          }
    }
  while (vertex != from);

  return vertex;
}

gboolean
taut_muscle_sheet_find_near (const TautMuscleSheet *sheet,
                             guint                  vertex,
                             TautVector             position,
                             TautVector             normal,
                             TautSheetPlace        *place)
{
  double distance;

  g_return_val_if_fail (sheet != NULL, FALSE);
  g_return_val_if_fail (vertex < sheet->n_rows * sheet->n_columns, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  vertex = descend (sheet, vertex, position, &distance);
  if (distance > TAUT_SHEET_REACH / 2 ||
      taut_vector_dot (sheet->vertices[vertex].normal, normal) <= LEAST_AGREEMENT)
    return taut_muscle_sheet_find (sheet, position, normal, place);

  find_in_squares (sheet, vertex, position, place);
  return TRUE;
}

gboolean
taut_muscle_sheet_find (const TautMuscleSheet *sheet,
                        TautVector             position,
                        TautVector             normal,
                        TautSheetPlace        *place)
{
  int x = floor (position.x / BUCKET);
  int y = floor (position.y / BUCKET);
  int z = floor (position.z / BUCKET);
  double distance = TAUT_SHEET_REACH * TAUT_SHEET_REACH;
  guint nearest = G_MAXUINT;

  g_return_val_if_fail (sheet != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  for (int i = -1; i <= 1; i++)
    for (int k = -1; k <= 1; k++)
      for (int j = -1; j <= 1; j++)
        search_bucket (sheet, get_bucket (x + i, y + k, z + j), position, normal,
                       &nearest, &distance);
  if (nearest == G_MAXUINT)
    return FALSE;

  find_in_squares (sheet, nearest, position, place);
  return TRUE;
}
