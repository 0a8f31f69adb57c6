/* taut-art-style.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-style"

#include "config.h"

#include "taut-art-style.h"

#include "taut-svg-pen.h"

static const struct
{
  const char *style;
  const char *fill;
} FILLS[] = {
  { "skin", "#f6efe9" },
  { "shade", "#b79e8a" },
  { "contour", "#4a3d36" },
  { "outline", "#4a3d36" },
  { "outline-weight", "#4a3d36" },
  { "overlap", "#4a3d36" },
  { "crease", "#4a3d36" },
  { "hair", "#8a7565" },
  { "hair-line", "#6b584b" },
  { "brow", "#5d4a40" },
  { "eye", "#fdfaf7" },
  { "iris", "#7d6a5c" },
  { "pupil", "#33261f" },
  { "glint", "#ffffff" },
  { "lip", "#c79a8a" },
  { "areola", "#b98d74" },
  { "nail", "#fdf9f5" },
  { "muscle", "#c67764" },
  { "muscle-dark", "#7d352c" },
  { "muscle-light", "#f1c3b0" },
  { "tendon", "#efe3cc" },
  { "tendon-dark", "#a8946c" },
  { "tendon-light", "#fbf6ea" },
  { "section", "#fdf9f5" },
  { "section-rim", "#4a3d36" },
  { "underwear", "#e6dfd9" },
  { "underwear-shade", "#a8998c" },
  { "underwear-line", "#4a3d36" },
};

const char *
taut_art_style_get_fill (const char *style)
{
  g_return_val_if_fail (style, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (FILLS); i++)
    {
      if (g_str_equal (FILLS[i].style, style))
        return FILLS[i].fill;
    }

  return NULL;
}

void
taut_art_style_append (GString    *svg,
                       const char *style,
                       double      opacity)
{
  const char *fill = NULL;

  g_return_if_fail (svg);
  g_return_if_fail (style);

  fill = taut_art_style_get_fill (style);
  g_string_append_printf (svg, " class=\"%s\" fill=\"%s\"", style, fill ? fill : FILLS[2].fill);
  if (opacity < 1)
    {
      g_string_append (svg, " fill-opacity=\"");
      taut_svg_append_number (svg, opacity, 3);
      g_string_append_c (svg, '"');
    }
}
