/* taut-routine-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A picture is a piece of a view: what is felt, tinted and hatched, so that it
 * reads without colour; the tool where it goes; an arrow where something moves;
 * for a habit a sign in the corner, or the sign alone where the picture is small. */

#define G_LOG_DOMAIN "taut-routine-picture"

#include "config.h"

#include "taut-routine-picture.h"

#include <math.h>

#include "taut-own-picture.h"
#include "taut-routine-symbol.h"
#include "taut-routine-tool.h"
#include "taut-spot-place.h"

/* Figure units. */
#define PADDING 26.0
#define CROP_MIN 130.0
/* The figure may end this far from the rim of a picture. */
#define MARGIN 22.0
/* A tennis ball. */
#define BALL_RADIUS 19.0

/* Shares of the smaller side of a picture. */
#define TOOL_MIN 0.08
#define TOOL_MAX 0.125
#define ARROW_WIDTH 0.022
#define SIGN_SIZE 0.4
#define CORNER 0.07

/* A picture smaller than this shows the sign of a habit and nothing else. */
#define SMALL_PX 72.0
#define HATCH_PX 5.0
#define CORNER_MAX_PX 8.0

/* Both sides are shown together where that does not make a picture much wider. */
#define BOTH_MOST 1.9

typedef struct
{
  TautAtlas *atlas;
  const TautRoutine *routine;
  TautChartPainter *painter;
  TautView *view;
  TautStyle style;
  const TautPalette *palette;
  TautSide side;
  gboolean both;
  TautViewBounds crop;
  double scale;
  double width;
  double height;
} Picture;

/* Places */

static TautChartPainter *
find_painter (GPtrArray  *painters,
              const char *id)
{
  g_assert (painters != NULL);
  g_assert (id != NULL);

  for (guint i = 0; i < painters->len; i++)
    {
      TautChartPainter *painter = g_ptr_array_index (painters, i);

      if (g_str_equal (taut_view_get_id (taut_chart_painter_get_view (painter)), id))
        return painter;
    }

  return NULL;
}

/* Pictures are authored on the left: a side view of the right is its mirror. */
static const char *
get_view_id (const TautRoutine *routine,
             TautSide           side)
{
  const char *id = routine->picture.view;

  if (side == TAUT_SIDE_LEFT)
    return id;
  if (g_str_equal (id, "left"))
    return "right";
  return g_str_equal (id, "right") ? "left" : id;
}

/* Where a place of the left side is in the view, @lift units off the skin. */
static gboolean
find_spot (const Picture       *picture,
           const TautSkinPoint *at,
           TautSide             side,
           double               lift,
           TautSpotPlace       *spot)
{
  TautSkinPoint place = side == TAUT_SIDE_LEFT ? *at : taut_skin_point_mirror (at);

  return taut_spot_place_find (picture->view, &place, lift, spot);
}

/* Box */

static void
grow_box (TautViewBounds *box,
          double          x,
          double          y,
          double          radius)
{
  double left = box->width < 0 ? x - radius : MIN (box->x, x - radius);
  double top = box->width < 0 ? y - radius : MIN (box->y, y - radius);
  double right = box->width < 0 ? x + radius : MAX (box->x + box->width, x + radius);
  double bottom = box->width < 0 ? y + radius : MAX (box->y + box->height, y + radius);

  *box = (TautViewBounds) { left, top, right - left, bottom - top };
}

static void
grow_by_side (const Picture  *picture,
              TautSide        side,
              TautViewBounds *box)
{
  const TautRoutinePicture *authored = &picture->routine->picture;
  TautViewBounds part;
  TautSpotPlace spot;

  for (guint i = 0; authored->felt[i] != NULL; i++)
    {
      const TautArea *area = taut_atlas_find_area (picture->atlas, authored->felt[i]);

      if (!taut_chart_painter_get_area_extents (picture->painter, area, side, &part))
        continue;
      grow_box (box, part.x, part.y, 0);
      grow_box (box, part.x + part.width, part.y + part.height, 0);
    }
  for (guint i = 0; i < authored->n_spots; i++)
    if (find_spot (picture, &authored->spots[i], side, 0, &spot))
      grow_box (box, spot.x + spot.away_x * BALL_RADIUS, spot.y + spot.away_y * BALL_RADIUS,
                BALL_RADIUS);
  for (guint i = 0; authored->arrow != NULL && i < authored->arrow->n_points; i++)
    if (find_spot (picture, &authored->arrow->points[i].at, side,
                   authored->arrow->points[i].radius / TAUT_MM_PER_UNIT, &spot))
      grow_box (box, spot.x, spot.y, 6);
}

/* Decides whether one side or both are shown, and how much around them. */
static gboolean
choose_crop (Picture  *picture,
             gboolean  both)
{
  TautViewBounds box = { 0, 0, -1, -1 };
  TautViewBounds wide;
  TautViewBounds bounds = taut_view_get_bounds (picture->view);
  double aspect = picture->width / picture->height;
  double width, height;

  grow_by_side (picture, picture->side, &box);
  if (box.width < 0)
    return FALSE;

  wide = box;
  grow_by_side (picture, picture->side == TAUT_SIDE_LEFT ? TAUT_SIDE_RIGHT : TAUT_SIDE_LEFT, &wide);
  picture->both = both && wide.width < MAX (BOTH_MOST * box.width, CROP_MIN);
  if (picture->both)
    box = wide;

  height = MAX (CROP_MIN, box.height + 2 * PADDING);
  width = MAX (box.width + 2 * PADDING, height * aspect);
  height = width / aspect;
  picture->crop = (TautViewBounds) { box.x + (box.width - width) / 2,
                                     box.y + (box.height - height) / 2, width, height };
  /* Rather neck below the head than air above it. */
  if (height < bounds.height)
    picture->crop.y = CLAMP (picture->crop.y, bounds.y - MARGIN,
                             bounds.y + bounds.height + MARGIN - height);
  picture->scale = picture->width / width;

  return TRUE;
}

/* Painting */

static void
add_card (const Picture *picture,
          cairo_t       *cr)
{
  double radius = MIN (CORNER_MAX_PX, CORNER * MIN (picture->width, picture->height));
  double right = picture->width;
  double bottom = picture->height;

  cairo_new_path (cr);
  cairo_arc (cr, right - radius, radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, radius, radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Diagonal lines over the clip, fixed to the picture. */
static void
hatch (const Picture *picture,
       cairo_t       *cr)
{
  double step = MIN (HATCH_PX, picture->height / 14);
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  for (double d = floor ((left + top) / step) * step; d < right + bottom; d += step)
    {
      cairo_move_to (cr, d - top, top);
      cairo_line_to (cr, d - bottom, bottom);
    }
  /* Without colour the lines carry it all. */
  if (picture->style == TAUT_STYLE_MONOCHROME)
    taut_color_set_source (picture->palette->text, 0.9, cr);
  else
    taut_color_set_source (picture->palette->ramp[3], 0.75, cr);
  cairo_set_line_width (cr, MIN (0.9, step / 4));
  cairo_stroke (cr);
}

static void
paint_felt (const Picture *picture,
            TautSide       side,
            cairo_t       *cr)
{
  char **felt = picture->routine->picture.felt;
  gboolean any = FALSE;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; felt[i] != NULL; i++)
    any |= taut_chart_painter_add_area (picture->painter, cr,
                                        taut_atlas_find_area (picture->atlas, felt[i]),
                                        side, picture->scale);
  if (any)
    {
      taut_color_set_source (picture->palette->ramp[1], 0.5, cr);
      cairo_fill_preserve (cr);
      cairo_clip (cr);
      hatch (picture, cr);
    }
  cairo_restore (cr);
}

static void
add_arrow_head (const TautOutlinePoint *tip,
                double                  angle,
                double                  size,
                cairo_t                *cr)
{
  cairo_move_to (cr, tip->x - size * cos (angle - 0.55), tip->y - size * sin (angle - 0.55));
  cairo_line_to (cr, tip->x, tip->y);
  cairo_line_to (cr, tip->x - size * cos (angle + 0.55), tip->y - size * sin (angle + 0.55));
}

static void
add_arrow (const TautLine *line,
           double          head,
           cairo_t        *cr)
{
  const TautOutlinePoint *tip = &line->points[line->n_points - 1];
  guint from = line->n_points - 1;

  cairo_move_to (cr, line->points[0].x, line->points[0].y);
  for (guint i = 1; i < line->n_points; i++)
    cairo_line_to (cr, line->points[i].x, line->points[i].y);

  /* The head looks where the last piece of its own length goes. */
  while (from > 0 && hypot (tip->x - line->points[from].x, tip->y - line->points[from].y) < head)
    from--;
  add_arrow_head (tip, atan2 (tip->y - line->points[from].y, tip->x - line->points[from].x),
                  head, cr);
}

static void
paint_arrow (const Picture *picture,
             TautSide       side,
             cairo_t       *cr)
{
  const TautStroke *arrow = picture->routine->picture.arrow;
  double width = CLAMP (ARROW_WIDTH * MIN (picture->width, picture->height), 1.6, 4.5);
  g_autofree TautOutlinePoint *points = NULL;
  g_autoptr (TautLine) corners = NULL;
  g_autoptr (TautLine) line = NULL;

  if (arrow == NULL)
    return;

  points = g_new0 (TautOutlinePoint, arrow->n_points);
  for (guint i = 0; i < arrow->n_points; i++)
    {
      TautSpotPlace spot;

      if (!find_spot (picture, &arrow->points[i].at, side,
                      arrow->points[i].radius / TAUT_MM_PER_UNIT, &spot))
        return;
      points[i] = (TautOutlinePoint) { spot.x * picture->scale, spot.y * picture->scale };
    }
  corners = taut_line_new (points, arrow->n_points, FALSE);
  line = taut_line_refine (corners, 12);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_arrow (line, 3.6 * width, cr);
  taut_color_set_source (picture->palette->canvas, 0.9, cr);
  cairo_set_line_width (cr, 2 * width);
  cairo_stroke_preserve (cr);
  taut_color_set_source (picture->palette->text, 1, cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The direction of the limb at a place, as the view sees it. */
static void
find_limb (const Picture       *picture,
           const TautSkinPoint *at,
           TautSide             side,
           TautToolPlace       *place)
{
  TautSkinPoint above = *at;
  TautSkinPoint below = *at;
  TautSpotPlace from, to;
  double length = 0;

  above.u -= 0.06;
  below.u += 0.06;
  place->limb_x = 0;
  place->limb_y = 1;
  if (find_spot (picture, &above, side, 0, &from) && find_spot (picture, &below, side, 0, &to))
    length = hypot (to.x - from.x, to.y - from.y);
  if (length > 0)
    {
      place->limb_x = (to.x - from.x) / length;
      place->limb_y = (to.y - from.y) / length;
    }
}

static double
get_outside (const Picture *picture,
             TautSide       side)
{
  switch (taut_view_get_facing (picture->view))
    {
    case TAUT_VIEW_FACING_FRONT:
      return side == TAUT_SIDE_LEFT ? 1 : -1;
    case TAUT_VIEW_FACING_BACK:
      return side == TAUT_SIDE_LEFT ? -1 : 1;
    case TAUT_VIEW_FACING_LEFT:
      return 1;
    case TAUT_VIEW_FACING_RIGHT:
      return -1;
    default:
      g_assert_not_reached ();
    }
}

static void
paint_tools (const Picture *picture,
             TautSide       side,
             cairo_t       *cr)
{
  const TautRoutinePicture *authored = &picture->routine->picture;
  double smaller = MIN (picture->width, picture->height);

  for (guint i = 0; i < authored->n_spots; i++)
    {
      TautToolPlace place = { 0 };
      TautSpotPlace spot;

      if (!find_spot (picture, &authored->spots[i], side, 0, &spot))
        continue;
      place.x = spot.x * picture->scale;
      place.y = spot.y * picture->scale;
      place.away_x = spot.away_x;
      place.away_y = spot.away_y;
      place.outside = get_outside (picture, side);
      place.radius = CLAMP (BALL_RADIUS * picture->scale, TOOL_MIN * smaller, TOOL_MAX * smaller);
      find_limb (picture, &authored->spots[i], side, &place);
      taut_routine_tool_draw (picture->routine, &place, picture->palette, cr);
    }
}

static void
paint_sign (const Picture *picture,
            cairo_t       *cr)
{
  double size = SIGN_SIZE * MIN (picture->width, picture->height);
  double x = picture->width - size * 0.62;
  double y = picture->height - size * 0.62;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, size / 2, 0, 2 * G_PI);
  taut_color_set_source (picture->palette->card, 0.96, cr);
  cairo_fill_preserve (cr);
  taut_color_set_source (picture->palette->text, 0.4, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  taut_routine_symbol_draw (picture->routine->picture.symbol, x, y, size * 0.64,
                            picture->palette, cr);
}

static void
paint_side (const Picture *picture,
            TautSide       side,
            cairo_t       *cr)
{
  cairo_save (cr);
  cairo_translate (cr, -picture->crop.x * picture->scale, -picture->crop.y * picture->scale);
  paint_felt (picture, side, cr);
  /* Two arrows would cross or meet. */
  if (side == picture->side)
    paint_arrow (picture, side, cr);
  paint_tools (picture, side, cr);
  cairo_restore (cr);
}

static void
paint_body (const Picture *picture,
            cairo_t       *cr)
{
  g_autoptr (GError) error = NULL;

  cairo_save (cr);
  cairo_translate (cr, -picture->crop.x * picture->scale, -picture->crop.y * picture->scale);
  if (!taut_chart_painter_paint_art (picture->painter, cr, picture->scale, picture->style, &error))
    g_warning ("Cannot draw the body: %s", error->message);
  cairo_restore (cr);

  if (picture->both)
    paint_side (picture, picture->side == TAUT_SIDE_LEFT ? TAUT_SIDE_RIGHT : TAUT_SIDE_LEFT, cr);
  paint_side (picture, picture->side, cr);
}

static void
paint_routine (Picture  *picture,
               gboolean  both,
               cairo_t  *cr)
{
  const char *symbol = picture->routine->picture.symbol;
  double smaller = MIN (picture->width, picture->height);
  gboolean sign_alone = symbol != NULL && smaller < SMALL_PX;

  if (!sign_alone && !choose_crop (picture, both))
    return;

  cairo_save (cr);
  add_card (picture, cr);
  taut_color_set_source (picture->palette->canvas, 1, cr);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  if (sign_alone)
    taut_routine_symbol_draw (symbol, picture->width / 2, picture->height / 2, smaller * 0.72,
                              picture->palette, cr);
  else
    paint_body (picture, cr);
  if (symbol != NULL && !sign_alone)
    paint_sign (picture, cr);
  cairo_restore (cr);

  add_card (picture, cr);
  taut_color_set_source (picture->palette->text, 0.2, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* On a card as all other pictures; what is no picture has none, and a
 * pen stands for it in a list. */
static void
paint_own (const Picture *picture,
           GBytes        *own,
           cairo_t       *cr)
{
  cairo_rectangle_t frame = { 0, 0, picture->width, picture->height };
  double smaller = MIN (picture->width, picture->height);
  gboolean drawn;

  cairo_save (cr);
  add_card (picture, cr);
  cairo_clip (cr);
  cairo_push_group (cr);
  taut_color_set_source (picture->palette->canvas, 1, cr);
  cairo_paint (cr);
  drawn = own != NULL
          && taut_own_picture_draw (own, &frame, picture->style == TAUT_STYLE_MONOCHROME, cr);
  if (!drawn && smaller < SMALL_PX)
    {
      taut_routine_symbol_draw ("pen", picture->width / 2, picture->height / 2, smaller * 0.6,
                                picture->palette, cr);
      drawn = TRUE;
    }
  cairo_pop_group_to_source (cr);
  if (drawn)
    cairo_paint (cr);
  cairo_restore (cr);
  if (!drawn)
    return;

  add_card (picture, cr);
  taut_color_set_source (picture->palette->text, 0.2, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

void
taut_routine_picture_paint (TautAtlas              *atlas,
                            GPtrArray              *painters,
                            const TautPrescription *prescription,
                            TautStyle               style,
                            cairo_t                *cr,
                            double                  width,
                            double                  height)
{
  Picture picture = { 0 };
  GBytes *own = NULL;

  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (painters != NULL);
  g_return_if_fail (prescription != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (width > 0 && height > 0);

  if (prescription->own != NULL)
    own = taut_own_routine_get_picture (prescription->own);
  picture.width = width;
  picture.height = height;
  picture.style = style;
  picture.palette = taut_palette_get (style);
  if (prescription->own != NULL)
    paint_own (&picture, own, cr);
  if (prescription->routine == NULL)
    return;

  picture.atlas = atlas;
  picture.routine = prescription->routine;
  picture.side = prescription->both_sides ? TAUT_SIDE_LEFT : prescription->side;
  picture.painter = find_painter (painters, get_view_id (picture.routine, picture.side));
  if (picture.painter == NULL)
    return;

  picture.view = taut_chart_painter_get_view (picture.painter);
  paint_routine (&picture, prescription->both_sides, cr);
}
