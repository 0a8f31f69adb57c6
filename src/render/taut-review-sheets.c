/* taut-review-sheets.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-review-sheets"

#include "config.h"

#include "taut-review-sheets.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "taut-cairo.h"
#include "taut-document.h"
#include "taut-names.h"
#include "taut-plan-picture.h"
#include "taut-plan-sheet.h"

#define N_COLUMNS 2
#define N_ROWS 4
#define N_ON_PAGE (N_COLUMNS * N_ROWS)

/* Points */
#define HEAD_HEIGHT 26.0
#define COLUMN_GAP 16.0
#define ROW_GAP 9.0
#define PICTURES_HEIGHT 92.0
#define PICTURE_GAP 4.0
#define PICTURE_WIDTH_MOST 92.0
#define TICK_SIZE 9.0
#define MARGIN 34.0
#define NAME_SIZE 8.2
#define TEXT_SIZE 6.6

/* Lines and dots are finer here than on a plan, whose pictures are larger. */
#define PIXEL (0.75 * TAUT_PAPER_PIXEL)

/* Figure units */
#define PADDING 16.0
#define BOX_LEAST 110.0

/* A view shows a zone when it sees this part of what the best view sees. */
#define SHOWS_PART 0.08
#define N_VIEWS_MOST 6

/* A point in one view. */
typedef struct
{
  TautChartPainter *painter;
  TautViewBounds box;
  double seen;                /* of the zones, square figure units */
} Look;

typedef struct
{
  GPtrArray *painters;
  TautSheet sheet;
  double cell_width;
  double cell_height;
} Sheets;

/* Which views */

static void
grow_box (TautViewBounds       *box,
          const TautViewBounds *by)
{
  double right = MAX (box->x + box->width, by->x + by->width);
  double bottom = MAX (box->y + box->height, by->y + by->height);

  box->x = MIN (box->x, by->x);
  box->y = MIN (box->y, by->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* The part of a view that has the place and the zones of a point; FALSE when it shows
 * neither. */
static gboolean
find_box (TautChartPainter *painter,
          const TautPoint  *point,
          gboolean          zones,
          TautViewBounds   *box)
{
  TautViewBounds place = { 0, };
  TautViewBounds extents;
  gboolean has_place = taut_view_project (taut_chart_painter_get_view (painter), &point->at,
                                          &place.x, &place.y);
  gboolean has_zones = zones && taut_chart_painter_get_zone_extents (painter, point, TAUT_SIDE_LEFT,
                                                                     &extents);

  g_assert (box != NULL);

  *box = has_zones ? extents : place;
  if (has_zones && has_place)
    grow_box (box, &place);

  return has_zones || has_place;
}

/* Gives a box air, a least size and the shape of its picture. */
static void
fit_box (TautViewBounds *box,
         double          aspect)
{
  double width = MAX (BOX_LEAST, box->width + 2 * PADDING);
  double height = MAX (BOX_LEAST, box->height + 2 * PADDING);
  double centre_x = box->x + box->width / 2;
  double centre_y = box->y + box->height / 2;

  width = MAX (width, height * aspect);
  height = width / aspect;
  *box = (TautViewBounds) { centre_x - width / 2, centre_y - height / 2, width, height };
}

static void
drop_least (GArray *looks)
{
  guint least = 0;

  for (guint i = 1; i < looks->len; i++)
    if (g_array_index (looks, Look, i).seen < g_array_index (looks, Look, least).seen)
      least = i;
  g_array_remove_index (looks, least);
}

static GArray *
find_looks (const Sheets    *self,
            const TautPoint *point)
{
  g_autofree double *seen = g_new (double, self->painters->len);
  GArray *looks = g_array_new (FALSE, FALSE, sizeof (Look));
  double most = 0;

  g_assert (point != NULL);

  for (guint i = 0; i < self->painters->len; i++)
    {
      seen[i] = taut_chart_painter_measure_zones (g_ptr_array_index (self->painters, i), point,
                                                  TAUT_SIDE_LEFT);
      most = MAX (most, seen[i]);
    }
  for (guint i = 0; i < self->painters->len; i++)
    {
      Look look = { g_ptr_array_index (self->painters, i), { 0, }, seen[i] };

      if (find_box (look.painter, point, seen[i] > SHOWS_PART * most, &look.box))
        g_array_append_val (looks, look);
    }
  while (looks->len > N_VIEWS_MOST)
    drop_least (looks);

  return looks;
}

/* Pictures */

static gboolean
draw_look (const Sheets    *self,
           const Look      *look,
           const TautPoint *point,
           double           x,
           double           y,
           double           width,
           GError         **error)
{
  cairo_t *cr = self->sheet.cr;
  TautViewBounds box = look->box;
  double factor, scale;

  fit_box (&box, width / PICTURES_HEIGHT);
  factor = width / box.width;
  scale = factor / PIXEL;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, PICTURES_HEIGHT);
  cairo_clip (cr);
  taut_color_set_source (self->sheet.palette->canvas, 1, cr);
  cairo_paint (cr);
  cairo_translate (cr, x - box.x * factor, y - box.y * factor);
  cairo_scale (cr, PIXEL, PIXEL);
  if (!taut_chart_painter_paint_art (look->painter, cr, scale, self->sheet.style, error))
    {
      cairo_restore (cr);
      return FALSE;
    }
  taut_chart_painter_paint_zones (look->painter, cr, point, TAUT_SIDE_LEFT, scale, self->sheet.style);
  taut_chart_painter_paint_point (look->painter, cr, point, TAUT_SIDE_LEFT, scale, self->sheet.style);
  cairo_restore (cr);

  return taut_document_check_status (cairo_status (cr), error);
}

static gboolean
draw_looks (const Sheets    *self,
            const TautPoint *point,
            double           x,
            double           y,
            GError         **error)
{
  g_autoptr (GArray) looks = find_looks (self, point);
  double width;

  if (looks->len == 0)
    return TRUE;

  width = (self->cell_width - (looks->len - 1) * PICTURE_GAP) / looks->len;
  width = MIN (width, PICTURE_WIDTH_MOST);
  for (guint i = 0; i < looks->len; i++)
    if (!draw_look (self, &g_array_index (looks, Look, i), point, x + i * (width + PICTURE_GAP), y,
                    width, error))
      return FALSE;

  return TRUE;
}

/* Texts */

static const char *
get_confidence (TautConfidence confidence)
{
  switch (confidence)
    {
    case TAUT_CONFIDENCE_LOW:
      return C_("confidence", "unsure");
    case TAUT_CONFIDENCE_MEDIUM:
      return C_("confidence", "fairly sure");
    case TAUT_CONFIDENCE_HIGH:
      return C_("confidence", "sure");
    default:
      g_assert_not_reached ();
    }
}

static char *
list_areas (TautAtlas      *atlas,
            const TautZone *zone)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) split = NULL;

  for (guint i = 0; zone->areas[i] != NULL; i++)
    {
      const TautArea *area = taut_atlas_find_area (atlas, zone->areas[i]);

      g_strv_builder_add (names, taut_name_translate ("area", area->name));
    }
  split = g_strv_builder_end (names);

  return split[0] != NULL ? g_strjoinv (", ", split) : g_strdup (_("nothing"));
}

/* What a point says, most important first; %NULL-terminated. */
static char **
describe (TautAtlas       *atlas,
          const TautPoint *point)
{
  g_autofree char *often = list_areas (atlas, &point->zones[TAUT_ZONE_ESSENTIAL]);
  g_autofree char *sometimes = list_areas (atlas, &point->zones[TAUT_ZONE_SPILLOVER]);
  /* Translators: %s are names of areas of the body */
  g_autofree char *areas = g_strdup_printf (_("Often: %s. Sometimes: %s."), often, sometimes);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  g_strv_builder_add (texts, taut_name_translate ("point", point->location));
  g_strv_builder_add (texts, areas);
  if (point->note != NULL)
    g_strv_builder_add (texts, taut_name_translate ("point", point->note));
  g_strv_builder_add (texts, point->provenance);

  return g_strv_builder_end (texts);
}

/* As many lines as there is room for down to @bottom. */
static void
draw_texts (const Sheets    *self,
            TautAtlas       *atlas,
            const TautPoint *point,
            double           x,
            double           y,
            double           bottom)
{
  g_auto (GStrv) texts = describe (atlas, point);
  double line = taut_sheet_get_line_height (&self->sheet, TAUT_SHEET_TIGHT_DIM);

  for (guint i = 0; texts[i] != NULL && y + line <= bottom; i++)
    y += taut_sheet_put_lines (&self->sheet, TAUT_SHEET_TIGHT_DIM, texts[i], x, y, self->cell_width,
                               (guint) ((bottom - y) / line), TRUE);
}

static void
draw_tick_box (const Sheets *self,
               double        x,
               double        y)
{
  cairo_t *cr = self->sheet.cr;

  cairo_rectangle (cr, x + 0.4, y + 0.4, TICK_SIZE - 0.8, TICK_SIZE - 0.8);
  taut_color_set_source (self->sheet.palette->dim_text, 1, cr);
  cairo_set_line_width (cr, 0.7);
  cairo_stroke (cr);
}

static gboolean
draw_point (const Sheets    *self,
            TautAtlas       *atlas,
            const TautPoint *point,
            double           x,
            double           y,
            GError         **error)
{
  const TautSheet *sheet = &self->sheet;
  g_autofree char *under = g_strdup_printf ("%s · %s · %s",
                                            taut_name_translate ("muscle", point->muscle->name),
                                            point->id, get_confidence (point->confidence));
  double line = taut_sheet_get_line_height (sheet, TAUT_SHEET_TIGHT_STRONG);
  double top = y;

  taut_sheet_put_line (sheet, TAUT_SHEET_TIGHT_STRONG, taut_name_translate ("point", point->name),
                       x, y, self->cell_width - TICK_SIZE - PICTURE_GAP);
  draw_tick_box (self, x + self->cell_width - TICK_SIZE, y);
  y += line;
  taut_sheet_put_line (sheet, TAUT_SHEET_TIGHT_DIM, under, x, y, self->cell_width);
  y += taut_sheet_get_line_height (sheet, TAUT_SHEET_TIGHT_DIM) + 2;
  if (!draw_looks (self, point, x, y, error))
    return FALSE;

  draw_texts (self, atlas, point, x, y + PICTURES_HEIGHT + 3, top + self->cell_height);

  return TRUE;
}

/* Pages */

static void
draw_head (const Sheets *self,
           guint         page,
           guint         n_pages)
{
  const TautSheet *sheet = &self->sheet;
  /* Translators: a page of many */
  g_autofree char *number = g_strdup_printf (_("%u of %u"), page + 1, n_pages);

  taut_sheet_put_line (sheet, TAUT_SHEET_LABEL, _("Tautline: the atlas to proof-read, left side of the body"),
                       MARGIN, MARGIN - 8, sheet->width - 2 * MARGIN - 60);
  taut_sheet_put_line_end (sheet, TAUT_SHEET_DIM, number, sheet->width - MARGIN, MARGIN - 8);
}

static gboolean
draw_page (const Sheets *self,
           GPtrArray    *points,
           guint         page,
           GError      **error)
{
  TautAtlas *atlas = taut_chart_painter_get_atlas (g_ptr_array_index (self->painters, 0));

  draw_head (self, page, (points->len + N_ON_PAGE - 1) / N_ON_PAGE);
  for (guint i = 0; i < N_ON_PAGE && page * N_ON_PAGE + i < points->len; i++)
    if (!draw_point (self, atlas, g_ptr_array_index (points, page * N_ON_PAGE + i),
                     MARGIN + i % N_COLUMNS * (self->cell_width + COLUMN_GAP),
                     MARGIN + HEAD_HEIGHT - 12 + i / N_COLUMNS * (self->cell_height + ROW_GAP), error))
      return FALSE;
  cairo_show_page (self->sheet.cr);

  return TRUE;
}

GByteArray *
taut_review_sheets_make (GPtrArray  *painters,
                         GPtrArray  *points,
                         double      width,
                         double      height,
                         GError    **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  Sheets self = { painters };

  g_return_val_if_fail (painters != NULL && painters->len > 0, NULL);
  g_return_val_if_fail (points != NULL && points->len > 0, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (taut_document_collect, bytes, width, height);
  taut_document_describe_pdf (surface, _("The atlas to proof-read"), NULL);
  cr = cairo_create (surface);
  taut_sheet_init (&self.sheet, cr, width, height, TAUT_STYLE_PAPER, FALSE, 1);
  self.sheet.styles[TAUT_SHEET_TIGHT_STRONG].size = NAME_SIZE;
  self.sheet.styles[TAUT_SHEET_TIGHT_DIM].size = TEXT_SIZE;
  self.cell_width = (width - 2 * MARGIN - (N_COLUMNS - 1) * COLUMN_GAP) / N_COLUMNS;
  self.cell_height = (height - 2 * MARGIN - HEAD_HEIGHT + 12 - (N_ROWS - 1) * ROW_GAP) / N_ROWS;

  for (guint page = 0; page * N_ON_PAGE < points->len; page++)
    if (!draw_page (&self, points, page, error))
      return NULL;

  cairo_surface_finish (surface);
  if (!taut_document_check_status (cairo_surface_status (surface), error))
    return NULL;
  taut_document_set_pdf_language (bytes, C_("language code", "en"));

  return g_steal_pointer (&bytes);
}
