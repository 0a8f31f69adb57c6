/* taut-care-context.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-care-context"

#include "config.h"

#include "taut-care-context.h"

/* A plain spot stands for the points that a click there would offer. */
#define NEAR_MM 25
#define N_NEAR_MUSCLES 2

/* A tool is used where the mark is when it lies no further from it, straight. */
#define SPOT_MM 50

static const TautPoint *
get_point (TautAtlas *atlas,
           TautMark  *mark)
{
  const char *id = taut_mark_get_point_id (mark);

  g_assert (TAUT_IS_ATLAS (atlas));

  return id != NULL ? taut_atlas_find_point (atlas, id) : NULL;
}

static const TautArea *
find_area (TautAtlas *atlas,
           TautMark  *mark)
{
  guint cell;

  g_assert (TAUT_IS_ATLAS (atlas));

  if (!taut_skin_find_cell (taut_atlas_get_skin (atlas), taut_mark_get_place (mark), &cell))
    return NULL;

  return taut_atlas_get_area_of_cell (atlas, cell);
}

static void
add_once (GPtrArray     *list,
          gconstpointer  element)
{
  g_assert (list != NULL);

  if (element != NULL && !g_ptr_array_find (list, element, NULL))
    g_ptr_array_add (list, (gpointer) element);
}

/* A mark of a point that the atlas does not have counts as a plain spot. */
static void
add_muscles (TautCareMark *self,
             TautAtlas    *atlas)
{
  const TautPoint *point = get_point (atlas, self->mark);
  g_autoptr (GArray) near = NULL;

  g_assert (self != NULL);

  if (point != NULL)
    {
      g_ptr_array_add (self->muscles, (gpointer) point->muscle->id);
      return;
    }

  near = taut_atlas_find_near_points (atlas, taut_mark_get_place (self->mark), NEAR_MM);
  for (guint i = 0; i < near->len && self->muscles->len < N_NEAR_MUSCLES; i++)
    add_once (self->muscles, g_array_index (near, TautNearPoint, i).point->muscle->id);
}

static TautCareMark *
read_mark (TautAtlas *atlas,
           TautMark  *mark)
{
  TautCareMark *self = g_new0 (TautCareMark, 1);

  g_assert (TAUT_IS_MARK (mark));

  self->mark = g_object_ref (mark);
  self->area = find_area (atlas, mark);
  self->muscles = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  add_muscles (self, atlas);
  for (guint i = 0; i < self->muscles->len; i++)
    add_once (self->groups,
              taut_atlas_find_group_of_muscle (atlas, g_ptr_array_index (self->muscles, i)));

  return self;
}

static void
care_mark_free (gpointer data)
{
  TautCareMark *self = data;

  g_object_unref (self->mark);
  g_ptr_array_unref (self->muscles);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

TautCareContext *
taut_care_context_new (TautAtlas   *atlas,
                       TautProfile *profile,
                       GListModel  *marks)
{
  TautCareContext *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), NULL);

  self = g_new0 (TautCareContext, 1);
  self->atlas = g_object_ref (atlas);
  self->profile = g_object_ref (profile);
  self->marks = g_ptr_array_new_with_free_func (care_mark_free);
  self->areas = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      TautCareMark *read = read_mark (atlas, mark);

      g_ptr_array_add (self->marks, read);
      if (read->area != NULL)
        g_hash_table_add (self->areas, (gpointer) read->area->id);
    }

  return self;
}

void
taut_care_context_free (TautCareContext *context)
{
  if (context == NULL)
    return;

  g_hash_table_unref (context->areas);
  g_ptr_array_unref (context->marks);
  g_object_unref (context->profile);
  g_object_unref (context->atlas);
  g_free (context);
}

static gboolean
is_near_spot (const TautCareMark *mark,
              TautAtlas          *atlas,
              const TautRoutine  *routine)
{
  TautSkin *skin = taut_atlas_get_skin (atlas);
  TautVector place;

  g_assert (mark != NULL);
  g_assert (routine != NULL);

  if (routine->picture.n_spots == 0
      || !taut_skin_locate (skin, taut_mark_get_place (mark->mark), &place, NULL))
    return FALSE;

  for (guint i = 0; i < routine->picture.n_spots; i++)
    {
      const TautSkinPoint *spot = &routine->picture.spots[i];
      gboolean left = taut_mark_get_side (mark->mark) == TAUT_SIDE_LEFT;
      TautSkinPoint at = left ? *spot : taut_skin_point_mirror (spot);
      TautVector centre;

      if (taut_skin_locate (skin, &at, &centre, NULL)
          && taut_vector_length (taut_vector_subtract (place, centre)) * TAUT_MM_PER_UNIT <= SPOT_MM)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_for_muscle (const TautCareMark *mark,
               const TautRoutine  *routine)
{
  g_assert (mark != NULL);
  g_assert (routine != NULL);

  for (guint i = 0; i < mark->muscles->len; i++)
    if (g_strv_contains ((const char *const *) routine->muscles,
                         g_ptr_array_index (mark->muscles, i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_for_group (const TautCareMark *mark,
              const TautRoutine  *routine)
{
  g_assert (mark != NULL);
  g_assert (routine != NULL);

  for (guint i = 0; i < mark->groups->len; i++)
    {
      const TautMuscleGroup *group = g_ptr_array_index (mark->groups, i);

      if (g_strv_contains ((const char *const *) routine->groups, group->id))
        return TRUE;
    }

  return FALSE;
}

/* Where the nearest muscle must not be pressed, no routine presses for the sake of
 * a neighbour either. */
static gboolean
must_not_be_pressed (const TautCareMark *mark)
{
  g_assert (mark != NULL);

  return mark->groups->len > 0
         && ((const TautMuscleGroup *) g_ptr_array_index (mark->groups, 0))->no_release != NULL;
}

TautCareFit
taut_care_mark_fit (const TautCareMark *mark,
                    TautAtlas          *atlas,
                    const TautRoutine  *routine)
{
  g_return_val_if_fail (mark != NULL, TAUT_CARE_FIT_NONE);
  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), TAUT_CARE_FIT_NONE);
  g_return_val_if_fail (routine != NULL, TAUT_CARE_FIT_NONE);

  if (routine->kind == TAUT_ROUTINE_PRESSURE && must_not_be_pressed (mark))
    return TAUT_CARE_FIT_NONE;
  if (!is_for_muscle (mark, routine))
    return is_for_group (mark, routine) ? TAUT_CARE_FIT_GROUP : TAUT_CARE_FIT_NONE;
  if (mark->area != NULL && routine->picture.felt != NULL
      && g_strv_contains ((const char *const *) routine->picture.felt, mark->area->id))
    return TAUT_CARE_FIT_PLACE;

  return is_near_spot (mark, atlas, routine) ? TAUT_CARE_FIT_PLACE : TAUT_CARE_FIT_MUSCLE;
}

void
taut_care_add_areas (GHashTable *areas,
                     TautAtlas  *atlas,
                     TautMark   *mark,
                     guint       n_zones)
{
  const TautPoint *point;
  const TautArea *area;

  g_return_if_fail (areas != NULL);
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_MARK (mark));
  g_return_if_fail (n_zones <= TAUT_N_ZONES);

  point = get_point (atlas, mark);
  area = find_area (atlas, mark);
  if (area != NULL)
    g_hash_table_add (areas, (gpointer) area->id);

  for (guint zone = 0; point != NULL && zone < n_zones; zone++)
    {
      char **listed = point->zones[zone].areas;

      for (guint i = 0; listed != NULL && listed[i] != NULL; i++)
        g_hash_table_add (areas, listed[i]);
    }
}
