/* taut-figure-view-layers.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a large view shows is put together from tiles: the art of the visible
 * part and a margin (detail), the art of all of it at fit (overview), the zones
 * of each marked point, the marks, and the highlight of one area. Art and zones
 * are painted in workers; what there is already is shown, scaled if need be,
 * until the new is there.
 */

#define G_LOG_DOMAIN "taut-figure-view"

#include "config.h"

#include "taut-figure-view-private.h"

/* How long the zoom must rest before anything is painted for it. */
#define SETTLE_MS 90

/* Pixels painted beyond what is seen, so that a short pan finds them there. */
#define MARGIN_PX 160

static void request_art   (TautFigureView *self);
static void request_zones (TautFigureView *self);

static gboolean
tile_is_fresh (TautFigureView *self,
               TautTile       *tile)
{
  TautTileSpec spec = taut_figure_view_make_spec (self);
  GdkRectangle visible = taut_figure_view_get_visible_box (self, 0);

  return tile != NULL &&
         taut_tile_spec_match (&tile->spec, &spec) &&
         taut_tile_box_contains (&tile->spec.box, &visible);
}

static gboolean
overview_is_fresh (TautFigureView *self)
{
  TautTileSpec spec = taut_figure_view_make_spec (self);

  return self->overview != NULL &&
         self->overview->spec.style == spec.style &&
         self->overview->spec.muscles == spec.muscles &&
         self->overview->spec.bare == spec.bare &&
         self->overview->spec.scale == spec.scale;
}

/* Art */

/* A detail that shows everything serves as the overview too. */
static void
keep_as_overview (TautFigureView *self,
                  TautTile       *tile)
{
  GdkRectangle content = taut_figure_view_get_content_box (self, tile->spec.zoom);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (!taut_tile_box_contains (&tile->spec.box, &content))
    return;

  g_clear_pointer (&self->overview, taut_tile_unref);
  self->overview = taut_tile_ref (tile);
}

static void
take_art_tile (TautFigureView *self,
               TautTile       *tile)
{
  double fit_zoom = taut_viewport_get_fit_zoom (self->viewport);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  g_clear_pointer (&self->preview, taut_tile_unref);
  keep_as_overview (self, tile);
  /* An overview that was painted for its own sake must not hide the detail. */
  if (tile->spec.zoom > fit_zoom * 1.0001 || taut_viewport_get_at_fit (self->viewport) ||
      self->detail == NULL)
    {
      g_clear_pointer (&self->detail, taut_tile_unref);
      self->detail = taut_tile_ref (tile);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
paint_art_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TautFigureView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TautTile) tile = NULL;

  tile = taut_raster_paint_art_finish (TAUT_RASTER (object), result, &error);
  if (TAUT_RASTER (object) != self->raster)
    return;

  self->art_pending = FALSE;
  if (tile != NULL)
    {
      take_art_tile (self, tile);
      request_art (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Broken art stays broken: say so once. */
      self->art_failed = TRUE;
      g_warning ("The art of the view \"%s\" cannot be painted: %s",
                 taut_view_get_id (taut_raster_get_view (self->raster)), error->message);
    }
}

/* One job at a time; when it is done, this is called again. */
static void
request_art (TautFigureView *self)
{
  TautTileSpec spec = taut_figure_view_make_spec (self);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (self->art_pending || self->art_failed || self->settle_id != 0 || !taut_figure_view_is_paintable (self))
    return;

  if (!tile_is_fresh (self, self->detail))
    {
      spec.box = taut_figure_view_get_visible_box (self, MARGIN_PX);
    }
  else if (!overview_is_fresh (self))
    {
      spec.zoom = taut_viewport_get_fit_zoom (self->viewport);
      spec.box = taut_figure_view_get_content_box (self, spec.zoom);
    }
  else
    {
      return;
    }

  self->art_pending = TRUE;
  taut_raster_paint_art_async (self->raster, &spec, self->cancellable,
                               paint_art_cb, g_object_ref (self));
}

/* Zones */

static TautZoneTile *
find_zone_tile (TautFigureView       *self,
                const TautSidedPoint *zone)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  for (guint i = 0; i < self->zone_tiles->len; i++)
    {
      TautZoneTile *zone_tile = g_ptr_array_index (self->zone_tiles, i);

      if (zone_tile->zone.point == zone->point && zone_tile->zone.side == zone->side)
        return zone_tile;
    }

  return NULL;
}

static gboolean
zone_tile_is_fresh (TautFigureView *self,
                    TautZoneTile   *zone_tile)
{
  TautTileSpec spec = taut_figure_view_make_spec (self);
  GdkRectangle visible = taut_figure_view_get_visible_box (self, 0);

  return zone_tile != NULL &&
         taut_tile_spec_match (&zone_tile->wanted, &spec) &&
         (zone_tile->whole ||
          taut_tile_box_contains (&zone_tile->wanted.box, &visible));
}

/* Tiles of zones that are no longer to be seen go at once. */
static void
drop_zone_tiles (TautFigureView *self,
                 GArray         *zones)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  for (guint i = self->zone_tiles->len; i-- > 0; )
    {
      TautZoneTile *zone_tile = g_ptr_array_index (self->zone_tiles, i);

      if (!taut_sided_points_contain (zones, zone_tile->zone.point, zone_tile->zone.side))
        g_ptr_array_remove_index (self->zone_tiles, i);
    }
}

static void
paint_zones_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TautFigureView) self = user_data;
  g_autoptr (GPtrArray) tiles = NULL;

  tiles = taut_raster_paint_zones_finish (TAUT_RASTER (object), result, NULL);
  if (TAUT_RASTER (object) != self->raster)
    return;

  self->zones_pending = FALSE;
  if (tiles == NULL)
    return;

  while (tiles->len > 0)
    {
      TautZoneTile *zone_tile = g_ptr_array_steal_index (tiles, 0);
      TautZoneTile *old = find_zone_tile (self, &zone_tile->zone);

      if (old != NULL)
        g_ptr_array_remove (self->zone_tiles, old);
      g_ptr_array_add (self->zone_tiles, zone_tile);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  request_zones (self);
}

static void
request_zones (TautFigureView *self)
{
  g_autoptr (GArray) zones = NULL;
  TautTileSpec spec = taut_figure_view_make_spec (self);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  zones = taut_chart_state_list_zones (self->state);
  drop_zone_tiles (self, zones);
  if (self->zones_pending || self->settle_id != 0 || !taut_figure_view_is_paintable (self))
    return;

  for (guint i = zones->len; i-- > 0; )
    {
      TautSidedPoint *zone = &g_array_index (zones, TautSidedPoint, i);

      if (zone_tile_is_fresh (self, find_zone_tile (self, zone)))
        g_array_remove_index (zones, i);
    }
  if (zones->len == 0)
    return;

  spec.box = taut_figure_view_get_visible_box (self, MARGIN_PX);
  self->zones_pending = TRUE;
  taut_raster_paint_zones_async (self->raster, zones, &spec, self->cancellable,
                                 paint_zones_cb, g_object_ref (self));
}

/* Whether a highlight shows all of its area that is seen. */
static gboolean
spot_tile_is_fresh (TautFigureView     *self,
                    TautTile           *tile,
                    const TautAreaSpot *spot)
{
  TautTileSpec spec = taut_figure_view_make_spec (self);
  GdkRectangle visible = taut_figure_view_get_visible_box (self, 0);
  GdkRectangle box;

  if (spot == NULL)
    return tile == NULL;

  box = taut_tile_box (&spot->box, spec.zoom, 0);
  if (!gdk_rectangle_intersect (&box, &visible, &box))
    return TRUE;

  return tile != NULL &&
         taut_tile_spec_match (&tile->spec, &spec) &&
         taut_tile_box_contains (&tile->spec.box, &box);
}

static gboolean
settled_cb (gpointer user_data)
{
  TautFigureView *self = user_data;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->settle_id = 0;
  request_art (self);
  request_zones (self);
  taut_figure_view_layers_update_spots (self);

  return G_SOURCE_REMOVE;
}

/* Drawing */

static void
append_tile (TautFigureView *self,
             TautTile       *tile,
             GtkSnapshot    *snapshot)
{
  int origin_x, origin_y;

  if (tile == NULL)
    return;

  taut_viewport_get_origin (self->viewport, &origin_x, &origin_y);
  taut_tile_append (tile, GTK_WIDGET (self), snapshot, origin_x, origin_y,
                    taut_viewport_get_zoom (self->viewport));
}

/* The overview all around the detail: side by side, never one on the other,
 * since both are drawn on nothing. */
static void
append_overview_around (TautFigureView *self,
                        GtkSnapshot    *snapshot,
                        double          left,
                        double          top,
                        double          right,
                        double          bottom)
{
  double width, height;

  taut_viewport_get_size (self->viewport, &width, &height);
  left = CLAMP (left, 0, width);
  right = CLAMP (right, left, width);
  top = CLAMP (top, 0, height);
  bottom = CLAMP (bottom, top, height);

  {
    const graphene_rect_t strips[] = {
      GRAPHENE_RECT_INIT (0, 0, width, top),
      GRAPHENE_RECT_INIT (0, bottom, width, height - bottom),
      GRAPHENE_RECT_INIT (0, top, left, bottom - top),
      GRAPHENE_RECT_INIT (right, top, width - right, bottom - top),
    };

    for (guint i = 0; i < G_N_ELEMENTS (strips); i++)
      {
        if (strips[i].size.width < 1 || strips[i].size.height < 1)
          continue;
        gtk_snapshot_push_clip (snapshot, &strips[i]);
        append_tile (self, self->overview, snapshot);
        gtk_snapshot_pop (snapshot);
      }
  }
}

static void
snapshot_art (TautFigureView *self,
              GtkSnapshot    *snapshot)
{
  double zoom = taut_viewport_get_zoom (self->viewport);
  GdkRectangle visible = taut_figure_view_get_visible_box (self, 0);
  int origin_x, origin_y;
  double factor, left, top, right, bottom;

  if (self->detail == NULL)
    {
      append_tile (self, self->preview, snapshot);
      return;
    }

  taut_viewport_get_origin (self->viewport, &origin_x, &origin_y);
  factor = zoom / self->detail->spec.zoom;
  left = self->detail->spec.box.x * factor;
  top = self->detail->spec.box.y * factor;
  right = left + self->detail->spec.box.width * factor;
  bottom = top + self->detail->spec.box.height * factor;

  if (self->overview != NULL && self->overview != self->detail &&
      (left > visible.x + 1 || top > visible.y + 1 ||
       right < visible.x + visible.width - 1 || bottom < visible.y + visible.height - 1))
    append_overview_around (self, snapshot,
                            left + origin_x, top + origin_y,
                            right + origin_x, bottom + origin_y);
  append_tile (self, self->detail, snapshot);
}

void
taut_figure_view_layers_snapshot (TautFigureView *self,
                                  GtkSnapshot    *snapshot)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));
  g_assert (GTK_IS_SNAPSHOT (snapshot));

  snapshot_art (self, snapshot);
  append_tile (self, self->hover_tile, snapshot);
  for (guint i = 0; i < self->zone_tiles->len; i++)
    {
      TautZoneTile *zone_tile = g_ptr_array_index (self->zone_tiles, i);

      append_tile (self, zone_tile->tile, snapshot);
    }
  append_tile (self, self->focus_tile, snapshot);
  append_tile (self, self->marks_tile, snapshot);
}

/* Updates */

void
taut_figure_view_layers_init (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->cancellable = g_cancellable_new ();
  self->zone_tiles = g_ptr_array_new_with_free_func (taut_zone_tile_free);
}

void
taut_figure_view_layers_clear (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->preview, taut_tile_unref);
  g_clear_pointer (&self->overview, taut_tile_unref);
  g_clear_pointer (&self->detail, taut_tile_unref);
  g_clear_pointer (&self->marks_tile, taut_tile_unref);
  g_clear_pointer (&self->hover_tile, taut_tile_unref);
  g_clear_pointer (&self->focus_tile, taut_tile_unref);
  g_ptr_array_set_size (self->zone_tiles, 0);
}

void
taut_figure_view_layers_replace (TautFigureView *self)
{
  g_autoptr (TautTile) shown = NULL;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (self->detail != NULL)
    shown = g_steal_pointer (&self->detail);
  else
    shown = g_steal_pointer (&self->preview);
  taut_figure_view_layers_clear (self);
  self->preview = g_steal_pointer (&shown);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->art_pending = FALSE;
  self->art_failed = FALSE;
  self->zones_pending = FALSE;
}

/* After a pan, a change of size or style: paints what is missing, now. */
void
taut_figure_view_layers_update (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  request_art (self);
  request_zones (self);
  if (!spot_tile_is_fresh (self, self->focus_tile, self->focus_spot) ||
      (self->hover_spot != self->focus_spot &&
       !spot_tile_is_fresh (self, self->hover_tile, self->hover_spot)))
    taut_figure_view_layers_update_spots (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* After a change of the zoom: waits for it to rest. */
void
taut_figure_view_layers_zoomed (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
  g_source_set_name_by_id (self->settle_id, "[tautline] settle zoom");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
taut_figure_view_layers_update_zones (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  request_zones (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Marks keep their size while the zoom changes: they are painted at once. */
void
taut_figure_view_layers_update_marks (TautFigureView *self)
{
  TautTileSpec spec = taut_figure_view_make_spec (self);
  double width, height;
  int origin_x, origin_y;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  g_clear_pointer (&self->marks_tile, taut_tile_unref);
  if (!taut_figure_view_is_paintable (self))
    return;

  /* Badges may stand beside the body, anywhere in the widget. */
  taut_viewport_get_origin (self->viewport, &origin_x, &origin_y);
  taut_viewport_get_size (self->viewport, &width, &height);
  spec.box = (GdkRectangle) { -origin_x, -origin_y, (int) width, (int) height };
  self->marks_tile = taut_raster_paint_marks (self->raster,
                                              taut_chart_state_get_marks (self->state),
                                              taut_chart_state_get_selected (self->state),
                                              &spec);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The areas under the pointer and with the focus. */
void
taut_figure_view_layers_update_spots (TautFigureView *self)
{
  TautTileSpec spec = taut_figure_view_make_spec (self);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  g_clear_pointer (&self->hover_tile, taut_tile_unref);
  g_clear_pointer (&self->focus_tile, taut_tile_unref);
  if (!taut_figure_view_is_paintable (self))
    return;

  spec.box = taut_figure_view_get_visible_box (self, MARGIN_PX);
  /* Where a muscle is named, the border of an area would mislead. */
  if (self->hover_spot != NULL && self->hover_spot != self->focus_spot &&
      self->hover_muscle == NULL)
    self->hover_tile = taut_raster_paint_area (self->raster, self->areas,
                                               self->hover_spot, FALSE, &spec);
  if (self->focus_spot != NULL)
    self->focus_tile = taut_raster_paint_area (self->raster, self->areas,
                                               self->focus_spot, TRUE, &spec);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
taut_figure_view_get_settled (TautFigureView *self)
{
  g_autoptr (GArray) zones = NULL;

  g_return_val_if_fail (TAUT_IS_FIGURE_VIEW (self), FALSE);

  if (self->settle_id != 0 || self->art_pending || self->zones_pending ||
      !tile_is_fresh (self, self->detail))
    return FALSE;

  zones = taut_chart_state_list_zones (self->state);
  for (guint i = 0; i < zones->len; i++)
    if (!zone_tile_is_fresh (self, find_zone_tile (self, &g_array_index (zones, TautSidedPoint, i))))
      return FALSE;

  return TRUE;
}
