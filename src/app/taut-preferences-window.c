/* taut-preferences-window.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-preferences-window"

#include "config.h"

#include "taut-preferences-window.h"

#include <glib/gi18n.h>

#include "taut-autostart.h"
#include "taut-panel-text.h"
#include "taut-resources.h"
#include "taut-times.h"
#include "taut-weekdays.h"

struct _TautPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GtkSwitch *background_switch;
  GtkSpinButton *later_spin;
  GtkSwitch *login_switch;
  GtkSwitch *names_switch;
  GtkSpinButton *quiet_from_spin;
  AdwExpanderRow *quiet_row;
  GtkSpinButton *quiet_to_spin;
  GtkSwitch *reminders_switch;
  GtkSpinButton *stand_up_minutes_spin;
  AdwExpanderRow *stand_up_row;
  GtkSwitch *underwear_switch;
  TautWeekdays *work_days;
  GtkSpinButton *work_from_spin;
  GtkSpinButton *work_to_spin;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (TautPreferencesWindow, taut_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static int
time_input_cb (GtkSpinButton *spin,
               double        *value,
               gpointer       user_data)
{
  guint minute;

  if (!taut_times_parse (gtk_editable_get_text (GTK_EDITABLE (spin)), &minute))
    return GTK_INPUT_ERROR;

  *value = minute;

  return TRUE;
}

static gboolean
time_output_cb (GtkSpinButton *spin,
                gpointer       user_data)
{
  g_autofree char *text = taut_panel_text_time (gtk_spin_button_get_value_as_int (spin));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

/* Starting at login makes sense only for what then stays. */
static void
update_autostart (TautPreferencesWindow *self,
                  const char            *key)
{
  g_autoptr (GError) error = NULL;
  gboolean wanted;

  g_assert (TAUT_IS_PREFERENCES_WINDOW (self));

  if (!g_str_has_prefix (key, "reminders"))
    return;

  wanted = g_settings_get_boolean (self->settings, "reminders") &&
           g_settings_get_boolean (self->settings, "reminders-in-background") &&
           g_settings_get_boolean (self->settings, "reminders-at-login");
  if (wanted != taut_autostart_is_set () && !taut_autostart_set (wanted, &error))
    {
      g_autofree char *text = g_strdup_printf (_("This could not be kept. %s"), error->message);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      g_settings_set_boolean (self->settings, "reminders-at-login", taut_autostart_is_set ());
      adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (escaped));
    }
}

static void
taut_preferences_window_dispose (GObject *object)
{
  TautPreferencesWindow *self = TAUT_PREFERENCES_WINDOW (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (taut_preferences_window_parent_class)->dispose (object);
}

static void
taut_preferences_window_class_init (TautPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_preferences_window_dispose;

  g_type_ensure (TAUT_TYPE_WEEKDAYS);

  gtk_widget_class_set_template_from_resource (widget_class, TAUT_RESOURCE_PREFIX
                                               "/ui/taut-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, background_switch);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, later_spin);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, login_switch);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, names_switch);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, quiet_from_spin);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, quiet_row);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, quiet_to_spin);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, reminders_switch);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow,
                                        stand_up_minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, stand_up_row);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, underwear_switch);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, work_days);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, work_from_spin);
  gtk_widget_class_bind_template_child (widget_class, TautPreferencesWindow, work_to_spin);
  gtk_widget_class_bind_template_callback (widget_class, time_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_output_cb);
}

static void
taut_preferences_window_init (TautPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_settings (TautPreferencesWindow *self)
{
  const struct
  {
    const char *key;
    gpointer object;
    const char *property;
  } table[] = {
    { "quiet-from", self->quiet_from_spin, "value" },
    { "quiet-hours", self->quiet_row, "enable-expansion" },
    { "quiet-to", self->quiet_to_spin, "value" },
    { "reminders", self->reminders_switch, "active" },
    { "reminders-at-login", self->login_switch, "active" },
    { "reminders-in-background", self->background_switch, "active" },
    { "reminders-later", self->later_spin, "value" },
    { "reminders-show-names", self->names_switch, "active" },
    { "show-underwear", self->underwear_switch, "active" },
    { "stand-up", self->stand_up_row, "enable-expansion" },
    { "stand-up-minutes", self->stand_up_minutes_spin, "value" },
    { "work-days", self->work_days, "days" },
    { "work-from", self->work_from_spin, "value" },
    { "work-to", self->work_to_spin, "value" },
  };

  g_assert (TAUT_IS_PREFERENCES_WINDOW (self));

  /* What is sensitive follows from the switches alone. */
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_settings_bind (self->settings, table[i].key, table[i].object, table[i].property,
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
}

GtkWindow *
taut_preferences_window_new (GSettings *settings)
{
  TautPreferencesWindow *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TAUT_TYPE_PREFERENCES_WINDOW, NULL);
  self->settings = g_object_ref (settings);
  bind_settings (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (update_autostart), self,
                           G_CONNECT_SWAPPED);

  return GTK_WINDOW (self);
}
