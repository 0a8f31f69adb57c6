/* taut-figure-chooser.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-atlas.h"

G_BEGIN_DECLS

/**
 * TautFigureChooser:
 *
 * The figures side by side, as pictures to choose one of.
 */
#define TAUT_TYPE_FIGURE_CHOOSER (taut_figure_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TautFigureChooser, taut_figure_chooser, TAUT, FIGURE_CHOOSER, GtkWidget)

/* @figure: one of taut_view_list_figures() */
GtkWidget  *taut_figure_chooser_new        (TautAtlas         *atlas,
                                            const char        *figure);
const char *taut_figure_chooser_get_figure (TautFigureChooser *self);
void        taut_figure_chooser_set_figure (TautFigureChooser *self,
                                            const char        *figure);

G_END_DECLS
