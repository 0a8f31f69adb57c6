/* taut-window-files.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files: opening a record, making a new one. */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include <glib/gi18n.h>

#include "taut-window-private.h"

void
taut_window_take_file_dialog (TautWindow           *self,
                              GtkFileChooserNative *dialog)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));

  if (self->file_dialog != NULL)
    gtk_native_dialog_destroy (self->file_dialog);
  g_clear_object (&self->file_dialog);
  self->file_dialog = GTK_NATIVE_DIALOG (dialog);
}

void
taut_window_drop_file_dialog (TautWindow *self)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));

  gtk_native_dialog_destroy (self->file_dialog);
  g_clear_object (&self->file_dialog);
}

void
taut_window_add_filter (GtkFileChooserNative *dialog,
                        const char           *name,
                        const char           *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

char *
taut_window_get_chosen_path (TautWindow     *self,
                             GtkFileChooser *dialog,
                             const char     *suffix)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (dialog);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_return_val_if_fail (TAUT_IS_WINDOW (self), NULL);

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

  taut_window_drop_file_dialog (self);
}

static void
new_response_cb (TautWindow           *self,
                 int                   response,
                 GtkFileChooserNative *dialog)
{
  g_autofree char *path = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    path = taut_window_get_chosen_path (self, GTK_FILE_CHOOSER (dialog), ".json");

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

  taut_window_drop_file_dialog (self);
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
  taut_window_add_filter (dialog, _("Tautline records"), "json");
  if (make_new)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("record.json"));

  taut_window_take_file_dialog (self, dialog);
  g_signal_connect_object (dialog, "response",
                           make_new ? G_CALLBACK (new_response_cb) : G_CALLBACK (open_response_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
