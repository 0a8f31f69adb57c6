/* taut-operation-load.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-figure-private.h"
#include "taut-json.h"

G_BEGIN_DECLS

/* Appends the steps of @array to @operations; a group, an object of @groups, is
 * put in where it is named. */
gboolean taut_operations_load  (TautFigure     *figure,
                                GArray         *operations,
                                JsonObject     *groups,
                                JsonArray      *array,
                                const char     *where,
                                GError        **error);
void     taut_operation_clear  (TautOperation  *operation);

G_END_DECLS
