#!/usr/bin/env bash
# Drives the views with a real pointer and keys: opens a palm by a double click, marks
# a spot in it, goes back, finds it counted, and shows the muscles.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

. "$(dirname "$0")/driver.sh"

# Where the thumbnail of the front stands, and the colour of the number on it.
thumbnail=100x150+900+60
badge='#2e2e2e'

# A place where there is flesh in the front view, and the colours of muscles.
chest=120x60+235+215
muscle='#c4705c'

# shows GEOMETRY COLOUR COUNT [FUZZ]: whether the screen has so many pixels of it there
shows ()
{
  shoot probe
  [ "$(count_pixels probe "$2" "$1" "${4:-6}")" -ge "$3" ]
}

lacks ()
{
  ! shows "$@"
}

start_app
wait_for 5 lacks 400x700+100+70 '#ffffff' 20000 2 || fail "a view does not look like one"
shoot start
before=$(count_pixels start "$badge" "$thumbnail" 3)

# The palm of the right hand. The pair has a head; the close-up's button is where it is not.
open_palm ()
{
  xdotool mousemove 160 495 sleep 0.3 click --repeat 2 --delay 80 1
  wait_for 5 shows 110x36+100+62 '#ffffff' 2500 2
}
# A busy machine may take one for two clicks.
open_palm || { xdotool key Escape sleep 0.5; open_palm; } || fail "a double click opened nothing"
pass "a double click on a hand opens its close-up"

click 490 500
xdotool sleep 0.3 key End sleep 0.2 key Return
wait_for 5 record_has '"hand"' || fail "nothing was marked in the close-up"
record_has '"side": "right"' || fail "the mark is not on the right"
pass "a spot is marked in the palm"

# First from the mark to the area that it lies in.
xdotool sleep 0.5 key Escape sleep 0.5 key Escape
wait_for 10 lacks 110x36+100+62 '#ffffff' 2500 2 || fail "Escape did not lead back"
counted ()
{
  shoot probe
  [ "$(count_pixels probe "$badge" "$thumbnail" 3)" -gt $((before + 60)) ]
}
wait_for 10 counted || fail "the thumbnail does not count the mark"
pass "back in the pair, the thumbnail counts the mark"

lacks "$chest" "$muscle" 200 14 || fail "there are muscles at the start"
xdotool key m
wait_for 20 shows "$chest" "$muscle" 400 14 || fail "the key M shows no muscles"
xdotool key m sleep 0.5 key m
wait_for 20 lacks "$chest" "$muscle" 200 14 || fail "the muscles did not go"
pass "the key M goes through the layers"

xdotool key ctrl+q
wait_for 5 bash -c "! kill -0 $app 2>/dev/null" || fail "the program did not end"
app=
! grep -qE 'WARNING|CRITICAL' "$work/errors" || fail "the program complained"
pass "the program ends without a complaint"
