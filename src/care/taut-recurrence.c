/* taut-recurrence.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Recurrence is counted in local days: a rule and its start are dates without a
 * zone, and so is each occurrence. Times of the day are added afterwards, so that
 * neither a zone nor a change of the clock can move a session to another day.
 * libical expands only rules that taut_rrule_check() let through; it starts at the
 * item's own start, since COUNT and INTERVAL are counted from there. */

#define G_LOG_DOMAIN "taut-recurrence"

#include "config.h"

#include "taut-recurrence.h"

#include <libical/ical.h>

#include "taut-rrule.h"

/* The longest rule without an end that a plan of many years can ask for. */
#define N_OCCURRENCES_MAX 40000

static struct icaltimetype
to_ical (const GDate *date)
{
  /* Not icaltime_null_date(): its hours of -1 keep an iterator from moving on. */
  struct icaltimetype time = icaltime_null_time ();

  g_assert (date != NULL);

  time.year = g_date_get_year (date);
  time.month = g_date_get_month (date);
  time.day = g_date_get_day (date);
  time.is_date = 1;

  return time;
}

/* %FALSE at the end of the calendar. */
static gboolean
from_ical (struct icaltimetype  time,
           GDate               *date)
{
  g_assert (date != NULL);

  if (icaltime_is_null_time (time)
      || time.year < 1 || time.year > G_MAXUINT16
      || !g_date_valid_dmy (time.day, time.month, time.year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, time.day, time.month, time.year);

  return TRUE;
}

/* The week that a day lies in, when weeks begin with @week_start. */
static guint
get_week (const GDate                *date,
          icalrecurrencetype_weekday  week_start)
{
  /* libical counts weekdays from Sunday as 1; day 1 of the calendar is a Monday. */
  guint from_monday = (week_start + 5) % 7;

  g_assert (date != NULL);

  return (g_date_get_julian (date) - 1 + 7 - from_monday) / 7;
}

/* libical 3.0 often miscounts when weeks are skipped: from Tuesday 5 August 1997
 * on, FREQ=WEEKLY;INTERVAL=2;BYDAY=SU begins on the 17th with it, not on the
 * 10th. So it expands every week, and weeks are skipped and occurrences counted
 * here. */
typedef struct
{
  icalrecur_iterator *iterator;
  icalrecurrencetype_weekday week_start;
  guint first_week;
  guint interval;         /* weeks; 1 for daily rules, whose days libical skips well */
  guint n_left;
} Expander;

/* %FALSE when the rule cannot be followed. */
static gboolean
start_expander (Expander     *expander,
                TautPlanItem *item)
{
  const char *rrule = taut_plan_item_get_rrule (item);
  const GDate *start = taut_plan_item_get_start (item);
  struct icalrecurrencetype rule;

  g_assert (expander != NULL);

  if (!taut_rrule_check (rrule, NULL))
    return FALSE;

  rule = icalrecurrencetype_from_string (rrule);
  expander->n_left = rule.count > 0 ? rule.count : N_OCCURRENCES_MAX;
  rule.count = 0;
  expander->week_start = rule.week_start;
  expander->first_week = get_week (start, expander->week_start);
  expander->interval = 1;
  if (rule.freq == ICAL_WEEKLY_RECURRENCE)
    {
      expander->interval = rule.interval;
      rule.interval = 1;
    }
  expander->iterator = icalrecur_iterator_new (rule, to_ical (start));

  return expander->iterator != NULL;
}

/* The next day on which the rule is due; %FALSE when there is none up to @last. */
static gboolean
expand (Expander    *expander,
        const GDate *last,
        GDate       *date)
{
  g_assert (expander != NULL);
  g_assert (date != NULL);

  while (expander->n_left > 0)
    {
      struct icaltimetype time = icalrecur_iterator_next (expander->iterator);

      if (!from_ical (time, date) || g_date_compare (date, last) > 0)
        return FALSE;
      if ((get_week (date, expander->week_start) - expander->first_week) % expander->interval != 0)
        continue;
      expander->n_left--;
      return TRUE;
    }

  return FALSE;
}

gboolean
taut_recurrence_find_first (TautPlanItem *item,
                            const GDate  *last,
                            GDate        *day)
{
  const GDate *end;
  Expander expander;
  gboolean found;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (item), FALSE);
  g_return_val_if_fail (last != NULL && g_date_valid (last), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  end = taut_plan_item_get_end (item);
  if (end != NULL && g_date_compare (end, last) < 0)
    last = end;
  if (!start_expander (&expander, item))
    return FALSE;

  found = expand (&expander, last, day);
  icalrecur_iterator_free (expander.iterator);

  return found;
}

GArray *
taut_recurrence_list (TautPlanItem *item,
                      const GDate  *first,
                      const GDate  *last)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GDate));
  const GDate *end;
  Expander expander;
  GDate date;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (item), NULL);
  g_return_val_if_fail (first != NULL && g_date_valid (first), NULL);
  g_return_val_if_fail (last != NULL && g_date_valid (last), NULL);

  end = taut_plan_item_get_end (item);
  if (end != NULL && g_date_compare (end, last) < 0)
    last = end;
  if (!start_expander (&expander, item))
    return g_steal_pointer (&days);

  while (expand (&expander, last, &date))
    {
      if (g_date_compare (&date, first) >= 0)
        g_array_append_val (days, date);
    }
  icalrecur_iterator_free (expander.iterator);

  return g_steal_pointer (&days);
}
