/* taut-close-ups.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-chart-state.h"

G_BEGIN_DECLS

/**
 * TautCloseUps:
 *
 * A popover to choose a close-up by its picture: head, hands, feet, each with the
 * number of marks that lie there. Activates "chart.open-close-up".
 */
#define TAUT_TYPE_CLOSE_UPS (taut_close_ups_get_type ())

G_DECLARE_FINAL_TYPE (TautCloseUps, taut_close_ups, TAUT, CLOSE_UPS, GtkPopover)

/* @views: (element-type TautView): of the whole body, by which marks are counted */
void  taut_close_ups_set_views (TautCloseUps   *self,
                                TautChartState *state,
                                GPtrArray      *views);
/* How many marks are counted for a close-up. */
guint taut_close_ups_count     (TautCloseUps   *self,
                                const char     *view_id);

G_END_DECLS
