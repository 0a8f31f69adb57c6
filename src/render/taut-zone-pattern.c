/* taut-zone-pattern.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-zone-pattern"

#include "config.h"

#include "taut-zone-pattern.h"

#include <math.h>

#include "taut-stipple.h"

/* Distance of the dots of a core; a sparse pattern keeps one dot of four. */
#define PITCH_PX 3.6
/* Distances are pixels of the screen, so that a pattern is as dense as its legend
 * at every zoom. On a figure smaller than PITCH_SCALE pixels per unit, where a neck
 * is ten pixels wide, dots of that pitch would be too few to be a pattern: all
 * of the view move together, and get finer by the same part, so that they cover as
 * much of the skin as before and the tone keeps its meaning. There is one pitch
 * for all patterns of a view, narrow or wide: dots of one grid do not add up where
 * patterns overlap. */
#define PITCH_SCALE 1.0
#define PITCH_MIN_PX 2.4
/* Width of the band in which a pattern fades out, at the full pitch. */
#define CORE_SOFTNESS_PX 6.0
#define SPILLOVER_SOFTNESS_PX 14.0
/* Below this many pixels per unit dots are too few to show where a core is: its
 * fill says it, and gets stronger on the way there from FILL_SCALE. */
#define FILL_SCALE 1.0
#define TINT_SCALE 0.25
#define TINT_OPACITY 0.5
#define TINT_SPILLOVER_OPACITY 0.12

static void
paint_spillover (const TautZoneShape *shape,
                 const TautStipple   *stipple,
                 const TautPalette   *palette,
                 double               scale,
                 cairo_t             *cr)
{
  g_assert (shape != NULL);
  g_assert (stipple != NULL);
  g_assert (palette != NULL);

  if (scale < TINT_SCALE)
    taut_zone_shape_fill (shape, scale, CORE_SOFTNESS_PX, palette->dot_fill,
                          TINT_SPILLOVER_OPACITY, cr);
  taut_color_set_source (palette->dot, 1, cr);
  taut_stipple_draw (stipple, shape, scale, cr);
}

static double
get_fill_opacity (const TautPalette *palette,
                  double             scale)
{
  double small = CLAMP ((FILL_SCALE - scale) / (FILL_SCALE - TINT_SCALE), 0, 1);

  g_assert (palette != NULL);

  return palette->fill_opacity + (TINT_OPACITY - palette->fill_opacity) * small * small;
}

static void
paint_core (const TautZoneShape *shape,
            const TautStipple   *stipple,
            const TautPalette   *palette,
            double               scale,
            cairo_t             *cr)
{
  g_assert (shape != NULL);
  g_assert (stipple != NULL);
  g_assert (palette != NULL);

  taut_zone_shape_fill (shape, scale, stipple->softness, palette->dot_fill,
                        get_fill_opacity (palette, scale), cr);
  taut_color_set_source (palette->dot, 1, cr);
  taut_stipple_draw (stipple, shape, scale, cr);
}

void
taut_zone_pattern_draw (const TautZoneShape *core,
                        const TautZoneShape *spillover,
                        double               scale,
                        const TautPalette   *palette,
                        cairo_t             *cr)
{
  TautStipple stipple = { 0 };
  double part;

  g_return_if_fail (core != NULL);
  g_return_if_fail (spillover != NULL);
  g_return_if_fail (scale > 0);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (cr != NULL);

  stipple.pitch = CLAMP (PITCH_PX * sqrt (scale / PITCH_SCALE), PITCH_MIN_PX, PITCH_PX);
  part = stipple.pitch / PITCH_PX;
  stipple.radius = palette->dot_radius * part;

  stipple.sparse = TRUE;
  stipple.spared = core;
  stipple.softness = SPILLOVER_SOFTNESS_PX * part;
  paint_spillover (spillover, &stipple, palette, scale, cr);

  stipple.sparse = FALSE;
  stipple.spared = NULL;
  stipple.softness = CORE_SOFTNESS_PX * part;
  paint_core (core, &stipple, palette, scale, cr);
}
