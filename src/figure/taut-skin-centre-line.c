/* taut-skin-centre-line.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skin-centre-line"

#include "config.h"

#include "taut-skin-centre-line.h"

#include "taut-skin-flood.h"

/* Distance of stations, figure units: half the radius within these bounds. */
#define STEP_MIN 2.0
#define STEP_MAX 7.0
#define MAX_STEPS 512

/* A straight line that runs deeper than this under the skin is no guide to the
 * way on it. */
#define MAX_DEPTH 7.0
#define MAX_WAY 300.0

typedef struct
{
  TautSkin *skin;
  GArray *stations;
} CentreLine;

static void
add_station (CentreLine *line,
             TautVector  position,
             guint       cell,
             double      radius)
{
  TautSkinStation station = { position, taut_skin_get_broad_vector (line->skin, cell), radius,
                              1 / (radius * radius), cell };

  g_assert (line != NULL);

  g_array_append_val (line->stations, station);
}

static double
get_step (double radius)
{
  return CLAMP (radius / 2, STEP_MIN, STEP_MAX);
}

/* Theta with its sign, so that both halves of a midline segment make one
 * circle. */
static double
get_signed_theta (TautSkin            *skin,
                  const TautSkinPoint *point)
{
  g_assert (skin != NULL);
  g_assert (point != NULL);

  if (taut_skin_get_frame (skin, point->segment)->midline && point->side == TAUT_SIDE_RIGHT)
    return -point->theta;
  return point->theta;
}

static void
join_in_segment (CentreLine            *line,
                 const TautStrokePoint *a,
                 const TautStrokePoint *b,
                 guint                  n_steps)
{
  TautSkin *skin = line->skin;
  gboolean midline = taut_skin_get_frame (skin, a->at.segment)->midline;
  double first = get_signed_theta (skin, &a->at);
  double turn = remainder (get_signed_theta (skin, &b->at) - first, 360);

  g_assert (line != NULL);
  g_assert (a != NULL);
  g_assert (b != NULL);

  for (guint i = 1; i < n_steps; i++)
    {
      double t = (double) i / n_steps;
      TautSkinPoint at = a->at;
      TautVector position;
      guint cell;

      at.u = a->at.u + (b->at.u - a->at.u) * t;
      at.theta = first + turn * t;
      if (midline)
        at.side = TAUT_SIDE_LEFT;
      if (taut_skin_resolve (skin, &at, &position, &cell))
        add_station (line, position, cell,
                     (a->radius + (b->radius - a->radius) * t) / TAUT_MM_PER_UNIT);
    }
}

/* Over the cells to the one nearest to a place; the halves are one here. */
static guint
climb (TautSkin   *skin,
       guint       start,
       TautVector  place)
{
  guint cell = start;
  double best;

  g_assert (skin != NULL);

  best = taut_vector_length (taut_vector_subtract
                             (taut_skin_cell_get_position (taut_skin_get_cell (skin, start)),
                              place));
  while (TRUE)
    {
      guint from = cell;
      guint n_neighbours;
      const guint32 *neighbours = taut_skin_get_neighbours (skin, from, &n_neighbours);

      for (guint i = 0; i < n_neighbours; i++)
        {
          TautVector at = taut_skin_cell_get_position (taut_skin_get_cell (skin, neighbours[i]));
          double distance = taut_vector_length (taut_vector_subtract (at, place));

          if (distance < best)
            {
              best = distance;
              cell = neighbours[i];
            }
        }
      if (cell == from)
        return cell;
    }
}

static TautVector
drop_on_cell (TautSkin   *skin,
              guint       cell,
              TautVector  place)
{
  const TautSkinCell *c = taut_skin_get_cell (skin, cell);
  TautVector normal = { c->normal[0], c->normal[1], c->normal[2] };
  TautVector from = taut_vector_subtract (place, taut_skin_cell_get_position (c));

  g_assert (skin != NULL);

  return taut_vector_subtract (place, taut_vector_scale (normal, taut_vector_dot (from, normal)));
}

TautVector
taut_skin_settle (TautSkin   *skin,
                  guint      *cell,
                  TautVector  place)
{
  g_return_val_if_fail (skin != NULL, place);
  g_return_val_if_fail (cell != NULL, place);
  g_return_val_if_fail (*cell < taut_skin_get_n_cells (skin), place);

  for (guint i = 0; i < 2; i++)
    {
      *cell = climb (skin, *cell, place);
      place = drop_on_cell (skin, *cell, place);
    }
  return place;
}

/* FALSE when the line runs too deep under the skin; then nothing is added. */
static gboolean
join_through_space (CentreLine            *line,
                    const TautSkinStation *a,
                    const TautSkinStation *b,
                    guint                  n_steps)
{
  TautSkin *skin = line->skin;
  TautSkinStation from = *a;
  TautSkinStation to = *b;
  guint first = line->stations->len;
  guint cell = from.cell;

  g_assert (line != NULL);

  for (guint i = 1; i < n_steps; i++)
    {
      double t = (double) i / n_steps;
      TautVector straight = taut_vector_mix (from.position, to.position, t);
      TautVector place;

      place = taut_skin_settle (skin, &cell, straight);
      if (taut_vector_length (taut_vector_subtract (place, straight)) > MAX_DEPTH)
        {
          g_array_set_size (line->stations, first);
          return FALSE;
        }
      add_station (line, place, cell, from.radius + (to.radius - from.radius) * t);
    }
  return TRUE;
}

/* The cells on the shortest way, the last first; empty when there is none. */
static GArray *
find_way (TautSkin              *skin,
          const TautSkinStation *a,
          const TautSkinStation *b)
{
  g_autoptr (TautSkinFlood) flood = taut_skin_flood_new (skin);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  double distance;
  guint cell;

  g_assert (a != NULL);
  g_assert (b != NULL);

  taut_skin_flood_seed (flood, a->cell, a->position);
  while (taut_skin_flood_next (flood, &cell, &distance) && distance < MAX_WAY)
    {
      if (cell == b->cell)
        {
          while (taut_skin_flood_get_parent (flood, cell, &cell))
            g_array_append_val (cells, cell);
          break;
        }
      taut_skin_flood_spread (flood, cell);
    }
  return cells;
}

/* Around the bend: over the middles of the cells on the shortest way, each
 * evened out with the next ones. */
static void
join_over_cells (CentreLine            *line,
                 const TautSkinStation *a,
                 const TautSkinStation *b)
{
  TautSkinStation from = *a;
  TautSkinStation to = *b;
  g_autoptr (GArray) cells = find_way (line->skin, a, b);

  g_assert (line != NULL);

  for (guint i = cells->len; i-- > 1;)
    {
      guint cell = g_array_index (cells, guint, i);
      TautVector sum = { 0, 0, 0 };
      guint low = i > 2 ? i - 2 : 0;
      guint high = MIN (i + 2, cells->len - 1);
      double t = 1 - (double) i / cells->len;

      for (guint k = low; k <= high; k++)
        sum = taut_vector_add (sum, taut_skin_cell_get_position
                                    (taut_skin_get_cell (line->skin,
                                                         g_array_index (cells, guint, k))));
      add_station (line, drop_on_cell (line->skin, cell,
                                       taut_vector_scale (sum, 1.0 / (high - low + 1))),
                   cell, from.radius + (to.radius - from.radius) * t);
    }
}

/* Goes on from the station @previous of @before to @next of @point. */
static void
join (CentreLine            *line,
      const TautStrokePoint *before,
      const TautSkinStation *previous,
      const TautStrokePoint *point,
      const TautSkinStation *next)
{
  double length = taut_vector_length (taut_vector_subtract (next->position, previous->position));
  double step = get_step (MIN (previous->radius, next->radius));
  guint n_steps = CLAMP (ceil (length / step), 1, MAX_STEPS);
  gboolean midline = taut_skin_get_frame (line->skin, point->at.segment)->midline;

  g_assert (line != NULL);

  if (before->at.segment == point->at.segment && (midline || before->at.side == point->at.side))
    join_in_segment (line, before, point, n_steps);
  else if (!join_through_space (line, previous, next, n_steps))
    join_over_cells (line, previous, next);
}

GArray *
taut_skin_centre_line_lay (TautSkin         *skin,
                           const TautStroke *stroke)
{
  CentreLine line = { skin, NULL };
  const TautStrokePoint *before = NULL;
  TautSkinStation previous = { 0, };

  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (stroke != NULL, NULL);

  line.stations = g_array_new (FALSE, FALSE, sizeof (TautSkinStation));

  for (guint i = 0; i < stroke->n_points; i++)
    {
      const TautStrokePoint *point = &stroke->points[i];
      TautSkinStation next = { .radius = point->radius / TAUT_MM_PER_UNIT };

      if (!taut_skin_resolve (skin, &point->at, &next.position, &next.cell))
        continue;

      if (before != NULL)
        join (&line, before, &previous, point, &next);
      add_station (&line, next.position, next.cell, next.radius);
      before = point;
      previous = next;
    }
  return line.stations;
}
