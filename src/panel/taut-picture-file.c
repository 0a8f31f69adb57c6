/* taut-picture-file.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-picture-file"

#include "config.h"

#include "taut-picture-file.h"

#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

#include "taut-own-routine.h"

#define FILE_MAX_BYTES (64 * 1024 * 1024)
/* What a camera takes, with room to spare; more is meant to harm. */
#define PIXELS_MAX (160.0 * 1000 * 1000)
/* The sides of a picture that is scaled down. */
#define SCALED_SIDE 1600

typedef struct
{
  gboolean too_large;
} Loading;

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  Loading *loading = user_data;
  double scale = (double) SCALED_SIDE / MAX (width, height);

  loading->too_large = (double) width * height > PIXELS_MAX;
  if (loading->too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                MAX ((int) (height * scale), 1));
}

static gboolean
fail (GError     **error,
      const char  *text)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, text);

  return FALSE;
}

static gboolean
has_fitting_format (GdkPixbufLoader *loader)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  g_autofree char *name = NULL;

  if (format == NULL)
    return FALSE;

  name = gdk_pixbuf_format_get_name (format);

  return g_str_equal (name, "png") || g_str_equal (name, "jpeg");
}

static gboolean
contains (GBytes     *bytes,
          const char *mark,
          gsize       length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = size; i >= length; i--)
    if (memcmp (data + i - length, mark, length) == 0)
      return TRUE;

  return FALSE;
}

/* A decoder fills up what was cut off, and says nothing: the end has to be there. */
static gboolean
is_whole (GBytes *bytes)
{
  return contains (bytes, "IEND", 4) || contains (bytes, "\xff\xd9", 2);
}

/* The picture, at most SCALED_SIDE pixels either way and the right way up. */
static GdkPixbuf *
decode (GBytes  *bytes,
        GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) broken = NULL;
  Loading loading = { 0 };
  gboolean written;

  g_assert (bytes != NULL);

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &loading);
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, &broken);
  if (!gdk_pixbuf_loader_close (loader, written ? &broken : NULL))
    written = FALSE;

  if (loading.too_large)
    fail (error, _("This picture has too many pixels. Choose a smaller one."));
  else if (!has_fitting_format (loader))
    fail (error, _("This file is no PNG or JPEG picture."));
  else if (!written || !is_whole (bytes)
           || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    fail (error, _("This picture is damaged and cannot be shown."));
  else
    return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));

  return NULL;
}

/* JPEG, on white: paper is white. Half as wide as long as it is too large. */
static GBytes *
encode (GdkPixbuf  *pixbuf,
        GError    **error)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);

  g_assert (GDK_IS_PIXBUF (pixbuf));

  for (; width > 0 && height > 0; width /= 2, height /= 2)
    {
      g_autoptr (GdkPixbuf) flat =
        gdk_pixbuf_composite_color_simple (pixbuf, width, height, GDK_INTERP_BILINEAR, 255, 8,
                                           0xffffffff, 0xffffffff);
      g_autofree char *buffer = NULL;
      gsize size;

      if (flat != NULL
          && gdk_pixbuf_save_to_buffer (flat, &buffer, &size, "jpeg", NULL, "quality", "85", NULL)
          && size <= TAUT_OWN_ROUTINE_PICTURE_MAX)
        return g_bytes_new_take (g_steal_pointer (&buffer), size);
    }

  fail (error, _("This picture could not be made small enough."));

  return NULL;
}

GBytes *
taut_picture_file_load (GFile   *file,
                        GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      fail (error, _("This file is no PNG or JPEG picture."));
      return NULL;
    }
  if (g_file_info_get_size (info) > FILE_MAX_BYTES)
    {
      fail (error, _("This file is too large for a picture. Choose a smaller one."));
      return NULL;
    }

  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;

  /* Also what stays as it is has to be sound. */
  pixbuf = decode (bytes, error);
  if (pixbuf == NULL)
    return NULL;
  if (taut_own_routine_is_picture (bytes))
    return g_steal_pointer (&bytes);

  return encode (pixbuf, error);
}
