/* taut-atlas-notices.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* notices.json
 *
 *   { "license": "...",
 *     "notices": [
 *       { "id": "chest",
 *         "tier": "emergency",       or urgent, clinician_first, soon, gentle
 *         "areas": ["sternum", ...], marks or zones there call for it; empty: always
 *         "text": "...",             calm, one or two sentences
 *         "source": "..."
 *       }, ... ] }
 */

#define G_LOG_DOMAIN "taut-atlas-notices"

#include "config.h"

#include "taut-atlas-private.h"

static const char *const file_members[] = { "license", "notices", NULL };

static const char *const notice_members[] = { "id", "tier", "areas", "text", "source", NULL };

/* In the order of TautTier. */
static const char *const tiers[] = {
  "emergency", "urgent", "clinician_first", "soon", "gentle", NULL
};

void
taut_notice_free (TautNotice *notice)
{
  if (notice == NULL)
    return;

  g_strfreev (notice->areas);
  g_free (notice);
}

gboolean
taut_atlas_read_tier (JsonObject  *object,
                      const char  *where,
                      TautTier    *tier,
                      GError     **error)
{
  guint choice;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (tier != NULL, FALSE);

  if (!taut_atlas_read_choice (object, where, "tier", tiers, &choice, error))
    return FALSE;

  *tier = choice;
  return TRUE;
}

static gboolean
read_notice (TautAtlasFile  *file,
             JsonObject     *object,
             GError        **error)
{
  TautAtlas *self;
  TautNotice *notice;
  g_autofree char *where = NULL;
  const char *id;

  g_assert (file != NULL);
  g_assert (object != NULL);

  self = file->atlas;
  if (!taut_atlas_read_id (object, file->name, &id, error))
    return FALSE;

  where = g_strdup_printf ("%s: %s", file->name, id);
  notice = g_new0 (TautNotice, 1);
  notice->id = taut_atlas_keep (self, id);
  g_ptr_array_add (self->notices, notice);

  return taut_atlas_claim_id (self->notices_by_id, notice->id, notice, where, error) &&
         taut_json_check_members (object, where, notice_members, error) &&
         taut_atlas_read_tier (object, where, &notice->tier, error) &&
         taut_atlas_read_references (object, where, "areas", self->areas_by_id,
                                     "the id of an area", &notice->areas, error) &&
         taut_atlas_read_text (self, object, where, "text", &notice->text, error) &&
         taut_atlas_read_text (self, object, where, "source", &notice->source, error);
}

gboolean
taut_atlas_load_notices (TautAtlas  *self,
                         GFile      *folder,
                         GError    **error)
{
  return taut_atlas_load_list (self, folder, "notices.json", file_members, "notices", read_notice,
                               error);
}
