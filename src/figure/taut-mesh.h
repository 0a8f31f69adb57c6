/* taut-mesh.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-vector.h"

G_BEGIN_DECLS

/**
 * TautMesh:
 * @positions: @n_vertices places
 * @normals: outward, of length 1
 * @triangles: @n_triangles times three vertices, counterclockwise seen from
 *   outside
 * @starts: @n_vertices + 1 indices into @links
 * @links: the vertices that share an edge with each vertex, rising
 *
 * The skin of the left half as a mesh. Vertices of its open border lie exactly
 * at x = 0, so that the mirrored half fits.
 */
typedef struct
{
  TautVector *positions;
  TautVector *normals;
  guint32 (*triangles)[3];
  guint32 *starts;
  guint32 *links;
  guint n_vertices;
  guint n_triangles;
} TautMesh;

/* Signed distance, negative inside; even in x. Called in threads. */
typedef double (* TautFieldFunc) (TautVector at,
                                  gpointer   user_data);

/**
 * taut_mesh_new:
 * @field: the field whose zero is the skin; its slope is about 1
 * @user_data: for @field
 * @low: where to look
 * @high: where to look; at least 0 in x
 * @step: width of the cubes
 *
 * Dual marching cubes: one vertex for each sheet of skin in each cube, so that
 * sheets that pass each other closely are never welded together. Only the
 * largest piece that hangs together is kept.
 *
 * Returns: (transfer full): the mesh of the half with x >= 0
 */
TautMesh *taut_mesh_new           (TautFieldFunc    field,
                                   gpointer         user_data,
                                   TautVector       low,
                                   TautVector       high,
                                   double           step);
void      taut_mesh_free          (TautMesh        *mesh);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautMesh, taut_mesh_free)

/* One third of the triangles around each vertex, square units. */
double   *taut_mesh_measure_areas (const TautMesh  *mesh);

G_END_DECLS
