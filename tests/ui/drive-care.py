#!/usr/bin/python3
# Takes care of a spot by pointer alone: marks it, answers about warning signs and
# health, takes the plan, says yes to reminders, writes a routine with a picture, puts
# routines in order by dragging, ticks, finds it too sore, moves a session, saves the
# paper.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sys

sys.dont_write_bytecode = True

from driver import SHOW_PLACE, check_names, drive, expect, quit, read_pdf, run, wait_for  # noqa: E402

# Where the front view is, without its letters.
FIGURE = '390x725+98+82'
POINT = 'Upper trapezius, front edge, right'


def find_neck(window):
    """Where the front view shows the point, a little inside the contour that it lies on."""
    across, down, _ = run(SHOW_PLACE, 'front', 'trapezius.1', 'right').split(' ', 2)
    picture = os.path.join(window.folder, 'window.png')
    run('import', '-window', 'root', picture)
    box = run('convert', picture, '-crop', FIGURE, '+repage', '-fuzz', '3%', '-format', '%@', 'info:')
    width, height, x, y = map(int, box.replace('x', '+').split('+'))
    _, _, left, top = map(int, FIGURE.replace('x', '+').split('+'))
    return left + x + float(across) * width, top + y + float(down) * height + 3


def mark(window):
    window.click_at(find_neck(window))
    window.click('label', POINT)
    window.wait_for_record(lambda record: record['marks'][0]['point'] == 'trapezius.1',
                           'the point was not marked')


def answer_signs(window):
    window.click('page tab', 'Care')
    window.click('push button', 'None of these')
    window.wait_for_record(lambda record: record['care']['answers'].get('head_sudden') is False,
                           'the warning signs were not answered')


def answer_health(window):
    window.click('list item', 'Health questions')
    window.wait('frame', 'Health questions')
    check_names(window)
    window.click(None, 'Do you take blood thinners')
    window.click('push button', 'Done')
    window.wait_for_record(lambda record: record['care']['answers'].get('blood_thinner') is True
                           and record['care'].get('screened'), 'the answer was not kept')
    wait_for(lambda: any('because of blood thinners' in node.name for node in window.walk()),
             'nothing says what is left out, and why')


def take_all(window):
    window.click('push button', 'Take all')
    window.wait_for_record(lambda record: len(record['plan']) >= 2, 'no routines were planned')


def answer_reminders(window):
    """Asked once, where there is a plan to remind of."""
    window.click('push button', 'Remind me')
    window.wait_gone('push button', 'Remind me')


def make_picture(window):
    path = os.path.join(window.folder, 'door.png')
    run('convert', '-size', '320x240', 'gradient:orange-navy', path)
    return path


def open_file(window, path):
    """The library's own dialog; its field of the path comes with the first letter."""
    window.wait('push button', '_Choose', 'no dialog asks for a file')
    window.type('/')
    window.wait_focus('text', '', 'no field takes the path')
    window.press('ctrl+a')
    window.type(path)
    window.press('Return')


def write_own(window):
    """A routine in the person's words, with a picture of its own."""
    window.click('push button', 'Write your own routine')
    window.wait('push button', 'Choose a picture', 'no form opens')
    check_names(window)
    window.click('text', 'Name')
    window.type('Lean in the door')
    window.click(None, 'What to do, one step a line')
    window.type('Lay both forearms on the frame')
    window.press('Return')
    window.type('Lean in slowly')
    window.click('push button', 'Choose a picture')
    open_file(window, make_picture(window))
    window.wait('push button', 'Without a picture', 'the picture was not taken')
    window.click('push button', 'Save')

    def is_kept(record):
        own = record['own_routines'][0]
        return (own['name'] == 'Lean in the door' and 'Lean in slowly' in own['steps']
                and len(own['picture']) > 100
                and own['id'] in list_plan(record))

    window.wait_for_record(is_kept, 'the own routine was not kept and planned')


def print_plan(window):
    """From the preview of the paper."""
    path = os.path.join(window.folder, 'plan.pdf')
    window.click('push button', 'Print the plan')
    window.wait('push button', 'Save as PDF', 'no preview of the paper')
    check_names(window)
    window.click('push button', 'Save as PDF')
    window.wait_file_dialog()
    window.press('ctrl+a')
    window.type(path)
    window.click('push button', '_Save')
    text = read_pdf(path)
    for words in ('Upper trapezius', 'blood thinners', 'Lean in the door', 'Lean in slowly'):
        expect(words in text, f'the paper lacks "{words}"')
    expect('image' in run('pdfimages', '-list', path), 'the paper lacks the own picture')


def list_plan(record):
    return [item['routine'] for item in record['plan']]


def reorder(window):
    before = list_plan(window.read_record())
    plan = window.wait('list', 'Your plan')
    # A menu's button is two nodes of one name.
    names = list(dict.fromkeys(node.name for node in plan.walk()
                               if node.role == 'push button'
                               and node.name.startswith('More for ')))
    expect(len(names) == len(before), f'not every routine has a button: {names}')

    # Both ends in view: the list is shorter than the page.
    window.reveal('push button', names[1], 'Your plan')
    _, second = window.wait_still('push button', names[1], 'Your plan')
    _, first = window.wait_still('push button', names[0], 'Your plan')
    left = window.get_box(window.wait('list', 'Your plan'))[0]
    window.drag((left + 24, first[1]), (left + 60, second[1] + 20))
    window.wait_for_record(lambda record: list_plan(record)[:2] == before[1::-1],
                           'a drag did not move the routine')


def find_today(window):
    """The name of today's first routine, and of its box."""
    today = window.wait('list', 'Today, ')
    box = next(node for node in today.walk() if node.role == 'check box')
    more = next(node for node in today.walk() if node.name.startswith('More for '))
    return more.name[len('More for '):], box.name


def has_outcome(record, outcome):
    return any(tick['date'] == '2026-11-18' and tick.get('outcome') == outcome
               for item in record['plan'] for tick in item.get('ticks', []))


def tick(window):
    _, box = find_today(window)
    window.click('check box', box)
    window.wait_for_record(lambda record: has_outcome(record, None), 'the box was not ticked')


def too_sore(window):
    title, _ = find_today(window)
    window.click('push button', f'More for {title}')
    window.click('menu item', 'Too sore')
    window.wait_for_record(lambda record: has_outcome(record, 'sore'), 'it is not too sore')
    # The row tells it as long as it is so; the message goes by itself.
    window.wait('label', 'Too sore, resting', 'nothing tells what changed')
    window.click('push button', 'Undo')
    window.wait_for_record(lambda record: not has_outcome(record, 'sore'), 'undo left it')
    window.wait_gone('label', 'Too sore, resting')


def move_session(window):
    start = wait_for(lambda: next((node for node in window.walk() if node.role == 'push button'
                                   and ', Thursday 19 November' in node.name), None),
                     'no session')
    title = start.name.split(', Thursday')[0]
    window.reveal('push button', start.name)
    _, start_place = window.wait_still('push button', f'{title}, Thursday 19')
    _, end_place = window.wait_still('push button', f'{title}, Friday 20')
    window.drag(start_place, end_place)
    window.wait_for_record(
        lambda record: any(exception['to']['date'] == '2026-11-20' for item in record['plan']
                           for exception in item.get('exceptions', []) if 'to' in exception),
        'a drag did not move the session')


if __name__ == '__main__':
    sys.exit(drive((mark, answer_signs, answer_health, take_all,
                    answer_reminders, write_own, reorder, tick, too_sore,
                    move_session, check_names, print_plan, quit)))
