/* taut-plan-words.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-weeks.h"

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

/* The first @n_weeks: "23 November to 6 December 2026, up to 25 minutes a day" */
char       *taut_plan_words_format_weeks   (const TautPlanWeeks *weeks,
                                            guint                n_weeks);
/* The same without the last day: "From 23 November, up to 25 minutes a day" */
char       *taut_plan_words_format_start   (const TautPlanWeeks *weeks);
char       *taut_plan_words_format_date    (GDateTime           *date);

/* What the marks may mean: the first @n_spots explained, the rest counted; with
 * 0 what the picture shows. */
char       *taut_plan_words_format_meaning (TautAtlas           *atlas,
                                            GListModel          *marks,
                                            guint                n_spots);
/* What there is to do: (element-type TautPrescription) */
char       *taut_plan_words_format_doing   (GPtrArray           *prescriptions);

/* What a warning sign that was answered with yes calls for; %NULL without one. */
char       *taut_plan_words_format_alarm   (TautAtlas           *atlas,
                                            TautRecord          *record);

/**
 * taut_plan_words_format_leaving:
 * @atlas: names and texts
 * @record: whose profile, marks and plan
 * @prescriptions: (element-type TautPrescription): all of the plan
 * @today: the day of the plan
 * @n_most: sentences at most
 *
 * What to leave out, and why: what precautions refuse, where not to press; and that
 * the questions about health were skipped, when they were.
 */
char       *taut_plan_words_format_leaving (TautAtlas           *atlas,
                                            TautRecord          *record,
                                            GPtrArray           *prescriptions,
                                            const GDate         *today,
                                            guint                n_most);

/* Adds a paragraph to others. */
void        taut_plan_words_append         (GString             *text,
                                            const char          *paragraph);
/* Whether a list of words holds one: (element-type utf8) */
gboolean    taut_plan_words_has            (GPtrArray           *names,
                                            const char          *name);
/* "a, b and c": (element-type utf8) */
char       *taut_plan_words_join           (GPtrArray           *names);

const char *taut_plan_words_get_help_title (TautPlanHelp        help);
/* (transfer full) (element-type utf8): paragraphs, gravest first. */
GPtrArray  *taut_plan_words_list_help      (TautAtlas          *atlas,
                                            GListModel         *marks,
                                            TautPlanHelp        help);

G_END_DECLS
