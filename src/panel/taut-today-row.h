/* taut-today-row.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-care-state.h"
#include "taut-picture-book.h"

G_BEGIN_DECLS

/**
 * TautTodayWish:
 * @TAUT_TODAY_TICK: it was done
 * @TAUT_TODAY_OPEN: nothing is to be said of it any more
 * @TAUT_TODAY_SORE: the spot is too sore
 * @TAUT_TODAY_SKIP: not this time
 * @TAUT_TODAY_LATER: later today
 * @TAUT_TODAY_TOMORROW: tomorrow, at the same time
 */
typedef enum
{
  TAUT_TODAY_TICK,
  TAUT_TODAY_OPEN,
  TAUT_TODAY_SORE,
  TAUT_TODAY_SKIP,
  TAUT_TODAY_LATER,
  TAUT_TODAY_TOMORROW,
} TautTodayWish;

/**
 * TautTodayRow:
 *
 * One box of today: a check, and a menu for what else can become of it, which also
 * opens by a right click and the Menu key. A click into the row shows the routine.
 *
 * Signal: "wished" (wish): a TautTodayWish.
 */
#define TAUT_TYPE_TODAY_ROW (taut_today_row_get_type ())

G_DECLARE_FINAL_TYPE (TautTodayRow, taut_today_row, TAUT, TODAY_ROW, AdwActionRow)

GtkWidget              *taut_today_row_new       (void);

/* @can_wait: whether there is time for it later today */
void                    taut_today_row_set_box   (TautTodayRow      *self,
                                                  TautPictureBook   *book,
                                                  const TautCareBox *box,
                                                  gboolean           can_wait);
const TautSessionPlace *taut_today_row_get_place (TautTodayRow      *self);

G_END_DECLS
