/* taut-art-map.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-figure.h"

G_BEGIN_DECLS

/* The depth of a place where no skin is seen. */
#define TAUT_ART_NOWHERE (-1e4f)

/**
 * TautArtWindow:
 * @x: first column in the raster of the map
 * @y: first row
 * @low: the least distance to the skin along the line of sight
 * @depth: how near the skin is, or %TAUT_ART_NOWHERE
 *
 * One part of the body by itself, unhidden.
 */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
  float *low;
  float *depth;
} TautArtWindow;

/**
 * TautArtMap:
 * @x0: view x of the first column
 * @y0: view y of the first row
 * @step: distance between samples
 * @low: the least distance to any skin along the line of sight; its zero line is
 *   the outline
 * @depth: z of the skin that is seen, or %TAUT_ART_NOWHERE
 * @normal: outward normal of the skin that is seen, per axis
 * @part: the part that is seen, or -1
 * @seen: 1 where skin is seen
 * @windows: the parts by themselves
 *
 * What the viewer sees of the posed body: the parts put together in depth.
 */
typedef struct
{
  double x0;
  double y0;
  double step;
  int width;
  int height;
  float *low;
  float *depth;
  float *normal[3];
  gint8 *part;
  guint8 *seen;
  TautArtWindow windows[TAUT_N_PARTS];
} TautArtMap;

/* Parts without a lattice (NULL) are left out. */
TautArtMap *taut_art_map_new       (TautLattice *const lattices[TAUT_N_PARTS],
                                    double             step);
void        taut_art_map_free      (TautArtMap        *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautArtMap, taut_art_map_free)

/* The nearest sample of what is seen; %TAUT_ART_NOWHERE beside the body. */
float       taut_art_map_get_depth (const TautArtMap  *map,
                                    double             x,
                                    double             y);
float       taut_art_map_get_own_depth (const TautArtMap *map,
                                        TautPart          part,
                                        double            x,
                                        double            y);
TautVector  taut_art_map_get_normal (const TautArtMap *map,
                                     double            x,
                                     double            y);

G_END_DECLS
