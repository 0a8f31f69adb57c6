/* taut-skin-builder.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skin-builder"

#include "config.h"

#include "taut-skin-builder.h"

#include <string.h>

#include "taut-skin-border.h"
#include "taut-skin-file.h"
#include "taut-skin-rays.h"

/* Steps of the lattices. The skin of trunk and limbs is blurred over more than
 * twice as much, so that nothing is lost. */
#define COARSE_STEP 1.6
#define FINE_STEP 0.8

static double
get_union (TautVector at,
           gpointer   user_data)
{
  return taut_body_field_get (user_data, at, NULL);
}

static guint8 *
find_parts (const TautMesh      *mesh,
            const TautBodyField *field)
{
  guint8 *parts = g_new (guint8, MAX (mesh->n_vertices, 1));

  g_assert (mesh != NULL);
  g_assert (field != NULL);

  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      TautPart part = TAUT_PART_TORSO;

      taut_body_field_get (field, mesh->positions[i], &part);
      parts[i] = part;
    }
  return parts;
}

static GBytes *
write_file (const TautSkinFrame    *frames,
            const TautSkinClusters *clusters,
            const TautSkinRays     *rays)
{
  GByteArray *array = g_byte_array_new ();
  guint n = clusters->n_cells;
  TautSkinHeader header = {
    .version = TAUT_SKIN_FILE_VERSION,
    .byte_order = TAUT_FILE_BYTE_ORDER_MARK,
    .n_cells = n,
    .n_links = clusters->starts[n],
    .n_nodes = rays->n_nodes,
  };
  const struct
  {
    const void *data;
    gsize size;
  } pieces[] = {
    { &header, sizeof header },
    { frames, TAUT_N_SEGMENTS * sizeof *frames },
    { rays->grids, sizeof rays->grids },
    { clusters->cells, n * sizeof *clusters->cells },
    { clusters->broad, n * sizeof *clusters->broad },
    { clusters->starts, (n + 1) * sizeof *clusters->starts },
    { clusters->links, header.n_links * sizeof *clusters->links },
    { rays->radii, rays->n_nodes * sizeof *rays->radii },
    { rays->places, rays->n_nodes * sizeof *rays->places },
  };

  g_assert (frames != NULL);
  g_assert (clusters != NULL);
  g_assert (rays != NULL);

  memcpy (header.magic, TAUT_SKIN_FILE_MAGIC, sizeof header.magic);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    g_byte_array_append (array, pieces[i].data, pieces[i].size);
  return g_byte_array_free_to_bytes (array);
}

TautSkinBuilder *
taut_skin_builder_new (const TautSkinFrame *frames,
                       const TautBodyField *field,
                       double               mesh_step,
                       double               cell_spacing)
{
  TautSkinBuilder *builder;
  g_autoptr (TautSkinRays) rays = NULL;
  TautBox box;

  g_return_val_if_fail (frames != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  builder = g_new0 (TautSkinBuilder, 1);
  box = taut_body_field_get_box (field);
  builder->mesh = taut_mesh_new (get_union, (gpointer) field, box.low, box.high, mesh_step);
  builder->owners = taut_skin_border_part_mesh (frames, builder->mesh);
  builder->parts = find_parts (builder->mesh, field);
  builder->clusters = taut_skin_clusters_new (builder->mesh, builder->owners, cell_spacing);
  rays = taut_skin_rays_new (frames, field, builder->mesh, builder->owners,
                             builder->clusters->of_vertex);
  builder->bytes = write_file (frames, builder->clusters, rays);
  return builder;
}

void
taut_skin_builder_free (TautSkinBuilder *builder)
{
  if (builder == NULL)
    return;

  taut_mesh_free (builder->mesh);
  g_free (builder->owners);
  g_free (builder->parts);
  taut_skin_clusters_free (builder->clusters);
  g_bytes_unref (builder->bytes);
  g_free (builder);
}

TautBodyField *
taut_skin_builder_sample_rest (TautRig             *rest,
                               const TautSkinFrame *frames)
{
  static const TautPart parts[] = {
    TAUT_PART_TORSO, TAUT_PART_HEAD, TAUT_PART_ARM_LEFT, TAUT_PART_LEG_LEFT,
  };
  TautBodyField *field;
  double wrist;
  double ankle;

  g_return_val_if_fail (rest != NULL, NULL);
  g_return_val_if_fail (frames != NULL, NULL);

  wrist = frames[TAUT_SEGMENT_FOREARM].knots[frames[TAUT_SEGMENT_FOREARM].n_knots - 1][2];
  ankle = frames[TAUT_SEGMENT_LEG].knots[frames[TAUT_SEGMENT_LEG].n_knots - 1][2];
  field = taut_body_field_new ();
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      TautBox box = taut_rig_get_box (rest, parts[i]);

      box.low.x = MAX (box.low.x, -4);
      if (parts[i] != TAUT_PART_HEAD)
        taut_body_field_take (field, parts[i],
                              taut_rig_sample (rest, parts[i], COARSE_STEP, &box));
      if (parts[i] == TAUT_PART_TORSO)
        continue;
      if (parts[i] == TAUT_PART_ARM_LEFT)
        box.low.y = wrist - 10;
      if (parts[i] == TAUT_PART_LEG_LEFT)
        box.low.y = ankle - 30;
      taut_body_field_take (field, parts[i], taut_rig_sample (rest, parts[i], FINE_STEP, &box));
    }
  return field;
}
