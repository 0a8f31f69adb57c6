/* taut-command-line.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-command-line"

#include "config.h"

#include "taut-command-line.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "taut-command-line-private.h"
#include "taut-json.h"
#include "taut-record-json.h"

#define HELP \
  "Tautline: a body chart that shows where a tender spot refers pain\n" \
  "\n" \
  "Usage:\n" \
  "  tautline [FILE]                              the app; FILE is a record that it\n" \
  "                                               opens and saves into\n" \
  "  tautline areas [--json]                      the areas of the skin\n" \
  "  tautline muscles [--json]                    the muscles of the atlas\n" \
  "  tautline points [--json]                     their trigger points\n" \
  "  tautline refer POINT[:left|right] [--json]   where a point refers\n" \
  "  tautline chart --view VIEW [--figure FIGURE] [--muscles | --deep-muscles]\n" \
  "                 [--point POINT[:SIDE]]... [--record FILE] [--size WxH] -o OUT.svg|png|pdf\n" \
  "                                               a picture of the chart\n" \
  "  tautline plan RECORD [--paper A4|Letter] [--large | --black-and-white | --one-page]\n" \
  "                [--weeks 2|4|8] [--lang LANGUAGE] [--practice NAME] [--ics OUT.ics]\n" \
  "                -o OUT.pdf                     a home-care plan on paper, and its calendar\n" \
  "  tautline --gapplication-service              the app without a window, as at login;\n" \
  "                                               it ends where reminders do not keep it\n" \
  "  tautline review [--muscle MUSCLE]... -o OUT.pdf\n" \
  "                                               the atlas on paper, to proof-read\n" \
  "  tautline check [RECORD]                      whether the atlas, or a record, is sound\n" \
  "  tautline --version | --help\n" \
  "\n" \
  "The side is right where it is not said. A size is in pixels, for PDF in mm.\n" \
  "Exit status: 0 all well, 1 a failure, 2 arguments that make no sense.\n" \
  "Tautline makes no diagnosis: it shows what is often described.\n"

typedef struct
{
  const char *name;
  int (* run) (char ***arguments);
} Command;

static const Command commands[] = {
  { "areas", taut_command_line_areas },
  { "muscles", taut_command_line_muscles },
  { "points", taut_command_line_points },
  { "refer", taut_command_line_refer },
  { "chart", taut_command_line_chart },
  { "plan", taut_command_line_plan },
  { "review", taut_command_line_review },
  { "check", taut_command_line_check },
};

/* A message is one line, whatever a library has put into it. */
static void
print_message (const char *command,
               const char *message)
{
  g_autofree char *line = g_strdup (message);

  g_assert (message != NULL);

  g_strdelimit (line, "\r\n", ' ');
  g_strchomp (line);

  if (command != NULL)
    g_printerr ("tautline: %s: %s\n", command, line);
  else
    g_printerr ("tautline: %s\n", line);
}

int
taut_command_line_refuse (const char *command,
                          const char *format,
                          ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  g_return_val_if_fail (format != NULL, TAUT_EXIT_BAD_USE);

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  print_message (command, message);

  return TAUT_EXIT_BAD_USE;
}

int
taut_command_line_fail (const char   *command,
                        const GError *error)
{
  g_return_val_if_fail (error != NULL, TAUT_EXIT_FAILURE);

  print_message (command, error->message);

  return g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE)
           ? TAUT_EXIT_BAD_USE : TAUT_EXIT_FAILURE;
}

int
taut_command_line_parse (char         ***arguments,
                         GOptionEntry   *entries)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *command = NULL;

  g_return_val_if_fail (arguments != NULL && *arguments != NULL, TAUT_EXIT_BAD_USE);

  command = g_strdup ((*arguments)[0]);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);

  if (!g_option_context_parse_strv (context, arguments, &error))
    return taut_command_line_refuse (command, "%s", error->message);

  /* A "--" stays in the list where it parted options from the rest. */
  for (guint i = 1; (*arguments)[i] != NULL; i++)
    {
      if (g_str_equal ((*arguments)[i], "--"))
        {
          g_free ((*arguments)[i]);
          for (guint j = i; (*arguments)[j] != NULL; j++)
            (*arguments)[j] = (*arguments)[j + 1];
          break;
        }
    }

  return 0;
}

int
taut_command_line_expect (char  **arguments,
                          guint   n_expected)
{
  g_return_val_if_fail (arguments != NULL, TAUT_EXIT_BAD_USE);

  if (g_strv_length (arguments) > n_expected + 1)
    return taut_command_line_refuse (arguments[0], "unexpected argument \"%s\"",
                                     arguments[n_expected + 1]);

  return 0;
}

int
taut_command_line_print (const char *command,
                         const char *text)
{
  g_return_val_if_fail (text != NULL, TAUT_EXIT_FAILURE);

  if (fputs (text, stdout) == EOF || fflush (stdout) == EOF)
    {
      g_autofree char *message =
        g_strdup_printf ("cannot write to standard output: %s", g_strerror (errno));

      print_message (command, message);
      return TAUT_EXIT_FAILURE;
    }

  return 0;
}

int
taut_command_line_print_json (const char *command,
                              JsonNode   *node)
{
  g_autoptr (JsonNode) owned = node;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (node != NULL, TAUT_EXIT_FAILURE);

  text = taut_json_to_text (owned, TRUE);

  return taut_command_line_print (command, text->str);
}

char *
taut_command_line_format_table (const char *cells)
{
  g_auto (GStrv) rows = NULL;
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (glong));
  GString *table = g_string_new (NULL);

  g_return_val_if_fail (cells != NULL, NULL);

  rows = g_strsplit (cells, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (rows[i], "\t", -1);

      for (guint j = 0; columns[j] != NULL; j++)
        {
          if (j >= widths->len)
            g_array_set_size (widths, j + 1);
          g_array_index (widths, glong, j) = MAX (g_array_index (widths, glong, j),
                                                  g_utf8_strlen (columns[j], -1));
        }
    }

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (rows[i], "\t", -1);

      for (guint j = 0; columns[j] != NULL; j++)
        {
          glong padding = g_array_index (widths, glong, j) - g_utf8_strlen (columns[j], -1);

          g_string_append (table, columns[j]);
          if (columns[j + 1] != NULL)
            g_string_append_printf (table, "%*s  ", (int) padding, "");
        }
      if (rows[i + 1] != NULL)
        g_string_append_c (table, '\n');
    }

  return g_string_free (table, FALSE);
}

gboolean
taut_command_line_split_side (const char  *text,
                              char       **id,
                              TautSide    *side,
                              GError     **error)
{
  const char *colon;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (side != NULL, FALSE);

  colon = strchr (text, ':');
  *side = TAUT_SIDE_RIGHT;

  if (colon != NULL && !taut_side_from_id (colon + 1, side))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "unknown side \"%s\" in \"%s\": expected left or right", colon + 1, text);
      return FALSE;
    }

  *id = colon != NULL ? g_strndup (text, colon - text) : g_strdup (text);

  return TRUE;
}

const TautPoint *
taut_command_line_find_point (TautAtlas   *atlas,
                              const char  *text,
                              TautSide    *side,
                              GError     **error)
{
  g_autofree char *id = NULL;
  const TautPoint *point;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (!taut_command_line_split_side (text, &id, side, error))
    return NULL;

  point = taut_atlas_find_point (atlas, id);
  if (point == NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "unknown point \"%s\"; \"tautline points\" lists them", id);

  return point;
}

TautRecord *
taut_command_line_read_record (const char  *path,
                               GError     **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  guint8 buffer[64 * 1024];
  gssize n_read;

  g_return_val_if_fail (path != NULL, NULL);

  /* GLib's message would name nothing. */
  if (*path == '\0')
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "the name of the record is empty");
      return NULL;
    }

  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  /* One byte more than is allowed is enough for the reader to refuse it. */
  do
    {
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL, error);
      if (n_read < 0)
        {
          g_prefix_error (error, "%s: ", path);
          return NULL;
        }
      g_byte_array_append (data, buffer, n_read);
    }
  while (n_read > 0 && data->len <= TAUT_RECORD_JSON_MAX_BYTES);

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&data));

  return taut_record_json_read (bytes, path, error);
}

char *
taut_command_line_name_side (const char *name,
                             TautSide    side)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_strdup_printf ("%s, %s", name, taut_side_get_id (side));
}

/* Nobody reads the standard error of what a desktop started: there the window tells. */
static gboolean
is_started_by_desktop (void)
{
  const char *pid = g_getenv ("GIO_LAUNCHED_DESKTOP_FILE_PID");

  return pid != NULL && g_ascii_strtoull (pid, NULL, 10) == (guint64) getpid ();
}

static gboolean
check_record_argument (const char  *path,
                       GError     **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (TautRecord) record = NULL;

  g_assert (path != NULL);

  record = taut_command_line_read_record (path, &cause);
  if (record != NULL)
    return TRUE;

  if (g_error_matches (cause, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT))
    g_prefix_error (&cause, "not a sound record, and left as it is: ");
  g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}

/* Whether an argument that is no command can be the record to open. */
static gboolean
check_file_argument (const char  *path,
                     GError     **error)
{
  g_assert (path != NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "\"%s\" is a folder, not a record", path);
      return FALSE;
    }

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      /* A mistyped command would otherwise become a new record of that name. */
      if (g_str_has_suffix (path, ".json"))
        return TRUE;

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "no command and no file is called \"%s\"; a new record ends in .json", path);
      return FALSE;
    }

  /* What is saved into it must stay there; a pipe would also be waited for. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   "\"%s\" is no file that a record can be kept in", path);
      return FALSE;
    }

  return is_started_by_desktop () || check_record_argument (path, error);
}

static int
check_window_arguments (int    argc,
                        char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc < 2 || g_str_equal (argv[1], "--gapplication-service"))
    return -1;

  if (argv[1][0] == '-')
    return taut_command_line_refuse (NULL, "unknown option \"%s\"; see tautline --help", argv[1]);

  if (!check_file_argument (argv[1], &error))
    return taut_command_line_fail (NULL, error);

  if (argc > 2)
    return taut_command_line_refuse (NULL, "unexpected argument \"%s\"", argv[2]);

  return -1;
}

int
taut_command_line_run (int    argc,
                       char **argv)
{
  g_return_val_if_fail (argv != NULL, TAUT_EXIT_BAD_USE);

  if (argc >= 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    return taut_command_line_print (NULL, HELP);

  if (argc >= 2 && g_str_equal (argv[1], "--version"))
    return taut_command_line_print (NULL, "tautline " PACKAGE_VERSION "\n");

  for (gsize i = 0; argc >= 2 && i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (argv[1], commands[i].name))
        {
          g_auto (GStrv) arguments = g_strdupv (argv + 1);

          if (g_strv_contains ((const char *const *) arguments, "--help"))
            return taut_command_line_print (NULL, HELP);

          return commands[i].run (&arguments);
        }
    }

  return check_window_arguments (argc, argv);
}
