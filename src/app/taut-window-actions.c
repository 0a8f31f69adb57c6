/* taut-window-actions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window can be told to do, and the dialogs and toasts that belong to it. */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include <glib/gi18n.h>

#include "taut-figure-chooser.h"
#include "taut-window-private.h"

/* The usual five seconds are short for slow readers and unsteady hands. */
#define UNDO_SECONDS 10

/* The steps of the history as the record names them, for translation. */
static const char *const step_labels[] G_GNUC_UNUSED = {
  N_("Add Mark"),
  N_("Add Own Routine"),
  N_("Add Routine"),
  N_("Change Client"),
  N_("Change Dose"),
  N_("Change Figure"),
  N_("Change Health and Wishes"),
  N_("Change Intensity"),
  N_("Change Mark"),
  N_("Change Own Routine"),
  N_("Change Pauses"),
  N_("Change Plan"),
  N_("Change Routine"),
  N_("Change Schedule"),
  N_("Leave Out Session"),
  N_("Move Mark"),
  N_("Move Routine"),
  N_("Move Session"),
  N_("Refuse Routine"),
  N_("Remove Mark"),
  N_("Remove Own Routine"),
  N_("Remove Routine"),
  N_("Rename Client"),
  N_("Restore Session"),
  N_("Skip Session"),
  N_("Tick"),
  N_("Too Sore"),
  N_("Untick"),
};

static TautRecord *
get_record (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  return self->knowledge != NULL ? taut_autosave_get_record (self->autosave) : NULL;
}

static void
update_history_button (GtkButton  *button,
                       const char *format,
                       const char *alone,
                       char       *label)
{
  g_autofree char *owned = label;
  g_autofree char *tooltip = NULL;

  g_assert (GTK_IS_BUTTON (button));

  if (label != NULL && *label != '\0')
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      tooltip = g_strdup_printf (format, _(label));
#pragma GCC diagnostic pop
    }

  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip != NULL ? tooltip : alone);
}

void
taut_window_update_actions (TautWindow *self)
{
  TautRecord *record = get_record (self);
  gboolean has_record = record != NULL;
  char *undo_label = NULL;
  char *redo_label = NULL;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  if (has_record)
    g_object_get (record, "undo-label", &undo_label, "redo-label", &redo_label, NULL);

  /* Translators: %s is a step such as "Move Mark". */
  update_history_button (self->undo_button, _("Undo %s"), _("Undo"), undo_label);
  /* Translators: %s is a step such as "Move Mark". */
  update_history_button (self->redo_button, _("Redo %s"), _("Redo"), redo_label);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 has_record && taut_record_can_undo (record));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 has_record && taut_record_can_redo (record));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-home",
                                 self->breakage == NULL && !self->home_record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-sample",
                                 self->knowledge != NULL && !self->sample_record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-record", self->breakage == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open", self->breakage == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", has_record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", has_record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.rename-client", has_record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-pdf", has_record);
}

void
taut_window_show_error (TautWindow *self,
                        const char *heading,
                        const char *body)
{
  GtkWidget *dialog;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
taut_window_show_undo_toast (TautWindow *self,
                             const char *title)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));
  g_return_if_fail (title != NULL);

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);

  g_clear_weak_pointer (&self->undo_toast);
  g_set_weak_pointer (&self->undo_toast, adw_toast_new (""));
  {
    g_autofree char *escaped = g_markup_escape_text (title, -1);

    adw_toast_set_title (self->undo_toast, escaped);
  }
  adw_toast_set_button_label (self->undo_toast, _("_Undo"));
  adw_toast_set_action_name (self->undo_toast, "win.undo");
  adw_toast_set_timeout (self->undo_toast, UNDO_SECONDS);
  adw_toast_overlay_add_toast (self->toast_overlay, self->undo_toast);
}

/* The client's name and figure */

static void
rename_response_cb (TautWindow       *self,
                    const char       *response,
                    AdwMessageDialog *dialog)
{
  TautRecord *record = get_record (self);
  GtkWidget *box = adw_message_dialog_get_extra_child (dialog);

  if (record != NULL && g_str_equal (response, "rename"))
    {
      GtkWidget *entry = gtk_widget_get_first_child (box);
      GtkWidget *chooser = gtk_widget_get_last_child (box);
      const char *old = taut_record_get_client_figure (record);
      const char *figure = taut_figure_chooser_get_figure (TAUT_FIGURE_CHOOSER (chooser));
      g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

      /* A figure that this version does not know stays what it is. */
      taut_record_set_client (record, g_strstrip (name),
                              g_str_equal (taut_view_find_figure (old), figure) ? old : figure);
    }
}

static GtkWidget *
make_client_form (TautWindow *self,
                  TautRecord *record,
                  GtkWidget  *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = gtk_label_new (_("Figure on the chart"));
  const char *figure = taut_view_find_figure (taut_record_get_client_figure (record));

  g_assert (TAUT_IS_WINDOW (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), taut_figure_chooser_new (self->knowledge->atlas, figure));

  return box;
}

static void
rename_entry_activate_cb (AdwMessageDialog *dialog)
{
  g_assert (ADW_IS_MESSAGE_DIALOG (dialog));

  adw_message_dialog_response (dialog, "rename");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
show_rename_dialog (TautWindow *self)
{
  TautRecord *record = get_record (self);
  const char *name;
  GtkWidget *dialog;
  GtkWidget *entry;

  if (record == NULL)
    return;

  name = taut_record_get_client_name (record);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Whose record is this?"),
                                   _("The name stands in the window and on the printed plan. Marks "
                                     "stay where they are on the body, whatever the figure."));
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), name != NULL ? name : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), 100);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      make_client_form (self, record, entry));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "rename", _("_Use these"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "activate", G_CALLBACK (rename_entry_activate_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/* Actions */

static void
undo_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TautRecord *record = get_record (TAUT_WINDOW (widget));

  if (record != NULL && taut_record_can_undo (record))
    taut_record_undo (record);
}

static void
redo_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TautRecord *record = get_record (TAUT_WINDOW (widget));

  if (record != NULL && taut_record_can_redo (record))
    taut_record_redo (record);
}

static void
find_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  taut_window_search (TAUT_WINDOW (widget));
}

static void
show_page_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TautWindow *self = TAUT_WINDOW (widget);

  g_object_set (self->panel, "page", g_variant_get_string (parameter, NULL), NULL);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  taut_panel_focus_page (self->panel);
}

static void
open_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  taut_window_choose_record (TAUT_WINDOW (widget), FALSE);
}

static void
open_home_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  taut_window_open (TAUT_WINDOW (widget), NULL);
}

static void
answer_reminders_action_cb (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  TautWindow *self = TAUT_WINDOW (widget);

  if (self->settings == NULL)
    return;

  g_settings_set_boolean (self->settings, "reminders", g_variant_get_boolean (parameter));
  taut_window_update_offer (self);
  taut_panel_focus_page (self->panel);
}

static void
open_sample_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  taut_window_open_sample (TAUT_WINDOW (widget));
}

static void
new_record_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  taut_window_choose_record (TAUT_WINDOW (widget), TRUE);
}

static void
print_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  taut_window_print (TAUT_WINDOW (widget));
}

static void
save_pdf_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  taut_window_choose_pdf (TAUT_WINDOW (widget));
}

static void
rename_client_action_cb (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  show_rename_dialog (TAUT_WINDOW (widget));
}

static void
retry_save_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TautWindow *self = TAUT_WINDOW (widget);

  taut_window_flush (self);
  taut_window_update (self);
}

static void
show_aside_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TautWindow *self = TAUT_WINDOW (widget);
  g_autofree char *folder = NULL;
  g_autofree char *uri = NULL;

  if (self->aside == NULL)
    return;

  folder = g_path_get_dirname (self->aside);
  uri = g_filename_to_uri (folder, NULL, NULL);
  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
show_missed_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TautWindow *self = TAUT_WINDOW (widget);

  gtk_widget_activate_action (widget, "win.show-page", "s", "care");
  g_clear_pointer (&self->missed, g_free);
  taut_window_update_banner (self);
}

void
taut_window_install_actions (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_install_action (widget_class, "win.answer-reminders", "b",
                                   answer_reminders_action_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action_cb);
  gtk_widget_class_install_action (widget_class, "win.new-record", NULL, new_record_action_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action_cb);
  gtk_widget_class_install_action (widget_class, "win.open-home", NULL, open_home_action_cb);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.rename-client", NULL,
                                   rename_client_action_cb);
  gtk_widget_class_install_action (widget_class, "win.retry-save", NULL, retry_save_action_cb);
  gtk_widget_class_install_action (widget_class, "win.save-pdf", NULL, save_pdf_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-aside", NULL, show_aside_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-missed", NULL, show_missed_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action_cb);
  gtk_widget_class_install_property_action (widget_class, "win.show-panel", "show-panel");
}
