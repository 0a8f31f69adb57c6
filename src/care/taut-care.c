/* taut-care.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-care"

#include "config.h"

#include "taut-timetable.h"

#include "taut-care-choice.h"
#include "taut-care-context.h"

/* A plain spot stands for the points that a click there would offer. */
#define NEAR_MM 25
#define N_NEAR_MUSCLES 2

/* A day's sessions lie between these, one alone in the evening. */
#define FIRST_MINUTE (8 * 60)
#define LAST_MINUTE (20 * 60)
#define MINUTE_STEP 5

static const TautPoint *
get_point (TautAtlas *atlas,
           TautMark  *mark)
{
  const char *id = taut_mark_get_point_id (mark);

  g_assert (TAUT_IS_ATLAS (atlas));

  return id != NULL ? taut_atlas_find_point (atlas, id) : NULL;
}

static char **
list_near_muscles (TautAtlas *atlas,
                   TautMark  *mark)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) near = NULL;

  g_assert (TAUT_IS_ATLAS (atlas));

  near = taut_atlas_find_near_points (atlas, taut_mark_get_place (mark), NEAR_MM);
  for (guint i = 0; i < near->len && g_hash_table_size (seen) < N_NEAR_MUSCLES; i++)
    {
      const char *id = g_array_index (near, TautNearPoint, i).point->muscle->id;

      if (g_hash_table_add (seen, (gpointer) id))
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

/* A mark of a point that the atlas does not have counts as a plain spot. */
static char **
list_muscles (TautAtlas *atlas,
              TautMark  *mark)
{
  const TautPoint *point = get_point (atlas, mark);
  const char *muscles[] = { NULL, NULL };

  if (point == NULL)
    return list_near_muscles (atlas, mark);

  muscles[0] = point->muscle->id;

  return g_strdupv ((char **) muscles);
}

GPtrArray *
taut_care_suggest (TautAtlas  *atlas,
                   GListModel *marks)
{
  g_autoptr (GPtrArray) muscles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);

      g_ptr_array_add (muscles, list_muscles (atlas, mark));
    }

  return taut_care_choose (taut_atlas_get_routines (atlas), muscles);
}

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

      taut_care_add_areas (areas, atlas, mark);
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
