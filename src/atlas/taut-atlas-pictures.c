/* taut-atlas-pictures.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-atlas-pictures"

#include "config.h"

#include "taut-atlas-private.h"

#include "taut-view.h"

#define MAX_SPOTS 8

static const char *const picture_members[] = {
  "view", "spots", "felt", "arrow", "symbol", NULL
};

static const char *const symbols[] = {
  "bag", "book", "chair", "clock", "cup", "glasses", "keyboard", "lift", "meal", "pen", "pillow",
  "screen", "shoe", "sock", "steps", "teeth", "tool", NULL
};

const char *const *
taut_atlas_list_symbols (void)
{
  return symbols;
}

void
taut_routine_picture_clear (TautRoutinePicture *picture)
{
  g_return_if_fail (picture != NULL);

  g_clear_pointer (&picture->spots, g_free);
  g_clear_pointer (&picture->felt, g_strfreev);
  g_clear_pointer (&picture->arrow, taut_stroke_free);
}

static gboolean
fail_at_spot (guint        index,
              const char  *where,
              GError     **error)
{
  g_autofree char *found = g_strdup_printf ("something else at number %u", index + 1);

  return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "spots",
                          "a list of [segment, u, theta]", found, error);
}

static gboolean
read_spots (JsonObject          *object,
            const char          *where,
            TautRoutinePicture  *picture,
            GError             **error)
{
  JsonArray *array;
  g_autofree char *found = NULL;

  g_assert (object != NULL);
  g_assert (picture != NULL);

  array = taut_json_read_array (object, where, "spots", error);
  if (array == NULL)
    return FALSE;

  picture->n_spots = json_array_get_length (array);
  if (picture->n_spots > MAX_SPOTS)
    {
      found = g_strdup_printf ("%u", picture->n_spots);
      return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "spots",
                              "at most " G_STRINGIFY (MAX_SPOTS), found, error);
    }

  picture->spots = g_new0 (TautSkinPoint, picture->n_spots);
  for (guint i = 0; i < picture->n_spots; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_ARRAY (node))
        return fail_at_spot (i, where, error);
      if (!taut_skin_point_from_array (json_node_get_array (node), where, "spots",
                                       &picture->spots[i], error) ||
          !taut_atlas_check_place (&picture->spots[i], where, "spots", error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_arrow (JsonObject          *object,
            const char          *where,
            TautRoutinePicture  *picture,
            GError             **error)
{
  JsonArray *array;

  g_assert (object != NULL);
  g_assert (picture != NULL);

  if (!json_object_has_member (object, "arrow"))
    return TRUE;

  array = taut_json_read_array (object, where, "arrow", error);
  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) < 2)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "arrow",
                            "at least two places", "fewer", error);

  picture->arrow = taut_atlas_read_stroke (array, where, "arrow", error);
  return picture->arrow != NULL;
}

static gboolean
read_symbol (JsonObject          *object,
             const char          *where,
             const TautRoutine   *routine,
             TautRoutinePicture  *picture,
             GError             **error)
{
  guint symbol;

  g_assert (object != NULL);
  g_assert (picture != NULL);

  if (!json_object_has_member (object, "symbol"))
    return TRUE;
  if (routine->kind != TAUT_ROUTINE_HABIT)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "symbol",
                            "it with a habit only", "it here", error);
  if (!taut_atlas_read_choice (object, where, "symbol", symbols, &symbol, error))
    return FALSE;

  picture->symbol = symbols[symbol];
  return TRUE;
}

gboolean
taut_atlas_read_routine_picture (TautAtlas    *self,
                                 JsonObject   *object,
                                 const char   *where,
                                 TautRoutine  *routine,
                                 GError      **error)
{
  TautRoutinePicture *picture;
  JsonObject *read;
  g_autofree char *within = NULL;
  const char *const *views = taut_view_list_ids ();
  guint view;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  read = taut_json_read_object (object, where, "picture", error);
  if (read == NULL)
    return FALSE;

  picture = &routine->picture;
  within = g_strdup_printf ("%s: picture", where);
  if (!taut_json_check_members (read, within, picture_members, error) ||
      !taut_atlas_read_choice (read, within, "view", views, &view, error))
    return FALSE;

  picture->view = views[view];
  if (!read_spots (read, within, picture, error) ||
      !taut_atlas_read_references (read, within, "felt", self->areas_by_id,
                                   "the id of an area", &picture->felt, error) ||
      !read_arrow (read, within, picture, error) ||
      !read_symbol (read, within, routine, picture, error))
    return FALSE;

  return picture->n_spots > 0 || picture->felt[0] != NULL ||
         taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, within, "felt",
                          "an area where there is no spot", "none", error);
}
