/* taut-skin-flood.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dijkstra's way over the cells. Steps from middle to middle zigzag and come out
 * up to a tenth too long, so the way to a cell is measured straight from the
 * second or third cell before it, unless the skin turns a sharp corner there: it
 * must not jump from finger to finger. Cells are kept in a small hash table, not in arrays
 * over the whole body: most floods reach some hundred of them. */

#define G_LOG_DOMAIN "taut-skin-flood"

#include "config.h"

#include "taut-skin-flood.h"

#define FIRST_SLOTS 256
#define NO_VISIT G_MAXUINT32

/* How many cells back the straight lines reach, and the cosine between normals
 * that ends them. */
#define MAX_STRIDE 3
#define SHARP_CORNER 0.5

typedef struct
{
  TautVector position;
  double distance;
  guint32 cell;
  guint32 parent;
  gboolean settled;
} Visit;

typedef struct
{
  double distance;
  guint32 cell;
  guint32 visit;
} Entry;

struct _TautSkinFlood
{
  TautSkin *skin;
  GArray *visits;
  GArray *heap;
  GArray *springs;
  guint32 *slots;
  guint n_slots;
};

/* Table of visits by cell */

static guint
find_slot (const TautSkinFlood *flood,
           guint                cell)
{
  guint slot = (cell * 2654435761u) & (flood->n_slots - 1);

  g_assert (flood != NULL);

  while (flood->slots[slot] != NO_VISIT &&
         g_array_index (flood->visits, Visit, flood->slots[slot]).cell != cell)
    slot = (slot + 1) & (flood->n_slots - 1);
  return slot;
}

static void
resize_table (TautSkinFlood *flood,
              guint          n_slots)
{
  g_assert (flood != NULL);

  g_free (flood->slots);
  flood->slots = g_new (guint32, n_slots);
  flood->n_slots = n_slots;
  for (guint i = 0; i < n_slots; i++)
    flood->slots[i] = NO_VISIT;
  for (guint i = 0; i < flood->visits->len; i++)
    flood->slots[find_slot (flood, g_array_index (flood->visits, Visit, i).cell)] = i;
}

/* Heap of what comes next */

static gboolean
comes_before (const Entry *a,
              const Entry *b)
{
  g_assert (a != NULL);
  g_assert (b != NULL);

  return a->distance < b->distance || (a->distance == b->distance && a->cell < b->cell);
}

static void
push (GArray *heap,
      Entry   entry)
{
  guint i = heap->len;
  Entry *entries;

  g_assert (heap != NULL);

  g_array_append_val (heap, entry);
  entries = (Entry *) heap->data;
  while (i > 0 && comes_before (&entry, &entries[(i - 1) / 2]))
    {
      entries[i] = entries[(i - 1) / 2];
      i = (i - 1) / 2;
    }
  entries[i] = entry;
}

static Entry
pop (GArray *heap)
{
  Entry *entries = (Entry *) heap->data;
  Entry top = entries[0];
  Entry last = entries[heap->len - 1];
  guint i = 0;

  g_assert (heap != NULL);

  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len)
    {
      guint child = 2 * i + 1;

      if (child + 1 < heap->len && comes_before (&entries[child + 1], &entries[child]))
        child++;
      if (!comes_before (&entries[child], &last))
        break;
      entries[i] = entries[child];
      i = child;
    }
  if (heap->len > 0)
    entries[i] = last;
  return top;
}

/* Ways */

/* Springs are visits of no cell; they carry their own place. */
static const Visit *
get_source (const TautSkinFlood *flood,
            guint32              reference)
{
  g_assert (flood != NULL);

  if (reference % 2 == 1)
    return &g_array_index (flood->springs, Visit, reference / 2);
  return &g_array_index (flood->visits, Visit, reference / 2);
}

static gboolean
face_alike (const TautSkinFlood *flood,
            guint                a,
            guint                b)
{
  const float *first = taut_skin_get_cell (flood->skin, a)->normal;
  const float *second = taut_skin_get_cell (flood->skin, b)->normal;

  return first[0] * second[0] + first[1] * second[1] + first[2] * second[2] > SHARP_CORNER;
}

/* The way to a place in @cell over the visit or spring @reference, or straight
 * from what lies before that. */
static double
measure_over (const TautSkinFlood *flood,
              guint32              reference,
              guint                cell,
              TautVector           position)
{
  double distance = G_MAXDOUBLE;

  g_assert (flood != NULL);

  for (guint i = 0; i < MAX_STRIDE && reference != NO_VISIT; i++)
    {
      const Visit *source = get_source (flood, reference);
      TautVector from = taut_vector_subtract (position, source->position);

      if (i > 0 && !face_alike (flood, cell, source->cell))
        break;
      distance = MIN (distance, source->distance + taut_vector_length (from));
      reference = source->parent;
    }
  return distance;
}

static void
reach (TautSkinFlood *flood,
       guint          cell,
       guint32        parent)
{
  guint slot = find_slot (flood, cell);
  TautVector position = taut_skin_cell_get_position (taut_skin_get_cell (flood->skin, cell));
  double distance = measure_over (flood, parent, cell, position);
  Visit *visit;

  g_assert (flood != NULL);

  if (flood->slots[slot] == NO_VISIT)
    {
      Visit fresh = { position, G_MAXDOUBLE, cell, parent, FALSE };

      flood->slots[slot] = flood->visits->len;
      g_array_append_val (flood->visits, fresh);
      if (flood->visits->len * 2 > flood->n_slots)
        resize_table (flood, flood->n_slots * 2);
      slot = find_slot (flood, cell);
    }

  visit = &g_array_index (flood->visits, Visit, flood->slots[slot]);
  if (visit->settled || distance >= visit->distance)
    return;
  visit->distance = distance;
  visit->parent = parent;
  push (flood->heap, (Entry) { distance, cell, flood->slots[slot] });
}

TautSkinFlood *
taut_skin_flood_new (TautSkin *skin)
{
  TautSkinFlood *flood;

  g_return_val_if_fail (skin != NULL, NULL);

  flood = g_new0 (TautSkinFlood, 1);
  flood->skin = taut_skin_ref (skin);
  flood->visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  flood->heap = g_array_new (FALSE, FALSE, sizeof (Entry));
  flood->springs = g_array_new (FALSE, FALSE, sizeof (Visit));
  resize_table (flood, FIRST_SLOTS);
  return flood;
}

void
taut_skin_flood_free (TautSkinFlood *flood)
{
  if (flood == NULL)
    return;

  g_array_unref (flood->visits);
  g_array_unref (flood->heap);
  g_array_unref (flood->springs);
  g_free (flood->slots);
  taut_skin_unref (flood->skin);
  g_free (flood);
}

void
taut_skin_flood_seed (TautSkinFlood *flood,
                      guint          cell,
                      TautVector     position)
{
  Visit spring = { position, 0, cell, NO_VISIT, TRUE };
  guint32 reference;

  g_return_if_fail (flood != NULL);
  g_return_if_fail (cell < taut_skin_get_n_cells (flood->skin));

  reference = flood->springs->len * 2 + 1;
  g_array_append_val (flood->springs, spring);
  reach (flood, cell, reference);
}

gboolean
taut_skin_flood_next (TautSkinFlood *flood,
                      guint         *cell,
                      double        *distance)
{
  g_return_val_if_fail (flood != NULL, FALSE);
  g_return_val_if_fail (cell != NULL, FALSE);
  g_return_val_if_fail (distance != NULL, FALSE);

  while (flood->heap->len > 0)
    {
      Entry entry = pop (flood->heap);
      Visit *visit = &g_array_index (flood->visits, Visit, entry.visit);

      if (visit->settled)
        continue;
      visit->settled = TRUE;
      *cell = visit->cell;
      *distance = visit->distance;
      return TRUE;
    }
  return FALSE;
}

void
taut_skin_flood_spread (TautSkinFlood *flood,
                        guint          cell)
{
  const guint32 *neighbours;
  guint n_neighbours;
  guint32 index;

  g_return_if_fail (flood != NULL);

  index = flood->slots[find_slot (flood, cell)];
  g_return_if_fail (index != NO_VISIT);

  neighbours = taut_skin_get_neighbours (flood->skin, cell, &n_neighbours);
  for (guint i = 0; i < n_neighbours; i++)
    reach (flood, neighbours[i], index * 2);
}

double
taut_skin_flood_get_distance (const TautSkinFlood *flood,
                              guint                cell,
                              TautVector           position)
{
  guint32 index;

  g_return_val_if_fail (flood != NULL, INFINITY);

  index = flood->slots[find_slot (flood, cell)];
  g_return_val_if_fail (index != NO_VISIT, INFINITY);

  return measure_over (flood, g_array_index (flood->visits, Visit, index).parent, cell, position);
}

gboolean
taut_skin_flood_get_parent (const TautSkinFlood *flood,
                            guint                cell,
                            guint               *parent)
{
  guint32 index;
  guint32 reference;

  g_return_val_if_fail (flood != NULL, FALSE);
  g_return_val_if_fail (parent != NULL, FALSE);

  index = flood->slots[find_slot (flood, cell)];
  g_return_val_if_fail (index != NO_VISIT, FALSE);

  reference = g_array_index (flood->visits, Visit, index).parent;
  if (reference % 2 == 1)
    return FALSE;
  *parent = get_source (flood, reference)->cell;
  return TRUE;
}
