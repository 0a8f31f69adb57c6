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
#define GAP_PICTURES 9.0
#define GAP 9.0
#define GAP_FOOT 6.0
#define SPLIT_PART 0.37
#define SPLIT_GAP 14.0
#define GAP_MANNER 8.0
#define PICTURE_LEAST 136.0
#define PICTURE_FAIR 250.0
#define PICTURE_MOST 330.0
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

  /* An alarm says the same, more plainly. */
  if (draft->alarm != NULL)
    return g_strdup ("");

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

  if (*text == '\0')
    return 0;

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

/* Meaning, and how to go about it. */
static double
put_words (const TautPlanDraft *draft,
           gboolean             with_manner,
           double               y,
           gboolean             draw)
{
  const TautSheet *sheet = &draft->sheet;
  double x = get_words_left (draft);
  double width = sheet->width - sheet->margin - x;
  const char *manner = _("Good pain, never sharp pain.");
  double start = y;

  if (draw)
    taut_sheet_put_heading (sheet, TAUT_SHEET_HEADING, "H2", _("What it means"), x, y, width);
  y += taut_sheet_get_line_height (sheet, TAUT_SHEET_HEADING);
  if (draw)
    taut_sheet_put (sheet, TAUT_SHEET_TEXT, draft->words[0], x, y, width);
  y += taut_sheet_measure (sheet, TAUT_SHEET_TEXT, draft->words[0], width);
  if (!with_manner)
    return y - start;

  y += GAP_MANNER;
  if (draw)
    taut_sheet_put_heading (sheet, TAUT_SHEET_WARNING, "H2", _("Go gently"), x, y, width);
  y += taut_sheet_get_line_height (sheet, TAUT_SHEET_WARNING);
  if (draw)
    taut_sheet_put (sheet, TAUT_SHEET_TEXT, manner, x, y, width);

  return y + taut_sheet_measure (sheet, TAUT_SHEET_TEXT, manner, width) - start;
}

static double
get_top (const TautPlanDraft *draft)
{
  double top = taut_plan_draft_get_top (draft);

  return top + taut_plan_draft_put_head (draft, top, FALSE) + GAP_PICTURES;
}

static double
get_least (const TautPlanDraft *draft,
           gboolean             with_manner)
{
  double words = put_words (draft, with_manner, 0, FALSE);

  return draft->options.pictures ? MAX (words, PICTURE_LEAST) : words;
}

/* As many marks explained as leave @room. */
static gboolean
explain_within (TautPlanLarge *large,
                TautPlanDraft *draft,
                double         room)
{
  for (guint manner = 0; manner < 2; manner++)
    for (guint n_spots = TAUT_PLAN_SPOTS_MOST + 1; n_spots > 0; n_spots--)
      {
        /* How to go about it is said again where the routines are; what it means is
         * not. Pictures say more than a sentence about them. */
        if (manner == 0 && n_spots == 1)
          break;

        taut_plan_draft_explain (draft, n_spots - 1);
        large->explained = n_spots > 1;
        large->with_manner = manner == 0 && draft->alarm == NULL;
        large->picture_height = get_least (draft, large->with_manner);
        if (large->picture_height <= room)
          return TRUE;
      }

  return FALSE;
}

void
taut_plan_large_fit (TautPlanLarge *large,
                     TautPlanDraft *draft,
                     cairo_t       *cr)
{
  double table = 0;
  double room;

  g_return_if_fail (large != NULL);
  g_return_if_fail (draft != NULL);

  taut_plan_draft_set_sheet (draft, cr, 1);
  large->limit = taut_plan_draft_get_foot (draft) - GAP_FOOT - put_help (draft, 0, FALSE) - GAP;
  room = large->limit - get_top (draft);
  if (draft->tables->len > 0)
    table = TAUT_PLAN_LARGE_GAP + taut_plan_table_measure (g_ptr_array_index (draft->tables, 0),
                                                           &draft->sheet, 0, G_MAXUINT / 2);
  large->with_table = table > 0 && explain_within (large, draft, room - table);
  if (!large->with_table)
    explain_within (large, draft, room);
  if (draft->options.pictures)
    large->picture_height = MAX (large->picture_height,
                                 MIN (large->with_table ? room - table : room, PICTURE_FAIR));
  large->bottom = get_top (draft) + large->picture_height;
}

gboolean
taut_plan_large_draw (const TautPlanLarge  *large,
                      const TautPlanDraft  *draft,
                      GError              **error)
{
  const TautSheet *sheet = &draft->sheet;
  double y;

  g_return_val_if_fail (large != NULL, FALSE);
  g_return_val_if_fail (draft != NULL, FALSE);

  taut_plan_draft_put_head (draft, taut_plan_draft_get_top (draft), TRUE);
  y = get_top (draft);
  if (draft->options.pictures)
    {
      /* Where it is often felt says more than where the spot is. */
      guint picture = g_list_model_get_n_items (draft->marks) > 0 ? 1 : 0;
      cairo_rectangle_t frame = { sheet->margin, y,
                                  get_words_left (draft) - SPLIT_GAP - sheet->margin,
                                  MIN (large->picture_height, PICTURE_MOST) };

      if (!taut_plan_draft_put_picture (draft, picture, &frame, error))
        return FALSE;
    }
  put_words (draft, large->with_manner, y, TRUE);
  put_help (draft, large->limit + GAP, TRUE);

  return TRUE;
}
