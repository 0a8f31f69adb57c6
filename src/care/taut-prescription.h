/* taut-prescription.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"
#include "taut-screening.h"

G_BEGIN_DECLS

/**
 * TautPrescription:
 * @id: of the routine
 * @routine: (nullable): in the atlas
 * @own: (nullable): the person's own
 * @item: (nullable): its place in the plan
 * @dose: what to do after the routine, the person's changes and the precautions
 * @pressure_least: 0 where nothing is pressed
 * @pressure_most: the same
 * @minutes: one session, rounded up, for that dose
 * @verdict: what precautions say; %NULL for an own routine
 * @marks: (element-type TautMark): those of the record that it is for
 * @side: the side to do it on, when all its marks lie on one
 * @both_sides: otherwise
 *
 * A routine as one person does it: what panel, paper and calendar show. When
 * neither @routine nor @own is known (the file names a routine that no longer
 * exists) it still has its @item.
 */
typedef struct
{
  const char *id;
  const TautRoutine *routine;
  TautOwnRoutine *own;
  TautPlanItem *item;
  TautDose dose;
  guint pressure_least;
  guint pressure_most;
  guint minutes;
  TautVerdict *verdict;
  GPtrArray *marks;
  TautSide side;
  gboolean both_sides;
} TautPrescription;

TautPrescription *taut_prescription_new      (TautAtlas        *atlas,
                                              TautRecord       *record,
                                              const char       *routine_id);
void              taut_prescription_free     (TautPrescription *prescription);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautPrescription, taut_prescription_free)

/* All of the plan, in its order.
 * Returns: (transfer full) (element-type TautPrescription) */
GPtrArray        *taut_prescription_list     (TautAtlas        *atlas,
                                              TautRecord       *record);

/* Minutes of all sessions on the busiest day of the week that begins @monday. */
guint             taut_prescription_measure_day (GPtrArray     *prescriptions,
                                              const GDate      *monday);

G_END_DECLS
