/* taut-muscle-view.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-picture-book.h"

G_BEGIN_DECLS

/**
 * TautMuscleView:
 *
 * The small chart of a muscle, as wide as there is room. Its accessible name is for
 * its owner to set.
 *
 * CSS node: muscleview.
 */
#define TAUT_TYPE_MUSCLE_VIEW (taut_muscle_view_get_type ())

G_DECLARE_FINAL_TYPE (TautMuscleView, taut_muscle_view, TAUT, MUSCLE_VIEW, GtkWidget)

GtkWidget *taut_muscle_view_new  (void);

/* @book: (nullable): without it the place stays empty
 * @point: (nullable): whose pattern is shown */
void       taut_muscle_view_show (TautMuscleView   *self,
                                  TautPictureBook  *book,
                                  const TautMuscle *muscle,
                                  const TautPoint  *point,
                                  TautSide          side);

G_END_DECLS
