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

#include "taut-muscle-art.h"

#include <math.h>
#include <string.h>

#include "taut-art-style.h"
#include "taut-svg-pen.h"

/* Distance of samples, figure units: at least, and that of the whole body. */
#define FINEST_STEP 0.125
#define COARSEST_STEP 0.5

/* The border is drawn so far inside, which leaves a pale line between
 * neighbours, figure units. */
#define INSET 0.35

/* Smoothing of contours, figure units; small specks are left out. */
#define SIGMA 0.9
#define TOLERANCE 0.07
#define SOFT_TOLERANCE 0.22
#define LEAST_AREA 2.0
#define DECIMALS 2
#define SOFT_DECIMALS 1

/* The rim is darker, over these shares of the width, but no more than so much. */
#define RIM_SHARE 0.16
#define RIM_MOST 3.2
#define LIGHT_SHARE 0.30

/* Distance of fibres, and how near to each other they may come where the muscle
 * narrows, figure units. */
#define FIBRE_STEP 1.9
#define FIBRE_LEAST 0.75
#define MOST_FIBRES 44

/* Neighbours of a mesh line lie no farther apart, figure units. */
#define MOST_STEP 6.0

/* A vertex is seen when a sample shows a place so near to it, figure units. */
#define SEEN_REACH 2.2

/* Fields end at these; at the rim of the body the border runs so near to the last
 * sample as they tell. */
#define OUTSIDE -6.0f
#define INSIDE 1.5f

typedef struct
{
  TautVector position;
  guint cell;
  gboolean seen;
} Sample;

struct _TautMuscleArt
{
  TautView *view;
  TautSkin *skin;
  double x;
  double y;
  double step;
  guint width;
  guint height;
  Sample *samples;

  /* The samples of each cell. */
  guint *starts;
  guint *places;

  /* Scratch: cells that a sheet can reach. */
  guint8 *near;
};

/* The samples that a sheet reaches, as a raster of its own. */
typedef struct
{
  TautMuscleArt *art;
  const TautMuscleSheet *sheet;
  gboolean mirrored;
  guint left;
  guint top;
  guint width;
  guint height;
  TautSheetPlace *places;
  TautOutlinePoint *points;   /* of each vertex */
  gboolean *seen;
} Sight;

/* Looking */

static void
look (TautMuscleArt *art,
      guint          column,
      guint          row)
{
  Sample *sample = &art->samples[row * art->width + column];

  sample->seen = taut_view_look (art->view, art->x + (column + 0.5) * art->step,
                                 art->y + (row + 0.5) * art->step,
                                 &sample->cell, &sample->position);
}

static void
index_samples (TautMuscleArt *art)
{
  guint n_cells = taut_skin_get_n_cells (art->skin);
  guint n = art->width * art->height;

  art->starts = g_new0 (guint, n_cells + 2);
  art->places = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    if (art->samples[i].seen)
      art->starts[art->samples[i].cell + 2]++;
  for (guint i = 2; i < n_cells + 2; i++)
    art->starts[i] += art->starts[i - 1];
  for (guint i = 0; i < n; i++)
    if (art->samples[i].seen)
      art->places[art->starts[art->samples[i].cell + 1]++] = i;
}

TautMuscleArt *
taut_muscle_art_new (TautView *view)
{
  TautMuscleArt *art;
  TautViewBounds bounds;

  g_return_val_if_fail (view != NULL, NULL);

  bounds = taut_view_get_bounds (view);
  art = g_new0 (TautMuscleArt, 1);
  art->view = taut_view_ref (view);
  art->skin = taut_view_get_skin (view);
  art->step = CLAMP (1.0 / taut_view_get_samples_per_unit (view), FINEST_STEP, COARSEST_STEP);
  art->x = bounds.x;
  art->y = bounds.y;
  art->width = (guint) ceil (bounds.width / art->step);
  art->height = (guint) ceil (bounds.height / art->step);
  art->samples = g_new0 (Sample, art->width * art->height);
  for (guint row = 0; row < art->height; row++)
    for (guint column = 0; column < art->width; column++)
      look (art, column, row);
  index_samples (art);
  art->near = g_new0 (guint8, taut_skin_get_n_cells (art->skin));

  return art;
}

void
taut_muscle_art_free (TautMuscleArt *art)
{
  if (art == NULL)
    return;

  g_free (art->samples);
  g_free (art->starts);
  g_free (art->places);
  g_free (art->near);
  taut_view_unref (art->view);
  g_free (art);
}

/* Sight of a sheet */

/* The cells of the sheet and those around them. */
static GArray *
list_cells (TautMuscleArt         *art,
            const TautMuscleSheet *sheet,
            gboolean               mirrored)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  guint from = 0;

  for (guint i = 0; i < sheet->n_rows * sheet->n_columns; i++)
    {
      guint cell = sheet->vertices[i].cell;

      if (mirrored)
        cell = taut_skin_get_mirror_cell (art->skin, cell);
      if (!art->near[cell])
        g_array_append_val (cells, cell);
      art->near[cell] = TRUE;
    }

  for (guint ring = 0; ring < 2; ring++)
    {
      guint to = cells->len;

      for (; from < to; from++)
        {
          guint n;
          const guint32 *next = taut_skin_get_neighbours (art->skin,
                                                          g_array_index (cells, guint, from), &n);

          for (guint i = 0; i < n; i++)
            {
              guint cell = next[i];

              if (!art->near[cell])
                g_array_append_val (cells, cell);
              art->near[cell] = TRUE;
            }
        }
    }
  for (guint i = 0; i < cells->len; i++)
    art->near[g_array_index (cells, guint, i)] = FALSE;

  return cells;
}

/* Sets the frame of the samples in the cells; FALSE when there are none. */
static gboolean
set_frame (Sight        *sight,
           const GArray *cells)
{
  TautMuscleArt *art = sight->art;
  guint low[2] = { G_MAXUINT, G_MAXUINT };
  guint high[2] = { 0, 0 };

  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);

      for (guint k = art->starts[cell]; k < art->starts[cell + 1]; k++)
        {
          low[0] = MIN (low[0], art->places[k] % art->width);
          low[1] = MIN (low[1], art->places[k] / art->width);
          high[0] = MAX (high[0], art->places[k] % art->width);
          high[1] = MAX (high[1], art->places[k] / art->width);
        }
    }
  if (low[0] == G_MAXUINT)
    return FALSE;

  sight->left = low[0];
  sight->top = low[1];
  sight->width = high[0] - low[0] + 1;
  sight->height = high[1] - low[1] + 1;
  return TRUE;
}

static TautVector
get_position (const Sight  *sight,
              const Sample *sample)
{
  TautVector position = sample->position;

  if (sight->mirrored)
    position.x = -position.x;
  return position;
}

/* The picture's place of what lies at @target, near the sample at a column and
 * row: the samples beside it tell how the skin runs. */
static TautOutlinePoint
refine_point (const Sight *sight,
              guint        column,
              guint        row,
              TautVector   target)
{
  TautMuscleArt *art = sight->art;
  const Sample *here = &art->samples[row * art->width + column];
  const Sample *right = column + 1 < art->width ? here + 1 : NULL;
  const Sample *below = row + 1 < art->height ? here + art->width : NULL;
  double dx = 0;
  double dy = 0;

  if (right != NULL && below != NULL && right->seen && below->seen)
    {
      TautVector origin = get_position (sight, here);
      TautVector a = taut_vector_subtract (get_position (sight, right), origin);
      TautVector b = taut_vector_subtract (get_position (sight, below), origin);
      TautVector way = taut_vector_subtract (target, origin);
      double aa = taut_vector_dot (a, a), ab = taut_vector_dot (a, b), bb = taut_vector_dot (b, b);
      double det = aa * bb - ab * ab;

      if (det > 1e-9)
        {
          double pa = taut_vector_dot (way, a), pb = taut_vector_dot (way, b);

          dx = CLAMP ((bb * pa - ab * pb) / det, -2, 2);
          dy = CLAMP ((aa * pb - ab * pa) / det, -2, 2);
        }
    }

  return (TautOutlinePoint) { art->x + (column + 0.5 + dx) * art->step,
                              art->y + (row + 0.5 + dy) * art->step };
}

/* Each vertex is shown by the sample nearest to it. */
static void
note_nearest (Sight      *sight,
              double     *distances,
              guint       vertex,
              TautVector  position,
              guint       column,
              guint       row)
{
  double distance = taut_vector_length (taut_vector_subtract
                                        (sight->sheet->vertices[vertex].position, position));

  if (distance >= distances[vertex])
    return;

  distances[vertex] = distance;
  sight->points[vertex] = (TautOutlinePoint) { column, row };
  sight->seen[vertex] = TRUE;
}

/* The neighbours on the mesh, too, since samples may lie less dense than vertices. */
static void
note_vertices (Sight      *sight,
               double     *distances,
               guint       vertex,
               TautVector  position,
               guint       column,
               guint       row)
{
  const TautMuscleSheet *sheet = sight->sheet;
  int at[2] = { (int) (vertex / sheet->n_rows), (int) (vertex % sheet->n_rows) };

  for (int i = MAX (at[0] - 1, 0); i <= MIN (at[0] + 1, (int) sheet->n_columns - 1); i++)
    for (int k = MAX (at[1] - 1, 0); k <= MIN (at[1] + 1, (int) sheet->n_rows - 1); k++)
      note_nearest (sight, distances, i * sheet->n_rows + k, position, column, row);
}

static gboolean
find (const TautMuscleSheet *sheet,
      guint                  hint,
      TautVector             position,
      TautVector             normal,
      TautSheetPlace        *place)
{
  return hint == G_MAXUINT ? taut_muscle_sheet_find (sheet, position, normal, place) :
                             taut_muscle_sheet_find_near (sheet, hint, position, normal, place);
}

static void
read_samples (Sight        *sight,
              const GArray *cells)
{
  TautMuscleArt *art = sight->art;
  guint n_vertices = sight->sheet->n_rows * sight->sheet->n_columns;
  g_autofree double *distances = g_new (double, n_vertices);

  for (guint i = 0; i < n_vertices; i++)
    distances[i] = SEEN_REACH;

  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      const TautSkinCell *c = taut_skin_get_cell (art->skin, cell);
      TautVector normal = { sight->mirrored ? -c->normal[0] : c->normal[0],
                            c->normal[1], c->normal[2] };
      guint hint = G_MAXUINT;

      for (guint k = art->starts[cell]; k < art->starts[cell + 1]; k++)
        {
          guint column = art->places[k] % art->width;
          guint row = art->places[k] / art->width;
          TautVector position = get_position (sight, &art->samples[art->places[k]]);
          TautSheetPlace *place = &sight->places[(row - sight->top) * sight->width +
                                                 column - sight->left];

          if (!find (sight->sheet, hint, position, normal, place))
            {
              place->depth = OUTSIDE;
              continue;
            }
          hint = place->vertex;
          if (place->depth > -1)
            note_vertices (sight, distances, place->vertex, position, column, row);
        }
    }

  for (guint i = 0; i < n_vertices; i++)
    if (sight->seen[i])
      sight->points[i] = refine_point (sight, sight->points[i].x, sight->points[i].y,
                                       sight->sheet->vertices[i].position);
}

static void
sight_clear (Sight *sight)
{
  g_free (sight->places);
  g_free (sight->points);
  g_free (sight->seen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sight, sight_clear)

static gboolean
see (Sight *sight)
{
  g_autoptr (GArray) cells = list_cells (sight->art, sight->sheet, sight->mirrored);
  guint n_vertices = sight->sheet->n_rows * sight->sheet->n_columns;

  if (!set_frame (sight, cells))
    return FALSE;

  sight->places = g_new0 (TautSheetPlace, sight->width * sight->height);
  for (guint i = 0; i < sight->width * sight->height; i++)
    sight->places[i].depth = OUTSIDE;
  sight->points = g_new0 (TautOutlinePoint, n_vertices);
  sight->seen = g_new0 (gboolean, n_vertices);
  read_samples (sight, cells);

  return TRUE;
}

/* Areas */

/* How deep inside an area of the sheet a place lies, figure units. */
typedef double (* AreaFunc) (const Sight          *sight,
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
get_width (const Sight          *sight,
           const TautSheetPlace *place)
{
  return get_share (sight->sheet->widths, sight->sheet->n_rows, place->along);
}

static double
get_length (const Sight          *sight,
            const TautSheetPlace *place)
{
  return get_share (sight->sheet->lengths, sight->sheet->n_columns, place->across);
}

static double
measure_belly (const Sight          *sight,
               const TautSheetPlace *place)
{
  return place->depth - INSET;
}

static double
measure_core (const Sight          *sight,
              const TautSheetPlace *place)
{
  return place->depth - INSET - MIN (RIM_SHARE * get_width (sight, place), RIM_MOST);
}

static double
measure_inner (const Sight          *sight,
               const TautSheetPlace *place)
{
  return place->depth - INSET - MIN (RIM_SHARE * get_width (sight, place), RIM_MOST) / 2.4;
}

static double
measure_light (const Sight          *sight,
               const TautSheetPlace *place)
{
  double across = MIN (place->across - LIGHT_SHARE, 1 - LIGHT_SHARE - place->across);
  double along = MIN (place->along - 0.12, 0.88 - place->along);

  return MIN (across * get_width (sight, place), along * get_length (sight, place));
}

/* The part @part of the tendons at both ends. */
static double
measure_tendon_part (const Sight          *sight,
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
measure_tendon (const Sight          *sight,
                const TautSheetPlace *place)
{
  return measure_tendon_part (sight, place, 0.6);
}

static double
measure_tendon_edge (const Sight          *sight,
                     const TautSheetPlace *place)
{
  return measure_tendon_part (sight, place, 0.95);
}

/* The path data of an area; of specks and of nothing an empty text. */
static char *
trace (const Sight *sight,
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

      if (fabs (taut_line_get_area (line)) < LEAST_AREA * art->step / COARSEST_STEP)
        continue;
      smooth = taut_line_smooth (line, sigma * art->step / COARSEST_STEP);
      simple = taut_line_simplify (smooth, tolerance * art->step / COARSEST_STEP);
      taut_svg_pen_follow (&pen, simple, FALSE);
      taut_svg_pen_close (&pen);
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
get_point (const Sight      *sight,
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
draw_piece (const Sight *sight,
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
draw_fibre (const Sight *sight,
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
draw_one_fibre (const Sight *sight,
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
draw_fibres (const Sight *sight,
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

static void
append_lines (GString    *svg,
              const char *style,
              const char *stroke,
              const char *width,
              const char *path)
{
  if (*path == '\0')
    return;

  g_string_append_printf (svg, "<path class=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
                               " d=\"%s\"/>\n", style, stroke, width, path);
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
append_areas (const Sight *sight,
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
append_fibres (const Sight *sight,
               GString     *svg)
{
  GString *fibres[N_FIBRES];

  for (guint i = 0; i < N_FIBRES; i++)
    fibres[i] = g_string_new (NULL);
  draw_fibres (sight, fibres);

  append_lines (svg, "fibre-finger", "#efe3cc", ".9", fibres[FIBRES_FINGER]->str);
  append_lines (svg, "fibre-light", "#dd9c89", ".5", fibres[FIBRES_LIGHT]->str);
  append_lines (svg, "fibre-dark", "#a0523f", ".5", fibres[FIBRES_DARK]->str);
  append_lines (svg, "fibre-tendon", "#c9b48c", ".35", fibres[FIBRES_TENDON]->str);

  for (guint i = 0; i < N_FIBRES; i++)
    g_string_free (fibres[i], TRUE);
}

void
taut_muscle_art_append (TautMuscleArt         *art,
                        const TautMuscleSheet *sheet,
                        TautSide               side,
                        GString               *svg)
{
  g_auto (Sight) sight = { art, sheet, side == TAUT_SIDE_RIGHT, };
  g_autofree char *outline = NULL;
  gboolean sinew;

  g_return_if_fail (art != NULL);
  g_return_if_fail (sheet != NULL);
  g_return_if_fail (svg != NULL);

  if (!see (&sight))
    return;
  outline = trace (&sight, measure_belly, SIGMA, TOLERANCE, DECIMALS);
  if (*outline == '\0')
    return;

  sinew = is_all_tendon (sheet);
  append_areas (&sight, sinew, outline, svg);
  append_fibres (&sight, svg);
  append_lines (svg, sinew ? "tendon-outline" : "muscle-outline", sinew ? "#9b8660" : "#6b2b24",
                ".55", outline);
}
