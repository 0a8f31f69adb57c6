/* taut-lattice-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-lattice.h"

G_BEGIN_DECLS

/* A lattice over the box from @low to @high, its values not set. */
TautLattice *taut_lattice_new    (const double  *low,
                                  const double  *high,
                                  double         step);

/* Samples beside the middle plane x = 0 get the values of their images. */
void         taut_lattice_mirror_half (TautLattice *lattice);
/* The lattice of the other half of the body. */
TautLattice *taut_lattice_mirror (const TautLattice *lattice);

/* Gaussian, in figure units; values beyond @far count as @far. */
void         taut_lattice_blur   (TautLattice   *lattice,
                                  double         sigma,
                                  float          far);

typedef void (* TautSlabFunc) (gpointer  data,
                               int       from,
                               int       to);

/* Runs @func over parts of 0 .. @n - 1, in threads. */
void         taut_slabs_run      (TautSlabFunc   func,
                                  gpointer       data,
                                  int            n);

G_END_DECLS
