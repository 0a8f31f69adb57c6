/* taut-window-paper.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The plan on paper: its preview, the printer, files. */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "taut-file.h"
#include "taut-print-dialog.h"
#include "taut-print-operation.h"
#include "taut-window-private.h"

static TautPaper
get_default_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? TAUT_PAPER_LETTER
                                                                            : TAUT_PAPER_A4;
}

/* @practice: (out): to be freed after the options */
static void
load_options (TautWindow       *self,
              TautPlanOptions  *options,
              char            **practice)
{
  g_assert (TAUT_IS_WINDOW (self));

  *practice = g_settings_get_string (self->settings, "plan-practice");
  *options = (TautPlanOptions) {
    .variant = g_settings_get_uint (self->settings, "plan-variant"),
    .paper = get_default_paper (),
    .weeks = g_settings_get_uint (self->settings, "plan-weeks"),
    .pictures = TRUE,
    .routines = TRUE,
    .qr = TRUE,
    .practice = *practice,
  };
  if (options->weeks != 4 && options->weeks != 8)
    options->weeks = 2;
}

static void
save_options (TautWindow            *self,
              const TautPlanOptions *options)
{
  g_assert (TAUT_IS_WINDOW (self));

  g_settings_set_string (self->settings, "plan-practice",
                         options->practice != NULL ? options->practice : "");
  g_settings_set_uint (self->settings, "plan-variant", options->variant);
  g_settings_set_uint (self->settings, "plan-weeks", options->weeks);
}

/* The window over which a dialog stands. */
static GtkWindow *
get_top (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  return self->print_dialog != NULL ? GTK_WINDOW (self->print_dialog) : GTK_WINDOW (self);
}

static void
show_error (TautWindow *self,
            const char *heading,
            const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (get_top (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_preview (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  if (self->print_dialog != NULL)
    gtk_window_close (GTK_WINDOW (self->print_dialog));
}

static void
show_toast (TautWindow *self,
            const char *format,
            const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  title = g_strdup_printf (format, name);
#pragma GCC diagnostic pop
  escaped = g_markup_escape_text (title, -1);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

/* As the preview shows it, or as it was printed last. */
static TautPlanDocument *
get_document (TautWindow *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *practice = NULL;
  TautPlanOptions options;
  TautRecord *record;

  g_assert (TAUT_IS_WINDOW (self));

  if (self->print_dialog != NULL)
    return g_object_ref (taut_print_dialog_get_document (TAUT_PRINT_DIALOG (self->print_dialog)));

  record = taut_autosave_get_record (self->autosave);
  if (self->knowledge == NULL || record == NULL)
    return NULL;

  load_options (self, &options, &practice);
  now = taut_clock_get_now (self->clock);

  return taut_plan_document_new (self->knowledge->atlas, record, now, &options);
}

/* Printer */

/* Said of a printer that is gone, or that refused: nothing goes to another one. */
static void
print_done_cb (TautWindow              *self,
               GtkPrintOperationResult  result,
               GtkPrintOperation       *operation)
{
  const GError *page_error;
  g_autoptr (GError) error = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  page_error = taut_print_operation_get_page_error (TAUT_PRINT_OPERATION (operation));
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);

  if (page_error != NULL || error != NULL)
    {
      show_error (self, _("The plan could not be printed"),
                  page_error != NULL ? page_error->message : error->message);
    }
  else if (gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED &&
           result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      show_error (self, _("The plan could not be printed"),
                  _("The printer did not take it; perhaps it is switched off or gone. "
                    "Nothing was sent to another printer."));
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&self->page_setup, gtk_print_operation_get_default_page_setup (operation));
      close_preview (self);
    }
}

static GtkPageSetup *
new_page_setup (TautPlanDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size;
  double width, height;

  taut_plan_document_get_size (document, &width, &height);
  size = gtk_paper_size_new (width > 600 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);

  return setup;
}

/* Always with the dialog of the system, in which a person chooses the printer. */
static void
print (TautWindow *self)
{
  g_autoptr (TautPlanDocument) document = get_document (self);
  g_autoptr (TautPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  if (document == NULL)
    return;

  setup = new_page_setup (document);
  operation = taut_print_operation_new (document);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), TRUE);
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (operation), self->print_settings);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (operation), setup);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self,
                           G_CONNECT_SWAPPED);

  /* Errors come by "done", also those that are found at once. */
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation),
                           GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_top (self), NULL);
}

/* Files */

static void
save_pdf (TautWindow *self,
          const char *path)
{
  g_autoptr (TautPlanDocument) document = get_document (self);
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return;

  if (!taut_plan_document_write_pdf (document, path, &error))
    {
      show_error (self, _("The plan could not be saved"), error->message);
      return;
    }

  close_preview (self);
  /* Translators: the name of a file. */
  show_toast (self, _("The plan is saved as %s"), path);
}

static void
save_calendar (TautWindow *self,
               const char *path)
{
  g_autoptr (TautPlanDocument) document = get_document (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (document == NULL)
    return;

  text = taut_plan_document_write_calendar (document);
  if (text == NULL ||
      !taut_file_replace (path, (const guint8 *) text, strlen (text), 0600, &error))
    {
      show_error (self, _("The calendar could not be saved"),
                  error != NULL ? error->message : _("The plan could not be drawn."));
      return;
    }

  close_preview (self);
  /* Translators: the name of a file. */
  show_toast (self, _("The calendar is saved as %s"), path);
}

static void
pdf_response_cb (TautWindow           *self,
                 int                   response,
                 GtkFileChooserNative *dialog)
{
  g_autofree char *path = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    path = taut_window_get_chosen_path (self, GTK_FILE_CHOOSER (dialog), ".pdf");
  if (path != NULL)
    save_pdf (self, path);

  taut_window_drop_file_dialog (self);
}

static void
calendar_response_cb (TautWindow           *self,
                      int                   response,
                      GtkFileChooserNative *dialog)
{
  g_autofree char *path = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    path = taut_window_get_chosen_path (self, GTK_FILE_CHOOSER (dialog), ".ics");
  if (path != NULL)
    save_calendar (self, path);

  taut_window_drop_file_dialog (self);
}

static void
choose_file (TautWindow *self,
             const char *title,
             const char *filter,
             const char *suffix,
             const char *name,
             GCallback   callback)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GDateTime) now = taut_clock_get_now (self->clock);
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *file = g_strdup_printf ("%s-%s.%s", name, date, suffix);

  g_assert (TAUT_IS_WINDOW (self));

  dialog = gtk_file_chooser_native_new (title, get_top (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  taut_window_add_filter (dialog, filter, suffix);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file);

  taut_window_take_file_dialog (self, dialog);
  g_signal_connect_object (dialog, "response", callback, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
taut_window_choose_pdf (TautWindow *self)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));

  choose_file (self, _("Save as PDF"), _("PDF files"), "pdf",
               /* Translators: the name of a file, to which a date is added. */
               _("home-care-plan"), G_CALLBACK (pdf_response_cb));
}

static void
choose_calendar (TautWindow *self)
{
  choose_file (self, _("Save calendar"), _("Calendars"), "ics",
               /* Translators: the name of a file, to which a date is added. */
               _("home-care-plan"), G_CALLBACK (calendar_response_cb));
}

/* Preview */

static void
chosen_cb (TautWindow      *self,
           guint            choice,
           TautPrintDialog *dialog)
{
  g_assert (TAUT_IS_WINDOW (self));

  save_options (self, taut_print_dialog_get_options (dialog));
  switch (choice)
    {
    case TAUT_PRINT_CHOICE_PRINT:
      print (self);
      break;

    case TAUT_PRINT_CHOICE_PDF:
      taut_window_choose_pdf (self);
      break;

    case TAUT_PRINT_CHOICE_CALENDAR:
      choose_calendar (self);
      break;

    default:
      g_assert_not_reached ();
    }
}

void
taut_window_print (TautWindow *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *practice = NULL;
  TautPlanOptions options;
  TautPrintDialog *dialog;
  TautRecord *record;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  record = taut_autosave_get_record (self->autosave);
  if (self->knowledge == NULL || record == NULL || self->print_dialog != NULL)
    return;

  load_options (self, &options, &practice);
  now = taut_clock_get_now (self->clock);
  dialog = taut_print_dialog_new (GTK_WINDOW (self), self->knowledge->atlas, record, now,
                                  &options);
  g_set_weak_pointer (&self->print_dialog, GTK_WIDGET (dialog));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
