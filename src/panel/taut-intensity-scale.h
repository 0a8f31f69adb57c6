/* taut-intensity-scale.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TautIntensityScale:
 *
 * How strong, 0 to 10: eleven cells in the colours of the pain ramp, each with
 * its number. Click or drag, arrow keys, Home and End, the digits (10 by End).
 *
 * Property: "value" (unsigned int).
 * Signal: "chosen" (value, merge): the person chose a value; @merge is set while
 * one drag goes on.
 * CSS nodes: intensityscale > label.pain-0 ... label.pain-10, .chosen for the
 * value.
 */
#define TAUT_TYPE_INTENSITY_SCALE (taut_intensity_scale_get_type ())

G_DECLARE_FINAL_TYPE (TautIntensityScale, taut_intensity_scale, TAUT, INTENSITY_SCALE, GtkWidget)

GtkWidget *taut_intensity_scale_new       (void);
guint      taut_intensity_scale_get_value (TautIntensityScale *self);
void       taut_intensity_scale_set_value (TautIntensityScale *self,
                                           guint               value);

G_END_DECLS
