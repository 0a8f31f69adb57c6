/* taut-area-layers.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs in the build, after the figure is drawn:
 *
 *   taut-area-layers FIGURE_FOLDER ATLAS_FOLDER OUTPUT_FOLDER
 *
 * Fills the layer "areas" of each view with the borders of the areas that it
 * shows. The id of a shape is its area's code with the side: area.temple.right. */

#define G_LOG_DOMAIN "taut-area-layers"

#include "config.h"

#include "taut-atlas-private.h"
#include "taut-file.h"
#include "taut-svg-pen.h"
#include "taut-view.h"

/* No border moves farther than so many samples of the view. */
#define TOLERANCE 2.0
#define TOLERANCE_OF_CLOSE_UP 1.0

/* The drawing leaves the layer empty: its opening line, then its end. */
#define EMPTY_LAYER "<g id=\"areas\" inkscape:groupmode=\"layer\" inkscape:label=\"Areas\">\n"

/* Pieces that no eye could find, in square figure units. */
#define SMALLEST_PIECE 4.0

typedef struct
{
  TautAtlas *atlas;
  const TautArea *area;
  TautSide side;
} AreaHalf;

static gboolean
belongs (guint    cell,
         gpointer user_data)
{
  const AreaHalf *half = user_data;
  const TautSkinCell *skin_cell = taut_skin_get_cell (taut_atlas_get_skin (half->atlas), cell);

  return skin_cell->side == half->side &&
         taut_atlas_get_area_of_cell (half->atlas, cell) == half->area;
}

static void
append_line (GString        *path,
             const TautLine *line,
             double          tolerance)
{
  g_autoptr (TautLine) simple = taut_line_simplify (line, tolerance);
  double x = 0;
  double y = 0;

  g_assert (path != NULL);

  for (guint i = 0; i < simple->n_points; i++)
    {
      double next_x = round (simple->points[i].x * 10) / 10;
      double next_y = round (simple->points[i].y * 10) / 10;

      if (i < 2)
        g_string_append_c (path, i == 0 ? 'M' : 'l');
      else
        g_string_append_c (path, ' ');
      taut_svg_append_number (path, next_x - x, 1);
      g_string_append_c (path, ' ');
      taut_svg_append_number (path, next_y - y, 1);
      x = next_x;
      y = next_y;
    }
  g_string_append_c (path, 'z');
}

static void
append_area (GString        *layer,
             TautView       *view,
             const AreaHalf *half)
{
  g_autoptr (TautOutline) outline = taut_view_trace_cells (view, belongs, (gpointer) half);
  g_autoptr (GString) path = g_string_new (NULL);
  double tolerance = taut_view_get_part (view) == TAUT_VIEW_PART_BODY ? TOLERANCE
                                                                      : TOLERANCE_OF_CLOSE_UP;

  g_assert (layer != NULL);

  tolerance /= taut_view_get_samples_per_unit (view);

  for (guint i = 0; i < outline->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (outline->lines, i);

      if (fabs (taut_line_get_area (line)) >= SMALLEST_PIECE)
        append_line (path, line, tolerance);
    }
  if (path->len == 0)
    return;

  g_string_append_printf (layer, "<path id=\"area.%s.%s\" d=\"%s\"/>\n", half->area->id,
                          taut_side_get_id (half->side), path->str);
}

static char *
make_layer (TautAtlas *atlas,
            TautView  *view)
{
  GPtrArray *areas = taut_atlas_get_areas (atlas);
  GString *layer = g_string_new ("<g id=\"areas\" class=\"area\" inkscape:groupmode=\"layer\""
                                 " inkscape:label=\"Areas\" display=\"none\" fill=\"none\""
                                 " stroke=\"#5b7fa6\" stroke-width=\".6\" fill-rule=\"evenodd\">\n");

  g_assert (view != NULL);

  for (guint i = 0; i < areas->len; i++)
    for (TautSide side = TAUT_SIDE_LEFT; side <= TAUT_SIDE_RIGHT; side++)
      {
        AreaHalf half = { atlas, g_ptr_array_index (areas, i), side };

        if (half.area->kind == TAUT_AREA_SURFACE)
          append_area (layer, view, &half);
      }

  return g_string_free (layer, FALSE);
}

static GBytes *
read_bytes (const char  *folder,
            const char  *name,
            const char  *suffix,
            GError     **error)
{
  g_autofree char *base = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_load_bytes (file, NULL, NULL, error);
}

static gboolean
write_view (const TautStoredView  *stored,
            TautAtlas             *atlas,
            char                 **folders,
            GError               **error)
{
  g_autoptr (GBytes) map = read_bytes (folders[0], stored->name, ".skinmap", error);
  g_autoptr (GBytes) art = map != NULL ? read_bytes (folders[0], stored->name, ".svg", error)
                                       : NULL;
  g_autoptr (TautView) view = NULL;
  g_autofree char *layer = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = g_strconcat (stored->name, ".svg", NULL);
  g_autofree char *path = g_build_filename (folders[2], name, NULL);
  g_auto (GStrv) parts = NULL;

  if (art == NULL)
    return FALSE;
  view = taut_view_new (stored->name, map, taut_atlas_get_skin (atlas), error);
  if (view == NULL)
    return FALSE;

  text = g_strndup (g_bytes_get_data (art, NULL), g_bytes_get_size (art));
  parts = g_strsplit (text, EMPTY_LAYER, 2);
  if (g_strv_length (parts) != 2)
    {
      g_set_error (error, TAUT_ATLAS_ERROR, TAUT_ATLAS_ERROR_VALUE,
                   "%s.svg: expected a layer for areas, found none", stored->name);
      return FALSE;
    }

  layer = make_layer (atlas, view);
  g_free (text);
  text = g_strconcat (parts[0], layer, parts[1], NULL);

  return taut_file_replace (path, text, strlen (text), 0644, error);
}

int
main (int    argc,
      char **argv)
{
  const TautStoredView *stored;
  guint n_stored;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) cells = NULL;
  g_autoptr (TautSkin) skin = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (TautAtlas) atlas = NULL;

  if (argc != 4)
    {
      g_printerr ("Usage: taut-area-layers FIGURE_FOLDER ATLAS_FOLDER OUTPUT_FOLDER\n");
      return 2;
    }

  folder = g_file_new_for_path (argv[2]);
  cells = read_bytes (argv[1], "skin", ".cells", &error);
  skin = cells != NULL ? taut_skin_new (cells, &error) : NULL;
  atlas = skin != NULL ? taut_atlas_load_only_areas (folder, skin, &error) : NULL;
  stored = taut_view_list_stored (&n_stored);
  for (guint i = 0; atlas != NULL && error == NULL && i < n_stored; i++)
    write_view (&stored[i], atlas, argv + 1, &error);
  if (error != NULL)
    {
      g_printerr ("taut-area-layers: %s\n", error->message);
      return 1;
    }

  return 0;
}
