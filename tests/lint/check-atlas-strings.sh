#!/usr/bin/env bash
# Checks that po/atlas-strings.c holds the texts that the atlas has now; makes it
# anew with: _build/src/taut-atlas-strings resources/atlas po/atlas-strings.c
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -uo pipefail
top=$1
tool=$2
made=$(mktemp)
trap 'rm -f "$made"' EXIT

"$tool" "$top/resources/atlas" "$made" && diff -u "$top/po/atlas-strings.c" "$made"
