/* taut-legend-key.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-legend-key"

#include "config.h"

#include "taut-legend-key.h"

#include "taut-pattern-key.h"
#include "taut-spot.h"
#include "taut-tile.h"

#define WIDTH 36
#define HEIGHT 18

typedef enum
{
  KIND_CORE,
  KIND_SPILLOVER,
  KIND_SPOT,
} Kind;

static const char *const kind_ids[] = {
  [KIND_CORE] = "core",
  [KIND_SPILLOVER] = "spillover",
  [KIND_SPOT] = "spot",
};

struct _TautLegendKey
{
  GtkWidget  parent_instance;

  Kind       kind;
  TautStyle  style;
  TautTile  *tile;
};

G_DEFINE_FINAL_TYPE (TautLegendKey, taut_legend_key, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_KIND,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
paint_cb (cairo_t            *cr,
          const TautTileSpec *spec,
          gpointer            user_data)
{
  TautLegendKey *self = user_data;
  const TautSpotSize size = { 7.5, 1.6, 8 };

  if (self->kind == KIND_SPOT)
    taut_spot_draw_cross (0, 0, &size, taut_palette_get (spec->style), cr);
  else
    taut_pattern_key_draw (self->kind == KIND_CORE ? TAUT_ZONE_ESSENTIAL : TAUT_ZONE_SPILLOVER,
                           WIDTH, HEIGHT, spec->style, cr);
}

/* Widget */

static void
taut_legend_key_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TautLegendKey *self = TAUT_LEGEND_KEY (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL || self->kind == KIND_SPOT)
    *minimum = *natural = HEIGHT + 2;
  else
    *minimum = *natural = WIDTH + 2;
}

static void
taut_legend_key_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TautLegendKey *self = TAUT_LEGEND_KEY (widget);
  TautTileSpec spec = {
    .zoom = 1,
    .scale = gtk_widget_get_scale_factor (widget),
    .style = self->style,
    .box = { -WIDTH / 2 - 1, -HEIGHT / 2 - 1, WIDTH + 2, HEIGHT + 2 },
  };

  if (self->tile == NULL || !taut_tile_spec_match (&self->tile->spec, &spec))
    {
      g_clear_pointer (&self->tile, taut_tile_unref);
      self->tile = taut_tile_paint (&spec, paint_cb, self);
    }
  taut_tile_append (self->tile, widget, snapshot,
                    gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2, 1);
}

static void
taut_legend_key_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, kind_ids[TAUT_LEGEND_KEY (object)->kind]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_legend_key_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TautLegendKey *self = TAUT_LEGEND_KEY (object);

  switch (prop_id)
    {
    case PROP_KIND:
      for (guint i = 0; i < G_N_ELEMENTS (kind_ids); i++)
        if (g_strcmp0 (kind_ids[i], g_value_get_string (value)) == 0)
          self->kind = i;
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_legend_key_finalize (GObject *object)
{
  TautLegendKey *self = TAUT_LEGEND_KEY (object);

  g_clear_pointer (&self->tile, taut_tile_unref);

  G_OBJECT_CLASS (taut_legend_key_parent_class)->finalize (object);
}

static void
taut_legend_key_class_init (TautLegendKeyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = taut_legend_key_finalize;
  object_class->get_property = taut_legend_key_get_property;
  object_class->set_property = taut_legend_key_set_property;
  widget_class->measure = taut_legend_key_measure;
  widget_class->snapshot = taut_legend_key_snapshot;

  properties[PROP_KIND] =
    g_param_spec_string ("kind", NULL, NULL, "core",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "legend-key");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
taut_legend_key_init (TautLegendKey *self)
{
}

/* Public */

void
taut_legend_key_set_style (TautLegendKey *self,
                           TautStyle      style)
{
  g_return_if_fail (TAUT_IS_LEGEND_KEY (self));

  if (self->style == style)
    return;

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
