/* taut-record-json.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The record, version 1. Reading is strict about what it knows and keeps what it
 * does not know: unknown members go, as JSON, into the value that they belong to
 * and are written back after the known ones. Those of a mark's place are kept
 * under "at", those of a tick under "ticks" by its date and time, and so on; these
 * names are taken by known members, so that they cannot clash.
 *
 * Members that this version carries but does not use (a mark's quality and
 * depth, the client's figure and language) are checked and kept the same way.
 *
 * Keep in sync with taut-record-json-write.c. The plan and the rest of care are in
 * files of their own, which read and write. */

#define G_LOG_DOMAIN "taut-record-json"

#include "config.h"

#include "taut-record-json.h"

#include "taut-parts.h"
#include "taut-record-json-private.h"
#include "taut-values.h"

G_DEFINE_QUARK (taut-record-json-error-quark, taut_record_json_error)

static const char *const top_members[] = {
  "format", "version", "id", "client", "marks", "plan", "care", "own_routines", NULL,
};
static const char *const client_members[] = { "name", "figure", NULL };
static const char *const mark_members[] = {
  "id", "kind", "point", "side", "at", "intensity", "time", NULL,
};
static const char *const place_members[] = { "segment", "side", "u", "theta", NULL };

/* Marks */

static gboolean
read_place (JsonObject     *object,
            const char     *where,
            TautSkinPoint  *at,
            JsonObject    **unknown,
            GError        **error)
{
  JsonObject *place = taut_json_read_object (object, where, "at", error);
  g_autofree char *place_where = g_strconcat (where, ", at", NULL);
  const char *side;

  g_assert (at != NULL);

  if (place == NULL
      || !taut_skin_point_from_object (place, place_where, at, error)
      || !taut_json_read_string (object, where, "side", &side, error))
    return FALSE;
  if (strcmp (side, taut_side_get_id (at->side)) != 0)
    {
      g_autofree char *expected = g_strdup_printf ("\"%s\", as in \"at\"",
                                                   taut_side_get_id (at->side));

      return taut_values_fail_found (error, where, "side", expected, side);
    }
  taut_parts_keep (unknown, "at", taut_parts_collect_unknown (place, place_members));

  return TRUE;
}

/* What a mark has beside its id and its place. */
typedef struct
{
  const char *point_id;
  gint64 intensity;
  GDateTime *time;
} MarkDetails;

static gboolean
read_mark_details (JsonObject   *object,
                   const char   *where,
                   MarkDetails  *details,
                   GError      **error)
{
  const char *kind;

  g_assert (details != NULL);

  if (!taut_json_read_string (object, where, "kind", &kind, error))
    return FALSE;
  if (strcmp (kind, TAUT_RECORD_JSON_TENDER_SPOT) != 0)
    return taut_values_fail_found (error, where, "kind",
                                   "\"" TAUT_RECORD_JSON_TENDER_SPOT "\"", kind);
  if (json_object_has_member (object, "point")
      && !taut_values_read_id (object, where, "point", &details->point_id, error))
    return FALSE;

  return taut_values_check_text (object, where, "quality", error)
         && taut_values_check_text (object, where, "depth", error)
         && taut_json_read_integer (object, where, "intensity", 0, TAUT_MARK_INTENSITY_MAX,
                                    &details->intensity, error)
         && taut_values_read_time_stamp (object, where, "time", &details->time, error);
}

static TautMark *
read_mark (JsonObject  *object,
           const char  *where,
           const char  *id,
           GError     **error)
{
  g_autoptr (JsonObject) unknown = taut_parts_collect_unknown (object, mark_members);
  g_autoptr (TautMark) mark = NULL;
  g_autoptr (GDateTime) time = NULL;
  MarkDetails details = { NULL };
  TautSkinPoint at;

  g_assert (id != NULL);

  if (!read_place (object, where, &at, &unknown, error)
      || !read_mark_details (object, where, &details, error))
    return NULL;

  time = details.time;
  mark = taut_mark_new (id, details.point_id, &at, details.intensity, time);

  return taut_mark_with_unknown (mark, unknown);
}

static gboolean
read_marks (TautRecord  *record,
            JsonObject  *root,
            const char  *origin,
            GError     **error)
{
  JsonArray *array = taut_json_read_array (root, origin, "marks", error);

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s: marks[%u]", origin, i);
      JsonObject *object = taut_parts_get_element (array, i, place, error);
      g_autofree char *where = NULL;
      g_autoptr (TautMark) mark = NULL;
      const char *id;

      if (object == NULL || !taut_values_read_id (object, place, "id", &id, error))
        return FALSE;
      where = g_strdup_printf ("%s: mark %s", origin, id);
      if (taut_record_find_mark (record, id) != NULL)
        return taut_values_fail (error, where, "id", "expected once, found twice");
      mark = read_mark (object, where, id, error);
      if (mark == NULL)
        return FALSE;
      taut_record_put_mark (record, mark, FALSE);
    }

  return TRUE;
}

/* Record */

static gboolean
check_format (JsonObject  *root,
              const char  *origin,
              GError     **error)
{
  const char *format;
  gint64 version;

  if (!taut_json_read_string (root, origin, "format", &format, error))
    return FALSE;
  if (strcmp (format, TAUT_RECORD_JSON_FORMAT) != 0)
    return taut_values_fail_found (error, origin, "format",
                                   "\"" TAUT_RECORD_JSON_FORMAT "\"", format);
  if (!taut_json_read_integer (root, origin, "version", 1, G_MAXINT64, &version, error))
    return FALSE;
  if (version > TAUT_RECORD_JSON_VERSION)
    {
      g_set_error (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_VERSION,
                   "%s: field \"version\": expected at most %d, found %" G_GINT64_FORMAT
                   ": a newer version of Tautline wrote this record",
                   origin, TAUT_RECORD_JSON_VERSION, version);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_client (TautRecord  *record,
             JsonObject  *root,
             const char  *origin,
             GError     **error)
{
  g_autofree char *where = g_strdup_printf ("%s: client", origin);
  g_autoptr (JsonObject) unknown = taut_parts_collect_unknown (root, top_members);
  JsonObject *client = taut_json_read_object (root, origin, "client", error);
  const char *name;

  g_assert (TAUT_IS_RECORD (record));

  if (client == NULL
      || !taut_json_read_string (client, where, "name", &name, error)
      || !taut_values_check_text (client, where, "figure", error)
      || !taut_values_check_text (client, where, "language", error))
    return FALSE;

  taut_record_set_client_name (record, name);
  taut_record_set_client_figure (record,
                                 json_object_get_string_member_with_default (client, "figure", ""));
  taut_parts_keep (&unknown, "client", taut_parts_collect_unknown (client, client_members));
  taut_record_set_unknown (record, unknown);

  return TRUE;
}

static TautRecord *
read_record (JsonNode    *node,
             const char  *origin,
             GError     **error)
{
  g_autoptr (TautRecord) record = NULL;
  JsonObject *root = taut_json_get_object (node, origin, error);
  const char *id;

  if (root == NULL
      || !check_format (root, origin, error)
      || !taut_values_read_id (root, origin, "id", &id, error))
    return NULL;
  if (!g_uuid_string_is_valid (id))
    {
      taut_values_fail_found (error, origin, "id", "a UUID", id);
      return NULL;
    }

  record = taut_record_new (id);
  if (!read_client (record, root, origin, error)
      || !read_marks (record, root, origin, error)
      || !taut_record_json_read_plan (record, root, origin, error)
      || !taut_record_json_read_care (record, root, origin, error)
      || !taut_record_json_read_own_routines (record, root, origin, error))
    return NULL;

  taut_record_clear_history (record);

  return g_steal_pointer (&record);
}

/* (transfer full) */
TautRecord *
taut_record_json_read (GBytes      *bytes,
                       const char  *origin,
                       GError     **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (TautRecord) record = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (origin != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  node = taut_json_parse (bytes, origin, TAUT_RECORD_JSON_MAX_BYTES, TAUT_RECORD_JSON_MAX_DEPTH,
                          &cause);
  if (node != NULL)
    record = read_record (node, origin, &cause);
  if (record == NULL)
    g_set_error_literal (error, TAUT_RECORD_JSON_ERROR,
                         g_error_matches (cause, TAUT_RECORD_JSON_ERROR,
                                          TAUT_RECORD_JSON_ERROR_VERSION)
                         ? TAUT_RECORD_JSON_ERROR_VERSION : TAUT_RECORD_JSON_ERROR_FORMAT,
                         cause->message);

  return g_steal_pointer (&record);
}
