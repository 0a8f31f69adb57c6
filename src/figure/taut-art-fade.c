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

static void
append_mask (GString      *svg,
             const char   *id,
             double        from,
             double        to,
             const double  bounds[4])
{
  g_assert (svg);

  g_string_append_printf (svg, "<linearGradient id=\"%s-gradient\" "
                               "gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\" y1=\"", id);
  taut_svg_append_number (svg, from, DECIMALS);
  g_string_append (svg, "\" y2=\"");
  taut_svg_append_number (svg, to, DECIMALS);
  g_string_append_printf (svg, "\"><stop offset=\"0\" stop-color=\"#fff\"/>"
                               "<stop offset=\"1\" stop-color=\"#000\"/></linearGradient>"
                               "<mask id=\"%s\" maskUnits=\"userSpaceOnUse\"", id);
  append_box (svg, bounds);
  g_string_append_printf (svg, "><rect fill=\"url(#%s-gradient)\"", id);
  append_box (svg, bounds);
  g_string_append (svg, "/></mask>");
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

  g_string_append (svg, "<defs>");
  append_mask (svg, "fade", fade[0], fade[1], bounds);
  append_mask (svg, TAUT_ART_FADE_OVER, fade[0], (fade[0] + fade[1]) / 2, bounds);
  g_string_append (svg, "</defs>\n<g mask=\"url(#fade)\">\n");
}

void
taut_art_fade_close (const double  fade[2],
                     GString      *svg)
{
  g_return_if_fail (svg);

  if (fade[0] != fade[1])
    g_string_append (svg, "</g>\n");
}
