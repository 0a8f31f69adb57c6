/* taut-point-row.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-muscle-state.h"

G_BEGIN_DECLS

/**
 * TautPointRow:
 *
 * A point on the card of its muscle; open it tells where it lies and where it sends
 * pain, and offers to mark it: "guide.mark-point".
 */
#define TAUT_TYPE_POINT_ROW (taut_point_row_get_type ())

G_DECLARE_FINAL_TYPE (TautPointRow, taut_point_row, TAUT, POINT_ROW, AdwExpanderRow)

GtkWidget *taut_point_row_new      (void);
void       taut_point_row_set_point (TautPointRow          *self,
                                    const TautMusclePoint *point,
                                    TautSide               side);

G_END_DECLS
