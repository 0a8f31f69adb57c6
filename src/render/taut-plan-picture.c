/* taut-plan-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-picture"

#include "config.h"

#include "taut-plan-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "taut-document.h"
#include "taut-palette.h"
#include "taut-plan-letters.h"
#include "taut-text.h"

/* What surrounds the marks, so that one sees where on the body they are:
 * smallest sizes of a crop, figure units. */
#define MARKS_HEIGHT 420.0
#define ZONES_HEIGHT 230.0
#define SPOT_HEIGHT 200.0
#define PADDING 34.0
/* What a badge beside a mark takes, too. */
#define BADGE_PADDING 66.0
/* A crop larger than this part of the figure shows all of it. */
#define WHOLE_PART 0.62

/* No view sees a place of the skin whose normal turns so far away from it: the cosine,
 * with room for the pose and the coarse cells of the skin. */
#define FACING_AWAY -0.5

#define FRAME_RADIUS 5.0
/* From the frame to the note at its foot. */
#define NOTE_INSET 8.0
#define NOTE_PADDING 4.0

/* Choice */

static gboolean
contains_box (const TautViewBounds *box)
{
  return box->width >= 0;
}

static void
grow_box (TautViewBounds       *box,
          const TautViewBounds *by)
{
  double right, bottom;

  g_assert (box != NULL);
  g_assert (by != NULL);

  if (!contains_box (box))
    {
      *box = *by;
      return;
    }

  right = MAX (box->x + box->width, by->x + by->width);
  bottom = MAX (box->y + box->height, by->y + by->height);
  box->x = MIN (box->x, by->x);
  box->y = MIN (box->y, by->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* How squarely a view looks at a place of the skin: 1 straight on, 0 from the
 * rim or not at all. */
static double
get_facing (TautChartPainter    *painter,
            const TautSkinPoint *place)
{
  static const TautVector towards[] = {
    [TAUT_VIEW_FACING_FRONT] = { 0, 0, 1 },
    [TAUT_VIEW_FACING_BACK] = { 0, 0, -1 },
    [TAUT_VIEW_FACING_LEFT] = { 1, 0, 0 },
    [TAUT_VIEW_FACING_RIGHT] = { -1, 0, 0 },
  };
  TautView *view = taut_chart_painter_get_view (painter);
  TautVector normal;
  double facing;
  double x, y;

  if (!taut_skin_locate (taut_view_get_skin (view), place, NULL, &normal))
    return 0;

  facing = taut_vector_dot (normal, towards[taut_view_get_facing (view)]);
  /* Looking through the whole view takes longer. */
  if (facing < FACING_AWAY || !taut_view_project (view, place, &x, &y))
    return 0;

  return MAX (0.01, facing);
}

static const TautPoint *
get_point (TautChartPainter *painter,
           TautMark         *mark)
{
  const char *id = taut_mark_get_point_id (mark);

  if (id == NULL)
    return NULL;

  return taut_atlas_find_point (taut_chart_painter_get_atlas (painter), id);
}

static double
rate_marks (TautChartPainter *painter,
            GListModel       *marks)
{
  double rating = 0;

  g_assert (TAUT_IS_CHART_PAINTER (painter));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      double facing = get_facing (painter, taut_mark_get_place (mark));

      /* To be seen at all counts most. */
      if (facing > 0)
        rating += 1 + facing;
    }

  return rating;
}

static double
rate_zones (TautChartPainter *painter,
            GListModel       *marks)
{
  double rating = 0;

  g_assert (TAUT_IS_CHART_PAINTER (painter));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      const TautPoint *point = get_point (painter, mark);

      if (point != NULL)
        rating += taut_chart_painter_measure_zones (painter, point, taut_mark_get_side (mark));
    }

  return rating;
}

typedef double (* RateFunc) (TautChartPainter *painter,
                             GListModel       *marks);

/* The painter of the best view, but not @not_this; NULL when none shows
 * anything. */
static TautChartPainter *
choose_view (GPtrArray        *painters,
             GListModel       *marks,
             RateFunc          rate,
             TautChartPainter *not_this)
{
  TautChartPainter *best = NULL;
  double highest = 0;

  g_assert (painters != NULL);

  for (guint i = 0; i < painters->len; i++)
    {
      TautChartPainter *painter = g_ptr_array_index (painters, i);
      double rating = painter == not_this ? 0 : rate (painter, marks);

      if (rating > highest)
        {
          highest = rating;
          best = painter;
        }
    }

  return best;
}

static TautMark *
find_strongest (GListModel *marks)
{
  g_autoptr (TautMark) strongest = g_list_model_get_item (marks, 0);

  for (guint i = 1; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);

      if (taut_mark_get_intensity (mark) > taut_mark_get_intensity (strongest))
        g_set_object (&strongest, mark);
    }

  return g_steal_pointer (&strongest);
}

/* Focus */

/* The box around what a view shows of the marks; of negative width when that
 * is nothing. */
static void
find_marks_box (TautChartPainter *painter,
                GListModel       *marks,
                gboolean          zones,
                TautViewBounds   *box,
                guint            *n_hidden)
{
  g_assert (TAUT_IS_CHART_PAINTER (painter));
  g_assert (box != NULL);

  *box = (TautViewBounds) { 0, 0, -1, -1 };
  *n_hidden = 0;
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      const TautPoint *point = zones ? get_point (painter, mark) : NULL;
      TautViewBounds part = { 0 };

      if (taut_view_project (taut_chart_painter_get_view (painter), taut_mark_get_place (mark),
                             &part.x, &part.y))
        grow_box (box, &part);
      else
        (*n_hidden)++;
      if (point != NULL &&
          taut_chart_painter_get_zone_extents (painter, point, taut_mark_get_side (mark), &part))
        grow_box (box, &part);
    }
}

/* Pads a box to at least @height, or to the whole figure when it is large. */
static void
set_focus (TautPlanPicture      *picture,
           const TautViewBounds *box,
           double                height)
{
  double padding = picture->badges ? BADGE_PADDING : PADDING;
  TautViewBounds bounds;
  double centre_x, centre_y;

  g_assert (picture != NULL);
  g_assert (box != NULL);

  bounds = taut_view_get_bounds (taut_chart_painter_get_view (picture->painter));
  picture->focus = bounds;
  if (!contains_box (box) || box->height + 2 * PADDING > WHOLE_PART * bounds.height)
    return;

  centre_x = box->x + box->width / 2;
  centre_y = box->y + box->height / 2;
  height = MAX (height, box->height + 2 * padding);
  picture->focus.width = box->width + 2 * padding;
  picture->focus.height = height;
  picture->focus.x = centre_x - picture->focus.width / 2;
  /* Keeps to the figure, so that a mark on the head has the neck below it
   * rather than air above it. */
  picture->focus.y = CLAMP (centre_y - height / 2, bounds.y - PADDING / 2,
                            bounds.y + bounds.height + PADDING / 2 - height);
}

static void
choose_marks_picture (GPtrArray       *painters,
                      GListModel      *marks,
                      TautPlanPicture *picture)
{
  TautViewBounds box;

  picture->title = _("What you marked");
  picture->badges = TRUE;
  picture->painter = choose_view (painters, marks, rate_marks, NULL);
  if (picture->painter == NULL)
    picture->painter = g_ptr_array_index (painters, 0);

  find_marks_box (picture->painter, marks, FALSE, &box, &picture->n_hidden);
  set_focus (picture, &box, MARKS_HEIGHT);
}

static void
choose_zones_picture (GPtrArray             *painters,
                      GListModel            *marks,
                      const TautPlanPicture *first,
                      TautPlanPicture       *picture)
{
  TautViewBounds box;
  guint n_hidden;

  picture->title = g_list_model_get_n_items (marks) == 1 ? _("Where this spot often sends pain")
                                                         : _("Where they often send pain");
  picture->zones = TRUE;
  picture->painter = choose_view (painters, marks, rate_zones, NULL);
  if (picture->painter == NULL)
    {
      picture->title = _("Seen from another side");
      picture->painter = choose_view (painters, marks, rate_marks, first->painter);
    }
  if (picture->painter == NULL)
    picture->painter = g_ptr_array_index (painters, first->painter ==
                                          g_ptr_array_index (painters, 0) ? 1 : 0);

  find_marks_box (picture->painter, marks, TRUE, &box, &n_hidden);
  set_focus (picture, &box, ZONES_HEIGHT);
}

static void
choose_spot_picture (GPtrArray       *painters,
                     GListModel      *marks,
                     TautPlanPicture *picture)
{
  g_autoptr (TautMark) strongest = find_strongest (marks);
  g_autoptr (GListStore) alone = g_list_store_new (TAUT_TYPE_MARK);
  TautViewBounds box;
  guint n_hidden;

  g_list_store_append (alone, strongest);
  picture->title = g_list_model_get_n_items (marks) == 1 ? _("Where the spot is")
                                                         : _("Where the strongest spot is");
  picture->painter = choose_view (painters, G_LIST_MODEL (alone), rate_marks, NULL);
  if (picture->painter == NULL)
    picture->painter = g_ptr_array_index (painters, 0);

  find_marks_box (picture->painter, G_LIST_MODEL (alone), FALSE, &box, &n_hidden);
  set_focus (picture, &box, SPOT_HEIGHT);
}

static const char *
get_view_title (TautChartPainter *painter)
{
  switch (taut_view_get_facing (taut_chart_painter_get_view (painter)))
    {
    case TAUT_VIEW_FACING_FRONT:
      return _("Front");
    case TAUT_VIEW_FACING_BACK:
      return _("Back");
    case TAUT_VIEW_FACING_LEFT:
      return _("Left side");
    case TAUT_VIEW_FACING_RIGHT:
      return _("Right side");
    default:
      g_assert_not_reached ();
    }
}

void
taut_plan_pictures_choose (GPtrArray       *painters,
                           GListModel      *marks,
                           TautPlanPicture  pictures[TAUT_N_PLAN_PICTURES])
{
  g_return_if_fail (painters != NULL && painters->len >= TAUT_N_PLAN_PICTURES);
  g_return_if_fail (G_IS_LIST_MODEL (marks));
  g_return_if_fail (pictures != NULL);

  for (guint i = 0; i < TAUT_N_PLAN_PICTURES; i++)
    {
      TautChartPainter *painter = g_ptr_array_index (painters, i);

      pictures[i] = (TautPlanPicture) { get_view_title (painter), painter };
      pictures[i].focus = taut_view_get_bounds (taut_chart_painter_get_view (painter));
    }
  if (g_list_model_get_n_items (marks) == 0)
    return;

  choose_marks_picture (painters, marks, &pictures[0]);
  choose_zones_picture (painters, marks, &pictures[0], &pictures[1]);
  choose_spot_picture (painters, marks, &pictures[2]);
}

/* Drawing */

void
taut_plan_picture_crop (const TautPlanPicture *picture,
                        double                 aspect,
                        TautViewBounds        *crop)
{
  TautViewBounds bounds;

  g_return_if_fail (picture != NULL);
  g_return_if_fail (aspect > 0);
  g_return_if_fail (crop != NULL);

  bounds = taut_view_get_bounds (taut_chart_painter_get_view (picture->painter));
  *crop = picture->focus;
  if (crop->height >= bounds.height)
    {
      crop->y -= 0.04 * bounds.height;
      crop->height *= 1.08;
    }
  if (crop->width < crop->height * aspect)
    {
      double width = crop->height * aspect;

      crop->x -= (width - crop->width) / 2;
      crop->width = width;
    }
  else
    {
      double height = crop->width / aspect;

      crop->y -= (height - crop->height) / 2;
      crop->height = height;
    }
  /* The body stays in the picture when its rim is near. */
  if (crop->width < bounds.width)
    crop->x = CLAMP (crop->x, bounds.x - PADDING, bounds.x + bounds.width + PADDING - crop->width);
}

static void
add_frame (const cairo_rectangle_t *frame,
           cairo_t                 *cr)
{
  double radius = FRAME_RADIUS;
  double right = frame->x + frame->width;
  double bottom = frame->y + frame->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, frame->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, frame->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, frame->x + radius, frame->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
draw_hidden_note (const TautPlanPicture   *picture,
                  const cairo_rectangle_t *frame,
                  double                   letters,
                  const TautPalette       *palette,
                  cairo_t                 *cr)
{
  TautTextStyle style = { TAUT_FACE_PAPER, letters, PANGO_WEIGHT_NORMAL, palette->dim_text };
  g_autofree char *note = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (picture->n_hidden == 0)
    return;

  note = g_strdup_printf (ngettext ("%u more spot, not seen from here",
                                    "%u more spots, not seen from here", picture->n_hidden),
                          picture->n_hidden);
  layout = taut_text_new_layout (cr, &style, note, frame->width - 2 * NOTE_INSET);
  height = taut_text_get_height (layout) + NOTE_PADDING * 2;

  /* On a ground of its own, for feet may stand here. */
  cairo_save (cr);
  cairo_new_path (cr);
  add_frame (frame, cr);
  cairo_clip (cr);
  cairo_rectangle (cr, frame->x, frame->y + frame->height - height, frame->width, height);
  taut_color_set_source (palette->canvas, 0.92, cr);
  cairo_fill (cr);
  cairo_restore (cr);
  taut_text_show (cr, layout, &style, frame->x + NOTE_INSET,
                  frame->y + frame->height - height + NOTE_PADDING);
}

static void
paint_zones (const TautPlanPicture *picture,
             GListModel            *marks,
             double                 scale,
             TautStyle              style,
             cairo_t               *cr)
{
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      const TautPoint *point = get_point (picture->painter, mark);

      if (point != NULL)
        taut_chart_painter_paint_zones (picture->painter, cr, point, taut_mark_get_side (mark),
                                        scale, style);
    }
}

static gboolean
draw_figure (const TautPlanPicture   *picture,
             GListModel              *marks,
             const cairo_rectangle_t *frame,
             TautStyle                style,
             cairo_t                 *cr,
             GError                 **error)
{
  TautViewBounds crop;
  double factor, scale;

  taut_plan_picture_crop (picture, frame->width / frame->height, &crop);
  factor = frame->width / crop.width;
  scale = factor / TAUT_PAPER_PIXEL;

  cairo_translate (cr, frame->x - crop.x * factor, frame->y - crop.y * factor);
  cairo_scale (cr, TAUT_PAPER_PIXEL, TAUT_PAPER_PIXEL);
  if (!taut_chart_painter_paint_art (picture->painter, cr, scale, style, error))
    return FALSE;

  if (picture->zones)
    paint_zones (picture, marks, scale, style, cr);
  if (picture->badges)
    taut_chart_painter_paint_marks (picture->painter, cr, marks, NULL, scale, style);
  else
    taut_chart_painter_paint_crosses (picture->painter, cr, marks, scale, style);

  return taut_document_check_status (cairo_status (cr), error);
}

gboolean
taut_plan_picture_draw (const TautPlanPicture   *picture,
                        GListModel              *marks,
                        const cairo_rectangle_t *frame,
                        double                   letters,
                        TautStyle                style,
                        cairo_t                 *cr,
                        GError                 **error)
{
  const TautPalette *palette = taut_palette_get (style);
  gboolean drawn;

  g_return_val_if_fail (picture != NULL, FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), FALSE);
  g_return_val_if_fail (frame != NULL, FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);

  cairo_save (cr);
  cairo_new_path (cr);
  add_frame (frame, cr);
  taut_color_set_source (palette->canvas, 1, cr);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  drawn = draw_figure (picture, marks, frame, style, cr, error);
  cairo_restore (cr);
  if (!drawn)
    return FALSE;

  draw_hidden_note (picture, frame, letters, palette, cr);

  /* A hairline keeps the frame where a printer leaves out the pale ground. */
  add_frame (frame, cr);
  taut_color_set_source (palette->text, 0.25, cr);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
  taut_plan_letters_draw (picture, frame, letters, palette, cr);

  return TRUE;
}
