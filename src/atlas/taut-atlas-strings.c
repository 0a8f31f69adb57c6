/* taut-atlas-strings.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes the texts of the atlas as C that is never compiled, for gettext, which
 * cannot read JSON:
 *
 *   taut-atlas-strings ATLAS_FOLDER OUTPUT
 *
 * Each text stands once for each context. */

#define G_LOG_DOMAIN "taut-atlas-strings"

#include "config.h"

#include "taut-file.h"
#include "taut-json.h"

#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_DEPTH 32

typedef struct
{
  GString *text;
  GHashTable *seen;
} Output;

static void
append_literal (GString    *text,
                const char *string)
{
  g_assert (text != NULL);
  g_assert (string != NULL);

  g_string_append_c (text, '"');
  for (const char *c = string; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (text, '\\');
      if (*c == '\n')
        g_string_append (text, "\\n");
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

static void
add_text (Output     *output,
          const char *context,
          const char *string)
{
  g_autofree char *key = NULL;

  g_assert (output != NULL);

  key = g_strconcat (context, "\004", string, NULL);
  if (!g_hash_table_add (output->seen, g_steal_pointer (&key)))
    return;

  g_string_append_printf (output->text, "KB_(\"%s\", ", context);
  append_literal (output->text, string);
  g_string_append (output->text, ")\n");
}

/* A member may be absent, a text, or a list of texts. */
static void
add_member (Output     *output,
            JsonObject *object,
            const char *context,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  g_assert (output != NULL);

  if (node == NULL)
    return;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        add_text (output, context, json_array_get_string_element (array, i));
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    add_text (output, context, json_node_get_string (node));
}

static void
add_list (Output            *output,
          JsonObject        *root,
          const char        *list,
          const char        *context,
          const char *const *members)
{
  JsonArray *array;

  g_assert (output != NULL);

  if (!json_object_has_member (root, list))
    return;

  array = json_object_get_array_member (root, list);
  for (guint i = 0; i < json_array_get_length (array); i++)
    for (guint j = 0; members[j] != NULL; j++)
      add_member (output, json_array_get_object_element (array, i), context, members[j]);
}

static gboolean
add_file (Output  *output,
          GFile   *file,
          GError **error)
{
  static const char *const names[] = { "name", NULL };
  static const char *const of_points[] = { "name", "location", "note", NULL };
  static const char *const of_routines[] = { "name", "steps", "feel", "stop", "keep_off",
                                              "progression", "at_home", "position", NULL };
  static const char *const of_groups[] = { "name", "care", "no_release", NULL };
  static const char *const of_notices[] = { "text", NULL };
  static const char *const of_questions[] = { "topic", "text", "detail", "advice", NULL };
  static const char *const of_precautions[] = { "reason", NULL };
  static const char *const of_complaints[] = { "name", "phrases", NULL };
  g_autoptr (JsonNode) node = taut_json_load (file, MAX_BYTES, MAX_DEPTH, error);
  g_autofree char *where = g_file_get_basename (file);
  JsonObject *root;

  g_assert (output != NULL);

  if (node == NULL)
    return FALSE;
  root = taut_json_get_object (node, where, error);
  if (root == NULL)
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    add_member (output, root, "muscle", names[i]);
  add_member (output, root, "muscle", "symptoms");
  add_member (output, root, "muscle", "activation");
  add_member (output, root, "muscle", "no_pattern");
  add_list (output, root, "areas", "area", names);
  add_list (output, root, "points", "point", of_points);
  add_list (output, root, "groups", "muscle-group", of_groups);
  add_list (output, root, "routines", "routine", of_routines);
  add_list (output, root, "notices", "notice", of_notices);
  add_list (output, root, "questions", "question", of_questions);
  add_list (output, root, "signs", "question", of_questions);
  add_list (output, root, "precautions", "precaution", of_precautions);
  add_list (output, root, "complaints", "complaint", of_complaints);

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The files of the folder muscles, by name. */
static GPtrArray *
list_files (const char  *folder,
            GError     **error)
{
  g_autofree char *muscles = g_build_filename (folder, "muscles", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (muscles, 0, error);
  const char *name;

  g_assert (folder != NULL);

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (files, g_build_filename (muscles, name, NULL));
  g_ptr_array_sort (files, compare_names);

  g_ptr_array_insert (files, 0, g_build_filename (folder, "areas.json", NULL));
  g_ptr_array_add (files, g_build_filename (folder, "muscle-groups.json", NULL));
  g_ptr_array_add (files, g_build_filename (folder, "routines.json", NULL));
  g_ptr_array_add (files, g_build_filename (folder, "notices.json", NULL));
  g_ptr_array_add (files, g_build_filename (folder, "questions.json", NULL));
  g_ptr_array_add (files, g_build_filename (folder, "precautions.json", NULL));
  g_ptr_array_add (files, g_build_filename (folder, "complaints.json", NULL));

  return g_steal_pointer (&files);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = NULL;
  g_autoptr (GPtrArray) files = NULL;
  Output output;

  if (argc != 3)
    {
      g_printerr ("Usage: taut-atlas-strings ATLAS_FOLDER OUTPUT\n");
      return 2;
    }

  text = g_string_new ("/* The texts of the atlas, for gettext; made by taut-atlas-strings.\n"
                       " * SPDX-License-Identifier: GPL-3.0-or-later */\n");
  output = (Output) { text, seen };

  files = list_files (argv[1], &error);
  for (guint i = 0; files != NULL && error == NULL && i < files->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (g_ptr_array_index (files, i));

      add_file (&output, file, &error);
    }
  if (error == NULL)
    taut_file_replace (argv[2], text->str, text->len, 0644, &error);
  if (error != NULL)
    {
      g_printerr ("taut-atlas-strings: %s\n", error->message);
      return 1;
    }

  return 0;
}
