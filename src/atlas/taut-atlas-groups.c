/* taut-atlas-groups.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* muscle-groups.json
 *
 *   { "license": "...",
 *     "groups": [
 *       { "id": "calf",
 *         "name": "calf muscles",
 *         "muscles": ["gastrocnemius", ...],  also those that the atlas does not hold yet
 *         "care": "...",             what to mind there
 *         "no_release": "...",       optional: why nobody presses there without help
 *         "source": "..."
 *       }, ... ] }
 *
 * A muscle belongs to one group. */

#define G_LOG_DOMAIN "taut-atlas-groups"

#include "config.h"

#include "taut-atlas-private.h"

static const char *const file_members[] = { "license", "groups", NULL };

static const char *const group_members[] = {
  "id", "name", "muscles", "care", "no_release", "source", NULL
};

void
taut_muscle_group_free (TautMuscleGroup *group)
{
  if (group == NULL)
    return;

  g_strfreev (group->muscles);
  g_free (group);
}

static gboolean
read_muscles (TautAtlas        *self,
              JsonObject       *object,
              const char       *where,
              TautMuscleGroup  *group,
              GError          **error)
{
  g_assert (object != NULL);
  g_assert (group != NULL);

  group->muscles = taut_json_read_strings (object, where, "muscles", error);
  if (group->muscles == NULL)
    return FALSE;
  if (group->muscles[0] == NULL)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "muscles",
                            "at least one muscle", "none", error);

  for (guint i = 0; group->muscles[i] != NULL; i++)
    {
      const char *id = group->muscles[i];
      const TautMuscleGroup *other = g_hash_table_lookup (self->group_of_muscle, id);

      if (other != NULL)
        {
          g_autofree char *found = g_strdup_printf ("\"%s\", which %s holds", id, other->id);

          return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, "muscles",
                                  "muscles in one group each, once", found, error);
        }
      g_hash_table_insert (self->group_of_muscle, (gpointer) id, group);
    }

  return TRUE;
}

static gboolean
read_group (TautAtlasFile  *file,
            JsonObject     *object,
            GError        **error)
{
  TautAtlas *self;
  TautMuscleGroup *group;
  g_autofree char *where = NULL;
  const char *source;
  const char *id;

  g_assert (file != NULL);
  g_assert (object != NULL);

  self = file->atlas;
  if (!taut_atlas_read_id (object, file->name, &id, error))
    return FALSE;

  where = g_strdup_printf ("%s: %s", file->name, id);
  group = g_new0 (TautMuscleGroup, 1);
  group->id = taut_atlas_keep (self, id);
  g_ptr_array_add (self->muscle_groups, group);

  return taut_atlas_claim_id (self->muscle_groups_by_id, group->id, group, where, error) &&
         taut_json_check_members (object, where, group_members, error) &&
         taut_atlas_read_text (self, object, where, "name", &group->name, error) &&
         read_muscles (self, object, where, group, error) &&
         taut_atlas_read_text (self, object, where, "care", &group->care, error) &&
         taut_atlas_read_optional_text (self, object, where, "no_release",
                                        &group->no_release, error) &&
         taut_atlas_read_text (self, object, where, "source", &source, error);
}

gboolean
taut_atlas_load_muscle_groups (TautAtlas  *self,
                               GFile      *folder,
                               GError    **error)
{
  return taut_atlas_load_list (self, folder, "muscle-groups.json", file_members, "groups", read_group,
                               error);
}
