/* taut-skin-clusters.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Seeds are thrown like darts in a fixed shuffled order: a vertex becomes a seed
 * unless an earlier seed lies within the spacing along the edges of the mesh.
 * Then every vertex goes to the nearest seed, seeds move to the middle of what
 * they got, and so on a few times. Ways along the edges of the mesh are not the
 * same in all directions, so in the end the vertices at the borders of the
 * cells go to the seed that is nearest in a straight line. */

#define G_LOG_DOMAIN "taut-skin-clusters"

#include "config.h"

#include "taut-skin-clusters.h"

#include <string.h>

#define NO_CELL G_MAXUINT32
#define N_BUCKETS 64
#define BUCKET_WIDTH 0.25f
#define ROUNDS 2
#define STRAIGHTEN_ROUNDS 4
#define BROAD_ROUNDS 3
#define SHUFFLE_SEED 0x7461757421ull

typedef struct
{
  float distance;
  guint32 vertex;
} Entry;

typedef struct
{
  const TautMesh *mesh;
  const guint8 *owners;
  float *distances;
  GArray *buckets[N_BUCKETS];
  guint n_queued;
  guint32 *cells;
  GArray *seeds;
} Cutter;

/* Queue: the next in a ring of buckets, each of one width of distance. Within a
 * bucket the order does not matter, because what was too far is put in again
 * when it gets nearer. */

static void
push (Cutter  *cutter,
      float    distance,
      guint32  vertex)
{
  Entry entry = { distance, vertex };
  guint bucket = (guint) (distance / BUCKET_WIDTH) % N_BUCKETS;

  g_assert (cutter != NULL);

  g_array_append_val (cutter->buckets[bucket], entry);
  cutter->n_queued++;
}

/* Seeds */

static float
measure_edge (const TautMesh *mesh,
              guint32         a,
              guint32         b)
{
  g_assert (mesh != NULL);

  return taut_vector_length (taut_vector_subtract (mesh->positions[a], mesh->positions[b]));
}

static void
spread_from (Cutter *cutter,
             Entry   entry,
             double  limit)
{
  const TautMesh *mesh = cutter->mesh;

  g_assert (cutter != NULL);

  for (guint k = mesh->starts[entry.vertex]; k < mesh->starts[entry.vertex + 1]; k++)
    {
      guint32 to = mesh->links[k];
      float distance;

      if (cutter->owners[to] != cutter->owners[entry.vertex])
        continue;
      distance = entry.distance + measure_edge (mesh, entry.vertex, to);
      if (distance >= limit || distance >= cutter->distances[to])
        continue;
      cutter->distances[to] = distance;
      cutter->cells[to] = cutter->cells[entry.vertex];
      push (cutter, distance, to);
    }
}

/* Spreads what is queued over vertices of the same segment that are farther
 * from every seed so far. */
static void
spread (Cutter *cutter,
        double  limit)
{
  g_assert (cutter != NULL);

  for (guint at = 0; cutter->n_queued > 0; at = (at + 1) % N_BUCKETS)
    {
      GArray *bucket = cutter->buckets[at];

      for (guint i = 0; i < bucket->len; i++)
        {
          Entry entry = g_array_index (bucket, Entry, i);

          cutter->n_queued--;
          if (entry.distance <= cutter->distances[entry.vertex])
            spread_from (cutter, entry, limit);
        }
      g_array_set_size (bucket, 0);
    }
}

static guint64
next_random (guint64 *state)
{
  g_assert (state != NULL);

  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

static guint32 *
shuffle (guint n)
{
  guint32 *order = g_new (guint32, MAX (n, 1));
  guint64 state = SHUFFLE_SEED;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint k = next_random (&state) % i;
      guint32 other = order[k];

      order[k] = order[i - 1];
      order[i - 1] = other;
    }
  return order;
}

static void
forget (Cutter *cutter)
{
  g_assert (cutter != NULL);

  for (guint i = 0; i < cutter->mesh->n_vertices; i++)
    {
      cutter->distances[i] = G_MAXFLOAT;
      cutter->cells[i] = NO_CELL;
    }
}

static void
throw_seeds (Cutter *cutter,
             double  spacing)
{
  g_autofree guint32 *order = shuffle (cutter->mesh->n_vertices);

  g_assert (cutter != NULL);

  forget (cutter);
  for (guint i = 0; i < cutter->mesh->n_vertices; i++)
    {
      guint32 vertex = order[i];

      if (cutter->distances[vertex] < G_MAXFLOAT)
        continue;
      g_array_append_val (cutter->seeds, vertex);
      cutter->distances[vertex] = 0;
      push (cutter, 0, vertex);
      spread (cutter, spacing);
    }
}

static void
assign (Cutter *cutter)
{
  g_assert (cutter != NULL);

  forget (cutter);
  for (guint i = 0; i < cutter->seeds->len; i++)
    {
      guint32 seed = g_array_index (cutter->seeds, guint32, i);

      cutter->cells[seed] = i;
      cutter->distances[seed] = 0;
      push (cutter, 0, seed);
    }
  spread (cutter, G_MAXDOUBLE);
}

/* Area-weighted middles of the cells; areas of the cells too. */
static TautVector *
find_middles (const Cutter *cutter,
              const double *areas,
              double       *cell_areas)
{
  TautVector *middles = g_new0 (TautVector, MAX (cutter->seeds->len, 1));

  g_assert (cutter != NULL);
  g_assert (areas != NULL);
  g_assert (cell_areas != NULL);

  for (guint i = 0; i < cutter->mesh->n_vertices; i++)
    {
      TautVector *middle = &middles[cutter->cells[i]];

      *middle = taut_vector_add (*middle, taut_vector_scale (cutter->mesh->positions[i],
                                                             areas[i]));
      cell_areas[cutter->cells[i]] += areas[i];
    }
  for (guint i = 0; i < cutter->seeds->len; i++)
    middles[i] = taut_vector_scale (middles[i], 1 / cell_areas[i]);
  return middles;
}

static void
move_seeds (Cutter           *cutter,
            const TautVector *middles)
{
  g_autofree double *nearest = g_new (double, MAX (cutter->seeds->len, 1));

  g_assert (cutter != NULL);
  g_assert (middles != NULL);

  for (guint i = 0; i < cutter->seeds->len; i++)
    nearest[i] = G_MAXDOUBLE;
  for (guint i = 0; i < cutter->mesh->n_vertices; i++)
    {
      guint32 cell = cutter->cells[i];
      double distance = taut_vector_length (taut_vector_subtract (cutter->mesh->positions[i],
                                                                  middles[cell]));

      if (distance < nearest[cell])
        {
          nearest[cell] = distance;
          g_array_index (cutter->seeds, guint32, cell) = i;
        }
    }
}

static void
straighten (Cutter *cutter)
{
  const TautMesh *mesh = cutter->mesh;

  g_assert (cutter != NULL);

  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      TautVector at = mesh->positions[i];
      guint32 seed = g_array_index (cutter->seeds, guint32, cutter->cells[i]);
      double best = taut_vector_length (taut_vector_subtract (at, mesh->positions[seed]));

      if (seed == i)
        continue;
      for (guint k = mesh->starts[i]; k < mesh->starts[i + 1]; k++)
        {
          guint32 cell = cutter->cells[mesh->links[k]];
          double distance;

          if (cell == cutter->cells[i] || cutter->owners[mesh->links[k]] != cutter->owners[i])
            continue;
          seed = g_array_index (cutter->seeds, guint32, cell);
          distance = taut_vector_length (taut_vector_subtract (at, mesh->positions[seed]));
          if (distance < best)
            {
              best = distance;
              cutter->cells[i] = cell;
            }
        }
    }
}

/* Cells */

static void
fill_cells (TautSkinClusters *clusters,
            const Cutter     *cutter,
            const TautVector *middles,
            const double     *areas,
            const double     *cell_areas)
{
  const TautMesh *mesh = cutter->mesh;
  guint half = cutter->seeds->len;
  g_autofree TautVector *normals = g_new0 (TautVector, MAX (half, 1));

  g_assert (clusters != NULL);
  g_assert (middles != NULL);
  g_assert (cell_areas != NULL);

  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      TautVector *normal = &normals[cutter->cells[i]];

      *normal = taut_vector_add (*normal, taut_vector_scale (mesh->normals[i], areas[i]));
    }

  for (guint i = 0; i < half; i++)
    {
      TautSkinCell *cell = &clusters->cells[i];
      guint32 seed = g_array_index (cutter->seeds, guint32, i);
      TautVector normal = taut_vector_normalize (normals[i]);
      TautVector to = taut_vector_subtract (mesh->positions[seed], middles[i]);
      TautVector p = taut_vector_add (middles[i],
                                      taut_vector_scale (normal, taut_vector_dot (to, normal)));

      cell->position[0] = MAX (p.x, 0);
      cell->position[1] = p.y;
      cell->position[2] = p.z;
      cell->normal[0] = normal.x;
      cell->normal[1] = normal.y;
      cell->normal[2] = normal.z;
      cell->area = cell_areas[i] * TAUT_MM_PER_UNIT * TAUT_MM_PER_UNIT;
      cell->segment = cutter->owners[seed];
      cell->side = TAUT_SIDE_LEFT;

      clusters->cells[i + half] = *cell;
      clusters->cells[i + half].position[0] = -cell->position[0];
      clusters->cells[i + half].normal[0] = -cell->normal[0];
      clusters->cells[i + half].side = TAUT_SIDE_RIGHT;
    }
}

static int
compare_pairs (const void *a,
               const void *b)
{
  guint64 first = *(const guint64 *) a;
  guint64 second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

/* Pairs of neighbours, each in both directions; midline cells have neighbours
 * on the other half. */
static GArray *
find_pairs (const Cutter *cutter)
{
  const TautMesh *mesh = cutter->mesh;
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint half = cutter->seeds->len;

  g_assert (cutter != NULL);

  for (guint i = 0; i < mesh->n_vertices; i++)
    for (guint k = mesh->starts[i]; k < mesh->starts[i + 1]; k++)
      {
        guint64 a = cutter->cells[i];
        guint64 b = cutter->cells[mesh->links[k]];
        guint64 found[4] = { a << 32 | b, (a + half) << 32 | (b + half),
                             a << 32 | (b + half), (a + half) << 32 | b };
        gboolean midline = mesh->positions[i].x == 0 && mesh->positions[mesh->links[k]].x == 0;

        if (a != b)
          g_array_append_vals (pairs, found, 2);
        if (midline)
          g_array_append_vals (pairs, found + 2, 2);
      }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

static void
link_cells (TautSkinClusters *clusters,
            const Cutter     *cutter)
{
  g_autoptr (GArray) pairs = find_pairs (cutter);
  guint32 n_links = 0;

  g_assert (clusters != NULL);

  clusters->starts = g_new0 (guint32, clusters->n_cells + 1);
  clusters->links = g_new (guint32, MAX (pairs->len, 1));
  for (guint i = 0; i < pairs->len; i++)
    {
      guint64 pair = g_array_index (pairs, guint64, i);

      if (i > 0 && pair == g_array_index (pairs, guint64, i - 1))
        continue;
      clusters->links[n_links++] = pair & G_MAXUINT32;
      clusters->starts[(pair >> 32) + 1] = n_links;
    }
  for (guint i = 0; i < clusters->n_cells; i++)
    clusters->starts[i + 1] = MAX (clusters->starts[i + 1], clusters->starts[i]);
}

static void
smooth_normals (TautSkinClusters *clusters)
{
  guint half = clusters->n_cells / 2;
  g_autofree TautVector *before = g_new (TautVector, MAX (clusters->n_cells, 1));

  g_assert (clusters != NULL);

  for (guint i = 0; i < clusters->n_cells; i++)
    before[i] = (TautVector) { clusters->cells[i].normal[0], clusters->cells[i].normal[1],
                               clusters->cells[i].normal[2] };
  for (guint round = 0; round < BROAD_ROUNDS; round++)
    {
      for (guint i = 0; i < half; i++)
        {
          TautVector sum = taut_vector_scale (before[i], clusters->cells[i].area);

          for (guint k = clusters->starts[i]; k < clusters->starts[i + 1]; k++)
            sum = taut_vector_add (sum, taut_vector_scale
                                        (before[clusters->links[k]],
                                         clusters->cells[clusters->links[k]].area));
          sum = taut_vector_normalize (sum);
          clusters->broad[i][0] = sum.x;
          clusters->broad[i][1] = sum.y;
          clusters->broad[i][2] = sum.z;
          memcpy (clusters->broad[i + half], clusters->broad[i], sizeof clusters->broad[i]);
          clusters->broad[i + half][0] = -clusters->broad[i][0];
        }
      for (guint i = 0; i < clusters->n_cells; i++)
        before[i] = (TautVector) { clusters->broad[i][0], clusters->broad[i][1],
                                   clusters->broad[i][2] };
    }
}

TautSkinClusters *
taut_skin_clusters_new (const TautMesh *mesh,
                        const guint8   *owners,
                        double          spacing)
{
  TautSkinClusters *clusters;
  Cutter cutter = { mesh, owners };
  g_autofree double *areas = NULL;
  g_autofree double *cell_areas = NULL;
  g_autofree TautVector *middles = NULL;

  g_return_val_if_fail (mesh != NULL, NULL);
  g_return_val_if_fail (owners != NULL, NULL);
  g_return_val_if_fail (spacing > 0, NULL);

  areas = taut_mesh_measure_areas (mesh);
  cutter.distances = g_new (float, MAX (mesh->n_vertices, 1));
  cutter.cells = g_new (guint32, MAX (mesh->n_vertices, 1));
  for (guint i = 0; i < N_BUCKETS; i++)
    cutter.buckets[i] = g_array_new (FALSE, FALSE, sizeof (Entry));
  cutter.seeds = g_array_new (FALSE, FALSE, sizeof (guint32));
  throw_seeds (&cutter, spacing);
  cell_areas = g_new (double, MAX (cutter.seeds->len, 1));
  for (guint round = 0; round <= ROUNDS; round++)
    {
      if (middles != NULL)
        move_seeds (&cutter, middles);
      g_free (middles);
      assign (&cutter);
      for (guint i = 0; i < STRAIGHTEN_ROUNDS && round == ROUNDS; i++)
        straighten (&cutter);
      memset (cell_areas, 0, cutter.seeds->len * sizeof *cell_areas);
      middles = find_middles (&cutter, areas, cell_areas);
    }
  move_seeds (&cutter, middles);

  clusters = g_new0 (TautSkinClusters, 1);
  clusters->n_cells = 2 * cutter.seeds->len;
  clusters->cells = g_new0 (TautSkinCell, MAX (clusters->n_cells, 1));
  clusters->broad = g_malloc0 (MAX (clusters->n_cells, 1) * sizeof *clusters->broad);
  fill_cells (clusters, &cutter, middles, areas, cell_areas);
  link_cells (clusters, &cutter);
  smooth_normals (clusters);
  clusters->of_vertex = g_steal_pointer (&cutter.cells);
  g_free (cutter.distances);
  for (guint i = 0; i < N_BUCKETS; i++)
    g_array_unref (cutter.buckets[i]);
  g_array_unref (cutter.seeds);
  return clusters;
}

void
taut_skin_clusters_free (TautSkinClusters *clusters)
{
  if (clusters == NULL)
    return;

  g_free (clusters->of_vertex);
  g_free (clusters->cells);
  g_free (clusters->broad);
  g_free (clusters->starts);
  g_free (clusters->links);
  g_free (clusters);
}
