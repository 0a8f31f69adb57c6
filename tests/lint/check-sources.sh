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
  while read -r line; do
    echo "$line"
    status=1
  done
}

# One process looks at all files of a kind: there are more than a thousand.
list ()
{
  find src ui resources po tests build-aux .ci meson.build meson_options.txt -type f \
       ! -path '*/corpus/*' ! -name '*.md' ! -name 'LINGUAS' "$@" -print0
}

complain < <(list '(' -name '*.[ch]' -o -name '*.sh' -o -name '*.py' -o -name '*.ui' -o -name '*.css' \
                      -o -name '*.build' -o -name '*.in' -o -name '*.xml' -o -name '*.svg' \
                      -o -name '*options.txt' -o -path 'build-aux/*' -o -path '.ci/*' ')' |
             xargs -0 -r grep -L 'SPDX-License-Identifier: ' | sed 's/$/: has no SPDX line/')
complain < <(list -name '*.json' ! -path 'tests/*' ! -path 'resources/sample/*' |
             xargs -0 -r grep -L '"license"' | sed 's/$/: has no "license" member/')
complain < <(list -name '*.[ch]' | xargs -0 -r awk '
  /\t/ { print FILENAME ":" FNR ": has tabs" }
  / $/ { print FILENAME ":" FNR ": has blanks at the end of a line" }
  FNR == 601 && FILENAME ~ /^src\// { print FILENAME ": has more than 600 lines" }')
exit $status
