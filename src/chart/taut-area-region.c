/* taut-area-region.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-area-region"

#include "config.h"

#include "taut-area-region.h"

#include "taut-names.h"

struct _TautAreaRegion
{
  GtkWidget           parent_instance;

  TautAreaMap        *areas;
  const TautAreaSpot *spot;
  TautViewport       *viewport;
  char               *name;
  char               *description;
};

G_DEFINE_FINAL_TYPE (TautAreaRegion, taut_area_region, GTK_TYPE_WIDGET)

enum {
  OPEN,
  REMOVE,
  SHIFT,
  STEP,
  JUMP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[OPEN], 0);
}

/* Widget */

static gboolean
taut_area_region_contains (GtkWidget *widget,
                           double     x,
                           double     y)
{
  TautAreaRegion *self = TAUT_AREA_REGION (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  double widget_x, widget_y, view_x, view_y;

  if (x < 0 || y < 0 || x > gtk_widget_get_width (widget) || y > gtk_widget_get_height (widget))
    return FALSE;
  if (parent == NULL ||
      !gtk_widget_translate_coordinates (widget, parent, x, y, &widget_x, &widget_y))
    return FALSE;

  taut_viewport_to_view (self->viewport, widget_x, widget_y, &view_x, &view_y);

  return taut_area_map_pick (self->areas, view_x, view_y, NULL) == self->spot;
}

static void
taut_area_region_dispose (GObject *object)
{
  TautAreaRegion *self = TAUT_AREA_REGION (object);

  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (taut_area_region_parent_class)->dispose (object);
}

static void
taut_area_region_finalize (GObject *object)
{
  TautAreaRegion *self = TAUT_AREA_REGION (object);

  g_clear_pointer (&self->areas, taut_area_map_unref);
  g_free (self->name);
  g_free (self->description);

  G_OBJECT_CLASS (taut_area_region_parent_class)->finalize (object);
}

static guint
add_signal (TautAreaRegionClass *klass,
            const char          *name,
            guint                n_params,
            GType                param_type)
{
  return g_signal_new (name,
                       G_TYPE_FROM_CLASS (klass),
                       G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                       0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, param_type);
}

static void
add_step_bindings (GtkWidgetClass *widget_class)
{
  static const struct {
    guint keyval;
    guint keypad_keyval;
    TautStep step;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, TAUT_STEP_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, TAUT_STEP_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, TAUT_STEP_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, TAUT_STEP_DOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding_signal (widget_class, arrows[i].keyval, 0,
                                           "step", "(u)", arrows[i].step);
      gtk_widget_class_add_binding_signal (widget_class, arrows[i].keypad_keyval, 0,
                                           "step", "(u)", arrows[i].step);
    }
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Home, 0, "jump", "(b)", FALSE);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_End, 0, "jump", "(b)", TRUE);
}

static void
taut_area_region_class_init (TautAreaRegionClass *klass)
{
  static const guint open_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter,
                                     GDK_KEY_space, GDK_KEY_KP_Space };
  static const guint remove_keys[] = { GDK_KEY_Delete, GDK_KEY_KP_Delete, GDK_KEY_BackSpace };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_area_region_dispose;
  object_class->finalize = taut_area_region_finalize;
  widget_class->contains = taut_area_region_contains;

  signals[OPEN] = add_signal (klass, "open", 0, G_TYPE_NONE);
  signals[REMOVE] = add_signal (klass, "remove", 0, G_TYPE_NONE);
  signals[SHIFT] = add_signal (klass, "shift", 1, G_TYPE_INT);
  signals[STEP] = add_signal (klass, "step", 1, G_TYPE_UINT);
  signals[JUMP] = add_signal (klass, "jump", 1, G_TYPE_BOOLEAN);

  /* Assistive technology takes the first action for the click, and GTK lists them
   * in no order: so there is but one. */
  gtk_widget_class_install_action (widget_class, "area.open", NULL, open_action);

  for (guint i = 0; i < G_N_ELEMENTS (open_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, open_keys[i], 0, "area.open", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (remove_keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, remove_keys[i], 0, "remove", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_plus, 0, "shift", "(i)", 1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Add, 0, "shift", "(i)", 1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_minus, 0, "shift", "(i)", -1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Subtract, 0, "shift", "(i)", -1);
  add_step_bindings (widget_class);

  gtk_widget_class_set_css_name (widget_class, "area");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
taut_area_region_init (TautAreaRegion *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

/* Public */

GtkWidget *
taut_area_region_new (TautAreaMap        *areas,
                      const TautAreaSpot *spot,
                      TautViewport       *viewport)
{
  TautAreaRegion *self;

  g_return_val_if_fail (areas != NULL && spot != NULL, NULL);
  g_return_val_if_fail (TAUT_IS_VIEWPORT (viewport), NULL);

  self = g_object_new (TAUT_TYPE_AREA_REGION, NULL);
  self->areas = taut_area_map_ref (areas);
  self->spot = spot;
  self->viewport = g_object_ref (viewport);
  self->name = taut_name_area (spot->area, spot->side);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);

  return GTK_WIDGET (self);
}

const TautAreaSpot *
taut_area_region_get_spot (TautAreaRegion *self)
{
  g_return_val_if_fail (TAUT_IS_AREA_REGION (self), NULL);

  return self->spot;
}

const char *
taut_area_region_get_name (TautAreaRegion *self)
{
  g_return_val_if_fail (TAUT_IS_AREA_REGION (self), NULL);

  return self->name;
}

void
taut_area_region_set_marked (TautAreaRegion *self,
                             const char     *description)
{
  g_return_if_fail (TAUT_IS_AREA_REGION (self));

  if (g_strcmp0 (self->description, description) == 0)
    return;

  g_free (self->description);
  self->description = g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "",
                                  -1);
}
