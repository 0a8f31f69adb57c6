/* taut-text.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "taut-palette.h"

G_BEGIN_DECLS

/**
 * TautFace:
 *
 * The system's letters on the screen, Inter on paper; each falls back to the
 * other.
 */
typedef enum
{
  TAUT_FACE_SCREEN,
  TAUT_FACE_PAPER,
} TautFace;

/**
 * TautTextStyle:
 * @size: of the letters, user units
 * @weight: such as %PANGO_WEIGHT_BOLD
 * @color: of the letters
 * @leading: distance of lines, as a multiple of @size; 0 for the font's own
 * @tracking: space added between letters, as a multiple of @size
 */
typedef struct
{
  TautFace face;
  double size;
  PangoWeight weight;
  TautColor color;
  double leading;
  double tracking;
} TautTextStyle;

/* Lays text out without hinting, so that it breaks alike on every surface.
 * @width in user units, 0 for one line as long as it takes. */
PangoLayout *taut_text_new_layout   (cairo_t             *cr,
                                     const TautTextStyle *style,
                                     const char          *text,
                                     double               width);
double       taut_text_get_width    (PangoLayout         *layout);
double       taut_text_get_height   (PangoLayout         *layout);

/* The layout's top left corner at (@x, @y), in the colour of @style. */
void         taut_text_show         (cairo_t             *cr,
                                     PangoLayout         *layout,
                                     const TautTextStyle *style,
                                     double               x,
                                     double               y);

/* One line whose ink is centred on (@x, @y). */
void         taut_text_show_centred (cairo_t             *cr,
                                     const TautTextStyle *style,
                                     const char          *text,
                                     double               x,
                                     double               y);

G_END_DECLS
