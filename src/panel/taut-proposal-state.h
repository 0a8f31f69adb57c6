/* taut-proposal-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-proposal.h"

G_BEGIN_DECLS

/**
 * TautSuggestion:
 * @key: the id of the routine
 * @title: "Ball on the wall"
 * @subtitle: the dose, what it is for, and why it is gentler than usual
 * @proposed: borrowed from the proposal
 */
typedef struct
{
  char *key;
  char *title;
  char *subtitle;
  const TautProposedRoutine *proposed;
} TautSuggestion;

/**
 * TautConflict:
 * @key: the id of the routine
 * @title: its name
 * @reason: "Leave it out, because of osteoporosis"
 *
 * A routine of the plan that an answer about health refuses.
 */
typedef struct
{
  char *key;
  char *title;
  char *reason;
} TautConflict;

/**
 * TautOwnEntry:
 * @key: the id of the routine
 * @title: its name
 * @subtitle: whether it is planned
 *
 * A routine that the person wrote.
 */
typedef struct
{
  char *key;
  char *title;
  char *subtitle;
} TautOwnEntry;

/**
 * TautProposalState:
 * @proposal: what all of it rests on
 * @suggestions: (element-type TautSuggestion): in the order of doing
 * @conflicts: (element-type TautConflict): in the order of the plan
 * @own: (element-type TautOwnEntry): in the order of making
 * @room: "fits your 30 minutes a day"
 * @left_out: one line for each reason, or empty
 * @health: what was answered about health: "Not answered yet"
 * @wishes: "30 minutes a day, 08:00 and 20:00, ball"
 * @refused: "2 routines are not suggested any more", or empty
 * @allow: on the button that takes that back: "Suggest them _again"
 * @is_screened: whether the questions about health were gone through
 *
 * What is suggested to a person, and why, computed from values alone.
 */
typedef struct
{
  TautProposal *proposal;
  GPtrArray *suggestions;
  GPtrArray *conflicts;
  GPtrArray *own;
  char *room;
  char *left_out;
  char *health;
  char *wishes;
  char *refused;
  char *allow;
  gboolean is_screened;
} TautProposalState;

TautProposalState *taut_proposal_state_new  (TautAtlas         *atlas,
                                             TautRecord        *record,
                                             const GDate       *today);
void               taut_proposal_state_free (TautProposalState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautProposalState, taut_proposal_state_free)

/* The items of all suggestions, to be planned in one step.
 * Returns: (transfer full) (element-type TautPlanItem) */
GPtrArray  *taut_proposal_state_list_items  (const TautProposalState *state);

/* The profile without any refusal. (transfer full) */
TautProfile *taut_proposal_state_allow_all  (TautProfile       *profile);

/* Why a dose is gentler than the routine says, "Gentler, because of osteoporosis";
 * %NULL when it is not. (transfer full) (nullable) */
char       *taut_proposal_state_explain_dose (const TautPrescription *prescription);

/* Things at hand as people call them, "ball"; the id itself where it has no name. */
const char *taut_proposal_state_name_equipment (const char     *id);

G_END_DECLS
