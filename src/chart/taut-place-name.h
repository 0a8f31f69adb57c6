/* taut-place-name.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-view.h"

G_BEGIN_DECLS

/* An area as it is named within a sentence and under the pointer, in the
 * person's language, with the side in words: "left shoulder blade, inner edge". */
char       *taut_place_name_area       (const TautArea  *area,
                                        TautSide         side);
/* "Front", as over the figure, and "front view" within a sentence. */
const char *taut_place_name_view       (TautView        *view);
const char *taut_place_name_view_long  (TautView        *view);

G_END_DECLS
