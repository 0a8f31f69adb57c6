/* taut-record-json-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-record-json.h"

G_BEGIN_DECLS

#define TAUT_RECORD_JSON_FORMAT "tautline-record"
#define TAUT_RECORD_JSON_TENDER_SPOT "tender-spot"

gboolean   taut_record_json_read_plan          (TautRecord  *record,
                                                JsonObject  *root,
                                                const char  *origin,
                                                GError     **error);
JsonArray *taut_record_json_write_plan         (TautRecord  *record);

/* "care" and "own_routines" are optional: they are written when they say something. */
gboolean   taut_record_json_read_care          (TautRecord  *record,
                                                JsonObject  *root,
                                                const char  *origin,
                                                GError     **error);
void       taut_record_json_write_care         (TautRecord  *record,
                                                JsonObject  *root);
gboolean   taut_record_json_read_own_routines  (TautRecord  *record,
                                                JsonObject  *root,
                                                const char  *origin,
                                                GError     **error);
void       taut_record_json_write_own_routines (TautRecord  *record,
                                                JsonObject  *root);

G_END_DECLS
