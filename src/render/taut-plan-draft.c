/* taut-plan-draft.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-draft"

#include "config.h"

#include "taut-plan-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taut-clock.h"
#include "taut-calendar.h"
#include "taut-names.h"

/* Points; A4 is 210 by 297 mm. */
#define A4_WIDTH 595.276
#define A4_HEIGHT 841.890
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0

#define RULE 1.0
#define LINE_FOOT 5.0
#define TITLE_GAP 13.0
#define LARGE_TITLE_GAP 10.0
#define ALARM_GAP 10.0
#define ALARM_BAR 5.0
#define ALARM_INDENT 18.0

/* More rows than these would leave no room for the rest of a page. In large type two
 * boxes would touch on a day, and the table has pages of its own. */
#define N_SPLIT 6
#define N_SPLIT_LARGE G_MAXUINT
/* What is left out, in sentences. */
#define N_LEAVING 3
#define N_LEAVING_SHORT 1
/* Lines of a long name. */
#define N_NAME_LINES 2
/* A code with more modules is hard to read for a camera; with more than the most it
 * is too fine, or too large for the page. */
#define N_MODULES_GOOD 105
#define N_MODULES_MOST 153
/* How much of the calendar a code may hold. */
#define N_CODES 4

static gboolean
is_allowed (const TautPrescription *prescription)
{
  return prescription->verdict == NULL || taut_verdict_allows (prescription->verdict);
}

static void
choose_planned (TautPlanDraft *draft)
{
  draft->planned = g_ptr_array_new ();
  for (guint i = 0; draft->alarm == NULL && i < draft->prescriptions->len; i++)
    {
      TautPrescription *prescription = g_ptr_array_index (draft->prescriptions, i);

      if (prescription->item != NULL && is_allowed (prescription))
        g_ptr_array_add (draft->planned, prescription);
    }
}

static void
make_tables (TautPlanDraft *draft)
{
  guint n_abreast = draft->options.variant == TAUT_PLAN_LARGE ? 1 : 2;

  draft->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_plan_table_free);
  /* Nothing to tick, nor room to plan anything, while a warning sign is unsettled. */
  if (draft->alarm != NULL)
    return;

  for (guint week = 0; week + n_abreast <= draft->weeks->n_weeks; week += n_abreast)
    {
      g_autoptr (TautPlanTable) table = taut_plan_table_new (draft->weeks, week, n_abreast);

      /* One table to write in is enough. */
      if (table->rows->len > 0 || draft->weeks->rows->len > 0 || week == 0)
        g_ptr_array_add (draft->tables, g_steal_pointer (&table));
    }
}

/* Lines that a calendar can do without: what it may take for granted, and days before
 * @today on which nothing took place. */
static gboolean
is_spare (const char *line,
          const char *today)
{
  static const char *const spare[] = { "CALSCALE:", "METHOD:", "TRANSP:", "X-WR-" };

  for (guint i = 0; i < G_N_ELEMENTS (spare); i++)
    if (g_str_has_prefix (line, spare[i]))
      return TRUE;

  return g_str_has_prefix (line, "EXDATE:") && strncmp (line + strlen ("EXDATE:"), today, 8) < 0;
}

static char *
strip_calendar (const char *calendar,
                GDateTime  *now)
{
  g_auto (GStrv) lines = g_strsplit (calendar, "\r\n", -1);
  g_autofree char *today = g_date_time_format (now, "%Y%m%d");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    if (!is_spare (lines[i], today))
      g_string_append_printf (text, "%s\r\n", lines[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static TautQrCode *
try_code (TautPlanDraft *draft,
          guint          attempt,
          guint          n_modules)
{
  g_autofree char *calendar = taut_plan_draft_write_calendar (draft, attempt == 0, attempt < 2);
  g_autofree char *stripped = attempt == N_CODES - 1 ? strip_calendar (calendar, draft->today)
                                                     : NULL;

  return taut_qr_code_new (stripped != NULL ? stripped : calendar, n_modules);
}

/* Gives up descriptions, then alarms, then what goes without saying, for a calendar
 * that a code can hold, if it can be with modules that any camera tells apart. */
static void
make_code (TautPlanDraft *draft)
{
  if (!draft->options.qr || draft->planned->len == 0)
    return;

  for (guint attempt = 0; attempt < N_CODES && draft->code == NULL; attempt++)
    draft->code = try_code (draft, attempt, N_MODULES_GOOD);
  if (draft->code == NULL)
    draft->code = try_code (draft, N_CODES - 1, N_MODULES_MOST);
}

static void
find_words (TautPlanDraft *draft,
            const GDate   *today)
{
  taut_plan_draft_explain (draft, TAUT_PLAN_SPOTS_MOST);
  draft->words[1] = draft->alarm != NULL
                      ? g_strdup (_("Wait with all routines until that is settled."))
                      : taut_plan_words_format_doing (draft->planned);
  for (guint i = 0; i < 2; i++)
    draft->leaving[i] = taut_plan_words_format_leaving (draft->atlas, draft->record,
                                                        draft->prescriptions, today,
                                                        i == 0 ? N_LEAVING : N_LEAVING_SHORT);
  draft->words[2] = draft->leaving[0];
  draft->help = taut_plan_help_new (draft->atlas, draft->marks);
}

void
taut_plan_draft_init (TautPlanDraft         *draft,
                      TautAtlas             *atlas,
                      TautRecord            *record,
                      GPtrArray             *painters,
                      GDateTime             *now,
                      const TautPlanOptions *options)
{
  GDate today;

  g_return_if_fail (draft != NULL);
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_RECORD (record));
  g_return_if_fail (painters != NULL);
  g_return_if_fail (now != NULL);
  g_return_if_fail (options != NULL);

  *draft = (TautPlanDraft) { .options = *options, .atlas = atlas, .record = record,
                             .today = now, .painters = painters };
  draft->alternatives = g_ptr_array_new_with_free_func (g_free);
  draft->heights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  taut_clock_get_date (now, &today);
  draft->marks = taut_record_get_marks (record);
  draft->prescriptions = taut_prescription_list (atlas, record);
  draft->alarm = taut_plan_words_format_alarm (atlas, record);
  choose_planned (draft);
  draft->weeks = taut_plan_weeks_new (atlas, record, draft->planned, &today, options->weeks,
                                      options->variant == TAUT_PLAN_LARGE ? N_SPLIT_LARGE
                                                                          : N_SPLIT);
  draft->n_weeks = draft->weeks->n_weeks;
  make_tables (draft);
  taut_plan_pictures_choose (painters, draft->marks, draft->pictures);
  find_words (draft, &today);
  make_code (draft);
}

void
taut_plan_draft_set_sheet (TautPlanDraft *draft,
                           cairo_t       *cr,
                           double         shrink)
{
  gboolean letter;

  g_return_if_fail (draft != NULL);
  g_return_if_fail (cr != NULL);

  letter = draft->options.paper == TAUT_PAPER_LETTER;
  taut_sheet_init (&draft->sheet, cr, letter ? LETTER_WIDTH : A4_WIDTH,
                   letter ? LETTER_HEIGHT : A4_HEIGHT,
                   draft->options.variant == TAUT_PLAN_MONOCHROME ? TAUT_STYLE_MONOCHROME
                                                                  : TAUT_STYLE_PAPER,
                   draft->options.variant == TAUT_PLAN_LARGE, shrink);
  draft->sheet.heights = draft->heights;
  draft->sheet.alternatives = draft->alternatives;
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
taut_plan_draft_set_short (TautPlanDraft *draft,
                           gboolean       is_short)
{
  g_return_if_fail (draft != NULL);

  draft->words[2] = draft->leaving[is_short ? 1 : 0];
}

void
taut_plan_draft_clear (TautPlanDraft *draft)
{
  g_return_if_fail (draft != NULL);

  g_clear_pointer (&draft->tables, g_ptr_array_unref);
  g_clear_pointer (&draft->weeks, taut_plan_weeks_free);
  g_clear_pointer (&draft->planned, g_ptr_array_unref);
  g_clear_pointer (&draft->prescriptions, g_ptr_array_unref);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&draft->words[i], g_free);
      g_clear_pointer (&draft->leaving[i], g_free);
    }
  g_clear_pointer (&draft->alarm, g_free);
  g_clear_pointer (&draft->help, g_array_unref);
  g_clear_pointer (&draft->heights, g_hash_table_unref);
  g_clear_pointer (&draft->alternatives, g_ptr_array_unref);
  g_clear_pointer (&draft->code, taut_qr_code_free);
}

static const char *
get_client_name (const TautPlanDraft *draft)
{
  const char *name = taut_record_get_client_name (draft->record);

  return name != NULL && *name != '\0' ? name : NULL;
}

/* Head and foot */

/* On one line if need be without the last day. */
static char *
format_weeks (const TautPlanDraft *draft,
              double               width)
{
  char *weeks = taut_plan_words_format_weeks (draft->weeks, draft->n_weeks);

  if (taut_sheet_measure_line (&draft->sheet, TAUT_SHEET_SUBTITLE_DIM, weeks) > width)
    {
      g_free (weeks);
      weeks = taut_plan_words_format_start (draft->weeks);
    }

  return weeks;
}

/* The weeks are always legible; a long name gives way, or takes a line of its own.
 * No weeks while a warning sign is unsettled. */
static double
put_client (const TautPlanDraft *draft,
            double               y,
            gboolean             draw)
{
  const TautSheet *sheet = &draft->sheet;
  const char *name = get_client_name (draft);
  double width = sheet->width - 2 * sheet->margin;
  g_autofree char *weeks = draft->alarm != NULL ? g_strdup ("") : format_weeks (draft, width);
  double taken = 0;
  double height = 0;

  if (name != NULL)
    taken = 12 + taut_sheet_measure_line (sheet, TAUT_SHEET_SUBTITLE, name);
  if (taken > 0 &&
      taken + taut_sheet_measure_line (sheet, TAUT_SHEET_SUBTITLE_DIM, weeks) > width)
    {
      height = taut_sheet_put_lines (sheet, TAUT_SHEET_SUBTITLE, name, sheet->margin, y, width,
                                     N_NAME_LINES, draw);
      y += height;
      taken = 0;
    }
  else if (name != NULL && draw)
    {
      taut_sheet_put_line (sheet, TAUT_SHEET_SUBTITLE, name, sheet->margin, y, width);
    }
  if (draw && *weeks != '\0')
    taut_sheet_put (sheet, TAUT_SHEET_SUBTITLE_DIM, weeks, sheet->margin + taken, y,
                    width - taken + 1);

  if (*weeks == '\0')
    return height + taut_sheet_get_line_height (sheet, TAUT_SHEET_SUBTITLE);

  return height + taut_sheet_measure (sheet, TAUT_SHEET_SUBTITLE_DIM, weeks, width - taken + 1);
}

/* What a warning sign calls for, before anything else. */
static double
put_alarm (const TautPlanDraft *draft,
           double               y,
           gboolean             draw)
{
  const TautSheet *sheet = &draft->sheet;
  double x = sheet->margin + ALARM_INDENT;
  double width = sheet->width - sheet->margin - x;
  double heading = taut_sheet_get_line_height (sheet, TAUT_SHEET_WARNING);
  double height;

  if (draft->alarm == NULL)
    return 0;

  height = heading + taut_sheet_measure (sheet, TAUT_SHEET_SUBTITLE, draft->alarm, width);
  if (draw)
    {
      taut_sheet_rule (sheet, sheet->palette->accent, height, sheet->margin, y + ALARM_GAP,
                       ALARM_BAR);
      taut_sheet_put_heading (sheet, TAUT_SHEET_WARNING, "H2", _("First of all"), x,
                              y + ALARM_GAP, width);
      taut_sheet_put (sheet, TAUT_SHEET_SUBTITLE, draft->alarm, x, y + ALARM_GAP + heading,
                      width);
    }

  return ALARM_GAP + height;
}

double
taut_plan_draft_put_line (const TautPlanDraft *draft,
                          double               y,
                          gboolean             draw)
{
  const TautSheet *sheet = &draft->sheet;
  g_autofree char *date = taut_plan_words_format_date (draft->today);
  const char *practice = draft->options.practice;
  TautSheetStyle strong = sheet->large ? TAUT_SHEET_LABEL : TAUT_SHEET_STRONG;
  TautSheetStyle dim = sheet->large ? TAUT_SHEET_DIM : TAUT_SHEET_TEXT_DIM;
  double width = sheet->width - 2 * sheet->margin;
  double strong_height = taut_sheet_get_line_height (sheet, strong);

  if (draw)
    {
      double taken = taut_sheet_put_line_end (sheet, dim, date, sheet->width - sheet->margin,
                                              y - (taut_sheet_get_line_height (sheet, dim) -
                                                   strong_height) / 2);

      taut_sheet_put_line (sheet, strong,
                           practice != NULL && *practice != '\0' ? practice : "Tautline",
                           sheet->margin, y, width - taken - 12);
      taut_sheet_rule (sheet, sheet->palette->text, RULE, sheet->margin,
                       y + strong_height + LINE_FOOT, width);
    }

  return strong_height + LINE_FOOT + RULE;
}

double
taut_plan_draft_put_head (const TautPlanDraft *draft,
                          double               y,
                          gboolean             draw)
{
  const TautSheet *sheet = &draft->sheet;
  double width = sheet->width - 2 * sheet->margin;
  double start = y;

  y += taut_plan_draft_put_line (draft, y, draw);
  y += sheet->large ? LARGE_TITLE_GAP : TITLE_GAP;
  if (draw)
    taut_sheet_put_heading (sheet, TAUT_SHEET_TITLE, "H1", _("Home care plan"),
                            sheet->margin - 2, y, width);
  y += taut_sheet_measure (sheet, TAUT_SHEET_TITLE, _("Home care plan"), width) + 2;
  y += put_client (draft, y, draw);
  y += put_alarm (draft, y, draw);

  return y - start;
}

/* The spots for somebody who cannot see them. */
static char *
describe_picture (const TautPlanDraft *draft,
                  guint                picture)
{
  g_autoptr (GString) text = g_string_new (draft->pictures[picture].title);

  if (picture == 1 && draft->words[0] != NULL)
    {
      g_string_append_printf (text, ". %s", draft->words[0]);
      g_strdelimit (text->str, "\n", ' ');

      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  for (guint i = 0; i < g_list_model_get_n_items (draft->marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (draft->marks, i);
      g_autofree char *name = taut_name_mark (draft->atlas, mark);

      g_string_append (text, i == 0 ? ". " : "; ");
      /* Translators: the name of a spot, and how strong it is */
      g_string_append_printf (text, _("%s: %u of 10"), name, taut_mark_get_intensity (mark));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
taut_plan_draft_put_picture (const TautPlanDraft      *draft,
                             guint                     picture,
                             const cairo_rectangle_t  *frame,
                             GError                  **error)
{
  const TautSheet *sheet;
  g_autofree char *alternative = NULL;
  gboolean drawn;

  g_return_val_if_fail (draft != NULL, FALSE);
  g_return_val_if_fail (picture < TAUT_N_PLAN_PICTURES, FALSE);

  sheet = &draft->sheet;
  alternative = describe_picture (draft, picture);
  taut_sheet_begin_figure (sheet, alternative);
  drawn = taut_plan_picture_draw (&draft->pictures[picture], draft->marks, frame,
                                  sheet->styles[TAUT_SHEET_DIM].size, sheet->style, sheet->cr,
                                  error);
  taut_sheet_end (sheet, "Figure");

  return drawn;
}

double
taut_plan_draft_get_top (const TautPlanDraft *draft)
{
  g_return_val_if_fail (draft != NULL, 0);

  return draft->sheet.margin * 0.75;
}

double
taut_plan_draft_get_foot (const TautPlanDraft *draft)
{
  const TautSheet *sheet;

  g_return_val_if_fail (draft != NULL, 0);

  sheet = &draft->sheet;

  return sheet->height - sheet->margin * 0.62 -
         taut_sheet_get_line_height (sheet, TAUT_SHEET_DIM) - 6;
}

void
taut_plan_draft_put_foot (const TautPlanDraft *draft,
                          guint                page,
                          guint                n_pages)
{
  const TautSheet *sheet = &draft->sheet;
  const char *name = get_client_name (draft);
  g_autofree char *number = NULL;
  double y = taut_plan_draft_get_foot (draft);
  double width = sheet->width - 2 * sheet->margin;
  const char *advice = sheet->large ? _("Not medical advice")
                                    : _("General information from textbook patterns, "
                                        "not medical advice.");
  double right, taken = 0;

  taut_sheet_hairline (sheet, sheet->margin, y, width);
  y += 6;
  /* Translators: the number of a page, and how many there are */
  number = g_strdup_printf (_("Page %u of %u"), page, n_pages);
  right = taut_sheet_put_line_end (sheet, TAUT_SHEET_SMALL_STRONG, number,
                                   sheet->width - sheet->margin, y);
  if (name != NULL && !sheet->large)
    taken = 14 + taut_sheet_put_line (sheet, TAUT_SHEET_DIM, name, sheet->margin, y,
                                      width - right - 34 -
                                        taut_sheet_measure_line (sheet, TAUT_SHEET_DIM, advice));
  taut_sheet_put_line (sheet, TAUT_SHEET_DIM, advice, sheet->margin + taken, y,
                       width - taken - right - 10);
}

/* Calendar */

static void
free_text (gpointer data)
{
  TautCalendarText *text = data;

  g_free (text->summary);
  g_free (text->description);
  g_free (text);
}

static char *
format_description (const TautPrescription *prescription)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *repeats = taut_plan_format_repeats (prescription);

  g_string_append (text, repeats);
  for (guint i = 0; prescription->routine != NULL && prescription->routine->steps[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", taut_name_translate (TAUT_CONTEXT_ROUTINE,
                                                               prescription->routine->steps[i]));
  if (prescription->own != NULL)
    g_string_append_printf (text, "\n%s", taut_own_routine_get_steps (prescription->own));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
taut_plan_draft_write_calendar (const TautPlanDraft *draft,
                                gboolean             full,
                                gboolean             alarms)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);

  g_return_val_if_fail (draft != NULL, NULL);

  for (guint i = 0; i < draft->planned->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (draft->planned, i);
      TautCalendarText *text = g_new0 (TautCalendarText, 1);

      text->summary = taut_name_routine (draft->atlas, draft->record, prescription->id);
      text->description = full ? format_description (prescription) : NULL;
      g_ptr_array_add (texts, text);
    }

  return taut_calendar_write (draft->record, draft->planned, texts, NULL, draft->today,
                              alarms ? _("Time for your home care") : NULL);
}
