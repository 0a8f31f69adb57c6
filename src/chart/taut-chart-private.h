/* taut-chart-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-area-region.h"
#include "taut-chart.h"
#include "taut-close-ups.h"
#include "taut-figure-deck.h"
#include "taut-mark-bar.h"

G_BEGIN_DECLS

struct _TautChart
{
  GtkWidget       parent_instance;

  GtkWidget      *back_button;
  TautMarkBar    *bar;
  TautCloseUps   *close_ups;
  GtkWidget      *close_ups_button;
  TautFigureDeck *deck;
  GtkWidget      *layout;
  GtkBox         *thumbnails;

  TautChartState *state;

  /* Given before there is an atlas. */
  TautRecord     *early_record;
  char           *place_name;
  gboolean        underwear;

  /* taut-chart-views.c */
  GPtrArray      *views;              /* of the whole body, as shown */
  GHashTable     *figures;            /* name to GPtrArray of views: those loaded */
  GPtrArray      *opened;             /* ids of close-ups, the last used at the end */
  char           *before_close_up;    /* id of the view that was alone, or %NULL */
  GCancellable   *figure_loading;
  GCancellable   *close_up_loading;
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

/* taut-chart-views.c */
void            taut_chart_init_views      (TautChart           *self);
void            taut_chart_finalize_views  (TautChart           *self);
void            taut_chart_start_views     (TautChart           *self,
                                            GPtrArray           *views);
void            taut_chart_follow_figure   (TautChart           *self);
void            taut_chart_open_close_up   (TautChart           *self,
                                            const char          *view_id);
gboolean        taut_chart_shows_close_up  (TautChart           *self);
gboolean        taut_chart_go_back         (TautChart           *self);

/* taut-chart.c */
TautFigureView *taut_chart_add_figure      (TautChart           *self,
                                            TautView            *view);
void            taut_chart_next_muscles    (TautChart           *self);
void            taut_chart_activate_muscle (TautChart           *self,
                                            const char          *muscle_id,
                                            TautSide             side);
void            taut_chart_announce_views  (TautChart           *self);

G_END_DECLS
