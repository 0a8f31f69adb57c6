/* taut-record-json-write.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keep in sync with taut-record-json.c, which says how unknown members are kept. */

#define G_LOG_DOMAIN "taut-record-json-write"

#include "config.h"

#include "taut-record-json-private.h"

/* Adds the members of @unknown that @object does not have. */
static void
add_unknown (JsonObject *object,
             JsonObject *unknown)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  g_assert (object != NULL);

  if (unknown == NULL)
    return;

  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (!json_object_has_member (object, member))
        json_object_set_member (object, member, json_node_copy (node));
    }
}

/* What is kept for the part @member of a value; NULL for nothing. */
static JsonObject *
get_part (JsonObject *unknown,
          const char *member)
{
  JsonNode *node = unknown != NULL ? json_object_get_member (unknown, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static char *
format_date (const GDate *date)
{
  g_assert (date != NULL);

  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (date),
                          (guint) g_date_get_month (date), (guint) g_date_get_day (date));
}

static char *
format_minute (guint minute)
{
  return g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);
}

char *
taut_record_json_get_tick_key (const TautTick *tick)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (tick != NULL, NULL);

  date = format_date (&tick->date);
  time = format_minute (tick->minute);

  return g_strconcat (date, " ", time, NULL);
}

static JsonObject *
write_mark (TautMark *mark)
{
  JsonObject *object = json_object_new ();
  JsonObject *unknown = taut_mark_get_unknown (mark);
  JsonObject *place = taut_skin_point_to_object (taut_mark_get_place (mark));
  g_autofree char *time = g_date_time_format_iso8601 (taut_mark_get_time (mark));

  json_object_set_string_member (object, "id", taut_mark_get_id (mark));
  json_object_set_string_member (object, "kind", TAUT_RECORD_JSON_TENDER_SPOT);
  if (taut_mark_get_point_id (mark) != NULL)
    json_object_set_string_member (object, "point", taut_mark_get_point_id (mark));
  json_object_set_string_member (object, "side", taut_side_get_id (taut_mark_get_side (mark)));
  add_unknown (place, get_part (unknown, "at"));
  json_object_set_object_member (object, "at", place);
  json_object_set_int_member (object, "intensity", taut_mark_get_intensity (mark));
  json_object_set_string_member (object, "time", time);
  add_unknown (object, unknown);

  return object;
}

static JsonArray *
write_marks (GListModel *marks)
{
  JsonArray *array = json_array_new ();

  g_assert (G_IS_LIST_MODEL (marks));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);

      json_array_add_object_element (array, write_mark (mark));
    }

  return array;
}

static JsonArray *
write_times (TautPlanItem *item)
{
  JsonArray *array = json_array_new ();
  guint n;
  const guint *minutes = taut_plan_item_get_minutes (item, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *time = format_minute (minutes[i]);

      json_array_add_string_element (array, time);
    }

  return array;
}

static JsonArray *
write_ticks (TautPlanItem *item)
{
  JsonArray *array = json_array_new ();
  JsonObject *unknown = get_part (taut_plan_item_get_unknown (item), "ticks");
  guint n;
  const TautTick *ticks = taut_plan_item_get_ticks (item, &n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *tick = json_object_new ();
      g_autofree char *key = taut_record_json_get_tick_key (&ticks[i]);
      g_autofree char *date = format_date (&ticks[i].date);
      g_autofree char *time = format_minute (ticks[i].minute);

      json_object_set_string_member (tick, "date", date);
      json_object_set_string_member (tick, "time", time);
      add_unknown (tick, get_part (unknown, key));
      json_array_add_object_element (array, tick);
    }

  return array;
}

static JsonObject *
write_plan_item (TautPlanItem *item)
{
  JsonObject *object = json_object_new ();
  const GDate *end = taut_plan_item_get_end (item);
  g_autofree char *start = format_date (taut_plan_item_get_start (item));

  json_object_set_string_member (object, "routine", taut_plan_item_get_routine_id (item));
  json_object_set_string_member (object, "rrule", taut_plan_item_get_rrule (item));
  json_object_set_array_member (object, "times", write_times (item));
  json_object_set_string_member (object, "start", start);
  if (end != NULL)
    {
      g_autofree char *text = format_date (end);

      json_object_set_string_member (object, "end", text);
    }
  json_object_set_array_member (object, "ticks", write_ticks (item));
  add_unknown (object, taut_plan_item_get_unknown (item));

  return object;
}

static JsonArray *
write_plan (GListModel *plan)
{
  JsonArray *array = json_array_new ();

  g_assert (G_IS_LIST_MODEL (plan));

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);

      json_array_add_object_element (array, write_plan_item (item));
    }

  return array;
}

static JsonObject *
write_record (TautRecord *record)
{
  JsonObject *root = json_object_new ();
  JsonObject *client = json_object_new ();
  JsonObject *unknown = taut_record_get_unknown (record);

  json_object_set_string_member (root, "format", TAUT_RECORD_JSON_FORMAT);
  json_object_set_int_member (root, "version", TAUT_RECORD_JSON_VERSION);
  json_object_set_string_member (root, "id", taut_record_get_id (record));
  json_object_set_string_member (client, "name", taut_record_get_client_name (record));
  add_unknown (client, get_part (unknown, "client"));
  json_object_set_object_member (root, "client", client);
  json_object_set_array_member (root, "marks", write_marks (taut_record_get_marks (record)));
  json_object_set_array_member (root, "plan", write_plan (taut_record_get_plan (record)));
  add_unknown (root, unknown);

  return root;
}

/* Laid out for people to read; without layout where that would grow a record
 * that could be read beyond what can be read. (transfer full) */
GBytes *
taut_record_json_write (TautRecord *record)
{
  g_autoptr (JsonNode) node = NULL;
  GString *text;

  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, write_record (record));
  text = taut_json_to_text (node, TRUE);
  if (text->len > TAUT_RECORD_JSON_MAX_BYTES)
    {
      g_string_free (text, TRUE);
      text = taut_json_to_text (node, FALSE);
    }

  return g_string_free_to_bytes (text);
}
