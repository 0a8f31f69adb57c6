/* taut-skin-frame.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skin-frame"

#include "config.h"

#include "taut-skin-frame.h"

#define DEGREES (180 / G_PI)

/* From the edge of a polar cap to its pole. */
#define CAP_DEGREES 90.0

/* How much u there is in the polar cap on the side of @u. */
static double
get_cap (const TautSkinFrame *frame,
         double               u)
{
  g_assert (frame != NULL);

  return u > frame->u[0] ? TAUT_SKIN_U_MAX - frame->u[1] : frame->u[0] - TAUT_SKIN_U_MIN;
}

TautVector
taut_skin_frame_get_centre (const TautSkinFrame *frame,
                            double               s)
{
  const double *a;
  const double *b;
  double t;
  guint i = 1;

  g_return_val_if_fail (frame != NULL, ((TautVector) { 0, 0, 0 }));
  g_return_val_if_fail (frame->n_knots >= 2, ((TautVector) { 0, 0, 0 }));

  while (i + 1 < frame->n_knots && frame->knots[i][0] < s)
    i++;
  a = frame->knots[i - 1];
  b = frame->knots[i];
  t = CLAMP ((s - a[0]) / (b[0] - a[0]), 0, 1);
  return (TautVector) { a[1] + (b[1] - a[1]) * t,
                        a[2] + (b[2] - a[2]) * t,
                        a[3] + (b[3] - a[3]) * t };
}

void
taut_skin_frame_get_ray (const TautSkinFrame *frame,
                         double               u,
                         double               theta,
                         TautVector          *origin,
                         TautVector          *direction)
{
  TautVector around;
  double along;
  double elevation;

  g_return_if_fail (frame != NULL);
  g_return_if_fail (origin != NULL);
  g_return_if_fail (direction != NULL);

  along = CLAMP (u, frame->u[0], frame->u[1]);
  elevation = (u - along) / get_cap (frame, u) * CAP_DEGREES / DEGREES;
  *origin = taut_skin_frame_get_centre (frame, frame->s[0] + (frame->s[1] - frame->s[0])
                                               * (along - frame->u[0])
                                               / (frame->u[1] - frame->u[0]));
  around = taut_vector_add (taut_vector_scale (frame->zero, cos (theta / DEGREES)),
                            taut_vector_scale (frame->ninety, sin (theta / DEGREES)));
  *direction = taut_vector_add (taut_vector_scale (around, cos (elevation)),
                                taut_vector_scale (frame->direction, sin (elevation)));
}

void
taut_skin_frame_measure (const TautSkinFrame *frame,
                         TautVector           position,
                         double              *u,
                         double              *theta,
                         double              *radius)
{
  double s;
  double along;
  double x;
  double y;
  double beyond;
  TautVector from;

  g_return_if_fail (frame != NULL);
  g_return_if_fail (u != NULL);
  g_return_if_fail (theta != NULL);
  g_return_if_fail (radius != NULL);

  s = taut_vector_dot (position, frame->direction);
  along = CLAMP (s, frame->s[0], frame->s[1]);
  from = taut_vector_subtract (position, taut_skin_frame_get_centre (frame, along));
  x = taut_vector_dot (from, frame->zero);
  y = taut_vector_dot (from, frame->ninety);
  beyond = s - along;

  *theta = x == 0 && y == 0 ? 0 : atan2 (y, x) * DEGREES;
  *radius = sqrt (x * x + y * y + beyond * beyond);
  *u = frame->u[0] + (frame->u[1] - frame->u[0]) * (along - frame->s[0])
                     / (frame->s[1] - frame->s[0]);
  if (beyond != 0)
    *u += atan2 (beyond, sqrt (x * x + y * y)) * DEGREES / CAP_DEGREES
          * get_cap (frame, beyond > 0 ? TAUT_SKIN_U_MAX : TAUT_SKIN_U_MIN);
}
