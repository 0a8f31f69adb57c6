/* taut-rule.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-rule"

#include "config.h"

#include "taut-rule.h"

#include "taut-timetable.h"

static guint
parse_interval (const char *rrule)
{
  g_auto (GStrv) parts = NULL;

  g_assert (rrule != NULL);

  parts = g_strsplit (rrule, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], "INTERVAL="))
        return CLAMP (g_ascii_strtoull (parts[i] + strlen ("INTERVAL="), NULL, 10),
                      1, TAUT_RULE_INTERVAL_MAX);
    }

  return 1;
}

static gboolean
has_part (const char *rrule,
          const char *part)
{
  g_auto (GStrv) parts = NULL;

  g_assert (rrule != NULL);
  g_assert (part != NULL);

  parts = g_strsplit (rrule, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], part))
        return TRUE;
    }

  return FALSE;
}

void
taut_rule_parse (TautRule    *rule,
                 const char  *rrule,
                 const GDate *start)
{
  gboolean daily;

  g_return_if_fail (rule != NULL);
  g_return_if_fail (rrule != NULL);
  g_return_if_fail (start != NULL && g_date_valid (start));

  daily = has_part (rrule, "FREQ=DAILY") && !has_part (rrule, "BYDAY=");
  rule->interval = parse_interval (rrule);
  rule->daily = daily && rule->interval > 1;
  rule->weekdays = taut_timetable_parse_weekdays (rrule);
  if (rule->weekdays == 0 && taut_timetable_check_rule (rrule, NULL))
    rule->weekdays = 1u << (g_date_get_weekday (start) - G_DATE_MONDAY);
}

/* The days as a weekly rule, also where it is every day. */
static char *
format_weekly (const TautRule *rule)
{
  g_autofree char *plain = taut_timetable_format_weekdays (rule->weekdays);
  const char *days = strstr (plain, "BYDAY=");

  g_assert (rule != NULL);

  if (rule->interval < 2)
    return g_steal_pointer (&plain);

  return g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%u;%s", rule->interval,
                          days != NULL ? days : "BYDAY=MO,TU,WE,TH,FR,SA,SU");
}

char *
taut_rule_format (const TautRule *rule,
                  const char     *previous)
{
  g_auto (GStrv) parts = NULL;
  GString *text;

  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (rule->daily || rule->weekdays > 0, NULL);
  g_return_val_if_fail (previous != NULL, NULL);

  text = g_string_new (NULL);
  if (rule->daily && rule->interval > 1)
    {
      g_string_append_printf (text, "FREQ=DAILY;INTERVAL=%u", rule->interval);
    }
  else if (rule->daily)
    {
      g_string_append (text, "FREQ=DAILY");
    }
  else
    {
      g_autofree char *weekly = format_weekly (rule);

      g_string_append (text, weekly);
    }

  parts = g_strsplit (previous, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], "COUNT=") || g_str_has_prefix (parts[i], "UNTIL=")
          || g_str_has_prefix (parts[i], "WKST="))
        g_string_append_printf (text, ";%s", parts[i]);
    }

  return g_string_free (text, FALSE);
}
