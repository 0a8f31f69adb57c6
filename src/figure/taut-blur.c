/* taut-blur.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A separable Gaussian. Lines along z lie in memory one after the other. Along x
 * and y a bundle of neighbouring lines is copied into a small buffer first, so
 * that memory is read and written once for each axis. Sums add equal distances
 * in pairs: a symmetric field stays symmetric to the last bit. */

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3")
#endif

#define G_LOG_DOMAIN "taut-blur"

#include "config.h"

#include "taut-clones.h"
#include "taut-lattice-private.h"

#include <string.h>

/* The kernel ends at this many sigmas. */
#define REACH_SIGMAS 3.3

/* Lines of one bundle. */
#define BUNDLE 64

typedef struct
{
  TautLattice *lattice;
  float *kernel;
  int reach;
  float far;
} Blur;

static void
make_kernel (Blur   *blur,
             double  sigma)
{
  double total = 0;

  blur->reach = MAX ((int) ceil (REACH_SIGMAS * sigma), 1);
  blur->kernel = g_new (float, blur->reach + 1);
  for (int i = 0; i <= blur->reach; i++)
    total += (i > 0 ? 2 : 1) * exp (-0.5 * i * i / (sigma * sigma));
  for (int i = 0; i <= blur->reach; i++)
    blur->kernel[i] = exp (-0.5 * i * i / (sigma * sigma)) / total;
}

/* One line of @n samples, with @reach samples before and after it. */
TAUT_CLONES static void
blur_line (const Blur  *blur,
           const float *padded,
           float       *line,
           int          n)
{
  int reach = blur->reach;
  const float *in = padded + reach;
  float middle = blur->kernel[0];

  for (int i = 0; i < n; i++)
    line[i] = in[i] * middle;
  for (int k = 1; k <= reach; k++)
    {
      float weight = blur->kernel[k];
      const float *before = in - k, *after = in + k;

      for (int i = 0; i < n; i++)
        line[i] += weight * (before[i] + after[i]);
    }
}

/* Along z, for the slices from @from up to @to; clamps the values too. */
static void
blur_z (gpointer data,
        int      from,
        int      to)
{
  Blur *blur = data;
  int n = blur->lattice->size[2], reach = blur->reach;
  float far = blur->far;
  g_autofree float *padded = g_new (float, n + 2 * reach);

  for (int y = from; y < to; y++)
    for (int x = 0; x < blur->lattice->size[0]; x++)
      {
        float *line = blur->lattice->values + taut_lattice_index (blur->lattice, x, y, 0);
        gboolean empty = TRUE;

        for (int i = 0; i < n; i++)
          {
            float value = line[i];

            value = value < far ? value : far;
            value = value > -far ? value : -far;
            padded[reach + i] = value;
          }
        for (int i = 0; i < n && empty; i++)
          empty = padded[reach + i] == far;
        if (empty)
          {
            memcpy (line, padded + reach, n * sizeof *line);
            continue;
          }
        for (int i = 0; i < reach; i++)
          {
            padded[i] = padded[reach];
            padded[reach + n + i] = padded[reach + n - 1];
          }
        blur_line (blur, padded, line, n);
      }
}

/* A bundle of @width lines of @n samples, @stride apart. */
TAUT_CLONES static void
blur_bundle (const Blur *blur,
             float      *values,
             gsize       stride,
             int         n,
             int         width,
             float      *buffer)
{
  int reach = blur->reach;

  for (int i = -reach; i < n + reach; i++)
    memcpy (buffer + (gsize) (i + reach) * BUNDLE,
            values + (gsize) CLAMP (i, 0, n - 1) * stride, width * sizeof *values);

  for (int i = 0; i < n; i++)
    {
      const float *in = buffer + (gsize) (i + reach) * BUNDLE;
      float sum[BUNDLE];

      for (int j = 0; j < BUNDLE; j++)
        sum[j] = in[j] * blur->kernel[0];
      for (int k = 1; k <= reach; k++)
        {
          const float *before = in - k * BUNDLE, *after = in + k * BUNDLE;
          float weight = blur->kernel[k];

          for (int j = 0; j < BUNDLE; j++)
            sum[j] += weight * (before[j] + after[j]);
        }
      memcpy (values + (gsize) i * stride, sum, width * sizeof *values);
    }
}

static void
blur_x (gpointer data,
        int      from,
        int      to)
{
  Blur *blur = data;
  TautLattice *lattice = blur->lattice;
  int n = lattice->size[0], depth = lattice->size[2];
  g_autofree float *buffer = g_new0 (float, (gsize) (n + 2 * blur->reach) * BUNDLE);

  for (int y = from; y < to; y++)
    for (int z = 0; z < depth; z += BUNDLE)
      blur_bundle (blur, lattice->values + taut_lattice_index (lattice, 0, y, z), depth, n,
                   MIN (BUNDLE, depth - z), buffer);
}

/* The slabs are bundles of columns here. */
static void
blur_y (gpointer data,
        int      from,
        int      to)
{
  Blur *blur = data;
  TautLattice *lattice = blur->lattice;
  int n = lattice->size[1];
  int width = lattice->size[0] * lattice->size[2];
  g_autofree float *buffer = g_new0 (float, (gsize) (n + 2 * blur->reach) * BUNDLE);

  for (int bundle = from; bundle < to; bundle++)
    blur_bundle (blur, lattice->values + (gsize) bundle * BUNDLE, width, n,
                 MIN (BUNDLE, width - bundle * BUNDLE), buffer);
}

void
taut_lattice_blur (TautLattice *lattice,
                   double       sigma,
                   float        far)
{
  Blur blur = { .lattice = lattice, .far = far };
  int bundles;

  g_return_if_fail (lattice != NULL);
  g_return_if_fail (sigma > 0);

  make_kernel (&blur, sigma / lattice->step);
  bundles = (lattice->size[0] * lattice->size[2] + BUNDLE - 1) / BUNDLE;
  taut_slabs_run (blur_z, &blur, lattice->size[1]);
  taut_slabs_run (blur_x, &blur, lattice->size[1]);
  taut_slabs_run (blur_y, &blur, bundles);
  g_free (blur.kernel);
}
