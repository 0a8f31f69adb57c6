# driver.sh: what the scripts that drive the window share. Source it with the
# program's path in $1.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -uo pipefail

program=$1
work=$(mktemp -d)
width=1440
height=900
app=
window=

export XDG_DATA_HOME="$work/data"
export XDG_CONFIG_HOME="$work/config"
export XDG_CACHE_HOME="$work/cache"
export TAUTLINE_NOW="2026-11-18T09:00:00Z"
mkdir -p "$XDG_CONFIG_HOME/gtk-4.0"
# The same type on every machine, and no animation to wait for.
printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=0\n' \
  >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini"

record="$XDG_DATA_HOME/tautline/record.json"

finish ()
{
  local status=$?

  stop_app
  if [ "$status" -ne 0 ] && [ -n "${TAUTLINE_TEST_KEEP:-}" ]; then
    cp -r "$work" "$TAUTLINE_TEST_KEEP"
  fi
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT

fail ()
{
  echo "not ok: $*"
  shoot failed
  [ ! -s "$work/errors" ] || sed 's/^/  /' "$work/errors"
  exit 1
}

pass ()
{
  echo "ok: $*"
}

# wait_for SECONDS COMMAND...: until the command succeeds
wait_for ()
{
  local end=$(($(date +%s%N) + $1 * 1000000000))

  shift
  until "$@"; do
    [ "$(date +%s%N)" -lt "$end" ] || return 1
    sleep 0.05
  done
}

start_app ()
{
  "$program" "$@" >"$work/output" 2>"$work/errors" &
  app=$!
  window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$app" 2>/dev/null | head -n 1)
  [ -n "$window" ] || fail "the window did not come up"
  xdotool windowmove "$window" 0 0 windowsize --sync "$window" "$width" "$height" \
    windowfocus "$window"
  wait_for 30 chart_is_drawn || fail "the body did not appear"
}

stop_app ()
{
  [ -z "$app" ] || kill "$app" 2>/dev/null
  [ -z "$app" ] || wait "$app" 2>/dev/null
  app=
}

kill_app ()
{
  kill -9 "$app"
  wait "$app" 2>/dev/null
  app=
}

# shoot NAME: a picture of the screen in $work/NAME.png
shoot ()
{
  import -window root "$work/$1.png"
}

# count_pixels NAME COLOUR GEOMETRY [FUZZ]: pixels of about that colour in a part of a picture
count_pixels ()
{
  convert "$work/$1.png" -crop "$3" +repage -alpha off -fuzz "${4:-6}%" -fill black +opaque "$2" \
    -fill white -opaque "$2" -colorspace gray -threshold 1% -format '%[fx:int(w*h*mean+0.5)]' info:
}

# The skin of both large figures is there.
chart_is_drawn ()
{
  shoot probe
  [ "$(count_pixels probe '#f6efe9' 980x700+20+60)" -gt 20000 ]
}

record_has ()
{
  [ -f "$record" ] && grep -q -- "$1" "$record"
}

record_lacks ()
{
  ! record_has "$1"
}

click ()
{
  xdotool mousemove "$1" "$2" sleep 0.15 click 1 sleep 0.4
}
