/* taut-plan-sheet.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-sheet"

#include "config.h"

#include "taut-plan-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* 17 mm */
#define MARGIN 48.2
#define LARGE_MARGIN 37.0
#define GUTTER 9.6
#define HAIRLINE 0.6
/* Running text is not smaller, however much there is on a page. */
#define RUNNING_LEAST 8.0
/* Large lines need less air between them. */
#define LARGE_LEADING 1.26
#define FAINT 0xc4c0bb
#define FAINT_GREY 0xb8b8b8

typedef struct
{
  double size;
  double large_size;
  PangoWeight weight;
  double leading;
  double tracking;
  gboolean dim;
  gboolean running;
  gboolean accent;
} StyleSource;

static const StyleSource sources[TAUT_N_SHEET_STYLES] = {
  [TAUT_SHEET_TITLE] = { 40, 42, PANGO_WEIGHT_ULTRABOLD, 1.08, -0.03 },
  [TAUT_SHEET_SUBTITLE] = { 12.5, 20, PANGO_WEIGHT_MEDIUM, 1.3, 0 },
  [TAUT_SHEET_SUBTITLE_DIM] = { 12.5, 20, PANGO_WEIGHT_NORMAL, 1.3, 0, TRUE },
  [TAUT_SHEET_HEADING] = { 12.5, 22, PANGO_WEIGHT_BOLD, 1.25, -0.01 },
  [TAUT_SHEET_WARNING] = { 12.5, 20, PANGO_WEIGHT_BOLD, 1.25, -0.01, FALSE, FALSE, TRUE },
  [TAUT_SHEET_LABEL] = { 9.6, 18.2, PANGO_WEIGHT_BOLD, 1.25, 0 },
  [TAUT_SHEET_TEXT] = { 10.3, 18.2, PANGO_WEIGHT_NORMAL, 1.4, 0, FALSE, TRUE },
  [TAUT_SHEET_TEXT_DIM] = { 10.3, 18.2, PANGO_WEIGHT_NORMAL, 1.4, 0, TRUE },
  [TAUT_SHEET_STRONG] = { 10.3, 19.5, PANGO_WEIGHT_BOLD, 1.2, 0 },
  [TAUT_SHEET_SMALL] = { 8.4, 18.2, PANGO_WEIGHT_NORMAL, 1.34, 0, FALSE, TRUE },
  [TAUT_SHEET_SMALL_STRONG] = { 8.8, 18.2, PANGO_WEIGHT_BOLD, 1.3, 0 },
  [TAUT_SHEET_DIM] = { 8.4, 18.2, PANGO_WEIGHT_NORMAL, 1.3, 0, TRUE },
  [TAUT_SHEET_TIGHT_STRONG] = { 8.8, 18.2, PANGO_WEIGHT_BOLD, 1.18, 0 },
  [TAUT_SHEET_TIGHT_DIM] = { 8, 18.2, PANGO_WEIGHT_NORMAL, 1.18, 0, TRUE },
  [TAUT_SHEET_ROUTINE] = { 20, 26, PANGO_WEIGHT_ULTRABOLD, 1.15, -0.025 },
  [TAUT_SHEET_NUMBER] = { 20, 26, PANGO_WEIGHT_LIGHT, 1.15, 0, TRUE },
  [TAUT_SHEET_FIGURE] = { 27, 34, PANGO_WEIGHT_ULTRABOLD, 1.1, -0.03, FALSE, FALSE, TRUE },
  [TAUT_SHEET_UNIT] = { 14, 20, PANGO_WEIGHT_BOLD, 1.1, -0.01, FALSE, FALSE, TRUE },
  [TAUT_SHEET_STEP] = { 10.3, 18.2, PANGO_WEIGHT_BOLD, 1.4, 0, FALSE, TRUE, TRUE },
};

void
taut_sheet_init (TautSheet *sheet,
                 cairo_t   *cr,
                 double     width,
                 double     height,
                 TautStyle  paper,
                 gboolean   large,
                 double     shrink)
{
  const TautPalette *palette = taut_palette_get (paper);

  g_return_if_fail (sheet != NULL);
  g_return_if_fail (cr != NULL);

  *sheet = (TautSheet) { .cr = cr, .width = width, .height = height, .palette = palette,
                         .style = paper, .large = large };
  /* The same page on a smaller paper: margins shrink before the text does. */
  sheet->margin = MIN (large ? LARGE_MARGIN : MARGIN, width * 0.081);
  sheet->gutter = GUTTER;
  for (guint i = 0; i < TAUT_N_SHEET_STYLES; i++)
    {
      const StyleSource *source = &sources[i];
      TautTextStyle *style = &sheet->styles[i];

      style->face = TAUT_FACE_PAPER;
      style->size = large ? source->large_size : source->size;
      if (source->running)
        style->size = MAX (style->size * shrink, RUNNING_LEAST);
      style->weight = source->weight;
      style->color = source->dim ? palette->dim_text
                                 : source->accent ? palette->accent : palette->text;
      style->leading = large ? MIN (source->leading, LARGE_LEADING) : source->leading;
      style->tracking = source->tracking;
    }
}

double
taut_sheet_get_column_width (const TautSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, 0);

  return (sheet->width - 2 * sheet->margin - (TAUT_N_SHEET_COLUMNS - 1) * sheet->gutter) /
         TAUT_N_SHEET_COLUMNS;
}

double
taut_sheet_get_column (const TautSheet *sheet,
                       guint            column)
{
  g_return_val_if_fail (sheet != NULL, 0);

  return sheet->margin + column * (taut_sheet_get_column_width (sheet) + sheet->gutter);
}

void
taut_sheet_begin (const TautSheet *sheet,
                  const char      *tag)
{
  g_return_if_fail (sheet != NULL);
  g_return_if_fail (tag != NULL);

  cairo_tag_begin (sheet->cr, tag, NULL);
}

void
taut_sheet_end (const TautSheet *sheet,
                const char      *tag)
{
  g_return_if_fail (sheet != NULL);
  g_return_if_fail (tag != NULL);

  cairo_tag_end (sheet->cr, tag);
}

void
taut_sheet_begin_figure (const TautSheet *sheet,
                         const char      *alternative)
{
  g_return_if_fail (sheet != NULL);
  g_return_if_fail (alternative != NULL);

  taut_sheet_begin (sheet, "Figure");
  if (sheet->alternatives != NULL &&
      cairo_surface_get_type (cairo_get_target (sheet->cr)) == CAIRO_SURFACE_TYPE_PDF)
    g_ptr_array_add (sheet->alternatives, g_strdup (alternative));
}

/* A page is laid out several times over, and shaping its texts is what takes long;
 * they are as high on every surface. */
static char *
format_key (const TautSheet *sheet,
            TautSheetStyle   style,
            const char      *text,
            double           width,
            guint            n_lines)
{
  return g_strdup_printf ("%d:%ld:%ld:%u:%s", style, lround (sheet->styles[style].size * 1e6),
                          lround (width * 1e6), n_lines, text);
}

static gboolean
recall (const TautSheet *sheet,
        const char      *key,
        double          *height)
{
  const double *known = sheet->heights != NULL ? g_hash_table_lookup (sheet->heights, key) : NULL;

  if (known != NULL)
    *height = *known;

  return known != NULL;
}

/* Takes @key. */
static void
keep_in_mind (const TautSheet *sheet,
              char            *key,
              double           height)
{
  if (sheet->heights != NULL)
    g_hash_table_insert (sheet->heights, key, g_memdup2 (&height, sizeof height));
  else
    g_free (key);
}

/* Paragraphs stand apart by a third of a line, which Pango cannot do within one
 * layout; so each is a layout. */
static double
lay_paragraphs (const TautSheet *sheet,
                TautSheetStyle   style,
                const char      *text,
                double           x,
                double           y,
                double           width,
                gboolean         draw)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  double height = 0;

  g_assert (sheet != NULL);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = taut_text_new_layout (sheet->cr, &sheet->styles[style], paragraphs[i],
                                                            width);

      if (i > 0)
        height += sheet->styles[style].size * 0.4;
      if (draw)
        taut_text_show (sheet->cr, layout, &sheet->styles[style], x, y + height);
      height += taut_text_get_height (layout);
    }

  return height;
}

double
taut_sheet_measure (const TautSheet *sheet,
                    TautSheetStyle   style,
                    const char      *text,
                    double           width)
{
  g_autofree char *key = NULL;
  double height;

  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  key = format_key (sheet, style, text, width, 0);
  if (recall (sheet, key, &height))
    return height;

  height = lay_paragraphs (sheet, style, text, 0, 0, width, FALSE);
  keep_in_mind (sheet, g_steal_pointer (&key), height);

  return height;
}

double
taut_sheet_put (const TautSheet *sheet,
                TautSheetStyle   style,
                const char      *text,
                double           x,
                double           y,
                double           width)
{
  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  return taut_sheet_put_heading (sheet, style, "P", text, x, y, width);
}

double
taut_sheet_put_heading (const TautSheet *sheet,
                        TautSheetStyle   style,
                        const char      *tag,
                        const char      *text,
                        double           x,
                        double           y,
                        double           width)
{
  double height;

  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (tag != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  cairo_tag_begin (sheet->cr, tag, NULL);
  height = lay_paragraphs (sheet, style, text, x, y, width, TRUE);
  cairo_tag_end (sheet->cr, tag);

  return height;
}

double
taut_sheet_put_run_in (const TautSheet *sheet,
                       TautSheetStyle   style,
                       const char      *heading,
                       const char      *text,
                       double           x,
                       double           y,
                       double           width,
                       gboolean         draw)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *words = NULL;
  PangoAttrList *attributes;
  PangoAttribute *bold;

  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (heading != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  /* Translators: a heading, and what it says */
  words = g_strdup_printf (C_("heading and text", "%s: %s"), heading, text);
  layout = taut_text_new_layout (sheet->cr, &sheet->styles[style], words, width);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->end_index = (guint) strlen (heading) + 1;
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  if (draw)
    {
      cairo_tag_begin (sheet->cr, "P", NULL);
      taut_text_show (sheet->cr, layout, &sheet->styles[style], x, y);
      cairo_tag_end (sheet->cr, "P");
    }

  return taut_text_get_height (layout);
}

double
taut_sheet_put_line (const TautSheet *sheet,
                     TautSheetStyle   style,
                     const char      *text,
                     double           x,
                     double           y,
                     double           width)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  layout = taut_text_new_layout (sheet->cr, &sheet->styles[style], text, MAX (width, 1));
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  taut_text_show (sheet->cr, layout, &sheet->styles[style], x, y);

  return taut_text_get_width (layout);
}

double
taut_sheet_put_line_end (const TautSheet *sheet,
                         TautSheetStyle   style,
                         const char      *text,
                         double           x,
                         double           y)
{
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  layout = taut_text_new_layout (sheet->cr, &sheet->styles[style], text, 0);
  width = taut_text_get_width (layout);
  taut_text_show (sheet->cr, layout, &sheet->styles[style], x - width, y);

  return width;
}

double
taut_sheet_measure_line (const TautSheet *sheet,
                         TautSheetStyle   style,
                         const char      *text)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  layout = taut_text_new_layout (sheet->cr, &sheet->styles[style], text, 0);

  return taut_text_get_width (layout);
}

double
taut_sheet_get_line_height (const TautSheet *sheet,
                            TautSheetStyle   style)
{
  g_return_val_if_fail (sheet != NULL, 0);

  return sheet->styles[style].size * sheet->styles[style].leading;
}

double
taut_sheet_put_lines (const TautSheet *sheet,
                      TautSheetStyle   style,
                      const char      *text,
                      double           x,
                      double           y,
                      double           width,
                      guint            n_lines,
                      gboolean         draw)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *key = NULL;
  double height;

  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (n_lines > 0, 0);

  key = format_key (sheet, style, text, width, n_lines);
  if (!draw && recall (sheet, key, &height))
    return height;

  layout = taut_text_new_layout (sheet->cr, &sheet->styles[style], text, MAX (width, 1));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -(int) n_lines);
  if (draw)
    taut_text_show (sheet->cr, layout, &sheet->styles[style], x, y);

  height = taut_text_get_height (layout);
  keep_in_mind (sheet, g_steal_pointer (&key), height);

  return height;
}

void
taut_sheet_hairline (const TautSheet *sheet,
                     double           x,
                     double           y,
                     double           width)
{
  g_return_if_fail (sheet != NULL);

  taut_sheet_rule (sheet, sheet->style == TAUT_STYLE_MONOCHROME ? FAINT_GREY : FAINT, HAIRLINE,
                   x, y, width);
}

void
taut_sheet_rule (const TautSheet *sheet,
                 TautColor        color,
                 double           thickness,
                 double           x,
                 double           y,
                 double           width)
{
  g_return_if_fail (sheet != NULL);

  cairo_new_path (sheet->cr);
  cairo_rectangle (sheet->cr, x, y, width, thickness);
  taut_color_set_source (color, 1, sheet->cr);
  cairo_fill (sheet->cr);
}
