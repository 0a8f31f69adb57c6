/* taut-json-text.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* json-glib writes 0.05 as 0.050000000000000003. Files that people read and
 * compare are written here. */

#define G_LOG_DOMAIN "taut-json-text"

#include "config.h"

#include "taut-json.h"

#define INDENT 2

typedef struct
{
  GString *text;
  gboolean pretty;
  guint level;
} Writer;

static void write_node (Writer   *writer,
                        JsonNode *node);

static void
start_line (Writer *writer)
{
  g_assert (writer != NULL);

  if (!writer->pretty)
    return;

  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->level * INDENT; i++)
    g_string_append_c (writer->text, ' ');
}

static void
write_string (Writer     *writer,
              const char *string)
{
  static const char escapes[] = "\bb\ff\nn\rr\tt\"\"\\\\";

  g_assert (writer != NULL);
  g_assert (string != NULL);

  g_string_append_c (writer->text, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      const char *escape = NULL;

      for (guint i = 0; escape == NULL && escapes[i] != '\0'; i += 2)
        escape = escapes[i] == *p ? escapes + i + 1 : NULL;

      if (escape != NULL)
        g_string_append_printf (writer->text, "\\%c", *escape);
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (writer->text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (writer->text, *p);
    }
  g_string_append_c (writer->text, '"');
}

/* The first of 15, 16 or 17 digits that reads back as @number. */
static void
write_double (Writer *writer,
              double  number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (writer != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], number);
      if (g_ascii_strtod (digits, NULL) == number)
        break;
    }
  g_string_append (writer->text, digits);
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (writer->text, ".0");
}

static void
write_object (Writer     *writer,
              JsonObject *object)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;
  gboolean first = TRUE;

  g_assert (writer != NULL);
  g_assert (object != NULL);

  g_string_append_c (writer->text, '{');
  writer->level++;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (!first)
        g_string_append_c (writer->text, ',');
      first = FALSE;
      start_line (writer);
      write_string (writer, member);
      g_string_append (writer->text, writer->pretty ? ": " : ":");
      write_node (writer, node);
    }
  writer->level--;
  if (!first)
    start_line (writer);
  g_string_append_c (writer->text, '}');
}

static void
write_array (Writer    *writer,
             JsonArray *array)
{
  guint n = json_array_get_length (array);

  g_assert (writer != NULL);

  g_string_append_c (writer->text, '[');
  writer->level++;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      start_line (writer);
      write_node (writer, json_array_get_element (array, i));
    }
  writer->level--;
  if (n > 0)
    start_line (writer);
  g_string_append_c (writer->text, ']');
}

static void
write_value (Writer   *writer,
             JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  g_assert (writer != NULL);

  if (type == G_TYPE_STRING)
    write_string (writer, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (writer->text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE)
    write_double (writer, json_node_get_double (node));
  else
    g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

static void
write_node (Writer   *writer,
            JsonNode *node)
{
  g_assert (writer != NULL);
  g_assert (node != NULL);

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (writer, json_node_get_object (node));
      break;

    case JSON_NODE_ARRAY:
      write_array (writer, json_node_get_array (node));
      break;

    case JSON_NODE_VALUE:
      write_value (writer, node);
      break;

    case JSON_NODE_NULL:
      g_string_append (writer->text, "null");
      break;

    default:
      g_assert_not_reached ();
    }
}

GString *
taut_json_to_text (JsonNode *node,
                   gboolean  pretty)
{
  Writer writer = { .pretty = pretty };

  g_return_val_if_fail (node != NULL, NULL);

  writer.text = g_string_new (NULL);
  write_node (&writer, node);
  if (pretty)
    g_string_append_c (writer.text, '\n');

  return writer.text;
}
