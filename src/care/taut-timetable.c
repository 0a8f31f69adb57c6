/* taut-timetable.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A session is known by the day and the minute that the rule gives: its tick and its
 * exception are found by them. It takes place there, or where it was moved to; the
 * window of a list and pauses ask for the day on which it takes place. */

#define G_LOG_DOMAIN "taut-timetable"

#include "config.h"

#include "taut-timetable.h"

#include "taut-recurrence.h"
#include "taut-rrule.h"

/* The longest interval of a rule is 99 weeks. */
#define LONGEST_INTERVAL_DAYS (100 * 7)

/* What the sessions of a list have in common. */
typedef struct
{
  TautProfile *profile;   /* or NULL */
  const GDate *first;
  const GDate *last;
  const GDate *today;     /* or NULL */
  GArray *sessions;
} Listing;

static gboolean
is_within (const GDate *date,
           const GDate *first,
           const GDate *last)
{
  return g_date_compare (date, first) >= 0 && g_date_compare (date, last) <= 0;
}

static TautSessionState
get_session_state (const TautSession *session,
                   const GDate       *today)
{
  TautOutcome outcome;

  g_assert (session != NULL);

  if (!taut_plan_item_find_tick (session->item, &session->rule_date, session->rule_minute,
                                 &outcome))
    return today != NULL && g_date_compare (&session->date, today) < 0
           ? TAUT_SESSION_MISSED : TAUT_SESSION_OPEN;

  switch (outcome)
    {
    case TAUT_OUTCOME_SORE:
      return TAUT_SESSION_SORE;
    case TAUT_OUTCOME_SKIPPED:
      return TAUT_SESSION_SKIPPED;
    case TAUT_OUTCOME_DONE:
    default:
      return TAUT_SESSION_DONE;
    }
}

/* Whether sessions that take place on @date are listed. */
static gboolean
is_listed (const Listing *listing,
           const GDate   *date)
{
  g_assert (listing != NULL);

  return is_within (date, listing->first, listing->last)
         && (listing->profile == NULL || !taut_profile_is_paused (listing->profile, date));
}

/* @listed: what is_listed() says of @date, asked once a day. */
static void
add_session (Listing      *listing,
             TautPlanItem *item,
             const GDate  *date,
             guint         minute,
             gboolean      listed)
{
  const TautException *exception = taut_plan_item_find_exception (item, date, minute);
  TautSession session = { .item = item, .date = *date, .minute = minute,
                          .rule_date = *date, .rule_minute = minute };

  g_assert (listing != NULL);

  if (exception != NULL && exception->moved)
    {
      session.date = exception->to_date;
      session.minute = exception->to_minute;
      listed = is_listed (listing, &session.date);
    }
  else if (exception != NULL)
    {
      return;
    }
  if (!listed)
    return;

  session.state = get_session_state (&session, listing->today);
  session.done = session.state == TAUT_SESSION_DONE;
  g_object_ref (item);
  g_array_append_val (listing->sessions, session);
}

/* Widens the days to look at to those of sessions that were moved into the list. */
static void
include_moved (Listing      *listing,
               TautPlanItem *item,
               GDate        *first,
               GDate        *last)
{
  guint n;
  const TautException *exceptions = taut_plan_item_get_exceptions (item, &n);

  g_assert (listing != NULL);

  for (guint i = 0; i < n; i++)
    {
      const TautException *exception = &exceptions[i];

      if (!exception->moved || !is_within (&exception->to_date, listing->first, listing->last))
        continue;
      if (g_date_compare (&exception->date, first) < 0)
        *first = exception->date;
      if (g_date_compare (&exception->date, last) > 0)
        *last = exception->date;
    }
}

static void
add_item (Listing      *listing,
          TautPlanItem *item)
{
  GDate first = *listing->first;
  GDate last = *listing->last;
  g_autoptr (GArray) days = NULL;
  guint n;
  const guint *minutes = taut_plan_item_get_minutes (item, &n);

  include_moved (listing, item, &first, &last);
  days = taut_recurrence_list (item, &first, &last);
  for (guint i = 0; i < days->len; i++)
    {
      const GDate *date = &g_array_index (days, GDate, i);
      gboolean listed = is_listed (listing, date);

      for (guint j = 0; j < n; j++)
        add_session (listing, item, date, minutes[j], listed);
    }
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
taut_timetable_list_sessions (GListModel  *plan,
                              TautProfile *profile,
                              const GDate *first,
                              const GDate *last,
                              const GDate *today)
{
  Listing listing = { profile, first, last, today, NULL };

  g_return_val_if_fail (G_IS_LIST_MODEL (plan), NULL);
  g_return_val_if_fail (profile == NULL || TAUT_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (first != NULL && g_date_valid (first), NULL);
  g_return_val_if_fail (last != NULL && g_date_valid (last), NULL);
  g_return_val_if_fail (today == NULL || g_date_valid (today), NULL);

  listing.sessions = g_array_new (FALSE, FALSE, sizeof (TautSession));
  g_array_set_clear_func (listing.sessions, clear_session);
  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);

      add_item (&listing, item);
    }
  /* GLib's sort of arrays is a stable merge sort. */
  g_array_sort (listing.sessions, compare_sessions);

  return listing.sessions;
}

GArray *
taut_timetable_list (GListModel  *plan,
                     const GDate *first,
                     const GDate *last)
{
  return taut_timetable_list_sessions (plan, NULL, first, last, NULL);
}

GDateTime *
taut_timetable_get_moment (const TautSession *session,
                           GTimeZone         *zone)
{
  g_return_val_if_fail (session != NULL && g_date_valid (&session->date), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  return g_date_time_new (zone, g_date_get_year (&session->date),
                          g_date_get_month (&session->date), g_date_get_day (&session->date),
                          session->minute / 60, session->minute % 60, 0);
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

gboolean
taut_timetable_occurs (TautPlanItem *item)
{
  g_autoptr (GListStore) plan = NULL;
  g_autoptr (GArray) sessions = NULL;
  const GDate *start;
  const GDate *end;
  guint n_minutes;

  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (item), FALSE);

  start = taut_plan_item_get_start (item);
  end = taut_plan_item_get_end (item);
  taut_plan_item_get_minutes (item, &n_minutes);
  /* From its start on every rule occurs within its longest interval. */
  if (n_minutes == 0 || end == NULL || g_date_days_between (start, end) > LONGEST_INTERVAL_DAYS)
    return TRUE;

  plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  g_list_store_append (plan, item);
  sessions = taut_timetable_list (G_LIST_MODEL (plan), start, end);

  return sessions->len > 0;
}
