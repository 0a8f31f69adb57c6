/* taut-lattice.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-lattice"

#include "config.h"

#include "taut-lattice-private.h"

#include <string.h>

#define MAX_THREADS 4

/* What taut_lattice_get() tells of places without samples. */
#define OUTSIDE 1000.0

/* Threads */

typedef struct
{
  TautSlabFunc func;
  gpointer data;
  int from;
  int to;
} Slab;

static gpointer
run_slab (gpointer data)
{
  Slab *slab = data;

  slab->func (slab->data, slab->from, slab->to);
  return NULL;
}

void
taut_slabs_run (TautSlabFunc func,
                gpointer     data,
                int          n)
{
  int n_threads = CLAMP (MIN ((int) g_get_num_processors (), n), 1, MAX_THREADS);
  Slab slabs[MAX_THREADS];
  GThread *threads[MAX_THREADS] = { NULL };

  g_return_if_fail (func != NULL);

  for (int i = 0; i < n_threads; i++)
    {
      slabs[i] = (Slab) { func, data, n * i / n_threads, n * (i + 1) / n_threads };
      if (i > 0)
        threads[i] = g_thread_new ("slab", run_slab, &slabs[i]);
    }
  run_slab (&slabs[0]);
  for (int i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);
}

/* Making */

TautLattice *
taut_lattice_new (const double *low,
                  const double *high,
                  double        step)
{
  TautLattice *lattice;

  g_return_val_if_fail (low != NULL, NULL);
  g_return_val_if_fail (high != NULL, NULL);
  g_return_val_if_fail (step > 0, NULL);

  lattice = g_new0 (TautLattice, 1);
  lattice->step = step;
  for (guint i = 0; i < 3; i++)
    {
      lattice->origin[i] = (int) floor (low[i] / step);
      lattice->size[i] = MAX ((int) ceil (high[i] / step) - lattice->origin[i] + 1, 2);
    }
  lattice->values = g_malloc_n ((gsize) lattice->size[0] * lattice->size[1] * lattice->size[2],
                                sizeof *lattice->values);
  return lattice;
}

void
taut_lattice_free (TautLattice *lattice)
{
  g_return_if_fail (lattice != NULL);

  g_free (lattice->values);
  g_free (lattice);
}

void
taut_lattice_mirror_half (TautLattice *lattice)
{
  g_return_if_fail (lattice != NULL);

  for (int y = 0; y < lattice->size[1]; y++)
    for (int x = 0; x < lattice->size[0] && lattice->origin[0] + x < 0; x++)
      {
        int image = -(lattice->origin[0] + x) - lattice->origin[0];

        if (image < lattice->size[0])
          memcpy (lattice->values + taut_lattice_index (lattice, x, y, 0),
                  lattice->values + taut_lattice_index (lattice, image, y, 0),
                  lattice->size[2] * sizeof *lattice->values);
      }
}

TautLattice *
taut_lattice_mirror (const TautLattice *lattice)
{
  TautLattice *mirror;
  int n;

  g_return_val_if_fail (lattice != NULL, NULL);

  n = lattice->size[0];
  mirror = g_memdup2 (lattice, sizeof *lattice);
  mirror->origin[0] = -(lattice->origin[0] + n - 1);
  mirror->values = g_malloc_n ((gsize) n * lattice->size[1] * lattice->size[2],
                               sizeof *lattice->values);
  for (int y = 0; y < lattice->size[1]; y++)
    for (int x = 0; x < n; x++)
      memcpy (mirror->values + taut_lattice_index (mirror, x, y, 0),
              lattice->values + taut_lattice_index (lattice, n - 1 - x, y, 0),
              lattice->size[2] * sizeof *lattice->values);

  return mirror;
}

/* Reading */

/* Cell and the parts within it; FALSE outside. */
static gboolean
find_cell (const TautLattice *lattice,
           TautVector         at,
           int               *cell,
           double            *part)
{
  double place[3] = { at.x / lattice->step - lattice->origin[0],
                      at.y / lattice->step - lattice->origin[1],
                      at.z / lattice->step - lattice->origin[2] };

  for (guint i = 0; i < 3; i++)
    {
      if (!(place[i] >= 0 && place[i] <= lattice->size[i] - 1))
        return FALSE;
      cell[i] = MIN ((int) place[i], lattice->size[i] - 2);
      part[i] = place[i] - cell[i];
    }

  return TRUE;
}

double
taut_lattice_get (const TautLattice *lattice,
                  TautVector         at)
{
  int cell[3];
  double part[3];
  double sum = 0;

  g_return_val_if_fail (lattice != NULL, OUTSIDE);

  if (!find_cell (lattice, at, cell, part))
    return OUTSIDE;

  for (guint corner = 0; corner < 8; corner++)
    {
      int dx = corner & 1, dy = (corner >> 1) & 1, dz = corner >> 2;
      double weight = (dx ? part[0] : 1 - part[0]) * (dy ? part[1] : 1 - part[1]) *
                      (dz ? part[2] : 1 - part[2]);

      sum += weight * lattice->values[taut_lattice_index (lattice, cell[0] + dx, cell[1] + dy,
                                                          cell[2] + dz)];
    }

  return sum;
}

TautVector
taut_lattice_gradient (const TautLattice *lattice,
                       TautVector         at)
{
  TautVector zero = { 0, 0, 0 };
  double h;

  g_return_val_if_fail (lattice != NULL, zero);

  h = lattice->step;
#define SLOPE(dx, dy, dz) \
  ((taut_lattice_get (lattice, (TautVector) { at.x + (dx), at.y + (dy), at.z + (dz) }) - \
    taut_lattice_get (lattice, (TautVector) { at.x - (dx), at.y - (dy), at.z - (dz) })) / (2 * h))
  return (TautVector) { SLOPE (h, 0, 0), SLOPE (0, h, 0), SLOPE (0, 0, h) };
#undef SLOPE
}
