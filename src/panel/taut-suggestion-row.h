/* taut-suggestion-row.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-picture-book.h"
#include "taut-proposal-state.h"

G_BEGIN_DECLS

/**
 * TautSuggestionRow:
 *
 * A routine that is suggested: a button takes it into the plan, another one refuses
 * it; the row itself shows it.
 */
#define TAUT_TYPE_SUGGESTION_ROW (taut_suggestion_row_get_type ())

G_DECLARE_FINAL_TYPE (TautSuggestionRow, taut_suggestion_row, TAUT, SUGGESTION_ROW, AdwActionRow)

GtkWidget *taut_suggestion_row_new  (void);
void       taut_suggestion_row_show (TautSuggestionRow    *self,
                                     TautPictureBook      *book,
                                     const TautSuggestion *suggestion);

G_END_DECLS
