/* taut-lattice.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-vector.h"

G_BEGIN_DECLS

/**
 * TautLattice:
 * @origin: index of the first sample on each axis (x, y, z); sample i of axis a
 *   lies at (origin[a] + i) * step, so lattices of one step share their samples
 *   and zero is always one of them
 * @size: number of samples on each axis
 * @step: distance between samples, figure units
 * @values: signed distance to the skin, negative inside, figure units;
 *   z runs fastest, then x, then y
 *
 * A sampled distance field of one part of the posed body in camera space: x to
 * the right of the page, y down, z towards the viewer.
 */
typedef struct
{
  int origin[3];
  int size[3];
  double step;
  float *values;
} TautLattice;

void   taut_lattice_free      (TautLattice        *lattice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautLattice, taut_lattice_free)

static inline gsize
taut_lattice_index (const TautLattice *lattice,
                    int                ix,
                    int                iy,
                    int                iz)
{
  return ((gsize) iy * lattice->size[0] + ix) * lattice->size[2] + iz;
}

/* Trilinear; far outside the lattice a large positive number. */
double     taut_lattice_get      (const TautLattice *lattice,
                                  TautVector         at);
TautVector taut_lattice_gradient (const TautLattice *lattice,
                                  TautVector         at);

G_END_DECLS
