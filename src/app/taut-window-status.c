/* taut-window-status.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window tells of its record: title, whether it is saved, and the banner
 * when something went wrong. */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include <glib/gi18n.h>

#include "taut-window-private.h"

#define JUST_NOW_SECONDS 60

/* A title of a million characters is wider than a label can be. */
#define TITLE_MAX 200

/* Title and subtitle */

static char *
describe_saving (TautWindow *self)
{
  GDateTime *saved_at;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *time = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (self->sample_record)
    return g_strdup (_("A sample, not saved"));

  switch (taut_autosave_get_state (self->autosave))
    {
    case TAUT_AUTOSAVE_WAITING:
      return g_strdup (_("Saving…"));
    case TAUT_AUTOSAVE_FAILED:
      return g_strdup (_("Not saved"));
    case TAUT_AUTOSAVE_SAVED:
    case TAUT_AUTOSAVE_EMPTY:
    default:
      break;
    }

  saved_at = taut_autosave_get_saved_at (self->autosave);
  if (saved_at == NULL)
    return g_strdup ("");

  now = taut_clock_get_now (self->clock);
  if (g_date_time_difference (now, saved_at) < JUST_NOW_SECONDS * G_TIME_SPAN_SECOND)
    return g_strdup (_("Saved just now"));

  time = g_date_time_format (saved_at, "%H:%M");

  /* Translators: a time of the day. */
  return g_strdup_printf (_("Saved at %s"), time);
}

static char *
describe_record (TautWindow *self)
{
  TautRecord *record = taut_autosave_get_record (self->autosave);
  const char *path = taut_autosave_get_path (self->autosave);
  const char *name;

  g_assert (TAUT_IS_WINDOW (self));

  name = record != NULL ? taut_record_get_client_name (record) : NULL;
  if (name != NULL && g_utf8_strlen (name, -1) > TITLE_MAX)
    return g_utf8_substring (name, 0, TITLE_MAX);
  if (name != NULL && *name != '\0')
    return g_strdup (name);

  if (!self->home_record && path != NULL)
    return g_path_get_basename (path);

  return g_strdup (_("Tautline"));
}

void
taut_window_update_title (TautWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  title = describe_record (self);
  subtitle = describe_saving (self);

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Messages */

/* The library's button that closes a message is a picture without a name. */
static void
name_close_button (GtkWidget *widget)
{
  g_assert (GTK_IS_WIDGET (widget));

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _("Close this message"), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_close_button (child);
}

static void
messages_changed_cb (GListModel *messages,
                     guint       position,
                     guint       removed,
                     guint       added)
{
  g_assert (G_IS_LIST_MODEL (messages));

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) widget = g_list_model_get_item (messages, i);

      /* The content of the window is a child, too. */
      if (g_strcmp0 (gtk_widget_get_css_name (widget), "toast") == 0)
        name_close_button (widget);
    }
}

void
taut_window_name_messages (TautWindow *self)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));

  self->messages = gtk_widget_observe_children (GTK_WIDGET (self->toast_overlay));
  g_signal_connect (self->messages, "items-changed", G_CALLBACK (messages_changed_cb), NULL);
}

/* Banner */

/* What went wrong can be read and closed; what is only told is plain. What is true
 * all the time stays. */
static void
show_banner (TautWindow *self,
             gboolean    warns,
             gboolean    closes,
             const char *title,
             const char *text,
             const char *button,
             const char *action_name)
{
  g_assert (TAUT_IS_WINDOW (self));

  gtk_image_set_from_icon_name (self->banner_image, warns ? "dialog-warning-symbolic"
                                                          : "dialog-information-symbolic");
  if (warns)
    gtk_widget_remove_css_class (self->banner, "plain");
  else
    gtk_widget_add_css_class (self->banner, "plain");
  gtk_widget_set_visible (self->banner_close_button, closes);

  gtk_label_set_label (self->banner_title, title);
  gtk_label_set_label (self->banner_text, text);
  gtk_button_set_label (self->banner_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner_button), action_name);
  gtk_revealer_set_reveal_child (self->banner_revealer, TRUE);
}

void
taut_window_update_banner (TautWindow *self)
{
  g_autofree char *text = NULL;
  const GError *error;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  error = taut_autosave_get_error (self->autosave);

  if (error != NULL)
    {
      /* Translators: why, such as "No space left on device". */
      text = g_strdup_printf (_("Your changes are kept in this window, and saving is tried "
                                "again. %s"), error->message);
      show_banner (self, TRUE, TRUE, _("This record could not be saved"), text,
                   _("Try again"), "win.retry-save");
    }
  else if (self->aside != NULL)
    {
      /* Translators: where the file is now. */
      text = g_strdup_printf (_("It was set aside, not changed: %s. A new, empty record is open."),
                              self->aside);
      show_banner (self, TRUE, TRUE, _("This record could not be read"), text,
                   _("Show the file"), "win.show-aside");
    }
  else if (self->sample_record)
    {
      show_banner (self, FALSE, FALSE, _("This is a sample"),
                   _("Try out what you like: nothing that you do here is kept, and your own "
                     "record stays as it is."),
                   _("Back to my record"), "win.open-home");
    }
  else if (self->missed != NULL && self->home_record)
    {
      show_banner (self, FALSE, TRUE, self->missed,
                   _("Tick what you did. What you left out may stay so: the plan goes on."),
                   _("Show"), "win.show-missed");
    }
  else
    {
      gtk_revealer_set_reveal_child (self->banner_revealer, FALSE);
    }
}
