/* taut-chart-find.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding areas by name, and the view that shows a place.
 */

#define G_LOG_DOMAIN "taut-chart"

#include "config.h"

#include "taut-chart-private.h"

#include <glib/gi18n.h>

#include "taut-place-name.h"

/* How many times more of an area another view must show to be opened for it. */
#define SHOWN_ADVANTAGE 2.5

static gboolean
shows (TautFigureView      *figure,
       const TautSkinPoint *at)
{
  double x, y;

  return taut_view_project (taut_figure_view_get_view (figure), at, &x, &y);
}

TautFigureView *
taut_chart_find_figure (TautChart           *self,
                        const TautSkinPoint *at)
{
  TautFigureView *active;
  TautFigureView *other = NULL;

  g_assert (TAUT_IS_CHART (self));
  g_assert (at != NULL);

  active = taut_figure_deck_get_active (self->deck);
  if (active != NULL && shows (active, at))
    return active;

  for (guint i = 0; i < taut_figure_deck_get_n (self->deck); i++)
    {
      TautFigureView *figure = taut_figure_deck_get (self->deck, i);

      if (!shows (figure, at))
        continue;
      if (taut_figure_deck_is_shown (self->deck, figure))
        return figure;
      if (other == NULL)
        other = figure;
    }

  return other;
}

/* The view in which most of an area of the surface is seen, and a place there. A
 * view that is shown already is taken unless it shows a mere sliver of it. */
static TautFigureView *
find_surface (TautChart      *self,
              const TautArea *area,
              TautSide        side,
              TautSkinPoint  *at)
{
  TautFigureView *found = NULL;
  double best = 0;

  g_assert (TAUT_IS_CHART (self));

  for (guint i = 0; i < taut_figure_deck_get_n (self->deck); i++)
    {
      TautFigureView *figure = taut_figure_deck_get (self->deck, i);
      const TautAreaSpot *spot = taut_area_map_find (taut_figure_view_get_areas (figure),
                                                     area, side);
      double extent;

      if (spot == NULL)
        continue;
      extent = spot->extent;
      if (taut_figure_deck_is_shown (self->deck, figure))
        extent *= SHOWN_ADVANTAGE;
      if (extent <= best)
        continue;

      best = extent;
      found = figure;
      *at = spot->at;
    }

  return found;
}

/* The middle of the first stroke, on the side that is meant. */
static gboolean
find_stroke_place (const TautArea *area,
                   TautSide        side,
                   TautSkinPoint  *at)
{
  const TautStroke *stroke;

  g_assert (area != NULL);

  if (area->strokes->len == 0)
    return FALSE;

  stroke = g_ptr_array_index (area->strokes, 0);
  *at = stroke->points[stroke->n_points / 2].at;
  if (at->side != side)
    *at = taut_skin_point_mirror (at);

  return TRUE;
}

static char *
format_note (TautChart      *self,
             TautFigureView *figure)
{
  const char *name;

  g_assert (TAUT_IS_CHART (self));

  if (figure == NULL)
    return g_strdup (_("Not visible in any view"));

  name = taut_place_name_view (taut_figure_view_get_view (figure));
  if (taut_figure_deck_is_shown (self->deck, figure))
    return g_strdup (name);

  /* Translators: an area of the body cannot be seen now; %s is a view that shows
   * it, such as "Left side" */
  return g_strdup_printf (_("Not visible in this view. Opens: %s"), name);
}

static void
append_area (TautChart      *self,
             GListStore     *items,
             const TautArea *area,
             TautSide        side)
{
  g_autoptr (TautAreaItem) item = NULL;
  g_autofree char *note = NULL;
  TautFigureView *figure = NULL;
  TautSkinPoint at;

  g_assert (TAUT_IS_CHART (self));

  if (area->kind == TAUT_AREA_SURFACE)
    figure = find_surface (self, area, side, &at);
  if (figure == NULL)
    {
      if (!find_stroke_place (area, side, &at))
        return;
      figure = taut_chart_find_figure (self, &at);
    }

  note = format_note (self, figure);
  item = taut_area_item_new (area, side, &at,
                             figure != NULL ? taut_figure_view_get_view (figure) : NULL,
                             note);
  g_list_store_append (items, item);
}

/**
 * taut_chart_list_areas:
 * @self: a chart with an atlas
 *
 * Returns: (transfer full): the list of areas, each side by itself, with the
 *   view that shows it now
 */
GListModel *
taut_chart_list_areas (TautChart *self)
{
  GListStore *items = g_list_store_new (TAUT_TYPE_AREA_ITEM);
  GPtrArray *areas;

  g_assert (TAUT_IS_CHART (self));
  g_assert (self->state != NULL);

  areas = taut_atlas_get_areas (taut_chart_state_get_atlas (self->state));
  for (guint i = 0; i < areas->len; i++)
    {
      const TautArea *area = g_ptr_array_index (areas, i);

      if (area->kind == TAUT_AREA_SENSATION)
        continue;
      if (!area->only_right)
        append_area (self, items, area, TAUT_SIDE_LEFT);
      append_area (self, items, area, TAUT_SIDE_RIGHT);
    }

  return G_LIST_MODEL (items);
}

/* Opens the view that shows it, if need be, and puts the focus there. */
void
taut_chart_go_to_area (TautChart    *self,
                       TautAreaItem *item)
{
  TautView *view = taut_area_item_get_view (item);
  TautFigureView *figure;
  const TautAreaSpot *spot;
  double x, y;

  g_assert (TAUT_IS_CHART (self));

  figure = view != NULL ? taut_figure_deck_find (self->deck, taut_view_get_id (view)) : NULL;
  if (figure == NULL || !taut_view_project (view, taut_area_item_get_place (item), &x, &y))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  if (!taut_figure_deck_is_shown (self->deck, figure))
    taut_figure_deck_set_single (self->deck, figure);
  taut_figure_deck_set_active (self->deck, figure);

  /* What lies deep has no widget: the area of the skin above it is focused. */
  spot = taut_area_map_find (taut_figure_view_get_areas (figure),
                             taut_area_item_get_area (item), taut_area_item_get_side (item));
  if (spot == NULL)
    spot = taut_area_map_pick (taut_figure_view_get_areas (figure), x, y, NULL);
  if (spot != NULL)
    taut_figure_view_focus_area (figure, spot);
}
