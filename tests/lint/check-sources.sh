#!/usr/bin/env bash
# Checks each file: a licence line where comments are possible, no tabs in C, no
# line's end left untidy, no source file that has outgrown its role.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -uo pipefail
cd "$1" || exit 1

status=0
complain ()
{
  echo "$1"
  status=1
}

while read -r file; do
  case "$file" in
    *.c|*.h|*.sh|*.py|*.ui|*.css|*.build|*.in|*.xml|*.svg|*options.txt|build-aux/*|.ci/*)
      grep -q 'SPDX-License-Identifier: ' "$file" || complain "$file: has no SPDX line" ;;
    *.json)
      case "$file" in
        tests/*|resources/sample/*) ;;
        *) grep -q '"license"' "$file" || complain "$file: has no \"license\" member" ;;
      esac ;;
  esac
  case "$file" in
    *.c|*.h)
      ! grep -nP '\t' "$file" || complain "$file: has tabs"
      ! grep -nP ' +$' "$file" || complain "$file: has blanks at the end of a line"
      lines=$(wc -l < "$file")
      case "$file" in
        src/*) [ "$lines" -le 600 ] || complain "$file: has $lines lines, expected at most 600" ;;
      esac ;;
  esac
done < <(find src ui resources po tests build-aux .ci meson.build meson_options.txt -type f ! -path '*/corpus/*' ! -name '*.md' ! -name 'LINGUAS')
exit $status
