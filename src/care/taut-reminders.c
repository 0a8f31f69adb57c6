/* taut-reminders.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reminders are looked up, not stored: the next one follows from the plan, the
 * rules and a moment. So nothing has to be put right after a change of the plan, a
 * journey, or a clock that was set: one asks again. */

#define G_LOG_DOMAIN "taut-reminders"

#include "config.h"

#include "taut-reminders.h"

#include "taut-clock.h"

#define DAYS_AHEAD 7
#define DAYS_BACK 7

TautReminder *
taut_reminder_copy (const TautReminder *reminder)
{
  TautReminder *copy;

  g_return_val_if_fail (reminder != NULL, NULL);

  copy = g_new (TautReminder, 1);
  *copy = *reminder;
  if (copy->session.item != NULL)
    g_object_ref (copy->session.item);
  g_date_time_ref (copy->at);

  return copy;
}

void
taut_reminder_free (TautReminder *reminder)
{
  if (reminder == NULL)
    return;

  g_clear_object (&reminder->session.item);
  g_clear_pointer (&reminder->at, g_date_time_unref);
  g_free (reminder);
}

static GDate
get_date (GDateTime *time)
{
  GDate date;

  taut_clock_get_date (time, &date);

  return date;
}

static GDateTime *
make_moment (const GDate *date,
             guint        minute,
             GTimeZone   *zone)
{
  const TautSession session = { .date = *date, .minute = minute };

  return taut_timetable_get_moment (&session, zone);
}

gboolean
taut_reminder_rules_are_quiet (const TautReminderRules *rules,
                               guint                    minute)
{
  g_return_val_if_fail (rules != NULL, FALSE);

  if (rules->quiet_from <= rules->quiet_to)
    return minute >= rules->quiet_from && minute < rules->quiet_to;

  return minute >= rules->quiet_from || minute < rules->quiet_to;
}

/* When to remind of a session: as it begins, or as the quiet hours end. Asks for the
 * time that the clock shows, which differs from the session's where the clock is put
 * forward over it. */
static GDateTime *
get_session_time (const TautSession       *session,
                  const TautReminderRules *rules,
                  GTimeZone               *zone)
{
  g_autoptr (GDateTime) moment = taut_timetable_get_moment (session, zone);
  guint minute = g_date_time_get_hour (moment) * 60 + g_date_time_get_minute (moment);
  GDate date;

  if (!taut_reminder_rules_are_quiet (rules, minute))
    return g_steal_pointer (&moment);

  date = get_date (moment);
  if (minute >= rules->quiet_to)
    g_date_add_days (&date, 1);

  return make_moment (&date, rules->quiet_to, zone);
}

/* Takes @at over: puts it into @reminders when it comes after @after, and not after
 * @until. @session: (nullable) */
static void
offer (GPtrArray         *reminders,
       TautReminderKind   kind,
       const TautSession *session,
       GDateTime         *at,
       GDateTime         *after,
       GDateTime         *until)
{
  g_autoptr (GDateTime) moment = at;
  TautReminder *reminder;

  g_assert (reminders != NULL);

  if (g_date_time_compare (moment, after) <= 0 || g_date_time_compare (moment, until) > 0)
    return;

  reminder = g_new0 (TautReminder, 1);
  reminder->kind = kind;
  reminder->at = g_steal_pointer (&moment);
  if (session != NULL)
    {
      reminder->session = *session;
      g_object_ref (reminder->session.item);
    }
  g_ptr_array_add (reminders, reminder);
}

/* A session of the day before may be waiting for its quiet hours to end. */
static void
offer_sessions (GPtrArray               *reminders,
                GListModel              *plan,
                TautProfile             *profile,
                const TautReminderRules *rules,
                GDateTime               *after,
                GDateTime               *until)
{
  GTimeZone *zone = g_date_time_get_timezone (after);
  GDate first = get_date (after);
  GDate last = get_date (until);
  g_autoptr (GArray) sessions = NULL;

  g_date_subtract_days (&first, 1);
  sessions = taut_timetable_list_sessions (plan, profile, &first, &last, NULL);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      if (session->state == TAUT_SESSION_OPEN)
        offer (reminders, TAUT_REMINDER_SESSION, session,
               get_session_time (session, rules, zone), after, until);
    }
}

/* The first one comes when @rules->stand_up minutes of work are over. Work that goes
 * on after midnight belongs to the day on which it began. */
static void
offer_standing_up (GPtrArray               *reminders,
                   TautProfile             *profile,
                   const TautReminderRules *rules,
                   GDateTime               *after,
                   GDateTime               *until)
{
  const gboolean at_night = rules->work_to < rules->work_from;
  const guint end = rules->work_to + (at_night ? TAUT_MINUTES_A_DAY : 0);
  GTimeZone *zone = g_date_time_get_timezone (after);
  GDate date = get_date (after);
  GDate last = get_date (until);

  g_date_subtract_days (&date, 1);
  for (; g_date_compare (&date, &last) <= 0; g_date_add_days (&date, 1))
    {
      guint weekday = g_date_get_weekday (&date) - G_DATE_MONDAY;

      if ((rules->work_days & 1u << weekday) == 0
          || (profile != NULL && taut_profile_is_paused (profile, &date)))
        continue;
      for (guint minute = rules->work_from + rules->stand_up; minute < end;
           minute += rules->stand_up)
        {
          guint shown = minute % TAUT_MINUTES_A_DAY;
          GDate day = date;

          if (minute >= TAUT_MINUTES_A_DAY)
            g_date_add_days (&day, 1);
          if (!taut_reminder_rules_are_quiet (rules, shown))
            offer (reminders, TAUT_REMINDER_STAND_UP, NULL, make_moment (&day, shown, zone),
                   after, until);
        }
    }
}

static int
compare_reminders (gconstpointer a,
                   gconstpointer b)
{
  const TautReminder *first = *(const TautReminder *const *) a;
  const TautReminder *second = *(const TautReminder *const *) b;

  return g_date_time_compare (first->at, second->at);
}

GPtrArray *
taut_reminders_list_due (GListModel              *plan,
                         TautProfile             *profile,
                         const TautReminderRules *rules,
                         GDateTime               *after,
                         GDateTime               *until)
{
  g_autoptr (GPtrArray) reminders =
    g_ptr_array_new_with_free_func ((GDestroyNotify) taut_reminder_free);
  g_autoptr (GDateTime) earliest = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (plan), NULL);
  g_return_val_if_fail (profile == NULL || TAUT_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (rules->quiet_from < TAUT_MINUTES_A_DAY, NULL);
  g_return_val_if_fail (rules->quiet_to < TAUT_MINUTES_A_DAY, NULL);
  g_return_val_if_fail (rules->work_to <= TAUT_MINUTES_A_DAY, NULL);
  g_return_val_if_fail (after != NULL, NULL);
  g_return_val_if_fail (until != NULL, NULL);

  /* A clock that was set forth by years asks for no more than a week. */
  earliest = g_date_time_add_days (until, -DAYS_AHEAD);
  if (g_date_time_compare (after, earliest) > 0)
    {
      g_date_time_unref (earliest);
      earliest = g_date_time_to_timezone (after, g_date_time_get_timezone (until));
    }

  offer_sessions (reminders, plan, profile, rules, earliest, until);
  if (rules->stand_up > 0)
    offer_standing_up (reminders, profile, rules, earliest, until);
  g_ptr_array_sort (reminders, compare_reminders);

  return g_steal_pointer (&reminders);
}

TautReminder *
taut_reminders_find_next (GListModel              *plan,
                          TautProfile             *profile,
                          const TautReminderRules *rules,
                          GDateTime               *after)
{
  g_autoptr (GDateTime) until = NULL;
  g_autoptr (GPtrArray) reminders = NULL;

  g_return_val_if_fail (after != NULL, NULL);

  until = g_date_time_add_days (after, DAYS_AHEAD);
  reminders = taut_reminders_list_due (plan, profile, rules, after, until);

  return reminders != NULL && reminders->len > 0
           ? taut_reminder_copy (g_ptr_array_index (reminders, 0)) : NULL;
}

static void
clear_session (gpointer data)
{
  TautSession *session = data;

  g_clear_object (&session->item);
}

GArray *
taut_reminders_list_missed (GListModel  *plan,
                            TautProfile *profile,
                            GDateTime   *since,
                            GDateTime   *now)
{
  g_autoptr (GArray) missed = g_array_new (FALSE, FALSE, sizeof (TautSession));
  g_autoptr (GArray) sessions = NULL;
  g_autoptr (GDateTime) earliest = NULL;
  GTimeZone *zone;
  GDate first;
  GDate last;

  g_return_val_if_fail (G_IS_LIST_MODEL (plan), NULL);
  g_return_val_if_fail (profile == NULL || TAUT_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (since != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  g_array_set_clear_func (missed, clear_session);
  zone = g_date_time_get_timezone (now);
  earliest = g_date_time_add_days (now, -DAYS_BACK);
  if (g_date_time_compare (since, earliest) > 0)
    {
      g_date_time_unref (earliest);
      earliest = g_date_time_to_timezone (since, zone);
    }

  /* A clock that was set back has missed nothing: this is empty then. */
  first = get_date (earliest);
  last = get_date (now);
  sessions = taut_timetable_list_sessions (plan, profile, &first, &last, NULL);
  for (guint i = 0; i < sessions->len; i++)
    {
      TautSession session = g_array_index (sessions, TautSession, i);
      g_autoptr (GDateTime) moment = taut_timetable_get_moment (&session, zone);

      if (session.state != TAUT_SESSION_OPEN
          || g_date_time_compare (moment, earliest) <= 0
          || g_date_time_compare (moment, now) > 0)
        continue;
      g_object_ref (session.item);
      g_array_append_val (missed, session);
    }

  return g_steal_pointer (&missed);
}
