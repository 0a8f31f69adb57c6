/* taut-care-notices.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-care-notices"

#include "config.h"

#include "taut-care-notices.h"

static gboolean
is_called_for (const TautNotice *notice,
               GHashTable       *areas)
{
  g_assert (notice != NULL);

  if (notice->areas == NULL || notice->areas[0] == NULL)
    return TRUE;

  for (guint i = 0; notice->areas[i] != NULL; i++)
    {
      if (g_hash_table_contains (areas, notice->areas[i]))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
taut_care_pick_notices (GPtrArray  *notices,
                        GHashTable *areas)
{
  GPtrArray *picked;

  g_return_val_if_fail (notices != NULL, NULL);
  g_return_val_if_fail (areas != NULL, NULL);

  picked = g_ptr_array_new ();
  for (guint tier = TAUT_TIER_EMERGENCY; tier <= TAUT_TIER_GENTLE; tier++)
    {
      for (guint i = 0; i < notices->len; i++)
        {
          TautNotice *notice = g_ptr_array_index (notices, i);

          if (notice->tier == tier && is_called_for (notice, areas))
            g_ptr_array_add (picked, notice);
        }
    }

  return picked;
}
