/* taut-names.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/* Contexts under which the texts of the atlas are translated. */
#define TAUT_CONTEXT_AREA "area"
#define TAUT_CONTEXT_MUSCLE "muscle"
#define TAUT_CONTEXT_MUSCLE_GROUP "muscle-group"
#define TAUT_CONTEXT_POINT "point"
#define TAUT_CONTEXT_ROUTINE "routine"
#define TAUT_CONTEXT_NOTICE "notice"
#define TAUT_CONTEXT_QUESTION "question"
#define TAUT_CONTEXT_PRECAUTION "precaution"

/* A text of the atlas in the person's language. */
const char *taut_name_translate (const char      *context,
                                 const char      *text);

/* As people say it, the side in words, with a capital: "Temple, right". */
char       *taut_name_area      (const TautArea  *area,
                                 TautSide         side);
char       *taut_name_point     (const TautPoint *point,
                                 TautSide         side);

char       *taut_name_muscle    (const TautMuscle *muscle,
                                 TautSide         side);

/* "Upper trapezius, front edge, both sides" */
char       *taut_name_point_both (const TautPoint *point);

/* What a mark is called: its point, or the area in which the spot lies. */
char       *taut_name_mark      (TautAtlas       *atlas,
                                 TautMark        *mark);

/* The surface area in which a mark lies; NULL beside the skin. */
const TautArea *taut_name_find_mark_area (TautAtlas *atlas,
                                          TautMark  *mark);

/* A routine of the atlas or of the person's own; one that neither knows is said to
 * be unknown. (transfer full) */
char       *taut_name_routine   (TautAtlas       *atlas,
                                 TautRecord      *record,
                                 const char      *routine_id);

/* A thing of taut_atlas_list_equipment(), in small letters: "foam roller". */
const char *taut_name_equipment (const char      *id);

G_END_DECLS
