/* taut-plan-order.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A person put @row at @position. */
typedef void (* TautPlanOrderFunc) (GtkListBox *list,
                                    GtkWidget  *row,
                                    guint       position,
                                    gpointer    user_data);

/* Lets rows of @list be dragged to another place; @func is told where to, and moves
 * nothing by itself. */
void taut_plan_order_install    (GtkListBox        *list,
                                 TautPlanOrderFunc  func,
                                 gpointer           user_data);

/* Makes @handle, a child of @row, the place by which the row is dragged. */
void taut_plan_order_add_handle (GtkWidget         *handle,
                                 GtkWidget         *row);

G_END_DECLS
