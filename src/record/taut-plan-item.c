/* taut-plan-item.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-item"

#include "config.h"

#include "taut-plan-item.h"

#include "taut-plan-item-private.h"
#include "taut-set.h"
#include "taut-unknown.h"

G_DEFINE_FINAL_TYPE (TautPlanItem, taut_plan_item, G_TYPE_OBJECT)

gboolean
taut_dose_is_sound (const TautDose *dose)
{
  g_return_val_if_fail (dose != NULL, FALSE);

  return dose->hold <= TAUT_DOSE_HOLD_MAX
         && dose->repetitions <= TAUT_DOSE_REPETITIONS_MAX
         && dose->sets <= TAUT_DOSE_SETS_MAX
         && dose->pressure <= TAUT_DOSE_PRESSURE_MAX;
}

gboolean
taut_dose_equal (const TautDose *a,
                 const TautDose *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a->hold == b->hold
         && a->repetitions == b->repetitions
         && a->sets == b->sets
         && a->pressure == b->pressure;
}

static void
set_period (TautPlanItem *self,
            const GDate  *start,
            const GDate  *end)
{
  g_assert (TAUT_IS_PLAN_ITEM (self));
  g_assert (start != NULL);

  self->start = *start;
  if (end != NULL)
    self->end = *end;
  else
    g_date_clear (&self->end, 1);
}

TautPlanItem *
taut_plan_item_copy (TautPlanItem *self)
{
  TautPlanItem *item = g_object_new (TAUT_TYPE_PLAN_ITEM, NULL);

  g_assert (TAUT_IS_PLAN_ITEM (self));

  item->routine_id = g_strdup (self->routine_id);
  item->rrule = g_strdup (self->rrule);
  item->minutes = g_array_ref (self->minutes);
  item->start = self->start;
  item->end = self->end;
  item->ticks = g_array_ref (self->ticks);
  item->exceptions = g_array_ref (self->exceptions);
  item->dose = self->dose;
  item->unknown = self->unknown != NULL ? json_object_ref (self->unknown) : NULL;

  return item;
}

static void
taut_plan_item_finalize (GObject *object)
{
  TautPlanItem *self = TAUT_PLAN_ITEM (object);

  g_free (self->routine_id);
  g_free (self->rrule);
  g_clear_pointer (&self->minutes, g_array_unref);
  g_clear_pointer (&self->ticks, g_array_unref);
  g_clear_pointer (&self->exceptions, g_array_unref);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (taut_plan_item_parent_class)->finalize (object);
}

static void
taut_plan_item_class_init (TautPlanItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taut_plan_item_finalize;
}

static void
taut_plan_item_init (TautPlanItem *self)
{
  g_date_clear (&self->start, 1);
  g_date_clear (&self->end, 1);
}

static gboolean
check_minutes (const guint *minutes,
               guint        n_minutes)
{
  if (minutes == NULL && n_minutes > 0)
    return FALSE;

  for (guint i = 0; i < n_minutes; i++)
    {
      if (minutes[i] >= TAUT_MINUTES_A_DAY)
        return FALSE;
    }

  return TRUE;
}

TautPlanItem *
taut_plan_item_new (const char  *routine_id,
                    const char  *rrule,
                    const guint *minutes,
                    guint        n_minutes,
                    const GDate *start,
                    const GDate *end)
{
  TautPlanItem *self;

  g_return_val_if_fail (routine_id != NULL && *routine_id != '\0', NULL);
  g_return_val_if_fail (rrule != NULL, NULL);
  g_return_val_if_fail (check_minutes (minutes, n_minutes), NULL);
  g_return_val_if_fail (start != NULL && g_date_valid (start), NULL);
  g_return_val_if_fail (end == NULL || g_date_valid (end), NULL);

  self = g_object_new (TAUT_TYPE_PLAN_ITEM, NULL);
  self->routine_id = g_strdup (routine_id);
  self->rrule = g_strdup (rrule);
  self->minutes = taut_set_new (minutes, n_minutes, sizeof (guint), taut_set_compare_numbers);
  set_period (self, start, end);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (TautTick));
  self->exceptions = g_array_new (FALSE, FALSE, sizeof (TautException));

  return self;
}

TautPlanItem *
taut_plan_item_with_rrule (TautPlanItem *self,
                           const char   *rrule)
{
  TautPlanItem *item;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (rrule != NULL, NULL);

  item = taut_plan_item_copy (self);
  g_free (item->rrule);
  item->rrule = g_strdup (rrule);

  return item;
}

TautPlanItem *
taut_plan_item_with_minutes (TautPlanItem *self,
                             const guint  *minutes,
                             guint         n_minutes)
{
  TautPlanItem *item;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (check_minutes (minutes, n_minutes), NULL);

  item = taut_plan_item_copy (self);
  g_array_unref (item->minutes);
  item->minutes = taut_set_new (minutes, n_minutes, sizeof (guint), taut_set_compare_numbers);

  return item;
}

TautPlanItem *
taut_plan_item_with_period (TautPlanItem *self,
                            const GDate  *start,
                            const GDate  *end)
{
  TautPlanItem *item;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (start != NULL && g_date_valid (start), NULL);
  g_return_val_if_fail (end == NULL || g_date_valid (end), NULL);

  item = taut_plan_item_copy (self);
  set_period (item, start, end);

  return item;
}

const char *
taut_plan_item_get_routine_id (TautPlanItem *self)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);

  return self->routine_id;
}

const char *
taut_plan_item_get_rrule (TautPlanItem *self)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);

  return self->rrule;
}

const guint *
taut_plan_item_get_minutes (TautPlanItem *self,
                            guint        *n_minutes)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (n_minutes != NULL, NULL);

  *n_minutes = self->minutes->len;

  return (const guint *) (gconstpointer) self->minutes->data;
}

const GDate *
taut_plan_item_get_start (TautPlanItem *self)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);

  return &self->start;
}

const GDate *
taut_plan_item_get_end (TautPlanItem *self)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);

  return g_date_valid (&self->end) ? &self->end : NULL;
}

const TautDose *
taut_plan_item_get_dose (TautPlanItem *self)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);

  return &self->dose;
}

TautPlanItem *
taut_plan_item_with_dose (TautPlanItem   *self,
                          const TautDose *dose)
{
  TautPlanItem *item;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (taut_dose_is_sound (dose), NULL);

  item = taut_plan_item_copy (self);
  item->dose = *dose;

  return item;
}

JsonObject *
taut_plan_item_get_unknown (TautPlanItem *self)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);

  return self->unknown;
}

TautPlanItem *
taut_plan_item_with_unknown (TautPlanItem *self,
                             JsonObject   *unknown)
{
  TautPlanItem *item;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);

  item = taut_plan_item_copy (self);
  g_clear_pointer (&item->unknown, json_object_unref);
  item->unknown = unknown != NULL ? json_object_ref (unknown) : NULL;

  return item;
}

static gboolean
equal_dates (const GDate *a,
             const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (a) == g_date_valid (b);

  return g_date_compare (a, b) == 0;
}

gboolean
taut_plan_item_equal_schedule (TautPlanItem *a,
                               TautPlanItem *b)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (a), FALSE);
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (b), FALSE);

  return strcmp (a->rrule, b->rrule) == 0
         && a->minutes->len == b->minutes->len
         && (a->minutes->len == 0
             || memcmp (a->minutes->data, b->minutes->data,
                        a->minutes->len * sizeof (guint)) == 0)
         && equal_dates (&a->start, &b->start)
         && equal_dates (&a->end, &b->end)
         && taut_plan_item_equal_exceptions (a, b);
}

gboolean
taut_plan_item_equal (TautPlanItem *a,
                      TautPlanItem *b)
{
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (a), FALSE);
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (b), FALSE);

  return a == b
         || (strcmp (a->routine_id, b->routine_id) == 0
             && taut_plan_item_equal_schedule (a, b)
             && taut_plan_item_equal_ticks (a, b)
             && taut_dose_equal (&a->dose, &b->dose)
             && taut_unknown_equal (a->unknown, b->unknown));
}
