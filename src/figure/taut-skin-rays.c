/* taut-skin-rays.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each segment casts rays from its axis in all directions. Of the places where a
 * ray leaves the body the last counts that lies on the segment's own skin: the
 * tip of the nose, not the nostril on the way, and the inner side of the arm,
 * not the flank behind it. Without one it is the first place on anybody's skin.
 * Rays that leave the part of the body inside another part (an upper arm in its
 * shoulder) take the skin that is nearest, if it is near. */

#define G_LOG_DOMAIN "taut-skin-rays"

#include "config.h"

#include "taut-skin-rays.h"

#include "taut-lattice-private.h"

/* Wanted distance of nodes on the skin, figure units. */
#define NODE_STEP 2.0
#define NODE_STEP_FINE 1.0
#define MEAN_RADIUS_SHARE 0.6

#define MARCH_MIN 0.3
#define MARCH_MAX 4.0
#define MARCH_SHARE 0.5

/* How far a place on the field may be from the nearest vertex of the mesh. */
#define SKIN_REACH 2.0
/* How far a buried exit may be from the skin that stands for it. */
#define BURIED_REACH 14.0

#define BUCKET 2.0

typedef struct
{
  const TautMesh *mesh;
  TautVector low;
  int size[3];
  guint32 *starts;
  guint32 *vertices;
} Buckets;

/* The nearest vertex */

static void
get_bucket (const Buckets *buckets,
            TautVector     at,
            int            bucket[3])
{
  g_assert (buckets != NULL);

  bucket[0] = floor ((at.x - buckets->low.x) / BUCKET);
  bucket[1] = floor ((at.y - buckets->low.y) / BUCKET);
  bucket[2] = floor ((at.z - buckets->low.z) / BUCKET);
}

static gsize
get_bucket_index (const Buckets *buckets,
                  const int      bucket[3])
{
  g_assert (buckets != NULL);

  return ((gsize) bucket[1] * buckets->size[0] + bucket[0]) * buckets->size[2] + bucket[2];
}

static void
fill_buckets (Buckets        *buckets,
              const TautMesh *mesh)
{
  TautVector high = { 0, -1e6, -1e6 };
  gsize n;

  g_assert (buckets != NULL);
  g_assert (mesh != NULL);

  buckets->mesh = mesh;
  buckets->low = (TautVector) { 0, 1e6, 1e6 };
  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      TautVector p = mesh->positions[i];

      buckets->low.x = MIN (buckets->low.x, p.x);
      buckets->low.y = MIN (buckets->low.y, p.y);
      buckets->low.z = MIN (buckets->low.z, p.z);
      high.x = MAX (high.x, p.x);
      high.y = MAX (high.y, p.y);
      high.z = MAX (high.z, p.z);
    }
  get_bucket (buckets, high, buckets->size);
  for (guint i = 0; i < 3; i++)
    buckets->size[i] += 1;

  n = (gsize) buckets->size[0] * buckets->size[1] * buckets->size[2];
  buckets->starts = g_new0 (guint32, n + 2);
  buckets->vertices = g_new (guint32, MAX (mesh->n_vertices, 1));
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < mesh->n_vertices; i++)
        {
          int bucket[3];
          gsize index;

          get_bucket (buckets, mesh->positions[i], bucket);
          index = get_bucket_index (buckets, bucket);
          if (round == 0)
            buckets->starts[index + 2]++;
          else
            buckets->vertices[buckets->starts[index + 1]++] = i;
        }
      for (gsize i = 2; i < n + 2 && round == 0; i++)
        buckets->starts[i] += buckets->starts[i - 1];
    }
}

static void
search_bucket (const Buckets *buckets,
               const int      bucket[3],
               TautVector     at,
               double        *nearest,
               guint32       *vertex)
{
  gsize index = get_bucket_index (buckets, bucket);

  g_assert (buckets != NULL);
  g_assert (nearest != NULL);
  g_assert (vertex != NULL);

  for (guint32 i = buckets->starts[index]; i < buckets->starts[index + 1]; i++)
    {
      guint32 v = buckets->vertices[i];
      double distance = taut_vector_length (taut_vector_subtract (buckets->mesh->positions[v],
                                                                  at));

      if (distance < *nearest)
        {
          *nearest = distance;
          *vertex = v;
        }
    }
}

static gboolean
find_vertex (const Buckets *buckets,
             TautVector     at,
             double         reach,
             guint32       *vertex)
{
  int middle[3];
  int rings = ceil (reach / BUCKET);
  double nearest = reach;

  g_assert (buckets != NULL);

  get_bucket (buckets, at, middle);
  for (int ring = 0; ring <= rings && nearest > (ring - 1) * BUCKET; ring++)
    for (int y = -ring; y <= ring; y++)
      for (int x = -ring; x <= ring; x++)
        {
          gboolean side = ABS (x) == ring || ABS (y) == ring;

          for (int z = -ring; z <= ring; z += side ? 1 : MAX (2 * ring, 1))
            {
              const int bucket[3] = { middle[0] + x, middle[1] + y, middle[2] + z };

              if (bucket[0] >= 0 && bucket[1] >= 0 && bucket[2] >= 0 &&
                  bucket[0] < buckets->size[0] && bucket[1] < buckets->size[1] &&
                  bucket[2] < buckets->size[2])
                search_bucket (buckets, bucket, at, &nearest, vertex);
            }
        }
  return nearest < reach;
}

/* Rays */

typedef struct
{
  const TautSkinFrame *frame;
  const TautBodyField *field;
  const Buckets *buckets;
  const guint8 *owners;
  const guint32 *cells;
  TautSegment segment;
  TautPart part;
  TautSkinRays *rays;
} Caster;

static TautVector
get_place (TautVector origin,
           TautVector direction,
           double     t)
{
  return taut_vector_add (origin, taut_vector_scale (direction, t));
}

static double
get_value (const Caster *caster,
           TautVector    at,
           gboolean      part_only)
{
  g_assert (caster != NULL);

  return part_only ? taut_body_field_get_part (caster->field, caster->part, at)
                   : taut_body_field_get (caster->field, at, NULL);
}

/* The next exit after @from, or -1. */
static double
find_exit (const Caster *caster,
           TautVector    origin,
           TautVector    direction,
           double        from,
           gboolean      part_only)
{
  double t = from;
  double before = get_value (caster, get_place (origin, direction, t), part_only);

  g_assert (caster != NULL);

  while (t < caster->frame->reach)
    {
      double next = t + CLAMP (MARCH_SHARE * fabs (before), MARCH_MIN, MARCH_MAX);
      TautVector at = get_place (origin, direction, next);
      double value;

      if (at.x < -1e-6)
        return -1;
      value = get_value (caster, at, part_only);
      if (before < 0 && value >= 0)
        {
          for (guint i = 0; i < 20; i++)
            {
              double middle = (t + next) / 2;

              if (get_value (caster, get_place (origin, direction, middle), part_only) < 0)
                t = middle;
              else
                next = middle;
            }
          return next;
        }
      t = next;
      before = value;
    }
  return -1;
}

static void
cast_ray (const Caster *caster,
          double        u,
          double        theta,
          float        *radius,
          guint32      *place)
{
  TautVector origin;
  TautVector direction;
  double exit = 0;
  guint32 vertex;

  g_assert (caster != NULL);
  g_assert (radius != NULL);
  g_assert (place != NULL);

  *radius = 0;
  *place = TAUT_SKIN_NO_CELL;
  taut_skin_frame_get_ray (caster->frame, u, theta, &origin, &direction);

  while ((exit = find_exit (caster, origin, direction, exit, FALSE)) > 0)
    {
      gboolean own;

      if (!find_vertex (caster->buckets, get_place (origin, direction, exit), SKIN_REACH,
                        &vertex))
        continue;
      own = caster->owners[vertex] == caster->segment;
      if (!own && *radius > 0)
        continue;
      *radius = exit;
      *place = caster->cells[vertex];
    }
  if (*radius > 0)
    return;

  exit = find_exit (caster, origin, direction, 0, TRUE);
  if (find_vertex (caster->buckets, get_place (origin, direction, MAX (exit, 0)), BURIED_REACH,
                   &vertex))
    *place = caster->cells[vertex];
}

/* Layout */

static double
get_node_step (TautSegment segment)
{
  gboolean coarse = segment == TAUT_SEGMENT_TRUNK || segment == TAUT_SEGMENT_UPPERARM ||
                    segment == TAUT_SEGMENT_FOREARM || segment == TAUT_SEGMENT_THIGH ||
                    segment == TAUT_SEGMENT_LEG || segment == TAUT_SEGMENT_NECK;

  return coarse ? NODE_STEP : NODE_STEP_FINE;
}

static guint
lay_out_grid (TautSkinGrid        *grid,
              const TautSkinFrame *frame,
              TautSegment          segment,
              guint                first)
{
  double step = get_node_step (segment);
  double radius = frame->reach * MEAN_RADIUS_SHARE;

  g_assert (grid != NULL);
  g_assert (frame != NULL);

  grid->first = first;
  grid->n_cap_rows = ceil (G_PI / 2 * radius / step);
  grid->n_body_rows = ceil ((frame->s[1] - frame->s[0]) / step);
  grid->n_columns = frame->midline ? ceil (G_PI * radius / step) + 1
                                   : ceil (2 * G_PI * radius / step);
  return taut_skin_grid_get_n_nodes (grid);
}

TautPart
taut_skin_rays_get_part (TautSegment segment)
{
  switch (segment)
    {
    case TAUT_SEGMENT_HEAD:
    case TAUT_SEGMENT_EAR:
      return TAUT_PART_HEAD;

    case TAUT_SEGMENT_NECK:
    case TAUT_SEGMENT_TRUNK:
      return TAUT_PART_TORSO;

    case TAUT_SEGMENT_UPPERARM:
    case TAUT_SEGMENT_FOREARM:
    case TAUT_SEGMENT_HAND:
    case TAUT_SEGMENT_THUMB:
    case TAUT_SEGMENT_INDEX:
    case TAUT_SEGMENT_MIDDLE:
    case TAUT_SEGMENT_RING:
    case TAUT_SEGMENT_LITTLE:
      return TAUT_PART_ARM_LEFT;

    case TAUT_SEGMENT_THIGH:
    case TAUT_SEGMENT_LEG:
    case TAUT_SEGMENT_FOOT:
    case TAUT_SEGMENT_TOE_1:
    case TAUT_SEGMENT_TOE_2:
    case TAUT_SEGMENT_TOE_3:
    case TAUT_SEGMENT_TOE_4:
    case TAUT_SEGMENT_TOE_5:
      return TAUT_PART_LEG_LEFT;

    default:
      g_assert_not_reached ();
    }
}

static void
cast_rows (gpointer data,
           int      from,
           int      to)
{
  const Caster *caster = data;
  const TautSkinGrid *grid = &caster->rays->grids[caster->segment];
  guint node = grid->first + from * grid->n_columns;

  g_assert (caster != NULL);

  for (int row = from; row < to; row++)
    for (guint column = 0; column < grid->n_columns; column++, node++)
      cast_ray (caster, taut_skin_grid_get_u (grid, caster->frame, row),
                taut_skin_grid_get_theta (grid, caster->frame->midline, column),
                &caster->rays->radii[node], &caster->rays->places[node]);
}

TautSkinRays *
taut_skin_rays_new (const TautSkinFrame *frames,
                    const TautBodyField *field,
                    const TautMesh      *mesh,
                    const guint8        *owners,
                    const guint32       *cells)
{
  TautSkinRays *rays;
  Buckets buckets = { 0, };

  g_return_val_if_fail (frames != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (mesh != NULL, NULL);
  g_return_val_if_fail (owners != NULL, NULL);
  g_return_val_if_fail (cells != NULL, NULL);

  fill_buckets (&buckets, mesh);
  rays = g_new0 (TautSkinRays, 1);
  for (guint i = 0; i < TAUT_N_SEGMENTS; i++)
    rays->n_nodes += lay_out_grid (&rays->grids[i], &frames[i], i, rays->n_nodes);
  rays->radii = g_new (float, rays->n_nodes);
  rays->places = g_new (guint32, rays->n_nodes);

  for (guint i = 0; i < TAUT_N_SEGMENTS; i++)
    {
      Caster caster = { &frames[i], field, &buckets, owners, cells, i,
                        taut_skin_rays_get_part (i), rays };

      taut_slabs_run (cast_rows, &caster, taut_skin_grid_get_n_rows (&rays->grids[i]));
    }

  g_free (buckets.starts);
  g_free (buckets.vertices);
  return rays;
}

void
taut_skin_rays_free (TautSkinRays *rays)
{
  if (rays == NULL)
    return;

  g_free (rays->radii);
  g_free (rays->places);
  g_free (rays);
}
