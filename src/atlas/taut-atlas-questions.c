/* taut-atlas-questions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* questions.json
 *
 *   { "license": "...",
 *     "questions": [                 about health, in the order of the form; those of
 *                                    one topic follow each other
 *       { "id": "osteoporosis",
 *         "topic": "Bones and joints",
 *         "text": "...",             answered with yes or no
 *         "detail": "...",           optional: a line that explains it
 *         "source": "..."
 *       }, ... ],
 *     "signs": [                     warning signs
 *       { "id": "head_sudden",
 *         "topic": "Headache",
 *         "tier": "emergency",       or urgent: what yes means
 *         "areas": ["temple", ...],  marks or zones there ask for it; at least one
 *         "text": "...",             a statement that is true or not
 *         "detail": "...",           optional
 *         "advice": "...",           what to do when it is true, in calm words
 *         "source": "..."
 *       }, ... ] }
 */

#define G_LOG_DOMAIN "taut-atlas-questions"

#include "config.h"

#include "taut-atlas-private.h"

static const char *const file_members[] = { "license", "questions", "signs", NULL };

static const char *const question_members[] = { "id", "topic", "text", "detail", "source", NULL };

static const char *const sign_members[] = {
  "id", "topic", "tier", "areas", "text", "detail", "advice", "source", NULL
};

void
taut_question_free (TautQuestion *question)
{
  if (question == NULL)
    return;

  g_strfreev (question->areas);
  g_free (question);
}

static gboolean
read_sign (TautAtlas     *self,
           JsonObject    *object,
           const char    *where,
           TautQuestion  *sign,
           GError       **error)
{
  g_assert (object != NULL);
  g_assert (sign != NULL);

  if (!taut_atlas_read_tier (object, where, &sign->tier, error))
    return FALSE;
  if (sign->tier > TAUT_TIER_URGENT)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "tier",
                            "emergency or urgent", "a milder one", error);

  if (!taut_atlas_read_references (object, where, "areas", self->areas_by_id,
                                   "the id of an area", &sign->areas, error))
    return FALSE;
  if (sign->areas[0] == NULL)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "areas",
                            "at least one area", "none", error);

  return taut_atlas_read_text (self, object, where, "advice", &sign->advice, error);
}

/* A question about health has no areas. */
static gboolean
read_health_question (TautQuestion *question)
{
  g_assert (question != NULL);

  question->tier = TAUT_TIER_CLINICIAN_FIRST;
  question->areas = g_new0 (char *, 1);
  return TRUE;
}

static gboolean
read_question (TautAtlasFile  *file,
               JsonObject     *object,
               gboolean        is_sign,
               GError        **error)
{
  TautAtlas *self;
  TautQuestion *question;
  g_autofree char *where = NULL;
  const char *id;

  g_assert (file != NULL);
  g_assert (object != NULL);

  self = file->atlas;
  if (!taut_atlas_read_id (object, file->name, &id, error))
    return FALSE;

  where = g_strdup_printf ("%s: %s", file->name, id);
  question = g_new0 (TautQuestion, 1);
  question->id = taut_atlas_keep (self, id);
  g_ptr_array_add (self->questions, question);

  return taut_atlas_claim_id (self->questions_by_id, question->id, question, where, error) &&
         taut_json_check_members (object, where, is_sign ? sign_members : question_members,
                                  error) &&
         taut_atlas_read_text (self, object, where, "topic", &question->topic, error) &&
         taut_atlas_read_text (self, object, where, "text", &question->text, error) &&
         taut_atlas_read_optional_text (self, object, where, "detail",
                                        &question->detail, error) &&
         (is_sign ? read_sign (self, object, where, question, error)
                  : read_health_question (question)) &&
         taut_atlas_read_text (self, object, where, "source", &question->source, error);
}

static gboolean
read_health (TautAtlasFile  *file,
             JsonObject     *object,
             GError        **error)
{
  return read_question (file, object, FALSE, error);
}

static gboolean
read_warning (TautAtlasFile  *file,
              JsonObject     *object,
              GError        **error)
{
  return read_question (file, object, TRUE, error);
}

gboolean
taut_atlas_load_questions (TautAtlas  *self,
                           GFile      *folder,
                           GError    **error)
{
  g_autoptr (GFile) source = NULL;
  g_autoptr (TautAtlasFile) file = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  source = g_file_get_child (folder, "questions.json");
  file = taut_atlas_file_open (self, source, "questions.json", file_members, error);

  return file != NULL &&
         taut_atlas_file_read_list (file, "questions", read_health, error) &&
         taut_atlas_file_read_list (file, "signs", read_warning, error);
}
