/* taut-guide.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-find-page.h"
#include "taut-picture-book.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautGuide:
 *
 * Where people look things up: the search, the muscles that are likely with a
 * complaint, the card of a muscle. Goes back the way one came, and closes at its
 * beginning.
 *
 * Signals: "closed"; "area-chosen" (id, TautSide as uint): the person wants to see that
 * area; "point-shown" (id or NULL, TautSide as uint): that point is looked at, or none
 * any more; "mark-asked" (id, TautSide as uint): that point is to be marked.
 * Actions: "guide.back" (Escape), "guide.mark-point" (s), "guide.show-muscle" (s),
 * "guide.show-point" (s).
 * CSS node: guide.
 */
#define TAUT_TYPE_GUIDE (taut_guide_get_type ())

G_DECLARE_FINAL_TYPE (TautGuide, taut_guide, TAUT, GUIDE, GtkWidget)

GtkWidget *taut_guide_new           (void);
void       taut_guide_set_atlas     (TautGuide        *self,
                                     TautAtlas        *atlas);
void       taut_guide_set_book      (TautGuide        *self,
                                     TautPictureBook  *book);
/* Whose answers about health count. */
void       taut_guide_set_record    (TautGuide        *self,
                                     TautRecord       *record);
/* As in the panel. */
void       taut_guide_set_show_window_controls (TautGuide *self,
                                     gboolean          show);
void       taut_guide_set_note_func (TautGuide        *self,
                                     TautAreaNoteFunc  func,
                                     gpointer          user_data);

/* Shows the search; what was found last is still there, and typing replaces it. */
void       taut_guide_search        (TautGuide        *self);
/* @point_id: (nullable) */
void       taut_guide_show_muscle   (TautGuide        *self,
                                     const char       *muscle_id,
                                     const char       *point_id,
                                     TautSide          side);
/* The muscles that a routine is for; of one its card. */
void       taut_guide_show_routine  (TautGuide        *self,
                                     const char       *routine_id,
                                     TautSide          side);
/* Forgets the way back. */
void       taut_guide_clear         (TautGuide        *self);

G_END_DECLS
