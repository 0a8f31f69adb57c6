/* bench-chart.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the chart takes for a frame at 1280x900 with ten patterns on it, while
 * the pointer hovers, the view is panned and zoomed, and how long from a choice to
 * the pattern on the screen; each beside an empty widget of the same size that
 * is redrawn in the same run. A frame is what the frame clock does between
 * before-paint and after-paint. Printed, not asserted.
 */

#include "config.h"

#include <adwaita.h>

#include "taut-chart.h"
#include "taut-figure-deck.h"
#include "taut-figure-view.h"
#include "taut-knowledge.h"
#include "taut-resources.h"

#define WIDTH 1280
#define HEIGHT 900
#define N_WARM_UP 30
#define N_FRAMES 90
#define N_MARKS 10
#define N_OVERLAYS 12

#define RECORD_ID "3f1c1e9a-5f5d-4d6e-9c35-0c4b7e2f1a10"

typedef struct
{
  GtkWidget *window;
  GtkWidget *chart;
  GtkWidget *empty;
  TautRecord *record;
  TautFigureView *figures[2];
  GtkEventController *motion;
} Bench;

typedef void (* StepFunc) (Bench *bench,
                           guint  frame);

typedef struct
{
  gint64 start;
  double times[N_FRAMES];
  guint n_frames;
} Recorder;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *time_a = a;
  const double *time_b = b;

  return (*time_a > *time_b) - (*time_a < *time_b);
}

static void
print_times (const char *name,
             double     *times,
             guint       n_times)
{
  qsort (times, n_times, sizeof *times, compare_times);
  g_print ("%-34s median %6.2f ms   95 %% %6.2f ms   longest %6.2f ms   n=%u\n", name,
           times[n_times / 2], times[n_times * 95 / 100], times[n_times - 1], n_times);
}

/* Frames */

static void
before_paint_cb (GdkFrameClock *clock,
                 Recorder      *recorder)
{
  recorder->start = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Recorder      *recorder)
{
  int frame = (int) recorder->n_frames++ - N_WARM_UP;

  if (frame >= 0 && frame < N_FRAMES)
    recorder->times[frame] = (g_get_monotonic_time () - recorder->start) / 1000.0;
}

/* Makes one change for each frame, outside of it, as events do. */
static void
measure_frames (Bench      *bench,
                const char *name,
                StepFunc    step)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->window);
  Recorder recorder = { 0 };
  guint last = G_MAXUINT;

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &recorder);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &recorder);
  while (recorder.n_frames < N_WARM_UP + N_FRAMES)
    {
      if (recorder.n_frames != last)
        {
          last = recorder.n_frames;
          step (bench, last);
          /* There is a frame even where nothing changed. */
          gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
        }
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handlers_disconnect_by_data (clock, &recorder);
  print_times (name, recorder.times, N_FRAMES);
}

static void
settle (Bench *bench)
{
  gtk_test_widget_wait_for_draw (bench->window);
  while (g_main_context_pending (NULL) ||
         !taut_figure_view_get_settled (bench->figures[0]) ||
         !taut_figure_view_get_settled (bench->figures[1]))
    g_main_context_iteration (NULL, TRUE);
}

/* Steps */

/* Another colour each time: GTK does not paint what did not change. */
static void
redraw_empty (Bench *bench,
              guint  frame)
{
  if (frame % 2 == 0)
    gtk_widget_add_css_class (bench->empty, "view");
  else
    gtk_widget_remove_css_class (bench->empty, "view");
}

/* Down the body and up again, over many areas. */
static void
hover (Bench *bench,
       guint  frame)
{
  double height = gtk_widget_get_height (GTK_WIDGET (bench->figures[1]));
  double width = gtk_widget_get_width (GTK_WIDGET (bench->figures[1]));
  guint phase = frame % 60;
  double way = (phase < 30 ? phase : 60 - phase) / 30.0;

  g_signal_emit_by_name (bench->motion, "motion",
                         width * (0.46 + way * 0.05), height * (0.08 + way * 0.8));
}

static void
pan (Bench *bench,
     guint  frame)
{
  double direction = frame / 20 % 2 == 0 ? 1 : -1;

  for (guint i = 0; i < G_N_ELEMENTS (bench->figures); i++)
    taut_viewport_pan (taut_figure_view_get_viewport (bench->figures[i]),
                       6 * direction, 9 * direction);
}

static void
zoom (Bench *bench,
      guint  frame)
{
  double factor = frame / 30 % 2 == 0 ? 1.03 : 1 / 1.03;

  taut_figure_view_zoom_by (bench->figures[0], factor);
}

/* From the change of the record to the frame that shows all of the pattern. */
static void
measure_overlays (Bench         *bench,
                  TautKnowledge *knowledge)
{
  GPtrArray *points = taut_atlas_get_points (knowledge->atlas);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 9, 10, 0, 0);
  double times[N_OVERLAYS];

  for (guint i = 0; i < N_OVERLAYS; i++)
    {
      const TautPoint *point = g_ptr_array_index (points, points->len - 1 - i * 3 % points->len);
      TautSkinPoint at = taut_point_get_place (point, TAUT_SIDE_RIGHT);
      g_autoptr (TautMark) mark = taut_mark_new ("overlay", point->id, &at, 5, now);
      gint64 start = g_get_monotonic_time ();

      taut_record_put_mark (bench->record, mark, FALSE);
      while (!taut_figure_view_get_settled (bench->figures[0]) ||
             !taut_figure_view_get_settled (bench->figures[1]))
        g_main_context_iteration (NULL, TRUE);
      gtk_test_widget_wait_for_draw (bench->window);
      times[i] = (g_get_monotonic_time () - start) / 1000.0;
      taut_record_remove_mark (bench->record, "overlay");
      settle (bench);
    }
  print_times ("choice to pattern on screen", times, N_OVERLAYS);
}

/* Set up */

static gpointer
find_type (GtkWidget *widget,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }

  g_assert_not_reached ();
}

static void
put_marks (Bench         *bench,
           TautKnowledge *knowledge)
{
  static const char *const ids[N_MARKS] = {
    "trapezius.1", "infraspinatus.1", "levator_scapulae.lower", "scm.st_mid", "scalenes.ant",
    "quadratus_lumborum.1", "gluteus_medius.1", "gluteus_minimus.post", "soleus.1", "temporalis.1",
  };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 9, 10, 0, 0);

  for (guint i = 0; i < N_MARKS; i++)
    {
      const TautPoint *point = taut_atlas_find_point (knowledge->atlas, ids[i]);
      TautSide side = i % 2 == 0 ? TAUT_SIDE_LEFT : TAUT_SIDE_RIGHT;
      g_autoptr (TautMark) mark = NULL;
      TautSkinPoint at;

      g_assert_nonnull (point);
      at = taut_point_get_place (point, side);
      mark = taut_mark_new (ids[i], ids[i], &at, i % 10 + 1, now);
      taut_record_put_mark (bench->record, mark, FALSE);
    }
}

static void
present_chart (Bench         *bench,
               TautKnowledge *knowledge)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 9, 10, 0, 0);
  g_autoptr (TautClock) clock = taut_clock_new_fixed (now);
  TautFigureDeck *deck;

  bench->record = taut_record_new (RECORD_ID);
  put_marks (bench, knowledge);
  bench->chart = taut_chart_new ();
  taut_chart_set_atlas (TAUT_CHART (bench->chart), knowledge->atlas, knowledge->views, clock);
  taut_chart_set_record (TAUT_CHART (bench->chart), bench->record);
  gtk_window_set_child (GTK_WINDOW (bench->window), bench->chart);
  deck = find_type (bench->chart, TAUT_TYPE_FIGURE_DECK);
  for (guint i = 0; i < G_N_ELEMENTS (bench->figures); i++)
    bench->figures[i] = taut_figure_deck_get (deck, i);
  bench->motion = find_motion (GTK_WIDGET (bench->figures[1]));
  settle (bench);
}

static void
measure_all (Bench         *bench,
             TautKnowledge *knowledge)
{
  bench->empty = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_window_set_child (GTK_WINDOW (bench->window), bench->empty);
  gtk_window_present (GTK_WINDOW (bench->window));
  gtk_test_widget_wait_for_draw (bench->window);
  measure_frames (bench, "empty widget, redrawn", redraw_empty);

  present_chart (bench, knowledge);
  measure_frames (bench, "hover", hover);
  g_signal_emit_by_name (bench->motion, "leave");
  measure_overlays (bench, knowledge);

  for (guint i = 0; i < G_N_ELEMENTS (bench->figures); i++)
    taut_figure_view_zoom_by (bench->figures[i], 3);
  settle (bench);
  measure_frames (bench, "pan both views at 3 times", pan);
  settle (bench);
  measure_frames (bench, "zoom one view from 3 times", zoom);
  settle (bench);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TautKnowledge) knowledge = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  adw_init ();
  if (!taut_resources_register (&error) ||
      (knowledge = taut_knowledge_load (&error)) == NULL)
    {
      g_printerr ("bench-chart: %s\n", error->message);
      return 1;
    }

  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (bench.window), FALSE);
  measure_all (&bench, knowledge);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_clear_object (&bench.record);

  return 0;
}
