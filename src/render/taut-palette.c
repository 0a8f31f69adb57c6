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
#define OUTLINE_WIDTH_MIN_PX 0.6
#define OUTLINE_WIDTH_MAX_PX 2.4
/* How fast the outline gets finer with the figure; 0 would be constant. */
#define OUTLINE_EXPONENT 0.42
/* Below this many pixels per unit fine lines would run together. */
#define FINE_SCALE 0.25

/* What the light screen and the paper have in common: the body, what is marked on it, and
 * its patterns. */
#define LIGHT_BODY \
  .card = 0xffffff, \
  .skin = 0xf6efe9, \
  .shade = 0xb79e8a, \
  .cloth = 0xe3ded9, \
  .cloth_shade = 0x8d8580, \
  .cloth_line = 0x8d8580, \
  .hair = 0xb3a69b, \
  .brow = 0x6b5a4f, \
  .lip = 0xc79a8a, \
  .areola = 0xc09c86, \
  .nail = 0xfcf7f3, \
  .eye = 0xfdfbf9, \
  .iris = 0x857364, \
  .pupil = 0x33281f, \
  .glint = 0xffffff, \
  .muscle = 0xc67764, \
  .muscle_dark = 0x8f4236, \
  .muscle_light = 0xe0a08d, \
  .muscle_line = 0x6b2b24, \
  .tendon = 0xf0e5cf, \
  .tendon_dark = 0xbfa878, \
  .tendon_light = 0xfbf6ea, \
  .tendon_line = 0x8c7850, \
  .spot = 0xffffff, \
  .dot = 0x17527f, \
  .dot_fill = 0x2f7fb8, \
  .ramp = { 0xfbdc9e, 0xf6b657, 0xe8832a, 0xbf4f12, 0x7d2a0d }, \
  .unmarked = 0xffffff, \
  .shade_opacity = 1.0, \
  .detail = 1.0, \
  .dot_radius = 1.0, \
  .fill_opacity = 0.2

static const TautPalette palettes[] = {
  [TAUT_STYLE_LIGHT] = {
    .canvas = 0xf4f3f1,
    .text = 0x2e2e2e,
    .dim_text = 0x6b6b6b,
    .accent = 0x1c71d8,
    .line = 0x4a3d36,
    .spot_ring = 0x2a211c,
    .number = { 0x2a1a0c, 0x2a1a0c, 0x2a1a0c, 0xffffff, 0xffffff },
    .unmarked_number = 0x2a1a0c,
    LIGHT_BODY,
  },
  [TAUT_STYLE_DARK] = {
    .canvas = 0x1b1b1c,
    .card = 0x363636,
    .text = 0xffffff,
    .dim_text = 0xb3b3b3,
    .accent = 0x8ebcf2,
    .skin = 0x5d5450,
    .shade = 0x241e1b,
    .line = 0xe7dcd3,
    .cloth = 0x46403d,
    .cloth_shade = 0x1e1a18,
    .cloth_line = 0xa39a93,
    .hair = 0x2b2523,
    .brow = 0x2b2523,
    .lip = 0x7b625a,
    .areola = 0x4c423d,
    .nail = 0x6e645f,
    .eye = 0xa39a93,
    .iris = 0x5a4f47,
    .pupil = 0x171312,
    .glint = 0xffffff,
    .muscle = 0x8c4a3f,
    .muscle_dark = 0x5a2a24,
    .muscle_light = 0xab6656,
    .muscle_line = 0xe3b9ac,
    .tendon = 0xa8977c,
    .tendon_dark = 0x786850,
    .tendon_light = 0xc2b190,
    .tendon_line = 0xe6d9bd,
    .spot = 0x1b1b1c,
    .spot_ring = 0xffffff,
    .dot = 0x9fd4ff,
    .dot_fill = 0x6bb6f0,
    .ramp = { 0x7a5a2a, 0xb97a22, 0xe8912f, 0xffb45c, 0xffdca6 },
    .number = { 0xffffff, 0x1a1209, 0x1a1209, 0x1a1209, 0x1a1209 },
    .unmarked = 0x363636,
    .unmarked_number = 0xffffff,
    .shade_opacity = 1.0,
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
    .shade = 0x9a908a,
    .line = 0x000000,
    .cloth = 0xdedede,
    .cloth_shade = 0x8a8a8a,
    .cloth_line = 0x000000,
    .hair = 0xa8a8a8,
    .brow = 0x000000,
    .lip = 0xc9b3aa,
    .areola = 0xb8a79c,
    .nail = 0xffffff,
    .eye = 0xffffff,
    .iris = 0x555555,
    .pupil = 0x000000,
    .glint = 0xffffff,
    .muscle = 0xd98a78,
    .muscle_dark = 0x8a3226,
    .muscle_light = 0xeeb3a3,
    .muscle_line = 0x000000,
    .tendon = 0xfbf3e2,
    .tendon_dark = 0x9a8450,
    .tendon_light = 0xffffff,
    .tendon_line = 0x000000,
    .spot = 0xffffff,
    .spot_ring = 0x000000,
    .dot = 0x003a66,
    .dot_fill = 0x2f7fb8,
    .ramp = { 0xfbdc9e, 0xf6b657, 0xe8832a, 0x9a3a06, 0x5c1c05 },
    .number = { 0x000000, 0x000000, 0x000000, 0xffffff, 0xffffff },
    .unmarked = 0xffffff,
    .unmarked_number = 0x000000,
    .shade_opacity = 0.5,
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
    .cloth = 0x3d3d3d,
    .cloth_shade = 0x1a1a1a,
    .cloth_line = 0xffffff,
    .hair = 0x5a5a5a,
    .brow = 0xffffff,
    .lip = 0x5a4c46,
    .areola = 0x4a403b,
    .nail = 0x34302d,
    .eye = 0xb0b0b0,
    .iris = 0x6a6a6a,
    .pupil = 0x000000,
    .glint = 0xffffff,
    .muscle = 0x7a3428,
    .muscle_dark = 0x3c140e,
    .muscle_light = 0xa05a4a,
    .muscle_line = 0xffffff,
    .tendon = 0xb8a682,
    .tendon_dark = 0x6e5f3e,
    .tendon_light = 0xd8c8a2,
    .tendon_line = 0xffffff,
    .spot = 0x000000,
    .spot_ring = 0xffffff,
    .dot = 0xbfe3ff,
    .dot_fill = 0x6bb6f0,
    .ramp = { 0x7a5a2a, 0xc98a30, 0xf0a040, 0xffbf70, 0xffe2b5 },
    .number = { 0xffffff, 0x000000, 0x000000, 0x000000, 0x000000 },
    .unmarked = 0x1a1a1a,
    .unmarked_number = 0xffffff,
    .shade_opacity = 0.5,
    .detail = 1.0,
    .dot_radius = 1.3,
    .fill_opacity = 0.25,
  },
  [TAUT_STYLE_PAPER] = {
    .canvas = 0xf6f4f0,
    .text = 0x1a1a1a,
    .dim_text = 0x555555,
    .accent = 0x9a3c0c,
    .line = 0x3d322c,
    .spot_ring = 0x1a1a1a,
    .number = { 0x1a1a1a, 0x1a1a1a, 0x1a1a1a, 0xffffff, 0xffffff },
    .unmarked_number = 0x1a1a1a,
    LIGHT_BODY,
  },
  [TAUT_STYLE_MONOCHROME] = {
    .canvas = 0xffffff,
    .card = 0xffffff,
    .text = 0x141414,
    .dim_text = 0x4a4a4a,
    .accent = 0x141414,
    .skin = 0xffffff,
    .shade = 0xa6a6a6,
    .line = 0x2a2a2a,
    .cloth = 0xe4e4e4,
    .cloth_shade = 0x9a9a9a,
    .cloth_line = 0x7a7a7a,
    .hair = 0xc4c4c4,
    .brow = 0x555555,
    .lip = 0xb4b4b4,
    .areola = 0xbcbcbc,
    .nail = 0xffffff,
    .eye = 0xffffff,
    .iris = 0x777777,
    .pupil = 0x1e1e1e,
    .glint = 0xffffff,
    .muscle = 0xc9c9c9,
    .muscle_dark = 0x8c8c8c,
    .muscle_light = 0xe2e2e2,
    .muscle_line = 0x2a2a2a,
    .tendon = 0xf5f5f5,
    .tendon_dark = 0xb0b0b0,
    .tendon_light = 0xffffff,
    .tendon_line = 0x4a4a4a,
    .spot = 0xffffff,
    .spot_ring = 0x141414,
    .dot = 0x141414,
    .dot_fill = 0x9a9a9a,
    .ramp = { 0xffffff, 0xffffff, 0xffffff, 0xffffff, 0xffffff },
    .number = { 0x141414, 0x141414, 0x141414, 0x141414, 0x141414 },
    .unmarked = 0xffffff,
    .unmarked_number = 0x141414,
    .shade_opacity = 0.8,
    .detail = 1.0,
    .dot_radius = 1.0,
    .fill_opacity = 0.12,
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

static void
append_fill (GString    *sheet,
             const char *classes,
             TautColor   color)
{
  g_assert (sheet != NULL);

  g_string_append_printf (sheet, "%s { fill: #%06x }\n", classes, color);
}

static void
append_number (GString    *sheet,
               const char *classes,
               const char *property,
               double      value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (sheet != NULL);

  g_ascii_formatd (number, sizeof number, "%.4f", value);
  g_string_append_printf (sheet, "%s { %s: %s }\n", classes, property, number);
}

static void
append_stroke (GString    *sheet,
               const char *classes,
               TautColor   color)
{
  g_assert (sheet != NULL);

  g_string_append_printf (sheet, "%s { stroke: #%06x }\n", classes, color);
}

/* Under the muscles' own lines those of the skin stand back. */
static void
append_muscles (GString           *sheet,
                const TautPalette *palette)
{
  g_assert (sheet != NULL);

  append_fill (sheet, ".muscle", palette->muscle);
  append_fill (sheet, ".muscle-dark", palette->muscle_dark);
  append_fill (sheet, ".muscle-light", palette->muscle_light);
  append_fill (sheet, ".tendon", palette->tendon);
  append_fill (sheet, ".tendon-dark", palette->tendon_dark);
  append_fill (sheet, ".tendon-light", palette->tendon_light);
  append_stroke (sheet, ".fibre-dark", palette->muscle_dark);
  append_stroke (sheet, ".fibre-light", palette->muscle_light);
  append_stroke (sheet, ".fibre-finger", palette->tendon);
  append_stroke (sheet, ".fibre-tendon", palette->tendon_dark);
  append_stroke (sheet, ".muscle-outline", palette->muscle_line);
  append_stroke (sheet, ".tendon-outline", palette->tendon_line);
  g_string_append (sheet, "#muscles ~ #contours { opacity: 0.35 }\n"
                          "#muscles ~ #underwear { display: none }\n");
}

/* Keep in sync with the classes that the figure's art is written with. */
char *
taut_palette_format_stylesheet (const TautPalette *palette,
                                double             scale)
{
  g_autoptr (GString) sheet = g_string_new ("#areas { display: none }\n");

  g_return_val_if_fail (palette != NULL, NULL);
  g_return_val_if_fail (scale > 0, NULL);

  append_fill (sheet, ".skin", palette->skin);
  append_fill (sheet, ".shade", palette->shade);
  append_fill (sheet, ".contour, .crease, .overlap, .outline-weight", palette->line);
  append_fill (sheet, ".underwear", palette->cloth);
  append_fill (sheet, ".underwear-shade", palette->cloth_shade);
  append_fill (sheet, ".underwear-line", palette->cloth_line);
  append_fill (sheet, ".hair", palette->hair);
  append_fill (sheet, ".hair-line, .brow", palette->brow);
  append_fill (sheet, ".lip", palette->lip);
  append_fill (sheet, ".areola", palette->areola);
  append_fill (sheet, ".nail, .section", palette->nail);
  append_fill (sheet, ".eye", palette->eye);
  append_fill (sheet, ".iris", palette->iris);
  append_fill (sheet, ".pupil", palette->pupil);
  append_fill (sheet, ".glint", palette->glint);
  append_muscles (sheet, palette);
  g_string_append_printf (sheet, ".outline { fill: none; stroke: #%06x }\n", palette->line);
  append_number (sheet, ".outline", "stroke-width", taut_palette_get_outline_width (scale) / scale);
  g_string_append_printf (sheet, ".section-rim { fill: none; stroke: #%06x }\n", palette->line);
  append_number (sheet, ".section-rim", "stroke-width",
                 0.8 * taut_palette_get_outline_width (scale) / scale);
  append_number (sheet, ".shade", "opacity", palette->shade_opacity);
  append_number (sheet, ".contour, .crease", "opacity", palette->detail);

  if (scale < FINE_SCALE)
    g_string_append (sheet, ".outline-weight, .crease, .nail, .underwear-line { display: none }\n"
                            ".outline, .overlap { opacity: 0.8 }\n");

  return g_string_free (g_steal_pointer (&sheet), FALSE);
}
