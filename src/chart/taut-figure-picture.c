/* taut-figure-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-figure-picture"

#include "config.h"

#include "taut-figure-picture.h"

#include <math.h>

#define MIN_WIDTH 52
#define MIN_HEIGHT 84
#define NATURAL_WIDTH 76
#define NATURAL_HEIGHT 106

/* Pixels around the art that a mark at its edge needs. */
#define MARK_REACH 12

/* Zones wait this long, so that the large views have the processors first. */
#define ZONES_DELAY_MS 50

struct _TautFigurePicture
{
  GtkWidget       parent_instance;

  TautChartState *state;
  TautRaster     *raster;
  GCancellable   *cancellable;

  TautTile       *art;
  GPtrArray      *zone_tiles;
  TautTile       *marks;

  guint           zones_id;
  guint           art_pending : 1;
  guint           art_stale : 1;      /* of another raster */
  guint           zones_pending : 1;
  guint           zones_stale : 1;
};

G_DEFINE_FINAL_TYPE (TautFigurePicture, taut_figure_picture, GTK_TYPE_WIDGET)

static TautTileSpec
make_spec (TautFigurePicture *self)
{
  TautViewBounds bounds = taut_view_get_bounds (taut_raster_get_view (self->raster));
  TautTileSpec spec = { 0 };

  g_assert (TAUT_IS_FIGURE_PICTURE (self));

  spec.zoom = MIN (gtk_widget_get_width (GTK_WIDGET (self)) / bounds.width,
                   gtk_widget_get_height (GTK_WIDGET (self)) / bounds.height);
  spec.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  spec.style = taut_chart_state_get_style (self->state);
  spec.muscles = taut_chart_state_get_muscles (self->state);
  spec.bare = !taut_chart_state_get_underwear (self->state);
  spec.box = taut_tile_box (&bounds, spec.zoom, 1);

  return spec;
}

static gboolean
is_paintable (TautFigurePicture *self)
{
  return self->raster != NULL &&
         gtk_widget_get_width (GTK_WIDGET (self)) > 0 &&
         gtk_widget_get_height (GTK_WIDGET (self)) > 0;
}

static void request_art (TautFigurePicture *self);
static void request_zones (TautFigurePicture *self);

static void
paint_art_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TautFigurePicture) self = user_data;
  TautTile *tile = taut_raster_paint_art_finish (TAUT_RASTER (object), result, NULL);

  if (TAUT_RASTER (object) != self->raster)
    {
      g_clear_pointer (&tile, taut_tile_unref);
      return;
    }

  /* The large view tells of broken art. */
  self->art_pending = FALSE;
  if (tile == NULL)
    return;

  g_clear_pointer (&self->art, taut_tile_unref);
  self->art = tile;
  self->art_stale = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  request_art (self);
}

static void
request_art (TautFigurePicture *self)
{
  TautTileSpec spec;

  g_assert (TAUT_IS_FIGURE_PICTURE (self));

  if (!is_paintable (self) || self->art_pending)
    return;

  spec = make_spec (self);
  if (self->art != NULL && !self->art_stale && taut_tile_spec_match (&self->art->spec, &spec))
    return;

  self->art_pending = TRUE;
  taut_raster_paint_art_async (self->raster, &spec, self->cancellable,
                               paint_art_cb, g_object_ref (self));
}

static void
paint_zones_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TautFigurePicture) self = user_data;
  GPtrArray *tiles = taut_raster_paint_zones_finish (TAUT_RASTER (object), result, NULL);

  if (TAUT_RASTER (object) != self->raster)
    {
      g_clear_pointer (&tiles, g_ptr_array_unref);
      return;
    }

  self->zones_pending = FALSE;
  if (tiles == NULL)
    return;

  g_clear_pointer (&self->zone_tiles, g_ptr_array_unref);
  self->zone_tiles = tiles;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->zones_stale)
    request_zones (self);
}

static void
request_zones (TautFigurePicture *self)
{
  g_autoptr (GArray) zones = NULL;
  TautTileSpec spec;

  g_assert (TAUT_IS_FIGURE_PICTURE (self));

  self->zones_stale = self->zones_pending;
  if (!is_paintable (self) || self->zones_pending)
    return;

  zones = taut_chart_state_list_zones (self->state);
  if (zones->len == 0)
    {
      g_clear_pointer (&self->zone_tiles, g_ptr_array_unref);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  spec = make_spec (self);
  self->zones_pending = TRUE;
  taut_raster_paint_zones_async (self->raster, zones, &spec, self->cancellable,
                                 paint_zones_cb, g_object_ref (self));
}

static gboolean
zones_delayed_cb (gpointer user_data)
{
  TautFigurePicture *self = user_data;

  g_assert (TAUT_IS_FIGURE_PICTURE (self));

  self->zones_id = 0;
  request_zones (self);

  return G_SOURCE_REMOVE;
}

static void
queue_zones (TautFigurePicture *self)
{
  g_assert (TAUT_IS_FIGURE_PICTURE (self));

  if (self->zones_id != 0)
    return;

  self->zones_id = g_timeout_add (ZONES_DELAY_MS, zones_delayed_cb, self);
  g_source_set_name_by_id (self->zones_id, "[tautline] zones of a thumbnail");
}

static void
update_marks (TautFigurePicture *self)
{
  TautTileSpec spec;

  g_assert (TAUT_IS_FIGURE_PICTURE (self));

  g_clear_pointer (&self->marks, taut_tile_unref);
  if (!is_paintable (self))
    return;

  /* Their rings may reach beyond the art. */
  spec = make_spec (self);
  spec.box.x -= MARK_REACH;
  spec.box.y -= MARK_REACH;
  spec.box.width += 2 * MARK_REACH;
  spec.box.height += 2 * MARK_REACH;
  self->marks = taut_raster_paint_marks (self->raster,
                                         taut_chart_state_get_marks (self->state),
                                         taut_chart_state_get_selected (self->state),
                                         &spec);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_all (TautFigurePicture *self)
{
  request_art (self);
  queue_zones (self);
  update_marks (self);
}

/* Widget */

static void
taut_figure_picture_measure (GtkWidget      *widget,
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
taut_figure_picture_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  update_all (TAUT_FIGURE_PICTURE (widget));
}

static void
append_tile (TautTile    *tile,
             GtkWidget   *widget,
             GtkSnapshot *snapshot,
             int          x,
             int          y,
             double       zoom)
{
  if (tile != NULL)
    taut_tile_append (tile, widget, snapshot, x, y, zoom);
}

static void
taut_figure_picture_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TautFigurePicture *self = TAUT_FIGURE_PICTURE (widget);
  TautViewBounds bounds;
  double zoom;
  int x, y;

  if (!is_paintable (self))
    return;

  bounds = taut_view_get_bounds (taut_raster_get_view (self->raster));
  zoom = make_spec (self).zoom;
  x = (int) round (gtk_widget_get_width (widget) / 2.0 - (bounds.x + bounds.width / 2) * zoom);
  y = (int) round (gtk_widget_get_height (widget) / 2.0 - (bounds.y + bounds.height / 2) * zoom);

  append_tile (self->art, widget, snapshot, x, y, zoom);
  for (guint i = 0; self->zone_tiles != NULL && i < self->zone_tiles->len; i++)
    {
      TautZoneTile *zone_tile = g_ptr_array_index (self->zone_tiles, i);

      append_tile (zone_tile->tile, widget, snapshot, x, y, zoom);
    }
  append_tile (self->marks, widget, snapshot, x, y, zoom);
}

static void
taut_figure_picture_dispose (GObject *object)
{
  TautFigurePicture *self = TAUT_FIGURE_PICTURE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->zones_id, g_source_remove);
  g_clear_pointer (&self->art, taut_tile_unref);
  g_clear_pointer (&self->zone_tiles, g_ptr_array_unref);
  g_clear_pointer (&self->marks, taut_tile_unref);
  g_clear_object (&self->raster);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (taut_figure_picture_parent_class)->dispose (object);
}

static void
taut_figure_picture_finalize (GObject *object)
{
  TautFigurePicture *self = TAUT_FIGURE_PICTURE (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (taut_figure_picture_parent_class)->finalize (object);
}

static void
taut_figure_picture_class_init (TautFigurePictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_figure_picture_dispose;
  object_class->finalize = taut_figure_picture_finalize;
  widget_class->measure = taut_figure_picture_measure;
  widget_class->size_allocate = taut_figure_picture_size_allocate;
  widget_class->snapshot = taut_figure_picture_snapshot;

  gtk_widget_class_set_css_name (widget_class, "figure-picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
taut_figure_picture_init (TautFigurePicture *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* Public */

GtkWidget *
taut_figure_picture_new (void)
{
  return g_object_new (TAUT_TYPE_FIGURE_PICTURE, NULL);
}

/* Once, before it is shown. */
void
taut_figure_picture_setup (TautFigurePicture *self,
                           TautChartState    *state,
                           TautRaster        *raster)
{
  g_return_if_fail (TAUT_IS_FIGURE_PICTURE (self));
  g_return_if_fail (TAUT_IS_CHART_STATE (state));
  g_return_if_fail (TAUT_IS_RASTER (raster));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  self->raster = g_object_ref (raster);
  g_signal_connect_object (state, "marks-changed",
                           G_CALLBACK (update_marks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "selection-changed",
                           G_CALLBACK (update_marks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "zones-changed",
                           G_CALLBACK (queue_zones), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "style-changed",
                           G_CALLBACK (update_all), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_all), NULL);
  update_all (self);
}

void
taut_figure_picture_set_raster (TautFigurePicture *self,
                                TautRaster        *raster)
{
  g_return_if_fail (TAUT_IS_FIGURE_PICTURE (self));
  g_return_if_fail (TAUT_IS_RASTER (raster));
  g_return_if_fail (self->state != NULL);

  if (!g_set_object (&self->raster, raster))
    return;

  self->art_pending = FALSE;
  self->art_stale = TRUE;
  self->zones_pending = FALSE;
  update_all (self);
}
