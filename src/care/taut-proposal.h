/* taut-proposal.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-prescription.h"

G_BEGIN_DECLS

/* Minutes a day when the person never said. */
#define TAUT_PROPOSAL_MINUTES 20

/**
 * TautProposedRoutine:
 * @prescription: what, with an item whose days and times are filled in
 * @served: (element-type TautMuscleGroup): why: these groups, by the marks in them
 *
 * One routine that is proposed.
 */
typedef struct
{
  TautPrescription *prescription;
  GPtrArray *served;
} TautProposedRoutine;

/**
 * TautLeftOutRoutine:
 * @routine: what would have been proposed
 * @verdict: why not, and whether to ask a clinician first
 */
typedef struct
{
  const TautRoutine *routine;
  TautVerdict *verdict;
} TautLeftOutRoutine;

/**
 * TautProposal:
 * @routines: (element-type TautProposedRoutine): three to five, fewer where there
 *   is no more room or nothing more that helps, in the order in which to do them:
 *   heat, release, stretch, movement, habits, strength later
 * @left_out: (element-type TautLeftOutRoutine): what the precautions refuse
 * @minutes: of the busiest day, with what is planned already
 *
 * What the app proposes for the marks of a record.
 */
typedef struct
{
  GPtrArray *routines;
  GPtrArray *left_out;
  guint minutes;
} TautProposal;

/* Proposes what is not in the plan yet, within the minutes that the person gives;
 * with the plan there are no more than five. When even the shortest routine is longer
 * than a day may have, and nothing is planned, it is proposed alone, once a day, and
 * @minutes tells. Refused routines are replaced by others. Empty when a warning sign is answered
 * with yes, or when nothing is marked. The same record gives the same proposal. */
TautProposal *taut_proposal_new  (TautAtlas    *atlas,
                                  TautRecord   *record,
                                  const GDate  *today);
void          taut_proposal_free (TautProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautProposal, taut_proposal_free)

G_END_DECLS
