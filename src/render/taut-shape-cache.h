/* taut-shape-cache.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-view.h"
#include "taut-zone-shape.h"

G_BEGIN_DECLS

/**
 * TautShapeCache:
 *
 * The contours that one view shows of zones and areas, traced when they are
 * first asked for. What it hands out lives as long as the cache.
 */
typedef struct _TautShapeCache TautShapeCache;

TautShapeCache      *taut_shape_cache_new      (TautAtlas       *atlas,
                                                TautView        *view);
void                 taut_shape_cache_free     (TautShapeCache  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautShapeCache, taut_shape_cache_free)

const TautZoneShape *taut_shape_cache_get_zone (TautShapeCache  *self,
                                                const TautPoint *point,
                                                TautSide         side,
                                                TautZoneKind     kind);
const TautZoneShape *taut_shape_cache_get_area (TautShapeCache  *self,
                                                const TautArea  *area,
                                                TautSide         side);

G_END_DECLS
