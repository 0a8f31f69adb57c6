/* taut-plan-layout.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-front.h"
#include "taut-plan-large.h"

G_BEGIN_DECLS

/**
 * TautPlanLayout:
 *
 * What stands where on the pages of a plan. Tables keep with their heads, and the
 * block of a routine is never parted.
 */
typedef struct _TautPlanLayout TautPlanLayout;

/* Lays @draft out; @cr is only measured with. */
TautPlanLayout *taut_plan_layout_new         (TautPlanDraft         *draft,
                                              cairo_t               *cr);
void            taut_plan_layout_free        (TautPlanLayout        *layout);

guint           taut_plan_layout_get_n_pages (const TautPlanLayout  *layout);
/* Draws a page, from 0 on, with the sheet of the draft that it was laid out with. */
gboolean        taut_plan_layout_draw        (TautPlanLayout        *layout,
                                              guint                  page,
                                              GError               **error);

G_END_DECLS
