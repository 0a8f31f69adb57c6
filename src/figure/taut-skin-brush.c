/* taut-skin-brush.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a stroke covers skin.
 *
 * The stations that were given are joined: within one segment by walking evenly
 * through its addresses, between segments straight through space; every
 * intermediate point is put back on the skin. Then the brush floods from this
 * centre line over the cells, and three things limit it:
 *
 *   distance   measured straight to the centre line; weight 0.5 at the radius,
 *              soft over a quarter of it;
 *   way        a place that is near through the air but far along the skin, as
 *              on the next finger, counts as farther away;
 *   normal     skin that faces away from the centre line is not covered, so
 *              that nothing comes out at the back of an ear or a finger.
 *
 * Normals are those smoothed over some 15 mm, otherwise the wing of the nose
 * would be a hole in a brush over the cheek. Places between cells are weighed
 * by their own distance; only where way or normal limit the brush is the limit
 * interpolated from the cells around.
 *
 * Strokes that start on the right half are laid on the left one and the cells
 * mirrored afterwards, so that both halves give the same bits. */

#define G_LOG_DOMAIN "taut-skin-brush"

#include "config.h"

#include "taut-skin-brush.h"

#include "taut-skin-flood.h"

/* All in figure units. */
#define CELL_PITCH 2.9
#define STEP_MIN 2.0
#define STEP_MAX 7.0
#define SOFT_SHARE 0.25
#define WAY_STRETCH 1.6
#define WAY_SLACK 4.0

/* Cosines between which the normal takes the weight away. */
#define FACING_NONE -0.2
#define FACING_FULL 0.2

/* A place looks for the nearest part of the centre line so many steps around
 * that of its cell. */
#define WINDOW 2

typedef struct
{
  TautVector position;
  TautVector normal;
  double radius;
  double inverse2;
  guint cell;
} Station;

typedef struct
{
  guint32 cell;
  float weight;
  float limit;
  guint32 station;
  guint limited : 1;
  guint full : 1;
  guint empty : 1;
} Reached;

struct _TautSkinBrush
{
  TautSkin *skin;
  gboolean mirrored;
  GArray *stations;
  GArray *reached;
  guint32 *slots;
  guint n_slots;
};

static double
smoothstep (double low,
            double high,
            double value)
{
  double t = CLAMP ((value - low) / (high - low), 0, 1);

  return t * t * (3 - 2 * t);
}

/* Centre line */

static TautVector
get_broad (TautSkin *skin,
           guint     cell)
{
  const float *n = taut_skin_get_broad_normal (skin, cell);

  g_assert (skin != NULL);

  return (TautVector) { n[0], n[1], n[2] };
}

static void
add_station (TautSkinBrush *brush,
             TautVector     position,
             guint          cell,
             double         radius)
{
  Station station = { position, get_broad (brush->skin, cell), radius,
                      1 / (radius * radius), cell };

  g_assert (brush != NULL);

  g_array_append_val (brush->stations, station);
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
join_in_segment (TautSkinBrush         *brush,
                 const TautStrokePoint *a,
                 const TautStrokePoint *b,
                 guint                  n_steps)
{
  TautSkin *skin = brush->skin;
  gboolean midline = taut_skin_get_frame (skin, a->at.segment)->midline;
  double first = get_signed_theta (skin, &a->at);
  double turn = remainder (get_signed_theta (skin, &b->at) - first, 360);

  g_assert (brush != NULL);
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
        add_station (brush, position, cell, (a->radius + (b->radius - a->radius) * t)
                                            / TAUT_MM_PER_UNIT);
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

static void
join_through_space (TautSkinBrush *brush,
                    const Station *a,
                    const Station *b,
                    guint          n_steps)
{
  TautSkin *skin = brush->skin;
  Station from = *a;
  Station to = *b;
  guint cell = from.cell;

  g_assert (brush != NULL);

  for (guint i = 1; i < n_steps; i++)
    {
      double t = (double) i / n_steps;
      TautVector place = taut_vector_mix (from.position, to.position, t);

      cell = climb (skin, cell, place);
      place = drop_on_cell (skin, cell, place);
      cell = climb (skin, cell, place);
      add_station (brush, drop_on_cell (skin, cell, place), cell,
                   from.radius + (to.radius - from.radius) * t);
    }
}

static void
lay_centre_line (TautSkinBrush    *brush,
                 const TautStroke *stroke)
{
  const TautStrokePoint *before = NULL;
  Station previous = { 0, };

  g_assert (brush != NULL);
  g_assert (stroke != NULL);

  for (guint i = 0; i < stroke->n_points; i++)
    {
      const TautStrokePoint *point = &stroke->points[i];
      Station next = { .radius = point->radius / TAUT_MM_PER_UNIT };

      if (!taut_skin_resolve (brush->skin, &point->at, &next.position, &next.cell))
        continue;

      if (before != NULL)
        {
          double length = taut_vector_length (taut_vector_subtract (next.position,
                                                                    previous.position));
          double step = get_step (MIN (previous.radius, next.radius));
          guint n_steps = CLAMP (ceil (length / step), 1, 512);

          if (before->at.segment == point->at.segment &&
              (taut_skin_get_frame (brush->skin, point->at.segment)->midline ||
               before->at.side == point->at.side))
            join_in_segment (brush, before, point, n_steps);
          else
            join_through_space (brush, &previous, &next, n_steps);
        }
      add_station (brush, next.position, next.cell, next.radius);
      before = point;
      previous = next;
    }
}

/* Distance */

/* Half the width of the border. */
static double
get_softness (double radius)
{
  return MAX (SOFT_SHARE * radius, MIN (CELL_PITCH / 2, radius));
}

/* How strongly the piece of the centre line from station @index to the next
 * covers a place: 1 deep inside, 0.5 at the radius, below 0 outside. @t is the
 * nearest point of the piece. */
static double
weigh_piece (const TautSkinBrush *brush,
             guint                index,
             TautVector           position,
             double               farther_than,
             double              *t)
{
  const Station *a = &g_array_index (brush->stations, Station, index);
  const Station *b = index + 1 < brush->stations->len ? a + 1 : a;
  TautVector along = taut_vector_subtract (b->position, a->position);
  TautVector from = taut_vector_subtract (position, a->position);
  double length2 = taut_vector_dot (along, along);
  double distance;
  double radius;
  double soft;

  g_assert (brush != NULL);

  *t = length2 > 0 ? CLAMP (taut_vector_dot (from, along) / length2, 0, 1) : 0;
  distance = taut_vector_length (taut_vector_subtract (from, taut_vector_scale (along, *t)));
  distance = MAX (distance, farther_than);
  radius = a->radius + (b->radius - a->radius) * *t;
  soft = get_softness (radius);
  return 0.5 + 0.5 * (radius - distance) / soft;
}

static double
weigh_pieces (const TautSkinBrush *brush,
              guint                first,
              guint                end,
              TautVector           position,
              double               farther_than,
              guint               *station,
              double              *t)
{
  double best = -G_MAXDOUBLE;

  g_assert (brush != NULL);
  g_assert (station != NULL);
  g_assert (t != NULL);

  for (guint i = first; i < end; i++)
    {
      double at;
      double linear = weigh_piece (brush, i, position, farther_than, &at);

      if (linear > best)
        {
          best = linear;
          *station = i;
          *t = at;
        }
    }
  return best;
}

/* The station beside the piece that covers a place most: by the distance in
 * radii, which is close enough to choose a window. */
static guint
find_station (const TautSkinBrush *brush,
              TautVector           position)
{
  const Station *stations = (const Station *) brush->stations->data;
  double least = G_MAXDOUBLE;
  guint best = 0;

  g_assert (brush != NULL);

  for (guint i = 0; i < brush->stations->len; i++)
    {
      TautVector from = taut_vector_subtract (position, stations[i].position);
      double share = taut_vector_dot (from, from) * stations[i].inverse2;

      if (share < least)
        {
          least = share;
          best = i;
        }
    }
  return best;
}

static double
weigh_around (const TautSkinBrush *brush,
              guint                middle,
              TautVector           position,
              guint               *station,
              double              *t)
{
  g_assert (brush != NULL);

  return weigh_pieces (brush, middle > WINDOW ? middle - WINDOW : 0,
                       MIN (middle + WINDOW + 1, brush->stations->len), position, 0,
                       station, t);
}

/* Reaching the cells */

static guint
find_slot (const TautSkinBrush *brush,
           guint32              cell)
{
  guint slot = (cell * 2654435761u) & (brush->n_slots - 1);

  g_assert (brush != NULL);

  while (brush->slots[slot] != G_MAXUINT32 &&
         g_array_index (brush->reached, Reached, brush->slots[slot]).cell != cell)
    slot = (slot + 1) & (brush->n_slots - 1);
  return slot;
}

static const Reached *
find_reached (const TautSkinBrush *brush,
              guint32              cell)
{
  guint slot = find_slot (brush, cell);

  g_assert (brush != NULL);

  return brush->slots[slot] == G_MAXUINT32
         ? NULL : &g_array_index (brush->reached, Reached, brush->slots[slot]);
}

static void
index_reached (TautSkinBrush *brush)
{
  g_assert (brush != NULL);

  brush->n_slots = 64;
  while (brush->n_slots < brush->reached->len * 2)
    brush->n_slots *= 2;
  brush->slots = g_new (guint32, brush->n_slots);
  for (guint i = 0; i < brush->n_slots; i++)
    brush->slots[i] = G_MAXUINT32;
  for (guint i = 0; i < brush->reached->len; i++)
    brush->slots[find_slot (brush, g_array_index (brush->reached, Reached, i).cell)] = i;
}

static double
weigh_facing (const TautSkinBrush *brush,
              guint                cell,
              guint                station,
              double               t)
{
  const Station *a = &g_array_index (brush->stations, Station, station);
  const Station *b = station + 1 < brush->stations->len ? a + 1 : a;
  TautVector normal = taut_vector_normalize (taut_vector_mix (a->normal, b->normal, t));

  g_assert (brush != NULL);

  return smoothstep (FACING_NONE, FACING_FULL,
                     taut_vector_dot (normal, get_broad (brush->skin, cell)));
}

static double
get_radius (const TautSkinBrush *brush,
            guint                station)
{
  g_assert (brush != NULL);

  return g_array_index (brush->stations, Station, station).radius;
}

static gboolean
take_cell (TautSkinBrush *brush,
           guint          cell,
           double         way)
{
  TautVector position = taut_skin_cell_get_position (taut_skin_get_cell (brush->skin, cell));
  Reached reached = { .cell = cell };
  double by_distance;
  double by_way;
  double facing;
  double margin;
  guint station = 0;
  double t = 0;

  g_assert (brush != NULL);

  by_distance = weigh_around (brush, find_station (brush, position), position, &station, &t);
  margin = 0.5 * CELL_PITCH / get_softness (get_radius (brush, station));
  reached.station = station;
  reached.full = by_distance > 1 + margin;
  reached.empty = by_distance < -margin;
  facing = weigh_facing (brush, cell, station, t);
  by_way = weigh_pieces (brush, station, station + 1, position,
                         (way - WAY_SLACK) / WAY_STRETCH, &station, &t);

  reached.weight = smoothstep (0, 1, MIN (by_distance, by_way)) * facing;
  reached.limit = facing;
  if (by_way < by_distance && by_distance > 0)
    reached.limit *= smoothstep (0, 1, by_way) / smoothstep (0, 1, by_distance);
  g_array_append_val (brush->reached, reached);

  /* One ring beyond the weight, because the contour may pass there. */
  return facing > 0 && MIN (by_distance, by_way) > 0;
}

static void
flood_cells (TautSkinBrush *brush)
{
  g_autoptr (TautSkinFlood) flood = taut_skin_flood_new (brush->skin);
  guint cell;
  double way;

  g_assert (brush != NULL);

  for (guint i = 0; i < brush->stations->len; i++)
    {
      const Station *station = &g_array_index (brush->stations, Station, i);

      taut_skin_flood_seed (flood, station->cell, station->position);
    }
  while (taut_skin_flood_next (flood, &cell, &way))
    if (take_cell (brush, cell, way))
      taut_skin_flood_spread (flood, cell);
}

/* Marks the cells in or beside which way or normal hold the brush back. */
static void
mark_limits (TautSkinBrush *brush)
{
  g_assert (brush != NULL);

  for (guint i = 0; i < brush->reached->len; i++)
    {
      Reached *reached = &g_array_index (brush->reached, Reached, i);
      guint n_neighbours;
      const guint32 *neighbours = taut_skin_get_neighbours (brush->skin, reached->cell,
                                                            &n_neighbours);

      reached->limited = reached->limit < 1;
      for (guint k = 0; k < n_neighbours && !reached->limited; k++)
        {
          const Reached *neighbour = find_reached (brush, neighbours[k]);

          reached->limited = neighbour != NULL && neighbour->limit < 1;
        }
    }
}

static double
interpolate_limit (const TautSkinBrush *brush,
                   const Reached       *reached,
                   TautVector           position)
{
  guint n_neighbours;
  const guint32 *neighbours = taut_skin_get_neighbours (brush->skin, reached->cell,
                                                        &n_neighbours);
  double sum = 0;
  double total = 0;

  g_assert (brush != NULL);
  g_assert (reached != NULL);

  for (guint k = 0; k <= n_neighbours; k++)
    {
      guint cell = k < n_neighbours ? neighbours[k] : reached->cell;
      const Reached *other = find_reached (brush, cell);
      TautVector at = taut_skin_cell_get_position (taut_skin_get_cell (brush->skin, cell));
      TautVector from = taut_vector_subtract (position, at);
      double share = exp (-taut_vector_dot (from, from) / (0.7 * CELL_PITCH * CELL_PITCH));

      if (other == NULL)
        continue;
      total += share;
      sum += share * other->limit;
    }
  return total > 0 ? sum / total : 0;
}

/* Public */

TautSkinBrush *
taut_skin_brush_new (TautSkin         *skin,
                     const TautStroke *stroke)
{
  g_autoptr (TautStroke) left = NULL;
  TautSkinBrush *brush;

  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (stroke != NULL, NULL);
  g_return_val_if_fail (stroke->n_points > 0, NULL);

  brush = g_new0 (TautSkinBrush, 1);
  brush->skin = taut_skin_ref (skin);
  brush->stations = g_array_new (FALSE, FALSE, sizeof (Station));
  brush->reached = g_array_new (FALSE, FALSE, sizeof (Reached));
  brush->mirrored = stroke->points[0].at.side == TAUT_SIDE_RIGHT;

  left = brush->mirrored ? taut_stroke_mirror (stroke) : taut_stroke_copy (stroke);
  lay_centre_line (brush, left);
  if (brush->stations->len > 0)
    flood_cells (brush);
  index_reached (brush);
  mark_limits (brush);
  return brush;
}

void
taut_skin_brush_free (TautSkinBrush *brush)
{
  if (brush == NULL)
    return;

  g_array_unref (brush->stations);
  g_array_unref (brush->reached);
  g_free (brush->slots);
  taut_skin_unref (brush->skin);
  g_free (brush);
}

guint
taut_skin_brush_get_n_cells (const TautSkinBrush *brush)
{
  g_return_val_if_fail (brush != NULL, 0);

  return brush->reached->len;
}

guint
taut_skin_brush_get_cell (const TautSkinBrush *brush,
                          guint                index,
                          float               *weight)
{
  const Reached *reached;

  g_return_val_if_fail (brush != NULL, 0);
  g_return_val_if_fail (index < brush->reached->len, 0);
  g_return_val_if_fail (weight != NULL, 0);

  reached = &g_array_index (brush->reached, Reached, index);
  *weight = reached->weight;
  return brush->mirrored ? taut_skin_get_mirror_cell (brush->skin, reached->cell)
                         : reached->cell;
}

float
taut_skin_brush_weigh (const TautSkinBrush *brush,
                       guint                index,
                       TautVector           position)
{
  const Reached *reached;
  double weight;
  guint station;
  double t;

  g_return_val_if_fail (brush != NULL, 0);
  g_return_val_if_fail (index < brush->reached->len, 0);

  reached = &g_array_index (brush->reached, Reached, index);
  if (brush->mirrored)
    position.x = -position.x;
  weight = weigh_around (brush, reached->station, position, &station, &t);
  if (weight <= 0)
    return 0;
  weight = smoothstep (0, 1, weight);
  return reached->limited ? weight * interpolate_limit (brush, reached, position) : weight;
}

gboolean
taut_skin_brush_is_even (const TautSkinBrush *brush,
                         guint                index,
                         float               *weight)
{
  const Reached *reached;

  g_return_val_if_fail (brush != NULL, FALSE);
  g_return_val_if_fail (index < brush->reached->len, FALSE);
  g_return_val_if_fail (weight != NULL, FALSE);

  reached = &g_array_index (brush->reached, Reached, index);
  *weight = reached->full;
  return reached->empty || (reached->full && !reached->limited);
}

TautCellSet *
taut_skin_cover (TautSkin                *skin,
                 const TautStroke *const *strokes,
                 guint                    n_strokes)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (float));

  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (strokes != NULL || n_strokes == 0, NULL);

  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr (TautSkinBrush) brush = taut_skin_brush_new (skin, strokes[i]);

      for (guint k = 0; k < taut_skin_brush_get_n_cells (brush); k++)
        {
          float weight;
          guint32 cell = taut_skin_brush_get_cell (brush, k, &weight);

          if (weight > 0)
            {
              g_array_append_val (cells, cell);
              g_array_append_val (weights, weight);
            }
        }
    }
  return taut_cell_set_new ((const guint32 *) cells->data, (const float *) weights->data,
                            cells->len);
}
