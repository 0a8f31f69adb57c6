/* taut-reminder-rules.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-reminder-rules"

#include "config.h"

#include "taut-reminder-rules.h"

#include "taut-clock.h"

#define STAND_UP_LATE (5 * G_TIME_SPAN_MINUTE)
#define WAITED_LATE (2 * G_TIME_SPAN_HOUR)

void
taut_reminder_rules_load (TautReminderRules *rules,
                          GSettings         *settings)
{
  g_return_if_fail (rules != NULL);
  g_return_if_fail (G_IS_SETTINGS (settings));

  *rules = (TautReminderRules) { 0 };
  if (g_settings_get_boolean (settings, "quiet-hours"))
    {
      rules->quiet_from = g_settings_get_uint (settings, "quiet-from");
      rules->quiet_to = g_settings_get_uint (settings, "quiet-to");
    }
  rules->work_days = g_settings_get_uint (settings, "work-days");
  rules->work_from = g_settings_get_uint (settings, "work-from");
  rules->work_to = g_settings_get_uint (settings, "work-to");
  if (g_settings_get_boolean (settings, "stand-up"))
    rules->stand_up = g_settings_get_uint (settings, "stand-up-minutes");
}

gboolean
taut_reminder_rules_are_quiet_at (const TautReminderRules *rules,
                                  GDateTime               *now)
{
  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  return taut_reminder_rules_are_quiet (rules, g_date_time_get_hour (now) * 60 +
                                               g_date_time_get_minute (now));
}

GDateTime *
taut_reminder_rules_get_end_of_quiet (const TautReminderRules *rules,
                                      GDateTime               *now)
{
  g_autoptr (GDateTime) end = NULL;

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  end = g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (now),
                         g_date_time_get_month (now), g_date_time_get_day_of_month (now),
                         rules->quiet_to / 60, rules->quiet_to % 60, 0);
  if (g_date_time_compare (end, now) > 0)
    return g_steal_pointer (&end);

  return g_date_time_add_days (end, 1);
}

gboolean
taut_reminder_is_timely (const TautReminder *reminder,
                         GDateTime          *now)
{
  GTimeSpan late;
  GDate today;

  g_return_val_if_fail (reminder != NULL, FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  late = g_date_time_difference (now, reminder->at);
  if (reminder->kind == TAUT_REMINDER_STAND_UP)
    return late < STAND_UP_LATE;

  taut_clock_get_date (now, &today);

  return late < WAITED_LATE || g_date_compare (&reminder->session.date, &today) == 0;
}
