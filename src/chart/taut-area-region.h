/* taut-area-region.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-area-map.h"
#include "taut-viewport.h"

G_BEGIN_DECLS

/**
 * TautAreaRegion:
 *
 * One side of an area in a large view, as a widget: it draws nothing, but has
 * the area's shape under the pointer, takes the focus, and is a button to
 * assistive technology. Its name is the area's, with the side in words.
 *
 * Signals: "open" (Enter, Space): the menu of points is wanted; "remove"
 * (Delete); "shift" (int; plus and minus): stronger or weaker; "step" (uint,
 * a TautStep; arrows): the neighbour is wanted; "jump" (gboolean; Home, End):
 * the first or the last area.
 * Action: "area.open".
 */
#define TAUT_TYPE_AREA_REGION (taut_area_region_get_type ())

G_DECLARE_FINAL_TYPE (TautAreaRegion, taut_area_region, TAUT, AREA_REGION, GtkWidget)

GtkWidget          *taut_area_region_new           (TautAreaMap        *areas,
                                                    const TautAreaSpot *spot,
                                                    TautViewport       *viewport);

const TautAreaSpot *taut_area_region_get_spot      (TautAreaRegion     *self);
const char         *taut_area_region_get_name      (TautAreaRegion     *self);
/* Says what is marked here; %NULL for nothing. */
void                taut_area_region_set_marked    (TautAreaRegion     *self,
                                                    const char         *description);

G_END_DECLS
