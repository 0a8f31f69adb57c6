/* taut-plan-large.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-draft.h"

G_BEGIN_DECLS

/**
 * TautPlanLarge:
 * @with_table: whether the first week is on the page
 * @picture_height: of the one picture, or of the words beside it
 *
 * The first page in large type: one picture, what it means, the first week, when to
 * get help.
 */
typedef struct
{
  gboolean with_table;
  double picture_height;
} TautPlanLarge;

void     taut_plan_large_fit         (TautPlanLarge        *large,
                                      TautPlanDraft        *draft,
                                      cairo_t              *cr);
gboolean taut_plan_large_draw        (const TautPlanLarge  *large,
                                      const TautPlanDraft  *draft,
                                      GError              **error);

G_END_DECLS
