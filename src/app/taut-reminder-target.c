/* taut-reminder-target.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-reminder-target"

#include "config.h"

#include "taut-reminder-target.h"

#include "taut-clock.h"

#define SESSIONS_TYPE "a(ssu)"

static char *
format_date (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/* Anybody on the session bus can call the actions: what comes is checked. */
static gboolean
parse_date (const char *text,
            GDate      *date)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *with_time = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (with_time, utc);

  g_assert (date != NULL);

  if (moment == NULL)
    return FALSE;

  taut_clock_get_date (moment, date);

  return TRUE;
}

static void
clear_session (gpointer data)
{
  TautSession *session = data;

  g_clear_object (&session->item);
}

/* A session that was moved takes place on another day than its rule gives. */
static void
add_open (GArray      *open,
          TautRecord  *record,
          const char  *routine_id,
          const GDate *date,
          guint        minute)
{
  TautPlanItem *item = taut_record_find_plan_item (record, routine_id);
  const TautException *exception;
  const GDate *day = date;
  g_autoptr (GArray) sessions = NULL;

  g_assert (open != NULL);

  if (item == NULL)
    return;

  exception = taut_plan_item_find_exception (item, date, minute);
  if (exception != NULL && exception->moved)
    day = &exception->to_date;

  sessions = taut_timetable_list_sessions (taut_record_get_plan (record),
                                           taut_record_get_profile (record), day, day, NULL);
  for (guint i = 0; i < sessions->len; i++)
    {
      TautSession session = g_array_index (sessions, TautSession, i);

      if (session.item == item && session.state == TAUT_SESSION_OPEN
          && session.rule_minute == minute && g_date_compare (&session.rule_date, date) == 0)
        {
          g_object_ref (session.item);
          g_array_append_val (open, session);
          return;
        }
    }
}

GVariant *
taut_reminder_target_new (TautRecord *record,
                          GArray     *sessions)
{
  GVariantBuilder builder;

  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (sessions != NULL && sessions->len > 0, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (SESSIONS_TYPE));
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);
      g_autofree char *date = format_date (&session->rule_date);

      g_variant_builder_add (&builder, "(ssu)", taut_plan_item_get_routine_id (session->item),
                             date, session->rule_minute);
    }

  return g_variant_new ("(s" SESSIONS_TYPE ")", taut_record_get_id (record), &builder);
}

char *
taut_reminder_target_get_id (GVariant *target)
{
  g_autoptr (GVariant) sessions = NULL;
  const char *routine_id;
  const char *date;
  guint minute;

  g_return_val_if_fail (target != NULL, NULL);
  g_return_val_if_fail (g_variant_is_of_type (target, G_VARIANT_TYPE (TAUT_REMINDER_TARGET_TYPE)),
                        NULL);

  sessions = g_variant_get_child_value (target, 1);
  if (g_variant_n_children (sessions) == 0)
    return g_strdup ("care");

  g_variant_get_child (sessions, 0, "(&s&su)", &routine_id, &date, &minute);

  return g_strdup_printf ("care-%s-%s-%u", routine_id, date, minute);
}

GArray *
taut_reminder_target_find_open (GVariant   *target,
                                TautRecord *record)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (TautSession));
  g_autoptr (GVariantIter) iter = NULL;
  const char *record_id;
  const char *routine_id;
  const char *text;
  guint minute;

  g_return_val_if_fail (target != NULL, NULL);
  g_return_val_if_fail (g_variant_is_of_type (target, G_VARIANT_TYPE (TAUT_REMINDER_TARGET_TYPE)),
                        NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  g_array_set_clear_func (open, clear_session);
  g_variant_get (target, "(&s" SESSIONS_TYPE ")", &record_id, &iter);
  if (g_strcmp0 (record_id, taut_record_get_id (record)) != 0)
    return g_steal_pointer (&open);

  while (g_variant_iter_next (iter, "(&s&su)", &routine_id, &text, &minute))
    {
      GDate date;

      if (minute < TAUT_MINUTES_A_DAY && parse_date (text, &date))
        add_open (open, record, routine_id, &date, minute);
    }

  return g_steal_pointer (&open);
}

gboolean
taut_reminder_target_set_outcome (GVariant    *target,
                                  TautRecord  *record,
                                  TautOutcome  outcome)
{
  g_autoptr (GArray) open = taut_reminder_target_find_open (target, record);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (open == NULL || open->len == 0)
    return FALSE;

  /* Two sessions may be of one item. */
  for (guint i = 0; i < open->len; i++)
    {
      const TautSession *session = &g_array_index (open, TautSession, i);
      const char *routine_id = taut_plan_item_get_routine_id (session->item);
      TautPlanItem *item = session->item;
      guint position = items->len;

      for (guint j = 0; j < items->len; j++)
        {
          if (g_str_equal (taut_plan_item_get_routine_id (g_ptr_array_index (items, j)),
                           routine_id))
            {
              position = j;
              item = g_ptr_array_index (items, j);
            }
        }

      item = taut_plan_item_with_outcome (item, &session->rule_date, session->rule_minute,
                                          outcome);
      if (position < items->len)
        g_ptr_array_remove_index (items, position);
      g_ptr_array_add (items, item);
    }

  if (items->len == 1)
    taut_record_put_plan_item (record, g_ptr_array_index (items, 0));
  else
    taut_record_put_plan_items (record, items);

  return TRUE;
}
