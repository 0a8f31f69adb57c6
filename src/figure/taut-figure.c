/* taut-figure.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-figure"

#include "config.h"

#include "taut-figure-private.h"

#include "taut-operation-load.h"

G_DEFINE_QUARK (taut-figure-error-quark, taut_figure_error)

static void
clear_joint (gpointer data)
{
  TautJoint *joint = data;

  g_free (joint->id);
}

static void
clear_table (gpointer data)
{
  TautTable *table = data;

  g_free (table->id);
  g_free (table->rows);
}

static void
clear_shaping (gpointer data)
{
  TautShaping *shaping = data;

  g_free (shaping->y);
  g_free (shaping->gains);
}

static void
clear_build (gpointer data)
{
  TautBuild *build = data;

  g_free (build->id);
  g_free (build->factors);
}

static void
clear_pose (gpointer data)
{
  TautPose *pose = data;

  g_free (pose->id);
}

static GArray *
new_array (gsize          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

static TautFigure *
figure_new (void)
{
  TautFigure *figure = g_new0 (TautFigure, 1);

  figure->ref_count = 1;
  figure->joints = new_array (sizeof (TautJoint), clear_joint);
  figure->tables = new_array (sizeof (TautTable), clear_table);
  figure->shapings = new_array (sizeof (TautShaping), clear_shaping);
  figure->builds = new_array (sizeof (TautBuild), clear_build);
  figure->poses = new_array (sizeof (TautPose), clear_pose);
  for (guint i = 0; i < TAUT_N_BLUEPRINTS; i++)
    figure->blueprints[i] = new_array (sizeof (TautOperation),
                                       (GDestroyNotify) taut_operation_clear);
  return figure;
}

TautFigure *
taut_figure_load (GFile   *folder,
                  GError **error)
{
  static gboolean (*const loaders[]) (TautFigure *, GFile *, GError **) = {
    taut_skeleton_load, taut_body_load, taut_builds_load, taut_poses_load,
  };
  static const char *const names[] = {
    "skeleton.json", "body.json", "builds.json", "poses.json",
  };
  g_autoptr (TautFigure) figure = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  figure = figure_new ();
  for (guint i = 0; i < G_N_ELEMENTS (loaders); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, names[i]);

      if (!loaders[i] (figure, file, error))
        return NULL;
    }

  return g_steal_pointer (&figure);
}

TautFigure *
taut_figure_ref (TautFigure *figure)
{
  g_return_val_if_fail (figure != NULL, NULL);

  g_atomic_int_inc (&figure->ref_count);
  return figure;
}

void
taut_figure_unref (TautFigure *figure)
{
  g_return_if_fail (figure != NULL);

  if (!g_atomic_int_dec_and_test (&figure->ref_count))
    return;

  g_array_unref (figure->joints);
  g_array_unref (figure->tables);
  g_array_unref (figure->shapings);
  g_array_unref (figure->builds);
  g_array_unref (figure->poses);
  for (guint i = 0; i < TAUT_N_BLUEPRINTS; i++)
    g_array_unref (figure->blueprints[i]);
  g_strfreev (figure->factors);
  g_free (figure);
}

int
taut_figure_find_joint (TautFigure *figure,
                        const char *id)
{
  g_return_val_if_fail (figure != NULL, TAUT_NO_INDEX);

  for (guint i = 0; i < figure->joints->len; i++)
    if (g_strcmp0 (taut_figure_get_joint (figure, i)->id, id) == 0)
      return i;

  return TAUT_NO_INDEX;
}

int
taut_figure_find_factor (TautFigure *figure,
                         const char *id)
{
  g_return_val_if_fail (figure != NULL, TAUT_NO_INDEX);

  for (guint i = 0; i < figure->n_factors; i++)
    if (g_strcmp0 (figure->factors[i], id) == 0)
      return i;

  return TAUT_NO_INDEX;
}

int
taut_figure_find_table (TautFigure *figure,
                        const char *id)
{
  g_return_val_if_fail (figure != NULL, TAUT_NO_INDEX);

  for (guint i = 0; i < figure->tables->len; i++)
    if (g_strcmp0 (g_array_index (figure->tables, TautTable, i).id, id) == 0)
      return i;

  return TAUT_NO_INDEX;
}

TautBuild *
taut_figure_find_build (TautFigure  *figure,
                        const char  *id,
                        GError     **error)
{
  g_return_val_if_fail (figure != NULL, NULL);

  for (guint i = 0; i < figure->builds->len; i++)
    {
      TautBuild *build = &g_array_index (figure->builds, TautBuild, i);

      if (g_strcmp0 (build->id, id) == 0)
        return build;
    }

  g_set_error (error, TAUT_FIGURE_ERROR, TAUT_FIGURE_ERROR_UNKNOWN, "No build is named \"%s\"", id);
  return NULL;
}

TautPose *
taut_figure_find_pose (TautFigure  *figure,
                       const char  *id,
                       GError     **error)
{
  g_return_val_if_fail (figure != NULL, NULL);

  for (guint i = 0; i < figure->poses->len; i++)
    {
      TautPose *pose = &g_array_index (figure->poses, TautPose, i);

      if (g_strcmp0 (pose->id, id) == 0)
        return pose;
    }

  g_set_error (error, TAUT_FIGURE_ERROR, TAUT_FIGURE_ERROR_UNKNOWN, "No pose is named \"%s\"", id);
  return NULL;
}

/* The skin of trunk and neck is carried by the two vertebrae next to its height,
 * shared by distance. The joints stand in the file from below to above. */
TautBinding
taut_figure_bind_spine (TautFigure *figure,
                        double      y)
{
  TautBinding binding = { .weight = { 1 }, .n = 1 };
  double below = NAN;
  guint lower = 0;

  g_return_val_if_fail (figure != NULL, binding);

  for (guint i = 0; i < figure->joints->len; i++)
    {
      double spine = taut_figure_get_joint (figure, i)->spine;

      if (isnan (spine))
        continue;
      if (y >= spine)
        {
          binding.joint[0] = i;
          if (isnan (below))
            return binding;
          binding = (TautBinding) { .joint = { lower, i }, .n = 2 };
          binding.weight[1] = (below - y) / (below - spine);
          binding.weight[0] = 1 - binding.weight[1];
          return binding;
        }
      below = spine;
      lower = i;
    }

  binding.joint[0] = lower;
  return binding;
}
