/* taut-background.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-background"

#include "config.h"

#include "taut-background.h"

#include "taut-autostart.h"
#include "taut-clock.h"
#include "taut-record-store.h"
#include "taut-reminder-notice.h"
#include "taut-reminder-service.h"
#include "taut-reminders.h"

#define KEY_BACKGROUND "reminders-in-background"
#define KEY_LAST_SEEN "last-seen"
#define KEY_LOGIN "reminders-at-login"
#define KEY_REMINDERS "reminders"

struct _TautBackground
{
  GObject parent_instance;

  GApplication *application;
  TautClock *clock;
  GSettings *settings;
  TautReminderService *service;
  TautAutosave *home;       /* holds the record while the window does not */
  TautAutosave *followed;   /* the window's */
  GSignalGroup *followed_signals;
  char *etag;               /* of the file at home, when it was read here */
  guint holding : 1;
  guint seen : 1;           /* the window shows the record */
};

G_DEFINE_FINAL_TYPE (TautBackground, taut_background, G_TYPE_OBJECT)

enum {
  MISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The window */

static char *
get_attribute (const char *path,
               const char *attribute)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, attribute, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, attribute)) : NULL;
}

/* The record at home may have been named by a path of its own. */
static gboolean
is_same_file (const char *a,
              const char *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;

  first = get_attribute (a, G_FILE_ATTRIBUTE_ID_FILE);
  second = get_attribute (b, G_FILE_ATTRIBUTE_ID_FILE);

  return first != NULL && g_strcmp0 (first, second) == 0;
}

static TautRecord *
get_record_in_window (TautBackground *self,
                      const char     *home)
{
  const char *path;

  g_assert (TAUT_IS_BACKGROUND (self));

  if (self->followed == NULL)
    return NULL;

  path = taut_autosave_get_path (self->followed);

  return path != NULL && is_same_file (path, home) ? taut_autosave_get_record (self->followed)
                                                   : NULL;
}

static void
remember_seen (TautBackground *self)
{
  g_autoptr (GDateTime) now = taut_clock_get_now (self->clock);

  g_assert (TAUT_IS_BACKGROUND (self));

  g_settings_set_int64 (self->settings, KEY_LAST_SEEN, g_date_time_to_unix (now));
}

static void
tell_missed (TautBackground *self,
             TautRecord     *record)
{
  g_autoptr (GDateTime) now = taut_clock_get_now (self->clock);
  g_autoptr (GDateTime) since = NULL;
  g_autoptr (GArray) missed = NULL;
  gint64 last_seen;
  GDate today;

  g_assert (TAUT_IS_BACKGROUND (self));

  last_seen = g_settings_get_int64 (self->settings, KEY_LAST_SEEN);
  since = last_seen > 0 ? g_date_time_new_from_unix_utc (last_seen) : NULL;
  if (since == NULL || !g_settings_get_boolean (self->settings, KEY_REMINDERS))
    return;

  missed = taut_reminders_list_missed (taut_record_get_plan (record),
                                       taut_record_get_profile (record), since, now);
  if (missed->len > 0)
    {
      g_autofree char *text = NULL;

      taut_clock_get_date (now, &today);
      text = taut_reminder_notice_describe_missed (missed, &today);
      g_signal_emit (self, signals[MISSED], 0, text);
    }
}

/* Whose record */

static void
hold_home (TautBackground *self,
           const char     *home)
{
  g_autoptr (GError) error = NULL;

  g_assert (TAUT_IS_BACKGROUND (self));

  g_free (self->etag);
  self->etag = get_attribute (home, G_FILE_ATTRIBUTE_ETAG_VALUE);

  /* What is wrong with the file is for the window to tell. */
  if (self->etag == NULL)
    {
      taut_autosave_close (self->home);
    }
  else if (!taut_autosave_open (self->home, home, &error))
    {
      g_message ("no reminders: %s", error->message);
      taut_autosave_close (self->home);
    }
}

/* Somebody else may write the file in the weeks in which it is held here, such as a
 * program that keeps two computers alike: a tick must not undo that. */
static void
service_looking_cb (TautBackground *self)
{
  g_autofree char *path = NULL;
  g_autofree char *etag = NULL;

  g_assert (TAUT_IS_BACKGROUND (self));

  path = g_strdup (taut_autosave_get_path (self->home));
  if (path == NULL || taut_autosave_get_state (self->home) != TAUT_AUTOSAVE_SAVED)
    return;

  etag = get_attribute (path, G_FILE_ATTRIBUTE_ETAG_VALUE);
  if (g_strcmp0 (etag, self->etag) == 0)
    return;

  hold_home (self, path);
  taut_reminder_service_set_record (self->service, taut_autosave_get_record (self->home));
}

static void
update_record (TautBackground *self)
{
  g_autofree char *home = taut_record_store_get_home (NULL);
  TautRecord *record = home != NULL ? get_record_in_window (self, home) : NULL;

  g_assert (TAUT_IS_BACKGROUND (self));

  if (record != NULL)
    {
      gboolean anew = taut_reminder_service_get_record (self->service) != record;

      taut_autosave_close (self->home);
      taut_reminder_service_set_record (self->service, record);
      self->seen = TRUE;
      if (anew)
        {
          tell_missed (self, record);
          taut_reminder_service_catch_up (self->service);
          remember_seen (self);
        }
      return;
    }

  if (self->seen)
    remember_seen (self);
  self->seen = FALSE;

  if (home == NULL || !g_settings_get_boolean (self->settings, KEY_REMINDERS))
    taut_autosave_close (self->home);
  else if (taut_autosave_get_record (self->home) == NULL)
    hold_home (self, home);
  taut_reminder_service_set_record (self->service, taut_autosave_get_record (self->home));
}

static void
update_hold (TautBackground *self)
{
  gboolean holding = g_settings_get_boolean (self->settings, KEY_REMINDERS) &&
                     g_settings_get_boolean (self->settings, KEY_BACKGROUND);

  g_assert (TAUT_IS_BACKGROUND (self));

  if (self->holding == holding)
    return;

  self->holding = holding;
  if (holding)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

static void
settings_changed_cb (TautBackground *self,
                     const char     *key)
{
  g_assert (TAUT_IS_BACKGROUND (self));

  if (g_str_has_prefix (key, "last-"))
    return;

  update_record (self);
  update_hold (self);
}

/* GObject */

static void
taut_background_dispose (GObject *object)
{
  TautBackground *self = TAUT_BACKGROUND (object);

  if (self->home != NULL)
    taut_background_flush (self);
  if (self->seen)
    remember_seen (self);
  self->seen = FALSE;
  if (self->holding)
    g_application_release (self->application);
  self->holding = FALSE;

  g_clear_pointer (&self->etag, g_free);
  g_clear_object (&self->followed_signals);
  g_clear_object (&self->followed);
  g_clear_object (&self->service);
  g_clear_object (&self->home);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (taut_background_parent_class)->dispose (object);
}

static void
taut_background_class_init (TautBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taut_background_dispose;

  signals[MISSED] =
    g_signal_new ("missed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
taut_background_init (TautBackground *self)
{
  self->followed_signals = g_signal_group_new (TAUT_TYPE_AUTOSAVE);
  g_signal_group_connect_swapped (self->followed_signals, "notify::record",
                                  G_CALLBACK (update_record), self);
}

TautBackground *
taut_background_new (GApplication *application,
                     TautClock    *clock,
                     GSettings    *settings)
{
  TautBackground *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (TAUT_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TAUT_TYPE_BACKGROUND, NULL);
  self->application = application;
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->home = taut_autosave_new (clock);
  self->service = taut_reminder_service_new (application, clock, settings);

  /* The person may have taken it out of the list of what starts at login. */
  if (g_settings_get_boolean (settings, KEY_LOGIN) && !taut_autostart_is_set ())
    g_settings_set_boolean (settings, KEY_LOGIN, FALSE);

  g_signal_connect_object (self->service, "looking", G_CALLBACK (service_looking_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_record (self);
  update_hold (self);

  return self;
}

void
taut_background_follow (TautBackground *self,
                        TautAutosave   *autosave)
{
  g_return_if_fail (TAUT_IS_BACKGROUND (self));
  g_return_if_fail (autosave == NULL || TAUT_IS_AUTOSAVE (autosave));

  g_set_object (&self->followed, autosave);
  g_signal_group_set_target (self->followed_signals, autosave);
  update_record (self);
}

void
taut_background_flush (TautBackground *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TAUT_IS_BACKGROUND (self));

  if (!taut_autosave_flush (self->home, &error))
    g_message ("a tick could not be saved: %s", error->message);
}
