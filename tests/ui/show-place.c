/* show-place.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tells scripts where a view shows a point:
 *
 *   show-place VIEW POINT SIDE
 *
 * prints two fractions of the figure's own box, from its left and from its top, and
 * the name of the area that the point lies in. */

#include "config.h"

#include "taut-knowledge.h"

/* The free space around the figure in a view's box, in figure units. */
#define MARGIN 6.0

static TautView *
find_view (TautKnowledge *knowledge,
           const char    *id)
{
  for (guint i = 0; i < knowledge->views->len; i++)
    {
      TautView *view = g_ptr_array_index (knowledge->views, i);

      if (g_str_equal (taut_view_get_id (view), id))
        return view;
    }

  return NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautKnowledge) knowledge = NULL;
  const TautPoint *point;
  TautSkinPoint place;
  TautViewBounds bounds;
  TautView *view;
  TautSide side;
  guint cell;
  double x;
  double y;

  if (argc != 4 || !taut_side_from_id (argv[3], &side))
    return 2;

  knowledge = taut_knowledge_load (&error);
  g_assert_no_error (error);
  view = find_view (knowledge, argv[1]);
  point = taut_atlas_find_point (knowledge->atlas, argv[2]);
  g_assert_true (view != NULL && point != NULL);

  place = taut_point_get_place (point, side);
  if (!taut_view_project (view, &place, &x, &y))
    return 1;

  g_assert_true (taut_skin_find_cell (taut_atlas_get_skin (knowledge->atlas), &place, &cell));
  bounds = taut_view_get_bounds (view);
  g_print ("%.4f %.4f %s\n",
           (x - bounds.x - MARGIN) / (bounds.width - 2 * MARGIN),
           (y - bounds.y - MARGIN) / (bounds.height - 2 * MARGIN),
           taut_atlas_get_area_of_cell (knowledge->atlas, cell)->name);

  return 0;
}
