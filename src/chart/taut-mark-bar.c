/* taut-mark-bar.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-mark-bar"

#include "config.h"

#include "taut-mark-bar.h"

#include <glib/gi18n.h>

#include "taut-legend-key.h"
#include "taut-names.h"
#include "taut-resources.h"
#include "taut-scale.h"

struct _TautMarkBar
{
  GtkWidget       parent_instance;

  GtkWidget      *content;
  TautLegendKey  *key_core;
  TautLegendKey  *key_spillover;
  TautLegendKey  *key_spot;
  GtkLabel       *mark_name;
  GtkLabel       *place;
  TautScale      *scale;
  GtkStack       *stack;
  GtkLabel       *value;

  TautChartState *state;
};

G_DEFINE_FINAL_TYPE (TautMarkBar, taut_mark_bar, GTK_TYPE_WIDGET)

static void
update_mark (TautMarkBar *self)
{
  TautMark *mark = NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  g_assert (TAUT_IS_MARK_BAR (self));

  if (self->state != NULL)
    mark = taut_chart_state_find_mark (self->state, taut_chart_state_get_selected (self->state));
  gtk_stack_set_visible_child_name (self->stack, mark != NULL ? "mark" : "hint");
  if (mark == NULL)
    {
      taut_scale_set_value (self->scale, -1);
      return;
    }

  name = taut_name_mark (taut_chart_state_get_atlas (self->state), mark);
  value = g_strdup_printf (_("%u of 10"), taut_mark_get_intensity (mark));
  gtk_label_set_label (self->mark_name, name);
  gtk_label_set_label (self->value, value);
  taut_scale_set_value (self->scale, (int) taut_mark_get_intensity (mark));
}

static void
update_style (TautMarkBar *self)
{
  TautStyle style = taut_chart_state_get_style (self->state);

  g_assert (TAUT_IS_MARK_BAR (self));

  taut_legend_key_set_style (self->key_core, style);
  taut_legend_key_set_style (self->key_spillover, style);
  taut_legend_key_set_style (self->key_spot, style);
}

/* Callbacks */

static void
scale_picked_cb (TautMarkBar *self,
                 int          value)
{
  const char *selected;

  g_assert (TAUT_IS_MARK_BAR (self));

  selected = taut_chart_state_get_selected (self->state);
  if (selected != NULL)
    taut_chart_state_set_intensity (self->state, selected, (guint) value);
}

/* Widget */

static void
taut_mark_bar_dispose (GObject *object)
{
  TautMarkBar *self = TAUT_MARK_BAR (object);

  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_MARK_BAR);

  G_OBJECT_CLASS (taut_mark_bar_parent_class)->dispose (object);
}

static void
taut_mark_bar_class_init (TautMarkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_mark_bar_dispose;

  g_type_ensure (TAUT_TYPE_LEGEND_KEY);
  g_type_ensure (TAUT_TYPE_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-mark-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TautMarkBar, content);
  gtk_widget_class_bind_template_child (widget_class, TautMarkBar, key_core);
  gtk_widget_class_bind_template_child (widget_class, TautMarkBar, key_spillover);
  gtk_widget_class_bind_template_child (widget_class, TautMarkBar, key_spot);
  gtk_widget_class_bind_template_child (widget_class, TautMarkBar, mark_name);
  gtk_widget_class_bind_template_child (widget_class, TautMarkBar, place);
  gtk_widget_class_bind_template_child (widget_class, TautMarkBar, scale);
  gtk_widget_class_bind_template_child (widget_class, TautMarkBar, stack);
  gtk_widget_class_bind_template_child (widget_class, TautMarkBar, value);
  gtk_widget_class_bind_template_callback (widget_class, scale_picked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "markbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
taut_mark_bar_init (TautMarkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
taut_mark_bar_new (void)
{
  return g_object_new (TAUT_TYPE_MARK_BAR, NULL);
}

/* Once. */
void
taut_mark_bar_set_state (TautMarkBar    *self,
                         TautChartState *state)
{
  g_return_if_fail (TAUT_IS_MARK_BAR (self));
  g_return_if_fail (TAUT_IS_CHART_STATE (state));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  g_signal_connect_object (state, "marks-changed",
                           G_CALLBACK (update_mark), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "selection-changed",
                           G_CALLBACK (update_mark), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "style-changed",
                           G_CALLBACK (update_style), self, G_CONNECT_SWAPPED);
  update_style (self);
  update_mark (self);
}

/**
 * taut_mark_bar_set_place_name:
 * @self: a bar
 * @place_name: (nullable): what is pointed at
 */
void
taut_mark_bar_set_place_name (TautMarkBar *self,
                              const char  *place_name)
{
  g_return_if_fail (TAUT_IS_MARK_BAR (self));

  gtk_label_set_label (self->place, place_name != NULL ? place_name : "");
}
