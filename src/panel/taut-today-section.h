/* taut-today-section.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-care-state.h"
#include "taut-picture-book.h"

G_BEGIN_DECLS

/**
 * TautTodaySection:
 *
 * What is to be done today. What the person says of it is written into the record.
 *
 * Signals: "undoable" (text): something was done here that undo takes back;
 * "routine-activated" (id): the person wants to see a routine.
 */
#define TAUT_TYPE_TODAY_SECTION (taut_today_section_get_type ())

G_DECLARE_FINAL_TYPE (TautTodaySection, taut_today_section, TAUT, TODAY_SECTION, GtkWidget)

/* @book: (nullable)
 * @minute: what time it is */
void taut_today_section_update (TautTodaySection    *self,
                                TautAtlas           *atlas,
                                TautRecord          *record,
                                TautPictureBook     *book,
                                const TautCareState *state,
                                guint                minute);

G_END_DECLS
