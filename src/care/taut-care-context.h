/* taut-care-context.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-record.h"
#include "taut-screening.h"

G_BEGIN_DECLS

/* What care looks at, read once for many routines; of this room only. */

/**
 * TautCareMark:
 * @area: (nullable): that it lies in
 * @muscles: (element-type utf8): ids: of its point, or of the points near a plain
 *   spot
 * @groups: (element-type TautMuscleGroup): of these muscles, each once
 */
typedef struct
{
  TautMark *mark;
  const TautArea *area;
  GPtrArray *muscles;
  GPtrArray *groups;
} TautCareMark;

/**
 * TautCareContext:
 * @marks: (element-type TautCareMark)
 * @areas: ids of the areas that they lie in
 */
typedef struct
{
  TautAtlas *atlas;
  TautProfile *profile;
  GPtrArray *marks;
  GHashTable *areas;
} TautCareContext;

TautCareContext *taut_care_context_new  (TautAtlas             *atlas,
                                         TautProfile           *profile,
                                         GListModel            *marks);
void             taut_care_context_free (TautCareContext       *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautCareContext, taut_care_context_free)

/* How well a routine suits a mark. */
typedef enum
{
  TAUT_CARE_FIT_NONE,
  TAUT_CARE_FIT_GROUP,    /* it is for muscles that are cared for alike */
  TAUT_CARE_FIT_MUSCLE,   /* it is for the muscle */
  TAUT_CARE_FIT_PLACE,    /* and is done or felt where the mark is */
} TautCareFit;

TautCareFit      taut_care_mark_fit     (const TautCareMark    *mark,
                                         TautAtlas             *atlas,
                                         const TautRoutine     *routine);

/* The area that a mark lies in and those that the first @n_zones zones of its point
 * list; ids of the atlas. */
void             taut_care_add_areas    (GHashTable            *areas,
                                         TautAtlas             *atlas,
                                         TautMark              *mark,
                                         guint                  n_zones);

TautVerdict     *taut_screening_judge_in (const TautCareContext *context,
                                         const TautRoutine     *routine);

G_END_DECLS
