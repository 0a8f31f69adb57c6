/* taut-window.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-application.h"
#include "taut-autosave.h"

G_BEGIN_DECLS

/**
 * TautWindow:
 *
 * The window: the chart, the panel at its end, and what concerns the record as
 * a whole. Below 900 px the panel lies over the chart, below 600 px it is a
 * sheet at the bottom.
 *
 * Property: "show-panel" (boolean).
 * Signal: "opening": before a record is read, so that who holds it writes it.
 * Actions: "win.find", "win.new-record", "win.open", "win.open-home",
 * "win.open-sample", "win.print", "win.redo", "win.rename-client",
 * "win.retry-save", "win.save-pdf", "win.show-aside", "win.show-missed",
 * "win.show-page" (s), "win.show-panel", "win.undo".
 */
#define TAUT_TYPE_WINDOW (taut_window_get_type ())

G_DECLARE_FINAL_TYPE (TautWindow, taut_window, TAUT, WINDOW, AdwApplicationWindow)

TautWindow   *taut_window_new          (TautApplication *application,
                                        TautClock       *clock);

/* Opens a record and keeps it saved; @file is %NULL for the one at home. The
 * record that was open is saved before, and stays open where @file is no record:
 * then a dialog tells. */
void          taut_window_open         (TautWindow      *self,
                                        GFile           *file);

TautAutosave *taut_window_get_autosave (TautWindow      *self);

/* Says what was missed; the person may look at it or wave it away. */
void          taut_window_tell_missed  (TautWindow      *self,
                                        const char      *text);

G_END_DECLS
