/* taut-times.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAUT_TIMES_MAX 8

/**
 * TautTimes:
 *
 * The times of the day of one routine: a spin button for each, which also takes
 * "8:30" by typing, and buttons to remove one and to add another.
 *
 * Signals: "changed" (index, minute): the person set one; "added" and
 * "removed" (index): likewise. The owner answers with set_minutes().
 * CSS nodes: times > box.
 */
#define TAUT_TYPE_TIMES (taut_times_get_type ())

G_DECLARE_FINAL_TYPE (TautTimes, taut_times, TAUT, TIMES, GtkWidget)

GtkWidget *taut_times_new         (void);
void       taut_times_set_minutes (TautTimes   *self,
                                   const guint *minutes,
                                   guint        n_minutes);

/* Reads "8:30", "08.30", "8"; %FALSE when it is no time of the day. */
gboolean   taut_times_parse       (const char  *text,
                                   guint       *minute);

G_END_DECLS
