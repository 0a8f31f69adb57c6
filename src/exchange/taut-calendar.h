/* taut-calendar.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-prescription.h"

G_BEGIN_DECLS

/**
 * TautCalendarText:
 * @summary: what a calendar shows: "Ball on the wall"
 * @description: (nullable): dose and steps, lines parted by newlines
 *
 * The words for one routine, in the language of the plan.
 */
typedef struct
{
  char *summary;
  char *description;
} TautCalendarText;

/**
 * taut_calendar_write:
 * @record: whose plan it is; its pauses count
 * @prescriptions: (element-type TautPrescription): what goes into it
 * @texts: (element-type TautCalendarText): words for each of them
 * @zone: (nullable): of the times; %NULL for times that hold wherever one is
 * @stamp: the moment of writing
 * @alarm: text of the alarms, %NULL for none
 *
 * The schedule as iCalendar text (RFC 5545): one VEVENT for each routine and time,
 * RRULE, EXDATE for pauses and what is left out, an own VEVENT with RECURRENCE-ID
 * for what is moved; VALARM with DESCRIPTION, stable UIDs, CRLF, folded lines.
 *
 * Returns: (transfer full): the text
 */
char *taut_calendar_write (TautRecord  *record,
                           GPtrArray   *prescriptions,
                           GPtrArray   *texts,
                           GTimeZone   *zone,
                           GDateTime   *stamp,
                           const char  *alarm);

G_END_DECLS
