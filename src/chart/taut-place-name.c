/* taut-place-name.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-place-name"

#include "config.h"

#include "taut-place-name.h"

#include <glib/gi18n.h>

const char *
taut_place_name_view (TautView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  switch (taut_view_get_facing (view))
    {
    case TAUT_VIEW_FACING_FRONT:
      return C_("view", "Front");
    case TAUT_VIEW_FACING_BACK:
      return C_("view", "Back");
    case TAUT_VIEW_FACING_LEFT:
      return C_("view", "Left side");
    case TAUT_VIEW_FACING_RIGHT:
      return C_("view", "Right side");
    default:
      g_assert_not_reached ();
    }
}

const char *
taut_place_name_view_long (TautView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  switch (taut_view_get_facing (view))
    {
    case TAUT_VIEW_FACING_FRONT:
      return _("Body from the front");
    case TAUT_VIEW_FACING_BACK:
      return _("Body from behind");
    case TAUT_VIEW_FACING_LEFT:
      return _("Body from its left side");
    case TAUT_VIEW_FACING_RIGHT:
      return _("Body from its right side");
    default:
      g_assert_not_reached ();
    }
}
