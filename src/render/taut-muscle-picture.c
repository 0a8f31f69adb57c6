/* taut-muscle-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-muscle-picture"

#include "config.h"

#include "taut-muscle-picture.h"

#include "taut-palette.h"
#include "taut-spot.h"

/* Figure units. */
#define PADDING 34.0
#define CROP_MIN 230.0
/* The figure may end this far from the rim of a picture. */
#define MARGIN 22.0

/* How much more of the pattern another view must show to stand beside the one that
 * shows the point; less is asked of the one that looks from the other side, which
 * shows another part of the skin. */
#define BETTER 1.25
#define BEYOND 0.4

#define GAP_PX 8.0
#define CORNER_PX 9.0
/* The points beside the one that is meant. */
#define OTHER_POINT 0.72

typedef struct
{
  const TautMuscle *muscle;
  const TautPoint *point;
  TautSide side;
  TautStyle style;
} Picture;

/* Views */

static gboolean
find_place (const Picture    *picture,
            TautChartPainter *painter,
            const TautPoint  *point,
            double           *x,
            double           *y)
{
  TautSkinPoint at = taut_point_get_place (point, picture->side);

  return taut_view_project (taut_chart_painter_get_view (painter), &at, x, y);
}

static guint
count_points (const Picture    *picture,
              TautChartPainter *painter)
{
  guint n = 0;
  double x, y;

  for (guint i = 0; i < picture->muscle->points->len; i++)
    n += find_place (picture, painter, g_ptr_array_index (picture->muscle->points, i), &x, &y);

  return n;
}

static double
measure_pattern (const Picture    *picture,
                 TautChartPainter *painter)
{
  if (picture->point == NULL)
    return 0;

  return taut_chart_painter_measure_zones (painter, picture->point, picture->side);
}

/* How squarely a view looks at a point: 1 straight on, 0 along the skin; none where
 * it does not show it. */
static double
measure_facing (const Picture    *picture,
                TautChartPainter *painter,
                const TautPoint  *point)
{
  TautView *view = taut_chart_painter_get_view (painter);
  TautSkinPoint at = taut_point_get_place (point, picture->side);
  TautVector normal;
  double x, y;

  if (!taut_view_project (view, &at, &x, &y)
      || !taut_skin_locate (taut_view_get_skin (view), &at, NULL, &normal))
    return 0;

  switch (taut_view_get_facing (view))
    {
    case TAUT_VIEW_FACING_FRONT:
      return MAX (normal.z, 0.01);
    case TAUT_VIEW_FACING_BACK:
      return MAX (-normal.z, 0.01);
    case TAUT_VIEW_FACING_LEFT:
      return MAX (normal.x, 0.01);
    case TAUT_VIEW_FACING_RIGHT:
      return MAX (-normal.x, 0.01);
    default:
      g_assert_not_reached ();
    }
}

/* The view that looks at the point most squarely, or else shows most points; that it
 * shows the pattern, too, counts half as much. */
static TautChartPainter *
choose_first (const Picture *picture,
              GPtrArray     *painters)
{
  TautChartPainter *best = NULL;
  double best_score = 0;
  double most = 1;

  for (guint i = 0; i < painters->len; i++)
    most = MAX (most, measure_pattern (picture, g_ptr_array_index (painters, i)));

  for (guint i = 0; i < painters->len; i++)
    {
      TautChartPainter *painter = g_ptr_array_index (painters, i);
      double facing = picture->point != NULL ? measure_facing (picture, painter, picture->point)
                                             : count_points (picture, painter);
      double score = facing + measure_pattern (picture, painter) / most / 2;

      /* Shown at all comes first. */
      if (facing > 0)
        score += 10;
      if (score > best_score)
        {
          best = painter;
          best_score = score;
        }
    }

  return best;
}

static gboolean
look_opposite (TautChartPainter *a,
               TautChartPainter *b)
{
  static const TautViewFacing opposites[] = {
    [TAUT_VIEW_FACING_FRONT] = TAUT_VIEW_FACING_BACK,
    [TAUT_VIEW_FACING_BACK] = TAUT_VIEW_FACING_FRONT,
    [TAUT_VIEW_FACING_LEFT] = TAUT_VIEW_FACING_RIGHT,
    [TAUT_VIEW_FACING_RIGHT] = TAUT_VIEW_FACING_LEFT,
  };

  return opposites[taut_view_get_facing (taut_chart_painter_get_view (a))]
         == taut_view_get_facing (taut_chart_painter_get_view (b));
}

static TautChartPainter *
choose_second (const Picture    *picture,
               GPtrArray        *painters,
               TautChartPainter *first)
{
  double shown = measure_pattern (picture, first);
  TautChartPainter *best = NULL;
  double most = 0;

  for (guint i = 0; i < painters->len; i++)
    {
      TautChartPainter *painter = g_ptr_array_index (painters, i);
      double pattern = measure_pattern (picture, painter);
      double needed = shown * (look_opposite (first, painter) ? BEYOND : BETTER);

      if (painter == first || pattern <= needed || pattern <= most)
        continue;
      best = painter;
      most = pattern;
    }

  return best;
}

/* Crop */

static void
grow_box (TautViewBounds *box,
          double          x,
          double          y)
{
  double left = box->width < 0 ? x : MIN (box->x, x);
  double top = box->width < 0 ? y : MIN (box->y, y);
  double right = box->width < 0 ? x : MAX (box->x + box->width, x);
  double bottom = box->width < 0 ? y : MAX (box->y + box->height, y);

  *box = (TautViewBounds) { left, top, right - left, bottom - top };
}

static gboolean
choose_crop (const Picture    *picture,
             TautChartPainter *painter,
             double            aspect,
             TautViewBounds   *crop)
{
  TautViewBounds bounds = taut_view_get_bounds (taut_chart_painter_get_view (painter));
  TautViewBounds box = { 0, 0, -1, -1 };
  TautViewBounds part;
  double width, height, x, y;

  for (guint i = 0; i < picture->muscle->points->len; i++)
    if (find_place (picture, painter, g_ptr_array_index (picture->muscle->points, i), &x, &y))
      grow_box (&box, x, y);
  if (picture->point != NULL
      && taut_chart_painter_get_zone_extents (painter, picture->point, picture->side, &part))
    {
      grow_box (&box, part.x, part.y);
      grow_box (&box, part.x + part.width, part.y + part.height);
    }
  if (box.width < 0)
    return FALSE;

  height = MAX (CROP_MIN, box.height + 2 * PADDING);
  width = MAX (box.width + 2 * PADDING, height * aspect);
  height = width / aspect;
  *crop = (TautViewBounds) { box.x + (box.width - width) / 2, box.y + (box.height - height) / 2,
                             width, height };
  /* Rather neck below the head than air above it. */
  if (height < bounds.height)
    crop->y = CLAMP (crop->y, bounds.y - MARGIN, bounds.y + bounds.height + MARGIN - height);

  return TRUE;
}

/* Painting */

static void
paint_points (const Picture    *picture,
              TautChartPainter *painter,
              double            scale,
              cairo_t          *cr)
{
  TautSpotSize size = taut_spot_get_size (scale);
  TautSpotSize smaller = size;
  double x, y;

  smaller.radius *= OTHER_POINT;
  smaller.ring *= OTHER_POINT;
  for (guint i = 0; i < picture->muscle->points->len; i++)
    {
      const TautPoint *point = g_ptr_array_index (picture->muscle->points, i);

      if (point != picture->point && find_place (picture, painter, point, &x, &y))
        taut_spot_draw_cross (x * scale, y * scale, &smaller, taut_palette_get (picture->style),
                              cr);
    }

  if (picture->point != NULL && find_place (picture, painter, picture->point, &x, &y))
    {
      TautSpot spot = { .x = x * scale, .y = y * scale, .selected = TRUE };

      taut_spot_draw (&spot, &size, picture->style, cr);
    }
}

static void
add_card (const cairo_rectangle_t *frame,
          cairo_t                 *cr)
{
  double right = frame->x + frame->width - CORNER_PX;
  double bottom = frame->y + frame->height - CORNER_PX;
  double left = frame->x + CORNER_PX;
  double top = frame->y + CORNER_PX;

  cairo_new_path (cr);
  cairo_arc (cr, right, top, CORNER_PX, -G_PI / 2, 0);
  cairo_arc (cr, right, bottom, CORNER_PX, 0, G_PI / 2);
  cairo_arc (cr, left, bottom, CORNER_PX, G_PI / 2, G_PI);
  cairo_arc (cr, left, top, CORNER_PX, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
paint_view (const Picture           *picture,
            TautChartPainter        *painter,
            const cairo_rectangle_t *frame,
            cairo_t                 *cr)
{
  const TautPalette *palette = taut_palette_get (picture->style);
  g_autoptr (GError) error = NULL;
  TautViewBounds crop;
  double scale;

  if (!choose_crop (picture, painter, frame->width / frame->height, &crop))
    return;
  scale = frame->width / crop.width;

  cairo_save (cr);
  add_card (frame, cr);
  taut_color_set_source (palette->canvas, 1, cr);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_translate (cr, frame->x - crop.x * scale, frame->y - crop.y * scale);
  if (!taut_chart_painter_paint_art (painter, cr, scale, picture->style, &error))
    g_warning ("Cannot draw the body: %s", error->message);
  if (picture->point != NULL)
    taut_chart_painter_paint_zones (painter, cr, picture->point, picture->side, scale,
                                    picture->style);
  paint_points (picture, painter, scale, cr);
  cairo_restore (cr);

  add_card (frame, cr);
  taut_color_set_source (palette->text, 0.2, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

void
taut_muscle_picture_paint (GPtrArray        *painters,
                           const TautMuscle *muscle,
                           const TautPoint  *point,
                           TautSide          side,
                           TautStyle         style,
                           cairo_t          *cr,
                           double            width,
                           double            height)
{
  const Picture picture = { muscle, point, side, style };
  cairo_rectangle_t frame = { 0.5, 0.5, width - 1, height - 1 };
  TautChartPainter *first;
  TautChartPainter *second;

  g_return_if_fail (painters != NULL);
  g_return_if_fail (muscle != NULL);
  g_return_if_fail (point == NULL || point->muscle == muscle);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (width > 2 * GAP_PX && height > 2 * CORNER_PX);

  first = choose_first (&picture, painters);
  if (first == NULL)
    return;

  second = choose_second (&picture, painters, first);
  if (second != NULL)
    frame.width = (frame.width - GAP_PX) / 2;
  paint_view (&picture, first, &frame, cr);
  if (second == NULL)
    return;

  frame.x += frame.width + GAP_PX;
  paint_view (&picture, second, &frame, cr);
}
