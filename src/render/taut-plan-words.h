/* taut-plan-words.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-week.h"

G_BEGIN_DECLS

/**
 * TautPlanHelp:
 *
 * Whom to turn to, and how soon: the columns at the foot of a plan.
 */
typedef enum
{
  TAUT_PLAN_HELP_NOW,
  TAUT_PLAN_HELP_DOCTOR,
  TAUT_PLAN_HELP_THERAPIST,
} TautPlanHelp;

#define TAUT_N_PLAN_HELPS 3

/* What a plan says, in whole sentences. Nothing here diagnoses: a pattern is
 * "often described", an ache "may come from" a spot. Paragraphs are parted by
 * a newline. */

/* "23 to 29 November 2026, up to 25 minutes a day" */
char       *taut_plan_words_format_week    (const TautPlanWeek *week);
char       *taut_plan_words_format_date    (GDateTime          *date);

/* What the marks may mean: the first @n_spots explained, the rest counted; with
 * 0 what the picture shows. */
char       *taut_plan_words_format_meaning (TautAtlas          *atlas,
                                            GListModel         *marks,
                                            guint               n_spots);
/* What there is to do. */
char       *taut_plan_words_format_doing   (const TautPlanWeek *week);
/* Where not to press, and what else to leave out. */
char       *taut_plan_words_format_leaving (const TautPlanWeek *week);

const char *taut_plan_words_get_help_title (TautPlanHelp        help);
/* (transfer full) (element-type utf8): paragraphs, gravest first. */
GPtrArray  *taut_plan_words_list_help      (TautAtlas          *atlas,
                                            GListModel         *marks,
                                            TautPlanHelp        help);

G_END_DECLS
