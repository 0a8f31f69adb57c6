/* taut-plan-item-sessions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a plan item says of single sessions: ticks and exceptions. Both are known
 * by the date and the minute that the rule gives, and are kept in that order. */

#define G_LOG_DOMAIN "taut-plan-item-sessions"

#include "config.h"

#include "taut-plan-item.h"

#include "taut-plan-item-private.h"
#include "taut-set.h"

static int
compare_keys (const GDate *left_date,
              guint        left_minute,
              const GDate *right_date,
              guint        right_minute)
{
  int order = g_date_compare (left_date, right_date);

  return order != 0 ? order : (left_minute > right_minute) - (left_minute < right_minute);
}

static int
compare_ticks (gconstpointer a,
               gconstpointer b)
{
  const TautTick *left = a;
  const TautTick *right = b;

  return compare_keys (&left->date, left->minute, &right->date, right->minute);
}

static int
compare_exceptions (gconstpointer a,
                    gconstpointer b)
{
  const TautException *left = a;
  const TautException *right = b;

  return compare_keys (&left->date, left->minute, &right->date, right->minute);
}

static gboolean
is_key (const GDate *date,
        guint        minute)
{
  return date != NULL && g_date_valid (date) && minute < TAUT_MINUTES_A_DAY;
}

/* Takes over @ticks. */
static TautPlanItem *
with_ticks (TautPlanItem *self,
            GArray       *ticks)
{
  TautPlanItem *item = taut_plan_item_copy (self);

  g_assert (ticks != NULL);

  g_array_unref (item->ticks);
  item->ticks = ticks;

  return item;
}

/* Takes over @exceptions. */
static TautPlanItem *
with_exceptions (TautPlanItem *self,
                 GArray       *exceptions)
{
  TautPlanItem *item = taut_plan_item_copy (self);

  g_assert (exceptions != NULL);

  g_array_unref (item->exceptions);
  item->exceptions = exceptions;

  return item;
}

TautPlanItem *
taut_plan_item_with_tick (TautPlanItem *self,
                          const GDate  *date,
                          guint         minute,
                          gboolean      done)
{
  TautTick tick;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (is_key (date, minute), NULL);

  tick = (TautTick) { *date, minute, TAUT_OUTCOME_DONE };

  return with_ticks (self, done
                           ? taut_set_with (self->ticks, &tick, compare_ticks)
                           : taut_set_without (self->ticks, &tick, compare_ticks));
}

TautPlanItem *
taut_plan_item_with_outcome (TautPlanItem *self,
                             const GDate  *date,
                             guint         minute,
                             TautOutcome   outcome)
{
  TautTick tick;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (is_key (date, minute), NULL);
  g_return_val_if_fail (outcome <= TAUT_OUTCOME_SKIPPED, NULL);

  tick = (TautTick) { *date, minute, outcome };

  return with_ticks (self, taut_set_with (self->ticks, &tick, compare_ticks));
}

TautPlanItem *
taut_plan_item_with_ticks (TautPlanItem   *self,
                           const TautTick *ticks,
                           guint           n_ticks)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (ticks != NULL || n_ticks == 0, NULL);
  for (guint i = 0; i < n_ticks; i++)
    g_return_val_if_fail (ticks[i].outcome <= TAUT_OUTCOME_SKIPPED, NULL);

  return with_ticks (self, taut_set_new (ticks, n_ticks, sizeof (TautTick), compare_ticks));
}

const TautTick *
taut_plan_item_get_ticks (TautPlanItem *self,
                          guint        *n_ticks)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (n_ticks != NULL, NULL);

  *n_ticks = self->ticks->len;

  return (const TautTick *) (gconstpointer) self->ticks->data;
}

gboolean
taut_plan_item_find_tick (TautPlanItem *self,
                          const GDate  *date,
                          guint         minute,
                          TautOutcome  *outcome)
{
  TautTick tick;
  gboolean found;
  guint index;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), FALSE);
  g_return_val_if_fail (date != NULL && g_date_valid (date), FALSE);

  tick = (TautTick) { *date, minute, TAUT_OUTCOME_DONE };
  index = taut_set_find (self->ticks, &tick, compare_ticks, &found);
  if (found && outcome != NULL)
    *outcome = g_array_index (self->ticks, TautTick, index).outcome;

  return found;
}

gboolean
taut_plan_item_is_done (TautPlanItem *self,
                        const GDate  *date,
                        guint         minute)
{
  TautOutcome outcome;

  return taut_plan_item_find_tick (self, date, minute, &outcome) && outcome == TAUT_OUTCOME_DONE;
}

static gboolean
is_exception (const TautException *exception)
{
  return exception != NULL
         && is_key (&exception->date, exception->minute)
         && (!exception->moved || is_key (&exception->to_date, exception->to_minute));
}

/* The target of a session that is left out says nothing: it is cleared, so that
 * equal exceptions look equal. */
static TautException
normalize (TautException exception)
{
  if (!exception.moved)
    {
      g_date_clear (&exception.to_date, 1);
      exception.to_minute = 0;
    }

  return exception;
}

TautPlanItem *
taut_plan_item_with_exception (TautPlanItem        *self,
                               const TautException *exception)
{
  TautException normal;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (is_exception (exception), NULL);

  normal = normalize (*exception);

  return with_exceptions (self, taut_set_with (self->exceptions, &normal, compare_exceptions));
}

TautPlanItem *
taut_plan_item_without_exception (TautPlanItem *self,
                                  const GDate  *date,
                                  guint         minute)
{
  TautException key = { .minute = minute };

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (is_key (date, minute), NULL);

  key.date = *date;

  return with_exceptions (self, taut_set_without (self->exceptions, &key, compare_exceptions));
}

TautPlanItem *
taut_plan_item_with_exceptions (TautPlanItem        *self,
                                const TautException *exceptions,
                                guint                n_exceptions)
{
  GArray *set;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (exceptions != NULL || n_exceptions == 0, NULL);
  for (guint i = 0; i < n_exceptions; i++)
    g_return_val_if_fail (is_exception (&exceptions[i]), NULL);

  set = taut_set_new (exceptions, n_exceptions, sizeof (TautException), compare_exceptions);
  for (guint i = 0; i < set->len; i++)
    {
      TautException *exception = &g_array_index (set, TautException, i);

      *exception = normalize (*exception);
    }

  return with_exceptions (self, set);
}

const TautException *
taut_plan_item_get_exceptions (TautPlanItem *self,
                               guint        *n_exceptions)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (n_exceptions != NULL, NULL);

  *n_exceptions = self->exceptions->len;

  return (const TautException *) (gconstpointer) self->exceptions->data;
}

const TautException *
taut_plan_item_find_exception (TautPlanItem *self,
                               const GDate  *date,
                               guint         minute)
{
  TautException key = { .minute = minute };
  gboolean found;
  guint index;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  key.date = *date;
  index = taut_set_find (self->exceptions, &key, compare_exceptions, &found);

  return found ? &g_array_index (self->exceptions, TautException, index) : NULL;
}

gboolean
taut_plan_item_equal_ticks (TautPlanItem *a,
                            TautPlanItem *b)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (a), FALSE);
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (b), FALSE);

  if (a->ticks == b->ticks)
    return TRUE;
  if (a->ticks->len != b->ticks->len)
    return FALSE;

  for (guint i = 0; i < a->ticks->len; i++)
    {
      const TautTick *left = &g_array_index (a->ticks, TautTick, i);
      const TautTick *right = &g_array_index (b->ticks, TautTick, i);

      if (compare_ticks (left, right) != 0 || left->outcome != right->outcome)
        return FALSE;
    }

  return TRUE;
}

gboolean
taut_plan_item_equal_exceptions (TautPlanItem *a,
                                 TautPlanItem *b)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (a), FALSE);
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (b), FALSE);

  if (a->exceptions == b->exceptions)
    return TRUE;
  if (a->exceptions->len != b->exceptions->len)
    return FALSE;

  for (guint i = 0; i < a->exceptions->len; i++)
    {
      const TautException *left = &g_array_index (a->exceptions, TautException, i);
      const TautException *right = &g_array_index (b->exceptions, TautException, i);

      if (compare_exceptions (left, right) != 0
          || left->moved != right->moved
          || (left->moved && compare_keys (&left->to_date, left->to_minute,
                                           &right->to_date, right->to_minute) != 0))
        return FALSE;
    }

  return TRUE;
}
