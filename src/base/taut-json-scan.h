/* taut-json-scan.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-json.h"

G_BEGIN_DECLS

/* Checks that @text is one JSON value by the letter of RFC 8259, and one that
 * json-glib reads without loss: see taut-json-scan.c. */
gboolean taut_json_scan (const char  *text,
                         gsize        size,
                         const char  *origin,
                         guint        max_depth,
                         GError     **error);

G_END_DECLS
