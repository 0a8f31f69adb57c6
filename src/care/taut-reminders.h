/* taut-reminders.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-timetable.h"

G_BEGIN_DECLS

/**
 * TautReminderRules:
 * @quiet_from: minutes after midnight from which nothing sounds; may be after
 *   @quiet_to: then the night is meant. Equal: no quiet hours
 * @quiet_to: the end of the quiet hours
 * @work_days: bit 0 is Monday: days with reminders to change position
 * @work_from: minutes after midnight
 * @work_to: the same; before @work_from: on the next morning
 * @stand_up: minutes between reminders to change position, 0: none
 */
typedef struct
{
  guint quiet_from;
  guint quiet_to;
  guint work_days;
  guint work_from;
  guint work_to;
  guint stand_up;
} TautReminderRules;

typedef enum
{
  TAUT_REMINDER_SESSION,
  TAUT_REMINDER_STAND_UP,
} TautReminderKind;

/**
 * TautReminder:
 * @session: with its own reference to the item; unset for standing up
 * @at: when to remind
 */
typedef struct
{
  TautReminderKind kind;
  TautSession session;
  GDateTime *at;
} TautReminder;

/* Whether nothing may sound at a minute after midnight. */
gboolean      taut_reminder_rules_are_quiet (const TautReminderRules *rules,
                                             guint                    minute);

TautReminder *taut_reminder_copy      (const TautReminder      *reminder);
void          taut_reminder_free      (TautReminder            *reminder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautReminder, taut_reminder_free)

/* The first reminder later than @after, within a week; a session in quiet hours is
 * reminded of when they end. Sessions that were said something of are left out.
 * Standing up is left out in quiet hours and on the profile's days off.
 * Returns: (transfer full) (nullable) */
TautReminder *taut_reminders_find_next   (GListModel              *plan,
                                          TautProfile             *profile,
                                          const TautReminderRules *rules,
                                          GDateTime               *after);

/* All reminders later than @after and not later than @until, by time: what fell due
 * meanwhile. At most the last week before @until.
 * Returns: (transfer full) (element-type TautReminder) */
GPtrArray    *taut_reminders_list_due    (GListModel              *plan,
                                          TautProfile             *profile,
                                          const TautReminderRules *rules,
                                          GDateTime               *after,
                                          GDateTime               *until);

/* Sessions between two moments of which nothing was said: what was missed while
 * nobody could remind. Oldest first, at most the last seven days.
 * Returns: (transfer full) (element-type TautSession) */
GArray       *taut_reminders_list_missed (GListModel              *plan,
                                          TautProfile             *profile,
                                          GDateTime               *since,
                                          GDateTime               *now);

G_END_DECLS
