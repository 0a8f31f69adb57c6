/* taut-command-line-plan.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command that writes a plan on paper, and its calendar. */

#define G_LOG_DOMAIN "taut-command-line"

#include "config.h"

#include "taut-command-line-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "taut-environment.h"
#include "taut-file.h"
#include "taut-knowledge.h"
#include "taut-plan-document.h"

#define N_WEEKS 2
#define STAGED "~part"

typedef struct
{
  char *paper;
  char *language;
  char *calendar;
  char *output;
  char *practice;
  int weeks;
  gboolean large;
  gboolean monochrome;
  gboolean one_page;
} PlanArguments;

static void
plan_arguments_clear (PlanArguments *arguments)
{
  g_free (arguments->paper);
  g_free (arguments->language);
  g_free (arguments->calendar);
  g_free (arguments->output);
  g_free (arguments->practice);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanArguments, plan_arguments_clear)

static int
check_variant (const PlanArguments *arguments,
               TautPlanOptions     *options)
{
  options->variant = TAUT_PLAN_STANDARD;
  if (arguments->large + arguments->monochrome + arguments->one_page > 1)
    return taut_command_line_refuse ("plan", "--large, --black-and-white and --one-page: "
                                     "expected at most one of them");
  if (arguments->large)
    options->variant = TAUT_PLAN_LARGE;
  else if (arguments->monochrome)
    options->variant = TAUT_PLAN_MONOCHROME;
  else if (arguments->one_page)
    options->variant = TAUT_PLAN_ONE_PAGE;

  return 0;
}

static int
check_files (const PlanArguments *arguments)
{
  if (arguments->output == NULL)
    return taut_command_line_refuse ("plan", "-o is missing");
  if (!g_str_has_suffix (arguments->output, ".pdf"))
    return taut_command_line_refuse ("plan", "-o: \"%s\" does not end in .pdf", arguments->output);
  if (arguments->calendar != NULL && !g_str_has_suffix (arguments->calendar, ".ics"))
    return taut_command_line_refuse ("plan", "--ics: \"%s\" does not end in .ics",
                                     arguments->calendar);

  return 0;
}

/* Everything that can be told without the atlas. */
static int
check_arguments (const PlanArguments *arguments,
                 TautPlanOptions     *options)
{
  int status;

  g_assert (arguments != NULL);

  options->paper = TAUT_PAPER_A4;
  if (arguments->paper != NULL && g_ascii_strcasecmp (arguments->paper, "Letter") == 0)
    options->paper = TAUT_PAPER_LETTER;
  else if (arguments->paper != NULL && g_ascii_strcasecmp (arguments->paper, "A4") != 0)
    return taut_command_line_refuse ("plan", "--paper: unknown paper \"%s\": expected A4 or Letter",
                                     arguments->paper);

  if (arguments->weeks != 2 && arguments->weeks != 4 && arguments->weeks != 8)
    return taut_command_line_refuse ("plan", "--weeks: %d: expected 2, 4 or 8", arguments->weeks);
  options->weeks = (guint) arguments->weeks;
  options->practice = arguments->practice;

  status = check_variant (arguments, options);

  return status != 0 ? status : check_files (arguments);
}

/* Nobody asked for a file of that name. */
static void
name_asked_file (GError *error)
{
  g_auto (GStrv) parts = NULL;

  g_assert (error != NULL);

  parts = g_strsplit (error->message, STAGED, -1);
  g_free (error->message);
  error->message = g_strjoinv ("", parts);
}

/* Both files or none: they are written beside their places and put there together. */
static gboolean
put_in_place (const char  *staged,
              const char  *path,
              GError     **error)
{
  if (g_rename (staged, path) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "Cannot write %s: %s", path,
                   g_strerror (code));
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_both (TautPlanDocument  *document,
            const char        *output,
            const char        *calendar,
            GError           **error)
{
  g_autofree char *text = taut_plan_document_write_calendar (document);
  g_autofree char *staged_output = g_strconcat (output, STAGED, NULL);
  g_autofree char *staged_calendar = g_strconcat (calendar, STAGED, NULL);
  gboolean written = FALSE;

  if (g_file_test (output, G_FILE_TEST_IS_DIR) || g_file_test (calendar, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "Cannot write %s: it is a folder",
                   g_file_test (output, G_FILE_TEST_IS_DIR) ? output : calendar);
      return FALSE;
    }

  written = taut_plan_document_write_pdf (document, staged_output, error) &&
            taut_file_replace (staged_calendar, (const guint8 *) text, strlen (text), 0600,
                               error) &&
            put_in_place (staged_calendar, calendar, error) &&
            put_in_place (staged_output, output, error);
  if (!written)
    {
      g_unlink (staged_output);
      g_unlink (staged_calendar);
      if (error != NULL && *error != NULL)
        name_asked_file (*error);
    }

  return written;
}

static gboolean
write_plan (const PlanArguments    *arguments,
            const TautPlanOptions  *options,
            const char             *record_path,
            GError                **error)
{
  g_autoptr (TautClock) clock = NULL;
  g_autoptr (TautAtlas) atlas = NULL;
  g_autoptr (TautRecord) record = NULL;
  g_autoptr (TautPlanDocument) document = NULL;
  g_autoptr (GDateTime) now = NULL;

  clock = taut_environment_new_clock (error);
  if (clock == NULL)
    return FALSE;

  record = taut_command_line_read_record (record_path, error);
  if (record == NULL)
    return FALSE;

  atlas = taut_knowledge_load_atlas (error);
  if (atlas == NULL)
    return FALSE;

  now = taut_clock_get_now (clock);
  document = taut_plan_document_new (atlas, record, now, options);

  if (arguments->calendar != NULL)
    return write_both (document, arguments->output, arguments->calendar, error);

  return taut_plan_document_write_pdf (document, arguments->output, error);
}

int
taut_command_line_plan (char ***arguments)
{
  g_auto (PlanArguments) plan = { .weeks = N_WEEKS };
  TautPlanOptions options = { .pictures = TRUE, .routines = TRUE, .qr = TRUE };
  GOptionEntry entries[] = {
    { "paper", 0, 0, G_OPTION_ARG_STRING, &plan.paper, NULL, NULL },
    { "large", 0, 0, G_OPTION_ARG_NONE, &plan.large, NULL, NULL },
    { "black-and-white", 0, 0, G_OPTION_ARG_NONE, &plan.monochrome, NULL, NULL },
    { "one-page", 0, 0, G_OPTION_ARG_NONE, &plan.one_page, NULL, NULL },
    { "weeks", 0, 0, G_OPTION_ARG_INT, &plan.weeks, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &plan.language, NULL, NULL },
    { "practice", 0, 0, G_OPTION_ARG_STRING, &plan.practice, NULL, NULL },
    { "ics", 0, 0, G_OPTION_ARG_FILENAME, &plan.calendar, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &plan.output, NULL, NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  int status;

  g_return_val_if_fail (arguments != NULL, TAUT_EXIT_BAD_USE);

  status = taut_command_line_parse (arguments, entries);
  if (status == 0)
    status = taut_command_line_expect (*arguments, 1);
  if (status != 0)
    return status;
  if ((*arguments)[1] == NULL)
    return taut_command_line_refuse ("plan", "RECORD is missing");

  status = check_arguments (&plan, &options);
  if (status != 0)
    return status;

  if (plan.language != NULL && !taut_environment_set_language (plan.language))
    g_printerr ("tautline: plan: --lang: there is no translation \"%s\"; the plan is in English\n",
                plan.language);

  if (!write_plan (&plan, &options, (*arguments)[1], &error))
    return taut_command_line_fail ("plan", error);

  return 0;
}
