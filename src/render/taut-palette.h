/* taut-palette.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-chart-painter.h"

G_BEGIN_DECLS

/* 0xRRGGBB */
typedef guint32 TautColor;

/* Intensities 1-2, 3-4, 5-6, 7-8, 9-10. */
#define TAUT_N_RAMP_STEPS 5

/**
 * TautPalette:
 * @canvas: behind the figure
 * @text: letters and leader lines on the canvas
 * @dim_text: side names and other words that may stand back
 * @accent: selection and the area under the pointer
 * @skin, @shade, @line: the figure, and what is drawn on it: @cloth to @glint
 * @spot, @spot_ring: disc and ring of a ringed cross
 * @dot, @dot_fill: a pattern, its dots and the fill of its core
 * @muscle, @muscle_dark, @muscle_light, @muscle_line: a muscle, its rim and fibres, and its border
 * @tendon, @tendon_dark, @tendon_light, @tendon_line: the same for tendon and fascia
 * @ramp: disc of an intensity, weak to strong
 * @number: the figure on that disc
 * @unmarked: disc of intensity 0
 * @shade_opacity: strength of the shading
 * @detail: opacity of the fine lines on the skin
 * @dot_radius: in pixels
 * @fill_opacity: of the core of a pattern
 *
 * One style's colours. Orange is what a person feels, blue dots are what a
 * pattern expects, a ringed cross is a spot to press; nothing else on the body
 * has a colour. The ramp's luminance runs one way, so that it reads in grey.
 */
typedef struct
{
  TautColor canvas;
  TautColor card;
  TautColor text;
  TautColor dim_text;
  TautColor accent;
  TautColor skin;
  TautColor shade;
  TautColor line;
  TautColor cloth;
  TautColor cloth_shade;
  TautColor cloth_line;
  TautColor hair;
  TautColor brow;
  TautColor lip;
  TautColor areola;
  TautColor nail;
  TautColor eye;
  TautColor iris;
  TautColor pupil;
  TautColor glint;
  TautColor spot;
  TautColor spot_ring;
  TautColor dot;
  TautColor dot_fill;
  TautColor muscle;
  TautColor muscle_dark;
  TautColor muscle_light;
  TautColor muscle_line;
  TautColor tendon;
  TautColor tendon_dark;
  TautColor tendon_light;
  TautColor tendon_line;
  TautColor ramp[TAUT_N_RAMP_STEPS];
  TautColor number[TAUT_N_RAMP_STEPS];
  TautColor unmarked;
  TautColor unmarked_number;
  double shade_opacity;
  double detail;
  double dot_radius;
  double fill_opacity;
} TautPalette;

const TautPalette *taut_palette_get              (TautStyle          style);

/* Colours of the disc and of the figure that stands for an intensity. */
void               taut_palette_get_intensity    (const TautPalette *palette,
                                                  guint              intensity,
                                                  TautColor         *disc,
                                                  TautColor         *number);

/* Contrast of two colours by WCAG 2: 1 to 21. */
double             taut_color_get_contrast       (TautColor          a,
                                                  TautColor          b);
void               taut_color_set_source         (TautColor          color,
                                                  double             opacity,
                                                  cairo_t           *cr);

/* Width in pixels of the figure's outline at a scale: about 2, finer where the
 * figure is small. */
double             taut_palette_get_outline_width (double            scale);

/**
 * taut_palette_format_stylesheet:
 * @palette: colours
 * @scale: pixels per figure unit
 *
 * A stylesheet for the art, which carries classes and no colours. Strokes get
 * a width that is constant in pixels.
 */
char              *taut_palette_format_stylesheet (const TautPalette *palette,
                                                   double             scale);

G_END_DECLS
