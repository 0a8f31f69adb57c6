/* taut-skin-brush.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a stroke covers skin.
 *
 * The brush floods from the centre line of the stroke over the cells, and three
 * things limit it:
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

#include "taut-skin-centre-line.h"
#include "taut-skin-flood.h"

/* All in figure units. */
#define CELL_PITCH 2.9
#define CONTOUR_REACH 0.75
#define SOFT_SHARE 0.25
/* A way longer than this share of the straight line and more counts double. */
#define WAY_STRETCH 1.2
#define WAY_SLACK 3.5
#define WAY_FACTOR 2.0

/* Cosines between which the normal takes the weight away. */
#define FACING_NONE -0.2
#define FACING_FULL 0.2

/* A place looks for the nearest piece of the centre line so many pieces around
 * that of its cell; pieces of wide strokes are longer than a cell. */
#define WINDOW 2
#define WINDOW_WIDE 1
#define WIDE_RADIUS 8.0

typedef struct
{
  guint32 cell;
  float weight;
  float limit;
  guint32 station;
  guint limited : 1;
  guint inside : 1;
  guint outside : 1;
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

/* Distance */

/* Half the width of the border. */
static double
get_softness (double radius)
{
  return MAX (SOFT_SHARE * radius, MIN (CELL_PITCH / 2, radius));
}

/* How strongly a brush covers a place so far away: 1 deep inside, 0.5 at the
 * radius, below 0 outside. */
static double
weigh_distance (double distance,
                double radius)
{
  return 0.5 + 0.5 * (radius - distance) / get_softness (radius);
}

/* The distance of a place from the piece of the centre line that goes from
 * station @index to the next; @t is the nearest point of the piece. */
static double
measure_piece (const TautSkinBrush *brush,
               guint                index,
               TautVector           position,
               double              *t,
               double              *radius)
{
  const TautSkinStation *a = &g_array_index (brush->stations, TautSkinStation, index);
  const TautSkinStation *b = index + 1 < brush->stations->len ? a + 1 : a;
  TautVector along = taut_vector_subtract (b->position, a->position);
  TautVector from = taut_vector_subtract (position, a->position);
  double length2 = taut_vector_dot (along, along);

  g_assert (brush != NULL);
  g_assert (t != NULL);
  g_assert (radius != NULL);

  *t = length2 > 0 ? CLAMP (taut_vector_dot (from, along) / length2, 0, 1) : 0;
  *radius = a->radius + (b->radius - a->radius) * *t;
  return taut_vector_length (taut_vector_subtract (from, taut_vector_scale (along, *t)));
}

static double
weigh_pieces (const TautSkinBrush *brush,
              guint                first,
              guint                end,
              TautVector           position,
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
      double radius;
      double distance = measure_piece (brush, i, position, &at, &radius);
      double linear = weigh_distance (distance, radius);

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
  const TautSkinStation *stations = (const TautSkinStation *) brush->stations->data;
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
              guint                window,
              TautVector           position,
              guint               *station,
              double              *t)
{
  g_assert (brush != NULL);

  return weigh_pieces (brush, middle > window ? middle - window : 0,
                       MIN (middle + window + 1, brush->stations->len), position,
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
  const TautSkinStation *a = &g_array_index (brush->stations, TautSkinStation, station);
  const TautSkinStation *b = station + 1 < brush->stations->len ? a + 1 : a;
  TautVector normal = taut_vector_normalize (taut_vector_mix (a->normal, b->normal, t));

  g_assert (brush != NULL);

  return smoothstep (FACING_NONE, FACING_FULL,
                     taut_vector_dot (normal, taut_skin_get_broad_vector (brush->skin, cell)));
}

static double
get_radius (const TautSkinBrush *brush,
            guint                station)
{
  g_assert (brush != NULL);

  return g_array_index (brush->stations, TautSkinStation, station).radius;
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
  double distance;
  double radius;
  guint station = 0;
  double t = 0;

  g_assert (brush != NULL);

  by_distance = weigh_around (brush, find_station (brush, position), WINDOW, position,
                              &station, &t);
  margin = 0.5 * (CELL_PITCH + CONTOUR_REACH) / get_softness (get_radius (brush, station));
  reached.station = station;
  reached.inside = by_distance > 0.5 + margin;
  reached.outside = by_distance < 0.5 - margin;
  facing = weigh_facing (brush, cell, station, t);
  distance = measure_piece (brush, station, position, &t, &radius);
  distance += WAY_FACTOR * MAX (way - WAY_STRETCH * distance - WAY_SLACK, 0);
  by_way = weigh_distance (distance, radius);

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
      const TautSkinStation *station = &g_array_index (brush->stations, TautSkinStation, i);

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
  brush->reached = g_array_new (FALSE, FALSE, sizeof (Reached));
  brush->mirrored = stroke->points[0].at.side == TAUT_SIDE_RIGHT;

  left = brush->mirrored ? taut_stroke_mirror (stroke) : taut_stroke_copy (stroke);
  brush->stations = taut_skin_centre_line_lay (skin, left);
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
  weight = weigh_around (brush, reached->station,
                         get_radius (brush, reached->station) > WIDE_RADIUS ? WINDOW_WIDE : WINDOW,
                         position, &station, &t);
  if (weight <= 0)
    return 0;
  weight = smoothstep (0, 1, weight);
  return reached->limited ? weight * interpolate_limit (brush, reached, position) : weight;
}

gboolean
taut_skin_brush_misses_contour (const TautSkinBrush *brush,
                                guint                index,
                                float               *weight)
{
  const Reached *reached;

  g_return_val_if_fail (brush != NULL, FALSE);
  g_return_val_if_fail (index < brush->reached->len, FALSE);
  g_return_val_if_fail (weight != NULL, FALSE);

  reached = &g_array_index (brush->reached, Reached, index);
  *weight = reached->inside;
  return reached->outside || (reached->inside && !reached->limited);
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
