/* taut-timetable.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Recurrence is counted in local days: a rule and its start are dates without a
 * zone, and so is each occurrence. Times of the day are added afterwards, so that
 * neither a zone nor a change of the clock can move a session to another day.
 * libical expands only rules that taut_rrule_check() let through; it starts at the
 * item's own start, since COUNT and INTERVAL are counted from there. */

#define G_LOG_DOMAIN "taut-timetable"

#include "config.h"

#include "taut-timetable.h"

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

static void
add_day (GArray       *sessions,
         TautPlanItem *item,
         const GDate  *date)
{
  guint n;
  const guint *minutes = taut_plan_item_get_minutes (item, &n);

  g_assert (sessions != NULL);
  g_assert (date != NULL);

  for (guint i = 0; i < n; i++)
    {
      TautSession session = {
        .item = g_object_ref (item),
        .date = *date,
        .minute = minutes[i],
        .done = taut_plan_item_is_done (item, date, minutes[i]),
      };

      g_array_append_val (sessions, session);
    }
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

/* Adds the sessions of @item from @first to @last. A rule that cannot be followed
 * has none. */
static void
add_item (GArray       *sessions,
          TautPlanItem *item,
          const GDate  *first,
          const GDate  *last)
{
  const GDate *end = taut_plan_item_get_end (item);
  Expander expander;
  GDate date;

  g_assert (first != NULL);
  g_assert (last != NULL);

  if (end != NULL && g_date_compare (end, last) < 0)
    last = end;
  if (!start_expander (&expander, item))
    return;

  while (expand (&expander, last, &date))
    {
      if (g_date_compare (&date, first) >= 0)
        add_day (sessions, item, &date);
    }
  icalrecur_iterator_free (expander.iterator);
}

static void
clear_session (gpointer data)
{
  TautSession *session = data;

  g_clear_object (&session->item);
}

/* Sessions were added item by item: a stable order keeps that of the plan. */
static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const TautSession *left = a;
  const TautSession *right = b;
  int order = g_date_compare (&left->date, &right->date);

  return order != 0 ? order : (left->minute > right->minute) - (left->minute < right->minute);
}

GArray *
taut_timetable_list (GListModel  *plan,
                     const GDate *first,
                     const GDate *last)
{
  GArray *sessions;

  g_return_val_if_fail (G_IS_LIST_MODEL (plan), NULL);
  g_return_val_if_fail (first != NULL && g_date_valid (first), NULL);
  g_return_val_if_fail (last != NULL && g_date_valid (last), NULL);

  sessions = g_array_new (FALSE, FALSE, sizeof (TautSession));
  g_array_set_clear_func (sessions, clear_session);
  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);

      add_item (sessions, item, first, last);
    }
  /* GLib's sort of arrays is a stable merge sort. */
  g_array_sort (sessions, compare_sessions);

  return sessions;
}

/* The text of the part @name of a rule; NULL for none. */
static char *
get_part (const char *rrule,
          const char *name)
{
  g_auto (GStrv) parts = g_strsplit (rrule, ";", -1);

  g_assert (rrule != NULL);
  g_assert (name != NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], name) && parts[i][strlen (name)] == '=')
        return g_strdup (parts[i] + strlen (name) + 1);
    }

  return NULL;
}

/* A daily rule without days has all; a rule that is none, or a weekly one that
 * takes its day from the start, has 0. */
guint
taut_timetable_parse_weekdays (const char *rrule)
{
  g_autofree char *frequency = NULL;
  g_autofree char *list = NULL;
  g_auto (GStrv) days = NULL;
  guint weekdays = 0;

  g_return_val_if_fail (rrule != NULL, 0);

  if (!taut_rrule_check (rrule, NULL))
    return 0;

  frequency = get_part (rrule, "FREQ");
  list = get_part (rrule, "BYDAY");
  if (list == NULL)
    return strcmp (frequency, "DAILY") == 0 ? TAUT_ALL_WEEKDAYS : 0;

  days = g_strsplit (list, ",", -1);
  for (guint i = 0; days[i] != NULL; i++)
    weekdays |= 1u << taut_rrule_find_weekday (days[i], strlen (days[i]));

  return weekdays;
}

/* @weekdays has at least one day; all of them make a daily rule. */
char *
taut_timetable_format_weekdays (guint weekdays)
{
  g_autoptr (GString) rrule = NULL;
  const char *separator = "";

  g_return_val_if_fail (weekdays > 0 && weekdays <= TAUT_ALL_WEEKDAYS, NULL);

  if (weekdays == TAUT_ALL_WEEKDAYS)
    return g_strdup ("FREQ=DAILY");

  rrule = g_string_new ("FREQ=WEEKLY;BYDAY=");
  for (guint i = 0; i < 7; i++)
    {
      if ((weekdays & 1u << i) == 0)
        continue;
      g_string_append (rrule, separator);
      g_string_append (rrule, taut_rrule_get_weekday_id (i));
      separator = ",";
    }

  return g_string_free (g_steal_pointer (&rrule), FALSE);
}

gboolean
taut_timetable_check_rule (const char  *rrule,
                           GError     **error)
{
  return taut_rrule_check (rrule, error);
}
