/* taut-skin-map-builder.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skin-map-builder"

#include "config.h"

#include "taut-skin-map-builder.h"

#include "taut-skin-map.h"

/* The map reaches so far beyond the outline, figure units, so that the outline
 * itself can be touched. */
#define RIM 0.6
#define RIM_ROUNDS 12
#define RIM_DEPTH_STEP 1.0
/* Just below the plane of a cut. */
#define CUT_DEPTH 1.0

typedef struct
{
  const TautSkinBuilder *builder;
  const TautVector *positions;
  const TautSkinMapOptions *options;
  double step;
  guint width;
  guint height;
  float *depths;
  gboolean *beside;
  guint32 *cells;
  TautVector *places;
} Canvas;

static double
to_column (const Canvas *canvas,
           double        x)
{
  return (x - canvas->options->bounds.x) * canvas->options->samples_per_unit - 0.5;
}

static double
to_row (const Canvas *canvas,
        double        y)
{
  return (y - canvas->options->bounds.y) * canvas->options->samples_per_unit - 0.5;
}

/* Puts one sample of a triangle on the canvas; @shares are those of its
 * vertices. */
static void
put_sample (Canvas        *canvas,
            gsize          index,
            const guint32 *triangle,
            gboolean       right,
            const double   shares[3],
            double         depth)
{
  const TautSkinBuilder *builder = canvas->builder;
  guint main = shares[0] >= shares[1] && shares[0] >= shares[2] ? 0
               : shares[1] >= shares[2] ? 1 : 2;
  TautVector place = { 0, 0, 0 };

  g_assert (canvas != NULL);
  g_assert (triangle != NULL);

  if (depth <= canvas->depths[index] || depth > canvas->options->cut ||
      depth < canvas->options->far)
    return;
  canvas->depths[index] = depth;
  for (guint i = 0; i < 3; i++)
    place = taut_vector_add (place, taut_vector_scale (builder->mesh->positions[triangle[i]],
                                                       shares[i]));
  if (right)
    place.x = -place.x;
  canvas->places[index] = place;
  canvas->cells[index] = builder->clusters->of_vertex[triangle[main]]
                         + (right ? builder->clusters->n_cells / 2 : 0);
}

/* Other parts and segments neither show nor hide anything. */
static gboolean
is_wanted (const Canvas *canvas,
           guint32       vertex,
           gboolean      right)
{
  guint part = canvas->builder->parts[vertex];

  if (right && part == TAUT_PART_ARM_LEFT)
    part = TAUT_PART_ARM_RIGHT;
  if (right && part == TAUT_PART_LEG_LEFT)
    part = TAUT_PART_LEG_RIGHT;
  return (canvas->options->parts >> part & 1) != 0 &&
         (canvas->options->segments >> canvas->builder->owners[vertex] & 1) != 0;
}

static void
draw_triangle (Canvas        *canvas,
               const guint32 *triangle,
               gboolean       right)
{
  const TautVector *p = canvas->positions + (right ? canvas->builder->mesh->n_vertices : 0);
  double x[3];
  double y[3];
  double area;

  g_assert (canvas != NULL);
  g_assert (triangle != NULL);

  if (!is_wanted (canvas, triangle[0], right))
    return;
  for (guint i = 0; i < 3; i++)
    {
      x[i] = to_column (canvas, p[triangle[i]].x);
      y[i] = to_row (canvas, p[triangle[i]].y);
    }
  /* Seen from behind; rows grow downwards, the mirrored half turns round. */
  area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
  if (right ? area >= -1e-9 : area <= 1e-9)
    return;

  for (int row = MAX (ceil (MIN (MIN (y[0], y[1]), y[2])), 0);
       row <= MIN (floor (MAX (MAX (y[0], y[1]), y[2])), (int) canvas->height - 1); row++)
    for (int column = MAX (ceil (MIN (MIN (x[0], x[1]), x[2])), 0);
         column <= MIN (floor (MAX (MAX (x[0], x[1]), x[2])), (int) canvas->width - 1); column++)
      {
        double shares[3];

        shares[1] = ((column - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (row - y[0])) / area;
        shares[2] = ((x[1] - x[0]) * (row - y[0]) - (column - x[0]) * (y[1] - y[0])) / area;
        shares[0] = 1 - shares[1] - shares[2];
        if (shares[0] < -1e-6 || shares[1] < -1e-6 || shares[2] < -1e-6)
          continue;
        put_sample (canvas, (gsize) row * canvas->width + column, triangle, right, shares,
                    shares[0] * p[triangle[0]].z + shares[1] * p[triangle[1]].z
                    + shares[2] * p[triangle[2]].z);
      }
}

/* Whether the line of sight through a sample comes within the rim of the
 * skin. */
static gboolean
is_on_body (const Canvas        *canvas,
            const TautBodyField *field,
            guint                column,
            guint                row)
{
  TautBox box = taut_body_field_get_box (field);
  TautVector at;

  g_assert (canvas != NULL);
  g_assert (field != NULL);

  at.x = canvas->options->bounds.x + (column + 0.5) * canvas->step;
  at.y = canvas->options->bounds.y + (row + 0.5) * canvas->step;
  /* The plane where a limb was cut off is no skin. */
  at.z = canvas->options->cut - CUT_DEPTH;
  if (at.z < box.high.z && taut_body_field_get (field, at, NULL) < 0)
    return FALSE;
  at.z = box.low.z;
  while (at.z <= box.high.z)
    {
      double value = taut_body_field_get (field, at, NULL);

      if (value < RIM)
        return TRUE;
      at.z += MAX (RIM_DEPTH_STEP, MIN (0.6 * value, 20));
    }
  return FALSE;
}

static gint64
find_filled_neighbour (const Canvas *canvas,
                       const float  *depths,
                       guint         column,
                       guint         row)
{
  static const int around[8][2] = {
    { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 }, { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 },
  };

  g_assert (canvas != NULL);
  g_assert (depths != NULL);

  for (guint i = 0; i < 8; i++)
    {
      int x = (int) column + around[i][0];
      int y = (int) row + around[i][1];
      gsize index = (gsize) y * canvas->width + x;

      if (x >= 0 && y >= 0 && x < (int) canvas->width && y < (int) canvas->height &&
          depths[index] > -G_MAXFLOAT)
        return index;
    }
  return -1;
}

/* Fills what the mesh left open up to the silhouette of the body. */
static void
fill_rim (Canvas              *canvas,
          const TautBodyField *field)
{
  gsize n = (gsize) canvas->width * canvas->height;
  gboolean changed = TRUE;

  g_assert (canvas != NULL);
  g_assert (field != NULL);

  for (guint round = 0; round < RIM_ROUNDS && changed; round++)
    {
      g_autofree float *before = g_memdup2 (canvas->depths, n * sizeof *before);

      changed = FALSE;
      for (guint row = 0; row < canvas->height; row++)
        for (guint column = 0; column < canvas->width; column++)
          {
            gsize index = (gsize) row * canvas->width + column;
            gint64 from;

            if (before[index] > -G_MAXFLOAT || canvas->beside[index])
              continue;
            from = find_filled_neighbour (canvas, before, column, row);
            if (from < 0)
              continue;
            canvas->beside[index] = !is_on_body (canvas, field, column, row);
            if (canvas->beside[index])
              continue;
            canvas->depths[index] = before[from];
            canvas->cells[index] = canvas->cells[from];
            canvas->places[index] = canvas->places[from];
            changed = TRUE;
          }
    }
}

/* Leaves out what has faded away. */
static void
cut_fade (Canvas *canvas)
{
  const double *fade = canvas->options->fade;
  double middle = (fade[0] + fade[1]) / 2;

  g_assert (canvas != NULL);

  for (guint row = 0; row < canvas->height && fade[0] != fade[1]; row++)
    {
      double y = canvas->options->bounds.y + (row + 0.5) * canvas->step;

      if (fade[1] > fade[0] ? y <= middle : y >= middle)
        continue;
      for (guint column = 0; column < canvas->width; column++)
        canvas->depths[(gsize) row * canvas->width + column] = -G_MAXFLOAT;
    }
}

static GBytes *
write_canvas (const Canvas *canvas,
              TautSkin     *skin)
{
  gsize n = (gsize) canvas->width * canvas->height;
  g_autofree gboolean *seen = g_new0 (gboolean, n);

  g_assert (canvas != NULL);
  g_assert (skin != NULL);

  for (gsize i = 0; i < n; i++)
    seen[i] = canvas->depths[i] > -G_MAXFLOAT;
  return taut_skin_map_write (&canvas->options->bounds, canvas->options->samples_per_unit,
                              taut_skin_get_n_cells (skin) / 2, canvas->cells, canvas->places,
                              seen);
}

GBytes *
taut_skin_map_build (const TautSkinBuilder    *builder,
                     TautSkin                 *skin,
                     const TautVector         *positions,
                     const TautBodyField      *field,
                     const TautSkinMapOptions *options)
{
  Canvas canvas = { builder, positions, options };
  GBytes *bytes;
  gsize n;

  g_return_val_if_fail (builder != NULL, NULL);
  g_return_val_if_fail (skin != NULL, NULL);
  g_return_val_if_fail (positions != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->samples_per_unit > 0, NULL);

  canvas.step = 1.0 / options->samples_per_unit;
  canvas.width = lrint (options->bounds.width * options->samples_per_unit);
  canvas.height = lrint (options->bounds.height * options->samples_per_unit);
  n = (gsize) canvas.width * canvas.height;
  canvas.depths = g_new (float, n);
  canvas.beside = g_new0 (gboolean, n);
  canvas.cells = g_new0 (guint32, n);
  canvas.places = g_new0 (TautVector, n);
  for (gsize i = 0; i < n; i++)
    canvas.depths[i] = -G_MAXFLOAT;

  for (guint right = 0; right < 2; right++)
    for (guint i = 0; i < builder->mesh->n_triangles; i++)
      draw_triangle (&canvas, builder->mesh->triangles[i], right);
  fill_rim (&canvas, field);
  cut_fade (&canvas);
  bytes = write_canvas (&canvas, skin);
  g_free (canvas.depths);
  g_free (canvas.beside);
  g_free (canvas.cells);
  g_free (canvas.places);
  return bytes;
}
