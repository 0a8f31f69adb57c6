/* taut-raster.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-area-map.h"
#include "taut-chart-state.h"
#include "taut-tile.h"

G_BEGIN_DECLS

/**
 * TautRaster:
 *
 * Paints the parts of one view into tiles: art and zones in worker threads, each
 * kind with a painter of its own; marks and the highlight of one area, which are
 * small, at once. One raster serves the large view and the thumbnail.
 */
#define TAUT_TYPE_RASTER (taut_raster_get_type ())

G_DECLARE_FINAL_TYPE (TautRaster, taut_raster, TAUT, RASTER, GObject)

/**
 * TautZoneTile:
 * @zone: whose zones they are
 * @wanted: what was asked for
 * @tile: the picture, or %NULL where nothing of them is in the wanted box
 * @whole: whether all that the view shows of them is on the tile
 */
typedef struct
{
  TautSidedPoint zone;
  TautTileSpec wanted;
  TautTile *tile;
  gboolean whole;
} TautZoneTile;

void        taut_zone_tile_free            (gpointer              zone_tile);

TautRaster *taut_raster_new                (TautAtlas            *atlas,
                                            TautView             *view);

TautView   *taut_raster_get_view           (TautRaster           *self);

void        taut_raster_paint_art_async    (TautRaster           *self,
                                            const TautTileSpec   *spec,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
TautTile   *taut_raster_paint_art_finish   (TautRaster           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* @zones: (element-type TautSidedPoint). The box of @spec is what is wanted at
 * most; each tile covers only its own zones.
 * Finish returns (transfer full) (element-type TautZoneTile). */
void        taut_raster_paint_zones_async  (TautRaster           *self,
                                            GArray               *zones,
                                            const TautTileSpec   *spec,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray  *taut_raster_paint_zones_finish (TautRaster           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* All of @marks (element-type TautMark) that the view shows, or %NULL when it
 * shows none. The box of @spec is where badges may go. */
TautTile   *taut_raster_paint_marks        (TautRaster           *self,
                                            GListModel           *marks,
                                            const char           *selected_id,
                                            const TautTileSpec   *spec);
/* The box of @spec is what is wanted at most. @focus adds the outline of the
 * keyboard's focus. */
TautTile   *taut_raster_paint_area         (TautRaster           *self,
                                            TautAreaMap          *areas,
                                            const TautAreaSpot   *spot,
                                            gboolean              focus,
                                            const TautTileSpec   *spec);

G_END_DECLS
