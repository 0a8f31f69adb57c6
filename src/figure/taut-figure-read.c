/* taut-figure-read.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-figure-read"

#include "config.h"

#include "taut-figure-read.h"

#define MAX_FILE_BYTES (1024 * 1024)
#define MAX_FILE_DEPTH 12

/* Larger numbers can only be mistakes. */
#define MAX_NUMBER 10000.0

gboolean
taut_read_fail (GError     **error,
                const char  *where,
                const char  *member,
                const char  *expected,
                const char  *found)
{
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  g_set_error (error, TAUT_FIGURE_ERROR, TAUT_FIGURE_ERROR_DATA,
               "%s: field \"%s\": expected %s, found %s", where, member, expected, found);
  return FALSE;
}

JsonNode *
taut_read_file (GFile              *file,
                const char *const  *known,
                char              **where,
                JsonObject        **object,
                GError            **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  const char *license;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (known != NULL, NULL);

  *where = g_file_get_basename (file);
  root = taut_json_load (file, MAX_FILE_BYTES, MAX_FILE_DEPTH, error);
  if (root == NULL)
    return NULL;

  *object = taut_json_get_object (root, *where, error);
  if (*object == NULL)
    return NULL;

  g_ptr_array_add (members, (gpointer) "license");
  for (guint i = 0; known[i] != NULL; i++)
    g_ptr_array_add (members, (gpointer) known[i]);
  g_ptr_array_add (members, NULL);
  if (!taut_json_check_members (*object, *where, (const char *const *) members->pdata, error) ||
      !taut_json_read_string (*object, *where, "license", &license, error))
    return NULL;

  return g_steal_pointer (&root);
}

gboolean
taut_read_numbers (JsonObject  *object,
                   const char  *where,
                   const char  *member,
                   guint        count,
                   double      *values,
                   GError     **error)
{
  JsonArray *array;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (values != NULL, FALSE);

  array = taut_json_read_array (object, where, member, error);
  if (array == NULL)
    return FALSE;

  if (json_array_get_length (array) != count)
    {
      g_autofree char *expected = g_strdup_printf ("%u numbers", count);
      g_autofree char *found = g_strdup_printf ("%u", json_array_get_length (array));

      return taut_read_fail (error, where, member, expected, found);
    }

  for (guint i = 0; i < count; i++)
    if (!taut_json_element_number (array, i, where, member, -MAX_NUMBER, MAX_NUMBER, &values[i],
                                   error))
      return FALSE;

  return TRUE;
}

gboolean
taut_read_vector (JsonObject  *object,
                  const char  *where,
                  const char  *member,
                  TautVector  *value,
                  GError     **error)
{
  double numbers[3];

  g_return_val_if_fail (value != NULL, FALSE);

  if (!taut_read_numbers (object, where, member, 3, numbers, error))
    return FALSE;

  *value = (TautVector) { numbers[0], numbers[1], numbers[2] };
  return TRUE;
}

gboolean
taut_read_optional_numbers (JsonObject  *object,
                            const char  *where,
                            const char  *member,
                            guint        count,
                            double      *values,
                            GError     **error)
{
  g_return_val_if_fail (object != NULL, FALSE);

  return !json_object_has_member (object, member) ||
         taut_read_numbers (object, where, member, count, values, error);
}

gboolean
taut_read_optional_number (JsonObject  *object,
                           const char  *where,
                           const char  *member,
                           double      *value,
                           GError     **error)
{
  g_return_val_if_fail (object != NULL, FALSE);

  return !json_object_has_member (object, member) ||
         taut_json_read_number (object, where, member, -MAX_NUMBER, MAX_NUMBER, value, error);
}

gboolean
taut_read_optional_boolean (JsonObject  *object,
                            const char  *where,
                            const char  *member,
                            gboolean    *value,
                            GError     **error)
{
  g_return_val_if_fail (object != NULL, FALSE);

  return !json_object_has_member (object, member) ||
         taut_json_read_boolean (object, where, member, value, error);
}

JsonObject *
taut_read_element (JsonArray   *array,
                   guint        index,
                   const char  *where,
                   const char  *member,
                   GError     **error)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (array != NULL, NULL);

  place = g_strdup_printf ("%s: %s[%u]", where, member, index);
  return taut_json_get_object (json_array_get_element (array, index), place, error);
}

gboolean
taut_read_joint (TautFigure  *figure,
                 JsonObject  *object,
                 const char  *where,
                 const char  *member,
                 int         *joint,
                 GError     **error)
{
  const char *id;

  g_return_val_if_fail (figure != NULL, FALSE);
  g_return_val_if_fail (joint != NULL, FALSE);

  if (!taut_json_read_string (object, where, member, &id, error))
    return FALSE;

  *joint = taut_figure_find_joint (figure, id);
  if (*joint == TAUT_NO_INDEX)
    return taut_read_fail (error, where, member, "the id of a joint named before", id);

  return TRUE;
}
