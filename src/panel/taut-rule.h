/* taut-rule.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAUT_RULE_INTERVAL_MAX 99

/**
 * TautRule:
 * @daily: every @interval days; if not, on @weekdays of every @interval weeks
 * @interval: at least 1
 * @weekdays: bit 0 is Monday
 *
 * What the panel lets a person say of a recurrence rule. Every day is seven days of
 * every week.
 */
typedef struct
{
  gboolean daily;
  guint interval;
  guint weekdays;
} TautRule;

/* @start: a weekly rule without days takes its own. A rule that cannot be followed
 * has no days. */
void  taut_rule_parse  (TautRule       *rule,
                        const char     *rrule,
                        const GDate    *start);

/* The RRULE, with what @previous says beyond days: COUNT, UNTIL, WKST.
 * @rule has a day. (transfer full) */
char *taut_rule_format (const TautRule *rule,
                        const char     *previous);

G_END_DECLS
