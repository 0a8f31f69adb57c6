/* taut-card-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-card-state"

#include "config.h"

#include "taut-card-state.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-panel-text.h"
#include "taut-proposal-state.h"
#include "taut-timetable.h"

/* A session counts as due this long before its time. */
#define EARLY_MINUTES 60

static void
figure_free (gpointer data)
{
  TautCardFigure *figure = data;

  g_free (figure->value);
  g_free (figure->label);
  g_free (figure);
}

/* Takes @value. */
static void
add_figure (TautCardState *state,
            char          *value,
            const char    *label)
{
  TautCardFigure *figure = g_new0 (TautCardFigure, 1);

  g_assert (state != NULL);

  figure->value = value;
  figure->label = g_strdup (label);
  g_ptr_array_add (state->figures, figure);
}

static char *
format_hold (guint seconds)
{
  if (seconds >= 120 && seconds % 60 == 0)
    return g_strdup_printf (_("%u min"), seconds / 60);

  return g_strdup_printf (_("%u s"), seconds);
}

static guint
count_times_a_day (const TautPrescription *prescription)
{
  guint n_minutes = 0;

  g_assert (prescription != NULL);

  if (prescription->item != NULL)
    taut_plan_item_get_minutes (prescription->item, &n_minutes);
  if (n_minutes == 0 && prescription->routine != NULL)
    n_minutes = prescription->routine->times_a_day;

  return n_minutes;
}

static void
add_pressure (TautCardState *state)
{
  const TautPrescription *prescription = state->prescription;
  guint least = prescription->pressure_least;
  guint most = prescription->pressure_most;

  g_assert (state != NULL);

  if (most == 0)
    return;

  if (least > 0 && least < most)
    add_figure (state, g_strdup_printf ("%u–%u", least, most), _("of 10, pressure"));
  else
    add_figure (state, g_strdup_printf ("%u", most), _("of 10, pressure"));
}

static void
add_figures (TautCardState *state)
{
  const TautPrescription *prescription = state->prescription;
  const TautDose *dose = &prescription->dose;
  guint times = count_times_a_day (prescription);
  gboolean repeated = dose->repetitions > 1 || dose->sets > 1;

  g_assert (state != NULL);

  if (prescription->routine != NULL && prescription->routine->kind == TAUT_ROUTINE_HABIT)
    return;

  if (dose->hold > 0)
    add_figure (state, format_hold (dose->hold), C_("dose", "hold"));
  else if (!repeated && prescription->minutes > 0)
    add_figure (state, g_strdup_printf (_("%u min"), prescription->minutes),
                _("each time"));
  if (dose->repetitions > 1)
    add_figure (state, g_strdup_printf ("%u", dose->repetitions),
                ngettext ("repeat", "repeats", dose->repetitions));
  if (dose->sets > 1)
    add_figure (state, g_strdup_printf ("%u", dose->sets), ngettext ("set", "sets", dose->sets));
  if (times > 0)
    add_figure (state, g_strdup_printf ("%u", times),
                ngettext ("time a day", "times a day", times));
  add_pressure (state);
}

/* Texts */

static char *
describe_place (TautAtlas              *atlas,
                const TautPrescription *prescription)
{
  g_autofree char *mark = NULL;
  guint n_more;

  g_assert (TAUT_IS_ATLAS (atlas));

  if (prescription->own != NULL)
    return g_strdup (_("Your own routine"));
  if (prescription->marks->len == 0)
    return g_strdup ("");

  mark = taut_name_mark (atlas, g_ptr_array_index (prescription->marks, 0));
  n_more = prescription->marks->len - 1;
  if (n_more == 0)
    {
      /* Translators: the place that a routine is for. */
      return g_strdup_printf (_("For: %s"), mark);
    }

  return g_strdup_printf (ngettext ("For: %s and %u more spot", "For: %s and %u more spots",
                                    n_more),
                          mark, n_more);
}

static char *
translate (const char *text)
{
  return text != NULL ? g_strdup (taut_name_translate (TAUT_CONTEXT_ROUTINE, text)) : NULL;
}

static void
set_routine_texts (TautCardState     *state,
                   const TautRoutine *routine)
{
  g_autofree char *feel = translate (routine->feel);
  g_autofree char *keep_off = translate (routine->keep_off);
  g_autofree char *stop = translate (routine->stop);
  guint n_steps = g_strv_length (routine->steps);

  g_assert (state != NULL);

  state->steps = g_new0 (char *, n_steps + 1);
  for (guint i = 0; i < n_steps; i++)
    state->steps[i] = translate (routine->steps[i]);
  /* Translators: what a routine feels like: "You should feel: A mild pull." */
  if (feel != NULL)
    state->feel = g_strdup_printf (_("You should feel: %s"), feel);
  state->heed = keep_off != NULL ? g_strjoin (" ", keep_off, stop, NULL) : g_strdup (stop);
}

static void
set_own_texts (TautCardState  *state,
               TautOwnRoutine *own)
{
  const char *steps = taut_own_routine_get_steps (own);
  g_auto (GStrv) lines = g_strsplit (steps != NULL ? steps : "", "\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  g_assert (state != NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (kept, g_strdup (lines[i]));
  g_ptr_array_add (kept, NULL);
  state->steps = (char **) g_ptr_array_free (g_steal_pointer (&kept), FALSE);
}

static void
set_refusal (TautCardState *state)
{
  const TautVerdict *verdict = state->prescription->verdict;
  const TautPrecaution *rule;

  g_assert (state != NULL);

  if (verdict == NULL || taut_verdict_allows (verdict))
    return;

  rule = g_ptr_array_index (verdict->rules, 0);
  if (verdict->effect == TAUT_EFFECT_REFER)
    state->refusal = g_strdup_printf (_("Ask a doctor or therapist first, %s"),
                                      taut_name_translate (TAUT_CONTEXT_PRECAUTION, rule->reason));
  else
    state->refusal = g_strdup_printf (_("Better left out, %s"),
                                      taut_name_translate (TAUT_CONTEXT_PRECAUTION, rule->reason));
}

TautCardState *
taut_card_state_new (TautAtlas  *atlas,
                     TautRecord *record,
                     const char *routine_id)
{
  g_autoptr (TautPrescription) prescription = NULL;
  TautCardState *state;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (routine_id != NULL, NULL);

  prescription = taut_prescription_new (atlas, record, routine_id);
  if (prescription->routine == NULL && prescription->own == NULL)
    return NULL;

  state = g_new0 (TautCardState, 1);
  state->prescription = g_steal_pointer (&prescription);
  state->figures = g_ptr_array_new_with_free_func (figure_free);
  state->title = taut_name_routine (atlas, record, routine_id);
  state->subtitle = describe_place (atlas, state->prescription);
  state->gentler = taut_proposal_state_explain_dose (state->prescription);
  add_figures (state);
  set_refusal (state);
  if (state->prescription->routine != NULL)
    set_routine_texts (state, state->prescription->routine);
  else
    set_own_texts (state, state->prescription->own);
  state->has_timer = state->figures->len > 0 && state->refusal == NULL;

  return state;
}

void
taut_card_state_free (TautCardState *state)
{
  if (state == NULL)
    return;

  taut_prescription_free (state->prescription);
  g_ptr_array_unref (state->figures);
  g_strfreev (state->steps);
  g_free (state->title);
  g_free (state->subtitle);
  g_free (state->gentler);
  g_free (state->feel);
  g_free (state->heed);
  g_free (state->refusal);
  g_free (state);
}

TautPlanItem *
taut_card_state_tick (TautRecord  *record,
                      const char  *routine_id,
                      const GDate *today,
                      guint        minute)
{
  g_autoptr (GArray) sessions = NULL;
  const TautSession *chosen = NULL;

  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (routine_id != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  sessions = taut_timetable_list_sessions (taut_record_get_plan (record),
                                           taut_record_get_profile (record), today, today, today);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      if (session->state != TAUT_SESSION_OPEN
          || !g_str_equal (taut_plan_item_get_routine_id (session->item), routine_id))
        continue;
      if (chosen == NULL || session->minute <= minute + EARLY_MINUTES)
        chosen = session;
    }

  if (chosen == NULL)
    return NULL;

  return taut_plan_item_with_tick (chosen->item, &chosen->rule_date, chosen->rule_minute, TRUE);
}

char *
taut_card_state_describe_timer (const TautHoldTimer *timer)
{
  g_autofree char *count = NULL;

  g_return_val_if_fail (timer != NULL, NULL);

  switch (timer->phase)
    {
    case TAUT_TIMER_READY:
      return g_strdup (_("Get ready"));
    case TAUT_TIMER_REST:
      return g_strdup (_("Rest, breathe"));
    case TAUT_TIMER_DONE:
      return g_strdup (_("Done"));
    case TAUT_TIMER_HOLD:
      if (timer->repetitions == 1 && timer->sets == 1)
        return g_strdup (_("Keep on"));
      count = g_strdup_printf (_("Hold %u of %u"), timer->repetition, timer->repetitions);
      break;
    case TAUT_TIMER_COUNT:
      count = g_strdup_printf (_("Repeat %u of %u"), timer->repetition, timer->repetitions);
      break;
    default:
      g_assert_not_reached ();
    }

  if (timer->sets == 1)
    return g_steal_pointer (&count);

  /* Translators: "Hold 2 of 3, set 1 of 2" */
  return g_strdup_printf (_("%s, set %u of %u"), count, timer->set, timer->sets);
}
