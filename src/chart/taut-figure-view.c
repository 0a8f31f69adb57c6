/* taut-figure-view.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-figure-view"

#include "config.h"

#include "taut-figure-view-private.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-place-name.h"

#define MIN_WIDTH 180
#define MIN_HEIGHT 280
#define NATURAL_WIDTH 420
#define NATURAL_HEIGHT 780

/* Air around the figure. */
#define INSET 10

G_DEFINE_FINAL_TYPE (TautFigureView, taut_figure_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_PLACE_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  USED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* With the layer of muscles, an area that has the focus also names the one at its
 * middle. */
static char *
name_spot (TautFigureView     *self,
           const TautAreaSpot *spot)
{
  g_autofree char *area = taut_name_area (spot->area, spot->side);
  const TautMuscle *muscle;
  TautSide side;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  muscle = taut_chart_state_find_muscle (self->state, taut_figure_view_get_view (self),
                                         spot->x, spot->y, &side);
  if (muscle == NULL)
    return g_steal_pointer (&area);

  /* Translators: an area of the body, and the muscle in it: "Shoulder blade, left:
   * Infraspinatus" */
  return g_strdup_printf (_("%s: %s"), area,
                          taut_name_translate (TAUT_CONTEXT_MUSCLE, muscle->name));
}

/* What is under the pointer goes before what has the focus. */
static char *
make_place_name (TautFigureView *self)
{
  const char *mark_id = self->hover_mark;
  const TautAreaSpot *spot = self->hover_spot;
  TautMark *mark;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (mark_id == NULL && spot == NULL)
    {
      mark_id = self->focus_mark;
      spot = self->focus_spot;
    }

  mark = taut_chart_state_find_mark (self->state, mark_id);
  if (mark != NULL)
    return taut_name_mark (taut_chart_state_get_atlas (self->state), mark);

  if (spot != NULL && spot == self->hover_spot && self->hover_muscle != NULL)
    return taut_name_muscle (self->hover_muscle, self->hover_muscle_side);

  return spot != NULL ? name_spot (self, spot) : NULL;
}

/* Where the keyboard goes, a pointer that rests somewhere has nothing to say until
 * it moves again. */
void
taut_figure_view_focus_moved (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->pointer_inside = FALSE;
  taut_figure_view_update_hover (self);
  g_signal_emit (self, signals[USED], 0);
}

void
taut_figure_view_update_place_name (TautFigureView *self)
{
  g_autofree char *name = NULL;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  name = make_place_name (self);
  gtk_widget_set_visible (self->tip,
                          (self->hover_mark != NULL || self->hover_spot != NULL) &&
                          self->drag == TAUT_DRAG_NONE &&
                          !gtk_widget_get_visible (GTK_WIDGET (self->menu)));
  if (g_strcmp0 (name, self->place_name) == 0)
    return;

  g_free (self->place_name);
  self->place_name = g_steal_pointer (&name);
  gtk_label_set_label (GTK_LABEL (self->tip), self->place_name != NULL ? self->place_name : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE_NAME]);
}

/* Callbacks */

static void
viewport_changed_cb (TautFigureView *self,
                     TautViewport   *viewport)
{
  double zoom = taut_viewport_get_zoom (viewport);
  gboolean zoomed;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  /* The first size is no zoom that is still on its way. */
  zoomed = self->detail != NULL && self->shown_zoom != zoom;
  self->shown_zoom = zoom;
  if (zoomed)
    taut_figure_view_layers_zoomed (self);
  else
    taut_figure_view_layers_update (self);
  taut_figure_view_layers_update_marks (self);

  /* A new size places the children anyway, and must not ask for it again. */
  if (self->allocating)
    return;
  taut_figure_view_update_hover (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
marks_changed_cb (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  taut_figure_view_update_handles (self);
  taut_figure_view_describe_regions (self);
  taut_figure_view_layers_update_marks (self);
  taut_figure_view_update_place_name (self);
}

static void
style_changed_cb (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  g_clear_pointer (&self->overview, taut_tile_unref);
  self->art_failed = FALSE;
  taut_figure_view_layers_update (self);
  taut_figure_view_layers_update_marks (self);
  taut_figure_view_layers_update_spots (self);
  taut_figure_view_describe_regions (self);
  taut_figure_view_update_hover (self);
}

static void
connect_state (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  g_signal_connect_object (self->state, "marks-changed",
                           G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "zones-changed",
                           G_CALLBACK (taut_figure_view_layers_update_zones), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "selection-changed",
                           G_CALLBACK (taut_figure_view_layers_update_marks), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "style-changed",
                           G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "tool-changed",
                           G_CALLBACK (taut_figure_view_update_hover), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (style_changed_cb), NULL);
}

/* Widget */

static void
taut_figure_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? MIN_WIDTH : MIN_HEIGHT;
  *natural = horizontal ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
taut_figure_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TautFigureView *self = TAUT_FIGURE_VIEW (widget);

  self->allocating = TRUE;
  taut_viewport_set_size (self->viewport, width, height);
  self->allocating = FALSE;
  taut_figure_view_allocate_labels (self);
  taut_figure_view_allocate_regions (self);
  taut_figure_view_allocate_handles (self);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
taut_figure_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TautFigureView *self = TAUT_FIGURE_VIEW (widget);

  taut_figure_view_layers_snapshot (self, snapshot);
  taut_figure_view_snapshot_preview (self, snapshot);
  gtk_widget_snapshot_child (widget, self->caption, snapshot);
  for (guint side = 0; side < TAUT_N_SIDES; side++)
    if (self->side_discs[side] != NULL)
      gtk_widget_snapshot_child (widget, self->side_discs[side], snapshot);
  if (self->side_name != NULL)
    gtk_widget_snapshot_child (widget, self->side_name, snapshot);
  gtk_widget_snapshot_child (widget, self->tip, snapshot);
}

static void
taut_figure_view_map (GtkWidget *widget)
{
  TautFigureView *self = TAUT_FIGURE_VIEW (widget);

  GTK_WIDGET_CLASS (taut_figure_view_parent_class)->map (widget);

  taut_figure_view_layers_update (self);
  taut_figure_view_layers_update_marks (self);
  taut_figure_view_queue_regions (self);
}

static void
taut_figure_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PLACE_NAME:
      g_value_set_string (value, taut_figure_view_get_place_name (TAUT_FIGURE_VIEW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unparent_all (GPtrArray *widgets)
{
  for (guint i = 0; i < widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (widgets, i));
  g_ptr_array_set_size (widgets, 0);
}

static void
taut_figure_view_dispose (GObject *object)
{
  TautFigureView *self = TAUT_FIGURE_VIEW (object);

  taut_figure_view_layers_clear (self);
  g_clear_handle_id (&self->regions_id, g_source_remove);
  self->hover_spot = NULL;
  self->focus_spot = NULL;
  unparent_all (self->regions);
  unparent_all (self->handles);
  g_clear_pointer (&self->caption, gtk_widget_unparent);
  g_clear_pointer (&self->side_name, gtk_widget_unparent);
  g_clear_pointer (&self->tip, gtk_widget_unparent);
  for (guint side = 0; side < TAUT_N_SIDES; side++)
    g_clear_pointer (&self->side_discs[side], gtk_widget_unparent);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));

  G_OBJECT_CLASS (taut_figure_view_parent_class)->dispose (object);
}

static void
taut_figure_view_finalize (GObject *object)
{
  TautFigureView *self = TAUT_FIGURE_VIEW (object);

  g_clear_object (&self->viewport);
  g_clear_object (&self->raster);
  g_clear_object (&self->state);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->areas, taut_area_map_unref);
  g_ptr_array_unref (self->zone_tiles);
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->handles);
  g_free (self->place_name);
  g_free (self->hover_mark);
  g_free (self->focus_mark);
  g_free (self->drag_mark);

  G_OBJECT_CLASS (taut_figure_view_parent_class)->finalize (object);
}

static void
taut_figure_view_class_init (TautFigureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_figure_view_dispose;
  object_class->finalize = taut_figure_view_finalize;
  object_class->get_property = taut_figure_view_get_property;
  widget_class->measure = taut_figure_view_measure;
  widget_class->size_allocate = taut_figure_view_size_allocate;
  widget_class->snapshot = taut_figure_view_snapshot;
  widget_class->map = taut_figure_view_map;

  properties[PROP_PLACE_NAME] =
    g_param_spec_string ("place-name", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[USED] = g_signal_new ("used",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  taut_figure_view_add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
taut_figure_view_init (TautFigureView *self)
{
  self->regions = g_ptr_array_new ();
  self->handles = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  taut_figure_view_layers_init (self);
}

/* Public */

GtkWidget *
taut_figure_view_new (TautChartState *state,
                      TautRaster     *raster)
{
  const TautViewportInsets insets = { INSET, TAUT_FIGURE_INSET_TOP, INSET, INSET };
  TautFigureView *self;
  TautViewBounds bounds;

  g_return_val_if_fail (TAUT_IS_CHART_STATE (state), NULL);
  g_return_val_if_fail (TAUT_IS_RASTER (raster), NULL);

  self = g_object_new (TAUT_TYPE_FIGURE_VIEW, NULL);
  self->state = g_object_ref (state);
  self->raster = g_object_ref (raster);
  bounds = taut_view_get_bounds (taut_raster_get_view (raster));
  self->viewport = taut_viewport_new (&bounds, &insets);
  g_signal_connect_object (self->viewport, "changed",
                           G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);

  taut_figure_view_add_labels (self);
  self->menu = TAUT_POINT_MENU (taut_point_menu_new (state));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed",
                           G_CALLBACK (taut_figure_view_menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  taut_figure_view_gestures_init (self);
  connect_state (self);
  taut_figure_view_update_handles (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  taut_place_name_view_long (taut_raster_get_view (raster)),
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * taut_figure_view_set_raster:
 * @self: a figure view
 * @raster: of the same view of another figure
 *
 * Zoom, place and focus stay; the old figure is seen until the new one is painted.
 */
void
taut_figure_view_set_raster (TautFigureView *self,
                             TautRaster     *raster)
{
  TautViewBounds bounds;
  const TautAreaSpot *spot;
  const TautArea *area;
  TautSide side;

  g_return_if_fail (TAUT_IS_FIGURE_VIEW (self));
  g_return_if_fail (TAUT_IS_RASTER (raster));

  area = self->focus_spot != NULL ? self->focus_spot->area : NULL;
  side = self->focus_spot != NULL ? self->focus_spot->side : TAUT_SIDE_LEFT;
  gtk_popover_popdown (GTK_POPOVER (self->menu));
  taut_figure_view_layers_replace (self);
  taut_figure_view_clear_regions (self);
  g_set_object (&self->raster, raster);
  g_clear_pointer (&self->areas, taut_area_map_unref);

  bounds = taut_view_get_bounds (taut_raster_get_view (raster));
  taut_viewport_set_content (self->viewport, &bounds);
  taut_figure_view_update_handles (self);
  taut_figure_view_layers_update (self);
  taut_figure_view_layers_update_marks (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    taut_figure_view_queue_regions (self);

  spot = area != NULL ? taut_area_map_find (taut_figure_view_get_areas (self), area, side) : NULL;
  if (spot != NULL)
    taut_figure_view_focus_area (self, spot);
  taut_figure_view_update_hover (self);
}

TautView *
taut_figure_view_get_view (TautFigureView *self)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_VIEW (self), NULL);

  return taut_raster_get_view (self->raster);
}

TautViewport *
taut_figure_view_get_viewport (TautFigureView *self)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_VIEW (self), NULL);

  return self->viewport;
}

TautAreaMap *
taut_figure_view_get_areas (TautFigureView *self)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_VIEW (self), NULL);

  if (self->areas == NULL)
    self->areas = taut_area_map_new (taut_chart_state_get_atlas (self->state),
                                     taut_raster_get_view (self->raster));

  return self->areas;
}

const char *
taut_figure_view_get_place_name (TautFigureView *self)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_VIEW (self), NULL);

  return self->place_name;
}

/* Around what has the focus, else around the middle. */
void
taut_figure_view_zoom_by (TautFigureView *self,
                          double          factor)
{
  double width, height, x, y;

  g_return_if_fail (TAUT_IS_FIGURE_VIEW (self));
  g_return_if_fail (factor > 0);

  taut_viewport_get_size (self->viewport, &width, &height);
  x = width / 2;
  y = height / 2;
  if (self->focus_spot != NULL)
    taut_viewport_to_widget (self->viewport, self->focus_spot->x, self->focus_spot->y, &x, &y);
  taut_viewport_zoom_at (self->viewport,
                         taut_viewport_get_zoom (self->viewport) * factor,
                         CLAMP (x, 0, width), CLAMP (y, 0, height));
}
