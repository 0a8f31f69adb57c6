/* taut-window-card.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where chart and panel meet over one routine: its card lies over the bottom of the
 * chart, and the chart shows the spot that it is for. */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include "taut-window-private.h"

/* The card covers the chart's own bar: its height, and the margin of the card above,
 * where the bar would show. */
#define BAR_HEIGHT 88
#define CARD_MARGIN 16

/* The body keeps clear of the card. */
static void
make_room (TautWindow *self)
{
  int height;

  g_assert (TAUT_IS_WINDOW (self));

  gtk_widget_measure (GTK_WIDGET (self->card), GTK_ORIENTATION_VERTICAL,
                      gtk_widget_get_width (GTK_WIDGET (self->chart)), NULL, &height, NULL, NULL);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->chart), MAX (height - BAR_HEIGHT - CARD_MARGIN, 0));
}

void
taut_window_show_routine (TautWindow *self,
                          const char *routine_id)
{
  TautRecord *record = taut_autosave_get_record (self->autosave);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  const char *mark_id;

  g_return_if_fail (TAUT_IS_WINDOW (self));
  g_return_if_fail (routine_id != NULL);

  if (self->knowledge == NULL || record == NULL
      || !taut_routine_card_show (self->card, self->knowledge->atlas, self->book, record,
                                  self->clock, routine_id))
    return;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->card_revealer)))
    {
      g_clear_weak_pointer (&self->card_focus);
      g_set_weak_pointer (&self->card_focus, focus);
    }
  /* Where the panel lies over the chart it makes room, and comes back afterwards. */
  self->card_hid_panel = self->card_hid_panel
                         || (adw_flap_get_folded (self->flap)
                             && adw_flap_get_reveal_flap (self->flap));
  if (self->card_hid_panel)
    adw_flap_set_reveal_flap (self->flap, FALSE);

  mark_id = taut_routine_card_get_mark (self->card);
  if (mark_id != NULL)
    taut_chart_show_mark (self->chart, mark_id);

  gtk_widget_set_visible (GTK_WIDGET (self->card_revealer), TRUE);
  gtk_revealer_set_reveal_child (self->card_revealer, TRUE);
  make_room (self);
  taut_routine_card_focus (self->card);
}

void
taut_window_hide_routine (TautWindow *self)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->card_revealer)))
    return;

  if (self->card_hid_panel)
    adw_flap_set_reveal_flap (self->flap, TRUE);
  self->card_hid_panel = FALSE;
  if (self->card_focus != NULL && gtk_widget_get_mapped (self->card_focus))
    gtk_widget_grab_focus (self->card_focus);
  g_clear_weak_pointer (&self->card_focus);

  taut_routine_card_clear (self->card);
  gtk_revealer_set_reveal_child (self->card_revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->card_revealer), FALSE);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->chart), 0);
}
