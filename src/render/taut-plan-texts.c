/* taut-plan-texts.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-texts"

#include "config.h"

#include "taut-plan-texts.h"

/* Points */
#define GAP 7.0
#define GAP_BELOW_HEADING 1.0

static void
clear_text (gpointer data)
{
  g_free (((TautPlanText *) data)->text);
}

static const TautPlanText *
get_text (GArray *texts,
          guint   index)
{
  return &g_array_index (texts, TautPlanText, index);
}

static double
put_text (const TautPlanText *text,
          const TautSheet    *sheet,
          double              y,
          gboolean            draw)
{
  double width = sheet->width - 2 * sheet->margin;

  if (draw)
    taut_sheet_put_heading (sheet, text->style, text->style == TAUT_SHEET_TEXT ? "P" : "H2",
                            text->text, sheet->margin, y, width);

  return taut_sheet_measure (sheet, text->style, text->text, width);
}

GArray *
taut_plan_texts_new (void)
{
  GArray *texts = g_array_new (FALSE, TRUE, sizeof (TautPlanText));

  g_array_set_clear_func (texts, clear_text);

  return texts;
}

void
taut_plan_texts_append (GArray         *texts,
                        TautSheetStyle  style,
                        const char     *words)
{
  g_auto (GStrv) paragraphs = NULL;

  g_return_if_fail (texts != NULL);
  g_return_if_fail (words != NULL);

  paragraphs = g_strsplit (words, "\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      TautPlanText text = { style, g_strdup (paragraphs[i]) };

      g_array_append_val (texts, text);
    }
}

gboolean
taut_plan_texts_is_heading (GArray *texts,
                            guint   index)
{
  g_return_val_if_fail (texts != NULL, FALSE);
  g_return_val_if_fail (index < texts->len, FALSE);

  return get_text (texts, index)->style != TAUT_SHEET_TEXT;
}

guint
taut_plan_texts_count (GArray *texts,
                       guint   first)
{
  guint n = 1;

  g_return_val_if_fail (texts != NULL, 0);
  g_return_val_if_fail (first < texts->len, 0);

  while (first + n < texts->len && !taut_plan_texts_is_heading (texts, first + n))
    n++;

  return n;
}

double
taut_plan_texts_put (GArray          *texts,
                     const TautSheet *sheet,
                     guint            first,
                     guint            n,
                     double           y,
                     gboolean         draw)
{
  double start = y;

  g_return_val_if_fail (texts != NULL, 0);
  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (first + n <= texts->len, 0);

  for (guint i = first; i < first + n; i++)
    {
      if (i > first)
        y += taut_plan_texts_is_heading (texts, i - 1) ? GAP_BELOW_HEADING : GAP;
      y += put_text (get_text (texts, i), sheet, y, draw);
    }

  return y - start;
}
