/* taut-sided-points.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-sided-points"

#include "config.h"

#include "taut-sided-points.h"

gboolean
taut_sided_points_contain (GArray          *points,
                           const TautPoint *point,
                           TautSide         side)
{
  g_return_val_if_fail (points != NULL, FALSE);

  for (guint i = 0; i < points->len; i++)
    {
      const TautSidedPoint *other = &g_array_index (points, TautSidedPoint, i);

      if (other->point == point && other->side == side)
        return TRUE;
    }

  return FALSE;
}

void
taut_sided_points_add (GArray          *points,
                       const TautPoint *point,
                       TautSide         side)
{
  TautSidedPoint added = { point, side };

  g_return_if_fail (points != NULL);

  if (point != NULL && point->pain && !taut_sided_points_contain (points, point, side))
    g_array_append_val (points, added);
}
