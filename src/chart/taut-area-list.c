/* taut-area-list.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-area-list"

#include "config.h"

#include "taut-area-list.h"

#include "taut-resources.h"

struct _TautAreaList
{
  GtkPopover          parent_instance;

  GtkStringFilter    *filter;
  GtkFilterListModel *filtered;
  GtkListView        *list;
  GtkSearchEntry     *search;
  GtkSingleSelection *selection;
  GtkStack           *stack;
};

G_DEFINE_FINAL_TYPE (TautAreaList, taut_area_list, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choose (TautAreaList *self,
        guint         position)
{
  g_autoptr (TautAreaItem) item = NULL;

  g_assert (TAUT_IS_AREA_LIST (self));

  item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (item == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
update_empty (TautAreaList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "empty");
}

/* Callbacks */

static void
list_activate_cb (TautAreaList *self,
                  guint         position)
{
  choose (self, position);
}

static void
search_activate_cb (TautAreaList *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
search_changed_cb (TautAreaList *self)
{
  gtk_string_filter_set_search (self->filter,
                                gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update_empty (self);
}

static void
search_next_cb (TautAreaList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
show_cb (TautAreaList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
search_key_cb (TautAreaList *self,
               guint         keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;

  search_next_cb (self);

  return TRUE;
}

/* Object */

static void
taut_area_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_AREA_LIST);

  G_OBJECT_CLASS (taut_area_list_parent_class)->dispose (object);
}

static void
taut_area_list_class_init (TautAreaListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_area_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, TAUT_TYPE_AREA_ITEM);

  g_type_ensure (TAUT_TYPE_AREA_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-area-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TautAreaList, filter);
  gtk_widget_class_bind_template_child (widget_class, TautAreaList, filtered);
  gtk_widget_class_bind_template_child (widget_class, TautAreaList, list);
  gtk_widget_class_bind_template_child (widget_class, TautAreaList, search);
  gtk_widget_class_bind_template_child (widget_class, TautAreaList, selection);
  gtk_widget_class_bind_template_child (widget_class, TautAreaList, stack);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
taut_area_list_init (TautAreaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
taut_area_list_new (void)
{
  return g_object_new (TAUT_TYPE_AREA_LIST, NULL);
}

void
taut_area_list_set_items (TautAreaList *self,
                          GListModel   *items)
{
  g_return_if_fail (TAUT_IS_AREA_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (items));

  gtk_filter_list_model_set_model (self->filtered, items);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  update_empty (self);
}
