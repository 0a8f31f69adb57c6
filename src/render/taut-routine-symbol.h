/* taut-routine-symbol.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-palette.h"

G_BEGIN_DECLS

/* A sign of taut_atlas_list_symbols(), in lines, in the square of @size around a
 * place. */
void taut_routine_symbol_draw (const char        *symbol,
                               double             x,
                               double             y,
                               double             size,
                               const TautPalette *palette,
                               cairo_t           *cr);

/* Whether there is a drawing for it. */
gboolean taut_routine_symbol_is_known (const char *symbol);

G_END_DECLS
