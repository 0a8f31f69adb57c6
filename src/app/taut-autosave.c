/* taut-autosave.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-autosave"

#include "config.h"

#include "taut-autosave.h"

#include "taut-record-store.h"

/* Well within the second that is promised; the pause lets a burst of changes
 * be one writing. */
#define DELAY_MS 400
#define RETRY_MS 5000

struct _TautAutosave
{
  GObject parent_instance;

  TautClock *clock;
  TautRecord *record;
  GSignalGroup *record_signals;
  char *path;
  GDateTime *saved_at;
  GError *error;
  TautAutosaveState state;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (TautAutosave, taut_autosave, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_RECORD,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_state (TautAutosave      *self,
           TautAutosaveState  state)
{
  g_assert (TAUT_IS_AUTOSAVE (self));

  /* A second saving is told, too: its time is another. */
  if (self->state == state && state != TAUT_AUTOSAVE_SAVED)
    return;

  self->state = state;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static gboolean timeout_cb (gpointer user_data);

static void
schedule (TautAutosave *self,
          guint         delay_ms)
{
  g_assert (TAUT_IS_AUTOSAVE (self));

  if (self->timeout_id == 0)
    {
      self->timeout_id = g_timeout_add (delay_ms, timeout_cb, self);
      g_source_set_name_by_id (self->timeout_id, "taut-autosave");
    }
}

static gboolean
save (TautAutosave  *self,
      GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  g_assert (TAUT_IS_AUTOSAVE (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_error (&self->error);

  if (taut_record_store_save (self->path, self->record, &local_error))
    {
      g_clear_pointer (&self->saved_at, g_date_time_unref);
      self->saved_at = taut_clock_get_now (self->clock);
      set_state (self, TAUT_AUTOSAVE_SAVED);
      return TRUE;
    }

  self->error = g_error_copy (local_error);
  schedule (self, RETRY_MS);
  set_state (self, TAUT_AUTOSAVE_FAILED);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
timeout_cb (gpointer user_data)
{
  TautAutosave *self = TAUT_AUTOSAVE (user_data);

  self->timeout_id = 0;
  save (self, NULL);

  return G_SOURCE_REMOVE;
}

static void
record_changed_cb (TautAutosave *self)
{
  g_assert (TAUT_IS_AUTOSAVE (self));

  if (self->path == NULL)
    return;

  schedule (self, DELAY_MS);
  if (self->state != TAUT_AUTOSAVE_FAILED)
    set_state (self, TAUT_AUTOSAVE_WAITING);
}

static void
watch (TautAutosave      *self,
       const char        *path,
       TautRecord        *record,
       TautAutosaveState  state)
{
  g_autofree char *copy = g_strdup (path);

  g_assert (TAUT_IS_AUTOSAVE (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_error (&self->error);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_free (self->path);
  self->path = g_steal_pointer (&copy);

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_object (&self->record, record))
    {
      g_signal_group_set_target (self->record_signals, record);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
    }
  set_state (self, state);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
taut_autosave_dispose (GObject *object)
{
  TautAutosave *self = TAUT_AUTOSAVE (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->record);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (taut_autosave_parent_class)->dispose (object);
}

static void
taut_autosave_finalize (GObject *object)
{
  TautAutosave *self = TAUT_AUTOSAVE (object);

  g_clear_error (&self->error);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_free (self->path);

  G_OBJECT_CLASS (taut_autosave_parent_class)->finalize (object);
}

static void
taut_autosave_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TautAutosave *self = TAUT_AUTOSAVE (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_autosave_class_init (TautAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = taut_autosave_dispose;
  object_class->finalize = taut_autosave_finalize;
  object_class->get_property = taut_autosave_get_property;

  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TAUT_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, TAUT_AUTOSAVE_EMPTY, TAUT_AUTOSAVE_FAILED,
                       TAUT_AUTOSAVE_EMPTY,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taut_autosave_init (TautAutosave *self)
{
  self->record_signals = g_signal_group_new (TAUT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "changed",
                                  G_CALLBACK (record_changed_cb), self);
}

TautAutosave *
taut_autosave_new (TautClock *clock)
{
  TautAutosave *self;

  g_return_val_if_fail (TAUT_IS_CLOCK (clock), NULL);

  self = g_object_new (TAUT_TYPE_AUTOSAVE, NULL);
  self->clock = g_object_ref (clock);

  return self;
}

gboolean
taut_autosave_open (TautAutosave  *self,
                    const char    *path,
                    GError       **error)
{
  g_autoptr (TautRecord) record = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (TAUT_IS_AUTOSAVE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  record = taut_record_store_read (path, &cause);
  if (record == NULL && !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  if (record != NULL)
    watch (self, path, record, TAUT_AUTOSAVE_SAVED);
  else
    taut_autosave_start (self, path);

  return TRUE;
}

gboolean
taut_autosave_open_home (TautAutosave  *self,
                         const char    *path,
                         char         **aside,
                         GError       **error)
{
  g_autoptr (TautRecord) record = NULL;
  g_autofree char *moved_to = NULL;
  gboolean loaded;

  g_return_val_if_fail (TAUT_IS_AUTOSAVE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  loaded = taut_record_store_load (path, &record, &moved_to, error);
  if (!loaded && moved_to == NULL)
    return FALSE;

  if (record != NULL)
    watch (self, path, record, TAUT_AUTOSAVE_SAVED);
  else
    taut_autosave_start (self, path);

  if (aside != NULL)
    *aside = g_steal_pointer (&moved_to);

  return TRUE;
}

void
taut_autosave_start (TautAutosave *self,
                     const char   *path)
{
  g_autofree char *id = NULL;
  g_autoptr (TautRecord) record = NULL;

  g_return_if_fail (TAUT_IS_AUTOSAVE (self));
  g_return_if_fail (path != NULL);

  id = g_uuid_string_random ();
  record = taut_record_new (id);
  watch (self, path, record, TAUT_AUTOSAVE_SAVED);
}

void
taut_autosave_hold (TautAutosave *self,
                    TautRecord   *record)
{
  g_return_if_fail (TAUT_IS_AUTOSAVE (self));
  g_return_if_fail (TAUT_IS_RECORD (record));

  watch (self, NULL, record, TAUT_AUTOSAVE_EMPTY);
}

gboolean
taut_autosave_flush (TautAutosave  *self,
                     GError       **error)
{
  g_return_val_if_fail (TAUT_IS_AUTOSAVE (self), FALSE);

  if (self->state == TAUT_AUTOSAVE_EMPTY || self->state == TAUT_AUTOSAVE_SAVED)
    return TRUE;

  return save (self, error);
}

void
taut_autosave_close (TautAutosave *self)
{
  g_return_if_fail (TAUT_IS_AUTOSAVE (self));

  watch (self, NULL, NULL, TAUT_AUTOSAVE_EMPTY);
}

TautAutosaveState
taut_autosave_get_state (TautAutosave *self)
{
  g_return_val_if_fail (TAUT_IS_AUTOSAVE (self), TAUT_AUTOSAVE_EMPTY);

  return self->state;
}

TautRecord *
taut_autosave_get_record (TautAutosave *self)
{
  g_return_val_if_fail (TAUT_IS_AUTOSAVE (self), NULL);

  return self->record;
}

const char *
taut_autosave_get_path (TautAutosave *self)
{
  g_return_val_if_fail (TAUT_IS_AUTOSAVE (self), NULL);

  return self->path;
}

GDateTime *
taut_autosave_get_saved_at (TautAutosave *self)
{
  g_return_val_if_fail (TAUT_IS_AUTOSAVE (self), NULL);

  return self->saved_at;
}

const GError *
taut_autosave_get_error (TautAutosave *self)
{
  g_return_val_if_fail (TAUT_IS_AUTOSAVE (self), NULL);

  return self->error;
}
