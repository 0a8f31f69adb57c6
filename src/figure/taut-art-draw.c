/* taut-art-draw.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-draw"

#include "config.h"

#include "taut-art-draw.h"

#include <math.h>

#include "taut-art-stroke.h"
#include "taut-art-style.h"
#include "taut-rig-private.h"

/* How the styles of what is drawn on cloth begin. */
#define CLOTH_STYLE "underwear"
#define DECIMALS 2
/* Corners along a line as it is drawn, figure units. */
#define STEP 0.35
#define STRAND_CORNERS 9
/* How deep below the skin that is seen a place may lie and still be seen. */
#define TOLERANCE 1.8
/* Skin that turns away from the viewer loses its lines between these slopes. */
#define GRAZING 0.06
#define FULL 0.30
/* A shape is drawn when so much of it is seen. */
#define LEAST_SEEN 0.6

/* What is needed to bring a line from paper to page. */
typedef struct
{
  const TautArtMap *map;
  TautRig *rig;
  const TautLattice *lattice;
  const TautArtLine *line;
  TautSide side;
  double pen;
  guint bone;
  guint last_bone;
} Caster;

/* A line on the page; places that miss the skin are left out. */
typedef struct
{
  TautVector *places;
  guint n;
} Landed;

static TautPart
get_part (TautArtLimb limb,
          TautSide    side)
{
  switch (limb)
    {
    case TAUT_ART_LIMB_HEAD:
      return TAUT_PART_HEAD;
    case TAUT_ART_LIMB_ARM:
      return side == TAUT_SIDE_LEFT ? TAUT_PART_ARM_LEFT : TAUT_PART_ARM_RIGHT;
    case TAUT_ART_LIMB_LEG:
      return side == TAUT_SIDE_LEFT ? TAUT_PART_LEG_LEFT : TAUT_PART_LEG_RIGHT;
    case TAUT_ART_LIMB_TORSO:
    default:
      return TAUT_PART_TORSO;
    }
}

static gboolean
find_bone (TautRig    *rig,
           const char *name,
           TautSide    side,
           guint      *bone)
{
  g_autofree char *sided = g_strdup_printf ("%s.%s", name, taut_side_get_id (side));

  return taut_rig_find_bone (rig, name, bone) || taut_rig_find_bone (rig, sided, bone);
}

/* A place drawn on the left of the neutral body, where the posed body has it. */
static TautVector
carry_by (const Caster *caster,
          guint         bone,
          TautVector    drawn)
{
  guint joint = caster->rig->bone_joint[bone];

  g_assert (caster);

  return taut_rig_carry (caster->rig, bone,
                         taut_rig_build_place (caster->rig, joint, caster->side, drawn));
}

static TautVector
carry (const Caster *caster,
       TautVector    drawn,
       double        share)
{
  TautVector first = carry_by (caster, caster->bone, drawn);

  g_assert (caster);

  if (caster->last_bone == caster->bone)
    return first;

  return taut_vector_mix (first, carry_by (caster, caster->last_bone, drawn), share);
}

/* Follows the look from outside until it meets the skin. */
static gboolean
cast (const Caster *caster,
      TautVector    place,
      double        share,
      TautVector   *landed)
{
  TautVector reach = taut_vector_scale (caster->line->cast, caster->line->far);
  TautVector from = carry (caster, taut_vector_add (place, reach), share);
  TautVector to = carry (caster, taut_vector_subtract (place, reach), share);
  TautVector way = taut_vector_subtract (to, from);
  double length = taut_vector_length (way);
  double passed = 0;
  double before = 0;
  double before_at = 0;

  g_assert (landed);

  while (passed < length)
    {
      TautVector at = taut_vector_add (from, taut_vector_scale (way, passed / length));
      double value = taut_lattice_get (caster->lattice, at);

      if (value <= 0)
        {
          double t = before > value ? before / (before - value) : 0;

          passed = before_at + (passed - before_at) * t;
          *landed = taut_vector_add (from, taut_vector_scale (way, passed / length));
          return TRUE;
        }
      before = value;
      before_at = passed;
      passed += CLAMP (value * 0.7, 0.15, 3);
    }

  return FALSE;
}

static Landed
land (const Caster     *caster,
      const TautVector *points,
      guint             n)
{
  Landed landed = { g_new (TautVector, n + 1), 0 };

  g_assert (points);

  for (guint i = 0; i < n; i++)
    {
      double share = n > 1 ? (double) i / (n - 1) : 0;

      if (cast (caster, points[i], share, &landed.places[landed.n]))
        landed.n++;
    }

  return landed;
}

/* From 1 where a place on the skin is plainly seen to 0 where it is hidden. */
static double
get_seen (const TautArtMap *map,
          TautVector        place)
{
  double depth = taut_art_map_get_depth (map, place.x, place.y);
  double slope = 0;

  if (depth <= TAUT_ART_NOWHERE || place.z < depth - TOLERANCE)
    return 0;

  slope = taut_art_map_get_normal (map, place.x, place.y).z;

  return CLAMP ((slope - GRAZING) / (FULL - GRAZING), 0, 1);
}

/* Draws a line of places on the skin, in depth; hidden pieces are left out. */
static void
draw_line (const Caster *caster,
           const Landed *landed,
           double        width,
           TautSvgPen   *pen)
{
  g_autoptr (TautLine) page = NULL;
  g_autoptr (TautLine) depth = NULL;
  g_autoptr (TautLine) even = NULL;
  g_autoptr (TautArtStroke) stroke = NULL;
  g_autofree double *widths = NULL;
  guint from = 0;
  double passed = 0;

  g_assert (caster && pen);

  if (landed->n < 3)
    return;

  page = taut_line_new (NULL, 0, FALSE);
  page->points = g_new (TautOutlinePoint, landed->n);
  page->n_points = landed->n;
  for (guint i = 0; i < landed->n; i++)
    page->points[i] = (TautOutlinePoint) { landed->places[i].x, landed->places[i].y };
  if (taut_line_get_length (page) < 3 * STEP * caster->pen)
    return;

  even = taut_line_resample (page, STEP * caster->pen);
  widths = g_new0 (double, even->n_points);
  for (guint i = 0; i < even->n_points; i++)
    {
      double target = taut_line_get_length (page) * i / (even->n_points - 1);
      const TautVector *a = &landed->places[from];
      double piece = hypot (a[1].x - a[0].x, a[1].y - a[0].y);

      while (passed + piece < target && from + 2 < landed->n)
        {
          passed += piece;
          a = &landed->places[++from];
          piece = hypot (a[1].x - a[0].x, a[1].y - a[0].y);
        }
      widths[i] =
        width * caster->pen *
        get_seen (caster->map,
                  taut_vector_mix (a[0], a[1], piece > 0 ? (target - passed) / piece : 0));
    }

  stroke = taut_art_stroke_new (even, widths);
  taut_art_stroke_soften (stroke, 0.7 * caster->pen);
  taut_art_stroke_taper (stroke, caster->line->taper[0], caster->line->taper[1], 0.12);
  taut_art_stroke_draw (stroke, 0, pen);
}

static void
draw_strands (const Caster *caster,
              TautSvgPen   *pen)
{
  const TautArtLine *line = caster->line;

  g_assert (pen);

  for (guint i = 0; i < line->count; i++)
    {
      double t = line->count > 1 ? (double) i / (line->count - 1) * (line->n_points - 1) : 0;
      guint k = MIN ((guint) t, line->n_points - 2);
      TautVector root = taut_vector_mix (line->points[k], line->points[k + 1], t - k);
      TautVector tip = taut_vector_mix (line->ends[k], line->ends[k + 1], t - k);
      TautVector strand[STRAND_CORNERS];
      Landed landed;
      /* Hairs are not all alike: neighbours differ a little, always the same. */
      double vary = 0.8 + 0.2 * sin (i * 2.4);

      for (guint c = 0; c < STRAND_CORNERS; c++)
        strand[c] = taut_vector_mix (root, tip, vary * c / (STRAND_CORNERS - 1));
      landed = land (caster, strand, STRAND_CORNERS);
      draw_line (caster, &landed, line->width * vary, pen);
      g_free (landed.places);
    }
}

/* Keeps what of a polygon lies on the inner side of a line a-b. */
static TautLine *
clip_by_line (const TautLine   *shape,
              TautOutlinePoint  a,
              TautOutlinePoint  b,
              double            turn)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TautOutlinePoint));

  g_assert (shape);

  for (guint i = 0; i < shape->n_points; i++)
    {
      TautOutlinePoint p = shape->points[i];
      TautOutlinePoint q = shape->points[(i + 1) % shape->n_points];
      double dp = turn * ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
      double dq = turn * ((b.x - a.x) * (q.y - a.y) - (b.y - a.y) * (q.x - a.x));

      if (dp >= 0)
        g_array_append_val (points, p);
      if ((dp >= 0) != (dq >= 0))
        {
          double t = dp / (dp - dq);
          TautOutlinePoint cross = { p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t };

          g_array_append_val (points, cross);
        }
    }

  return taut_line_new ((TautOutlinePoint *) points->data, points->len, TRUE);
}

/* @frame is taken for convex, as an eye's opening nearly is. */
static TautLine *
clip_by_shape (const TautLine *shape,
               const TautLine *frame)
{
  TautLine *left = taut_line_new (shape->points, shape->n_points, TRUE);
  double area = 0;

  for (guint i = 0; i < frame->n_points; i++)
    {
      TautOutlinePoint p = frame->points[i];
      TautOutlinePoint q = frame->points[(i + 1) % frame->n_points];

      area += p.x * q.y - q.x * p.y;
    }
  for (guint i = 0; i < frame->n_points && left->n_points > 2; i++)
    {
      TautLine *clipped = clip_by_line (left, frame->points[i],
                                        frame->points[(i + 1) % frame->n_points],
                                        area > 0 ? 1 : -1);

      taut_line_free (left);
      left = clipped;
    }

  return left;
}

/* A closed shape on the page; NULL when too little of it is seen. */
static TautLine *
land_shape (const Caster *caster)
{
  Landed landed = land (caster, caster->line->points, caster->line->n_points);
  TautLine *shape = NULL;
  double seen = 0;

  for (guint i = 0; i < landed.n; i++)
    seen += get_seen (caster->map, landed.places[i]) > 0 ? 1 : 0;
  if (landed.n > 3 && seen >= LEAST_SEEN * caster->line->n_points)
    {
      shape = taut_line_new (NULL, 0, TRUE);
      shape->points = g_new (TautOutlinePoint, landed.n);
      shape->n_points = landed.n;
      for (guint i = 0; i < landed.n; i++)
        shape->points[i] = (TautOutlinePoint) { landed.places[i].x, landed.places[i].y };
    }
  g_free (landed.places);

  return shape;
}

static void
draw_shape (const Caster       *caster,
            const TautArtLines *lines,
            TautSvgPen         *pen)
{
  g_autoptr (TautLine) shape = land_shape (caster);
  g_autoptr (TautLine) simple = NULL;

  g_assert (pen);

  if (shape && caster->line->within)
    {
      Caster outer = *caster;
      g_autoptr (TautLine) frame = NULL;
      TautLine *clipped = NULL;

      outer.line = taut_art_lines_find (lines, caster->line->within);
      frame = land_shape (&outer);
      if (!frame)
        return;
      clipped = clip_by_shape (shape, frame);
      taut_line_free (shape);
      shape = clipped;
    }
  if (!shape || shape->n_points < 3)
    return;

  simple = taut_line_simplify (shape, 0.02);
  taut_svg_pen_move_to (pen, simple->points[0].x, simple->points[0].y);
  if (!caster->line->within)
    {
      taut_svg_pen_follow (pen, simple, TRUE);
      return;
    }
  for (guint i = 1; i < simple->n_points; i++)
    taut_svg_pen_line_to (pen, simple->points[i].x, simple->points[i].y);
  taut_svg_pen_close (pen);
}

static gboolean
is_facing (const Caster *caster)
{
  TautVector zero = { 0, 0, 0 };
  TautVector away = taut_vector_subtract (carry_by (caster, caster->bone, caster->line->cast),
                                          carry_by (caster, caster->bone, zero));

  g_assert (caster);

  return away.z >= caster->line->facing;
}

static gboolean
find_bones (Caster             *caster,
            const TautArtLines *lines,
            GError            **error)
{
  const TautArtLine *line = caster->line;
  const char *missing = NULL;

  g_assert (caster);

  if (!find_bone (caster->rig, line->bone, caster->side, &caster->bone))
    missing = line->bone;
  caster->last_bone = caster->bone;
  if (line->last_bone && !find_bone (caster->rig, line->last_bone, caster->side,
                                     &caster->last_bone))
    missing = line->last_bone;
  if (line->within && !taut_art_lines_find (lines, line->within))
    missing = line->within;
  if (missing)
    g_set_error (error, TAUT_FIGURE_ERROR, TAUT_FIGURE_ERROR_UNKNOWN,
                 "lines.json: %s: expected the name of a bone or a shape, found \"%s\"", line->id,
                 missing);

  return missing == NULL;
}

static void
draw_side (const Caster       *caster,
           const TautArtLines *lines,
           GString            *svg)
{
  const TautArtLine *line = caster->line;
  g_autoptr (GString) path = g_string_new (NULL);
  TautSvgPen pen;

  g_assert (svg);

  if (!is_facing (caster))
    return;

  taut_svg_pen_init (&pen, path, DECIMALS);
  if (line->kind == TAUT_ART_KIND_FILL)
    {
      draw_shape (caster, lines, &pen);
    }
  else if (line->kind == TAUT_ART_KIND_STRANDS)
    {
      draw_strands (caster, &pen);
    }
  else
    {
      Landed landed = land (caster, line->points, line->n_points);

      draw_line (caster, &landed, line->width, &pen);
      g_free (landed.places);
    }
  if (path->len == 0)
    return;

  g_string_append_printf (svg, "<path id=\"%s", line->id);
  if (line->twin)
    g_string_append_printf (svg, ".%s", taut_side_get_id (caster->side));
  g_string_append_c (svg, '"');
  taut_art_style_append (svg, line->style, line->opacity);
  g_string_append_printf (svg, " d=\"%s\"/>\n", path->str);
}

/* Public API */

gboolean
taut_art_draw_lines (const TautArtMap    *map,
                     TautRig             *rig,
                     TautLattice *const   lattices[TAUT_N_PARTS],
                     const TautArtLines  *lines,
                     gboolean             close_up,
                     TautArtCloth         cloth,
                     GString             *svg,
                     GError             **error)
{
  g_return_val_if_fail (map, FALSE);
  g_return_val_if_fail (rig, FALSE);
  g_return_val_if_fail (lattices, FALSE);
  g_return_val_if_fail (lines, FALSE);
  g_return_val_if_fail (svg, FALSE);

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const TautArtLine *line = g_ptr_array_index (lines->lines, i);

      if (g_str_has_prefix (line->style, CLOTH_STYLE) != (cloth == TAUT_ART_CLOTHED) ||
          (close_up ? line->only_whole : line->only_close))
        continue;
      for (int side = 0; side < (line->twin ? TAUT_N_SIDES : 1); side++)
        {
          Caster caster = { map, rig, lattices[get_part (line->limb, side)], line, side,
                            close_up ? TAUT_ART_CLOSE_PEN : 1 };

          if (!find_bones (&caster, lines, error))
            return FALSE;
          if (caster.lattice)
            draw_side (&caster, lines, svg);
        }
    }

  return TRUE;
}
