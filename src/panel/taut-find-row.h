/* taut-find-row.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-find-state.h"

G_BEGIN_DECLS

/**
 * TautFindRow:
 *
 * Something that was found, its kind in a word below it. An area of both sides has a
 * button for each.
 *
 * Signal: "side-chosen" (TautSide as uint): one side of the area is meant.
 */
#define TAUT_TYPE_FIND_ROW (taut_find_row_get_type ())

G_DECLARE_FINAL_TYPE (TautFindRow, taut_find_row, TAUT, FIND_ROW, AdwActionRow)

GtkWidget  *taut_find_row_new       (void);
/* @note: (nullable): what else to say of it */
void        taut_find_row_set_entry (TautFindRow         *self,
                                     const TautFindEntry *entry,
                                     const char          *note);

TautFoundKind taut_find_row_get_kind (TautFindRow        *self);
const char *taut_find_row_get_id    (TautFindRow         *self);
TautSide    taut_find_row_get_side  (TautFindRow         *self);

G_END_DECLS
