/* taut-view.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-outline.h"
#include "taut-skin.h"

G_BEGIN_DECLS

/**
 * TautView:
 *
 * A look at a posed figure, or a close-up of a part of it: the art is an SVG in
 * view coordinates (figure units, x to the viewer's right, y down), and the skin
 * map tells for every sample which place of the skin is seen there. Immutable,
 * counted, may be shared between threads.
 */
typedef struct _TautView TautView;

/* How the sides of the body lie: as a look at its front or its back has them, or
 * only one of them, in a side view and in a close-up of a hand or a foot. */
typedef enum
{
  TAUT_VIEW_FACING_FRONT,
  TAUT_VIEW_FACING_BACK,
  TAUT_VIEW_FACING_LEFT,
  TAUT_VIEW_FACING_RIGHT,
} TautViewFacing;

/* What a view shows. */
typedef enum
{
  TAUT_VIEW_PART_BODY,
  TAUT_VIEW_PART_HEAD,
  TAUT_VIEW_PART_HAND,
  TAUT_VIEW_PART_FOOT,
} TautViewPart;

/**
 * TautViewBounds:
 *
 * The view box of the art, in view coordinates.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TautViewBounds;

/**
 * TautStoredView:
 * @name: its files: NAME.svg and NAME.skinmap
 * @id: the view
 * @figure: the figure; close-ups that all figures share have the neutral one
 *
 * A view as it is built and stored; all others are mirror images or shared.
 */
typedef struct
{
  const char *name;
  const char *id;
  const char *figure;
} TautStoredView;

const TautStoredView *taut_view_list_stored  (guint                *n_stored);

/**
 * taut_view_list_ids:
 *
 * Returns: (transfer none) (array zero-terminated=1): the views of the whole
 *   body, in the order in which they are shown: front, back, left, right
 */
const char *const    *taut_view_list_ids     (void);
/* The same for the close-ups: head, hands, feet. */
const char *const    *taut_view_list_close_ups (void);
/* The figures; "neutral" is the first. */
const char *const    *taut_view_list_figures (void);
/* The one of them that is meant; "neutral" where there is no such figure. */
const char           *taut_view_find_figure  (const char           *figure);

/**
 * taut_view_load:
 * @id: one of taut_view_list_ids() or taut_view_list_close_ups()
 * @skin: the skin that the view looks at
 * @error: return location of an error
 *
 * Loads a view of the neutral figure from the resources, which must be
 * registered. Right views of the body, hands and feet are the mirror images of
 * left ones. What is seen of the skin is unpacked at the first question.
 *
 * Returns: (transfer full) (nullable): the view
 */
TautView             *taut_view_load         (const char           *id,
                                              TautSkin             *skin,
                                              GError              **error);
/* The same for a figure, one of taut_view_list_figures(). */
TautView             *taut_view_load_figure  (const char           *id,
                                              const char           *figure,
                                              TautSkin             *skin,
                                              GError              **error);
/* The same with a skin map from elsewhere, which is unpacked at once; @id may also be
 * the name of a stored view. */
TautView             *taut_view_new          (const char           *id,
                                              GBytes               *skin_map,
                                              TautSkin             *skin,
                                              GError              **error);
TautView             *taut_view_ref          (TautView             *view);
void                  taut_view_unref        (TautView             *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautView, taut_view_unref)

const char           *taut_view_get_id       (TautView             *view);
const char           *taut_view_get_figure   (TautView             *view);
TautViewFacing        taut_view_get_facing   (TautView             *view);
TautViewPart          taut_view_get_part     (TautView             *view);
guint                 taut_view_get_samples_per_unit (TautView     *view);
TautViewBounds        taut_view_get_bounds   (TautView             *view);
TautSkin             *taut_view_get_skin     (TautView             *view);

/* The SVG text of the art, mirrored and renamed where the view is a mirror
 * image. */
GBytes               *taut_view_load_art     (TautView             *view,
                                              GError              **error);

/* The same, with or without the layers muscles-deep and muscles-superficial, which
 * lie between skin and light. */
GBytes               *taut_view_load_layered_art (TautView         *view,
                                              gboolean              muscles,
                                              GError              **error);

/* What lies under a place of the view; %FALSE beside the body. */
gboolean              taut_view_pick         (TautView             *view,
                                              double                view_x,
                                              double                view_y,
                                              TautSkinHit          *hit);

/* The same as a place of the body at rest, figure units. */
gboolean              taut_view_look         (TautView             *view,
                                              double                view_x,
                                              double                view_y,
                                              guint                *cell,
                                              TautVector           *position);

/* The close-up that shows the place that was hit at its best, such as the palm of
 * that hand; %NULL when there is none or when @view is a close-up itself. */
const char           *taut_view_find_close_up (TautView            *view,
                                               const TautSkinHit   *hit);

/* Where a skin point is seen; %FALSE when this view does not show it. */
gboolean              taut_view_project      (TautView             *view,
                                              const TautSkinPoint  *point,
                                              double               *view_x,
                                              double               *view_y);

/**
 * taut_view_trace:
 * @view: a view
 * @strokes: (array length=n_strokes): strokes
 * @n_strokes: their number
 *
 * The soft contour of strokes as this view sees them: closed lines in view
 * coordinates where the brush has half its strength, to be filled by the
 * even-odd rule. Follows the same rule as taut_skin_cover().
 *
 * Returns: (transfer full): the contour, without lines when nothing is seen
 */
TautOutline          *taut_view_trace        (TautView                 *view,
                                              const TautStroke *const  *strokes,
                                              guint                     n_strokes);

/* The contour of a set of cells that @belongs() tells, such as an area. */
typedef gboolean (* TautCellFunc) (guint    cell,
                                   gpointer user_data);

TautOutline          *taut_view_trace_cells  (TautView             *view,
                                              TautCellFunc          belongs,
                                              gpointer              user_data);

G_END_DECLS
