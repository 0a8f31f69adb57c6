/* taut-care-edit.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-care-edit"

#include "config.h"

#include "taut-care-edit.h"

#include <glib/gi18n.h>

#include "taut-care-state.h"
#include "taut-names.h"
#include "taut-panel-text.h"
#include "taut-rrule.h"
#include "taut-timetable.h"

/* How far ahead the next session is looked for. */
#define DAYS_AHEAD 60

#define LATER_MINUTES 120
#define LATER_STEP 15
#define DAY_BEGINS (6 * 60)
#define DAY_ENDS (22 * 60)

/* Two sessions of a routine on one day stand well apart, where the day is long
 * enough. */
#define MOVE_STEP 120
#define SMALL_MOVE_STEP 15

/* Sessions */

void
taut_care_edit_set_outcome (TautRecord             *record,
                            const TautSessionPlace *place,
                            int                     outcome)
{
  TautPlanItem *item;

  g_return_if_fail (TAUT_IS_RECORD (record));
  g_return_if_fail (place != NULL);

  item = taut_record_find_plan_item (record, place->routine_id);
  if (item != NULL)
    {
      g_autoptr (TautPlanItem) changed = NULL;

      if (outcome == TAUT_CARE_EDIT_OPEN)
        changed = taut_plan_item_with_tick (item, &place->rule_date, place->rule_minute, FALSE);
      else
        changed = taut_plan_item_with_outcome (item, &place->rule_date, place->rule_minute,
                                               (TautOutcome) outcome);
      taut_record_put_plan_item (record, changed);
    }
}

/* The first session of @item after the day of @place; %FALSE for none in sight. */
static gboolean
find_next (TautRecord             *record,
           TautPlanItem           *item,
           const TautSessionPlace *place,
           GDate                  *date)
{
  g_autoptr (GListStore) plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  g_autoptr (GArray) sessions = NULL;
  GDate first = place->date;
  GDate last = place->date;

  g_assert (TAUT_IS_PLAN_ITEM (item));
  g_assert (date != NULL);

  g_list_store_append (plan, item);
  g_date_add_days (&first, 1);
  g_date_add_days (&last, DAYS_AHEAD);
  sessions = taut_timetable_list_sessions (G_LIST_MODEL (plan), taut_record_get_profile (record),
                                           &first, &last, NULL);
  if (sessions->len == 0)
    return FALSE;

  *date = g_array_index (sessions, TautSession, 0).date;

  return TRUE;
}

/* What is gentler in @after than in @before; %NULL when nothing is. */
static char *
describe_gentler (const TautDose *before,
                  const TautDose *after)
{
  g_assert (before != NULL);
  g_assert (after != NULL);

  if (after->hold < before->hold && after->pressure < before->pressure)
    {
      /* Translators: seconds of a hold, pressure. */
      return g_strdup_printf (_("%u s at pressure %u of 10"), after->hold, after->pressure);
    }
  if (after->hold < before->hold)
    return g_strdup_printf (_("%u s"), after->hold);
  if (after->pressure < before->pressure)
    return g_strdup_printf (_("pressure %u of 10"), after->pressure);
  if (after->repetitions < before->repetitions)
    return g_strdup_printf (ngettext ("%u time", "%u times", after->repetitions),
                            after->repetitions);

  return NULL;
}

static char *
describe_rest (const GDate *next,
               const char  *gentler)
{
  g_autofree char *day = next != NULL ? taut_panel_text_date (next) : NULL;

  if (day != NULL && gentler != NULL)
    {
      /* Translators: a day, then a dose: "Rest until Friday 27 November, then 30 s". */
      return g_strdup_printf (_("Rest until %s, then %s"), day, gentler);
    }
  if (day != NULL)
    return g_strdup_printf (_("Rest until %s"), day);
  if (gentler != NULL)
    return g_strdup_printf (_("From now on %s"), gentler);

  return g_strdup (_("Rest until it no longer aches"));
}

char *
taut_care_edit_too_sore (TautAtlas              *atlas,
                         TautRecord             *record,
                         const TautSessionPlace *place)
{
  g_autoptr (TautPrescription) before = NULL;
  g_autoptr (TautPrescription) after = NULL;
  g_autoptr (TautPlanItem) changed = NULL;
  g_autofree char *gentler = NULL;
  TautSession session = { 0 };
  gboolean has_next;
  GDate next;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  session.item = taut_record_find_plan_item (record, place->routine_id);
  if (session.item == NULL)
    return NULL;

  session.date = place->date;
  session.minute = place->minute;
  session.rule_date = place->rule_date;
  session.rule_minute = place->rule_minute;
  before = taut_prescription_new (atlas, record, place->routine_id);
  changed = taut_timetable_back_off (session.item, before->routine, &session);
  has_next = find_next (record, changed, place, &next);
  /* What shows the record may take @place away with the change. */
  taut_record_put_plan_item (record, changed);
  after = taut_prescription_new (atlas, record, taut_plan_item_get_routine_id (changed));
  gentler = describe_gentler (&before->dose, &after->dose);

  return describe_rest (has_next ? &next : NULL, gentler);
}

/* Whether another session of @item takes place then. */
static gboolean
is_taken (TautPlanItem           *item,
          const TautSessionPlace *place,
          const GDate            *date,
          guint                   minute)
{
  g_autoptr (GListStore) plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  g_autoptr (GArray) sessions = NULL;

  g_assert (TAUT_IS_PLAN_ITEM (item));

  g_list_store_append (plan, item);
  sessions = taut_timetable_list (G_LIST_MODEL (plan), date, date);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *other = &g_array_index (sessions, TautSession, i);

      if (other->minute == minute
          && (other->rule_minute != place->rule_minute
              || g_date_compare (&other->rule_date, &place->rule_date) != 0))
        return TRUE;
    }

  return FALSE;
}

/* The time nearest to @minute that no other session of @item has. */
static guint
find_free (TautPlanItem           *item,
           const TautSessionPlace *place,
           const GDate            *date,
           guint                   minute)
{
  g_assert (TAUT_IS_PLAN_ITEM (item));

  if (!is_taken (item, place, date, minute))
    return minute;

  for (guint later = minute + MOVE_STEP; later <= DAY_ENDS; later += MOVE_STEP)
    {
      if (!is_taken (item, place, date, later))
        return later;
    }
  for (guint n = 1; minute >= DAY_BEGINS + n * MOVE_STEP; n++)
    {
      if (!is_taken (item, place, date, minute - n * MOVE_STEP))
        return minute - n * MOVE_STEP;
    }
  for (guint i = 0; i < TAUT_MINUTES_A_DAY / SMALL_MOVE_STEP; i++)
    {
      minute = (minute + SMALL_MOVE_STEP) % TAUT_MINUTES_A_DAY;
      if (!is_taken (item, place, date, minute))
        break;
    }

  return minute;
}

char *
taut_care_edit_move (TautAtlas              *atlas,
                     TautRecord             *record,
                     const TautSessionPlace *place,
                     const GDate            *date,
                     guint                   minute)
{
  g_autoptr (TautPlanItem) changed = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  TautException exception = { .moved = TRUE };
  TautPlanItem *item;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);
  g_return_val_if_fail (minute < TAUT_MINUTES_A_DAY, NULL);

  item = taut_record_find_plan_item (record, place->routine_id);
  if (item == NULL)
    return NULL;

  minute = find_free (item, place, date, minute);
  exception.date = place->rule_date;
  exception.minute = place->rule_minute;
  exception.to_date = *date;
  exception.to_minute = minute;
  if (g_date_compare (date, &place->rule_date) == 0 && minute == place->rule_minute)
    changed = taut_plan_item_without_exception (item, &place->rule_date, place->rule_minute);
  else
    changed = taut_plan_item_with_exception (item, &exception);
  taut_record_put_plan_item (record, changed);

  day = taut_panel_text_date (date);
  time = taut_panel_text_time (minute);

  /* Translators: a day and a time: "Moved to Friday 27 November, 20:00". */
  return g_strdup_printf (_("Moved to %s, %s"), day, time);
}

char *
taut_care_edit_leave_out (TautAtlas              *atlas,
                          TautRecord             *record,
                          const TautSessionPlace *place)
{
  g_autoptr (TautPlanItem) changed = NULL;
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  TautException exception = { .moved = FALSE };
  TautPlanItem *item;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  item = taut_record_find_plan_item (record, place->routine_id);
  if (item == NULL)
    return NULL;

  exception.date = place->rule_date;
  exception.minute = place->rule_minute;
  changed = taut_plan_item_with_exception (item, &exception);
  name = taut_name_routine (atlas, record, place->routine_id);
  day = taut_panel_text_date (&place->date);
  taut_record_put_plan_item (record, changed);

  /* Translators: a routine and a day. */
  return g_strdup_printf (_("Left out: %s, %s"), name, day);
}

gboolean
taut_care_edit_find_later (guint  minute,
                           guint  now,
                           guint *later)
{
  guint proposal;

  g_return_val_if_fail (later != NULL, FALSE);

  proposal = MAX (minute, now) + LATER_MINUTES;
  proposal = (proposal + LATER_STEP - 1) / LATER_STEP * LATER_STEP;
  if (proposal > DAY_ENDS)
    proposal = DAY_ENDS;
  *later = proposal;

  return proposal > MAX (minute, now);
}

/* Days and times */

/* What became of the times that were wished; %NULL when all were free. */
static char *
describe_shift (TautPlanItem *wished,
                TautPlanItem *item)
{
  guint n_wished;
  guint n;
  const guint *before = taut_plan_item_get_minutes (wished, &n_wished);
  const guint *after = taut_plan_item_get_minutes (item, &n);

  for (guint i = 0; i < MIN (n, n_wished); i++)
    {
      g_autofree char *time = NULL;

      if (before[i] == after[i])
        continue;
      time = taut_panel_text_time (after[i]);

      /* Translators: a time of the day. */
      return g_strdup_printf (_("Set to %s, clear of another routine for the same muscle"), time);
    }

  return NULL;
}

char *
taut_care_edit_schedule (TautAtlas    *atlas,
                         TautRecord   *record,
                         TautPlanItem *item)
{
  g_autoptr (TautPlanItem) free_item = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (item), NULL);

  /* A record with such a rule could not be read again. */
  if (!taut_rrule_check_from (taut_plan_item_get_rrule (item), taut_plan_item_get_start (item),
                              NULL))
    return g_strdup (_("Not changed: from that day on it would never take place"));

  free_item = taut_timetable_avoid (atlas, taut_record_get_plan (record), item,
                                    TAUT_CARE_EDIT_GAP);
  taut_record_put_plan_item (record, free_item);
  if (!taut_timetable_occurs (free_item))
    return g_strdup (_("It never takes place so: the last day comes before the first session"));

  return describe_shift (item, free_item);
}

/* The item with a time changed as it is wished; %NULL when the item has it already. */
static TautPlanItem *
change_time (TautPlanItem *item,
             guint         index,
             guint         minute)
{
  g_autofree guint *changed = NULL;
  guint n;
  guint n_changed;
  const guint *minutes = taut_plan_item_get_minutes (item, &n);

  g_assert (TAUT_IS_PLAN_ITEM (item));

  changed = g_new (guint, n + 1);
  n_changed = taut_care_state_change_time (minutes, n, index, minute, changed);

  return n_changed > 0 ? taut_plan_item_with_minutes (item, changed, n_changed) : NULL;
}

char *
taut_care_edit_set_time (TautAtlas    *atlas,
                         TautRecord   *record,
                         TautPlanItem *item,
                         guint         index,
                         guint         minute)
{
  GListModel *plan;
  const guint *minutes;
  guint n;
  gboolean earlier;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (TAUT_IS_PLAN_ITEM (item), NULL);

  plan = taut_record_get_plan (record);
  minutes = taut_plan_item_get_minutes (item, &n);
  g_return_val_if_fail (index <= n, NULL);
  g_return_val_if_fail (minute < TAUT_MINUTES_A_DAY, NULL);
  earlier = index < n && minute < minutes[index];

  /* A step down must not be answered with the time that it came from. */
  for (guint wish = minute; ; wish -= MIN (wish, TAUT_CARE_EDIT_GAP))
    {
      g_autoptr (TautPlanItem) wished = change_time (item, index, wish);
      g_autoptr (TautPlanItem) next = NULL;

      if (wished == NULL)
        return NULL;
      next = taut_timetable_avoid (atlas, plan, wished, TAUT_CARE_EDIT_GAP);
      if (earlier && wish > 0 && taut_plan_item_equal_schedule (next, item))
        continue;
      taut_record_put_plan_item (record, next);
      if (wish != minute && !taut_plan_item_equal_schedule (next, item))
        {
          g_autoptr (TautPlanItem) asked = change_time (item, index, minute);

          return describe_shift (asked, next);
        }
      return describe_shift (wished, next);
    }
}

/* Pauses */

void
taut_care_edit_pause (TautRecord  *record,
                      const GDate *first,
                      const GDate *last)
{
  g_autoptr (TautProfile) changed = NULL;
  g_autoptr (GArray) pauses = g_array_new (FALSE, FALSE, sizeof (TautPause));
  TautProfile *profile;
  const TautPause *before;
  TautPause pause;
  guint n;

  g_return_if_fail (TAUT_IS_RECORD (record));
  g_return_if_fail (first != NULL && g_date_valid (first));
  g_return_if_fail (last != NULL && g_date_valid (last));

  profile = taut_record_get_profile (record);
  before = taut_profile_get_pauses (profile, &n);
  pause.first = g_date_compare (first, last) <= 0 ? *first : *last;
  pause.last = g_date_compare (first, last) <= 0 ? *last : *first;
  if (n > 0)
    g_array_append_vals (pauses, before, n);
  g_array_append_val (pauses, pause);
  changed = taut_profile_with_pauses (profile, (const TautPause *) (gconstpointer) pauses->data,
                                      pauses->len);
  taut_record_set_profile (record, changed);
}

void
taut_care_edit_unpause (TautRecord  *record,
                        const GDate *first)
{
  g_autoptr (TautProfile) changed = NULL;
  g_autoptr (GArray) pauses = g_array_new (FALSE, FALSE, sizeof (TautPause));
  TautProfile *profile;
  const TautPause *before;
  guint n;

  g_return_if_fail (TAUT_IS_RECORD (record));
  g_return_if_fail (first != NULL && g_date_valid (first));

  profile = taut_record_get_profile (record);
  before = taut_profile_get_pauses (profile, &n);
  for (guint i = 0; i < n; i++)
    {
      if (g_date_compare (&before[i].first, first) != 0)
        g_array_append_val (pauses, before[i]);
    }
  changed = taut_profile_with_pauses (profile, (const TautPause *) (gconstpointer) pauses->data,
                                      pauses->len);
  taut_record_set_profile (record, changed);
}
