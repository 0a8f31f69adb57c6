/* taut-mesh-finish.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-mesh-finish"

#include "config.h"

#include "taut-mesh-private.h"

static TautVector
get_triangle_normal (const TautMesh *mesh,
                     guint           triangle)
{
  const guint32 *t = mesh->triangles[triangle];
  TautVector a = mesh->positions[t[0]];

  g_assert (mesh != NULL);

  return taut_vector_scale (taut_vector_cross (taut_vector_subtract (mesh->positions[t[1]], a),
                                               taut_vector_subtract (mesh->positions[t[2]], a)),
                            0.5);
}

static void
compute_normals (TautMesh *mesh)
{
  g_assert (mesh != NULL);

  mesh->normals = g_new0 (TautVector, MAX (mesh->n_vertices, 1));
  for (guint i = 0; i < mesh->n_triangles; i++)
    {
      TautVector normal = get_triangle_normal (mesh, i);

      for (guint k = 0; k < 3; k++)
        {
          TautVector *n = &mesh->normals[mesh->triangles[i][k]];

          *n = taut_vector_add (*n, normal);
        }
    }
  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      if (mesh->positions[i].x == 0)
        mesh->normals[i].x = 0;
      mesh->normals[i] = taut_vector_normalize (mesh->normals[i]);
    }
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

static void
link_vertices (TautMesh *mesh)
{
  g_autofree guint32 *fill = g_new0 (guint32, mesh->n_vertices + 1);
  g_autofree guint32 *all = NULL;
  guint32 n_links = 0;

  g_assert (mesh != NULL);

  for (guint i = 0; i < mesh->n_triangles; i++)
    for (guint k = 0; k < 3; k++)
      fill[mesh->triangles[i][k] + 1] += 2;
  for (guint i = 0; i < mesh->n_vertices; i++)
    fill[i + 1] += fill[i];
  mesh->starts = g_memdup2 (fill, (mesh->n_vertices + 1) * sizeof *fill);
  all = g_new (guint32, MAX (fill[mesh->n_vertices], 1));
  for (guint i = 0; i < mesh->n_triangles; i++)
    for (guint k = 0; k < 3; k++)
      {
        guint32 v = mesh->triangles[i][k];

        all[fill[v]++] = mesh->triangles[i][(k + 1) % 3];
        all[fill[v]++] = mesh->triangles[i][(k + 2) % 3];
      }

  mesh->links = g_new (guint32, MAX (mesh->starts[mesh->n_vertices], 1));
  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      guint32 *links = all + mesh->starts[i];
      guint n = mesh->starts[i + 1] - mesh->starts[i];
      guint32 begin = n_links;

      qsort (links, n, sizeof *links, compare_numbers);
      for (guint k = 0; k < n; k++)
        if (k == 0 || links[k] != links[k - 1])
          mesh->links[n_links++] = links[k];
      mesh->starts[i] = begin;
    }
  mesh->starts[mesh->n_vertices] = n_links;
}

void
taut_mesh_finish (TautMesh *mesh)
{
  g_return_if_fail (mesh != NULL);

  compute_normals (mesh);
  link_vertices (mesh);
}

void
taut_mesh_free (TautMesh *mesh)
{
  if (mesh == NULL)
    return;

  g_free (mesh->positions);
  g_free (mesh->normals);
  g_free (mesh->triangles);
  g_free (mesh->starts);
  g_free (mesh->links);
  g_free (mesh);
}

double *
taut_mesh_measure_areas (const TautMesh *mesh)
{
  double *areas;

  g_return_val_if_fail (mesh != NULL, NULL);

  areas = g_new0 (double, MAX (mesh->n_vertices, 1));
  for (guint i = 0; i < mesh->n_triangles; i++)
    {
      double area = taut_vector_length (get_triangle_normal (mesh, i));

      for (guint k = 0; k < 3; k++)
        areas[mesh->triangles[i][k]] += area / 3;
    }
  return areas;
}
