/* taut-plan-letters.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-palette.h"
#include "taut-plan-picture.h"

G_BEGIN_DECLS

/**
 * taut_plan_letters_draw:
 * @frame: the frame of the picture on the page, points
 * @letters: size of its letters
 *
 * Names the sides of the body in a picture, where nothing is under the letters as
 * far as there is such a place.
 */
void taut_plan_letters_draw (const TautPlanPicture   *picture,
                             const cairo_rectangle_t *frame,
                             double                   letters,
                             const TautPalette       *palette,
                             cairo_t                 *cr);

G_END_DECLS
