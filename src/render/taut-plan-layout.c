/* taut-plan-layout.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-layout"

#include "config.h"

#include "taut-plan-layout.h"

#include <glib/gi18n-lib.h>

#include "taut-plan-pages.h"
#include "taut-plan-routine.h"
#include "taut-plan-texts.h"

/* Points */
#define GAP_HEAD 22.0
#define GAP_HEAD_LARGE 14.0
#define GAP_FOOT 8.0
#define GAP_ROUTINE 14.0
#define GAP_TABLE 26.0
#define GAP_TEXT 7.0
#define GAP_TEXT_HEADING 20.0
/* A longer part of a page may be parted. */
#define SECTION_MOST 0.45
/* Rows of a parted table that its head does not stand without. */
#define N_ROWS_TOGETHER 4

struct _TautPlanLayout
{
  TautPlanDraft *draft;
  TautPlanFront front;
  TautPlanLarge large;
  TautSheet front_sheet;
  TautSheet body_sheet;
  TautPlanPages pages;
  GArray *texts;
  GArray *rest;
  guint n_helps;
};

static void
init_pages (TautPlanLayout *layout)
{
  const TautPlanDraft *draft = layout->draft;
  double top = taut_plan_draft_get_top (draft);

  g_clear_pointer (&layout->pages.parts, g_array_unref);
  taut_plan_pages_init (&layout->pages,
                        top + taut_plan_draft_put_line (draft, top, FALSE) +
                          (draft->sheet.large ? GAP_HEAD_LARGE : GAP_HEAD),
                        taut_plan_draft_get_foot (draft) - GAP_FOOT);
}

/* Parts */

static void
add_part (TautPlanLayout *layout,
          TautPlanPart    part)
{
  taut_plan_pages_add (&layout->pages, part);
}

/* Keeps a table whole where a page can hold it; a longer one is parted between rows,
 * and begins where there is room for some of them. */
static void
add_table (TautPlanLayout *layout,
           guint           index)
{
  const TautPlanTable *table = g_ptr_array_index (layout->draft->tables, index);
  const TautSheet *sheet = &layout->draft->sheet;
  guint n_rows = table->rows->len > 0 ? table->rows->len : G_MAXUINT / 2;
  double gap = sheet->large ? TAUT_PLAN_LARGE_GAP : GAP_TABLE;
  double room = taut_plan_pages_get_room (&layout->pages, gap);
  double whole = taut_plan_table_measure (table, sheet, 0, n_rows);
  guint first = 0;

  if (whole > room && (whole <= taut_plan_pages_get_height (&layout->pages) ||
                       taut_plan_table_measure (table, sheet, 0, N_ROWS_TOGETHER) > room))
    taut_plan_pages_begin (&layout->pages);

  while (first < n_rows)
    {
      guint n = n_rows;

      if (table->rows->len > 0)
        n = taut_plan_table_fit (table, sheet, first,
                                 first == 0 ? taut_plan_pages_get_room (&layout->pages, gap)
                                            : taut_plan_pages_get_height (&layout->pages));
      n = MIN (n, n_rows - first);
      add_part (layout, (TautPlanPart) { TAUT_PLAN_PART_TABLE, index, first, n, gap,
                                         taut_plan_table_measure (table, sheet, first, n) });
      first += n;
    }
}

static double
measure_routine (const TautPlanLayout *layout,
                 guint                 index,
                 guint                 level)
{
  return taut_plan_routine_put (layout->draft, index, level, 0, FALSE);
}

static double
get_routine_gap (const TautPlanLayout *layout)
{
  return (layout->draft->sheet.large ? 1.5 : 2) * GAP_ROUTINE;
}

static void
put_routine (TautPlanLayout *layout,
             guint           index,
             guint           level)
{
  double height = measure_routine (layout, index, level);

  while (height > taut_plan_pages_get_height (&layout->pages) &&
         level < TAUT_N_PLAN_BLOCK_LEVELS - 1)
    {
      level++;
      height = measure_routine (layout, index, level);
    }
  add_part (layout, (TautPlanPart) { TAUT_PLAN_PART_ROUTINE, index, level, 0,
                                     get_routine_gap (layout), height });
}

/* Whether the @index-th routine and the next fit on a page together. */
static gboolean
is_pair (const TautPlanLayout *layout,
         guint                 index,
         guint                 level)
{
  return index + 1 < layout->draft->planned->len &&
         measure_routine (layout, index, level) + get_routine_gap (layout) +
             measure_routine (layout, index + 1, level) <=
           taut_plan_pages_get_height (&layout->pages);
}

/* The first level at which the @index-th routine and the next share a page, or
 * %TAUT_PLAN_BLOCK_ROOMY when none lets them. */
static guint
find_pair_level (const TautPlanLayout *layout,
                 guint                 index)
{
  for (guint level = TAUT_PLAN_BLOCK_ALL; level <= TAUT_PLAN_BLOCK_TIGHT; level++)
    if (is_pair (layout, index, level))
      return level;

  return TAUT_PLAN_BLOCK_ROOMY;
}

/* In large type two short routines share a page, if need be without how to go on; a
 * longer one has a page and a large picture. */
static void
add_large_routines (TautPlanLayout *layout)
{
  guint i = 0;

  while (i < layout->draft->planned->len)
    {
      guint level;

      if (measure_routine (layout, i, TAUT_PLAN_BLOCK_ALL) <=
          taut_plan_pages_get_room (&layout->pages, get_routine_gap (layout)))
        {
          put_routine (layout, i++, TAUT_PLAN_BLOCK_ALL);
          continue;
        }

      level = find_pair_level (layout, i);
      taut_plan_pages_begin (&layout->pages);
      put_routine (layout, i++, level);
      if (level != TAUT_PLAN_BLOCK_ROOMY)
        put_routine (layout, i++, level);
    }
}

/* A section stays together unless it is long; then its heading keeps with what
 * follows it. */
static void
add_texts (TautPlanLayout *layout,
           guint           first)
{
  const TautSheet *sheet = &layout->draft->sheet;
  double most = SECTION_MOST * taut_plan_pages_get_height (&layout->pages);

  for (guint i = first; i < layout->texts->len; i++)
    {
      gboolean heading = taut_plan_texts_is_heading (layout->texts, i);
      guint n = heading ? taut_plan_texts_count (layout->texts, i) : 1;

      if (n > 2 && taut_plan_texts_put (layout->texts, sheet, i, n, 0, FALSE) > most)
        n = 2;
      add_part (layout, (TautPlanPart) { TAUT_PLAN_PART_TEXT, i, 0, n,
                                         heading ? GAP_TEXT_HEADING : GAP_TEXT,
                                         taut_plan_texts_put (layout->texts, sheet, i, n, 0,
                                                              FALSE) });
      i += n - 1;
    }
}

/* What it means, where the first page had no room for it, and what to do. */
static void
add_doing (TautPlanLayout *layout)
{
  const TautPlanDraft *draft = layout->draft;
  guint first = layout->texts->len;

  if (!layout->large.explained && g_list_model_get_n_items (draft->marks) > 0)
    {
      g_autofree char *meaning = taut_plan_words_format_meaning (draft->atlas, draft->marks,
                                                                 TAUT_PLAN_SPOTS_MOST);

      taut_plan_texts_append (layout->texts, TAUT_SHEET_HEADING, _("What it means"));
      taut_plan_texts_append (layout->texts, TAUT_SHEET_TEXT, meaning);
    }
  taut_plan_texts_append (layout->texts, TAUT_SHEET_HEADING, _("What you do"));
  taut_plan_texts_append (layout->texts, TAUT_SHEET_TEXT, draft->words[1]);
  add_texts (layout, first);
}

static void
add_leaving (TautPlanLayout *layout)
{
  guint first = layout->texts->len;

  taut_plan_texts_append (layout->texts, TAUT_SHEET_HEADING, _("What to leave out"));
  taut_plan_texts_append (layout->texts, TAUT_SHEET_TEXT, layout->draft->words[2]);
  add_texts (layout, first);
}

/* Whether what to leave out fits on the page that was begun. */
static gboolean
has_room_for_leaving (TautPlanLayout *layout)
{
  const TautSheet *sheet = &layout->draft->sheet;
  double height = taut_sheet_get_line_height (sheet, TAUT_SHEET_HEADING) +
                  taut_sheet_measure (sheet, TAUT_SHEET_TEXT, layout->draft->words[2],
                                      sheet->width - 2 * sheet->margin);

  return height + 2 <= taut_plan_pages_get_room (&layout->pages, GAP_TEXT_HEADING);
}

/* The weeks come before what to leave out where that saves a page. */
static void
add_words_and_tables (TautPlanLayout *layout)
{
  gboolean later;

  add_doing (layout);
  later = !layout->large.with_table && layout->draft->tables->len > 1 &&
          !has_room_for_leaving (layout);
  if (!later)
    add_leaving (layout);
  for (guint i = layout->large.with_table ? 1 : 0; i < layout->draft->tables->len; i++)
    add_table (layout, i);
  if (later)
    add_leaving (layout);
}

static void
add_large_help (TautPlanLayout *layout)
{
  guint first = layout->texts->len;

  for (guint i = 0; i < layout->draft->help->len; i++)
    {
      const TautHelpBlock *block = &g_array_index (layout->draft->help, TautHelpBlock, i);

      taut_plan_texts_append (layout->texts,
                              !block->heading ? TAUT_SHEET_TEXT
                                              : block->help == TAUT_PLAN_HELP_NOW
                                                  ? TAUT_SHEET_WARNING : TAUT_SHEET_HEADING,
                              block->text);
    }
  add_texts (layout, first);
}

/* The help that the first page had no room for. */
static void
add_help (TautPlanLayout *layout)
{
  const TautPlanDraft *draft = layout->draft;
  double height;

  if (layout->front.n_helps == draft->help->len)
    return;

  g_clear_pointer (&layout->rest, g_array_unref);
  layout->rest = taut_plan_help_new_rest (draft->help, layout->front.n_helps);
  height = taut_plan_help_fit (layout->rest, &draft->sheet, TAUT_N_SHEET_COLUMNS,
                               _("There is more: see Care in Tautline."),
                               taut_plan_pages_get_height (&layout->pages),
                               &layout->n_helps);
  add_part (layout, (TautPlanPart) { TAUT_PLAN_PART_HELP, 0, 0, 0, GAP_TABLE, height });
}

static void
add_code (TautPlanLayout *layout)
{
  const TautPlanDraft *draft = layout->draft;
  double height = taut_plan_code_put (draft, 0, 0, draft->sheet.width - 2 * draft->sheet.margin,
                                      FALSE);

  if (height > 0)
    add_part (layout, (TautPlanPart) { TAUT_PLAN_PART_CODE, 0, 0, 0, GAP_TABLE, height });
}

static void
add_routines (TautPlanLayout *layout)
{
  if (!layout->draft->options.routines)
    return;

  if (layout->draft->sheet.large)
    add_large_routines (layout);
  else
    for (guint i = 0; i < layout->draft->planned->len; i++)
      put_routine (layout, i, TAUT_PLAN_BLOCK_ALL);
}

static void
lay_out_large (TautPlanLayout *layout,
               cairo_t        *cr)
{
  taut_plan_large_fit (&layout->large, layout->draft, cr);
  init_pages (layout);
  taut_plan_pages_open (&layout->pages, layout->large.bottom, layout->large.limit);
  if (layout->large.with_table)
    add_table (layout, 0);
  add_words_and_tables (layout);
  add_routines (layout);
  add_large_help (layout);
  add_code (layout);
}

/* The pages after the first. */
static void
lay_out_body (TautPlanLayout *layout,
              cairo_t        *cr,
              double          shrink)
{
  taut_plan_draft_set_sheet (layout->draft, cr, shrink);
  init_pages (layout);
  for (guint i = layout->front.n_tables; i < layout->draft->tables->len; i++)
    add_table (layout, i);
  add_routines (layout);
  add_help (layout);
}

/* Smaller text only where it saves a page. */
static void
lay_out_normal (TautPlanLayout *layout,
                cairo_t        *cr)
{
  static const double shrinks[] = { 1, 0.95, 0.9 };
  guint least = G_MAXUINT;
  guint best = 0;

  taut_plan_front_fit (&layout->front, layout->draft, cr);
  layout->front_sheet = layout->draft->sheet;
  init_pages (layout);
  if (layout->draft->options.variant == TAUT_PLAN_ONE_PAGE)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (shrinks); i++)
    {
      lay_out_body (layout, cr, shrinks[i]);
      if (layout->pages.n_pages < least)
        {
          least = layout->pages.n_pages;
          best = i;
        }
    }
  lay_out_body (layout, cr, shrinks[best]);
}

/* Text is smaller on a page with much on it. */
static void
set_sheet (TautPlanLayout  *layout,
           const TautSheet *sheet)
{
  cairo_t *cr = layout->draft->sheet.cr;

  layout->draft->sheet = *sheet;
  layout->draft->sheet.cr = cr;
}

/* Drawing */

static void
draw_part (const TautPlanLayout *layout,
           const TautPlanPart   *part)
{
  const TautPlanDraft *draft = layout->draft;
  const TautSheet *sheet = &draft->sheet;

  switch (part->kind)
    {
    case TAUT_PLAN_PART_TABLE:
      taut_plan_table_put (g_ptr_array_index (draft->tables, part->index), sheet, part->first,
                           part->n, part->y);
      break;

    case TAUT_PLAN_PART_ROUTINE:
      if (part->y > layout->pages.top + 1)
        taut_sheet_hairline (sheet, sheet->margin, part->y - part->gap / 2,
                             sheet->width - 2 * sheet->margin);
      taut_plan_routine_put (draft, part->index, part->first, part->y, TRUE);
      break;

    case TAUT_PLAN_PART_TEXT:
      taut_plan_texts_put (layout->texts, sheet, part->index, part->n, part->y, TRUE);
      break;

    case TAUT_PLAN_PART_HELP:
      taut_plan_help_put (layout->rest, sheet, TAUT_N_SHEET_COLUMNS,
                          _("There is more: see Care in Tautline."), layout->n_helps,
                          part->height, part->y);
      break;

    case TAUT_PLAN_PART_CODE:
      taut_plan_code_put (draft, sheet->margin, part->y, sheet->width - 2 * sheet->margin, TRUE);
      break;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
draw_front (const TautPlanLayout  *layout,
            GError               **error)
{
  if (layout->draft->sheet.large)
    return taut_plan_large_draw (&layout->large, layout->draft, error);

  return taut_plan_front_draw (&layout->front, layout->draft, error);
}

/* Public API */

TautPlanLayout *
taut_plan_layout_new (TautPlanDraft *draft,
                      cairo_t       *cr)
{
  TautPlanLayout *layout;

  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (cr != NULL, NULL);

  layout = g_new0 (TautPlanLayout, 1);
  layout->draft = draft;
  layout->texts = taut_plan_texts_new ();
  if (draft->options.variant == TAUT_PLAN_LARGE)
    lay_out_large (layout, cr);
  else
    lay_out_normal (layout, cr);
  layout->body_sheet = draft->sheet;
  if (draft->options.variant == TAUT_PLAN_LARGE)
    layout->front_sheet = draft->sheet;
  for (guint page = 1; page < layout->pages.n_pages; page++)
    taut_plan_pages_spread (&layout->pages, page);

  return layout;
}

void
taut_plan_layout_free (TautPlanLayout *layout)
{
  if (layout == NULL)
    return;

  g_clear_pointer (&layout->rest, g_array_unref);
  g_array_unref (layout->texts);
  taut_plan_pages_clear (&layout->pages);
  g_free (layout);
}

guint
taut_plan_layout_get_n_pages (const TautPlanLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->pages.n_pages;
}

gboolean
taut_plan_layout_draw (TautPlanLayout  *layout,
                       guint            page,
                       GError         **error)
{
  g_return_val_if_fail (layout != NULL, FALSE);
  g_return_val_if_fail (page < layout->pages.n_pages, FALSE);

  set_sheet (layout, page == 0 ? &layout->front_sheet : &layout->body_sheet);
  if (page == 0 && !draw_front (layout, error))
    return FALSE;
  if (page > 0)
    taut_plan_draft_put_line (layout->draft, taut_plan_draft_get_top (layout->draft), TRUE);
  for (guint i = 0; i < layout->pages.parts->len; i++)
    {
      const TautPlanPart *part = &g_array_index (layout->pages.parts, TautPlanPart, i);

      if (part->page == page)
        draw_part (layout, part);
    }
  taut_plan_draft_put_foot (layout->draft, page + 1, layout->pages.n_pages);

  return TRUE;
}
