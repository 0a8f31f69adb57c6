#!/usr/bin/env bash
# Drives the window with a real pointer and keys, as a person does: marks a spot,
# sees where it refers, plans a routine, ticks it, takes back, loses the program,
# finds everything again, and makes a page of it.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

. "$(dirname "$0")/driver.sh"
show_place=$2

# Where the head of a view shown alone is, and the dots of a pattern.
head=750x180+110+80
dots='#17527f'

# Where the front view shows the front edge of the upper trapezius on the body's
# right, on the screen. The point lies on the contour: a click goes a little inside.
find_neck ()
{
  local x y box

  read -r x y _ < <("$show_place" front trapezius.1 right)
  shoot figure
  box=$(convert "$work/figure.png" -crop 390x725+98+82 +repage -fuzz 3% -format '%@' info:)
  awk -v x="$x" -v y="$y" -v box="$box" 'BEGIN {
    split (box, b, /[x+]/)
    printf "%d %d\n", 98 + b[3] + x * b[1] + 0.5, 82 + b[4] + y * b[2] + 3.5
  }'
}

# show_head Y X NAME: clicks a thumbnail, zooms in on the head and takes a picture
show_head ()
{
  click 949 "$1"
  xdotool mousemove "$2" 125 sleep 0.2 click --repeat 4 --delay 80 4
  shift
  xdotool mousemove 600 840 sleep 1.5
  shoot "$2"
}

right_side="550 445"
left_side="415 540"

start_app
show_head $right_side before
[ "$(count_pixels before "$dots" $head 14)" -lt 5 ] || fail "there are dots before a mark"
xdotool key Escape sleep 0.5 key Escape sleep 0.8
neck=$(find_neck)
# shellcheck disable=SC2086
click $neck
xdotool key Return
wait_for 2 record_has '"trapezius.1"' || fail "a click at $neck did not offer the upper trapezius"
pass "a click beside the neck offers the upper trapezius"

record_has '"side": "right"' || fail "the mark is not on the right"
show_head $right_side marked
right=$(count_pixels marked "$dots" $head 14)
show_head $left_side other
left=$(count_pixels other "$dots" $head 14)
[ "$right" -gt 40 ] || fail "the pattern does not show: $right pixels"
[ "$left" -lt $((right / 5)) ] || fail "the pattern shows on the wrong side: $left, $right"
pass "the pattern shows on the body's right ($right pixels; $left on the left side)"

# The page Care: no warning sign is true; the first suggestion, today's first box.
click 1250 28
click 1220 852
wait_for 2 record_has '"head_sudden": false' || fail "the warning signs were not answered"
pass "warning signs come before the plan"
shoot care
click 1386 235
wait_for 2 record_has '"routine"' || fail "a proposal was not planned"
pass "a routine is planned"
click 1387 143
wait_for 2 record_has '"date": "2026-11-18"' || fail "today's box was not ticked"
pass "today's box is ticked"

xdotool key ctrl+z
wait_for 2 record_lacks '"date": "2026-11-18"' || fail "undo did not take the tick back"
xdotool key ctrl+shift+z
wait_for 2 record_has '"date": "2026-11-18"' || fail "redo did not bring the tick back"
pass "undo and redo"

cp "$record" "$work/before-kill.json"
kill_app
start_app
cmp -s "$record" "$work/before-kill.json" || fail "the record changed over a kill"
show_head $right_side restarted
again=$(count_pixels restarted "$dots" $head 14)
[ "$again" -gt 40 ] || fail "the pattern is not back after a kill: $again pixels"
pass "after kill -9 all is back"

xdotool key ctrl+shift+p sleep 1.5 key ctrl+a type "$work/plan.pdf"
xdotool sleep 0.3 key Return
wait_for 10 test -s "$work/plan.pdf" || fail "no PDF came"
pdftotext -layout "$work/plan.pdf" "$work/plan.txt" || fail "the PDF cannot be read"
[ "$(pdfinfo "$work/plan.pdf" | sed -n 's/^Pages: *//p')" -ge 2 ] || fail "the plan lacks pages"
grep -qi 'trapezius' "$work/plan.txt" || fail "the page does not name the spot"
grep -qi 'home care plan' "$work/plan.txt" || fail "the page has no title"
grep -qi 'not medical advice' "$work/plan.txt" || fail "the page has no disclaimer"
pass "the page has spot, week and disclaimer"

# Nothing is left half-written, and nobody else can read it.
[ "$(stat -c %a "$record")" = 600 ] || fail "the record can be read by others"
[ "$(find "$XDG_DATA_HOME/tautline" -type f | wc -l)" = 1 ] || fail "files were left behind"
pass "one file, for its owner only"

xdotool key ctrl+q
wait_for 5 bash -c "! kill -0 $app 2>/dev/null" || fail "the program did not end"
app=
! grep -qE 'WARNING|CRITICAL' "$work/errors" || fail "the program complained"
pass "the program ends without a complaint"
