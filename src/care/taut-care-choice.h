/* taut-care-choice.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"

G_BEGIN_DECLS

/* The decisions of taut-timetable.h, apart from the skin that leads to them. */

/**
 * taut_care_choose:
 * @routines: (element-type TautRoutine): all there are
 * @marks: (element-type GStrv): for each mark the ids of its muscles
 *
 * Chooses up to three routines for each muscle, each of another kind: pressure,
 * then stretch, then what moves or changes a habit. Routines that serve more
 * marks are preferred and come first.
 *
 * Returns: (transfer container) (element-type TautRoutine)
 */
GPtrArray *taut_care_choose        (GPtrArray   *routines,
                                    GPtrArray   *marks);

/* The notices that one of @areas, a set of ids, calls for, and those that are
 * always shown; gravest first.
 * Returns: (transfer container) (element-type TautNotice) */
GPtrArray *taut_care_pick_notices  (GPtrArray   *notices,
                                    GHashTable  *areas);

G_END_DECLS
