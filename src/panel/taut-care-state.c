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

/* A plain spot counts for the points within the reach of a location error. */
#define NEAR_MM 25.0

static void
care_box_free (gpointer data)
{
  TautCareBox *box = data;

  g_free (box->key);
  g_free (box->routine_id);
  g_free (box->title);
  g_free (box->subtitle);
  g_free (box);
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

static char *
get_routine_title (TautAtlas  *atlas,
                   const char *routine_id)
{
  const TautRoutine *routine;

  g_assert (TAUT_IS_ATLAS (atlas));
  g_assert (routine_id != NULL);

  routine = taut_atlas_find_routine (atlas, routine_id);
  if (routine == NULL)
    return g_strdup_printf (_("Unknown routine “%s”"), routine_id);

  return taut_panel_text_capitalize (taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->name));
}

static TautCareBox *
care_box_new (TautAtlas         *atlas,
              const TautSession *session)
{
  const TautRoutine *routine;
  g_autofree char *time = NULL;
  const char *routine_id;
  TautCareBox *box;

  g_assert (TAUT_IS_ATLAS (atlas));
  g_assert (session != NULL);

  routine_id = taut_plan_item_get_routine_id (session->item);
  routine = taut_atlas_find_routine (atlas, routine_id);
  time = taut_panel_text_time (session->minute);

  box = g_new0 (TautCareBox, 1);
  box->key = g_strdup_printf ("%s@%u", routine_id, session->minute);
  box->routine_id = g_strdup (routine_id);
  box->title = get_routine_title (atlas, routine_id);
  box->minute = session->minute;
  box->done = session->done;

  if (routine != NULL)
    {
      g_autofree char *dose = taut_panel_text_dose (routine);

      /* Translators: the time of the day, then the dose: "08:00, 45 s × 3". */
      box->subtitle = g_strdup_printf (_("%s, %s"), time, dose);
    }
  else
    {
      box->subtitle = g_steal_pointer (&time);
    }

  return box;
}

static gboolean
routine_is_for (const TautRoutine *routine,
                const TautPoint   *point)
{
  g_assert (routine != NULL);
  g_assert (point != NULL);

  return point->muscle != NULL &&
         g_strv_contains ((const char *const *) routine->muscles, point->muscle->id);
}

static gboolean
routine_helps_mark (TautAtlas         *atlas,
                    const TautRoutine *routine,
                    TautMark          *mark)
{
  g_autoptr (GArray) near = NULL;
  const char *point_id;

  g_assert (TAUT_IS_ATLAS (atlas));
  g_assert (routine != NULL);
  g_assert (TAUT_IS_MARK (mark));

  point_id = taut_mark_get_point_id (mark);
  if (point_id != NULL)
    {
      const TautPoint *point = taut_atlas_find_point (atlas, point_id);

      return point != NULL && routine_is_for (routine, point);
    }

  near = taut_atlas_find_near_points (atlas, taut_mark_get_place (mark), NEAR_MM);
  for (guint i = 0; i < near->len; i++)
    {
      if (routine_is_for (routine, g_array_index (near, TautNearPoint, i).point))
        return TRUE;
    }

  return FALSE;
}

/* Why a routine is there: the marks that it is for. */
static char *
explain_routine (TautAtlas         *atlas,
                 const TautRoutine *routine,
                 GListModel        *marks)
{
  g_autofree char *first = NULL;
  guint n_helped = 0;

  g_assert (TAUT_IS_ATLAS (atlas));
  g_assert (routine != NULL);
  g_assert (G_IS_LIST_MODEL (marks));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);

      if (!routine_helps_mark (atlas, routine, mark))
        continue;

      if (first == NULL)
        first = taut_name_mark (atlas, mark);
      n_helped++;
    }

  if (n_helped == 0)
    return g_strdup (_("For what you marked"));

  if (n_helped == 1)
    {
      /* Translators: the place that a routine is for. */
      return g_strdup_printf (_("For: %s"), first);
    }

  return g_strdup_printf (ngettext ("For: %s and %u more spot",
                                    "For: %s and %u more spots",
                                    n_helped - 1),
                          first, n_helped - 1);
}

static void
add_proposals (TautCareState *state,
               TautAtlas     *atlas,
               TautRecord    *record)
{
  GListModel *marks = taut_record_get_marks (record);
  g_autoptr (GPtrArray) routines = NULL;

  g_assert (state != NULL);

  routines = taut_care_suggest (atlas, marks);
  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);
      g_autofree char *dose = NULL;
      g_autofree char *why = NULL;
      TautCareEntry *entry;

      if (taut_record_find_plan_item (record, routine->id) != NULL)
        continue;

      dose = taut_panel_text_dose (routine);
      why = explain_routine (atlas, routine, marks);

      entry = g_new0 (TautCareEntry, 1);
      entry->key = g_strdup (routine->id);
      entry->title = get_routine_title (atlas, routine->id);
      /* Translators: a dose, then the reason: "45 s × 3. For: upper trapezius, left". */
      entry->subtitle = g_strdup_printf (_("%s. %s"), dose, why);
      entry->routine = routine;
      g_ptr_array_add (state->proposals, entry);
    }
}

static char *
describe_schedule (TautPlanItem *item,
                   guint         weekdays,
                   const GDate  *today)
{
  g_autoptr (GString) times = g_string_new (NULL);
  g_autofree char *days = taut_panel_text_weekdays (weekdays);
  const GDate *end;
  const guint *minutes;
  guint n_minutes;

  g_assert (TAUT_IS_PLAN_ITEM (item));

  end = taut_plan_item_get_end (item);
  if (end != NULL && g_date_compare (end, today) < 0)
    {
      g_autofree char *date = taut_panel_text_date (end);

      /* Translators: the last day of a routine. */
      return g_strdup_printf (_("Ended on %s"), date);
    }

  minutes = taut_plan_item_get_minutes (item, &n_minutes);
  for (guint i = 0; i < n_minutes; i++)
    {
      g_autofree char *time = taut_panel_text_time (minutes[i]);

      if (i > 0)
        g_string_append (times, ", ");
      g_string_append (times, time);
    }

  if (n_minutes == 0)
    return taut_panel_text_capitalize (days);

  {
    /* Translators: the days, then the times of the day: "Mon Wed Fri, 08:00, 20:00". */
    g_autofree char *text = g_strdup_printf (_("%s, %s"), days, times->str);

    return taut_panel_text_capitalize (text);
  }
}

static void
add_entries (TautCareState *state,
             TautAtlas     *atlas,
             GListModel    *plan,
             const GDate   *today)
{
  g_assert (state != NULL);
  g_assert (G_IS_LIST_MODEL (plan));

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      const char *routine_id = taut_plan_item_get_routine_id (item);
      TautCareEntry *entry = g_new0 (TautCareEntry, 1);

      entry->key = g_strdup (routine_id);
      entry->title = get_routine_title (atlas, routine_id);
      entry->weekdays = taut_timetable_parse_weekdays (taut_plan_item_get_rrule (item));
      entry->subtitle = describe_schedule (item, entry->weekdays, today);
      entry->routine = taut_atlas_find_routine (atlas, routine_id);
      entry->item = g_steal_pointer (&item);
      g_ptr_array_add (state->entries, entry);
    }
}

static void
add_boxes (TautCareState *state,
           TautAtlas     *atlas,
           GListModel    *plan,
           const GDate   *today)
{
  g_autoptr (GArray) sessions = NULL;
  g_autofree char *date = NULL;
  guint n_done = 0;

  g_assert (state != NULL);
  g_assert (today != NULL);

  sessions = taut_timetable_list (plan, today, today);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      g_ptr_array_add (state->boxes, care_box_new (atlas, session));
      n_done += session->done ? 1 : 0;
    }

  date = taut_panel_text_date (today);
  /* Translators: a heading with the day, "Today, Sunday 29 November". */
  state->heading = g_strdup_printf (_("Today, %s"), date);

  if (sessions->len > 0)
    state->progress = g_strdup_printf (_("%u of %u done"), n_done, sessions->len);
  else
    state->progress = g_strdup ("");
}

TautCareState *
taut_care_state_new (TautAtlas   *atlas,
                     TautRecord  *record,
                     const GDate *today)
{
  TautCareState *state;
  GListModel *plan;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  plan = taut_record_get_plan (record);

  state = g_new0 (TautCareState, 1);
  state->boxes = g_ptr_array_new_with_free_func (care_box_free);
  state->proposals = g_ptr_array_new_with_free_func (care_entry_free);
  state->entries = g_ptr_array_new_with_free_func (care_entry_free);
  state->has_marks = g_list_model_get_n_items (taut_record_get_marks (record)) > 0;

  add_boxes (state, atlas, plan, today);
  add_proposals (state, atlas, record);
  add_entries (state, atlas, plan, today);

  return state;
}

void
taut_care_state_free (TautCareState *state)
{
  if (state == NULL)
    return;

  g_ptr_array_unref (state->boxes);
  g_ptr_array_unref (state->proposals);
  g_ptr_array_unref (state->entries);
  g_free (state->heading);
  g_free (state->progress);
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
