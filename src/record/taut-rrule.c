/* taut-rrule.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules come from files that others wrote. What passes here has a few million
 * occurrences at most and means the same to every calendar; an expander never
 * sees anything else. */

#define G_LOG_DOMAIN "taut-rrule"

#include "config.h"

#include "taut-rrule.h"

#define INTERVAL_MAX 99
#define COUNT_MAX 10000

G_DEFINE_QUARK (taut-rrule-error-quark, taut_rrule_error)

static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

int
taut_rrule_find_weekday (const char *id,
                         gsize       length)
{
  g_return_val_if_fail (id != NULL, -1);

  for (guint i = 0; length == 2 && i < G_N_ELEMENTS (weekdays); i++)
    {
      if (strncmp (id, weekdays[i], 2) == 0)
        return i;
    }

  return -1;
}

const char *
taut_rrule_get_weekday_id (guint weekday)
{
  g_return_val_if_fail (weekday < G_N_ELEMENTS (weekdays), NULL);

  return weekdays[weekday];
}

static gboolean
is_number (const char *value,
           guint       maximum)
{
  guint64 number;

  g_assert (value != NULL);

  return g_ascii_string_to_unsigned (value, 10, 1, maximum, &number, NULL);
}

static gboolean
is_date (const char *value)
{
  guint64 digits;

  g_assert (value != NULL);

  if (strlen (value) != 8 || !g_ascii_string_to_unsigned (value, 10, 0, 99999999, &digits, NULL))
    return FALSE;

  return g_date_valid_dmy (digits % 100, digits / 100 % 100, digits / 10000);
}

static gboolean
is_weekday_list (const char *value)
{
  g_auto (GStrv) days = g_strsplit (value, ",", -1);
  guint seen = 0;

  g_assert (value != NULL);

  for (guint i = 0; days[i] != NULL; i++)
    {
      int day = taut_rrule_find_weekday (days[i], strlen (days[i]));

      if (day < 0 || (seen & 1u << day) != 0)
        return FALSE;
      seen |= 1u << day;
    }

  return seen != 0;
}

/* What the value of a part should be, or NULL when it is that. */
static const char *
check_part (const char *name,
            const char *value)
{
  g_assert (name != NULL);
  g_assert (value != NULL);

  if (strcmp (name, "FREQ") == 0)
    return strcmp (value, "DAILY") == 0 || strcmp (value, "WEEKLY") == 0
           ? NULL : "DAILY or WEEKLY";
  if (strcmp (name, "INTERVAL") == 0)
    return is_number (value, INTERVAL_MAX)
           ? NULL : "a whole number from 1 to " G_STRINGIFY (INTERVAL_MAX);
  if (strcmp (name, "COUNT") == 0)
    return is_number (value, COUNT_MAX)
           ? NULL : "a whole number from 1 to " G_STRINGIFY (COUNT_MAX);
  if (strcmp (name, "UNTIL") == 0)
    return is_date (value) ? NULL : "a date such as 20260331";
  if (strcmp (name, "BYDAY") == 0)
    return is_weekday_list (value) ? NULL : "days of the week such as MO,WE,FR";
  if (strcmp (name, "WKST") == 0)
    return taut_rrule_find_weekday (value, strlen (value)) >= 0
           ? NULL : "a day of the week such as MO";

  return "one of the parts FREQ, INTERVAL, BYDAY, COUNT, UNTIL, WKST";
}

static gboolean
check_parts (const char *const  *parts,
             GError            **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert (parts != NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *equals = strchr (parts[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (parts[i], equals - parts[i]) : NULL;
      const char *expected = name != NULL ? check_part (name, equals + 1) : "NAME=VALUE";

      if (expected == NULL && !g_hash_table_add (seen, g_strdup (name)))
        expected = "each part once";
      if (expected != NULL)
        {
          g_autofree char *found = g_strescape (parts[i], NULL);

          g_set_error (error, TAUT_RRULE_ERROR, TAUT_RRULE_ERROR_INVALID,
                       "expected %s, found \"%.60s\"", expected, found);
          return FALSE;
        }
    }

  if (!g_hash_table_contains (seen, "FREQ"))
    {
      g_set_error_literal (error, TAUT_RRULE_ERROR, TAUT_RRULE_ERROR_INVALID,
                           "expected a part FREQ, found none");
      return FALSE;
    }
  if (g_hash_table_contains (seen, "COUNT") && g_hash_table_contains (seen, "UNTIL"))
    {
      g_set_error_literal (error, TAUT_RRULE_ERROR, TAUT_RRULE_ERROR_INVALID,
                           "expected COUNT or UNTIL, found both");
      return FALSE;
    }

  return TRUE;
}

gboolean
taut_rrule_check (const char  *rrule,
                  GError     **error)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (rrule != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  parts = g_strsplit (rrule, ";", -1);

  return check_parts ((const char *const *) parts, error);
}

/* The value of the part @name; %NULL for none. */
static const char *
find_part (const char *const *parts,
           const char        *name)
{
  const gsize length = strlen (name);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], name) && parts[i][length] == '=')
        return parts[i] + length + 1;
    }

  return NULL;
}

/* A rule by days that skips whole weeks meets one weekday only; every other rule
 * comes to every day that it names. */
static gboolean
meets_weekday (const char *const *parts,
               const GDate       *start)
{
  const char *interval = find_part (parts, "INTERVAL");
  const char *days = find_part (parts, "BYDAY");
  const char *weekday = weekdays[g_date_get_weekday (start) - G_DATE_MONDAY];

  if (days == NULL || strcmp (find_part (parts, "FREQ"), "DAILY") != 0
      || interval == NULL || g_ascii_strtoull (interval, NULL, 10) % 7 != 0)
    return TRUE;

  return strstr (days, weekday) != NULL;
}

gboolean
taut_rrule_check_from (const char   *rrule,
                       const GDate  *start,
                       GError      **error)
{
  g_auto (GStrv) parts = NULL;
  const char *until;
  guint day;

  g_return_val_if_fail (start != NULL && g_date_valid (start), FALSE);

  if (!taut_rrule_check (rrule, error))
    return FALSE;

  parts = g_strsplit (rrule, ";", -1);
  until = find_part ((const char *const *) parts, "UNTIL");
  day = g_date_get_year (start) * 10000u + g_date_get_month (start) * 100u
        + g_date_get_day (start);
  if (until != NULL && g_ascii_strtoull (until, NULL, 10) < day)
    {
      g_set_error (error, TAUT_RRULE_ERROR, TAUT_RRULE_ERROR_INVALID,
                   "expected a rule that does not end before its start %04u-%02u-%02u, "
                   "found \"%s\"", day / 10000, day / 100 % 100, day % 100, rrule);
      return FALSE;
    }
  if (!meets_weekday ((const char *const *) parts, start))
    {
      g_set_error (error, TAUT_RRULE_ERROR, TAUT_RRULE_ERROR_INVALID,
                   "expected a rule that occurs, found \"%s\", which from its start "
                   "%04u-%02u-%02u on never comes to these days", rrule,
                   day / 10000, day / 100 % 100, day % 100);
      return FALSE;
    }

  return TRUE;
}
