/* taut-plan-letters.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-letters"

#include "config.h"

#include "taut-plan-letters.h"

#include <glib/gi18n-lib.h>

#include "taut-text.h"

/* From the frame to the letters, points. */
#define LETTER_INSET 8.0
/* Radius of the ground of a letter, in sizes of it. */
#define GROUND_PART 0.85
/* Letters stand no lower than at this part of the picture. */
#define LOWEST_PART 0.6
/* Larger letters than these name a side by its letter alone. */
#define LETTERS_MOST 12.0

/* Whether the figure leaves a row of letters from @left to @right alone. */
static gboolean
is_free (const TautPlanPicture   *picture,
         const cairo_rectangle_t *frame,
         double                   left,
         double                   right,
         double                   y,
         double                   radius)
{
  TautView *view = taut_chart_painter_get_view (picture->painter);
  TautViewBounds crop;
  double factor;

  taut_plan_picture_crop (picture, frame->width / frame->height, &crop);
  factor = frame->width / crop.width;
  for (double x = left - radius; x < right + radius + 2; x += 2)
    for (double dy = -radius; dy < radius + 2; dy += 2)
      {
        TautSkinHit hit;

        if (taut_view_pick (view, crop.x + (x - frame->x) / factor,
                            crop.y + (y + dy - frame->y) / factor, &hit))
          return FALSE;
      }

  return TRUE;
}

/* Where neither letter of a front or a back view stands on the figure: in the upper
 * corners or as little as possible below them. */
static double
find_letters_y (const TautPlanPicture   *picture,
                const cairo_rectangle_t *frame,
                double                   inset,
                double                   radius)
{
  double right = frame->x + frame->width - inset;

  for (double y = frame->y + inset; y < frame->y + frame->height * LOWEST_PART; y += 3)
    if (is_free (picture, frame, frame->x + inset, frame->x + inset, y, radius) &&
        is_free (picture, frame, right, right, y, radius))
      return y;

  return frame->y + inset;
}

/* The left corner, unless the figure is there and not in the right one. Returns: the
 * middle of the first of the letters, which take up @width between first and last */
static double
find_letters_x (const TautPlanPicture   *picture,
                const cairo_rectangle_t *frame,
                double                   inset,
                double                   width,
                double                   radius)
{
  double left = frame->x + inset;
  double other = frame->x + frame->width - inset - width;
  double y = frame->y + inset;

  if (is_free (picture, frame, left, left + width, y, radius) ||
      !is_free (picture, frame, other, other + width, y, radius))
    return left;

  return other;
}

/* Letters stand on the ground of the picture, for a close-up may fill all of it. */
static void
draw_letter_ground (double             left,
                    double             right,
                    double             y,
                    double             radius,
                    const TautPalette *palette,
                    cairo_t           *cr)
{
  g_assert (palette != NULL);

  cairo_new_path (cr);
  cairo_arc (cr, left, y, radius, G_PI / 2, 1.5 * G_PI);
  cairo_arc (cr, right, y, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  taut_color_set_source (palette->canvas, 1, cr);
  cairo_fill (cr);
}

static void
draw_side_letter (const char        *name,
                  double             x,
                  double             y,
                  double             letters,
                  const TautPalette *palette,
                  cairo_t           *cr)
{
  TautTextStyle style = { TAUT_FACE_PAPER, letters * 1.2, PANGO_WEIGHT_BOLD, palette->text };

  g_assert (name != NULL);

  draw_letter_ground (x, x, y, letters * GROUND_PART, palette, cr);
  taut_text_show_centred (cr, &style, name, x, y);
}

static void
draw_both_sides (const TautPlanPicture   *picture,
                 const cairo_rectangle_t *frame,
                 double                   letters,
                 gboolean                 from_behind,
                 const TautPalette       *palette,
                 cairo_t                 *cr)
{
  const char *names[] = { C_("side of the body", "L"), C_("side of the body", "R") };
  double inset = LETTER_INSET + letters / 2;
  double y = find_letters_y (picture, frame, inset, letters * GROUND_PART);

  /* Who faces the viewer has the left at the viewer's right. */
  draw_side_letter (names[from_behind ? TAUT_SIDE_LEFT : TAUT_SIDE_RIGHT],
                    frame->x + inset, y, letters, palette, cr);
  draw_side_letter (names[from_behind ? TAUT_SIDE_RIGHT : TAUT_SIDE_LEFT],
                    frame->x + frame->width - inset, y, letters, palette, cr);
}

static void
draw_one_side (const TautPlanPicture   *picture,
               const cairo_rectangle_t *frame,
               double                   letters,
               gboolean                 left,
               const TautPalette       *palette,
               cairo_t                 *cr)
{
  TautTextStyle words = { TAUT_FACE_PAPER, letters, PANGO_WEIGHT_NORMAL, palette->dim_text };
  double inset = LETTER_INSET + letters / 2;
  double radius = letters * GROUND_PART;
  double y = frame->y + inset;
  double x, width;
  g_autoptr (PangoLayout) layout = NULL;

  /* Words in large type would stand on the figure. */
  if (letters > LETTERS_MOST)
    {
      x = find_letters_x (picture, frame, inset, 0, radius);
      draw_side_letter (left ? C_("side of the body", "L") : C_("side of the body", "R"),
                        x, y, letters, palette, cr);
      return;
    }

  layout = taut_text_new_layout (cr, &words, left ? _("left side") : _("right side"), 0);
  width = MAX (taut_text_get_width (layout) - letters, 0);
  x = find_letters_x (picture, frame, inset, width, radius);
  draw_letter_ground (x, x + width, y, radius, palette, cr);
  taut_text_show (cr, layout, &words, x - letters / 2, y - taut_text_get_height (layout) / 2);
}

void
taut_plan_letters_draw (const TautPlanPicture   *picture,
                        const cairo_rectangle_t *frame,
                        double                   letters,
                        const TautPalette       *palette,
                        cairo_t                 *cr)
{
  TautViewFacing facing;

  g_return_if_fail (picture != NULL);
  g_return_if_fail (frame != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (cr != NULL);

  facing = taut_view_get_facing (taut_chart_painter_get_view (picture->painter));
  if (facing == TAUT_VIEW_FACING_FRONT || facing == TAUT_VIEW_FACING_BACK)
    draw_both_sides (picture, frame, letters, facing == TAUT_VIEW_FACING_BACK, palette, cr);
  else
    draw_one_side (picture, frame, letters, facing == TAUT_VIEW_FACING_LEFT, palette, cr);
}
