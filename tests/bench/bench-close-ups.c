/* bench-close-ups.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long it takes at 1440x900 from the wish for a view to the frame that shows it
 * painted: each close-up for the first time and again, a layer of muscles, another
 * figure; beside the left view, which is loaded at the start. Printed, not asserted.
 */

#include "config.h"

#include <adwaita.h>

#include "taut-chart.h"
#include "taut-figure-deck.h"
#include "taut-knowledge.h"
#include "taut-resources.h"

#define WIDTH 1440
#define HEIGHT 900

#define RECORD_ID "3f1c1e9a-5f5d-4d6e-9c35-0c4b7e2f1a10"

typedef struct
{
  GtkWidget *window;
  GtkWidget *chart;
  TautFigureDeck *deck;
  TautRecord *record;
} Bench;

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

static gboolean
is_shown (Bench      *bench,
          const char *view_id,
          const char *figure)
{
  TautFigureView *view = taut_figure_deck_find (bench->deck, view_id);

  return view != NULL && gtk_widget_get_mapped (GTK_WIDGET (view)) &&
         taut_figure_view_get_settled (view) &&
         g_str_equal (taut_view_get_figure (taut_figure_view_get_view (view)), figure);
}

/* In ms, with the frame. */
static double
wait_for (Bench      *bench,
          const char *view_id,
          const char *figure,
          gint64      start)
{
  while (!is_shown (bench, view_id, figure))
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (bench->window);

  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
rest (void)
{
  gint64 end = g_get_monotonic_time () + 300 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static double
open_view (Bench      *bench,
           const char *view_id)
{
  gint64 start;

  gtk_widget_activate_action (bench->chart, "chart.show-pair", NULL);
  wait_for (bench, "front", "neutral", 0);
  rest ();
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (bench->chart, "chart.show-view", "s", view_id);

  return wait_for (bench, view_id, "neutral", start);
}

static void
measure_views (Bench *bench)
{
  const char *const *ids = taut_view_list_close_ups ();

  g_print ("%-20s first %7.1f ms\n", "left (reference)", open_view (bench, "left"));
  g_print ("%-20s again %7.1f ms\n", "left (reference)", open_view (bench, "left"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      double first = open_view (bench, ids[i]);

      g_print ("%-20s first %7.1f ms   again %7.1f ms\n", ids[i], first, open_view (bench, ids[i]));
    }
}

static void
measure_layers (Bench *bench)
{
  static const char *const layers[] = { "superficial", "deep", "none", "superficial", "none" };
  gint64 start;

  gtk_widget_activate_action (bench->chart, "chart.show-pair", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      rest ();
      start = g_get_monotonic_time ();
      g_object_set (bench->chart, "muscles", layers[i], NULL);
      wait_for (bench, "front", "neutral", start);
      g_print ("muscles: %-11s %7.1f ms\n", layers[i], wait_for (bench, "back", "neutral", start));
    }

  start = g_get_monotonic_time ();
  taut_record_set_client_figure (bench->record, "feminine");
  g_print ("another figure       %7.1f ms\n", wait_for (bench, "front", "feminine", start));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TautKnowledge) knowledge = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 9, 10, 0, 0);
  g_autoptr (TautClock) clock = taut_clock_new_fixed (now);
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  adw_init ();
  if (!taut_resources_register (&error) || (knowledge = taut_knowledge_load (&error)) == NULL)
    {
      g_printerr ("bench-close-ups: %s\n", error->message);
      return 1;
    }

  bench.record = taut_record_new (RECORD_ID);
  bench.chart = taut_chart_new ();
  taut_chart_set_atlas (TAUT_CHART (bench.chart), knowledge->atlas, knowledge->views, clock);
  taut_chart_set_record (TAUT_CHART (bench.chart), bench.record);
  bench.deck = find_type (bench.chart, TAUT_TYPE_FIGURE_DECK);
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (bench.window), FALSE);
  gtk_window_set_child (GTK_WINDOW (bench.window), bench.chart);
  gtk_window_present (GTK_WINDOW (bench.window));
  wait_for (&bench, "front", "neutral", 0);
  measure_views (&bench);
  measure_layers (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_clear_object (&bench.record);

  return 0;
}
