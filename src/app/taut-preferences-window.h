/* taut-preferences-window.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TautPreferencesWindow:
 *
 * What the person can choose: all of it concerns reminders. Each choice holds at
 * once; the entry that starts the app at login is written and removed here.
 */
#define TAUT_TYPE_PREFERENCES_WINDOW (taut_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (TautPreferencesWindow, taut_preferences_window, TAUT, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWindow *taut_preferences_window_new (GSettings *settings);

G_END_DECLS
