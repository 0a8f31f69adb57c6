/* taut-atlas-check-routines.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold of groups and routines together: every muscle is cared for in
 * one group, every group has something to press or a reason why not, something
 * that moves it, and a habit; no two routines are the same; pictures lie on the
 * skin. */

#define G_LOG_DOMAIN "taut-atlas-check-routines"

#include "config.h"

#include "taut-atlas-check-private.h"

#define MOVING (1u << TAUT_ROUTINE_STRETCH | 1u << TAUT_ROUTINE_MOBILITY | \
                1u << TAUT_ROUTINE_STRENGTH)

/* The kinds of all routines that serve a group, a bit for each. */
static guint
find_kinds (TautAtlas             *self,
            const TautMuscleGroup *group)
{
  guint kinds = 0;

  g_assert (group != NULL);

  for (guint i = 0; i < self->routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (self->routines, i);

      if (g_strv_contains ((const char *const *) routine->groups, group->id))
        kinds |= 1u << routine->kind;
    }

  return kinds;
}

static void
check_group (TautAtlas             *self,
             const TautMuscleGroup *group,
             GPtrArray             *problems)
{
  guint kinds = find_kinds (self, group);
  gboolean pressed = (kinds & 1u << TAUT_ROUTINE_PRESSURE) != 0;

  g_assert (problems != NULL);

  if (!pressed && group->no_release == NULL)
    taut_atlas_complain (problems, "muscle-groups.json: %s: field \"no_release\": expected the "
                         "reason why no routine presses there, found nothing", group->id);
  if (pressed && group->no_release != NULL)
    taut_atlas_complain (problems, "muscle-groups.json: %s: field \"no_release\": expected no "
                         "routine that presses there, found one", group->id);
  if ((kinds & MOVING) == 0)
    taut_atlas_complain (problems, "muscle-groups.json: %s: field \"id\": expected a stretch, a "
                         "mobility or a strength routine for it, found none", group->id);
  if ((kinds & 1u << TAUT_ROUTINE_HABIT) == 0)
    taut_atlas_complain (problems, "muscle-groups.json: %s: field \"id\": expected a habit for it, "
                         "found none", group->id);
}

static void
check_muscles (TautAtlas *self,
               GPtrArray *problems)
{
  g_assert (problems != NULL);

  for (guint i = 0; i < self->muscles->len; i++)
    {
      const TautMuscle *muscle = g_ptr_array_index (self->muscles, i);

      if (taut_atlas_find_group_of_muscle (self, muscle->id) == NULL)
        taut_atlas_complain (problems, "muscle-groups.json: %s: field \"muscles\": expected every "
                             "muscle in a group, found it in none", muscle->id);
    }
}

static void
check_steps (const TautRoutine *routine,
             GHashTable        *seen,
             GPtrArray         *problems)
{
  char *steps;
  const char *other;

  g_assert (routine != NULL);

  steps = g_strjoinv ("\n", routine->steps);
  other = g_hash_table_lookup (seen, steps);
  if (other != NULL)
    taut_atlas_complain (problems, "routines.json: %s: field \"steps\": expected steps of its own, "
                         "found those of %s", routine->id, other);
  g_hash_table_insert (seen, steps, (gpointer) routine->id);
}

static void
check_picture (TautAtlas         *self,
               const TautRoutine *routine,
               GPtrArray         *problems)
{
  const TautRoutinePicture *picture;

  g_assert (routine != NULL);

  picture = &routine->picture;
  for (guint i = 0; i < picture->n_spots; i++)
    {
      TautStrokePoint at = { picture->spots[i], 1 };
      const TautStroke spot = { &at, 1 };

      taut_atlas_check_stroke (self, &spot, "routines.json", routine->id, "spots", problems);
    }
  if (picture->arrow != NULL)
    taut_atlas_check_stroke (self, picture->arrow, "routines.json", routine->id, "arrow", problems);
}

void
taut_atlas_check_routines (TautAtlas *self,
                           GPtrArray *problems)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (TAUT_IS_ATLAS (self));
  g_return_if_fail (problems != NULL);

  for (guint i = 0; i < self->routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (self->routines, i);

      check_steps (routine, seen, problems);
      check_picture (self, routine, problems);
    }

  /* An atlas under way may have no groups yet. */
  if (self->muscle_groups->len > 0)
    check_muscles (self, problems);
  for (guint i = 0; i < self->muscle_groups->len; i++)
    check_group (self, g_ptr_array_index (self->muscle_groups, i), problems);
}
