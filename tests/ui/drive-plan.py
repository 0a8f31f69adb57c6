#!/usr/bin/python3
# Lives with a plan by keys alone: ticks, finds a spot too sore, moves a session, puts the
# routines in another order, changes a dose, pauses.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

import sys

sys.dont_write_bytecode = True

from driver import check_names, drive, quit  # noqa: E402

BALL = 'shoulder_ball_wall'
STRETCH = 'ear_to_shoulder'

RECORD = {
    'format': 'tautline-record', 'version': 1, 'id': '3f2b8c1e-5d47-4a96-9e0b-7c1d2a6f4b58',
    'client': {'name': 'Robin'}, 'marks': [],
    'plan': [
        {'routine': BALL, 'rrule': 'FREQ=DAILY', 'times': ['08:00'], 'start': '2026-11-09',
         'ticks': []},
        {'routine': STRETCH, 'rrule': 'FREQ=DAILY', 'times': ['20:15'], 'start': '2026-11-09',
         'ticks': []},
    ],
}


def get_item(record, routine):
    return next(item for item in record['plan'] if item['routine'] == routine)


def has_tick(record, routine, state=None):
    return any(tick['date'] == '2026-11-18' and tick.get('outcome') == state
               for tick in get_item(record, routine).get('ticks', []))


def tick(window):
    window.press('alt+2')
    window.press_until('Tab', 'check box', 'Ear to shoulder')
    window.press('space')
    window.wait_for_record(lambda record: has_tick(record, STRETCH), 'the box was not ticked')
    window.wait('label', '1 of 2 done', 'the progress is not told')


def too_sore(window):
    window.press_until('shift+Tab', 'check box', 'Ball on the wall')
    window.press('shift+F10')
    window.press_until('Down', 'menu item', 'Too sore', 6)
    window.press('Return')
    # The row tells it as long as it is so; the message goes by itself.
    window.wait('label', 'Too sore, resting', 'nothing tells what changed')
    window.wait_for_record(lambda record: get_item(record, BALL).get('dose', {}).get('hold') == 30,
                           'the dose was not made gentler')
    window.press('ctrl+z')
    window.wait_for_record(lambda record: 'dose' not in get_item(record, BALL)
                           and not get_item(record, BALL).get('ticks'), 'undo left something')


def move_by_keys(window):
    window.press_until('Tab', 'push button', 'Ball on the wall, ')
    window.press_until('Right', 'push button', 'Ball on the wall, Friday 20 November', 7)
    window.press('alt+Right')
    window.wait_for_record(lambda record: get_item(record, BALL)['exceptions'][0]['to']['date']
                           == '2026-11-21', 'Alt+Right did not move the session')
    window.wait_focus(None, 'Ball on the wall, Saturday 21')
    window.press('ctrl+z')
    window.wait_for_record(lambda record: not get_item(record, BALL).get('exceptions'),
                           'undo did not bring it back')


def reorder(window):
    window.press_until('Tab', 'push button', 'Pause')
    window.press_until('Tab', 'push button', 'More for Ball on the wall')
    window.press('alt+Down')
    window.wait_for_record(lambda record: record['plan'][0]['routine'] == STRETCH,
                           'Alt+Down did not move the routine')
    window.wait_focus(None, 'More for Ball on the wall', 'the focus did not stay')
    window.press('alt+Up')
    window.wait_for_record(lambda record: record['plan'][0]['routine'] == BALL,
                           'Alt+Up did not bring it back')
    window.wait_focus(None, 'More for Ball on the wall', 'the focus went with the row')


def change_dose(window):
    window.press_until('shift+Tab', 'list item', 'Ball on the wall', 2)
    window.press('Return')
    window.press_until('Tab', 'spin button', 'Hold, in seconds')
    window.press('Up')
    window.wait_for_record(lambda record: get_item(record, BALL)['dose']['hold'] == 50,
                           'the hold was not changed')
    window.press('ctrl+z')
    window.wait_for_record(lambda record: 'dose' not in get_item(record, BALL),
                           'undo left the dose')


def pause(window):
    window.press_until('shift+Tab', 'push button', 'Pause')
    window.press('space')
    window.press_until('Tab', 'push button', 'Pause the plan')
    window.press('Return')
    window.wait_for_record(lambda record: record['care']['pauses'][0]['first'] == '2026-11-18',
                           'the plan was not paused')
    window.wait('label', 'The plan is paused until 24 November', 'the pause is not told')


if __name__ == '__main__':
    sys.exit(drive((tick, too_sore, move_by_keys, reorder, change_dose, pause, check_names, quit),
                   RECORD))
