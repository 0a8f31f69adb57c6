/* taut-atlas-muscles.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* muscles/MUSCLE.json, one file for each muscle
 *
 *   { "license": "...",
 *     "id": "trapezius",             also the name of the file
 *     "name": "Trapezius",
 *     "latin": "Musculus trapezius",
 *     "ta2": 2226,                   number in Terminologia Anatomica 2
 *     "uberon": "UBERON:0002380",    optional
 *     "fma": "FMA:9626",             optional
 *     "symptoms": "...",
 *     "activation": "...",           what tends to wake its points
 *     "linked": ["scalenes", ...],   optional: muscles that often go along with it
 *     "no_pattern": "...",           if and only if there are no points: why
 *     "shapes": [ ... ],             optional: see taut-atlas-shapes.c
 *     "points": [
 *       { "id": "trapezius.1",       starts with the id of the muscle
 *         "label": "TrP1",           the literature's label, not shown
 *         "name": "upper trapezius, front edge",
 *         "location": "...",
 *         "at": ["neck", 1.1, 104],
 *         "confidence": "high",      or "medium", or "low"
 *         "provenance": "...",
 *         "kind": "not-pain",        optional: stays out of the engine
 *         "note": "...",             optional: shown
 *         "doubt": "...",            optional: for those who work on the data
 *         "shares_zone_with": "...", optional: a point whose zone it pools
 *         "pooled": "...",           then: why
 *         "essential":
 *           { "areas": ["temple", ...],
 *             "strokes": [
 *               { "side": "same",    or "other", or "both"
 *                 "points": [ ["neck", 0.6, 118, 20], ... ] }, ... ] },
 *         "spillover": { ... }
 *       }, ... ] }
 *
 * Places lie on the left side, for a point on the left side; "other" mirrors a
 * stroke to the right. Muscles are listed in the order of their ids.
 */

#define G_LOG_DOMAIN "taut-atlas-muscles"

#include "config.h"

#include "taut-atlas-private.h"

static const char *const muscle_members[] = {
  "license", "id", "name", "latin", "ta2", "uberon", "fma", "symptoms", "activation",
  "linked", "no_pattern", "shapes", "points", NULL
};

static const char *const point_members[] = {
  "id", "label", "name", "location", "at", "confidence", "provenance", "kind", "note", "doubt",
  "shares_zone_with", "pooled", "essential", "spillover", NULL
};

static const char *const zone_members[] = { "areas", "strokes", NULL };

static const char *const stroke_members[] = { "side", "points", NULL };

static const char *const point_kinds[] = { "not-pain", NULL };

static const char *const zone_sides[] = { "same", "other", "both", NULL };

static const char *const zone_names[TAUT_N_ZONES] = { "essential", "spillover" };

static void
zone_stroke_free (TautZoneStroke *stroke)
{
  if (stroke == NULL)
    return;

  taut_stroke_free (stroke->stroke);
  g_free (stroke);
}

static void
point_free (TautPoint *point)
{
  if (point == NULL)
    return;

  for (guint i = 0; i < TAUT_N_ZONES; i++)
    {
      g_strfreev (point->zones[i].areas);
      g_clear_pointer (&point->zones[i].strokes, g_ptr_array_unref);
    }
  g_free (point);
}

void
taut_muscle_free (TautMuscle *muscle)
{
  if (muscle == NULL)
    return;

  g_clear_pointer (&muscle->points, g_ptr_array_unref);
  g_clear_pointer (&muscle->shapes, g_ptr_array_unref);
  g_strfreev (muscle->linked);
  g_free (muscle);
}

static gboolean
read_zone_stroke (JsonObject  *object,
                  const char  *where,
                  TautZone    *zone,
                  GError     **error)
{
  JsonArray *array;
  TautStroke *stroke;
  TautZoneStroke *zone_stroke;
  guint side;

  g_assert (object != NULL);
  g_assert (zone != NULL);

  if (!taut_json_check_members (object, where, stroke_members, error) ||
      !taut_atlas_read_choice (object, where, "side", zone_sides, &side, error))
    return FALSE;

  array = taut_json_read_array (object, where, "points", error);
  if (array == NULL)
    return FALSE;

  stroke = taut_atlas_read_stroke (array, where, "points", error);
  if (stroke == NULL)
    return FALSE;

  zone_stroke = g_new0 (TautZoneStroke, 1);
  zone_stroke->stroke = stroke;
  zone_stroke->side = side;
  g_ptr_array_add (zone->strokes, zone_stroke);
  return TRUE;
}

static gboolean
read_zone (TautAtlasFile  *file,
           JsonObject     *object,
           const char     *where,
           const char     *name,
           TautZone       *zone,
           GError        **error)
{
  g_autofree char *within = NULL;
  JsonObject *zone_object;
  JsonArray *array;

  g_assert (file != NULL);
  g_assert (object != NULL);
  g_assert (zone != NULL);

  zone->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) zone_stroke_free);
  zone_object = taut_json_read_object (object, where, name, error);
  if (zone_object == NULL)
    return FALSE;

  within = g_strdup_printf ("%s: %s", where, name);
  if (!taut_json_check_members (zone_object, within, zone_members, error) ||
      !taut_atlas_read_references (zone_object, within, "areas", file->atlas->areas_by_id,
                                   "the id of an area", &zone->areas, error))
    return FALSE;

  array = taut_json_read_array (zone_object, within, "strokes", error);
  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *stroke = taut_atlas_get_element (array, i, within, "strokes", error);

      if (stroke == NULL || !read_zone_stroke (stroke, within, zone, error))
        return FALSE;
    }

  if (zone->areas[0] == NULL && zone->strokes->len > 0)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, within, "areas",
                            "the areas that the strokes touch", "none", error);
  return TRUE;
}

static gboolean
read_point_kind (JsonObject  *object,
                 const char  *where,
                 TautPoint   *point,
                 GError     **error)
{
  guint kind;

  g_assert (object != NULL);
  g_assert (point != NULL);

  point->pain = !json_object_has_member (object, "kind");
  if (point->pain)
    return TRUE;

  if (!taut_atlas_read_choice (object, where, "kind", point_kinds, &kind, error))
    return FALSE;
  if (point->note == NULL)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "note",
                            "what is felt instead of pain", "nothing", error);
  return TRUE;
}

/* The two come together: a shared zone needs its reason. */
static gboolean
read_sharing (TautAtlas   *self,
              JsonObject  *object,
              const char  *where,
              TautPoint   *point,
              GError     **error)
{
  const char *pooled;

  g_assert (object != NULL);
  g_assert (point != NULL);

  if (!taut_atlas_read_optional_text (self, object, where, "shares_zone_with",
                                      &point->shares_zone_with, error) ||
      !taut_atlas_read_optional_text (self, object, where, "pooled", &pooled, error))
    return FALSE;

  if ((point->shares_zone_with != NULL) == (pooled != NULL))
    return TRUE;

  if (pooled == NULL)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "pooled",
                            "why the zone is shared", "nothing", error);
  return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "shares_zone_with",
                          "the point that pools the zone", "nothing", error);
}

static gboolean
read_point_texts (TautAtlas   *self,
                  JsonObject  *object,
                  const char  *where,
                  TautPoint   *point,
                  GError     **error)
{
  const char *doubt;

  g_assert (object != NULL);
  g_assert (point != NULL);

  return taut_json_check_members (object, where, point_members, error) &&
         taut_atlas_read_text (self, object, where, "label", &point->label, error) &&
         taut_atlas_read_text (self, object, where, "name", &point->name, error) &&
         taut_atlas_read_text (self, object, where, "location", &point->location, error) &&
         taut_atlas_read_text (self, object, where, "provenance", &point->provenance, error) &&
         taut_atlas_read_optional_text (self, object, where, "note", &point->note, error) &&
         taut_atlas_read_optional_text (self, object, where, "doubt", &doubt, error) &&
         read_sharing (self, object, where, point, error) &&
         read_point_kind (object, where, point, error);
}

static gboolean
read_point (TautAtlasFile  *file,
            TautMuscle     *muscle,
            JsonObject     *object,
            GError        **error)
{
  TautAtlas *self;
  TautPoint *point;
  g_autofree char *where = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  const char *id;

  g_assert (file != NULL);
  g_assert (muscle != NULL);

  self = file->atlas;
  if (!taut_atlas_read_id (object, file->name, &id, error))
    return FALSE;

  where = g_strdup_printf ("%s: %s", file->name, id);
  point = g_new0 (TautPoint, 1);
  point->id = taut_atlas_keep (self, id);
  point->muscle = muscle;
  g_ptr_array_add (muscle->points, point);
  g_ptr_array_add (self->points, point);

  prefix = g_strconcat (muscle->id, ".", NULL);
  expected = g_strdup_printf ("an id that starts with \"%s\"", prefix);
  found = g_strdup_printf ("\"%s\"", id);
  if (!g_str_has_prefix (id, prefix))
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, where, "id", expected, found, error);

  if (!taut_atlas_claim_id (self->points_by_id, point->id, point, where, error) ||
      !read_point_texts (self, object, where, point, error) ||
      !taut_atlas_read_place (object, where, "at", &point->at, error) ||
      !taut_atlas_read_confidence (object, where, &point->confidence, error))
    return FALSE;

  for (guint i = 0; i < TAUT_N_ZONES; i++)
    if (!read_zone (file, object, where, zone_names[i], &point->zones[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
read_muscle_facts (TautAtlasFile  *file,
                   TautMuscle     *muscle,
                   GError        **error)
{
  gint64 ta2;

  g_assert (file != NULL);
  g_assert (muscle != NULL);

  if (!taut_atlas_read_text (file->atlas, file->object, file->name, "name",
                             &muscle->name, error) ||
      !taut_atlas_read_text (file->atlas, file->object, file->name, "latin",
                             &muscle->latin, error) ||
      !taut_json_read_integer (file->object, file->name, "ta2", 1, 10000, &ta2, error) ||
      !taut_atlas_read_optional_text (file->atlas, file->object, file->name, "uberon",
                                      &muscle->uberon, error) ||
      !taut_atlas_read_optional_text (file->atlas, file->object, file->name, "fma",
                                      &muscle->fma, error) ||
      !taut_atlas_read_text (file->atlas, file->object, file->name, "symptoms",
                             &muscle->symptoms, error) ||
      !taut_atlas_read_text (file->atlas, file->object, file->name, "activation",
                             &muscle->activation, error) ||
      !taut_atlas_read_optional_text (file->atlas, file->object, file->name, "no_pattern",
                                      &muscle->no_pattern, error))
    return FALSE;

  /* The ids are looked up when all muscles are there. */
  muscle->linked = json_object_has_member (file->object, "linked") ?
                     taut_json_read_strings (file->object, file->name, "linked", error) :
                     g_new0 (char *, 1);
  if (muscle->linked == NULL)
    return FALSE;

  muscle->ta2 = (guint) ta2;
  return TRUE;
}

static gboolean
read_muscle_id (TautAtlasFile  *file,
                TautMuscle     *muscle,
                GError        **error)
{
  g_autofree char *file_name = NULL;
  g_autofree char *expected = NULL;
  const char *id;

  g_assert (file != NULL);
  g_assert (muscle != NULL);

  if (!taut_atlas_read_id (file->object, file->name, &id, error))
    return FALSE;

  muscle->id = taut_atlas_keep (file->atlas, id);
  file_name = g_strdup_printf ("muscles/%s.json", id);
  expected = g_strdup_printf ("the id that names the file, for \"%s\" the file %s", id, file_name);
  if (!g_str_equal (file_name, file->name))
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, file->name, "id", expected, "another", error);

  return taut_atlas_claim_id (file->atlas->muscles_by_id, muscle->id, muscle, file->name, error);
}

/* A muscle has points, or the reason why it has none. */
static gboolean
read_points (TautAtlasFile  *file,
             TautMuscle     *muscle,
             GError        **error)
{
  JsonArray *array;

  g_assert (file != NULL);
  g_assert (muscle != NULL);

  array = taut_json_read_array (file->object, file->name, "points", error);
  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = taut_atlas_get_element (array, i, file->name, "points", error);

      if (object == NULL || !read_point (file, muscle, object, error))
        return FALSE;
    }

  if ((muscle->points->len == 0) == (muscle->no_pattern != NULL))
    return TRUE;
  if (muscle->no_pattern == NULL)
    return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, file->name, "no_pattern",
                            "why there are no points", "nothing", error);
  return taut_atlas_fail (TAUT_ATLAS_ERROR_VALUE, file->name, "no_pattern",
                          "it only where there are no points", "points", error);
}

static gboolean
load_muscle (TautAtlas   *self,
             GFile       *folder,
             const char  *base_name,
             GError     **error)
{
  g_autoptr (GFile) source = NULL;
  g_autoptr (TautAtlasFile) file = NULL;
  g_autofree char *name = NULL;
  TautMuscle *muscle;

  g_assert (TAUT_IS_ATLAS (self));
  g_assert (G_IS_FILE (folder));

  source = g_file_get_child (folder, base_name);
  name = g_strconcat ("muscles/", base_name, NULL);
  file = taut_atlas_file_open (self, source, name, muscle_members, error);
  if (file == NULL)
    return FALSE;

  muscle = g_new0 (TautMuscle, 1);
  muscle->points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  g_ptr_array_add (self->muscles, muscle);

  return read_muscle_id (file, muscle, error) &&
         read_muscle_facts (file, muscle, error) &&
         taut_atlas_read_shapes (file, muscle, error) &&
         read_points (file, muscle, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the muscle files, sorted; other files are none of our business. */
static GPtrArray *
list_files (GFile   *folder,
            GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_assert (G_IS_FILE (folder));

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NONE, NULL, error);
  if (children == NULL)
    return NULL;

  names = g_ptr_array_new_with_free_func (g_free);
  while (TRUE)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (children, &info, NULL, NULL, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_str_has_suffix (g_file_info_get_name (info), ".json"))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }

  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/* Zones may be shared with a point of a later file. */
static gboolean
check_sharing (TautAtlas  *self,
               GError    **error)
{
  g_assert (TAUT_IS_ATLAS (self));

  for (guint i = 0; i < self->points->len; i++)
    {
      const TautPoint *point = g_ptr_array_index (self->points, i);
      g_autofree char *where = NULL;
      g_autofree char *found = NULL;

      if (point->shares_zone_with == NULL)
        continue;
      where = g_strdup_printf ("muscles/%s.json: %s", point->muscle->id, point->id);
      found = g_strdup_printf ("\"%s\"", point->shares_zone_with);
      if (g_str_equal (point->shares_zone_with, point->id) ||
          taut_atlas_find_point (self, point->shares_zone_with) == NULL)
        return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, "shares_zone_with",
                                "the id of another point", found, error);
    }

  return TRUE;
}

/* The same holds for muscles. */
static gboolean
check_linked (TautAtlas         *self,
              const TautMuscle  *muscle,
              GError           **error)
{
  g_autofree char *where = NULL;

  g_assert (TAUT_IS_ATLAS (self));
  g_assert (muscle != NULL);

  where = g_strdup_printf ("muscles/%s.json", muscle->id);
  for (guint i = 0; muscle->linked[i] != NULL; i++)
    {
      g_autofree char *found = g_strdup_printf ("\"%s\"", muscle->linked[i]);

      if (taut_atlas_find_muscle (self, muscle->linked[i]) == NULL ||
          g_str_equal (muscle->linked[i], muscle->id))
        return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, "linked",
                                "the id of another muscle", found, error);
      for (guint k = 0; k < i; k++)
        if (g_str_equal (muscle->linked[i], muscle->linked[k]))
          return taut_atlas_fail (TAUT_ATLAS_ERROR_REFERENCE, where, "linked",
                                  "each id once", found, error);
    }

  return TRUE;
}

gboolean
taut_atlas_load_muscles (TautAtlas  *self,
                         GFile      *folder,
                         GError    **error)
{
  g_autoptr (GFile) muscles = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  muscles = g_file_get_child (folder, "muscles");
  names = list_files (muscles, error);
  if (names == NULL)
    {
      g_prefix_error (error, "muscles: ");
      return FALSE;
    }

  for (guint i = 0; i < names->len; i++)
    if (!load_muscle (self, muscles, g_ptr_array_index (names, i), error))
      return FALSE;

  for (guint i = 0; i < self->muscles->len; i++)
    if (!check_linked (self, g_ptr_array_index (self->muscles, i), error))
      return FALSE;

  return check_sharing (self, error);
}
