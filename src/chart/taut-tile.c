/* taut-tile.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-tile"

#include "config.h"

#include "taut-tile.h"

#include <gsk/gskcairorenderer.h>
#include <math.h>

static void
clear_tile (gpointer data)
{
  TautTile *tile = data;

  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  g_clear_pointer (&tile->node, gsk_render_node_unref);
}

static GdkTexture *
texture_from_surface (cairo_surface_t *surface)
{
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GskRenderNode *
make_cairo_node (TautTile              *tile,
                 const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_scale (cr, 1.0 / tile->spec.scale, 1.0 / tile->spec.scale);
  cairo_set_source_surface (cr, tile->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

/* GTK's cairo renderer of 4.8 takes every texture through floating point anew for
 * every frame, the whole of it; the surface itself costs it next to nothing. Any
 * other renderer wants the texture, and keeps it. */
static GskRenderNode *
make_node (TautTile  *tile,
           GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t bounds;

  graphene_rect_init (&bounds, 0, 0, tile->spec.box.width, tile->spec.box.height);
  if (renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer))
    return make_cairo_node (tile, &bounds);

  texture = texture_from_surface (tile->surface);

  return gsk_texture_node_new (texture, &bounds);
}

/**
 * taut_tile_paint:
 * @spec: size and scale
 * @paint: (scope call): draws
 * @user_data: for @paint
 *
 * Returns: (transfer full): a new tile
 */
TautTile *
taut_tile_paint (const TautTileSpec *spec,
                 TautTilePaintFunc   paint,
                 gpointer            user_data)
{
  cairo_surface_t *surface;
  TautTile *tile;
  cairo_t *cr;

  g_return_val_if_fail (spec != NULL, NULL);
  g_return_val_if_fail (spec->scale > 0, NULL);
  g_return_val_if_fail (paint != NULL, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        MAX (spec->box.width, 1) * spec->scale,
                                        MAX (spec->box.height, 1) * spec->scale);
  cr = cairo_create (surface);
  /* Through the matrix, not the surface's device scale: librsvg's own layers
   * follow only the matrix. */
  cairo_scale (cr, spec->scale, spec->scale);
  cairo_translate (cr, -spec->box.x, -spec->box.y);
  paint (cr, spec, user_data);
  cairo_destroy (cr);

  tile = g_atomic_rc_box_new0 (TautTile);
  tile->spec = *spec;
  cairo_surface_flush (surface);
  tile->surface = surface;

  return tile;
}

TautTile *
taut_tile_ref (TautTile *tile)
{
  g_return_val_if_fail (tile != NULL, NULL);

  return g_atomic_rc_box_acquire (tile);
}

void
taut_tile_unref (TautTile *tile)
{
  g_return_if_fail (tile != NULL);

  g_atomic_rc_box_release_full (tile, clear_tile);
}

gboolean
taut_tile_spec_match (const TautTileSpec *a,
                      const TautTileSpec *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->zoom == b->zoom && a->scale == b->scale && a->style == b->style &&
         a->muscles == b->muscles && a->bare == b->bare;
}

GdkRectangle
taut_tile_box (const TautViewBounds *bounds,
               double                zoom,
               int                   margin)
{
  GdkRectangle box = { 0 };

  g_return_val_if_fail (bounds != NULL, box);

  box.x = (int) floor (bounds->x * zoom) - margin;
  box.y = (int) floor (bounds->y * zoom) - margin;
  box.width = (int) ceil ((bounds->x + bounds->width) * zoom) + margin - box.x;
  box.height = (int) ceil ((bounds->y + bounds->height) * zoom) + margin - box.y;

  return box;
}

gboolean
taut_tile_box_contains (const GdkRectangle *outer,
                        const GdkRectangle *inner)
{
  g_return_val_if_fail (outer != NULL && inner != NULL, FALSE);

  return inner->x >= outer->x &&
         inner->y >= outer->y &&
         inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

void
taut_tile_append (TautTile    *tile,
                  GtkWidget   *widget,
                  GtkSnapshot *snapshot,
                  int          origin_x,
                  int          origin_y,
                  double       zoom)
{
  double factor;

  g_return_if_fail (tile != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  if (tile->node == NULL)
    tile->node = make_node (tile, widget);

  factor = zoom / tile->spec.zoom;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (origin_x + tile->spec.box.x * factor,
                                                origin_y + tile->spec.box.y * factor));
  if (factor != 1)
    gtk_snapshot_scale (snapshot, factor, factor);
  gtk_snapshot_append_node (snapshot, tile->node);
  gtk_snapshot_restore (snapshot);
}
