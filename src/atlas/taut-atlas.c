/* taut-atlas.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-atlas"

#include "config.h"

#include "taut-atlas-private.h"

G_DEFINE_FINAL_TYPE (TautAtlas, taut_atlas, G_TYPE_OBJECT)

G_DEFINE_QUARK (taut-atlas-error-quark, taut_atlas_error)

static void
taut_atlas_finalize (GObject *object)
{
  TautAtlas *self = TAUT_ATLAS (object);

  g_clear_pointer (&self->sheets, taut_sheet_index_free);
  g_mutex_clear (&self->sheets_lock);

  g_clear_pointer (&self->areas_by_id, g_hash_table_unref);
  g_clear_pointer (&self->muscles_by_id, g_hash_table_unref);
  g_clear_pointer (&self->points_by_id, g_hash_table_unref);
  g_clear_pointer (&self->group_of_muscle, g_hash_table_unref);
  g_clear_pointer (&self->muscle_groups_by_id, g_hash_table_unref);
  g_clear_pointer (&self->routines_by_id, g_hash_table_unref);
  g_clear_pointer (&self->notices_by_id, g_hash_table_unref);
  g_clear_pointer (&self->questions_by_id, g_hash_table_unref);
  g_clear_pointer (&self->precautions_by_id, g_hash_table_unref);
  g_clear_pointer (&self->complaints_by_id, g_hash_table_unref);
  g_clear_pointer (&self->landmarks, g_hash_table_unref);

  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->muscles, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->muscle_groups, g_ptr_array_unref);
  g_clear_pointer (&self->routines, g_ptr_array_unref);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->precautions, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);

  g_clear_pointer (&self->complaints, g_ptr_array_unref);
  g_clear_pointer (&self->same_words, g_ptr_array_unref);

  g_clear_pointer (&self->area_of_cell, g_free);
  g_clear_pointer (&self->area_mm2, g_free);
  g_mutex_clear (&self->partition_lock);

  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->skin, taut_skin_unref);

  G_OBJECT_CLASS (taut_atlas_parent_class)->finalize (object);
}

static void
taut_atlas_class_init (TautAtlasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = taut_atlas_finalize;
}

static void
taut_atlas_init (TautAtlas *self)
{
  self->strings = g_string_chunk_new (16 * 1024);

  self->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_area_free);
  self->muscles = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_muscle_free);
  self->points = g_ptr_array_new ();
  self->muscle_groups = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_muscle_group_free);
  self->routines = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_routine_free);
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_notice_free);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_question_free);
  self->precautions = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_precaution_free);

  self->complaints = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_complaint_free);
  self->same_words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  self->areas_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->muscles_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->points_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->muscle_groups_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->group_of_muscle = g_hash_table_new (g_str_hash, g_str_equal);
  self->routines_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->notices_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->questions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->precautions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->complaints_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->landmarks = g_hash_table_new (g_str_hash, g_str_equal);

  g_mutex_init (&self->partition_lock);
  g_mutex_init (&self->sheets_lock);
}

TautAtlas *
taut_atlas_load_only_areas (GFile     *folder,
                            TautSkin  *skin,
                            GError   **error)
{
  g_autoptr (TautAtlas) self = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (skin != NULL, NULL);

  self = g_object_new (TAUT_TYPE_ATLAS, NULL);
  self->skin = taut_skin_ref (skin);

  return taut_atlas_load_areas (self, folder, error) ? g_steal_pointer (&self) : NULL;
}

TautAtlas *
taut_atlas_load_only_muscles (GFile     *folder,
                              TautSkin  *skin,
                              GError   **error)
{
  g_autoptr (TautAtlas) self = taut_atlas_load_only_areas (folder, skin, error);

  return self != NULL && taut_atlas_load_muscles (self, folder, error) ?
           g_steal_pointer (&self) : NULL;
}

TautAtlas *
taut_atlas_load (GFile     *folder,
                 TautSkin  *skin,
                 GError   **error)
{
  g_autoptr (TautAtlas) self = taut_atlas_load_only_muscles (folder, skin, error);

  if (self == NULL ||
      !taut_atlas_load_muscle_groups (self, folder, error) ||
      !taut_atlas_load_routines (self, folder, error) ||
      !taut_atlas_load_notices (self, folder, error) ||
      !taut_atlas_load_questions (self, folder, error) ||
      !taut_atlas_load_precautions (self, folder, error) ||
      !taut_atlas_load_complaints (self, folder, error))
    return NULL;

  return g_steal_pointer (&self);
}

TautSkin *
taut_atlas_get_skin (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->skin;
}

GPtrArray *
taut_atlas_get_areas (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->areas;
}

GPtrArray *
taut_atlas_get_muscles (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->muscles;
}

GPtrArray *
taut_atlas_get_points (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->points;
}

GPtrArray *
taut_atlas_get_muscle_groups (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->muscle_groups;
}

GPtrArray *
taut_atlas_get_routines (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->routines;
}

GPtrArray *
taut_atlas_get_notices (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->notices;
}

GPtrArray *
taut_atlas_get_questions (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->questions;
}

GPtrArray *
taut_atlas_get_precautions (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->precautions;
}

GPtrArray *
taut_atlas_get_complaints (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->complaints;
}

GPtrArray *
taut_atlas_get_same_words (TautAtlas *self)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);

  return self->same_words;
}

const TautArea *
taut_atlas_find_area (TautAtlas  *self,
                      const char *id)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->areas_by_id, id);
}

const TautMuscle *
taut_atlas_find_muscle (TautAtlas  *self,
                        const char *id)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->muscles_by_id, id);
}

const TautPoint *
taut_atlas_find_point (TautAtlas  *self,
                       const char *id)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->points_by_id, id);
}

const TautRoutine *
taut_atlas_find_routine (TautAtlas  *self,
                         const char *id)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->routines_by_id, id);
}

const TautQuestion *
taut_atlas_find_question (TautAtlas  *self,
                          const char *id)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->questions_by_id, id);
}

const TautMuscleGroup *
taut_atlas_find_muscle_group (TautAtlas  *self,
                              const char *id)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->muscle_groups_by_id, id);
}

const TautMuscleGroup *
taut_atlas_find_group_of_muscle (TautAtlas  *self,
                                 const char *muscle_id)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (muscle_id != NULL, NULL);

  return g_hash_table_lookup (self->group_of_muscle, muscle_id);
}

TautSkinPoint
taut_point_get_place (const TautPoint *point,
                      TautSide         side)
{
  TautSkinPoint place = { 0, };

  g_return_val_if_fail (point != NULL, place);

  return side == TAUT_SIDE_LEFT ? point->at : taut_skin_point_mirror (&point->at);
}

GPtrArray *
taut_zone_get_strokes (const TautZone *zone,
                       TautSide        side)
{
  GPtrArray *strokes;

  g_return_val_if_fail (zone != NULL, NULL);

  strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_stroke_free);
  for (guint i = 0; i < zone->strokes->len; i++)
    {
      const TautZoneStroke *stroke = g_ptr_array_index (zone->strokes, i);
      gboolean left = (stroke->side == TAUT_ZONE_SIDE_OTHER) == (side == TAUT_SIDE_RIGHT);

      if (left || stroke->side == TAUT_ZONE_SIDE_BOTH)
        g_ptr_array_add (strokes, taut_stroke_copy (stroke->stroke));
      if (!left || stroke->side == TAUT_ZONE_SIDE_BOTH)
        g_ptr_array_add (strokes, taut_stroke_mirror (stroke->stroke));
    }

  return strokes;
}

static int
compare_near_points (gconstpointer a,
                     gconstpointer b)
{
  const TautNearPoint *first = a;
  const TautNearPoint *second = b;
  int order;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  order = strcmp (first->point->id, second->point->id);
  return order != 0 ? order : (int) first->side - (int) second->side;
}

GArray *
taut_atlas_find_near_points (TautAtlas           *self,
                             const TautSkinPoint *at,
                             double               radius)
{
  TautVector centre;
  GArray *near;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), NULL);
  g_return_val_if_fail (at != NULL, NULL);

  near = g_array_new (FALSE, FALSE, sizeof (TautNearPoint));
  if (!taut_skin_locate (self->skin, at, &centre, NULL))
    return near;

  for (guint i = 0; i < self->points->len * TAUT_N_SIDES; i++)
    {
      TautNearPoint candidate = { g_ptr_array_index (self->points, i / TAUT_N_SIDES),
                                  i % TAUT_N_SIDES };
      TautSkinPoint place = taut_point_get_place (candidate.point, candidate.side);
      TautVector position;

      /* The straight way is never longer than the one along the skin. */
      if (!taut_skin_locate (self->skin, &place, &position, NULL) ||
          taut_vector_length (taut_vector_subtract (position, centre)) * TAUT_MM_PER_UNIT > radius)
        continue;
      candidate.distance = taut_skin_distance (self->skin, at, &place, radius);
      if (candidate.distance <= radius)
        g_array_append_val (near, candidate);
    }

  g_array_sort (near, compare_near_points);
  return near;
}
