/* taut-record-json-plan.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The plan in a record: members "plan", read and written. */

#define G_LOG_DOMAIN "taut-record-json-plan"

#include "config.h"

#include "taut-parts.h"
#include "taut-record-json-private.h"
#include "taut-rrule.h"
#include "taut-values.h"

static const char *const item_members[] = {
  "routine", "rrule", "times", "start", "end", "ticks", "exceptions", "dose", NULL,
};
static const char *const tick_members[] = { "date", "time", "outcome", NULL };
static const char *const exception_members[] = { "date", "time", "to", NULL };
static const char *const session_members[] = { "date", "time", NULL };

/* By TautOutcome. */
static const char *const outcome_ids[] = { "done", "sore", "skipped" };

/* "date" and "time". */
static gboolean
read_session (JsonObject  *object,
              const char  *where,
              GDate       *date,
              guint       *minute,
              GError     **error)
{
  const char *time;

  return taut_values_read_date (object, where, "date", date, error)
         && taut_json_read_string (object, where, "time", &time, error)
         && taut_values_parse_minute (time, where, "time", minute, error);
}

static gboolean
read_outcome (JsonObject   *object,
              const char   *where,
              TautOutcome  *outcome,
              GError      **error)
{
  const char *text;

  g_assert (outcome != NULL);

  *outcome = TAUT_OUTCOME_DONE;
  if (!json_object_has_member (object, "outcome"))
    return TRUE;
  if (!taut_json_read_string (object, where, "outcome", &text, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (outcome_ids); i++)
    {
      if (strcmp (text, outcome_ids[i]) == 0)
        {
          *outcome = i;
          return TRUE;
        }
    }

  return taut_values_fail_found (error, where, "outcome",
                                 "\"done\", \"sore\" or \"skipped\"", text);
}

/* A tick may lie in the future: a clock may have been wrong, then or now, and what
 * a person said is not thrown away for it. */
static gboolean
read_tick (JsonObject   *object,
           const char   *where,
           TautTick     *tick,
           JsonObject  **unknown,
           GError      **error)
{
  g_autofree char *key = NULL;

  g_assert (tick != NULL);

  if (!read_session (object, where, &tick->date, &tick->minute, error)
      || !read_outcome (object, where, &tick->outcome, error))
    return FALSE;

  key = taut_parts_format_session (&tick->date, tick->minute);
  taut_parts_keep (unknown, key, taut_parts_collect_unknown (object, tick_members));

  return TRUE;
}

static GArray *
read_ticks (JsonObject   *object,
            const char   *where,
            JsonObject  **unknown,
            GError      **error)
{
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (TautTick));
  g_autoptr (JsonObject) unknown_ticks = NULL;
  JsonArray *array = taut_json_read_array (object, where, "ticks", error);

  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *tick_where = g_strdup_printf ("%s, ticks[%u]", where, i);
      JsonObject *element = taut_parts_get_element (array, i, tick_where, error);
      TautTick tick;

      if (element == NULL || !read_tick (element, tick_where, &tick, &unknown_ticks, error))
        return NULL;
      g_array_append_val (ticks, tick);
    }
  taut_parts_keep (unknown, "ticks", g_steal_pointer (&unknown_ticks));

  return g_steal_pointer (&ticks);
}

static gboolean
read_exception (JsonObject     *object,
                const char     *where,
                TautException  *exception,
                JsonObject    **unknown,
                GError        **error)
{
  g_autoptr (JsonObject) kept = taut_parts_collect_unknown (object, exception_members);
  g_autofree char *key = NULL;

  g_assert (exception != NULL);

  *exception = (TautException) { .moved = json_object_has_member (object, "to") };
  if (!read_session (object, where, &exception->date, &exception->minute, error))
    return FALSE;
  if (exception->moved)
    {
      g_autofree char *to_where = g_strconcat (where, ", to", NULL);
      JsonObject *to = taut_json_read_object (object, where, "to", error);

      if (to == NULL
          || !read_session (to, to_where, &exception->to_date, &exception->to_minute, error))
        return FALSE;
      taut_parts_keep (&kept, "to", taut_parts_collect_unknown (to, session_members));
    }

  key = taut_parts_format_session (&exception->date, exception->minute);
  taut_parts_keep (unknown, key, g_steal_pointer (&kept));

  return TRUE;
}

static GArray *
read_exceptions (JsonObject   *object,
                 const char   *where,
                 JsonObject  **unknown,
                 GError      **error)
{
  g_autoptr (GArray) exceptions = g_array_new (FALSE, FALSE, sizeof (TautException));
  g_autoptr (JsonObject) kept = NULL;
  JsonArray *array;

  if (!json_object_has_member (object, "exceptions"))
    return g_steal_pointer (&exceptions);
  array = taut_json_read_array (object, where, "exceptions", error);
  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s, exceptions[%u]", where, i);
      JsonObject *element = taut_parts_get_element (array, i, place, error);
      TautException exception;

      if (element == NULL || !read_exception (element, place, &exception, &kept, error))
        return NULL;
      g_array_append_val (exceptions, exception);
    }
  taut_parts_keep (unknown, "exceptions", g_steal_pointer (&kept));

  return g_steal_pointer (&exceptions);
}

/* @end is not valid when there is none. */
static gboolean
read_period (JsonObject  *object,
             const char  *where,
             GDate       *start,
             GDate       *end,
             GError     **error)
{
  g_assert (start != NULL);
  g_assert (end != NULL);

  g_date_clear (end, 1);
  if (!taut_values_read_date (object, where, "start", start, error))
    return FALSE;
  if (!json_object_has_member (object, "end"))
    return TRUE;
  if (!taut_values_read_date (object, where, "end", end, error))
    return FALSE;
  if (g_date_compare (end, start) < 0)
    return taut_values_fail_found (error, where, "end", "a date not before \"start\"",
                                   json_object_get_string_member (object, "end"));

  return TRUE;
}

/* What an item says of single sessions and of the dose, in the place of @item,
 * which it takes. */
static TautPlanItem *
read_details (TautPlanItem  *item,
              JsonObject    *object,
              const char    *where,
              GError       **error)
{
  g_autoptr (JsonObject) unknown = taut_parts_collect_unknown (object, item_members);
  g_autoptr (TautPlanItem) bare = item;
  g_autoptr (TautPlanItem) dosed = NULL;
  g_autoptr (TautPlanItem) ticked = NULL;
  g_autoptr (TautPlanItem) excepted = NULL;
  g_autoptr (GArray) ticks = NULL;
  g_autoptr (GArray) exceptions = NULL;
  TautDose dose;

  g_assert (TAUT_IS_PLAN_ITEM (item));

  ticks = read_ticks (object, where, &unknown, error);
  if (ticks == NULL)
    return NULL;
  exceptions = read_exceptions (object, where, &unknown, error);
  if (exceptions == NULL || !taut_parts_read_dose (object, where, &dose, &unknown, error))
    return NULL;

  dosed = taut_plan_item_with_dose (bare, &dose);
  ticked = taut_plan_item_with_ticks (dosed, (TautTick *) (gpointer) ticks->data, ticks->len);
  excepted = taut_plan_item_with_exceptions (ticked,
                                             (TautException *) (gpointer) exceptions->data,
                                             exceptions->len);

  return taut_plan_item_with_unknown (excepted, unknown);
}

static gboolean
read_rrule (JsonObject   *object,
            const char   *where,
            const GDate  *start,
            const char  **rrule,
            GError      **error)
{
  g_autoptr (GError) cause = NULL;

  g_assert (rrule != NULL);

  if (!taut_json_read_string (object, where, "rrule", rrule, error))
    return FALSE;
  if (!taut_rrule_check_from (*rrule, start, &cause))
    return taut_values_fail (error, where, "rrule", "%s", cause->message);

  return TRUE;
}

static TautPlanItem *
read_plan_item (JsonObject  *object,
                const char  *where,
                const char  *routine_id,
                GError     **error)
{
  g_autoptr (GArray) minutes = NULL;
  const char *rrule;
  GDate start;
  GDate end;

  g_assert (routine_id != NULL);

  if (!read_period (object, where, &start, &end, error)
      || !read_rrule (object, where, &start, &rrule, error))
    return NULL;
  minutes = taut_parts_read_minutes (object, where, "times", error);
  if (minutes == NULL)
    return NULL;

  return read_details (taut_plan_item_new (routine_id, rrule,
                                           (guint *) (gpointer) minutes->data, minutes->len,
                                           &start, g_date_valid (&end) ? &end : NULL),
                       object, where, error);
}

gboolean
taut_record_json_read_plan (TautRecord  *record,
                            JsonObject  *root,
                            const char  *origin,
                            GError     **error)
{
  JsonArray *array = taut_json_read_array (root, origin, "plan", error);

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s: plan[%u]", origin, i);
      JsonObject *object = taut_parts_get_element (array, i, place, error);
      g_autofree char *where = NULL;
      g_autoptr (TautPlanItem) item = NULL;
      const char *id;

      if (object == NULL || !taut_values_read_id (object, place, "routine", &id, error))
        return FALSE;
      where = g_strdup_printf ("%s: plan item %s", origin, id);
      if (taut_record_find_plan_item (record, id) != NULL)
        return taut_values_fail (error, where, "routine", "expected once, found twice");
      item = read_plan_item (object, where, id, error);
      if (item == NULL)
        return FALSE;
      taut_record_put_plan_item (record, item);
    }

  return TRUE;
}

static JsonObject *
write_session (const GDate *date,
               guint        minute)
{
  JsonObject *object = json_object_new ();
  g_autofree char *day = taut_parts_format_date (date);
  g_autofree char *time = taut_parts_format_minute (minute);

  json_object_set_string_member (object, "date", day);
  json_object_set_string_member (object, "time", time);

  return object;
}

static JsonArray *
write_ticks (TautPlanItem *item)
{
  JsonArray *array = json_array_new ();
  JsonObject *unknown = taut_parts_get (taut_plan_item_get_unknown (item), "ticks");
  guint n;
  const TautTick *ticks = taut_plan_item_get_ticks (item, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = taut_parts_format_session (&ticks[i].date, ticks[i].minute);
      JsonObject *tick = write_session (&ticks[i].date, ticks[i].minute);

      if (ticks[i].outcome != TAUT_OUTCOME_DONE)
        json_object_set_string_member (tick, "outcome", outcome_ids[ticks[i].outcome]);
      taut_parts_write_unknown (tick, taut_parts_get (unknown, key));
      json_array_add_object_element (array, tick);
    }

  return array;
}

static JsonObject *
write_exception (const TautException *exception,
                 JsonObject          *unknown)
{
  JsonObject *object = write_session (&exception->date, exception->minute);

  g_assert (exception != NULL);

  if (exception->moved)
    {
      JsonObject *to = write_session (&exception->to_date, exception->to_minute);

      taut_parts_write_unknown (to, taut_parts_get (unknown, "to"));
      json_object_set_object_member (object, "to", to);
    }
  taut_parts_write_unknown (object, unknown);
  /* What was kept for a target goes with it. */
  if (!exception->moved && json_object_has_member (object, "to"))
    json_object_remove_member (object, "to");

  return object;
}

static void
write_exceptions (TautPlanItem *item,
                  JsonObject   *object)
{
  JsonObject *unknown = taut_parts_get (taut_plan_item_get_unknown (item), "exceptions");
  JsonArray *array;
  guint n;
  const TautException *exceptions = taut_plan_item_get_exceptions (item, &n);

  if (n == 0 && unknown == NULL)
    return;

  array = json_array_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = taut_parts_format_session (&exceptions[i].date,
                                                        exceptions[i].minute);

      json_array_add_object_element (array,
                                     write_exception (&exceptions[i],
                                                      taut_parts_get (unknown, key)));
    }
  json_object_set_array_member (object, "exceptions", array);
}

static JsonObject *
write_plan_item (TautPlanItem *item)
{
  JsonObject *object = json_object_new ();
  JsonObject *unknown = taut_plan_item_get_unknown (item);
  const GDate *end = taut_plan_item_get_end (item);
  guint n;
  const guint *minutes = taut_plan_item_get_minutes (item, &n);
  g_autofree char *start = taut_parts_format_date (taut_plan_item_get_start (item));

  json_object_set_string_member (object, "routine", taut_plan_item_get_routine_id (item));
  json_object_set_string_member (object, "rrule", taut_plan_item_get_rrule (item));
  taut_parts_write_minutes (object, "times", minutes, n);
  json_object_set_string_member (object, "start", start);
  if (end != NULL)
    {
      g_autofree char *text = taut_parts_format_date (end);

      json_object_set_string_member (object, "end", text);
    }
  json_object_set_array_member (object, "ticks", write_ticks (item));
  write_exceptions (item, object);
  taut_parts_write_dose (object, taut_plan_item_get_dose (item), unknown);
  taut_parts_write_unknown (object, unknown);

  return object;
}

JsonArray *
taut_record_json_write_plan (TautRecord *record)
{
  JsonArray *array = json_array_new ();
  GListModel *plan = taut_record_get_plan (record);

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);

      json_array_add_object_element (array, write_plan_item (item));
    }

  return array;
}
