/* taut-art-fade.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-fade"

#include "config.h"

#include "taut-art-fade.h"

#include "taut-svg-pen.h"

#define DECIMALS 1

static void
append_box (GString      *svg,
            const double  bounds[4])
{
  static const char *const names[4] = { "x", "y", "width", "height" };

  g_assert (svg);

  for (guint i = 0; i < 4; i++)
    {
      g_string_append_printf (svg, " %s=\"", names[i]);
      taut_svg_append_number (svg, bounds[i], DECIMALS);
      g_string_append_c (svg, '"');
    }
}

/* Public API */

void
taut_art_fade_open (const double  fade[2],
                    const double  bounds[4],
                    GString      *svg)
{
  g_return_if_fail (svg);

  if (fade[0] == fade[1])
    return;

  g_string_append (svg, "<defs><linearGradient id=\"fading\" gradientUnits=\"userSpaceOnUse\" "
                        "x1=\"0\" x2=\"0\" y1=\"");
  taut_svg_append_number (svg, fade[0], DECIMALS);
  g_string_append (svg, "\" y2=\"");
  taut_svg_append_number (svg, fade[1], DECIMALS);
  g_string_append (svg, "\"><stop offset=\"0\" stop-color=\"#fff\"/>"
                        "<stop offset=\"1\" stop-color=\"#000\"/></linearGradient>"
                        "<mask id=\"fade\" maskUnits=\"userSpaceOnUse\"");
  append_box (svg, bounds);
  g_string_append (svg, "><rect fill=\"url(#fading)\"");
  append_box (svg, bounds);
  g_string_append (svg, "/></mask></defs>\n<g mask=\"url(#fade)\">\n");
}

void
taut_art_fade_close (const double  fade[2],
                     GString      *svg)
{
  g_return_if_fail (svg);

  if (fade[0] != fade[1])
    g_string_append (svg, "</g>\n");
}
