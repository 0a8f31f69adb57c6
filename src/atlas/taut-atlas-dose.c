/* taut-atlas-dose.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-atlas-dose"

#include "config.h"

#include "taut-atlas-private.h"

#define PRESSURE_MOST 10

static const char *const dose_members[] = {
  "hold", "repetitions", "sets", "minutes", "times_a_day", "days", "weeks", "from_week", "pressure",
  NULL
};

static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU", NULL };

static gboolean
read_count (JsonObject  *object,
            const char  *where,
            const char  *member,
            guint        maximum,
            guint       *count,
            GError     **error)
{
  gint64 value;

  g_assert (object != NULL);
  g_assert (count != NULL);

  if (!taut_json_read_integer (object, where, member, 1, maximum, &value, error))
    return FALSE;

  *count = (guint) value;
  return TRUE;
}

static gboolean
read_days (JsonObject  *object,
           const char  *where,
           guint       *mask,
           GError     **error)
{
  g_auto (GStrv) read = NULL;

  g_assert (object != NULL);
  g_assert (mask != NULL);

  read = taut_json_read_strings (object, where, "days", error);
  if (read == NULL)
    return FALSE;

  *mask = 0;
  for (guint i = 0; read[i] != NULL; i++)
    {
      g_autofree char *found = g_strdup_printf ("\"%s\"", read[i]);
      guint day = 0;

      while (days[day] != NULL && !g_str_equal (days[day], read[i]))
        day++;
      if (days[day] == NULL || (*mask & (1u << day)) != 0)
        return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "days",
                                "MO, TU, WE, TH, FR, SA, SU, each once", found, error);
      *mask |= 1u << day;
    }

  if (*mask == 0)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "days",
                            "at least one day", "none", error);
  return TRUE;
}

/* Least and most, with pressure and with nothing else. */
static gboolean
read_pressure (JsonObject   *object,
               const char   *where,
               TautRoutine  *routine,
               GError      **error)
{
  JsonArray *array;
  double least, most;
  g_autofree char *found = NULL;

  g_assert (object != NULL);
  g_assert (routine != NULL);

  if (routine->kind != TAUT_ROUTINE_PRESSURE)
    return !json_object_has_member (object, "pressure") ||
           taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "pressure",
                            "it with pressure only", "it here", error);

  array = taut_json_read_array (object, where, "pressure", error);
  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) != 2)
    {
      found = g_strdup_printf ("%u", json_array_get_length (array));
      return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "pressure",
                              "two numbers, least and most", found, error);
    }

  if (!taut_json_element_number (array, 0, where, "pressure", 0, PRESSURE_MOST, &least, error) ||
      !taut_json_element_number (array, 1, where, "pressure", 1, PRESSURE_MOST, &most, error))
    return FALSE;
  if (least > most || least != (guint) least || most != (guint) most)
    {
      found = g_strdup_printf ("%g and %g", least, most);
      return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "pressure",
                              "whole numbers, the least first", found, error);
    }

  routine->pressure_least = (guint) least;
  routine->pressure_most = (guint) most;
  return TRUE;
}

/* When in the course of a plan; strength waits until the pain at rest is calm. */
static gboolean
read_course (JsonObject   *object,
             const char   *where,
             TautRoutine  *routine,
             GError      **error)
{
  g_assert (object != NULL);
  g_assert (routine != NULL);

  if (!read_count (object, where, "weeks", 26, &routine->weeks, error) ||
      !read_count (object, where, "from_week", 12, &routine->from_week, error))
    return FALSE;

  return routine->kind != TAUT_ROUTINE_STRENGTH || routine->from_week > 1 ||
         taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "from_week",
                          "2 or later for strength", "1", error);
}

gboolean
taut_atlas_read_dose (JsonObject   *object,
                      const char   *where,
                      TautRoutine  *routine,
                      GError      **error)
{
  g_autofree char *within = NULL;
  JsonObject *dose;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  dose = taut_json_read_object (object, where, "dose", error);
  if (dose == NULL)
    return FALSE;

  within = g_strdup_printf ("%s: dose", where);
  if (!taut_json_check_members (dose, within, dose_members, error) ||
      (json_object_has_member (dose, "hold") &&
       !read_count (dose, within, "hold", 1800, &routine->hold, error)))
    return FALSE;

  return read_count (dose, within, "repetitions", 100, &routine->repetitions, error) &&
         read_count (dose, within, "sets", 20, &routine->sets, error) &&
         read_count (dose, within, "minutes", 240, &routine->minutes, error) &&
         read_count (dose, within, "times_a_day", 24, &routine->times_a_day, error) &&
         read_days (dose, within, &routine->days, error) &&
         read_course (dose, within, routine, error) &&
         read_pressure (dose, within, routine, error);
}

