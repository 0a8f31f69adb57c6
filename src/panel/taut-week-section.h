/* taut-week-section.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-care-state.h"

G_BEGIN_DECLS

/**
 * TautWeekSection:
 *
 * A week of the plan as a grid, with buttons to the weeks before and after, and
 * below it how much of earlier weeks was done. What the person does in the grid it
 * writes into the record.
 *
 * Signal: "undoable" (text): something was done here that undo takes back.
 */
#define TAUT_TYPE_WEEK_SECTION (taut_week_section_get_type ())

G_DECLARE_FINAL_TYPE (TautWeekSection, taut_week_section, TAUT, WEEK_SECTION, GtkWidget)

/* Shows the plan of @record; @weeks (element-type TautCareWeek) are those that are
 * over. The week that was shown stays, while it is the same record. */
void taut_week_section_update (TautWeekSection *self,
                               TautAtlas       *atlas,
                               TautRecord      *record,
                               const GDate     *today,
                               GPtrArray       *weeks);

G_END_DECLS
