/* taut-plan-routine.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-routine"

#include "config.h"

#include "taut-plan-routine.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "taut-names.h"
#include "taut-plan-figures.h"
#include "taut-plan-routine-words.h"
#include "taut-routine-picture.h"

/* Points */
#define PICTURE 132.0
#define PICTURE_GAP 19.0
#define LARGE_PICTURE 112.0
#define LARGE_PICTURE_LEAST 92.0
#define LARGE_PICTURE_MOST 232.0
#define LARGE_GAP 16.0
#define NUMBER_WIDTH 30.0
#define GAP 7.0
#define LARGE_BLOCK_GAP 8.0
#define LARGE_TIGHT_GAP 4.5
#define STEP_INDENT 14.5
#define LARGE_STEP_INDENT 26.0
#define STEP_GAP 2.0
#define LARGE_STEP_GAP 3.0
#define NOTE_GAP 5.0
#define TIGHT_NOTE_GAP 2.0
/* A wider note is one paragraph with its heading. */
#define NARROW_NOTE 140.0
#define N_NOTES 3
#define SIGN 8.5
#define LARGE_SIGN 17.0

/* Steps of a routine that would not fit on a page. */
#define N_STEPS_SHORT 8
#define N_LINES_SHORT 2

/* A block on its way down the page. */
typedef struct
{
  const TautPlanDraft *draft;
  const TautSheet *sheet;
  const TautPrescription *prescription;
  guint number;
  TautPlanBlockLevel level;
  gboolean draw;
  double x;
  double width;
} Block;

static double
get_gap (const Block *block)
{
  if (!block->sheet->large)
    return GAP;

  return block->level <= TAUT_PLAN_BLOCK_ALL ? LARGE_BLOCK_GAP : LARGE_TIGHT_GAP;
}

static gboolean
is_tight (const Block *block)
{
  return block->sheet->large && block->level == TAUT_PLAN_BLOCK_TIGHT;
}

static double
get_step_gap (const Block *block)
{
  return block->sheet->large && !is_tight (block) ? LARGE_STEP_GAP : STEP_GAP;
}

static double
get_note_gap (const Block *block)
{
  return is_tight (block) ? TIGHT_NOTE_GAP : NOTE_GAP;
}

static double
get_large_picture (const Block *block)
{
  if (block->level == TAUT_PLAN_BLOCK_ROOMY)
    return LARGE_PICTURE_MOST;

  return is_tight (block) ? LARGE_PICTURE_LEAST : LARGE_PICTURE;
}

static double
put_text (const Block    *block,
          TautSheetStyle  style,
          const char     *text,
          double          x,
          double          y,
          double          width)
{
  if (block->draw)
    taut_sheet_put (block->sheet, style, text, x, y, width);

  return taut_sheet_measure (block->sheet, style, text, width);
}

/* Parts */

static gboolean
has_picture (const Block *block)
{
  const TautPrescription *prescription = block->prescription;

  if (!block->draft->options.pictures || block->level >= TAUT_PLAN_BLOCK_NO_PICTURE)
    return FALSE;

  return prescription->routine != NULL ||
         (prescription->own != NULL && taut_own_routine_get_picture (prescription->own) != NULL);
}

static void
put_picture (const Block *block,
             double       x,
             double       y,
             double       size)
{
  cairo_t *cr = block->sheet->cr;
  g_autofree char *name = NULL;
  g_autofree char *alternative = NULL;

  if (!block->draw)
    return;

  name = taut_name_routine (block->draft->atlas, block->draft->record, block->prescription->id);
  /* Translators: the name of a routine */
  alternative = g_strdup_printf (_("Picture: %s"), name);
  taut_sheet_begin_figure (block->sheet, alternative);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, TAUT_PAPER_PIXEL, TAUT_PAPER_PIXEL);
  taut_routine_picture_paint (block->draft->atlas, block->draft->painters, block->prescription,
                              block->sheet->style, cr, size / TAUT_PAPER_PIXEL,
                              size / TAUT_PAPER_PIXEL);
  cairo_restore (cr);
  taut_sheet_end (block->sheet, "Figure");
}

static double
put_title (const Block *block,
           double       y)
{
  const TautSheet *sheet = block->sheet;
  g_autofree char *name = taut_name_routine (block->draft->atlas, block->draft->record,
                                             block->prescription->id);
  g_autofree char *number = g_strdup_printf ("%u", block->number);
  g_autofree char *subtitle = taut_plan_routine_format_purpose (block->draft->atlas,
                                                                block->prescription,
                                                                block->draft->today);
  double width = block->width - NUMBER_WIDTH;
  double height = taut_sheet_measure (sheet, TAUT_SHEET_ROUTINE, name, width);

  if (block->draw)
    {
      taut_sheet_put_heading (sheet, TAUT_SHEET_ROUTINE, "H2", name, block->x - 0.5, y, width);
      taut_sheet_put_line_end (sheet, TAUT_SHEET_NUMBER, number, sheet->width - sheet->margin, y);
    }

  return height + put_text (block, TAUT_SHEET_TEXT_DIM, subtitle, block->x, y + height,
                            block->width);
}

/* Why the dose is gentler than usual. */
static double
put_softening (const Block *block,
               double       y)
{
  const TautVerdict *verdict = block->prescription->verdict;
  const TautPrecaution *rule;
  g_autofree char *text = NULL;

  if (verdict == NULL || verdict->rules->len == 0)
    return 0;

  rule = g_ptr_array_index (verdict->rules, 0);
  /* Translators: a reason, such as "because of osteoporosis" */
  text = g_strdup_printf (_("Gentler for you, %s."),
                          taut_name_translate (TAUT_CONTEXT_PRECAUTION, rule->reason));

  return put_text (block, TAUT_SHEET_STEP, text, block->x, y, block->width) + 3;
}

/* Its number before it. */
static double
put_step (const Block *block,
          guint        number,
          const char  *text,
          guint        n_lines,
          double       y)
{
  const TautSheet *sheet = block->sheet;
  g_autofree char *label = g_strdup_printf ("%u", number);
  double indent = sheet->large ? LARGE_STEP_INDENT : STEP_INDENT;
  double height;

  if (block->draw)
    {
      taut_sheet_begin (sheet, "LI");
      taut_sheet_begin (sheet, "Lbl");
      taut_sheet_put_line (sheet, TAUT_SHEET_STEP, label, block->x, y, indent);
      taut_sheet_end (sheet, "Lbl");
      taut_sheet_begin (sheet, "LBody");
    }
  height = taut_sheet_put_lines (sheet, TAUT_SHEET_TEXT, text, block->x + indent, y,
                                 block->width - indent, n_lines, block->draw);
  if (block->draw)
    {
      taut_sheet_end (sheet, "LBody");
      taut_sheet_end (sheet, "LI");
    }

  return height + get_step_gap (block);
}

static double
put_steps (const Block *block,
           double       y)
{
  g_auto (GStrv) steps = taut_plan_routine_list_steps (block->prescription);
  gboolean cut = block->level == TAUT_PLAN_BLOCK_SHORT;
  guint n = g_strv_length (steps);
  double start = y;

  if (block->draw)
    taut_sheet_begin (block->sheet, "L");
  for (guint i = 0; i < (cut ? MIN (n, N_STEPS_SHORT) : n); i++)
    y += put_step (block, i + 1, steps[i], cut ? N_LINES_SHORT : 99, y);
  if (block->draw)
    taut_sheet_end (block->sheet, "L");
  if (cut && n > N_STEPS_SHORT)
    y += put_text (block, TAUT_SHEET_TEXT, _("There is more: see Care in Tautline."), block->x,
                   y, block->width);

  return y - start;
}

static void
draw_sign (const TautSheet *sheet,
           double           x,
           double           y,
           double           size)
{
  cairo_t *cr = sheet->cr;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  taut_color_set_source (sheet->palette->accent, 1, cr);
  cairo_move_to (cr, x + size / 2, y);
  cairo_line_to (cr, x + size, y + size * 0.88);
  cairo_line_to (cr, x, y + size * 0.88);
  cairo_close_path (cr);
  cairo_set_line_width (cr, size * 0.16);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, size * 0.13);
  cairo_move_to (cr, x + size / 2, y + size * 0.3);
  cairo_line_to (cr, x + size / 2, y + size * 0.55);
  cairo_move_to (cr, x + size / 2, y + size * 0.75);
  cairo_line_to (cr, x + size / 2, y + size * 0.75);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* When to stop, with a sign before it. */
static double
put_stop (const Block *block,
          double       y)
{
  const TautSheet *sheet = block->sheet;
  double size = sheet->large ? LARGE_SIGN : SIGN;
  double indent = sheet->large ? LARGE_STEP_INDENT : STEP_INDENT;
  double line = taut_sheet_get_line_height (sheet, TAUT_SHEET_STRONG);
  const char *text;

  if (block->prescription->routine == NULL)
    return 0;

  text = taut_name_translate (TAUT_CONTEXT_ROUTINE, block->prescription->routine->stop);
  if (block->draw)
    {
      taut_sheet_hairline (sheet, block->x, y, block->width);
      draw_sign (sheet, block->x, y + get_gap (block) + (line - size) / 2, size);
    }
  y += get_gap (block);

  return get_gap (block) + put_text (block, sheet->large ? TAUT_SHEET_TEXT
                                                         : TAUT_SHEET_SMALL_STRONG,
                                     text, block->x + indent, y, block->width - indent);
}

/* A heading and a few words, in one paragraph where there is width for it. */
static double
put_note (const Block *block,
          const char  *heading,
          const char  *text,
          double       x,
          double       y,
          double       width)
{
  const char *words;
  double height;

  if (text == NULL || *text == '\0')
    return 0;

  words = taut_name_translate (TAUT_CONTEXT_ROUTINE, text);
  if (width > NARROW_NOTE)
    return get_note_gap (block) + taut_sheet_put_run_in (block->sheet, TAUT_SHEET_SMALL, heading,
                                                         words, x, y, width, block->draw);

  height = put_text (block, TAUT_SHEET_SMALL_STRONG, heading, x, y, width);

  return height + put_text (block, TAUT_SHEET_SMALL, words, x, y + height, width) + NOTE_GAP;
}

/* What it should feel like, where not to press, what to use instead. */
static double
put_notes (const Block *block,
           guint        first,
           guint        n,
           double       x,
           double       y,
           double       width)
{
  const TautRoutine *routine = block->prescription->routine;
  double start = y;

  if (routine == NULL)
    return 0;

  for (guint i = first; i < first + n; i++)
    switch (i)
      {
      case 0:
        y += put_note (block, _("You should feel"), routine->feel, x, y, width);
        break;

      case 1:
        y += put_note (block, _("Keep off"), routine->keep_off, x, y, width);
        break;

      default:
        if (block->level <= TAUT_PLAN_BLOCK_ALL)
          y += put_note (block, _("At home instead"), routine->at_home, x, y, width);
        break;
      }

  return y - start;
}

static double
put_progression (const Block *block,
                 double       y)
{
  const TautRoutine *routine = block->prescription->routine;
  g_autofree char *text = NULL;

  if (routine == NULL || routine->progression == NULL || block->level > TAUT_PLAN_BLOCK_ALL)
    return 0;

  if (block->sheet->large)
    return taut_sheet_put_run_in (block->sheet, TAUT_SHEET_SMALL, _("When it is easy"),
                                  taut_name_translate (TAUT_CONTEXT_ROUTINE,
                                                       routine->progression),
                                  block->x, y, block->width, block->draw);

  /* Translators: how to go on with a routine, such as "Add a repetition." */
  text = g_strdup_printf (_("When it is easy: %s"),
                          taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->progression));

  return 3 + put_text (block, TAUT_SHEET_DIM, text,
                       block->x + STEP_INDENT, y + 3, block->width - STEP_INDENT);
}

/* Layouts */

static double
put_right (const Block *block,
           guint        n_left,
           double       y)
{
  double start = y;
  double height;

  y += put_title (block, y - 4) - 4 + GAP;
  y += taut_plan_figures_put (block->prescription, block->sheet, block->x, y, block->width,
                              block->draw) + GAP;
  y += put_softening (block, y);
  y += put_steps (block, y) + GAP - 2;
  y += put_stop (block, y);
  height = put_notes (block, n_left, N_NOTES - n_left, block->x + STEP_INDENT, y + NOTE_GAP,
                      block->width - STEP_INDENT);
  y += height > 0 ? height + NOTE_GAP : 0;
  y += put_progression (block, y);

  return y - start;
}

static double
put_left (const Block *block,
          guint        n_notes,
          double       y)
{
  const TautSheet *sheet = block->sheet;
  double start = y;

  if (has_picture (block))
    {
      put_picture (block, sheet->margin, y, PICTURE);
      y += PICTURE + 8;
    }

  return y + put_notes (block, 0, n_notes, sheet->margin, y, PICTURE) - start;
}

/* Picture and notes at the left, the rest at the right, and as many of the notes as
 * make both equally long. */
static double
put_normal (Block  *block,
            double  y)
{
  const TautSheet *sheet = block->sheet;
  gboolean draw = block->draw;
  double least = G_MAXDOUBLE;
  guint n_left = N_NOTES;

  block->x = sheet->margin + PICTURE + PICTURE_GAP;
  block->width = sheet->width - sheet->margin - block->x;
  block->draw = FALSE;
  for (guint n = N_NOTES + 1; n > 1; n--)
    {
      double height = MAX (put_left (block, n - 1, y), put_right (block, n - 1, y));

      if (height < least - 1)
        {
          least = height;
          n_left = n - 1;
        }
    }
  block->draw = draw;
  if (draw)
    {
      put_right (block, n_left, y);
      put_left (block, n_left, y);
    }

  return least;
}

/* Name and dose. */
static double
put_band (Block  *block,
          double  y)
{
  double start = y;

  y += put_title (block, y) + get_gap (block);

  return y + taut_plan_figures_put (block->prescription, block->sheet, block->x, y, block->width,
                                    block->draw) - start;
}

/* Large type has one column; name and dose stand beside the picture. */
static double
put_large (Block  *block,
           double  y)
{
  const TautSheet *sheet = block->sheet;
  double start = y;
  double width = sheet->width - 2 * sheet->margin;

  block->x = sheet->margin;
  block->width = width;
  if (has_picture (block))
    {
      double size = get_large_picture (block);

      block->x += size + LARGE_GAP;
      block->width -= size + LARGE_GAP;
      put_picture (block, sheet->margin, y + 4, size);
      y += MAX (put_band (block, y), size + 4);
    }
  else
    {
      y += put_band (block, y);
    }
  y += get_gap (block);
  block->x = sheet->margin;
  block->width = width;
  y += put_softening (block, y);
  y += put_steps (block, y) + get_gap (block) - 3;
  y += put_stop (block, y) + get_note_gap (block);
  y += put_notes (block, 0, N_NOTES, block->x, y, block->width);
  y += put_progression (block, y);

  return y - start;
}

double
taut_plan_routine_put (const TautPlanDraft *draft,
                       guint                index,
                       TautPlanBlockLevel   level,
                       double               y,
                       gboolean             draw)
{
  Block block = { 0 };

  g_return_val_if_fail (draft != NULL, 0);
  g_return_val_if_fail (index < draft->planned->len, 0);

  block.draft = draft;
  block.sheet = &draft->sheet;
  block.prescription = g_ptr_array_index (draft->planned, index);
  block.number = index + 1;
  block.level = level;
  block.draw = draw;

  return draft->sheet.large ? put_large (&block, y) : put_normal (&block, y);
}
