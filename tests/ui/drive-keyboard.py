#!/usr/bin/python3
# Does with the keyboard alone, and through the eyes of a screen reader, what
# drive-pointer.sh does with a pointer: finds an area, marks a point, rates it,
# answers a question about health, plans a routine, ticks it, saves the page, takes
# back, removes the mark.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sys

sys.dont_write_bytecode = True

from driver import SHOW_PLACE, check_names, drive, expect, quit, read_pdf, run, wait_for  # noqa: E402


def get_area_name():
    return run(SHOW_PLACE, 'front', 'trapezius.1', 'right').strip().split(' ', 2)[2]


def mark_point(window):
    area = get_area_name()
    window.press('ctrl+f')
    window.wait_focus('entry', '', 'Ctrl+F does not lead to an entry')
    window.type(f'{area}, right')
    window.wait('label', f'{area}, right')
    window.press('Down')
    window.wait_focus('list item', '', 'Down does not lead into the list')
    window.press('Return')
    window.wait_focus(None, f'{area}, right', 'the area has no focus')
    window.press('Return')
    window.press_until('Down', 'list item', 'Upper trapezius, front edge, right', 12)
    window.press('Return')
    window.wait_for_record(lambda record: record['marks'][0]['point'] == 'trapezius.1',
                           'the point was not marked')
    window.wait_focus(None, 'Upper trapezius, front edge, right', 'the mark has no focus')


def rate(window):
    window.press('8')
    window.wait_for_record(lambda record: record['marks'][0]['intensity'] == 8,
                           'the digit did not rate the mark')
    wait_for(lambda: '8 of 10' in window.describe_focus()[1],
             'the mark does not tell its intensity')


def answer(window):
    """Warning signs come before any plan: one button says that none is true."""
    window.press('alt+2')
    window.press_until('Tab', 'check box', 'It came within a minute')
    window.press_until('Tab', 'push button', 'None of these', 20)
    window.press('space')
    window.wait_for_record(lambda record: record['care']['answers'].get('head_sudden') is False,
                           'the warning signs were not answered')


def plan(window):
    window.press('alt+2')
    window.press_until('Tab', 'push button', 'Take')
    window.press('space')
    window.wait_for_record(lambda record: len(record['plan']) >= 3, 'no routines were planned')
    window.press('ctrl+z')
    window.wait_for_record(lambda record: not record.get('plan'), 'it was more than one step')
    window.press('alt+2')
    window.press_until('Tab', 'push button', 'Not for me: ')
    refused = window.describe_focus()[1]
    window.press('space')
    window.wait_for_record(lambda record: len(record['care']['refused']) == 1, 'none was refused')
    window.wait_gone('push button', refused, 'what was refused is still suggested')
    window.press('alt+2')
    window.press_until('Tab', 'push button', 'Add to the plan: ')
    window.press('space')
    window.wait_for_record(lambda record: len(record['plan']) == 1, 'no routine was planned')


def tick(window):
    window.press_until('shift+Tab', 'check box', '')
    window.press('space')
    window.wait_for_record(lambda record: len(record['plan'][0]['ticks']) == 1,
                           'the box was not ticked')
    wait_for(lambda: window.tree.read_focus().has('CHECKED'),
             'the box does not tell that it is ticked')
    window.press('ctrl+z')
    window.wait_for_record(lambda record: not record['plan'][0].get('ticks'),
                           'undo did not take the tick back')
    window.press('ctrl+shift+z')
    window.wait_for_record(lambda record: len(record['plan'][0]['ticks']) == 1,
                           'redo did not bring the tick back')


def screen(window):
    """An answer about health rules out what is planned or suggested, and says why."""
    window.press('alt+2')
    window.press_until('Tab', 'list item', 'Health questions', 60)
    window.press('Return')
    window.wait('frame', 'Health questions')
    check_names(window)
    window.press_until('Tab', None, 'Do you take blood thinners', 12)
    window.press('space')
    window.wait_for_record(lambda record: record['care']['answers'].get('blood_thinner') is True,
                           'the answer was not kept')
    window.press_until('Tab', 'push button', 'Done', 40)
    window.press('space')
    wait_for(lambda: any('because of blood thinners' in node.name for node in window.walk()),
             'nothing says what is left out, and why')


def save_page(window):
    path = os.path.join(window.folder, 'plan.pdf')
    window.press('ctrl+shift+p')
    window.wait_file_dialog()
    window.press('ctrl+a')
    window.type(path)
    window.press('Return')
    text = read_pdf(path)
    expect('Upper trapezius' in text and 'blood thinners' in text,
           'the page lacks the spot, or the reason why something is left out')


def save_calendar(window):
    """From the preview of the paper: one event for each time of the day, with its rule."""
    path = os.path.join(window.folder, 'plan.ics')
    window.press('ctrl+p')
    window.wait('push button', 'Save calendar', 'no preview of the paper')
    window.press_until('Tab', 'push button', 'Save calendar', 60)
    window.press('Return')
    window.wait_file_dialog()
    window.press('ctrl+a')
    window.type(path)
    window.press('Return')
    wait_for(lambda: os.path.getsize(path) > 0, 'no calendar was saved')
    with open(path, encoding='utf-8', newline='') as calendar:
        text = calendar.read()
    n_times = sum(len(item['times']) for item in window.read_record()['plan'])
    expect(text.startswith('BEGIN:VCALENDAR\r\n') and text.endswith('END:VCALENDAR\r\n'),
           'the calendar is not whole')
    expect(text.count('BEGIN:VEVENT') == n_times and text.count('RRULE:') == n_times,
           f'the calendar lacks one of {n_times} events, or its rule')
    window.wait_gone('push button', 'Save calendar', 'the preview stayed')


def remove(window):
    window.press('alt+1')
    window.press_until('Tab', 'push button', 'Remove: Upper trapezius')
    window.press('Return')
    window.wait_for_record(lambda record: not record.get('marks'), 'the mark was not removed')
    window.press('ctrl+z')
    window.wait_for_record(lambda record: len(record['marks']) == 1, 'undo did not bring it back')

    # A screen reader presses buttons without a key.
    button = window.wait('push button', 'Remove: Upper trapezius')
    window.tree.do_action(button)
    window.wait_for_record(lambda record: not record.get('marks'), 'the action did not remove it')


if __name__ == '__main__':
    sys.exit(drive((check_names, mark_point, rate, answer, check_names, plan, tick, save_calendar,
                    screen, check_names, save_page, remove, quit)))
