/* taut-card-parts.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Parts of the card of a routine. */

/* @figures: (element-type TautCardFigure); without any the box is hidden */
void taut_card_parts_show_figures (GtkBox            *box,
                                   GPtrArray         *figures);
void taut_card_parts_show_steps   (GtkBox            *box,
                                   const char *const *steps);
/* @whole, which the label is or lies in, is hidden without a text. */
void taut_card_parts_show_text    (GtkLabel          *label,
                                   GtkWidget         *whole,
                                   const char        *text);
/* The picture stands beside the text or below it, as wide as its place or as it is. */
void taut_card_parts_place        (GtkBox            *content,
                                   GtkWidget         *picture,
                                   gboolean           beside,
                                   gboolean           wide);

G_END_DECLS
