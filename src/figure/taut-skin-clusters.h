/* taut-skin-clusters.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-mesh.h"
#include "taut-skin.h"

G_BEGIN_DECLS

/**
 * TautSkinClusters:
 * @of_vertex: the cell of each vertex of the mesh, one of the left half
 * @cells: the left half's @n_cells cells, then their mirror images
 * @broad: normals of all cells, smoothed over the neighbours
 * @starts: for all cells and one more, where their neighbours start in @links
 * @links: neighbours of all cells, rising
 *
 * The mesh cut into skin cells.
 */
typedef struct
{
  guint32 *of_vertex;
  TautSkinCell *cells;
  float (*broad)[3];
  guint32 *starts;
  guint32 *links;
  guint n_cells;
} TautSkinClusters;

/**
 * taut_skin_clusters_new:
 * @mesh: the left half
 * @owners: the segment of each vertex; no cell lies in two segments
 * @spacing: least distance between the seeds of two cells, along the skin
 *
 * Always the same for the same mesh.
 */
TautSkinClusters *taut_skin_clusters_new  (const TautMesh   *mesh,
                                           const guint8     *owners,
                                           double            spacing);
void              taut_skin_clusters_free (TautSkinClusters *clusters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSkinClusters, taut_skin_clusters_free)

G_END_DECLS
