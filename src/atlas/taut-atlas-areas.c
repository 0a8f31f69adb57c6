/* taut-atlas-areas.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* areas.json
 *
 *   { "license": "...",
 *     "areas": [
 *       { "id": "temple",             stable code, key of every export
 *         "name": "temple",           as people say it, without the side
 *         "group": "head",            for lists
 *         "parent": "head",           the part of the body it belongs to
 *         "kind": "surface",          or "overlay", or "sensation"
 *         "deep": true,               optional: under the skin it is drawn on
 *         "midline": true,            optional: its halves touch
 *         "only_right": true,         optional: right side only
 *         "strokes": [ [ ["head", 0.4, 70, 18], ... ], ... ],
 *                                     stations [segment, u, theta, radius in mm]
 *         "borders": [ { "with": "forehead", "landmark": "temporal line" }, ... ]
 *       }, ... ] }
 *
 * All strokes lie on the left side. Surface areas part the whole skin among
 * them (see taut-atlas-partition.c); a border is noted with one of its areas.
 */

#define G_LOG_DOMAIN "taut-atlas-areas"

#include "config.h"

#include "taut-atlas-private.h"

static const char *const file_members[] = { "license", "areas", NULL };

static const char *const area_members[] = {
  "id", "name", "group", "parent", "kind", "deep", "midline", "only_right", "strokes", "borders",
  NULL
};

static const char *const border_members[] = { "with", "landmark", NULL };

static const char *const kinds[] = { "surface", "overlay", "sensation", NULL };

void
taut_area_free (TautArea *area)
{
  if (area == NULL)
    return;

  g_clear_pointer (&area->strokes, g_ptr_array_unref);
  g_free (area);
}

char *
taut_atlas_get_border_key (const char *a,
                           const char *b)
{
  g_return_val_if_fail (a != NULL, NULL);
  g_return_val_if_fail (b != NULL, NULL);

  return strcmp (a, b) < 0 ? g_strconcat (a, "|", b, NULL) : g_strconcat (b, "|", a, NULL);
}

static gboolean
read_flags (JsonObject  *object,
            const char  *where,
            TautArea    *area,
            GError     **error)
{
  gboolean deep;
  gboolean midline;
  gboolean only_right;

  g_assert (object != NULL);
  g_assert (area != NULL);

  if (!taut_atlas_read_flag (object, where, "deep", &deep, error) ||
      !taut_atlas_read_flag (object, where, "midline", &midline, error) ||
      !taut_atlas_read_flag (object, where, "only_right", &only_right, error))
    return FALSE;

  if (area->kind == TAUT_AREA_SURFACE && (deep || only_right))
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, deep ? "deep" : "only_right",
                            "it with overlays only", "a surface area", error);

  area->deep = !!deep;
  area->midline = !!midline;
  area->only_right = !!only_right;
  return TRUE;
}

static gboolean
read_strokes (JsonObject  *object,
              const char  *where,
              TautArea    *area,
              GError     **error)
{
  JsonArray *array;
  gboolean wanted;

  g_assert (object != NULL);
  g_assert (area != NULL);

  array = taut_json_read_array (object, where, "strokes", error);
  if (array == NULL)
    return FALSE;

  wanted = area->kind != TAUT_AREA_SENSATION;
  if (wanted != (json_array_get_length (array) > 0))
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "strokes",
                            wanted ? "at least one stroke" : "none for a sensation",
                            wanted ? "none" : "some", error);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      TautStroke *stroke;

      if (!JSON_NODE_HOLDS_ARRAY (node))
        return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "strokes",
                                "a list of strokes", "something else", error);
      stroke = taut_atlas_read_stroke (json_node_get_array (node), where, "strokes", error);
      if (stroke == NULL)
        return FALSE;
      g_ptr_array_add (area->strokes, stroke);
    }

  return TRUE;
}

static gboolean
read_area (TautAtlasFile  *file,
           JsonObject     *object,
           GError        **error)
{
  g_autofree char *where = NULL;
  const char *id;
  guint kind;
  TautArea *area;

  g_assert (file != NULL);
  g_assert (object != NULL);

  if (!taut_atlas_read_id (object, file->name, &id, error))
    return FALSE;

  where = g_strdup_printf ("%s: %s", file->name, id);
  area = g_new0 (TautArea, 1);
  area->id = taut_atlas_keep (file->atlas, id);
  area->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_stroke_free);
  g_ptr_array_add (file->atlas->areas, area);

  if (!taut_atlas_claim_id (file->atlas->areas_by_id, area->id, area, where, error) ||
      !taut_json_check_members (object, where, area_members, error) ||
      !taut_atlas_read_text (file->atlas, object, where, "name", &area->name, error) ||
      !taut_atlas_read_text (file->atlas, object, where, "group", &area->group, error) ||
      !taut_atlas_read_text (file->atlas, object, where, "parent", &area->parent, error) ||
      !taut_atlas_read_choice (object, where, "kind", kinds, &kind, error))
    return FALSE;

  area->kind = kind;
  return read_flags (object, where, area, error) &&
         read_strokes (object, where, area, error);
}

static gboolean
read_border (TautAtlasFile   *file,
             const TautArea  *area,
             JsonObject      *object,
             const char      *where,
             GError         **error)
{
  const char *with;
  const char *landmark;
  const TautArea *other;
  g_autofree char *key = NULL;
  g_autofree char *found = NULL;

  g_assert (file != NULL);
  g_assert (area != NULL);

  if (!taut_json_check_members (object, where, border_members, error) ||
      !taut_json_read_string (object, where, "with", &with, error) ||
      !taut_atlas_read_text (file->atlas, object, where, "landmark", &landmark, error))
    return FALSE;

  found = g_strdup_printf ("\"%s\"", with);
  other = taut_atlas_find_area (file->atlas, with);
  if (other == NULL || other == area || other->kind != TAUT_AREA_SURFACE ||
      area->kind != TAUT_AREA_SURFACE)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, "with",
                            "the id of another surface area", found, error);

  key = taut_atlas_get_border_key (area->id, other->id);
  if (g_hash_table_contains (file->atlas->landmarks, key))
    return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, "with",
                            "each border once", found, error);

  g_hash_table_insert (file->atlas->landmarks, (gpointer) taut_atlas_keep (file->atlas, key),
                       (gpointer) landmark);
  return TRUE;
}

static gboolean
read_borders (TautAtlasFile   *file,
              const TautArea  *area,
              JsonObject      *object,
              GError         **error)
{
  g_autofree char *where = NULL;
  JsonArray *array;

  g_assert (file != NULL);
  g_assert (area != NULL);
  g_assert (object != NULL);

  if (!json_object_has_member (object, "borders"))
    return TRUE;

  where = g_strdup_printf ("%s: %s: borders", file->name, area->id);
  array = taut_json_read_array (object, where, "borders", error);
  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *border = taut_atlas_get_element (array, i, where, "borders", error);

      if (border == NULL || !read_border (file, area, border, where, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_surface (TautAtlas *self)
{
  g_assert (TAUT_IS_ATLAS (self));

  for (guint i = 0; i < self->areas->len; i++)
    {
      const TautArea *area = g_ptr_array_index (self->areas, i);

      if (area->kind == TAUT_AREA_SURFACE)
        return TRUE;
    }

  return FALSE;
}

gboolean
taut_atlas_load_areas (TautAtlas  *self,
                       GFile      *folder,
                       GError    **error)
{
  g_autoptr (GFile) source = NULL;
  g_autoptr (TautAtlasFile) file = NULL;
  JsonArray *array;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  source = g_file_get_child (folder, "areas.json");
  file = taut_atlas_file_open (self, source, "areas.json", file_members, error);
  if (file == NULL || !taut_atlas_file_read_list (file, "areas", read_area, error))
    return FALSE;

  if (!has_surface (self))
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, file->name, "areas",
                            "at least one surface area", "none", error);

  /* Borders name areas that may come later in the file. */
  array = json_object_get_array_member (file->object, "areas");
  for (guint i = 0; i < self->areas->len; i++)
    if (!read_borders (file, g_ptr_array_index (self->areas, i),
                       json_array_get_object_element (array, i), error))
      return FALSE;

  return TRUE;
}
