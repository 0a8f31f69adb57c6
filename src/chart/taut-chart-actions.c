/* taut-chart-actions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-chart"

#include "config.h"

#include "taut-chart-private.h"

/* One step of the zoom actions. */
#define ZOOM_STEP 1.3

/* Where the focus is, or every view that is shown. */
static void
foreach_meant_figure (TautChart *self,
                      GFunc      func,
                      gpointer   user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  TautFigureView *focused = NULL;
  guint n = taut_figure_deck_get_n (self->deck);

  g_assert (TAUT_IS_CHART (self));

  for (guint i = 0; i < n; i++)
    {
      TautFigureView *figure = taut_figure_deck_get (self->deck, i);

      if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (figure)))
        focused = figure;
    }

  for (guint i = 0; i < n; i++)
    {
      TautFigureView *figure = taut_figure_deck_get (self->deck, i);

      if (taut_figure_deck_is_shown (self->deck, figure) &&
          (focused == NULL || focused == figure))
        func (figure, user_data);
    }
}

static void
zoom_figure (gpointer data,
             gpointer user_data)
{
  const double *factor = user_data;

  taut_figure_view_zoom_by (data, *factor);
}

static void
fit_figure (gpointer data,
            gpointer user_data)
{
  taut_viewport_fit (taut_figure_view_get_viewport (data));
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  double factor = ZOOM_STEP;

  foreach_meant_figure (TAUT_CHART (widget), zoom_figure, &factor);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  double factor = 1 / ZOOM_STEP;

  foreach_meant_figure (TAUT_CHART (widget), zoom_figure, &factor);
}

static void
zoom_fit_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  foreach_meant_figure (TAUT_CHART (widget), fit_figure, NULL);
}

/* The same view once more brings the pair back. */
static void
show_view_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TautChart *self = TAUT_CHART (widget);
  const char *view_id = g_variant_get_string (parameter, NULL);
  TautFigureView *figure = taut_figure_deck_find (self->deck, view_id);

  if (g_strv_contains (taut_view_list_close_ups (), view_id))
    {
      taut_chart_open_close_up (self, view_id);
      return;
    }

  if (figure == taut_figure_deck_get_single (self->deck))
    figure = NULL;
  taut_figure_deck_set_single (self->deck, figure);
}

static void
show_pair_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  taut_figure_deck_set_single (TAUT_CHART (widget)->deck, NULL);
}

static void
open_close_up_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  taut_chart_open_close_up (TAUT_CHART (widget), g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  taut_chart_go_back (TAUT_CHART (widget));
}

static void
next_muscles_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  taut_chart_next_muscles (TAUT_CHART (widget));
}

static void
about_muscle_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  const char *muscle_id;
  const char *side_id;
  TautSide side;

  g_variant_get (parameter, "(&s&s)", &muscle_id, &side_id);
  if (taut_side_from_id (side_id, &side))
    taut_chart_activate_muscle (TAUT_CHART (widget), muscle_id, side);
}

static void
remove_mark_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TautChart *self = TAUT_CHART (widget);
  const char *selected = taut_chart_get_selected_mark (self);

  if (selected != NULL)
    taut_chart_state_remove_mark (self->state, selected);
}

static void
about_point_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  const char *point_id;
  const char *side_id;
  TautSide side;

  g_variant_get (parameter, "(&s&s)", &point_id, &side_id);
  if (taut_side_from_id (side_id, &side))
    taut_chart_activate_point (TAUT_CHART (widget), point_id, side);
}

/* Escape means something else where no view is alone. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  return taut_chart_go_back (TAUT_CHART (widget));
}

void
taut_chart_install_actions (GtkWidgetClass *widget_class)
{
  g_assert (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_install_action (widget_class, "chart.about-point", "(ss)",
                                   about_point_action);
  gtk_widget_class_install_action (widget_class, "chart.about-muscle", "(ss)", about_muscle_action);
  gtk_widget_class_install_action (widget_class, "chart.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "chart.next-muscles", NULL, next_muscles_action);
  gtk_widget_class_install_action (widget_class, "chart.open-close-up", "s", open_close_up_action);
  gtk_widget_class_install_action (widget_class, "chart.remove-mark", NULL, remove_mark_action);
  gtk_widget_class_install_action (widget_class, "chart.show-pair", NULL, show_pair_action);
  gtk_widget_class_install_action (widget_class, "chart.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-fit", NULL, zoom_fit_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_property_action (widget_class, "chart.tool", "tool");
  gtk_widget_class_install_property_action (widget_class, "chart.muscles", "muscles");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "chart.next-muscles", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
taut_chart_update_actions (TautChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean ready = self->state != NULL;

  g_assert (TAUT_IS_CHART (self));

  gtk_widget_action_set_enabled (widget, "chart.remove-mark",
                                 taut_chart_get_selected_mark (self) != NULL);
  gtk_widget_action_set_enabled (widget, "chart.show-pair",
                                 taut_figure_deck_get_single (self->deck) != NULL);
  gtk_widget_action_set_enabled (widget, "chart.zoom-fit", ready);
  gtk_widget_action_set_enabled (widget, "chart.zoom-in", ready);
  gtk_widget_action_set_enabled (widget, "chart.zoom-out", ready);
}
