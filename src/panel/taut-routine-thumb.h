/* taut-routine-thumb.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-picture-book.h"

G_BEGIN_DECLS

/**
 * TautRoutineThumb:
 *
 * The small picture of a routine, beside its name, which says it all: a screen
 * reader passes it over. Square, 44 pixels, unless its size is set.
 *
 * CSS node: thumb.
 */
#define TAUT_TYPE_ROUTINE_THUMB (taut_routine_thumb_get_type ())

G_DECLARE_FINAL_TYPE (TautRoutineThumb, taut_routine_thumb, TAUT, ROUTINE_THUMB, GtkWidget)

GtkWidget *taut_routine_thumb_new      (void);
void       taut_routine_thumb_set_size (TautRoutineThumb       *self,
                                        int                     width,
                                        int                     height);

/* @book: (nullable): without it the place stays empty
 * @prescription: (nullable): is needed only during the call */
void       taut_routine_thumb_show     (TautRoutineThumb       *self,
                                        TautPictureBook        *book,
                                        const TautPrescription *prescription);

G_END_DECLS
