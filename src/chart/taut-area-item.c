/* taut-area-item.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-area-item"

#include "config.h"

#include "taut-area-item.h"

#include "taut-names.h"

struct _TautAreaItem
{
  GObject         parent_instance;

  const TautArea *area;
  TautSide        side;
  TautSkinPoint   at;
  TautView       *view;
  char           *name;
  char           *note;
};

G_DEFINE_FINAL_TYPE (TautAreaItem, taut_area_item, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_NAME,
  PROP_NOTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
taut_area_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TautAreaItem *self = TAUT_AREA_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_area_item_finalize (GObject *object)
{
  TautAreaItem *self = TAUT_AREA_ITEM (object);

  g_clear_pointer (&self->view, taut_view_unref);
  g_free (self->name);
  g_free (self->note);

  G_OBJECT_CLASS (taut_area_item_parent_class)->finalize (object);
}

static void
taut_area_item_class_init (TautAreaItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = taut_area_item_finalize;
  object_class->get_property = taut_area_item_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taut_area_item_init (TautAreaItem *self)
{
}

/**
 * taut_area_item_new:
 * @area: an area
 * @side: one of its sides
 * @at: a place in it
 * @view: (nullable): the view to show it in
 * @note: says which view that is, or that none shows it
 *
 * Returns: (transfer full): a new item
 */
TautAreaItem *
taut_area_item_new (const TautArea      *area,
                    TautSide             side,
                    const TautSkinPoint *at,
                    TautView            *view,
                    const char          *note)
{
  TautAreaItem *self;

  g_return_val_if_fail (area != NULL, NULL);
  g_return_val_if_fail (at != NULL, NULL);
  g_return_val_if_fail (note != NULL, NULL);

  self = g_object_new (TAUT_TYPE_AREA_ITEM, NULL);
  self->area = area;
  self->side = side;
  self->at = *at;
  self->view = view != NULL ? taut_view_ref (view) : NULL;
  self->name = taut_name_area (area, side);
  self->note = g_strdup (note);

  return self;
}

const TautArea *
taut_area_item_get_area (TautAreaItem *self)
{
  g_return_val_if_fail (TAUT_IS_AREA_ITEM (self), NULL);

  return self->area;
}

TautSide
taut_area_item_get_side (TautAreaItem *self)
{
  g_return_val_if_fail (TAUT_IS_AREA_ITEM (self), TAUT_SIDE_LEFT);

  return self->side;
}

const TautSkinPoint *
taut_area_item_get_place (TautAreaItem *self)
{
  g_return_val_if_fail (TAUT_IS_AREA_ITEM (self), NULL);

  return &self->at;
}

TautView *
taut_area_item_get_view (TautAreaItem *self)
{
  g_return_val_if_fail (TAUT_IS_AREA_ITEM (self), NULL);

  return self->view;
}

const char *
taut_area_item_get_name (TautAreaItem *self)
{
  g_return_val_if_fail (TAUT_IS_AREA_ITEM (self), NULL);

  return self->name;
}

const char *
taut_area_item_get_note (TautAreaItem *self)
{
  g_return_val_if_fail (TAUT_IS_AREA_ITEM (self), NULL);

  return self->note;
}
