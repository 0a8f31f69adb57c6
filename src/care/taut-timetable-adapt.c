/* taut-timetable-adapt.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a schedule answers to the person: what was kept of it, what too sore means,
 * times that do not collide.
 *
 * Too sore, the rule: a muscle that answers a session with soreness needs a day or
 * two. What is left of the day and the two days after it are left out. Then it goes
 * on more gently: two steps less pressure, never below the least that the routine
 * names; holds of two thirds, in steps of five seconds, never under five; where
 * nothing is pressed or held, two thirds of the repetitions. Said again, it goes
 * down again. Going up again is for the person. */

#define G_LOG_DOMAIN "taut-timetable-adapt"

#include "config.h"

#include "taut-timetable.h"

#include "taut-recurrence.h"

#define REST_DAYS 2
#define PRESSURE_STEP 2
#define HOLD_STEP 5

/* The days over which two schedules are compared, and how far apart the times are
 * that are tried. */
#define COMPARED_DAYS 98
#define TIME_STEP 5
#define DAY_BEGINS (6 * 60)
#define DAY_ENDS (22 * 60)

/* Adherence */

static GDate
get_monday (const GDate *date)
{
  GDate monday;

  g_assert (date != NULL);

  monday = *date;
  g_date_subtract_days (&monday, g_date_get_weekday (date) - G_DATE_MONDAY);

  return monday;
}

/* The first day of the first item; %FALSE for an empty plan. */
static gboolean
find_beginning (GListModel *plan,
                GDate      *first)
{
  const guint n = g_list_model_get_n_items (plan);

  g_assert (first != NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      const GDate *start = taut_plan_item_get_start (item);

      if (i == 0 || g_date_compare (start, first) < 0)
        *first = *start;
    }

  return n > 0;
}

GArray *
taut_timetable_measure_adherence (GListModel  *plan,
                                  TautProfile *profile,
                                  const GDate *today)
{
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (TautAdherence));
  g_autoptr (GArray) sessions = NULL;
  GDate first;
  GDate monday;

  g_return_val_if_fail (G_IS_LIST_MODEL (plan), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  if (!find_beginning (plan, &first) || g_date_compare (&first, today) > 0)
    return g_steal_pointer (&weeks);

  monday = get_monday (&first);
  for (; g_date_compare (&monday, today) <= 0; g_date_add_days (&monday, 7))
    {
      TautAdherence week = { monday, 0, 0 };

      g_array_append_val (weeks, week);
    }

  monday = get_monday (&first);
  sessions = taut_timetable_list_sessions (plan, profile, &monday, today, today);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);
      guint index = g_date_days_between (&monday, &session->date) / 7;
      TautAdherence *week = &g_array_index (weeks, TautAdherence, index);

      if (session->state == TAUT_SESSION_OPEN)
        continue;
      week->n_planned++;
      week->n_done += session->done ? 1 : 0;
    }

  return g_steal_pointer (&weeks);
}

/* Too sore */

static guint
shorten (guint amount)
{
  return MAX (amount * 2 / 3, 1);
}

static TautDose
make_gentler (const TautDose    *present,
              const TautRoutine *routine)
{
  TautDose dose = *present;
  guint hold = dose.hold;
  guint pressure = dose.pressure;
  guint repetitions = dose.repetitions;
  guint least = 1;

  if (routine != NULL)
    {
      hold = hold > 0 ? hold : routine->hold;
      pressure = pressure > 0 ? pressure : routine->pressure_most;
      repetitions = repetitions > 0 ? repetitions : routine->repetitions;
      least = MAX (routine->pressure_least, 1);
    }

  if (pressure > 0)
    dose.pressure = MAX (pressure - MIN (pressure, PRESSURE_STEP), MIN (least, pressure));
  if (hold > HOLD_STEP)
    dose.hold = MAX (shorten (hold) / HOLD_STEP * HOLD_STEP, HOLD_STEP);
  if (pressure == 0 && hold == 0 && repetitions > 1)
    dose.repetitions = shorten (repetitions);

  return dose;
}

/* @item with what is left of the session's day, and the days of rest, left out. */
static TautPlanItem *
rest (TautPlanItem      *item,
      const TautSession *session)
{
  g_autoptr (GListStore) plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  g_autoptr (TautPlanItem) resting = g_object_ref (item);
  g_autoptr (GArray) sessions = NULL;
  GDate last = session->date;

  g_date_add_days (&last, REST_DAYS);
  g_list_store_append (plan, item);
  sessions = taut_timetable_list (G_LIST_MODEL (plan), &session->date, &last);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *other = &g_array_index (sessions, TautSession, i);
      TautException exception = { .date = other->rule_date, .minute = other->rule_minute };
      TautPlanItem *next;

      if (other->state != TAUT_SESSION_OPEN
          || (g_date_compare (&other->date, &session->date) == 0
              && other->minute <= session->minute))
        continue;
      next = taut_plan_item_with_exception (resting, &exception);
      g_object_unref (resting);
      resting = next;
    }

  return g_steal_pointer (&resting);
}

TautPlanItem *
taut_timetable_back_off (TautPlanItem      *item,
                         const TautRoutine *routine,
                         const TautSession *session)
{
  g_autoptr (TautPlanItem) sore = NULL;
  g_autoptr (TautPlanItem) resting = NULL;
  TautDose dose;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (item), NULL);
  g_return_val_if_fail (session != NULL, NULL);

  sore = taut_plan_item_with_outcome (item, &session->rule_date, session->rule_minute,
                                      TAUT_OUTCOME_SORE);
  resting = rest (sore, session);
  dose = make_gentler (taut_plan_item_get_dose (item), routine);

  return taut_plan_item_with_dose (resting, &dose);
}

/* Times */

static gboolean
share_id (char **a,
          char **b)
{
  for (guint i = 0; a[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) b, a[i]))
        return TRUE;
    }

  return FALSE;
}

/* A routine that names no muscle is for all muscles of its groups. */
static gboolean
share_muscle (const TautRoutine *a,
              const TautRoutine *b)
{
  g_assert (a != NULL);
  g_assert (b != NULL);

  if (a->muscles[0] == NULL || b->muscles[0] == NULL)
    return share_id (a->groups, b->groups);

  return share_id (a->muscles, b->muscles);
}

static gboolean
share_day (TautPlanItem *a,
           TautPlanItem *b)
{
  const GDate *first = taut_plan_item_get_start (a);
  GDate last;
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) right = NULL;

  if (g_date_compare (taut_plan_item_get_start (b), first) > 0)
    first = taut_plan_item_get_start (b);
  last = *first;
  g_date_add_days (&last, COMPARED_DAYS);
  left = taut_recurrence_list (a, first, &last);
  right = taut_recurrence_list (b, first, &last);
  for (guint i = 0, j = 0; i < left->len && j < right->len; )
    {
      int order = g_date_compare (&g_array_index (left, GDate, i),
                                  &g_array_index (right, GDate, j));

      if (order == 0)
        return TRUE;
      if (order < 0)
        i++;
      else
        j++;
    }

  return FALSE;
}

/* The times of other routines of @plan for the muscles of @item. */
static GArray *
list_busy (TautAtlas    *atlas,
           GListModel   *plan,
           TautPlanItem *item)
{
  g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *id = taut_plan_item_get_routine_id (item);
  const TautRoutine *routine = taut_atlas_find_routine (atlas, id);

  for (guint i = 0; routine != NULL && i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) other = g_list_model_get_item (plan, i);
      const char *other_id = taut_plan_item_get_routine_id (other);
      const TautRoutine *other_routine = taut_atlas_find_routine (atlas, other_id);
      const guint *minutes;
      guint n;

      if (strcmp (other_id, id) == 0 || other_routine == NULL
          || !share_muscle (routine, other_routine) || !share_day (item, other))
        continue;
      minutes = taut_plan_item_get_minutes (other, &n);
      g_array_append_vals (busy, minutes, n);
    }

  return g_steal_pointer (&busy);
}

static gboolean
is_free (GArray *busy,
         GArray *taken,
         guint   minute,
         guint   gap)
{
  for (guint i = 0; i < busy->len; i++)
    {
      guint other = g_array_index (busy, guint, i);

      if (MAX (minute, other) - MIN (minute, other) < gap)
        return FALSE;
    }
  for (guint i = 0; i < taken->len; i++)
    {
      if (g_array_index (taken, guint, i) == minute)
        return FALSE;
    }

  return TRUE;
}

/* The free time nearest to @minute, later ones first; @minute itself where the day
 * is full. */
static guint
find_free (GArray *busy,
           GArray *taken,
           guint   minute,
           guint   gap)
{
  const guint earliest = MIN (minute, DAY_BEGINS);
  const guint latest = MAX (minute, DAY_ENDS);

  for (guint distance = 0; distance < TAUT_MINUTES_A_DAY; distance += TIME_STEP)
    {
      if (minute + distance <= latest && is_free (busy, taken, minute + distance, gap))
        return minute + distance;
      if (minute >= earliest + distance && is_free (busy, taken, minute - distance, gap))
        return minute - distance;
    }

  return minute;
}

TautPlanItem *
taut_timetable_avoid (TautAtlas    *atlas,
                      GListModel   *plan,
                      TautPlanItem *item,
                      guint         gap)
{
  g_autoptr (GArray) busy = NULL;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint *minutes;
  guint n;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (plan), NULL);
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (item), NULL);

  busy = list_busy (atlas, plan, item);
  minutes = taut_plan_item_get_minutes (item, &n);
  for (guint i = 0; i < n; i++)
    {
      guint minute = find_free (busy, taken, minutes[i], MAX (gap, 1));

      g_array_append_val (taken, minute);
    }

  return taut_plan_item_with_minutes (item, (guint *) (gpointer) taken->data, taken->len);
}
