/* taut-atlas-pick.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which muscles lie under a place of the skin. The sheets are made when first asked
 * for, and found by the cells that they touch. */

#define G_LOG_DOMAIN "taut-atlas-pick"

#include "config.h"

#include "taut-atlas-private.h"
#include "taut-muscle-sheet.h"

struct _TautSheetIndex
{
  GPtrArray *sheets;
  GHashTable *by_cell;      /* cell + 1 to GPtrArray of sheets */
};

void
taut_sheet_index_free (TautSheetIndex *index)
{
  if (index == NULL)
    return;

  g_hash_table_unref (index->by_cell);
  g_ptr_array_unref (index->sheets);
  g_free (index);
}

static void
note_cell (TautSheetIndex  *index,
           TautMuscleSheet *sheet,
           guint            cell)
{
  GPtrArray *sheets = g_hash_table_lookup (index->by_cell, GUINT_TO_POINTER (cell + 1));

  g_assert (sheet != NULL);

  if (sheets == NULL)
    {
      sheets = g_ptr_array_new ();
      g_hash_table_insert (index->by_cell, GUINT_TO_POINTER (cell + 1), sheets);
    }
  if (sheets->len == 0 || g_ptr_array_index (sheets, sheets->len - 1) != sheet)
    g_ptr_array_add (sheets, sheet);
}

static void
note_sheet (TautSheetIndex  *index,
            TautSkin        *skin,
            TautMuscleSheet *sheet)
{
  g_assert (index != NULL);

  g_ptr_array_add (index->sheets, sheet);
  for (guint i = 0; i < sheet->n_rows * sheet->n_columns; i++)
    {
      guint n;
      const guint32 *next = taut_skin_get_neighbours (skin, sheet->vertices[i].cell, &n);

      note_cell (index, sheet, sheet->vertices[i].cell);
      for (guint k = 0; k < n; k++)
        note_cell (index, sheet, next[k]);
    }
}

static TautSheetIndex *
get_index (TautAtlas *self)
{
  g_assert (TAUT_IS_ATLAS (self));

  g_mutex_lock (&self->sheets_lock);
  if (self->sheets == NULL)
    {
      TautSheetIndex *index = g_new0 (TautSheetIndex, 1);

      index->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_muscle_sheet_free);
      index->by_cell = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
      for (guint i = 0; i < self->muscles->len; i++)
        {
          const TautMuscle *muscle = g_ptr_array_index (self->muscles, i);

          for (guint k = 0; k < muscle->shapes->len; k++)
            {
              TautMuscleSheet *sheet = taut_muscle_sheet_new (self->skin,
                                                              muscle->shapes->pdata[k]);

              if (sheet != NULL)
                note_sheet (index, self->skin, sheet);
            }
        }
      self->sheets = index;
    }
  g_mutex_unlock (&self->sheets_lock);

  return self->sheets;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const TautMuscleHit *first = a;
  const TautMuscleHit *second = b;

  if (first->shape->layer != second->shape->layer)
    return first->shape->layer < second->shape->layer ? -1 : 1;
  if (first->shape->depth != second->shape->depth)
    return first->shape->depth > second->shape->depth ? -1 : 1;
  return strcmp (second->muscle->id, first->muscle->id);
}

static gboolean
is_listed (const GArray     *hits,
           const TautMuscle *muscle)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, TautMuscleHit, i).muscle == muscle)
      return TRUE;
  return FALSE;
}

/* Of each muscle the topmost shape. */
static GArray *
drop_repeats (GArray *hits)
{
  GArray *once = g_array_new (FALSE, FALSE, sizeof (TautMuscleHit));

  g_assert (hits != NULL);

  for (guint i = 0; i < hits->len; i++)
    if (!is_listed (once, g_array_index (hits, TautMuscleHit, i).muscle))
      g_array_append_val (once, g_array_index (hits, TautMuscleHit, i));

  return once;
}

GArray *
taut_atlas_find_muscles_at (TautAtlas  *self,
                            guint       cell,
                            TautVector  position)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (TautMuscleHit));
  const TautSkinCell *skin_cell;
  TautSide side;
  TautVector normal;
  GPtrArray *sheets;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (cell < taut_skin_get_n_cells (self->skin), NULL);

  side = cell < taut_skin_get_n_cells (self->skin) / 2 ? TAUT_SIDE_LEFT : TAUT_SIDE_RIGHT;
  if (side == TAUT_SIDE_RIGHT)
    {
      cell = taut_skin_get_mirror_cell (self->skin, cell);
      position.x = -position.x;
    }
  skin_cell = taut_skin_get_cell (self->skin, cell);
  normal = (TautVector) { skin_cell->normal[0], skin_cell->normal[1], skin_cell->normal[2] };

  sheets = g_hash_table_lookup (get_index (self)->by_cell, GUINT_TO_POINTER (cell + 1));
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const TautMuscleSheet *sheet = g_ptr_array_index (sheets, i);
      TautSheetPlace place;

      if (taut_muscle_sheet_find (sheet, position, normal, &place) && place.depth >= 0)
        {
          TautMuscleHit hit = { sheet->shape->muscle, sheet->shape, side };

          g_array_append_val (hits, hit);
        }
    }
  g_array_sort (hits, compare_hits);

  return drop_repeats (hits);
}

GArray *
taut_atlas_pick_muscles (TautAtlas           *self,
                         const TautSkinPoint *at)
{
  TautVector position;
  guint cell;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (at != NULL, NULL);

  if (!taut_skin_locate (self->skin, at, &position, NULL) ||
      !taut_skin_find_cell (self->skin, at, &cell))
    return g_array_new (FALSE, FALSE, sizeof (TautMuscleHit));

  return taut_atlas_find_muscles_at (self, cell, position);
}

/* How far outside all shapes of its muscle a point lies, mm; 0 inside. */
double
taut_atlas_measure_beside (TautAtlas       *self,
                           const TautPoint *point)
{
  GPtrArray *sheets;
  TautVector position, normal;
  double beside = INFINITY;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), 0);
  g_return_val_if_fail (point != NULL, 0);

  if (!taut_skin_locate (self->skin, &point->at, &position, &normal))
    return INFINITY;

  sheets = get_index (self)->sheets;
  for (guint i = 0; i < sheets->len; i++)
    {
      const TautMuscleSheet *sheet = g_ptr_array_index (sheets, i);
      TautSheetPlace place;

      if (sheet->shape->muscle == point->muscle &&
          taut_muscle_sheet_find (sheet, position, normal, &place))
        beside = MIN (beside, MAX (-place.depth, 0) * TAUT_MM_PER_UNIT);
    }

  return beside;
}
