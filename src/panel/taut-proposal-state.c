/* taut-proposal-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-proposal-state"

#include "config.h"

#include "taut-proposal-state.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-panel-text.h"

static const struct
{
  const char *id;
  const char *name;
} equipment_names[] = {
  { "ball", N_("ball") },
  { "two_balls_sock", N_("two balls in a sock") },
  { "roller", N_("foam roller") },
  { "hook", N_("massage hook") },
  { "towel", N_("towel") },
  { "pillow", N_("pillow") },
  { "warm_pack", N_("warm pack") },
  { "cold_pack", N_("cold pack") },
  { "chair", N_("chair") },
  { "table", N_("table") },
  { "wall", N_("free wall") },
  { "doorway", N_("doorway") },
  { "step", N_("step") },
  { "band", N_("exercise band") },
  { "strap", N_("strap or belt") },
  { "rubber_band", N_("rubber band") },
};

static void
suggestion_free (gpointer data)
{
  TautSuggestion *suggestion = data;

  g_free (suggestion->key);
  g_free (suggestion->title);
  g_free (suggestion->subtitle);
  g_free (suggestion);
}

static void
conflict_free (gpointer data)
{
  TautConflict *conflict = data;

  g_free (conflict->key);
  g_free (conflict->title);
  g_free (conflict->reason);
  g_free (conflict);
}

static char *
name_routine (const TautRoutine *routine)
{
  g_assert (routine != NULL);

  return taut_panel_text_capitalize (taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->name));
}

static const char *
get_reason (const TautVerdict *verdict)
{
  const TautPrecaution *rule;

  g_assert (verdict != NULL && verdict->rules->len > 0);

  rule = g_ptr_array_index (verdict->rules, 0);

  return taut_name_translate (TAUT_CONTEXT_PRECAUTION, rule->reason);
}

/* Suggestions */

static char *
describe_dose (const TautPrescription *prescription)
{
  g_assert (prescription != NULL);

  if (prescription->routine->kind == TAUT_ROUTINE_HABIT)
    return g_strdup (_("Habit"));

  return taut_panel_text_prescription (prescription);
}

static char *
describe_suggestion (const TautProposedRoutine *proposed)
{
  g_autofree char *dose = describe_dose (proposed->prescription);
  g_autofree char *gentler = taut_proposal_state_explain_dose (proposed->prescription);
  g_autofree char *text = NULL;

  g_assert (proposed != NULL);

  if (proposed->served->len > 0)
    {
      const TautMuscleGroup *group = g_ptr_array_index (proposed->served, 0);

      /* Translators: a dose, then muscles: "45 s × 3, for the chest muscles". */
      text = g_strdup_printf (_("%s, for the %s"), dose,
                              taut_name_translate (TAUT_CONTEXT_MUSCLE_GROUP, group->name));
    }
  else
    {
      text = g_steal_pointer (&dose);
    }

  if (gentler == NULL)
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s\n%s", text, gentler);
}

static void
add_suggestions (TautProposalState *state)
{
  g_assert (state != NULL);

  for (guint i = 0; i < state->proposal->routines->len; i++)
    {
      const TautProposedRoutine *proposed = g_ptr_array_index (state->proposal->routines, i);
      TautSuggestion *suggestion = g_new0 (TautSuggestion, 1);

      suggestion->key = g_strdup (proposed->prescription->id);
      suggestion->title = name_routine (proposed->prescription->routine);
      suggestion->subtitle = describe_suggestion (proposed);
      suggestion->proposed = proposed;
      g_ptr_array_add (state->suggestions, suggestion);
    }
}

static char *
describe_room (TautProfile        *profile,
               const TautProposal *proposal)
{
  guint wished = taut_profile_get_minutes (profile);
  guint budget = wished > 0 ? wished : TAUT_PROPOSAL_MINUTES;

  g_assert (proposal != NULL);

  if (proposal->minutes > budget)
    {
      return g_strdup_printf (ngettext ("%u minute on the fullest day",
                                        "%u minutes on the fullest day",
                                        proposal->minutes),
                              proposal->minutes);
    }

  if (wished > 0)
    return g_strdup_printf (ngettext ("fits your %u minute a day", "fits your %u minutes a day",
                                      budget),
                            budget);

  return g_strdup_printf (ngettext ("fits %u minute a day", "fits %u minutes a day", budget),
                          budget);
}

/* What precautions refuse */

static char *
format_left_out (TautEffect  effect,
                 const char *names,
                 const char *reason)
{
  g_assert (names != NULL);
  g_assert (reason != NULL);

  if (effect == TAUT_EFFECT_REFER)
    {
      /* Translators: names of routines, then the reason, "because of the blood clot". */
      return g_strdup_printf (_("Ask a doctor or therapist first: %s, %s."), names, reason);
    }

  /* Translators: names of routines, then the reason, "because of osteoporosis". */
  return g_strdup_printf (_("Left out: %s, %s."), names, reason);
}

/* One line for each reason, with all that it refuses. */
static char *
describe_left_out (GPtrArray *left_out)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree gboolean *told = g_new0 (gboolean, left_out->len + 1);

  g_assert (left_out != NULL);

  for (guint i = 0; i < left_out->len; i++)
    {
      const TautLeftOutRoutine *first = g_ptr_array_index (left_out, i);
      const char *reason = get_reason (first->verdict);
      g_autoptr (GString) names = g_string_new (NULL);
      g_autofree char *line = NULL;

      for (guint k = i; k < left_out->len && !told[i]; k++)
        {
          const TautLeftOutRoutine *other = g_ptr_array_index (left_out, k);
          g_autofree char *name = NULL;

          if (other->verdict->effect != first->verdict->effect
              || !g_str_equal (get_reason (other->verdict), reason))
            continue;
          name = name_routine (other->routine);
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
          told[k] = k > i;
        }

      if (told[i])
        continue;
      line = format_left_out (first->verdict->effect, names->str, reason);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_conflicts (TautProposalState *state,
               TautAtlas         *atlas,
               TautRecord        *record,
               const GDate       *today)
{
  g_autoptr (GPtrArray) plan = taut_prescription_list (atlas, record);

  g_assert (state != NULL);

  for (guint i = 0; i < plan->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (plan, i);
      const GDate *end = taut_plan_item_get_end (prescription->item);
      TautConflict *conflict;

      if (prescription->verdict == NULL || taut_verdict_allows (prescription->verdict)
          || (end != NULL && g_date_compare (end, today) < 0))
        continue;

      conflict = g_new0 (TautConflict, 1);
      conflict->key = g_strdup (prescription->id);
      conflict->title = name_routine (prescription->routine);
      if (prescription->verdict->effect == TAUT_EFFECT_REFER)
        conflict->reason = g_strdup_printf (_("Ask a doctor or therapist first, %s"),
                                            get_reason (prescription->verdict));
      else
        conflict->reason = g_strdup_printf (_("Better left out, %s"),
                                            get_reason (prescription->verdict));
      g_ptr_array_add (state->conflicts, conflict);
    }
}

static void
own_entry_free (gpointer data)
{
  TautOwnEntry *entry = data;

  g_free (entry->key);
  g_free (entry->title);
  g_free (entry->subtitle);
  g_free (entry);
}

static void
add_own (TautProposalState *state,
         TautRecord        *record)
{
  GListModel *routines = taut_record_get_own_routines (record);

  g_assert (state != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (TautOwnRoutine) routine = g_list_model_get_item (routines, i);
      const char *id = taut_own_routine_get_id (routine);
      gboolean planned = taut_record_find_plan_item (record, id) != NULL;
      TautOwnEntry *entry = g_new0 (TautOwnEntry, 1);

      entry->key = g_strdup (id);
      entry->title = g_strdup (taut_own_routine_get_name (routine));
      entry->subtitle = g_strdup (planned ? _("Your own, in the plan")
                                          : _("Your own, not in the plan"));
      g_ptr_array_add (state->own, entry);
    }
}

/* What it is fitted to */

static guint
count_applying (TautAtlas   *atlas,
                TautProfile *profile)
{
  g_autoptr (GPtrArray) questions = taut_screening_list_questions (atlas);
  guint n_applying = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      const TautQuestion *question = g_ptr_array_index (questions, i);

      n_applying += taut_profile_get_answer (profile, question->id) == TAUT_ANSWER_YES ? 1 : 0;
    }

  return n_applying;
}

static char *
describe_health (TautAtlas   *atlas,
                 TautProfile *profile)
{
  const GDate *screened = taut_profile_get_screened (profile);
  guint n_applying = count_applying (atlas, profile);
  g_autofree char *date = NULL;

  g_assert (TAUT_IS_PROFILE (profile));

  if (screened == NULL && n_applying == 0)
    return g_strdup (_("Not answered: the plan is not fitted to your health"));
  if (screened == NULL)
    return g_strdup_printf (ngettext ("Not finished, %u applies", "Not finished, %u apply",
                                      n_applying),
                            n_applying);

  date = taut_panel_text_date (screened);
  if (n_applying == 0)
    {
      /* Translators: a day, "Sunday 22 November". */
      return g_strdup_printf (_("Answered on %s, none applies"), date);
    }

  /* Translators: a day, "Sunday 22 November", then how many questions apply. */
  return g_strdup_printf (ngettext ("Answered on %s, %u applies", "Answered on %s, %u apply",
                                    n_applying),
                          date, n_applying);
}

static char *
describe_wishes (TautProfile *profile)
{
  const char *const *equipment = taut_profile_get_equipment (profile);
  guint minutes = taut_profile_get_minutes (profile);
  guint n_times;
  const guint *times = taut_profile_get_times (profile, &n_times);
  GString *text = g_string_new (NULL);

  g_assert (TAUT_IS_PROFILE (profile));

  if (minutes == 0)
    minutes = TAUT_PROPOSAL_MINUTES;
  g_string_append_printf (text, ngettext ("%u minute a day", "%u minutes a day", minutes),
                          minutes);
  for (guint i = 0; i < n_times; i++)
    {
      g_autofree char *time = taut_panel_text_time (times[i]);

      g_string_append_printf (text, ", %s", time);
    }
  for (guint i = 0; equipment != NULL && equipment[i] != NULL; i++)
    g_string_append_printf (text, ", %s", taut_proposal_state_name_equipment (equipment[i]));

  return g_string_free (text, FALSE);
}

static guint
count_refused (TautProfile *profile)
{
  const char *const *refused;

  g_assert (TAUT_IS_PROFILE (profile));

  refused = taut_profile_get_refused (profile);

  return refused != NULL ? g_strv_length ((char **) refused) : 0;
}

static char *
describe_refused (TautProfile *profile)
{
  guint n_refused = count_refused (profile);

  if (n_refused == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%u routine is not suggested any more",
                                    "%u routines are not suggested any more",
                                    n_refused),
                          n_refused);
}

/* Public */

TautProposalState *
taut_proposal_state_new (TautAtlas   *atlas,
                         TautRecord  *record,
                         const GDate *today)
{
  TautProposalState *state;
  TautProfile *profile;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  profile = taut_record_get_profile (record);
  state = g_new0 (TautProposalState, 1);
  state->proposal = taut_proposal_new (atlas, record, today);
  state->suggestions = g_ptr_array_new_with_free_func (suggestion_free);
  state->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  state->own = g_ptr_array_new_with_free_func (own_entry_free);
  add_own (state, record);
  add_suggestions (state);
  add_conflicts (state, atlas, record, today);
  state->room = describe_room (profile, state->proposal);
  state->left_out = describe_left_out (state->proposal->left_out);
  state->health = describe_health (atlas, profile);
  state->wishes = describe_wishes (profile);
  state->refused = describe_refused (profile);
  state->allow = g_strdup (ngettext ("Suggest it again", "Suggest them again",
                                     count_refused (profile)));
  state->is_screened = taut_profile_get_screened (profile) != NULL;

  return state;
}

void
taut_proposal_state_free (TautProposalState *state)
{
  if (state == NULL)
    return;

  g_ptr_array_unref (state->suggestions);
  g_ptr_array_unref (state->conflicts);
  g_ptr_array_unref (state->own);
  taut_proposal_free (state->proposal);
  g_free (state->room);
  g_free (state->left_out);
  g_free (state->health);
  g_free (state->wishes);
  g_free (state->refused);
  g_free (state->allow);
  g_free (state);
}

GPtrArray *
taut_proposal_state_list_items (const TautProposalState *state)
{
  GPtrArray *items;

  g_return_val_if_fail (state != NULL, NULL);

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < state->proposal->routines->len; i++)
    {
      const TautProposedRoutine *proposed = g_ptr_array_index (state->proposal->routines, i);

      g_ptr_array_add (items, g_object_ref (proposed->prescription->item));
    }

  return items;
}

TautProfile *
taut_proposal_state_allow_all (TautProfile *profile)
{
  g_autoptr (TautProfile) allowed = NULL;
  const char *const *refused;

  g_return_val_if_fail (TAUT_IS_PROFILE (profile), NULL);

  allowed = g_object_ref (profile);
  refused = taut_profile_get_refused (profile);
  for (guint i = 0; refused != NULL && refused[i] != NULL; i++)
    {
      TautProfile *next = taut_profile_with_refused (allowed, refused[i], FALSE);

      g_set_object (&allowed, next);
      g_object_unref (next);
    }

  return g_steal_pointer (&allowed);
}

char *
taut_proposal_state_explain_dose (const TautPrescription *prescription)
{
  const TautVerdict *verdict;

  g_return_val_if_fail (prescription != NULL, NULL);

  verdict = prescription->verdict;
  if (verdict == NULL || verdict->rules->len == 0 || !taut_verdict_allows (verdict))
    return NULL;

  /* Translators: %s is a reason, "because of osteoporosis". */
  return g_strdup_printf (_("Gentler, %s"), get_reason (verdict));
}

const char *
taut_proposal_state_name_equipment (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (equipment_names); i++)
    if (g_str_equal (equipment_names[i].id, id))
      return _(equipment_names[i].name);

  return id;
}
