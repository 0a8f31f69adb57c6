/* taut-week-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-week-state"

#include "config.h"

#include "taut-week-state.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-panel-text.h"

static void
week_box_free (gpointer data)
{
  TautWeekBox *box = data;

  g_free (box->key);
  g_free (box->routine_id);
  g_free (box->name);
  g_free (box);
}

static void
week_row_free (gpointer data)
{
  TautWeekRow *row = data;

  for (guint i = 0; i < TAUT_WEEK_STATE_DAYS; i++)
    g_ptr_array_unref (row->boxes[i]);
  g_free (row->routine_id);
  g_free (row->title);
  g_free (row);
}

static TautWeekRow *
week_row_new (TautAtlas    *atlas,
              TautRecord   *record,
              TautPlanItem *item)
{
  TautWeekRow *row = g_new0 (TautWeekRow, 1);

  g_assert (TAUT_IS_PLAN_ITEM (item));

  row->routine_id = g_strdup (taut_plan_item_get_routine_id (item));
  row->title = taut_name_routine (atlas, record, row->routine_id);
  for (guint i = 0; i < TAUT_WEEK_STATE_DAYS; i++)
    row->boxes[i] = g_ptr_array_new_with_free_func (week_box_free);

  return row;
}

static const char *
describe_state (TautSessionState state)
{
  switch (state)
    {
    case TAUT_SESSION_DONE:
      return _("done");
    case TAUT_SESSION_SORE:
      return _("too sore");
    case TAUT_SESSION_SKIPPED:
      return _("skipped");
    case TAUT_SESSION_MISSED:
      return _("missed");
    case TAUT_SESSION_OPEN:
    default:
      return _("open");
    }
}

static void
add_box (TautWeekRow       *row,
         guint              day,
         const TautSession *session,
         const GDate       *today)
{
  TautWeekBox *box = g_new0 (TautWeekBox, 1);
  g_autofree char *date = taut_panel_text_date (&session->date);
  g_autofree char *time = taut_panel_text_time (session->minute);

  g_assert (row != NULL);
  g_assert (day < TAUT_WEEK_STATE_DAYS);

  box->key = g_strdup_printf ("%s@%u@%u", row->routine_id,
                              g_date_get_julian (&session->rule_date), session->rule_minute);
  box->routine_id = g_strdup (row->routine_id);
  /* Translators: a routine, the day, the time, what became of it: "Ball on the
   * wall, Monday 23 November, 08:00, done". */
  box->name = g_strdup_printf (_("%s, %s, %s, %s"), row->title, date, time,
                               describe_state (session->state));
  box->place.routine_id = box->routine_id;
  box->place.date = session->date;
  box->place.minute = session->minute;
  box->place.rule_date = session->rule_date;
  box->place.rule_minute = session->rule_minute;
  box->is_ahead = g_date_compare (&session->date, today) > 0;
  box->state = session->state;
  g_ptr_array_add (row->boxes[day], box);
}

static TautWeekRow *
find_row (TautWeekState *state,
          const char    *routine_id)
{
  g_assert (state != NULL);

  for (guint i = 0; i < state->rows->len; i++)
    {
      TautWeekRow *row = g_ptr_array_index (state->rows, i);

      if (g_str_equal (row->routine_id, routine_id))
        return row;
    }

  return NULL;
}

/* Rows in the order of the plan, those that have a session in the week. */
static void
add_rows (TautWeekState *state,
          TautAtlas     *atlas,
          TautRecord    *record,
          GArray        *sessions)
{
  GListModel *plan = taut_record_get_plan (record);
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert (state != NULL);

  for (guint i = 0; i < sessions->len; i++)
    g_hash_table_add (present, (gpointer) taut_plan_item_get_routine_id
                                 (g_array_index (sessions, TautSession, i).item));

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);

      if (g_hash_table_contains (present, taut_plan_item_get_routine_id (item)))
        g_ptr_array_add (state->rows, week_row_new (atlas, record, item));
    }
}

TautWeekState *
taut_week_state_new (TautAtlas   *atlas,
                     TautRecord  *record,
                     const GDate *day,
                     const GDate *today)
{
  g_autoptr (GArray) sessions = NULL;
  TautWeekState *state;
  GDate sunday;
  guint n_done = 0;
  int column;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  state = g_new0 (TautWeekState, 1);
  state->monday = *day;
  g_date_subtract_days (&state->monday, g_date_get_weekday (day) - G_DATE_MONDAY);
  sunday = state->monday;
  g_date_add_days (&sunday, TAUT_WEEK_STATE_DAYS - 1);
  column = g_date_days_between (&state->monday, today);
  state->today = column >= 0 && column < TAUT_WEEK_STATE_DAYS ? column : TAUT_WEEK_STATE_DAYS;
  state->heading = taut_panel_text_period (&state->monday, &sunday);
  state->rows = g_ptr_array_new_with_free_func (week_row_free);

  sessions = taut_timetable_list_sessions (taut_record_get_plan (record),
                                           taut_record_get_profile (record),
                                           &state->monday, &sunday, today);
  add_rows (state, atlas, record, sessions);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      add_box (find_row (state, taut_plan_item_get_routine_id (session->item)),
               g_date_days_between (&state->monday, &session->date), session, today);
      n_done += session->state == TAUT_SESSION_DONE ? 1 : 0;
    }

  state->progress = sessions->len > 0
                      ? g_strdup_printf (_("%u of %u done"), n_done, sessions->len)
                      : g_strdup ("");

  return state;
}

void
taut_week_state_free (TautWeekState *state)
{
  if (state == NULL)
    return;

  g_ptr_array_unref (state->rows);
  g_free (state->heading);
  g_free (state->progress);
  g_free (state);
}

const TautWeekBox *
taut_week_state_find_box (const TautWeekState *state,
                          const char          *key)
{
  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < state->rows->len; i++)
    {
      const TautWeekRow *row = g_ptr_array_index (state->rows, i);

      for (guint day = 0; day < TAUT_WEEK_STATE_DAYS; day++)
        {
          for (guint n = 0; n < row->boxes[day]->len; n++)
            {
              const TautWeekBox *box = g_ptr_array_index (row->boxes[day], n);

              if (g_str_equal (box->key, key))
                return box;
            }
        }
    }

  return NULL;
}
