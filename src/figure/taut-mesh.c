/* taut-mesh.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dual marching cubes.
 *
 * Space is cut into cubes whose corners lie at x = (i - 1/2) step, so that the
 * first layer of cubes is halved by the plane of symmetry. In a cube the edges
 * with a change of sign are joined, over the faces, to closed loops; each loop
 * is one sheet of skin and becomes one vertex. Each edge with a change of sign
 * becomes a quad of the loops of its four cubes. On a face with four changes
 * the inside corners are kept apart; both cubes at the face decide alike, so the
 * mesh is closed.
 *
 * Cubes come in blocks, and blocks whose centre is far from the skin are never
 * sampled. */

#define G_LOG_DOMAIN "taut-mesh"

#include "config.h"

#include "taut-mesh.h"

#include "taut-cube-case.h"
#include "taut-lattice-private.h"
#include "taut-mesh-private.h"

/* Cubes along the side of a block. */
#define BLOCK 8
#define CORNERS (BLOCK + 1)

/* How much steeper than 1 the field may be at most. */
#define SLOPE_MAX 1.7

/* Newton steps of a vertex on to the skin, and the distance that is near enough. */
#define DROP_ROUNDS 3
#define DROP_CLOSE 0.01

#define NO_VERTEX G_MAXUINT32

typedef struct
{
  int x;
  int y;
  int z;
  float values[CORNERS][CORNERS][CORNERS];
  guint32 first[BLOCK][BLOCK][BLOCK];
  guint8 cases[BLOCK][BLOCK][BLOCK];
} Block;

typedef struct
{
  TautFieldFunc field;
  gpointer user_data;
  double step;
  int origin[3];
  int n_blocks[3];
  Block **blocks;
  TautCubeCase cases[TAUT_N_CUBE_CASES];
  GArray *positions;
  GArray *triangles;
} Builder;

/* Sampling */

static TautVector
get_corner (const Builder *builder,
            int            x,
            int            y,
            int            z)
{
  g_assert (builder != NULL);

  return (TautVector) { (x + builder->origin[0] - 0.5) * builder->step,
                        (y + builder->origin[1]) * builder->step,
                        (z + builder->origin[2]) * builder->step };
}

static double
sample (const Builder *builder,
        TautVector     at)
{
  g_assert (builder != NULL);

  at.x = fabs (at.x);
  return builder->field (at, builder->user_data);
}

static void
sample_block (Builder *builder,
              Block   *block)
{
  g_assert (builder != NULL);
  g_assert (block != NULL);

  for (int y = 0; y < CORNERS; y++)
    for (int x = 0; x < CORNERS; x++)
      for (int z = 0; z < CORNERS; z++)
        block->values[y][x][z] = sample (builder, get_corner (builder, block->x * BLOCK + x,
                                                              block->y * BLOCK + y,
                                                              block->z * BLOCK + z));
}

static gsize
get_block_index (const Builder *builder,
                 int            x,
                 int            y,
                 int            z)
{
  g_assert (builder != NULL);

  return ((gsize) y * builder->n_blocks[0] + x) * builder->n_blocks[2] + z;
}

/* Vertices */

static void
add_vertices (Builder *builder,
              Block   *block,
              int      x,
              int      y,
              int      z)
{
  guint pattern = 0;
  const TautCubeCase *c;
  float values[8];
  TautVector sum[TAUT_MAX_CUBE_LOOPS] = { { 0, 0, 0 }, };
  guint count[TAUT_MAX_CUBE_LOOPS] = { 0, };

  g_assert (builder != NULL);
  g_assert (block != NULL);

  for (guint i = 0; i < 8; i++)
    {
      values[i] = block->values[y + ((i >> 1) & 1)][x + (i & 1)][z + ((i >> 2) & 1)];
      pattern |= (values[i] < 0) << i;
    }
  block->cases[y][x][z] = pattern;
  block->first[y][x][z] = builder->positions->len;
  if (pattern == 0 || pattern == 255)
    return;

  c = &builder->cases[pattern];
  for (guint i = 0; i < 12; i++)
    if (c->loop[i] >= 0)
      {
        guint low;
        guint high;
        TautVector a;
        TautVector b;
        double t;

        taut_cube_get_corners (i, &low, &high);
        t = values[low] / (values[low] - values[high]);
        a = get_corner (builder, block->x * BLOCK + x + (low & 1),
                        block->y * BLOCK + y + ((low >> 1) & 1),
                        block->z * BLOCK + z + ((low >> 2) & 1));
        b = get_corner (builder, block->x * BLOCK + x + (high & 1),
                        block->y * BLOCK + y + ((high >> 1) & 1),
                        block->z * BLOCK + z + ((high >> 2) & 1));
        sum[c->loop[i]] = taut_vector_add (sum[c->loop[i]], taut_vector_mix (a, b, t));
        count[c->loop[i]]++;
      }

  for (guint i = 0; i < c->n_loops; i++)
    {
      TautVector p = taut_vector_scale (sum[i], 1.0 / count[i]);

      if (block->x == 0 && x == 0)
        p.x = 0;
      g_array_append_val (builder->positions, p);
    }
}

/* One layer of blocks after another, in threads. */
static void
sample_layers (gpointer data,
               int      from,
               int      to)
{
  Builder *builder = data;
  double half = BLOCK * builder->step * 0.5;

  g_assert (builder != NULL);

  for (int y = from; y < to; y++)
    for (int x = 0; x < builder->n_blocks[0]; x++)
      for (int z = 0; z < builder->n_blocks[2]; z++)
        {
          TautVector corner = get_corner (builder, x * BLOCK, y * BLOCK, z * BLOCK);
          TautVector centre = { corner.x + half, corner.y + half, corner.z + half };
          Block *block;

          if (fabs (sample (builder, centre)) > half * sqrt (3) * SLOPE_MAX)
            continue;

          block = g_new (Block, 1);
          block->x = x;
          block->y = y;
          block->z = z;
          sample_block (builder, block);
          builder->blocks[get_block_index (builder, x, y, z)] = block;
        }
}

static void
make_blocks (Builder *builder)
{
  gsize n_blocks = (gsize) builder->n_blocks[0] * builder->n_blocks[1] * builder->n_blocks[2];

  g_assert (builder != NULL);

  taut_slabs_run (sample_layers, builder, builder->n_blocks[1]);
  for (gsize i = 0; i < n_blocks; i++)
    if (builder->blocks[i] != NULL)
      for (int y = 0; y < BLOCK; y++)
        for (int x = 0; x < BLOCK; x++)
          for (int z = 0; z < BLOCK; z++)
            add_vertices (builder, builder->blocks[i], x, y, z);
}

/* Quads */

static guint32
find_vertex (const Builder *builder,
             int            x,
             int            y,
             int            z,
             guint          edge)
{
  const Block *block;
  const TautCubeCase *c;
  int loop;

  g_assert (builder != NULL);

  if (x < 0 || y < 0 || z < 0 || x >= builder->n_blocks[0] * BLOCK ||
      y >= builder->n_blocks[1] * BLOCK || z >= builder->n_blocks[2] * BLOCK)
    return NO_VERTEX;
  block = builder->blocks[get_block_index (builder, x / BLOCK, y / BLOCK, z / BLOCK)];
  if (block == NULL)
    return NO_VERTEX;
  c = &builder->cases[block->cases[y % BLOCK][x % BLOCK][z % BLOCK]];
  loop = c->loop[edge];
  return loop < 0 ? NO_VERTEX : block->first[y % BLOCK][x % BLOCK][z % BLOCK] + loop;
}

static void
add_quad (Builder       *builder,
          const guint32  quad[4],
          gboolean       turned)
{
  const TautVector *p = (const TautVector *) builder->positions->data;
  double first = taut_vector_length (taut_vector_subtract (p[quad[0]], p[quad[2]]));
  double second = taut_vector_length (taut_vector_subtract (p[quad[1]], p[quad[3]]));
  guint at = first <= second ? 0 : 1;
  guint32 triangles[2][3];

  g_assert (builder != NULL);

  for (guint i = 0; i < 2; i++)
    {
      triangles[i][0] = quad[at];
      triangles[i][turned ? 2 : 1] = quad[(at + 1 + i) % 4];
      triangles[i][turned ? 1 : 2] = quad[(at + 2 + i) % 4];
    }
  g_array_append_vals (builder->triangles, triangles, 2);
}

static void
add_quads_of_corner (Builder     *builder,
                     const Block *block,
                     int          x,
                     int          y,
                     int          z)
{
  const int place[3] = { block->x * BLOCK + x, block->y * BLOCK + y, block->z * BLOCK + z };
  gboolean inside = block->values[y][x][z] < 0;

  g_assert (builder != NULL);
  g_assert (block != NULL);

  for (guint axis = 0; axis < 3; axis++)
    {
      const guint next = (axis + 1) % 3;
      const guint last = (axis + 2) % 3;
      static const int around[4][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
      gboolean other = block->values[y + (axis == 1)][x + (axis == 0)][z + (axis == 2)] < 0;
      guint32 quad[4];
      guint found = 0;

      if (inside == other)
        continue;
      for (guint i = 0; i < 4; i++)
        {
          int cube[3] = { place[0], place[1], place[2] };
          guint edge = axis * 4 + around[i][0] + 2 * around[i][1];

          cube[next] -= around[i][0];
          cube[last] -= around[i][1];
          quad[i] = find_vertex (builder, cube[0], cube[1], cube[2], edge);
          found += quad[i] != NO_VERTEX;
        }
      if (found == 4)
        add_quad (builder, quad, !inside);
    }
}

static void
make_quads (Builder *builder)
{
  gsize n_blocks = (gsize) builder->n_blocks[0] * builder->n_blocks[1] * builder->n_blocks[2];

  g_assert (builder != NULL);

  for (gsize i = 0; i < n_blocks; i++)
    if (builder->blocks[i] != NULL)
      for (int y = 0; y < BLOCK; y++)
        for (int x = 0; x < BLOCK; x++)
          for (int z = 0; z < BLOCK; z++)
            add_quads_of_corner (builder, builder->blocks[i], x, y, z);
}

/* The finished mesh */

static TautVector
get_gradient (const Builder *builder,
              TautVector     at)
{
  const double h = 0.25 * builder->step;
  TautVector g;

  g_assert (builder != NULL);

  g.x = at.x == 0 ? 0
        : sample (builder, (TautVector) { at.x + h, at.y, at.z })
          - sample (builder, (TautVector) { at.x - h, at.y, at.z });
  g.y = sample (builder, (TautVector) { at.x, at.y + h, at.z })
        - sample (builder, (TautVector) { at.x, at.y - h, at.z });
  g.z = sample (builder, (TautVector) { at.x, at.y, at.z + h })
        - sample (builder, (TautVector) { at.x, at.y, at.z - h });
  return taut_vector_scale (g, 0.5 / h);
}

/* Moves vertices from the middle of their loops on to the skin. */
static void
drop_on_to_field (gpointer data,
                  int      from,
                  int      to)
{
  Builder *builder = data;
  TautVector *p = (TautVector *) builder->positions->data;

  g_assert (builder != NULL);

  for (int i = from; i < to; i++)
    {
      TautVector start = p[i];

      for (guint round = 0; round < DROP_ROUNDS; round++)
        {
          double value = sample (builder, p[i]);
          TautVector g;
          double slope2;

          if (fabs (value) < DROP_CLOSE)
            break;
          g = get_gradient (builder, p[i]);
          slope2 = taut_vector_dot (g, g);
          if (slope2 < 0.1)
            break;
          p[i] = taut_vector_subtract (p[i], taut_vector_scale (g, value / slope2));
        }
      if (taut_vector_length (taut_vector_subtract (p[i], start)) > 0.6 * builder->step)
        p[i] = start;
    }
}

static guint32
find_root (guint32 *roots,
           guint32  i)
{
  g_assert (roots != NULL);

  while (roots[i] != i)
    {
      roots[i] = roots[roots[i]];
      i = roots[i];
    }
  return i;
}

/* The root of the piece with the most triangles. */
static guint32
find_largest_piece (guint32      *roots,
                    const GArray *triangles,
                    guint         n_vertices)
{
  g_autofree guint32 *counts = g_new0 (guint32, MAX (n_vertices, 1));
  const guint32 (*t)[3] = (const guint32 (*)[3]) triangles->data;
  guint32 best = 0;

  g_assert (roots != NULL);
  g_assert (triangles != NULL);

  for (guint i = 0; i < n_vertices; i++)
    roots[i] = i;
  for (guint i = 0; i < triangles->len; i++)
    for (guint k = 0; k < 2; k++)
      {
        guint32 a = find_root (roots, t[i][k]);
        guint32 b = find_root (roots, t[i][k + 1]);

        roots[MAX (a, b)] = MIN (a, b);
      }
  for (guint i = 0; i < triangles->len; i++)
    counts[find_root (roots, t[i][0])]++;
  for (guint i = 0; i < n_vertices; i++)
    if (counts[i] > counts[best])
      best = i;
  return best;
}

static void
keep_largest_piece (Builder  *builder,
                    TautMesh *mesh)
{
  guint n = builder->positions->len;
  g_autofree guint32 *roots = g_new (guint32, MAX (n, 1));
  g_autofree guint32 *numbers = g_new (guint32, MAX (n, 1));
  guint32 piece = find_largest_piece (roots, builder->triangles, n);

  g_assert (builder != NULL);
  g_assert (mesh != NULL);

  mesh->positions = g_new (TautVector, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    if (find_root (roots, i) == piece)
      {
        numbers[i] = mesh->n_vertices;
        mesh->positions[mesh->n_vertices++] = g_array_index (builder->positions, TautVector, i);
      }

  mesh->triangles = g_malloc (MAX (builder->triangles->len, 1) * sizeof *mesh->triangles);
  for (guint i = 0; i < builder->triangles->len; i++)
    {
      const guint32 *t = ((const guint32 (*)[3]) builder->triangles->data)[i];

      if (find_root (roots, t[0]) != piece)
        continue;
      for (guint k = 0; k < 3; k++)
        mesh->triangles[mesh->n_triangles][k] = numbers[t[k]];
      mesh->n_triangles++;
    }
}

TautMesh *
taut_mesh_new (TautFieldFunc field,
               gpointer      user_data,
               TautVector    low,
               TautVector    high,
               double        step)
{
  Builder builder = { field, user_data, step };
  TautMesh *mesh;
  gsize n_blocks;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (step > 0, NULL);
  g_return_val_if_fail (high.x >= 0, NULL);

  builder.origin[1] = floor (low.y / step) - 1;
  builder.origin[2] = floor (low.z / step) - 1;
  builder.n_blocks[0] = ceil (high.x / step / BLOCK) + 1;
  builder.n_blocks[1] = ceil ((high.y - low.y) / step / BLOCK) + 1;
  builder.n_blocks[2] = ceil ((high.z - low.z) / step / BLOCK) + 1;
  n_blocks = (gsize) builder.n_blocks[0] * builder.n_blocks[1] * builder.n_blocks[2];
  builder.blocks = g_new0 (Block *, n_blocks);
  builder.positions = g_array_new (FALSE, FALSE, sizeof (TautVector));
  builder.triangles = g_array_new (FALSE, FALSE, 3 * sizeof (guint32));
  for (guint i = 0; i < TAUT_N_CUBE_CASES; i++)
    taut_cube_case_init (&builder.cases[i], i);

  make_blocks (&builder);
  make_quads (&builder);
  for (gsize i = 0; i < n_blocks; i++)
    g_free (builder.blocks[i]);
  g_free (builder.blocks);
  taut_slabs_run (drop_on_to_field, &builder, builder.positions->len);

  mesh = g_new0 (TautMesh, 1);
  keep_largest_piece (&builder, mesh);
  taut_mesh_finish (mesh);
  g_array_unref (builder.positions);
  g_array_unref (builder.triangles);
  return mesh;
}
