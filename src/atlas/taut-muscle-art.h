/* taut-muscle-art.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-muscle-sheet.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautMuscleArt:
 *
 * Draws muscles as one view sees them: looks once at every sample of the view,
 * then at those samples that a sheet can reach. What the view does not show is
 * not drawn.
 */
typedef struct _TautMuscleArt TautMuscleArt;

TautMuscleArt *taut_muscle_art_new    (TautView              *view);
void           taut_muscle_art_free   (TautMuscleArt         *art);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautMuscleArt, taut_muscle_art_free)

/* Appends a group for a sheet on one side of the body, or nothing where the view
 * shows none of it. */
void           taut_muscle_art_append (TautMuscleArt         *art,
                                       const TautMuscleSheet *sheet,
                                       TautSide               side,
                                       GString               *svg);

G_END_DECLS
