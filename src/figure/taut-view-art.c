/* taut-view-art.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture of a view: as it is stored, with muscles, or in a mirror. */

#define G_LOG_DOMAIN "taut-view-art"

#include "config.h"

#include "taut-view-private.h"

#include <string.h>

#include "taut-art-fade.h"
#include "taut-art.h"
#include "taut-resources.h"

#define VIEW_BOX "viewBox=\""

/* What a mirrored picture says instead: the sides of its ids change places, and
 * the light that was made for it is shown. */
static const struct
{
  const char *plain;
  const char *mirrored;
} swaps[] = {
  { ".left\"", ".right\"" },
  { ".right\"", ".left\"" },
  { TAUT_ART_PLAIN_SHOWN, TAUT_ART_PLAIN_HIDDEN },
  { TAUT_ART_MIRRORED_HIDDEN, TAUT_ART_MIRRORED_SHOWN },
};

/* Appends a piece of the picture with its swaps made. */
static void
append_mirrored (GString    *result,
                 const char *at,
                 const char *end)
{
  const char *from = at;

  g_assert (result != NULL);

  while (at < end)
    {
      guint i = 0;

      /* Most points belong to numbers. */
      if (*at == '<' || (*at == '.' && !g_ascii_isdigit (at[1])))
        for (i = 0; i < G_N_ELEMENTS (swaps) && !g_str_has_prefix (at, swaps[i].plain); i++)
          continue;
      else
        i = G_N_ELEMENTS (swaps);
      if (i == G_N_ELEMENTS (swaps))
        {
          at++;
          continue;
        }
      g_string_append_len (result, from, at - from);
      g_string_append (result, swaps[i].mirrored);
      at += strlen (swaps[i].plain);
      from = at;
    }
  g_string_append_len (result, from, end - from);
}

/* Hangs the contents of the picture into a group that mirrors them. */
static GBytes *
mirror_art (const char           *text,
            const TautViewBounds *bounds)
{
  g_autoptr (GString) result = g_string_sized_new (strlen (text) + 256);
  const char *svg = strstr (text, "<svg");
  const char *end = g_strrstr (text, "</svg>");
  const char *box = svg != NULL ? strstr (svg, VIEW_BOX) : NULL;
  const char *body = svg != NULL ? strchr (svg, '>') : NULL;
  char x[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (text != NULL);
  g_assert (bounds != NULL);

  if (body == NULL || end == NULL || end < body || box == NULL || body < box)
    return NULL;

  body++;
  append_mirrored (result, text, box);
  g_string_append (result, VIEW_BOX);
  g_string_append (result, g_ascii_dtostr (x, sizeof x, bounds->x));
  append_mirrored (result, box + strcspn (box, " "), body);
  g_string_append (result, "\n<g transform=\"scale(-1 1)\">");
  append_mirrored (result, body, end);
  g_string_append (result, "</g>\n");
  append_mirrored (result, end, end + strlen (end));
  return g_string_free_to_bytes (g_steal_pointer (&result));
}

/* The art with the muscles laid over the skin, under light and lines; without them
 * where none were drawn. */
static GBytes *
add_muscles (GBytes      *art,
             const char  *name,
             GError     **error)
{
  static const char layer[] = "<g id=\"muscles\"";
  static const char above[] = "<g id=\"shade\"";
  g_autofree char *path = g_strdup_printf ("figure/%s.muscles.svg", name);
  g_autoptr (GBytes) bytes = taut_resources_lookup (path, NULL);
  g_autofree char *text = NULL;
  g_autofree char *muscles = NULL;
  const char *start, *end, *place;
  gboolean fades;
  GString *result;

  g_assert (art != NULL);

  if (bytes == NULL)
    return g_bytes_ref (art);
  text = g_strndup (g_bytes_get_data (art, NULL), g_bytes_get_size (art));
  muscles = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  place = strstr (text, above);
  start = strstr (muscles, layer);
  end = start != NULL ? g_strrstr (start, "</svg>") : NULL;
  if (place == NULL || end == NULL)
    {
      g_set_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_FORMAT, "%s: not a layer of muscles",
                   path);
      return NULL;
    }

  fades = strstr (text, "<mask id=\"" TAUT_ART_FADE_OVER "\"") != NULL;
  result = g_string_new_len (text, place - text);
  g_string_append (result, layer);
  if (fades)
    g_string_append (result, " mask=\"url(#" TAUT_ART_FADE_OVER ")\"");
  start += strlen (layer);
  g_string_append_len (result, start, end - start);
  g_string_append (result, place);
  return g_string_free_to_bytes (result);
}

GBytes *
taut_view_load_art (TautView  *view,
                    GError   **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  return taut_view_load_layered_art (view, FALSE, error);
}

GBytes *
taut_view_load_layered_art (TautView  *view,
                            gboolean   muscles,
                            GError   **error)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TautViewBounds bounds;
  GBytes *mirrored;

  g_return_val_if_fail (view != NULL, NULL);

  path = g_strdup_printf ("figure/%s.svg", view->stored->name);
  bytes = taut_resources_lookup (path, error);
  if (bytes != NULL && muscles)
    {
      GBytes *bare = bytes;

      bytes = add_muscles (bare, view->stored->name, error);
      g_bytes_unref (bare);
    }
  if (bytes == NULL || !view->mirrored)
    return g_steal_pointer (&bytes);

  bounds = taut_view_get_bounds (view);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  mirrored = mirror_art (text, &bounds);
  if (mirrored == NULL)
    g_set_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_FORMAT, "%s: not an SVG picture", path);
  return mirrored;
}
