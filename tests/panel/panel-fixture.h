/* panel-fixture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

#define FIXTURE_POINT "trapezius.1"

/* The atlas of the built resources. (transfer full) */
TautAtlas  *fixture_load_atlas (void);

/* A record with a mark on the right of each point. (transfer full) */
TautRecord *fixture_new_record (TautAtlas  *atlas,
                                const char *point_id,
                                const char *other_point_id);

/* Says no to every warning sign that is asked. */
void        fixture_answer_no  (TautAtlas  *atlas,
                                TautRecord *record);

/* Sunday 29 November 2026 */
GDate       fixture_get_sunday (void);

G_END_DECLS
