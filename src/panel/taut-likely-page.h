/* taut-likely-page.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-find-state.h"

G_BEGIN_DECLS

/**
 * TautLikelyPage:
 *
 * A short list: the muscles that are often described with a complaint, with points to
 * press, or those that a routine is for. Rows lead on by "guide.show-muscle" and
 * "guide.show-point".
 */
#define TAUT_TYPE_LIKELY_PAGE (taut_likely_page_get_type ())

G_DECLARE_FINAL_TYPE (TautLikelyPage, taut_likely_page, TAUT, LIKELY_PAGE, GtkWidget)

GtkWidget *taut_likely_page_new   (void);
/* @state is needed only during the call. */
void       taut_likely_page_show  (TautLikelyPage        *self,
                                   const TautLikelyState *state);
/* Moves the focus to the first row. */
void       taut_likely_page_focus (TautLikelyPage        *self);

G_END_DECLS
