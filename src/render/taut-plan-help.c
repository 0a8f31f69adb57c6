/* taut-plan-help.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-help"

#include "config.h"

#include "taut-plan-help.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Points */
#define RULE 1.0
#define WARNING_RULE 2.0
#define TOP_GAP 5.0
#define PARAGRAPH_GAP 3.5
#define HEADING_GAP 8.0
#define HEADING_FOOT 1.0

static void
clear_block (gpointer data)
{
  TautHelpBlock *block = data;

  g_clear_pointer (&block->text, g_free);
  g_clear_object (&block->layout);
}

static void
add_block (GArray       *blocks,
           TautPlanHelp  help,
           gboolean      heading,
           const char   *text)
{
  TautHelpBlock block = { help, heading, g_strdup (text) };

  g_assert (blocks != NULL);

  g_array_append_val (blocks, block);
}

GArray *
taut_plan_help_new (TautAtlas  *atlas,
                    GListModel *marks)
{
  GArray *blocks;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), NULL);

  blocks = g_array_new (FALSE, TRUE, sizeof (TautHelpBlock));
  g_array_set_clear_func (blocks, clear_block);
  for (guint help = 0; help < TAUT_N_PLAN_HELPS; help++)
    {
      g_autoptr (GPtrArray) paragraphs = taut_plan_words_list_help (atlas, marks, help);

      add_block (blocks, help, TRUE, taut_plan_words_get_help_title (help));
      for (guint i = 0; i < paragraphs->len; i++)
        add_block (blocks, help, FALSE, g_ptr_array_index (paragraphs, i));
    }

  return blocks;
}

GArray *
taut_plan_help_new_rest (GArray *blocks,
                         guint   n_shown)
{
  GArray *rest;
  guint first = n_shown;

  g_return_val_if_fail (blocks != NULL, NULL);
  g_return_val_if_fail (n_shown <= blocks->len, NULL);

  while (first > 0 && first < blocks->len &&
         !g_array_index (blocks, TautHelpBlock, first).heading)
    first--;
  rest = g_array_new (FALSE, TRUE, sizeof (TautHelpBlock));
  g_array_set_clear_func (rest, clear_block);
  for (guint i = first; i < blocks->len; i++)
    {
      const TautHelpBlock *block = &g_array_index (blocks, TautHelpBlock, i);

      add_block (rest, block->help, block->heading, block->text);
    }

  return rest;
}

static TautSheetStyle
get_style (const TautHelpBlock *block)
{
  if (!block->heading)
    return TAUT_SHEET_SMALL;

  return block->help == TAUT_PLAN_HELP_NOW ? TAUT_SHEET_WARNING : TAUT_SHEET_HEADING;
}

/* Lines of text on their way through the columns. */
typedef struct
{
  GArray *blocks;
  const TautSheet *sheet;
  guint n_columns;
  const char *note;
  guint n_shown;
  const int *n_lines;
  double height;
  double top;
  gboolean draw;

  guint column;
  double y;
} Flow;

/* Moves on to a column that has @needed left. Returns FALSE after the last. */
static gboolean
make_room (Flow   *flow,
           double  needed)
{
  g_assert (flow != NULL);

  if (flow->y + needed > flow->height + 0.01)
    {
      flow->column++;
      flow->y = 0;
    }

  return flow->column < flow->n_columns && needed <= flow->height + 0.01;
}

static void
draw_line (Flow                *flow,
           const TautHelpBlock *block,
           PangoLayoutLine     *line,
           double               ascent)
{
  const TautSheet *sheet = flow->sheet;
  gboolean now = block->help == TAUT_PLAN_HELP_NOW;
  double x = taut_sheet_get_column (sheet, flow->column);

  if (flow->y <= 0)
    taut_sheet_rule (sheet, sheet->styles[now ? TAUT_SHEET_WARNING : TAUT_SHEET_TEXT].color,
                     now ? WARNING_RULE : RULE, x, flow->top, taut_sheet_get_column_width (sheet));
  taut_color_set_source (sheet->styles[get_style (block)].color, 1, sheet->cr);
  cairo_move_to (sheet->cr, x, flow->top + TOP_GAP + flow->y + ascent);
  pango_cairo_show_layout_line (sheet->cr, line);
}

/* No line stands alone at the head or the foot of a column, and a heading keeps
 * with two lines. */
static double
get_needed (const TautHelpBlock *block,
            const TautSheet     *sheet,
            int                  line,
            int                  n_lines)
{
  double height = taut_sheet_get_line_height (sheet, get_style (block));

  if (block->heading && line == n_lines - 1)
    return height + 2 * taut_sheet_get_line_height (sheet, TAUT_SHEET_SMALL) + HEADING_FOOT;
  if (!block->heading && (line == 0 || line == n_lines - 2) && n_lines > 1)
    return 2 * height;

  return height;
}

/* The lines of a block, shaped once for each size and width: many trials need them, and
 * lines break alike on all surfaces. */
static PangoLayout *
get_layout (TautHelpBlock   *block,
            const TautSheet *sheet)
{
  const TautTextStyle *style = &sheet->styles[get_style (block)];
  double width = taut_sheet_get_column_width (sheet);

  if (block->layout == NULL || fabs (block->size - style->size) > 0 ||
      fabs (block->width - width) > 0)
    {
      g_clear_object (&block->layout);
      block->layout = taut_text_new_layout (sheet->cr, style, block->text, width);
      block->size = style->size;
      block->width = width;
    }

  return block->layout;
}

/* Lines of each block: many trials need them. */
static int *
count_lines (GArray          *blocks,
             const TautSheet *sheet)
{
  int *n_lines = g_new (int, blocks->len);

  for (guint i = 0; i < blocks->len; i++)
    n_lines[i] = pango_layout_get_line_count (get_layout (&g_array_index (blocks, TautHelpBlock, i),
                                                          sheet));

  return n_lines;
}

static gboolean
flow_block (Flow  *flow,
            guint  which)
{
  TautHelpBlock *block = &g_array_index (flow->blocks, TautHelpBlock, which);
  double height = taut_sheet_get_line_height (flow->sheet, get_style (block));
  int n_lines = flow->n_lines[which];
  PangoLayout *layout = flow->draw ? get_layout (block, flow->sheet) : NULL;
  double ascent = flow->draw ? (double) pango_layout_get_baseline (layout) / PANGO_SCALE : 0;

  if (flow->y > 0 && which > 0)
    flow->y += block->heading ? HEADING_GAP
                              : g_array_index (flow->blocks, TautHelpBlock, which - 1).heading
                                ? HEADING_FOOT : PARAGRAPH_GAP;
  for (int i = 0; i < n_lines; i++)
    {
      if (!make_room (flow, get_needed (block, flow->sheet, i, n_lines)))
        return FALSE;
      if (flow->draw)
        draw_line (flow, block, pango_layout_get_line_readonly (layout, i), ascent);
      flow->y += height;
    }

  return TRUE;
}

static gboolean
flow_note (Flow *flow)
{
  const TautSheet *sheet = flow->sheet;
  double height = taut_sheet_get_line_height (sheet, TAUT_SHEET_SMALL);

  flow->y += PARAGRAPH_GAP;
  if (!make_room (flow, height))
    return FALSE;
  if (flow->draw)
    taut_sheet_put_line (sheet, TAUT_SHEET_SMALL_STRONG, flow->note,
                         taut_sheet_get_column (sheet, flow->column),
                         flow->top + TOP_GAP + flow->y, taut_sheet_get_column_width (sheet));

  return TRUE;
}

static gboolean
run_flow (Flow *flow)
{
  g_assert (flow != NULL);

  for (guint i = 0; i < flow->n_shown; i++)
    {
      gboolean fits;

      if (flow->draw)
        cairo_tag_begin (flow->sheet->cr,
                         g_array_index (flow->blocks, TautHelpBlock, i).heading ? "H2" : "P", NULL);
      fits = flow_block (flow, i);
      if (flow->draw)
        cairo_tag_end (flow->sheet->cr,
                       g_array_index (flow->blocks, TautHelpBlock, i).heading ? "H2" : "P");
      if (!fits)
        return FALSE;
    }

  return flow->n_shown == flow->blocks->len || flow_note (flow);
}

/* Whether the first @n_shown blocks are whole sections, or some of the first one. */
static gboolean
is_whole (GArray *blocks,
          guint   n_shown)
{
  if (n_shown == blocks->len || g_array_index (blocks, TautHelpBlock, n_shown).heading)
    return TRUE;

  for (guint i = 1; i < n_shown; i++)
    if (g_array_index (blocks, TautHelpBlock, i).heading)
      return FALSE;

  return TRUE;
}

double
taut_plan_help_fit (GArray          *blocks,
                    const TautSheet *sheet,
                    guint            n_columns,
                    const char      *note,
                    double           most,
                    guint           *n_shown)
{
  g_autofree int *n_lines = NULL;

  g_return_val_if_fail (blocks != NULL, 0);
  g_return_val_if_fail (sheet != NULL, 0);
  g_return_val_if_fail (note != NULL, 0);
  g_return_val_if_fail (n_shown != NULL, 0);

  n_lines = count_lines (blocks, sheet);
  for (*n_shown = blocks->len; *n_shown > 0; (*n_shown)--)
    {
      Flow flow = { blocks, sheet, n_columns, note, *n_shown, n_lines, most - TOP_GAP };
      double low = 0;
      double high = most - TOP_GAP;

      if (g_array_index (blocks, TautHelpBlock, *n_shown - 1).heading ||
          !is_whole (blocks, *n_shown) || !run_flow (&flow))
        continue;

      while (high - low > 0.5)
        {
          double middle = (low + high) / 2;
          Flow trial = { blocks, sheet, n_columns, note, *n_shown, n_lines, middle };

          if (run_flow (&trial))
            high = middle;
          else
            low = middle;
        }

      return high + TOP_GAP;
    }

  return 0;
}

void
taut_plan_help_put (GArray          *blocks,
                    const TautSheet *sheet,
                    guint            n_columns,
                    const char      *note,
                    guint            n_shown,
                    double           height,
                    double           y)
{
  g_autofree int *n_lines = NULL;
  Flow flow = { blocks, sheet, n_columns, note, n_shown, NULL, height - TOP_GAP, y, TRUE };

  g_return_if_fail (blocks != NULL);
  g_return_if_fail (sheet != NULL);

  n_lines = count_lines (blocks, sheet);
  flow.n_lines = n_lines;
  if (n_shown > 0)
    run_flow (&flow);
}

char *
taut_plan_help_format_now (GArray          *blocks,
                           const TautSheet *sheet,
                           TautSheetStyle   style,
                           double           width,
                           double           most)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (blocks != NULL, NULL);
  g_return_val_if_fail (sheet != NULL, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const TautHelpBlock *block = &g_array_index (blocks, TautHelpBlock, i);
      gsize before = text->len;

      if (block->heading || block->help != TAUT_PLAN_HELP_NOW)
        continue;

      if (before > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, block->text);
      if (before > 0 && taut_sheet_measure (sheet, style, text->str, width) > most)
        {
          g_string_truncate (text, before);
          g_string_append_c (text, '\n');
          g_string_append (text, _("More warning signs on the last page."));
          break;
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
