/* taut-muscle-art.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A sheet is a flat picture: along the fibres and across them. Each sample of the
 * view that shows a place near the sheet tells where in that picture it lies, so
 * areas (belly, tendon, rim, light) are contours over the samples, hidden where
 * the body hides them. Fibres are lines of the sheet's mesh, whose vertices lie
 * where the samples show them. */

#define G_LOG_DOMAIN "taut-muscle-art"

#include "config.h"

#include "taut-muscle-art-private.h"

#include <math.h>
#include <string.h>

#include "taut-art-style.h"
#include "taut-svg-pen.h"

/* The border is drawn so far inside, which leaves a pale line between
 * neighbours, figure units. */
#define INSET 0.35

/* Smoothing of contours, figure units; small specks are left out. */
#define SIGMA 0.9
#define TOLERANCE 0.1
#define COARSE_TOLERANCE 0.15
#define SOFT_TOLERANCE 0.3
#define LEAST_AREA 2.0
#define LEAST_HOLE 10.0
#define DECIMALS 2
#define SOFT_DECIMALS 1

/* The rim is darker, over these shares of the width, but no more than so much. */
#define RIM_SHARE 0.16
#define RIM_MOST 3.2
#define LIGHT_SHARE 0.30

/* How wide lines of a close-up are, against those of the whole body. */
#define CLOSE_PEN 0.7

/* Distance of fibres, and how near to each other they may come where the muscle
 * narrows, figure units. */
#define FIBRE_STEP 2.2
#define FIBRE_LEAST 0.75
#define MOST_FIBRES 44

/* Neighbours of a mesh line lie no farther apart, figure units. */
#define MOST_STEP 6.0

/* Areas */

/* How deep inside an area of the sheet a place lies, figure units. */
typedef double (* AreaFunc) (const TautMuscleSight          *sight,
                             const TautSheetPlace *place);

static double
get_share (const double *values,
           guint         n,
           double        share)
{
  double at = CLAMP (share, 0, 1) * (n - 1);
  guint low = MIN ((guint) at, n - 2);

  return values[low] + (values[low + 1] - values[low]) * (at - low);
}

static double
get_width (const TautMuscleSight          *sight,
           const TautSheetPlace *place)
{
  return get_share (sight->sheet->widths, sight->sheet->n_rows, place->along);
}

static double
get_length (const TautMuscleSight          *sight,
            const TautSheetPlace *place)
{
  return get_share (sight->sheet->lengths, sight->sheet->n_columns, place->across);
}

static double
measure_belly (const TautMuscleSight          *sight,
               const TautSheetPlace *place)
{
  return place->depth - INSET;
}

static double
measure_core (const TautMuscleSight          *sight,
              const TautSheetPlace *place)
{
  return place->depth - INSET - MIN (RIM_SHARE * get_width (sight, place), RIM_MOST);
}

static double
measure_inner (const TautMuscleSight          *sight,
               const TautSheetPlace *place)
{
  return place->depth - INSET - MIN (RIM_SHARE * get_width (sight, place), RIM_MOST) / 2.4;
}

static double
measure_light (const TautMuscleSight          *sight,
               const TautSheetPlace *place)
{
  double across = MIN (place->across - LIGHT_SHARE, 1 - LIGHT_SHARE - place->across);
  double along = MIN (place->along - 0.12, 0.88 - place->along);

  return MIN (across * get_width (sight, place), along * get_length (sight, place));
}

/* The part @part of the tendons at both ends. */
static double
measure_tendon_part (const TautMuscleSight          *sight,
                     const TautSheetPlace *place,
                     double                part)
{
  const TautMuscleSheet *sheet = sight->sheet;
  double at = place->across * (sheet->n_columns - 1);
  const TautTendonShares *shares = &sheet->tendons[MIN ((guint) lround (at), sheet->n_columns - 1)];
  double length = get_length (sight, place);
  double depth = OUTSIDE;

  if (shares->origin > 0)
    depth = MAX (depth, (shares->origin * part - place->along) * length);
  if (shares->insertion > 0)
    depth = MAX (depth, (shares->insertion * part - (1 - place->along)) * length);

  return MIN (depth, place->depth - INSET);
}

static double
measure_tendon (const TautMuscleSight          *sight,
                const TautSheetPlace *place)
{
  return measure_tendon_part (sight, place, 0.6);
}

static double
measure_tendon_edge (const TautMuscleSight          *sight,
                     const TautSheetPlace *place)
{
  return measure_tendon_part (sight, place, 0.95);
}

/* The path data of an area; of specks and of nothing an empty text. */
static char *
trace (const TautMuscleSight *sight,
       AreaFunc     measure,
       double       sigma,
       double       tolerance,
       guint        decimals)
{
  TautMuscleArt *art = sight->art;
  guint width = sight->width + 4;
  guint height = sight->height + 4;
  g_autofree float *values = g_new (float, width * height);
  g_autoptr (TautOutline) outline = NULL;
  g_autoptr (GString) path = g_string_new (NULL);
  TautSvgPen pen;

  for (guint i = 0; i < width * height; i++)
    values[i] = OUTSIDE;
  for (guint row = 0; row < sight->height; row++)
    for (guint column = 0; column < sight->width; column++)
      {
        const TautSheetPlace *place = &sight->places[row * sight->width + column];

        if (place->depth > OUTSIDE)
          values[(row + 2) * width + column + 2] = CLAMP (measure (sight, place), OUTSIDE, INSIDE);
      }

  outline = taut_outline_trace (values, width, height, 0,
                                art->x + (sight->left - 1.5) * art->step,
                                art->y + (sight->top - 1.5) * art->step, art->step);
  taut_svg_pen_init (&pen, path, decimals);
  for (guint i = 0; i < outline->lines->len; i++)
    {
      const TautLine *line = g_ptr_array_index (outline->lines, i);
      g_autoptr (TautLine) smooth = NULL;
      g_autoptr (TautLine) simple = NULL;

      if (fabs (taut_line_get_area (line)) <
          (taut_line_is_hole (line) ? LEAST_HOLE : LEAST_AREA * art->step / COARSEST_STEP))
        continue;
      smooth = taut_line_smooth (line, sigma * art->step / COARSEST_STEP);
      simple = taut_line_simplify (smooth, tolerance * art->step / COARSEST_STEP);
      taut_svg_pen_follow (&pen, simple, FALSE);
    }

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* Fibres */

/* Steady chance: the same fibre gets the same number in every build. */
static double
throw_dice (guint fibre,
            guint salt)
{
  guint32 x = fibre * 2654435761u ^ (salt + 1) * 0x9e3779b9u;

  x ^= x >> 15;
  x *= 0x2c1b3c6du;
  x ^= x >> 12;
  x *= 0x297a2d39u;
  x ^= x >> 15;
  return x / 4294967296.0;
}

/* The point of the picture between two columns of the mesh. */
static gboolean
get_point (const TautMuscleSight      *sight,
           double            across,
           guint             row,
           TautOutlinePoint *point)
{
  const TautMuscleSheet *sheet = sight->sheet;
  double at = across * (sheet->n_columns - 1);
  guint low = MIN ((guint) at, sheet->n_columns - 2);
  guint a = low * sheet->n_rows + row;
  guint b = a + sheet->n_rows;
  double t = at - low;

  if (!sight->seen[a] || !sight->seen[b])
    return FALSE;

  point->x = sight->points[a].x + (sight->points[b].x - sight->points[a].x) * t;
  point->y = sight->points[a].y + (sight->points[b].y - sight->points[a].y) * t;
  return TRUE;
}

static void
draw_piece (const TautMuscleSight *sight,
            GArray      *points,
            TautSvgPen  *pen)
{
  double scale = sight->art->step / COARSEST_STEP;

  if (points->len >= 4)
    {
      g_autoptr (TautLine) line = taut_line_new ((TautOutlinePoint *) (gpointer) points->data,
                                                 points->len, FALSE);
      g_autoptr (TautLine) smooth = taut_line_smooth (line, 2 * MAX (scale, 0.5));
      g_autoptr (TautLine) simple = taut_line_simplify (smooth, SOFT_TOLERANCE * scale);

      taut_svg_pen_follow (pen, simple, FALSE);
    }
  g_array_set_size (points, 0);
}

/* Whether the view shows two neighbours on the mesh apart, such as on the arm and
 * on the chest behind it. */
static gboolean
is_far (const TautOutlinePoint *a,
        const TautOutlinePoint *b)
{
  return hypot (a->x - b->x, a->y - b->y) > MOST_STEP;
}

/* Draws what is seen of a line of the mesh between two shares of its length, where
 * the sheet is at least so wide. */
static void
draw_fibre (const TautMuscleSight *sight,
            double       across,
            double       from,
            double       to,
            double       least_width,
            TautSvgPen  *pen)
{
  const TautMuscleSheet *sheet = sight->sheet;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TautOutlinePoint));

  for (guint row = 0; row < sheet->n_rows; row++)
    {
      double along = (double) row / (sheet->n_rows - 1);
      TautOutlinePoint point;

      if (along < from || along > to || sheet->widths[row] < least_width ||
          !get_point (sight, across, row, &point))
        {
          draw_piece (sight, points, pen);
          continue;
        }
      if (points->len > 0 && is_far (&g_array_index (points, TautOutlinePoint, points->len - 1),
                                     &point))
        draw_piece (sight, points, pen);
      g_array_append_val (points, point);
    }
  draw_piece (sight, points, pen);
}

typedef enum
{
  FIBRES_DARK,
  FIBRES_LIGHT,
  FIBRES_FINGER,      /* tendon that reaches in between the fibres */
  FIBRES_TENDON,
  N_FIBRES,
} Fibres;

static void
draw_one_fibre (const TautMuscleSight *sight,
                guint        fibre,
                guint        n_fibres,
                TautSvgPen   pens[N_FIBRES])
{
  const TautMuscleSheet *sheet = sight->sheet;
  double across = (fibre + 0.5 + 0.36 * (throw_dice (fibre, 0) - 0.5)) / n_fibres;
  const TautTendonShares *shares = &sheet->tendons[MIN ((guint) (across * sheet->n_columns),
                                                        sheet->n_columns - 1)];
  double from = shares->origin * (0.7 + 0.6 * throw_dice (fibre, 1));
  double to = 1 - shares->insertion * (0.7 + 0.6 * throw_dice (fibre, 2));
  /* Every second fibre, and half of those again, ends where it gets narrow. */
  double least = FIBRE_LEAST * n_fibres / (fibre % 2 == 0 ? 1 : fibre % 4 == 1 ? 2 : 4);

  if (shares->origin + shares->insertion > 0.999)
    {
      draw_fibre (sight, across, 0.01, 0.99, least, &pens[FIBRES_TENDON]);
      return;
    }

  draw_fibre (sight, across, from + 0.01 + 0.03 * throw_dice (fibre, 3),
              to - 0.01 - 0.03 * throw_dice (fibre, 4), least,
              &pens[fibre % 2 == 0 ? FIBRES_LIGHT : FIBRES_DARK]);
  if (shares->origin > 0)
    draw_fibre (sight, across, 0, from, 0,
                &pens[fibre % 2 == 0 ? FIBRES_FINGER : FIBRES_TENDON]);
  if (shares->insertion > 0)
    draw_fibre (sight, across, to, 1, 0,
                &pens[fibre % 2 == 0 ? FIBRES_FINGER : FIBRES_TENDON]);
}

static void
draw_fibres (const TautMuscleSight *sight,
             GString     *paths[N_FIBRES])
{
  const TautMuscleSheet *sheet = sight->sheet;
  TautSvgPen pens[N_FIBRES];
  double widest = 0;
  guint n;

  for (guint i = 0; i < sheet->n_rows; i++)
    widest = MAX (widest, sheet->widths[i]);
  n = CLAMP ((guint) lround (widest / FIBRE_STEP), 3, MOST_FIBRES);
  for (guint i = 0; i < N_FIBRES; i++)
    taut_svg_pen_init (&pens[i], paths[i], SOFT_DECIMALS);

  for (guint i = 0; i < n; i++)
    draw_one_fibre (sight, i, n, pens);
}

/* Public */

static void
append_area (GString    *svg,
             const char *style,
             double      opacity,
             const char *first,
             const char *second)
{
  if (*first == '\0')
    return;

  g_string_append (svg, "<path");
  taut_art_style_append (svg, style, opacity);
  if (*second != '\0')
    g_string_append (svg, " fill-rule=\"evenodd\"");
  g_string_append_printf (svg, " d=\"%s%s\"/>\n", first, second);
}

/* @width: on the whole body; lines that are seen from near are finer. */
static void
append_lines (const TautMuscleSight *sight,
              const char            *style,
              const char            *stroke,
              double                 width,
              const char            *path,
              GString               *svg)
{
  if (*path == '\0')
    return;

  if (sight->art->step < COARSEST_STEP)
    width *= CLOSE_PEN;
  g_string_append_printf (svg, "<path class=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"",
                          style, stroke);
  taut_svg_append_number (svg, width, DECIMALS);
  g_string_append_printf (svg, "\" d=\"%s\"/>\n", path);
}

static gboolean
is_all_tendon (const TautMuscleSheet *sheet)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->tendons[i].origin + sheet->tendons[i].insertion < 0.999)
      return FALSE;
  return TRUE;
}

static void
append_areas (const TautMuscleSight *sight,
              gboolean     sinew,
              const char  *outline,
              GString     *svg)
{
  g_autofree char *inner = trace (sight, measure_inner, SIGMA, SOFT_TOLERANCE, SOFT_DECIMALS);
  g_autofree char *core = trace (sight, measure_core, SIGMA, SOFT_TOLERANCE, SOFT_DECIMALS);
  g_autofree char *light = trace (sight, measure_light, SIGMA * 2, SOFT_TOLERANCE, SOFT_DECIMALS);

  append_area (svg, sinew ? "tendon" : "muscle", 1, outline, "");
  append_area (svg, sinew ? "tendon-dark" : "muscle-dark", 0.14, outline, core);
  append_area (svg, sinew ? "tendon-dark" : "muscle-dark", 0.16, outline, inner);
  append_area (svg, sinew ? "tendon-light" : "muscle-light", 0.18, light, "");
  if (!sinew)
    {
      g_autofree char *edge = trace (sight, measure_tendon_edge, SIGMA, SOFT_TOLERANCE,
                                     SOFT_DECIMALS);
      g_autofree char *tendon = trace (sight, measure_tendon, SIGMA, SOFT_TOLERANCE, SOFT_DECIMALS);

      append_area (svg, "tendon", 0.4, edge, "");
      append_area (svg, "tendon", 0.75, tendon, "");
    }
}

static void
append_fibres (const TautMuscleSight *sight,
               GString     *svg)
{
  GString *fibres[N_FIBRES];

  for (guint i = 0; i < N_FIBRES; i++)
    fibres[i] = g_string_new (NULL);
  draw_fibres (sight, fibres);

  append_lines (sight, "fibre-finger", "#efe3cc", 0.9, fibres[FIBRES_FINGER]->str, svg);
  append_lines (sight, "fibre-light", "#dd9c89", 0.5, fibres[FIBRES_LIGHT]->str, svg);
  append_lines (sight, "fibre-dark", "#a0523f", 0.5, fibres[FIBRES_DARK]->str, svg);
  append_lines (sight, "fibre-tendon", "#c9b48c", 0.35, fibres[FIBRES_TENDON]->str, svg);

  for (guint i = 0; i < N_FIBRES; i++)
    g_string_free (fibres[i], TRUE);
}

void
taut_muscle_art_append (TautMuscleArt         *art,
                        const TautMuscleSheet *sheet,
                        TautSide               side,
                        GString               *svg)
{
  g_auto (TautMuscleSight) sight = { art, sheet, side == TAUT_SIDE_RIGHT, };
  g_autofree char *outline = NULL;
  gboolean sinew;

  g_return_if_fail (art != NULL);
  g_return_if_fail (sheet != NULL);
  g_return_if_fail (svg != NULL);

  if (!taut_muscle_sight_look (&sight))
    return;
  outline = art->step < COARSEST_STEP ?
              trace (&sight, measure_belly, SIGMA, TOLERANCE, DECIMALS) :
              trace (&sight, measure_belly, SIGMA, COARSE_TOLERANCE, SOFT_DECIMALS);
  if (*outline == '\0')
    return;

  sinew = is_all_tendon (sheet);
  append_areas (&sight, sinew, outline, svg);
  append_fibres (&sight, svg);
  append_lines (&sight, sinew ? "tendon-outline" : "muscle-outline", sinew ? "#9b8660" : "#6b2b24",
                0.55, outline, svg);
}
