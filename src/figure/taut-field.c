/* taut-field.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The inner loops of the distance field. A line of samples runs along z; each
 * loop over it is free of branches, so that the compiler makes vectors of it. */

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3", "finite-math-only", "no-signed-zeros")
#endif

#define G_LOG_DOMAIN "taut-field"

#include "config.h"

#include "taut-clones.h"
#include "taut-primitive.h"

/* Lines are worked on in pieces of this length. */
#define PIECE 128

#define NOTHING 1e9f

/* Out of the way of the square root of a loft's middle. */
#define MIN_RADIUS 0.05f

static gboolean
clip_range (float  low,
            float  high,
            float  z0,
            float  step,
            int    n,
            int   *from,
            int   *to)
{
  float first = ceilf ((low - z0) / step);
  float last = floorf ((high - z0) / step);

  *from = first > 0 ? (int) first : 0;
  *to = last < n - 1 ? (int) last + 1 : n;
  return *from < *to;
}

gboolean
taut_primitive_span (const TautPrimitive *primitive,
                     float                x,
                     float                y,
                     float                z0,
                     float                step,
                     int                  n,
                     int                 *from,
                     int                 *to)
{
  float reach = primitive->reach;

  if (x < primitive->low[0] - reach || x > primitive->high[0] + reach ||
      y < primitive->low[1] - reach || y > primitive->high[1] + reach)
    return FALSE;

  if (primitive->kind == TAUT_OPERATION_PLANE)
    {
      float px = x - primitive->center[0], py = y - primitive->center[1];
      float room = primitive->to * primitive->to - px * px - py * py;

      room = sqrtf (room > 0 ? room : 0);
      return clip_range (primitive->center[2] - room, primitive->center[2] + room, z0, step, n,
                         from, to);
    }

  return clip_range (primitive->low[2] - reach, primitive->high[2] + reach, z0, step, n, from, to);
}

/* Strands: chains of cones with round ends */

TAUT_CLONES static void
measure_cone (const float *a,
              const float *b,
              float        reach,
              float        x,
              float        y,
              float        z0,
              float        step,
              int          from,
              int          to,
              float       *distance)
{
  float bx = b[0] - a[0], by = b[1] - a[1], bz = b[2] - a[2];
  float length = bx * bx + by * by + bz * bz;
  float scale = 1 / (length > 1e-6f ? length : 1e-6f);
  float px = x - a[0], py = y - a[1];
  float radius = a[3], taper = b[3] - a[3];
  float largest = (a[3] > b[3] ? a[3] : b[3]) + reach;
  float flat = bx * bx + by * by;
  float s = flat > 1e-6f ? CLAMP ((px * bx + py * by) / flat, 0, 1) : 0;
  float ex = px - s * bx, ey = py - s * by;
  float room = largest * largest - ex * ex - ey * ey;
  float low = a[2] < b[2] ? a[2] : b[2], high = a[2] < b[2] ? b[2] : a[2];
  int first, last;

  if (room <= 0)
    return;
  room = sqrtf (room);
  if (!clip_range (low - room, high + room, z0, step, to, &first, &last))
    return;
  first = first > from ? first : from;

  for (int i = first; i < last; i++)
    {
      float pz = z0 + (float) i * step - a[2];
      float t = (px * bx + py * by + pz * bz) * scale;
      float dx, dy, dz, d;

      t = t > 0 ? t : 0;
      t = t < 1 ? t : 1;
      dx = px - t * bx;
      dy = py - t * by;
      dz = pz - t * bz;
      d = sqrtf (dx * dx + dy * dy + dz * dz) - (radius + t * taper);
      distance[i] = d < distance[i] ? d : distance[i];
    }
}

static void
measure_strand (const TautPrimitive *primitive,
                float                x,
                float                y,
                float                z0,
                float                step,
                int                  from,
                int                  to,
                float               *distance)
{
  for (int i = from; i < to; i++)
    distance[i] = NOTHING;
  for (guint k = 0; k + 1 < primitive->n_nodes; k++)
    measure_cone (primitive->nodes[k], primitive->nodes[k + 1], primitive->reach, x, y, z0, step,
                  from, to, distance);
}

/* Ellipsoids: the usual estimate from the implicit function and its gradient */

TAUT_CLONES static void
measure_ellipsoid (const TautPrimitive *primitive,
                   float                x,
                   float                y,
                   float                z0,
                   float                step,
                   int                  from,
                   int                  to,
                   float               *distance)
{
  float px = x - primitive->center[0], py = y - primitive->center[1];
  float base[3], slope[3], inverse[3], inverse2[3];

  for (guint j = 0; j < 3; j++)
    {
      inverse[j] = 1 / primitive->radii[j];
      inverse2[j] = inverse[j] * inverse[j];
      base[j] = primitive->axes[j][0] * px + primitive->axes[j][1] * py;
      slope[j] = primitive->axes[j][2];
    }

  for (int i = from; i < to; i++)
    {
      float pz = z0 + (float) i * step - primitive->center[2];
      float u = base[0] + slope[0] * pz, v = base[1] + slope[1] * pz, w = base[2] + slope[2] * pz;
      float k0 = sqrtf (u * u * inverse2[0] + v * v * inverse2[1] + w * w * inverse2[2]);
      float k1;

      u *= inverse2[0];
      v *= inverse2[1];
      w *= inverse2[2];
      k1 = sqrtf (u * u + v * v + w * w);
      distance[i] = k0 * (k0 - 1) / (k1 > 1e-6f ? k1 : 1e-6f);
    }
}

/* Lofts */

typedef struct
{
  float center_x[PIECE];
  float half_x[PIECE];
  float center_z[PIECE];
  float half_z[PIECE];
  float squareness[PIECE];
} Cuts;

/* Looks up the cross-sections at the heights from y0 on, @slope apart. */
static void
find_cuts (const TautPrimitive *primitive,
           float                y0,
           float                slope,
           int                  n,
           Cuts                *cuts)
{
  const TautSection *section = primitive->section;
  float bottom = (float) section->n_cuts - 1.001f;

  for (int i = 0; i < n; i++)
    {
      float y = y0 + slope * (float) i;
      float index = CLAMP (y, primitive->from, primitive->to) - (float) section->top;
      const TautCut *a;
      float t;

      index = CLAMP (index, 0, bottom);
      a = &section->cuts[(int) index];
      t = index - (float) (int) index;
      cuts->center_x[i] = a[0].center_x + (a[1].center_x - a[0].center_x) * t;
      cuts->half_x[i] = a[0].half_x + (a[1].half_x - a[0].half_x) * t;
      cuts->center_z[i] = a[0].center_z + (a[1].center_z - a[0].center_z) * t;
      cuts->half_z[i] = a[0].half_z + (a[1].half_z - a[0].half_z) * t;
      cuts->squareness[i] = a[0].squareness + (a[1].squareness - a[0].squareness) * t;
      if (slope == 0 && i == 0)
        {
          for (int k = 1; k < n; k++)
            {
              cuts->center_x[k] = cuts->center_x[0];
              cuts->half_x[k] = cuts->half_x[0];
              cuts->center_z[k] = cuts->center_z[0];
              cuts->half_z[k] = cuts->half_z[0];
              cuts->squareness[k] = cuts->squareness[0];
            }
          return;
        }
    }
}

TAUT_CLONES static void
measure_loft_piece (const TautPrimitive *primitive,
                    const float         *base,
                    const float         *slope,
                    int                  n,
                    float               *distance)
{
  Cuts cuts;
  float from = primitive->from, to = primitive->to;

  find_cuts (primitive, base[1], slope[1], n, &cuts);
  for (int i = 0; i < n; i++)
    {
      float k = (float) i;
      float x = base[0] + slope[0] * k, y = base[1] + slope[1] * k, z = base[2] + slope[2] * k;
      float dx = x - cuts.center_x[i], dz = z - cuts.center_z[i];
      float a = cuts.half_x[i], b = cuts.half_z[i];
      float u = dx / a, v = dz / b;
      float u2 = u * u, v2 = v * v;
      float round = sqrtf (u2 + v2), square = sqrtf (sqrtf (u2 * u2 + v2 * v2));
      float r = round + (square - round) * cuts.squareness[i];
      float away = sqrtf (dx * dx + dz * dz);
      float small = a < b ? a : b;
      float above = from - y, below = y - to;
      float sunk = (y - to) * (1 / TAUT_LOFT_SINK_LENGTH) + 1;
      float over, edge, rim, d;

      d = away * (1 - 1 / (r > MIN_RADIUS ? r : MIN_RADIUS));
      d = r > MIN_RADIUS ? d : -small;
      sunk = sunk > 0 ? sunk : 0;
      sunk = sunk < 1 ? sunk : 1;
      d += sunk * primitive->sink;
      over = above > below ? above : below;
      over = over > 0 ? over : 0;
      edge = d + TAUT_LOFT_RIM;
      edge = edge > 0 ? edge : 0;
      rim = sqrtf (edge * edge + over * over) - TAUT_LOFT_RIM;
      distance[i] = over > 0 ? rim : d;
    }
}

static void
measure_loft (const TautPrimitive *primitive,
              float                x,
              float                y,
              float                z0,
              float                step,
              int                  from,
              int                  to,
              float               *distance)
{
  float px = x - primitive->center[0], py = y - primitive->center[1];

  for (int start = from; start < to; start += PIECE)
    {
      float pz = z0 + (float) start * step - primitive->center[2];
      float base[3], slope[3];
      int n = to - start < PIECE ? to - start : PIECE;

      for (guint j = 0; j < 3; j++)
        {
          base[j] = primitive->axes[j][0] * px + primitive->axes[j][1] * py +
                    primitive->axes[j][2] * pz;
          slope[j] = primitive->axes[j][2] * step;
        }
      measure_loft_piece (primitive, base, slope, n, distance + start);
    }
}

static void
measure_plane (const TautPrimitive *primitive,
               float                x,
               float                y,
               float                z0,
               float                step,
               int                  from,
               int                  to,
               float               *distance)
{
  float base = primitive->radii[0] * (x - primitive->center[0]) +
               primitive->radii[1] * (y - primitive->center[1]) +
               primitive->radii[2] * (z0 - primitive->center[2]);
  float slope = primitive->radii[2] * step;

  for (int i = from; i < to; i++)
    distance[i] = -(base + slope * (float) i);
}

void
taut_primitive_measure (const TautPrimitive *primitive,
                        float                x,
                        float                y,
                        float                z0,
                        float                step,
                        int                  from,
                        int                  to,
                        float               *distance)
{
  g_return_if_fail (primitive != NULL);
  g_return_if_fail (distance != NULL);

  switch (primitive->kind)
    {
    case TAUT_OPERATION_STRAND:
      measure_strand (primitive, x, y, z0, step, from, to, distance);
      break;
    case TAUT_OPERATION_ELLIPSOID:
      measure_ellipsoid (primitive, x, y, z0, step, from, to, distance);
      break;
    case TAUT_OPERATION_LOFT:
      measure_loft (primitive, x, y, z0, step, from, to, distance);
      break;
    case TAUT_OPERATION_PLANE:
      measure_plane (primitive, x, y, z0, step, from, to, distance);
      break;
    case TAUT_OPERATION_BLUR:
    default:
      g_assert_not_reached ();
    }
}

TAUT_CLONES void
taut_primitive_blend (const TautPrimitive *primitive,
                      const float         *distance,
                      float               *field,
                      int                  n)
{
  float k, scale;

  g_return_if_fail (primitive != NULL);
  g_return_if_fail (distance != NULL);
  g_return_if_fail (field != NULL);

  k = primitive->blend;
  scale = k > 0 ? 1 / (6 * k * k) : 0;
  if (primitive->hollow)
    {
      for (int i = 0; i < n; i++)
        {
          float a = field[i], d = -distance[i];
          float h = k - fabsf (a - d);

          h = h > 0 ? h : 0;
          field[i] = (a > d ? a : d) + h * h * h * scale;
        }
      return;
    }

  for (int i = 0; i < n; i++)
    {
      float a = field[i], d = distance[i];
      float h = k - fabsf (a - d);

      h = h > 0 ? h : 0;
      field[i] = (a < d ? a : d) - h * h * h * scale;
    }
}

void
taut_primitive_locate (const TautPrimitive *primitive,
                       const float         *at,
                       guint               *interval,
                       float               *part)
{
  float nearest = NOTHING;

  g_return_if_fail (primitive != NULL);
  g_return_if_fail (primitive->n_nodes > 1);

  *interval = 0;
  *part = 0;
  for (guint k = 0; k + 1 < primitive->n_nodes; k++)
    {
      const float *a = primitive->nodes[k], *b = primitive->nodes[k + 1];
      float along = 0, length = 0, square = 0, d;
      float t;

      for (guint c = 0; c < 3; c++)
        {
          along += (at[c] - a[c]) * (b[c] - a[c]);
          length += (b[c] - a[c]) * (b[c] - a[c]);
        }
      t = CLAMP (along / (length > 1e-6f ? length : 1e-6f), 0, 1);
      for (guint c = 0; c < 3; c++)
        {
          float e = at[c] - a[c] - t * (b[c] - a[c]);

          square += e * e;
        }
      d = sqrtf (square) - (a[3] + t * (b[3] - a[3]));
      if (d < nearest)
        {
          nearest = d;
          *interval = k / primitive->steps;
          *part = ((float) (k % primitive->steps) + t) / (float) primitive->steps;
        }
    }
}
