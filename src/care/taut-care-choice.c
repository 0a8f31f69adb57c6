/* taut-care-choice.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-care-choice"

#include "config.h"

#include "taut-care-choice.h"

#define N_PER_MUSCLE 3

/* How soon a kind is taken; strength comes last, since it is for later, when the
 * pain at rest is calm. */
static const guint ranks[] = {
  [TAUT_ROUTINE_PRESSURE] = 0,
  [TAUT_ROUTINE_STRETCH] = 1,
  [TAUT_ROUTINE_MOBILITY] = 2,
  [TAUT_ROUTINE_HABIT] = 3,
  [TAUT_ROUTINE_BREATHING] = 4,
  [TAUT_ROUTINE_HEAT] = 5,
  [TAUT_ROUTINE_COLD] = 6,
  [TAUT_ROUTINE_STRENGTH] = 7,
};

/* The kinds that one of the up to three routines may have: pressure, stretch, and
 * then all; the latter also stand in for a missing one. */
#define RANK_FREE 2

typedef struct
{
  const TautRoutine *routine;
  guint use;              /* see measure_use() */
  guint order;            /* of being chosen */
} Choice;

/* How many of @muscles the routine is for. */
static guint
count_muscles (const TautRoutine *routine,
               const char *const *muscles)
{
  guint n = 0;

  g_assert (routine != NULL);
  g_assert (muscles != NULL);

  for (guint i = 0; muscles[i] != NULL; i++)
    n += g_strv_contains ((const char *const *) routine->muscles, muscles[i]);

  return n;
}

/* The muscles of all marks that the routine is for: for marks with one muscle
 * each the number of marks. */
static guint
measure_use (const TautRoutine *routine,
             GPtrArray         *marks)
{
  guint n = 0;

  g_assert (marks != NULL);

  for (guint i = 0; i < marks->len; i++)
    n += count_muscles (routine, g_ptr_array_index (marks, i));

  return n;
}

/* The best routine for @muscle among the kinds from @lowest to @highest rank that
 * are not in @taken, a mask of ranks. */
static const TautRoutine *
find_best (GPtrArray  *routines,
           GPtrArray  *marks,
           const char *muscle,
           guint       lowest,
           guint       highest,
           guint       taken)
{
  const char *const muscles[] = { muscle, NULL };
  const TautRoutine *best = NULL;
  guint best_use = 0;

  g_assert (routines != NULL);
  g_assert (muscle != NULL);

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);
      guint rank = ranks[routine->kind];
      guint use;

      if (rank < lowest || rank > highest || (taken & 1u << rank) != 0
          || count_muscles (routine, muscles) == 0)
        continue;
      use = measure_use (routine, marks);
      if (best == NULL || use > best_use || (use == best_use && rank < ranks[best->kind]))
        {
          best = routine;
          best_use = use;
        }
    }

  return best;
}

static void
choose (GArray            *choices,
        const TautRoutine *routine,
        GPtrArray         *marks)
{
  Choice choice = { routine, measure_use (routine, marks), choices->len };

  g_assert (routine != NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      if (g_array_index (choices, Choice, i).routine == routine)
        return;
    }
  g_array_append_val (choices, choice);
}

static void
choose_for_muscle (GArray     *choices,
                   GPtrArray  *routines,
                   GPtrArray  *marks,
                   const char *muscle)
{
  guint taken = 0;

  g_assert (choices != NULL);

  for (guint i = 0; i < N_PER_MUSCLE; i++)
    {
      guint lowest = MIN (i, RANK_FREE);
      guint highest = i < RANK_FREE ? i : G_N_ELEMENTS (ranks) - 1;
      const TautRoutine *routine = find_best (routines, marks, muscle, lowest, highest, taken);

      if (routine == NULL && i < RANK_FREE)
        routine = find_best (routines, marks, muscle, RANK_FREE, G_N_ELEMENTS (ranks) - 1, taken);
      if (routine == NULL)
        continue;
      taken |= 1u << ranks[routine->kind];
      choose (choices, routine, marks);
    }
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const Choice *left = a;
  const Choice *right = b;

  if (left->use != right->use)
    return left->use > right->use ? -1 : 1;

  return left->order < right->order ? -1 : 1;
}

GPtrArray *
taut_care_choose (GPtrArray *routines,
                  GPtrArray *marks)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  GPtrArray *chosen;

  g_return_val_if_fail (routines != NULL, NULL);
  g_return_val_if_fail (marks != NULL, NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      char **muscles = g_ptr_array_index (marks, i);

      for (guint j = 0; muscles[j] != NULL; j++)
        {
          if (g_hash_table_add (seen, muscles[j]))
            choose_for_muscle (choices, routines, marks, muscles[j]);
        }
    }
  g_array_sort (choices, compare_choices);

  chosen = g_ptr_array_sized_new (choices->len);
  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (chosen, (gpointer) g_array_index (choices, Choice, i).routine);

  return chosen;
}

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
