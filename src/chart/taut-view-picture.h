/* taut-view-picture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-atlas.h"

G_BEGIN_DECLS

/**
 * TautViewPicture:
 *
 * The art of a view, small, to choose by: of any figure, without marks. The view is
 * loaded when the picture is first seen, in the background, one after another, and
 * given up again when it is painted.
 */
#define TAUT_TYPE_VIEW_PICTURE (taut_view_picture_get_type ())

G_DECLARE_FINAL_TYPE (TautViewPicture, taut_view_picture, TAUT, VIEW_PICTURE, GtkWidget)

GtkWidget *taut_view_picture_new        (TautAtlas       *atlas,
                                         const char      *view_id,
                                         const char      *figure,
                                         int              width,
                                         int              height);
gboolean   taut_view_picture_is_painted (TautViewPicture *self);

G_END_DECLS
