/* taut-zone-shape.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-outline.h"

G_BEGIN_DECLS

/* Distances are known this far from a contour, in its units; nothing fades over
 * a longer way. */
#define TAUT_ZONE_SHAPE_BAND 12.0

/**
 * TautBorderFunc:
 * @x: a place just outside a contour
 * @y: the same
 * @user_data: data
 *
 * Returns: whether there is skin, so that the contour fades out there. Where it
 *   ends because the body turns away it stays sharp.
 */
typedef gboolean (* TautBorderFunc) (double   x,
                                     double   y,
                                     gpointer user_data);

/**
 * TautZoneShape:
 *
 * A contour with a raster of distances to it, in the units of the contour. Made
 * once, good for every scale.
 */
typedef struct _TautZoneShape TautZoneShape;

/* @fades may be %NULL: every border fades; it is asked as long as the shape lives.
 * Takes @outline. */
TautZoneShape     *taut_zone_shape_new          (TautOutline           *outline,
                                                 TautBorderFunc         fades,
                                                 gpointer               user_data);
void               taut_zone_shape_free         (TautZoneShape         *shape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautZoneShape, taut_zone_shape_free)

gboolean           taut_zone_shape_is_empty     (const TautZoneShape   *shape);
const TautOutline *taut_zone_shape_get_outline  (const TautZoneShape   *shape);

/* The box around the contour. */
void               taut_zone_shape_get_extents  (const TautZoneShape   *shape,
                                                 cairo_rectangle_t     *extents);

/* How deep inside the contour a place lies, negative outside; ends at
 * TAUT_ZONE_SHAPE_BAND either way. */
double             taut_zone_shape_get_depth    (const TautZoneShape   *shape,
                                                 double                 x,
                                                 double                 y);

/* The same, counted from the borders that fade. */
double             taut_zone_shape_get_fade     (const TautZoneShape   *shape,
                                                 double                 x,
                                                 double                 y);

/* The most fade to be found inside, not far from a place: half the width of a
 * narrow pattern, all of it where one of its borders is sharp. */
double             taut_zone_shape_get_reach    (const TautZoneShape   *shape,
                                                 double                 x,
                                                 double                 y);

/* How much of the pattern is left at a place, 0 to 1, where borders fade over
 * @softness units, and over less where the pattern is too narrow for that. */
double             taut_zone_shape_get_strength (const TautZoneShape   *shape,
                                                 double                 softness,
                                                 double                 x,
                                                 double                 y);

/* Adds the contour to the path of @cr, scaled. */
void               taut_zone_shape_add_path     (const TautZoneShape   *shape,
                                                 double                 scale,
                                                 cairo_t               *cr);

/**
 * taut_zone_shape_fill:
 *
 * Fills the contour with a colour in steps whose opacities add up to
 * @opacity, so that its fading borders look soft over @softness pixels.
 */
void               taut_zone_shape_fill         (const TautZoneShape   *shape,
                                                 double                 scale,
                                                 double                 softness,
                                                 guint32                color,
                                                 double                 opacity,
                                                 cairo_t               *cr);

G_END_DECLS
