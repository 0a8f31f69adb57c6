/* taut-today-row.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-care-state.h"

G_BEGIN_DECLS

/**
 * TautTodayRow:
 *
 * One box of today. A click anywhere in the row ticks it.
 *
 * Signal: "ticked" (done).
 */
#define TAUT_TYPE_TODAY_ROW (taut_today_row_get_type ())

G_DECLARE_FINAL_TYPE (TautTodayRow, taut_today_row, TAUT, TODAY_ROW, AdwActionRow)

GtkWidget  *taut_today_row_new            (void);
void        taut_today_row_set_box        (TautTodayRow      *self,
                                           const TautCareBox *box);
const char *taut_today_row_get_routine_id (TautTodayRow      *self);
guint       taut_today_row_get_minute     (TautTodayRow      *self);

G_END_DECLS
