/* taut-routine-card.h
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
 * TautRoutineCard:
 *
 * One routine, large: its dose in figures, the steps, what to heed, its picture, and
 * a timer that leads through holds and repetitions without a sound.
 *
 * Signals: "closed": the person is done with it; "undoable" (text): a session was
 * ticked; "muscles-asked" (id, TautSide as uint): the person wants to read about the
 * muscles that the routine is for.
 * Actions: "card.about", "card.close" (Escape), "card.next" (N), "card.start", "card.toggle" (Space),
 * "card.tick".
 * CSS node: routinecard.
 */
#define TAUT_TYPE_ROUTINE_CARD (taut_routine_card_get_type ())

G_DECLARE_FINAL_TYPE (TautRoutineCard, taut_routine_card, TAUT, ROUTINE_CARD, GtkWidget)

GtkWidget  *taut_routine_card_new        (void);

/* @book: (nullable)
 * Returns: whether there is such a routine */
gboolean    taut_routine_card_show       (TautRoutineCard *self,
                                          TautAtlas       *atlas,
                                          TautPictureBook *book,
                                          TautRecord      *record,
                                          TautClock       *clock,
                                          const char      *routine_id);

/* Forgets the routine; a timer that runs is stopped. */
void        taut_routine_card_clear      (TautRoutineCard *self);

/* The mark that the routine is for. (nullable) */
const char *taut_routine_card_get_mark   (TautRoutineCard *self);

/* Moves the focus to what comes next: the timer, if there is one. */
void        taut_routine_card_focus      (TautRoutineCard *self);

/* Without room the picture goes. */
void        taut_routine_card_set_narrow (TautRoutineCard *self,
                                          gboolean         narrow);

G_END_DECLS
