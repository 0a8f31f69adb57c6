/* taut-generator-skin.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-figure.h"
#include "taut-skin-map-builder.h"

G_BEGIN_DECLS

/**
 * TautGeneratorSkin:
 *
 * The figure generator's work on the skin.
 */
typedef struct _TautGeneratorSkin TautGeneratorSkin;

/* Cuts the skin and writes `skin.cells` into @output. @lattices are those of
 * @rest and are not needed later. */
TautGeneratorSkin *taut_generator_skin_new       (GFile                 *folder,
                                                  TautRig               *rest,
                                                  TautLattice *const    *lattices,
                                                  const char            *output,
                                                  GError               **error);
void               taut_generator_skin_free      (TautGeneratorSkin     *generator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautGeneratorSkin, taut_generator_skin_free)

/* The view box of a posed body, in whole units; for the art and for the map.
 * Parts without a lattice (NULL) are left out. */
TautViewBounds     taut_generator_skin_measure   (TautLattice *const    *lattices);

/* Writes `NAME.skinmap`; may run in several threads. */
gboolean           taut_generator_skin_write_map (TautGeneratorSkin         *generator,
                                                  const char                *name,
                                                  TautRig                   *rig,
                                                  TautLattice *const        *lattices,
                                                  const TautSkinMapOptions  *options,
                                                  GError                   **error);

G_END_DECLS
