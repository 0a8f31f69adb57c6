/* taut-recurrence.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-item.h"

G_BEGIN_DECLS

/* The first day on which the rule of @item is due, up to @last; %FALSE when there is
 * none. */
gboolean taut_recurrence_find_first (TautPlanItem *item,
                                     const GDate  *last,
                                     GDate        *day);

/* The days on which the rule of @item is due from @first to @last, both included,
 * until its end; exceptions and pauses do not count here. A rule that cannot be
 * followed has none.
 * Returns: (transfer full) (element-type GDate) */
GArray *taut_recurrence_list (TautPlanItem *item,
                              const GDate  *first,
                              const GDate  *last);

G_END_DECLS
