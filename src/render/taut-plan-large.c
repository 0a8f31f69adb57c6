/* taut-plan-large.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-large"

#include "config.h"

#include "taut-plan-large.h"

#include <glib/gi18n-lib.h>

/* Points */
#define GAP_PICTURES 12.0
#define GAP 14.0
#define GAP_FOOT 8.0
#define SPLIT_PART 0.42
#define SPLIT_GAP 14.0
#define PICTURE_LEAST 150.0
#define PICTURE_MOST 300.0
#define PICTURE_ALONE 390.0
#define HELP_PART 0.16
#define HELP_INDENT 18.0
#define HELP_BAR 5.0

static double
get_help_width (const TautSheet *sheet)
{
  return sheet->width - 2 * sheet->margin - HELP_INDENT;
}

static char *
format_help (const TautPlanDraft *draft)
{
  const TautSheet *sheet = &draft->sheet;

  return taut_plan_help_format_now (draft->help, sheet, TAUT_SHEET_SMALL_STRONG,
                                    get_help_width (sheet), sheet->height * HELP_PART);
}

static double
put_help (const TautPlanDraft *draft,
          double               y,
          gboolean             draw)
{
  const TautSheet *sheet = &draft->sheet;
  g_autofree char *text = format_help (draft);
  double height = taut_sheet_measure (sheet, TAUT_SHEET_SMALL_STRONG, text,
                                      get_help_width (sheet));

  if (draw)
    {
      taut_sheet_rule (sheet, sheet->palette->accent, height, sheet->margin, y, HELP_BAR);
      taut_sheet_put (sheet, TAUT_SHEET_SMALL_STRONG, text, sheet->margin + HELP_INDENT, y,
                      get_help_width (sheet));
    }

  return height;
}

static double
get_words_left (const TautPlanDraft *draft)
{
  const TautSheet *sheet = &draft->sheet;

  if (!draft->options.pictures)
    return sheet->margin;

  return sheet->margin + (sheet->width - 2 * sheet->margin) * SPLIT_PART + SPLIT_GAP;
}

/* Meaning, and how to go about it; an alarm stands in its place. */
static double
put_words (const TautPlanDraft *draft,
           double               y,
           gboolean             draw)
{
  const TautSheet *sheet = &draft->sheet;
  double x = get_words_left (draft);
  double width = sheet->width - sheet->margin - x;
  const char *text = draft->alarm != NULL ? draft->alarm : _("Good pain, never sharp pain.");
  const char *title = draft->alarm != NULL ? _("First of all") : _("Go gently");
  double start = y;

  if (draw)
    taut_sheet_put_heading (sheet, TAUT_SHEET_HEADING, "H2", _("What it means"), x, y, width);
  y += taut_sheet_get_line_height (sheet, TAUT_SHEET_HEADING);
  if (draw)
    taut_sheet_put (sheet, TAUT_SHEET_TEXT, draft->words[0], x, y, width);
  y += taut_sheet_measure (sheet, TAUT_SHEET_TEXT, draft->words[0], width) + 8;
  if (draw)
    taut_sheet_put_heading (sheet, TAUT_SHEET_WARNING, "H2", title, x, y, width);
  y += taut_sheet_get_line_height (sheet, TAUT_SHEET_WARNING);
  if (draw)
    taut_sheet_put (sheet, TAUT_SHEET_TEXT, text, x, y, width);

  return y + taut_sheet_measure (sheet, TAUT_SHEET_TEXT, text, width) - start;
}

/* Room for words, picture and table. */
static double
get_room (TautPlanDraft *draft)
{
  double top = taut_plan_draft_get_top (draft);

  return taut_plan_draft_get_foot (draft) - top - taut_plan_draft_put_head (draft, top, FALSE) -
         GAP_PICTURES - GAP - put_help (draft, 0, FALSE) - GAP_FOOT;
}

void
taut_plan_large_fit (TautPlanLarge *large,
                     TautPlanDraft *draft,
                     cairo_t       *cr)
{
  double table_height = G_MAXDOUBLE;
  double room;

  g_return_if_fail (large != NULL);
  g_return_if_fail (draft != NULL);

  taut_plan_draft_set_sheet (draft, cr, 1);
  if (draft->tables->len > 0)
    table_height = GAP + taut_plan_table_measure (g_ptr_array_index (draft->tables, 0),
                                                  &draft->sheet, 0, G_MAXUINT / 2);
  room = get_room (draft);
  for (guint n_spots = TAUT_PLAN_SPOTS_MOST + 1; n_spots > 0; n_spots--)
    {
      double least;

      taut_plan_draft_explain (draft, n_spots - 1);
      least = MAX (PICTURE_LEAST, put_words (draft, 0, FALSE));
      large->with_table = room - table_height >= least;
      if (large->with_table || (n_spots == 1 && least <= room))
        break;
    }
  if (!large->with_table)
    taut_plan_draft_explain (draft, 2);

  large->picture_height = MAX (put_words (draft, 0, FALSE),
                               MIN (large->with_table ? PICTURE_MOST : PICTURE_ALONE,
                                    room - (large->with_table ? table_height : 0)));
}

gboolean
taut_plan_large_draw (const TautPlanLarge  *large,
                      const TautPlanDraft  *draft,
                      GError              **error)
{
  const TautSheet *sheet = &draft->sheet;
  guint picture = g_list_model_get_n_items (draft->marks) > 0 ? 1 : 0;
  double y = taut_plan_draft_get_top (draft);

  g_return_val_if_fail (large != NULL, FALSE);
  g_return_val_if_fail (draft != NULL, FALSE);

  y += taut_plan_draft_put_head (draft, y, TRUE) + GAP_PICTURES;
  if (draft->options.pictures)
    {
      cairo_rectangle_t frame = { sheet->margin, y,
                                  get_words_left (draft) - SPLIT_GAP - sheet->margin,
                                  MIN (large->picture_height, PICTURE_ALONE) };

      if (!taut_plan_picture_draw (&draft->pictures[picture], draft->marks, &frame,
                                   sheet->styles[TAUT_SHEET_DIM].size, sheet->style, sheet->cr,
                                   error))
        return FALSE;
    }
  put_words (draft, y, TRUE);
  y += large->picture_height + GAP;
  if (large->with_table)
    taut_plan_table_put (g_ptr_array_index (draft->tables, 0), sheet, 0, G_MAXUINT / 2, y);
  put_help (draft, taut_plan_draft_get_foot (draft) - GAP_FOOT - put_help (draft, 0, FALSE), TRUE);

  return TRUE;
}
