/* taut-intensity-scale.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-intensity-scale"

#include "config.h"

#include "taut-intensity-scale.h"

#include <glib/gi18n.h>

#include "taut-mark.h"
#include "taut-marks-state.h"

#define N_CELLS (TAUT_MARK_INTENSITY_MAX + 1)

struct _TautIntensityScale
{
  GtkWidget parent_instance;

  GtkWidget *cells[N_CELLS];
  guint value;
  guint dragging : 1;
};

G_DEFINE_FINAL_TYPE (TautIntensityScale, taut_intensity_scale, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_VALUE,
  N_PROPS
};

enum {
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_cells (TautIntensityScale *self)
{
  g_autofree char *text = NULL;

  g_assert (TAUT_IS_INTENSITY_SCALE (self));

  for (guint i = 0; i < N_CELLS; i++)
    {
      if (i == self->value)
        gtk_widget_add_css_class (self->cells[i], "chosen");
      else
        gtk_widget_remove_css_class (self->cells[i], "chosen");
    }

  /* Translators: a value of 0 to 10, then the same in a word: "5 of 10, moderate". */
  text = g_strdup_printf (_("%u of 10, %s"), self->value,
                          taut_marks_state_describe_intensity (self->value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

static void
choose (TautIntensityScale *self,
        guint               value,
        gboolean            merge)
{
  g_assert (TAUT_IS_INTENSITY_SCALE (self));

  if (value == self->value)
    return;

  taut_intensity_scale_set_value (self, value);
  g_signal_emit (self, signals[CHOSEN], 0, value, merge);
}

/* The cell at a place; beside the cells the nearest one. */
static guint
find_cell (TautIntensityScale *self,
           double              widget_x)
{
  guint nearest = 0;
  double nearest_distance = G_MAXDOUBLE;

  g_assert (TAUT_IS_INTENSITY_SCALE (self));

  for (guint i = 0; i < N_CELLS; i++)
    {
      graphene_rect_t bounds;
      double distance;

      if (!gtk_widget_compute_bounds (self->cells[i], GTK_WIDGET (self), &bounds))
        continue;

      distance = fabs (bounds.origin.x + bounds.size.width / 2 - widget_x);
      if (distance < nearest_distance)
        {
          nearest_distance = distance;
          nearest = i;
        }
    }

  return nearest;
}

/* Callbacks */

static void
drag_gesture_begin_cb (TautIntensityScale *self,
                       double              widget_x,
                       double              widget_y,
                       GtkGestureDrag     *gesture)
{
  g_assert (TAUT_IS_INTENSITY_SCALE (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  self->dragging = FALSE;
  choose (self, find_cell (self, widget_x), FALSE);
  self->dragging = TRUE;
}

static void
drag_gesture_update_cb (TautIntensityScale *self,
                        double              offset_x,
                        double              offset_y,
                        GtkGestureDrag     *gesture)
{
  double start_x;
  double start_y;

  g_assert (TAUT_IS_INTENSITY_SCALE (self));

  if (gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    choose (self, find_cell (self, start_x + offset_x), self->dragging);
}

static void
step_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TautIntensityScale *self = TAUT_INTENSITY_SCALE (widget);
  int step = g_variant_get_int32 (parameter);

  choose (self, CLAMP ((int) self->value + step, 0, TAUT_MARK_INTENSITY_MAX), FALSE);
}

static void
set_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  int value = g_variant_get_int32 (parameter);

  choose (TAUT_INTENSITY_SCALE (widget), CLAMP (value, 0, TAUT_MARK_INTENSITY_MAX), FALSE);
}

/* GObject */

static void
taut_intensity_scale_dispose (GObject *object)
{
  TautIntensityScale *self = TAUT_INTENSITY_SCALE (object);

  for (guint i = 0; i < N_CELLS; i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);

  G_OBJECT_CLASS (taut_intensity_scale_parent_class)->dispose (object);
}

static void
taut_intensity_scale_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TautIntensityScale *self = TAUT_INTENSITY_SCALE (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_uint (value, self->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_intensity_scale_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TautIntensityScale *self = TAUT_INTENSITY_SCALE (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      taut_intensity_scale_set_value (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
add_step_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int step;
  } steps[] = {
    { GDK_KEY_Left, -1 },
    { GDK_KEY_Down, -1 },
    { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Left, -1 },
    { GDK_KEY_KP_Down, -1 },
    { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_Right, 1 },
    { GDK_KEY_Up, 1 },
    { GDK_KEY_plus, 1 },
    { GDK_KEY_KP_Right, 1 },
    { GDK_KEY_KP_Up, 1 },
    { GDK_KEY_KP_Add, 1 },
    { GDK_KEY_Home, -TAUT_MARK_INTENSITY_MAX },
    { GDK_KEY_End, TAUT_MARK_INTENSITY_MAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding_action (widget_class, steps[i].key, 0,
                                         "scale.step", "i", steps[i].step);

  for (int digit = 0; digit <= 9; digit++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + digit, 0,
                                           "scale.set", "i", digit);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + digit, 0,
                                           "scale.set", "i", digit);
    }
}

static void
taut_intensity_scale_class_init (TautIntensityScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_intensity_scale_dispose;
  object_class->get_property = taut_intensity_scale_get_property;
  object_class->set_property = taut_intensity_scale_set_property;

  properties[PROP_VALUE] =
    g_param_spec_uint ("value", NULL, NULL, 0, TAUT_MARK_INTENSITY_MAX, 0,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "intensityscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "scale.step", "i", step_action_cb);
  gtk_widget_class_install_action (widget_class, "scale.set", "i", set_action_cb);
  add_step_bindings (widget_class);
}

static void
add_cells (TautIntensityScale *self)
{
  g_assert (TAUT_IS_INTENSITY_SCALE (self));

  for (guint i = 0; i < N_CELLS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *css_class = g_strdup_printf ("pain-%u", i);

      self->cells[i] = gtk_label_new (number);
      gtk_widget_add_css_class (self->cells[i], css_class);
      gtk_widget_set_hexpand (self->cells[i], TRUE);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
}

static void
taut_intensity_scale_init (TautIntensityScale *self)
{
  GtkGesture *gesture;
  GtkLayoutManager *layout;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);

  add_cells (self);

  gesture = gtk_gesture_drag_new ();
  g_signal_connect_object (gesture, "drag-begin", G_CALLBACK (drag_gesture_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gesture, "drag-update", G_CALLBACK (drag_gesture_update_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("How strong, 0 to 10"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) TAUT_MARK_INTENSITY_MAX,
                                  -1);
  update_cells (self);
}

GtkWidget *
taut_intensity_scale_new (void)
{
  return g_object_new (TAUT_TYPE_INTENSITY_SCALE, NULL);
}

guint
taut_intensity_scale_get_value (TautIntensityScale *self)
{
  g_return_val_if_fail (TAUT_IS_INTENSITY_SCALE (self), 0);

  return self->value;
}

void
taut_intensity_scale_set_value (TautIntensityScale *self,
                                guint               value)
{
  g_return_if_fail (TAUT_IS_INTENSITY_SCALE (self));
  g_return_if_fail (value <= TAUT_MARK_INTENSITY_MAX);

  if (value == self->value)
    return;

  self->value = value;
  update_cells (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
