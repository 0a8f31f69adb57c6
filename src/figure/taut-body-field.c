/* taut-body-field.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-body-field"

#include "config.h"

#include "taut-body-field.h"

#define FAR 1e4
#define GRADIENT_STEP 0.4
#define SNAP_ROUNDS 8
#define SNAP_CLOSE 0.01

struct _TautBodyField
{
  GPtrArray *lattices[TAUT_N_PARTS];
  GPtrArray *owned;
  TautBox box;
};

/* Trilinear; %FAR outside. As taut_lattice_get(), but it is asked a hundred
 * million times. */
static inline double
read_lattice (const TautLattice *lattice,
              TautVector         at)
{
  double inverse = 1 / lattice->step;
  double x = at.x * inverse - lattice->origin[0];
  double y = at.y * inverse - lattice->origin[1];
  double z = at.z * inverse - lattice->origin[2];
  int last_x = lattice->size[0] - 1;
  int last_y = lattice->size[1] - 1;
  int last_z = lattice->size[2] - 1;
  gsize stride_x = lattice->size[2];
  gsize stride_y = stride_x * lattice->size[0];
  const float *v;
  double near;
  double far;
  int ix;
  int iy;
  int iz;

  if (!(x >= 0 && y >= 0 && z >= 0 && x <= last_x && y <= last_y && z <= last_z))
    return FAR;

  ix = MIN ((int) x, last_x - 1);
  iy = MIN ((int) y, last_y - 1);
  iz = MIN ((int) z, last_z - 1);
  x -= ix;
  y -= iy;
  z -= iz;
  v = lattice->values + iy * stride_y + ix * stride_x + iz;
  near = (v[0] * (1 - z) + v[1] * z) * (1 - x)
         + (v[stride_x] * (1 - z) + v[stride_x + 1] * z) * x;
  v += stride_y;
  far = (v[0] * (1 - z) + v[1] * z) * (1 - x)
        + (v[stride_x] * (1 - z) + v[stride_x + 1] * z) * x;
  return near * (1 - y) + far * y;
}

static inline double
read_part (const TautBodyField *field,
           TautPart             part,
           TautVector           at)
{
  const GPtrArray *lattices = field->lattices[part];

  for (guint i = lattices->len; i-- > 0;)
    {
      double value = read_lattice (lattices->pdata[i], at);

      if (value < FAR)
        return value;
    }
  return FAR;
}

TautBodyField *
taut_body_field_new (void)
{
  TautBodyField *field = g_new0 (TautBodyField, 1);

  for (guint i = 0; i < TAUT_N_PARTS; i++)
    field->lattices[i] = g_ptr_array_new ();
  field->owned = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_lattice_free);
  field->box.low = (TautVector) { FAR, FAR, FAR };
  field->box.high = (TautVector) { -FAR, -FAR, -FAR };
  return field;
}

void
taut_body_field_free (TautBodyField *field)
{
  if (field == NULL)
    return;

  for (guint i = 0; i < TAUT_N_PARTS; i++)
    g_ptr_array_unref (field->lattices[i]);
  g_ptr_array_unref (field->owned);
  g_free (field);
}

void
taut_body_field_add (TautBodyField     *field,
                     TautPart           part,
                     const TautLattice *lattice)
{
  const int *origin;
  const int *size;
  double h;

  g_return_if_fail (field != NULL);
  g_return_if_fail (part < TAUT_N_PARTS);
  g_return_if_fail (lattice != NULL);

  origin = lattice->origin;
  size = lattice->size;
  h = lattice->step;
  g_ptr_array_add (field->lattices[part], (gpointer) lattice);
  field->box.low.x = MIN (field->box.low.x, origin[0] * h);
  field->box.low.y = MIN (field->box.low.y, origin[1] * h);
  field->box.low.z = MIN (field->box.low.z, origin[2] * h);
  field->box.high.x = MAX (field->box.high.x, (origin[0] + size[0] - 1) * h);
  field->box.high.y = MAX (field->box.high.y, (origin[1] + size[1] - 1) * h);
  field->box.high.z = MAX (field->box.high.z, (origin[2] + size[2] - 1) * h);
}

TautBox
taut_body_field_get_box (const TautBodyField *field)
{
  g_return_val_if_fail (field != NULL, ((TautBox) { { 0, 0, 0 }, { 0, 0, 0 } }));

  return field->box;
}

void
taut_body_field_take (TautBodyField *field,
                      TautPart       part,
                      TautLattice   *lattice)
{
  g_return_if_fail (field != NULL);
  g_return_if_fail (lattice != NULL);

  g_ptr_array_add (field->owned, lattice);
  taut_body_field_add (field, part, lattice);
}

double
taut_body_field_get_part (const TautBodyField *field,
                          TautPart             part,
                          TautVector           at)
{
  g_return_val_if_fail (field != NULL, FAR);
  g_return_val_if_fail (part < TAUT_N_PARTS, FAR);

  return read_part (field, part, at);
}

double
taut_body_field_get (const TautBodyField *field,
                     TautVector           at,
                     TautPart            *part)
{
  double least = G_MAXDOUBLE;

  g_return_val_if_fail (field != NULL, FAR);

  for (guint i = 0; i < TAUT_N_PARTS; i++)
    {
      double value = read_part (field, i, at);

      if (value < least)
        {
          least = value;
          if (part != NULL)
            *part = i;
        }
    }
  return least;
}

TautVector
taut_body_field_get_gradient (const TautBodyField *field,
                              TautVector           at)
{
  TautPart part = TAUT_PART_TORSO;

  g_return_val_if_fail (field != NULL, at);

  taut_body_field_get (field, at, &part);
  return taut_body_field_get_part_gradient (field, part, at);
}

TautVector
taut_body_field_get_part_gradient (const TautBodyField *field,
                                   TautPart             part,
                                   TautVector           at)
{
  TautVector gradient;
  const double h = GRADIENT_STEP;

  g_return_val_if_fail (field != NULL, at);

  gradient.x = read_part (field, part, (TautVector) { at.x + h, at.y, at.z })
               - read_part (field, part, (TautVector) { at.x - h, at.y, at.z });
  gradient.y = read_part (field, part, (TautVector) { at.x, at.y + h, at.z })
               - read_part (field, part, (TautVector) { at.x, at.y - h, at.z });
  gradient.z = read_part (field, part, (TautVector) { at.x, at.y, at.z + h })
               - read_part (field, part, (TautVector) { at.x, at.y, at.z - h });
  return taut_vector_scale (gradient, 0.5 / h);
}

TautVector
taut_body_field_snap (const TautBodyField *field,
                      TautPart             part,
                      TautVector           at,
                      double               reach)
{
  TautVector p = at;

  g_return_val_if_fail (field != NULL, at);

  for (guint i = 0; i < SNAP_ROUNDS; i++)
    {
      double value = taut_body_field_get_part (field, part, p);
      TautVector gradient;
      double slope2;

      if (fabs (value) < SNAP_CLOSE)
        return p;
      if (fabs (value) > FAR / 2)
        return at;
      gradient = taut_body_field_get_part_gradient (field, part, p);
      slope2 = taut_vector_dot (gradient, gradient);
      if (slope2 < 0.04)
        return at;
      p = taut_vector_subtract (p, taut_vector_scale (gradient, value / slope2));
      if (taut_vector_length (taut_vector_subtract (p, at)) > reach)
        return at;
    }
  return p;
}
