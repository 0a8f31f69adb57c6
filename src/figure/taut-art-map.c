/* taut-art-map.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-map"

#include "config.h"

#include "taut-art-map.h"

#include <math.h>

#include "taut-art-raster.h"

/* Room around the body, so that every line closes by itself. */
#define MARGIN 8.0
/* Far outside, as far as the pictures care. */
#define FAR_OUTSIDE 60.0f
/* Limbs win over the trunk that they grow from; else their shared skin would
 * speckle. */
#define LIMB_BIAS 0.6f

/* What one lattice shows along each of its columns. */
typedef struct
{
  const TautLattice *lattice;
  float *low;
  int *top;
} Columns;

static void
columns_init (Columns           *columns,
              const TautLattice *lattice)
{
  int width = lattice->size[0];
  int height = lattice->size[1];
  int deep = lattice->size[2];

  g_assert (columns);

  columns->lattice = lattice;
  columns->low = g_new (float, (gsize) width * height);
  columns->top = g_new (int, (gsize) width * height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const float *values = lattice->values + taut_lattice_index (lattice, x, y, 0);
        float low = values[0];
        int top = -1;

        for (int z = 0; z < deep; z++)
          {
            low = MIN (low, values[z]);
            if (values[z] < 0)
              top = z;
          }
        columns->low[(gsize) y * width + x] = low;
        columns->top[(gsize) y * width + x] = top;
      }
}

static void
columns_clear (Columns *columns)
{
  g_assert (columns);

  g_free (columns->low);
  g_free (columns->top);
}

/* The lattice at a column between four, by sample of depth. */
static double
mix_columns (const float *const corner[4],
             double             fx,
             double             fy,
             int                z)
{
  return (corner[0][z] * (1 - fx) + corner[1][z] * fx) * (1 - fy) +
         (corner[2][z] * (1 - fx) + corner[3][z] * fx) * fy;
}

/* The skin met first by a viewer, in lattice samples; -1 when there is none. */
static double
find_skin (const Columns *columns,
           double         x,
           double         y)
{
  const TautLattice *lattice = columns->lattice;
  int width = lattice->size[0];
  int column = CLAMP ((int) floor (x), 0, width - 2);
  int row = CLAMP ((int) floor (y), 0, lattice->size[1] - 2);
  double fx = CLAMP (x - column, 0, 1);
  double fy = CLAMP (y - row, 0, 1);
  const float *corner[4];
  double before = 0;
  int top = -1;

  for (int i = 0; i < 4; i++)
    {
      int at_x = column + i % 2;
      int at_y = row + i / 2;

      corner[i] = lattice->values + taut_lattice_index (lattice, at_x, at_y, 0);
      top = MAX (top, columns->top[(gsize) at_y * width + at_x]);
    }
  if (top < 0)
    return -1;

  top = MIN (top + 1, lattice->size[2] - 1);
  before = mix_columns (corner, fx, fy, top);
  for (int z = top - 1; z >= 0; z--)
    {
      double value = mix_columns (corner, fx, fy, z);

      if (value < 0)
        return before > 0 ? z + value / (value - before) : z + 1;
      before = value;
    }

  return -1;
}

static double
sample_lattice (const TautLattice *lattice,
                double             x,
                double             y,
                double             z)
{
  int at[3];
  double f[3];
  double place[3] = { x, y, z };
  double sum = 0;

  g_assert (lattice);

  for (int a = 0; a < 3; a++)
    {
      double inside = CLAMP (place[a], 0, lattice->size[a] - 1);

      at[a] = MIN ((int) inside, lattice->size[a] - 2);
      f[a] = inside - at[a];
    }
  for (int i = 0; i < 8; i++)
    {
      double weight = (i & 1 ? f[0] : 1 - f[0]) * (i & 2 ? f[1] : 1 - f[1]) *
                      (i & 4 ? f[2] : 1 - f[2]);

      sum += weight * lattice->values[taut_lattice_index (lattice, at[0] + (i & 1),
                                                          at[1] + (i >> 1 & 1), at[2] + (i >> 2))];
    }

  return sum;
}

static TautVector
get_gradient (const TautLattice *lattice,
              double             x,
              double             y,
              double             z)
{
  return taut_vector_normalize ((TautVector) {
    sample_lattice (lattice, x + 1, y, z) - sample_lattice (lattice, x - 1, y, z),
    sample_lattice (lattice, x, y + 1, z) - sample_lattice (lattice, x, y - 1, z),
    sample_lattice (lattice, x, y, z + 1) - sample_lattice (lattice, x, y, z - 1),
  });
}

static void
place_window (const TautArtMap  *map,
              const TautLattice *lattice,
              TautArtWindow     *window)
{
  double left = lattice->origin[0] * lattice->step;
  double top = lattice->origin[1] * lattice->step;

  g_assert (map && window);

  window->x = (int) ceil ((left - map->x0) / map->step - 1e-6);
  window->y = (int) ceil ((top - map->y0) / map->step - 1e-6);
  window->width = (int) floor ((left + (lattice->size[0] - 1) * lattice->step - map->x0) /
                               map->step + 1e-6) - window->x + 1;
  window->height = (int) floor ((top + (lattice->size[1] - 1) * lattice->step - map->y0) /
                                map->step + 1e-6) - window->y + 1;
  window->low = g_new (float, (gsize) window->width * window->height);
  window->depth = g_new (float, (gsize) window->width * window->height);
}

static void
compose_sample (TautArtMap    *map,
                TautArtWindow *window,
                const Columns *columns,
                TautPart       part,
                int            column,
                int            row)
{
  const TautLattice *lattice = columns->lattice;
  gsize own = (gsize) row * window->width + column;
  gsize whole = (gsize) (row + window->y) * map->width + column + window->x;
  double x = (map->x0 + (column + window->x) * map->step) / lattice->step - lattice->origin[0];
  double y = (map->y0 + (row + window->y) * map->step) / lattice->step - lattice->origin[1];
  double z = find_skin (columns, x, y);
  float bias = part == TAUT_PART_TORSO ? 0 : LIMB_BIAS;

  window->low[own] = taut_raster_sample (columns->low, lattice->size[0], lattice->size[1], x, y);
  window->depth[own] = TAUT_ART_NOWHERE;
  map->low[whole] = MIN (map->low[whole], window->low[own]);
  if (z < 0)
    return;

  window->depth[own] = (float) ((z + lattice->origin[2]) * lattice->step);
  if (window->depth[own] + bias > map->depth[whole])
    {
      TautVector normal = get_gradient (lattice, x, y, z);

      map->depth[whole] = window->depth[own];
      map->part[whole] = (gint8) part;
      map->seen[whole] = 1;
      map->normal[0][whole] = (float) normal.x;
      map->normal[1][whole] = (float) normal.y;
      map->normal[2][whole] = (float) normal.z;
    }
}

static void
compose_part (TautArtMap        *map,
              const TautLattice *lattice,
              TautPart           part)
{
  TautArtWindow *window = &map->windows[part];
  Columns columns;

  g_assert (map);

  place_window (map, lattice, window);
  columns_init (&columns, lattice);
  for (int row = 0; row < window->height; row++)
    for (int column = 0; column < window->width; column++)
      compose_sample (map, window, &columns, part, column, row);
  columns_clear (&columns);
}

/* The raster lies on multiples of the step, so that mirror images match. */
static void
place_map (TautArtMap        *map,
           TautLattice *const lattices[TAUT_N_PARTS])
{
  double low[2] = { G_MAXDOUBLE, G_MAXDOUBLE };
  double high[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  g_assert (map);

  for (int part = 0; part < TAUT_N_PARTS; part++)
    for (int a = 0; a < 2 && lattices[part]; a++)
      {
        const TautLattice *lattice = lattices[part];

        low[a] = MIN (low[a], lattice->origin[a] * lattice->step);
        high[a] = MAX (high[a], (lattice->origin[a] + lattice->size[a] - 1) * lattice->step);
      }
  if (low[0] > high[0])
    low[0] = low[1] = high[0] = high[1] = 0;

  map->x0 = floor ((low[0] - MARGIN) / map->step) * map->step;
  map->y0 = floor ((low[1] - MARGIN) / map->step) * map->step;
  map->width = (int) ceil ((high[0] + MARGIN - map->x0) / map->step) + 1;
  map->height = (int) ceil ((high[1] + MARGIN - map->y0) / map->step) + 1;
}

static gboolean
to_sample (const TautArtMap *map,
           double            x,
           double            y,
           int              *column,
           int              *row)
{
  g_assert (map && column && row);

  *column = (int) floor ((x - map->x0) / map->step + 0.5);
  *row = (int) floor ((y - map->y0) / map->step + 0.5);

  return *column >= 0 && *row >= 0 && *column < map->width && *row < map->height;
}

/* Public API */

TautArtMap *
taut_art_map_new (TautLattice *const lattices[TAUT_N_PARTS],
                  double             step)
{
  TautArtMap *map = NULL;
  gsize n = 0;

  g_return_val_if_fail (lattices, NULL);
  g_return_val_if_fail (step > 0, NULL);

  map = g_new0 (TautArtMap, 1);
  map->step = step;
  place_map (map, lattices);
  n = (gsize) map->width * map->height;
  map->low = g_new (float, n);
  map->depth = g_new (float, n);
  map->part = g_new (gint8, n);
  map->seen = g_new0 (guint8, n);
  for (int a = 0; a < 3; a++)
    map->normal[a] = g_new0 (float, n);
  for (gsize i = 0; i < n; i++)
    {
      map->low[i] = FAR_OUTSIDE;
      map->depth[i] = TAUT_ART_NOWHERE;
      map->part[i] = -1;
    }

  for (int part = 0; part < TAUT_N_PARTS; part++)
    {
      if (lattices[part])
        compose_part (map, lattices[part], part);
    }

  return map;
}

void
taut_art_map_free (TautArtMap *map)
{
  if (!map)
    return;

  g_free (map->low);
  g_free (map->depth);
  g_free (map->part);
  g_free (map->seen);
  for (int a = 0; a < 3; a++)
    g_free (map->normal[a]);
  for (int part = 0; part < TAUT_N_PARTS; part++)
    {
      g_free (map->windows[part].low);
      g_free (map->windows[part].depth);
    }
  g_free (map);
}

float
taut_art_map_get_depth (const TautArtMap *map,
                        double            x,
                        double            y)
{
  int column = 0;
  int row = 0;

  g_return_val_if_fail (map, TAUT_ART_NOWHERE);

  if (!to_sample (map, x, y, &column, &row))
    return TAUT_ART_NOWHERE;

  return map->depth[(gsize) row * map->width + column];
}

float
taut_art_map_get_own_depth (const TautArtMap *map,
                            TautPart          part,
                            double            x,
                            double            y)
{
  const TautArtWindow *window = NULL;
  int column = 0;
  int row = 0;

  g_return_val_if_fail (map, TAUT_ART_NOWHERE);
  g_return_val_if_fail (part < TAUT_N_PARTS, TAUT_ART_NOWHERE);

  window = &map->windows[part];
  to_sample (map, x, y, &column, &row);
  column -= window->x;
  row -= window->y;
  if (column < 0 || row < 0 || column >= window->width || row >= window->height)
    return TAUT_ART_NOWHERE;

  return window->depth[(gsize) row * window->width + column];
}

TautVector
taut_art_map_get_normal (const TautArtMap *map,
                         double            x,
                         double            y)
{
  double column = 0;
  double row = 0;

  g_return_val_if_fail (map, ((TautVector) { 0, 0, 0 }));

  column = (x - map->x0) / map->step;
  row = (y - map->y0) / map->step;

  return (TautVector) {
    taut_raster_sample (map->normal[0], map->width, map->height, column, row),
    taut_raster_sample (map->normal[1], map->width, map->height, column, row),
    taut_raster_sample (map->normal[2], map->width, map->height, column, row),
  };
}
