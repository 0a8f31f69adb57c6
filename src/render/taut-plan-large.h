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
 * @with_table: whether the first week finds room on the page
 * @explained: whether it says what each of some marks means
 * @with_manner: whether it is said how to go about it
 * @picture_height: of the one picture, or of the words beside it
 * @bottom: where picture and words end
 * @limit: where help begins; what lies between is free
 *
 * The first page in large type: one picture, what it means, the first week, when to
 * get help.
 */
typedef struct
{
  gboolean with_table;
  gboolean explained;
  gboolean with_manner;
  double picture_height;
  double bottom;
  double limit;
} TautPlanLarge;

/* Above what follows picture and words, points. */
#define TAUT_PLAN_LARGE_GAP 13.0

void     taut_plan_large_fit         (TautPlanLarge        *large,
                                      TautPlanDraft        *draft,
                                      cairo_t              *cr);
gboolean taut_plan_large_draw        (const TautPlanLarge  *large,
                                      const TautPlanDraft  *draft,
                                      GError              **error);

G_END_DECLS
