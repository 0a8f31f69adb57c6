/* taut-art-fade.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The mask of what is laid over the skin: it is gone halfway, where skin maps end. */
#define TAUT_ART_FADE_OVER "fade-over"

/**
 * taut_art_fade_open:
 * @fade: from the first view y to the second one the art fades away
 * @bounds: x, y, width, height of the view box
 * @svg: where the group begins
 *
 * Begins a group that fades away; nothing when both ends of @fade are equal.
 */
void taut_art_fade_open  (const double  fade[2],
                          const double  bounds[4],
                          GString      *svg);
void taut_art_fade_close (const double  fade[2],
                          GString      *svg);

G_END_DECLS
