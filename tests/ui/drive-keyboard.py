#!/usr/bin/python3
# Does with the keyboard alone, and through the eyes of a screen reader, what
# drive-pointer.sh does with a pointer: finds an area, marks a point, rates it,
# answers a question about health, plans a routine, ticks it, saves the page, takes
# back, removes the mark.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

# Warnings end the program, but not the library that looks at it from outside.
DEBUG = os.environ.pop('G_DEBUG', '')

import pyatspi  # noqa: E402

PROGRAM = sys.argv[1]
SHOW_PLACE = sys.argv[2]
CONTROLS = ('push button', 'toggle button', 'check box', 'slider', 'spin button', 'entry',
            'page tab', 'menu item')


class Failure(Exception):
    pass


def expect(condition, text):
    if not condition:
        raise Failure(text)


def wait_for(function, text, seconds=5):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            value = function()
            if value:
                return value
        except (LookupError, RuntimeError, ValueError, OSError):
            pass
        time.sleep(0.05)
    raise Failure(text)


class Window:
    """The running program: its keys, its accessible tree and its record."""

    def __init__(self, folder):
        self.record_path = os.path.join(folder, 'tautline', 'record.json')
        self.errors_path = os.path.join(folder, 'errors')
        environment = dict(os.environ, G_DEBUG=DEBUG, GTK_A11Y='atspi', XDG_DATA_HOME=folder,
                           XDG_CONFIG_HOME=folder, TAUTLINE_NOW='2026-11-18T09:00:00Z')
        environment.pop('NO_AT_BRIDGE', None)
        with open(self.errors_path, 'w') as errors:
            self.process = subprocess.Popen([PROGRAM], env=environment, stderr=errors)
        self.application = wait_for(self.find_application, 'the program is not in the tree', 30)
        window = wait_for(self.find_window, 'the window did not come up', 30)
        subprocess.run(['xdotool', 'windowmove', window, '0', '0',
                        'windowsize', '--sync', window, '1440', '900', 'windowfocus', window],
                       check=True)
        wait_for(lambda: self.find('push button', 'Temple and side of the head, right'),
                 'the body has no areas', 30)

    def find_application(self):
        for child in pyatspi.Registry.getDesktop(0):
            if child is not None and child.name in ('tautline', 'org.tautline.Tautline'):
                return child
        return None

    def find_window(self):
        run = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                              str(self.process.pid)], capture_output=True, text=True)
        return run.stdout.split()[0] if run.stdout.split() else None

    def walk(self, node=None):
        node = node or self.application
        yield node
        for child in node:
            if child is not None:
                yield from self.walk(child)

    def find(self, role, start):
        for node in self.walk():
            if node.getRoleName() == role and node.name.startswith(start):
                return node
        return None

    def get_focus(self):
        for node in self.walk():
            if node.getState().contains(pyatspi.STATE_FOCUSED):
                focus = node
        return focus

    def describe_focus(self):
        focus = self.get_focus()
        return focus.getRoleName(), focus.name

    def press(self, *keys):
        for key in keys:
            expect(self.process.poll() is None, 'the program ended')
            subprocess.run(['xdotool', 'key', key], check=True)
            time.sleep(0.25)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '30', text], check=True)
        time.sleep(0.4)

    def press_until(self, key, role, start, limit=40):
        """Presses a key until the focus is on what is looked for; of any role with None."""
        seen = []
        for _ in range(limit):
            found = self.describe_focus()
            if role in (None, found[0]) and found[1].startswith(start):
                return
            seen.append(found)
            self.press(key)
        raise Failure(f'{key} does not reach {role} "{start}": {seen}')

    def read_record(self):
        with open(self.record_path, encoding='utf-8') as file:
            return json.load(file)

    def wait_for_record(self, function, text):
        wait_for(lambda: function(self.read_record()), text, 2)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def check_names(window):
    """Every control says what it is."""
    nameless = []
    for node in window.walk():
        if node.getRoleName() not in CONTROLS or not node.getState().contains(pyatspi.STATE_FOCUSABLE):
            continue
        if not node.name or node.name.startswith(('Gtk', 'Adw', 'Taut')):
            parents = []
            parent = node.parent
            while parent is not None and len(parents) < 6:
                parents.append((parent.getRoleName(), parent.name))
                parent = parent.parent
            nameless.append(f'{node.getRoleName()} "{node.name}" in {parents}')
    expect(not nameless, 'controls without a name:\n  ' + '\n  '.join(nameless))


def get_area_name():
    run = subprocess.run([SHOW_PLACE, 'front', 'trapezius.1', 'right'],
                         capture_output=True, text=True, check=True)
    return run.stdout.strip().split(' ', 2)[2]


def mark_point(window):
    area = get_area_name()
    window.press('ctrl+f')
    expect(window.get_focus().getRoleName() == 'entry', 'Ctrl+F does not lead to an entry')
    window.type(f'{area}, right')
    window.press('Down')
    expect(window.get_focus().getRoleName() == 'list item', 'Down does not lead into the list')
    window.press('Return')
    role, name = window.describe_focus()
    expect(name.lower().startswith(f'{area}, right'), f'the area has no focus, but {role} "{name}"')
    window.press('Return')
    window.press_until('Down', 'list item', 'Upper trapezius, front edge, right', 12)
    window.press('Return')
    window.wait_for_record(lambda record: record['marks'][0]['point'] == 'trapezius.1',
                           'the point was not marked')
    role, name = window.describe_focus()
    expect(name.startswith('Upper trapezius, front edge, right'), f'the mark has no focus: "{name}"')


def rate(window):
    window.press('8')
    window.wait_for_record(lambda record: record['marks'][0]['intensity'] == 8,
                           'the digit did not rate the mark')
    expect('8 of 10' in window.get_focus().name, 'the mark does not tell its intensity')


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
    expect(window.find('push button', refused) is None, 'what was refused is still suggested')
    window.press('alt+2')
    window.press_until('Tab', 'push button', 'Add to the plan: ')
    window.press('space')
    window.wait_for_record(lambda record: len(record['plan']) == 1, 'no routine was planned')


def tick(window):
    window.press_until('shift+Tab', 'check box', '')
    window.press('space')
    window.wait_for_record(lambda record: len(record['plan'][0]['ticks']) == 1,
                           'the box was not ticked')
    expect(window.get_focus().getState().contains(pyatspi.STATE_CHECKED),
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
    window.press_until('Tab', None, 'Do you take blood thinners', 12)
    window.press('space')
    window.wait_for_record(lambda record: record['care']['answers'].get('blood_thinner') is True,
                           'the answer was not kept')
    window.press_until('Tab', 'push button', 'Done', 40)
    window.press('space')
    wait_for(lambda: any('because of blood thinners' in node.name for node in window.walk()),
             'nothing says what is left out, and why')


def save_page(window):
    path = os.path.join(os.path.dirname(window.record_path), 'plan.pdf')
    window.press('ctrl+shift+p')
    time.sleep(1)
    window.press('ctrl+a')
    window.type(path)
    window.press('Return')
    wait_for(lambda: os.path.getsize(path) > 0, 'no page was saved', 10)
    run = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True)
    text = ' '.join(run.stdout.split())
    expect('Upper trapezius' in text and 'blood thinners' in text,
           'the page lacks the spot, or the reason why something is left out')


def save_calendar(window):
    """From the preview of the paper: one event for each time of the day, with its rule."""
    path = os.path.join(os.path.dirname(window.record_path), 'plan.ics')
    window.press('ctrl+p')
    wait_for(lambda: window.find('push button', 'Save calendar'), 'no preview of the paper', 20)
    window.press_until('Tab', 'push button', 'Save calendar', 60)
    window.press('Return')
    time.sleep(1)
    window.press('ctrl+a')
    window.type(path)
    window.press('Return')
    wait_for(lambda: os.path.getsize(path) > 0, 'no calendar was saved', 10)
    with open(path, encoding='utf-8', newline='') as calendar:
        text = calendar.read()
    n_times = sum(len(item['times']) for item in window.read_record()['plan'])
    expect(text.startswith('BEGIN:VCALENDAR\r\n') and text.endswith('END:VCALENDAR\r\n'),
           'the calendar is not whole')
    expect(text.count('BEGIN:VEVENT') == n_times and text.count('RRULE:') == n_times,
           f'the calendar lacks one of {n_times} events, or its rule')
    wait_for(lambda: not window.find('push button', 'Save calendar'), 'the preview stayed')


def remove(window):
    window.press('alt+1')
    window.press_until('Tab', 'push button', 'Remove: Upper trapezius')
    window.press('Return')
    window.wait_for_record(lambda record: not record.get('marks'), 'the mark was not removed')
    window.press('ctrl+z')
    window.wait_for_record(lambda record: len(record['marks']) == 1, 'undo did not bring it back')

    # A screen reader presses buttons without a key.
    button = wait_for(lambda: window.find('push button', 'Remove: Upper trapezius'), 'no button')
    button.queryAction().doAction(0)
    window.wait_for_record(lambda record: not record.get('marks'), 'the action did not remove it')


def quit(window):
    window.press('ctrl+q')
    wait_for(lambda: window.process.poll() is not None, 'Ctrl+Q does not end the program')
    with open(window.errors_path, encoding='utf-8') as errors:
        text = errors.read()
    expect('CRITICAL' not in text and 'WARNING' not in text, f'the program complained: {text}')


def main():
    folder = tempfile.mkdtemp()
    os.makedirs(os.path.join(folder, 'gtk-4.0'))
    with open(os.path.join(folder, 'gtk-4.0', 'settings.ini'), 'w') as settings:
        settings.write('[Settings]\ngtk-enable-animations=0\n')
    window = None
    try:
        window = Window(folder)
        for step in (check_names, mark_point, rate, answer, check_names, plan, tick,
                     save_calendar, screen, check_names, save_page, remove, quit):
            step(window)
            print(f'ok: {step.__name__}', flush=True)
    except Failure as failure:
        print(f'not ok: {failure}')
        with open(os.path.join(folder, 'errors'), encoding='utf-8') as errors:
            print(errors.read())
        return 1
    finally:
        if window is not None:
            window.close()
        shutil.rmtree(folder)
    return 0


if __name__ == '__main__':
    sys.exit(main())
