/* taut-routine-tool.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-routine-tool"

#include "config.h"

#include "taut-routine-tool.h"

#include <math.h>

/* Sizes in radii of a ball. */
#define FINGER_WIDTH 0.62
#define FINGER_LENGTH 3.0
#define ROLLER_LENGTH 4.4
#define ROLLER_WIDTH 1.7
#define PACK_WIDTH 3.6
#define PACK_HEIGHT 2.4
#define HOOK_WIDTH 0.5

/* The line around a tool. */
#define LINE_PX 1.2
/* A view of the skin steeper than this shows the tool beside it. */
#define BESIDE 0.6

typedef void (* DrawFunc) (const TautToolPlace *place,
                           const TautPalette   *palette,
                           cairo_t             *cr);

/* Fills the path as a thing of its own on the body, and draws its rim. */
static void
finish_shape (const TautToolPlace *place,
              const TautPalette   *palette,
              cairo_t             *cr)
{
  taut_color_set_source (palette->spot, 0.94, cr);
  cairo_fill_preserve (cr);
  taut_color_set_source (palette->spot_ring, 1, cr);
  cairo_set_line_width (cr, CLAMP (place->radius * 0.11, 0.8, LINE_PX * 1.5));
  cairo_stroke (cr);
}

static void
set_fine_line (const TautToolPlace *place,
               const TautPalette   *palette,
               cairo_t             *cr)
{
  taut_color_set_source (palette->spot_ring, 0.7, cr);
  cairo_set_line_width (cr, CLAMP (place->radius * 0.08, 0.6, LINE_PX));
}

static void
add_box (double   x,
         double   y,
         double   width,
         double   height,
         double   corner,
         cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - corner, y + corner, corner, -G_PI / 2, 0);
  cairo_arc (cr, x + width - corner, y + height - corner, corner, 0, G_PI / 2);
  cairo_arc (cr, x + corner, y + height - corner, corner, G_PI / 2, G_PI);
  cairo_arc (cr, x + corner, y + corner, corner, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Moves to where the middle of a round tool lies: over the skin that faces the
 * viewer, beside skin that looks away. */
static void
move_off_skin (const TautToolPlace *place,
               double               radius,
               cairo_t             *cr)
{
  cairo_translate (cr, place->x + place->away_x * radius, place->y + place->away_y * radius);
}

/* Turns the x axis to where a hand comes from. */
static void
turn_to_hand (const TautToolPlace *place,
              cairo_t             *cr)
{
  gboolean beside = hypot (place->away_x, place->away_y) > BESIDE;

  cairo_translate (cr, place->x, place->y);
  cairo_rotate (cr, beside ? atan2 (place->away_y, place->away_x)
                           : atan2 (0.62, 0.78 * place->outside));
}

static void
draw_ball (const TautToolPlace *place,
           const TautPalette   *palette,
           cairo_t             *cr)
{
  double radius = place->radius;

  move_off_skin (place, radius, cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  finish_shape (place, palette, cr);

  /* The seam of a tennis ball. */
  cairo_arc (cr, -1.25 * radius, 0, 0.95 * radius, -0.72, 0.72);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 1.25 * radius, 0, 0.95 * radius, G_PI - 0.72, G_PI + 0.72);
  set_fine_line (place, palette, cr);
  cairo_stroke (cr);
}

static void
draw_one_finger (const TautToolPlace *place,
                 const TautPalette   *palette,
                 double               length,
                 cairo_t             *cr)
{
  double width = FINGER_WIDTH * place->radius;

  add_box (-width / 2, -width / 2, length * place->radius, width, width / 2, cr);
  finish_shape (place, palette, cr);
  add_box (-width * 0.28, -width * 0.26, width * 0.7, width * 0.52, width * 0.2, cr);
  set_fine_line (place, palette, cr);
  cairo_stroke (cr);
}

static void
draw_fingers (const TautToolPlace *place,
              const TautPalette   *palette,
              cairo_t             *cr)
{
  double width = FINGER_WIDTH * place->radius;

  turn_to_hand (place, cr);
  cairo_translate (cr, 0, -width / 2);
  draw_one_finger (place, palette, FINGER_LENGTH, cr);
  cairo_translate (cr, width * 0.25, width);
  draw_one_finger (place, palette, FINGER_LENGTH, cr);
}

static void
draw_pincer (const TautToolPlace *place,
             const TautPalette   *palette,
             cairo_t             *cr)
{
  turn_to_hand (place, cr);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, side * 0.42 * place->radius);
      cairo_rotate (cr, side * 0.42);
      draw_one_finger (place, palette, side < 0 ? FINGER_LENGTH : FINGER_LENGTH * 0.8, cr);
      cairo_restore (cr);
    }
}

static void
draw_hand (const TautToolPlace *place,
           const TautPalette   *palette,
           cairo_t             *cr)
{
  static const double tips[] = { -0.95, -1.3, -1.2, -0.75 };
  double r = place->radius;
  double width = FINGER_WIDTH * r;

  turn_to_hand (place, cr);
  cairo_rotate (cr, 0.3);
  cairo_translate (cr, -0.4 * r, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tips); i++)
    {
      cairo_save (cr);
      cairo_translate (cr, tips[i] * r, (i - 1.5) * width * 1.04);
      draw_one_finger (place, palette, 1.2 - tips[i], cr);
      cairo_restore (cr);
    }
  cairo_save (cr);
  cairo_translate (cr, 1.5 * r, 2.2 * width);
  cairo_rotate (cr, G_PI - 0.9);
  cairo_translate (cr, -1.5 * r, 0);
  draw_one_finger (place, palette, 1.9, cr);
  cairo_restore (cr);
  add_box (0.35 * r, -2.1 * width, 2.3 * r, 4.2 * width, 0.9 * width, cr);
  finish_shape (place, palette, cr);
}

static void
draw_hook (const TautToolPlace *place,
           const TautPalette   *palette,
           cairo_t             *cr)
{
  double r = place->radius;
  double out = place->outside * r;

  cairo_translate (cr, place->x, place->y);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < 2; i++)
    {
      cairo_move_to (cr, 0, 0);
      cairo_curve_to (cr, 0, -2.2 * r, 2.4 * out, -2.4 * r, 2.4 * out, 0);
      cairo_line_to (cr, 2.4 * out, 3.6 * r);
      taut_color_set_source (i == 0 ? palette->spot_ring : palette->spot, 1, cr);
      cairo_set_line_width (cr, HOOK_WIDTH * r - (i == 0 ? 0 : 2 * CLAMP (0.11 * r, 0.8, 1.8)));
      cairo_stroke (cr);
    }
  cairo_arc (cr, 0, 0, 0.46 * r, 0, 2 * G_PI);
  finish_shape (place, palette, cr);
}

static void
draw_roller (const TautToolPlace *place,
             const TautPalette   *palette,
             cairo_t             *cr)
{
  double length = ROLLER_LENGTH * place->radius;
  double width = ROLLER_WIDTH * place->radius;

  move_off_skin (place, width / 2, cr);
  cairo_rotate (cr, atan2 (place->limb_y, place->limb_x) + G_PI / 2);
  add_box (-length / 2, -width / 2, length, width, width * 0.3, cr);
  finish_shape (place, palette, cr);
  for (int i = -2; i <= 2; i++)
    {
      cairo_move_to (cr, i * length / 6, -width * 0.34);
      cairo_line_to (cr, i * length / 6, width * 0.34);
    }
  set_fine_line (place, palette, cr);
  cairo_stroke (cr);
}

static void
draw_pack (const TautToolPlace *place,
           const TautPalette   *palette,
           cairo_t             *cr)
{
  double width = PACK_WIDTH * place->radius;
  double height = PACK_HEIGHT * place->radius;

  cairo_translate (cr, place->x + place->away_x * 0.2 * width,
                   place->y + place->away_y * 0.5 * height);
  add_box (-width / 2, -height / 2, width, height, height * 0.22, cr);
  finish_shape (place, palette, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  taut_color_set_source (palette->spot_ring, 1, cr);
  cairo_set_line_width (cr, CLAMP (place->radius * 0.14, 0.8, 2));
}

/* Three lines of rising warmth. */
static void
draw_warm_pack (const TautToolPlace *place,
                const TautPalette   *palette,
                cairo_t             *cr)
{
  double r = place->radius;

  draw_pack (place, palette, cr);
  for (int i = -1; i <= 1; i++)
    {
      double x = i * 0.85 * r;

      cairo_move_to (cr, x, 0.7 * r);
      cairo_curve_to (cr, x - 0.5 * r, 0.25 * r, x + 0.5 * r, -0.25 * r, x, -0.7 * r);
    }
  cairo_stroke (cr);
}

/* A crystal of ice. */
static void
draw_cold_pack (const TautToolPlace *place,
                const TautPalette   *palette,
                cairo_t             *cr)
{
  double r = 0.85 * place->radius;

  draw_pack (place, palette, cr);
  for (guint i = 0; i < 6; i++)
    {
      cairo_save (cr);
      cairo_rotate (cr, i * G_PI / 3 + G_PI / 6);
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, r, 0);
      cairo_move_to (cr, 0.9 * r, 0.28 * r);
      cairo_line_to (cr, 0.6 * r, 0);
      cairo_line_to (cr, 0.9 * r, -0.28 * r);
      cairo_restore (cr);
    }
  cairo_stroke (cr);
}

static DrawFunc
find_func (const TautRoutine *routine)
{
  static const struct
  {
    const char *tool;
    DrawFunc draw;
  } tools[] = {
    { "ball", draw_ball }, { "finger", draw_fingers }, { "hand", draw_hand },
    { "hook", draw_hook }, { "pincer", draw_pincer }, { "roller", draw_roller },
  };

  g_assert (routine != NULL);

  if (routine->kind == TAUT_ROUTINE_HEAT)
    return draw_warm_pack;
  if (routine->kind == TAUT_ROUTINE_COLD)
    return draw_cold_pack;
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_strcmp0 (routine->tool, tools[i].tool) == 0)
      return tools[i].draw;

  return NULL;
}

void
taut_routine_tool_draw (const TautRoutine   *routine,
                        const TautToolPlace *place,
                        const TautPalette   *palette,
                        cairo_t             *cr)
{
  DrawFunc draw;

  g_return_if_fail (routine != NULL);
  g_return_if_fail (place != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (cr != NULL);

  draw = find_func (routine);
  if (draw == NULL)
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw (place, palette, cr);
  cairo_restore (cr);
}
