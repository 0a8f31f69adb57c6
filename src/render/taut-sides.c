/* taut-sides.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-sides"

#include "config.h"

#include "taut-sides.h"

#include <glib/gi18n-lib.h>

#include "taut-palette.h"
#include "taut-text.h"

/* Discs that name the sides: smaller beside a small figure. */
#define DISC_PX 30.0
#define DISC_MIN_PX 18.0
#define DISC_PART 0.045
#define SIDE_MARGIN_PX 8.0
/* Where they stand beside a figure, as parts of the box of the view. */
#define SIDE_X 0.13
#define SIDE_Y 0.055
/* A figure of fewer pixels has no discs. */
#define SIDE_MIN_HEIGHT_PX 220.0

static void
draw_side_disc (const char *letter,
                double      x,
                double      y,
                double      size,
                TautStyle   style,
                cairo_t    *cr)
{
  const TautPalette *palette = taut_palette_get (style);
  TautTextStyle text = {
    .face = style >= TAUT_STYLE_PAPER ? TAUT_FACE_PAPER : TAUT_FACE_SCREEN,
    .size = size / 2,
    .weight = PANGO_WEIGHT_BOLD,
    .color = palette->text,
  };

  g_assert (letter != NULL);

  cairo_new_path (cr);
  cairo_arc (cr, x, y, size / 2, 0, 2 * G_PI);
  taut_color_set_source (palette->card, 1, cr);
  cairo_fill_preserve (cr);
  taut_color_set_source (palette->text, 0.18, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  taut_text_show_centred (cr, &text, letter, x, y);
}

/* Words beside (@x, @y): behind it, or before it. */
static void
draw_side_words (const char *words,
                 double      x,
                 double      y,
                 gboolean    before,
                 double      size,
                 TautStyle   style,
                 cairo_t    *cr)
{
  TautTextStyle text = {
    .face = style >= TAUT_STYLE_PAPER ? TAUT_FACE_PAPER : TAUT_FACE_SCREEN,
    .size = size * 0.45,
    .weight = PANGO_WEIGHT_NORMAL,
    .color = taut_palette_get (style)->dim_text,
  };
  g_autoptr (PangoLayout) layout = taut_text_new_layout (cr, &text, words, 0);

  if (before)
    x -= taut_text_get_width (layout);
  taut_text_show (cr, layout, &text, x, y - taut_text_get_height (layout) / 2);
}

static double
clamp_into (double value,
            double low,
            double high)
{
  return high < low ? (low + high) / 2 : CLAMP (value, low, high);
}

/* At the height of the face; on top of a figure of which only a part is seen. */
static double
get_disc_y (const cairo_rectangle_t *box,
            const cairo_rectangle_t *room,
            double                   reach)
{
  double y = box->y + box->height * SIDE_Y;

  g_assert (box != NULL);
  g_assert (room != NULL);

  if (box->y < room->y - box->height * SIDE_Y)
    y = room->y;

  return clamp_into (y, room->y + reach, room->y + room->height - reach);
}

static void
paint_both_sides (gboolean                 from_behind,
                  const cairo_rectangle_t *box,
                  const cairo_rectangle_t *room,
                  double                   size,
                  TautStyle                style,
                  cairo_t                 *cr)
{
  /* Translators: one letter each, the left and the right of the body */
  const char *letters[] = { C_("side of the body", "L"), C_("side of the body", "R") };
  double reach = size / 2 + SIDE_MARGIN_PX;
  double y = get_disc_y (box, room, reach);
  double left = clamp_into (box->x + box->width * SIDE_X,
                            room->x + reach, room->x + room->width - reach);
  double right = clamp_into (box->x + box->width * (1 - SIDE_X),
                             room->x + reach, room->x + room->width - reach);

  /* Who faces the viewer has the left at the viewer's right. */
  draw_side_disc (letters[from_behind ? TAUT_SIDE_LEFT : TAUT_SIDE_RIGHT],
                  left, y, size, style, cr);
  draw_side_disc (letters[from_behind ? TAUT_SIDE_RIGHT : TAUT_SIDE_LEFT],
                  right, y, size, style, cr);
}

/* In the corner of the hands, where the head is not: the figure looks and
 * reaches to the viewer's left when its left side is seen. */
static void
paint_one_side (TautSide                 side,
                const cairo_rectangle_t *box,
                const cairo_rectangle_t *room,
                double                   size,
                TautStyle                style,
                cairo_t                 *cr)
{
  const char *letter = side == TAUT_SIDE_LEFT ? C_("side of the body", "L")
                                              : C_("side of the body", "R");
  gboolean at_right = side == TAUT_SIDE_RIGHT;
  double reach = size / 2 + SIDE_MARGIN_PX;
  double x = at_right ? box->x + box->width - size / 2 : box->x + size / 2;
  double y = get_disc_y (box, room, reach);

  x = clamp_into (x, room->x + reach, room->x + room->width - reach);
  draw_side_disc (letter, x, y, size, style, cr);
  draw_side_words (at_right ? _("right side") : _("left side"),
                   at_right ? x - size / 2 - 7 : x + size / 2 + 7, y, at_right, size, style, cr);
}

void
taut_sides_draw (TautViewFacing           facing,
                 const cairo_rectangle_t *box,
                 const cairo_rectangle_t *room,
                 TautStyle                style,
                 cairo_t                 *cr)
{
  double size;

  g_return_if_fail (box != NULL);
  g_return_if_fail (room != NULL);
  g_return_if_fail (cr != NULL);

  if (box->height < SIDE_MIN_HEIGHT_PX)
    return;

  size = CLAMP (box->height * DISC_PART, DISC_MIN_PX, DISC_PX);
  cairo_save (cr);
  if (facing == TAUT_VIEW_FACING_FRONT || facing == TAUT_VIEW_FACING_BACK)
    paint_both_sides (facing == TAUT_VIEW_FACING_BACK, box, room, size, style, cr);
  else
    paint_one_side (facing == TAUT_VIEW_FACING_LEFT ? TAUT_SIDE_LEFT : TAUT_SIDE_RIGHT,
                    box, room, size, style, cr);
  cairo_restore (cr);
}
