/* bench-view.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a view that was never opened takes until it stands at 1440x900: to unpack
 * what is seen of the skin, to sort it for contours, and to draw the art. Time of the
 * processor, so that a busy machine does not count. Printed, not asserted.
 */

#include "config.h"

#include <cairo.h>
#include <time.h>

#include "taut-art-renderer.h"
#include "taut-resources.h"
#include "taut-view.h"

#define WIDTH 1440
#define HEIGHT 900
/* Each time anew; the middle one counts. */
#define N_ROUNDS 5
#define N_STEPS 4

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *time_a = a;
  const double *time_b = b;

  return (*time_a > *time_b) - (*time_a < *time_b);
}

static gboolean
belongs_nowhere (guint    cell,
                 gpointer user_data)
{
  return FALSE;
}

static void
draw (TautView *view)
{
  TautArtRenderer *renderer = taut_art_renderer_new (view);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  TautViewBounds bounds = taut_view_get_bounds (view);
  double scale = MIN (WIDTH / bounds.width, HEIGHT / bounds.height);
  g_autoptr (GError) error = NULL;

  cairo_translate (cr, -bounds.x * scale, -bounds.y * scale);
  if (!taut_art_renderer_draw (renderer, cr, scale, TAUT_STYLE_LIGHT, &error))
    g_error ("%s", error->message);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  taut_art_renderer_free (renderer);
}

/* Milliseconds for unpacking, sorting, drawing, and for all of them. */
static void
open_view (const char *id,
           const char *figure,
           TautSkin   *skin,
           double      times[N_STEPS])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautView) view = NULL;
  double start = get_time ();
  TautOutline *nothing;
  TautSkinHit hit;

  view = taut_view_load_figure (id, figure, skin, &error);
  if (view == NULL)
    g_error ("%s", error->message);
  taut_view_pick (view, 0, 0, &hit);
  times[0] = get_time () - start;

  nothing = taut_view_trace_cells (view, belongs_nowhere, NULL);
  taut_outline_free (nothing);
  times[1] = get_time () - start - times[0];

  draw (view);
  times[3] = get_time () - start;
  times[2] = times[3] - times[0] - times[1];
}

static void
measure (const char *id,
         const char *figure,
         TautSkin   *skin)
{
  double times[N_STEPS][N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double round[N_STEPS];

      open_view (id, figure, skin, round);
      for (guint k = 0; k < N_STEPS; k++)
        times[k][i] = round[k];
    }
  for (guint k = 0; k < N_STEPS; k++)
    qsort (times[k], N_ROUNDS, sizeof (double), compare_times);
  g_print ("%-18s %-10s skin %5.1f ms   sort %5.1f ms   art %6.1f ms   all %6.1f ms\n", id, figure,
           times[0][N_ROUNDS / 2], times[1][N_ROUNDS / 2], times[2][N_ROUNDS / 2],
           times[3][N_ROUNDS / 2]);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) cells = NULL;
  g_autoptr (TautSkin) skin = NULL;
  const char *const *figures = taut_view_list_figures ();

  if (!taut_resources_register (&error))
    g_error ("%s", error->message);
  cells = taut_resources_lookup ("figure/skin.cells", &error);
  skin = cells != NULL ? taut_skin_new (cells, &error) : NULL;
  if (skin == NULL)
    g_error ("%s", error->message);

  for (guint k = 0; figures[k] != NULL; k++)
    for (guint i = 0; taut_view_list_ids ()[i] != NULL; i++)
      measure (taut_view_list_ids ()[i], figures[k], skin);
  for (guint i = 0; taut_view_list_close_ups ()[i] != NULL; i++)
    measure (taut_view_list_close_ups ()[i], figures[0], skin);

  return 0;
}
