/* taut-chart-find.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view that shows a place, and showing areas and points in it.
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

/* Where an area is looked at: the view and a place there. %FALSE for what has no
 * place on the skin. */
static gboolean
find_area_figure (TautChart       *self,
                  const TautArea  *area,
                  TautSide         side,
                  TautFigureView **figure,
                  TautSkinPoint   *at)
{
  g_assert (TAUT_IS_CHART (self));
  g_assert (area != NULL);

  *figure = area->kind == TAUT_AREA_SURFACE ? find_surface (self, area, side, at) : NULL;
  if (*figure != NULL)
    return TRUE;
  if (!find_stroke_place (area, side, at))
    return FALSE;

  *figure = taut_chart_find_figure (self, at);

  return TRUE;
}

char *
taut_chart_describe_area (TautChart      *self,
                          const TautArea *area,
                          TautSide        side)
{
  TautFigureView *figure = NULL;
  TautSkinPoint at;
  const char *name;

  g_return_val_if_fail (TAUT_IS_CHART (self), NULL);
  g_return_val_if_fail (area != NULL, NULL);

  if (self->state == NULL)
    return NULL;

  if (!find_area_figure (self, area, side, &figure, &at) || figure == NULL)
    return g_strdup (_("Not visible in any view"));

  if (taut_figure_deck_is_shown (self->deck, figure))
    return NULL;

  name = taut_place_name_view (taut_figure_view_get_view (figure));

  /* Translators: an area of the body cannot be seen now; %s is a view that shows
   * it, such as "Left side" */
  return g_strdup_printf (_("Not visible in this view. Opens: %s"), name);
}

static void
open_figure (TautChart      *self,
             TautFigureView *figure)
{
  g_assert (TAUT_IS_CHART (self));

  if (!taut_figure_deck_is_shown (self->deck, figure))
    taut_figure_deck_set_single (self->deck, figure);
  taut_figure_deck_set_active (self->deck, figure);
}

gboolean
taut_chart_show_area (TautChart      *self,
                      const TautArea *area,
                      TautSide        side)
{
  TautFigureView *figure = NULL;
  const TautAreaSpot *spot;
  TautSkinPoint at;
  double x, y;

  g_return_val_if_fail (TAUT_IS_CHART (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  if (self->state == NULL || !find_area_figure (self, area, side, &figure, &at)
      || figure == NULL
      || !taut_view_project (taut_figure_view_get_view (figure), &at, &x, &y))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }

  open_figure (self, figure);

  /* What lies deep has no widget: the area of the skin above it is focused. */
  spot = taut_area_map_find (taut_figure_view_get_areas (figure), area, side);
  if (spot == NULL)
    spot = taut_area_map_pick (taut_figure_view_get_areas (figure), x, y, NULL);
  if (spot != NULL)
    taut_figure_view_focus_area (figure, spot);

  return TRUE;
}

void
taut_chart_show_point (TautChart       *self,
                       const TautPoint *point,
                       TautSide         side)
{
  TautFigureView *figure;
  TautSkinPoint at;

  g_return_if_fail (TAUT_IS_CHART (self));

  if (self->state == NULL)
    return;

  taut_chart_state_set_preview (self->state, point, side);
  if (point == NULL)
    return;

  at = taut_point_get_place (point, side);
  figure = taut_chart_find_figure (self, &at);
  if (figure != NULL)
    open_figure (self, figure);
}

void
taut_chart_mark_point (TautChart       *self,
                       const TautPoint *point,
                       TautSide         side)
{
  g_autofree char *mark_id = NULL;
  TautSkinPoint at;

  g_return_if_fail (TAUT_IS_CHART (self));
  g_return_if_fail (point != NULL);

  if (self->state == NULL || taut_chart_state_get_record (self->state) == NULL)
    return;

  at = taut_point_get_place (point, side);
  taut_chart_state_add_mark (self->state, point, &at);
  mark_id = g_strdup (taut_chart_get_selected_mark (self));
  if (mark_id != NULL)
    taut_chart_show_mark (self, mark_id);
}
