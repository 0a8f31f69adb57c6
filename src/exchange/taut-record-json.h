/* taut-record-json.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-record.h"

G_BEGIN_DECLS

#define TAUT_RECORD_JSON_ERROR (taut_record_json_error_quark ())

typedef enum
{
  TAUT_RECORD_JSON_ERROR_FORMAT,    /* not a Tautline record, or a broken one */
  TAUT_RECORD_JSON_ERROR_VERSION,   /* written by a newer version */
} TautRecordJsonError;

#define TAUT_RECORD_JSON_VERSION 1
#define TAUT_RECORD_JSON_MAX_BYTES (16 * 1024 * 1024)
#define TAUT_RECORD_JSON_MAX_DEPTH 64

GQuark      taut_record_json_error_quark (void);

/* @origin names the file in messages. */
TautRecord *taut_record_json_read        (GBytes       *bytes,
                                          const char   *origin,
                                          GError      **error);
GBytes     *taut_record_json_write       (TautRecord   *record);

G_END_DECLS
