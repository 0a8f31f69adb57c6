/* taut-find-page.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-find-state.h"

G_BEGIN_DECLS

/* Says what else to know of an area, such as which view shows it.
 * Returns: (transfer full) (nullable) */
typedef char *(* TautAreaNoteFunc) (const TautArea *area,
                                    TautSide        side,
                                    gpointer        user_data);

/**
 * TautFindPage:
 *
 * What is found for the words that were typed, what to try where nothing is, and all
 * areas of the body as a list.
 *
 * Signals: "chosen" (TautFoundKind as uint, id, TautSide as uint); "words-suggested"
 * (words): an example was pressed; "left-upwards": the arrow key left the list at its top.
 */
#define TAUT_TYPE_FIND_PAGE (taut_find_page_get_type ())

G_DECLARE_FINAL_TYPE (TautFindPage, taut_find_page, TAUT, FIND_PAGE, GtkWidget)

GtkWidget *taut_find_page_new           (void);
void       taut_find_page_set_atlas     (TautFindPage     *self,
                                         TautAtlas        *atlas);
/* @func: (nullable); it is called as long as the page lives */
void       taut_find_page_set_note_func (TautFindPage     *self,
                                         TautAreaNoteFunc  func,
                                         gpointer          user_data);
/* @side: where the words name none */
void       taut_find_page_search        (TautFindPage     *self,
                                         const char       *words,
                                         TautSide          side);
/* Takes the best that was found; %FALSE where there is nothing. */
gboolean   taut_find_page_choose_first  (TautFindPage     *self);
/* Moves the focus into what is shown. */
gboolean   taut_find_page_focus         (TautFindPage     *self);

G_END_DECLS
