/* taut-window-guide.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where chart and panel meet over what is looked up: the chart shows the area that was
 * found and where a point refers, and a point that is marked; from the chart and from a
 * routine one comes to the card of a muscle. */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include "taut-window-private.h"

/* The panel comes out for the guide, and goes in again after it. */
static void
begin_guide (TautWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  g_assert (TAUT_IS_WINDOW (self));

  taut_window_hide_routine (self);
  if (!taut_panel_get_guide_shown (self->panel))
    {
      g_clear_weak_pointer (&self->guide_focus);
      g_set_weak_pointer (&self->guide_focus, focus);
      self->guide_showed_panel = !adw_flap_get_reveal_flap (self->flap);
    }
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* Where the panel lies over the chart, or was not there, it makes way. */
static void
make_way (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  if (adw_flap_get_folded (self->flap) && adw_flap_get_modal (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static char *
note_area (const TautArea *area,
           TautSide        side,
           gpointer        user_data)
{
  TautWindow *self = TAUT_WINDOW (user_data);

  return taut_chart_describe_area (self->chart, area, side);
}

static void
chart_point_activated_cb (TautWindow *self,
                          const char *point_id,
                          guint       side)
{
  g_assert (TAUT_IS_WINDOW (self));

  begin_guide (self);
  taut_panel_show_point (self->panel, point_id, side);
}

static void
card_muscles_asked_cb (TautWindow *self,
                       const char *routine_id,
                       guint       side)
{
  g_assert (TAUT_IS_WINDOW (self));

  begin_guide (self);
  taut_panel_show_muscles_of (self->panel, routine_id, side);
}

static void
panel_guide_closed_cb (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  if (self->guide_showed_panel)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  self->guide_showed_panel = FALSE;

  if (self->guide_focus != NULL && gtk_widget_get_mapped (self->guide_focus))
    gtk_widget_grab_focus (self->guide_focus);
  g_clear_weak_pointer (&self->guide_focus);
}

static void
panel_area_chosen_cb (TautWindow *self,
                      const char *area_id,
                      guint       side)
{
  const TautArea *area;

  g_assert (TAUT_IS_WINDOW (self));

  area = self->knowledge != NULL ? taut_atlas_find_area (self->knowledge->atlas, area_id) : NULL;
  if (area == NULL)
    return;

  /* A click there is what comes next: the guide stays, unless it lies over the body. */
  make_way (self);
  taut_chart_show_area (self->chart, area, side);
}

static void
panel_point_shown_cb (TautWindow *self,
                      const char *point_id,
                      guint       side)
{
  const TautPoint *point = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (self->knowledge == NULL)
    return;

  if (point_id != NULL)
    point = taut_atlas_find_point (self->knowledge->atlas, point_id);
  taut_chart_show_point (self->chart, point, side);
}

static void
panel_mark_asked_cb (TautWindow *self,
                     const char *point_id,
                     guint       side)
{
  const TautPoint *point;

  g_assert (TAUT_IS_WINDOW (self));

  point = self->knowledge != NULL ? taut_atlas_find_point (self->knowledge->atlas, point_id) : NULL;
  if (point == NULL)
    return;

  g_clear_weak_pointer (&self->guide_focus);
  taut_panel_hide_guide (self->panel);
  make_way (self);
  g_object_set (self->panel, "page", "marks", NULL);
  taut_chart_mark_point (self->chart, point, side);
}

static void
chart_muscle_activated_cb (TautWindow *self,
                           const char *muscle_id,
                           guint       side)
{
  g_assert (TAUT_IS_WINDOW (self));

  begin_guide (self);
  taut_panel_show_muscle (self->panel, muscle_id, side);
}

/* Public */

void
taut_window_connect_guide (TautWindow *self)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));

  taut_panel_set_note_func (self->panel, note_area, self);
  g_signal_connect_object (self->chart, "muscle-activated",
                           G_CALLBACK (chart_muscle_activated_cb), self, G_CONNECT_SWAPPED);
}

void
taut_window_search (TautWindow *self)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));

  begin_guide (self);
  taut_panel_search (self->panel);
}

void
taut_window_bind_guide (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_bind_template_callback (widget_class, card_muscles_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_point_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_area_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_guide_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_mark_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_point_shown_cb);
}
