#!/usr/bin/env bash
# Checks that po/POTFILES.in lists every file with translatable text, sorted.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -uo pipefail
cd "$1" || exit 1

status=0
listed=$(grep -v '^#' po/POTFILES.in | grep .)
if ! printf '%s\n' "$listed" | LC_ALL=C sort -c; then
  echo "po/POTFILES.in: expected sorted lines"
  status=1
fi
wanted=$(
  {
    grep -lE '\b(_|N_|C_|NC_|ngettext|Q_) ?\("' -r src --include='*.c'
    grep -lE 'translatable="(yes|true|1)"' -r ui --include='*.ui'
    ls resources/*.desktop.in resources/*.metainfo.xml.in resources/*.gschema.xml po/atlas-strings.c
  } 2>/dev/null | LC_ALL=C sort
)
if ! diff <(printf '%s\n' "$wanted") <(printf '%s\n' "$listed" | LC_ALL=C sort); then
  echo "po/POTFILES.in: expected the files marked with <, and not those marked with >"
  status=1
fi
exit $status
