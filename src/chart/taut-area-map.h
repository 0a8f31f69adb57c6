/* taut-area-map.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautAreaMap:
 *
 * Which areas of the body one view shows, where, and which is the neighbour of
 * which. Made from the skin map once; knows no widget. Immutable, counted.
 */
typedef struct _TautAreaMap TautAreaMap;

/**
 * TautAreaSpot:
 * @index: its place in the map's list
 * @area: the area
 * @side: the side of the body
 * @box: around what is seen of it, view coordinates
 * @x: a place well inside
 * @y: likewise
 * @at: the skin there
 * @extent: how much of it is seen, square figure units
 *
 * One side of an area as one view shows it.
 */
typedef struct
{
  guint index;
  const TautArea *area;
  TautSide side;
  TautViewBounds box;
  double x;
  double y;
  TautSkinPoint at;
  double extent;
} TautAreaSpot;

typedef enum
{
  TAUT_STEP_LEFT,
  TAUT_STEP_RIGHT,
  TAUT_STEP_UP,
  TAUT_STEP_DOWN,
} TautStep;

#define TAUT_N_STEPS 4

TautAreaMap        *taut_area_map_new         (TautAtlas          *atlas,
                                               TautView           *view);
TautAreaMap        *taut_area_map_ref         (TautAreaMap        *map);
void                taut_area_map_unref       (TautAreaMap        *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautAreaMap, taut_area_map_unref)

TautView           *taut_area_map_get_view    (TautAreaMap        *map);
/* From head to foot, the viewer's left first. */
guint               taut_area_map_get_n_spots (TautAreaMap        *map);
const TautAreaSpot *taut_area_map_get_spot    (TautAreaMap        *map,
                                               guint               index);
const TautAreaSpot *taut_area_map_find        (TautAreaMap        *map,
                                               const TautArea     *area,
                                               TautSide            side);
/* What lies at a place of the view, or %NULL beside the body; @hit may be
 * %NULL. */
const TautAreaSpot *taut_area_map_pick        (TautAreaMap        *map,
                                               double              view_x,
                                               double              view_y,
                                               TautSkinHit        *hit);
/* The neighbour in a direction of the view, or %NULL at the edge of the body. */
const TautAreaSpot *taut_area_map_step        (TautAreaMap        *map,
                                               const TautAreaSpot *spot,
                                               TautStep            step);
/* Its outline in view coordinates; kept. For one thread. */
const TautOutline  *taut_area_map_get_contour (TautAreaMap        *map,
                                               const TautAreaSpot *spot);

G_END_DECLS
