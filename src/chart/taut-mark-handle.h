/* taut-mark-handle.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-area-map.h"
#include "taut-chart-state.h"

G_BEGIN_DECLS

/**
 * TautMarkHandle:
 *
 * One mark in a large view, as a widget: it draws nothing, but takes the focus
 * and is a button to assistive technology.
 *
 * Signals: "select" (Enter, Space); "remove" (Delete); "shift" (int; plus and
 * minus): stronger or weaker; "rate" (uint; digits); "nudge" (uint, a TautStep;
 * arrows): it is to move a little; "turn" (int; Page Up, Page Down): the
 * previous or the next mark; "leave" (Escape): back to the area.
 * Action: "mark.select".
 */
#define TAUT_TYPE_MARK_HANDLE (taut_mark_handle_get_type ())

G_DECLARE_FINAL_TYPE (TautMarkHandle, taut_mark_handle, TAUT, MARK_HANDLE, GtkWidget)

GtkWidget  *taut_mark_handle_new         (const char     *mark_id);

const char *taut_mark_handle_get_mark_id (TautMarkHandle *self);
const char *taut_mark_handle_get_name    (TautMarkHandle *self);
/* Where it is in view coordinates. */
void        taut_mark_handle_get_place   (TautMarkHandle *self,
                                          double         *view_x,
                                          double         *view_y);
void        taut_mark_handle_update      (TautMarkHandle *self,
                                          const char     *name,
                                          guint           intensity,
                                          double          view_x,
                                          double          view_y);

G_END_DECLS
