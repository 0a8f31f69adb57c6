/* taut-own-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-own-picture"

#include "config.h"

#include "taut-own-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "taut-cairo.h"

/* What a camera makes; a small file that unpacks to more is refused. */
#define MAX_PIXELS (64.0 * 1024 * 1024)
/* Sharp on paper at the width of a column. */
#define MOST_PX 1200.0

static void
limit_size (GdkPixbufLoader *loader,
            int              width,
            int              height,
            gpointer         user_data)
{
  double factor;

  if ((double) width * height > MAX_PIXELS)
    {
      gdk_pixbuf_loader_set_size (loader, 0, 0);
      return;
    }

  factor = MIN (1, MOST_PX / MAX (width, height));
  gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * factor)),
                              MAX (1, (int) (height * factor)));
}

static GdkPixbuf *
load_pixbuf (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;
  gboolean written;

  g_assert (bytes != NULL);

  g_signal_connect (loader, "size-prepared", G_CALLBACK (limit_size), NULL);
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !written)
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

/* Cairo wants words of alpha, red, green and blue, multiplied. */
static guint32
get_pixel (const guint8 *from,
           gboolean      alpha,
           gboolean      grey)
{
  guint a = alpha ? from[3] : 255;
  guint light = (from[0] * 299u + from[1] * 587u + from[2] * 114u) / 1000 * a / 255;

  if (grey)
    return a << 24 | light << 16 | light << 8 | light;

  return a << 24 | (from[0] * a / 255) << 16 | (from[1] * a / 255) << 8 | from[2] * a / 255;
}

static cairo_surface_t *
load_surface (GBytes   *bytes,
              gboolean  grey)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  cairo_surface_t *surface;
  const guint8 *from;
  guint8 *to;
  int width, height, n_channels;

  g_assert (bytes != NULL);

  pixbuf = load_pixbuf (bytes);
  if (pixbuf == NULL)
    return NULL;

  width = gdk_pixbuf_get_width (pixbuf);
  height = gdk_pixbuf_get_height (pixbuf);
  n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  to = cairo_image_surface_get_data (surface);
  from = gdk_pixbuf_read_pixels (pixbuf);
  for (int y = 0; to != NULL && y < height; y++)
    for (int x = 0; x < width; x++)
      ((guint32 *) (to + (gsize) y * cairo_image_surface_get_stride (surface)))[x] =
        get_pixel (from + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf) + x * n_channels,
                   gdk_pixbuf_get_has_alpha (pixbuf), grey);
  cairo_surface_mark_dirty (surface);

  return surface;
}

gboolean
taut_own_picture_draw (GBytes                  *bytes,
                       const cairo_rectangle_t *frame,
                       gboolean                 grey,
                       cairo_t                 *cr)
{
  g_autoptr (cairo_surface_t) surface = NULL;
  double width, height, factor;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (frame != NULL, FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);

  surface = load_surface (bytes, grey);
  if (surface == NULL)
    return FALSE;

  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  factor = MIN (frame->width / width, frame->height / height);
  cairo_save (cr);
  cairo_translate (cr, frame->x + (frame->width - width * factor) / 2,
                   frame->y + (frame->height - height * factor) / 2);
  cairo_scale (cr, factor, factor);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);

  return TRUE;
}
