/* taut-proposal-choice.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How routines are chosen
 *
 * Every routine belongs to a phase of care: warmth, release, stretch, movement,
 * habit, strength. A mark wants one routine of each phase, and the more it hurts
 * the more it counts; what it has got already makes the next one count less. Again
 * and again the routine with the greatest gain is taken that the precautions allow,
 * that finds room in the week and that can be done with what is at hand. Everything
 * is counted in whole numbers, and the order of the atlas breaks ties.
 *
 * At first each routine gets up to all its days, once a day. When fewer than three
 * find room, the choice begins anew with fewer days for each, and at last with the
 * shortest first. What room is left is then filled with more days and times.
 *
 * The same choice without precautions tells which routines they refuse. */

#define G_LOG_DOMAIN "taut-proposal-choice"

#include "config.h"

#include "taut-proposal-choice.h"

#include "taut-prescription-private.h"
#include "taut-proposal.h"

#define N_ROUTINES_LEAST 3
#define N_ROUTINES_MOST 5

static const TautPhase phases[] = {
  [TAUT_ROUTINE_PRESSURE] = TAUT_PHASE_RELEASE,
  [TAUT_ROUTINE_STRETCH] = TAUT_PHASE_STRETCH,
  [TAUT_ROUTINE_MOBILITY] = TAUT_PHASE_MOVEMENT,
  [TAUT_ROUTINE_STRENGTH] = TAUT_PHASE_STRENGTH,
  [TAUT_ROUTINE_HEAT] = TAUT_PHASE_WARMTH,
  [TAUT_ROUTINE_COLD] = TAUT_PHASE_WARMTH,
  [TAUT_ROUTINE_BREATHING] = TAUT_PHASE_MOVEMENT,
  [TAUT_ROUTINE_HABIT] = TAUT_PHASE_HABIT,
};

/* How much a mark wants each. */
static const guint wants[TAUT_N_PHASES] = {
  [TAUT_PHASE_WARMTH] = 6,
  [TAUT_PHASE_RELEASE] = 12,
  [TAUT_PHASE_STRETCH] = 10,
  [TAUT_PHASE_MOVEMENT] = 8,
  [TAUT_PHASE_HABIT] = 5,
  [TAUT_PHASE_STRENGTH] = 4,
};

/* Divisible by one more than any number of routines that a mark may have got. */
#define GAIN_UNIT 2520

/* What every household has. */
static const char *const household[] = {
  "towel", "pillow", "chair", "table", "wall", "doorway", "step", NULL
};

/* One way of choosing. */
typedef struct
{
  guint n_days;
  gboolean shortest_first;
  gboolean heed;                  /* the precautions */
} Way;

static void
candidate_free (gpointer data)
{
  TautCandidate *candidate = data;

  taut_prescription_free (candidate->prescription);
  g_free (candidate->fits);
  g_free (candidate);
}

/* Whether a routine can be done with what is at hand: @at_hand tells whether as it
 * is, without what serves instead. */
static gboolean
can_be_done (const TautRoutine *routine,
             TautProfile       *profile,
             gboolean          *at_hand)
{
  const char *const *own = taut_profile_get_equipment (profile);

  g_assert (routine != NULL);
  g_assert (at_hand != NULL);

  *at_hand = TRUE;
  for (guint i = 0; routine->equipment[i] != NULL; i++)
    if (!g_strv_contains (household, routine->equipment[i])
        && (own == NULL || !g_strv_contains (own, routine->equipment[i])))
      *at_hand = FALSE;

  return *at_hand || routine->at_home != NULL;
}

/* Notes what a routine gives to each mark. */
static void
serve (TautServed          *served,
       const TautCandidate *candidate,
       guint                n_marks)
{
  g_assert (served != NULL || n_marks == 0);
  g_assert (candidate != NULL);

  for (guint i = 0; i < n_marks; i++)
    {
      TautCareFit *fit = &served[i].fits[candidate->phase];

      if (candidate->fits[i] == TAUT_CARE_FIT_NONE)
        continue;
      *fit = MAX (*fit, candidate->fits[i]);
      served[i].n++;
    }
}

/* A mark wants a routine of a phase unless it has one for its very muscle. */
static guint64
measure_gain (const TautChooser   *self,
              const TautServed    *served,
              const TautCandidate *candidate)
{
  guint64 gain = 0;

  g_assert (self != NULL);
  g_assert (candidate != NULL);

  for (guint i = 0; i < self->context->marks->len; i++)
    {
      const TautCareMark *mark = g_ptr_array_index (self->context->marks, i);
      TautCareFit has = served[i].fits[candidate->phase];
      guint better = candidate->fits[i] > has ? candidate->fits[i] - has : 0;

      if (has < TAUT_CARE_FIT_MUSCLE)
        gain += better * wants[candidate->phase] * (taut_mark_get_intensity (mark->mark) + 1)
                * (guint64) (GAIN_UNIT / (1 + served[i].n));
    }

  return candidate->at_hand ? gain : gain - gain / 10;
}

static gboolean
is_better (const TautCandidate *candidate,
           guint64              gain,
           const TautCandidate *best,
           guint64              best_gain,
           const Way           *way)
{
  g_assert (candidate != NULL);

  if (best == NULL)
    return TRUE;
  if (way->shortest_first && candidate->prescription->minutes != best->prescription->minutes)
    return candidate->prescription->minutes < best->prescription->minutes;

  return gain > best_gain;
}

static TautCandidate *
find_best (const TautChooser *self,
           const TautServed  *served,
           GHashTable        *tried,
           const Way         *way)
{
  TautCandidate *best = NULL;
  guint64 best_gain = 0;

  g_assert (self != NULL);
  g_assert (tried != NULL);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      TautCandidate *candidate = g_ptr_array_index (self->candidates, i);
      guint64 gain;

      if (g_hash_table_contains (tried, candidate)
          || (way->heed && !taut_verdict_allows (candidate->prescription->verdict)))
        continue;
      gain = measure_gain (self, served, candidate);
      if (gain == 0 || !is_better (candidate, gain, best, best_gain, way))
        continue;
      best = candidate;
      best_gain = gain;
    }

  return best;
}

static void
choose_one (TautChoice    *choice,
            TautCandidate *candidate,
            TautCareSlot  *slot)
{
  g_assert (choice != NULL);

  g_ptr_array_add (choice->candidates, candidate);
  g_array_append_val (choice->slots, *slot);
}

static TautCareSlot
make_slot (const TautCandidate *candidate)
{
  g_assert (candidate != NULL);

  return (TautCareSlot) {
    .routine = candidate->routine,
    .minutes = candidate->prescription->minutes,
    .times = 1,
    .early = candidate->phase == TAUT_PHASE_HABIT,
  };
}

static TautChoice *
choose (const TautChooser *self,
        const Way         *way)
{
  guint n_marks = self->context->marks->len;
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL);
  g_autofree TautServed *served = g_memdup2 (self->planned, n_marks * sizeof (TautServed));
  TautChoice *choice = g_new0 (TautChoice, 1);

  g_assert (way != NULL);

  choice->candidates = g_ptr_array_new ();
  choice->slots = g_array_new (FALSE, FALSE, sizeof (TautCareSlot));
  choice->week = self->week;
  while (choice->candidates->len < self->n_most)
    {
      TautCandidate *candidate = find_best (self, served, tried, way);
      TautCareSlot slot;

      if (candidate == NULL)
        break;
      g_hash_table_add (tried, candidate);
      slot = make_slot (candidate);
      if (!taut_care_week_place (&choice->week, &slot, way->n_days))
        continue;
      choose_one (choice, candidate, &slot);
      serve (served, candidate, n_marks);
    }

  return choice;
}

/* The single shortest routine, when the plan is empty and nothing finds room. */
static void
choose_longer (const TautChooser *self,
               TautChoice        *choice,
               gboolean           heed)
{
  const Way way = { TAUT_PROPOSAL_DAYS, TRUE, heed };
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL);
  TautCandidate *candidate;
  TautCareSlot slot;

  g_assert (self != NULL);
  g_assert (choice != NULL);

  if (choice->candidates->len > 0 || self->plan->len > 0)
    return;
  candidate = find_best (self, self->planned, tried, &way);
  if (candidate == NULL)
    return;

  slot = make_slot (candidate);
  choice->week.budget = slot.minutes;
  if (taut_care_week_place (&choice->week, &slot, TAUT_PROPOSAL_DAYS))
    choose_one (choice, candidate, &slot);
}

TautChoice *
taut_chooser_choose (const TautChooser *self,
                     gboolean           heed)
{
  const Way ways[] = {
    { TAUT_PROPOSAL_DAYS, FALSE, heed },
    { 4, FALSE, heed },
    { 3, FALSE, heed },
    { TAUT_PROPOSAL_DAYS, TRUE, heed },
    { 3, TRUE, heed },
  };
  TautChoice *best = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (TautChoice) choice = NULL;

      if (best != NULL && best->candidates->len >= MIN (self->n_most, N_ROUTINES_LEAST))
        break;
      choice = choose (self, &ways[i]);
      if (best != NULL && choice->candidates->len <= best->candidates->len)
        continue;
      g_clear_pointer (&best, taut_choice_free);
      best = g_steal_pointer (&choice);
    }
  choose_longer (self, best, heed);

  return best;
}

/* A routine that suits no mark gives %NULL. */
static TautCandidate *
make_candidate (const TautCareContext *context,
                const TautRoutine     *routine)
{
  g_autofree TautCareFit *fits = g_new0 (TautCareFit, context->marks->len);
  gboolean any = FALSE;
  TautCandidate *candidate;

  g_assert (routine != NULL);

  for (guint i = 0; i < context->marks->len; i++)
    {
      fits[i] = taut_care_mark_fit (g_ptr_array_index (context->marks, i), context->atlas, routine);
      any |= fits[i] != TAUT_CARE_FIT_NONE;
    }
  if (!any)
    return NULL;

  candidate = g_new0 (TautCandidate, 1);
  candidate->routine = routine;
  candidate->phase = phases[routine->kind];
  candidate->fits = g_steal_pointer (&fits);
  candidate->prescription = taut_prescription_new_for_routine (context, routine, NULL);

  return candidate;
}

/* What is planned already counts as given, and takes one of the places. */
static void
note_planned (TautChooser         *self,
              const TautCandidate *candidate)
{
  g_assert (self != NULL);

  serve (self->planned, candidate, self->context->marks->len);
  if (self->n_most > 0)
    self->n_most--;
}

static gboolean
has_ended (TautPlanItem *item,
           const GDate  *today)
{
  const GDate *end = taut_plan_item_get_end (item);

  g_assert (today != NULL);

  return end != NULL && g_date_compare (end, today) < 0;
}

static void
read_candidates (TautChooser *self,
                 TautRecord  *record,
                 const GDate *today)
{
  GPtrArray *routines = taut_atlas_get_routines (self->context->atlas);
  const char *const *refused = taut_profile_get_refused (self->context->profile);

  g_assert (self != NULL);

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);
      TautCandidate *candidate = make_candidate (self->context, routine);
      TautPlanItem *item = taut_record_find_plan_item (record, routine->id);

      if (candidate == NULL)
        continue;
      if (item != NULL && !has_ended (item, today))
        note_planned (self, candidate);
      else if (item == NULL
               && (refused == NULL || !g_strv_contains (refused, routine->id))
               && can_be_done (routine, self->context->profile, &candidate->at_hand))
        {
          g_ptr_array_add (self->candidates, candidate);
          continue;
        }
      candidate_free (candidate);
    }
}

static void
read_week (TautChooser *self,
           const GDate *today)
{
  g_autoptr (GArray) minutes = taut_prescription_measure_days (self->plan, today, TAUT_PROPOSAL_HORIZON);
  guint wish = taut_profile_get_minutes (self->context->profile);

  g_assert (self != NULL);

  self->week.budget = wish > 0 ? wish : TAUT_PROPOSAL_MINUTES;
  for (guint i = 0; i < minutes->len; i++)
    {
      GDate date = *today;
      guint *load;

      g_date_add_days (&date, i);
      load = &self->week.load[g_date_get_weekday (&date) - G_DATE_MONDAY];
      *load = MAX (*load, g_array_index (minutes, guint, i));
    }
}

TautChooser *
taut_chooser_new (TautAtlas   *atlas,
                  TautRecord  *record,
                  const GDate *today)
{
  TautChooser *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  self = g_new0 (TautChooser, 1);
  self->context = taut_care_context_new (atlas, taut_record_get_profile (record),
                                         taut_record_get_marks (record));
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
  self->plan = taut_prescription_list (atlas, record);
  self->planned = g_new0 (TautServed, self->context->marks->len);
  self->n_most = N_ROUTINES_MOST;
  read_candidates (self, record, today);
  read_week (self, today);

  return self;
}

void
taut_chooser_free (TautChooser *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->candidates);
  g_ptr_array_unref (self->plan);
  g_free (self->planned);
  taut_care_context_free (self->context);
  g_free (self);
}

void
taut_choice_sort (TautChoice *choice)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (TautCareSlot));

  g_return_if_fail (choice != NULL);

  for (guint phase = 0; phase < TAUT_N_PHASES; phase++)
    {
      for (guint i = 0; i < choice->candidates->len; i++)
        {
          TautCandidate *candidate = g_ptr_array_index (choice->candidates, i);

          if (candidate->phase != phase)
            continue;
          g_ptr_array_add (candidates, candidate);
          g_array_append_val (slots, g_array_index (choice->slots, TautCareSlot, i));
        }
    }

  g_clear_pointer (&choice->candidates, g_ptr_array_unref);
  g_clear_pointer (&choice->slots, g_array_unref);
  choice->candidates = g_steal_pointer (&candidates);
  choice->slots = g_steal_pointer (&slots);
}

void
taut_choice_free (TautChoice *choice)
{
  if (choice == NULL)
    return;

  g_ptr_array_unref (choice->candidates);
  g_array_unref (choice->slots);
  g_free (choice);
}
