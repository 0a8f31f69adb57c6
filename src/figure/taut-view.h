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
 * A look at the posed figure: the art is an SVG in view coordinates (figure
 * units, x to the viewer's right, y down), and the skin map tells for every
 * half unit which place of the skin is seen there. Immutable, counted, may be
 * shared between threads.
 */
typedef struct _TautView TautView;

/* Side that lies at the viewer's left, or none in a side view. */
typedef enum
{
  TAUT_VIEW_FACING_FRONT,
  TAUT_VIEW_FACING_BACK,
  TAUT_VIEW_FACING_LEFT,
  TAUT_VIEW_FACING_RIGHT,
} TautViewFacing;

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
 * taut_view_list_ids:
 *
 * Returns: (transfer none) (array zero-terminated=1): the views there are, in
 *   the order in which they are shown: front, back, left, right
 */
const char *const    *taut_view_list_ids     (void);

/**
 * taut_view_load:
 * @id: one of taut_view_list_ids()
 * @skin: the skin that the view looks at
 * @error: return location of an error
 *
 * Loads the skin map from the resources. The right view is the mirror image of
 * the left one. The resources must be registered.
 *
 * Returns: (transfer full) (nullable): the view
 */
TautView             *taut_view_load         (const char           *id,
                                              TautSkin             *skin,
                                              GError              **error);
/* The same with a skin map from elsewhere. */
TautView             *taut_view_new          (const char           *id,
                                              GBytes               *skin_map,
                                              TautSkin             *skin,
                                              GError              **error);
TautView             *taut_view_ref          (TautView             *view);
void                  taut_view_unref        (TautView             *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautView, taut_view_unref)

const char           *taut_view_get_id       (TautView             *view);
TautViewFacing        taut_view_get_facing   (TautView             *view);
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
