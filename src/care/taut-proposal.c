/* taut-proposal.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-proposal"

#include "config.h"

#include "taut-proposal.h"

#include "taut-prescription-private.h"
#include "taut-proposal-choice.h"

/* The groups of the marks that a routine is for, each once; those that it names
 * before those that it only shares a muscle with. */
static GPtrArray *
list_served (const TautChooser   *self,
             const TautCandidate *candidate)
{
  GPtrArray *served = g_ptr_array_new ();

  g_assert (candidate != NULL);

  for (guint named = 2; named-- > 0;)
    {
      for (guint i = 0; i < self->context->marks->len; i++)
        {
          const TautCareMark *mark = g_ptr_array_index (self->context->marks, i);

          for (guint k = 0; candidate->fits[i] != TAUT_CARE_FIT_NONE && k < mark->groups->len; k++)
            {
              const TautMuscleGroup *group = g_ptr_array_index (mark->groups, k);
              gboolean is_named =
                g_strv_contains ((const char *const *) candidate->routine->groups, group->id);

              if (is_named == (named == 1) && (is_named || served->len == 0)
                  && !g_ptr_array_find (served, group, NULL))
                g_ptr_array_add (served, (gpointer) group);
            }
        }
    }

  return served;
}

static void
proposed_routine_free (gpointer data)
{
  TautProposedRoutine *proposed = data;

  taut_prescription_free (proposed->prescription);
  g_ptr_array_unref (proposed->served);
  g_free (proposed);
}

static void
left_out_routine_free (gpointer data)
{
  TautLeftOutRoutine *left_out = data;

  taut_verdict_free (left_out->verdict);
  g_free (left_out);
}

static void
propose (TautProposal        *proposal,
         const TautChooser   *self,
         const TautCandidate *candidate,
         TautPlanItem        *item)
{
  TautProposedRoutine *proposed = g_new0 (TautProposedRoutine, 1);

  g_assert (proposal != NULL);

  proposed->prescription =
    taut_prescription_new_for_routine (self->context, candidate->routine, item);
  proposed->served = list_served (self, candidate);
  g_ptr_array_add (proposal->routines, proposed);
}

static void
add_routines (TautProposal      *proposal,
              const TautChooser *self,
              const GDate       *today)
{
  g_autoptr (TautChoice) choice = taut_chooser_choose (self, TRUE);
  g_autoptr (GArray) sittings = taut_care_list_sittings (self->context->profile);
  g_autoptr (GPtrArray) items = NULL;

  g_assert (proposal != NULL);

  taut_care_week_fill (&choice->week, choice->slots, sittings->len);
  taut_choice_sort (choice);
  items = taut_care_schedule (choice->slots, sittings, self->plan, today);
  for (guint i = 0; i < items->len; i++)
    propose (proposal, self, g_ptr_array_index (choice->candidates, i),
             g_ptr_array_index (items, i));
}

static void
add_left_out (TautProposal      *proposal,
              const TautChooser *self)
{
  g_autoptr (TautChoice) choice = taut_chooser_choose (self, FALSE);

  g_assert (proposal != NULL);

  for (guint i = 0; i < choice->candidates->len; i++)
    {
      TautCandidate *candidate = g_ptr_array_index (choice->candidates, i);
      TautLeftOutRoutine *left_out;

      if (taut_verdict_allows (candidate->prescription->verdict))
        continue;
      left_out = g_new0 (TautLeftOutRoutine, 1);
      left_out->routine = candidate->routine;
      left_out->verdict = taut_screening_judge_in (self->context, candidate->routine);
      g_ptr_array_add (proposal->left_out, left_out);
    }
}

static guint
measure_busiest_day (const TautProposal *proposal,
                     const TautChooser  *self,
                     const GDate        *today)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GArray) minutes = NULL;
  guint most = 0;

  g_assert (proposal != NULL);

  g_ptr_array_extend (all, self->plan, NULL, NULL);
  for (guint i = 0; i < proposal->routines->len; i++)
    {
      const TautProposedRoutine *proposed = g_ptr_array_index (proposal->routines, i);

      g_ptr_array_add (all, proposed->prescription);
    }

  minutes = taut_prescription_measure_days (all, today, TAUT_PROPOSAL_HORIZON);
  for (guint i = 0; i < minutes->len; i++)
    most = MAX (most, g_array_index (minutes, guint, i));

  return most;
}

TautProposal *
taut_proposal_new (TautAtlas   *atlas,
                   TautRecord  *record,
                   const GDate *today)
{
  g_autoptr (GPtrArray) alarms = NULL;
  g_autoptr (TautChooser) chooser = NULL;
  TautProposal *proposal;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  proposal = g_new0 (TautProposal, 1);
  proposal->routines = g_ptr_array_new_with_free_func (proposed_routine_free);
  proposal->left_out = g_ptr_array_new_with_free_func (left_out_routine_free);

  chooser = taut_chooser_new (atlas, record, today);
  alarms = taut_screening_list_alarms (atlas, record);
  if (alarms->len == 0 && chooser->candidates->len > 0)
    {
      add_routines (proposal, chooser, today);
      add_left_out (proposal, chooser);
    }
  proposal->minutes = measure_busiest_day (proposal, chooser, today);

  return proposal;
}

void
taut_proposal_free (TautProposal *proposal)
{
  if (proposal == NULL)
    return;

  g_ptr_array_unref (proposal->routines);
  g_ptr_array_unref (proposal->left_out);
  g_free (proposal);
}
