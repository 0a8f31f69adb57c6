#!/usr/bin/python3
# Lives with a plan: ticks, finds a spot too sore, moves sessions by keys and by
# dragging, puts the routines in another order, changes a dose, pauses.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

import importlib.machinery
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

# The window, its keys and its tree are those of the other script.
keyboard = importlib.machinery.SourceFileLoader(
    'keyboard', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'drive-keyboard.py')
).load_module()

import pyatspi  # noqa: E402
from gi.repository import GLib  # noqa: E402

expect = keyboard.expect
wait_for = keyboard.wait_for

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


class PlanWindow(keyboard.Window):
    """Looks at the page Care alone, which is quick; what goes meanwhile is passed over."""

    page = None

    def walk(self, node=None):
        node = node or self.page or self.application
        yield node
        try:
            children = [child for child in node if child is not None]
        except GLib.GError:
            return
        for child in children:
            yield from self.walk(child)

    def get_focus(self):
        focus = None
        for node in self.walk():
            try:
                if node.getState().contains(pyatspi.STATE_FOCUSED):
                    focus = node
            except GLib.GError:
                pass
        return focus or self.application

    def describe_focus(self):
        for _ in range(10):
            try:
                return super().describe_focus()
            except GLib.GError:
                time.sleep(0.1)
        return '', ''

    def find(self, role, start):
        for node in self.walk():
            try:
                if node.getRoleName() == role and node.name.startswith(start):
                    return node
            except GLib.GError:
                pass
        return None

    def find_anywhere(self, role, start):
        page, self.page = self.page, None
        try:
            return self.find(role, start)
        finally:
            self.page = page


def get_item(record, routine):
    return next(item for item in record['plan'] if item['routine'] == routine)


def get_middle(node):
    """Of what a node shows, on the screen, whose corner the window is in."""
    box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return box.x + box.width // 2, box.y + box.height // 2


def drag(start, end):
    def move(x, y):
        subprocess.run(['xdotool', 'mousemove', str(int(x)), str(int(y)), 'sleep', '0.03'],
                       check=True)

    move(*start)
    subprocess.run(['xdotool', 'mousedown', '1', 'sleep', '0.1'], check=True)
    for i in range(1, 11):
        move(start[0] + (end[0] - start[0]) * i / 10, start[1] + (end[1] - start[1]) * i / 10)
    time.sleep(0.2)
    subprocess.run(['xdotool', 'mouseup', '1', 'sleep', '0.2'], check=True)


def has_tick(record, routine, state=None):
    return any(tick['date'] == '2026-11-18' and tick.get('outcome') == state
               for tick in get_item(record, routine).get('ticks', []))


def tick(window):
    window.press('alt+2')
    window.page = wait_for(lambda: window.find('filler', 'TautCarePage'), 'no page Care')
    window.press_until('Tab', 'check box', 'Ear to shoulder')
    window.press('space')
    window.wait_for_record(lambda record: has_tick(record, STRETCH), 'the box was not ticked')
    wait_for(lambda: window.find('label', '1 of 2 done'), 'the progress is not told')


def too_sore(window):
    window.press_until('shift+Tab', 'check box', 'Ball on the wall')
    window.press('shift+F10')
    window.press_until('Down', 'menu item', 'Too sore', 6)
    window.press('Return')
    window.wait_for_record(lambda record: get_item(record, BALL).get('dose', {}).get('hold') == 30,
                           'the dose was not made gentler')
    wait_for(lambda: window.find_anywhere('label', 'Rest until Saturday 21 November'),
             'nothing tells what changed')
    window.press('ctrl+z')
    window.wait_for_record(lambda record: 'dose' not in get_item(record, BALL)
                           and not get_item(record, BALL).get('ticks'), 'undo left something')


def move_by_keys(window):
    window.press_until('Tab', 'push button', 'Ball on the wall, ')
    window.press_until('Right', 'push button', 'Ball on the wall, Friday 20 November', 7)
    window.press('alt+Right')
    window.wait_for_record(lambda record: get_item(record, BALL)['exceptions'][0]['to']['date']
                           == '2026-11-21', 'Alt+Right did not move the session')
    role, name = window.describe_focus()
    expect(name.startswith('Ball on the wall, Saturday 21'), f'the focus went to "{name}"')
    window.press('ctrl+z')
    window.wait_for_record(lambda record: not get_item(record, BALL).get('exceptions'),
                           'undo did not bring it back')


def move_by_dragging(window):
    start = wait_for(lambda: window.find('push button', 'Ear to shoulder, Thursday 19 November'),
                     'no session')
    end = window.find('push button', 'Ear to shoulder, Friday 20 November')
    drag(get_middle(start), get_middle(end))
    window.wait_for_record(lambda record: get_item(record, STRETCH)['exceptions'][0]['to']['date']
                           == '2026-11-20', 'a drag did not move the session')
    window.press('ctrl+z')


def reorder(window):
    window.press_until('Tab', 'push button', 'Pause')
    window.press_until('Tab', 'push button', 'More for Ball on the wall')
    window.press('alt+Down')
    window.wait_for_record(lambda record: record['plan'][0]['routine'] == STRETCH,
                           'Alt+Down did not move the routine')
    expect(window.get_focus().name == 'More for Ball on the wall', 'the focus did not stay')
    window.press('alt+Up')
    window.wait_for_record(lambda record: record['plan'][0]['routine'] == BALL,
                           'Alt+Up did not bring it back')
    expect(window.get_focus().name == 'More for Ball on the wall', 'the focus went with the row')


def change_dose(window):
    window.press('shift+Tab', 'Return')
    window.press_until('Tab', 'spin button', 'Hold, in seconds')
    window.press('Up')
    window.wait_for_record(lambda record: get_item(record, BALL)['dose']['hold'] == 50,
                           'the hold was not changed')
    window.press('ctrl+z')


def pause(window):
    window.press_until('shift+Tab', 'push button', 'Pause')
    window.press('space')
    window.press_until('Tab', 'push button', 'Pause the plan')
    window.press('Return')
    window.wait_for_record(lambda record: record['care']['pauses'][0]['first'] == '2026-11-18',
                           'the plan was not paused')
    wait_for(lambda: window.find('label', 'The plan is paused until 24 November'),
             'the pause is not told')


def check_names(window):
    window.page = None
    keyboard.check_names(window)


def main():
    folder = tempfile.mkdtemp()
    os.makedirs(os.path.join(folder, 'gtk-4.0'))
    os.makedirs(os.path.join(folder, 'tautline'))
    with open(os.path.join(folder, 'gtk-4.0', 'settings.ini'), 'w') as settings:
        settings.write('[Settings]\ngtk-enable-animations=0\n')
    with open(os.path.join(folder, 'tautline', 'record.json'), 'w') as record:
        json.dump(RECORD, record)
    window = None
    try:
        window = PlanWindow(folder)
        for step in (tick, too_sore, move_by_keys, move_by_dragging, reorder, change_dose, pause,
                     check_names, keyboard.quit):
            step(window)
            print(f'ok: {step.__name__}', flush=True)
    except keyboard.Failure as failure:
        print(f'not ok: {failure}')
        if os.environ.get('TAUTLINE_TEST_KEEP'):
            subprocess.run(['import', '-window', 'root',
                            os.environ['TAUTLINE_TEST_KEEP'] + '.png'], check=False)
        return 1
    finally:
        if window is not None:
            window.close()
        shutil.rmtree(folder)
    return 0


if __name__ == '__main__':
    sys.exit(main())
