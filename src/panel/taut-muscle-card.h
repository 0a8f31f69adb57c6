/* taut-muscle-card.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-picture-book.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautMuscleCard:
 *
 * One muscle: a small chart, its points and where they send pain, what people feel,
 * what brings it on, what to heed, routines and linked muscles. The point whose row is
 * open is the one that is looked at.
 *
 * Signal: "point-changed": another point is looked at, or none.
 */
#define TAUT_TYPE_MUSCLE_CARD (taut_muscle_card_get_type ())

G_DECLARE_FINAL_TYPE (TautMuscleCard, taut_muscle_card, TAUT, MUSCLE_CARD, GtkWidget)

GtkWidget       *taut_muscle_card_new       (void);

/* @book: (nullable)
 * @record: (nullable): whose answers about health count
 * @point_id: (nullable): the first one then
 * Returns: whether there is such a muscle */
gboolean         taut_muscle_card_show      (TautMuscleCard  *self,
                                             TautAtlas       *atlas,
                                             TautPictureBook *book,
                                             TautRecord      *record,
                                             const char      *muscle_id,
                                             const char      *point_id,
                                             TautSide         side);

/* (nullable) */
const TautPoint *taut_muscle_card_get_point (TautMuscleCard  *self);

TautSide         taut_muscle_card_get_side  (TautMuscleCard  *self);

/* Moves the focus to the choice of the side, the first thing there is. */
void             taut_muscle_card_focus     (TautMuscleCard  *self);

G_END_DECLS
