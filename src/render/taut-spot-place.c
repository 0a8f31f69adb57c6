/* taut-spot-place.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-spot-place"

#include "config.h"

#include "taut-spot-place.h"

#include <math.h>

/* Skin this steep to the view looks away from it. */
#define BESIDE 0.6
/* How far a hidden sole may lie inside the picture of the foot, units. */
#define LEAVE_MOST 40

static void
turn_to_view (TautView   *view,
              TautVector  v,
              double     *x,
              double     *y)
{
  switch (taut_view_get_facing (view))
    {
    case TAUT_VIEW_FACING_FRONT:
      *x = v.x;
      break;
    case TAUT_VIEW_FACING_BACK:
      *x = -v.x;
      break;
    case TAUT_VIEW_FACING_LEFT:
      *x = -v.z;
      break;
    case TAUT_VIEW_FACING_RIGHT:
      *x = v.z;
      break;
    default:
      g_assert_not_reached ();
    }
  *y = v.y;
}

/* A view may pose a limb otherwise than the body at rest: the place that it shows
 * nearest to a hidden one, at the same height of the limb. */
static gboolean
project_round (TautView            *view,
               const TautSkinPoint *place,
               double              *x,
               double              *y)
{
  TautSkinPoint near = *place;

  g_assert (view != NULL);

  for (guint turn = 0; turn <= 180; turn += 15)
    for (int way = -1; way <= 1; way += 2)
      {
        near.theta = place->theta + way * (int) turn;
        if (taut_view_project (view, &near, x, y))
          return TRUE;
      }

  return FALSE;
}

/* Moves a place that the body hides to where the body ends. */
static void
leave_body (TautView      *view,
            TautSpotPlace *spot)
{
  TautSkinHit hit;

  g_assert (view != NULL);
  g_assert (spot != NULL);

  for (guint i = 0; i < LEAVE_MOST && taut_view_pick (view, spot->x, spot->y, &hit); i++)
    {
      spot->x += spot->away_x;
      spot->y += spot->away_y;
    }
}

static gboolean
is_arm (TautSegment segment)
{
  return segment >= TAUT_SEGMENT_UPPERARM && segment <= TAUT_SEGMENT_LITTLE;
}

gboolean
taut_spot_place_find (TautView            *view,
                      const TautSkinPoint *at,
                      double               lift,
                      TautSpotPlace       *place)
{
  TautVector position, normal;

  g_return_val_if_fail (view != NULL, FALSE);
  g_return_val_if_fail (at != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  if (!taut_skin_locate (taut_view_get_skin (view), at, &position, &normal))
    return FALSE;

  turn_to_view (view, normal, &place->away_x, &place->away_y);
  if (!taut_view_project (view, at, &place->x, &place->y) &&
      !(is_arm (at->segment) && project_round (view, at, &place->x, &place->y)))
    {
      turn_to_view (view, position, &place->x, &place->y);
      if (at->segment == TAUT_SEGMENT_FOOT && hypot (place->away_x, place->away_y) > BESIDE)
        leave_body (view, place);
    }
  place->x += place->away_x * lift;
  place->y += place->away_y * lift;

  return TRUE;
}
