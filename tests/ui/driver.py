# driver.py: what the scripts share that look at the window as a screen reader does.
# They are given the program and show-place as arguments.
#
# GTK answers one question about one node at a time, which takes seconds for a window with
# a whole body in it. Its cache tells everything about all nodes at once, but only about
# those that somebody asked for before, and also about hidden ones: so parents are asked
# for their children, many of them at the same time, and new nodes for their role.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')

from gi.repository import Atspi, Gio, GLib  # noqa: E402

PROGRAM = sys.argv[1]
SHOW_PLACE = sys.argv[2]

# Long enough for a machine that does much else at the same time; what is there
# sooner is not waited for.
PATIENCE = float(os.environ.get('TAUTLINE_TEST_PATIENCE', '20'))
# A key that leaves the focus where it is keeps its script for so long.
KEY_PATIENCE = 1.5
CALL_PATIENCE_MS = 30000

ROLES = {int(getattr(Atspi.Role, name)): name.lower().replace('_', ' ')
         for name in dir(Atspi.Role) if name.isupper()}
# Later versions have another name for it.
ROLES[43] = 'push button'

ACCESSIBLE = 'org.a11y.atspi.Accessible'
CACHE = 'org.a11y.atspi.Cache'
ROOT = '/org/a11y/atspi/accessible/root'

# An item of the cache as GVariant prints it: path, parent, place, number of children,
# name, role, states. Reading the print is ten times as fast as unpacking it.
WORDS = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
REFERENCE = r"\('[^']*', '([^']*)'\)"
ITEM = re.compile(rf'\({REFERENCE}, {REFERENCE}, {REFERENCE}, (-?\d+), (-?\d+), \[[^\]]*\], '
                  rf'{WORDS}, (\d+), {WORDS}, \[(\d+), (\d+)\]\)')
CHILD = re.compile(REFERENCE)

CONTROLS = ('push button', 'toggle button', 'check box', 'slider', 'spin button', 'entry',
            'page tab', 'menu item')


class Failure(Exception):
    pass


def expect(condition, text):
    if not condition:
        raise Failure(text)


def wait_for(function, text, seconds=PATIENCE):
    """What the function gives as soon as it gives something."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = function()
            if value:
                return value
        except (LookupError, ValueError, OSError, StopIteration, GLib.Error):
            pass
        if time.monotonic() > end:
            raise Failure(text() if callable(text) else text)
        time.sleep(0.04)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Node:
    """What the tree said of a widget when it was last looked at."""

    def __init__(self, item):
        self.path, _, _, _, n_children, name, role, _, low, high = item
        self.n_children = int(n_children)
        self.name = ast.literal_eval(name)
        self.role = ROLES.get(int(role), role)
        self.states = int(low) | int(high) << 32
        self.children = []
        self.parent = None

    def has(self, state):
        return bool(self.states >> int(getattr(Atspi.StateType, state)) & 1)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def __str__(self):
        return f'{self.role} "{self.name}"'


class Tree:
    """The tree of one program on the bus of the screen readers."""

    def __init__(self, pid):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                    None, None, 0, -1).unpack()[0]
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.name = wait_for(lambda: self.find_name(pid), 'the program is not in the tree')

    def call_packed(self, path, interface, method, arguments=None, name=None):
        return self.bus.call_sync(name or self.name, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NONE, CALL_PATIENCE_MS, None)

    def call(self, path, interface, method, types='', *arguments, name=None):
        return self.call_packed(path, interface, method, GLib.Variant(f'({types})', arguments),
                                name).unpack()

    def ask_bus(self, method, types='', *arguments):
        return self.call('/org/freedesktop/DBus', 'org.freedesktop.DBus', method, types,
                         *arguments, name='org.freedesktop.DBus')[0]

    def find_name(self, pid):
        for name in self.ask_bus('ListNames'):
            try:
                if self.ask_bus('GetConnectionUnixProcessID', 's', name) == pid:
                    return name
            except GLib.Error:
                pass
        return None

    def read_nodes(self):
        """All that the cache has, in no order and not yet linked."""
        items = self.call_packed('/org/a11y/atspi/cache', CACHE, 'GetItems')
        nodes = [Node(item) for item in ITEM.findall(items.print_(False))]
        expect(len(nodes) == items.get_child_value(0).n_children(), 'the cache cannot be read')
        return nodes

    def read(self):
        """The root, with all that is below it now."""
        while True:
            nodes = {node.path: node for node in self.read_nodes()}
            if ROOT not in nodes:
                raise LookupError('no root')
            if self.link(nodes):
                return nodes[ROOT]

    def link(self, nodes):
        """Whether all nodes are known. The cache also has hidden ones, and lacks new ones."""
        known = True
        parents = [nodes[ROOT]]
        while parents:
            replies = [(parent, self.ask_for_children(parent)) for parent in parents]
            parents = []
            for parent, reply in replies:
                for path in CHILD.findall(reply()):
                    if path not in nodes:
                        # Being asked is what brings a node into the cache.
                        self.call(path, ACCESSIBLE, 'GetRole')
                        known = False
                        continue
                    child = nodes[path]
                    child.parent = parent
                    parent.children.append(child)
                    if child.n_children > 0:
                        parents.append(child)
        return known

    def ask_for_children(self, parent):
        """Sends the question; what is returned waits for the answer."""
        answers = []
        self.bus.call(self.name, parent.path, ACCESSIBLE, 'GetChildren', None, None,
                      Gio.DBusCallFlags.NONE, CALL_PATIENCE_MS, None,
                      lambda _, result: answers.append(result))

        def wait():
            while not answers:
                GLib.MainContext.default().iteration(True)
            return self.bus.call_finish(answers[0]).print_(False)

        return wait

    def do_action(self, node):
        self.call(node.path, 'org.a11y.atspi.Action', 'DoAction', 'i', 0)

    def has_focus(self, node):
        """Asks that node alone; what is gone has none."""
        try:
            low, high = self.call(node.path, ACCESSIBLE, 'GetState')[0]
        except GLib.Error:
            return False
        return bool(low >> int(Atspi.StateType.FOCUSED) & 1)

    def read_focus(self):
        """The focus alone, which the cache knows at any time; the last of several windows."""
        focused = [node for node in self.read_nodes() if node.has('FOCUSED')]
        return focused[0] if len(focused) == 1 else self.find_top_focus(focused)

    def find_top_focus(self, focused):
        if not focused:
            return None
        focus = None
        for node in self.read().walk():
            if node.has('FOCUSED'):
                focus = node
        return focus


class Window:
    """The running program: its keys, its pointer, its tree and its record."""

    def __init__(self, folder, now='2026-11-18T09:00:00Z', size=(1440, 900)):
        self.folder = folder
        self.record_path = os.path.join(folder, 'tautline', 'record.json')
        self.errors_path = os.path.join(folder, 'errors')
        environment = dict(os.environ, GTK_A11Y='atspi', XDG_DATA_HOME=folder,
                           XDG_CONFIG_HOME=folder, TAUTLINE_NOW=now)
        environment.pop('NO_AT_BRIDGE', None)
        with open(self.errors_path, 'w') as errors:
            self.process = subprocess.Popen([PROGRAM], env=environment, stderr=errors)
        self.tree = Tree(self.process.pid)
        self.id = wait_for(self.list_windows, 'the window did not come up')[0]
        run('xdotool', 'windowmove', self.id, '0', '0', 'windowsize', '--sync', self.id,
            str(size[0]), str(size[1]), 'windowfocus', self.id)
        self.wait('push button', 'Temple and side of the head, right')
        wait_for(self.tree.read_focus, 'the window has no focus')

    def list_windows(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                str(self.process.pid)], capture_output=True, text=True)
        return found.stdout.split()

    # Looking

    def walk(self):
        return self.tree.read().walk()

    def find(self, role, start, within=''):
        """The first node of that role, or of any with None, whose name starts so, in the
        list of that name. With $ at its end it is the whole name."""
        root = self.tree.read()
        if within:
            root = next(node for node in root.walk()
                        if node.role == 'list' and node.name == within)
        for node in root.walk():
            if role in (None, node.role) and f'{node.name}$'.lower().startswith(start.lower()):
                return node
        return None

    def wait(self, role, start, text=None, seconds=PATIENCE):
        return wait_for(lambda: self.find(role, start), text or f'no {role} "{start}"', seconds)

    def wait_gone(self, role, start, text=None):
        wait_for(lambda: self.find(role, start) is None, text or f'{role} "{start}" is there still')

    def describe_focus(self):
        focus = self.tree.read_focus()
        return (focus.role, focus.name) if focus is not None else ('', '')

    def wait_focus(self, role, start, text=None):
        def is_there():
            focus = self.tree.read_focus()
            if focus is None or role not in (None, focus.role):
                return None
            return focus if focus.name.lower().startswith(start.lower()) else None

        return wait_for(is_there, lambda: (text or f'the focus is not on {role} "{start}"')
                        + f' but on {self.describe_focus()}')

    def wait_file_dialog(self):
        """The library's own, with the field of the name focused."""
        self.wait_focus('text', '', 'no dialog asks where to save')

    # Keys

    def press(self, *keys):
        expect(self.process.poll() is None, 'the program ended')
        for key in keys:
            run('xdotool', 'key', key)

    def type(self, text):
        run('xdotool', 'type', '--delay', '12', text)

    def press_on(self, key, before):
        """Presses a key and gives the focus as soon as it has gone somewhere else."""
        self.press(key)
        end = time.monotonic() + KEY_PATIENCE
        while time.monotonic() < end:
            if before is None or not self.tree.has_focus(before):
                focus = self.tree.read_focus()
                if focus is not None:
                    return focus
            time.sleep(0.005)
        return self.tree.read_focus()

    def press_until(self, key, role, start, limit=40):
        """Presses a key until the focus is on what is looked for; of any role with None."""
        seen = []
        focus = wait_for(self.tree.read_focus, 'nothing has the focus')
        for _ in range(limit):
            if focus is not None and role in (None, focus.role) and focus.name.startswith(start):
                return focus
            seen.append(str(focus))
            focus = self.press_on(key, focus)
        raise Failure(f'{key} does not reach {role} "{start}": {seen}')

    # Pointer

    def read_extents(self, node):
        """Where a node is in what it lies in: the window, or what pops up over it."""
        return self.tree.call(node.path, 'org.a11y.atspi.Component', 'GetExtents', 'u',
                              int(Atspi.CoordType.WINDOW))[0]

    def list_surfaces(self):
        """The windows of the X server: where they are and how large."""
        surfaces = []
        for window in self.list_windows():
            told = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window],
                                  capture_output=True, text=True).stdout
            values = dict(line.split('=') for line in told.splitlines())
            if 'HEIGHT' in values:
                surfaces.append(tuple(int(values[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT')))
        return surfaces

    def get_offset(self, node):
        """From what read_extents() tells to the screen. The library does not know where
        what pops up has come to lie, and leaves out the edge of a window; both can be
        told from the size."""
        surfaces = self.list_surfaces()
        while node.parent.parent.parent is not None:
            x, y, width, height = self.read_extents(node)
            for surface in surfaces:
                if surface[2:] == (width, height):
                    return surface[0] - x, surface[1] - y
            node = node.parent
        _, _, width, height = self.read_extents(node)
        for x, y, outer_width, outer_height in surfaces:
            if outer_width - width == outer_height - height:
                return x + (outer_width - width) // 2, y + (outer_height - height) // 2
        raise LookupError('no window')

    def get_box(self, node):
        """Where a node is on the screen, and how large."""
        x, y, width, height = self.read_extents(node)
        across, down = self.get_offset(node)
        return x + across, y + down, width, height

    def get_middle(self, node):
        x, y, width, height = self.get_box(node)
        return x + width // 2, y + height // 2

    def wait_still(self, role, start, within=''):
        """A node that has come to rest, and its middle."""
        node = wait_for(lambda: self.find(role, start, within), f'no {role} "{start}"')
        return node, self.wait_rest(node)

    def wait_rest(self, node):
        """The middle of a node on the screen, once it stays there."""
        last = None

        def is_at_rest():
            nonlocal last
            before, last = last, self.read_extents(node)
            return last == before and last[2] > 0 and last[3] > 0

        wait_for(is_at_rest, f'{node} does not come to rest')
        across, down = self.get_offset(node)
        return last[0] + across + last[2] // 2, last[1] + down + last[3] // 2

    def move(self, x, y):
        run('xdotool', 'mousemove', str(int(x)), str(int(y)))

    def click_at(self, place):
        self.move(*place)
        run('xdotool', 'sleep', '0.05', 'click', '1')

    def click(self, role, start, within=''):
        """Clicks what is looked for, after turning the wheel until it can be seen."""
        self.click_at(self.reveal(role, start, within))

    def reveal(self, role, start, within=''):
        """Brings a node into view by the wheel; gives its middle."""
        node, place = self.wait_still(role, start, within)
        box = self.find_viewport(node)
        for _ in range(60):
            if box is None or box[1] + 12 <= place[1] <= box[1] + box[3] - 12:
                return place
            before = self.read_extents(node)
            self.move(box[0] + box[2] // 2, box[1] + box[3] // 2)
            run('xdotool', 'click', '4' if place[1] < box[1] + 12 else '5')
            end = time.monotonic() + KEY_PATIENCE
            while self.read_extents(node) == before and time.monotonic() < end:
                time.sleep(0.01)
            place = self.wait_rest(node)
        raise Failure(f'{node} does not come into view')

    def find_viewport(self, node):
        """The box of the part of a page that can be seen around a node; None without."""
        while node is not None:
            if node.role == 'scroll pane':
                return self.get_box(node)
            node = node.parent
        return None

    def drag(self, start, end):
        self.move(*start)
        run('xdotool', 'mousedown', '1', 'sleep', '0.1')
        for i in range(1, 11):
            self.move(start[0] + (end[0] - start[0]) * i / 10,
                      start[1] + (end[1] - start[1]) * i / 10)
            time.sleep(0.03)
        # What is dragged onto learns it in its own time.
        time.sleep(0.2)
        run('xdotool', 'mouseup', '1')

    # Record

    def read_record(self):
        with open(self.record_path, encoding='utf-8') as file:
            return json.load(file)

    def wait_for_record(self, function, text):
        wait_for(lambda: function(self.read_record()), text)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def is_doubled(name):
    middle = len(name) // 2
    return len(name) > 3 and (name[:middle] == name[-middle:]
                              and name[middle:-middle] in ('', ' '))


def check_names(window):
    """Every control says what it is, and says it once."""
    nameless = []
    for node in window.walk():
        expect(not is_doubled(node.name), f'{node} is named twice over')
        if node.role not in CONTROLS or not node.has('FOCUSABLE'):
            continue
        if not node.name or node.name.startswith(('Gtk', 'Adw', 'Taut')):
            parents = []
            parent = node.parent
            while parent is not None and len(parents) < 6:
                parents.append(str(parent))
                parent = parent.parent
            nameless.append(f'{node} in {parents}')
    expect(not nameless, 'controls without a name:\n  ' + '\n  '.join(nameless))


def quit(window):
    window.press('ctrl+q')
    wait_for(lambda: window.process.poll() is not None, 'Ctrl+Q does not end the program')
    with open(window.errors_path, encoding='utf-8') as errors:
        text = errors.read()
    expect('CRITICAL' not in text and 'WARNING' not in text, f'the program complained: {text}')


def read_pdf(path):
    """The words of a page that is being written, without the ends of its lines."""
    wait_for(lambda: os.path.getsize(path) > 0, 'no page was saved')
    return ' '.join(run('pdftotext', path, '-').split())


def drive(steps, record=None):
    """Takes a window of its own through the steps; gives the program's exit status."""
    folder = tempfile.mkdtemp()
    os.makedirs(os.path.join(folder, 'gtk-4.0'))
    os.makedirs(os.path.join(folder, 'tautline'))
    with open(os.path.join(folder, 'gtk-4.0', 'settings.ini'), 'w') as settings:
        settings.write('[Settings]\ngtk-enable-animations=0\n')
    if record is not None:
        with open(os.path.join(folder, 'tautline', 'record.json'), 'w') as file:
            json.dump(record, file)
    window = None
    begin = time.monotonic()
    try:
        window = Window(folder)
        for step in steps:
            step(window)
            print(f'ok: {step.__name__} ({time.monotonic() - begin:.1f} s)', flush=True)
    except Failure as failure:
        print(f'not ok: {failure}')
        with open(os.path.join(folder, 'errors'), encoding='utf-8') as errors:
            print(errors.read())
        if os.environ.get('TAUTLINE_TEST_KEEP'):
            subprocess.run(['import', '-window', 'root',
                            os.environ['TAUTLINE_TEST_KEEP'] + '.png'], check=False)
        return 1
    finally:
        if window is not None:
            window.close()
        shutil.rmtree(folder)
    return 0
