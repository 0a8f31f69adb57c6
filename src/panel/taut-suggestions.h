/* taut-suggestions.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-atlas.h"
#include "taut-picture-book.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautSuggestions:
 *
 * What is suggested for the marks, to be taken or refused; what is left out and why;
 * and what all of it is fitted to: health, time, things at hand.
 *
 * Signal: "undoable" (text): something was done that can be taken back.
 * Actions: "panel.take-routine" (s), "panel.take-all", "panel.refuse-routine" (s),
 * "panel.allow-refused", "panel.show-health", "panel.show-wishes",
 * "panel.write-routine" (s): the person's own routine of that id, a new one for "".
 */
#define TAUT_TYPE_SUGGESTIONS (taut_suggestions_get_type ())

G_DECLARE_FINAL_TYPE (TautSuggestions, taut_suggestions, TAUT, SUGGESTIONS, GtkWidget)

GtkWidget *taut_suggestions_new    (void);

/* @book: (nullable) */
void       taut_suggestions_update (TautSuggestions *self,
                                    TautAtlas       *atlas,
                                    TautRecord      *record,
                                    TautPictureBook *book,
                                    const GDate     *today);

G_END_DECLS
