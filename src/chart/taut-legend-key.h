/* taut-legend-key.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-chart-painter.h"

G_BEGIN_DECLS

/**
 * TautLegendKey:
 *
 * A small sample of what the chart draws, to stand before its meaning; made of
 * the painter's own parts.
 *
 * Property: "kind" (string): "core", "spillover" or "spot".
 */
#define TAUT_TYPE_LEGEND_KEY (taut_legend_key_get_type ())

G_DECLARE_FINAL_TYPE (TautLegendKey, taut_legend_key, TAUT, LEGEND_KEY, GtkWidget)

void taut_legend_key_set_style (TautLegendKey *self,
                                TautStyle      style);

G_END_DECLS
