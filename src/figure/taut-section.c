/* taut-section.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-section"

#include "config.h"

#include "taut-section.h"

/* A Gaussian is cut off at this many sigmas. */
#define SMOOTH_REACH 4.0

/* Monotone interpolation (Fritsch and Carlson): never swings beyond its points,
 * which a body would show as a dent. */

static double
end_slope (double h0,
           double h1,
           double d0,
           double d1)
{
  double slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);

  if (slope * d0 <= 0)
    return 0;
  if (d0 * d1 <= 0 && fabs (slope) > 3 * fabs (d0))
    return 3 * d0;
  return slope;
}

static double
slope_at (const double *x,
          const double *y,
          guint         n,
          guint         i)
{
  double h0, h1, d0, d1;

  g_assert (x != NULL && y != NULL);

  if (n == 2)
    return (y[1] - y[0]) / (x[1] - x[0]);
  if (i == 0)
    return end_slope (x[1] - x[0], x[2] - x[1], (y[1] - y[0]) / (x[1] - x[0]),
                      (y[2] - y[1]) / (x[2] - x[1]));
  if (i == n - 1)
    return end_slope (x[n - 1] - x[n - 2], x[n - 2] - x[n - 3],
                      (y[n - 1] - y[n - 2]) / (x[n - 1] - x[n - 2]),
                      (y[n - 2] - y[n - 3]) / (x[n - 2] - x[n - 3]));

  h0 = x[i] - x[i - 1];
  h1 = x[i + 1] - x[i];
  d0 = (y[i] - y[i - 1]) / h0;
  d1 = (y[i + 1] - y[i]) / h1;
  if (d0 * d1 <= 0)
    return 0;
  return 3 * (h0 + h1) / ((2 * h1 + h0) / d0 + (h1 + 2 * h0) / d1);
}

double
taut_interpolate_monotone (const double *x,
                           const double *y,
                           guint         n,
                           double        at)
{
  guint i = 0;
  double h, t, s0, s1;

  g_return_val_if_fail (x != NULL, 0);
  g_return_val_if_fail (y != NULL, 0);
  g_return_val_if_fail (n > 1, 0);

  if (at <= x[0])
    return y[0];
  if (at >= x[n - 1])
    return y[n - 1];

  while (at > x[i + 1])
    i++;
  h = x[i + 1] - x[i];
  t = (at - x[i]) / h;
  s0 = slope_at (x, y, n, i);
  s1 = slope_at (x, y, n, i + 1);
  return y[i] * (1 + 2 * t) * (1 - t) * (1 - t) + s0 * h * t * (1 - t) * (1 - t) +
         y[i + 1] * t * t * (3 - 2 * t) - s1 * h * t * t * (1 - t);
}

/* Builds */

static double
shaping_at (const TautShaping *shaping,
            const double      *factors,
            guint              n_factors,
            double             y)
{
  g_autofree double *sums = g_new0 (double, shaping->n_stations);

  g_assert (factors != NULL);

  for (guint i = 0; i < shaping->n_stations; i++)
    for (guint f = 0; f < n_factors; f++)
      sums[i] += shaping->gains[i * n_factors + f] * (factors[f] - 1);

  return taut_interpolate_monotone (shaping->y, sums, shaping->n_stations, y);
}

static void
scale_about_middle (double *low,
                    double *high,
                    double  factor)
{
  double middle = (*low + *high) / 2;
  double half = (*high - *low) / 2 * factor;

  *low = middle - half;
  *high = middle + half;
}

static void
shape_row (double      *row,
           TautMeasure  measure,
           double       amount)
{
  g_assert (row != NULL);

  switch (measure)
    {
    case TAUT_MEASURE_GIRTH:
      scale_about_middle (&row[TAUT_COLUMN_BACK], &row[TAUT_COLUMN_FRONT], 1 + amount);
      G_GNUC_FALLTHROUGH;
    case TAUT_MEASURE_WIDTH:
      scale_about_middle (&row[TAUT_COLUMN_INNER], &row[TAUT_COLUMN_OUTER], 1 + amount);
      break;
    case TAUT_MEASURE_DEPTH:
      scale_about_middle (&row[TAUT_COLUMN_BACK], &row[TAUT_COLUMN_FRONT], 1 + amount);
      break;
    case TAUT_MEASURE_OUTER:
      row[TAUT_COLUMN_OUTER] += amount;
      break;
    case TAUT_MEASURE_FRONT:
      row[TAUT_COLUMN_FRONT] += amount;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A column of the table, one value per unit. */
static double *
fill_column (double   (*rows)[TAUT_TABLE_COLUMNS],
             guint      n_rows,
             TautColumn column,
             guint      n)
{
  g_autofree double *y = g_new (double, n_rows);
  g_autofree double *values = g_new (double, n_rows);
  double *filled = g_new (double, n);

  g_assert (rows != NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      y[i] = rows[i][TAUT_COLUMN_Y];
      values[i] = rows[i][column];
    }
  for (guint i = 0; i < n; i++)
    filled[i] = taut_interpolate_monotone (y, values, n_rows, y[0] + i);

  return filled;
}

/* Gaussian; beyond the ends the end values go on. */
static double *
smooth_column (const double *values,
               guint         n,
               double        sigma)
{
  double *smooth = g_new (double, n);
  int reach = (int) ceil (SMOOTH_REACH * sigma);

  g_assert (values != NULL);

  for (int i = 0; i < (int) n; i++)
    {
      double sum = 0, total = 0;

      for (int d = -reach; d <= reach; d++)
        {
          double weight = sigma > 0 ? exp (-0.5 * d * d / (sigma * sigma)) : 1;

          sum += weight * values[CLAMP (i + d, 0, (int) n - 1)];
          total += weight;
        }
      smooth[i] = sum / total;
    }

  return smooth;
}

/* The mixture of ellipse and fourth-power superellipse that has the same
 * diagonal as the superellipse of @exponent. */
static double
squareness (double exponent)
{
  return (M_SQRT2 - pow (2, 1 / exponent)) / (M_SQRT2 - pow (2, 0.25));
}

void
taut_section_init (TautSection  *section,
                   TautFigure   *figure,
                   guint         table,
                   const double *factors)
{
  const TautTable *data;
  g_autofree double (*rows)[TAUT_TABLE_COLUMNS] = NULL;
  double *columns[TAUT_TABLE_COLUMNS] = { NULL };
  guint n;

  g_return_if_fail (section != NULL);
  g_return_if_fail (figure != NULL);
  g_return_if_fail (table < figure->tables->len);

  data = &g_array_index (figure->tables, TautTable, table);
  rows = g_memdup2 (data->rows, data->n_rows * sizeof *rows);
  for (guint i = 0; i < figure->shapings->len; i++)
    {
      const TautShaping *shaping = &g_array_index (figure->shapings, TautShaping, i);

      for (guint r = 0; shaping->table == table && r < data->n_rows; r++)
        shape_row (rows[r], shaping->measure,
                   shaping_at (shaping, factors, figure->n_factors, rows[r][TAUT_COLUMN_Y]));
    }

  n = (guint) (rows[data->n_rows - 1][TAUT_COLUMN_Y] - rows[0][TAUT_COLUMN_Y]) + 1;
  for (TautColumn c = TAUT_COLUMN_INNER; c < TAUT_TABLE_COLUMNS; c++)
    {
      g_autofree double *raw = fill_column (rows, data->n_rows, c, n);

      columns[c] = smooth_column (raw, n, data->smooth);
    }

  section->top = rows[0][TAUT_COLUMN_Y];
  section->n_cuts = n;
  section->cuts = g_new (TautCut, n);
  for (guint i = 0; i < n; i++)
    section->cuts[i] = (TautCut) {
      .center_x = (columns[TAUT_COLUMN_INNER][i] + columns[TAUT_COLUMN_OUTER][i]) / 2,
      .half_x = MAX ((columns[TAUT_COLUMN_OUTER][i] - columns[TAUT_COLUMN_INNER][i]) / 2, 0.5),
      .center_z = (columns[TAUT_COLUMN_BACK][i] + columns[TAUT_COLUMN_FRONT][i]) / 2,
      .half_z = MAX ((columns[TAUT_COLUMN_FRONT][i] - columns[TAUT_COLUMN_BACK][i]) / 2, 0.5),
      .squareness = squareness (columns[TAUT_COLUMN_EXPONENT][i]),
    };
  for (TautColumn c = TAUT_COLUMN_INNER; c < TAUT_TABLE_COLUMNS; c++)
    g_free (columns[c]);
}

void
taut_section_clear (TautSection *section)
{
  g_return_if_fail (section != NULL);

  g_clear_pointer (&section->cuts, g_free);
}
