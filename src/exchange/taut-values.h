/* taut-values.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-json.h"

G_BEGIN_DECLS

/* The kinds of value that a record is made of. All return whether the member
 * holds one and set an error in the form of taut-json.h; the two of failing set
 * the error and return %FALSE. */
gboolean taut_values_fail            (GError      **error,
                                      const char   *where,
                                      const char   *member,
                                      const char   *format,
                                      ...) G_GNUC_PRINTF (4, 5);
gboolean taut_values_fail_found      (GError      **error,
                                      const char   *where,
                                      const char   *member,
                                      const char   *expected,
                                      const char   *text);

gboolean taut_values_check_id        (const char   *id,
                                      const char   *where,
                                      const char   *member,
                                      GError      **error);
gboolean taut_values_read_id         (JsonObject   *object,
                                      const char   *where,
                                      const char   *member,
                                      const char  **id,
                                      GError      **error);
gboolean taut_values_read_time_stamp (JsonObject   *object,
                                      const char   *where,
                                      const char   *member,
                                      GDateTime   **time,
                                      GError      **error);
gboolean taut_values_read_date       (JsonObject   *object,
                                      const char   *where,
                                      const char   *member,
                                      GDate        *date,
                                      GError      **error);
gboolean taut_values_parse_minute    (const char   *text,
                                      const char   *where,
                                      const char   *member,
                                      guint        *minute,
                                      GError      **error);
gboolean taut_values_check_text      (JsonObject   *object,
                                      const char   *where,
                                      const char   *member,
                                      GError      **error);

G_END_DECLS
