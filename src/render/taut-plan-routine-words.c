/* taut-plan-routine-words.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-routine-words"

#include "config.h"

#include "taut-plan-routine-words.h"

#include <glib/gi18n-lib.h>

#include "taut-names.h"
#include "taut-plan-words.h"

#define N_MARKS_NAMED 2

static gboolean
is_same_point (TautMark *a,
               TautMark *b)
{
  return taut_mark_get_point_id (a) != NULL &&
         g_strcmp0 (taut_mark_get_point_id (a), taut_mark_get_point_id (b)) == 0;
}

/* "Upper trapezius, front edge, both sides" where @marks has the other side too;
 * %NULL when an earlier mark said so. */
static char *
name_mark (TautAtlas       *atlas,
           const GPtrArray *marks,
           guint            which)
{
  TautMark *mark = g_ptr_array_index (marks, which);
  gboolean both = FALSE;

  for (guint i = 0; i < marks->len; i++)
    if (i != which && is_same_point (mark, g_ptr_array_index (marks, i)))
      {
        if (i < which)
          return NULL;
        both = both || taut_mark_get_side (mark) !=
                         taut_mark_get_side (g_ptr_array_index (marks, i));
      }

  return both ? taut_name_point_both (taut_atlas_find_point (atlas, taut_mark_get_point_id (mark)))
              : taut_name_mark (atlas, mark);
}

/* Names have commas of their own. */
static char *
format_marks (TautAtlas              *atlas,
              const TautPrescription *prescription)
{
  const GPtrArray *marks = prescription->marks;
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_named = 0;
  guint n_more = 0;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      g_autofree char *name = name_mark (atlas, marks, i);

      if (name == NULL)
        continue;

      if (n_named < N_MARKS_NAMED)
        g_string_append_printf (list, n_named++ > 0 ? "; %s" : "%s", name);
      else
        n_more++;
    }
  if (n_more > 0)
    g_string_append_printf (list, ngettext ("; %u more spot", "; %u more spots", n_more), n_more);
  if (n_named == 0)
    return NULL;

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
format_groups (TautAtlas         *atlas,
               const TautRoutine *routine)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; routine->groups != NULL && routine->groups[i] != NULL; i++)
    {
      const TautMuscleGroup *group = taut_atlas_find_muscle_group (atlas, routine->groups[i]);

      if (group != NULL && names->len < N_MARKS_NAMED)
        g_ptr_array_add (names, g_strdup (taut_name_translate (TAUT_CONTEXT_MUSCLE_GROUP,
                                                               group->name)));
    }
  if (names->len == 0)
    return g_strdup ("");

  list = taut_plan_words_join (names);

  /* Translators: names of groups of muscles */
  return g_strdup_printf (_("For: %s"), list);
}

char *
taut_plan_routine_format_purpose (TautAtlas              *atlas,
                                  const TautPrescription *prescription,
                                  GDateTime              *today)
{
  const GDate *start;
  g_autofree char *what = NULL;
  g_autoptr (GDateTime) begin = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (prescription != NULL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  if (prescription->routine == NULL && prescription->own == NULL)
    return g_strdup (_("Tautline does not know this routine any more: ask your therapist."));

  what = format_marks (atlas, prescription);
  if (what == NULL)
    what = prescription->routine != NULL ? format_groups (atlas, prescription->routine)
                                         : g_strdup (_("Your own routine"));

  start = taut_plan_item_get_start (prescription->item);
  begin = g_date_time_new_utc (g_date_get_year (start), g_date_get_month (start),
                               g_date_get_day (start), 0, 0, 0);
  if (g_date_time_compare (begin, today) <= 0)
    return g_steal_pointer (&what);

  day = g_date_time_format (begin, C_("first day of a week", "%-d %B"));

  /* Translators: for which spots a routine is, and the day on which it begins */
  return g_strdup_printf (_("%s. From %s"), what, day);
}

char **
taut_plan_routine_list_steps (const TautPrescription *prescription)
{
  g_autoptr (GPtrArray) steps = NULL;

  g_return_val_if_fail (prescription != NULL, NULL);

  steps = g_ptr_array_new ();
  for (guint i = 0; prescription->routine != NULL && prescription->routine->steps[i] != NULL; i++)
    g_ptr_array_add (steps, g_strdup (taut_name_translate (TAUT_CONTEXT_ROUTINE,
                                                           prescription->routine->steps[i])));
  if (prescription->own != NULL && taut_own_routine_get_steps (prescription->own) != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (taut_own_routine_get_steps (prescription->own), "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          const char *line = g_strstrip (lines[i]);

          if (*line != '\0')
            g_ptr_array_add (steps, g_strdup (line));
        }
    }
  g_ptr_array_add (steps, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&steps), FALSE);
}
