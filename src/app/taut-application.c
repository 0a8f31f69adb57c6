/* taut-application.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-application"

#include "config.h"

#include "taut-application.h"

#include <glib/gi18n.h>

#include "taut-background.h"
#include "taut-command-line.h"
#include "taut-environment.h"
#include "taut-preferences-window.h"
#include "taut-resources.h"
#include "taut-window.h"

struct _TautApplication
{
  AdwApplication parent_instance;

  TautClock *clock;
  GSettings *settings;          /* NULL where their schema is missing */
  TautBackground *background;   /* the same */
  GtkWindow *preferences;       /* weak */
};

G_DEFINE_FINAL_TYPE (TautApplication, taut_application, ADW_TYPE_APPLICATION)

static TautWindow *
get_window (TautApplication *self)
{
  GList *windows;

  g_assert (TAUT_IS_APPLICATION (self));

  windows = gtk_application_get_windows (GTK_APPLICATION (self));
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (TAUT_IS_WINDOW (l->data))
        return l->data;
    }

  return NULL;
}

static void
window_opening_cb (TautApplication *self)
{
  g_assert (TAUT_IS_APPLICATION (self));

  if (self->background != NULL)
    taut_background_flush (self->background);
}

static void
background_missed_cb (TautApplication *self,
                      const char      *text)
{
  TautWindow *window = get_window (self);

  g_assert (TAUT_IS_APPLICATION (self));

  if (window != NULL)
    taut_window_tell_missed (window, text);
}

static TautWindow *
add_window (TautApplication *self)
{
  TautWindow *window = taut_window_new (self, self->clock);

  g_assert (TAUT_IS_APPLICATION (self));

  g_signal_connect_object (window, "opening", G_CALLBACK (window_opening_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->background != NULL)
    taut_background_follow (self->background, taut_window_get_autosave (window));

  return window;
}

/* @file is NULL for the record at home. */
static void
present_record (TautApplication *self,
                GFile           *file)
{
  TautWindow *window = get_window (self);

  g_assert (TAUT_IS_APPLICATION (self));

  if (window == NULL)
    {
      window = add_window (self);
      taut_window_open (window, file);
    }
  else if (file != NULL)
    {
      taut_window_open (window, file);
    }

  gtk_window_present (GTK_WINDOW (window));
}

/* Actions */

static const char about_comments[] =
  N_("A body chart for tender spots: see where a spot is often said to send pain, and plan "
     "self-care.\n\n"
     "The patterns are observations of clinicians, gathered over decades. Examiners agree on them "
     "only in part, the place of a point differs from person to person, and the theory behind them "
     "is disputed. Pain can have many other sources: joints, nerves, vessels, organs.\n\n"
     "Tautline makes no diagnosis. It is general information, not medical advice. Nothing leaves "
     "your computer: the program has no network access.");

static const char about_sources[] =
  N_("Agreement and critique: Lucas 2009, Rathbone 2017, Fernández-de-las-Peñas and Dommerholt 2018 "
     "(Delphi), Quintner, Bove and Cohen 2015. Latin names follow Terminologia Anatomica 2 (2019); "
     "UBERON identifiers are CC BY 3.0.");

static void
about_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TautApplication *self = TAUT_APPLICATION (user_data);
  static const char *const developers[] = { "The Tautline authors", NULL };
  AdwAboutWindow *about;

  g_assert (TAUT_IS_APPLICATION (self));

  about = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                        "application-icon", TAUT_APPLICATION_ID,
                        "application-name", _("Tautline"),
                        "comments", _(about_comments),
                        "copyright", "© 2026 The Tautline authors",
                        "developer-name", _("The Tautline authors"),
                        "developers", developers,
                        "license-type", GTK_LICENSE_GPL_3_0,
                        "modal", TRUE,
                        "transient-for", get_window (self),
                        "version", PACKAGE_VERSION,
                        NULL);
  adw_about_window_add_legal_section (about, _("Where the knowledge comes from"), NULL,
                                      GTK_LICENSE_CUSTOM, _(about_sources));
  gtk_window_present (GTK_WINDOW (about));
}

static void
quit_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TautWindow *window = get_window (TAUT_APPLICATION (user_data));

  /* The window saves first, or asks, and then stays. */
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  if (get_window (TAUT_APPLICATION (user_data)) == NULL)
    g_application_quit (G_APPLICATION (user_data));
}

static void
preferences_action_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  TautApplication *self = TAUT_APPLICATION (user_data);
  TautWindow *window = get_window (self);

  if (self->settings == NULL || window == NULL)
    return;

  if (self->preferences == NULL)
    {
      g_set_weak_pointer (&self->preferences, taut_preferences_window_new (self->settings));
      gtk_window_set_transient_for (self->preferences, GTK_WINDOW (window));
    }
  gtk_window_present (self->preferences);
}

/* What a reminder leads to: the record that it is about. */
static void
show_care_action_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  TautApplication *self = TAUT_APPLICATION (user_data);
  GtkWidget *window;

  present_record (self, NULL);
  window = GTK_WIDGET (get_window (self));
  gtk_widget_activate_action (window, "win.open-home", NULL);
  gtk_widget_activate_action (window, "win.show-page", "s", "care");
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_action_cb },
  { .name = "preferences", .activate = preferences_action_cb },
  { .name = "quit", .activate = quit_action_cb },
  { .name = "show-care", .activate = show_care_action_cb },
};

static void
add_accelerators (TautApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } table[] = {
    { "app.preferences", { "<Primary>comma", NULL } },
    { "app.quit", { "<Primary>q", NULL } },
    { "win.find", { "<Primary>f", NULL } },
    { "win.open", { "<Primary>o", NULL } },
    { "win.print", { "<Primary>p", NULL } },
    { "win.redo", { "<Primary><Shift>z", "<Primary>y", NULL } },
    { "win.save-pdf", { "<Primary><Shift>p", NULL } },
    { "win.show-help-overlay", { "<Primary>question", "F1", NULL } },
    { "win.show-page::care", { "<Alt>2", NULL } },
    { "win.show-page::marks", { "<Alt>1", NULL } },
    { "win.show-panel", { "F9", NULL } },
    { "win.undo", { "<Primary>z", NULL } },
    { "window.close", { "<Primary>w", NULL } },
  };

  g_assert (TAUT_IS_APPLICATION (self));

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), table[i].action,
                                           (const char *const *) table[i].accelerators);
}

/* GApplication */

static void
taut_application_startup (GApplication *application)
{
  TautApplication *self = TAUT_APPLICATION (application);

  G_APPLICATION_CLASS (taut_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_accelerators (self);
  gtk_window_set_default_icon_name (TAUT_APPLICATION_ID);

  self->settings = taut_environment_open_settings ();
  if (self->settings == NULL)
    return;

  self->background = taut_background_new (application, self->clock, self->settings);
  g_signal_connect_object (self->background, "missed", G_CALLBACK (background_missed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
taut_application_shutdown (GApplication *application)
{
  TautApplication *self = TAUT_APPLICATION (application);

  g_clear_object (&self->background);
  if (self->settings != NULL)
    g_settings_sync ();

  G_APPLICATION_CLASS (taut_application_parent_class)->shutdown (application);
}

static void
taut_application_window_removed (GtkApplication *application,
                                 GtkWindow      *window)
{
  TautApplication *self = TAUT_APPLICATION (application);

  /* The window has saved its record by now. */
  if (TAUT_IS_WINDOW (window) && self->background != NULL)
    taut_background_follow (self->background, NULL);

  GTK_APPLICATION_CLASS (taut_application_parent_class)->window_removed (application, window);
}

static void
taut_application_activate (GApplication *application)
{
  present_record (TAUT_APPLICATION (application), NULL);
}

static void
taut_application_open (GApplication  *application,
                       GFile        **files,
                       int            n_files,
                       const char    *hint)
{
  present_record (TAUT_APPLICATION (application), files[0]);
}

static void
taut_application_dispose (GObject *object)
{
  TautApplication *self = TAUT_APPLICATION (object);

  g_clear_weak_pointer (&self->preferences);
  g_clear_object (&self->background);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (taut_application_parent_class)->dispose (object);
}

static void
taut_application_class_init (TautApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = taut_application_dispose;

  application_class->activate = taut_application_activate;
  application_class->open = taut_application_open;
  application_class->shutdown = taut_application_shutdown;
  application_class->startup = taut_application_startup;

  GTK_APPLICATION_CLASS (klass)->window_removed = taut_application_window_removed;
}

static void
taut_application_init (TautApplication *self)
{
}

TautApplication *
taut_application_new (TautClock *clock)
{
  TautApplication *self;

  g_return_val_if_fail (TAUT_IS_CLOCK (clock), NULL);

  self = g_object_new (TAUT_TYPE_APPLICATION,
                       "application-id", TAUT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
  self->clock = g_object_ref (clock);

  return self;
}

int
taut_application_main (int    argc,
                       char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautClock) clock = NULL;
  g_autoptr (TautApplication) application = NULL;

  if (!taut_resources_register (&error))
    {
      g_printerr ("tautline: %s\n", error->message);
      return TAUT_EXIT_FAILURE;
    }

  clock = taut_environment_new_clock (&error);
  if (clock == NULL)
    {
      g_printerr ("tautline: %s\n", error->message);
      return TAUT_EXIT_BAD_USE;
    }

  if (!gtk_init_check ())
    {
      g_printerr ("tautline: there is no display; see tautline --help for what needs none\n");
      return TAUT_EXIT_FAILURE;
    }

  application = taut_application_new (clock);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
