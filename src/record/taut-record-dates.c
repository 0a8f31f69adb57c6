/* taut-record-dates.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-record-dates"

#include "config.h"

#include "taut-record.h"

#define WEEK_DAYS 7

/* @days may be negative. */
static GDate
shift (const GDate *date,
       int          days)
{
  GDate shifted = *date;

  if (days >= 0)
    g_date_add_days (&shifted, days);
  else
    g_date_subtract_days (&shifted, -days);

  return shifted;
}

static gboolean
find_newest_tick (TautRecord *self,
                  GDate      *newest)
{
  GListModel *plan = taut_record_get_plan (self);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      guint n;
      const TautTick *ticks = taut_plan_item_get_ticks (item, &n);

      if (n > 0 && (!found || g_date_compare (&ticks[n - 1].date, newest) > 0))
        {
          *newest = ticks[n - 1].date;
          found = TRUE;
        }
    }

  return found;
}

static TautMark *
shift_mark (TautMark *mark,
            int       days)
{
  g_autoptr (GDateTime) time = g_date_time_add_days (taut_mark_get_time (mark), days);
  g_autoptr (TautMark) shifted = NULL;

  shifted = taut_mark_new (taut_mark_get_id (mark), taut_mark_get_point_id (mark),
                           taut_mark_get_place (mark), taut_mark_get_intensity (mark), time);

  return taut_mark_with_unknown (shifted, taut_mark_get_unknown (mark));
}

static TautPlanItem *
shift_item (TautPlanItem *item,
            int           days)
{
  guint n_ticks;
  guint n_exceptions;
  const TautTick *ticks = taut_plan_item_get_ticks (item, &n_ticks);
  const TautException *exceptions = taut_plan_item_get_exceptions (item, &n_exceptions);
  g_autofree TautTick *moved_ticks = g_memdup2 (ticks, n_ticks * sizeof *ticks);
  g_autofree TautException *moved_exceptions = g_memdup2 (exceptions,
                                                          n_exceptions * sizeof *exceptions);
  const GDate *last = taut_plan_item_get_end (item);
  GDate start = shift (taut_plan_item_get_start (item), days);
  GDate end = last != NULL ? shift (last, days) : start;
  g_autoptr (TautPlanItem) placed = NULL;
  g_autoptr (TautPlanItem) ticked = NULL;

  for (guint i = 0; i < n_ticks; i++)
    moved_ticks[i].date = shift (&ticks[i].date, days);
  for (guint i = 0; i < n_exceptions; i++)
    {
      moved_exceptions[i].date = shift (&exceptions[i].date, days);
      if (exceptions[i].moved)
        moved_exceptions[i].to_date = shift (&exceptions[i].to_date, days);
    }

  placed = taut_plan_item_with_period (item, &start, last != NULL ? &end : NULL);
  ticked = taut_plan_item_with_ticks (placed, moved_ticks, n_ticks);

  return taut_plan_item_with_exceptions (ticked, moved_exceptions, n_exceptions);
}

static TautProfile *
shift_profile (TautProfile *profile,
               int          days)
{
  guint n;
  const TautPause *pauses = taut_profile_get_pauses (profile, &n);
  g_autofree TautPause *moved = g_memdup2 (pauses, n * sizeof *pauses);
  const GDate *screened = taut_profile_get_screened (profile);
  GDate day = screened != NULL ? shift (screened, days) : (GDate) { 0 };
  g_autoptr (TautProfile) asked = taut_profile_with_screened (profile,
                                                              screened != NULL ? &day : NULL);

  for (guint i = 0; i < n; i++)
    {
      moved[i].first = shift (&pauses[i].first, days);
      moved[i].last = shift (&pauses[i].last, days);
    }

  return taut_profile_with_pauses (asked, moved, n);
}

static void
shift_all (TautRecord *self,
           int         days)
{
  GListModel *marks = taut_record_get_marks (self);
  GListModel *plan = taut_record_get_plan (self);
  g_autoptr (TautProfile) profile = shift_profile (taut_record_get_profile (self), days);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      g_autoptr (TautMark) shifted = shift_mark (mark, days);

      taut_record_put_mark (self, shifted, FALSE);
    }
  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      g_autoptr (TautPlanItem) shifted = shift_item (item, days);

      taut_record_put_plan_item (self, shifted);
    }
  taut_record_set_profile (self, profile);
}

void
taut_record_bring_up_to (TautRecord  *self,
                         const GDate *today)
{
  GDate newest;
  int ahead;
  int weeks;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (today != NULL && g_date_valid (today));

  if (!find_newest_tick (self, &newest))
    return;

  /* Rounded down, also where the ticks lie ahead of today. */
  ahead = g_date_days_between (&newest, today);
  weeks = ahead >= 0 ? ahead / WEEK_DAYS : -((-ahead + WEEK_DAYS - 1) / WEEK_DAYS);
  if (weeks != 0)
    shift_all (self, weeks * WEEK_DAYS);
  taut_record_clear_history (self);
}
