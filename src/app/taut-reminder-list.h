/* taut-reminder-list.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TautListedReminder:
 * @id: of the notification
 * @target: the sessions, as in taut-reminder-target.h
 * @at: (nullable): when it comes again, where it was put off
 *
 * A reminder that is shown, or one that was put off.
 */
typedef struct
{
  char *id;
  GVariant *target;
  GDateTime *at;
} TautListedReminder;

/* (element-type TautListedReminder) (transfer full) */
GPtrArray *taut_reminder_list_new    (void);

/* Takes the place of what has the same id. Consumes a floating @target.
 * Returns: (transfer none) */
const TautListedReminder *
           taut_reminder_list_add    (GPtrArray  *list,
                                      GVariant   *target,
                                      GDateTime  *at);
void       taut_reminder_list_remove (GPtrArray  *list,
                                      const char *id);

/* What was put off comes again also after a new start. */
void       taut_reminder_list_save   (GPtrArray  *list,
                                      GSettings  *settings);
GPtrArray *taut_reminder_list_load   (GSettings  *settings);

G_END_DECLS
