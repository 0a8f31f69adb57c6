/* test-scale.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-scale.h"

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           guint      *n_notified)
{
  (*n_notified)++;
}

static void
picked_cb (TautScale *scale,
           int        value,
           int       *picked)
{
  *picked = value;
}

static void
test_value (void)
{
  TautScale *scale = TAUT_SCALE (g_object_ref_sink (taut_scale_new ()));
  guint n_notified = 0;
  int value;

  g_signal_connect (scale, "notify::value", G_CALLBACK (notify_cb), &n_notified);
  g_assert_cmpint (taut_scale_get_value (scale), ==, -1);
  taut_scale_set_value (scale, -1);
  g_assert_cmpuint (n_notified, ==, 0);
  taut_scale_set_value (scale, 7);
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_set (scale, "value", 7, NULL);
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_set (scale, "value", 0, NULL);
  g_object_get (scale, "value", &value, NULL);
  g_assert_cmpint (value, ==, 0);
  g_assert_cmpuint (n_notified, ==, 2);

  g_assert_finalize_object (scale);
}

static void
test_accessible (void)
{
  TautScale *scale = TAUT_SCALE (g_object_ref_sink (taut_scale_new ()));

  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 10.0);
  for (int value = 0; value <= TAUT_SCALE_MAX; value++)
    {
      g_autofree char *text = g_strdup_printf ("%d of 10", value);

      taut_scale_set_value (scale, value);
      gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) value);
      gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);
    }

  g_assert_finalize_object (scale);
}

static GtkWidget *
find_chosen (TautScale *scale,
             guint     *n_chosen)
{
  GtkWidget *chosen = NULL;

  *n_chosen = 0;
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (scale));
       cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    if (gtk_widget_has_css_class (cell, "chosen"))
      {
        chosen = cell;
        (*n_chosen)++;
      }

  return chosen;
}

static void
test_cells (void)
{
  TautScale *scale = TAUT_SCALE (g_object_ref_sink (taut_scale_new ()));
  GtkWidget *chosen;
  guint n_chosen;

  chosen = find_chosen (scale, &n_chosen);
  g_assert_null (chosen);
  taut_scale_set_value (scale, 3);
  taut_scale_set_value (scale, 10);
  chosen = find_chosen (scale, &n_chosen);
  g_assert_cmpuint (n_chosen, ==, 1);
  g_assert_true (gtk_widget_has_css_class (chosen, "level-10"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (chosen)), ==, "10");
  taut_scale_set_value (scale, -1);
  g_assert_null (find_chosen (scale, &n_chosen));

  g_assert_finalize_object (scale);
}

static GtkGesture *
find_drag (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }

  return NULL;
}

/* A press asks for the cell under it, and leaves it to the owner to set it. */
static void
test_press (void)
{
  GtkWidget *window = gtk_window_new ();
  TautScale *scale = TAUT_SCALE (taut_scale_new ());
  GtkGesture *drag;
  int picked = -1;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (scale));
  gtk_window_set_default_size (GTK_WINDOW (window), 440, 60);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  g_signal_connect (scale, "picked", G_CALLBACK (picked_cb), &picked);
  drag = find_drag (GTK_WIDGET (scale));
  for (int value = 0; value <= TAUT_SCALE_MAX; value++)
    {
      double width = gtk_widget_get_width (GTK_WIDGET (scale));

      picked = -1;
      g_signal_emit_by_name (drag, "drag-begin", (value + 0.5) * width / TAUT_SCALE_N_CELLS, 10.0);
      g_assert_cmpint (picked, ==, value);
      g_assert_cmpint (taut_scale_get_value (scale), ==, -1);
    }

  /* The value that is set already is not asked for again. */
  taut_scale_set_value (scale, 10);
  picked = -1;
  g_signal_emit_by_name (drag, "drag-begin", 10000.0, 10.0);
  g_assert_cmpint (picked, ==, -1);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/scale/value", test_value);
  g_test_add_func ("/chart/scale/accessible", test_accessible);
  g_test_add_func ("/chart/scale/cells", test_cells);
  g_test_add_func ("/chart/scale/press", test_press);

  return g_test_run ();
}
