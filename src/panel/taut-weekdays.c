/* taut-weekdays.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-weekdays"

#include "config.h"

#include "taut-weekdays.h"

#include <glib/gi18n.h>

#include "taut-panel-text.h"

#define N_DAYS 7
#define ALL_DAYS 0x7f

struct _TautWeekdays
{
  GtkWidget parent_instance;

  GtkWidget *buttons[N_DAYS];
  guint days;
  guint updating : 1;
};

G_DEFINE_FINAL_TYPE (TautWeekdays, taut_weekdays, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_DAYS,
  N_PROPS
};

enum {
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_buttons (TautWeekdays *self)
{
  g_assert (TAUT_IS_WEEKDAYS (self));

  self->updating = TRUE;
  for (guint i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                  (self->days & (1u << i)) != 0);
  self->updating = FALSE;
}

static void
button_toggled_cb (TautWeekdays *self)
{
  guint days = 0;

  g_assert (TAUT_IS_WEEKDAYS (self));

  if (self->updating)
    return;

  for (guint i = 0; i < N_DAYS; i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
        days |= 1u << i;
    }

  if (days == 0)
    {
      update_buttons (self);
      return;
    }

  taut_weekdays_set_days (self, days);
  g_signal_emit (self, signals[CHOSEN], 0, days);
}

static void
taut_weekdays_dispose (GObject *object)
{
  TautWeekdays *self = TAUT_WEEKDAYS (object);

  for (guint i = 0; i < N_DAYS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (taut_weekdays_parent_class)->dispose (object);
}

static void
taut_weekdays_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TautWeekdays *self = TAUT_WEEKDAYS (object);

  switch (prop_id)
    {
    case PROP_DAYS:
      g_value_set_uint (value, self->days);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_weekdays_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TautWeekdays *self = TAUT_WEEKDAYS (object);

  switch (prop_id)
    {
    case PROP_DAYS:
      taut_weekdays_set_days (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_weekdays_class_init (TautWeekdaysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_weekdays_dispose;
  object_class->get_property = taut_weekdays_get_property;
  object_class->set_property = taut_weekdays_set_property;

  properties[PROP_DAYS] =
    g_param_spec_uint ("days", NULL, NULL, 0, ALL_DAYS, 0,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "weekdays");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
taut_weekdays_init (TautWeekdays *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  for (guint i = 0; i < N_DAYS; i++)
    {
      const char *name = taut_panel_text_weekday (i);
      g_autofree char *initial = g_utf8_substring (taut_panel_text_short_weekday (i), 0, 1);

      self->buttons[i] = gtk_toggle_button_new_with_label (initial);
      gtk_widget_set_hexpand (self->buttons[i], TRUE);
      gtk_widget_set_tooltip_text (self->buttons[i], name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (button_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days"), -1);
}

GtkWidget *
taut_weekdays_new (void)
{
  return g_object_new (TAUT_TYPE_WEEKDAYS, NULL);
}

guint
taut_weekdays_get_days (TautWeekdays *self)
{
  g_return_val_if_fail (TAUT_IS_WEEKDAYS (self), 0);

  return self->days;
}

void
taut_weekdays_set_days (TautWeekdays *self,
                        guint         days)
{
  g_return_if_fail (TAUT_IS_WEEKDAYS (self));
  g_return_if_fail (days <= ALL_DAYS);

  if (days == self->days)
    return;

  self->days = days;
  update_buttons (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAYS]);
}
