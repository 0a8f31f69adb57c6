/* taut-parts.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-parts"

#include "config.h"

#include "taut-parts.h"

#include "taut-values.h"

static const char *const dose_members[] = { "hold", "repetitions", "sets", "pressure", NULL };

JsonObject *
taut_parts_collect_unknown (JsonObject        *object,
                            const char *const *known)
{
  g_autoptr (JsonObject) unknown = NULL;
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (known != NULL, NULL);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (g_strv_contains (known, member))
        continue;
      if (unknown == NULL)
        unknown = json_object_new ();
      json_object_set_member (unknown, member, json_node_copy (node));
    }

  return g_steal_pointer (&unknown);
}

void
taut_parts_keep (JsonObject **unknown,
                 const char  *member,
                 JsonObject  *part)
{
  g_return_if_fail (unknown != NULL);
  g_return_if_fail (member != NULL);

  if (part == NULL)
    return;
  if (*unknown == NULL)
    *unknown = json_object_new ();
  json_object_set_object_member (*unknown, member, part);
}

JsonObject *
taut_parts_get (JsonObject *unknown,
                const char *member)
{
  JsonNode *node = unknown != NULL ? json_object_get_member (unknown, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

void
taut_parts_write_unknown (JsonObject *object,
                          JsonObject *unknown)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  g_return_if_fail (object != NULL);

  if (unknown == NULL)
    return;

  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (!json_object_has_member (object, member))
        json_object_set_member (object, member, json_node_copy (node));
    }
}

JsonObject *
taut_parts_get_element (JsonArray   *array,
                        guint        index,
                        const char  *where,
                        GError     **error)
{
  g_return_val_if_fail (array != NULL, NULL);

  return taut_json_get_object (json_array_get_element (array, index), where, error);
}

char *
taut_parts_format_date (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (date),
                          (guint) g_date_get_month (date), (guint) g_date_get_day (date));
}

char *
taut_parts_format_minute (guint minute)
{
  return g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);
}

char *
taut_parts_format_session (const GDate *date,
                           guint        minute)
{
  g_autofree char *day = taut_parts_format_date (date);
  g_autofree char *time = taut_parts_format_minute (minute);

  return g_strconcat (day, " ", time, NULL);
}

GArray *
taut_parts_read_minutes (JsonObject  *object,
                         const char  *where,
                         const char  *member,
                         GError     **error)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) times = taut_json_read_strings (object, where, member, error);

  if (times == NULL)
    return NULL;

  for (guint i = 0; times[i] != NULL; i++)
    {
      g_autofree char *element = g_strdup_printf ("%s[%u]", member, i);
      guint minute;

      if (!taut_values_parse_minute (times[i], where, element, &minute, error))
        return NULL;
      g_array_append_val (minutes, minute);
    }

  return g_steal_pointer (&minutes);
}

void
taut_parts_write_minutes (JsonObject  *object,
                          const char  *member,
                          const guint *minutes,
                          guint        n_minutes)
{
  JsonArray *array;

  g_return_if_fail (object != NULL);
  g_return_if_fail (minutes != NULL || n_minutes == 0);

  array = json_array_new ();
  for (guint i = 0; i < n_minutes; i++)
    {
      g_autofree char *time = taut_parts_format_minute (minutes[i]);

      json_array_add_string_element (array, time);
    }
  json_object_set_array_member (object, member, array);
}

static gboolean
read_dose_part (JsonObject  *dose,
                const char  *where,
                const char  *member,
                guint        maximum,
                guint       *value,
                GError     **error)
{
  gint64 number;

  g_assert (value != NULL);

  if (!json_object_has_member (dose, member))
    return TRUE;
  if (!taut_json_read_integer (dose, where, member, 1, maximum, &number, error))
    return FALSE;

  *value = number;

  return TRUE;
}

gboolean
taut_parts_read_dose (JsonObject  *object,
                      const char  *where,
                      TautDose    *dose,
                      JsonObject **unknown,
                      GError     **error)
{
  g_autofree char *dose_where = g_strconcat (where, ", dose", NULL);
  JsonObject *part;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (dose != NULL, FALSE);

  *dose = (TautDose) { 0 };
  if (!json_object_has_member (object, "dose"))
    return TRUE;

  part = taut_json_read_object (object, where, "dose", error);
  if (part == NULL
      || !read_dose_part (part, dose_where, "hold", TAUT_DOSE_HOLD_MAX, &dose->hold, error)
      || !read_dose_part (part, dose_where, "repetitions", TAUT_DOSE_REPETITIONS_MAX,
                          &dose->repetitions, error)
      || !read_dose_part (part, dose_where, "sets", TAUT_DOSE_SETS_MAX, &dose->sets, error)
      || !read_dose_part (part, dose_where, "pressure", TAUT_DOSE_PRESSURE_MAX,
                          &dose->pressure, error))
    return FALSE;
  taut_parts_keep (unknown, "dose", taut_parts_collect_unknown (part, dose_members));

  return TRUE;
}

void
taut_parts_write_dose (JsonObject     *object,
                       const TautDose *dose,
                       JsonObject     *unknown)
{
  JsonObject *part;
  JsonObject *kept = taut_parts_get (unknown, "dose");
  static const TautDose nothing = { 0 };

  g_return_if_fail (object != NULL);
  g_return_if_fail (dose != NULL);

  if (kept == NULL && taut_dose_equal (dose, &nothing))
    return;

  part = json_object_new ();
  if (dose->hold > 0)
    json_object_set_int_member (part, "hold", dose->hold);
  if (dose->repetitions > 0)
    json_object_set_int_member (part, "repetitions", dose->repetitions);
  if (dose->sets > 0)
    json_object_set_int_member (part, "sets", dose->sets);
  if (dose->pressure > 0)
    json_object_set_int_member (part, "pressure", dose->pressure);
  taut_parts_write_unknown (part, kept);
  json_object_set_object_member (object, "dose", part);
}
