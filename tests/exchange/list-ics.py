#!/usr/bin/python3
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lists what a calendar shows from one day to another, as a program sees it that
# shares no code with Tautline: list-ics.py FILE FIRST LAST

import datetime
import sys

import icalendar
import recurring_ical_events

with open(sys.argv[1], 'rb') as file:
    calendar = icalendar.Calendar.from_ical(file.read())
first = datetime.date.fromisoformat(sys.argv[2])
last = datetime.date.fromisoformat(sys.argv[3])

lines = []
for event in recurring_ical_events.of(calendar).between(first, last + datetime.timedelta(1)):
    start = event['DTSTART'].dt
    if first <= start.date() <= last:
        lines.append(f'{start:%Y-%m-%d %H:%M} {event["SUMMARY"]}')
print('\n'.join(sorted(lines)))
