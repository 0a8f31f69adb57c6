/* taut-atlas-read.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-atlas-read"

#include "config.h"

#include "taut-atlas-private.h"

static const char *const confidences[] = { "low", "medium", "high", NULL };

gboolean
taut_atlas_fail (TautAtlasError   code,
                 const char      *where,
                 const char      *member,
                 const char      *expected,
                 const char      *found,
                 GError         **error)
{
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (expected != NULL, FALSE);
  g_return_val_if_fail (found != NULL, FALSE);

  g_set_error (error, TAUT_ATLAS_ERROR, code,
               "%s: field \"%s\": expected %s, found %s", where, member, expected, found);
  return FALSE;
}

const char *
taut_atlas_keep (TautAtlas  *self,
                 const char *text)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

/* Opens a file of the atlas, and sees that it has a licence and no member
 * besides @members. */
TautAtlasFile *
taut_atlas_file_open (TautAtlas          *atlas,
                      GFile              *file,
                      const char         *name,
                      const char *const  *members,
                      GError            **error)
{
  g_autoptr (TautAtlasFile) self = NULL;
  const char *license;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (members != NULL, NULL);

  self = g_new0 (TautAtlasFile, 1);
  self->atlas = atlas;
  self->name = g_strdup (name);
  self->root = taut_json_load (file, TAUT_ATLAS_MAX_BYTES, TAUT_ATLAS_MAX_DEPTH, error);
  if (self->root == NULL)
    return NULL;

  self->object = taut_json_get_object (self->root, name, error);
  if (self->object == NULL ||
      !taut_json_check_members (self->object, name, members, error) ||
      !taut_atlas_read_text (atlas, self->object, name, "license", &license, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
taut_atlas_file_close (TautAtlasFile *file)
{
  if (file == NULL)
    return;

  g_clear_pointer (&file->root, json_node_unref);
  g_free (file->name);
  g_free (file);
}

static gboolean
is_id (const char *text)
{
  g_assert (text != NULL);

  if (!g_ascii_islower (text[0]))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '_' && *c != '.')
      return FALSE;

  return TRUE;
}

gboolean
taut_atlas_file_read_list (TautAtlasFile      *file,
                           const char         *member,
                           TautAtlasReadFunc   read,
                           GError            **error)
{
  JsonArray *array;

  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (read != NULL, FALSE);

  array = taut_json_read_array (file->object, file->name, member, error);
  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = taut_atlas_get_element (array, i, file->name, member, error);

      if (object == NULL || !read (file, object, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
taut_atlas_load_list (TautAtlas          *atlas,
                      GFile              *folder,
                      const char         *name,
                      const char *const  *members,
                      const char         *list,
                      TautAtlasReadFunc   read,
                      GError            **error)
{
  g_autoptr (GFile) source = NULL;
  g_autoptr (TautAtlasFile) file = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  source = g_file_get_child (folder, name);
  file = taut_atlas_file_open (atlas, source, name, members, error);

  return file != NULL && taut_atlas_file_read_list (file, list, read, error);
}

gboolean
taut_atlas_read_id (JsonObject  *object,
                    const char  *where,
                    const char **id,
                    GError     **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!taut_json_read_string (object, where, "id", id, error))
    return FALSE;
  if (is_id (*id))
    return TRUE;

  found = g_strdup_printf ("\"%s\"", *id);
  return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "id",
                          "small letters, digits, _ and . only", found, error);
}

gboolean
taut_atlas_read_text (TautAtlas   *self,
                      JsonObject  *object,
                      const char  *where,
                      const char  *member,
                      const char **text,
                      GError     **error)
{
  const char *read;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (!taut_json_read_string (object, where, member, &read, error))
    return FALSE;

  bare = g_strstrip (g_strdup (read));
  if (bare[0] == '\0')
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, member,
                            "a text", "an empty one", error);

  *text = taut_atlas_keep (self, read);
  return TRUE;
}

gboolean
taut_atlas_read_optional_text (TautAtlas   *self,
                               JsonObject  *object,
                               const char  *where,
                               const char  *member,
                               const char **text,
                               GError     **error)
{
  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  *text = NULL;
  return !json_object_has_member (object, member) ||
         taut_atlas_read_text (self, object, where, member, text, error);
}

/* A flag that is not there is not set. */
gboolean
taut_atlas_read_flag (JsonObject  *object,
                      const char  *where,
                      const char  *member,
                      gboolean    *flag,
                      GError     **error)
{
  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (flag != NULL, FALSE);

  *flag = FALSE;
  return !json_object_has_member (object, member) ||
         taut_json_read_boolean (object, where, member, flag, error);
}

gboolean
taut_atlas_read_choice (JsonObject         *object,
                        const char         *where,
                        const char         *member,
                        const char *const  *choices,
                        guint              *choice,
                        GError            **error)
{
  const char *read;
  g_autofree char *all = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (choices != NULL, FALSE);
  g_return_val_if_fail (choice != NULL, FALSE);

  if (!taut_json_read_string (object, where, member, &read, error))
    return FALSE;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], read))
      {
        *choice = i;
        return TRUE;
      }

  all = g_strjoinv (", ", (char **) choices);
  expected = g_strdup_printf ("one of %s", all);
  found = g_strdup_printf ("\"%s\"", read);
  return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, member, expected, found, error);
}

gboolean
taut_atlas_read_confidence (JsonObject      *object,
                            const char      *where,
                            TautConfidence  *confidence,
                            GError         **error)
{
  guint choice;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (confidence != NULL, FALSE);

  if (!taut_atlas_read_choice (object, where, "confidence", confidences, &choice, error))
    return FALSE;

  *confidence = choice;
  return TRUE;
}

/* A list of ids, each one a key of @known and named once. */
gboolean
taut_atlas_read_references (JsonObject   *object,
                            const char   *where,
                            const char   *member,
                            GHashTable   *known,
                            const char   *what,
                            char       ***ids,
                            GError      **error)
{
  g_auto (GStrv) read = NULL;
  g_autofree char *expected = NULL;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (known != NULL, FALSE);
  g_return_val_if_fail (what != NULL, FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  read = taut_json_read_strings (object, where, member, error);
  if (read == NULL)
    return FALSE;

  expected = g_strdup_printf ("%s", what);
  for (guint i = 0; read[i] != NULL; i++)
    {
      g_autofree char *found = g_strdup_printf ("\"%s\"", read[i]);

      if (!g_hash_table_contains (known, read[i]))
        return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, member,
                                expected, found, error);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (read[i], read[j]))
          return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, member,
                                  "each id once", found, error);
    }

  *ids = g_steal_pointer (&read);
  return TRUE;
}

/* A list of words out of a few, each named once. */
gboolean
taut_atlas_read_words (JsonObject         *object,
                       const char         *where,
                       const char         *member,
                       const char *const  *words,
                       const char         *what,
                       char             ***read,
                       GError            **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (words != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (known, (gpointer) words[i]);

  return taut_atlas_read_references (object, where, member, known, what, read, error);
}

static gboolean
check_range (double       value,
             double       minimum,
             double       maximum,
             const char  *name,
             const char  *where,
             const char  *member,
             GError     **error)
{
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  g_assert (name != NULL);

  if (value >= minimum && value <= maximum)
    return TRUE;

  expected = g_strdup_printf ("%s from %g to %g", name, minimum, maximum);
  found = g_strdup_printf ("%g", value);
  return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, member, expected, found, error);
}

gboolean
taut_atlas_check_place (const TautSkinPoint  *place,
                        const char           *where,
                        const char           *member,
                        GError              **error)
{
  g_return_val_if_fail (place != NULL, FALSE);

  return check_range (place->u, TAUT_ATLAS_U_MIN, TAUT_ATLAS_U_MAX,
                      "u", where, member, error) &&
         check_range (place->theta, TAUT_ATLAS_THETA_MIN, TAUT_ATLAS_THETA_MAX,
                      "theta", where, member, error);
}

gboolean
taut_atlas_read_place (JsonObject     *object,
                       const char     *where,
                       const char     *member,
                       TautSkinPoint  *place,
                       GError        **error)
{
  JsonArray *array;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  array = taut_json_read_array (object, where, member, error);
  return array != NULL &&
         taut_skin_point_from_array (array, where, member, place, error) &&
         taut_atlas_check_place (place, where, member, error);
}

TautStroke *
taut_atlas_read_stroke (JsonArray   *array,
                        const char  *where,
                        const char  *member,
                        GError     **error)
{
  g_autoptr (TautStroke) stroke = NULL;

  g_return_val_if_fail (array != NULL, NULL);

  stroke = taut_stroke_from_array (array, where, member, error);
  if (stroke == NULL)
    return NULL;

  for (guint i = 0; i < stroke->n_points; i++)
    if (!taut_atlas_check_place (&stroke->points[i].at, where, member, error) ||
        !check_range (stroke->points[i].radius, TAUT_ATLAS_RADIUS_MIN_MM,
                      TAUT_ATLAS_RADIUS_MAX_MM, "radius in mm", where, member, error))
      return NULL;

  return g_steal_pointer (&stroke);
}

/* An element of a list of objects. */
JsonObject *
taut_atlas_get_element (JsonArray   *array,
                        guint        index,
                        const char  *where,
                        const char  *member,
                        GError     **error)
{
  JsonNode *node;
  g_autofree char *found = NULL;

  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (where != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  node = json_array_get_element (array, index);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  found = g_strdup_printf ("something else at number %u", index + 1);
  taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, member, "a list of objects", found, error);
  return NULL;
}

gboolean
taut_atlas_claim_id (GHashTable  *taken,
                     const char  *id,
                     gpointer     value,
                     const char  *where,
                     GError     **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (taken != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!g_hash_table_contains (taken, id))
    {
      g_hash_table_insert (taken, (gpointer) id, value);
      return TRUE;
    }

  found = g_strdup_printf ("\"%s\" a second time", id);
  return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, "id",
                          "an id of its own", found, error);
}
