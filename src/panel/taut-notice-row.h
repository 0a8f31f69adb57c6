/* taut-notice-row.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-marks-state.h"

G_BEGIN_DECLS

/**
 * TautNoticeRow:
 *
 * What to heed before self care, calmly: one row for emergencies, one for the
 * rest. An emergency is open at first, and opens again when there is something
 * new in it.
 * CSS: .emergency or .heed.
 */
#define TAUT_TYPE_NOTICE_ROW (taut_notice_row_get_type ())

G_DECLARE_FINAL_TYPE (TautNoticeRow, taut_notice_row, TAUT, NOTICE_ROW, AdwExpanderRow)

GtkWidget *taut_notice_row_new       (void);
void       taut_notice_row_set_entry (TautNoticeRow         *self,
                                      const TautNoticeEntry *entry);

G_END_DECLS
