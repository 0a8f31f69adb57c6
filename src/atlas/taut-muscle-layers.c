/* taut-muscle-layers.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs in the build, after the figure is drawn:
 *
 *   taut-muscle-layers [--depfile FILE] FIGURE_FOLDER ATLAS_FOLDER OUTPUT_FOLDER VIEW...
 *
 * Writes VIEW.muscles.svg for each view: a layer of deep muscles, and above it one
 * of superficial muscles, each from the lowest depth to the highest. The id of a
 * group is its muscle's id with the side: muscle.trapezius.right. */

#define G_LOG_DOMAIN "taut-muscle-layers"

#include "config.h"

#include "taut-atlas-private.h"
#include "taut-file.h"
#include "taut-muscle-art.h"

static const struct
{
  TautMuscleLayer layer;
  const char *id;
  const char *label;
} layers[] = {
  { TAUT_MUSCLE_DEEP, "muscles-deep", "Deep muscles" },
  { TAUT_MUSCLE_SUPERFICIAL, "muscles-superficial", "Muscles" },
};

static int
compare_depths (gconstpointer a,
                gconstpointer b)
{
  const TautMuscleSheet *first = *(const TautMuscleSheet *const *) a;
  const TautMuscleSheet *second = *(const TautMuscleSheet *const *) b;
  int order;

  if (first->shape->depth != second->shape->depth)
    return first->shape->depth < second->shape->depth ? -1 : 1;

  order = strcmp (first->shape->muscle->id, second->shape->muscle->id);
  return order != 0 ? order : (first->shape < second->shape ? -1 : 1);
}

/* All sheets, the lowest first. */
static GPtrArray *
make_sheets (TautAtlas  *atlas,
             GError    **error)
{
  g_autoptr (GPtrArray) sheets = NULL;
  GPtrArray *muscles = taut_atlas_get_muscles (atlas);

  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_muscle_sheet_free);
  for (guint i = 0; i < muscles->len; i++)
    {
      const TautMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint k = 0; k < muscle->shapes->len; k++)
        {
          TautMuscleSheet *sheet = taut_muscle_sheet_new (taut_atlas_get_skin (atlas),
                                                          g_ptr_array_index (muscle->shapes, k));

          if (sheet == NULL)
            {
              g_set_error (error, TAUT_ATLAS_ERROR, TAUT_ATLAS_ERROR_VALUE,
                           "muscles/%s.json: shape %u: expected places on the skin, found a line "
                           "beside it", muscle->id, k + 1);
              return NULL;
            }
          g_ptr_array_add (sheets, sheet);
        }
    }
  g_ptr_array_sort (sheets, compare_depths);

  return g_steal_pointer (&sheets);
}

/* Shapes of one muscle may lie between others, so each is a group of its own; the
 * second one of the muscle is muscle.trapezius.2.right, and so on. */
static char *
make_id (const TautMuscleShape *shape,
         TautSide               side)
{
  guint n = 0;

  g_ptr_array_find (shape->muscle->shapes, shape, &n);
  return n == 0 ? g_strdup_printf ("muscle.%s.%s", shape->muscle->id, taut_side_get_id (side)) :
                  g_strdup_printf ("muscle.%s.%u.%s", shape->muscle->id, n + 1,
                                   taut_side_get_id (side));
}

/* From the front and from behind the sides are mirror images. */
static void
append_sheet (TautMuscleArt         *art,
              const TautMuscleSheet *sheet,
              gboolean               symmetric,
              GString               *svg)
{
  g_autofree char *left = make_id (sheet->shape, TAUT_SIDE_LEFT);

  for (TautSide side = TAUT_SIDE_LEFT; side <= TAUT_SIDE_RIGHT; side++)
    {
      g_autoptr (GString) paths = g_string_new (NULL);
      g_autofree char *id = make_id (sheet->shape, side);

      if (side == TAUT_SIDE_LEFT || !symmetric)
        taut_muscle_art_append (art, sheet, side, paths);
      if (side == TAUT_SIDE_LEFT && symmetric && paths->len == 0)
        return;
      if (side == TAUT_SIDE_RIGHT && symmetric)
        g_string_append_printf (svg, "<use id=\"%s\" xlink:href=\"#%s\" transform=\"scale(-1 1)\"/>\n",
                                id, left);
      else if (paths->len > 0)
        g_string_append_printf (svg, "<g id=\"%s\">\n%s</g>\n", id, paths->str);
    }
}

static gboolean
is_symmetric (TautView *view)
{
  TautViewFacing facing = taut_view_get_facing (view);
  TautViewPart part = taut_view_get_part (view);
  TautViewBounds bounds = taut_view_get_bounds (view);

  return (part == TAUT_VIEW_PART_BODY || part == TAUT_VIEW_PART_HEAD) &&
         (facing == TAUT_VIEW_FACING_FRONT || facing == TAUT_VIEW_FACING_BACK) &&
         fabs (bounds.x + bounds.width / 2) < 0.01;
}

static char *
draw_view (TautView  *view,
           GPtrArray *sheets)
{
  g_autoptr (TautMuscleArt) art = taut_muscle_art_new (view);
  TautViewBounds bounds = taut_view_get_bounds (view);
  GString *svg = g_string_new (NULL);

  g_string_append_printf (svg, "<svg xmlns=\"http://www.w3.org/2000/svg\""
                               " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                               " xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\""
                               " viewBox=\"%d %d %d %d\">\n",
                          (int) bounds.x, (int) bounds.y, (int) bounds.width, (int) bounds.height);
  g_string_append (svg, "<g id=\"muscles\" stroke-linecap=\"round\">\n");
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_string_append_printf (svg, "<g id=\"%s\" inkscape:groupmode=\"layer\""
                                   " inkscape:label=\"%s\">\n", layers[i].id, layers[i].label);
      for (guint k = 0; k < sheets->len; k++)
        {
          const TautMuscleSheet *sheet = g_ptr_array_index (sheets, k);

          if (sheet->shape->layer == layers[i].layer)
            append_sheet (art, sheet, is_symmetric (view), svg);
        }
      g_string_append (svg, "</g>\n");
    }
  g_string_append (svg, "</g>\n</svg>\n");

  return g_string_free (svg, FALSE);
}

static GBytes *
read_bytes (const char  *folder,
            const char  *name,
            const char  *suffix,
            GError     **error)
{
  g_autofree char *base = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_load_bytes (file, NULL, NULL, error);
}

static gboolean
write_view (const char  *id,
            TautAtlas   *atlas,
            GPtrArray   *sheets,
            char       **folders,
            GError     **error)
{
  g_autoptr (GBytes) map = read_bytes (folders[0], id, ".skinmap", error);
  g_autoptr (TautView) view = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *name = g_strconcat (id, ".muscles.svg", NULL);
  g_autofree char *path = g_build_filename (folders[2], name, NULL);

  if (map == NULL)
    return FALSE;
  view = taut_view_new (id, map, taut_atlas_get_skin (atlas), error);
  if (view == NULL)
    return FALSE;

  svg = draw_view (view, sheets);

  return taut_file_replace (path, svg, strlen (svg), 0644, error);
}

/* Tells the build which files were read. */
static gboolean
write_depfile (const char  *path,
               TautAtlas   *atlas,
               char       **folders,
               GError     **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *muscles = taut_atlas_get_muscles (atlas);

  g_string_append_printf (text, "%s/%s.muscles.svg: %s/areas.json", folders[2], folders[3],
                          folders[1]);
  for (guint i = 0; i < muscles->len; i++)
    g_string_append_printf (text, " \\\n  %s/muscles/%s.json", folders[1],
                            ((const TautMuscle *) g_ptr_array_index (muscles, i))->id);
  g_string_append_c (text, '\n');

  return taut_file_replace (path, text->str, text->len, 0644, error);
}

/* Views under way, by as many threads as there are processors. */
typedef struct
{
  TautAtlas *atlas;
  GPtrArray *sheets;
  char **folders;
  GMutex lock;
  GError *error;
} Work;

static void
work_on_view (gpointer data,
              gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;

  if (write_view (data, work->atlas, work->sheets, work->folders, &error))
    return;

  g_mutex_lock (&work->lock);
  if (work->error == NULL)
    work->error = g_steal_pointer (&error);
  g_mutex_unlock (&work->lock);
}

static gboolean
write_views (TautAtlas  *atlas,
             GPtrArray  *sheets,
             char      **folders,
             GError    **error)
{
  Work work = { atlas, sheets, folders };
  GThreadPool *pool;

  g_mutex_init (&work.lock);
  pool = g_thread_pool_new (work_on_view, &work, g_get_num_processors (), FALSE, NULL);
  for (guint i = 3; folders[i] != NULL; i++)
    g_thread_pool_push (pool, folders[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_mutex_clear (&work.lock);

  if (work.error == NULL)
    return TRUE;
  g_propagate_error (error, work.error);
  return FALSE;
}

static gboolean
run (const char  *depfile,
     char       **folders,
     GError     **error)
{
  g_autoptr (GBytes) cells = read_bytes (folders[0], "skin", ".cells", error);
  g_autoptr (TautSkin) skin = cells != NULL ? taut_skin_new (cells, error) : NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (folders[1]);
  g_autoptr (TautAtlas) atlas = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  atlas = skin != NULL ? taut_atlas_load_only_muscles (folder, skin, error) : NULL;
  sheets = atlas != NULL ? make_sheets (atlas, error) : NULL;
  if (sheets == NULL)
    return FALSE;

  if (!write_views (atlas, sheets, folders, error))
    return FALSE;

  return depfile == NULL || write_depfile (depfile, atlas, folders, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  const char *depfile = NULL;
  int first = 1;

  if (argc > 2 && g_str_equal (argv[1], "--depfile"))
    {
      depfile = argv[2];
      first = 3;
    }
  if (argc < first + 4)
    {
      g_printerr ("Usage: taut-muscle-layers [--depfile FILE] FIGURE_FOLDER ATLAS_FOLDER "
                  "OUTPUT_FOLDER VIEW...\n");
      return 2;
    }
  if (!run (depfile, argv + first, &error))
    {
      g_printerr ("taut-muscle-layers: %s\n", error->message);
      return 1;
    }

  return 0;
}
