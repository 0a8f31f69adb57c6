/* taut-mark-row.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-marks-state.h"

G_BEGIN_DECLS

/**
 * TautMarkRow:
 *
 * One mark in the list: badge, name, area; opened, it shows how strong it is.
 *
 * Signal: "intensity-chosen" (value, merge).
 */
#define TAUT_TYPE_MARK_ROW (taut_mark_row_get_type ())

G_DECLARE_FINAL_TYPE (TautMarkRow, taut_mark_row, TAUT, MARK_ROW, AdwExpanderRow)

GtkWidget *taut_mark_row_new       (void);
void       taut_mark_row_set_entry (TautMarkRow         *self,
                                    const TautMarkEntry *entry);

G_END_DECLS
