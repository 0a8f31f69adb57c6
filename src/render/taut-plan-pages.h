/* taut-plan-pages.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAUT_PLAN_PART_TABLE,
  TAUT_PLAN_PART_ROUTINE,
  TAUT_PLAN_PART_TEXT,
  TAUT_PLAN_PART_HELP,
  TAUT_PLAN_PART_CODE,
} TautPlanPartKind;

/**
 * TautPlanPart:
 * @kind: what it is
 * @index: which table, routine or text
 * @first: the first row, or the level of a block
 * @n: rows or texts
 * @gap: above it, where it does not begin a page
 * @height: of it, points
 * @page: where it stands, from 0 on
 * @y: the same
 *
 * A part of a page, which is not parted any more.
 */
typedef struct
{
  TautPlanPartKind kind;
  guint index;
  guint first;
  guint n;
  double gap;
  double height;
  guint page;
  double y;
} TautPlanPart;

/**
 * TautPlanPages:
 * @parts: (element-type TautPlanPart): what stands on them
 * @n_pages: that were begun
 * @top: where the parts of a page begin, points
 * @bottom: where they end
 * @y: where the next part may begin
 * @limit: where the page that was begun last ends
 *
 * Pages that fill with parts, one below the other.
 */
typedef struct
{
  GArray *parts;
  guint n_pages;
  double top;
  double bottom;
  double y;
  double limit;
} TautPlanPages;

/* One page, which is full. */
void   taut_plan_pages_init       (TautPlanPages       *pages,
                                   double               top,
                                   double               bottom);
void   taut_plan_pages_clear      (TautPlanPages       *pages);
/* The first page is free between @y and @limit. */
void   taut_plan_pages_open       (TautPlanPages       *pages,
                                   double               y,
                                   double               limit);

/* Of a page that follows. */
double taut_plan_pages_get_height (const TautPlanPages *pages);
/* What is left of the page for a part with @gap above it. */
double taut_plan_pages_get_room   (const TautPlanPages *pages,
                                   double               gap);
void   taut_plan_pages_begin      (TautPlanPages       *pages);
/* Begins a page for a part that has no room. */
void   taut_plan_pages_add        (TautPlanPages       *pages,
                                   TautPlanPart         part);
/* Moves the routines of a page that holds nothing else apart, where it has room for
 * more air. */
void   taut_plan_pages_spread     (TautPlanPages       *pages,
                                   guint                page);

G_END_DECLS
