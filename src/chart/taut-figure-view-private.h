/* taut-figure-view-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-area-region.h"
#include "taut-figure-view.h"
#include "taut-mark-handle.h"
#include "taut-point-menu.h"

G_BEGIN_DECLS

/* How far from a mark's place the pointer still means the mark, in pixels. */
#define TAUT_MARK_GRIP_PX 18.0

/* Room for the caption above a view. */
#define TAUT_FIGURE_INSET_TOP 36

/* What a drag that has begun does. */
typedef enum
{
  TAUT_DRAG_NONE,
  TAUT_DRAG_PAN,
  TAUT_DRAG_MARK,
} TautDrag;

struct _TautFigureView
{
  GtkWidget           parent_instance;

  TautChartState     *state;
  TautRaster         *raster;
  TautAreaMap        *areas;
  TautViewport       *viewport;
  char               *place_name;
  double              shown_zoom;

  /* Children. */
  GtkWidget          *caption;
  GtkWidget          *side_discs[TAUT_N_SIDES];
  GtkWidget          *side_name;
  GtkWidget          *tip;
  TautPointMenu      *menu;
  GPtrArray          *regions;        /* one for each spot of the map */
  GPtrArray          *handles;        /* one for each mark that is seen */
  guint               regions_id;

  /* Layers, taut-figure-view-layers.c. */
  TautTile           *preview;        /* of the figure before, until there is a detail */
  TautTile           *overview;
  TautTile           *detail;
  GPtrArray          *zone_tiles;
  TautTile           *marks_tile;
  TautTile           *hover_tile;
  TautTile           *focus_tile;
  GCancellable       *cancellable;
  guint               settle_id;
  guint               allocating : 1;
  guint               art_pending : 1;
  guint               art_failed : 1;
  guint               zones_pending : 1;

  /* What is pointed at and what has the focus. */
  const TautAreaSpot *hover_spot;
  const TautMuscle   *hover_muscle;
  TautSide            hover_muscle_side;
  char               *hover_mark;
  const TautAreaSpot *focus_spot;
  const TautAreaSpot *wanted_spot;    /* to be focused once it is mapped */
  char               *focus_mark;
  guint               current_region;
  double              pointer_x;
  double              pointer_y;

  /* Gestures. */
  GtkGesture         *zoom_gesture;
  TautDrag            drag;
  char               *drag_mark;
  double              drag_x;
  double              drag_y;
  double              pinch_zoom;
  double              pinch_x;
  double              pinch_y;
  double              menu_x;
  double              menu_y;
  gint64              menu_time;
  guint               drag_continues : 1;
  guint               menu_by_pointer : 1;
  guint               pointer_inside : 1;
};

/* taut-figure-view-boxes.c */
TautTileSpec taut_figure_view_make_spec        (TautFigureView     *self);
GdkRectangle taut_figure_view_get_content_box  (TautFigureView     *self,
                                                double              zoom);
GdkRectangle taut_figure_view_get_visible_box  (TautFigureView     *self,
                                                int                 margin);
gboolean taut_figure_view_is_paintable         (TautFigureView     *self);

/* taut-figure-view-layers.c */
void     taut_figure_view_layers_init          (TautFigureView     *self);
void     taut_figure_view_layers_clear         (TautFigureView     *self);
/* What was painted of another raster is only shown until there is something new. */
void     taut_figure_view_layers_replace       (TautFigureView     *self);
void     taut_figure_view_layers_update        (TautFigureView     *self);
void     taut_figure_view_layers_zoomed        (TautFigureView     *self);
void     taut_figure_view_layers_update_zones  (TautFigureView     *self);
void     taut_figure_view_layers_update_marks  (TautFigureView     *self);
void     taut_figure_view_layers_update_spots  (TautFigureView     *self);
void     taut_figure_view_layers_snapshot      (TautFigureView     *self,
                                                GtkSnapshot        *snapshot);

/* taut-figure-view-gestures.c */
void     taut_figure_view_gestures_init        (TautFigureView     *self);
void     taut_figure_view_add_bindings         (GtkWidgetClass     *widget_class);
void     taut_figure_view_update_hover         (TautFigureView     *self);
char    *taut_figure_view_find_mark_at         (TautFigureView     *self,
                                                double              x,
                                                double              y);

/* taut-figure-view-regions.c */
void     taut_figure_view_queue_regions        (TautFigureView     *self);
void     taut_figure_view_update_regions       (TautFigureView     *self);
void     taut_figure_view_describe_regions     (TautFigureView     *self);
void     taut_figure_view_allocate_regions     (TautFigureView     *self);
void     taut_figure_view_focus_area_under     (TautFigureView     *self,
                                                double              view_x,
                                                double              view_y);

/* taut-figure-view-marks.c */
void     taut_figure_view_update_handles       (TautFigureView     *self);
void     taut_figure_view_allocate_handles     (TautFigureView     *self);
/* The cross of a point that is only looked at. */
void     taut_figure_view_snapshot_preview     (TautFigureView     *self,
                                                GtkSnapshot        *snapshot);

/* Without any area. */
void     taut_figure_view_clear_regions        (TautFigureView     *self);

/* taut-figure-view-labels.c */
void     taut_figure_view_add_labels           (TautFigureView     *self);
void     taut_figure_view_allocate_labels      (TautFigureView     *self);

/* taut-figure-view-menu.c */
const char *taut_figure_view_find_close_up     (TautFigureView     *self,
                                                double              x,
                                                double              y);
void     taut_figure_view_double_click         (TautFigureView     *self,
                                                double              x,
                                                double              y);
/* %FALSE when there is none of what lies there. */
gboolean taut_figure_view_open_close_up        (TautFigureView     *self,
                                                double              x,
                                                double              y);
void     taut_figure_view_open_menu_at         (TautFigureView     *self,
                                                double              x,
                                                double              y);
void     taut_figure_view_open_menu_for        (TautFigureView     *self,
                                                const TautAreaSpot *spot);
void     taut_figure_view_menu_closed_cb       (TautFigureView     *self);

/* taut-figure-view.c */
void     taut_figure_view_update_place_name    (TautFigureView     *self);
void     taut_figure_view_focus_moved          (TautFigureView     *self);

G_END_DECLS
