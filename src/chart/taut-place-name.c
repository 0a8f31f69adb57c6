/* taut-place-name.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-place-name"

#include "config.h"

#include "taut-place-name.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *name;
  const char *long_name;
} close_ups[] = {
  { "head-front", NC_("view", "Face"),
    N_("Close-up of the face") },
  { "head-back", NC_("view", "Back of the head"),
    N_("Close-up of the back of the head") },
  { "head-left", NC_("view", "Head, left"),
    N_("Close-up of the left side of the head") },
  { "head-right", NC_("view", "Head, right"),
    N_("Close-up of the right side of the head") },
  { "head-top", NC_("view", "Top of the head"),
    N_("Close-up of the top of the head") },
  { "hand-left-palm", NC_("view", "Left palm"),
    N_("Close-up of the left palm") },
  { "hand-left-back", NC_("view", "Back of the left hand"),
    N_("Close-up of the back of the left hand") },
  { "hand-right-palm", NC_("view", "Right palm"),
    N_("Close-up of the right palm") },
  { "hand-right-back", NC_("view", "Back of the right hand"),
    N_("Close-up of the back of the right hand") },
  { "foot-left-top", NC_("view", "Top of the left foot"),
    N_("Close-up of the top of the left foot") },
  { "foot-left-sole", NC_("view", "Sole of the left foot"),
    N_("Close-up of the sole of the left foot") },
  { "foot-left-inner", NC_("view", "Left foot, inner side"),
    N_("Close-up of the inner side of the left foot") },
  { "foot-left-outer", NC_("view", "Left foot, outer side"),
    N_("Close-up of the outer side of the left foot") },
  { "foot-right-top", NC_("view", "Top of the right foot"),
    N_("Close-up of the top of the right foot") },
  { "foot-right-sole", NC_("view", "Sole of the right foot"),
    N_("Close-up of the sole of the right foot") },
  { "foot-right-inner", NC_("view", "Right foot, inner side"),
    N_("Close-up of the inner side of the right foot") },
  { "foot-right-outer", NC_("view", "Right foot, outer side"),
    N_("Close-up of the outer side of the right foot") },
};

const char *
taut_place_name_close_up (const char *view_id)
{
  g_return_val_if_fail (view_id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (close_ups); i++)
    if (g_str_equal (close_ups[i].id, view_id))
      return g_dpgettext2 (GETTEXT_PACKAGE, "view", close_ups[i].name);

  return NULL;
}

const char *
taut_place_name_close_up_long (const char *view_id)
{
  g_return_val_if_fail (view_id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (close_ups); i++)
    if (g_str_equal (close_ups[i].id, view_id))
      return _(close_ups[i].long_name);

  return NULL;
}

const char *
taut_place_name_view (TautView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  if (taut_view_get_part (view) != TAUT_VIEW_PART_BODY)
    return taut_place_name_close_up (taut_view_get_id (view));

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

  if (taut_view_get_part (view) != TAUT_VIEW_PART_BODY)
    return taut_place_name_close_up_long (taut_view_get_id (view));

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
