/* taut-atlas-complaints.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* complaints.json
 *
 *   { "license": "...",
 *     "source": "...",
 *     "same_words": [
 *       { "words": ["pain", "ache", ...] }, ... ],    one word each that stand for one another
 *     "complaints": [
 *       { "id": "stiff_neck",
 *         "name": "Stiff neck, cannot turn the head",
 *         "phrases": ["woke up with a crick in the neck", ...],    as people say it
 *         "muscles": ["levator_scapulae", ...],       the likely ones first
 *         "areas": ["neck_angle", ...]                where it is felt
 *       }, ... ] }
 */

#define G_LOG_DOMAIN "taut-atlas-complaints"

#include "config.h"

#include "taut-atlas-private.h"

static const char *const file_members[] = { "license", "source", "same_words", "complaints", NULL };

static const char *const same_words_members[] = { "words", NULL };

static const char *const complaint_members[] = {
  "id", "name", "phrases", "muscles", "areas", NULL
};

void
taut_complaint_free (TautComplaint *complaint)
{
  if (complaint == NULL)
    return;

  g_strfreev (complaint->phrases);
  g_strfreev (complaint->muscles);
  g_strfreev (complaint->areas);
  g_free (complaint);
}

static gboolean
read_same_words (TautAtlasFile  *file,
                 JsonObject     *object,
                 GError        **error)
{
  g_autofree char *where = g_strdup_printf ("%s: same_words", file->name);
  g_auto (GStrv) words = NULL;

  g_assert (file != NULL);
  g_assert (object != NULL);

  if (!taut_json_check_members (object, where, same_words_members, error))
    return FALSE;
  words = taut_json_read_strings (object, where, "words", error);
  if (words == NULL)
    return FALSE;
  if (g_strv_length (words) < 2)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "words", "at least two words",
                            words[0] != NULL ? words[0] : "none", error);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == '\0' || strchr (words[i], ' ') != NULL)
      return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "words", "single words", words[i], error);

  g_ptr_array_add (file->atlas->same_words, g_steal_pointer (&words));
  return TRUE;
}

static gboolean
read_phrases (JsonObject     *object,
              const char     *where,
              TautComplaint  *complaint,
              GError        **error)
{
  g_assert (object != NULL);
  g_assert (complaint != NULL);

  complaint->phrases = taut_json_read_strings (object, where, "phrases", error);
  if (complaint->phrases == NULL)
    return FALSE;
  if (complaint->phrases[0] == NULL)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "phrases", "at least one phrase", "none",
                            error);

  return TRUE;
}

static gboolean
read_complaint (TautAtlasFile  *file,
                JsonObject     *object,
                GError        **error)
{
  TautAtlas *self;
  TautComplaint *complaint;
  g_autofree char *where = NULL;
  const char *id;

  g_assert (file != NULL);
  g_assert (object != NULL);

  self = file->atlas;
  if (!taut_atlas_read_id (object, file->name, &id, error))
    return FALSE;

  where = g_strdup_printf ("%s: %s", file->name, id);
  complaint = g_new0 (TautComplaint, 1);
  complaint->id = taut_atlas_keep (self, id);
  g_ptr_array_add (self->complaints, complaint);

  return taut_atlas_claim_id (self->complaints_by_id, complaint->id, complaint, where, error) &&
         taut_json_check_members (object, where, complaint_members, error) &&
         taut_atlas_read_text (self, object, where, "name", &complaint->name, error) &&
         read_phrases (object, where, complaint, error) &&
         taut_atlas_read_references (object, where, "muscles", self->muscles_by_id,
                                     "the id of a muscle", &complaint->muscles, error) &&
         taut_atlas_read_references (object, where, "areas", self->areas_by_id,
                                     "the id of an area", &complaint->areas, error);
}

gboolean
taut_atlas_load_complaints (TautAtlas  *self,
                            GFile      *folder,
                            GError    **error)
{
  g_autoptr (GFile) source = NULL;
  g_autoptr (TautAtlasFile) file = NULL;
  const char *text;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  source = g_file_get_child (folder, "complaints.json");
  file = taut_atlas_file_open (self, source, "complaints.json", file_members, error);

  return file != NULL &&
         taut_atlas_read_text (self, file->object, file->name, "source", &text, error) &&
         taut_atlas_file_read_list (file, "same_words", read_same_words, error) &&
         taut_atlas_file_read_list (file, "complaints", read_complaint, error);
}
