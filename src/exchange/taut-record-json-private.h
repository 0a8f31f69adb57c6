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

/* "2026-03-02 08:00": under this a tick's unknown members are kept. */
char *taut_record_json_get_tick_key (const TautTick *tick);

G_END_DECLS
