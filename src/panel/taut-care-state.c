/* taut-care-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-care-state"

#include "config.h"

#include "taut-care-state.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-panel-text.h"
#include "taut-timetable.h"

#define MINUTES_PER_DAY (24 * 60)
#define PROPOSED_GAP_MINUTES (4 * 60)
#define MORNING_MINUTE (8 * 60)

static void
care_box_free (gpointer data)
{
  TautCareBox *box = data;

  g_free (box->key);
  g_free (box->routine_id);
  g_free (box->title);
  g_free (box->subtitle);
  g_free (box->time);
  g_free (box);
}

static void
care_pause_free (gpointer data)
{
  TautCarePause *pause = data;

  g_free (pause->key);
  g_free (pause->label);
  g_free (pause);
}

static void
care_week_free (gpointer data)
{
  TautCareWeek *week = data;

  g_free (week->label);
  g_free (week->text);
  g_free (week);
}

static void
care_entry_free (gpointer data)
{
  TautCareEntry *entry = data;

  g_free (entry->key);
  g_free (entry->title);
  g_free (entry->subtitle);
  g_clear_object (&entry->item);
  g_free (entry);
}

static const TautPrescription *
find_prescription (TautCareState *state,
                   const char    *routine_id)
{
  g_assert (state != NULL);

  for (guint i = 0; i < state->prescriptions->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (state->prescriptions, i);

      if (g_strcmp0 (prescription->id, routine_id) == 0)
        return prescription;
    }

  return NULL;
}

/* Whether words for the time of the day tell all sessions of today's routine apart. */
static gboolean
words_suffice (GArray            *sessions,
               const TautSession *session)
{
  guint n = 0;

  g_assert (session != NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *other = &g_array_index (sessions, TautSession, i);

      if (other->item == session->item
          && g_str_equal (taut_panel_text_day_part (other->minute),
                          taut_panel_text_day_part (session->minute)))
        n++;
    }

  return n < 2;
}

/* What stands below the title: the dose and the time, or what became of it. */
static char *
describe_box (const TautCareBox *box,
              const char        *time)
{
  g_autofree char *dose = NULL;

  g_assert (box != NULL);

  if (box->state == TAUT_SESSION_SORE)
    return g_strdup (_("Too sore, resting"));
  if (box->state == TAUT_SESSION_SKIPPED)
    return g_strdup (_("Skipped this time"));

  if (box->prescription != NULL)
    dose = taut_panel_text_prescription (box->prescription);
  if (dose == NULL)
    return taut_panel_text_capitalize (time);

  /* Translators: a dose, then a time of the day: "45 s × 3, morning". */
  return g_strdup_printf (_("%s, %s"), dose, time);
}

static TautCareBox *
care_box_new (TautCareState     *state,
              TautAtlas         *atlas,
              TautRecord        *record,
              GArray            *sessions,
              const TautSession *session)
{
  TautCareBox *box = g_new0 (TautCareBox, 1);

  g_assert (state != NULL);
  g_assert (session != NULL);

  box->routine_id = g_strdup (taut_plan_item_get_routine_id (session->item));
  box->key = g_strdup_printf ("%s@%u@%u", box->routine_id,
                              g_date_get_julian (&session->rule_date), session->rule_minute);
  box->title = taut_name_routine (atlas, record, box->routine_id);
  box->time = taut_panel_text_time (session->minute);
  box->prescription = find_prescription (state, box->routine_id);
  box->state = session->state;
  box->place.routine_id = box->routine_id;
  box->place.rule_date = session->rule_date;
  box->place.rule_minute = session->rule_minute;
  box->place.date = session->date;
  box->place.minute = session->minute;
  box->subtitle = describe_box (box, words_suffice (sessions, session)
                                       ? taut_panel_text_day_part (session->minute) : box->time);

  return box;
}

static char *
describe_times (TautPlanItem *item)
{
  GString *times = g_string_new (NULL);
  const guint *minutes;
  guint n_minutes;

  g_assert (TAUT_IS_PLAN_ITEM (item));

  minutes = taut_plan_item_get_minutes (item, &n_minutes);
  for (guint i = 0; i < n_minutes; i++)
    {
      g_autofree char *time = taut_panel_text_time (minutes[i]);

      if (i > 0)
        g_string_append (times, ", ");
      g_string_append (times, time);
    }

  return g_string_free (times, FALSE);
}

static char *
describe_schedule (TautPlanItem   *item,
                   const TautRule *rule,
                   const GDate    *today)
{
  g_autofree char *days = taut_panel_text_rule (rule);
  g_autofree char *times = NULL;
  g_autofree char *text = NULL;
  const GDate *start;
  const GDate *end;

  g_assert (TAUT_IS_PLAN_ITEM (item));

  start = taut_plan_item_get_start (item);
  end = taut_plan_item_get_end (item);
  if (end != NULL && g_date_compare (end, today) < 0)
    {
      g_autofree char *date = taut_panel_text_day (end, today);

      /* Translators: the last day of a routine. */
      return g_strdup_printf (_("Ended on %s"), date);
    }

  if (!taut_timetable_occurs (item))
    return g_strdup (_("Ends before its first session"));

  times = describe_times (item);
  if (*times == '\0')
    text = g_strdup (days);
  else
    /* Translators: the days, then the times of the day: "Mon Wed Fri, 08:00, 20:00". */
    text = g_strdup_printf (_("%s, %s"), days, times);

  if (g_date_compare (start, today) > 0)
    {
      g_autofree char *date = taut_panel_text_day (start, today);

      /* Translators: the first day of a routine, then days and times. */
      return g_strdup_printf (_("From %s: %s"), date, text);
    }

  return taut_panel_text_capitalize (text);
}

static void
add_entries (TautCareState *state,
             TautAtlas     *atlas,
             TautRecord    *record,
             const GDate   *today)
{
  GListModel *plan = taut_record_get_plan (record);
  guint n = g_list_model_get_n_items (plan);

  g_assert (state != NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      const char *routine_id = taut_plan_item_get_routine_id (item);
      TautCareEntry *entry = g_new0 (TautCareEntry, 1);

      taut_rule_parse (&entry->rule, taut_plan_item_get_rrule (item),
                       taut_plan_item_get_start (item));
      entry->key = g_strdup (routine_id);
      entry->title = taut_name_routine (atlas, record, routine_id);
      entry->subtitle = describe_schedule (item, &entry->rule, today);
      entry->routine = taut_atlas_find_routine (atlas, routine_id);
      entry->prescription = find_prescription (state, routine_id);
      entry->first = i == 0;
      entry->last = i == n - 1;
      entry->item = g_steal_pointer (&item);
      g_ptr_array_add (state->entries, entry);
    }
}

static void
add_boxes (TautCareState *state,
           TautAtlas     *atlas,
           TautRecord    *record,
           const GDate   *today)
{
  g_autoptr (GArray) sessions = NULL;
  g_autofree char *date = NULL;
  guint n_done = 0;

  g_assert (state != NULL);
  g_assert (today != NULL);

  sessions = taut_timetable_list_sessions (taut_record_get_plan (record),
                                           taut_record_get_profile (record), today, today, today);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      g_ptr_array_add (state->boxes, care_box_new (state, atlas, record, sessions, session));
      n_done += session->state == TAUT_SESSION_DONE ? 1 : 0;
    }

  date = taut_panel_text_date (today);
  /* Translators: a heading with the day, "Today, Sunday 29 November". */
  state->heading = g_strdup_printf (_("Today, %s"), date);

  if (sessions->len > 0)
    state->progress = g_strdup_printf (_("%u of %u done"), n_done, sessions->len);
  else
    state->progress = g_strdup ("");
}

static char *
describe_pause (const TautPause *pause,
                const GDate     *today)
{
  g_autofree char *text = NULL;

  g_assert (pause != NULL);

  if (g_date_compare (&pause->first, &pause->last) == 0)
    text = taut_panel_text_day (&pause->first, today);
  else
    text = taut_panel_text_period (&pause->first, &pause->last);

  /* Translators: a day or days without any routine: "Paused 24 to 28 December". */
  return g_strdup_printf (_("Paused %s"), text);
}

static void
add_pauses (TautCareState *state,
            TautRecord    *record,
            const GDate   *today)
{
  guint n;
  const TautPause *pauses = taut_profile_get_pauses (taut_record_get_profile (record), &n);

  g_assert (state != NULL);

  state->nothing = g_strdup (_("Nothing is planned for today."));
  for (guint i = 0; i < n; i++)
    {
      TautCarePause *pause;

      if (g_date_compare (&pauses[i].last, today) < 0)
        continue;

      pause = g_new0 (TautCarePause, 1);
      pause->key = g_strdup_printf ("%u", g_date_get_julian (&pauses[i].first));
      pause->label = describe_pause (&pauses[i], today);
      pause->first = pauses[i].first;
      g_ptr_array_add (state->pauses, pause);

      if (g_date_compare (&pauses[i].first, today) <= 0)
        {
          g_autofree char *last = taut_panel_text_day (&pauses[i].last, today);

          g_free (state->nothing);
          /* Translators: the last day of a pause. */
          state->nothing = g_strdup_printf (_("The plan is paused until %s."), last);
        }
    }
}

/* Weeks that are over, by number alone: neither praise nor blame. */
static void
add_weeks (TautCareState *state,
           TautRecord    *record,
           const GDate   *today)
{
  g_autoptr (GArray) weeks =
    taut_timetable_measure_adherence (taut_record_get_plan (record),
                                      taut_record_get_profile (record), today);

  g_assert (state != NULL);

  for (guint i = weeks->len; i > 0; i--)
    {
      const TautAdherence *adherence = &g_array_index (weeks, TautAdherence, i - 1);
      GDate sunday = adherence->monday;
      TautCareWeek *week;

      g_date_add_days (&sunday, 6);
      if (g_date_compare (&sunday, today) >= 0 || adherence->n_planned == 0)
        continue;

      week = g_new0 (TautCareWeek, 1);
      week->monday = adherence->monday;
      week->label = taut_panel_text_period (&adherence->monday, &sunday);
      week->text = g_strdup_printf (_("%u of %u done"), adherence->n_done, adherence->n_planned);
      g_ptr_array_add (state->weeks, week);
    }
}

TautCareState *
taut_care_state_new (TautAtlas   *atlas,
                     TautRecord  *record,
                     const GDate *today)
{
  TautCareState *state;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  state = g_new0 (TautCareState, 1);
  state->boxes = g_ptr_array_new_with_free_func (care_box_free);
  state->entries = g_ptr_array_new_with_free_func (care_entry_free);
  state->pauses = g_ptr_array_new_with_free_func (care_pause_free);
  state->weeks = g_ptr_array_new_with_free_func (care_week_free);
  state->prescriptions = taut_prescription_list (atlas, record);
  state->has_marks = g_list_model_get_n_items (taut_record_get_marks (record)) > 0;

  add_boxes (state, atlas, record, today);
  add_entries (state, atlas, record, today);
  add_pauses (state, record, today);
  add_weeks (state, record, today);

  return state;
}

void
taut_care_state_free (TautCareState *state)
{
  if (state == NULL)
    return;

  g_ptr_array_unref (state->boxes);
  g_ptr_array_unref (state->entries);
  g_ptr_array_unref (state->pauses);
  g_ptr_array_unref (state->weeks);
  g_ptr_array_unref (state->prescriptions);
  g_free (state->heading);
  g_free (state->progress);
  g_free (state->nothing);
  g_free (state);
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  const guint *first = a;
  const guint *second = b;

  return (*first > *second) - (*first < *second);
}

guint
taut_care_state_change_time (const guint *minutes,
                             guint        n_minutes,
                             guint        index,
                             guint        minute,
                             guint       *changed)
{
  guint n_changed = 0;

  g_return_val_if_fail (minutes != NULL || n_minutes == 0, 0);
  g_return_val_if_fail (index <= n_minutes, 0);
  g_return_val_if_fail (minute < MINUTES_PER_DAY, 0);
  g_return_val_if_fail (changed != NULL, 0);

  for (guint i = 0; i < n_minutes; i++)
    {
      if (minutes[i] == minute)
        return 0;
      if (i != index)
        changed[n_changed++] = minutes[i];
    }

  changed[n_changed++] = minute;
  qsort (changed, n_changed, sizeof *changed, compare_minutes);

  return n_changed;
}

guint
taut_care_state_propose_time (const guint *minutes,
                              guint        n_minutes)
{
  guint proposal;

  g_return_val_if_fail (minutes != NULL || n_minutes == 0, MORNING_MINUTE);

  if (n_minutes == 0)
    return MORNING_MINUTE;

  proposal = minutes[n_minutes - 1] + PROPOSED_GAP_MINUTES;
  if (proposal < MINUTES_PER_DAY)
    return proposal;

  for (proposal = MORNING_MINUTE; proposal < MORNING_MINUTE + MINUTES_PER_DAY; proposal += 60)
    {
      gboolean taken = FALSE;

      for (guint i = 0; i < n_minutes; i++)
        taken = taken || minutes[i] == proposal % MINUTES_PER_DAY;

      if (!taken)
        break;
    }

  return proposal % MINUTES_PER_DAY;
}
