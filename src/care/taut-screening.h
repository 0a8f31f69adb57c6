/* taut-screening.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautVerdict:
 * @effect: the gravest effect of all rules that hold; meaningless without @rules
 * @rules: (element-type TautPrecaution): those that hold, gravest first; empty
 *   when the routine may be done as it is
 * @pressure_most: the least of what the rules allow, 0: as the routine says
 * @hold_most: the same
 * @repetitions_most: the same
 *
 * What the precautions say of one routine for one person.
 */
typedef struct
{
  TautEffect effect;
  GPtrArray *rules;
  guint pressure_most;
  guint hold_most;
  guint repetitions_most;
} TautVerdict;

/* @marks: (element-type TautMark)
 * Returns: (transfer full): never %NULL */
TautVerdict *taut_screening_judge          (TautAtlas         *atlas,
                                            TautProfile       *profile,
                                            GListModel        *marks,
                                            const TautRoutine *routine);
void         taut_verdict_free             (TautVerdict       *verdict);
/* Whether the routine may be proposed at all: neither left out nor referred. */
gboolean     taut_verdict_allows           (const TautVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautVerdict, taut_verdict_free)

/* Questions about health, for the form, in its order.
 * Returns: (transfer container) (element-type TautQuestion) */
GPtrArray   *taut_screening_list_questions (TautAtlas         *atlas);

/* Warning signs that the marks ask for and nobody has answered yet, gravest first.
 * Returns: (transfer container) (element-type TautQuestion) */
GPtrArray   *taut_screening_list_signs     (TautAtlas         *atlas,
                                            TautRecord        *record);

/* Warning signs that were answered with yes, gravest first; before any plan.
 * Returns: (transfer container) (element-type TautQuestion) */
GPtrArray   *taut_screening_list_alarms    (TautAtlas         *atlas,
                                            TautRecord        *record);

G_END_DECLS
