/* taut-picture-book.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-palette.h"
#include "taut-prescription.h"

G_BEGIN_DECLS

/**
 * TautPictureBook:
 *
 * The small pictures of routines and muscles, each drawn once: one after another,
 * while nothing else is to do.
 *
 * Signal: "drawn" (key): a picture that was asked for is there.
 */
#define TAUT_TYPE_PICTURE_BOOK (taut_picture_book_get_type ())

G_DECLARE_FINAL_TYPE (TautPictureBook, taut_picture_book, TAUT, PICTURE_BOOK, GObject)

/* @views: (element-type TautView) */
TautPictureBook *taut_picture_book_new     (TautAtlas              *atlas,
                                            GPtrArray              *views);

/* Asks for a picture in pixels of the widget, @scale device pixels each. (transfer
 * full): the key by which it is found, %NULL where nothing can be drawn. */
char            *taut_picture_book_ask     (TautPictureBook        *self,
                                            const TautPrescription *prescription,
                                            int                     width,
                                            int                     height,
                                            int                     scale,
                                            TautStyle               style);

/* The same for the small chart of a muscle; @point (nullable) is one of its points.
 * Only the latest few are kept. (transfer full) */
char            *taut_picture_book_ask_muscle (TautPictureBook     *self,
                                            const TautMuscle       *muscle,
                                            const TautPoint        *point,
                                            TautSide                side,
                                            int                     width,
                                            int                     height,
                                            int                     scale,
                                            TautStyle               style);

/* %NULL as long as it is not drawn, or when it is no longer kept. (transfer none) (nullable) */
GdkTexture      *taut_picture_book_look_up (TautPictureBook        *self,
                                            const char             *key);

G_END_DECLS
