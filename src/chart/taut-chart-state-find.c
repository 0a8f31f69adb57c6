/* taut-chart-state-find.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies where on the body, as far as a chart has to know it.
 */

#define G_LOG_DOMAIN "taut-chart-state"

#include "config.h"

#include "taut-chart-state.h"

static int
compare_near_points (gconstpointer a,
                     gconstpointer b)
{
  const TautNearPoint *near_a = a;
  const TautNearPoint *near_b = b;

  return (near_a->distance > near_b->distance) - (near_a->distance < near_b->distance);
}

gboolean
taut_chart_state_find_area (TautChartState       *self,
                            const TautSkinPoint  *at,
                            const TautArea      **area,
                            TautSide             *side)
{
  TautSkin *skin;
  guint cell;

  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), FALSE);
  g_return_val_if_fail (at != NULL && area != NULL && side != NULL, FALSE);

  skin = taut_atlas_get_skin (taut_chart_state_get_atlas (self));
  if (!taut_skin_find_cell (skin, at, &cell))
    return FALSE;

  *area = taut_atlas_get_area_of_cell (taut_chart_state_get_atlas (self), cell);
  *side = taut_skin_get_cell (skin, cell)->side;

  return TRUE;
}

/* The distance of the result is the height on the body, so that the list runs
 * from head to foot. */
GArray *
taut_chart_state_list_points_in (TautChartState *self,
                                 const TautArea *area,
                                 TautSide        side)
{
  TautAtlas *atlas;
  GPtrArray *points;
  GArray *found;

  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);
  g_return_val_if_fail (area != NULL, NULL);

  atlas = taut_chart_state_get_atlas (self);
  found = g_array_new (FALSE, FALSE, sizeof (TautNearPoint));
  points = taut_atlas_get_points (atlas);

  for (guint i = 0; i < points->len; i++)
    {
      TautNearPoint near = { g_ptr_array_index (points, i), side, 0 };
      TautSkinPoint place = taut_point_get_place (near.point, side);
      const TautArea *place_area;
      TautSide place_side;
      TautVector position;

      if (!taut_chart_state_find_area (self, &place, &place_area, &place_side) ||
          place_area != area || place_side != side ||
          !taut_skin_locate (taut_atlas_get_skin (atlas), &place, &position, NULL))
        continue;

      near.distance = position.y;
      g_array_append_val (found, near);
    }
  g_array_sort (found, compare_near_points);

  return found;
}

TautMark *
taut_chart_state_find_mark_in (TautChartState *self,
                               const TautArea *area,
                               TautSide        side)
{
  GListModel *marks;
  TautMark *found = NULL;

  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);
  g_return_val_if_fail (area != NULL, NULL);

  marks = taut_chart_state_get_marks (self);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      const TautArea *mark_area;
      TautSide mark_side;

      if (!taut_chart_state_find_area (self, taut_mark_get_place (mark), &mark_area, &mark_side) ||
          mark_area != area || mark_side != side)
        continue;

      /* The record keeps the mark alive. */
      found = mark;
      if (g_strcmp0 (taut_mark_get_id (mark), taut_chart_state_get_selected (self)) == 0)
        break;
    }

  return found;
}

/* The deep layer is seen through the upper one, which is named where nothing lies
 * below it. */
const TautMuscle *
taut_chart_state_find_muscle (TautChartState *self,
                              TautView       *view,
                              double          view_x,
                              double          view_y,
                              TautSide       *side)
{
  g_autoptr (GArray) hits = NULL;
  const TautMuscleHit *found = NULL;
  TautMuscles muscles;
  TautVector position;
  guint cell;

  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);
  g_return_val_if_fail (view != NULL && side != NULL, NULL);

  muscles = taut_chart_state_get_muscles (self);
  if (muscles == TAUT_MUSCLES_NONE || !taut_chart_state_knows_muscles (self) ||
      !taut_view_look (view, view_x, view_y, &cell, &position))
    return NULL;

  hits = taut_atlas_find_muscles_at (taut_chart_state_get_atlas (self), cell, position);
  for (guint i = 0; i < hits->len; i++)
    {
      const TautMuscleHit *hit = &g_array_index (hits, TautMuscleHit, i);
      gboolean deep = hit->shape->layer == TAUT_MUSCLE_DEEP;

      if (deep && muscles == TAUT_MUSCLES_DEEP)
        {
          found = hit;
          break;
        }
      if (!deep && found == NULL)
        found = hit;
    }
  if (found == NULL)
    return NULL;

  *side = found->side;

  return found->muscle;
}
