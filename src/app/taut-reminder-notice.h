/* taut-reminder-notice.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-timetable.h"

G_BEGIN_DECLS

/* What a reminder says. Others may see the screen: it never names the client, a
 * place or a complaint, and routines only where the person wants that. */

/* @sessions: (element-type TautSession): what falls due together
 * @names: (nullable) (element-type utf8): of their routines, in the same order
 * @target: (transfer none): what the buttons act on */
GNotification *taut_reminder_notice_new          (GArray     *sessions,
                                                  GPtrArray  *names,
                                                  GVariant   *target);
GNotification *taut_reminder_notice_new_stand_up (void);

/* "3 sessions were not ticked since yesterday": what is said at the next start.
 * @sessions: (element-type TautSession): oldest first, at least one */
char          *taut_reminder_notice_describe_missed (GArray      *sessions,
                                                     const GDate *today);

G_END_DECLS
