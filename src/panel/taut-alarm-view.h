/* taut-alarm-view.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautAlarmView:
 *
 * A warning sign is there: what to do first, in place of any plan. The answer can be
 * taken back.
 *
 * CSS: class `emergency` when help is needed now.
 */
#define TAUT_TYPE_ALARM_VIEW (taut_alarm_view_get_type ())

G_DECLARE_FINAL_TYPE (TautAlarmView, taut_alarm_view, TAUT, ALARM_VIEW, GtkWidget)

GtkWidget *taut_alarm_view_new    (void);
void       taut_alarm_view_update (TautAlarmView *self,
                                   TautAtlas     *atlas,
                                   TautRecord    *record);

G_END_DECLS
