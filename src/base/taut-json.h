/* taut-json.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TAUT_JSON_ERROR (taut_json_error_quark ())

/**
 * TautJsonError:
 * @TAUT_JSON_ERROR_SIZE: empty, or larger than allowed
 * @TAUT_JSON_ERROR_DEPTH: nested deeper than allowed
 * @TAUT_JSON_ERROR_ENCODING: not UTF-8
 * @TAUT_JSON_ERROR_SYNTAX: not JSON
 * @TAUT_JSON_ERROR_MEMBER: a member is missing, unknown or of the wrong form
 */
typedef enum
{
  TAUT_JSON_ERROR_SIZE,
  TAUT_JSON_ERROR_DEPTH,
  TAUT_JSON_ERROR_ENCODING,
  TAUT_JSON_ERROR_SYNTAX,
  TAUT_JSON_ERROR_MEMBER,
} TautJsonError;

GQuark      taut_json_error_quark   (void);

/* Every message reads "WHERE: field \"MEMBER\": expected ..., found ...", where
 * WHERE names the file and, once known, the id of the element. */
JsonNode   *taut_json_parse         (GBytes              *bytes,
                                     const char          *origin,
                                     gsize                max_bytes,
                                     guint                max_depth,
                                     GError             **error);
JsonNode   *taut_json_load          (GFile               *file,
                                     gsize                max_bytes,
                                     guint                max_depth,
                                     GError             **error);
JsonObject *taut_json_get_object    (JsonNode            *node,
                                     const char          *where,
                                     GError             **error);

gboolean    taut_json_read_string   (JsonObject          *object,
                                     const char          *where,
                                     const char          *member,
                                     const char         **value,
                                     GError             **error);
gboolean    taut_json_read_number   (JsonObject          *object,
                                     const char          *where,
                                     const char          *member,
                                     double               minimum,
                                     double               maximum,
                                     double              *value,
                                     GError             **error);
gboolean    taut_json_read_integer  (JsonObject          *object,
                                     const char          *where,
                                     const char          *member,
                                     gint64               minimum,
                                     gint64               maximum,
                                     gint64              *value,
                                     GError             **error);
gboolean    taut_json_read_boolean  (JsonObject          *object,
                                     const char          *where,
                                     const char          *member,
                                     gboolean            *value,
                                     GError             **error);
JsonArray  *taut_json_read_array    (JsonObject          *object,
                                     const char          *where,
                                     const char          *member,
                                     GError             **error);
JsonObject *taut_json_read_object   (JsonObject          *object,
                                     const char          *where,
                                     const char          *member,
                                     GError             **error);
char      **taut_json_read_strings  (JsonObject          *object,
                                     const char          *where,
                                     const char          *member,
                                     GError             **error);
gboolean    taut_json_check_members (JsonObject          *object,
                                     const char          *where,
                                     const char *const   *known,
                                     GError             **error);
gboolean    taut_json_element_number (JsonArray          *array,
                                     guint                index,
                                     const char          *where,
                                     const char          *member,
                                     double               minimum,
                                     double               maximum,
                                     double              *value,
                                     GError             **error);

/**
 * taut_json_to_text:
 * @node: a value
 * @pretty: indents by two spaces, ends with a line feed
 *
 * Writes @node so that parsing gives it back: members in their order, numbers
 * with no more digits than it takes to keep them.
 *
 * Returns: (transfer full): the text
 */
GString    *taut_json_to_text       (JsonNode            *node,
                                     gboolean             pretty);

G_END_DECLS
