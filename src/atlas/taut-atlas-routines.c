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
 *         "tool": "ball",            with pressure only: finger pincer hand ball hook
 *                                    roller
 *         "groups": ["upper_shoulder", ...],
 *         "muscles": ["trapezius", ...],  those of the atlas that it is meant for first
 *         "dose": {
 *           "hold": 30,              optional: seconds
 *           "repetitions": 3,
 *           "sets": 1,
 *           "minutes": 3,            one session, rounded up
 *           "times_a_day": 2,
 *           "days": ["MO", "TU", ...],
 *           "weeks": 3,
 *           "from_week": 1,          strength: 2 or later
 *           "pressure": [4, 6] },    with pressure only: least and most, 0 to 10
 *         "steps": ["...", ...],
 *         "feel": "...",             what it should feel like
 *         "stop": "...",             when to stop
 *         "keep_off": "...",         optional: where not to press
 *         "progression": "...",      how to go on when it is easy
 *         "equipment": ["ball", ...],
 *         "at_home": "...",          optional: what serves instead
 *         "position": "sitting",
 *         "tags": ["hard_tool", ...],  what precautions look at
 *         "picture": {
 *           "view": "back",          front back left right
 *           "spots": [["trunk", 0.1, 150], ...],   where the tool goes
 *           "felt": ["neck_angle", ...],           areas
 *           "arrow": [["head", 0.2, 90, 30], ...], optional: a movement, mm off the skin
 *           "symbol": "pillow" },    optional: of a habit
 *         "source": "...",
 *         "confidence": "medium"
 *       }, ... ] }
 *
 * All places are on the left side of the body. */

#define G_LOG_DOMAIN "taut-atlas-routines"

#include "config.h"

#include "taut-atlas-private.h"

static const char *const file_members[] = { "license", "routines", NULL };

static const char *const routine_members[] = {
  "id", "name", "kind", "tool", "groups", "muscles", "dose", "steps", "feel", "stop", "keep_off",
  "progression", "equipment", "at_home", "position", "tags", "picture", "source", "confidence", NULL
};

/* In the order of TautRoutineKind. */
static const char *const kinds[] = {
  "pressure", "stretch", "mobility", "strength", "heat", "cold", "breathing", "habit", NULL
};

static const char *const tools[] = {
  "finger", "pincer", "hand", "ball", "hook", "roller", NULL
};

static const char *const equipment[] = {
  "ball", "two_balls_sock", "roller", "hook", "towel", "pillow", "warm_pack", "cold_pack", "chair",
  "table", "wall", "doorway", "step", "band", "strap", "rubber_band", NULL
};

static const char *const positions[] = {
  "sitting", "standing", "lying on the back", "lying on the front", "lying on the side", "kneeling",
  "on hands and knees", "any", NULL
};

static const char *const tags[] = {
  "hard_tool", "percussion", "deep_pressure", "neck_pressure", "neck_end_range", "end_range",
  "spine_load", "rib_load", "belly_pressure", "chest_pressure", "heat", "cold", "flat_back", "prone",
  "side_lying", "floor", "standing_balance", "low_leg_pressure", "inner_thigh_pressure",
  "armpit_pressure", "impact", "breath_hold", "grip", "overhead", "hip_end_rotation", "kneeling",
  "weight_through_wrist", NULL
};

const char *const *
taut_atlas_list_kinds (void)
{
  return kinds;
}

const char *const *
taut_atlas_list_equipment (void)
{
  return equipment;
}

const char *const *
taut_atlas_list_tags (void)
{
  return tags;
}

void
taut_routine_free (TautRoutine *routine)
{
  if (routine == NULL)
    return;

  g_strfreev (routine->groups);
  g_strfreev (routine->muscles);
  g_strfreev (routine->steps);
  g_strfreev (routine->equipment);
  g_strfreev (routine->tags);
  taut_routine_picture_clear (&routine->picture);
  g_free (routine);
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
read_groups (TautAtlas    *self,
             JsonObject   *object,
             const char   *where,
             TautRoutine  *routine,
             GError      **error)
{
  g_assert (object != NULL);
  g_assert (routine != NULL);

  if (!taut_atlas_read_references (object, where, "groups", self->muscle_groups_by_id,
                                   "the id of a muscle group", &routine->groups, error))
    return FALSE;
  if (routine->groups[0] == NULL)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "groups",
                            "at least one muscle group", "none", error);

  return taut_atlas_read_references (object, where, "muscles", self->muscles_by_id,
                                     "the id of a muscle", &routine->muscles, error);
}

/* What it takes to do it. */
static gboolean
read_needs (TautAtlas    *self,
            JsonObject   *object,
            const char   *where,
            TautRoutine  *routine,
            GError      **error)
{
  guint position;

  g_assert (object != NULL);
  g_assert (routine != NULL);

  if (!taut_atlas_read_words (object, where, "equipment", equipment, "equipment that is known",
                              &routine->equipment, error) ||
      !taut_atlas_read_optional_text (self, object, where, "at_home", &routine->at_home, error) ||
      !taut_atlas_read_choice (object, where, "position", positions, &position, error))
    return FALSE;

  routine->position = positions[position];
  return taut_atlas_read_words (object, where, "tags", tags, "a tag that precautions know",
                                &routine->tags, error);
}

/* What a person reads. */
static gboolean
read_texts (TautAtlas    *self,
            JsonObject   *object,
            const char   *where,
            TautRoutine  *routine,
            GError      **error)
{
  g_assert (object != NULL);
  g_assert (routine != NULL);

  return read_steps (object, where, routine, error) &&
         taut_atlas_read_text (self, object, where, "feel", &routine->feel, error) &&
         taut_atlas_read_text (self, object, where, "stop", &routine->stop, error) &&
         taut_atlas_read_optional_text (self, object, where, "keep_off",
                                        &routine->keep_off, error) &&
         taut_atlas_read_text (self, object, where, "progression", &routine->progression, error);
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
         read_groups (self, object, where, routine, error) &&
         taut_atlas_read_dose (object, where, routine, error) &&
         read_texts (self, object, where, routine, error) &&
         read_needs (self, object, where, routine, error) &&
         taut_atlas_read_routine_picture (self, object, where, routine, error) &&
         taut_atlas_read_text (self, object, where, "source", &routine->source, error) &&
         taut_atlas_read_confidence (object, where, &routine->confidence, error);
}

gboolean
taut_atlas_load_routines (TautAtlas  *self,
                          GFile      *folder,
                          GError    **error)
{
  return taut_atlas_load_list (self, folder, "routines.json", file_members, "routines", read_routine,
                               error);
}
