/* taut-find-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-finder.h"
#include "taut-muscle-state.h"

G_BEGIN_DECLS

/* More are not looked through. */
#define TAUT_FIND_MOST 10

/**
 * TautFindEntry:
 * @key: unique in a list: "point trapezius.1"
 * @id: of a complaint, an area, a muscle or a point
 * @title: with the side of an area where it was asked for, or where it has one only
 * @subtitle: what the kind calls for: likely muscles, part of the body, Latin name, muscle
 * @kind_name: the kind in a word
 * @side: of the body
 * @sided: one side of it is meant, so that there is nothing to choose
 */
typedef struct
{
  char *key;
  TautFoundKind kind;
  const char *id;
  char *title;
  char *subtitle;
  const char *kind_name;
  TautSide side;
  gboolean sided;
} TautFindEntry;

/* What was typed without the word for a side, if there is more than that; the side is
 * set to that of the word. (transfer full) */
char      *taut_find_state_take_side  (const char      *words,
                                       TautSide        *side,
                                       gboolean        *sided);

/* @side: where the words name none
 * Returns: (transfer full) (element-type TautFindEntry): best first */
GPtrArray *taut_find_state_search     (TautAtlas       *atlas,
                                       TautFinder      *finder,
                                       const char      *words,
                                       TautSide         side);

/* Returns: (transfer full) (element-type TautFindEntry): all areas of the body, in
 * the order of its parts */
GPtrArray *taut_find_state_list_areas (TautAtlas       *atlas,
                                       TautSide         side);

/* The part of the body that an area belongs to: "Head". */
const char *taut_find_state_name_group (const char     *group);

/**
 * TautLikelyState:
 * @title: what people come with, or a routine
 * @introduction: what the lists are, calmly
 * @help: (nullable): when it is for a doctor, gravest first
 * @emergency: whether that is an emergency
 * @muscles: (element-type TautMuscleLink)
 * @points: (element-type TautMuscleLink): to press; the likely ones first
 *
 * The muscles that are often described with a complaint, or that a routine is for.
 */
typedef struct
{
  char *title;
  char *introduction;
  char *help;
  gboolean emergency;
  GPtrArray *muscles;
  GPtrArray *points;
} TautLikelyState;

/* %NULL for an id that the atlas does not know. */
TautLikelyState *taut_likely_state_new_for_complaint (TautAtlas  *atlas,
                                                      const char *complaint_id);
TautLikelyState *taut_likely_state_new_for_routine   (TautAtlas  *atlas,
                                                      const char *routine_id);
void             taut_likely_state_free              (TautLikelyState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautLikelyState, taut_likely_state_free)

G_END_DECLS
