/* taut-mesh-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-mesh.h"

G_BEGIN_DECLS

/* Computes normals and links of a mesh that has positions and triangles. */
void taut_mesh_finish (TautMesh *mesh);

G_END_DECLS
