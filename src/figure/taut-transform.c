/* taut-transform.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-transform"

#include "config.h"

#include "taut-transform.h"

TautMatrix
taut_matrix_identity (void)
{
  return (TautMatrix) { { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } };
}

TautMatrix
taut_matrix_mirror (void)
{
  return (TautMatrix) { { { -1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } };
}

/* The views look along the axes; sin (G_PI) is not 0, and a figure that is not
 * exactly symmetric on the page would follow. */
static void
sine_and_cosine (double  degrees,
                 double *sine,
                 double *cosine)
{
  double quarters = degrees / 90;

  if (quarters == floor (quarters))
    {
      static const int sines[] = { 0, 1, 0, -1 };
      int turn = (((int) quarters % 4) + 4) % 4;

      *sine = sines[turn];
      *cosine = sines[(turn + 1) % 4];
      return;
    }

  *sine = sin (degrees * G_PI / 180);
  *cosine = cos (degrees * G_PI / 180);
}

TautMatrix
taut_matrix_turn_x (double degrees)
{
  double s, c;

  sine_and_cosine (degrees, &s, &c);
  return (TautMatrix) { { { 1, 0, 0 }, { 0, c, -s }, { 0, s, c } } };
}

TautMatrix
taut_matrix_turn_y (double degrees)
{
  double s, c;

  sine_and_cosine (degrees, &s, &c);
  return (TautMatrix) { { { c, 0, s }, { 0, 1, 0 }, { -s, 0, c } } };
}

TautMatrix
taut_matrix_turn_z (double degrees)
{
  double s, c;

  sine_and_cosine (degrees, &s, &c);
  return (TautMatrix) { { { c, -s, 0 }, { s, c, 0 }, { 0, 0, 1 } } };
}

TautMatrix
taut_matrix_turn (TautVector axis,
                  double     radians)
{
  TautVector k = taut_vector_normalize (axis);
  double s = sin (radians);
  double c = 1 - cos (radians);

  return (TautMatrix) {
    { { 1 - c * (k.y * k.y + k.z * k.z), c * k.x * k.y - s * k.z, c * k.x * k.z + s * k.y },
      { c * k.x * k.y + s * k.z, 1 - c * (k.x * k.x + k.z * k.z), c * k.y * k.z - s * k.x },
      { c * k.x * k.z - s * k.y, c * k.y * k.z + s * k.x, 1 - c * (k.x * k.x + k.y * k.y) } }
  };
}

TautMatrix
taut_matrix_frame (TautVector along,
                   TautVector towards)
{
  TautVector d = taut_vector_normalize (along);
  TautVector f = taut_vector_subtract (towards, taut_vector_scale (d, taut_vector_dot (towards, d)));
  TautVector n;

  f = taut_vector_normalize (f);
  n = taut_vector_cross (d, f);
  return (TautMatrix) { { { d.x, f.x, n.x }, { d.y, f.y, n.y }, { d.z, f.z, n.z } } };
}

TautMatrix
taut_matrix_multiply (TautMatrix a,
                      TautMatrix b)
{
  TautMatrix out;

  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      out.m[i][j] = a.m[i][0] * b.m[0][j] + a.m[i][1] * b.m[1][j] + a.m[i][2] * b.m[2][j];
  return out;
}

TautMatrix
taut_matrix_transpose (TautMatrix a)
{
  TautMatrix out;

  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      out.m[i][j] = a.m[j][i];
  return out;
}

TautMatrix
taut_matrix_interpolate (TautMatrix a,
                         TautMatrix b,
                         double     t)
{
  TautMatrix way = taut_matrix_multiply (b, taut_matrix_transpose (a));
  double cosine = CLAMP ((way.m[0][0] + way.m[1][1] + way.m[2][2] - 1) / 2, -1, 1);
  double angle = acos (cosine);
  TautVector axis = { way.m[2][1] - way.m[1][2], way.m[0][2] - way.m[2][0],
                      way.m[1][0] - way.m[0][1] };

  if (angle < 1e-7)
    return a;

  if (taut_vector_length (axis) < 1e-7)
    axis = (TautVector) { 1, 0, 0 };
  return taut_matrix_multiply (taut_matrix_turn (axis, angle * t), a);
}

/* The rotation's quaternion (w, x, y, z), from the largest of its parts. */
static void
find_quaternion (const TautMatrix *turn,
                 double           *q)
{
  const double (*m)[3] = turn->m;
  double squares[4] = { 1 + m[0][0] + m[1][1] + m[2][2], 1 + m[0][0] - m[1][1] - m[2][2],
                        1 - m[0][0] + m[1][1] - m[2][2], 1 - m[0][0] - m[1][1] + m[2][2] };
  double sums[4][4] = {
    { squares[0], m[2][1] - m[1][2], m[0][2] - m[2][0], m[1][0] - m[0][1] },
    { m[2][1] - m[1][2], squares[1], m[0][1] + m[1][0], m[0][2] + m[2][0] },
    { m[0][2] - m[2][0], m[0][1] + m[1][0], squares[2], m[1][2] + m[2][1] },
    { m[1][0] - m[0][1], m[0][2] + m[2][0], m[1][2] + m[2][1], squares[3] },
  };
  guint largest = 0;

  g_assert (q != NULL);

  for (guint i = 1; i < 4; i++)
    if (squares[i] > squares[largest])
      largest = i;
  for (guint i = 0; i < 4; i++)
    q[i] = sums[largest][i] / (2 * sqrt (squares[largest]));
}

TautDualQuaternion
taut_dual_quaternion_new (const TautMatrix *turn,
                          TautVector        offset)
{
  TautDualQuaternion dual;
  double *q = dual.turn;

  find_quaternion (turn, q);
  dual.offset[0] = -(offset.x * q[1] + offset.y * q[2] + offset.z * q[3]) / 2;
  dual.offset[1] = (offset.x * q[0] + offset.y * q[3] - offset.z * q[2]) / 2;
  dual.offset[2] = (-offset.x * q[3] + offset.y * q[0] + offset.z * q[1]) / 2;
  dual.offset[3] = (offset.x * q[2] - offset.y * q[1] + offset.z * q[0]) / 2;
  return dual;
}

void
taut_dual_quaternion_add (TautDualQuaternion       *a,
                          const TautDualQuaternion *b,
                          double                    weight)
{
  double along = 0;

  g_assert (a != NULL);
  g_assert (b != NULL);

  for (guint i = 0; i < 4; i++)
    along += a->turn[i] * b->turn[i];
  if (along < 0)
    weight = -weight;
  for (guint i = 0; i < 4; i++)
    {
      a->turn[i] += weight * b->turn[i];
      a->offset[i] += weight * b->offset[i];
    }
}

TautVector
taut_dual_quaternion_apply (const TautDualQuaternion *a,
                            TautVector                p)
{
  const double *q = a->turn, *d = a->offset;
  double square = q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3];
  TautVector axis = { q[1], q[2], q[3] };
  TautVector shift = { 2 * (-d[0] * q[1] + d[1] * q[0] - d[2] * q[3] + d[3] * q[2]),
                       2 * (-d[0] * q[2] + d[1] * q[3] + d[2] * q[0] - d[3] * q[1]),
                       2 * (-d[0] * q[3] - d[1] * q[2] + d[2] * q[1] + d[3] * q[0]) };
  TautVector turned = taut_vector_add (taut_vector_cross (axis, p), taut_vector_scale (p, q[0]));

  turned = taut_vector_scale (taut_vector_cross (axis, turned), 2 / square);
  return taut_vector_add (taut_vector_add (p, turned), taut_vector_scale (shift, 1 / square));
}
