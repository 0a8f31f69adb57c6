/* taut-skin.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The skin is one file made at build time and used in place. Addresses become
 * places by a grid of radii over (u, theta) for each segment; places become
 * addresses by the axis of the segment alone. Both work on the left half: right
 * ones are mirrored on the way in and on the way out, so that the halves agree
 * to the last bit. */

#define G_LOG_DOMAIN "taut-skin"

#include "config.h"

#include "taut-skin-private.h"

#include <string.h>

#include "taut-skin-flood.h"

/* Neighbouring rays whose radii differ by more do not meet the same fold. */
#define SMOOTH_RADIUS_SHARE 0.2
#define SMOOTH_RADIUS_UNITS 1.5

/* Addresses */

static void
enter_left_half (const TautSkin      *self,
                 const TautSkinPoint *point,
                 TautSkinPlace       *place)
{
  double theta = fmod (point->theta, 360);

  g_assert (self != NULL);
  g_assert (point != NULL);
  g_assert (place != NULL);

  if (theta > 180)
    theta -= 360;
  else if (theta <= -180)
    theta += 360;

  place->at = *point;
  place->at.theta = theta;
  place->mirrored = point->side == TAUT_SIDE_RIGHT;
  if (self->frames[point->segment].midline && theta < 0)
    {
      place->at.theta = -theta;
      place->mirrored = !place->mirrored;
    }
}

typedef struct
{
  guint node[4];
  double share[4];
} Corners;

static void
find_corners (const TautSkin      *self,
              const TautSkinPlace *place,
              Corners             *corners)
{
  const TautSkinGrid *grid = &self->grids[place->at.segment];
  gboolean midline = self->frames[place->at.segment].midline;
  double row = taut_skin_grid_get_row (grid, &self->frames[place->at.segment], place->at.u);
  double column = midline ? place->at.theta / 180 * (grid->n_columns - 1)
                          : (place->at.theta + 180) / 360 * grid->n_columns;
  guint r = MIN ((guint) row, taut_skin_grid_get_n_rows (grid) - 2);
  guint c = midline ? MIN ((guint) column, grid->n_columns - 2)
                    : (guint) column % grid->n_columns;
  guint next = midline ? c + 1 : (c + 1) % grid->n_columns;
  double fr = row - r;
  double fc = column - (midline ? c : floor (column));

  g_assert (self != NULL);
  g_assert (place != NULL);
  g_assert (corners != NULL);

  corners->node[0] = grid->first + r * grid->n_columns + c;
  corners->node[1] = grid->first + r * grid->n_columns + next;
  corners->node[2] = grid->first + (r + 1) * grid->n_columns + c;
  corners->node[3] = grid->first + (r + 1) * grid->n_columns + next;
  corners->share[0] = (1 - fr) * (1 - fc);
  corners->share[1] = (1 - fr) * fc;
  corners->share[2] = fr * (1 - fc);
  corners->share[3] = fr * fc;
}

/* The corner that counts most among those with skin, or -1. */
static int
find_main_corner (const TautSkin *self,
                  const Corners  *corners)
{
  int best = -1;

  g_assert (self != NULL);
  g_assert (corners != NULL);

  for (int i = 0; i < 4; i++)
    if (self->places[corners->node[i]] != TAUT_SKIN_NO_CELL &&
        (best < 0 || corners->share[i] > corners->share[best]))
      best = i;
  return best;
}

/* The mean radius where the four rays meet one smooth piece of skin, else 0. */
static double
mix_radii (const TautSkin *self,
           const Corners  *corners)
{
  double low = G_MAXDOUBLE;
  double high = 0;
  double sum = 0;

  g_assert (self != NULL);
  g_assert (corners != NULL);

  for (int i = 0; i < 4; i++)
    {
      double radius = self->radii[corners->node[i]];

      if (radius <= 0)
        return 0;
      low = MIN (low, radius);
      high = MAX (high, radius);
      sum += radius * corners->share[i];
    }
  return high - low <= SMOOTH_RADIUS_SHARE * low + SMOOTH_RADIUS_UNITS ? sum : 0;
}

const TautSkinFrame *
taut_skin_get_frame (TautSkin    *skin,
                     TautSegment  segment)
{
  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (segment < TAUT_N_SEGMENTS, NULL);

  return &skin->frames[segment];
}

const float *
taut_skin_get_broad_normal (TautSkin *skin,
                            guint     cell)
{
  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (cell < skin->n_cells, NULL);

  return skin->broad[cell];
}

guint
taut_skin_descend (TautSkin   *skin,
                   guint       start,
                   TautVector  position)
{
  guint cell = start;
  guint half = skin->n_cells / 2;
  double best;

  g_return_val_if_fail (skin != NULL, 0);
  g_return_val_if_fail (start < skin->n_cells, 0);

  best = taut_vector_length (taut_vector_subtract
                             (taut_skin_cell_get_position (&skin->cells[cell]), position));
  while (TRUE)
    {
      guint from = cell;

      for (guint i = skin->starts[from]; i < skin->starts[from + 1]; i++)
        {
          guint next = skin->links[i];
          TautVector at = taut_skin_cell_get_position (&skin->cells[next]);
          double distance = taut_vector_length (taut_vector_subtract (at, position));

          if ((next >= half) == (start >= half) && distance < best)
            {
              best = distance;
              cell = next;
            }
        }
      if (cell == from)
        return cell;
    }
}

gboolean
taut_skin_resolve (TautSkin            *skin,
                   const TautSkinPoint *point,
                   TautVector          *position,
                   guint               *cell)
{
  TautSkinPlace place;
  Corners corners;
  TautVector origin;
  TautVector direction;
  double radius;
  int corner;

  g_return_val_if_fail (skin != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);
  g_return_val_if_fail (position != NULL, FALSE);
  g_return_val_if_fail (cell != NULL, FALSE);

  if (!(point->u >= TAUT_SKIN_U_MIN && point->u <= TAUT_SKIN_U_MAX) || !isfinite (point->theta))
    return FALSE;

  enter_left_half (skin, point, &place);
  find_corners (skin, &place, &corners);
  corner = find_main_corner (skin, &corners);
  if (corner < 0)
    return FALSE;

  *cell = skin->places[corners.node[corner]];
  radius = mix_radii (skin, &corners);
  if (radius <= 0)
    radius = skin->radii[corners.node[corner]];
  if (radius > 0)
    {
      taut_skin_frame_get_ray (&skin->frames[point->segment], place.at.u, place.at.theta,
                               &origin, &direction);
      *position = taut_vector_add (origin, taut_vector_scale (direction, radius));
      *cell = taut_skin_descend (skin, *cell, *position);
    }
  else
    *position = taut_skin_cell_get_position (&skin->cells[*cell]);

  if (place.mirrored)
    {
      position->x = -position->x;
      *cell += skin->n_cells / 2;
    }
  return TRUE;
}

/* Public */

TautSkin *
taut_skin_ref (TautSkin *skin)
{
  g_return_val_if_fail (skin != NULL, NULL);

  g_atomic_ref_count_inc (&skin->ref_count);
  return skin;
}

void
taut_skin_unref (TautSkin *skin)
{
  g_return_if_fail (skin != NULL);

  if (!g_atomic_ref_count_dec (&skin->ref_count))
    return;
  g_bytes_unref (skin->bytes);
  g_free (skin);
}

guint
taut_skin_get_n_cells (TautSkin *skin)
{
  g_return_val_if_fail (skin != NULL, 0);

  return skin->n_cells;
}

const TautSkinCell *
taut_skin_get_cell (TautSkin *skin,
                    guint     cell)
{
  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (cell < skin->n_cells, NULL);

  return &skin->cells[cell];
}

const guint32 *
taut_skin_get_neighbours (TautSkin *skin,
                          guint     cell,
                          guint    *n_neighbours)
{
  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (cell < skin->n_cells, NULL);
  g_return_val_if_fail (n_neighbours != NULL, NULL);

  *n_neighbours = skin->starts[cell + 1] - skin->starts[cell];
  return skin->links + skin->starts[cell];
}

guint
taut_skin_get_mirror_cell (TautSkin *skin,
                           guint     cell)
{
  g_return_val_if_fail (skin != NULL, 0);
  g_return_val_if_fail (cell < skin->n_cells, 0);

  return cell < skin->n_cells / 2 ? cell + skin->n_cells / 2 : cell - skin->n_cells / 2;
}

gboolean
taut_skin_locate (TautSkin            *skin,
                  const TautSkinPoint *point,
                  TautVector          *position,
                  TautVector          *normal)
{
  TautVector at;
  guint cell;

  g_return_val_if_fail (skin != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);
  g_return_val_if_fail (point->segment < TAUT_N_SEGMENTS, FALSE);

  if (!taut_skin_resolve (skin, point, &at, &cell))
    return FALSE;
  if (position != NULL)
    *position = at;
  if (normal != NULL)
    *normal = (TautVector) { skin->cells[cell].normal[0],
                             skin->cells[cell].normal[1],
                             skin->cells[cell].normal[2] };
  return TRUE;
}

gboolean
taut_skin_find_cell (TautSkin            *skin,
                     const TautSkinPoint *point,
                     guint               *cell)
{
  TautVector position;
  guint found;

  g_return_val_if_fail (skin != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);
  g_return_val_if_fail (point->segment < TAUT_N_SEGMENTS, FALSE);
  g_return_val_if_fail (cell != NULL, FALSE);

  if (!taut_skin_resolve (skin, point, &position, &found))
    return FALSE;
  *cell = found;
  return TRUE;
}

void
taut_skin_address (TautSkin      *skin,
                   guint          cell,
                   TautVector     position,
                   TautSkinPoint *point)
{
  const TautSkinFrame *frame;
  gboolean mirrored;
  double radius;

  g_return_if_fail (skin != NULL);
  g_return_if_fail (cell < skin->n_cells);
  g_return_if_fail (point != NULL);

  mirrored = cell >= skin->n_cells / 2;
  if (mirrored)
    position.x = -position.x;

  point->segment = skin->cells[cell].segment;
  frame = &skin->frames[point->segment];
  taut_skin_frame_measure (frame, position, &point->u, &point->theta, &radius);
  if (frame->midline && point->theta < 0)
    {
      point->theta = -point->theta;
      mirrored = !mirrored;
    }
  point->side = mirrored ? TAUT_SIDE_RIGHT : TAUT_SIDE_LEFT;
}

double
taut_skin_distance (TautSkin            *skin,
                    const TautSkinPoint *from,
                    const TautSkinPoint *to,
                    double               limit)
{
  g_autoptr (TautSkinFlood) flood = NULL;
  TautVector start;
  TautVector end;
  double straight;
  double distance;
  guint start_cell;
  guint end_cell;
  guint cell;

  g_return_val_if_fail (skin != NULL, INFINITY);
  g_return_val_if_fail (from != NULL, INFINITY);
  g_return_val_if_fail (to != NULL, INFINITY);

  if (!taut_skin_resolve (skin, from, &start, &start_cell) ||
      !taut_skin_resolve (skin, to, &end, &end_cell))
    return INFINITY;

  straight = taut_vector_length (taut_vector_subtract (end, start)) * TAUT_MM_PER_UNIT;
  if (straight > limit)
    return INFINITY;
  if (start_cell == end_cell)
    return straight;

  flood = taut_skin_flood_new (skin);
  taut_skin_flood_seed (flood, start_cell, start);
  while (taut_skin_flood_next (flood, &cell, &distance))
    {
      if (cell == end_cell)
        {
          distance = taut_skin_flood_get_distance (flood, cell, end) * TAUT_MM_PER_UNIT;
          return distance <= limit ? MAX (distance, straight) : INFINITY;
        }
      if (distance * TAUT_MM_PER_UNIT > limit)
        return INFINITY;
      taut_skin_flood_spread (flood, cell);
    }
  return INFINITY;
}

double
taut_skin_measure (TautSkin          *skin,
                   const TautCellSet *cells)
{
  double area = 0;

  g_return_val_if_fail (skin != NULL, 0);
  g_return_val_if_fail (cells != NULL, 0);

  for (guint i = 0; i < cells->n_cells; i++)
    {
      g_return_val_if_fail (cells->cells[i] < skin->n_cells, area);
      area += cells->weights[i] * skin->cells[cells->cells[i]].area;
    }
  return area;
}

double
taut_skin_get_area (TautSkin *skin)
{
  g_return_val_if_fail (skin != NULL, 0);

  return skin->area;
}
