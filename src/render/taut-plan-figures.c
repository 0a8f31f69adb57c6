/* taut-plan-figures.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-figures"

#include "config.h"

#include "taut-plan-figures.h"

#include <glib/gi18n-lib.h>

#include "taut-timetable.h"

/* Figures side by side. */
#define N_ABREAST 4
#define N_ABREAST_MOST 5
/* Holds from here on are said in minutes. */
#define LONG_HOLD 120
#define LINE_GAP 4.0
#define LARGE_FIGURE_GAP 16.0

typedef struct
{
  char *value;
  const char *unit;
  const char *label;
} Figure;

static void
clear_figure (gpointer data)
{
  g_free (((Figure *) data)->value);
}

static void
add_figure (GArray     *figures,
            guint       value,
            const char *unit,
            const char *label)
{
  Figure figure = { g_strdup_printf ("%u", value), unit, label };

  g_assert (figures != NULL);

  g_array_append_val (figures, figure);
}

static void
add_dose (GArray                 *figures,
          const TautPrescription *prescription)
{
  const TautDose *dose = &prescription->dose;

  if (dose->hold >= LONG_HOLD && dose->hold % 60 == 0)
    add_figure (figures, dose->hold / 60, C_("unit of time", "min"), C_("dose", "hold"));
  else if (dose->hold > 0)
    add_figure (figures, dose->hold, C_("unit of time", "s"), C_("dose", "hold"));

  if (dose->repetitions > 1 || (dose->hold > 0 && dose->repetitions == 1))
    add_figure (figures, dose->repetitions, NULL,
                ngettext ("repeat", "repeats", dose->repetitions));
  if (dose->sets > 1)
    add_figure (figures, dose->sets, NULL, ngettext ("set", "sets", dose->sets));
  if (figures->len == 0 && prescription->minutes > 0)
    add_figure (figures, prescription->minutes, C_("unit of time", "min"), _("each time"));
}

static guint
count_days (TautPlanItem *item)
{
  const char *rule = taut_plan_item_get_rrule (item);
  guint weekdays = rule != NULL ? taut_timetable_parse_weekdays (rule) : 0;
  guint n = 0;

  for (; weekdays != 0; weekdays &= weekdays - 1)
    n++;

  return n;
}

static void
add_times (GArray                 *figures,
           const TautPrescription *prescription)
{
  guint n_times;
  guint n_days = count_days (prescription->item);

  taut_plan_item_get_minutes (prescription->item, &n_times);
  if (n_times > 0)
    add_figure (figures, n_times, NULL, ngettext ("time a day", "times a day", n_times));
  if (n_days > 0)
    add_figure (figures, n_days, NULL, ngettext ("day a week", "days a week", n_days));
}

static void
add_pressure (GArray                 *figures,
              const TautPrescription *prescription)
{
  Figure figure = { NULL, NULL, _("of 10, pressure") };

  if (prescription->pressure_most == 0)
    return;

  if (prescription->pressure_least < prescription->pressure_most &&
      prescription->pressure_least > 0)
    figure.value = g_strdup_printf ("%u–%u", prescription->pressure_least,
                                    prescription->pressure_most);
  else
    figure.value = g_strdup_printf ("%u", prescription->pressure_most);
  g_array_append_val (figures, figure);
}

static double
put_figure (const Figure    *figure,
            const TautSheet *sheet,
            double           x,
            double           y,
            double           width,
            gboolean         draw)
{
  double height = taut_sheet_get_line_height (sheet, TAUT_SHEET_FIGURE);
  double taken;

  if (draw)
    {
      taken = taut_sheet_put_line (sheet, TAUT_SHEET_FIGURE, figure->value, x - 1, y, width);
      if (figure->unit != NULL)
        taut_sheet_put_line (sheet, TAUT_SHEET_UNIT, figure->unit, x + taken + 2,
                             y + (sheet->styles[TAUT_SHEET_FIGURE].size -
                                  sheet->styles[TAUT_SHEET_UNIT].size) * 1.04,
                             width);
      taut_sheet_put_lines (sheet, TAUT_SHEET_DIM, figure->label, x, y + height, width - 4, 2, TRUE);
    }

  return height + taut_sheet_put_lines (sheet, TAUT_SHEET_DIM, figure->label, x, y + height,
                                        width - 4, 2, FALSE);
}

/* In large type, as wide as it is. */
static double
measure_figure (const Figure    *figure,
                const TautSheet *sheet)
{
  double value = taut_sheet_measure_line (sheet, TAUT_SHEET_FIGURE, figure->value);
  double label = taut_sheet_measure_line (sheet, TAUT_SHEET_DIM, figure->label);

  if (figure->unit != NULL)
    value += 2 + taut_sheet_measure_line (sheet, TAUT_SHEET_UNIT, figure->unit);

  return MAX (value, label) + 5;
}

/* Columns where the width has room for them, else one after the other. */
static double
put_figures (GArray          *figures,
             const TautSheet *sheet,
             double           x,
             double           y,
             double           width,
             gboolean         draw)
{
  guint n_abreast = CLAMP (figures->len, N_ABREAST, N_ABREAST_MOST);
  double start = y;
  double left = 0;
  double line = 0;

  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = &g_array_index (figures, Figure, i);
      double taken = sheet->large ? MIN (measure_figure (figure, sheet), width)
                                  : width / n_abreast;

      if (left > 0 && left + taken > width + 1)
        {
          y += line + LINE_GAP;
          left = line = 0;
        }
      line = MAX (line, put_figure (figure, sheet, x + left, y, taken, draw));
      left += taken + (sheet->large ? LARGE_FIGURE_GAP : 0);
    }

  return y + line - start;
}

double
taut_plan_figures_put (const TautPrescription *prescription,
                       const TautSheet        *sheet,
                       double                  x,
                       double                  y,
                       double                  width,
                       gboolean                draw)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, TRUE, sizeof (Figure));

  g_return_val_if_fail (prescription != NULL, 0);
  g_return_val_if_fail (sheet != NULL, 0);

  g_array_set_clear_func (figures, clear_figure);
  if (prescription->routine != NULL || prescription->own != NULL)
    add_dose (figures, prescription);
  add_times (figures, prescription);
  add_pressure (figures, prescription);

  return put_figures (figures, sheet, x, y, width, draw);
}
