/* taut-signs-view.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautSignsView:
 *
 * Asks for the warning signs that the marks call for, before any plan is shown: a
 * check for each, and one button, which says that none of them is true as long as
 * nothing is ticked. It is neutral: the answer is not led.
 */
#define TAUT_TYPE_SIGNS_VIEW (taut_signs_view_get_type ())

G_DECLARE_FINAL_TYPE (TautSignsView, taut_signs_view, TAUT, SIGNS_VIEW, GtkWidget)

GtkWidget *taut_signs_view_new    (void);

/* Shows what is to be asked; what is ticked already stays so. */
void       taut_signs_view_update (TautSignsView *self,
                                   TautAtlas     *atlas,
                                   TautRecord    *record);

G_END_DECLS
