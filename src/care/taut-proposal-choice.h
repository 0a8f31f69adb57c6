/* taut-proposal-choice.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-care-context.h"
#include "taut-prescription.h"
#include "taut-proposal-schedule.h"

G_BEGIN_DECLS

/* Which routines are proposed; of this room only. */

/* Long enough for the latest routine to have begun. */
#define TAUT_PROPOSAL_HORIZON (12 * TAUT_PROPOSAL_DAYS)

/* In the order of doing. */
typedef enum
{
  TAUT_PHASE_WARMTH,
  TAUT_PHASE_RELEASE,
  TAUT_PHASE_STRETCH,
  TAUT_PHASE_MOVEMENT,
  TAUT_PHASE_HABIT,
  TAUT_PHASE_STRENGTH,
  TAUT_N_PHASES,
} TautPhase;

/**
 * TautCandidate:
 * @prescription: without an item
 * @at_hand: whether what it needs is there, and not only what serves instead
 * @fits: for each mark
 */
typedef struct
{
  const TautRoutine *routine;
  TautPrescription *prescription;
  TautPhase phase;
  gboolean at_hand;
  TautCareFit *fits;
} TautCandidate;

/* What a mark has got. */
typedef struct
{
  TautCareFit fits[TAUT_N_PHASES];
  guint n;
} TautServed;

/**
 * TautChooser:
 * @candidates: (element-type TautCandidate)
 * @plan: (element-type TautPrescription)
 * @planned: what the plan gives to each mark
 * @week: as the plan leaves it
 * @n_most: routines that may still be proposed
 */
typedef struct
{
  TautCareContext *context;
  GPtrArray *candidates;
  GPtrArray *plan;
  TautServed *planned;
  TautCareWeek week;
  guint n_most;
} TautChooser;

/**
 * TautChoice:
 * @candidates: (element-type TautCandidate)
 * @slots: (element-type TautCareSlot): the same routines
 */
typedef struct
{
  GPtrArray *candidates;
  GArray *slots;
  TautCareWeek week;
} TautChoice;

TautChooser *taut_chooser_new    (TautAtlas         *atlas,
                                  TautRecord        *record,
                                  const GDate       *today);
void         taut_chooser_free   (TautChooser       *self);

/* @heed: the precautions; without them it tells what they refuse.
 * Returns: (transfer full): in the order of being chosen */
TautChoice  *taut_chooser_choose (const TautChooser *self,
                                  gboolean           heed);

/* Puts what was chosen into the order of doing. */
void         taut_choice_sort    (TautChoice        *choice);
void         taut_choice_free    (TautChoice        *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautChooser, taut_chooser_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautChoice, taut_choice_free)

G_END_DECLS
