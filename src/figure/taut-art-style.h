/* taut-art-style.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fill of a class without a stylesheet, for programs that know none; NULL
 * for a class that is not known. Keep in sync with the stylesheets that theme
 * the art. */
const char *taut_art_style_get_fill (const char *style);

/* Appends ` class="STYLE" fill="..."`. */
void        taut_art_style_append   (GString    *svg,
                                     const char *style,
                                     double      opacity);

G_END_DECLS
