/* taut-pause-bar.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-care-state.h"

G_BEGIN_DECLS

/**
 * TautPauseBar:
 *
 * The heading of the plan, with a button to pause all of it for some days, and the
 * pauses that are not over, each with a button to remove it.
 *
 * Property: "title" (string): the heading.
 * Signals: "paused" (first, last): days, as Julian days; "removed" (first): the
 * pause that begins on that day.
 */
#define TAUT_TYPE_PAUSE_BAR (taut_pause_bar_get_type ())

G_DECLARE_FINAL_TYPE (TautPauseBar, taut_pause_bar, TAUT, PAUSE_BAR, GtkWidget)

/* @pauses: (element-type TautCarePause) */
void taut_pause_bar_update (TautPauseBar *self,
                            GPtrArray    *pauses,
                            const GDate  *today);

G_END_DECLS
