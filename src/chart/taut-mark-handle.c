/* taut-mark-handle.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-mark-handle"

#include "config.h"

#include "taut-mark-handle.h"

#include <glib/gi18n.h>

#include "taut-body-keys.h"

struct _TautMarkHandle
{
  GtkWidget   parent_instance;

  char       *mark_id;
  char       *name;
  double      view_x;
  double      view_y;
};

G_DEFINE_FINAL_TYPE (TautMarkHandle, taut_mark_handle, GTK_TYPE_WIDGET)

enum {
  SELECT,
  REMOVE,
  SHIFT,
  RATE,
  NUDGE,
  TURN,
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
select_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[SELECT], 0);
}

/* Widget */

static void
taut_mark_handle_finalize (GObject *object)
{
  TautMarkHandle *self = TAUT_MARK_HANDLE (object);

  g_free (self->mark_id);
  g_free (self->name);

  G_OBJECT_CLASS (taut_mark_handle_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  taut_body_keys_bind (widget_class, "mark.select", "nudge");
  for (guint i = 0; i <= 9; i++)
    {
      gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_0 + i, 0, "rate", "(u)", i);
      gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_0 + i, 0, "rate", "(u)", i);
    }
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Page_Up, 0, "turn", "(i)", -1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Page_Down, 0, "turn", "(i)", 1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "leave", NULL);
}

static void
taut_mark_handle_class_init (TautMarkHandleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = taut_mark_handle_finalize;

  signals[SELECT] = taut_body_keys_add_signal (widget_class, "select", G_TYPE_NONE);
  signals[REMOVE] = taut_body_keys_add_signal (widget_class, "remove", G_TYPE_NONE);
  signals[SHIFT] = taut_body_keys_add_signal (widget_class, "shift", G_TYPE_INT);
  signals[RATE] = taut_body_keys_add_signal (widget_class, "rate", G_TYPE_UINT);
  signals[NUDGE] = taut_body_keys_add_signal (widget_class, "nudge", G_TYPE_UINT);
  signals[TURN] = taut_body_keys_add_signal (widget_class, "turn", G_TYPE_INT);
  signals[LEAVE] = taut_body_keys_add_signal (widget_class, "leave", G_TYPE_NONE);

  /* The only one: assistive technology takes it for the click. */
  gtk_widget_class_install_action (widget_class, "mark.select", NULL, select_action);
  add_bindings (widget_class);

  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
taut_mark_handle_init (TautMarkHandle *self)
{
  /* The figure decides by distance which mark the pointer means. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrow keys move it, digits set how strong it is, Delete removes it"),
                                  -1);
}

/* Public */

GtkWidget *
taut_mark_handle_new (const char *mark_id)
{
  TautMarkHandle *self;

  g_return_val_if_fail (mark_id != NULL, NULL);

  self = g_object_new (TAUT_TYPE_MARK_HANDLE, NULL);
  self->mark_id = g_strdup (mark_id);

  return GTK_WIDGET (self);
}

const char *
taut_mark_handle_get_mark_id (TautMarkHandle *self)
{
  g_return_val_if_fail (TAUT_IS_MARK_HANDLE (self), NULL);

  return self->mark_id;
}

const char *
taut_mark_handle_get_name (TautMarkHandle *self)
{
  g_return_val_if_fail (TAUT_IS_MARK_HANDLE (self), NULL);

  return self->name;
}

void
taut_mark_handle_get_place (TautMarkHandle *self,
                            double         *view_x,
                            double         *view_y)
{
  g_return_if_fail (TAUT_IS_MARK_HANDLE (self));
  g_return_if_fail (view_x != NULL && view_y != NULL);

  *view_x = self->view_x;
  *view_y = self->view_y;
}

void
taut_mark_handle_update (TautMarkHandle *self,
                         const char     *name,
                         guint           intensity,
                         double          view_x,
                         double          view_y)
{
  g_autofree char *full_name = NULL;

  g_return_if_fail (TAUT_IS_MARK_HANDLE (self));
  g_return_if_fail (name != NULL);

  self->view_x = view_x;
  self->view_y = view_y;

  /* Translators: a mark on the body: its place, then how strong it is */
  full_name = g_strdup_printf (_("%s, marked %u of 10"), name, intensity);
  if (g_strcmp0 (full_name, self->name) == 0)
    return;

  g_free (self->name);
  self->name = g_steal_pointer (&full_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);
}
