/* taut-scale.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-scale"

#include "config.h"

#include "taut-scale.h"

#include <glib/gi18n.h>

/* Cells that Page Up and Page Down jump over. */
#define PAGE_CELLS 2

struct _TautScale
{
  GtkWidget   parent_instance;

  GtkWidget  *cells[TAUT_SCALE_N_CELLS];
  int         value;
};

G_DEFINE_FINAL_TYPE (TautScale, taut_scale, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_VALUE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
pick_value (TautScale *self,
            int        value)
{
  g_assert (TAUT_IS_SCALE (self));

  value = CLAMP (value, 0, TAUT_SCALE_MAX);
  if (value != self->value)
    g_signal_emit (self, signals[PICKED], 0, value);
}

static void
pick_at (TautScale *self,
         double     x)
{
  int nearest = 0;
  double nearest_distance = G_MAXDOUBLE;

  g_assert (TAUT_IS_SCALE (self));

  for (int i = 0; i < TAUT_SCALE_N_CELLS; i++)
    {
      graphene_rect_t bounds;
      double distance;

      if (!gtk_widget_compute_bounds (self->cells[i], GTK_WIDGET (self), &bounds))
        continue;
      distance = ABS (x - bounds.origin.x - bounds.size.width / 2);
      if (distance < nearest_distance)
        {
          nearest = i;
          nearest_distance = distance;
        }
    }

  pick_value (self, nearest);
}

static void
update_value (TautScale *self)
{
  g_autofree char *text = NULL;

  g_assert (TAUT_IS_SCALE (self));

  for (int i = 0; i < TAUT_SCALE_N_CELLS; i++)
    {
      if (i == self->value)
        gtk_widget_add_css_class (self->cells[i], "chosen");
      else
        gtk_widget_remove_css_class (self->cells[i], "chosen");
    }

  if (self->value < 0)
    text = g_strdup (_("none"));
  else
    /* Translators: how strong a pain is, such as "5 of 10" */
    text = g_strdup_printf (_("%d of %d"), self->value, TAUT_SCALE_MAX);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) MAX (self->value, 0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

/* Callbacks */

static void
drag_begin_cb (TautScale      *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  g_assert (TAUT_IS_SCALE (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  pick_at (self, x);
}

static void
drag_update_cb (TautScale      *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  double start_x, start_y;

  g_assert (TAUT_IS_SCALE (self));

  if (gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    pick_at (self, start_x + offset_x);
}

static gboolean
set_binding_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  pick_value (TAUT_SCALE (widget), g_variant_get_int32 (args));

  return TRUE;
}

static gboolean
step_binding_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  TautScale *self = TAUT_SCALE (widget);

  pick_value (self, self->value + g_variant_get_int32 (args));

  return TRUE;
}

/* Left and right: the cells run from right to left in such a language. */
static gboolean
move_binding_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  TautScale *self = TAUT_SCALE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  pick_value (self, self->value + (mirrored ? -1 : 1) * g_variant_get_int32 (args));

  return TRUE;
}

/* Widget */

static void
taut_scale_dispose (GObject *object)
{
  TautScale *self = TAUT_SCALE (object);

  for (int i = 0; i < TAUT_SCALE_N_CELLS; i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);

  G_OBJECT_CLASS (taut_scale_parent_class)->dispose (object);
}

static void
taut_scale_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_int (value, taut_scale_get_value (TAUT_SCALE (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_scale_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_VALUE:
      taut_scale_set_value (TAUT_SCALE (object), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
add_bindings (GtkWidgetClass  *widget_class,
              guint            keyval,
              guint            keypad_keyval,
              GtkShortcutFunc  callback,
              int              argument)
{
  gtk_widget_class_add_binding (widget_class, keyval, 0, callback, "i", argument);
  gtk_widget_class_add_binding (widget_class, keypad_keyval, 0, callback, "i", argument);
}

static void
taut_scale_class_init (TautScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_scale_dispose;
  object_class->get_property = taut_scale_get_property;
  object_class->set_property = taut_scale_set_property;

  properties[PROP_VALUE] =
    g_param_spec_int ("value", NULL, NULL,
                      -1, TAUT_SCALE_MAX, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PICKED] = g_signal_new ("picked",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);

  for (int i = 0; i <= 9; i++)
    add_bindings (widget_class, GDK_KEY_0 + i, GDK_KEY_KP_0 + i, set_binding_cb, i);
  add_bindings (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, set_binding_cb, 0);
  add_bindings (widget_class, GDK_KEY_End, GDK_KEY_KP_End, set_binding_cb, TAUT_SCALE_MAX);
  add_bindings (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, move_binding_cb, -1);
  add_bindings (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, move_binding_cb, 1);
  add_bindings (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, step_binding_cb, -1);
  add_bindings (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, step_binding_cb, 1);
  add_bindings (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, step_binding_cb, -1);
  add_bindings (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, step_binding_cb, 1);
  add_bindings (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, step_binding_cb, -PAGE_CELLS);
  add_bindings (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, step_binding_cb, PAGE_CELLS);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "intensity");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
taut_scale_init (TautScale *self)
{
  GtkGesture *drag;

  self->value = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  TRUE);

  for (int i = 0; i < TAUT_SCALE_N_CELLS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);
      g_autofree char *level = g_strdup_printf ("level-%d", i);

      /* The slider speaks for its cells. */
      self->cells[i] = g_object_new (GTK_TYPE_LABEL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                     "label", text,
                                     "hexpand", TRUE,
                                     NULL);
      gtk_widget_add_css_class (self->cells[i], level);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }

  drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("How strong"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) TAUT_SCALE_MAX,
                                  -1);
  update_value (self);
}

/* Public */

GtkWidget *
taut_scale_new (void)
{
  return g_object_new (TAUT_TYPE_SCALE, NULL);
}

int
taut_scale_get_value (TautScale *self)
{
  g_return_val_if_fail (TAUT_IS_SCALE (self), -1);

  return self->value;
}

void
taut_scale_set_value (TautScale *self,
                      int        value)
{
  g_return_if_fail (TAUT_IS_SCALE (self));
  g_return_if_fail (value >= -1 && value <= TAUT_SCALE_MAX);

  if (self->value == value)
    return;

  self->value = value;
  update_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
