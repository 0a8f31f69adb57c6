/* taut-window-files.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files and paper: opening a record, printing the plan, saving it as PDF. */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include <glib/gi18n.h>

#include "taut-plan-document.h"
#include "taut-print-operation.h"
#include "taut-window-private.h"

/* A native dialog is not freed by being destroyed: the window holds it until
 * the response, then gives it up. */
static void
take_file_dialog (TautWindow           *self,
                  GtkFileChooserNative *dialog)
{
  g_assert (TAUT_IS_WINDOW (self));

  if (self->file_dialog != NULL)
    gtk_native_dialog_destroy (self->file_dialog);
  g_clear_object (&self->file_dialog);
  self->file_dialog = GTK_NATIVE_DIALOG (dialog);
}

static void
drop_file_dialog (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  gtk_native_dialog_destroy (self->file_dialog);
  g_clear_object (&self->file_dialog);
}

static void
add_filter (GtkFileChooserNative *dialog,
            const char           *name,
            const char           *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

/* Returns: the chosen path with @suffix; NULL after telling that it is not local */
static char *
get_chosen_path (TautWindow     *self,
                 GtkFileChooser *dialog,
                 const char     *suffix)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (dialog);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (path == NULL)
    {
      taut_window_show_error (self, _("This file cannot be used"),
                              _("It is not on this computer. Nothing was changed."));
      return NULL;
    }

  return g_str_has_suffix (path, suffix) ? g_steal_pointer (&path)
                                         : g_strconcat (path, suffix, NULL);
}

/* Records */

static void
open_response_cb (TautWindow           *self,
                  int                   response,
                  GtkFileChooserNative *dialog)
{
  g_assert (TAUT_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      taut_window_open (self, file);
    }

  drop_file_dialog (self);
}

static void
new_response_cb (TautWindow           *self,
                 int                   response,
                 GtkFileChooserNative *dialog)
{
  g_autofree char *path = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    path = get_chosen_path (self, GTK_FILE_CHOOSER (dialog), ".json");

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      taut_window_show_error (self, _("There is a file of that name already"),
                              _("It was left as it is. Please choose another name, or open the "
                                "file."));
    }
  else if (path != NULL && taut_window_flush (self))
    {
      taut_window_start_record (self, path);
    }

  drop_file_dialog (self);
}

void
taut_window_choose_record (TautWindow *self,
                           gboolean    make_new)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  if (make_new)
    dialog = gtk_file_chooser_native_new (_("New record"), GTK_WINDOW (self),
                                          GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"), NULL);
  else
    dialog = gtk_file_chooser_native_new (_("Open record"), GTK_WINDOW (self),
                                          GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (dialog, _("Tautline records"), "json");
  if (make_new)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("record.json"));

  take_file_dialog (self, dialog);
  g_signal_connect_object (dialog, "response",
                           make_new ? G_CALLBACK (new_response_cb) : G_CALLBACK (open_response_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Paper */

static TautPaper
get_default_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? TAUT_PAPER_LETTER
                                                                            : TAUT_PAPER_A4;
}

static TautPlanDocument *
new_document (TautWindow *self)
{
  g_autoptr (GDateTime) now = NULL;
  TautPlanOptions options = { .paper = get_default_paper (), .weeks = 2, .pictures = TRUE,
                              .routines = TRUE, .qr = TRUE };
  TautRecord *record;

  g_assert (TAUT_IS_WINDOW (self));

  record = taut_autosave_get_record (self->autosave);
  if (self->knowledge == NULL || record == NULL)
    return NULL;

  now = taut_clock_get_now (self->clock);

  return taut_plan_document_new (self->knowledge->atlas, record, now, &options);
}

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
    taut_window_show_error (self, _("The plan could not be printed"),
                            page_error != NULL ? page_error->message : error->message);

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&self->page_setup, gtk_print_operation_get_default_page_setup (operation));
    }
}

void
taut_window_print (TautWindow *self)
{
  g_autoptr (TautPlanDocument) document = NULL;
  g_autoptr (TautPrintOperation) operation = NULL;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  document = new_document (self);
  if (document == NULL)
    return;

  operation = taut_print_operation_new (document);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), TRUE);
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (operation), self->print_settings);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (operation), self->page_setup);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self,
                           G_CONNECT_SWAPPED);

  /* Errors come by "done", also those that are found at once. */
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation),
                           GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
save_pdf (TautWindow *self,
          const char *path)
{
  g_autoptr (TautPlanDocument) document = new_document (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;

  g_assert (path != NULL);

  if (document == NULL)
    return;

  if (!taut_plan_document_write_pdf (document, path, &error))
    {
      taut_window_show_error (self, _("The plan could not be saved"), error->message);
      return;
    }

  name = g_path_get_basename (path);
  /* Translators: the name of a file. */
  title = g_strdup_printf (_("The plan is saved as %s"), name);
  escaped = g_markup_escape_text (title, -1);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

static void
save_pdf_response_cb (TautWindow           *self,
                      int                   response,
                      GtkFileChooserNative *dialog)
{
  g_autofree char *path = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    path = get_chosen_path (self, GTK_FILE_CHOOSER (dialog), ".pdf");

  if (path != NULL)
    save_pdf (self, path);

  drop_file_dialog (self);
}

void
taut_window_choose_pdf (TautWindow *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  now = taut_clock_get_now (self->clock);
  /* Translators: the name of a file; the date keeps files in order. */
  name = g_date_time_format (now, _("home-care-plan-%Y-%m-%d.pdf"));

  dialog = gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (dialog, _("PDF files"), "pdf");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  take_file_dialog (self, dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_pdf_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
