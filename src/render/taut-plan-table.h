/* taut-plan-table.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-sheet.h"
#include "taut-plan-week.h"

G_BEGIN_DECLS

/**
 * TautPlanFit:
 * @row_height: of a row of the week
 * @n_rows: rows that the page has room for
 * @picture_height: of the pictures
 */
typedef struct
{
  double row_height;
  guint n_rows;
  double picture_height;
} TautPlanFit;

/* Shares out @room between pictures and @n_rows rows: first rows get lower, then
 * the pictures, then rows shrink to one line, and at last some are left out.
 * Pictures are never lower than @picture_least. */
void   taut_plan_table_fit       (const TautSheet    *sheet,
                                  double              room,
                                  guint               n_rows,
                                  double              picture_least,
                                  TautPlanFit        *fit);

/* Height of all of the table but its rows. */
double taut_plan_table_get_extra (const TautSheet    *sheet,
                                  const TautPlanWeek *week);
double taut_plan_table_put       (const TautSheet    *sheet,
                                  const TautPlanWeek *week,
                                  const TautPlanFit  *fit,
                                  double              y);

G_END_DECLS
