/* taut-care-notices.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"

G_BEGIN_DECLS

/* The notices that one of @areas, a set of ids, calls for, and those that are
 * always shown; gravest first.
 * Returns: (transfer container) (element-type TautNotice) */
GPtrArray *taut_care_pick_notices (GPtrArray  *notices,
                                   GHashTable *areas);

G_END_DECLS
