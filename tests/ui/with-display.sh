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

# A server without -noreset starts anew when its last client leaves, and refuses
# clients meanwhile. Servers that start and end side by side take each other's numbers where they
# look for the lowest free one: each tries its luck far away from the others.
start_server ()
{
  DISPLAY=":$((100 + RANDOM % 9000))"
  [ ! -e "/tmp/.X11-unix/X${DISPLAY#:}" ] || return 1
  Xvfb "$DISPLAY" -screen 0 1440x1000x24 -nolisten tcp -noreset >"$folder/log" 2>&1 &
  server=$!
  for _ in $(seq 200); do
    kill -0 "$server" 2>/dev/null || return 1
    ! xdpyinfo -display "$DISPLAY" >/dev/null 2>&1 || return 0
    sleep 0.05
  done
  return 1
}

for _ in 1 2 3 4 5; do
  ! start_server || break
  [ -z "$server" ] || kill "$server" 2>/dev/null
  server=
done
if [ -z "$server" ]; then
  echo "$0: Xvfb did not start:" >&2
  cat "$folder/log" >&2
  exit 1
fi

export DISPLAY
export GDK_BACKEND=x11
unset WAYLAND_DISPLAY
"${bus[@]}" "$@"
