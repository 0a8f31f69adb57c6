/* taut-mark-bar.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-chart-state.h"

G_BEGIN_DECLS

/**
 * TautMarkBar:
 *
 * The bar below the figures: the name of what is under pointer or focus, and for
 * the selected mark its name, how strong it is, and a button that removes it.
 *
 * Property: "place-name" (string).
 * CSS: node `markbar`.
 */
#define TAUT_TYPE_MARK_BAR (taut_mark_bar_get_type ())

G_DECLARE_FINAL_TYPE (TautMarkBar, taut_mark_bar, TAUT, MARK_BAR, GtkWidget)

GtkWidget *taut_mark_bar_new            (void);

void       taut_mark_bar_set_state      (TautMarkBar    *self,
                                         TautChartState *state);
void       taut_mark_bar_set_place_name (TautMarkBar    *self,
                                         const char     *place_name);

G_END_DECLS
