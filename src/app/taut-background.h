/* taut-background.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-autosave.h"

G_BEGIN_DECLS

/**
 * TautBackground:
 *
 * Reminds of the record at home, and only of that: a file that somebody opens is
 * another person's, and the sample is nobody's. While the window shows the record
 * at home, its answers go there; else it is held here. With the person's leave it
 * keeps the app running without a window.
 *
 * Signal: "missed" (text): what was not ticked since the window last showed the
 * record, when it shows it again.
 */
#define TAUT_TYPE_BACKGROUND (taut_background_get_type ())

G_DECLARE_FINAL_TYPE (TautBackground, taut_background, TAUT, BACKGROUND, GObject)

TautBackground *taut_background_new    (GApplication   *application,
                                        TautClock      *clock,
                                        GSettings      *settings);

/* @autosave: (nullable): the window's, %NULL where there is no window */
void            taut_background_follow (TautBackground *self,
                                        TautAutosave   *autosave);

/* Writes what is held here, before somebody else reads it. */
void            taut_background_flush  (TautBackground *self);

G_END_DECLS
