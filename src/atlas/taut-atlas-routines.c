/* taut-atlas-routines.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* routines.json
 *
 *   { "license": "...",
 *     "routines": [
 *       { "id": "upper_trapezius_side_bend",
 *         "name": "Ear to shoulder",
 *         "kind": "stretch",         pressure stretch mobility strength heat cold
 *                                    breathing habit
 *         "tool": "ball",            with pressure only: finger pincer ball hook
 *                                    roller
 *         "muscles": ["trapezius", ...],
 *         "dose": {
 *           "hold": 30,              optional: seconds
 *           "repetitions": 3,
 *           "sets": 1,
 *           "minutes": 3,            one session, rounded up
 *           "times_a_day": 2,
 *           "days": ["MO", "TU", ...] },
 *         "steps": ["...", ...],
 *         "feel": "...",             what it should feel like
 *         "stop": "...",             when to stop
 *         "keep_off": "...",         optional: where not to press
 *         "source": "...",
 *         "confidence": "medium"
 *       }, ... ] }
 */

#define G_LOG_DOMAIN "taut-atlas-routines"

#include "config.h"

#include "taut-atlas-private.h"

static const char *const file_members[] = { "license", "routines", NULL };

static const char *const routine_members[] = {
  "id", "name", "kind", "tool", "muscles", "dose", "steps", "feel", "stop", "keep_off", "source",
  "confidence", NULL
};

static const char *const dose_members[] = {
  "hold", "repetitions", "sets", "minutes", "times_a_day", "days", NULL
};

/* In the order of TautRoutineKind. */
static const char *const kinds[] = {
  "pressure", "stretch", "mobility", "strength", "heat", "cold", "breathing", "habit", NULL
};

static const char *const tools[] = { "finger", "pincer", "ball", "hook", "roller", NULL };

static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU", NULL };

void
taut_routine_free (TautRoutine *routine)
{
  if (routine == NULL)
    return;

  g_strfreev (routine->muscles);
  g_strfreev (routine->steps);
  g_free (routine);
}

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
  g_auto(GStrv) read = NULL;

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

static gboolean
read_dose (JsonObject   *object,
           const char   *where,
           TautRoutine  *routine,
           GError      **error)
{
  g_autofree char *within = NULL;
  JsonObject *dose;

  g_assert (object != NULL);
  g_assert (routine != NULL);

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
         read_days (dose, within, &routine->days, error);
}

static gboolean
read_kind (TautAtlas    *self,
           JsonObject   *object,
           const char   *where,
           TautRoutine  *routine,
           GError      **error)
{
  guint kind;
  guint tool;

  g_assert (object != NULL);
  g_assert (routine != NULL);

  if (!taut_atlas_read_choice (object, where, "kind", kinds, &kind, error))
    return FALSE;

  routine->kind = kind;
  if (kind != TAUT_ROUTINE_PRESSURE)
    return !json_object_has_member (object, "tool") ||
           taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "tool",
                            "it with pressure only", "it here", error);

  if (!taut_atlas_read_choice (object, where, "tool", tools, &tool, error))
    return FALSE;

  routine->tool = tools[tool];
  return TRUE;
}

static gboolean
read_steps (JsonObject   *object,
            const char   *where,
            TautRoutine  *routine,
            GError      **error)
{
  g_assert (object != NULL);
  g_assert (routine != NULL);

  routine->steps = taut_json_read_strings (object, where, "steps", error);
  if (routine->steps == NULL)
    return FALSE;
  if (routine->steps[0] == NULL)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "steps",
                            "at least one step", "none", error);

  for (guint i = 0; routine->steps[i] != NULL; i++)
    if (routine->steps[i][0] == '\0')
      return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "steps",
                              "a sentence for each step", "an empty one", error);
  return TRUE;
}

static gboolean
read_routine (TautAtlasFile  *file,
              JsonObject     *object,
              GError        **error)
{
  TautAtlas *self;
  TautRoutine *routine;
  g_autofree char *where = NULL;
  const char *id;

  g_assert (file != NULL);
  g_assert (object != NULL);

  self = file->atlas;
  if (!taut_atlas_read_id (object, file->name, &id, error))
    return FALSE;

  where = g_strdup_printf ("%s: %s", file->name, id);
  routine = g_new0 (TautRoutine, 1);
  routine->id = taut_atlas_keep (self, id);
  g_ptr_array_add (self->routines, routine);

  return taut_atlas_claim_id (self->routines_by_id, routine->id, routine, where, error) &&
         taut_json_check_members (object, where, routine_members, error) &&
         taut_atlas_read_text (self, object, where, "name", &routine->name, error) &&
         read_kind (self, object, where, routine, error) &&
         taut_atlas_read_references (object, where, "muscles", self->muscles_by_id,
                                     "the id of a muscle", &routine->muscles, error) &&
         read_dose (object, where, routine, error) &&
         read_steps (object, where, routine, error) &&
         taut_atlas_read_text (self, object, where, "feel", &routine->feel, error) &&
         taut_atlas_read_text (self, object, where, "stop", &routine->stop, error) &&
         taut_atlas_read_optional_text (self, object, where, "keep_off",
                                        &routine->keep_off, error) &&
         taut_atlas_read_text (self, object, where, "source", &routine->source, error) &&
         taut_atlas_read_confidence (object, where, &routine->confidence, error);
}

gboolean
taut_atlas_load_routines (TautAtlas  *self,
                          GFile      *folder,
                          GError    **error)
{
  g_autoptr(GFile) source = NULL;
  g_autoptr(TautAtlasFile) file = NULL;
  JsonArray *array;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  source = g_file_get_child (folder, "routines.json");
  file = taut_atlas_file_open (self, source, "routines.json", file_members, error);
  if (file == NULL)
    return FALSE;

  array = taut_json_read_array (file->object, file->name, "routines", error);
  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = taut_atlas_get_element (array, i, file->name, "routines", error);

      if (object == NULL || !read_routine (file, object, error))
        return FALSE;
    }

  return TRUE;
}
