/* taut-care.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-care"

#include "config.h"

#include "taut-timetable.h"

#include "taut-care-context.h"
#include "taut-care-notices.h"

/* A day's sessions lie between these, one alone in the evening. */
#define FIRST_MINUTE (8 * 60)
#define LAST_MINUTE (20 * 60)
#define MINUTE_STEP 5

GPtrArray *
taut_care_list_notices (TautAtlas  *atlas,
                        GListModel *marks)
{
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);

      taut_care_add_areas (areas, atlas, mark, TAUT_N_ZONES);
    }

  return taut_care_pick_notices (taut_atlas_get_notices (atlas), areas);
}

static guint
spread_minute (guint index,
               guint n)
{
  guint minute = LAST_MINUTE;

  if (n > 1)
    minute = FIRST_MINUTE + (LAST_MINUTE - FIRST_MINUTE) * index / (n - 1);

  return minute - minute % MINUTE_STEP;
}

TautPlanItem *
taut_care_plan_routine (const TautRoutine *routine,
                        const GDate       *start)
{
  g_autofree char *rrule = NULL;
  g_autofree guint *minutes = NULL;
  guint n;

  g_return_val_if_fail (routine != NULL, NULL);
  g_return_val_if_fail (start != NULL && g_date_valid (start), NULL);

  n = MAX (routine->times_a_day, 1);
  minutes = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    minutes[i] = spread_minute (i, n);
  rrule = taut_timetable_format_weekdays (routine->days);

  return taut_plan_item_new (routine->id, rrule, minutes, n, start, NULL);
}
