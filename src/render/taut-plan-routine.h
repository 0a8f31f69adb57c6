/* taut-plan-routine.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-draft.h"

G_BEGIN_DECLS

/**
 * TautPlanBlockLevel:
 *
 * What the block of a routine gives up where a page is too short for it.
 */
typedef enum
{
  TAUT_PLAN_BLOCK_ROOMY,        /* with a larger picture in large type */
  TAUT_PLAN_BLOCK_ALL,
  TAUT_PLAN_BLOCK_PLAIN,        /* without how to go on */
  TAUT_PLAN_BLOCK_TIGHT,        /* with a smaller picture in large type */
  TAUT_PLAN_BLOCK_NO_PICTURE,
  TAUT_PLAN_BLOCK_SHORT,        /* steps cut */
} TautPlanBlockLevel;

#define TAUT_N_PLAN_BLOCK_LEVELS 6

/* The block of the @index-th planned routine: picture, name, for what, dose, steps,
 * what it should feel like, when to stop, where not to press, why it is gentler, how
 * to go on. Returns its height. */
double taut_plan_routine_put   (const TautPlanDraft *draft,
                                guint                index,
                                TautPlanBlockLevel   level,
                                double               y,
                                gboolean             draw);

G_END_DECLS
