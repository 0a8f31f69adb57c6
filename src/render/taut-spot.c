/* taut-spot.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-spot"

#include "config.h"

#include "taut-spot.h"

#include <math.h>

#include "taut-text.h"

/* Below this many pixels per unit a spot is a small mark without a number. */
#define BADGE_MIN_SCALE 0.14
#define RADIUS_PX 9.0
#define RADIUS_MIN_PX 3.6
#define RADIUS_MAX_PX 12.0
#define BADGE_PX 11.0
#define BADGE_MAX_PX 13.0
/* Clear space that badges and spots keep from each other. */
#define GAP_PX 3.0
/* Space that the ring of a selected spot takes. */
#define SELECTION_PX 5.0

/* Where a badge may stand, best first: angles in degrees from the horizontal,
 * upwards, on the outer side of the spot; and how far, in radii of the badge. */
static const struct
{
  double angle;
  double reach;
} places[] = {
  { 35, 2.6 }, { 0, 2.6 }, { -35, 2.6 }, { 70, 2.6 },
  { 145, 2.6 }, { 180, 2.6 }, { 215, 2.6 }, { -70, 2.6 },
  { 35, 4.2 }, { 0, 4.2 }, { -35, 4.2 }, { 65, 4.2 },
  { 145, 4.2 }, { 180, 4.2 }, { 215, 4.2 }, { -65, 4.2 },
  { 20, 6.0 }, { -20, 6.0 }, { 160, 6.0 }, { 200, 6.0 },
  { 50, 6.0 }, { -50, 6.0 }, { 130, 6.0 }, { 230, 6.0 },
};

TautSpotSize
taut_spot_get_size (double scale)
{
  TautSpotSize size;

  g_return_val_if_fail (scale > 0, (TautSpotSize) { RADIUS_PX });

  size.radius = CLAMP (RADIUS_PX * pow (scale / 0.6, 0.4), RADIUS_MIN_PX, RADIUS_MAX_PX);
  size.ring = CLAMP (size.radius * 0.19, 1.1, 2.0);
  size.badge = scale < BADGE_MIN_SCALE ? 0 : MIN (BADGE_MAX_PX, BADGE_PX * pow (scale / 0.6, 0.3));

  return size;
}

static void
get_place (const TautSpot     *spot,
           const TautSpotSize *size,
           double              middle_x,
           guint               place,
           double             *x,
           double             *y)
{
  double angle = places[place].angle * G_PI / 180;
  double reach = places[place].reach * size->badge;
  double outwards = spot->x < middle_x ? -1 : 1;

  *x = spot->x + outwards * reach * cos (angle);
  *y = spot->y - reach * sin (angle);
}

static double
get_overlap (double x,
             double y,
             double other_x,
             double other_y,
             double distance)
{
  return MAX (0, distance - hypot (x - other_x, y - other_y));
}

static double
get_cost (const TautSpot          *spots,
          guint                    n_spots,
          guint                    which,
          const TautSpotSize      *size,
          const cairo_rectangle_t *room,
          double                   x,
          double                   y)
{
  double margin = size->badge + 1.5;
  double cost = 0;

  cost += MAX (0, room->x + margin - x) + MAX (0, x + margin - room->x - room->width);
  cost += MAX (0, room->y + margin - y) + MAX (0, y + margin - room->y - room->height);
  cost *= 10;

  for (guint i = 0; i < n_spots; i++)
    {
      if (i != which)
        cost += get_overlap (x, y, spots[i].x, spots[i].y, size->badge + size->radius + GAP_PX);
      if (i < which)
        cost += get_overlap (x, y, spots[i].badge_x, spots[i].badge_y, 2 * size->badge + GAP_PX);
    }

  return cost;
}

void
taut_spot_place_badges (TautSpot                *spots,
                        guint                    n_spots,
                        const TautSpotSize      *size,
                        double                   middle_x,
                        const cairo_rectangle_t *room)
{
  g_return_if_fail (spots != NULL || n_spots == 0);
  g_return_if_fail (size != NULL);
  g_return_if_fail (room != NULL);

  for (guint i = 0; i < n_spots; i++)
    {
      double best = G_MAXDOUBLE;

      spots[i].badged = size->badge > 0;
      spots[i].badge_x = spots[i].x;
      spots[i].badge_y = spots[i].y;
      for (guint k = 0; spots[i].badged && best > 0 && k < G_N_ELEMENTS (places); k++)
        {
          double x, y, cost;

          get_place (&spots[i], size, middle_x, k, &x, &y);
          cost = get_cost (spots, n_spots, i, size, room, x, y);
          if (cost < best)
            {
              best = cost;
              spots[i].badge_x = x;
              spots[i].badge_y = y;
            }
        }
    }
}

void
taut_spot_get_extents (const TautSpot     *spot,
                       const TautSpotSize *size,
                       cairo_rectangle_t  *extents)
{
  double radius;
  double left, top, right, bottom;

  g_return_if_fail (spot != NULL);
  g_return_if_fail (size != NULL);
  g_return_if_fail (extents != NULL);

  radius = size->radius + size->ring + SELECTION_PX;
  left = spot->x - radius;
  top = spot->y - radius;
  right = spot->x + radius;
  bottom = spot->y + radius;
  if (spot->badged)
    {
      radius = size->badge + 2;
      left = MIN (left, spot->badge_x - radius);
      top = MIN (top, spot->badge_y - radius);
      right = MAX (right, spot->badge_x + radius);
      bottom = MAX (bottom, spot->badge_y + radius);
    }
  *extents = (cairo_rectangle_t) { left, top, right - left, bottom - top };
}

static void
add_disc (double   x,
          double   y,
          double   radius,
          cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
draw_leader (const TautSpot    *spot,
             const TautPalette *palette,
             cairo_t           *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, spot->x, spot->y);
  cairo_line_to (cr, spot->badge_x, spot->badge_y);
  taut_color_set_source (palette->spot, 0.75, cr);
  cairo_set_line_width (cr, 3.2);
  cairo_stroke_preserve (cr);
  taut_color_set_source (palette->spot_ring, 1, cr);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

static void
draw_selection (const TautSpot     *spot,
                const TautSpotSize *size,
                const TautPalette  *palette,
                cairo_t            *cr)
{
  double radius = size->radius + size->ring / 2;

  add_disc (spot->x, spot->y, radius + 3.4, cr);
  taut_color_set_source (palette->spot, 1, cr);
  cairo_set_line_width (cr, 5.6);
  cairo_stroke_preserve (cr);
  taut_color_set_source (palette->accent, 1, cr);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

void
taut_spot_draw_cross (double              x,
                      double              y,
                      const TautSpotSize *size,
                      const TautPalette  *palette,
                      cairo_t            *cr)
{
  double arm;

  g_return_if_fail (size != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (cr != NULL);

  arm = size->radius * 0.4;
  cairo_save (cr);
  add_disc (x, y, size->radius, cr);
  taut_color_set_source (palette->spot, 1, cr);
  cairo_fill_preserve (cr);
  taut_color_set_source (palette->spot_ring, 1, cr);
  cairo_set_line_width (cr, size->ring);
  cairo_stroke (cr);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x - arm, y - arm);
  cairo_line_to (cr, x + arm, y + arm);
  cairo_move_to (cr, x + arm, y - arm);
  cairo_line_to (cr, x - arm, y + arm);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_badge (const TautSpot     *spot,
            const TautSpotSize *size,
            TautStyle           style,
            cairo_t            *cr)
{
  const TautPalette *palette = taut_palette_get (style);
  TautTextStyle text = { .weight = PANGO_WEIGHT_BOLD };
  TautColor disc;
  char number[16];

  g_assert (spot != NULL);

  text.face = style >= TAUT_STYLE_PAPER ? TAUT_FACE_PAPER : TAUT_FACE_SCREEN;
  taut_palette_get_intensity (palette, spot->intensity, &disc, &text.color);
  g_snprintf (number, sizeof number, "%u", spot->intensity);
  text.size = size->badge * (spot->intensity < 10 ? 1.25 : 1.1);

  add_disc (spot->badge_x, spot->badge_y, size->badge, cr);
  taut_color_set_source (disc, 1, cr);
  cairo_fill_preserve (cr);
  taut_color_set_source (palette->spot_ring, 1, cr);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  taut_text_show_centred (cr, &text, number, spot->badge_x, spot->badge_y);
}

void
taut_spot_draw (const TautSpot     *spot,
                const TautSpotSize *size,
                TautStyle           style,
                cairo_t            *cr)
{
  const TautPalette *palette;

  g_return_if_fail (spot != NULL);
  g_return_if_fail (size != NULL);
  g_return_if_fail (cr != NULL);

  palette = taut_palette_get (style);
  cairo_save (cr);
  cairo_new_path (cr);
  if (spot->badged)
    draw_leader (spot, palette, cr);
  if (spot->selected)
    draw_selection (spot, size, palette, cr);
  taut_spot_draw_cross (spot->x, spot->y, size, palette, cr);
  if (spot->badged)
    draw_badge (spot, size, style, cr);
  cairo_restore (cr);
}
