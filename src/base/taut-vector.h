/* taut-vector.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/**
 * TautVector:
 * @x: towards the figure's left
 * @y: downwards
 * @z: forwards, towards the viewer of the front view
 *
 * A point or a direction in figure units (1/1000 of stature; 1.75 mm in
 * measures of the reference body).
 */
typedef struct
{
  double x;
  double y;
  double z;
} TautVector;

/* Millimetres in one figure unit, for the reference stature of 1.75 m. */
#define TAUT_MM_PER_UNIT 1.75

static inline TautVector
taut_vector_add (TautVector a,
                 TautVector b)
{
  return (TautVector) { a.x + b.x, a.y + b.y, a.z + b.z };
}

static inline TautVector
taut_vector_subtract (TautVector a,
                      TautVector b)
{
  return (TautVector) { a.x - b.x, a.y - b.y, a.z - b.z };
}

static inline TautVector
taut_vector_scale (TautVector a,
                   double     factor)
{
  return (TautVector) { a.x * factor, a.y * factor, a.z * factor };
}

static inline double
taut_vector_dot (TautVector a,
                 TautVector b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline TautVector
taut_vector_cross (TautVector a,
                   TautVector b)
{
  return (TautVector) { a.y * b.z - a.z * b.y,
                        a.z * b.x - a.x * b.z,
                        a.x * b.y - a.y * b.x };
}

static inline double
taut_vector_length (TautVector a)
{
  return sqrt (taut_vector_dot (a, a));
}

/* The zero vector stays zero. */
static inline TautVector
taut_vector_normalize (TautVector a)
{
  double length = taut_vector_length (a);

  return length > 0 ? taut_vector_scale (a, 1 / length) : a;
}

static inline TautVector
taut_vector_mix (TautVector a,
                 TautVector b,
                 double     t)
{
  return (TautVector) { a.x + (b.x - a.x) * t,
                        a.y + (b.y - a.y) * t,
                        a.z + (b.z - a.z) * t };
}

G_END_DECLS
