/* taut-week-session.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-week-state.h"

G_BEGIN_DECLS

/**
 * TautWeekSession:
 *
 * One session in the grid of a week: a button with a ring that tells what became of
 * it by its shape. It can be dragged; what is dragged is its key.
 *
 * Signal: "menu": a right click or a long press asks for its menu.
 * CSS classes: session and done, open, missed, sore or skipped, and ahead.
 */
#define TAUT_TYPE_WEEK_SESSION (taut_week_session_get_type ())

G_DECLARE_FINAL_TYPE (TautWeekSession, taut_week_session, TAUT, WEEK_SESSION, GtkButton)

GtkWidget       *taut_week_session_new      (const TautWeekBox *box);
const char      *taut_week_session_get_key  (TautWeekSession   *self);
TautSessionState taut_week_session_get_state (TautWeekSession  *self);

/* Whether its day is still to come. */
gboolean         taut_week_session_is_ahead (TautWeekSession   *self);

/* What can be done with it, for the actions "session.choose" (i): a TautOutcome or
 * -1, "session.move" (i): a weekday, and "session.leave-out".
 * @weekday: where it stands. (transfer full) */
GMenuModel      *taut_week_session_new_menu (TautWeekSession   *self,
                                             guint              weekday);

G_END_DECLS
