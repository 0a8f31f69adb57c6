/* taut-skin-flood.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin-private.h"

G_BEGIN_DECLS

/**
 * TautSkinFlood:
 *
 * Spreads over the skin from cell to cell, nearest first, and tells the way
 * along the skin in figure units. Only where the caller says so does it spread
 * on, so that it costs no more than what it reaches.
 */
typedef struct _TautSkinFlood TautSkinFlood;

TautSkinFlood *taut_skin_flood_new          (TautSkin            *skin);
void           taut_skin_flood_free         (TautSkinFlood       *flood);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSkinFlood, taut_skin_flood_free)

/* A spring: the flood starts at @position, which lies in @cell. */
void           taut_skin_flood_seed         (TautSkinFlood       *flood,
                                             guint                cell,
                                             TautVector           position);

/* The next cell and the way to its middle; %FALSE when all is dry. */
gboolean       taut_skin_flood_next         (TautSkinFlood       *flood,
                                             guint               *cell,
                                             double              *distance);
/* Lets the flood go on from a cell that taut_skin_flood_next() told. */
void           taut_skin_flood_spread       (TautSkinFlood       *flood,
                                             guint                cell);
/* The way to a place in or beside a cell that the flood has reached. */
double         taut_skin_flood_get_distance (const TautSkinFlood *flood,
                                             guint                cell,
                                             TautVector           position);

/* The cell over which a cell was reached; %FALSE at a spring. */
gboolean       taut_skin_flood_get_parent   (const TautSkinFlood *flood,
                                             guint                cell,
                                             guint               *parent);

G_END_DECLS
