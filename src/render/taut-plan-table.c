/* taut-plan-table.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-table"

#include "config.h"

#include "taut-plan-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "taut-names.h"

/* Heights in points: what a row and a picture want, can bear, and at least need.
 * A row lower than @two_lines is tight; one lower than @tight has name and dose
 * on one line. */
typedef struct
{
  double row_most;
  double row_good;
  double two_lines;
  double tight;
  double row_least;
  double picture_most;
  double picture_good;
  double picture_fair;
  double picture_least;
} Limits;

static const Limits limits = { 32, 28, 23.5, 19.8, 15, 220, 176, 132, 96 };
static const Limits large_limits = { 56, 52, 48, 46, 26, 300, 230, 180, 150 };

/* Large type gives the names this part of the width. */
#define LARGE_NAME_PART 0.47
#define BOX 11.5
#define LARGE_BOX 20.0
#define BOX_GAP 3.2
/* More boxes than this on a day stand in two lines. */
#define N_BOXES_ABREAST 3
/* Rows to write in when nothing is planned. */
#define N_BLANK_ROWS 4
#define HAIRLINE 0.6
#define FAINT 0xc4c0bb
#define RULE 1.0

static const Limits *
get_limits (const TautSheet *sheet)
{
  return sheet->large ? &large_limits : &limits;
}

/* Makes @height as low as @wanted, but not lower than @least. */
static void
give_way (double *height,
          double  least,
          double  wanted)
{
  g_assert (height != NULL);

  if (wanted < *height)
    *height = MAX (least, wanted);
}

void
taut_plan_table_fit (const TautSheet *sheet,
                     double           room,
                     guint            n_rows,
                     double           picture_least,
                     TautPlanFit     *fit)
{
  const Limits *limit;
  double picture_fair;
  double left;

  g_return_if_fail (sheet != NULL);
  g_return_if_fail (fit != NULL);

  limit = get_limits (sheet);
  fit->n_rows = n_rows;
  fit->row_height = limit->row_good;
  picture_fair = MAX (limit->picture_fair, picture_least);
  fit->picture_height = MAX (limit->picture_good, picture_least);
  left = room - fit->picture_height;

  if (n_rows * fit->row_height > left)
    fit->row_height = MAX (limit->two_lines, left / n_rows);
  give_way (&fit->picture_height, picture_fair, room - n_rows * fit->row_height);
  left = room - fit->picture_height;
  if (n_rows * fit->row_height > left)
    fit->row_height = MAX (limit->tight, left / n_rows);
  give_way (&fit->picture_height, MAX (limit->picture_least, picture_least),
            room - n_rows * fit->row_height);
  left = room - fit->picture_height;
  if (n_rows * fit->row_height > left)
    fit->row_height = MAX (limit->row_least, left / n_rows);
  if (n_rows * fit->row_height > left + 0.01)
    fit->n_rows = left > fit->row_height ? (guint) floor (left / fit->row_height) - 1 : 0;

  /* What remains goes to the pictures, then to the rows. */
  left = room - fit->picture_height - fit->n_rows * fit->row_height;
  if (left > 0 && fit->n_rows == n_rows)
    {
      double most = n_rows > 0 ? limit->picture_most : limit->picture_most * 1.4;
      double more = MIN (left, MAX (0, most - fit->picture_height));

      fit->picture_height += more;
      left -= more;
      if (n_rows > 0)
        fit->row_height = MIN (MAX (limit->row_most, fit->row_height),
                               fit->row_height + left / n_rows);
    }
}

static double
get_head_height (const TautSheet *sheet)
{
  return taut_sheet_get_line_height (sheet, TAUT_SHEET_HEADING) + (sheet->large ? 6 : 5);
}

static double
get_note_height (const TautSheet *sheet)
{
  return taut_sheet_get_line_height (sheet, TAUT_SHEET_TEXT) + 8;
}

double
taut_plan_table_get_extra (const TautSheet    *sheet,
                           const TautPlanWeek *week)
{
  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (week != NULL, 0);

  if (week->rows->len == 0)
    return get_head_height (sheet) + 2 * RULE + get_note_height (sheet) +
           N_BLANK_ROWS * get_limits (sheet)->row_good;

  return get_head_height (sheet) + RULE * 2;
}

/* Where the days begin. */
static double
get_days_left (const TautSheet *sheet)
{
  if (sheet->large)
    return sheet->margin + (sheet->width - 2 * sheet->margin) * LARGE_NAME_PART;

  return taut_sheet_get_column (sheet, 1);
}

static double
get_name_width (const TautSheet *sheet)
{
  return get_days_left (sheet) - sheet->gutter - sheet->margin;
}

static double
get_day_width (const TautSheet *sheet)
{
  return (sheet->width - sheet->margin - get_days_left (sheet)) / TAUT_WEEK_DAYS;
}

static double
get_day_middle (const TautSheet *sheet,
                guint            day)
{
  return get_days_left (sheet) + (day + 0.5) * get_day_width (sheet);
}

static void
put_day_name (const TautSheet    *sheet,
              const TautPlanWeek *week,
              guint               day,
              double              middle_y)
{
  GDate date = week->monday;
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *name = NULL;

  g_date_add_days (&date, day);
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  if (sheet->large)
    {
      g_autofree char *day_name = g_date_time_format (time, "%a");

      name = g_utf8_substring (day_name, 0, 1);
    }
  else
    {
      /* Translators: a day of the week and of the month, such as "Mon 23" */
      name = g_date_time_format (time, _("%a %-d"));
    }
  taut_text_show_centred (sheet->cr,
                          &sheet->styles[sheet->large ? TAUT_SHEET_LABEL : TAUT_SHEET_SMALL_STRONG],
                          name, get_day_middle (sheet, day), middle_y);
}

static void
put_head (const TautSheet    *sheet,
          const TautPlanWeek *week,
          double              y)
{
  double line = taut_sheet_get_line_height (sheet, TAUT_SHEET_HEADING);

  taut_sheet_put_heading (sheet, TAUT_SHEET_HEADING, "H2", _("This week"),
                          sheet->margin, y, taut_sheet_get_column_width (sheet));
  for (guint day = 0; day < TAUT_WEEK_DAYS; day++)
    put_day_name (sheet, week, day, y + line / 2);
}

static void
add_box (cairo_t *cr,
         double   x,
         double   y,
         double   size)
{
  double radius = MIN (2.0, size * 0.18);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + size - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + size - radius, y + size - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + size - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
put_box (const TautSheet *sheet,
         double           x,
         double           y,
         double           size,
         gboolean         done)
{
  cairo_t *cr = sheet->cr;

  cairo_new_path (cr);
  add_box (cr, x, y, size);
  taut_color_set_source (sheet->styles[TAUT_SHEET_TEXT].color, 1, cr);
  cairo_set_line_width (cr, size > 15 ? 1.2 : 0.9);
  cairo_stroke (cr);
  if (!done)
    return;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, MAX (1.2, size * 0.14));
  cairo_move_to (cr, x + size * 0.24, y + size * 0.54);
  cairo_line_to (cr, x + size * 0.43, y + size * 0.73);
  cairo_line_to (cr, x + size * 0.78, y + size * 0.27);
  cairo_stroke (cr);
}

static void
put_dash (const TautSheet *sheet,
          double           x,
          double           y)
{
  double half = sheet->large ? 4.5 : 2.6;

  taut_sheet_rule (sheet, sheet->styles[TAUT_SHEET_DIM].color, 0.7, x - half, y - 0.35, 2 * half);
}

/* The boxes of one day, side by side; many of them in two lines. */
static void
put_cell (const TautSheet    *sheet,
          const TautPlanCell *cell,
          double              x,
          double              y,
          double              row_height)
{
  guint n_lines = cell->n_boxes > N_BOXES_ABREAST ? 2 : 1;
  guint n_columns = (cell->n_boxes + n_lines - 1) / n_lines;
  double size = sheet->large ? LARGE_BOX : BOX;
  double left, top;

  if (cell->n_boxes == 0)
    {
      put_dash (sheet, x, y + row_height / 2);
      return;
    }

  size = MIN (size, (get_day_width (sheet) - 4) / n_columns - BOX_GAP);
  size = MIN (size, (row_height - 3) / n_lines - BOX_GAP / 2);
  size = MAX (size, 1);
  left = x - (n_columns * (size + BOX_GAP) - BOX_GAP) / 2;
  top = y + (row_height - n_lines * (size + BOX_GAP) + BOX_GAP) / 2;
  for (guint i = 0; i < cell->n_boxes; i++)
    put_box (sheet,
             left + (i % n_columns) * (size + BOX_GAP),
             top + (i / n_columns) * (size + BOX_GAP),
             size, (cell->done >> i) & 1);
}

/* A name, and below it the dose. */
static void
put_two_lines (const TautSheet   *sheet,
               const TautPlanRow *row,
               const char        *name,
               gboolean           tight,
               double             y,
               double             row_height)
{
  g_autofree char *dose = taut_plan_row_format_dose (row);
  TautSheetStyle name_style = tight ? TAUT_SHEET_TIGHT_STRONG : TAUT_SHEET_STRONG;
  TautSheetStyle dose_style = tight ? TAUT_SHEET_TIGHT_DIM : TAUT_SHEET_DIM;
  double name_height = taut_sheet_get_line_height (sheet, name_style);
  double top = y + (row_height - name_height -
                    taut_sheet_get_line_height (sheet, dose_style)) / 2;

  /* Half a time of the day helps nobody; the boxes count the times. */
  if (taut_sheet_measure_line (sheet, dose_style, dose) > get_name_width (sheet))
    {
      g_free (dose);
      dose = taut_plan_row_format_repeats (row);
    }
  taut_sheet_put_line (sheet, name_style, name, sheet->margin, top, get_name_width (sheet));
  taut_sheet_put_line (sheet, dose_style, dose, sheet->margin, top + name_height,
                       get_name_width (sheet));
}

/* A name, and behind it the dose without the times, which the boxes count. In
 * large type the name goes first. */
static void
put_one_line (const TautSheet   *sheet,
              const TautPlanRow *row,
              const char        *name,
              double             y,
              double             row_height)
{
  g_autofree char *dose = taut_plan_row_format_repeats (row);
  double name_top = y + (row_height -
                         taut_sheet_get_line_height (sheet, TAUT_SHEET_SMALL_STRONG)) / 2;
  double dose_top = y + (row_height - taut_sheet_get_line_height (sheet, TAUT_SHEET_DIM)) / 2;
  double dose_width = taut_sheet_measure_line (sheet, TAUT_SHEET_DIM, dose) + 1;
  double room = get_name_width (sheet) - dose_width - 5;
  double taken;

  if (sheet->large && taut_sheet_measure_line (sheet, TAUT_SHEET_SMALL_STRONG, name) > room)
    {
      taut_sheet_put_line (sheet, TAUT_SHEET_SMALL_STRONG, name, sheet->margin, name_top,
                           get_name_width (sheet));
      return;
    }

  taken = taut_sheet_put_line (sheet, TAUT_SHEET_SMALL_STRONG, name, sheet->margin, name_top, room);
  taut_sheet_put_line (sheet, TAUT_SHEET_DIM, dose, sheet->margin + taken + 5, dose_top, dose_width);
}

static void
put_row_name (const TautSheet   *sheet,
              const TautPlanRow *row,
              double             y,
              double             row_height)
{
  const char *name = taut_name_translate (TAUT_CONTEXT_ROUTINE, row->routine->name);
  const Limits *limit = get_limits (sheet);

  if (row_height >= limit->tight)
    put_two_lines (sheet, row, name, row_height < limit->two_lines, y, row_height);
  else
    put_one_line (sheet, row, name, y, row_height);
}

static double
put_rest (const TautSheet    *sheet,
          const TautPlanWeek *week,
          guint               n_shown,
          double              y,
          double              row_height)
{
  guint n_more = week->rows->len - n_shown;
  g_autofree char *more = NULL;

  if (n_more == 0)
    return 0;

  more = g_strdup_printf (ngettext ("And %u more routine: see the plan in Tautline.",
                                    "And %u more routines: see the plan in Tautline.", n_more),
                          n_more);
  taut_sheet_put_line (sheet, TAUT_SHEET_SMALL_STRONG, more, sheet->margin,
                       y + (row_height -
                            taut_sheet_get_line_height (sheet, TAUT_SHEET_SMALL_STRONG)) / 2,
                       sheet->width - 2 * sheet->margin);

  return row_height;
}

/* Nothing planned: rows with boxes to write in. Returns their height. */
static double
put_blank_rows (const TautSheet *sheet,
                double           y)
{
  static const TautPlanCell blank = { 1, 0 };
  double width = sheet->width - 2 * sheet->margin;
  double row_height = get_limits (sheet)->row_good;
  double start = y;

  taut_sheet_put_line (sheet, TAUT_SHEET_TEXT,
                       _("Nothing is planned yet. Here is room to write what you agree on."),
                       sheet->margin, y + 4, width);
  y += get_note_height (sheet);
  for (guint i = 0; i < N_BLANK_ROWS; i++)
    {
      taut_sheet_rule (sheet, FAINT, HAIRLINE, sheet->margin, y, width);
      for (guint day = 0; day < TAUT_WEEK_DAYS; day++)
        put_cell (sheet, &blank, get_day_middle (sheet, day), y, row_height);
      y += row_height;
    }

  return y - start;
}

static double
put_rows (const TautSheet    *sheet,
          const TautPlanWeek *week,
          const TautPlanFit  *fit,
          double              y)
{
  double start = y;

  for (guint i = 0; i < fit->n_rows; i++)
    {
      const TautPlanRow *row = &g_array_index (week->rows, TautPlanRow, i);

      if (i > 0)
        taut_sheet_rule (sheet, FAINT, HAIRLINE, sheet->margin, y,
                         sheet->width - 2 * sheet->margin);
      put_row_name (sheet, row, y, fit->row_height);
      for (guint day = 0; day < TAUT_WEEK_DAYS; day++)
        put_cell (sheet, &row->cells[day], get_day_middle (sheet, day), y, fit->row_height);
      y += fit->row_height;
    }
  y += put_rest (sheet, week, fit->n_rows, y, fit->row_height);

  return y - start;
}

double
taut_plan_table_put (const TautSheet    *sheet,
                     const TautPlanWeek *week,
                     const TautPlanFit  *fit,
                     double              y)
{
  double start = y;
  double width;
  TautColor strong;

  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (week != NULL, 0);
  g_return_val_if_fail (fit != NULL, 0);

  width = sheet->width - 2 * sheet->margin;
  strong = sheet->styles[TAUT_SHEET_TEXT].color;
  put_head (sheet, week, y);
  y += get_head_height (sheet);
  taut_sheet_rule (sheet, strong, RULE, sheet->margin, y, width);
  y += RULE;
  y += week->rows->len == 0 ? put_blank_rows (sheet, y) : put_rows (sheet, week, fit, y);
  taut_sheet_rule (sheet, strong, RULE, sheet->margin, y, width);

  return y + RULE - start;
}
