/* taut-plan-week.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-week"

#include "config.h"

#include "taut-plan-week.h"

#include <glib/gi18n-lib.h>

/* More times than these are counted, not listed. */
#define N_TIMES_LISTED 2
#define N_BOXES_MAX 64

static void
clear_row (gpointer data)
{
  TautPlanRow *row = data;

  g_clear_object (&row->item);
}

static void
set_days (TautPlanWeek *week,
          const GDate  *day)
{
  g_assert (week != NULL);

  week->monday = *day;
  g_date_subtract_days (&week->monday, (guint) g_date_get_weekday (day) - G_DATE_MONDAY);
  week->sunday = week->monday;
  g_date_add_days (&week->sunday, TAUT_WEEK_DAYS - 1);
}

/* The first day on which an item begins after the week; FALSE when there is
 * none. */
static gboolean
find_start (const TautPlanWeek *week,
            GListModel         *plan,
            GDate              *start)
{
  gboolean found = FALSE;

  g_assert (week != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr(TautPlanItem) item = g_list_model_get_item (plan, i);
      const GDate *first = taut_plan_item_get_start (item);

      if (g_date_compare (first, &week->sunday) <= 0 ||
          (found && g_date_compare (first, start) >= 0))
        continue;

      *start = *first;
      found = TRUE;
    }

  return found;
}

static TautPlanRow *
find_row (TautPlanWeek *week,
          TautAtlas    *atlas,
          TautPlanItem *item)
{
  const TautRoutine *routine;
  TautPlanRow row = { 0 };

  g_assert (week != NULL);

  for (guint i = 0; i < week->rows->len; i++)
    if (g_array_index (week->rows, TautPlanRow, i).item == item)
      return &g_array_index (week->rows, TautPlanRow, i);

  routine = taut_atlas_find_routine (atlas, taut_plan_item_get_routine_id (item));
  if (routine == NULL)
    return NULL;

  row.routine = routine;
  row.item = g_object_ref (item);
  g_array_append_val (week->rows, row);

  return &g_array_index (week->rows, TautPlanRow, week->rows->len - 1);
}

static void
add_session (TautPlanWeek      *week,
             TautAtlas         *atlas,
             const TautSession *session)
{
  TautPlanRow *row = find_row (week, atlas, session->item);
  int day = g_date_days_between (&week->monday, &session->date);
  TautPlanCell *cell;

  if (row == NULL || day < 0 || day >= TAUT_WEEK_DAYS)
    return;

  cell = &row->cells[day];
  if (cell->n_boxes == N_BOXES_MAX)
    return;

  if (session->done)
    cell->done |= G_GUINT64_CONSTANT (1) << cell->n_boxes;
  cell->n_boxes++;
}

static int
get_place (GListModel   *plan,
           TautPlanItem *item)
{
  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr(TautPlanItem) other = g_list_model_get_item (plan, i);

      if (other == item)
        return (int) i;
    }

  return G_MAXINT;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      plan)
{
  return get_place (plan, ((const TautPlanRow *) a)->item) -
         get_place (plan, ((const TautPlanRow *) b)->item);
}

static void
fill (TautPlanWeek *week,
      TautAtlas    *atlas,
      GListModel   *plan)
{
  g_autoptr(GArray) sessions = taut_timetable_list (plan, &week->monday, &week->sunday);

  for (guint i = 0; i < sessions->len; i++)
    add_session (week, atlas, &g_array_index (sessions, TautSession, i));
  g_array_sort_with_data (week->rows, compare_rows, plan);
}

TautPlanWeek *
taut_plan_week_new (TautAtlas   *atlas,
                    GListModel  *plan,
                    const GDate *day)
{
  TautPlanWeek *week;
  GDate start;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (plan), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  week = g_new0 (TautPlanWeek, 1);
  week->rows = g_array_new (FALSE, TRUE, sizeof (TautPlanRow));
  g_array_set_clear_func (week->rows, clear_row);
  set_days (week, day);
  fill (week, atlas, plan);
  if (week->rows->len == 0 && find_start (week, plan, &start))
    {
      set_days (week, &start);
      fill (week, atlas, plan);
    }

  return week;
}

void
taut_plan_week_free (TautPlanWeek *week)
{
  if (week == NULL)
    return;

  g_array_unref (week->rows);
  g_free (week);
}

guint
taut_plan_week_get_minutes (const TautPlanWeek *week)
{
  guint most = 0;

  g_return_val_if_fail (week != NULL, 0);

  for (guint day = 0; day < TAUT_WEEK_DAYS; day++)
    {
      guint minutes = 0;

      for (guint i = 0; i < week->rows->len; i++)
        {
          const TautPlanRow *row = &g_array_index (week->rows, TautPlanRow, i);

          minutes += row->cells[day].n_boxes * row->routine->minutes;
        }
      most = MAX (most, minutes);
    }

  return most;
}

char *
taut_plan_row_format_repeats (const TautPlanRow *row)
{
  const TautRoutine *routine;

  g_return_val_if_fail (row != NULL, NULL);

  routine = row->routine;
  if (routine->hold > 0 && routine->repetitions > 1 && routine->sets > 1)
    /* Translators: a hold in seconds, repetitions, sets */
    return g_strdup_printf (_("%u s × %u × %u"),
                            routine->hold, routine->repetitions, routine->sets);

  if (routine->hold > 0)
    /* Translators: a hold in seconds, and how often it is repeated */
    return g_strdup_printf (_("%u s × %u"),
                            routine->hold, MAX (routine->repetitions, routine->sets));

  if (routine->repetitions > 1)
    /* Translators: repetitions, sets */
    return g_strdup_printf (_("%u × %u"), routine->repetitions, routine->sets);

  return g_strdup_printf (_("%u min"), routine->minutes);
}

static char *
format_times (TautPlanItem *item)
{
  guint n_minutes;
  const guint *minutes;

  g_assert (TAUT_IS_PLAN_ITEM (item));

  minutes = taut_plan_item_get_minutes (item, &n_minutes);
  if (n_minutes == 0)
    return NULL;

  if (n_minutes > N_TIMES_LISTED)
    return g_strdup_printf (ngettext ("%u time a day", "%u times a day", n_minutes), n_minutes);

  if (n_minutes == 1)
    return g_strdup_printf ("%02u:%02u", minutes[0] / 60, minutes[0] % 60);

  /* Translators: two times of the day */
  return g_strdup_printf (_("%02u:%02u and %02u:%02u"), minutes[0] / 60, minutes[0] % 60,
                          minutes[1] / 60, minutes[1] % 60);
}

char *
taut_plan_row_format_dose (const TautPlanRow *row)
{
  g_autofree char *repeats = NULL;
  g_autofree char *times = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  repeats = taut_plan_row_format_repeats (row);
  times = format_times (row->item);
  if (times == NULL)
    return g_steal_pointer (&repeats);

  /* Translators: how much, and when: "45 s × 3, 08:00 and 20:00" */
  return g_strdup_printf (_("%s, %s"), repeats, times);
}
