/* taut-atlas-partition.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which surface area owns a cell of the skin.
 *
 * Every stroke of an area is taken as a row of discs. A disc claims a cell with
 * the margin (radius - distance from its centre), and the largest margin wins:
 * a Voronoi partition with weights, whose borders the author moves by moving or
 * widening strokes. Claims spread from cell to neighbouring cell, best first, so
 * an area reaches a place only along the skin, never through a finger or an ear
 * or across a gap; skin that faces away counts as farther off. Distances are
 * straight ones from the centre of the disc that the claim started from; where
 * discs meet, the skin between them is nearly flat. Pieces that are too small to
 * be named join the neighbour with which they share the longest border.
 *
 * Only the left half is worked out; the right half is its mirror image. All is
 * done in one order that depends on nothing but the data.
 */

#define G_LOG_DOMAIN "taut-atlas-partition"

#include "config.h"

#include "taut-atlas-private.h"

/* Discs along a stroke lie this far apart, in figure units. */
#define DISC_STEP 2.0

#define NOBODY G_MAXUINT16

/* What a cell that faces away from a disc seems to be farther off, figure units. */
#define FACING_AWAY 12.0

/* A disc of a stroke. */
typedef struct
{
  TautVector centre;
  TautVector normal;
  double radius;
  guint16 area;
} Disc;

/* A claim of a disc on a cell; the lower the cost the better. */
typedef struct
{
  float cost;
  guint32 cell;
  guint32 disc;
} Claim;

typedef struct
{
  TautSkin *skin;
  guint n_cells;          /* of the left half */
  GArray *discs;
  GArray *heap;
  guint16 *owner;
} Partition;

static TautVector
get_position (TautSkin *skin,
              guint     cell)
{
  const TautSkinCell *data = taut_skin_get_cell (skin, cell);

  return (TautVector) { data->position[0], data->position[1], data->position[2] };
}

static double
get_distance (TautVector a,
              TautVector b)
{
  return taut_vector_length (taut_vector_subtract (a, b));
}

static TautVector
get_normal (TautSkin *skin,
            guint     cell)
{
  const TautSkinCell *data = taut_skin_get_cell (skin, cell);

  return (TautVector) { data->normal[0], data->normal[1], data->normal[2] };
}

static double
get_cost (TautSkin   *skin,
          guint       cell,
          const Disc *disc)
{
  double facing = taut_vector_dot (get_normal (skin, cell), disc->normal);

  return get_distance (get_position (skin, cell), disc->centre) - disc->radius +
         FACING_AWAY * MAX (0, -facing);
}

/* Claims, best first */

static gboolean
is_better (const Claim *a,
           const Claim *b)
{
  if (a->cost != b->cost)
    return a->cost < b->cost;
  return a->cell != b->cell ? a->cell < b->cell : a->disc < b->disc;
}

static void
push_claim (GArray *heap,
            Claim   claim)
{
  Claim *claims;
  guint i;

  g_assert (heap != NULL);

  g_array_append_val (heap, claim);
  claims = (Claim *) heap->data;
  for (i = heap->len - 1; i > 0 && is_better (&claim, &claims[(i - 1) / 2]); i = (i - 1) / 2)
    claims[i] = claims[(i - 1) / 2];
  claims[i] = claim;
}

static Claim
pop_claim (GArray *heap)
{
  Claim *claims;
  Claim best;
  Claim last;
  guint i = 0;

  g_assert (heap != NULL);
  g_assert (heap->len > 0);

  claims = (Claim *) heap->data;
  best = claims[0];
  last = claims[heap->len - 1];
  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len)
    {
      guint child = 2 * i + 1;

      if (child + 1 < heap->len && is_better (&claims[child + 1], &claims[child]))
        child++;
      if (!is_better (&claims[child], &last))
        break;
      claims[i] = claims[child];
      i = child;
    }
  if (heap->len > 0)
    claims[i] = last;

  return best;
}

/* A claim never gets better on its way, so that none gains by running round a
 * thin part to where its centre is near again. */
static void
claim_cell (Partition *self,
            guint      cell,
            guint      disc,
            float      least)
{
  const Disc *data = &g_array_index (self->discs, Disc, disc);
  Claim claim = { 0, cell, disc };

  claim.cost = get_cost (self->skin, cell, data);
  claim.cost = MAX (claim.cost, least);
  push_claim (self->heap, claim);
}

/* Discs of the strokes */

/* Walks from @cell over the skin to the cell that is nearest to @target. */
static guint
walk_to (Partition  *self,
         guint       cell,
         TautVector  target)
{
  double nearest = get_distance (get_position (self->skin, cell), target);
  gboolean moved = TRUE;

  g_assert (self != NULL);

  while (moved)
    {
      guint n_neighbours;
      const guint32 *neighbours = taut_skin_get_neighbours (self->skin, cell, &n_neighbours);

      moved = FALSE;
      for (guint i = 0; i < n_neighbours; i++)
        {
          double distance = get_distance (get_position (self->skin, neighbours[i]), target);

          if (neighbours[i] < self->n_cells && distance < nearest)
            {
              nearest = distance;
              cell = neighbours[i];
              moved = TRUE;
            }
        }
    }

  return cell;
}

static void
add_disc (Partition  *self,
          guint       cell,
          TautVector  centre,
          double      radius,
          guint16     area)
{
  Disc disc = { centre, get_normal (self->skin, cell), radius, area };

  g_assert (self != NULL);

  g_array_append_val (self->discs, disc);
  claim_cell (self, cell, self->discs->len - 1, -G_MAXFLOAT);
}

static void
add_stroke (Partition        *self,
            const TautStroke *stroke,
            guint16           area)
{
  TautVector before = { 0, };
  double before_radius = 0;
  guint cell = 0;
  gboolean started = FALSE;

  g_assert (self != NULL);
  g_assert (stroke != NULL);

  for (guint i = 0; i < stroke->n_points; i++)
    {
      double radius = stroke->points[i].radius / TAUT_MM_PER_UNIT;
      TautVector here;
      guint found;
      guint n_steps;

      if (!taut_skin_locate (self->skin, &stroke->points[i].at, &here, NULL) ||
          !taut_skin_find_cell (self->skin, &stroke->points[i].at, &found))
        continue;
      if (found >= self->n_cells)
        found = taut_skin_get_mirror_cell (self->skin, found);

      n_steps = started ? (guint) (get_distance (before, here) / DISC_STEP) : 0;
      for (guint k = 1; k <= n_steps; k++)
        {
          double t = k / (n_steps + 1.0);

          cell = walk_to (self, cell, taut_vector_mix (before, here, t));
          add_disc (self, cell, get_position (self->skin, cell),
                    before_radius + (radius - before_radius) * t, area);
        }

      add_disc (self, found, here, radius, area);
      before = here;
      before_radius = radius;
      cell = found;
      started = TRUE;
    }
}

static void
settle_claims (Partition *self)
{
  g_assert (self != NULL);

  while (self->heap->len > 0)
    {
      Claim claim = pop_claim (self->heap);
      const guint32 *neighbours;
      guint n_neighbours;

      if (self->owner[claim.cell] != NOBODY)
        continue;

      self->owner[claim.cell] = g_array_index (self->discs, Disc, claim.disc).area;
      neighbours = taut_skin_get_neighbours (self->skin, claim.cell, &n_neighbours);
      for (guint i = 0; i < n_neighbours; i++)
        if (neighbours[i] < self->n_cells && self->owner[neighbours[i]] == NOBODY)
          claim_cell (self, neighbours[i], claim.disc, claim.cost);
    }
}

/* Cells that no stroke can reach along the skin go to the nearest disc. */
static void
settle_rest (Partition *self,
             guint16    fallback)
{
  g_assert (self != NULL);

  for (guint cell = 0; cell < self->n_cells; cell++)
    {
      double best = G_MAXDOUBLE;

      if (self->owner[cell] != NOBODY)
        continue;
      self->owner[cell] = fallback;
      for (guint i = 0; i < self->discs->len; i++)
        {
          const Disc *disc = &g_array_index (self->discs, Disc, i);
          double cost = get_cost (self->skin, cell, disc);

          if (cost < best)
            {
              best = cost;
              self->owner[cell] = disc->area;
            }
        }
    }
}

/* Slivers */

/* Collects the connected piece of the area that owns @start into @piece and
 * returns its size in mm2. */
static double
collect_piece (Partition *self,
               guint      start,
               guint8    *seen,
               GArray    *piece)
{
  guint16 area = self->owner[start];
  double mm2 = 0;

  g_assert (seen != NULL);
  g_assert (piece != NULL);

  g_array_set_size (piece, 0);
  g_array_append_val (piece, start);
  seen[start] = TRUE;
  for (guint i = 0; i < piece->len; i++)
    {
      guint cell = g_array_index (piece, guint, i);
      guint n_neighbours;
      const guint32 *neighbours = taut_skin_get_neighbours (self->skin, cell, &n_neighbours);

      mm2 += taut_skin_get_cell (self->skin, cell)->area;
      for (guint k = 0; k < n_neighbours; k++)
        {
          guint next = neighbours[k];

          if (next >= self->n_cells || seen[next] || self->owner[next] != area)
            continue;
          seen[next] = TRUE;
          g_array_append_val (piece, next);
        }
    }

  return mm2;
}

/* The area that shares the longest border with @piece. */
static guint16
find_main_neighbour (Partition *self,
                     GArray    *piece,
                     guint      n_areas)
{
  g_autofree guint *contacts = g_new0 (guint, n_areas);
  guint16 area = self->owner[g_array_index (piece, guint, 0)];
  guint16 best = area;

  g_assert (piece != NULL);

  for (guint i = 0; i < piece->len; i++)
    {
      guint n_neighbours;
      const guint32 *neighbours =
        taut_skin_get_neighbours (self->skin, g_array_index (piece, guint, i), &n_neighbours);

      for (guint k = 0; k < n_neighbours; k++)
        if (neighbours[k] < self->n_cells && self->owner[neighbours[k]] != area)
          contacts[self->owner[neighbours[k]]]++;
    }

  for (guint16 i = 0; i < n_areas; i++)
    if (contacts[i] > 0 && (best == area || contacts[i] > contacts[best]))
      best = i;

  return best;
}

/* An area that is a sliver as a whole keeps its place; taut_atlas_check() tells. */
static gboolean
join_slivers (Partition *self,
              guint      n_areas)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->n_cells);
  g_autofree double *total = g_new0 (double, n_areas);
  g_autoptr (GArray) piece = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean joined = FALSE;

  g_assert (self != NULL);

  for (guint cell = 0; cell < self->n_cells; cell++)
    total[self->owner[cell]] += taut_skin_get_cell (self->skin, cell)->area;

  for (guint cell = 0; cell < self->n_cells; cell++)
    {
      guint16 area = self->owner[cell];
      guint16 heir;
      double mm2;

      if (seen[cell])
        continue;
      mm2 = collect_piece (self, cell, seen, piece);
      if (mm2 >= TAUT_ATLAS_SLIVER_MM2 || mm2 >= total[area] * 0.999)
        continue;
      heir = find_main_neighbour (self, piece, n_areas);
      for (guint i = 0; i < piece->len; i++)
        self->owner[g_array_index (piece, guint, i)] = heir;
      joined = joined || heir != area;
    }

  return joined;
}

static void
measure_areas (TautAtlas *self)
{
  guint n_cells = taut_skin_get_n_cells (self->skin) / 2;

  g_assert (TAUT_IS_ATLAS (self));

  self->area_mm2 = g_new0 (double, self->areas->len);
  for (guint cell = 0; cell < n_cells; cell++)
    self->area_mm2[self->area_of_cell[cell]] += taut_skin_get_cell (self->skin, cell)->area;

  for (guint i = 0; i < self->areas->len; i++)
    {
      const TautArea *area = g_ptr_array_index (self->areas, i);
      g_autoptr (TautCellSet) cells = NULL;

      if (area->kind != TAUT_AREA_OVERLAY)
        continue;
      cells = taut_skin_cover (self->skin, (const TautStroke *const *) area->strokes->pdata,
                               area->strokes->len);
      self->area_mm2[i] = taut_skin_measure (self->skin, cells);
    }
}

static void
part_skin (TautAtlas *self)
{
  guint n_cells = taut_skin_get_n_cells (self->skin) / 2;
  Partition partition = { self->skin, n_cells };
  gboolean joined = TRUE;
  guint16 fallback = 0;

  g_assert (TAUT_IS_ATLAS (self));

  self->area_of_cell = g_new (guint16, n_cells * 2);
  partition.owner = self->area_of_cell;
  partition.discs = g_array_new (FALSE, FALSE, sizeof (Disc));
  partition.heap = g_array_new (FALSE, FALSE, sizeof (Claim));
  for (guint cell = 0; cell < n_cells; cell++)
    partition.owner[cell] = NOBODY;

  for (guint i = 0; i < self->areas->len; i++)
    {
      const TautArea *area = g_ptr_array_index (self->areas, i);

      if (area->kind != TAUT_AREA_SURFACE)
        continue;
      fallback = i;
      for (guint k = 0; k < area->strokes->len; k++)
        add_stroke (&partition, g_ptr_array_index (area->strokes, k), i);
    }

  settle_claims (&partition);
  settle_rest (&partition, fallback);
  for (guint round = 0; joined && round < 4; round++)
    joined = join_slivers (&partition, self->areas->len);

  for (guint cell = 0; cell < n_cells; cell++)
    self->area_of_cell[taut_skin_get_mirror_cell (self->skin, cell)] = self->area_of_cell[cell];

  g_array_unref (partition.discs);
  g_array_unref (partition.heap);
}

const guint16 *
taut_atlas_get_partition (TautAtlas *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  locker = g_mutex_locker_new (&self->partition_lock);
  if (self->area_of_cell == NULL)
    {
      part_skin (self);
      measure_areas (self);
    }

  return self->area_of_cell;
}

const TautArea *
taut_atlas_get_area_of_cell (TautAtlas *self,
                             guint      cell)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (cell < taut_skin_get_n_cells (self->skin), NULL);

  return g_ptr_array_index (self->areas, taut_atlas_get_partition (self)[cell]);
}

double
taut_atlas_measure_area (TautAtlas      *self,
                         const TautArea *area)
{
  guint index;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), 0);
  g_return_val_if_fail (area != NULL, 0);

  if (!g_ptr_array_find (self->areas, area, &index))
    g_return_val_if_reached (0);

  taut_atlas_get_partition (self);
  return self->area_mm2[index];
}
