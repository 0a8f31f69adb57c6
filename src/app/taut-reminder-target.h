/* taut-reminder-target.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-timetable.h"

G_BEGIN_DECLS

/* What a reminder is about, as a value that comes back with a press of its buttons,
 * maybe after the program was started anew: the record's id, and of each session the
 * routine, the date (ISO 8601) and the minute that its rule gives. */
#define TAUT_REMINDER_TARGET_TYPE "(sa(ssu))"

/* @sessions: (element-type TautSession): at least one. (transfer floating) */
GVariant *taut_reminder_target_new         (TautRecord *record,
                                            GArray     *sessions);

/* The same for the same first session: names the notification. (transfer full) */
char     *taut_reminder_target_get_id      (GVariant   *target);

/* The sessions of which nothing was said yet; none where @target is of another
 * record or makes no sense. (transfer full) (element-type TautSession) */
GArray   *taut_reminder_target_find_open   (GVariant   *target,
                                            TautRecord *record);

/* Says what became of the sessions that are open still, in one step.
 * Returns: whether there was one */
gboolean  taut_reminder_target_set_outcome (GVariant   *target,
                                            TautRecord *record,
                                            TautOutcome outcome);

G_END_DECLS
