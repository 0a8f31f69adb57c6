/* taut-day-button.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TautDayButton:
 *
 * A button that shows a day and opens a calendar to choose another.
 *
 * Property: "title" (string): what the day is: "First day".
 * Signal: "chosen" (julian): the person chose a day; 0: none.
 */
#define TAUT_TYPE_DAY_BUTTON (taut_day_button_get_type ())

G_DECLARE_FINAL_TYPE (TautDayButton, taut_day_button, TAUT, DAY_BUTTON, GtkWidget)

GtkWidget   *taut_day_button_new      (void);

/* @date: (nullable): none
 * @today: its year is not written out */
void         taut_day_button_set_date (TautDayButton *self,
                                       const GDate   *date,
                                       const GDate   *today);

/* (nullable) */
const GDate *taut_day_button_get_date (TautDayButton *self);

/* Offers to choose no day at all, which @none says ("No end"), and to count weeks
 * from @first. */
void         taut_day_button_set_open (TautDayButton *self,
                                       const char    *none,
                                       const GDate   *first);

G_END_DECLS
