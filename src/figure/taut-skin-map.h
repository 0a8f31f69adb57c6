/* taut-skin-map.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin.h"
#include "taut-view.h"

G_BEGIN_DECLS

/* The built file of a skin map, in the byte order of the machine: a header, then
 * the contents, deflated. What they hold stands in taut-skin-map-code.c. */
#define TAUT_SKIN_MAP_MAGIC "TAUTVIEW"
#define TAUT_SKIN_MAP_VERSION 2

/* Of the views of the whole body; close-ups are finer. */
#define TAUT_SKIN_MAP_SAMPLES_PER_UNIT 2

/**
 * TautSkinMapHeader:
 * @scale: places are stored as multiples of 1 / @scale units
 * @low: what is taken off every multiple, for each axis
 * @n_named: how many samples name their cell rather than a neighbour with it
 * @n_wide: how many numbers did not fit into a byte
 * @size: of the contents, not deflated
 */
typedef struct
{
  char magic[8];
  guint32 version;
  guint32 byte_order;
  float bounds[4];
  guint32 width;
  guint32 height;
  guint32 samples_per_unit;
  guint32 n_runs;
  guint32 n_samples;
  guint32 n_half_cells;
  guint32 scale;
  gint32 low[3];
  guint32 n_named;
  guint32 n_wide;
  guint32 size;
  guint32 reserved;
} TautSkinMapHeader;

typedef struct
{
  guint16 column;
  guint16 length;
  guint32 first;
} TautSkinMapRun;

/**
 * TautSkinMapSample:
 * @cell: the cell that is seen
 * @place: the place on the body at rest, see TautSkinMapHeader
 *
 * The place itself is stored rather than its address: the address follows from
 * it by the axis of the cell's segment alone, and contours need the place.
 */
typedef struct
{
  guint32 cell;
  guint16 place[3];
} TautSkinMapSample;

/**
 * TautSkinMap:
 * @rows: (array length=height + 1): first run of each row
 * @runs: from left to right, never touching
 * @samples: those of the first run, of the next...
 *
 * A skin map. Its @rows, @runs and @samples are there once it is unpacked.
 */
typedef struct
{
  GBytes *bytes;
  TautSkinMapHeader header;
  TautViewBounds bounds;
  guint width;
  guint height;
  guint n_samples;
  guint samples_per_unit;
  guint32 *rows;
  TautSkinMapRun *runs;
  TautSkinMapSample *samples;
} TautSkinMap;

/* Looks at the header only. */
TautSkinMap *taut_skin_map_new    (const char               *id,
                                   GBytes                   *bytes,
                                   TautSkin                 *skin,
                                   GError                  **error);
void         taut_skin_map_free   (TautSkinMap              *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSkinMap, taut_skin_map_free)

/* Unpacks the contents and checks them; a damaged map is empty afterwards. */
gboolean     taut_skin_map_unpack (TautSkinMap              *map,
                                   const char               *id,
                                   GError                  **error);

/* Writes the file. There is one cell and one place for each of @width x @height
 * samples, row after row; those with @seen FALSE are empty. */
GBytes      *taut_skin_map_write  (const TautViewBounds     *bounds,
                                   guint                     samples_per_unit,
                                   guint                     n_half_cells,
                                   const guint32            *cells,
                                   const TautVector         *places,
                                   const gboolean           *seen);

/* The sample in a column and row, or -1. */
gint64       taut_skin_map_find   (const TautSkinMap        *map,
                                   guint                     column,
                                   guint                     row);

/* The place on the body at rest. */
static inline TautVector
taut_skin_map_get_place (const TautSkinMap *map,
                         guint              sample)
{
  const guint16 *place = map->samples[sample].place;
  const gint32 *low = map->header.low;
  double scale = 1.0 / map->header.scale;

  return (TautVector) { (place[0] + low[0]) * scale, (place[1] + low[1]) * scale,
                        (place[2] + low[2]) * scale };
}

G_END_DECLS
