/* taut-art-tone.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-tone"

#include "config.h"

#include "taut-art-tone.h"

#include <math.h>
#include <string.h>

#include "taut-art-raster.h"

/* All lengths in figure units. */
#define STEP 1.0
#define BEYOND 3.0
#define FORM_FINE 3.0
#define FORM_BROAD 15.0
#define FORM_CLOTH 28.0
#define HOLLOW_WIDE 9.0
#define HOLLOW_NARROW 2.2
#define LAST_BLUR 1.5
#define LINE_SMOOTH 1.4
#define LEAST_AREA 75.0
#define LEAST_HOLE 700.0
/* Of all these lengths in a close-up. */
#define CLOSE_FINENESS 0.5

/* How much of the shading follows the broad form only, by part: every little
 * hollow of a back in the light would leave a blotch; a face lives from them. */
static const float BROAD[TAUT_N_PARTS] = { 0.95f, 0.35f, 0.45f, 0.45f, 0.45f, 0.45f };

/* How much of the light from above is left where the form is broad: what faces
 * the floor only a little must not darken, or flanks and seats get stains. */
#define BROAD_HEIGHT 0.25

const TautVector TAUT_ART_LIGHT = { -0.46, -0.56, 0.69 };

static double
smooth_step (double from,
             double to,
             double x)
{
  double t = CLAMP ((x - from) / (to - from), 0, 1);

  return t * t * (3 - 2 * t);
}

/* Every second sample or so of the map; the mask says where skin is. */
static float *
thin_out (const TautArtMap  *map,
          const TautArtTone *tone,
          const float       *values)
{
  float *thin = g_new (float, (gsize) tone->width * tone->height);
  double scale = tone->step / map->step;

  g_assert (values);

  for (int row = 0; row < tone->height; row++)
    for (int column = 0; column < tone->width; column++)
      {
        int x = MIN ((int) (column * scale + 0.5), map->width - 1);
        int y = MIN ((int) (row * scale + 0.5), map->height - 1);

        thin[(gsize) row * tone->width + column] = values[(gsize) y * map->width + x];
      }

  return thin;
}

static void
find_seen (const TautArtMap *map,
           TautArtTone      *tone)
{
  double scale = tone->step / map->step;

  g_assert (map);

  for (int row = 0; row < tone->height; row++)
    for (int column = 0; column < tone->width; column++)
      {
        int x = MIN ((int) (column * scale + 0.5), map->width - 1);
        int y = MIN ((int) (row * scale + 0.5), map->height - 1);

        tone->near[(gsize) row * tone->width + column] = map->seen[(gsize) y * map->width + x];
      }
}

static float *
find_broad (const TautArtMap  *map,
            const TautArtTone *tone,
            TautArtCloth       cloth)
{
  g_autofree float *parts = g_new0 (float, (gsize) map->width * map->height);
  float *broad = NULL;

  for (gsize i = 0; i < (gsize) map->width * map->height; i++)
    parts[i] = map->part[i] < 0 ? 0 : cloth == TAUT_ART_CLOTHED ? 1 : BROAD[map->part[i]];
  broad = thin_out (map, tone, parts);
  taut_raster_blur (broad, tone->near, tone->width, tone->height, FORM_BROAD * tone->fineness / tone->step);

  return broad;
}

/* One axis of the normal: broad form on the trunk, fine form on the face. */
static float *
find_form (const TautArtMap  *map,
           const TautArtTone *tone,
           const float       *broad,
           double             sigma,
           guint              axis)
{
  gsize n = (gsize) tone->width * tone->height;
  float *form = thin_out (map, tone, map->normal[axis]);
  g_autofree float *wide = g_memdup2 (form, n * sizeof (float));

  g_assert (broad);

  taut_raster_blur (form, tone->near, tone->width, tone->height, FORM_FINE * tone->fineness / tone->step);
  taut_raster_blur (wide, tone->near, tone->width, tone->height, sigma / tone->step);
  for (gsize i = 0; i < n; i++)
    form[i] += (wide[i] - form[i]) * broad[i];

  return form;
}

/* The light, a soft edge of form, and hollows; cloth spans the hollows. */
static void
shade (const TautArtMap *map,
       TautArtTone      *tone,
       TautVector        light,
       TautArtCloth      cloth)
{
  gsize n = (gsize) tone->width * tone->height;
  g_autofree float *broad = find_broad (map, tone, cloth);
  double sigma = (cloth == TAUT_ART_CLOTHED ? FORM_CLOTH : FORM_BROAD) * tone->fineness;
  g_autofree float *x = find_form (map, tone, broad, sigma, 0);
  g_autofree float *y = find_form (map, tone, broad, sigma, 1);
  g_autofree float *z = find_form (map, tone, broad, sigma, 2);
  g_autofree float *wide = thin_out (map, tone, map->depth);
  g_autofree float *narrow = g_memdup2 (wide, n * sizeof (float));

  taut_raster_blur (wide, tone->near, tone->width, tone->height, HOLLOW_WIDE * tone->fineness / tone->step);
  taut_raster_blur (narrow, tone->near, tone->width, tone->height, HOLLOW_NARROW * tone->fineness / tone->step);

  for (gsize i = 0; i < n; i++)
    {
      double length = sqrt (x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
      double height = 1 - (1 - BROAD_HEIGHT) * broad[i];
      double lit = (x[i] * light.x + y[i] * light.y * height + z[i] * light.z) /
                   MAX (length, 0.2);
      double form = smooth_step (0.60, -0.40, lit);
      double rim = pow (1 - CLAMP (z[i], 0, 1), 2.6);
      double hollow = CLAMP (wide[i] - narrow[i] - 0.4, 0, 2.4) * 0.05 * (1 - broad[i]);

      tone->dark[i] = tone->near[i] ? (float) (0.74 * form + 0.13 * rim + hollow) : 0;
    }
}

/* Public API */

TautArtTone *
taut_art_tone_new (const TautArtMap *map,
                   TautVector        light,
                   gboolean          close_up,
                   TautArtCloth      cloth)
{
  TautArtTone *tone = NULL;
  g_autofree guint8 *seen = NULL;
  gsize n = 0;
  int reach = 0;

  g_return_val_if_fail (map, NULL);

  tone = g_new0 (TautArtTone, 1);
  tone->fineness = close_up ? CLOSE_FINENESS : 1;
  tone->step = MAX (STEP * tone->fineness, map->step);
  tone->x0 = map->x0;
  tone->y0 = map->y0;
  tone->width = (int) floor ((map->width - 1) * map->step / tone->step) + 1;
  tone->height = (int) floor ((map->height - 1) * map->step / tone->step) + 1;
  n = (gsize) tone->width * tone->height;
  tone->dark = g_new0 (float, n);
  tone->near = g_new0 (guint8, n);
  find_seen (map, tone);
  shade (map, tone, light, cloth);
  taut_raster_blur (tone->dark, tone->near, tone->width, tone->height, LAST_BLUR * tone->fineness / tone->step);

  reach = (int) ceil (BEYOND / tone->step);
  seen = g_memdup2 (tone->near, n);
  taut_raster_extend (tone->dark, seen, tone->width, tone->height, reach);
  for (gsize i = 0; i < n; i++)
    tone->near[i] = seen[i] || tone->dark[i] > 0;

  return tone;
}

void
taut_art_tone_free (TautArtTone *tone)
{
  if (!tone)
    return;

  g_free (tone->dark);
  g_free (tone->near);
  g_free (tone);
}

guint
taut_art_tone_get_n_levels (const TautArtTone *tone)
{
  g_return_val_if_fail (tone, 0);

  return tone->fineness < 1 ? TAUT_ART_N_CLOSE_TONES : TAUT_ART_N_TONES;
}

/* Close-ups have a step between each two. */
double
taut_art_tone_get_level (const TautArtTone *tone,
                         guint              i)
{
  static const double levels[TAUT_ART_N_TONES + 1] = {
    0.07, 0.13, 0.20, 0.28, 0.37, 0.47, 0.58, 0.70,
  };

  g_return_val_if_fail (tone, 1);
  g_return_val_if_fail (i < taut_art_tone_get_n_levels (tone), 1);

  if (tone->fineness >= 1)
    return levels[i];
  return i % 2 == 0 ? levels[i / 2] : (levels[i / 2] + levels[i / 2 + 1]) / 2;
}

TautOutline *
taut_art_tone_trace (const TautArtTone *tone,
                     double             level,
                     const float       *within)
{
  gsize n = 0;
  g_autofree float *values = NULL;
  g_autoptr (TautOutline) rough = NULL;
  TautOutline *outline = NULL;

  g_return_val_if_fail (tone, NULL);

  n = (gsize) tone->width * tone->height;
  values = g_new (float, n);
  for (gsize i = 0; i < n; i++)
    {
      values[i] = tone->near[i] ? tone->dark[i] - (float) level : -0.2f;
      if (within)
        values[i] = MIN (values[i], within[i]);
    }

  rough = taut_outline_trace (values, tone->width, tone->height, 0, tone->x0, tone->y0,
                              tone->step);
  outline = taut_outline_new ();
  for (guint i = 0; i < rough->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (rough->lines, i);

      if (taut_line_get_area (line) >=
          (taut_line_is_hole (line) ? LEAST_HOLE : LEAST_AREA) * tone->fineness * tone->fineness)
        g_ptr_array_add (outline->lines, taut_line_smooth (line, LINE_SMOOTH * tone->fineness));
    }

  return outline;
}
