/* taut-plan-routine-words.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-prescription.h"

G_BEGIN_DECLS

/* For which spot and side, and from when on where that is after @today.
 * (transfer full) */
char  *taut_plan_routine_format_purpose (TautAtlas              *atlas,
                                         const TautPrescription *prescription,
                                         GDateTime              *today);
/* (transfer full) (array zero-terminated=1): what to do, translated */
char **taut_plan_routine_list_steps     (const TautPrescription *prescription);

G_END_DECLS
