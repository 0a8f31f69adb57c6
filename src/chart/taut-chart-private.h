/* taut-chart-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-area-list.h"
#include "taut-chart.h"
#include "taut-figure-deck.h"
#include "taut-mark-bar.h"

G_BEGIN_DECLS

struct _TautChart
{
  GtkWidget       parent_instance;

  TautAreaList   *area_list;
  TautMarkBar    *bar;
  TautFigureDeck *deck;
  GtkMenuButton  *find_button;
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

/* taut-chart-find.c */
GListModel     *taut_chart_list_areas      (TautChart          *self);
void            taut_chart_go_to_area      (TautChart          *self,
                                            TautAreaItem       *item);
/* The view to show a place in: one that is shown, else any that can. */
TautFigureView *taut_chart_find_figure     (TautChart           *self,
                                            const TautSkinPoint *at);

G_END_DECLS
