/* taut-dialog-rows.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-dialog-rows"

#include "config.h"

#include "taut-dialog-rows.h"

static GtkWidget *
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         GtkWidget           *control)
{
  GtkWidget *row = adw_action_row_new ();

  g_assert (ADW_IS_PREFERENCES_GROUP (group));
  g_assert (GTK_IS_WIDGET (control));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  /* This also names the control by the row's title: a label of its own would be read
   * out beside it. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);

  /* Of the two, the control takes the focus: one Tab leads to the next one. */
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (group, row);

  return row;
}

GtkSwitch *
taut_dialog_rows_add_switch (AdwPreferencesGroup *group,
                             const char          *key,
                             const char          *title,
                             const char          *subtitle,
                             gboolean             active)
{
  GtkWidget *control;

  g_return_val_if_fail (ADW_IS_PREFERENCES_GROUP (group), NULL);
  g_return_val_if_fail (key != NULL && title != NULL, NULL);

  control = gtk_switch_new ();
  gtk_widget_set_name (control, key);
  gtk_switch_set_active (GTK_SWITCH (control), active);
  add_row (group, title, subtitle, control);

  return GTK_SWITCH (control);
}

GtkSpinButton *
taut_dialog_rows_add_number (AdwPreferencesGroup *group,
                             const char          *title,
                             const char          *subtitle,
                             guint                value,
                             guint                most,
                             guint                step)
{
  GtkWidget *control;

  g_return_val_if_fail (ADW_IS_PREFERENCES_GROUP (group), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  control = gtk_spin_button_new_with_range (0, most, step);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (control), value);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (control), 4);
  add_row (group, title, subtitle, control);

  return GTK_SPIN_BUTTON (control);
}

void
taut_dialog_rows_close_by_escape (GtkWidget *dialog)
{
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WINDOW (dialog));

  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, controller);
}
