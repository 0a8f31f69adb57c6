/* taut-sample.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From primitives to the lattice of a part. The steps of a part run in order;
 * between two blurs every sample is by itself, so slabs of y go to threads. */

#define G_LOG_DOMAIN "taut-sample"

#include "config.h"

#include "taut-lattice-private.h"
#include "taut-rig-private.h"

/* Room around the skin. */
#define BOX_MARGIN 10.0

typedef struct
{
  TautLattice *lattice;
  const TautPrimitive *primitives;
  guint n_primitives;
  /* Only samples from here on along x are needed. */
  int first_x;
} Fill;

static void
fill_line (const Fill           *fill,
           const TautPrimitive **active,
           guint                 n_active,
           int                   ix,
           int                   iy,
           float                *distance)
{
  TautLattice *lattice = fill->lattice;
  float step = lattice->step;
  float x = (float) ((lattice->origin[0] + ix) * lattice->step);
  float y = (float) ((lattice->origin[1] + iy) * lattice->step);
  float z = (float) (lattice->origin[2] * lattice->step);
  float *line = lattice->values + taut_lattice_index (lattice, ix, iy, 0);

  for (guint i = 0; i < n_active; i++)
    {
      int from, to;

      if (!taut_primitive_span (active[i], x, y, z, step, lattice->size[2], &from, &to))
        continue;
      taut_primitive_measure (active[i], x, y, z, step, from, to, distance);
      taut_primitive_blend (active[i], distance + from, line + from, to - from);
    }
}

static void
fill_slab (gpointer data,
           int      from,
           int      to)
{
  const Fill *fill = data;
  g_autofree const TautPrimitive **active = g_new (const TautPrimitive *, fill->n_primitives + 1);
  g_autofree float *distance = g_new (float, fill->lattice->size[2]);

  for (int iy = from; iy < to; iy++)
    {
      float y = (float) ((fill->lattice->origin[1] + iy) * fill->lattice->step);
      guint n_active = 0;

      for (guint i = 0; i < fill->n_primitives; i++)
        if (y >= fill->primitives[i].low[1] - fill->primitives[i].reach &&
            y <= fill->primitives[i].high[1] + fill->primitives[i].reach)
          active[n_active++] = &fill->primitives[i];
      for (int ix = fill->first_x; ix < fill->lattice->size[0]; ix++)
        fill_line (fill, active, n_active, ix, iy, distance);
    }
}

static void
run_operations (TautLattice *lattice,
                GArray      *primitives,
                gboolean     symmetric)
{
  guint start = 0;

  g_assert (primitives != NULL);

  for (guint i = 0; i <= primitives->len; i++)
    {
      const TautPrimitive *primitive = i < primitives->len
                                         ? &g_array_index (primitives, TautPrimitive, i) : NULL;
      Fill fill = {
        .lattice = lattice,
        .primitives = &g_array_index (primitives, TautPrimitive, start),
        .n_primitives = i - start,
        .first_x = symmetric ? MAX (-lattice->origin[0], 0) : 0,
      };

      if (primitive != NULL && primitive->kind != TAUT_OPERATION_BLUR)
        continue;
      if (i > start)
        taut_slabs_run (fill_slab, &fill, lattice->size[1]);
      if (symmetric)
        taut_lattice_mirror_half (lattice);
      if (primitive != NULL)
        taut_lattice_blur (lattice, primitive->blend, TAUT_FIELD_FAR);
      start = i + 1;
    }
}

TautBox
taut_rig_get_box (TautRig  *rig,
                  TautPart  part)
{
  double low[3] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  double high[3] = { -G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  TautBox box = { { 0, 0, 0 }, { 0, 0, 0 } };

  g_return_val_if_fail (rig != NULL, box);
  g_return_val_if_fail (part < TAUT_N_PARTS, box);

  for (guint i = 0; i < rig->primitives[part]->len; i++)
    {
      const TautPrimitive *primitive = &g_array_index (rig->primitives[part], TautPrimitive, i);

      if (primitive->hollow || primitive->kind == TAUT_OPERATION_BLUR)
        continue;
      for (guint axis = 0; axis < 3; axis++)
        {
          low[axis] = MIN (low[axis], primitive->low[axis] - BOX_MARGIN);
          high[axis] = MAX (high[axis], primitive->high[axis] + BOX_MARGIN);
        }
    }

  box.low = (TautVector) { low[0], low[1], low[2] };
  box.high = (TautVector) { high[0], high[1], high[2] };
  return box;
}

static TautBox
clip_box (TautBox        box,
          const TautBox *clip)
{
  if (clip == NULL)
    return box;

  box.low = (TautVector) { MAX (box.low.x, clip->low.x), MAX (box.low.y, clip->low.y),
                           MAX (box.low.z, clip->low.z) };
  box.high = (TautVector) { MIN (box.high.x, clip->high.x), MIN (box.high.y, clip->high.y),
                            MIN (box.high.z, clip->high.z) };
  return box;
}

static TautLattice *
sample (TautRig       *rig,
        TautPart       part,
        double         step,
        const TautBox *clip)
{
  TautBox box = clip_box (taut_rig_get_box (rig, part), clip);
  gboolean whole = part == TAUT_PART_TORSO || part == TAUT_PART_HEAD;
  gboolean symmetric = rig->symmetric && whole && box.low.x < 0 && box.high.x > 0;
  double reach = MAX (-box.low.x, box.high.x);
  double low[3] = { symmetric ? -reach : box.low.x, box.low.y, box.low.z };
  double high[3] = { symmetric ? reach : box.high.x, box.high.y, box.high.z };
  TautLattice *lattice = taut_lattice_new (low, high, step);
  gsize n = (gsize) lattice->size[0] * lattice->size[1] * lattice->size[2];

  for (gsize i = 0; i < n; i++)
    lattice->values[i] = TAUT_FIELD_FAR;
  run_operations (lattice, rig->primitives[part], symmetric);
  return lattice;
}

TautLattice *
taut_rig_sample (TautRig       *rig,
                 TautPart       part,
                 double         step,
                 const TautBox *clip)
{
  gboolean right = part == TAUT_PART_ARM_RIGHT || part == TAUT_PART_LEG_RIGHT;

  g_return_val_if_fail (rig != NULL, NULL);
  g_return_val_if_fail (part < TAUT_N_PARTS, NULL);
  g_return_val_if_fail (step > 0, NULL);

  if (right && rig->symmetric)
    {
      TautPart left = part == TAUT_PART_ARM_RIGHT ? TAUT_PART_ARM_LEFT : TAUT_PART_LEG_LEFT;
      TautBox mirrored = { { 0, 0, 0 }, { 0, 0, 0 } };
      g_autoptr (TautLattice) lattice = NULL;

      if (clip != NULL)
        {
          mirrored = *clip;
          mirrored.low.x = -clip->high.x;
          mirrored.high.x = -clip->low.x;
        }
      lattice = sample (rig, left, step, clip != NULL ? &mirrored : NULL);
      return taut_lattice_mirror (lattice);
    }

  return sample (rig, part, step, clip);
}
