/* taut-rrule.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAUT_RRULE_ERROR (taut_rrule_error_quark ())

typedef enum
{
  TAUT_RRULE_ERROR_INVALID,
} TautRruleError;

GQuark   taut_rrule_error_quark (void);

/**
 * taut_rrule_check:
 * @rrule: an RFC 5545 recurrence rule, without "RRULE:"
 * @error: return location of an error: "expected ..., found ..."
 *
 * Whether a plan can follow @rrule: FREQ is DAILY or WEEKLY, and besides it there
 * are at most INTERVAL, BYDAY (days without a number), COUNT, UNTIL (a date) and
 * WKST, each once and within sensible ranges.
 *
 * Returns: %TRUE when it can
 */
gboolean taut_rrule_check       (const char  *rrule,
                                 GError     **error);

/**
 * taut_rrule_check_from:
 * @rrule: an RFC 5545 recurrence rule, without "RRULE:"
 * @start: the first day of the plan
 * @error: return location of an error: "expected ..., found ..."
 *
 * Whether a plan can follow @rrule, as taut_rrule_check(), and the rule is due on any
 * day from @start on: it may end before, or ask for a weekday that it never meets.
 *
 * Returns: %TRUE when it is
 */
gboolean taut_rrule_check_from  (const char   *rrule,
                                 const GDate  *start,
                                 GError      **error);

/* The day of the week that @id ("MO") names, 0 is Monday; -1 for none. */
int      taut_rrule_find_weekday (const char *id,
                                  gsize       length);
const char *taut_rrule_get_weekday_id (guint weekday);

G_END_DECLS
