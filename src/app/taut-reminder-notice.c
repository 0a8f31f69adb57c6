/* taut-reminder-notice.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-reminder-notice"

#include "config.h"

#include "taut-reminder-notice.h"

#include <glib/gi18n.h>

#include "taut-panel-text.h"

#define DAYS_BY_NAME 6

static gboolean
begin_together (GArray *sessions)
{
  for (guint i = 1; i < sessions->len; i++)
    {
      if (g_array_index (sessions, TautSession, i).minute
          != g_array_index (sessions, TautSession, 0).minute)
        return FALSE;
    }

  return TRUE;
}

static char *
describe_sessions (GArray *sessions)
{
  const TautSession *first = &g_array_index (sessions, TautSession, 0);
  g_autofree char *time = taut_panel_text_time (first->minute);

  if (sessions->len == 1)
    /* Translators: a time of the day. */
    return g_strdup_printf (_("Planned for %s"), time);

  if (begin_together (sessions))
    return g_strdup_printf (ngettext ("%u routine, planned for %s",
                                      "%u routines, planned for %s", sessions->len),
                            sessions->len, time);

  return g_strdup_printf (ngettext ("%u routine, the first planned for %s",
                                    "%u routines, the first planned for %s", sessions->len),
                          sessions->len, time);
}

static char *
join_names (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (names, i));

  return g_string_free (text, FALSE);
}

GNotification *
taut_reminder_notice_new (GArray    *sessions,
                          GPtrArray *names,
                          GVariant  *target)
{
  GNotification *notice;
  g_autofree char *body = NULL;

  g_return_val_if_fail (sessions != NULL && sessions->len > 0, NULL);
  g_return_val_if_fail (names == NULL || names->len == sessions->len, NULL);
  g_return_val_if_fail (target != NULL, NULL);

  if (names != NULL && names->len == 1)
    notice = g_notification_new (g_ptr_array_index (names, 0));
  else
    notice = g_notification_new (_("Time for your care"));

  body = names != NULL && names->len > 1 ? join_names (names) : describe_sessions (sessions);
  g_notification_set_body (notice, body);
  g_notification_set_default_action (notice, "app.show-care");
  /* Translators: a button of a reminder: the session was done. */
  g_notification_add_button_with_target_value (notice, _("Done"), "app.session-done", target);
  /* Translators: a button of a reminder: remind again in a while. */
  g_notification_add_button_with_target_value (notice, _("Later"), "app.session-later", target);
  /* Translators: a button of a reminder: not this time. */
  g_notification_add_button_with_target_value (notice, _("Skip"), "app.session-skip", target);

  return notice;
}

GNotification *
taut_reminder_notice_new_stand_up (void)
{
  GNotification *notice = g_notification_new (_("Time to move"));

  g_notification_set_body (notice, _("Change your position, or stand up for a moment."));
  g_notification_set_default_action (notice, "app.show-care");

  return notice;
}

char *
taut_reminder_notice_describe_missed (GArray      *sessions,
                                      const GDate *today)
{
  const GDate *first;
  int days;
  guint n;

  g_return_val_if_fail (sessions != NULL && sessions->len > 0, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  n = sessions->len;
  first = &g_array_index (sessions, TautSession, 0).date;
  days = g_date_days_between (first, today);

  if (days <= 0)
    return g_strdup_printf (ngettext ("%u session of today is not ticked yet",
                                      "%u sessions of today are not ticked yet", n), n);
  if (days == 1)
    return g_strdup_printf (ngettext ("%u session was not ticked since yesterday",
                                      "%u sessions were not ticked since yesterday", n), n);
  if (days <= DAYS_BY_NAME)
    /* Translators: a weekday. */
    return g_strdup_printf (ngettext ("%u session was not ticked since %s",
                                      "%u sessions were not ticked since %s", n), n,
                            taut_panel_text_weekday (g_date_get_weekday (first) - G_DATE_MONDAY));

  return g_strdup_printf (ngettext ("%u session was not ticked in the last week",
                                    "%u sessions were not ticked in the last week", n), n);
}
