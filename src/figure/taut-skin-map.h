/* taut-skin-map.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin.h"
#include "taut-view.h"

G_BEGIN_DECLS

/* The built file of a skin map, in the byte order of the machine:
 *
 *   TautSkinMapHeader
 *   guint32            rows[height + 1]    first run of each row
 *   TautSkinMapRun     runs[n_runs]        from left to right, never touching
 *   TautSkinMapSample  samples[n_samples]  those of the first run, of the next...
 */
#define TAUT_SKIN_MAP_MAGIC "TAUTVIEW"
#define TAUT_SKIN_MAP_VERSION 1

#define TAUT_SKIN_MAP_SAMPLES_PER_UNIT 2

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 byte_order;
  float bounds[4];
  guint32 width;
  guint32 height;
  guint32 n_runs;
  guint32 n_samples;
  guint32 n_half_cells;
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
 * @cell: the cell, counted within its half
 * @offset: from the middle of the cell to the place that is seen, on the left
 *   half, times %TAUT_SKIN_MAP_OFFSET_SCALE; the lowest bit of the first tells
 *   the side instead
 *
 * The place itself is stored rather than its address: the address follows from
 * it by the axis of the cell's segment alone, and contours need the place.
 */
typedef struct
{
  guint16 cell;
  gint16 offset[3];
} TautSkinMapSample;

#define TAUT_SKIN_MAP_OFFSET_SCALE 2048.0

/**
 * TautSkinMap:
 *
 * A skin map as loaded; @rows, @runs and @samples point into @bytes.
 */
typedef struct
{
  GBytes *bytes;
  TautViewBounds bounds;
  guint width;
  guint height;
  guint n_samples;
  const guint32 *rows;
  const TautSkinMapRun *runs;
  const TautSkinMapSample *samples;
} TautSkinMap;

TautSkinMap *taut_skin_map_new    (const char               *id,
                                   GBytes                   *bytes,
                                   TautSkin                 *skin,
                                   GError                  **error);
void         taut_skin_map_free   (TautSkinMap              *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSkinMap, taut_skin_map_free)

/* Writes the file. @samples has one for each of @width x @height places, row
 * after row; those with @seen FALSE are empty. */
GBytes      *taut_skin_map_write  (const TautViewBounds     *bounds,
                                   guint                     width,
                                   guint                     height,
                                   guint                     n_half_cells,
                                   const TautSkinMapSample  *samples,
                                   const gboolean           *seen);

/* The sample in a column and row, or -1. */
gint64       taut_skin_map_find   (const TautSkinMap        *map,
                                   guint                     column,
                                   guint                     row);

/* What a sample says: the cell and the place on the body at rest. */
guint        taut_skin_map_read   (const TautSkinMap        *map,
                                   TautSkin                 *skin,
                                   guint                     sample,
                                   TautVector               *position);
void         taut_skin_map_encode (TautSkin                 *skin,
                                   guint                     cell,
                                   TautVector                position,
                                   TautSkinMapSample        *sample);

G_END_DECLS
