/* taut-plan-front.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-draft.h"

G_BEGIN_DECLS

/**
 * TautPlanFront:
 * @shrink: size of running text
 * @n_tables: tables on the page; the others follow on later pages
 * @n_rows: rows of the first table
 * @picture_height: of the pictures
 * @help_height: of the columns at the foot
 * @n_helps: blocks of help that are on the page
 *
 * How the first page shares out its room.
 */
typedef struct
{
  double shrink;
  guint n_tables;
  guint n_rows;
  double picture_height;
  double help_height;
  guint n_helps;
} TautPlanFront;

/* Lays the first page out, with text as large, and as many marks explained, as lets
 * the weeks and fair pictures on the page. Leaves the sheet of @draft as it has to be
 * for drawing. */
void     taut_plan_front_fit         (TautPlanFront        *front,
                                      TautPlanDraft        *draft,
                                      cairo_t              *cr);
gboolean taut_plan_front_draw        (const TautPlanFront  *front,
                                      const TautPlanDraft  *draft,
                                      GError              **error);

/* The code with what it is for, and its height; 0 without one. */
double   taut_plan_code_put          (const TautPlanDraft  *draft,
                                      double                x,
                                      double                y,
                                      double                width,
                                      gboolean              draw);

G_END_DECLS
