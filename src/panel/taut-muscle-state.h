/* taut-muscle-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-prescription.h"

G_BEGIN_DECLS

/**
 * TautMusclePoint:
 * @key: the id of the point
 * @title: "Upper trapezius, front edge"
 * @subtitle: "Well described. Often felt: temple, side of the neck"
 * @location: where it lies, a sentence
 * @often: (nullable): names of the areas where it is often felt
 * @sometimes: (nullable): where it is sometimes felt
 * @note: (nullable): what else to know
 */
typedef struct
{
  char *key;
  const TautPoint *point;
  char *title;
  char *subtitle;
  char *location;
  char *often;
  char *sometimes;
  char *note;
} TautMusclePoint;

/**
 * TautMuscleLink:
 * @key: the id of a muscle or a routine
 * @subtitle: may be empty
 */
typedef struct
{
  char *key;
  char *title;
  char *subtitle;
} TautMuscleLink;

/**
 * TautMuscleState:
 * @name: with a capital
 * @latin: (nullable): unless it is the same
 * @no_pattern: (nullable): what is said instead of points
 * @points: (element-type TautMusclePoint)
 * @symptoms: what people feel
 * @activation: what brings it on
 * @heed: (element-type utf8): what to mind there and where not to press
 * @routines: (element-type TautMuscleLink): for this muscle, or else for its group
 * @linked: (element-type TautMuscleLink): muscles that often go along
 *
 * All that the card of a muscle shows, computed from values alone.
 */
typedef struct
{
  const TautMuscle *muscle;
  char *name;
  char *latin;
  char *no_pattern;
  GPtrArray *points;
  const char *symptoms;
  const char *activation;
  GPtrArray *heed;
  GPtrArray *routines;
  GPtrArray *linked;
} TautMuscleState;

/* @record: (nullable): whose answers about health count
 * Returns: (nullable): %NULL for a muscle that the atlas does not know */
TautMuscleState *taut_muscle_state_new  (TautAtlas       *atlas,
                                         TautRecord      *record,
                                         const char      *muscle_id);
void             taut_muscle_state_free (TautMuscleState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautMuscleState, taut_muscle_state_free)

/* The place of a point among @points, 0 for one that is not there. */
guint            taut_muscle_state_find_point (const TautMuscleState *state,
                                         const char      *point_id);

TautMuscleLink  *taut_muscle_link_new   (const char      *key,
                                         const char      *title,
                                         const char      *subtitle);
void             taut_muscle_link_free  (TautMuscleLink  *link);

/* How sure the literature is, in words: "Well described". */
const char      *taut_muscle_state_describe_confidence (TautConfidence confidence);

G_END_DECLS
