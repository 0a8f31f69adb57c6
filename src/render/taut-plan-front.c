/* taut-plan-front.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-front"

#include "config.h"

#include "taut-plan-front.h"

#include <glib/gi18n-lib.h>

#include "taut-plan-legend.h"

/* Points */
#define RULE 1.0
#define GAP_PICTURES 12.0
#define GAP_LABEL 4.0
#define GAP_LEGEND 6.0
#define GAP_WORDS 12.0
#define GAP_TABLE 16.0
#define GAP_HELP 14.0
#define GAP_FOOT 8.0

/* Heights of pictures: what they are content with, and what they take at most. */
#define PICTURE_LEAST 90.0
#define PICTURE_FAIR 142.0
#define PICTURE_GOOD 177.0
#define PICTURE_MOST 214.0
#define PICTURE_ALONE 300.0
#define ROW_EXTRA_MOST 6.0
/* More rows than these are in small type also where a page holds nothing else. */
#define N_ROWS_LOOSE 9

/* A module of the code, so that a camera can tell it from the next. */
#define MODULE 1.2
#define FINE_MODULE 1.0
#define N_FINE 105
#define LARGE_MODULE 1.5
#define CODE_LEAST 72.0
#define CODE_GAP 4.0
/* A smaller code has its words at its side. */
#define CODE_SMALL 84.0

/* What to try until pictures are fair: sizes of running text, marks explained in
 * words, the part of the page that help may take, small type in the table, and less
 * to leave out. */
static const struct
{
  double shrink;
  guint n_spots;
  double help_part;
  gboolean tight;
  gboolean is_short;
} attempts[] = {
  { 1, 3, 0.24, FALSE }, { 1, 2, 0.22, FALSE }, { 0.95, 3, 0.22, FALSE },
  { 0.95, 2, 0.2, FALSE }, { 1, 2, 0.2, TRUE }, { 0.95, 2, 0.2, TRUE }, { 0.9, 2, 0.19, TRUE },
  { 0.9, 1, 0.18, TRUE }, { 0.86, 1, 0.16, TRUE, TRUE }, { 0.86, 1, 0.14, TRUE, TRUE },
};

#define N_ATTEMPTS G_N_ELEMENTS (attempts)
/* Those with text of fair size. */
#define N_LOOSE 6
#define HELP_PART_MOST 0.3

/* Code */

double
taut_plan_code_put (const TautPlanDraft *draft,
                    double               x,
                    double               y,
                    double               width,
                    gboolean             draw)
{
  const TautSheet *sheet = &draft->sheet;
  const char *text = _("This plan for your phone or calendar. Nothing is sent anywhere.");
  double size, text_width;
  guint n_modules;

  g_return_val_if_fail (draft != NULL, 0);

  if (draft->code == NULL)
    return 0;

  /* As wide as its column at most. */
  n_modules = taut_qr_code_get_n_modules (draft->code);
  size = MAX (CODE_LEAST, n_modules * (sheet->large ? LARGE_MODULE
                                                    : n_modules > N_FINE ? FINE_MODULE : MODULE));
  size = MIN (size, width);
  if (draw)
    {
      taut_sheet_begin_figure (sheet, _("A code that holds the calendar of this plan"));
      taut_qr_code_draw (draft->code, x, y, size, sheet->cr);
      taut_sheet_end (sheet, "Figure");
    }
  text_width = width - size - CODE_GAP * 2;
  if (size <= CODE_SMALL || text_width > size)
    {
      if (draw)
        taut_sheet_put (sheet, TAUT_SHEET_SMALL, text, x + size + CODE_GAP * 2, y, text_width);
      return MAX (size, taut_sheet_measure (sheet, TAUT_SHEET_SMALL, text, text_width));
    }

  if (draw)
    taut_sheet_put (sheet, TAUT_SHEET_SMALL, text, x, y + size + CODE_GAP, width);

  return size + CODE_GAP + taut_sheet_measure (sheet, TAUT_SHEET_SMALL, text, width);
}

/* Pictures */

static gboolean
has_pictures (const TautPlanDraft *draft)
{
  return draft->options.pictures;
}

/* All but the pictures themselves. */
static double
get_picture_extra (const TautPlanDraft *draft)
{
  const TautSheet *sheet = &draft->sheet;
  double extra;

  if (!has_pictures (draft))
    return 0;

  extra = GAP_PICTURES + taut_sheet_get_line_height (sheet, TAUT_SHEET_LABEL) + GAP_LABEL;
  if (g_list_model_get_n_items (draft->marks) > 0)
    extra += GAP_LEGEND + taut_sheet_get_line_height (sheet, TAUT_SHEET_SMALL);

  return extra;
}

static gboolean
put_pictures (const TautPlanFront  *front,
              const TautPlanDraft  *draft,
              double                y,
              GError              **error)
{
  const TautSheet *sheet = &draft->sheet;
  double label = taut_sheet_get_line_height (sheet, TAUT_SHEET_LABEL) + GAP_LABEL;

  y += GAP_PICTURES;
  for (guint i = 0; i < TAUT_N_PLAN_PICTURES; i++)
    {
      cairo_rectangle_t frame = { taut_sheet_get_column (sheet, i), y + label,
                                  taut_sheet_get_column_width (sheet), front->picture_height };

      taut_sheet_put_line (sheet, TAUT_SHEET_LABEL, draft->pictures[i].title, frame.x, y,
                           frame.width);
      if (!taut_plan_draft_put_picture (draft, i, &frame, error))
        return FALSE;
    }
  if (g_list_model_get_n_items (draft->marks) > 0)
    taut_plan_legend_put (sheet, y + label + front->picture_height + GAP_LEGEND);

  return TRUE;
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

  return most + taut_sheet_get_line_height (sheet, TAUT_SHEET_HEADING) + 6;
}

static void
put_words (const TautPlanDraft *draft,
           double               y)
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

      taut_sheet_rule (sheet, sheet->palette->text, RULE, x, y, width);
      at += taut_sheet_put_heading (sheet, TAUT_SHEET_HEADING, "H2", titles[i], x, at, width);
      taut_sheet_put (sheet, TAUT_SHEET_TEXT, draft->words[i], x, at + 1, width);
    }
}

/* Help and code */

static guint
count_help_columns (const TautPlanDraft *draft)
{
  return TAUT_N_SHEET_COLUMNS - (draft->code != NULL ? 1 : 0);
}

static const char *
get_help_note (const TautPlanDraft *draft)
{
  return draft->options.variant == TAUT_PLAN_ONE_PAGE ? _("There is more: see Care in Tautline.")
                                                      : _("There is more on the last page.");
}

static void
fit_help (TautPlanFront       *front,
          const TautPlanDraft *draft,
          double               part)
{
  const TautSheet *sheet = &draft->sheet;
  double code = taut_plan_code_put (draft, 0, 0, taut_sheet_get_column_width (sheet), FALSE);
  double most;

  if (code > 0)
    code += RULE + 5;
  most = MAX (code, sheet->height * part);
  front->help_height = taut_plan_help_fit (draft->help, sheet, count_help_columns (draft),
                                           get_help_note (draft), most, &front->n_helps);
  front->help_height = MAX (front->help_height, code);
}

static void
put_help (const TautPlanFront *front,
          const TautPlanDraft *draft,
          double               y)
{
  const TautSheet *sheet = &draft->sheet;
  double x = taut_sheet_get_column (sheet, TAUT_N_SHEET_COLUMNS - 1);
  double width = taut_sheet_get_column_width (sheet);

  taut_plan_help_put (draft->help, sheet, count_help_columns (draft), get_help_note (draft),
                      front->n_helps, front->help_height, y);
  if (draft->code == NULL)
    return;

  taut_sheet_rule (sheet, sheet->palette->text, RULE, x, y, width);
  taut_plan_code_put (draft, x, y + RULE + 5, width, TRUE);
}

/* Fitting */

static double
measure_tables (const TautPlanDraft *draft,
                guint                n_tables)
{
  double height = 0;

  for (guint i = 0; i < n_tables; i++)
    {
      const TautPlanTable *table = g_ptr_array_index (draft->tables, i);

      height += GAP_TABLE + taut_plan_table_measure (table, &draft->sheet, 0, G_MAXUINT / 2);
    }

  return height;
}

/* Room for pictures and tables once all else has its place. */
static double
get_room (TautPlanFront *front,
          TautPlanDraft *draft,
          double         help_part)
{
  double top = taut_plan_draft_get_top (draft);

  fit_help (front, draft, help_part);

  return taut_plan_draft_get_foot (draft) - top - taut_plan_draft_put_head (draft, top, FALSE) -
         get_picture_extra (draft) - GAP_WORDS - measure_words (draft) - GAP_HELP -
         front->help_height - GAP_FOOT;
}

static void
set_tables (TautPlanDraft *draft,
            gboolean       tight,
            double         extra)
{
  for (guint i = 0; i < draft->tables->len; i++)
    {
      TautPlanTable *table = g_ptr_array_index (draft->tables, i);

      table->tight = tight;
      table->extra = extra;
    }
}

/* Whether @n_tables and pictures of at least @picture fit; leaves what remains. */
static gboolean
try_attempt (TautPlanFront *front,
             TautPlanDraft *draft,
             guint          attempt,
             guint          n_tables,
             double         picture,
             double         help_part,
             cairo_t       *cr)
{
  double left;

  front->shrink = attempts[attempt].shrink;
  taut_plan_draft_set_sheet (draft, cr, front->shrink);
  taut_plan_draft_explain (draft, attempts[attempt].n_spots);
  taut_plan_draft_set_short (draft, attempts[attempt].is_short);
  set_tables (draft, attempts[attempt].tight, 0);
  left = get_room (front, draft, help_part) - measure_tables (draft, n_tables);
  if (left < (has_pictures (draft) ? picture : 0))
    return FALSE;

  front->n_tables = n_tables;
  front->picture_height = left;

  return TRUE;
}

static gboolean
find_attempt (TautPlanFront *front,
              TautPlanDraft *draft,
              guint          n_tables,
              cairo_t       *cr)
{
  /* Help on one page is worth smaller type, and on the only page much smaller type. */
  for (guint i = 0; i < (draft->options.variant == TAUT_PLAN_ONE_PAGE ? N_ATTEMPTS : N_LOOSE); i++)
    if (try_attempt (front, draft, i, n_tables, PICTURE_FAIR, HELP_PART_MOST, cr) &&
        front->n_helps == draft->help->len)
      return TRUE;

  for (guint i = 0; i < N_ATTEMPTS; i++)
    if (try_attempt (front, draft, i, n_tables, PICTURE_FAIR, attempts[i].help_part, cr))
      return TRUE;

  return try_attempt (front, draft, N_ATTEMPTS - 1, n_tables, PICTURE_LEAST,
                      attempts[N_ATTEMPTS - 1].help_part, cr);
}

/* What remains goes to more tables, to the pictures, then to the rows. */
static void
share_out (TautPlanFront *front,
           TautPlanDraft *draft)
{
  double left = front->picture_height;
  double good = has_pictures (draft) ? PICTURE_GOOD : 0;
  guint n_rows = 0;

  while (front->n_tables > 0 && front->n_tables < draft->tables->len &&
         draft->options.variant != TAUT_PLAN_ONE_PAGE)
    {
      double more = measure_tables (draft, front->n_tables + 1) -
                    measure_tables (draft, front->n_tables);

      if (left - more < good)
        break;
      front->n_tables++;
      left -= more;
    }

  front->picture_height = has_pictures (draft)
                            ? MIN (left, front->n_tables > 0 ? PICTURE_MOST : PICTURE_ALONE) : 0;
  if (front->n_tables == 0)
    return;

  left -= front->picture_height;
  for (guint i = 0; i < front->n_tables; i++)
    n_rows += ((TautPlanTable *) g_ptr_array_index (draft->tables, i))->rows->len;
  set_tables (draft, ((TautPlanTable *) g_ptr_array_index (draft->tables, 0))->tight,
              CLAMP (left / MAX (n_rows, 5), 0, ROW_EXTRA_MOST));
}

/* One page, and more rows than it holds: as many as do, and a count of the rest. */
static void
cut_rows (TautPlanFront *front,
          TautPlanDraft *draft,
          cairo_t       *cr)
{
  const TautPlanTable *table = g_ptr_array_index (draft->tables, 0);
  double room;

  try_attempt (front, draft, N_ATTEMPTS - 1, 0, -10000, attempts[N_ATTEMPTS - 1].help_part, cr);
  room = front->picture_height - GAP_TABLE -
         taut_sheet_get_line_height (&draft->sheet, TAUT_SHEET_SMALL_STRONG) - 6;
  if (has_pictures (draft))
    room -= PICTURE_LEAST;
  front->n_tables = 1;
  front->n_rows = taut_plan_table_fit (table, &draft->sheet, 0, room);
  front->picture_height = has_pictures (draft) ? PICTURE_LEAST : 0;
}

void
taut_plan_front_fit (TautPlanFront *front,
                     TautPlanDraft *draft,
                     cairo_t       *cr)
{
  gboolean one_page = draft->options.variant == TAUT_PLAN_ONE_PAGE;

  g_return_if_fail (front != NULL);
  g_return_if_fail (draft != NULL);

  *front = (TautPlanFront) { 1 };
  front->n_rows = G_MAXUINT / 2;
  for (guint n = one_page ? draft->tables->len : MIN (1, draft->tables->len); n > 0; n--)
    {
      if (one_page)
        draft->n_weeks = n * 2;
      if (find_attempt (front, draft, n, cr))
        {
          share_out (front, draft);
          return;
        }
    }

  if (one_page && draft->tables->len > 0)
    {
      /* The code goes first; then the pictures, for what to do matters more than
       * where it hurts. */
      g_clear_pointer (&draft->code, taut_qr_code_free);
      if (!find_attempt (front, draft, 1, cr))
        {
          draft->options.pictures = FALSE;
          if (!find_attempt (front, draft, 1, cr))
            {
              cut_rows (front, draft, cr);
              return;
            }
        }
      share_out (front, draft);
      return;
    }

  /* The weeks go to the next page, whole. */
  find_attempt (front, draft, 0, cr);
  share_out (front, draft);
  set_tables (draft, draft->weeks->rows->len > N_ROWS_LOOSE, 0);
}

/* Drawing */

static double
put_rest (const TautPlanFront *front,
          const TautPlanDraft *draft,
          double               y)
{
  const TautPlanTable *table = g_ptr_array_index (draft->tables, 0);
  guint n_more = table->rows->len > front->n_rows ? table->rows->len - front->n_rows : 0;
  g_autofree char *more = NULL;

  if (n_more == 0)
    return 0;

  more = g_strdup_printf (ngettext ("And %u more routine: see the plan in Tautline.",
                                    "And %u more routines: see the plan in Tautline.", n_more),
                          n_more);

  return taut_sheet_put (&draft->sheet, TAUT_SHEET_SMALL_STRONG, more, draft->sheet.margin, y + 3,
                         draft->sheet.width - 2 * draft->sheet.margin);
}

gboolean
taut_plan_front_draw (const TautPlanFront  *front,
                      const TautPlanDraft  *draft,
                      GError              **error)
{
  double y;

  g_return_val_if_fail (front != NULL, FALSE);
  g_return_val_if_fail (draft != NULL, FALSE);

  y = taut_plan_draft_get_top (draft);
  y += taut_plan_draft_put_head (draft, y, TRUE);
  if (has_pictures (draft) && !put_pictures (front, draft, y, error))
    return FALSE;

  y += get_picture_extra (draft) + front->picture_height + GAP_WORDS;
  put_words (draft, y);
  y += measure_words (draft);
  for (guint i = 0; i < front->n_tables; i++)
    {
      const TautPlanTable *table = g_ptr_array_index (draft->tables, i);

      y += GAP_TABLE;
      taut_plan_table_put (table, &draft->sheet, 0, front->n_rows, y);
      y += taut_plan_table_measure (table, &draft->sheet, 0, front->n_rows);
    }
  if (front->n_tables > 0)
    put_rest (front, draft, y);

  /* Help stands at the foot of the page, wherever the weeks end. */
  put_help (front, draft, taut_plan_draft_get_foot (draft) - GAP_FOOT - front->help_height);

  return TRUE;
}
