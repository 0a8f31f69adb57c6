/* taut-art.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art"

#include "config.h"

#include "taut-art.h"

#include <math.h>

#include "taut-art-cover.h"
#include "taut-art-draw.h"
#include "taut-art-edges.h"
#include "taut-art-fade.h"
#include "taut-art-map.h"
#include "taut-art-stroke.h"
#include "taut-art-style.h"
#include "taut-art-tone.h"
#include "taut-rig-private.h"

/* Digits after the point: fine for lines, coarse for soft shapes. */
#define FINE 2
#define COARSE 1
/* How far a corner may move to save bytes, figure units. */
#define OUTLINE_TOLERANCE 0.045
#define COVER_TOLERANCE 0.06
#define TONE_TOLERANCE 0.32

#define SHADE_OPACITY 0.10
#define CLOTH_OPACITY 0.065
#define OUTLINE_WIDTH 1.3
#define MARGIN 6
#define MEASURE_STEP 2.0

#define N_HAIR_LAYERS 4
/* Seen from near, the hair begins in many small steps. */
#define N_CLOSE_HAIR_LAYERS 10
#define HAIR_BEGIN -1.6
#define HAIR_END 3.8
#define CLOSE_HAIR_OPACITY 0.17
/* Nothing lies as near to the viewer. */
#define NO_CUT 4000

/* How wide lines are, against those of the whole body. */
static double
get_pen (const TautArtOptions *options)
{
  g_assert (options);

  return options->close_up ? TAUT_ART_CLOSE_PEN : 1;
}

static void
open_layer (GString    *svg,
            const char *id,
            const char *label,
            const char *more)
{
  g_assert (svg && id && label);

  g_string_append_printf (svg,
                          "<g id=\"%s\" inkscape:groupmode=\"layer\" inkscape:label=\"%s\"%s>\n",
                          id, label, more ? more : "");
}

static void
close_layer (GString *svg)
{
  g_assert (svg);

  g_string_append (svg, "</g>\n");
}

/* All lines of an outline as one path's data. */
static void
append_outline (GString           *svg,
                const TautOutline *outline,
                double             tolerance,
                guint              decimals)
{
  g_assert (svg && outline);

  for (guint i = 0; i < outline->lines->len; i++)
    {
      g_autoptr (TautLine) simple =
        taut_line_simplify (g_ptr_array_index (outline->lines, i), tolerance);

      if (simple->n_points > 2)
        taut_line_append_svg_path (simple, decimals, svg);
    }
}

static void
append_shape (GString           *svg,
              const char        *id,
              const char        *style,
              double             opacity,
              const TautOutline *outline,
              double             tolerance,
              guint              decimals)
{
  g_assert (svg && style && outline);

  if (outline->lines->len == 0)
    return;

  g_string_append (svg, "<path");
  if (id)
    g_string_append_printf (svg, " id=\"%s\"", id);
  taut_art_style_append (svg, style, opacity);
  g_string_append (svg, " fill-rule=\"evenodd\" d=\"");
  append_outline (svg, outline, tolerance, decimals);
  g_string_append (svg, "\"/>\n");
}

static void
append_strokes (GString    *svg,
                const char *id,
                const char *style,
                double      shift,
                double      pen_width,
                GPtrArray  *strokes)
{
  g_autoptr (GString) path = g_string_new (NULL);
  TautSvgPen pen;

  g_assert (svg && id && style && strokes);

  taut_svg_pen_init (&pen, path, FINE);
  for (guint i = 0; i < strokes->len; i++)
    {
      TautArtStroke *stroke = g_ptr_array_index (strokes, i);

      for (guint k = 0; k < stroke->line->n_points; k++)
        stroke->widths[k] *= pen_width;
      taut_art_stroke_draw (stroke, shift, &pen);
    }
  if (path->len == 0)
    return;

  g_string_append_printf (svg, "<path id=\"%s\"", id);
  taut_art_style_append (svg, style, 1);
  g_string_append_printf (svg, " d=\"%s\"/>\n", path->str);
}

static void
append_header (GString      *svg,
               const char   *title,
               const double  bounds[4])
{
  g_autofree char *text = g_markup_escape_text (title ? title : "", -1);

  g_assert (svg);

  g_string_append (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                        "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                        "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" "
                        "viewBox=\"");
  for (int i = 0; i < 4; i++)
    {
      if (i > 0)
        g_string_append_c (svg, ' ');
      taut_svg_append_number (svg, bounds[i], COARSE);
    }
  g_string_append (svg, "\" width=\"");
  taut_svg_append_number (svg, bounds[2], COARSE);
  g_string_append (svg, "\" height=\"");
  taut_svg_append_number (svg, bounds[3], COARSE);
  g_string_append_printf (svg, "\">\n<title>%s</title>\n", text);
}

static void
append_skin (GString           *svg,
             const TautOutline *outline)
{
  g_assert (svg);

  open_layer (svg, "skin", "Skin", NULL);
  append_shape (svg, "body", "skin", 1, outline, OUTLINE_TOLERANCE, FINE);
  close_layer (svg);
  g_string_append (svg, "<defs><clipPath id=\"inside\"><use xlink:href=\"#body\" "
                        "clip-rule=\"evenodd\"/></clipPath></defs>\n");
}

/* A group for what depends on the light, if the picture is shown mirrored, too:
 * one is seen as it is drawn, the other one when the picture is turned round. */
static void
open_light (GString              *svg,
            const TautArtOptions *options,
            gboolean              mirrored)
{
  g_assert (svg && options);

  if (options->mirrored)
    g_string_append (svg, mirrored ? TAUT_ART_MIRRORED_HIDDEN "\n" : TAUT_ART_PLAIN_SHOWN "\n");
}

static void
close_light (GString              *svg,
             const TautArtOptions *options)
{
  g_assert (svg && options);

  if (options->mirrored)
    g_string_append (svg, "</g>\n");
}

/* The light comes from the same side of the page, whichever way it is turned. */
static TautVector
get_light (gboolean mirrored)
{
  TautVector light = TAUT_ART_LIGHT;

  if (mirrored)
    light.x = -light.x;
  return light;
}

static void
append_tones (GString           *svg,
              const TautArtTone *tone,
              const char        *style,
              double             opacity,
              const float       *within)
{
  guint n_levels = taut_art_tone_get_n_levels (tone);

  g_assert (svg && tone && style);

  for (guint i = 0; i < n_levels; i++)
    {
      g_autoptr (TautOutline) shade =
        taut_art_tone_trace (tone, taut_art_tone_get_level (tone, i), within);

      append_shape (svg, NULL, style, opacity * TAUT_ART_N_TONES / n_levels, shade,
                    TONE_TOLERANCE * tone->fineness, tone->fineness < 1 ? FINE : COARSE);
    }
}

static void
append_shade (GString              *svg,
              const TautArtMap     *map,
              const TautArtOptions *options)
{
  g_assert (svg && options);

  open_layer (svg, "shade", "Shade", " clip-path=\"url(#inside)\"");
  for (int mirrored = 0; mirrored <= options->mirrored; mirrored++)
    {
      g_autoptr (TautArtTone) tone = taut_art_tone_new (map, get_light (mirrored),
                                                        options->close_up, TAUT_ART_BARE);

      open_light (svg, options, mirrored);
      append_tones (svg, tone, "shade", SHADE_OPACITY, NULL);
      close_light (svg, options);
    }
  close_layer (svg);
}

/* Stacked from the outside in, so that the hair begins softly. */
static void
append_hair (GString          *svg,
             const TautArtMap *map,
             const float      *hair,
             gboolean          close_up)
{
  static const double levels[N_HAIR_LAYERS] = { -1.2, 0, 1.6, 3.6 };
  static const double opacities[N_HAIR_LAYERS] = { 0.18, 0.30, 0.38, 0.55 };
  guint n = close_up ? N_CLOSE_HAIR_LAYERS : N_HAIR_LAYERS;

  g_assert (svg);

  g_string_append (svg, "<g id=\"hair\" clip-path=\"url(#inside)\">\n");
  for (guint i = 0; i < n; i++)
    {
      double level = close_up ? HAIR_BEGIN + (HAIR_END - HAIR_BEGIN) * i / (n - 1) : levels[i];
      double opacity = close_up ? CLOSE_HAIR_OPACITY : opacities[i];
      g_autoptr (TautOutline) outline = taut_art_cover_trace (map, hair, level, 1.1);
      g_autofree char *id = g_strdup_printf ("hair.%u", i + 1);

      append_shape (svg, id, "hair", opacity, outline, COVER_TOLERANCE, FINE);
    }
  g_string_append (svg, "</g>\n");
}

static gboolean
append_contours (GString              *svg,
                 const TautArtMap     *map,
                 TautRig              *rig,
                 TautLattice *const    lattices[TAUT_N_PARTS],
                 const TautArtOptions *options,
                 GError              **error)
{
  g_autoptr (GPtrArray) overlaps = taut_art_edges_overlaps (map);
  g_autoptr (GPtrArray) creases = taut_art_edges_creases (map, overlaps, rig && rig->symmetric);

  g_assert (svg && options);

  open_layer (svg, "contours", "Contours", NULL);
  if (rig && options->lines)
    {
      g_autofree float *hair = taut_art_cover_hair (map, rig, options->lines);

      append_hair (svg, map, hair, options->close_up);
      if (!taut_art_draw_lines (map, rig, lattices, options->lines, options->close_up,
                                TAUT_ART_BARE, svg, error))
        return FALSE;
    }
  append_strokes (svg, "creases", "crease", 0, get_pen (options), creases);
  append_strokes (svg, "overlaps", "overlap", 0, get_pen (options), overlaps);
  close_layer (svg);

  return TRUE;
}

/* The cover on the coarser raster of the tones. */
static float *
to_tone (const TautArtMap  *map,
         const TautArtTone *tone,
         const float       *cover)
{
  float *within = g_new (float, (gsize) tone->width * tone->height);
  double scale = tone->step / map->step;

  g_assert (cover);

  for (int row = 0; row < tone->height; row++)
    for (int column = 0; column < tone->width; column++)
      {
        int x = MIN ((int) (column * scale + 0.5), map->width - 1);
        int y = MIN ((int) (row * scale + 0.5), map->height - 1);

        within[(gsize) row * tone->width + column] = cover[(gsize) y * map->width + x];
      }

  return within;
}

static void
append_cloth_shade (GString              *svg,
                    const TautArtMap     *map,
                    const float          *cover,
                    const TautArtOptions *options)
{
  g_assert (svg && cover && options);

  for (int mirrored = 0; mirrored <= options->mirrored; mirrored++)
    {
      g_autoptr (TautArtTone) tone = taut_art_tone_new (map, get_light (mirrored),
                                                        options->close_up, TAUT_ART_CLOTHED);
      g_autofree float *within = to_tone (map, tone, cover);

      open_light (svg, options, mirrored);
      append_tones (svg, tone, "underwear-shade", CLOTH_OPACITY, within);
      close_light (svg, options);
    }
}

static gboolean
append_underwear (GString              *svg,
                  const TautArtMap     *map,
                  TautRig              *rig,
                  TautLattice *const    lattices[TAUT_N_PARTS],
                  const TautArtOptions *options,
                  GError              **error)
{
  g_assert (svg && options);

  open_layer (svg, "underwear", "Underwear", " clip-path=\"url(#inside)\"");
  if (rig && options->lines)
    {
      g_autofree float *cover = taut_art_cover_underwear (map, rig, options->lines, options->top);
      g_autoptr (TautOutline) cloth = taut_art_cover_trace (map, cover, 0, 0.9);
      g_autoptr (GPtrArray) rims = taut_art_cover_rims (map, cover, 0, 0.8);
      g_autoptr (GPtrArray) seams = taut_art_cover_rims (map, cover, 5, 0.35);

      append_shape (svg, "cloth", "underwear", 1, cloth, COVER_TOLERANCE, FINE);
      append_cloth_shade (svg, map, cover, options);
      if (!taut_art_draw_lines (map, rig, lattices, options->lines, options->close_up,
                                TAUT_ART_CLOTHED, svg, error))
        return FALSE;
      append_strokes (svg, "rims", "underwear-line", 0, get_pen (options), rims);
      append_strokes (svg, "seams", "underwear-line", 0, get_pen (options), seams);
    }
  close_layer (svg);

  return TRUE;
}

static void
append_weight (GString              *svg,
               const TautArtMap     *map,
               const TautOutline    *outline,
               const TautArtOptions *options)
{
  g_assert (svg && options);

  for (int mirrored = 0; mirrored <= options->mirrored; mirrored++)
    {
      g_autoptr (GPtrArray) weight = taut_art_edges_weight (map, outline, get_light (mirrored));

      open_light (svg, options, mirrored);
      append_strokes (svg, mirrored ? "weight-mirrored" : "weight", "outline-weight", 1,
                      get_pen (options), weight);
      close_light (svg, options);
    }
}

static void
append_lines (GString              *svg,
              const TautArtMap     *map,
              const TautOutline    *outline,
              const TautArtOptions *options)
{
  g_assert (svg);

  open_layer (svg, "outline", "Outline", NULL);
  append_weight (svg, map, outline, options);
  g_string_append (svg, "<path id=\"line\" class=\"outline\" fill=\"none\" stroke=\"");
  g_string_append (svg, taut_art_style_get_fill ("outline"));
  g_string_append (svg, "\" stroke-width=\"");
  taut_svg_append_number (svg, OUTLINE_WIDTH * get_pen (options), FINE);
  g_string_append (svg, "\" stroke-linejoin=\"round\" d=\"");
  append_outline (svg, outline, OUTLINE_TOLERANCE, FINE);
  g_string_append (svg, "\"/>\n");
  close_layer (svg);
}

/* The plane where a limb was cut off, with a dashed rim. */
static void
append_section (GString              *svg,
                const TautArtMap     *map,
                TautLattice *const    lattices[TAUT_N_PARTS],
                const TautArtOptions *options)
{
  g_autofree float *inside = g_new (float, (gsize) map->width * map->height);
  g_autoptr (TautOutline) section = NULL;
  gboolean found = FALSE;

  g_assert (svg && options);

  for (int row = 0; row < map->height; row++)
    for (int column = 0; column < map->width; column++)
      {
        gsize i = (gsize) row * map->width + column;

        inside[i] = -1;
        for (guint part = 0; part < TAUT_N_PARTS; part++)
          if (lattices[part])
            {
              TautVector at = { map->x0 + column * map->step, map->y0 + row * map->step,
                                options->cut - 1.01 * lattices[part]->step };

              inside[i] = (float) MAX (inside[i], -taut_lattice_get (lattices[part], at));
            }
        found = found || inside[i] > 0;
      }
  if (!found)
    return;

  section = taut_art_cover_trace (map, inside, 0, 1);
  append_shape (svg, "section", "section", 1, section, OUTLINE_TOLERANCE, FINE);
  g_string_append (svg, "<path class=\"section-rim\" fill=\"none\" stroke=\"");
  g_string_append (svg, taut_art_style_get_fill ("section-rim"));
  g_string_append (svg, "\" stroke-width=\".5\" stroke-dasharray=\"2.4 1.8\" d=\"");
  append_outline (svg, section, OUTLINE_TOLERANCE, FINE);
  g_string_append (svg, "\"/>\n");
}

/* A box around the outline in whole units. */
static void
get_bounds (const TautOutline *outline,
            double             bounds[4])
{
  double low[2] = { G_MAXDOUBLE, G_MAXDOUBLE };
  double high[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  g_assert (outline);

  for (guint l = 0; l < outline->lines->len; l++)
    {
      const TautLine *line = g_ptr_array_index (outline->lines, l);

      for (guint i = 0; i < line->n_points; i++)
        {
          low[0] = MIN (low[0], line->points[i].x);
          low[1] = MIN (low[1], line->points[i].y);
          high[0] = MAX (high[0], line->points[i].x);
          high[1] = MAX (high[1], line->points[i].y);
        }
    }
  if (low[0] > high[0])
    low[0] = low[1] = high[0] = high[1] = 0;

  for (int a = 0; a < 2; a++)
    {
      bounds[a] = floor (low[a] - MARGIN);
      bounds[a + 2] = ceil (high[a] + MARGIN) - bounds[a];
    }
}

/* Public API */

void
taut_art_measure (TautLattice *const lattices[TAUT_N_PARTS],
                  double             bounds[4])
{
  g_autoptr (TautArtMap) map = NULL;
  g_autoptr (TautOutline) outline = NULL;

  g_return_if_fail (lattices);
  g_return_if_fail (bounds);

  map = taut_art_map_new (lattices, MEASURE_STEP);
  outline = taut_art_edges_outline (map);
  get_bounds (outline, bounds);
}

gboolean
taut_art_write (TautRig              *rig,
                TautLattice *const    lattices[TAUT_N_PARTS],
                const TautArtOptions *options,
                GBytes              **svg,
                GError              **error)
{
  g_autoptr (TautArtMap) map = NULL;
  g_autoptr (TautOutline) outline = NULL;
  g_autoptr (GString) text = NULL;
  double bounds[4];

  g_return_val_if_fail (lattices, FALSE);
  g_return_val_if_fail (options && options->step > 0, FALSE);
  g_return_val_if_fail (svg, FALSE);

  map = taut_art_map_new (lattices, options->step);
  outline = taut_art_edges_outline (map);
  if (outline->lines->len == 0)
    {
      g_set_error (error, TAUT_FIGURE_ERROR, TAUT_FIGURE_ERROR_DATA,
                   "%s: there is no body to draw", options->title ? options->title : "art");
      return FALSE;
    }

  get_bounds (outline, bounds);
  if (options->bounds[2] > 0)
    {
      for (int i = 0; i < 4; i++)
        bounds[i] = options->bounds[i];
    }

  text = g_string_sized_new (1 << 19);
  append_header (text, options->title, bounds);
  taut_art_fade_open (options->fade, bounds, text);
  append_skin (text, outline);
  append_shade (text, map, options);
  if (!append_contours (text, map, rig, lattices, options, error) ||
      !append_underwear (text, map, rig, lattices, options, error))
    return FALSE;
  open_layer (text, "areas", "Areas", NULL);
  close_layer (text);
  append_lines (text, map, outline, options);
  if (options->close_up && options->cut < NO_CUT)
    append_section (text, map, lattices, options);
  taut_art_fade_close (options->fade, text);
  g_string_append (text, "</svg>\n");
  *svg = g_string_free_to_bytes (g_steal_pointer (&text));

  return TRUE;
}
