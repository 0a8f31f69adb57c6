/* taut-chart-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-chart-picture"

#include "config.h"

#include "taut-chart-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "taut-cairo.h"
#include "taut-document.h"
#include "taut-file.h"
#include "taut-names.h"
#include "taut-palette.h"

/* Default heights; the width follows from the figure. */
#define HEIGHT_PX 1200.0
#define HEIGHT_MM 260.0
#define POINTS_PER_MM (72 / 25.4)
/* A pixel of the screen on paper: dots 0.76 mm apart, as in the plan. */
#define PIXEL_POINTS 0.6
/* A picture taller than this has larger dots and marks rather than more. */
#define LOOKS_PX 1600.0
#define SIZE_MIN 16.0
#define SIZE_MAX 16000.0
/* Free space around the figure, as a part of the shorter side. */
#define MARGIN 0.03

typedef enum
{
  FORMAT_SVG,
  FORMAT_PNG,
  FORMAT_PDF,
} Format;

typedef struct
{
  const TautPoint *point;
  TautSide side;
} ShownPoint;

typedef struct
{
  TautChartPainter *painter;
  GListModel *marks;
  GArray *points;
  double width;
  double height;
  double pixel;
} Picture;

static gboolean
find_format (const char  *path,
             Format      *format,
             GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  g_assert (format != NULL);

  if (g_str_has_suffix (lower, ".svg"))
    *format = FORMAT_SVG;
  else if (g_str_has_suffix (lower, ".png"))
    *format = FORMAT_PNG;
  else if (g_str_has_suffix (lower, ".pdf"))
    *format = FORMAT_PDF;
  else
    {
      g_set_error (error, TAUT_RENDER_ERROR, TAUT_RENDER_ERROR_FORMAT,
                   "%s: a picture ends in .svg, .png or .pdf", path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_point (TautAtlas   *atlas,
             const char  *text,
             ShownPoint  *shown,
             GError     **error)
{
  const char *colon;
  g_autofree char *id = NULL;

  g_assert (TAUT_IS_ATLAS (atlas));
  g_assert (text != NULL);

  colon = strchr (text, ':');
  shown->side = TAUT_SIDE_RIGHT;
  if (colon != NULL && !taut_side_from_id (colon + 1, &shown->side))
    {
      g_set_error (error, TAUT_RENDER_ERROR, TAUT_RENDER_ERROR_UNKNOWN,
                   "%s: a side is left or right", text);
      return FALSE;
    }

  id = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  shown->point = taut_atlas_find_point (atlas, id);
  if (shown->point == NULL)
    {
      g_set_error (error, TAUT_RENDER_ERROR, TAUT_RENDER_ERROR_UNKNOWN,
                   "%s: no such point", id);
      return FALSE;
    }

  return TRUE;
}

static GArray *
parse_points (TautAtlas  *atlas,
              GPtrArray  *points,
              GError    **error)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (ShownPoint));

  g_assert (TAUT_IS_ATLAS (atlas));

  for (guint i = 0; points != NULL && i < points->len; i++)
    {
      ShownPoint point;

      if (!parse_point (atlas, g_ptr_array_index (points, i), &point, error))
        return NULL;

      g_array_append_val (shown, point);
    }

  return g_steal_pointer (&shown);
}

/* Sets the size of the page in user units: pixels, or points. */
static gboolean
set_size (Picture  *picture,
          Format    format,
          double    width,
          double    height,
          GError  **error)
{
  TautViewBounds bounds;
  double aspect;

  g_assert (picture != NULL);

  bounds = taut_view_get_bounds (taut_chart_painter_get_view (picture->painter));
  aspect = bounds.width / bounds.height;
  if (height <= 0)
    height = width > 0 ? width / aspect : format == FORMAT_PDF ? HEIGHT_MM : HEIGHT_PX;
  if (width <= 0)
    width = ceil (height * aspect);

  if (!(width >= SIZE_MIN && width <= SIZE_MAX && height >= SIZE_MIN && height <= SIZE_MAX))
    {
      g_set_error (error, TAUT_RENDER_ERROR, TAUT_RENDER_ERROR_SIZE,
                   "a picture is %g to %g wide and high", SIZE_MIN, SIZE_MAX);
      return FALSE;
    }

  if (format == FORMAT_PDF)
    {
      picture->width = width * POINTS_PER_MM;
      picture->height = height * POINTS_PER_MM;
      picture->pixel = PIXEL_POINTS * MAX (1, picture->height * PIXEL_POINTS / LOOKS_PX);
    }
  else
    {
      picture->width = round (width);
      picture->height = round (height);
      picture->pixel = MAX (1, picture->height / LOOKS_PX);
    }

  return TRUE;
}

static void
paint_zones (const Picture *picture,
             double         scale,
             cairo_t       *cr)
{
  TautAtlas *atlas;

  g_assert (picture != NULL);

  atlas = taut_chart_painter_get_atlas (picture->painter);
  for (guint i = 0; picture->marks != NULL && i < g_list_model_get_n_items (picture->marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (picture->marks, i);
      const char *id = taut_mark_get_point_id (mark);
      const TautPoint *point = id != NULL ? taut_atlas_find_point (atlas, id) : NULL;

      if (point != NULL)
        taut_chart_painter_paint_zones (picture->painter, cr, point, taut_mark_get_side (mark),
                                        scale, TAUT_STYLE_PAPER);
    }

  for (guint i = 0; i < picture->points->len; i++)
    {
      const ShownPoint *shown = &g_array_index (picture->points, ShownPoint, i);

      taut_chart_painter_paint_zones (picture->painter, cr, shown->point, shown->side,
                                      scale, TAUT_STYLE_PAPER);
    }
}

static gboolean
draw (const Picture  *picture,
      cairo_t        *cr,
      GError        **error)
{
  TautViewBounds bounds;
  double margin, factor, scale;

  g_assert (picture != NULL);

  bounds = taut_view_get_bounds (taut_chart_painter_get_view (picture->painter));
  margin = MARGIN * MIN (picture->width, picture->height);
  factor = MIN ((picture->width - 2 * margin) / bounds.width,
                (picture->height - 2 * margin) / bounds.height);
  scale = factor / picture->pixel;

  taut_color_set_source (0xffffff, 1, cr);
  cairo_paint (cr);
  cairo_rectangle (cr, 0, 0, picture->width, picture->height);
  cairo_clip (cr);
  cairo_translate (cr,
                   picture->width / 2 - (bounds.x + bounds.width / 2) * factor,
                   picture->height / 2 - (bounds.y + bounds.height / 2) * factor);
  cairo_scale (cr, picture->pixel, picture->pixel);
  if (!taut_chart_painter_paint_art (picture->painter, cr, scale, TAUT_STYLE_PAPER, error))
    return FALSE;

  paint_zones (picture, scale, cr);
  taut_chart_painter_paint_sides (picture->painter, cr, scale, TAUT_STYLE_PAPER);
  for (guint i = 0; i < picture->points->len; i++)
    {
      const ShownPoint *shown = &g_array_index (picture->points, ShownPoint, i);

      taut_chart_painter_paint_point (picture->painter, cr, shown->point, shown->side,
                                      scale, TAUT_STYLE_PAPER);
    }
  if (picture->marks != NULL)
    taut_chart_painter_paint_marks (picture->painter, cr, picture->marks, NULL,
                                    scale, TAUT_STYLE_PAPER);

  return taut_document_check_status (cairo_status (cr), error);
}

static const char *
get_title (const Picture *picture)
{
  switch (taut_view_get_facing (taut_chart_painter_get_view (picture->painter)))
    {
    case TAUT_VIEW_FACING_FRONT:
      return _("Body chart from the front");
    case TAUT_VIEW_FACING_BACK:
      return _("Body chart from behind");
    case TAUT_VIEW_FACING_LEFT:
      return _("Body chart of the left side");
    case TAUT_VIEW_FACING_RIGHT:
      return _("Body chart of the right side");
    default:
      g_assert_not_reached ();
    }
}

/* Names what is marked, one name to a line. */
static char *
describe (const Picture *picture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TautAtlas *atlas;

  g_assert (picture != NULL);

  atlas = taut_chart_painter_get_atlas (picture->painter);
  for (guint i = 0; picture->marks != NULL && i < g_list_model_get_n_items (picture->marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (picture->marks, i);
      g_autofree char *name = taut_name_mark (atlas, mark);

      /* Translators: a tender spot and how strong it hurts */
      g_string_append_printf (text, _("%s: %u of 10"), name, taut_mark_get_intensity (mark));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < picture->points->len; i++)
    {
      const ShownPoint *shown = &g_array_index (picture->points, ShownPoint, i);
      g_autofree char *name = taut_name_point (shown->point, shown->side);

      g_string_append_printf (text, "%s\n", name);
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static cairo_surface_t *
make_surface (const Picture *picture,
              Format         format,
              GByteArray    *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (taut_document_collect, bytes,
                                                     picture->width, picture->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;

    case FORMAT_PDF:
      surface = cairo_pdf_surface_create_for_stream (taut_document_collect, bytes,
                                                     picture->width, picture->height);
      taut_document_describe_pdf (surface, get_title (picture), NULL);
      return surface;

    case FORMAT_PNG:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                         (int) picture->width, (int) picture->height);

    default:
      g_assert_not_reached ();
    }
}

static gboolean
make_bytes (const Picture  *picture,
            Format          format,
            GByteArray     *bytes,
            GError        **error)
{
  g_autoptr (cairo_surface_t) surface = make_surface (picture, format, bytes);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  cairo_status_t status;

  g_assert (picture != NULL);

  if (!draw (picture, cr, error))
    return FALSE;

  if (format == FORMAT_PNG)
    return taut_document_check_status (cairo_surface_write_to_png_stream (surface,
                                                                          taut_document_collect,
                                                                          bytes),
                                       error);

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  if (!taut_document_check_status (status, error))
    return FALSE;

  if (format == FORMAT_SVG)
    {
      g_autofree char *description = describe (picture);

      taut_document_describe_svg (bytes, get_title (picture), description);
    }
  else
    {
      /* Translators: the code of the language that you translate to, such as "de" */
      taut_document_set_pdf_language (bytes, C_("language code", "en"));
    }

  return TRUE;
}

gboolean
taut_chart_picture_write (TautChartPainter  *painter,
                          GListModel        *marks,
                          GPtrArray         *points,
                          double             width,
                          double             height,
                          const char        *path,
                          GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) shown = NULL;
  Picture picture;
  Format format;

  g_return_val_if_fail (TAUT_IS_CHART_PAINTER (painter), FALSE);
  g_return_val_if_fail (marks == NULL || G_IS_LIST_MODEL (marks), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!find_format (path, &format, error))
    return FALSE;

  shown = parse_points (taut_chart_painter_get_atlas (painter), points, error);
  if (shown == NULL)
    return FALSE;

  picture = (Picture) { painter, marks, shown, 0, 0, 1 };
  if (!set_size (&picture, format, width, height, error) ||
      !make_bytes (&picture, format, bytes, error))
    return FALSE;

  return taut_file_replace (path, bytes->data, bytes->len, 0644, error);
}
