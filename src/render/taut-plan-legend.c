/* taut-plan-legend.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-legend"

#include "config.h"

#include "taut-plan-legend.h"

#include <glib/gi18n-lib.h>

#include "taut-pattern-key.h"
#include "taut-plan-picture.h"
#include "taut-spot.h"

typedef enum
{
  KEY_SPOT,
  KEY_CORE,
  KEY_SPILLOVER,
  KEY_INTENSITY,
} Key;

#define N_KEYS 4

static void
draw_key (Key        key,
          TautStyle  style,
          cairo_t   *cr)
{
  const TautPalette *palette = taut_palette_get (style);
  TautSpotSize size = { 8.5, 1.6, 9.5 };
  TautSpot spot = { 0, 0, 7, FALSE, TRUE, 0, 0 };

  cairo_save (cr);
  switch (key)
    {
    case KEY_SPOT:
      taut_spot_draw_cross (0, 0, &size, palette, cr);
      break;

    case KEY_INTENSITY:
      taut_spot_draw (&spot, &size, style, cr);
      break;

    case KEY_CORE:
    case KEY_SPILLOVER:
      taut_pattern_key_draw (key == KEY_CORE ? TAUT_ZONE_ESSENTIAL : TAUT_ZONE_SPILLOVER,
                             44, 19, style, cr);
      break;

    default:
      g_assert_not_reached ();
    }
  cairo_restore (cr);
}

void
taut_plan_legend_put (const TautSheet *sheet,
                      double           y)
{
  const char *const texts[N_KEYS] = {
    [KEY_SPOT] = _("tender spot"),
    [KEY_CORE] = _("often felt"),
    [KEY_SPILLOVER] = _("sometimes felt"),
    [KEY_INTENSITY] = _("how strong, 0 to 10"),
  };
  double x;
  double line;

  g_return_if_fail (sheet != NULL);

  x = sheet->margin;
  line = taut_sheet_get_line_height (sheet, TAUT_SHEET_SMALL);
  for (guint key = 0; key < N_KEYS; key++)
    {
      double half = (key == KEY_CORE || key == KEY_SPILLOVER ? 22 : 9.5) * TAUT_PAPER_PIXEL;

      cairo_save (sheet->cr);
      cairo_translate (sheet->cr, x + half, y + line / 2);
      cairo_scale (sheet->cr, TAUT_PAPER_PIXEL, TAUT_PAPER_PIXEL);
      draw_key (key, sheet->style, sheet->cr);
      cairo_restore (sheet->cr);
      x += 2 * half + 5;
      x += taut_sheet_put_line (sheet, TAUT_SHEET_SMALL, texts[key], x, y, 150) + 16;
    }
}
