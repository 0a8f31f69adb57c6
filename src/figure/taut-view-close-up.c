/* taut-view-close-up.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which close-up shows a place at its best. */

#define G_LOG_DOMAIN "taut-view-close-up"

#include "config.h"

#include "taut-view-private.h"

/* How a place lies around the axis of its segment, 0 to 360 degrees. */
static double
get_turn (const TautSkinPoint *at)
{
  return at->theta - 360 * floor (at->theta / 360);
}

static const char *
find_head (TautViewFacing facing)
{
  switch (facing)
    {
    case TAUT_VIEW_FACING_BACK:
      return "head-back";
    case TAUT_VIEW_FACING_LEFT:
      return "head-left";
    case TAUT_VIEW_FACING_RIGHT:
      return "head-right";
    case TAUT_VIEW_FACING_FRONT:
    default:
      return "head-front";
    }
}

static const char *
find_hand (const TautSkinPoint *at)
{
  double turn = get_turn (at);
  gboolean palm = turn <= 90 || turn >= 270;

  if (at->side == TAUT_SIDE_LEFT)
    return palm ? "hand-left-palm" : "hand-left-back";
  return palm ? "hand-right-palm" : "hand-right-back";
}

static const char *
find_foot (const TautSkinPoint *at)
{
  static const char *const left[] = {
    "foot-left-top", "foot-left-outer", "foot-left-sole", "foot-left-inner",
  };
  static const char *const right[] = {
    "foot-right-top", "foot-right-outer", "foot-right-sole", "foot-right-inner",
  };
  guint quarter = (guint) floor (get_turn (at) / 90 + 0.5) % 4;

  /* What lies between two toes is seen from above. */
  if (at->segment != TAUT_SEGMENT_FOOT && quarter != 2)
    quarter = 0;
  return at->side == TAUT_SIDE_LEFT ? left[quarter] : right[quarter];
}

const char *
taut_view_find_close_up (TautView          *view,
                         const TautSkinHit *hit)
{
  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (hit != NULL, NULL);

  if (view->part != TAUT_VIEW_PART_BODY)
    return NULL;
  if (hit->at.segment == TAUT_SEGMENT_HEAD || hit->at.segment == TAUT_SEGMENT_EAR)
    return find_head (view->facing);
  if (hit->at.segment >= TAUT_SEGMENT_HAND && hit->at.segment <= TAUT_SEGMENT_LITTLE)
    return find_hand (&hit->at);
  if (hit->at.segment >= TAUT_SEGMENT_FOOT && hit->at.segment <= TAUT_SEGMENT_TOE_5)
    return find_foot (&hit->at);
  return NULL;
}
