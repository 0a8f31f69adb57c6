/* taut-figure-deck.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-figure-view.h"

G_BEGIN_DECLS

/**
 * TautFigureDeck:
 *
 * Holds the large views: shows the first two side by side, or one alone when
 * that is asked for or there is no room for two. The pair is not mirrored by
 * the direction of the language.
 *
 * Signal: "shown-changed": other views are seen now.
 * CSS: node `figures`, class `pair` while two are seen.
 */
#define TAUT_TYPE_FIGURE_DECK (taut_figure_deck_get_type ())

G_DECLARE_FINAL_TYPE (TautFigureDeck, taut_figure_deck, TAUT, FIGURE_DECK, GtkWidget)

GtkWidget      *taut_figure_deck_new        (void);

void            taut_figure_deck_add        (TautFigureDeck *self,
                                             TautFigureView *figure);
/* One that is not shown. */
void            taut_figure_deck_remove     (TautFigureDeck *self,
                                             TautFigureView *figure);
void            taut_figure_deck_clear      (TautFigureDeck *self);
guint           taut_figure_deck_get_n      (TautFigureDeck *self);
TautFigureView *taut_figure_deck_get        (TautFigureDeck *self,
                                             guint           index);
TautFigureView *taut_figure_deck_find       (TautFigureDeck *self,
                                             const char     *view_id);

/* The view that was asked to be alone, or %NULL for the pair. */
TautFigureView *taut_figure_deck_get_single (TautFigureDeck *self);
void            taut_figure_deck_set_single (TautFigureDeck *self,
                                             TautFigureView *figure);
gboolean        taut_figure_deck_is_shown   (TautFigureDeck *self,
                                             TautFigureView *figure);
/* The shown view that was used last. */
TautFigureView *taut_figure_deck_get_active (TautFigureDeck *self);
void            taut_figure_deck_set_active (TautFigureDeck *self,
                                             TautFigureView *figure);

G_END_DECLS
