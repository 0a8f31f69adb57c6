#!/usr/bin/env bash
# Runs a program on an X display of its own, with a session bus of its own where
# --bus comes first. Ends with the program's exit status.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -uo pipefail

bus=()
if [ "${1:-}" = --bus ]; then
  bus=(dbus-run-session --)
  shift
fi

folder=$(mktemp -d)
server=
finish ()
{
  [ -z "$server" ] || kill "$server" 2>/dev/null
  wait 2>/dev/null
  rm -rf "$folder"
}
trap finish EXIT

Xvfb -displayfd 3 -screen 0 1440x1000x24 -nolisten tcp 3>"$folder/display" 2>"$folder/log" &
server=$!
for _ in $(seq 200); do
  [ ! -s "$folder/display" ] || break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.05
done
if [ ! -s "$folder/display" ]; then
  echo "$0: Xvfb did not start:" >&2
  cat "$folder/log" >&2
  exit 1
fi

export DISPLAY=":$(cat "$folder/display")"
export GDK_BACKEND=x11
unset WAYLAND_DISPLAY
"${bus[@]}" "$@"
