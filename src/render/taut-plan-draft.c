/* taut-plan-draft.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-draft"

#include "config.h"

#include "taut-plan-draft.h"

#include <glib/gi18n-lib.h>

#include "taut-cairo.h"

#define RULE 1.0
#define HAIRLINE 0.6
#define FAINT 0xc4c0bb

void
taut_plan_draft_init (TautPlanDraft *draft,
                      TautAtlas     *atlas,
                      TautRecord    *record,
                      GPtrArray     *painters,
                      GDateTime     *now)
{
  GDate today;
  int year, month, day;

  g_return_if_fail (draft != NULL);
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_RECORD (record));
  g_return_if_fail (painters != NULL);
  g_return_if_fail (now != NULL);

  *draft = (TautPlanDraft) { .record = record, .today = now };
  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  draft->marks = taut_record_get_marks (record);
  draft->week = taut_plan_week_new (atlas, taut_record_get_plan (record), &today);
  taut_plan_pictures_choose (painters, draft->marks, draft->pictures);
  draft->atlas = atlas;
  taut_plan_draft_explain (draft, TAUT_PLAN_SPOTS_MOST);
  draft->words[1] = taut_plan_words_format_doing (draft->week);
  draft->words[2] = taut_plan_words_format_leaving (draft->week);
  draft->help = taut_plan_help_new (atlas, draft->marks);
}

void
taut_plan_draft_explain (TautPlanDraft *draft,
                         guint          n_spots)
{
  g_return_if_fail (draft != NULL);

  g_free (draft->words[0]);
  draft->words[0] = taut_plan_words_format_meaning (draft->atlas, draft->marks, n_spots);
}

void
taut_plan_draft_clear (TautPlanDraft *draft)
{
  g_return_if_fail (draft != NULL);

  g_clear_pointer (&draft->week, taut_plan_week_free);
  for (guint i = 0; i < TAUT_N_SHEET_COLUMNS; i++)
    g_clear_pointer (&draft->words[i], g_free);
  g_clear_pointer (&draft->help, g_array_unref);
}

static const char *
get_client_name (const TautPlanDraft *draft)
{
  const char *name = taut_record_get_client_name (draft->record);

  return name != NULL && *name != '\0' ? name : NULL;
}

/* Head and foot */

/* The week is always legible; a long name gives way. */
static double
put_client (const TautPlanDraft *draft,
            const char          *week,
            double               y)
{
  const TautSheet *sheet = &draft->sheet;
  const char *name = get_client_name (draft);
  double line = taut_sheet_get_line_height (sheet, TAUT_SHEET_SUBTITLE);
  double width = sheet->width - 2 * sheet->margin;
  double week_width = taut_sheet_measure_line (sheet, TAUT_SHEET_SUBTITLE_DIM, week);
  double taken = 0;

  g_assert (draft != NULL);

  if (name != NULL && sheet->large)
    {
      taut_sheet_put_line (sheet, TAUT_SHEET_SUBTITLE, name, sheet->margin, y, width);
      taut_sheet_put_line (sheet, TAUT_SHEET_SUBTITLE_DIM, week, sheet->margin, y + line, width);
      return line;
    }

  if (name != NULL)
    taken = 12 + taut_sheet_put_line (sheet, TAUT_SHEET_SUBTITLE, name, sheet->margin, y,
                                      MAX (width * 0.2, width - week_width - 12.5));
  taut_sheet_put_line (sheet, TAUT_SHEET_SUBTITLE_DIM, week, sheet->margin + taken, y,
                       width - taken);

  return 0;
}

double
taut_plan_draft_put_head (const TautPlanDraft *draft,
                          double               y)
{
  const TautSheet *sheet = &draft->sheet;
  g_autofree char *date = taut_plan_words_format_date (draft->today);
  g_autofree char *week = taut_plan_words_format_week (draft->week);
  TautSheetStyle small = sheet->large ? TAUT_SHEET_LABEL : TAUT_SHEET_STRONG;
  TautSheetStyle small_dim = sheet->large ? TAUT_SHEET_DIM : TAUT_SHEET_TEXT;
  double width = sheet->width - 2 * sheet->margin;
  double start = y;

  taut_sheet_put_line (sheet, small, "Tautline", sheet->margin, y, width / 2);
  taut_sheet_put_line_end (sheet, small_dim, date, sheet->width - sheet->margin,
                           y - (taut_sheet_get_line_height (sheet, small_dim) -
                                taut_sheet_get_line_height (sheet, small)) / 2);
  y += taut_sheet_get_line_height (sheet, small) + 5;
  taut_sheet_rule (sheet, sheet->styles[TAUT_SHEET_TEXT].color, RULE, sheet->margin, y, width);
  y += sheet->large ? 10 : 13;

  y += taut_sheet_put_heading (sheet, TAUT_SHEET_TITLE, "H1", _("Home care plan"),
                               sheet->margin - 2, y, width);
  y += 2;
  y += put_client (draft, week, y);
  y += taut_sheet_get_line_height (sheet, TAUT_SHEET_SUBTITLE);

  return y - start;
}

double
taut_plan_draft_get_foot (const TautPlanDraft *draft)
{
  const TautSheet *sheet;

  g_return_val_if_fail (draft != NULL, 0);

  sheet = &draft->sheet;

  return sheet->height - sheet->margin * 0.62 - taut_sheet_get_line_height (sheet, TAUT_SHEET_DIM) - 6;
}

void
taut_plan_draft_put_foot (const TautPlanDraft *draft)
{
  const TautSheet *sheet = &draft->sheet;
  const char *name = get_client_name (draft);
  double y = taut_plan_draft_get_foot (draft);
  double width = sheet->width - 2 * sheet->margin;
  double right, taken = 0;

  taut_sheet_rule (sheet, FAINT, HAIRLINE, sheet->margin, y, width);
  y += 6;
  right = taut_sheet_put_line_end (sheet, TAUT_SHEET_SMALL_STRONG, _("Page 1 of 1"),
                                   sheet->width - sheet->margin, y);
  if (name != NULL && !sheet->large)
    taken = taut_sheet_put_line (sheet, TAUT_SHEET_DIM, name, sheet->margin, y, width * 0.28) + 14;
  taut_sheet_put_line (sheet, TAUT_SHEET_DIM,
                       sheet->large ? _("Not medical advice")
                                    : _("General information from textbook patterns, "
                                        "not medical advice."),
                       sheet->margin + taken, y, width - taken - right - 10);
}

double
taut_plan_draft_measure_head (TautPlanDraft *draft)
{
  g_autoptr(cairo_surface_t) surface =
    cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  g_autoptr(cairo_t) cr = cairo_create (surface);
  cairo_t *real = draft->sheet.cr;
  double height;

  draft->sheet.cr = cr;
  height = taut_plan_draft_put_head (draft, 0);
  draft->sheet.cr = real;

  return height;
}
