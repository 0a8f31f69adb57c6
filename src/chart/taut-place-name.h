/* taut-place-name.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-view.h"

G_BEGIN_DECLS

/* "Front", as over the figure, and "front view" within a sentence. */
const char *taut_place_name_view       (TautView        *view);
const char *taut_place_name_view_long  (TautView        *view);

/* The same for a close-up by its id: "Left palm", and "Close-up of the left palm";
 * %NULL for any other view. */
const char *taut_place_name_close_up      (const char   *view_id);
const char *taut_place_name_close_up_long (const char   *view_id);

G_END_DECLS
