/* taut-figure-generator.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs in the build: taut-figure-generator DATA_FOLDER OUTPUT_FOLDER [VIEW]...
 *
 * Makes the figure's fields at rest and cuts the skin from them (skin.cells), and
 * for each view the fields of the posed figure, its drawing (NAME.svg) and what is
 * seen of the skin (NAME.skinmap). The skin is always that of the neutral build at
 * rest; a view may draw another build, onto which the skin is carried, so that
 * looks can change without cutting the skin anew. Views are made side by side, as
 * many as there are processors: all of them, or those whose names are given. */

#define G_LOG_DOMAIN "taut-figure-generator"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "taut-art.h"
#include "taut-generator-skin.h"
#include "taut-generator-views.h"

/* Distance between samples: head, hands and feet need the finer one. */
#define TORSO_STEP 1.6
#define LIMB_STEP 0.8

/* What every view of the whole body shows at least, figure units. */
#define FRAME_TOP -6
#define FRAME_BOTTOM 1026
/* Sampled around a close-up: at the border of a box blurs go wrong. */
#define CLIP_MARGIN 24
/* More views at a time would take too much memory. */
#define MAX_VIEWS_AT_A_TIME 4

typedef struct
{
  TautFigure *figure;
  const char *output;
  TautArtLines *lines;
  TautGeneratorSkin *skin;

  GMutex lock;
  GError *error;
} Generator;

typedef struct
{
  TautLattice *of_part[TAUT_N_PARTS];
} Lattices;

static void
lattices_clear (Lattices *lattices)
{
  g_assert (lattices != NULL);

  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    g_clear_pointer (&lattices->of_part[part], taut_lattice_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lattices, lattices_clear)

static void
sample_body (Lattices *lattices,
             TautRig  *rig)
{
  g_assert (lattices != NULL);
  g_assert (rig != NULL);

  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    lattices->of_part[part] = taut_rig_sample (rig, part,
                                               part == TAUT_PART_TORSO ? TORSO_STEP : LIMB_STEP,
                                               NULL);
}

/* Takes off what lies nearer to the viewer than @near or beyond @far. */
static void
cut_lattice (TautLattice *lattice,
             double       near,
             double       far)
{
  int first = MAX ((int) ceil (far / lattice->step) - lattice->origin[2], 0);
  int last = MIN ((int) floor (near / lattice->step) - lattice->origin[2], lattice->size[2] - 1);
  gsize n_lines = (gsize) lattice->size[0] * lattice->size[1];
  int kept = last - first + 1;

  g_assert (lattice != NULL);

  if (kept == lattice->size[2] || kept < 2)
    return;
  for (gsize i = 0; i < n_lines; i++)
    memmove (lattice->values + i * kept, lattice->values + i * lattice->size[2] + first,
             kept * sizeof *lattice->values);
  lattice->size[2] = kept;
  lattice->origin[2] += first;
}

static gboolean
overlap (const TautBox *a,
         const TautBox *b)
{
  return a->low.x < b->high.x && b->low.x < a->high.x &&
         a->low.y < b->high.y && b->low.y < a->high.y;
}

static void
sample_close_up (Lattices                *lattices,
                 TautRig                 *rig,
                 const TautGeneratorView *view)
{
  const TautViewBounds *bounds = &view->bounds;
  TautBox clip = {
    { bounds->x - CLIP_MARGIN, bounds->y - CLIP_MARGIN, view->far - CLIP_MARGIN },
    { bounds->x + bounds->width + CLIP_MARGIN, bounds->y + bounds->height + CLIP_MARGIN,
      view->cut + CLIP_MARGIN },
  };

  g_assert (lattices != NULL);
  g_assert (rig != NULL);

  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    {
      TautBox box = taut_rig_get_box (rig, part);

      if ((view->parts >> part & 1) == 0 || !overlap (&box, &clip))
        continue;
      lattices->of_part[part] = taut_rig_sample (rig, part, view->step, &clip);
      cut_lattice (lattices->of_part[part], view->cut, view->far);
    }
}

/* All views of the whole body share the height from the vertex to the toes of
 * tilted feet, so that heads and heels lie level when views stand side by side. */
static TautViewBounds
share_frame (TautViewBounds bounds)
{
  double bottom = MAX (bounds.y + bounds.height, FRAME_BOTTOM);

  bounds.y = MIN (bounds.y, FRAME_TOP);
  bounds.height = bottom - bounds.y;
  return bounds;
}

/* The drawing; its layer for areas is filled later, see taut-area-layers.c. */
static gboolean
write_art (const Generator          *generator,
           TautRig                  *rig,
           TautLattice *const       *lattices,
           const TautGeneratorView  *view,
           const TautViewBounds     *bounds,
           GError                  **error)
{
  TautArtOptions options = {
    .title = view->name,
    .step = view->art_step,
    .lines = generator->lines,
    .bounds = { bounds->x, bounds->y, bounds->width, bounds->height },
    .top = view->top,
    .mirrored = view->mirrored,
    .close_up = view->close_up,
    .fade = { view->fade[0], view->fade[1] },
    .cut = view->cut,
  };
  g_autofree char *name = g_strdup_printf ("%s.svg", view->name);
  g_autofree char *path = g_build_filename (generator->output, name, NULL);
  g_autoptr (GBytes) svg = NULL;

  g_assert (rig != NULL);

  if (!taut_art_write (rig, lattices, &options, &svg, error))
    return FALSE;

  return g_file_set_contents (path, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg),
                              error);
}

static gboolean
write_view (const Generator          *generator,
            const TautGeneratorView  *view,
            GError                  **error)
{
  g_autoptr (TautRig) rig = taut_rig_new (generator->figure, view->build, view->pose,
                                          view->yaw, view->elevation, error);
  g_auto (Lattices) lattices = { { NULL } };
  TautSkinMapOptions options = {
    .bounds = view->bounds,
    .samples_per_unit = view->samples_per_unit,
    .parts = view->parts,
    .segments = view->segments,
    .fade = { view->fade[0], view->fade[1] },
    .cut = view->cut,
    .far = view->far,
  };

  if (rig == NULL)
    return FALSE;
  if (view->close_up)
    {
      sample_close_up (&lattices, rig, view);
    }
  else
    {
      sample_body (&lattices, rig);
      options.bounds = share_frame (taut_generator_skin_measure (lattices.of_part));
    }

  return write_art (generator, rig, lattices.of_part, view, &options.bounds, error) &&
         taut_generator_skin_write_map (generator->skin, view->name, rig, lattices.of_part,
                                        &options, error);
}

/* In a thread. The first error counts. */
static void
work (gpointer data,
      gpointer user_data)
{
  Generator *generator = user_data;
  g_autoptr (GError) error = NULL;

  if (write_view (generator, data, &error))
    return;
  g_mutex_lock (&generator->lock);
  if (generator->error == NULL)
    generator->error = g_steal_pointer (&error);
  g_mutex_unlock (&generator->lock);
}

static gboolean
write_views (Generator          *generator,
             GPtrArray          *views,
             const char *const  *only,
             GError            **error)
{
  guint n_threads = MIN (g_get_num_processors (), MAX_VIEWS_AT_A_TIME);
  GThreadPool *pool = g_thread_pool_new (work, generator, n_threads, TRUE, error);

  g_assert (generator != NULL);

  if (pool == NULL)
    return FALSE;
  for (guint i = 0; i < views->len; i++)
    {
      TautGeneratorView *view = views->pdata[i];

      if (*only == NULL || g_strv_contains (only, view->name))
        g_thread_pool_push (pool, view, NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  if (generator->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&generator->error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
generate (Generator          *generator,
          GFile              *folder,
          const char *const  *only,
          GError            **error)
{
  g_autoptr (TautRig) rest = NULL;
  g_auto (Lattices) lattices = { { NULL } };
  g_autoptr (GFile) lines = g_file_get_child (folder, "lines.json");
  g_autoptr (GFile) details = g_file_get_child (folder, "details.json");
  g_autoptr (GPtrArray) views = taut_generator_views_read (folder, error);

  g_assert (generator != NULL);

  if (views == NULL)
    return FALSE;
  generator->lines = taut_art_lines_load (lines, error);
  if (generator->lines == NULL || !taut_art_lines_add_close (generator->lines, details, error))
    return FALSE;

  rest = taut_rig_new (generator->figure, "neutral", "rest", 0, 0, error);
  if (rest == NULL)
    return FALSE;
  sample_body (&lattices, rest);
  generator->skin = taut_generator_skin_new (folder, rest, lattices.of_part, generator->output,
                                             error);
  if (generator->skin == NULL)
    return FALSE;
  lattices_clear (&lattices);
  return write_views (generator, views, only, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  Generator generator = { 0 };
  gboolean done;

  if (argc < 3)
    {
      fprintf (stderr, "usage: taut-figure-generator DATA_FOLDER OUTPUT_FOLDER [VIEW]...\n");
      return 2;
    }

  folder = g_file_new_for_path (argv[1]);
  g_mutex_init (&generator.lock);
  generator.output = argv[2];
  generator.figure = taut_figure_load (folder, &error);
  done = generator.figure != NULL && generate (&generator, folder, (const char *const *) argv + 3, &error);
  if (!done)
    fprintf (stderr, "taut-figure-generator: %s\n", error->message);

  g_clear_pointer (&generator.lines, taut_art_lines_free);
  g_clear_pointer (&generator.skin, taut_generator_skin_free);
  g_clear_pointer (&generator.figure, taut_figure_unref);
  g_mutex_clear (&generator.lock);
  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
