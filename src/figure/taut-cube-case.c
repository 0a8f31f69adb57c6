/* taut-cube-case.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Over each face of the cube the edges with a change of sign are joined; what
 * hangs together is one loop. On a face with four changes the inside corners are
 * kept apart. */

#define G_LOG_DOMAIN "taut-cube-case"

#include "config.h"

#include "taut-cube-case.h"

static guint
get_edge (guint corner,
          guint axis)
{
  guint next = (axis + 1) % 3;
  guint last = (axis + 2) % 3;

  return axis * 4 + ((corner >> next) & 1) + 2 * ((corner >> last) & 1);
}

static void
join (guint8 *loop,
      guint   a,
      guint   b)
{
  guint8 from = loop[a];
  guint8 to = loop[b];

  g_assert (loop != NULL);

  for (guint i = 0; i < 12; i++)
    if (loop[i] == from)
      loop[i] = to;
}

static void
join_over_face (guint8 *loop,
                guint   pattern,
                guint   axis,
                guint   offset)
{
  guint next = (axis + 1) % 3;
  guint last = (axis + 2) % 3;
  guint corners[4];
  guint crossed[4];
  guint n_crossed = 0;

  g_assert (loop != NULL);

  corners[0] = offset << axis;
  corners[1] = corners[0] | (1u << next);
  corners[2] = corners[1] | (1u << last);
  corners[3] = corners[0] | (1u << last);
  for (guint i = 0; i < 4; i++)
    {
      guint a = corners[i];
      guint b = corners[(i + 1) % 4];

      if (((pattern >> a) & 1) != ((pattern >> b) & 1))
        crossed[n_crossed++] = get_edge (a & b, i % 2 == 0 ? next : last);
    }

  if (n_crossed == 2)
    join (loop, crossed[0], crossed[1]);
  else if (n_crossed == 4)
    {
      /* Edge i runs from corner i to i + 1, so corner 1 has edges 0 and 1. */
      gboolean inside = (pattern >> corners[1]) & 1;

      join (loop, crossed[0], inside ? crossed[1] : crossed[3]);
      join (loop, crossed[2], inside ? crossed[3] : crossed[1]);
    }
}

void
taut_cube_get_corners (guint  edge,
                       guint *low,
                       guint *high)
{
  guint axis = edge / 4;
  guint next = (axis + 1) % 3;
  guint last = (axis + 2) % 3;

  g_return_if_fail (low != NULL);
  g_return_if_fail (high != NULL);

  *low = ((edge & 1) << next) | (((edge >> 1) & 1) << last);
  *high = *low | (1u << axis);
}

void
taut_cube_case_init (TautCubeCase *self,
                     guint         inside)
{
  guint8 loop[12];
  gint8 number[12];

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < 12; i++)
    {
      loop[i] = i;
      number[i] = -1;
      self->loop[i] = -1;
    }
  for (guint axis = 0; axis < 3; axis++)
    {
      join_over_face (loop, inside, axis, 0);
      join_over_face (loop, inside, axis, 1);
    }

  self->n_loops = 0;
  for (guint i = 0; i < 12; i++)
    {
      guint low;
      guint high;

      taut_cube_get_corners (i, &low, &high);
      if (((inside >> low) & 1) == ((inside >> high) & 1))
        continue;
      if (number[loop[i]] < 0)
        number[loop[i]] = self->n_loops++;
      self->loop[i] = number[loop[i]];
    }
}
