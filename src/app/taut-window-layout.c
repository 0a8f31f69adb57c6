/* taut-window-layout.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the panel stands, by the width of the window, and what is remembered of
 * it. The only code that knows that the panel is a flap. */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include "taut-environment.h"
#include "taut-window-private.h"

#define KEY_HEIGHT "window-height"
#define KEY_MAXIMIZED "window-maximized"
#define KEY_PAGE "panel-page"
#define KEY_PANEL "panel-visible"
#define KEY_UNDERWEAR "show-underwear"
#define KEY_WIDTH "window-width"

/* Below these widths in px the panel lies over the chart, then below it. */
#define OVERLAY_WIDTH 900
#define SHEET_WIDTH 600

#define PANEL_WIDTH 424
#define SHEET_SHARE 0.55

static void
update_fold (TautWindow *self,
             int         width,
             int         height)
{
  gboolean sheet = width < SHEET_WIDTH;

  g_assert (TAUT_IS_WINDOW (self));

  adw_flap_set_fold_policy (self->flap, width < OVERLAY_WIDTH ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                              : ADW_FLAP_FOLD_POLICY_NEVER);
  /* The chart stays in reach above a sheet. */
  adw_flap_set_modal (self->flap, !sheet);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->flap),
                                  sheet ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->panel), sheet ? -1 : MIN (PANEL_WIDTH, width - 60),
                               sheet ? (int) (height * SHEET_SHARE) : -1);

  taut_routine_card_set_narrow (self->card, width < OVERLAY_WIDTH);
  gtk_orientable_set_orientation (self->banner_content,
                                  sheet ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);

  if (sheet)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

void
taut_window_update_layout (TautWindow *self,
                           int         width,
                           int         height)
{
  gboolean beside;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  /* Before the first layout nothing is known. */
  if (width <= 0 || height <= 0)
    return;

  update_fold (self, width, height);

  /* The window's buttons stand at its end, wherever that is. */
  beside = width >= OVERLAY_WIDTH && adw_flap_get_reveal_flap (self->flap);
  adw_header_bar_set_show_end_title_buttons (self->header_bar, !beside);
  g_object_set (self->panel, "show-window-controls", beside, NULL);
}

static void
surface_layout_cb (TautWindow *self,
                   int         width,
                   int         height)
{
  g_assert (TAUT_IS_WINDOW (self));

  taut_window_update_layout (self, width, height);
}

void
taut_window_follow_width (TautWindow *self)
{
  GdkSurface *surface;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  surface = gtk_native_get_surface (GTK_NATIVE (self));
  g_signal_connect_object (surface, "layout", G_CALLBACK (surface_layout_cb), self,
                           G_CONNECT_SWAPPED);
}

void
taut_window_load_settings (TautWindow *self)
{
  g_autofree char *page = NULL;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  self->settings = taut_environment_open_settings ();
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, KEY_WIDTH),
                               g_settings_get_int (self->settings, KEY_HEIGHT));
  if (g_settings_get_boolean (self->settings, KEY_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));

  g_settings_bind (self->settings, KEY_UNDERWEAR, self->chart, "underwear", G_SETTINGS_BIND_GET);

  page = g_settings_get_string (self->settings, KEY_PAGE);
  g_object_set (self->panel, "page", page, NULL);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, KEY_PANEL));
}

void
taut_window_save_settings (TautWindow *self)
{
  g_autofree char *page = NULL;
  int width;
  int height;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_object_get (self->panel, "page", &page, NULL);

  g_settings_set_int (self->settings, KEY_WIDTH, width);
  g_settings_set_int (self->settings, KEY_HEIGHT, height);
  g_settings_set_boolean (self->settings, KEY_MAXIMIZED,
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_string (self->settings, KEY_PAGE, page);

  /* A folded panel hides by itself: that is no wish of the person. */
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, KEY_PANEL,
                            adw_flap_get_reveal_flap (self->flap));
}
