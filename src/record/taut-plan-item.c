/* taut-plan-item.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-item"

#include "config.h"

#include "taut-plan-item.h"

#include "taut-unknown.h"

struct _TautPlanItem
{
  GObject parent_instance;

  char *routine_id;
  char *rrule;
  GArray *minutes;        /* (element-type guint), rising */
  GDate start;
  GDate end;              /* not valid when there is none */
  GArray *ticks;          /* (element-type TautTick), by date and minute */
  JsonObject *unknown;
};

G_DEFINE_FINAL_TYPE (TautPlanItem, taut_plan_item, G_TYPE_OBJECT)

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  const guint *left = a;
  const guint *right = b;

  return (*left > *right) - (*left < *right);
}

static int
compare_ticks (gconstpointer a,
               gconstpointer b)
{
  const TautTick *left = a;
  const TautTick *right = b;
  int order = g_date_compare (&left->date, &right->date);

  return order != 0 ? order : compare_minutes (&left->minute, &right->minute);
}

/* Sorts and drops doubles: minutes and ticks are sets. */
static GArray *
make_set (gconstpointer  values,
          guint          n_values,
          guint          size,
          GCompareFunc   compare)
{
  GArray *set = g_array_sized_new (FALSE, FALSE, size, n_values);
  guint n_kept = 0;

  g_assert (values != NULL || n_values == 0);

  if (n_values > 0)
    g_array_append_vals (set, values, n_values);
  g_array_sort (set, compare);
  for (guint i = 0; i < set->len; i++)
    {
      gpointer value = set->data + (gsize) i * size;

      if (n_kept > 0 && compare (set->data + (gsize) (n_kept - 1) * size, value) == 0)
        continue;
      memmove (set->data + (gsize) n_kept * size, value, size);
      n_kept++;
    }
  g_array_set_size (set, n_kept);

  return set;
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

/* A copy that the with_*() functions change before they hand it out; the arrays
 * are shared, since nobody changes them. */
static TautPlanItem *
copy (TautPlanItem *self)
{
  TautPlanItem *item = g_object_new (TAUT_TYPE_PLAN_ITEM, NULL);

  g_assert (TAUT_IS_PLAN_ITEM (self));

  item->routine_id = g_strdup (self->routine_id);
  item->rrule = g_strdup (self->rrule);
  item->minutes = g_array_ref (self->minutes);
  item->start = self->start;
  item->end = self->end;
  item->ticks = g_array_ref (self->ticks);
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
  self->minutes = make_set (minutes, n_minutes, sizeof (guint), compare_minutes);
  set_period (self, start, end);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (TautTick));

  return self;
}

TautPlanItem *
taut_plan_item_with_rrule (TautPlanItem *self,
                           const char   *rrule)
{
  TautPlanItem *item;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (rrule != NULL, NULL);

  item = copy (self);
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

  item = copy (self);
  g_array_unref (item->minutes);
  item->minutes = make_set (minutes, n_minutes, sizeof (guint), compare_minutes);

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

  item = copy (self);
  set_period (item, start, end);

  return item;
}

/* The index of the first tick that is not before @tick. */
static guint
find_tick (TautPlanItem   *self,
           const TautTick *tick,
           gboolean       *found)
{
  guint low = 0;
  guint high;

  g_assert (TAUT_IS_PLAN_ITEM (self));
  g_assert (tick != NULL);
  g_assert (found != NULL);

  high = self->ticks->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_ticks (&g_array_index (self->ticks, TautTick, middle), tick) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *found = low < self->ticks->len
           && compare_ticks (&g_array_index (self->ticks, TautTick, low), tick) == 0;

  return low;
}

TautPlanItem *
taut_plan_item_with_tick (TautPlanItem *self,
                          const GDate  *date,
                          guint         minute,
                          gboolean      done)
{
  TautTick tick;
  TautPlanItem *item;
  gboolean found;
  guint index;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);
  g_return_val_if_fail (minute < TAUT_MINUTES_A_DAY, NULL);

  tick = (TautTick) { *date, minute };
  item = copy (self);
  index = find_tick (self, &tick, &found);
  if (found == !!done)
    return item;

  g_array_unref (item->ticks);
  item->ticks = g_array_copy (self->ticks);
  if (done)
    g_array_insert_val (item->ticks, index, tick);
  else
    g_array_remove_index (item->ticks, index);

  return item;
}

TautPlanItem *
taut_plan_item_with_ticks (TautPlanItem   *self,
                           const TautTick *ticks,
                           guint           n_ticks)
{
  TautPlanItem *item;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), NULL);
  g_return_val_if_fail (ticks != NULL || n_ticks == 0, NULL);

  item = copy (self);
  g_array_unref (item->ticks);
  item->ticks = make_set (ticks, n_ticks, sizeof (TautTick), compare_ticks);

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
taut_plan_item_is_done (TautPlanItem *self,
                        const GDate  *date,
                        guint         minute)
{
  TautTick tick;
  gboolean found;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (self), FALSE);
  g_return_val_if_fail (date != NULL && g_date_valid (date), FALSE);

  tick = (TautTick) { *date, minute };
  find_tick (self, &tick, &found);

  return found;
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

  item = copy (self);
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
      if (compare_ticks (&g_array_index (a->ticks, TautTick, i),
                         &g_array_index (b->ticks, TautTick, i)) != 0)
        return FALSE;
    }

  return TRUE;
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
         && equal_dates (&a->end, &b->end);
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
             && taut_unknown_equal (a->unknown, b->unknown));
}
