/* taut-panel.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-atlas.h"
#include "taut-clock.h"
#include "taut-find-page.h"
#include "taut-picture-book.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautPanel:
 *
 * The side panel with the pages Marks and Care.
 *
 * Properties: "record" (TautRecord), "selected-mark" (string), "page" (string:
 * "marks" or "care"), "show-window-controls" (boolean): whether the window's
 * buttons stand in the panel's header.
 * Signals: "mark-activated" (id): the person wants to see that mark;
 * "removed" (name): a mark or a routine was removed here, and can be brought
 * back by undo; "undoable" (text): something else was done, said in a few words,
 * and can be taken back by undo; "routine-activated" (id): the person wants to see
 * that routine; of the guide, which lies over the pages: "area-chosen" (id, TautSide
 * as uint), "point-shown" (id or NULL, TautSide as uint), "mark-asked" (id, TautSide as
 * uint), as in TautGuide, and "guide-closed".
 * Actions: "panel.show-routine" (s): says so from anywhere in the panel;
 * "panel.about-point" (ss: its id, the side's id): shows the card of its muscle.
 * CSS node: panel.
 */
#define TAUT_TYPE_PANEL (taut_panel_get_type ())

G_DECLARE_FINAL_TYPE (TautPanel, taut_panel, TAUT, PANEL, GtkWidget)

GtkWidget *taut_panel_new               (void);
void       taut_panel_set_atlas         (TautPanel  *self,
                                         TautAtlas  *atlas,
                                         TautClock  *clock);
void       taut_panel_set_record        (TautPanel  *self,
                                         TautRecord *record);

/* Where pictures of routines come from; without it their places stay empty. */
void       taut_panel_set_book          (TautPanel  *self,
                                         TautPictureBook *book);

TautRecord *taut_panel_get_record       (TautPanel  *self);

/* Whether an empty record's page offers to look at the sample: "win.open-sample". */
void       taut_panel_set_offers_sample (TautPanel  *self,
                                         gboolean    offers_sample);

/* Whether a page with a plan asks about reminders: "win.answer-reminders" (b). */
void       taut_panel_set_asks_reminders (TautPanel *self,
                                          gboolean   asks_reminders);

/* Moves the focus into the page that is shown, not to the switcher above it. */
void       taut_panel_focus_page        (TautPanel  *self);

/* What else to say of an area that was found. */
void       taut_panel_set_note_func     (TautPanel  *self,
                                         TautAreaNoteFunc func,
                                         gpointer    user_data);

/* The guide: the search, the card of a point's muscle, of a muscle, the muscles that a
 * routine is for. Nothing happens for an id that the atlas does not know. */
void       taut_panel_search            (TautPanel  *self);
void       taut_panel_show_point        (TautPanel  *self,
                                         const char *point_id,
                                         TautSide    side);
void       taut_panel_show_muscle       (TautPanel  *self,
                                         const char *muscle_id,
                                         TautSide    side);
void       taut_panel_show_muscles_of   (TautPanel  *self,
                                         const char *routine_id,
                                         TautSide    side);
/* Brings the pages back. */
void       taut_panel_hide_guide        (TautPanel  *self);
gboolean   taut_panel_get_guide_shown   (TautPanel  *self);

/* Shows today's boxes anew, as after midnight. */
void       taut_panel_refresh           (TautPanel  *self);

G_END_DECLS
