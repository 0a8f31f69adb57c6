/* taut-area-item.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "taut-atlas.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautAreaItem:
 *
 * One side of an area in the list of areas.
 *
 * Properties (read-only): "name" (string), "note" (string): which view shows it.
 */
#define TAUT_TYPE_AREA_ITEM (taut_area_item_get_type ())

G_DECLARE_FINAL_TYPE (TautAreaItem, taut_area_item, TAUT, AREA_ITEM, GObject)

TautAreaItem        *taut_area_item_new       (const TautArea      *area,
                                               TautSide             side,
                                               const TautSkinPoint *at,
                                               TautView            *view,
                                               const char          *note);

const TautArea      *taut_area_item_get_area  (TautAreaItem        *self);
TautSide             taut_area_item_get_side  (TautAreaItem        *self);
const TautSkinPoint *taut_area_item_get_place (TautAreaItem        *self);
/* The view to show it in, or %NULL when none shows it. */
TautView            *taut_area_item_get_view  (TautAreaItem        *self);
const char          *taut_area_item_get_name  (TautAreaItem        *self);
const char          *taut_area_item_get_note  (TautAreaItem        *self);

G_END_DECLS
