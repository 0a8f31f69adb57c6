/* taut-card-parts.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Parts of the card of a routine that are made anew for each. */

/* @figures: (element-type TautCardFigure); without any the box is hidden */
void taut_card_parts_show_figures (GtkBox            *box,
                                   GPtrArray         *figures);
void taut_card_parts_show_steps   (GtkBox            *box,
                                   const char *const *steps);

G_END_DECLS
