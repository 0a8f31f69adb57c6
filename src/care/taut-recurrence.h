/* taut-recurrence.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-item.h"

G_BEGIN_DECLS

/* The days on which the rule of @item is due from @first to @last, both included,
 * until its end; exceptions and pauses do not count here. A rule that cannot be
 * followed has none.
 * Returns: (transfer full) (element-type GDate) */
GArray *taut_recurrence_list (TautPlanItem *item,
                              const GDate  *first,
                              const GDate  *last);

G_END_DECLS
