/* test-mesh.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-mesh.h"

static double
sphere (TautVector at,
        gpointer   user_data)
{
  const TautVector *centre = user_data;

  return taut_vector_length (taut_vector_subtract (at, *centre)) - 10;
}

/* Two plates whose gap is narrower than a cube, joined at one end. */
static double
clothes_peg (TautVector at,
             gpointer   user_data)
{
  double thickness = fabs (fabs (at.z) - 2.25) - 2;
  double plate = MAX (MAX (thickness, fabs (at.y) - 20), at.x - 8);
  double root = MAX (MAX (fabs (at.z) - 4.25, at.x - 8), at.y + 15);

  return MIN (plate, MAX (root, -20 - at.y));
}

static double
measure_area (const TautMesh *mesh)
{
  g_autofree double *areas = taut_mesh_measure_areas (mesh);
  double sum = 0;

  for (guint i = 0; i < mesh->n_vertices; i++)
    sum += areas[i];
  return sum;
}

/* Every edge belongs to two triangles, or lies on the midline and belongs to
 * one. */
static void
check_closed (const TautMesh *mesh)
{
  g_autoptr (GHashTable) edges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  for (guint i = 0; i < mesh->n_triangles; i++)
    for (guint k = 0; k < 3; k++)
      {
        guint64 a = mesh->triangles[i][k];
        guint64 b = mesh->triangles[i][(k + 1) % 3];
        guint64 *edge = g_memdup2 (&(guint64) { MIN (a, b) << 32 | MAX (a, b) }, sizeof *edge);
        int count = GPOINTER_TO_INT (g_hash_table_lookup (edges, edge));

        g_hash_table_insert (edges, edge, GINT_TO_POINTER (count + 1));
      }

  g_hash_table_iter_init (&iter, edges);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint64 edge = *(guint64 *) key;
      gboolean midline = mesh->positions[edge >> 32].x == 0 &&
                         mesh->positions[edge & G_MAXUINT32].x == 0;

      g_assert_cmpint (GPOINTER_TO_INT (value), ==, midline ? 1 : 2);
    }
}

static void
test_half_sphere (void)
{
  TautVector centre = { 0, 3.3, -1.7 };
  g_autoptr (TautMesh) mesh = taut_mesh_new (sphere, &centre, (TautVector) { -12, -9, -14 },
                                             (TautVector) { 12, 15, 11 }, 0.8);

  check_closed (mesh);
  g_assert_cmpfloat_with_epsilon (measure_area (mesh), 2 * G_PI * 100, 4);
  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      TautVector out = taut_vector_subtract (mesh->positions[i], centre);

      g_assert_cmpfloat (mesh->positions[i].x, >=, 0);
      g_assert_cmpfloat_with_epsilon (taut_vector_length (out), 10, 0.02);
      g_assert_cmpfloat (taut_vector_dot (taut_vector_normalize (out), mesh->normals[i]), >, 0.98);
    }
}

static void
test_whole_sphere (void)
{
  TautVector centre = { 20, 0, 0 };
  g_autoptr (TautMesh) mesh = taut_mesh_new (sphere, &centre, (TautVector) { -32, -12, -12 },
                                             (TautVector) { 32, 12, 12 }, 1);

  check_closed (mesh);
  g_assert_cmpfloat_with_epsilon (measure_area (mesh), 4 * G_PI * 100, 10);
  /* Euler's formula of a closed surface. */
  g_assert_cmpint ((int) mesh->n_vertices - (int) mesh->n_triangles / 2, ==, 2);
}

/* Sheets that nearly touch are not welded: no edge joins the plates. */
static void
test_gap (void)
{
  g_autoptr (TautMesh) mesh = taut_mesh_new (clothes_peg, NULL, (TautVector) { -10, -24, -8 },
                                             (TautVector) { 10, 24, 8 }, 0.8);

  check_closed (mesh);
  for (guint i = 0; i < mesh->n_vertices; i++)
    for (guint k = mesh->starts[i]; k < mesh->starts[i + 1]; k++)
      {
        TautVector a = mesh->positions[i];
        TautVector b = mesh->positions[mesh->links[k]];

        if (MIN (a.y, b.y) > -13)
          g_assert_cmpfloat (a.z * b.z, >, 0);
      }
}

static void
test_links (void)
{
  TautVector centre = { 0, 0, 0 };
  g_autoptr (TautMesh) mesh = taut_mesh_new (sphere, &centre, (TautVector) { -12, -12, -12 },
                                             (TautVector) { 12, 12, 12 }, 2);

  for (guint i = 0; i < mesh->n_vertices; i++)
    for (guint k = mesh->starts[i]; k < mesh->starts[i + 1]; k++)
      {
        guint32 other = mesh->links[k];
        gboolean back = FALSE;

        if (k > mesh->starts[i])
          g_assert_cmpuint (mesh->links[k - 1], <, other);
        for (guint j = mesh->starts[other]; j < mesh->starts[other + 1]; j++)
          back |= mesh->links[j] == i;
        g_assert_true (back);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/mesh/half-sphere", test_half_sphere);
  g_test_add_func ("/figure/mesh/whole-sphere", test_whole_sphere);
  g_test_add_func ("/figure/mesh/gap", test_gap);
  g_test_add_func ("/figure/mesh/links", test_links);

  return g_test_run ();
}
