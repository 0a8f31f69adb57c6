/* care-fixture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-record.h"
#include "taut-atlas.h"

/* The product's own skin and atlas. */
TautAtlas    *care_fixture_load_atlas (void);

/* Adds a mark of @point_id, or with @plain a spot that lies where that point is. */
void          care_fixture_add_mark   (TautRecord *record,
                                       TautAtlas  *atlas,
                                       const char *point_id,
                                       TautSide    side,
                                       guint       intensity,
                                       gboolean    plain);

/* Where to put a mark so that it lies in the area. */
TautSkinPoint care_fixture_find_place (TautAtlas  *atlas,
                                       const char *area_id);

/* Adds a plain spot in the area. */
void          care_fixture_add_spot   (TautRecord *record,
                                       TautAtlas  *atlas,
                                       const char *area_id);

/* Answers a question of the record's profile with yes. */
void          care_fixture_answer     (TautRecord *record,
                                       const char *question,
                                       TautAnswer  answer);
