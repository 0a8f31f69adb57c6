/* taut-skin-builder.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-body-field.h"
#include "taut-skin-clusters.h"
#include "taut-skin-frame.h"

G_BEGIN_DECLS

/**
 * TautSkinBuilder:
 * @mesh: the left half of the skin at rest
 * @owners: the segment of each vertex
 * @parts: the part whose field makes the skin at each vertex
 * @clusters: the cells
 * @bytes: the skin file
 *
 * The skin while it is being built, with the mesh that the maps of the views
 * need.
 */
typedef struct
{
  TautMesh *mesh;
  guint8 *owners;
  guint8 *parts;
  TautSkinClusters *clusters;
  GBytes *bytes;
} TautSkinBuilder;

/* Distances in figure units that make the product's skin. */
#define TAUT_SKIN_MESH_STEP 0.8
#define TAUT_SKIN_CELL_SPACING 2.45

/**
 * taut_skin_builder_new:
 * @frames: the axes of the segments
 * @field: torso, head, left arm and left leg of the neutral body at rest
 * @mesh_step: width of the mesh
 * @cell_spacing: least distance between the seeds of two cells
 *
 * Cuts the skin. Always the same for the same field.
 */
TautSkinBuilder *taut_skin_builder_new         (const TautSkinFrame *frames,
                                                const TautBodyField *field,
                                                double               mesh_step,
                                                double               cell_spacing);
void             taut_skin_builder_free        (TautSkinBuilder     *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSkinBuilder, taut_skin_builder_free)

/* The field of the neutral body at rest, left half, fine where it must be. */
TautBodyField   *taut_skin_builder_sample_rest (TautRig             *rest,
                                                const TautSkinFrame *frames);

G_END_DECLS
