/* taut-panel-text.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-panel-text"

#include "config.h"

#include "taut-panel-text.h"

#include <glib/gi18n.h>

#include "taut-names.h"

#define N_WEEKDAYS 7
#define EVERY_DAY 0x7f
#define WORKING_DAYS 0x1f

char *
taut_panel_text_capitalize (const char *text)
{
  g_autofree char *head = NULL;
  const char *rest;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return g_strdup ("");

  rest = g_utf8_next_char (text);
  head = g_utf8_strup (text, rest - text);

  return g_strconcat (head, rest, NULL);
}

char *
taut_panel_text_mark_place (TautAtlas *atlas,
                            TautMark  *mark)
{
  const char *point_id;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_MARK (mark), NULL);

  point_id = taut_mark_get_point_id (mark);

  if (point_id == NULL)
    return g_strdup (_("Plain tender spot"));

  /* A point of another version of the atlas: said, not hidden. */
  if (taut_atlas_find_point (atlas, point_id) == NULL)
    return g_strdup (_("A point that this version does not know"));

  {
    const TautArea *area = taut_name_find_mark_area (atlas, mark);

    if (area == NULL)
      return g_strdup ("");

    return taut_name_area (area, taut_mark_get_side (mark));
  }
}

static char *
describe_dose (const TautDose *dose,
               guint           minutes)
{
  g_assert (dose != NULL);

  if (dose->hold > 0 && dose->repetitions > 1)
    {
      /* Translators: seconds of a hold, times it is repeated. */
      return g_strdup_printf (_("%u s × %u"), dose->hold, dose->repetitions * MAX (dose->sets, 1));
    }

  if (dose->hold > 0)
    {
      if (dose->sets > 1)
        return g_strdup_printf (_("%u s × %u"), dose->hold, dose->sets);

      return g_strdup_printf (_("%u s"), dose->hold);
    }

  if (dose->repetitions > 1 && dose->sets > 1)
    {
      /* Translators: repetitions of a movement, sets of them. */
      return g_strdup_printf (_("%u × %u"), dose->repetitions, dose->sets);
    }

  if (dose->repetitions > 1)
    {
      /* Translators: repetitions of a movement. */
      return g_strdup_printf (_("%u times"), dose->repetitions);
    }

  if (minutes > 0)
    return g_strdup_printf (_("%u min"), minutes);

  return g_strdup (_("Habit"));
}

char *
taut_panel_text_dose (const TautRoutine *routine)
{
  TautDose dose = { 0 };

  g_return_val_if_fail (routine != NULL, NULL);

  dose.hold = routine->hold;
  dose.repetitions = routine->repetitions;
  dose.sets = routine->sets;

  return describe_dose (&dose, routine->minutes);
}

char *
taut_panel_text_prescription (const TautPrescription *prescription)
{
  g_return_val_if_fail (prescription != NULL, NULL);

  if (prescription->routine == NULL && prescription->own == NULL)
    return NULL;

  return describe_dose (&prescription->dose, prescription->minutes);
}

char *
taut_panel_text_time (guint minute)
{
  /* Translators: hours and minutes of the day, 24 hours. */
  return g_strdup_printf (_("%02u:%02u"), minute / 60, minute % 60);
}

const char *
taut_panel_text_day_part (guint minute)
{
  static const struct
  {
    guint until;
    const char *name;
  } parts[] = {
    { 4 * 60, N_("night") },
    { 11 * 60, N_("morning") },
    { 14 * 60, N_("midday") },
    { 18 * 60, N_("afternoon") },
    { 23 * 60, N_("evening") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (minute < parts[i].until)
        return _(parts[i].name);
    }

  return _(parts[0].name);
}

const char *
taut_panel_text_weekday (guint weekday)
{
  static const char *const names[N_WEEKDAYS] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
    N_("Saturday"), N_("Sunday"),
  };

  g_return_val_if_fail (weekday < N_WEEKDAYS, NULL);

  return _(names[weekday]);
}

const char *
taut_panel_text_short_weekday (guint weekday)
{
  static const char *const names[N_WEEKDAYS] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
  };

  g_return_val_if_fail (weekday < N_WEEKDAYS, NULL);

  return _(names[weekday]);
}

char *
taut_panel_text_weekdays (guint weekdays)
{
  g_autoptr (GString) text = NULL;

  if ((weekdays & EVERY_DAY) == EVERY_DAY)
    return g_strdup (_("every day"));

  if ((weekdays & EVERY_DAY) == WORKING_DAYS)
    return g_strdup (_("Monday to Friday"));

  text = g_string_new (NULL);
  for (guint i = 0; i < N_WEEKDAYS; i++)
    {
      if ((weekdays & (1u << i)) == 0)
        continue;

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, taut_panel_text_short_weekday (i));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
taut_panel_text_rule (const TautRule *rule)
{
  g_autofree char *days = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  if (rule->daily)
    return g_strdup_printf (ngettext ("every %u day", "every %u days", rule->interval),
                            rule->interval);

  days = taut_panel_text_weekdays (rule->weekdays);
  if (rule->interval < 2)
    return g_steal_pointer (&days);

  if (rule->interval == 2)
    {
      /* Translators: days of the week: "every other week, Mon Wed". */
      return g_strdup_printf (_("every other week, %s"), days);
    }

  /* Translators: a number of weeks, then days of the week. */
  return g_strdup_printf (ngettext ("every %u week, %s", "every %u weeks, %s", rule->interval),
                          rule->interval, days);
}

static char *
format_date (const GDate *date,
             const char  *format)
{
  g_autoptr (GDateTime) noon = NULL;

  g_assert (date != NULL);

  noon = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                              g_date_get_day (date), 12, 0, 0);

  return g_date_time_format (noon, format);
}

char *
taut_panel_text_date (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  /* Translators: a day in a heading, "Sunday 29 November". */
  return format_date (date, _("%A %-d %B"));
}

char *
taut_panel_text_period (const GDate *first,
                        const GDate *last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (first != NULL && g_date_valid (first), NULL);
  g_return_val_if_fail (last != NULL && g_date_valid (last), NULL);

  if (g_date_get_month (first) == g_date_get_month (last))
    from = format_date (first, C_("first day of a period within one month", "%-d"));
  else
    from = format_date (first, _("%-d %B"));
  to = format_date (last, _("%-d %B"));

  /* Translators: a period, "23 to 29 November". */
  return g_strdup_printf (_("%s to %s"), from, to);
}

char *
taut_panel_text_day (const GDate *date,
                     const GDate *today)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  /* Translators: a day, "29 November". */
  if (g_date_get_year (date) == g_date_get_year (today))
    return format_date (date, _("%-d %B"));

  /* Translators: a day with its year, "29 November 2026". */
  return format_date (date, _("%-d %B %Y"));
}
