/* taut-side.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-side"

#include "config.h"

#include "taut-side.h"

static const char *const side_ids[TAUT_N_SIDES] = { "left", "right" };

const char *
taut_side_get_id (TautSide side)
{
  g_return_val_if_fail ((guint) side < TAUT_N_SIDES, NULL);

  return side_ids[side];
}

gboolean
taut_side_from_id (const char *id,
                   TautSide   *side)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (side != NULL, FALSE);

  for (guint i = 0; i < TAUT_N_SIDES; i++)
    {
      if (strcmp (id, side_ids[i]) == 0)
        {
          *side = i;
          return TRUE;
        }
    }

  return FALSE;
}

TautSide
taut_side_get_opposite (TautSide side)
{
  g_return_val_if_fail ((guint) side < TAUT_N_SIDES, TAUT_SIDE_LEFT);

  return side == TAUT_SIDE_LEFT ? TAUT_SIDE_RIGHT : TAUT_SIDE_LEFT;
}
