/* taut-json.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-json"

#include "config.h"

#include "taut-json.h"

#include <math.h>

#include "taut-json-scan.h"

#define CHUNK_BYTES (64 * 1024)

/* Whole numbers up to here are exact as doubles: 2^53. */
#define EXACT_LIMIT 9007199254740992.0

G_DEFINE_QUARK (taut-json-error-quark, taut_json_error)

/* Reading */

static gboolean
check_text (GBytes      *bytes,
            const char  *origin,
            gsize        max_bytes,
            GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *bad;

  g_assert (origin != NULL);

  if (size == 0)
    {
      g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_SIZE, "%s: the file is empty", origin);
      return FALSE;
    }
  if (size > max_bytes)
    {
      g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_SIZE,
                   "%s: larger than the %" G_GSIZE_FORMAT " bytes allowed", origin, max_bytes);
      return FALSE;
    }
  if (!g_utf8_validate_len (data, size, &bad))
    {
      g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_ENCODING,
                   "%s: not UTF-8 text at byte %" G_GSIZE_FORMAT, origin, (gsize) (bad - data));
      return FALSE;
    }

  return TRUE;
}

/* Parses @bytes, at most @max_bytes of UTF-8 nested at most @max_depth (and 1000)
 * levels, strictly: two equal members or a number that would be changed by being
 * read are errors. @origin names the file in messages. (transfer full) */
JsonNode *
taut_json_parse (GBytes      *bytes,
                 const char  *origin,
                 gsize        max_bytes,
                 guint        max_depth,
                 GError     **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) cause = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (origin != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!check_text (bytes, origin, max_bytes, error)
      || !taut_json_scan (data, size, origin, max_depth, error))
    return NULL;

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, data, size, &cause))
    {
      g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_SYNTAX,
                   "%s: line %u: not valid JSON", origin,
                   json_parser_get_current_line (parser));
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/* Up to @max_bytes + 1 bytes, so that a file without end cannot fill the memory. */
static GBytes *
read_bytes (GFile   *file,
            gsize    max_bytes,
            GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) data = g_byte_array_new ();

  if (stream == NULL)
    return NULL;

  while (data->len <= max_bytes)
    {
      guint length = data->len;
      gsize wanted = MIN (CHUNK_BYTES, max_bytes + 1 - length);
      gssize n;

      g_byte_array_set_size (data, length + wanted);
      n = g_input_stream_read (G_INPUT_STREAM (stream), data->data + length, wanted, NULL, error);
      if (n < 0)
        return NULL;
      g_byte_array_set_size (data, length + n);
      if (n == 0)
        break;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

JsonNode *
taut_json_load (GFile   *file,
                gsize    max_bytes,
                guint    max_depth,
                GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *origin = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (max_bytes < G_MAXUINT, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  origin = g_file_get_parse_name (file);
  bytes = read_bytes (file, max_bytes, &cause);
  if (bytes == NULL)
    {
      g_set_error (error, cause->domain, cause->code, "%s: %s", origin, cause->message);
      return NULL;
    }

  return taut_json_parse (bytes, origin, max_bytes, max_depth, error);
}

/* Members */

static char *
describe_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", value));
}

/* Long texts are cut at a whole character; a message keeps to one line. */
static char *
describe_text (const char *text)
{
  g_autofree char *head = NULL;

  g_assert (text != NULL);

  head = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));
  for (char *p = head; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20)
        *p = ' ';
    }

  return g_strdup_printf ("\"%s\"%s", head, strlen (head) < strlen (text) ? "..." : "");
}

/* What an error says it found. */
static char *
describe (JsonNode *node)
{
  GType type;

  if (node == NULL)
    return g_strdup ("nothing");
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup ("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup ("a list");
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("null");

  type = json_node_get_value_type (node);
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    return describe_number (json_node_get_double (node));

  return describe_text (json_node_get_string (node));
}

static void
set_member_error (GError     **error,
                  const char  *where,
                  const char  *member,
                  const char  *expected,
                  JsonNode    *node)
{
  g_autofree char *found = describe (node);

  g_assert (where != NULL);
  g_assert (member != NULL);
  g_assert (expected != NULL);

  g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER,
               "%s: field \"%s\": expected %s, found %s", where, member, expected, found);
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return node != NULL
         && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == type;
}

/* (transfer none) */
JsonObject *
taut_json_get_object (JsonNode    *node,
                      const char  *where,
                      GError     **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (where != NULL, NULL);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  found = describe (node);
  g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER,
               "%s: expected an object, found %s", where, found);

  return NULL;
}

/* @value stays with @object. */
gboolean
taut_json_read_string (JsonObject  *object,
                       const char  *where,
                       const char  *member,
                       const char **value,
                       GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  node = json_object_get_member (object, member);
  if (!holds (node, G_TYPE_STRING))
    {
      set_member_error (error, where, member, "a text", node);
      return FALSE;
    }

  *value = json_node_get_string (node);

  return TRUE;
}

static gboolean
read_node_number (JsonNode    *node,
                  const char  *where,
                  const char  *member,
                  double       minimum,
                  double       maximum,
                  double      *value,
                  GError     **error)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *expected = NULL;

  g_assert (value != NULL);

  if (holds (node, G_TYPE_INT64) || holds (node, G_TYPE_DOUBLE))
    {
      double number = json_node_get_double (node);

      if (isfinite (number) && number >= minimum && number <= maximum)
        {
          *value = number;
          return TRUE;
        }
    }

  low = describe_number (minimum);
  high = describe_number (maximum);
  expected = g_strdup_printf ("a number from %s to %s", low, high);
  set_member_error (error, where, member, expected, node);

  return FALSE;
}

gboolean
taut_json_read_number (JsonObject  *object,
                       const char  *where,
                       const char  *member,
                       double       minimum,
                       double       maximum,
                       double      *value,
                       GError     **error)
{
  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  return read_node_number (json_object_get_member (object, member), where, member,
                           minimum, maximum, value, error);
}

/* 3.0 is a whole number too: JSON knows but one kind. */
static gboolean
get_whole (JsonNode *node,
           gint64   *whole)
{
  double number;

  g_assert (whole != NULL);

  if (holds (node, G_TYPE_INT64))
    {
      *whole = json_node_get_int (node);
      return TRUE;
    }
  if (!holds (node, G_TYPE_DOUBLE))
    return FALSE;

  number = json_node_get_double (node);
  if (!(fabs (number) <= EXACT_LIMIT) || number != floor (number))
    return FALSE;

  *whole = (gint64) number;

  return TRUE;
}

gboolean
taut_json_read_integer (JsonObject  *object,
                        const char  *where,
                        const char  *member,
                        gint64       minimum,
                        gint64       maximum,
                        gint64      *value,
                        GError     **error)
{
  g_autofree char *expected = NULL;
  JsonNode *node;
  gint64 whole;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  node = json_object_get_member (object, member);
  if (get_whole (node, &whole) && whole >= minimum && whole <= maximum)
    {
      *value = whole;
      return TRUE;
    }

  expected = g_strdup_printf ("a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT,
                              minimum, maximum);
  set_member_error (error, where, member, expected, node);

  return FALSE;
}

gboolean
taut_json_read_boolean (JsonObject  *object,
                        const char  *where,
                        const char  *member,
                        gboolean    *value,
                        GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  node = json_object_get_member (object, member);
  if (!holds (node, G_TYPE_BOOLEAN))
    {
      set_member_error (error, where, member, "true or false", node);
      return FALSE;
    }

  *value = json_node_get_boolean (node);

  return TRUE;
}

/* (transfer none) */
JsonArray *
taut_json_read_array (JsonObject  *object,
                      const char  *where,
                      const char  *member,
                      GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (where != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  node = json_object_get_member (object, member);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  set_member_error (error, where, member, "a list", node);

  return NULL;
}

/* (transfer none) */
JsonObject *
taut_json_read_object (JsonObject  *object,
                       const char  *where,
                       const char  *member,
                       GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (where != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  node = json_object_get_member (object, member);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  set_member_error (error, where, member, "an object", node);

  return NULL;
}

/* A list of texts. (transfer full) */
char **
taut_json_read_strings (JsonObject  *object,
                        const char  *where,
                        const char  *member,
                        GError     **error)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  JsonArray *array;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (where != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  array = taut_json_read_array (object, where, member, error);
  if (array == NULL)
    return NULL;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!holds (node, G_TYPE_STRING))
        {
          g_autofree char *element = g_strdup_printf ("%s[%u]", member, i);

          set_member_error (error, where, element, "a text", node);
          return NULL;
        }
      g_strv_builder_add (builder, json_node_get_string (node));
    }

  return g_strv_builder_end (builder);
}

/* Fails when @object has a member that @known, NULL-terminated, does not name. */
gboolean
taut_json_check_members (JsonObject         *object,
                         const char         *where,
                         const char *const  *known,
                         GError            **error)
{
  JsonObjectIter iter;
  const char *member;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (known != NULL, FALSE);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, NULL))
    {
      if (!g_strv_contains (known, member))
        {
          g_autofree char *list = g_strjoinv (", ", (char **) known);
          g_autofree char *name = describe_text (member);

          g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER,
                       "%s: field %s: expected one of %s, found an unknown field",
                       where, name, list);
          return FALSE;
        }
    }

  return TRUE;
}

/* @member names the array in messages. */
gboolean
taut_json_element_number (JsonArray   *array,
                          guint        index,
                          const char  *where,
                          const char  *member,
                          double       minimum,
                          double       maximum,
                          double      *value,
                          GError     **error)
{
  g_autofree char *element = NULL;
  JsonNode *node = NULL;

  g_return_val_if_fail (array != NULL, FALSE);
  g_return_val_if_fail (where != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (index < json_array_get_length (array))
    node = json_array_get_element (array, index);
  element = g_strdup_printf ("%s[%u]", member, index);

  return read_node_number (node, where, element, minimum, maximum, value, error);
}
