/* taut-plan-order.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-order"

#include "config.h"

#include "taut-plan-order.h"

/* A row is dragged as itself, so that nothing else can be put down in the list, and
 * the row nowhere else. */
#define ROW_TYPE GTK_TYPE_LIST_BOX_ROW

typedef struct
{
  GtkListBox *list;
  TautPlanOrderFunc func;
  gpointer user_data;
} Order;

static void
clear_marks (GtkListBox *list)
{
  GtkListBoxRow *row;

  g_assert (GTK_IS_LIST_BOX (list));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "drop-before");
      gtk_widget_remove_css_class (GTK_WIDGET (row), "drop-after");
    }
}

/* The row at @y, and whether what is dropped comes after it. */
static GtkListBoxRow *
find_place (GtkListBox *list,
            double      y,
            gboolean   *after)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list, (int) y);
  double top = 0;

  g_assert (after != NULL);

  if (row == NULL)
    return NULL;

  gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (list), 0, 0, NULL, &top);
  *after = y - top > gtk_widget_get_height (GTK_WIDGET (row)) / 2.0;

  return row;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           gpointer       user_data)
{
  Order *order = user_data;
  gboolean after;
  GtkListBoxRow *row = find_place (order->list, y, &after);

  clear_marks (order->list);
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), after ? "drop-after" : "drop-before");

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          gpointer       user_data)
{
  clear_marks (((Order *) user_data)->list);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  Order *order = user_data;
  GtkWidget *dragged = g_value_get_object (value);
  gboolean after;
  GtkListBoxRow *row = find_place (order->list, y, &after);
  int from;
  int to;

  clear_marks (order->list);
  if (row == NULL || dragged == NULL || gtk_widget_get_parent (dragged) != GTK_WIDGET (order->list))
    return FALSE;

  from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (dragged));
  to = gtk_list_box_row_get_index (row) + (after ? 1 : 0);
  if (to > from)
    to--;
  if (to == from)
    return FALSE;

  order->func (order->list, dragged, to, order->user_data);

  return TRUE;
}

void
taut_plan_order_install (GtkListBox        *list,
                         TautPlanOrderFunc  func,
                         gpointer           user_data)
{
  GtkDropTarget *target;
  Order *order;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (func != NULL);

  order = g_new0 (Order, 1);
  order->list = list;
  order->func = func;
  order->user_data = user_data;
  g_object_set_data_full (G_OBJECT (list), "taut-plan-order", order, g_free);

  target = gtk_drop_target_new (ROW_TYPE, GDK_ACTION_MOVE);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), order);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), order);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), order);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkWidget     *row)
{
  return gdk_content_provider_new_typed (ROW_TYPE, row);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               GtkWidget     *row)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (row);
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, picture, 0, 0);
  gtk_widget_add_css_class (row, "dragged");
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             GtkWidget     *row)
{
  gtk_widget_remove_css_class (row, "dragged");
}

void
taut_plan_order_add_handle (GtkWidget *handle,
                            GtkWidget *row)
{
  GtkDragSource *source;

  g_return_if_fail (GTK_IS_WIDGET (handle));
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
}
