#!/usr/bin/env bash
# Checks that no room of src/ includes a header of a room it must not know, and
# that only the rooms that draw know the libraries that draw.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -uo pipefail
cd "$1/src" || exit 1

declare -A knows=(
  [base]=""
  [figure]="base"
  [atlas]="base figure"
  [referral]="base figure atlas"
  [record]="base figure"
  [care]="base figure atlas referral record"
  [exchange]="base figure record care"
  [store]="base figure record exchange"
  [render]="base figure atlas referral record care exchange"
  [chart]="base figure atlas referral record care render"
  [panel]="base figure atlas referral record care render"
  [app]="base figure atlas referral record care exchange store render chart panel"
)
declare -A forbidden=(
  [core]='^#include <(cairo|gtk/|gdk/|adwaita|librsvg/|pango)'
  [draw]='^#include <(gtk/|gdk/|adwaita)'
)

status=0
declare -A home
for header in */*.h; do
  home[${header#*/}]=${header%%/*}
done

for room in "${!knows[@]}"; do
  for file in "$room"/*.[ch]; do
    # The generator is a program of its own: it stands above the core rooms.
    [ "$file" != figure/taut-figure-generator.c ] || continue
    while read -r header; do
      other=${home[$header]:-}
      if [ -n "$other" ] && [ "$other" != "$room" ] && [[ " ${knows[$room]} " != *" $other "* ]]; then
        echo "src/$file: includes $header of the room $other, which $room must not know"
        status=1
      fi
    done < <(sed -n 's/^#include "\(.*\)".*/\1/p' "$file")
    case "$room" in
      render) pattern=${forbidden[draw]} ;;
      chart|panel|app) continue ;;
      *) pattern=${forbidden[core]} ;;
    esac
    if grep -nE "$pattern" "$file" /dev/null; then
      echo "src/$file: the room $room must not know this library"
      status=1
    fi
  done
done
exit $status
