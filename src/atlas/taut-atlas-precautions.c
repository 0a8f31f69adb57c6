/* taut-atlas-precautions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* precautions.json
 *
 *   { "license": "...",
 *     "precautions": [
 *       { "id": "osteoporosis_ribs",
 *         "question": "osteoporosis", optional: yes to it calls for the rule; without
 *                                    it the rule holds for everybody
 *         "areas": ["breast", ...],  optional: only when a mark lies in one of these
 *         "groups": ["jaw", ...],    optional: routines for one of these
 *         "kinds": ["heat", ...],    optional: routines of one of these kinds
 *         "tags": ["rib_load", ...], optional: routines with one of these tags
 *                                    (a rule has groups, kinds or tags)
 *         "effect": "leave_out",     or soften, or refer: ask a clinician first
 *         "pressure": 3,             with soften only, at least one of these: the most
 *         "hold": 20,                pressure, the longest hold in seconds, the most
 *         "repetitions": 2,          repetitions
 *         "general": true,           optional: also with no routine that it refuses
 *         "reason": "because of osteoporosis",
 *         "source": "..."
 *       }, ... ] }
 */

#define G_LOG_DOMAIN "taut-atlas-precautions"

#include "config.h"

#include "taut-atlas-private.h"

#define PRESSURE_MOST 10
#define HOLD_MOST 1800
#define REPETITIONS_MOST 100

static const char *const file_members[] = { "license", "precautions", NULL };

static const char *const precaution_members[] = {
  "id", "question", "areas", "groups", "kinds", "tags", "effect", "pressure", "hold", "repetitions",
  "general", "reason", "source", NULL
};

/* In the order of TautEffect. */
static const char *const effects[] = { "soften", "leave_out", "refer", NULL };

void
taut_precaution_free (TautPrecaution *precaution)
{
  if (precaution == NULL)
    return;

  g_strfreev (precaution->groups);
  g_strfreev (precaution->areas);
  g_strfreev (precaution->tags);
  g_free (precaution);
}

static gboolean
read_question (TautAtlas       *self,
               JsonObject      *object,
               const char      *where,
               TautPrecaution  *rule,
               GError         **error)
{
  const TautQuestion *question;
  g_autofree char *found = NULL;
  const char *id;

  g_assert (object != NULL);
  g_assert (rule != NULL);

  if (!json_object_has_member (object, "question"))
    return TRUE;
  if (!taut_json_read_string (object, where, "question", &id, error))
    return FALSE;

  question = g_hash_table_lookup (self->questions_by_id, id);
  if (question != NULL && question->areas[0] == NULL)
    {
      rule->question = question->id;
      return TRUE;
    }

  found = g_strdup_printf ("\"%s\"", id);
  return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, "question",
                          "the id of a question about health", found, error);
}

/* A list that may be missing, but is not empty where it is there. */
static gboolean
read_ids (JsonObject   *object,
          const char   *where,
          const char   *member,
          GHashTable   *known,
          const char   *what,
          char       ***ids,
          GError      **error)
{
  g_assert (object != NULL);
  g_assert (ids != NULL);

  if (!json_object_has_member (object, member))
    {
      *ids = g_new0 (char *, 1);
      return TRUE;
    }

  if (!taut_atlas_read_references (object, where, member, known, what, ids, error))
    return FALSE;
  return (*ids)[0] != NULL ||
         taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, member,
                          "at least one id, or no list", "an empty one", error);
}

static gboolean
read_kinds (JsonObject   *object,
            const char   *where,
            guint        *mask,
            GError      **error)
{
  const char *const *kinds = taut_atlas_list_kinds ();
  g_auto (GStrv) read = NULL;

  g_assert (object != NULL);
  g_assert (mask != NULL);

  if (!json_object_has_member (object, "kinds"))
    return TRUE;
  if (!taut_atlas_read_words (object, where, "kinds", kinds, "kinds of routines", &read, error))
    return FALSE;

  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) read, kinds[i]))
      *mask |= 1u << i;
  return TRUE;
}

static gboolean
read_tags (JsonObject   *object,
           const char   *where,
           char       ***tags,
           GError      **error)
{
  g_assert (object != NULL);
  g_assert (tags != NULL);

  if (json_object_has_member (object, "tags"))
    return taut_atlas_read_words (object, where, "tags", taut_atlas_list_tags (),
                                  "tags of routines", tags, error);

  *tags = g_new0 (char *, 1);
  return TRUE;
}

/* Which routines it is about. */
static gboolean
read_subject (TautAtlas       *self,
              JsonObject      *object,
              const char      *where,
              TautPrecaution  *rule,
              GError         **error)
{
  g_assert (object != NULL);
  g_assert (rule != NULL);

  if (!read_ids (object, where, "areas", self->areas_by_id, "the id of an area",
                 &rule->areas, error) ||
      !read_ids (object, where, "groups", self->muscle_groups_by_id, "the id of a muscle group",
                 &rule->groups, error) ||
      !read_kinds (object, where, &rule->kinds, error) ||
      !read_tags (object, where, &rule->tags, error))
    return FALSE;

  return rule->groups[0] != NULL || rule->kinds != 0 || rule->tags[0] != NULL ||
         taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "tags",
                          "groups, kinds or tags", "none of them", error);
}

/* A limit that may be missing: then it is 0. */
static gboolean
read_limit (JsonObject  *object,
            const char  *where,
            const char  *member,
            guint        maximum,
            guint       *limit,
            GError     **error)
{
  gint64 value = 0;

  g_assert (object != NULL);
  g_assert (limit != NULL);

  if (json_object_has_member (object, member) &&
      !taut_json_read_integer (object, where, member, 1, maximum, &value, error))
    return FALSE;

  *limit = (guint) value;
  return TRUE;
}

static gboolean
read_effect (JsonObject      *object,
             const char      *where,
             TautPrecaution  *rule,
             GError         **error)
{
  gboolean limited;
  guint effect;

  g_assert (object != NULL);
  g_assert (rule != NULL);

  if (!taut_atlas_read_choice (object, where, "effect", effects, &effect, error) ||
      !read_limit (object, where, "pressure", PRESSURE_MOST, &rule->pressure_most, error) ||
      !read_limit (object, where, "hold", HOLD_MOST, &rule->hold_most, error) ||
      !read_limit (object, where, "repetitions", REPETITIONS_MOST, &rule->repetitions_most, error))
    return FALSE;

  rule->effect = effect;
  limited = rule->pressure_most + rule->hold_most + rule->repetitions_most > 0;
  if (limited == (rule->effect == TAUT_EFFECT_SOFTEN))
    return TRUE;

  return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "effect",
                          "pressure, hold or repetitions with soften, and only with it",
                          limited ? "a limit" : "none", error);
}

static gboolean
read_precaution (TautAtlasFile  *file,
                 JsonObject     *object,
                 GError        **error)
{
  TautAtlas *self;
  TautPrecaution *rule;
  g_autofree char *where = NULL;
  const char *id;

  g_assert (file != NULL);
  g_assert (object != NULL);

  self = file->atlas;
  if (!taut_atlas_read_id (object, file->name, &id, error))
    return FALSE;

  where = g_strdup_printf ("%s: %s", file->name, id);
  rule = g_new0 (TautPrecaution, 1);
  rule->id = taut_atlas_keep (self, id);
  g_ptr_array_add (self->precautions, rule);

  return taut_atlas_claim_id (self->precautions_by_id, rule->id, rule, where, error) &&
         taut_json_check_members (object, where, precaution_members, error) &&
         read_question (self, object, where, rule, error) &&
         read_subject (self, object, where, rule, error) &&
         read_effect (object, where, rule, error) &&
         taut_atlas_read_flag (object, where, "general", &rule->general, error) &&
         taut_atlas_read_text (self, object, where, "reason", &rule->reason, error) &&
         taut_atlas_read_text (self, object, where, "source", &rule->source, error);
}

gboolean
taut_atlas_load_precautions (TautAtlas  *self,
                             GFile      *folder,
                             GError    **error)
{
  return taut_atlas_load_list (self, folder, "precautions.json", file_members, "precautions",
                               read_precaution, error);
}
