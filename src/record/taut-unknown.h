/* taut-unknown.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Compares what two values keep of unknown keys; either may be NULL. */
gboolean taut_unknown_equal (JsonObject *a,
                             JsonObject *b);

G_END_DECLS
