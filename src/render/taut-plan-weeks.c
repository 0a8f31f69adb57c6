/* taut-plan-weeks.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-weeks"

#include "config.h"

#include "taut-plan-weeks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taut-names.h"
#include "taut-timetable.h"

/* More times than these are counted, not listed. */
#define N_TIMES_LISTED 2
/* A routine that is done more often than this has one box for the day. */
#define N_BOXES_MOST 4
/* Of a row that stands for all times of the day. */
#define ANY_MINUTE G_MAXUINT

static void
free_row (gpointer data)
{
  TautPlanRow *row = data;

  g_free (row->name);
  g_free (row->dose);
  g_free (row->repeats);
  g_free (row->cells);
  g_free (row);
}

/* Words */

char *
taut_plan_format_repeats (const TautPrescription *prescription)
{
  const TautDose *dose;

  g_return_val_if_fail (prescription != NULL, NULL);

  dose = &prescription->dose;
  if (prescription->routine == NULL && prescription->own == NULL)
    return g_strdup ("");

  if (dose->hold > 0 && dose->repetitions > 1 && dose->sets > 1)
    /* Translators: a hold in seconds, repetitions, sets */
    return g_strdup_printf (_("%u s × %u × %u"), dose->hold, dose->repetitions, dose->sets);

  if (dose->hold > 0)
    /* Translators: a hold in seconds, and how often it is repeated */
    return g_strdup_printf (_("%u s × %u"), dose->hold,
                            MAX (MAX (dose->repetitions, dose->sets), 1));

  if (dose->repetitions > 1)
    /* Translators: repetitions, sets */
    return g_strdup_printf (_("%u × %u"), dose->repetitions, MAX (dose->sets, 1));

  return g_strdup_printf (_("%u min"), MAX (prescription->minutes, 1));
}

static char *
format_times (TautPlanItem *item,
              guint         minute)
{
  guint n_minutes;
  const guint *minutes;

  g_assert (TAUT_IS_PLAN_ITEM (item));

  minutes = taut_plan_item_get_minutes (item, &n_minutes);
  if (minute != ANY_MINUTE)
    return g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);

  if (n_minutes > N_TIMES_LISTED)
    return g_strdup_printf (ngettext ("%u time a day", "%u times a day", n_minutes), n_minutes);

  if (n_minutes == 2)
    /* Translators: two times of the day */
    return g_strdup_printf (_("%02u:%02u and %02u:%02u"), minutes[0] / 60, minutes[0] % 60,
                            minutes[1] / 60, minutes[1] % 60);

  return n_minutes == 1 ? g_strdup_printf ("%02u:%02u", minutes[0] / 60, minutes[0] % 60) : NULL;
}

static char *
format_dose (const TautPlanRow *row)
{
  g_autofree char *times = format_times (row->prescription->item, row->minute);

  g_assert (row != NULL);

  if (times == NULL)
    return g_strdup (row->repeats);
  if (*row->repeats == '\0')
    return g_steal_pointer (&times);

  /* Translators: how much, and when: "45 s × 3, 08:00 and 20:00" */
  return g_strdup_printf (_("%s, %s"), row->repeats, times);
}

/* Rows */

static void
add_row (TautPlanWeeks          *weeks,
         TautAtlas              *atlas,
         TautRecord             *record,
         const TautPrescription *prescription,
         guint                   minute)
{
  TautPlanRow *row = g_new0 (TautPlanRow, 1);

  g_assert (weeks != NULL);

  row->prescription = prescription;
  row->minute = minute;
  row->name = taut_name_routine (atlas, record, prescription->id);
  row->repeats = taut_plan_format_repeats (prescription);
  row->dose = format_dose (row);
  row->cells = g_new0 (TautPlanCell, weeks->n_weeks * TAUT_WEEK_DAYS);
  g_ptr_array_add (weeks->rows, row);
}

static gboolean
is_split (const TautPrescription *prescription)
{
  guint n;

  g_assert (prescription != NULL);

  taut_plan_item_get_minutes (prescription->item, &n);

  return n > 1 && n <= N_BOXES_MOST;
}

static gboolean
can_split (GPtrArray *prescriptions,
           guint      n_most)
{
  guint n_rows = 0;

  for (guint i = 0; i < prescriptions->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);
      guint n = 1;

      if (is_split (prescription))
        taut_plan_item_get_minutes (prescription->item, &n);
      n_rows += n;
    }

  return n_rows <= n_most;
}

static void
add_rows (TautPlanWeeks *weeks,
          TautAtlas     *atlas,
          TautRecord    *record,
          GPtrArray     *prescriptions,
          guint          n_split)
{
  gboolean split = can_split (prescriptions, n_split);

  for (guint i = 0; i < prescriptions->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);
      guint n;
      const guint *minutes = taut_plan_item_get_minutes (prescription->item, &n);

      if (!split || !is_split (prescription))
        add_row (weeks, atlas, record, prescription, ANY_MINUTE);
      else
        for (guint j = 0; j < n; j++)
          add_row (weeks, atlas, record, prescription, minutes[j]);
    }
}

/* The row of the time nearest to that of a session, which may have been moved away
 * from its own. */
static TautPlanRow *
find_row (TautPlanWeeks     *weeks,
          const TautSession *session)
{
  TautPlanRow *nearest = NULL;
  guint least = G_MAXUINT;

  g_assert (weeks != NULL);

  for (guint i = 0; i < weeks->rows->len; i++)
    {
      TautPlanRow *row = g_ptr_array_index (weeks->rows, i);
      guint distance;

      if (row->prescription->item != session->item)
        continue;
      if (row->minute == ANY_MINUTE)
        return row;

      distance = MAX (row->minute, session->minute) - MIN (row->minute, session->minute);
      if (distance < least || (distance == least && row->minute == session->rule_minute))
        {
          least = distance;
          nearest = row;
        }
    }

  return nearest;
}

/* What was left out on purpose is nothing to do any more; what was missed may still
 * be ticked by hand. */
static void
add_session (TautPlanWeeks     *weeks,
             const TautSession *session)
{
  TautPlanRow *row = find_row (weeks, session);
  int day = g_date_days_between (&weeks->monday, &session->date);
  TautPlanCell *cell;

  if (row == NULL || day < 0 || day >= (int) (weeks->n_weeks * TAUT_WEEK_DAYS) ||
      session->state == TAUT_SESSION_SKIPPED || session->state == TAUT_SESSION_SORE)
    return;

  cell = &row->cells[day];
  if (cell->n_boxes == 64)
    return;

  if (session->done)
    cell->done |= G_GUINT64_CONSTANT (1) << cell->n_boxes;
  cell->n_boxes++;
}

/* Eight boxes a day would be too small to tick. */
static void
gather_boxes (TautPlanWeeks *weeks)
{
  for (guint i = 0; i < weeks->rows->len; i++)
    {
      TautPlanRow *row = g_ptr_array_index (weeks->rows, i);

      for (guint day = 0; day < weeks->n_weeks * TAUT_WEEK_DAYS; day++)
        {
          TautPlanCell *cell = &row->cells[day];
          guint64 all = cell->n_boxes < 64 ? (G_GUINT64_CONSTANT (1) << cell->n_boxes) - 1
                                           : G_MAXUINT64;

          if (cell->n_boxes > N_BOXES_MOST)
            *cell = (TautPlanCell) { 1, cell->done == all };
        }
    }
}

static void
set_monday (TautPlanWeeks *weeks,
            const GDate   *day)
{
  weeks->monday = *day;
  g_date_subtract_days (&weeks->monday, (guint) g_date_get_weekday (day) - G_DATE_MONDAY);
}

static guint
fill (TautPlanWeeks *weeks,
      TautRecord    *record)
{
  g_autoptr (GArray) sessions = NULL;
  GDate last = weeks->monday;
  GDate sunday = weeks->monday;
  guint n_first = 0;

  g_date_add_days (&last, weeks->n_weeks * TAUT_WEEK_DAYS - 1);
  g_date_add_days (&sunday, TAUT_WEEK_DAYS - 1);
  sessions = taut_timetable_list_sessions (taut_record_get_plan (record),
                                           taut_record_get_profile (record),
                                           &weeks->monday, &last, NULL);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      if (g_date_compare (&session->date, &sunday) <= 0 && find_row (weeks, session) != NULL)
        n_first++;
      add_session (weeks, session);
    }

  return n_first;
}

/* The first day on which something begins after the first week. */
static gboolean
find_start (const TautPlanWeeks *weeks,
            GDate               *start)
{
  GDate next = weeks->monday;
  gboolean found = FALSE;

  g_date_add_days (&next, TAUT_WEEK_DAYS);
  for (guint i = 0; i < weeks->rows->len; i++)
    {
      const TautPlanRow *row = g_ptr_array_index (weeks->rows, i);
      const GDate *first = taut_plan_item_get_start (row->prescription->item);

      if (g_date_compare (first, &next) < 0 || (found && g_date_compare (first, start) >= 0))
        continue;

      *start = *first;
      found = TRUE;
    }

  return found;
}

static void
empty_cells (TautPlanWeeks *weeks)
{
  for (guint i = 0; i < weeks->rows->len; i++)
    {
      TautPlanRow *row = g_ptr_array_index (weeks->rows, i);

      memset (row->cells, 0, sizeof (TautPlanCell) * weeks->n_weeks * TAUT_WEEK_DAYS);
    }
}

/* Of the day that has most of them. */
static guint
count_minutes (const TautPlanWeeks *weeks)
{
  guint most = 0;

  g_assert (weeks != NULL);

  for (guint day = 0; day < weeks->n_weeks * TAUT_WEEK_DAYS; day++)
    {
      guint minutes = 0;

      for (guint i = 0; i < weeks->rows->len; i++)
        {
          const TautPlanRow *row = g_ptr_array_index (weeks->rows, i);

          minutes += row->cells[day].n_boxes * row->prescription->minutes;
        }
      most = MAX (most, minutes);
    }

  return most;
}

/* Public API */

TautPlanWeeks *
taut_plan_weeks_new (TautAtlas   *atlas,
                     TautRecord  *record,
                     GPtrArray   *prescriptions,
                     const GDate *day,
                     guint        n_weeks,
                     guint        n_split)
{
  TautPlanWeeks *weeks;
  GDate start;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (prescriptions != NULL, NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);
  g_return_val_if_fail (n_weeks > 0, NULL);

  weeks = g_new0 (TautPlanWeeks, 1);
  weeks->rows = g_ptr_array_new_with_free_func (free_row);
  weeks->n_weeks = n_weeks;
  add_rows (weeks, atlas, record, prescriptions, n_split);
  set_monday (weeks, day);
  if (fill (weeks, record) == 0 && find_start (weeks, &start))
    {
      set_monday (weeks, &start);
      empty_cells (weeks);
      fill (weeks, record);
    }
  weeks->minutes = count_minutes (weeks);
  gather_boxes (weeks);

  return weeks;
}

void
taut_plan_weeks_free (TautPlanWeeks *weeks)
{
  if (weeks == NULL)
    return;

  g_ptr_array_unref (weeks->rows);
  g_free (weeks);
}

GPtrArray *
taut_plan_weeks_list_rows (const TautPlanWeeks *weeks,
                           guint                first,
                           guint                n)
{
  GPtrArray *rows;

  g_return_val_if_fail (weeks != NULL, NULL);
  g_return_val_if_fail (first + n <= weeks->n_weeks, NULL);

  rows = g_ptr_array_new ();
  for (guint i = 0; i < weeks->rows->len; i++)
    {
      TautPlanRow *row = g_ptr_array_index (weeks->rows, i);
      gboolean used = FALSE;

      for (guint day = first * TAUT_WEEK_DAYS; day < (first + n) * TAUT_WEEK_DAYS; day++)
        used = used || row->cells[day].n_boxes > 0;
      if (used)
        g_ptr_array_add (rows, row);
    }

  return rows;
}

void
taut_plan_weeks_get_day (const TautPlanWeeks *weeks,
                         guint                day,
                         GDate               *date)
{
  g_return_if_fail (weeks != NULL);
  g_return_if_fail (date != NULL);

  *date = weeks->monday;
  g_date_add_days (date, day);
}
