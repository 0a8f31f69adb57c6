/* taut-pattern-key.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-pattern-key"

#include "config.h"

#include "taut-pattern-key.h"

#include <math.h>

#include "taut-stipple.h"

/* Dots as the painter sets them for patterns, in pixels. */
#define PITCH_PX 3.6
#define SOFTNESS_PX 2.0

static TautZoneShape *
make_patch (double width,
            double height)
{
  TautOutline *outline = taut_outline_new ();
  TautOutlinePoint points[32];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double angle = 2 * G_PI * i / G_N_ELEMENTS (points);

      points[i] = (TautOutlinePoint) { width / 2 * cos (angle), height / 2 * sin (angle) };
    }
  g_ptr_array_add (outline->lines, taut_line_new (points, G_N_ELEMENTS (points), TRUE));

  return taut_zone_shape_new (outline, NULL, NULL);
}

void
taut_pattern_key_draw (TautZoneKind  kind,
                       double        width,
                       double        height,
                       TautStyle     style,
                       cairo_t      *cr)
{
  const TautPalette *palette = taut_palette_get (style);
  const TautStipple stipple = { PITCH_PX, palette->dot_radius, SOFTNESS_PX,
                                kind == TAUT_ZONE_SPILLOVER, NULL };
  g_autoptr (TautZoneShape) patch = NULL;

  g_return_if_fail (width > 0 && height > 0);
  g_return_if_fail (cr != NULL);

  patch = make_patch (width, height);
  if (kind == TAUT_ZONE_ESSENTIAL)
    taut_zone_shape_fill (patch, 1, SOFTNESS_PX, palette->dot_fill, palette->fill_opacity, cr);
  taut_color_set_source (palette->dot, 1, cr);
  taut_stipple_draw (&stipple, patch, 1, cr);
}
