/* taut-art-raster.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-raster"

#include "config.h"

#include "taut-art-raster.h"

#include <math.h>
#include <string.h>

#define KERNEL_SIGMAS 3.0

/* The eight neighbours, clockwise from above. */
static const int AROUND[8][2] = {
  { 0, -1 }, { 1, -1 }, { 1, 0 }, { 1, 1 }, { 0, 1 }, { -1, 1 }, { -1, 0 }, { -1, -1 },
};

/* One pass along rows (@stride 1) or columns (@stride width). */
static void
blur_line (const float *from,
           float       *to,
           int          n,
           int          stride,
           const float *kernel,
           int          reach,
           float       *line)
{
  g_assert (from && to && kernel && line);

  for (int i = 0; i < n; i++)
    line[i + reach] = from[(gsize) i * stride];
  for (int i = 0; i < reach; i++)
    {
      line[i] = line[reach];
      line[n + reach + i] = line[n + reach - 1];
    }

  for (int i = 0; i < n; i++)
    {
      float sum = kernel[0] * line[i + reach];

      for (int k = 1; k <= reach; k++)
        sum += kernel[k] * (line[i + reach - k] + line[i + reach + k]);
      to[(gsize) i * stride] = sum;
    }
}

static void
blur_plain (float  *values,
            int     width,
            int     height,
            double  sigma)
{
  int reach = (int) ceil (KERNEL_SIGMAS * sigma);
  g_autofree float *kernel = g_new (float, reach + 1);
  g_autofree float *line = g_new (float, MAX (width, height) + 2 * reach);
  double sum = 0;

  g_assert (values);

  for (int i = 0; i <= reach; i++)
    {
      kernel[i] = (float) exp (-0.5 * i * i / (sigma * sigma));
      sum += kernel[i] * (i > 0 ? 2 : 1);
    }
  for (int i = 0; i <= reach; i++)
    kernel[i] /= (float) sum;

  for (int row = 0; row < height; row++)
    blur_line (values + (gsize) row * width, values + (gsize) row * width, width, 1, kernel,
               reach, line);
  for (int column = 0; column < width; column++)
    blur_line (values + column, values + column, height, width, kernel, reach, line);
}

static gboolean
is_set (const guint8 *mask,
        int           width,
        int           height,
        int           x,
        int           y)
{
  g_assert (mask);

  return x >= 0 && y >= 0 && x < width && y < height && mask[(gsize) y * width + x] != 0;
}

/* Zhang and Suen: whether a sample may go in one of the two half steps. */
static gboolean
may_thin (const guint8 *mask,
          int           width,
          int           height,
          int           x,
          int           y,
          int           half)
{
  gboolean n[8];
  int count = 0;
  int changes = 0;

  g_assert (mask);

  for (int i = 0; i < 8; i++)
    {
      n[i] = is_set (mask, width, height, x + AROUND[i][0], y + AROUND[i][1]);
      count += n[i] ? 1 : 0;
    }
  for (int i = 0; i < 8; i++)
    changes += !n[i] && n[(i + 1) % 8] ? 1 : 0;

  if (count < 2 || count > 6 || changes != 1)
    return FALSE;
  if (half == 0)
    return !(n[0] && n[2] && n[4]) && !(n[2] && n[4] && n[6]);

  return !(n[0] && n[2] && n[6]) && !(n[0] && n[4] && n[6]);
}

static int
count_neighbours (const guint8 *mask,
                  int           width,
                  int           height,
                  int           x,
                  int           y)
{
  int count = 0;

  g_assert (mask);

  for (int i = 0; i < 8; i++)
    count += is_set (mask, width, height, x + AROUND[i][0], y + AROUND[i][1]) ? 1 : 0;

  return count;
}

/* Follows a line from one of its ends; straight neighbours come before diagonal
 * ones. What was followed is wiped from @left. */
static TautLine *
walk (guint8 *left,
      int     width,
      int     height,
      int     x,
      int     y)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TautOutlinePoint));
  gboolean going = TRUE;

  g_assert (left);

  while (going)
    {
      TautOutlinePoint point = { x, y };

      g_array_append_val (points, point);
      left[(gsize) y * width + x] = 0;
      going = FALSE;
      for (int i = 0; i < 8 && !going; i++)
        {
          int k = i < 4 ? 2 * i : 2 * i - 7;
          int to_x = x + AROUND[k][0];
          int to_y = y + AROUND[k][1];

          if (is_set (left, width, height, to_x, to_y))
            {
              x = to_x;
              y = to_y;
              going = TRUE;
            }
        }
    }

  return taut_line_new ((TautOutlinePoint *) points->data, points->len, FALSE);
}

/* Public API */

float
taut_raster_sample (const float *values,
                    int          width,
                    int          height,
                    double       x,
                    double       y)
{
  double inside_x = CLAMP (x, 0, width - 1);
  double inside_y = CLAMP (y, 0, height - 1);
  int column = 0;
  int row = 0;
  double fx = 0;
  double fy = 0;
  const float *p = NULL;

  g_return_val_if_fail (values && width > 1 && height > 1, 0);

  column = MIN ((int) inside_x, width - 2);
  row = MIN ((int) inside_y, height - 2);
  fx = inside_x - column;
  fy = inside_y - row;
  p = values + (gsize) row * width + column;

  return (float) ((p[0] * (1 - fx) + p[1] * fx) * (1 - fy) +
                  (p[width] * (1 - fx) + p[width + 1] * fx) * fy);
}

void
taut_raster_blur (float        *values,
                  const guint8 *mask,
                  int           width,
                  int           height,
                  double        sigma)
{
  g_autofree float *weights = NULL;
  g_autofree float *sums = NULL;
  gsize n = (gsize) width * height;

  g_return_if_fail (values);

  if (sigma <= 0 || n == 0)
    return;
  if (!mask)
    {
      blur_plain (values, width, height, sigma);
      return;
    }

  weights = g_new (float, n);
  sums = g_new (float, n);
  for (gsize i = 0; i < n; i++)
    {
      weights[i] = mask[i] ? 1 : 0;
      sums[i] = mask[i] ? values[i] : 0;
    }
  blur_plain (weights, width, height, sigma);
  blur_plain (sums, width, height, sigma);
  for (gsize i = 0; i < n; i++)
    {
      if (mask[i])
        values[i] = sums[i] / MAX (weights[i], 1e-4f);
    }
}

void
taut_raster_extend (float        *values,
                    const guint8 *mask,
                    int           width,
                    int           height,
                    int           reach)
{
  gsize n = (gsize) width * height;
  g_autofree guint8 *known = NULL;
  g_autofree guint8 *next = NULL;

  g_return_if_fail (values);
  g_return_if_fail (mask);

  known = g_memdup2 (mask, n);
  next = g_memdup2 (mask, n);
  for (int ring = 0; ring < reach; ring++)
    {
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            float sum = 0;
            int count = 0;

            if (known[(gsize) y * width + x])
              continue;
            for (int i = 0; i < 8; i++)
              {
                int to_x = x + AROUND[i][0];
                int to_y = y + AROUND[i][1];

                if (is_set (known, width, height, to_x, to_y))
                  {
                    sum += values[(gsize) to_y * width + to_x];
                    count++;
                  }
              }
            if (count > 0)
              {
                values[(gsize) y * width + x] = sum / count;
                next[(gsize) y * width + x] = 1;
              }
          }
      memcpy (known, next, n);
    }
}

void
taut_raster_thin (guint8 *mask,
                  int     width,
                  int     height)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gsize));
  gboolean changed = TRUE;

  g_return_if_fail (mask);

  while (changed)
    {
      changed = FALSE;
      for (int half = 0; half < 2; half++)
        {
          g_array_set_size (gone, 0);
          for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
              {
                gsize i = (gsize) y * width + x;

                if (mask[i] && may_thin (mask, width, height, x, y, half))
                  g_array_append_val (gone, i);
              }
          for (guint i = 0; i < gone->len; i++)
            mask[g_array_index (gone, gsize, i)] = 0;
          changed |= gone->len > 0;
        }
    }
}

GPtrArray *
taut_raster_trace_lines (const guint8 *mask,
                         int           width,
                         int           height)
{
  g_autofree guint8 *left = NULL;
  GPtrArray *lines = NULL;

  g_return_val_if_fail (mask, NULL);

  left = g_memdup2 (mask, (gsize) width * height);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_line_free);

  /* First from the ends, then the rings that have none. */
  for (int pass = 0; pass < 2; pass++)
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++)
        {
          if (left[(gsize) y * width + x] &&
              (pass == 1 || count_neighbours (left, width, height, x, y) == 1))
            g_ptr_array_add (lines, walk (left, width, height, x, y));
        }

  return lines;
}
