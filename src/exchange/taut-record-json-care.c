/* taut-record-json-care.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What care is fitted to and the routines that a person wrote: the members "care"
 * and "own_routines" of a record, read and written. */

#define G_LOG_DOMAIN "taut-record-json-care"

#include "config.h"

#include "taut-parts.h"
#include "taut-record-json-private.h"
#include "taut-values.h"

/* More than anybody answers, owns or refuses. */
#define LIST_MAX 500

static const char *const care_members[] = {
  "answers", "screened", "equipment", "minutes", "times", "refused", "pauses", NULL,
};
static const char *const pause_members[] = { "first", "last", NULL };
static const char *const own_members[] = {
  "id", "name", "steps", "dose", "minutes", "picture", NULL,
};

/* Puts @after, which it takes, in the place of @profile. */
static void
replace (TautProfile **profile,
         TautProfile  *after)
{
  g_assert (profile != NULL);
  g_assert (after != NULL);

  g_object_unref (*profile);
  *profile = after;
}

static gboolean
check_length (guint        length,
              const char  *where,
              const char  *member,
              GError     **error)
{
  return length <= LIST_MAX
         || taut_values_fail (error, where, member,
                              "expected at most " G_STRINGIFY (LIST_MAX) " elements, found %u",
                              length);
}

/* Care: reading. Each function changes @profile by one member, where it is there. */

static gboolean
read_answers (JsonObject   *care,
              const char   *where,
              TautProfile **profile,
              GError      **error)
{
  g_autofree char *answers_where = g_strconcat (where, ", answers", NULL);
  JsonObject *answers;
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (!json_object_has_member (care, "answers"))
    return TRUE;
  answers = taut_json_read_object (care, where, "answers", error);
  if (answers == NULL
      || !check_length (json_object_get_size (answers), where, "answers", error))
    return FALSE;

  json_object_iter_init_ordered (&iter, answers);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      gboolean yes;

      if (!taut_values_check_id (id, answers_where, id, error)
          || !taut_json_read_boolean (answers, answers_where, id, &yes, error))
        return FALSE;
      replace (profile, taut_profile_with_answer (*profile, id,
                                                  yes ? TAUT_ANSWER_YES : TAUT_ANSWER_NO));
    }

  return TRUE;
}

static gboolean
read_screened (JsonObject   *care,
               const char   *where,
               TautProfile **profile,
               GError      **error)
{
  GDate date;

  if (!json_object_has_member (care, "screened"))
    return TRUE;
  if (!taut_values_read_date (care, where, "screened", &date, error))
    return FALSE;
  replace (profile, taut_profile_with_screened (*profile, &date));

  return TRUE;
}

/* The list of ids @member; %NULL with an error, or when it is not there. */
static char **
read_ids (JsonObject  *care,
          const char  *where,
          const char  *member,
          GError     **error)
{
  g_auto (GStrv) ids = NULL;

  if (!json_object_has_member (care, member))
    return NULL;
  ids = taut_json_read_strings (care, where, member, error);
  if (ids == NULL || !check_length (g_strv_length (ids), where, member, error))
    return NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *element = g_strdup_printf ("%s[%u]", member, i);

      if (!taut_values_check_id (ids[i], where, element, error))
        return NULL;
    }

  return g_steal_pointer (&ids);
}

static gboolean
read_wishes (JsonObject   *care,
             const char   *where,
             TautProfile **profile,
             GError      **error)
{
  g_auto (GStrv) equipment = read_ids (care, where, "equipment", error);
  g_auto (GStrv) refused = NULL;

  if (equipment == NULL && json_object_has_member (care, "equipment"))
    return FALSE;
  refused = read_ids (care, where, "refused", error);
  if (refused == NULL && json_object_has_member (care, "refused"))
    return FALSE;

  if (equipment != NULL)
    replace (profile, taut_profile_with_equipment (*profile, (const char *const *) equipment));
  for (guint i = 0; refused != NULL && refused[i] != NULL; i++)
    replace (profile, taut_profile_with_refused (*profile, refused[i], TRUE));

  return TRUE;
}

static gboolean
read_day (JsonObject   *care,
          const char   *where,
          TautProfile **profile,
          GError      **error)
{
  g_autoptr (GArray) times = NULL;
  gint64 minutes = 0;

  if (json_object_has_member (care, "minutes")
      && !taut_json_read_integer (care, where, "minutes", 1, TAUT_PROFILE_MINUTES_MAX,
                                  &minutes, error))
    return FALSE;
  replace (profile, taut_profile_with_minutes (*profile, minutes));

  if (!json_object_has_member (care, "times"))
    return TRUE;
  times = taut_parts_read_minutes (care, where, "times", error);
  if (times == NULL)
    return FALSE;
  replace (profile, taut_profile_with_times (*profile, (guint *) (gpointer) times->data,
                                             times->len));

  return TRUE;
}

static gboolean
read_pause (JsonObject  *object,
            const char  *where,
            TautPause   *pause,
            GError     **error)
{
  g_assert (pause != NULL);

  if (!taut_values_read_date (object, where, "first", &pause->first, error)
      || !taut_values_read_date (object, where, "last", &pause->last, error))
    return FALSE;
  if (g_date_compare (&pause->last, &pause->first) < 0)
    return taut_values_fail_found (error, where, "last", "a date not before \"first\"",
                                   json_object_get_string_member (object, "last"));

  return TRUE;
}

/* Unknown members of a pause are kept under "pauses" by its first day. */
static gboolean
read_pauses (JsonObject   *care,
             const char   *where,
             TautProfile **profile,
             JsonObject  **unknown,
             GError      **error)
{
  g_autoptr (GArray) pauses = g_array_new (FALSE, FALSE, sizeof (TautPause));
  g_autoptr (JsonObject) kept = NULL;
  JsonArray *array;

  if (!json_object_has_member (care, "pauses"))
    return TRUE;
  array = taut_json_read_array (care, where, "pauses", error);
  if (array == NULL || !check_length (json_array_get_length (array), where, "pauses", error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s, pauses[%u]", where, i);
      JsonObject *object = taut_parts_get_element (array, i, place, error);
      g_autofree char *key = NULL;
      TautPause pause;

      if (object == NULL || !read_pause (object, place, &pause, error))
        return FALSE;
      key = taut_parts_format_date (&pause.first);
      taut_parts_keep (&kept, key, taut_parts_collect_unknown (object, pause_members));
      g_array_append_val (pauses, pause);
    }
  taut_parts_keep (unknown, "pauses", g_steal_pointer (&kept));
  replace (profile, taut_profile_with_pauses (*profile, (TautPause *) (gpointer) pauses->data,
                                              pauses->len));

  return TRUE;
}

gboolean
taut_record_json_read_care (TautRecord  *record,
                            JsonObject  *root,
                            const char  *origin,
                            GError     **error)
{
  g_autoptr (TautProfile) profile = taut_profile_new ();
  g_autoptr (TautProfile) whole = NULL;
  g_autoptr (JsonObject) unknown = NULL;
  g_autofree char *where = g_strdup_printf ("%s: care", origin);
  JsonObject *care;

  g_return_val_if_fail (TAUT_IS_RECORD (record), FALSE);

  if (!json_object_has_member (root, "care"))
    return TRUE;
  care = taut_json_read_object (root, origin, "care", error);
  if (care == NULL)
    return FALSE;
  unknown = taut_parts_collect_unknown (care, care_members);
  if (!read_answers (care, where, &profile, error)
      || !read_screened (care, where, &profile, error)
      || !read_wishes (care, where, &profile, error)
      || !read_day (care, where, &profile, error)
      || !read_pauses (care, where, &profile, &unknown, error))
    return FALSE;

  whole = taut_profile_with_unknown (profile, unknown);
  taut_record_set_profile (record, whole);

  return TRUE;
}

/* Care: writing */

static void
write_answers (TautProfile *profile,
               JsonObject  *care)
{
  g_autofree const char **ids = taut_profile_list_answers (profile);
  JsonObject *answers;

  if (ids[0] == NULL)
    return;

  answers = json_object_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    json_object_set_boolean_member (answers, ids[i],
                                    taut_profile_get_answer (profile, ids[i]) == TAUT_ANSWER_YES);
  json_object_set_object_member (care, "answers", answers);
}

static void
write_ids (JsonObject        *care,
           const char        *member,
           const char *const *ids)
{
  JsonArray *array = json_array_new ();

  g_assert (ids != NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    json_array_add_string_element (array, ids[i]);
  json_object_set_array_member (care, member, array);
}

static void
write_pauses (TautProfile *profile,
              JsonObject  *care)
{
  JsonObject *unknown = taut_parts_get (taut_profile_get_unknown (profile), "pauses");
  JsonArray *array;
  guint n;
  const TautPause *pauses = taut_profile_get_pauses (profile, &n);

  if (n == 0 && unknown == NULL)
    return;

  array = json_array_new ();
  for (guint i = 0; i < n; i++)
    {
      JsonObject *pause = json_object_new ();
      g_autofree char *first = taut_parts_format_date (&pauses[i].first);
      g_autofree char *last = taut_parts_format_date (&pauses[i].last);

      json_object_set_string_member (pause, "first", first);
      json_object_set_string_member (pause, "last", last);
      taut_parts_write_unknown (pause, taut_parts_get (unknown, first));
      json_array_add_object_element (array, pause);
    }
  json_object_set_array_member (care, "pauses", array);
}

void
taut_record_json_write_care (TautRecord *record,
                             JsonObject *root)
{
  TautProfile *profile = taut_record_get_profile (record);
  g_autoptr (TautProfile) nothing = taut_profile_new ();
  const char *const *refused;
  const guint *times;
  JsonObject *care;
  guint n_times;

  g_return_if_fail (root != NULL);

  if (taut_profile_equal (profile, nothing))
    return;

  care = json_object_new ();
  write_answers (profile, care);
  if (taut_profile_get_screened (profile) != NULL)
    {
      g_autofree char *date = taut_parts_format_date (taut_profile_get_screened (profile));

      json_object_set_string_member (care, "screened", date);
    }
  if (taut_profile_get_equipment (profile) != NULL)
    write_ids (care, "equipment", taut_profile_get_equipment (profile));
  if (taut_profile_get_minutes (profile) > 0)
    json_object_set_int_member (care, "minutes", taut_profile_get_minutes (profile));
  times = taut_profile_get_times (profile, &n_times);
  if (n_times > 0)
    taut_parts_write_minutes (care, "times", times, n_times);
  refused = taut_profile_get_refused (profile);
  if (refused[0] != NULL)
    write_ids (care, "refused", refused);
  write_pauses (profile, care);
  taut_parts_write_unknown (care, taut_profile_get_unknown (profile));
  json_object_set_object_member (root, "care", care);
}

/* Own routines */

/* g_base64_decode() skips what it does not know; here that is an error. (nullable) */
static GBytes *
decode (const char *text)
{
  gsize length = strlen (text);
  gsize digits = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  gsize size;
  guchar *data;

  if (length == 0 || length % 4 != 0 || length - digits > 2
      || strspn (text + digits, "=") != length - digits)
    return NULL;

  data = g_base64_decode (text, &size);

  return g_bytes_new_take (data, size);
}

/* @picture is %NULL when there is none. */
static gboolean
read_picture (JsonObject  *object,
              const char  *where,
              GBytes     **picture,
              GError     **error)
{
  const char *text;

  g_assert (picture != NULL);

  *picture = NULL;
  if (!json_object_has_member (object, "picture"))
    return TRUE;
  if (!taut_json_read_string (object, where, "picture", &text, error))
    return FALSE;

  *picture = decode (text);
  if (*picture != NULL && taut_own_routine_is_picture (*picture))
    return TRUE;

  g_clear_pointer (picture, g_bytes_unref);

  return taut_values_fail_found (error, where, "picture",
                                 "a PNG or JPEG file of at most 2 MiB in base64", text);
}

static TautOwnRoutine *
read_own_routine (JsonObject  *object,
                  const char  *where,
                  const char  *id,
                  GError     **error)
{
  g_autoptr (JsonObject) unknown = taut_parts_collect_unknown (object, own_members);
  g_autoptr (TautOwnRoutine) routine = NULL;
  g_autoptr (GBytes) picture = NULL;
  const char *name;
  const char *steps;
  gint64 minutes = 0;
  TautDose dose;

  g_assert (id != NULL);

  if (!g_str_has_prefix (id, TAUT_OWN_ROUTINE_PREFIX))
    {
      taut_values_fail_found (error, where, "id",
                              "an id that begins with \"" TAUT_OWN_ROUTINE_PREFIX "\"", id);
      return NULL;
    }
  if (!taut_json_read_string (object, where, "name", &name, error)
      || !taut_json_read_string (object, where, "steps", &steps, error)
      || !taut_parts_read_dose (object, where, &dose, &unknown, error)
      || (json_object_has_member (object, "minutes")
          && !taut_json_read_integer (object, where, "minutes", 1, TAUT_OWN_ROUTINE_MINUTES_MAX,
                                      &minutes, error))
      || !read_picture (object, where, &picture, error))
    return NULL;

  routine = taut_own_routine_new (id, name, steps, &dose, minutes, picture);

  return taut_own_routine_with_unknown (routine, unknown);
}

gboolean
taut_record_json_read_own_routines (TautRecord  *record,
                                    JsonObject  *root,
                                    const char  *origin,
                                    GError     **error)
{
  JsonArray *array;

  g_return_val_if_fail (TAUT_IS_RECORD (record), FALSE);

  if (!json_object_has_member (root, "own_routines"))
    return TRUE;
  array = taut_json_read_array (root, origin, "own_routines", error);
  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s: own_routines[%u]", origin, i);
      JsonObject *object = taut_parts_get_element (array, i, place, error);
      g_autofree char *where = NULL;
      g_autoptr (TautOwnRoutine) routine = NULL;
      const char *id;

      if (object == NULL || !taut_values_read_id (object, place, "id", &id, error))
        return FALSE;
      where = g_strdup_printf ("%s: own routine %s", origin, id);
      if (taut_record_find_own_routine (record, id) != NULL)
        return taut_values_fail (error, where, "id", "expected once, found twice");
      routine = read_own_routine (object, where, id, error);
      if (routine == NULL)
        return FALSE;
      taut_record_put_own_routine (record, routine);
    }

  return TRUE;
}

static JsonObject *
write_own_routine (TautOwnRoutine *routine)
{
  JsonObject *object = json_object_new ();
  JsonObject *unknown = taut_own_routine_get_unknown (routine);
  GBytes *picture = taut_own_routine_get_picture (routine);

  json_object_set_string_member (object, "id", taut_own_routine_get_id (routine));
  json_object_set_string_member (object, "name", taut_own_routine_get_name (routine));
  json_object_set_string_member (object, "steps", taut_own_routine_get_steps (routine));
  taut_parts_write_dose (object, taut_own_routine_get_dose (routine), unknown);
  if (taut_own_routine_get_minutes (routine) > 0)
    json_object_set_int_member (object, "minutes", taut_own_routine_get_minutes (routine));
  if (picture != NULL)
    {
      gsize size;
      const guchar *data = g_bytes_get_data (picture, &size);
      g_autofree char *text = g_base64_encode (data, size);

      json_object_set_string_member (object, "picture", text);
    }
  taut_parts_write_unknown (object, unknown);

  return object;
}

void
taut_record_json_write_own_routines (TautRecord *record,
                                     JsonObject *root)
{
  GListModel *routines = taut_record_get_own_routines (record);
  JsonArray *array;

  g_return_if_fail (root != NULL);

  if (g_list_model_get_n_items (routines) == 0)
    return;

  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (TautOwnRoutine) routine = g_list_model_get_item (routines, i);

      json_array_add_object_element (array, write_own_routine (routine));
    }
  json_object_set_array_member (root, "own_routines", array);
}
