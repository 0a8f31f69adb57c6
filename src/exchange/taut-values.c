/* taut-values.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-values"

#include "config.h"

#include "taut-values.h"

#include "taut-record-json.h"

#define ID_MAX 200

/* Calendars of libraries are safe between these. */
#define YEAR_MIN 1900
#define YEAR_MAX 2199

gboolean
taut_values_fail (GError     **error,
                  const char  *where,
                  const char  *member,
                  const char  *format,
                  ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT,
               "%s: field \"%s\": %s", where, member, reason);

  return FALSE;
}

/* A text in a message: on one line and not endless. */
static char *
quote (const char *text)
{
  g_autofree char *escaped = g_strescape (text, NULL);

  g_assert (text != NULL);

  return g_strdup_printf ("\"%.60s\"%s", escaped, strlen (escaped) > 60 ? "..." : "");
}

gboolean
taut_values_fail_found (GError     **error,
                        const char  *where,
                        const char  *member,
                        const char  *expected,
                        const char  *text)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (expected != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  found = quote (text);

  return taut_values_fail (error, where, member, "expected %s, found %s", expected, found);
}

/* Ids go into messages, element ids and file names: they are kept plain. */
gboolean
taut_values_check_id (const char  *id,
                      const char  *where,
                      const char  *member,
                      GError     **error)
{
  g_return_val_if_fail (id != NULL, FALSE);

  for (const char *p = id; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("._:-", *p) == NULL)
        return taut_values_fail_found (error, where, member,
                                       "an id of letters, digits and the signs . _ : -", id);
    }
  if (*id == '\0' || strlen (id) > ID_MAX)
    return taut_values_fail_found (error, where, member,
                                   "an id of 1 to " G_STRINGIFY (ID_MAX) " characters", id);

  return TRUE;
}

gboolean
taut_values_read_id (JsonObject  *object,
                     const char  *where,
                     const char  *member,
                     const char **id,
                     GError     **error)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return taut_json_read_string (object, where, member, id, error)
         && taut_values_check_id (*id, where, member, error);
}

gboolean
taut_values_read_time_stamp (JsonObject  *object,
                             const char  *where,
                             const char  *member,
                             GDateTime  **time,
                             GError     **error)
{
  const char *text;

  g_return_val_if_fail (time != NULL, FALSE);

  if (!taut_json_read_string (object, where, member, &text, error))
    return FALSE;

  *time = g_date_time_new_from_iso8601 (text, NULL);
  if (*time == NULL)
    return taut_values_fail_found (error, where, member,
                                   "a time with its zone such as \"2026-03-02T09:30:00+01:00\"",
                                   text);

  return TRUE;
}

/* The number in @length digits from @text; -1 when they are no digits. */
static int
parse_digits (const char *text,
              guint       length)
{
  int number = 0;

  g_assert (text != NULL);

  for (guint i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }

  return number;
}

gboolean
taut_values_read_date (JsonObject  *object,
                       const char  *where,
                       const char  *member,
                       GDate       *date,
                       GError     **error)
{
  const char *text;

  g_return_val_if_fail (date != NULL, FALSE);

  if (!taut_json_read_string (object, where, member, &text, error))
    return FALSE;

  if (strlen (text) == 10 && text[4] == '-' && text[7] == '-')
    {
      int year = parse_digits (text, 4);
      int month = parse_digits (text + 5, 2);
      int day = parse_digits (text + 8, 2);

      if (year >= YEAR_MIN && year <= YEAR_MAX && month > 0 && day > 0
          && g_date_valid_dmy (day, month, year))
        {
          g_date_clear (date, 1);
          g_date_set_dmy (date, day, month, year);
          return TRUE;
        }
    }

  return taut_values_fail_found (error, where, member, "a date such as \"2026-03-02\", from " G_STRINGIFY (YEAR_MIN)
                                 " to " G_STRINGIFY (YEAR_MAX), text);
}

gboolean
taut_values_parse_minute (const char  *text,
                          const char  *where,
                          const char  *member,
                          guint       *minute,
                          GError     **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (minute != NULL, FALSE);

  if (strlen (text) == 5 && text[2] == ':')
    {
      int hours = parse_digits (text, 2);
      int minutes = parse_digits (text + 3, 2);

      if (hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60)
        {
          *minute = hours * 60 + minutes;
          return TRUE;
        }
    }

  return taut_values_fail_found (error, where, member, "a time of the day such as \"08:00\"", text);
}

/* An optional text that is only checked: it is kept with the unknown members. */
gboolean
taut_values_check_text (JsonObject  *object,
                        const char  *where,
                        const char  *member,
                        GError     **error)
{
  const char *text;

  return !json_object_has_member (object, member)
         || taut_json_read_string (object, where, member, &text, error);
}
