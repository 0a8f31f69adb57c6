/* taut-prescription-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-care-context.h"
#include "taut-prescription.h"

G_BEGIN_DECLS

/* A routine of the atlas as it would be with @item (nullable), which may not be in
 * any plan yet. */
TautPrescription *taut_prescription_new_for_routine (const TautCareContext *context,
                                                     const TautRoutine     *routine,
                                                     TautPlanItem          *item);

/* Minutes of all sessions on each of @n_days days from @first.
 * Returns: (transfer full) (element-type guint) */
GArray           *taut_prescription_measure_days    (GPtrArray             *prescriptions,
                                                     const GDate           *first,
                                                     guint                  n_days);

G_END_DECLS
