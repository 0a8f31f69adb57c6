/* taut-plan-pages.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-pages"

#include "config.h"

#include "taut-plan-pages.h"

/* What routines are moved apart at most, points. */
#define SPREAD_MOST 26.0

void
taut_plan_pages_init (TautPlanPages *pages,
                      double         top,
                      double         bottom)
{
  g_return_if_fail (pages != NULL);
  g_return_if_fail (top < bottom);

  pages->parts = g_array_new (FALSE, TRUE, sizeof (TautPlanPart));
  pages->n_pages = 1;
  pages->top = top;
  pages->bottom = bottom;
  pages->y = bottom;
  pages->limit = bottom;
}

void
taut_plan_pages_clear (TautPlanPages *pages)
{
  g_return_if_fail (pages != NULL);

  g_clear_pointer (&pages->parts, g_array_unref);
}

void
taut_plan_pages_open (TautPlanPages *pages,
                      double         y,
                      double         limit)
{
  g_return_if_fail (pages != NULL);
  g_return_if_fail (pages->n_pages == 1);

  pages->y = y;
  pages->limit = limit;
}

double
taut_plan_pages_get_height (const TautPlanPages *pages)
{
  g_return_val_if_fail (pages != NULL, 0);

  return pages->bottom - pages->top;
}

double
taut_plan_pages_get_room (const TautPlanPages *pages,
                          double               gap)
{
  g_return_val_if_fail (pages != NULL, 0);

  return pages->limit - pages->y - (pages->y > pages->top ? gap : 0);
}

void
taut_plan_pages_begin (TautPlanPages *pages)
{
  g_return_if_fail (pages != NULL);

  pages->n_pages++;
  pages->y = pages->top;
  pages->limit = pages->bottom;
}

void
taut_plan_pages_add (TautPlanPages *pages,
                     TautPlanPart   part)
{
  g_return_if_fail (pages != NULL);

  /* A part that is longer than a page leaves no page empty before it. */
  if (part.height > taut_plan_pages_get_room (pages, part.gap) && pages->y > pages->top)
    taut_plan_pages_begin (pages);
  if (pages->y > pages->top)
    pages->y += part.gap;
  part.page = pages->n_pages - 1;
  part.y = pages->y;
  pages->y += part.height;
  g_array_append_val (pages->parts, part);
}

void
taut_plan_pages_spread (TautPlanPages *pages,
                        guint          page)
{
  double bottom = 0;
  double more;
  guint n = 0;

  g_return_if_fail (pages != NULL);

  for (guint i = 0; i < pages->parts->len; i++)
    {
      const TautPlanPart *part = &g_array_index (pages->parts, TautPlanPart, i);

      if (part->page != page)
        continue;
      if (part->kind != TAUT_PLAN_PART_ROUTINE)
        return;
      n++;
      bottom = part->y + part->height;
    }
  if (n < 2)
    return;

  more = MIN (SPREAD_MOST, (pages->bottom - bottom) / (n - 1));
  n = 0;
  for (guint i = 0; i < pages->parts->len; i++)
    {
      TautPlanPart *part = &g_array_index (pages->parts, TautPlanPart, i);

      if (part->page != page)
        continue;
      part->y += n * more;
      part->gap += n > 0 ? more : 0;
      n++;
    }
}
