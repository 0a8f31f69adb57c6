/* taut-figure-generator.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs in the build: taut-figure-generator DATA_FOLDER OUTPUT_FOLDER
 *
 * Makes the figure's fields at rest and cuts the skin from them (skin.cells), and
 * for each view the fields of the posed figure, its drawing (ID.svg) and what is
 * seen of the skin (ID.skinmap). The skin is always that of the neutral build at
 * rest; a view may draw another build, onto which the skin is carried, so that
 * looks can change without cutting the skin anew. */

#define G_LOG_DOMAIN "taut-figure-generator"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "taut-art.h"
#include "taut-figure-read.h"
#include "taut-generator-skin.h"

/* Distance between samples: head, hands and feet need the finer one. */
#define TORSO_STEP 1.6
#define LIMB_STEP 0.8

/* What every view shows at least, figure units. */
#define FRAME_TOP -6
#define FRAME_BOTTOM 1026
/* Between samples of the drawn picture. */
#define ART_STEP 0.5

typedef struct
{
  char *id;
  char *pose;
  char *build;
  double yaw;
  double elevation;
  gboolean mirrored;
} View;

typedef struct
{
  TautFigure *figure;
  const char *output;
  TautArtLines *lines;
  TautLattice *lattices[TAUT_N_PARTS];
  TautGeneratorSkin *skin;
} Generator;

static void
view_clear (gpointer data)
{
  View *view = data;

  g_free (view->id);
  g_free (view->pose);
  g_free (view->build);
}

static gboolean
read_view (JsonObject  *object,
           const char  *where,
           View        *view,
           GError     **error)
{
  static const char *const known[] = { "id", "pose", "build", "yaw", "elevation",
                                       "mirrored", NULL };
  const char *id, *pose, *build;

  g_assert (view != NULL);

  if (!taut_json_check_members (object, where, known, error) ||
      !taut_json_read_string (object, where, "id", &id, error) ||
      !taut_json_read_string (object, where, "pose", &pose, error) ||
      !taut_json_read_string (object, where, "build", &build, error) ||
      !taut_json_read_number (object, where, "yaw", -180, 180, &view->yaw, error) ||
      !taut_json_read_number (object, where, "elevation", -90, 90, &view->elevation, error) ||
      !taut_read_optional_boolean (object, where, "mirrored", &view->mirrored, error))
    return FALSE;

  view->id = g_strdup (id);
  view->pose = g_strdup (pose);
  view->build = g_strdup (build);
  return TRUE;
}

static GArray *
read_views (GFile   *folder,
            GError **error)
{
  static const char *const known[] = { "views", NULL };
  g_autoptr (GFile) file = g_file_get_child (folder, "views.json");
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GArray) views = g_array_new (FALSE, TRUE, sizeof (View));
  g_autofree char *where = NULL;
  JsonObject *object;
  JsonArray *array;

  g_array_set_clear_func (views, view_clear);
  root = taut_read_file (file, known, &where, &object, error);
  array = root != NULL ? taut_json_read_array (object, where, "views", error) : NULL;
  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s: views[%u]", where, i);
      JsonObject *element = taut_read_element (array, i, where, "views", error);

      g_array_set_size (views, i + 1);
      if (element == NULL || !read_view (element, place, &g_array_index (views, View, i), error))
        return NULL;
    }

  return g_steal_pointer (&views);
}

static void
drop_lattices (Generator *generator)
{
  g_assert (generator != NULL);

  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    g_clear_pointer (&generator->lattices[part], taut_lattice_free);
}

static void
make_lattices (Generator *generator,
               TautRig   *rig)
{
  g_assert (generator != NULL);
  g_assert (rig != NULL);

  drop_lattices (generator);
  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    generator->lattices[part] = taut_rig_sample (rig, part,
                                                 part == TAUT_PART_TORSO ? TORSO_STEP : LIMB_STEP,
                                                 NULL);
}

/* All views share the height from the vertex to the toes of tilted feet, so that
 * heads and heels lie level when views stand side by side. */
static void
share_frame (TautViewBounds *bounds)
{
  double bottom;

  g_assert (bounds != NULL);

  bottom = MAX (bounds->y + bounds->height, FRAME_BOTTOM);
  bounds->y = MIN (bounds->y, FRAME_TOP);
  bounds->height = bottom - bounds->y;
}

/* The drawing; its layer for areas is filled later, see taut-area-layers.c. */
static gboolean
write_art (Generator             *generator,
           TautRig               *rig,
           const View            *view,
           const TautViewBounds  *bounds,
           GError               **error)
{
  TautArtOptions options = {
    .title = view->id,
    .step = ART_STEP,
    .lines = generator->lines,
    .bounds = { bounds->x, bounds->y, bounds->width, bounds->height },
    .mirrored = view->mirrored,
  };
  g_autofree char *name = g_strdup_printf ("%s.svg", view->id);
  g_autofree char *path = g_build_filename (generator->output, name, NULL);
  g_autoptr (GBytes) svg = NULL;

  g_assert (rig != NULL);

  if (!taut_art_write (rig, generator->lattices, &options, &svg, error))
    return FALSE;

  return g_file_set_contents (path, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg),
                              error);
}

static gboolean
generate (Generator  *generator,
          GFile      *folder,
          GError    **error)
{
  g_autoptr (TautRig) rest = NULL;
  g_autoptr (GFile) lines = g_file_get_child (folder, "lines.json");
  g_autoptr (GArray) views = read_views (folder, error);

  g_assert (generator != NULL);

  if (views == NULL)
    return FALSE;
  generator->lines = taut_art_lines_load (lines, error);
  if (generator->lines == NULL)
    return FALSE;

  rest = taut_rig_new (generator->figure, "neutral", "rest", 0, 0, error);
  if (rest == NULL)
    return FALSE;
  make_lattices (generator, rest);
  generator->skin = taut_generator_skin_new (folder, rest, generator->lattices,
                                             generator->output, error);
  if (generator->skin == NULL)
    return FALSE;

  for (guint i = 0; i < views->len; i++)
    {
      const View *view = &g_array_index (views, View, i);
      g_autoptr (TautRig) rig = taut_rig_new (generator->figure, view->build, view->pose,
                                              view->yaw, view->elevation, error);
      TautViewBounds bounds;

      if (rig == NULL)
        return FALSE;
      make_lattices (generator, rig);
      bounds = taut_generator_skin_measure (generator->lattices);
      share_frame (&bounds);
      if (!write_art (generator, rig, view, &bounds, error) ||
          !taut_generator_skin_write_map (generator->skin, view->id, rig, generator->lattices,
                                          &bounds, error))
        return FALSE;
    }

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  Generator generator = { 0 };
  gboolean done;

  if (argc != 3)
    {
      fprintf (stderr, "usage: taut-figure-generator DATA_FOLDER OUTPUT_FOLDER\n");
      return 2;
    }

  folder = g_file_new_for_path (argv[1]);
  generator.output = argv[2];
  generator.figure = taut_figure_load (folder, &error);
  done = generator.figure != NULL && generate (&generator, folder, &error);
  if (!done)
    fprintf (stderr, "taut-figure-generator: %s\n", error->message);

  drop_lattices (&generator);
  g_clear_pointer (&generator.lines, taut_art_lines_free);
  g_clear_pointer (&generator.skin, taut_generator_skin_free);
  g_clear_pointer (&generator.figure, taut_figure_unref);
  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
