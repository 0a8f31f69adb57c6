/* taut-atlas-check-precautions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each question about health is used by a rule, and each rule has a routine that
 * it is about, or says that it is general. Rules know heat and cold by their tags,
 * so routines of these kinds have them. */

#define G_LOG_DOMAIN "taut-atlas-check-precautions"

#include "config.h"

#include "taut-atlas-check-private.h"

static gboolean
is_used (TautAtlas          *self,
         const TautQuestion *question)
{
  g_assert (question != NULL);

  for (guint i = 0; i < self->precautions->len; i++)
    {
      const TautPrecaution *rule = g_ptr_array_index (self->precautions, i);

      if (g_strcmp0 (rule->question, question->id) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_any (char **wanted,
         char **given)
{
  g_assert (wanted != NULL);
  g_assert (given != NULL);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) given, wanted[i]))
      return TRUE;

  return wanted[0] == NULL;
}

static gboolean
finds_routine (TautAtlas            *self,
               const TautPrecaution *rule)
{
  g_assert (rule != NULL);

  for (guint i = 0; i < self->routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (self->routines, i);

      if ((rule->kinds == 0 || (rule->kinds & 1u << routine->kind) != 0) &&
          has_any (rule->groups, routine->groups) &&
          has_any (rule->tags, routine->tags))
        return TRUE;
    }

  return FALSE;
}

static void
check_tag (const TautRoutine *routine,
           const char        *tag,
           GPtrArray         *problems)
{
  g_assert (routine != NULL);

  if (!g_strv_contains ((const char *const *) routine->tags, tag))
    taut_atlas_complain (problems, "routines.json: %s: field \"tags\": expected \"%s\" with this "
                         "kind, found it missing", routine->id, tag);
}

static void
check_topics (TautAtlas  *self,
              GPtrArray  *problems)
{
  g_assert (problems != NULL);

  for (guint i = 1; i < self->questions->len; i++)
    {
      const TautQuestion *question = g_ptr_array_index (self->questions, i);
      const TautQuestion *before = g_ptr_array_index (self->questions, i - 1);

      for (guint k = 0; k + 1 < i && question->areas[0] == NULL; k++)
        {
          const TautQuestion *earlier = g_ptr_array_index (self->questions, k);

          if (g_str_equal (earlier->topic, question->topic) &&
              !g_str_equal (before->topic, question->topic))
            {
              taut_atlas_complain (problems, "questions.json: %s: field \"topic\": expected it beside "
                                   "the others of \"%s\", found it apart", question->id,
                                   question->topic);
              break;
            }
        }
    }
}

void
taut_atlas_check_precautions (TautAtlas *self,
                              GPtrArray *problems)
{
  g_return_if_fail (TAUT_IS_ATLAS (self));
  g_return_if_fail (problems != NULL);

  check_topics (self, problems);
  for (guint i = 0; i < self->questions->len; i++)
    {
      const TautQuestion *question = g_ptr_array_index (self->questions, i);

      if (question->areas[0] == NULL && !is_used (self, question))
        taut_atlas_complain (problems, "questions.json: %s: field \"id\": expected a rule that uses "
                             "it, found none", question->id);
    }

  for (guint i = 0; i < self->precautions->len; i++)
    {
      const TautPrecaution *rule = g_ptr_array_index (self->precautions, i);

      if (!rule->general && !finds_routine (self, rule))
        taut_atlas_complain (problems, "precautions.json: %s: field \"tags\": expected a routine that "
                             "it is about, or \"general\", found neither", rule->id);
    }

  for (guint i = 0; i < self->routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (self->routines, i);

      if (routine->kind == TAUT_ROUTINE_HEAT)
        check_tag (routine, "heat", problems);
      else if (routine->kind == TAUT_ROUTINE_COLD)
        check_tag (routine, "cold", problems);
    }
}
