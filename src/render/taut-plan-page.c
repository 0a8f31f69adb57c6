/* taut-plan-page.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-page"

#include "config.h"

#include "taut-plan-page.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "taut-cairo.h"
#include "taut-document.h"
#include "taut-file.h"
#include "taut-plan-draft.h"
#include "taut-plan-legend.h"

/* Points; A4 is 210 by 297 mm. */
#define A4_WIDTH 595.276
#define A4_HEIGHT 841.890
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0

#define RULE 1.0
#define LARGE_HELP_PART 0.15
#define LARGE_HELP_INDENT 18.0
#define LARGE_HELP_BAR 5.0

/* What to try until pictures are not lower than this and all rows fit: sizes of
 * running text, marks explained in words, and the part of the page that notices
 * may take. */
#define PICTURE_FAIR 140.0

static const struct
{
  double shrink;
  guint n_spots;
  double help_part;
} attempts[] = {
  { 1, 3, 0.24 }, { 0.95, 3, 0.24 }, { 0.9, 3, 0.24 }, { 0.95, 2, 0.22 }, { 0.9, 2, 0.22 },
  { 0.9, 1, 0.22 }, { 0.86, 1, 0.19 },
};

struct _TautPlanPage
{
  GObject parent_instance;

  TautAtlas *atlas;
  TautRecord *record;
  GDateTime *today;
  gboolean large;

  GPtrArray *painters;
};

G_DEFINE_FINAL_TYPE (TautPlanPage, taut_plan_page, G_TYPE_OBJECT)

/* Views */

static gboolean
load_painters (TautPlanPage  *self,
               GError       **error)
{
  g_autoptr(GPtrArray) painters = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const *ids = taut_view_list_ids ();

  g_assert (TAUT_IS_PLAN_PAGE (self));

  if (self->painters != NULL)
    return TRUE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(TautView) view = taut_view_load (ids[i], taut_atlas_get_skin (self->atlas), error);

      if (view == NULL)
        return FALSE;

      g_ptr_array_add (painters, taut_chart_painter_new (self->atlas, view));
    }
  self->painters = g_steal_pointer (&painters);

  return TRUE;
}

/* Pictures and their legend */

static gboolean
put_pictures (const TautPlanDraft  *draft,
              double        y,
              double        height,
              GError      **error)
{
  const TautSheet *sheet = &draft->sheet;
  double letters = sheet->styles[TAUT_SHEET_DIM].size;
  double label = taut_sheet_get_line_height (sheet, TAUT_SHEET_LABEL) + 4;

  for (guint i = 0; i < TAUT_N_PLAN_PICTURES; i++)
    {
      cairo_rectangle_t frame = { taut_sheet_get_column (sheet, i), y + label,
                                  taut_sheet_get_column_width (sheet), height };

      taut_sheet_put_line (sheet, TAUT_SHEET_LABEL, draft->pictures[i].title,
                           frame.x, y, frame.width);
      if (!taut_plan_picture_draw (&draft->pictures[i], draft->marks, &frame, letters,
                                   sheet->cr, error))
        return FALSE;
    }

  return TRUE;
}

static double
get_legend_height (const TautPlanDraft *draft)
{
  return g_list_model_get_n_items (draft->marks) == 0
         ? 0 : taut_sheet_get_line_height (&draft->sheet, TAUT_SHEET_SMALL) + 6;
}

/* Columns of words */

static double
measure_words (const TautPlanDraft *draft)
{
  const TautSheet *sheet = &draft->sheet;
  double most = 0;

  for (guint i = 0; i < TAUT_N_SHEET_COLUMNS; i++)
    most = MAX (most, taut_sheet_measure (sheet, TAUT_SHEET_TEXT, draft->words[i],
                                          taut_sheet_get_column_width (sheet)));

  return most + taut_sheet_get_line_height (sheet, TAUT_SHEET_HEADING) + 8;
}

static void
put_words (const TautPlanDraft *draft,
           double       y)
{
  const TautSheet *sheet = &draft->sheet;
  const char *const titles[TAUT_N_SHEET_COLUMNS] = {
    _("What it means"), _("What you do"), _("What to leave out"),
  };
  double width = taut_sheet_get_column_width (sheet);

  for (guint i = 0; i < TAUT_N_SHEET_COLUMNS; i++)
    {
      double x = taut_sheet_get_column (sheet, i);
      double at = y + 5;

      taut_sheet_rule (sheet, sheet->styles[TAUT_SHEET_TEXT].color, RULE, x, y, width);
      at += taut_sheet_put_heading (sheet, TAUT_SHEET_HEADING, "H2", titles[i], x, at, width);
      taut_sheet_put (sheet, TAUT_SHEET_TEXT, draft->words[i], x, at + 1, width);
    }
}

/* The page */

#define GAP_PICTURES 12.0
#define GAP_WORDS 12.0
#define GAP_TABLE 16.0
#define GAP_HELP 16.0
#define GAP_FOOT 8.0
#define GAP_LARGE 14.0
#define LARGE_ROW_FAIR 46.0

/* Room for pictures and rows once all else has its place. */
static double
get_room (TautPlanDraft *draft,
          double         help_part)
{
  const TautSheet *sheet = &draft->sheet;
  double room = taut_plan_draft_get_foot (draft) - sheet->margin * 0.75;

  room -= taut_plan_draft_measure_head (draft) + GAP_PICTURES;
  room -= taut_sheet_get_line_height (sheet, TAUT_SHEET_LABEL) + 4;
  room -= get_legend_height (draft) + GAP_WORDS;
  room -= measure_words (draft) + GAP_TABLE;
  room -= taut_plan_table_get_extra (sheet, draft->week) + GAP_HELP;
  draft->help_height = taut_plan_help_fit (draft->help, sheet, sheet->height * help_part,
                                            &draft->n_helps);
  room -= draft->help_height + GAP_FOOT;

  return room;
}

static gboolean
try_layout (TautPlanDraft *draft,
            cairo_t       *cr,
            double         width,
            double         height,
            guint          attempt)
{
  guint n_rows = draft->week->rows->len;

  g_assert (draft != NULL);

  taut_sheet_init (&draft->sheet, cr, width, height, FALSE, attempts[attempt].shrink);
  taut_plan_draft_explain (draft, attempts[attempt].n_spots);
  taut_plan_table_fit (&draft->sheet, get_room (draft, attempts[attempt].help_part), n_rows, 0,
                       &draft->fit);

  return draft->fit.n_rows == n_rows && draft->fit.picture_height >= PICTURE_FAIR;
}

/* Text as large, and as many marks explained, as lets all rows and fair pictures
 * on the page. */
static void
lay_out (TautPlanDraft *draft,
         cairo_t       *cr,
         double         width,
         double         height)
{
  g_assert (draft != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (try_layout (draft, cr, width, height, i))
      return;
}

static gboolean
draw_normal (TautPlanDraft  *draft,
             cairo_t  *cr,
             double    width,
             double    height,
             GError  **error)
{
  const TautSheet *sheet = &draft->sheet;
  double y;

  lay_out (draft, cr, width, height);
  y = sheet->margin * 0.75;
  y += taut_plan_draft_put_head (draft, y) + GAP_PICTURES;
  if (!put_pictures (draft, y, draft->fit.picture_height, error))
    return FALSE;

  y += taut_sheet_get_line_height (sheet, TAUT_SHEET_LABEL) + 4 + draft->fit.picture_height;
  if (get_legend_height (draft) > 0)
    taut_plan_legend_put (sheet, y + 6);
  y += get_legend_height (draft) + GAP_WORDS;
  put_words (draft, y);
  y += measure_words (draft) + GAP_TABLE;
  y += taut_plan_table_put (sheet, draft->week, &draft->fit, y) + GAP_HELP;

  /* Help stands at the foot of the page, wherever the week ends. */
  y = taut_plan_draft_get_foot (draft) - GAP_FOOT - draft->help_height;
  taut_plan_help_put (draft->help, sheet, draft->n_helps, draft->help_height, y);
  taut_plan_draft_put_foot (draft);

  return TRUE;
}

/* Large type: one picture, what it means, the week, when to get help. */

static const TautPlanPicture *
get_large_picture (const TautPlanDraft *draft)
{
  return &draft->pictures[g_list_model_get_n_items (draft->marks) > 0 ? 1 : 0];
}

static double
get_large_help_width (const TautSheet *sheet)
{
  return sheet->width - 2 * sheet->margin - LARGE_HELP_INDENT;
}

static double
measure_large_help (const TautPlanDraft *draft)
{
  const TautSheet *sheet = &draft->sheet;
  g_autofree char *text = taut_plan_help_format_now (draft->help, sheet, TAUT_SHEET_SMALL_STRONG,
                                                     get_large_help_width (sheet),
                                                     sheet->height * LARGE_HELP_PART);

  return taut_sheet_measure (sheet, TAUT_SHEET_SMALL_STRONG, text, get_large_help_width (sheet));
}

static void
put_large_help (const TautPlanDraft *draft,
                double               y)
{
  const TautSheet *sheet = &draft->sheet;
  g_autofree char *text = taut_plan_help_format_now (draft->help, sheet, TAUT_SHEET_SMALL_STRONG,
                                                     get_large_help_width (sheet),
                                                     sheet->height * LARGE_HELP_PART);

  taut_sheet_rule (sheet, sheet->styles[TAUT_SHEET_WARNING].color, measure_large_help (draft),
                   sheet->margin, y, LARGE_HELP_BAR);
  taut_sheet_put (sheet, TAUT_SHEET_SMALL_STRONG, text, sheet->margin + LARGE_HELP_INDENT, y,
                  get_large_help_width (sheet));
}

static double
get_large_split (const TautSheet *sheet)
{
  return sheet->margin + (sheet->width - 2 * sheet->margin) * 0.42;
}

static double
put_large_words (const TautPlanDraft *draft,
                 double       y,
                 gboolean     draw)
{
  const TautSheet *sheet = &draft->sheet;
  double x = get_large_split (sheet) + 14;
  double width = sheet->width - sheet->margin - x;
  const char *gently = _("Good pain, never sharp pain.");
  double height = taut_sheet_get_line_height (sheet, TAUT_SHEET_HEADING) * 2 + 8 +
                  taut_sheet_measure (sheet, TAUT_SHEET_TEXT, draft->words[0], width) +
                  taut_sheet_measure (sheet, TAUT_SHEET_TEXT, gently, width);

  if (!draw)
    return height;

  y += taut_sheet_put_heading (sheet, TAUT_SHEET_HEADING, "H2", _("What it means"), x, y, width);
  y += taut_sheet_put (sheet, TAUT_SHEET_TEXT, draft->words[0], x, y, width) + 8;
  y += taut_sheet_put_heading (sheet, TAUT_SHEET_WARNING, "H2", _("Go gently"), x, y, width);
  taut_sheet_put (sheet, TAUT_SHEET_TEXT, gently, x, y, width);

  return height;
}

/* As many marks explained as lets rows with name and dose on the page. */
static void
lay_out_large (TautPlanDraft *draft,
               cairo_t       *cr,
               double         width,
               double         height)
{
  guint n_rows = draft->week->rows->len;

  g_assert (draft != NULL);

  taut_sheet_init (&draft->sheet, cr, width, height, TRUE, 1);
  for (guint n_spots = TAUT_PLAN_SPOTS_MOST + 1; n_spots > 0; n_spots--)
    {
      double room = taut_plan_draft_get_foot (draft) - draft->sheet.margin * 0.75;

      taut_plan_draft_explain (draft, n_spots - 1);
      room -= taut_plan_draft_measure_head (draft) + GAP_PICTURES;
      room -= GAP_LARGE + taut_plan_table_get_extra (&draft->sheet, draft->week);
      room -= GAP_LARGE + measure_large_help (draft) + GAP_FOOT;
      taut_plan_table_fit (&draft->sheet, room, n_rows, put_large_words (draft, 0, FALSE),
                           &draft->fit);
      if (draft->fit.n_rows == n_rows && draft->fit.row_height >= LARGE_ROW_FAIR)
        return;
    }
}

static gboolean
draw_large (TautPlanDraft  *draft,
            cairo_t        *cr,
            double          width,
            double          height,
            GError        **error)
{
  const TautSheet *sheet = &draft->sheet;
  cairo_rectangle_t frame;
  double y;

  lay_out_large (draft, cr, width, height);
  y = sheet->margin * 0.75;
  y += taut_plan_draft_put_head (draft, y) + GAP_PICTURES;
  frame = (cairo_rectangle_t) { sheet->margin, y, get_large_split (sheet) - sheet->margin,
                                draft->fit.picture_height };
  if (!taut_plan_picture_draw (get_large_picture (draft), draft->marks, &frame,
                               sheet->styles[TAUT_SHEET_DIM].size, cr, error))
    return FALSE;

  put_large_words (draft, y, TRUE);
  y += draft->fit.picture_height + GAP_LARGE;
  taut_plan_table_put (sheet, draft->week, &draft->fit, y);
  put_large_help (draft,
                  taut_plan_draft_get_foot (draft) - GAP_FOOT - measure_large_help (draft));
  taut_plan_draft_put_foot (draft);

  return TRUE;
}

/* GObject */

static void
taut_plan_page_finalize (GObject *object)
{
  TautPlanPage *self = TAUT_PLAN_PAGE (object);

  g_clear_pointer (&self->painters, g_ptr_array_unref);
  g_clear_pointer (&self->today, g_date_time_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (taut_plan_page_parent_class)->finalize (object);
}

static void
taut_plan_page_class_init (TautPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = taut_plan_page_finalize;
}

static void
taut_plan_page_init (TautPlanPage *self)
{
}

/* Public API */

TautPlanPage *
taut_plan_page_new (TautAtlas  *atlas,
                    TautRecord *record,
                    GDateTime  *today,
                    gboolean    large)
{
  TautPlanPage *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  self = g_object_new (TAUT_TYPE_PLAN_PAGE, NULL);
  self->atlas = g_object_ref (atlas);
  self->record = g_object_ref (record);
  self->today = g_date_time_ref (today);
  self->large = large;

  return self;
}

gboolean
taut_plan_page_draw (TautPlanPage  *self,
                     cairo_t       *cr,
                     double         width,
                     double         height,
                     GError       **error)
{
  g_auto(TautPlanDraft) draft = { 0 };
  gboolean drawn;

  g_return_val_if_fail (TAUT_IS_PLAN_PAGE (self), FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);
  g_return_val_if_fail (width > 0 && height > 0, FALSE);

  if (!load_painters (self, error))
    return FALSE;

  taut_plan_draft_init (&draft, self->atlas, self->record, self->painters, self->today);
  cairo_save (cr);
  drawn = self->large ? draw_large (&draft, cr, width, height, error)
                      : draw_normal (&draft, cr, width, height, error);
  cairo_restore (cr);

  return drawn && taut_document_check_status (cairo_status (cr), error);
}

gboolean
taut_plan_page_write_pdf (TautPlanPage  *self,
                          TautPaper      paper,
                          const char    *path,
                          GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(cairo_surface_t) surface = NULL;
  g_autoptr(cairo_t) cr = NULL;
  double width = paper == TAUT_PAPER_LETTER ? LETTER_WIDTH : A4_WIDTH;
  double height = paper == TAUT_PAPER_LETTER ? LETTER_HEIGHT : A4_HEIGHT;

  g_return_val_if_fail (TAUT_IS_PLAN_PAGE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  surface = cairo_pdf_surface_create_for_stream (taut_document_collect, bytes, width, height);
  taut_document_describe_pdf (surface, _("Home care plan"), self->today);
  cr = cairo_create (surface);
  if (!taut_plan_page_draw (self, cr, width, height, error))
    return FALSE;

  cairo_show_page (cr);
  cairo_surface_finish (surface);
  if (!taut_document_check_status (cairo_surface_status (surface), error))
    return FALSE;

  /* Translators: the code of the language that you translate to, such as "de" */
  taut_document_set_pdf_language (bytes, C_("language code", "en"));

  return taut_file_replace (path, bytes->data, bytes->len, 0600, error);
}
