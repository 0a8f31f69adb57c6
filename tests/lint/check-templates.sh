#!/usr/bin/env bash
# Checks every template with gtk4-builder-tool, which learns the program's own
# types from a preloaded module.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -uo pipefail
top=$1
types=$(realpath "$2")

stripped=$(mktemp --suffix .ui)
trap 'rm -f "$stripped"' EXIT

# The tool cannot know the functions that a template's signals call: those are
# checked when a test makes the widget.
unset G_DEBUG
status=0
for file in "$top"/ui/*.ui; do
  xmllint --noout "$file" || status=1
  sed 's/<signal [^>]*\/>//' "$file" > "$stripped"
  LD_PRELOAD="$types" gtk4-builder-tool validate "$stripped" 2>&1 | grep -v 'session bus' && {
    echo "$file: is not a valid template"
    status=1
  }
done
exit $status
