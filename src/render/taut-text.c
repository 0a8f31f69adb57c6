/* taut-text.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-text"

#include "config.h"

#include "taut-text.h"

#include <math.h>

static const char *const families[] = {
  [TAUT_FACE_SCREEN] = "Cantarell, Inter, Sans",
  [TAUT_FACE_PAPER] = "Inter, Cantarell, Sans",
};

static void
set_unhinted (PangoLayout *layout)
{
  PangoContext *context;
  cairo_font_options_t *options;

  g_assert (PANGO_IS_LAYOUT (layout));

  context = pango_layout_get_context (layout);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
}

static PangoAttrList *
make_attributes (const TautTextStyle *style)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  g_assert (style != NULL);

  if (style->leading > 0)
    pango_attr_list_insert (attributes,
                            pango_attr_line_height_new_absolute ((int) lround (style->size *
                                                                               style->leading *
                                                                               PANGO_SCALE)));
  if (style->tracking < 0 || style->tracking > 0)
    pango_attr_list_insert (attributes,
                            pango_attr_letter_spacing_new ((int) lround (style->size *
                                                                         style->tracking *
                                                                         PANGO_SCALE)));

  return attributes;
}

PangoLayout *
taut_text_new_layout (cairo_t             *cr,
                      const TautTextStyle *style,
                      const char          *text,
                      double               width)
{
  PangoLayout *layout;
  PangoFontDescription *description;
  PangoAttrList *attributes;

  g_return_val_if_fail (cr != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  layout = pango_cairo_create_layout (cr);
  set_unhinted (layout);

  description = pango_font_description_from_string (families[style->face]);
  pango_font_description_set_weight (description, style->weight);
  pango_font_description_set_absolute_size (description, style->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);

  attributes = make_attributes (style);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) lround (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
taut_text_get_width (PangoLayout *layout)
{
  int width;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

double
taut_text_get_height (PangoLayout *layout)
{
  int height;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

void
taut_text_show (cairo_t             *cr,
                PangoLayout         *layout,
                const TautTextStyle *style,
                double               x,
                double               y)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));
  g_return_if_fail (style != NULL);

  taut_color_set_source (style->color, 1, cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

void
taut_text_show_centred (cairo_t             *cr,
                        const TautTextStyle *style,
                        const char          *text,
                        double               x,
                        double               y)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle ink;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (text != NULL);

  layout = taut_text_new_layout (cr, style, text, 0);
  pango_layout_get_extents (layout, &ink, NULL);
  taut_text_show (cr, layout, style,
                  x - (ink.x + ink.width / 2.0) / PANGO_SCALE,
                  y - (ink.y + ink.height / 2.0) / PANGO_SCALE);
}
