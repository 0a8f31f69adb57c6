/* taut-history.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One array holds all changes; those before @n_done are made, the others were
 * undone. Undo and redo move @n_done over a change; a new change cuts off what
 * could be redone. After undo, redo, clear and a merge that came out void the
 * history is closed: the next change starts a step of its own. */

#define G_LOG_DOMAIN "taut-history"

#include "config.h"

#include "taut-history.h"

struct _TautHistory
{
  TautHistoryFuncs funcs;
  gpointer owner;
  GPtrArray *changes;
  guint n_done;
  guint open : 1;         /* the last change may take in the next one */
  guint applying : 1;     /* guards against changes made by those who hear of one */
};

static void
apply (TautHistory   *self,
       gconstpointer  change,
       gboolean       reverse)
{
  g_assert (self != NULL);
  g_assert (change != NULL);

  self->applying = TRUE;
  self->funcs.apply (change, reverse, self->owner);
  self->applying = FALSE;
}

static void
append (TautHistory *self,
        gpointer     change)
{
  g_assert (self != NULL);
  g_assert (change != NULL);

  g_ptr_array_set_size (self->changes, self->n_done);
  g_ptr_array_add (self->changes, change);
  self->n_done++;
  self->open = TRUE;
}

/* Whether the last change took @change in. */
static gboolean
merge_into_last (TautHistory   *self,
                 gconstpointer  change)
{
  gpointer last;

  g_assert (self != NULL);
  g_assert (change != NULL);

  if (!self->open || self->n_done == 0)
    return FALSE;

  last = g_ptr_array_index (self->changes, self->n_done - 1);
  if (!self->funcs.merge (last, change))
    return FALSE;

  if (self->funcs.is_void (last))
    {
      g_ptr_array_remove_index (self->changes, self->n_done - 1);
      self->n_done--;
      self->open = FALSE;
    }

  return TRUE;
}

TautHistory *
taut_history_new (const TautHistoryFuncs *funcs,
                  gpointer                owner)
{
  TautHistory *self;

  g_return_val_if_fail (funcs != NULL, NULL);

  self = g_new0 (TautHistory, 1);
  self->funcs = *funcs;
  self->owner = owner;
  self->changes = g_ptr_array_new_with_free_func (funcs->free);

  return self;
}

void
taut_history_free (TautHistory *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->changes);
  g_free (self);
}

void
taut_history_push (TautHistory *self,
                   gpointer     change,
                   gboolean     merge)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (change != NULL);
  g_return_if_fail (!self->applying);

  apply (self, change, FALSE);
  if (merge && merge_into_last (self, change))
    self->funcs.free (change);
  else
    append (self, change);
}

gconstpointer
taut_history_peek_undo (const TautHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->n_done > 0 ? g_ptr_array_index (self->changes, self->n_done - 1) : NULL;
}

gconstpointer
taut_history_peek_redo (const TautHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->n_done < self->changes->len
         ? g_ptr_array_index (self->changes, self->n_done)
         : NULL;
}

void
taut_history_undo (TautHistory *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_done > 0);
  g_return_if_fail (!self->applying);

  self->n_done--;
  self->open = FALSE;
  apply (self, g_ptr_array_index (self->changes, self->n_done), TRUE);
}

void
taut_history_redo (TautHistory *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_done < self->changes->len);
  g_return_if_fail (!self->applying);

  apply (self, g_ptr_array_index (self->changes, self->n_done), FALSE);
  self->n_done++;
  self->open = FALSE;
}

void
taut_history_clear (TautHistory *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!self->applying);

  g_ptr_array_set_size (self->changes, 0);
  self->n_done = 0;
  self->open = FALSE;
}
