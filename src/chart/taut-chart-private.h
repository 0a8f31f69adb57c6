/* taut-chart-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-chart.h"
#include "taut-figure-deck.h"
#include "taut-mark-bar.h"

G_BEGIN_DECLS

struct _TautChart
{
  GtkWidget       parent_instance;

  TautMarkBar    *bar;
  TautFigureDeck *deck;
  GtkWidget      *layout;
  GtkBox         *thumbnails;

  TautChartState *state;

  /* Given before there is an atlas. */
  TautRecord     *early_record;
  char           *place_name;
};

/* taut-chart-actions.c */
void            taut_chart_install_actions (GtkWidgetClass     *widget_class);
void            taut_chart_update_actions  (TautChart          *self);

/* taut-chart.c: says that the person wants to read about a point. */
void            taut_chart_activate_point  (TautChart          *self,
                                            const char         *point_id,
                                            TautSide            side);

/* taut-chart-find.c */
/* The view to show a place in: one that is shown, else any that can. */
TautFigureView *taut_chart_find_figure     (TautChart           *self,
                                            const TautSkinPoint *at);

G_END_DECLS
