/* taut-panel-text.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-prescription.h"
#include "taut-record.h"
#include "taut-rule.h"

G_BEGIN_DECLS

/* Doses, times and days as the panel shows them, in the language of the person. */

/* Returns: (transfer full): with a capital at the start */
char       *taut_panel_text_capitalize (const char          *text);

/* Below the title: the area for a point, "Plain tender spot" for another. */
char       *taut_panel_text_mark_place (TautAtlas           *atlas,
                                        TautMark            *mark);

/* "45 s × 3" */
char       *taut_panel_text_dose       (const TautRoutine   *routine);

/* The same after the person's changes and the precautions; %NULL for a routine that
 * nobody knows. (nullable) (transfer full) */
char       *taut_panel_text_prescription (const TautPrescription *prescription);

/* "08:30" */
char       *taut_panel_text_time       (guint                minute);

/* "morning", "midday", "afternoon", "evening", "night" */
const char *taut_panel_text_day_part   (guint                minute);

/* "every day", "Mon Wed Fri"; bit 0 is Monday. */
char       *taut_panel_text_weekdays   (guint                weekdays);

/* "every day", "every 3 days", "every other week, Mon Wed" */
char       *taut_panel_text_rule       (const TautRule      *rule);

/* "Sunday 29 November" */
char       *taut_panel_text_date       (const GDate         *date);

/* "29 November", with the year where it is not that of @today */
char       *taut_panel_text_day        (const GDate         *date,
                                        const GDate         *today);

/* "23 to 29 November", "29 November to 5 December" */
char       *taut_panel_text_period     (const GDate         *first,
                                        const GDate         *last);

/* The short and the full name of a weekday, 0 is Monday. */
const char *taut_panel_text_weekday       (guint             weekday);
const char *taut_panel_text_short_weekday (guint             weekday);

G_END_DECLS
