/* taut-body-keys.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-body-keys"

#include "config.h"

#include "taut-body-keys.h"

#include "taut-area-map.h"

guint
taut_body_keys_add_signal (GtkWidgetClass *widget_class,
                           const char     *name,
                           GType           param_type)
{
  g_return_val_if_fail (GTK_IS_WIDGET_CLASS (widget_class), 0);
  g_return_val_if_fail (name != NULL, 0);

  return g_signal_new (name,
                       G_TYPE_FROM_CLASS (widget_class),
                       G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                       0, NULL, NULL, NULL,
                       G_TYPE_NONE, param_type == G_TYPE_NONE ? 0 : 1, param_type);
}

static void
bind_arrow (GtkWidgetClass *widget_class,
            guint           keyval,
            guint           keypad_keyval,
            const char     *signal,
            TautStep        step)
{
  g_assert (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_add_binding_signal (widget_class, keyval, 0, signal, "(u)", step);
  gtk_widget_class_add_binding_signal (widget_class, keypad_keyval, 0, signal, "(u)", step);
}

void
taut_body_keys_bind (GtkWidgetClass *widget_class,
                     const char     *action,
                     const char     *arrow_signal)
{
  static const guint action_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter,
                                       GDK_KEY_space, GDK_KEY_KP_Space };
  static const guint remove_keys[] = { GDK_KEY_Delete, GDK_KEY_KP_Delete, GDK_KEY_BackSpace };

  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));
  g_return_if_fail (action != NULL);
  g_return_if_fail (arrow_signal != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (action_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, action_keys[i], 0, action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (remove_keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, remove_keys[i], 0, "remove", NULL);

  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_plus, 0, "shift", "(i)", 1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Add, 0, "shift", "(i)", 1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_minus, 0, "shift", "(i)", -1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Subtract, 0, "shift", "(i)", -1);

  bind_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, arrow_signal, TAUT_STEP_LEFT);
  bind_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, arrow_signal, TAUT_STEP_RIGHT);
  bind_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, arrow_signal, TAUT_STEP_UP);
  bind_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, arrow_signal, TAUT_STEP_DOWN);
}
