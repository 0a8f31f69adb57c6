/* taut-scale.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TautScale:
 *
 * How strong it is, 0 to 10, as eleven cells in a row. Pointer: press or drag.
 * Keys: arrows and Page Up and Down step, Home and End go to the ends, digits
 * choose. To assistive technology it is a slider.
 *
 * Property: "value" (int), -1 for none.
 * Signal: "picked" (int): a person chose a value. The value changes only when
 * the owner sets it.
 * CSS: node `intensity`, with one label per cell of class `level-0` to
 * `level-10`; the chosen one also has the class `chosen`.
 */
#define TAUT_TYPE_SCALE (taut_scale_get_type ())

G_DECLARE_FINAL_TYPE (TautScale, taut_scale, TAUT, SCALE, GtkWidget)

#define TAUT_SCALE_MAX 10
#define TAUT_SCALE_N_CELLS (TAUT_SCALE_MAX + 1)

GtkWidget *taut_scale_new       (void);

int        taut_scale_get_value (TautScale *self);
void       taut_scale_set_value (TautScale *self,
                                 int        value);

G_END_DECLS
