/* taut-record-json-write.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keep in sync with taut-record-json.c, which says how unknown members are kept. */

#define G_LOG_DOMAIN "taut-record-json-write"

#include "config.h"

#include "taut-parts.h"
#include "taut-record-json-private.h"

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
  taut_parts_write_unknown (place, taut_parts_get (unknown, "at"));
  json_object_set_object_member (object, "at", place);
  json_object_set_int_member (object, "intensity", taut_mark_get_intensity (mark));
  json_object_set_string_member (object, "time", time);
  taut_parts_write_unknown (object, unknown);

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
  if (*taut_record_get_client_figure (record) != '\0')
    json_object_set_string_member (client, "figure", taut_record_get_client_figure (record));
  taut_parts_write_unknown (client, taut_parts_get (unknown, "client"));
  json_object_set_object_member (root, "client", client);
  json_object_set_array_member (root, "marks", write_marks (taut_record_get_marks (record)));
  json_object_set_array_member (root, "plan", taut_record_json_write_plan (record));
  taut_record_json_write_care (record, root);
  taut_record_json_write_own_routines (record, root);
  taut_parts_write_unknown (root, unknown);

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
