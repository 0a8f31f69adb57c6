/* taut-point-menu.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-chart-state.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautPointMenu:
 *
 * Offers the points at a place, each with its muscle, and last a plain tender
 * spot. While a point is pointed at or focused, the chart shows where it refers.
 * Choosing one marks it.
 *
 * Arrow keys go up and down, Enter chooses, Escape closes.
 */
#define TAUT_TYPE_POINT_MENU (taut_point_menu_get_type ())

G_DECLARE_FINAL_TYPE (TautPointMenu, taut_point_menu, TAUT, POINT_MENU, GtkPopover)

GtkWidget *taut_point_menu_new          (TautChartState      *state);

/* @points: (element-type TautNearPoint), in the order to show. A point that
 * @view shows is marked where it lies, any other at @at. */
void       taut_point_menu_open         (TautPointMenu       *self,
                                         TautView            *view,
                                         const char          *place_name,
                                         GArray              *points,
                                         const TautSkinPoint *at);
/* What else it offers when it opens next: to read about a muscle, and a close-up.
 * @muscle and @close_up, a view's id, may be %NULL. */
void       taut_point_menu_set_more     (TautPointMenu       *self,
                                         const TautMuscle    *muscle,
                                         TautSide             side,
                                         const char          *close_up);
/* Whether one of those was chosen. */
gboolean   taut_point_menu_get_left     (TautPointMenu       *self);
/* The id of the mark that was made since it opened, or %NULL.
 * Returns: (transfer full) */
char      *taut_point_menu_steal_chosen (TautPointMenu       *self);

G_END_DECLS
