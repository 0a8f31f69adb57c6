/* taut-dialog-rows.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Parts that the panel's dialogs share. */

/* A row with a switch; a click anywhere in it turns the switch. @key is the name of
 * the switch as a widget. (transfer none) */
GtkSwitch *taut_dialog_rows_add_switch (AdwPreferencesGroup *group,
                                        const char          *key,
                                        const char          *title,
                                        const char          *subtitle,
                                        gboolean             active);

/* A row with a number. (transfer none) */
GtkSpinButton *taut_dialog_rows_add_number (AdwPreferencesGroup *group,
                                        const char          *title,
                                        const char          *subtitle,
                                        guint                value,
                                        guint                most,
                                        guint                step);

/* Escape closes @dialog. */
void       taut_dialog_rows_close_by_escape (GtkWidget      *dialog);

G_END_DECLS
