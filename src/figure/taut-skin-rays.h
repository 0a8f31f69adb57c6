/* taut-skin-rays.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-body-field.h"
#include "taut-mesh.h"
#include "taut-skin-file.h"

G_BEGIN_DECLS

/**
 * TautSkinRays:
 * @grids: the layout, one for each segment
 * @radii: see #TautSkinGrid
 * @places: see #TautSkinGrid
 *
 * Where the addresses of all segments meet the skin.
 */
typedef struct
{
  TautSkinGrid grids[TAUT_N_SEGMENTS];
  float *radii;
  guint32 *places;
  guint n_nodes;
} TautSkinRays;

/**
 * taut_skin_rays_new:
 * @frames: the axes of the segments
 * @field: the body at rest
 * @mesh: its skin, left half
 * @owners: the segment of each vertex
 * @cells: the cell of each vertex
 */
TautSkinRays *taut_skin_rays_new  (const TautSkinFrame *frames,
                                   const TautBodyField *field,
                                   const TautMesh      *mesh,
                                   const guint8        *owners,
                                   const guint32       *cells);
void          taut_skin_rays_free (TautSkinRays        *rays);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSkinRays, taut_skin_rays_free)

/* The part of the body whose field holds the skin of a segment, left half. */
TautPart      taut_skin_rays_get_part (TautSegment segment);

G_END_DECLS
