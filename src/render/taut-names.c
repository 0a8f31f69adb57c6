/* taut-names.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-names"

#include "config.h"

#include "taut-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
taut_name_translate (const char *context,
                     const char *text)
{
  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}

/* The first letter of a name as a capital; @rest becomes what follows it. */
static char *
split_name (const char  *name,
            const char **rest)
{
  g_autofree char *first = NULL;

  g_assert (name != NULL);

  first = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 1));
  *rest = name + strlen (first);

  return g_utf8_strup (first, -1);
}

static char *
format_with_side (const char *name,
                  TautSide    side)
{
  const char *rest;
  g_autofree char *capital = split_name (name, &rest);

  /* Translators: %s%s is the name of an area or a point, such as "Temple" */
  return g_strdup_printf (side == TAUT_SIDE_LEFT ? _("%s%s, left") : _("%s%s, right"),
                          capital, rest);
}

char *
taut_name_area (const TautArea *area,
                TautSide        side)
{
  g_return_val_if_fail (area != NULL, NULL);

  return format_with_side (taut_name_translate (TAUT_CONTEXT_AREA, area->name), side);
}

char *
taut_name_point (const TautPoint *point,
                 TautSide         side)
{
  g_return_val_if_fail (point != NULL, NULL);

  return format_with_side (taut_name_translate (TAUT_CONTEXT_POINT, point->name), side);
}

char *
taut_name_muscle (const TautMuscle *muscle,
                  TautSide          side)
{
  g_return_val_if_fail (muscle != NULL, NULL);

  return format_with_side (taut_name_translate (TAUT_CONTEXT_MUSCLE, muscle->name), side);
}

char *
taut_name_point_both (const TautPoint *point)
{
  g_autofree char *capital = NULL;
  const char *rest;

  g_return_val_if_fail (point != NULL, NULL);

  capital = split_name (taut_name_translate (TAUT_CONTEXT_POINT, point->name), &rest);

  /* Translators: %s%s is the name of a point, such as "Upper trapezius, front edge" */
  return g_strdup_printf (_("%s%s, both sides"), capital, rest);
}

const TautArea *
taut_name_find_mark_area (TautAtlas *atlas,
                          TautMark  *mark)
{
  guint cell;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_MARK (mark), NULL);

  if (!taut_skin_find_cell (taut_atlas_get_skin (atlas), taut_mark_get_place (mark), &cell))
    return NULL;

  return taut_atlas_get_area_of_cell (atlas, cell);
}

char *
taut_name_mark (TautAtlas *atlas,
                TautMark  *mark)
{
  const TautPoint *point = NULL;
  const TautArea *area;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_MARK (mark), NULL);

  if (taut_mark_get_point_id (mark) != NULL)
    point = taut_atlas_find_point (atlas, taut_mark_get_point_id (mark));
  if (point != NULL)
    return taut_name_point (point, taut_mark_get_side (mark));

  area = taut_name_find_mark_area (atlas, mark);

  return area != NULL ? taut_name_area (area, taut_mark_get_side (mark)) : g_strdup (_("Tender spot"));
}

char *
taut_name_routine (TautAtlas  *atlas,
                   TautRecord *record,
                   const char *routine_id)
{
  const TautRoutine *routine;
  TautOwnRoutine *own;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (routine_id != NULL, NULL);

  routine = taut_atlas_find_routine (atlas, routine_id);
  if (routine != NULL)
    return g_strdup (taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->name));

  own = taut_record_find_own_routine (record, routine_id);
  if (own != NULL)
    return g_strdup (taut_own_routine_get_name (own));

  return g_strdup_printf (_("Unknown routine “%s”"), routine_id);
}

const char *
taut_name_equipment (const char *id)
{
  static const struct
  {
    const char *id;
    const char *name;
  } names[] = {
    { "ball", NC_("equipment", "tennis ball") },
    { "two_balls_sock", NC_("equipment", "two balls in a sock") },
    { "roller", NC_("equipment", "foam roller") },
    { "hook", NC_("equipment", "massage hook") },
    { "towel", NC_("equipment", "towel") },
    { "pillow", NC_("equipment", "pillow") },
    { "warm_pack", NC_("equipment", "warm pack") },
    { "cold_pack", NC_("equipment", "cold pack") },
    { "chair", NC_("equipment", "chair") },
    { "table", NC_("equipment", "table") },
    { "wall", NC_("equipment", "wall") },
    { "doorway", NC_("equipment", "doorway") },
    { "step", NC_("equipment", "low step") },
    { "band", NC_("equipment", "exercise band") },
    { "strap", NC_("equipment", "strap") },
    { "rubber_band", NC_("equipment", "rubber band") },
  };

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].id, id))
      return g_dpgettext2 (GETTEXT_PACKAGE, "equipment", names[i].name);

  return id;
}
