/* taut-screening.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-screening"

#include "config.h"

#include "taut-screening.h"

#include "taut-care-context.h"

/* Whether a list of ids, where nothing means all, has one in common with another. */
static gboolean
meets (char **wanted,
       char **given)
{
  g_assert (wanted != NULL);
  g_assert (given != NULL);

  if (wanted[0] == NULL)
    return TRUE;

  for (guint i = 0; wanted[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) given, wanted[i]))
      return TRUE;

  return FALSE;
}

static gboolean
touches (char       **wanted,
         GHashTable  *areas)
{
  g_assert (wanted != NULL);
  g_assert (areas != NULL);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (g_hash_table_contains (areas, wanted[i]))
      return TRUE;

  return FALSE;
}

static gboolean
concerns_person (const TautPrecaution  *rule,
                 const TautCareContext *context)
{
  g_assert (rule != NULL);
  g_assert (context != NULL);

  if (rule->question != NULL
      && taut_profile_get_answer (context->profile, rule->question) != TAUT_ANSWER_YES)
    return FALSE;

  return rule->areas[0] == NULL || touches (rule->areas, context->areas);
}

static gboolean
concerns_routine (const TautPrecaution *rule,
                  const TautRoutine    *routine)
{
  g_assert (rule != NULL);
  g_assert (routine != NULL);

  return (rule->kinds == 0 || (rule->kinds & 1u << routine->kind) != 0)
         && meets (rule->groups, routine->groups)
         && meets (rule->tags, routine->tags);
}

static void
lower (guint *limit,
       guint  to)
{
  g_assert (limit != NULL);

  if (to > 0 && (*limit == 0 || to < *limit))
    *limit = to;
}

static void
add_rule (TautVerdict    *verdict,
          TautPrecaution *rule)
{
  g_assert (verdict != NULL);
  g_assert (rule != NULL);

  g_ptr_array_add (verdict->rules, rule);
  verdict->effect = MAX (verdict->effect, rule->effect);
  lower (&verdict->pressure_most, rule->pressure_most);
  lower (&verdict->hold_most, rule->hold_most);
  lower (&verdict->repetitions_most, rule->repetitions_most);
}

/* Gravest first, then as in the data: the effects are gone through one by one. */
TautVerdict *
taut_screening_judge_in (const TautCareContext *context,
                         const TautRoutine     *routine)
{
  GPtrArray *rules;
  TautVerdict *verdict;

  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  verdict = g_new0 (TautVerdict, 1);
  verdict->rules = g_ptr_array_new ();
  rules = taut_atlas_get_precautions (context->atlas);
  for (int effect = TAUT_EFFECT_REFER; effect >= TAUT_EFFECT_SOFTEN; effect--)
    {
      for (guint i = 0; i < rules->len; i++)
        {
          TautPrecaution *rule = g_ptr_array_index (rules, i);

          if ((int) rule->effect == effect && concerns_routine (rule, routine)
              && concerns_person (rule, context))
            add_rule (verdict, rule);
        }
    }

  return verdict;
}

TautVerdict *
taut_screening_judge (TautAtlas         *atlas,
                      TautProfile       *profile,
                      GListModel        *marks,
                      const TautRoutine *routine)
{
  g_autoptr (TautCareContext) context = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  context = taut_care_context_new (atlas, profile, marks);

  return taut_screening_judge_in (context, routine);
}

void
taut_verdict_free (TautVerdict *verdict)
{
  if (verdict == NULL)
    return;

  g_ptr_array_unref (verdict->rules);
  g_free (verdict);
}

gboolean
taut_verdict_allows (const TautVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, FALSE);

  return verdict->rules->len == 0 || verdict->effect == TAUT_EFFECT_SOFTEN;
}

static gboolean
is_sign (const TautQuestion *question)
{
  g_assert (question != NULL);

  return question->areas[0] != NULL;
}

GPtrArray *
taut_screening_list_questions (TautAtlas *atlas)
{
  GPtrArray *all;
  GPtrArray *listed;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);

  all = taut_atlas_get_questions (atlas);
  listed = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (!is_sign (g_ptr_array_index (all, i)))
      g_ptr_array_add (listed, g_ptr_array_index (all, i));

  return listed;
}

/* Signs with @answer, gravest first. @areas: those that ask. */
static GPtrArray *
list_signs (TautAtlas   *atlas,
            TautProfile *profile,
            TautAnswer   answer,
            GHashTable  *areas)
{
  GPtrArray *all = taut_atlas_get_questions (atlas);
  GPtrArray *listed = g_ptr_array_new ();

  g_assert (TAUT_IS_PROFILE (profile));

  for (guint tier = TAUT_TIER_EMERGENCY; tier <= TAUT_TIER_GENTLE; tier++)
    {
      for (guint i = 0; i < all->len; i++)
        {
          TautQuestion *sign = g_ptr_array_index (all, i);

          if (sign->tier == tier && is_sign (sign)
              && taut_profile_get_answer (profile, sign->id) == answer
              && touches (sign->areas, areas))
            g_ptr_array_add (listed, sign);
        }
    }

  return listed;
}

/* The signs that the marks ask for and that have @answer. What was answered for a mark
 * that is gone counts again only when one comes to the same place. */
static GPtrArray *
list_asked (TautAtlas  *atlas,
            TautRecord *record,
            TautAnswer  answer)
{
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *marks = taut_record_get_marks (record);

  g_assert (TAUT_IS_ATLAS (atlas));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);

      /* Where it is felt now and then does not count: questions that come for every
       * mark are soon answered unread. */
      taut_care_add_areas (areas, atlas, mark, TAUT_ZONE_ESSENTIAL + 1);
    }

  return list_signs (atlas, taut_record_get_profile (record), answer, areas);
}

GPtrArray *
taut_screening_list_signs (TautAtlas  *atlas,
                           TautRecord *record)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  return list_asked (atlas, record, TAUT_ANSWER_NONE);
}

GPtrArray *
taut_screening_list_alarms (TautAtlas  *atlas,
                            TautRecord *record)
{
  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  return list_asked (atlas, record, TAUT_ANSWER_YES);
}
