/* taut-generator-skin.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-generator-skin"

#include "config.h"

#include "taut-generator-skin.h"

#include <stdio.h>

#include "taut-skin-axes.h"
#include "taut-skin-builder.h"
#include "taut-skin-pose.h"

/* Empty room around the body in a view, whole figure units. */
#define VIEW_MARGIN 6

struct _TautGeneratorSkin
{
  char *output;
  TautSkinFrame *frames;
  TautSkinBuilder *builder;
  TautSkinPose *pose;
  TautSkin *skin;
};

static gboolean
write_file (const TautGeneratorSkin  *generator,
            const char               *name,
            GBytes                   *bytes,
            GError                  **error)
{
  g_autofree char *path = g_build_filename (generator->output, name, NULL);

  g_assert (generator != NULL);
  g_assert (bytes != NULL);

  return g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              error);
}

static TautBodyField *
gather (TautLattice *const *lattices,
        gboolean            left_only)
{
  TautBodyField *field = taut_body_field_new ();

  g_assert (lattices != NULL);

  for (guint i = 0; i < TAUT_N_PARTS; i++)
    if (lattices[i] != NULL &&
        (!left_only || (i != TAUT_PART_ARM_RIGHT && i != TAUT_PART_LEG_RIGHT)))
      taut_body_field_add (field, i, lattices[i]);
  return field;
}

TautGeneratorSkin *
taut_generator_skin_new (GFile              *folder,
                         TautRig            *rest,
                         TautLattice *const *lattices,
                         const char         *output,
                         GError            **error)
{
  g_autoptr (TautGeneratorSkin) generator = NULL;
  g_autoptr (TautBodyField) field = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (rest != NULL, NULL);
  g_return_val_if_fail (lattices != NULL, NULL);
  g_return_val_if_fail (output != NULL, NULL);

  generator = g_new0 (TautGeneratorSkin, 1);
  generator->output = g_strdup (output);
  file = g_file_get_child (folder, "axes.json");
  generator->frames = taut_skin_axes_load (file, error);
  if (generator->frames == NULL)
    return NULL;

  field = gather (lattices, TRUE);
  generator->builder = taut_skin_builder_new (generator->frames, field, TAUT_SKIN_MESH_STEP,
                                              TAUT_SKIN_CELL_SPACING);
  generator->skin = taut_skin_new (generator->builder->bytes, error);
  if (generator->skin == NULL ||
      !write_file (generator, "skin.cells", generator->builder->bytes, error))
    return NULL;
  generator->pose = taut_skin_pose_new (generator->builder, rest);
  return g_steal_pointer (&generator);
}

void
taut_generator_skin_free (TautGeneratorSkin *generator)
{
  if (generator == NULL)
    return;

  g_free (generator->output);
  g_free (generator->frames);
  taut_skin_pose_free (generator->pose);
  taut_skin_builder_free (generator->builder);
  g_clear_pointer (&generator->skin, taut_skin_unref);
  g_free (generator);
}

TautViewBounds
taut_generator_skin_measure (TautLattice *const *lattices)
{
  TautViewBounds bounds = { 0, 0, 0, 0 };
  double low[2] = { G_MAXDOUBLE, G_MAXDOUBLE };
  double high[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  g_return_val_if_fail (lattices != NULL, bounds);

  for (guint part = 0; part < TAUT_N_PARTS; part++)
    {
      const TautLattice *lattice = lattices[part];

      for (int y = 0; lattice != NULL && y < lattice->size[1]; y++)
        for (int x = 0; x < lattice->size[0]; x++)
          for (int z = 0; z < lattice->size[2]; z++)
            if (lattice->values[taut_lattice_index (lattice, x, y, z)] < 0)
              {
                low[0] = MIN (low[0], (lattice->origin[0] + x) * lattice->step);
                low[1] = MIN (low[1], (lattice->origin[1] + y) * lattice->step);
                high[0] = MAX (high[0], (lattice->origin[0] + x) * lattice->step);
                high[1] = MAX (high[1], (lattice->origin[1] + y) * lattice->step);
                break;
              }
    }

  bounds.x = floor (low[0]) - VIEW_MARGIN;
  bounds.y = floor (low[1]) - VIEW_MARGIN;
  bounds.width = ceil (high[0]) + VIEW_MARGIN - bounds.x;
  bounds.height = ceil (high[1]) + VIEW_MARGIN - bounds.y;
  return bounds;
}

gboolean
taut_generator_skin_write_map (TautGeneratorSkin         *generator,
                               const char                *name,
                               TautRig                   *rig,
                               TautLattice *const        *lattices,
                               const TautSkinMapOptions  *options,
                               GError                   **error)
{
  g_autoptr (TautBodyField) field = NULL;
  g_autofree TautVector *positions = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *file = NULL;
  TautSkinPoseReport report;

  g_return_val_if_fail (generator != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (rig != NULL, FALSE);
  g_return_val_if_fail (lattices != NULL, FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  field = gather (lattices, FALSE);
  positions = taut_skin_pose_carry (generator->pose, rig, field, &report);
  printf ("%s: carried skin lies within %.2f (half of it) and %.2f (95 %%), snapped %.3f\n",
          name, report.median, report.most, report.snapped);
  bytes = taut_skin_map_build (generator->builder, generator->skin, positions, field, options);
  file = g_strconcat (name, ".skinmap", NULL);
  return write_file (generator, file, bytes, error);
}
