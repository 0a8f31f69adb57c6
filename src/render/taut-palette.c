/* taut-palette.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-palette"

#include "config.h"

#include "taut-palette.h"

#include <math.h>

/* At one pixel per unit, where a figure is about 1000 pixels tall. */
#define OUTLINE_WIDTH_PX 1.8
#define OUTLINE_WIDTH_MIN_PX 0.8
#define OUTLINE_WIDTH_MAX_PX 2.4
/* How fast the outline gets finer with the figure; 0 would be constant. */
#define OUTLINE_EXPONENT 0.33

static const TautPalette palettes[] = {
  [TAUT_STYLE_LIGHT] = {
    .canvas = 0xf4f3f1,
    .card = 0xffffff,
    .text = 0x2e2e2e,
    .dim_text = 0x6b6b6b,
    .accent = 0x1c71d8,
    .skin = 0xf6efe9,
    .shade = 0xb79e8a,
    .line = 0x4a3d36,
    .underwear = 0xe6dfd9,
    .hair = 0x8a7565,
    .spot = 0xffffff,
    .spot_ring = 0x2a211c,
    .dot = 0x17527f,
    .dot_fill = 0x2f7fb8,
    .ramp = { 0xfbdc9e, 0xf6b657, 0xe8832a, 0xbf4f12, 0x7d2a0d },
    .number = { 0x2a1a0c, 0x2a1a0c, 0x2a1a0c, 0xffffff, 0xffffff },
    .unmarked = 0xffffff,
    .unmarked_number = 0x2a1a0c,
    .shade_opacity = 1.0,
    .detail = 1.0,
    .dot_radius = 1.0,
    .fill_opacity = 0.2,
  },
  [TAUT_STYLE_DARK] = {
    .canvas = 0x1b1b1c,
    .card = 0x363636,
    .text = 0xffffff,
    .dim_text = 0xb3b3b3,
    .accent = 0x8ebcf2,
    .skin = 0x5d5450,
    .shade = 0x2a2421,
    .line = 0xe7dcd3,
    .underwear = 0x4d4542,
    .hair = 0x332c29,
    .spot = 0x1b1b1c,
    .spot_ring = 0xffffff,
    .dot = 0x9fd4ff,
    .dot_fill = 0x6bb6f0,
    .ramp = { 0x7a5a2a, 0xb97a22, 0xe8912f, 0xffb45c, 0xffdca6 },
    .number = { 0xffffff, 0x1a1209, 0x1a1209, 0x1a1209, 0x1a1209 },
    .unmarked = 0x363636,
    .unmarked_number = 0xffffff,
    .shade_opacity = 0.9,
    .detail = 0.8,
    .dot_radius = 1.0,
    .fill_opacity = 0.2,
  },
  [TAUT_STYLE_HIGH_CONTRAST] = {
    .canvas = 0xffffff,
    .card = 0xffffff,
    .text = 0x000000,
    .dim_text = 0x000000,
    .accent = 0x0b4a9e,
    .skin = 0xffffff,
    .shade = 0xb0a8a2,
    .line = 0x000000,
    .underwear = 0xe4e4e4,
    .hair = 0x4a4a4a,
    .spot = 0xffffff,
    .spot_ring = 0x000000,
    .dot = 0x003a66,
    .dot_fill = 0x2f7fb8,
    .ramp = { 0xfbdc9e, 0xf6b657, 0xe8832a, 0x9a3a06, 0x5c1c05 },
    .number = { 0x000000, 0x000000, 0x000000, 0xffffff, 0xffffff },
    .unmarked = 0xffffff,
    .unmarked_number = 0x000000,
    .shade_opacity = 0.35,
    .detail = 1.0,
    .dot_radius = 1.3,
    .fill_opacity = 0.2,
  },
  [TAUT_STYLE_HIGH_CONTRAST_DARK] = {
    .canvas = 0x000000,
    .card = 0x1a1a1a,
    .text = 0xffffff,
    .dim_text = 0xffffff,
    .accent = 0xb8d8ff,
    .skin = 0x201c1a,
    .shade = 0x000000,
    .line = 0xffffff,
    .underwear = 0x3a3532,
    .hair = 0x9a9a9a,
    .spot = 0x000000,
    .spot_ring = 0xffffff,
    .dot = 0xbfe3ff,
    .dot_fill = 0x6bb6f0,
    .ramp = { 0x7a5a2a, 0xc98a30, 0xf0a040, 0xffbf70, 0xffe2b5 },
    .number = { 0xffffff, 0x000000, 0x000000, 0x000000, 0x000000 },
    .unmarked = 0x1a1a1a,
    .unmarked_number = 0xffffff,
    .shade_opacity = 0.35,
    .detail = 1.0,
    .dot_radius = 1.3,
    .fill_opacity = 0.25,
  },
  [TAUT_STYLE_PAPER] = {
    .canvas = 0xf6f4f0,
    .card = 0xffffff,
    .text = 0x1a1a1a,
    .dim_text = 0x555555,
    .accent = 0x9a3c0c,
    .skin = 0xf6efe9,
    .shade = 0xb79e8a,
    .line = 0x3d322c,
    .underwear = 0xe6dfd9,
    .hair = 0x8a7565,
    .spot = 0xffffff,
    .spot_ring = 0x1a1a1a,
    .dot = 0x17527f,
    .dot_fill = 0x2f7fb8,
    .ramp = { 0xfbdc9e, 0xf6b657, 0xe8832a, 0xbf4f12, 0x7d2a0d },
    .number = { 0x1a1a1a, 0x1a1a1a, 0x1a1a1a, 0xffffff, 0xffffff },
    .unmarked = 0xffffff,
    .unmarked_number = 0x1a1a1a,
    .shade_opacity = 1.0,
    .detail = 1.0,
    .dot_radius = 1.0,
    .fill_opacity = 0.2,
  },
};

static double
get_channel (TautColor color,
             guint     shift)
{
  return ((color >> shift) & 0xff) / 255.0;
}

static double
get_linear_channel (TautColor color,
                    guint     shift)
{
  double value = get_channel (color, shift);

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (TautColor color)
{
  return 0.2126 * get_linear_channel (color, 16) +
         0.7152 * get_linear_channel (color, 8) +
         0.0722 * get_linear_channel (color, 0);
}

const TautPalette *
taut_palette_get (TautStyle style)
{
  g_return_val_if_fail (style < G_N_ELEMENTS (palettes), &palettes[TAUT_STYLE_LIGHT]);

  return &palettes[style];
}

void
taut_palette_get_intensity (const TautPalette *palette,
                            guint              intensity,
                            TautColor         *disc,
                            TautColor         *number)
{
  guint step;

  g_return_if_fail (palette != NULL);
  g_return_if_fail (disc != NULL);
  g_return_if_fail (number != NULL);

  if (intensity == 0)
    {
      *disc = palette->unmarked;
      *number = palette->unmarked_number;
      return;
    }

  step = MIN ((intensity - 1) / 2, TAUT_N_RAMP_STEPS - 1);
  *disc = palette->ramp[step];
  *number = palette->number[step];
}

double
taut_color_get_contrast (TautColor a,
                         TautColor b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

void
taut_color_set_source (TautColor  color,
                       double     opacity,
                       cairo_t   *cr)
{
  g_return_if_fail (cr != NULL);

  cairo_set_source_rgba (cr,
                         get_channel (color, 16),
                         get_channel (color, 8),
                         get_channel (color, 0),
                         opacity);
}

double
taut_palette_get_outline_width (double scale)
{
  g_return_val_if_fail (scale > 0, OUTLINE_WIDTH_PX);

  return CLAMP (OUTLINE_WIDTH_PX * pow (scale, OUTLINE_EXPONENT),
                OUTLINE_WIDTH_MIN_PX,
                OUTLINE_WIDTH_MAX_PX);
}

char *
taut_palette_format_stylesheet (const TautPalette *palette,
                                double             scale)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (palette != NULL, NULL);
  g_return_val_if_fail (scale > 0, NULL);

  g_ascii_formatd (width, sizeof width, "%.4f", taut_palette_get_outline_width (scale) / scale);

  return g_strdup_printf (
    ".area { display: none }\n"
    ".skin { fill: #%06x; stroke: none }\n"
    ".shade { fill: #%06x; stroke: none }\n"
    ".contour { fill: #%06x; stroke: none }\n"
    ".underwear { fill: #%06x; stroke: none }\n"
    ".hair { fill: #%06x; stroke: none }\n"
    ".outline { fill: none; stroke: #%06x; stroke-width: %s;"
    " stroke-linecap: round; stroke-linejoin: round }\n",
    palette->skin, palette->shade, palette->line, palette->underwear, palette->hair,
    palette->line, width);
}
