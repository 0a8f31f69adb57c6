/* taut-reminder-service.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-clock.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautReminderService:
 *
 * Reminds of one record's sessions, and of changing position, by notifications of
 * the desktop. It knows what is due from the plan, the settings and the clock, and
 * asks anew whenever one of them changes.
 *
 * Signal: "looking": before it looks at the record, which may be set to a newer one
 * by then.
 *
 * It adds the actions "app.session-done", "app.session-later" and
 * "app.session-skip" with a target of taut-reminder-target.h.
 */
#define TAUT_TYPE_REMINDER_SERVICE (taut_reminder_service_get_type ())

G_DECLARE_FINAL_TYPE (TautReminderService, taut_reminder_service, TAUT, REMINDER_SERVICE, GObject)

TautReminderService *taut_reminder_service_new         (GApplication        *application,
                                                        TautClock           *clock,
                                                        GSettings           *settings);

/* @record: (nullable): whose sessions; %NULL reminds of nothing */
void                 taut_reminder_service_set_record  (TautReminderService *self,
                                                        TautRecord          *record);
TautRecord          *taut_reminder_service_get_record  (TautReminderService *self);

/* What was due until now is not reminded of any more: the person sees it. */
void                 taut_reminder_service_catch_up    (TautReminderService *self);

G_END_DECLS
