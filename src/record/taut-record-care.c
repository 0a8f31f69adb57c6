/* taut-record-care.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The part of a record that is about care: plan, profile, own routines. */

#define G_LOG_DOMAIN "taut-record-care"

#include "config.h"

#include "taut-record.h"

#include "taut-record-private.h"

/* A new item goes to the end. */
static TautChange *
change_item (TautRecord   *self,
             TautPlanItem *before,
             TautPlanItem *after)
{
  g_assert (TAUT_IS_RECORD (self));

  return taut_change_new_plan_item (taut_record_find_position (self->plan, before),
                                    before, after);
}

static TautChange *
change_own_routine (TautRecord     *self,
                    TautOwnRoutine *before,
                    TautOwnRoutine *after)
{
  g_assert (TAUT_IS_RECORD (self));

  return taut_change_new_own_routine (taut_record_find_position (self->own_routines, before),
                                      before, after);
}

void
taut_record_put_plan_item (TautRecord   *self,
                           TautPlanItem *item)
{
  TautPlanItem *before;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (TAUT_IS_PLAN_ITEM (item));

  before = taut_record_find_plan_item (self, taut_plan_item_get_routine_id (item));
  if (before == NULL || !taut_plan_item_equal (before, item))
    taut_record_push (self, change_item (self, before, item), FALSE);
}

void
taut_record_remove_plan_item (TautRecord *self,
                              const char *routine_id)
{
  TautPlanItem *before;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (routine_id != NULL);

  before = taut_record_find_plan_item (self, routine_id);
  if (before != NULL)
    taut_record_push (self, change_item (self, before, NULL), FALSE);
}

void
taut_record_move_plan_item (TautRecord *self,
                            const char *routine_id,
                            guint       position)
{
  TautPlanItem *item;
  guint from;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (routine_id != NULL);
  g_return_if_fail (position < g_list_model_get_n_items (G_LIST_MODEL (self->plan)));

  item = taut_record_find_plan_item (self, routine_id);
  g_return_if_fail (item != NULL);

  from = taut_record_find_position (self->plan, item);
  if (from != position)
    taut_record_push (self, taut_change_new_order (from, position), FALSE);
}

/* Of several for one routine, the last counts. */
void
taut_record_put_plan_items (TautRecord *self,
                            GPtrArray  *items)
{
  g_autoptr (GHashTable) latest = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) parts = NULL;
  guint end;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (items != NULL);

  for (guint i = 0; i < items->len; i++)
    {
      TautPlanItem *item = g_ptr_array_index (items, i);

      g_hash_table_replace (latest, (gpointer) taut_plan_item_get_routine_id (item), item);
    }

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_change_free);
  end = g_list_model_get_n_items (G_LIST_MODEL (self->plan));
  for (guint i = 0; i < items->len; i++)
    {
      TautPlanItem *item = g_ptr_array_index (items, i);
      const char *id = taut_plan_item_get_routine_id (item);
      TautPlanItem *before = taut_record_find_plan_item (self, id);
      guint position;

      if (g_hash_table_lookup (latest, id) != item
          || (before != NULL && taut_plan_item_equal (before, item)))
        continue;
      g_hash_table_remove (latest, id);
      position = before != NULL ? taut_record_find_position (self->plan, before) : end++;
      g_ptr_array_add (parts, taut_change_new_plan_item (position, before, item));
    }

  if (parts->len > 0)
    taut_record_push (self, taut_change_new_group (g_steal_pointer (&parts), "Change Plan"), FALSE);
}

TautProfile *
taut_record_get_profile (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);

  return self->profile;
}

void
taut_record_set_profile (TautRecord  *self,
                         TautProfile *profile)
{
  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (TAUT_IS_PROFILE (profile));

  if (!taut_profile_equal (self->profile, profile))
    taut_record_push (self, taut_change_new_profile (self->profile, profile), FALSE);
}

void
taut_record_revise_profile (TautRecord  *self,
                            TautProfile *opened,
                            TautProfile *profile)
{
  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (TAUT_IS_PROFILE (opened));
  g_return_if_fail (TAUT_IS_PROFILE (profile));

  /* Back at what it began with, the form has no step in the history to join. */
  if (!taut_profile_equal (self->profile, profile))
    taut_record_push (self, taut_change_new_profile (self->profile, profile),
                      !taut_profile_equal (self->profile, opened));
}

GListModel *
taut_record_get_own_routines (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);

  return G_LIST_MODEL (self->own_routines);
}

/* (transfer none) (nullable) */
TautOwnRoutine *
taut_record_find_own_routine (TautRecord *self,
                              const char *id)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->own_by_id, id);
}

void
taut_record_put_own_routine (TautRecord     *self,
                             TautOwnRoutine *routine)
{
  TautOwnRoutine *before;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (TAUT_IS_OWN_ROUTINE (routine));

  before = taut_record_find_own_routine (self, taut_own_routine_get_id (routine));
  if (before == NULL || !taut_own_routine_equal (before, routine))
    taut_record_push (self, change_own_routine (self, before, routine), FALSE);
}

void
taut_record_add_own_routine (TautRecord     *self,
                             TautOwnRoutine *routine,
                             TautPlanItem   *item)
{
  GPtrArray *parts;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (TAUT_IS_OWN_ROUTINE (routine));
  g_return_if_fail (TAUT_IS_PLAN_ITEM (item));
  g_return_if_fail (taut_record_find_own_routine (self, taut_own_routine_get_id (routine)) == NULL);
  g_return_if_fail (taut_record_find_plan_item (self, taut_own_routine_get_id (routine)) == NULL);

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_change_free);
  g_ptr_array_add (parts, change_own_routine (self, NULL, routine));
  g_ptr_array_add (parts, change_item (self, NULL, item));
  taut_record_push (self, taut_change_new_group (parts, "Add Own Routine"), FALSE);
}

void
taut_record_remove_own_routine (TautRecord *self,
                                const char *id)
{
  TautOwnRoutine *routine;
  TautPlanItem *item;
  GPtrArray *parts;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (id != NULL);

  routine = taut_record_find_own_routine (self, id);
  if (routine == NULL)
    return;

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_change_free);
  item = taut_record_find_plan_item (self, id);
  if (item != NULL)
    g_ptr_array_add (parts, change_item (self, item, NULL));
  g_ptr_array_add (parts, change_own_routine (self, routine, NULL));
  taut_record_push (self, taut_change_new_group (parts, "Remove Own Routine"), FALSE);
}
