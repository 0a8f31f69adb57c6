/* taut-art-cover.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-cover"

#include "config.h"

#include "taut-art-cover.h"

#include <math.h>

#include "taut-art-raster.h"
#include "taut-art-stroke.h"

/* Figure units. */
#define BEYOND 3.0
#define LEAST_AREA 60.0
#define FAR_INSIDE 30.0f
/* The middle of the skull seen from above, head at rest. */
#define SKULL_Z -2.0
/* Axis of the thigh at rest, x at two heights. */
#define THIGH_X 53.0
#define THIGH_TOP 488.0
#define THIGH_LEAN 0.045
/* Rims sag where they turn towards the viewer, as on a body seen a little from
 * above; straight rims look like cut paper. */
#define SAG 5.0
/* The top: heights and distances from the middle, chest at rest. */
#define TOP_HEM 306.0
#define TOP_NECK_FRONT 238.0
#define TOP_NECK_BACK 222.0
#define TOP_STRAP_INNER 42.0
#define TOP_STRAP_OUTER 61.0
#define TOP_ARM 222.0
#define TOP_ARM_SLOPE 1.35
#define TOP_ROUNDING 9.0

static TautVector
get_place (const TautArtMap *map,
           int               column,
           int               row)
{
  return (TautVector) { map->x0 + column * map->step, map->y0 + row * map->step,
                        map->depth[(gsize) row * map->width + column] };
}

static void
carry_beyond (const TautArtMap *map,
              float            *cover)
{
  g_assert (map && cover);

  taut_raster_extend (cover, map->seen, map->width, map->height, (int) (BEYOND / map->step));
}

/* Limbs in front hide a cover exactly up to their own outline. */
static float
get_uncovered_by (const TautArtMap *map,
                  TautPart          part,
                  int               column,
                  int               row)
{
  const TautArtWindow *window = &map->windows[part];
  int x = column - window->x;
  int y = row - window->y;
  gsize i = 0;

  if (!window->low || x < 0 || y < 0 || x >= window->width || y >= window->height)
    return FAR_INSIDE;

  i = (gsize) y * window->width + x;
  if (window->depth[i] > TAUT_ART_NOWHERE &&
      window->depth[i] < map->depth[(gsize) row * map->width + column] - 0.5)
    return FAR_INSIDE;

  return window->low[i];
}

static double
get_hair (const TautArtLines *lines,
          TautVector          head)
{
  double side = fabs (head.x);
  double angle = atan2 (side, head.z - SKULL_Z) * 180 / G_PI;
  double hair = taut_art_curve_get (&lines->hairline, angle) - head.y;
  const TautVector *low = &lines->ear[0];
  const TautVector *high = &lines->ear[1];

  double y = (head.y - (low->y + high->y) / 2) / ((high->y - low->y) / 2);
  double z = (head.z - (low->z + high->z) / 2) / ((high->z - low->z) / 2);
  /* How far outside the ear, which is an oval seen from the side. */
  double ear = MAX (low->x - side, (hypot (y, z) - 1) * (high->z - low->z) / 2);

  return MIN (hair, ear);
}

static double
get_underwear (const TautArtLines *lines,
               TautRig            *rig,
               const guint         femurs[TAUT_N_SIDES],
               guint               pelvis,
               TautVector          place,
               double              towards)
{
  TautVector hips = taut_rig_uncarry (rig, pelvis, place);
  TautSide side = hips.x >= 0 ? TAUT_SIDE_LEFT : TAUT_SIDE_RIGHT;
  TautVector thigh = taut_rig_uncarry (rig, femurs[side], place);
  double across = 0;
  double angle = 0;
  double below = 0;
  double above = 0;

  across = (side == TAUT_SIDE_LEFT ? thigh.x : -thigh.x) - THIGH_X -
           (thigh.y - THIGH_TOP) * THIGH_LEAN;
  angle = atan2 (across, thigh.z) * 180 / G_PI;
  below = taut_art_curve_get (&lines->hem, angle < -90 ? angle + 360 : angle) +
          SAG * towards - thigh.y;
  above = hips.y - lines->waist - SAG * 0.6 * towards;

  return MIN (below, above);
}

/* The least of two, with a rounded corner. */
static double
meet (double a,
      double b)
{
  return (a + b - hypot (a - b, TOP_ROUNDING)) / 2;
}

/* A plain top: a broad band with straps over the shoulders. */
static double
get_top (TautRig    *rig,
         guint       chest,
         TautVector  place,
         double      towards)
{
  TautVector p = taut_rig_uncarry (rig, chest, place);
  double across = fabs (p.x);
  double below = TOP_HEM + SAG * 0.6 * towards - p.y;
  double neck = p.z > 0 ? TOP_NECK_FRONT : TOP_NECK_BACK;
  /* How far under the neckline, inside the strap, under the armhole. */
  double under_neck = p.y - neck + (across / TOP_STRAP_INNER) * (across / TOP_STRAP_INNER) * 9;
  double beside_neck = across - TOP_STRAP_INNER;
  double under_arm = p.y - TOP_ARM - (across - TOP_STRAP_OUTER) * TOP_ARM_SLOPE;
  double beside_arm = TOP_STRAP_OUTER - across;

  return meet (below, meet (-meet (-under_neck, -beside_neck), -meet (-under_arm, -beside_arm)));
}

/* Public API */

float *
taut_art_cover_hair (const TautArtMap   *map,
                     TautRig            *rig,
                     const TautArtLines *lines)
{
  float *cover = NULL;
  guint head = 0;

  g_return_val_if_fail (map, NULL);
  g_return_val_if_fail (rig, NULL);
  g_return_val_if_fail (lines, NULL);

  cover = g_new (float, (gsize) map->width * map->height);
  if (!taut_rig_find_bone (rig, "head", &head))
    head = 0;
  for (int row = 0; row < map->height; row++)
    for (int column = 0; column < map->width; column++)
      {
        gsize i = (gsize) row * map->width + column;

        cover[i] = -FAR_INSIDE;
        if (map->part[i] == TAUT_PART_HEAD)
          cover[i] = (float) get_hair (lines, taut_rig_uncarry (rig, head,
                                                                get_place (map, column, row)));
      }
  carry_beyond (map, cover);

  return cover;
}

float *
taut_art_cover_underwear (const TautArtMap   *map,
                          TautRig            *rig,
                          const TautArtLines *lines,
                          gboolean            top)
{
  float *cover = NULL;
  guint pelvis = 0;
  guint chest = 0;
  guint femurs[TAUT_N_SIDES] = { 0, 0 };

  g_return_val_if_fail (map, NULL);
  g_return_val_if_fail (rig, NULL);
  g_return_val_if_fail (lines, NULL);

  cover = g_new (float, (gsize) map->width * map->height);
  taut_rig_find_bone (rig, "pelvis", &pelvis);
  taut_rig_find_bone (rig, "thoracic_7", &chest);
  taut_rig_find_bone (rig, "femur.left", &femurs[TAUT_SIDE_LEFT]);
  taut_rig_find_bone (rig, "femur.right", &femurs[TAUT_SIDE_RIGHT]);
  for (int row = 0; row < map->height; row++)
    for (int column = 0; column < map->width; column++)
      {
        gsize i = (gsize) row * map->width + column;
        TautPart part = MAX (map->part[i], 0);
        gboolean arm = part == TAUT_PART_ARM_LEFT || part == TAUT_PART_ARM_RIGHT;
        float worn = 0;

        cover[i] = -FAR_INSIDE;
        if (!map->seen[i] || part == TAUT_PART_HEAD)
          continue;

        worn = (float) get_underwear (lines, rig, femurs, pelvis, get_place (map, column, row),
                                      arm ? 0.5 : map->normal[2][i]);
        if (top && part == TAUT_PART_TORSO)
          worn = MAX (worn, (float) get_top (rig, chest, get_place (map, column, row),
                                             map->normal[2][i]));
        worn = MIN (worn, get_uncovered_by (map, TAUT_PART_ARM_LEFT, column, row));
        cover[i] = MIN (worn, get_uncovered_by (map, TAUT_PART_ARM_RIGHT, column, row));
      }
  carry_beyond (map, cover);

  return cover;
}

TautOutline *
taut_art_cover_trace (const TautArtMap *map,
                      const float      *cover,
                      double            level,
                      double            smooth)
{
  g_autoptr (TautOutline) rough = NULL;
  TautOutline *outline = NULL;

  g_return_val_if_fail (map, NULL);
  g_return_val_if_fail (cover, NULL);

  rough = taut_outline_trace (cover, map->width, map->height, level, map->x0, map->y0, map->step);
  outline = taut_outline_new ();
  for (guint i = 0; i < rough->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (rough->lines, i);

      if (taut_line_get_area (line) >= LEAST_AREA)
        g_ptr_array_add (outline->lines, taut_line_smooth (line, smooth));
    }

  return outline;
}

GPtrArray *
taut_art_cover_rims (const TautArtMap *map,
                     const float      *cover,
                     double            inset,
                     double            width)
{
  g_autoptr (TautOutline) outline = NULL;
  GPtrArray *strokes = NULL;

  g_return_val_if_fail (map, NULL);
  g_return_val_if_fail (cover, NULL);

  outline = taut_art_cover_trace (map, cover, inset, 0.9);
  strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_art_stroke_free);
  for (guint l = 0; l < outline->lines->len; l++)
    {
      g_autoptr (TautLine) even = taut_line_resample (g_ptr_array_index (outline->lines, l), 0.6);
      g_autofree double *widths = g_new (double, even->n_points);
      TautArtStroke *stroke = NULL;

      for (guint i = 0; i < even->n_points; i++)
        {
          double x = even->points[i].x;
          double y = even->points[i].y;
          double slope = taut_art_map_get_normal (map, x, y).z;
          gboolean seen = taut_art_map_get_depth (map, x, y) > TAUT_ART_NOWHERE;

          widths[i] = seen && slope > 0.05 ? width : 0;
        }
      stroke = taut_art_stroke_new (even, widths);
      taut_art_stroke_soften (stroke, 0.8);
      g_ptr_array_add (strokes, stroke);
    }

  return strokes;
}
