/* taut-tile.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <gtk/gtk.h>

#include "taut-chart-painter.h"

G_BEGIN_DECLS

/**
 * TautTileSpec:
 * @zoom: device-independent pixels per figure unit
 * @scale: device pixels per device-independent pixel
 * @style: what to paint for
 * @muscles: which of them the art shows
 * @bare: whether the art goes without underwear
 * @box: what is painted, in device-independent pixels at @zoom, counted from
 *   the origin of the view coordinates
 */
typedef struct
{
  double zoom;
  int scale;
  TautStyle style;
  TautMuscles muscles;
  gboolean bare;
  GdkRectangle box;
} TautTileSpec;

/**
 * TautTile:
 * @spec: how it was painted
 * @surface: the picture
 * @node: (nullable): how it is drawn, made when it is first shown
 *
 * A painted piece of a view. Immutable but for @node, which belongs to the main
 * thread; counted.
 */
typedef struct
{
  TautTileSpec spec;
  cairo_surface_t *surface;
  GskRenderNode *node;
} TautTile;

typedef void (* TautTilePaintFunc) (cairo_t            *cr,
                                    const TautTileSpec *spec,
                                    gpointer            user_data);

/* Calls @paint with the origin of the view coordinates at the context's. Any
 * thread. */
TautTile *taut_tile_paint       (const TautTileSpec *spec,
                                 TautTilePaintFunc   paint,
                                 gpointer            user_data);
TautTile *taut_tile_ref         (TautTile           *tile);
void      taut_tile_unref       (TautTile           *tile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautTile, taut_tile_unref)

/* Whether it would come out the same but for its box. */
gboolean  taut_tile_spec_match  (const TautTileSpec *a,
                                 const TautTileSpec *b);
/* The box around view coordinates, in whole pixels. */
GdkRectangle taut_tile_box      (const TautViewBounds *bounds,
                                 double                zoom,
                                 int                   margin);
gboolean  taut_tile_box_contains (const GdkRectangle *outer,
                                 const GdkRectangle *inner);
/* Puts the tile where it belongs on @widget when the view's origin is at
 * (@origin_x, @origin_y) and the zoom is @zoom; sharp when that is its own. */
void      taut_tile_append      (TautTile           *tile,
                                 GtkWidget          *widget,
                                 GtkSnapshot        *snapshot,
                                 int                 origin_x,
                                 int                 origin_y,
                                 double              zoom);

G_END_DECLS
