/* taut-area-region.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-area-region"

#include "config.h"

#include "taut-area-region.h"

#include "taut-body-keys.h"
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

static void
taut_area_region_class_init (TautAreaRegionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_area_region_dispose;
  object_class->finalize = taut_area_region_finalize;
  widget_class->contains = taut_area_region_contains;

  signals[OPEN] = taut_body_keys_add_signal (widget_class, "open", G_TYPE_NONE);
  signals[REMOVE] = taut_body_keys_add_signal (widget_class, "remove", G_TYPE_NONE);
  signals[SHIFT] = taut_body_keys_add_signal (widget_class, "shift", G_TYPE_INT);
  signals[STEP] = taut_body_keys_add_signal (widget_class, "step", G_TYPE_UINT);
  signals[JUMP] = taut_body_keys_add_signal (widget_class, "jump", G_TYPE_BOOLEAN);

  /* Assistive technology takes the first action for the click, and GTK lists them
   * in no order: so there is but one. */
  gtk_widget_class_install_action (widget_class, "area.open", NULL, open_action);

  taut_body_keys_bind (widget_class, "area.open", "step");
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Home, 0, "jump", "(b)", FALSE);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_End, 0, "jump", "(b)", TRUE);

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
