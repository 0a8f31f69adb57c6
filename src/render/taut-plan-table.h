/* taut-plan-table.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-sheet.h"
#include "taut-plan-weeks.h"

G_BEGIN_DECLS

/**
 * TautPlanTable:
 * @weeks: whose weeks
 * @first: the first week shown
 * @n_weeks: how many: two side by side, one in large type
 * @rows: (element-type TautPlanRow): those with a session in these weeks
 * @tight: in small type
 * @extra: height added to each row
 *
 * Some weeks of a plan with boxes. A table without rows has rows to write in.
 */
typedef struct
{
  const TautPlanWeeks *weeks;
  guint first;
  guint n_weeks;
  GPtrArray *rows;
  gboolean tight;
  double extra;
} TautPlanTable;

TautPlanTable *taut_plan_table_new          (const TautPlanWeeks *weeks,
                                             guint                first,
                                             guint                n_weeks);
void           taut_plan_table_free         (TautPlanTable       *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautPlanTable, taut_plan_table_free)

/* Heading, days and lines. */
double         taut_plan_table_measure_head (const TautPlanTable *table,
                                             const TautSheet     *sheet);
/* Rows from @first on, as many as fit into @most; at least one. */
guint          taut_plan_table_fit          (const TautPlanTable *table,
                                             const TautSheet     *sheet,
                                             guint                first,
                                             double               most);
/* With the head. */
double         taut_plan_table_measure      (const TautPlanTable *table,
                                             const TautSheet     *sheet,
                                             guint                first,
                                             guint                n_rows);
void           taut_plan_table_put          (const TautPlanTable *table,
                                             const TautSheet     *sheet,
                                             guint                first,
                                             guint                n_rows,
                                             double               y);

G_END_DECLS
