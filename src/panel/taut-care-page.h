/* taut-care-page.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-atlas.h"
#include "taut-clock.h"
#include "taut-picture-book.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautCarePage:
 *
 * What to do: today's boxes first, the week as a grid, then routines proposed for
 * the marks, and the plan with its days, times and doses.
 *
 * Property: "record" (TautRecord).
 * Signals: "routine-removed" (name): a routine was taken from the plan here;
 * "undoable" (text): something else was done here that undo takes back, and text says
 * what.
 * Actions: "panel.add-routine" (s), "panel.open-health", "panel.remove-routine" (s).
 */
#define TAUT_TYPE_CARE_PAGE (taut_care_page_get_type ())

G_DECLARE_FINAL_TYPE (TautCarePage, taut_care_page, TAUT, CARE_PAGE, GtkWidget)

void        taut_care_page_set_atlas  (TautCarePage *self,
                                       TautAtlas    *atlas,
                                       TautClock    *clock);
/* @book: (nullable): the small pictures of routines */
void        taut_care_page_set_book   (TautCarePage *self,
                                       TautPictureBook *book);
TautRecord *taut_care_page_get_record (TautCarePage *self);
void        taut_care_page_set_record (TautCarePage *self,
                                       TautRecord   *record);

/* Shows today's boxes anew, as after midnight. */
void        taut_care_page_refresh    (TautCarePage *self);

/* Whether a page with a plan asks about reminders: "win.answer-reminders" (b). */
void        taut_care_page_set_asks_reminders (TautCarePage *self,
                                               gboolean      asks_reminders);

G_END_DECLS
