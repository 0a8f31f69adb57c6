#!/usr/bin/env bash
# Checks every template with gtk4-builder-tool, which learns the program's own
# types from a preloaded module.
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -uo pipefail
top=$1
types=$2

status=0
for file in "$top"/ui/*.ui; do
  xmllint --noout "$file" || status=1
  LD_PRELOAD="$types" gtk4-builder-tool validate "$file" || { echo "$file: is not a valid template"; status=1; }
done
exit $status
