/* taut-weekdays.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TautWeekdays:
 *
 * Seven toggles, Monday to Sunday. The last day that is on stays on: a plan
 * without days is removed, not emptied.
 *
 * Property: "days" (unsigned int, bit 0 is Monday).
 * Signal: "chosen" (days): the person changed them.
 * CSS nodes: weekdays > button.
 */
#define TAUT_TYPE_WEEKDAYS (taut_weekdays_get_type ())

G_DECLARE_FINAL_TYPE (TautWeekdays, taut_weekdays, TAUT, WEEKDAYS, GtkWidget)

GtkWidget *taut_weekdays_new      (void);
guint      taut_weekdays_get_days (TautWeekdays *self);
void       taut_weekdays_set_days (TautWeekdays *self,
                                   guint         days);

G_END_DECLS
