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

/* Large type gives the names this part of the width. */
#define LARGE_NAME_PART 0.47
#define BOX 11.5
#define LARGE_BOX 20.0
#define BOX_GAP 1.2
/* Between the boxes of a day and those of the next. */
#define DAY_GAP 6.0
#define LARGE_DAY_GAP 9.0
/* More boxes than this on a day stand in two lines. */
#define N_BOXES_ABREAST 2
/* A name that is longer is cut. */
#define N_NAME_LINES 3
/* Rows to write in when nothing is planned. */
#define N_BLANK_ROWS 5
#define RULE 1.0
#define HEAD_FOOT 5.0

/* Above and below the words of a row, and the least height of a row. */
typedef struct
{
  double padding;
  double least;
} RowSize;

static RowSize
get_row_size (const TautPlanTable *table,
              const TautSheet     *sheet)
{
  if (sheet->large)
    return (RowSize) { 0.5, 46 };

  return table->tight ? (RowSize) { 0.7, 19 } : (RowSize) { 2.6, 27 };
}

TautPlanTable *
taut_plan_table_new (const TautPlanWeeks *weeks,
                     guint                first,
                     guint                n_weeks)
{
  TautPlanTable *table;

  g_return_val_if_fail (weeks != NULL, NULL);
  g_return_val_if_fail (n_weeks > 0 && first + n_weeks <= weeks->n_weeks, NULL);

  table = g_new0 (TautPlanTable, 1);
  table->weeks = weeks;
  table->first = first;
  table->n_weeks = n_weeks;
  table->rows = taut_plan_weeks_list_rows (weeks, first, n_weeks);

  return table;
}

void
taut_plan_table_free (TautPlanTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->rows);
  g_free (table);
}

/* Places */

/* Where the days of a week begin, and how wide they are together. */
static void
get_days (const TautSheet *sheet,
          guint            week,
          double          *left,
          double          *width)
{
  g_assert (sheet != NULL);

  if (sheet->large)
    {
      *left = sheet->margin + (sheet->width - 2 * sheet->margin) * LARGE_NAME_PART;
      *width = sheet->width - sheet->margin - *left;
      return;
    }

  *left = taut_sheet_get_column (sheet, 1 + week);
  *width = taut_sheet_get_column_width (sheet);
}

static double
get_day_width (const TautSheet *sheet)
{
  double left, width;

  get_days (sheet, 0, &left, &width);

  return width / TAUT_WEEK_DAYS;
}

static double
get_day_middle (const TautSheet *sheet,
                guint            day)
{
  double left, width;

  get_days (sheet, day / TAUT_WEEK_DAYS, &left, &width);

  return left + (day % TAUT_WEEK_DAYS + 0.5) * width / TAUT_WEEK_DAYS;
}

static double
get_name_width (const TautSheet *sheet)
{
  double left, width;

  get_days (sheet, 0, &left, &width);

  return left - sheet->gutter - sheet->margin;
}

/* Head */

static char *
format_date (const GDate *date,
             const char  *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (date),
                                                   g_date_get_month (date),
                                                   g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (time, format);
}

static char *
format_week (const TautPlanTable *table,
             guint                week)
{
  g_autofree char *day = NULL;
  GDate date;

  taut_plan_weeks_get_day (table->weeks, (table->first + week) * TAUT_WEEK_DAYS, &date);
  /* Translators: a day in the head of a week, such as 23 November */
  day = format_date (&date, C_("first day of a week", "%-d %B"));

  /* Translators: a week of a plan, and its first day */
  return g_strdup_printf (_("Week %u, from %s"), table->first + week + 1, day);
}

static char *
format_title (const TautPlanTable *table,
              const TautSheet     *sheet)
{
  g_autofree char *day = NULL;
  GDate date;

  if (sheet->large)
    {
      taut_plan_weeks_get_day (table->weeks, table->first * TAUT_WEEK_DAYS, &date);
      day = format_date (&date, C_("first day of a week", "%-d %B"));

      /* Translators: the first day of a week */
      return g_strdup_printf (_("From %s"), day);
    }

  if (table->weeks->n_weeks == 2)
    return g_strdup (_("Two weeks"));

  /* Translators: numbers of two weeks in a row */
  return g_strdup_printf (_("Weeks %u and %u"), table->first + 1, table->first + 2);
}

static void
put_day_name (const TautPlanTable *table,
              const TautSheet     *sheet,
              guint                day,
              double               middle_y)
{
  TautSheetStyle style = sheet->large ? TAUT_SHEET_LABEL : TAUT_SHEET_SMALL_STRONG;
  g_autofree char *name = NULL;
  g_autofree char *letter = NULL;
  GDate date;

  taut_plan_weeks_get_day (table->weeks, table->first * TAUT_WEEK_DAYS + day, &date);
  name = format_date (&date, "%a");
  letter = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 1));
  taut_text_show_centred (sheet->cr, &sheet->styles[style], letter, get_day_middle (sheet, day),
                          middle_y);
}

static double
get_first_line (const TautSheet *sheet)
{
  return taut_sheet_get_line_height (sheet, TAUT_SHEET_HEADING);
}

static double
get_second_line (const TautSheet *sheet)
{
  return sheet->large ? 0 : taut_sheet_get_line_height (sheet, TAUT_SHEET_TEXT);
}

static double
get_head_height (const TautSheet *sheet)
{
  return get_first_line (sheet) + get_second_line (sheet) + HEAD_FOOT;
}

static void
put_week_names (const TautPlanTable *table,
                const TautSheet     *sheet,
                double               y)
{
  double first = get_first_line (sheet);

  for (guint week = 0; week < table->n_weeks; week++)
    {
      g_autofree char *name = format_week (table, week);
      double left, width;

      get_days (sheet, week, &left, &width);
      left += get_day_width (sheet) / 2 - BOX / 2;
      taut_sheet_begin (sheet, "P");
      taut_sheet_put_line (sheet, TAUT_SHEET_DIM, name, left,
                           y + (first - taut_sheet_get_line_height (sheet, TAUT_SHEET_DIM)) / 2,
                           width);
      taut_sheet_end (sheet, "P");
    }
}

static void
put_head (const TautPlanTable *table,
          const TautSheet     *sheet,
          double               y)
{
  g_autofree char *title = format_title (table, sheet);

  taut_sheet_put_heading (sheet, TAUT_SHEET_HEADING, "H2", title, sheet->margin, y,
                          get_name_width (sheet));
  if (!sheet->large)
    put_week_names (table, sheet, y);
}

/* The days above their boxes, and what to do with those. */
static void
put_head_row (const TautPlanTable *table,
              const TautSheet     *sheet,
              gboolean             again,
              double               y)
{
  double first = get_first_line (sheet);
  double second = get_second_line (sheet);
  double days = sheet->large ? y + first / 2 : y + first + second / 2;

  taut_sheet_begin (sheet, "TR");
  taut_sheet_begin (sheet, "TH");
  if (!sheet->large)
    taut_sheet_put_line (sheet, TAUT_SHEET_TEXT_DIM,
                         table->rows->len == 0 ? _("Write in, tick as you go")
                                               : again ? _("Continued") : _("Tick as you go"),
                         sheet->margin, y + first, get_name_width (sheet));
  taut_sheet_end (sheet, "TH");
  for (guint day = 0; day < table->n_weeks * TAUT_WEEK_DAYS; day++)
    {
      taut_sheet_begin (sheet, "TH");
      put_day_name (table, sheet, day, days);
      taut_sheet_end (sheet, "TH");
    }
  taut_sheet_end (sheet, "TR");
}

/* Boxes */

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

  size = MIN (size, (get_day_width (sheet) - (sheet->large ? LARGE_DAY_GAP : DAY_GAP) + BOX_GAP) /
                      n_columns - BOX_GAP);
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

/* Rows */

static double
lay_name (const TautPlanTable *table,
          const TautSheet     *sheet,
          const TautPlanRow   *row,
          double               y,
          gboolean             draw)
{
  double width = get_name_width (sheet);
  TautSheetStyle name = table->tight ? TAUT_SHEET_TIGHT_STRONG : TAUT_SHEET_STRONG;
  TautSheetStyle dose = table->tight ? TAUT_SHEET_TIGHT_DIM : TAUT_SHEET_DIM;
  const char *words = row->dose;
  double height;

  /* A long name takes smaller letters before it takes more lines. */
  if (!sheet->large && !table->tight &&
      taut_sheet_measure_line (sheet, name, row->name) > width)
    name = TAUT_SHEET_SMALL_STRONG;
  height = taut_sheet_put_lines (sheet, name, row->name, sheet->margin, y, width, N_NAME_LINES,
                                 draw);

  /* Half a time of the day helps nobody; the boxes count the times. */
  if (taut_sheet_measure_line (sheet, dose, words) > width)
    words = row->repeats;
  if (*words == '\0')
    return height;

  return height + taut_sheet_put_lines (sheet, dose, words, sheet->margin, y + height, width, 1,
                                        draw);
}

static double
get_row_height (const TautPlanTable *table,
                const TautSheet     *sheet,
                guint                i)
{
  RowSize size = get_row_size (table, sheet);
  double height;

  if (i >= table->rows->len)
    return size.least + table->extra;

  height = lay_name (table, sheet, g_ptr_array_index (table->rows, i), 0, FALSE);

  return MAX (size.least, height + 2 * size.padding) + table->extra;
}

static void
put_row (const TautPlanTable *table,
         const TautSheet     *sheet,
         guint                i,
         double               y,
         double               height)
{
  static const TautPlanCell blank = { 1, 0 };
  const TautPlanRow *row = i < table->rows->len ? g_ptr_array_index (table->rows, i) : NULL;

  taut_sheet_begin (sheet, "TR");
  taut_sheet_begin (sheet, "TH");
  if (row != NULL)
    lay_name (table, sheet, row, y + (height - lay_name (table, sheet, row, y, FALSE)) / 2, TRUE);
  taut_sheet_end (sheet, "TH");
  for (guint day = 0; day < table->n_weeks * TAUT_WEEK_DAYS; day++)
    {
      taut_sheet_begin (sheet, "TD");
      put_cell (sheet,
                row != NULL ? &row->cells[table->first * TAUT_WEEK_DAYS + day] : &blank,
                get_day_middle (sheet, day), y, height);
      taut_sheet_end (sheet, "TD");
    }
  taut_sheet_end (sheet, "TR");
}

static guint
count_rows (const TautPlanTable *table)
{
  return table->rows->len > 0 ? table->rows->len : N_BLANK_ROWS;
}

/* Public API */

double
taut_plan_table_measure_head (const TautPlanTable *table,
                              const TautSheet     *sheet)
{
  g_return_val_if_fail (table != NULL, 0);
  g_return_val_if_fail (sheet != NULL, 0);

  return get_head_height (sheet) + 2 * RULE;
}

guint
taut_plan_table_fit (const TautPlanTable *table,
                     const TautSheet     *sheet,
                     guint                first,
                     double               most)
{
  double height;
  guint n = 0;

  g_return_val_if_fail (table != NULL, 1);
  g_return_val_if_fail (sheet != NULL, 1);

  height = taut_plan_table_measure_head (table, sheet);
  while (first + n < count_rows (table))
    {
      height += get_row_height (table, sheet, first + n);
      if (height > most)
        break;
      n++;
    }

  return MAX (n, 1);
}

double
taut_plan_table_measure (const TautPlanTable *table,
                         const TautSheet     *sheet,
                         guint                first,
                         guint                n_rows)
{
  double height;

  g_return_val_if_fail (table != NULL, 0);
  g_return_val_if_fail (sheet != NULL, 0);

  height = taut_plan_table_measure_head (table, sheet);
  for (guint i = first; i < MIN (first + n_rows, count_rows (table)); i++)
    height += get_row_height (table, sheet, i);

  return height;
}

void
taut_plan_table_put (const TautPlanTable *table,
                     const TautSheet     *sheet,
                     guint                first,
                     guint                n_rows,
                     double               y)
{
  double width;

  g_return_if_fail (table != NULL);
  g_return_if_fail (sheet != NULL);

  width = sheet->width - 2 * sheet->margin;
  put_head (table, sheet, y);
  taut_sheet_begin (sheet, "Table");
  put_head_row (table, sheet, first > 0, y);
  y += get_head_height (sheet);
  taut_sheet_rule (sheet, sheet->palette->text, RULE, sheet->margin, y, width);
  y += RULE;
  for (guint i = first; i < MIN (first + n_rows, count_rows (table)); i++)
    {
      double height = get_row_height (table, sheet, i);

      if (i > first)
        taut_sheet_hairline (sheet, sheet->margin, y, width);
      put_row (table, sheet, i, y, height);
      y += height;
    }
  taut_sheet_rule (sheet, sheet->palette->text, RULE, sheet->margin, y, width);
  taut_sheet_end (sheet, "Table");
}
