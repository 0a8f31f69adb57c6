/* taut-reminder-rules.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-reminders.h"

G_BEGIN_DECLS

/* As the person chose them. */
void       taut_reminder_rules_load             (TautReminderRules       *rules,
                                                 GSettings               *settings);

gboolean   taut_reminder_rules_are_quiet_at     (const TautReminderRules *rules,
                                                 GDateTime               *now);

/* When the quiet hours are over in which @now lies. (transfer full) */
GDateTime *taut_reminder_rules_get_end_of_quiet (const TautReminderRules *rules,
                                                 GDateTime               *now);

/* Whether a reminder that fell due before @now is worth saying still: a session of
 * today is; one of last night that waited for the end of the quiet hours soon is not;
 * and nobody needs to hear late that it was time to stand up. */
gboolean   taut_reminder_is_timely              (const TautReminder      *reminder,
                                                 GDateTime               *now);

G_END_DECLS
