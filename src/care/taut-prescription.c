/* taut-prescription.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-prescription"

#include "config.h"

#include "taut-prescription.h"

#include "taut-prescription-private.h"
#include "taut-timetable.h"

#define DAYS_A_WEEK 7
#define SECONDS_A_MINUTE 60

static guint
count_repetitions (const TautDose *dose)
{
  g_assert (dose != NULL);

  return MAX (dose->repetitions, 1) * MAX (dose->sets, 1);
}

/* What a routine's minutes leave over beside its holds, for pauses and changing
 * sides, grows and shrinks with the repetitions. */
static guint
measure_minutes (guint           usual_minutes,
                 const TautDose *usual,
                 const TautDose *dose)
{
  guint64 n_usual = count_repetitions (usual);
  guint64 n = count_repetitions (dose);
  guint64 given = (guint64) usual_minutes * SECONDS_A_MINUTE;
  guint64 held = n_usual * usual->hold;
  guint64 spare = given > held ? given - held : 0;
  guint64 seconds = n * dose->hold + (n * spare + n_usual - 1) / n_usual;

  return MAX ((seconds + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE, 1);
}

static void
change (guint *value,
        guint  to)
{
  g_assert (value != NULL);

  if (to > 0)
    *value = to;
}

static void
limit (guint *value,
       guint  most)
{
  g_assert (value != NULL);

  if (most > 0)
    *value = MIN (*value, most);
}

/* A person's own pressure is the most; the least comes down to it. */
static void
change_dose (TautPrescription *self)
{
  const TautDose *changed = self->item != NULL ? taut_plan_item_get_dose (self->item) : NULL;

  g_assert (self != NULL);

  if (changed == NULL)
    return;

  change (&self->dose.hold, changed->hold);
  change (&self->dose.repetitions, changed->repetitions);
  change (&self->dose.sets, changed->sets);
  if (self->pressure_most > 0)
    change (&self->pressure_most, changed->pressure);
}

static void
limit_dose (TautPrescription *self)
{
  g_assert (self != NULL);

  if (self->verdict == NULL)
    return;

  limit (&self->dose.hold, self->verdict->hold_most);
  limit (&self->dose.repetitions, self->verdict->repetitions_most);
  limit (&self->pressure_most, self->verdict->pressure_most);
}

static void
set_dose (TautPrescription *self,
          const TautDose   *usual,
          guint             minutes)
{
  g_assert (self != NULL);
  g_assert (usual != NULL);

  self->dose = *usual;
  change_dose (self);
  limit_dose (self);
  self->pressure_least = MIN (self->pressure_least, self->pressure_most);
  self->dose.pressure = self->pressure_most;
  self->minutes = measure_minutes (minutes, usual, &self->dose);
}

static void
set_routine (TautPrescription      *self,
             const TautCareContext *context,
             const TautRoutine     *routine)
{
  TautDose usual = {
    .hold = routine->hold,
    .repetitions = routine->repetitions,
    .sets = routine->sets,
    .pressure = routine->pressure_most,
  };

  g_assert (self != NULL);

  self->routine = routine;
  self->verdict = taut_screening_judge_in (context, routine);
  self->pressure_least = routine->pressure_least;
  self->pressure_most = routine->pressure_most;
  set_dose (self, &usual, routine->minutes);
}

static void
set_own (TautPrescription *self,
         TautOwnRoutine   *own)
{
  const TautDose *usual = taut_own_routine_get_dose (own);

  g_assert (self != NULL);

  self->own = g_object_ref (own);
  self->pressure_least = usual->pressure;
  self->pressure_most = usual->pressure;
  set_dose (self, usual, taut_own_routine_get_minutes (own));
}

/* The marks that the routine is for, and their side. */
static void
set_marks (TautPrescription      *self,
           const TautCareContext *context)
{
  g_assert (self != NULL);
  g_assert (context != NULL);

  for (guint i = 0; self->routine != NULL && i < context->marks->len; i++)
    {
      const TautCareMark *mark = g_ptr_array_index (context->marks, i);
      TautSide side = taut_mark_get_side (mark->mark);

      if (taut_care_mark_fit (mark, context->atlas, self->routine) == TAUT_CARE_FIT_NONE)
        continue;
      if (self->marks->len == 0)
        self->side = side;
      else if (self->side != side)
        self->both_sides = TRUE;
      g_ptr_array_add (self->marks, g_object_ref (mark->mark));
    }

  if (self->marks->len == 0)
    self->both_sides = TRUE;
}

static TautPrescription *
new_empty (const char   *id,
           TautPlanItem *item)
{
  TautPrescription *self = g_new0 (TautPrescription, 1);

  g_assert (id != NULL);

  self->id = g_strdup (id);
  self->item = item != NULL ? g_object_ref (item) : NULL;
  self->marks = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

TautPrescription *
taut_prescription_new_for_routine (const TautCareContext *context,
                                   const TautRoutine     *routine,
                                   TautPlanItem          *item)
{
  TautPrescription *self;

  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (routine != NULL, NULL);
  g_return_val_if_fail (item == NULL || TAUT_IS_PLAN_ITEM (item), NULL);

  self = new_empty (routine->id, item);
  set_routine (self, context, routine);
  set_marks (self, context);

  return self;
}

static TautPrescription *
new_in (const TautCareContext *context,
        TautRecord            *record,
        const char            *id)
{
  const TautRoutine *routine = taut_atlas_find_routine (context->atlas, id);
  TautPlanItem *item = taut_record_find_plan_item (record, id);
  TautOwnRoutine *own;
  TautPrescription *self;

  g_assert (TAUT_IS_RECORD (record));

  if (routine != NULL)
    return taut_prescription_new_for_routine (context, routine, item);

  self = new_empty (id, item);
  own = taut_record_find_own_routine (record, id);
  if (own != NULL)
    set_own (self, own);
  set_marks (self, context);

  return self;
}

static TautCareContext *
read_record (TautAtlas  *atlas,
             TautRecord *record)
{
  return taut_care_context_new (atlas, taut_record_get_profile (record),
                                taut_record_get_marks (record));
}

TautPrescription *
taut_prescription_new (TautAtlas  *atlas,
                       TautRecord *record,
                       const char *routine_id)
{
  g_autoptr (TautCareContext) context = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (routine_id != NULL, NULL);

  context = read_record (atlas, record);

  return new_in (context, record, routine_id);
}

void
taut_prescription_free (TautPrescription *prescription)
{
  if (prescription == NULL)
    return;

  g_free ((char *) prescription->id);
  g_clear_object (&prescription->own);
  g_clear_object (&prescription->item);
  g_clear_pointer (&prescription->verdict, taut_verdict_free);
  g_ptr_array_unref (prescription->marks);
  g_free (prescription);
}

GPtrArray *
taut_prescription_list (TautAtlas  *atlas,
                        TautRecord *record)
{
  g_autoptr (TautCareContext) context = NULL;
  GListModel *plan;
  GPtrArray *list;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  context = read_record (atlas, record);
  plan = taut_record_get_plan (record);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_prescription_free);
  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);

      g_ptr_array_add (list, new_in (context, record, taut_plan_item_get_routine_id (item)));
    }

  return list;
}

static guint
find_minutes (GPtrArray    *prescriptions,
              TautPlanItem *item)
{
  g_assert (prescriptions != NULL);

  for (guint i = 0; i < prescriptions->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);

      if (prescription->item == item)
        return prescription->minutes;
    }

  return 0;
}

GArray *
taut_prescription_measure_days (GPtrArray   *prescriptions,
                                const GDate *first,
                                guint        n_days)
{
  g_autoptr (GListStore) plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  g_autoptr (GArray) sessions = NULL;
  GArray *minutes;
  GDate last;

  g_return_val_if_fail (prescriptions != NULL, NULL);
  g_return_val_if_fail (first != NULL && g_date_valid (first), NULL);
  g_return_val_if_fail (n_days > 0, NULL);

  for (guint i = 0; i < prescriptions->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);

      if (prescription->item != NULL)
        g_list_store_append (plan, prescription->item);
    }

  last = *first;
  g_date_add_days (&last, n_days - 1);
  sessions = taut_timetable_list (G_LIST_MODEL (plan), first, &last);
  minutes = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_days);
  g_array_set_size (minutes, n_days);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);
      guint day = g_date_days_between (first, &session->date);

      g_array_index (minutes, guint, day) += find_minutes (prescriptions, session->item);
    }

  return minutes;
}

guint
taut_prescription_measure_day (GPtrArray   *prescriptions,
                               const GDate *monday)
{
  g_autoptr (GArray) minutes = NULL;
  guint most = 0;

  g_return_val_if_fail (prescriptions != NULL, 0);
  g_return_val_if_fail (monday != NULL && g_date_valid (monday), 0);

  minutes = taut_prescription_measure_days (prescriptions, monday, DAYS_A_WEEK);
  for (guint i = 0; i < minutes->len; i++)
    most = MAX (most, g_array_index (minutes, guint, i));

  return most;
}
