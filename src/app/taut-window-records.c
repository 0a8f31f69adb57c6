/* taut-window-records.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which record is open: the one at home, a file that the person named, a new one,
 * or the sample, which is kept nowhere. */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include <glib/gi18n.h>

#include "taut-record-json.h"
#include "taut-record-store.h"
#include "taut-resources.h"
#include "taut-window-private.h"

#define SAMPLE_RESOURCE "sample/sample.json"

static void
show_opened (TautWindow *self,
             gboolean    home,
             gboolean    sample)
{
  g_assert (TAUT_IS_WINDOW (self));

  g_clear_pointer (&self->refusal, g_free);
  self->home_record = home;
  self->sample_record = sample;

  taut_window_update (self);
}

static char *
describe_refusal (const char   *path,
                  const GError *error)
{
  g_assert (path != NULL);
  g_assert (error != NULL);

  if (g_error_matches (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_VERSION))
    return g_strdup_printf (_("%s was written by a newer version of Tautline. It is left as it is, "
                              "and nothing will be saved over it. Please update Tautline to open "
                              "it."), path);

  if (g_error_matches (error, TAUT_RECORD_JSON_ERROR, TAUT_RECORD_JSON_ERROR_FORMAT))
    /* Translators: which file, and what is wrong where. */
    return g_strdup_printf (_("This is no record of Tautline, or a damaged one. It is left as it "
                              "is. %s"), error->message);

  return g_strdup_printf (_("Nothing was changed. %s"), error->message);
}

/* The record that is open stays open where there is one. */
static void
refuse (TautWindow *self,
        const char *why)
{
  g_assert (TAUT_IS_WINDOW (self));

  if (taut_autosave_get_record (self->autosave) != NULL)
    {
      taut_window_show_error (self, _("This record cannot be opened"), why);
      return;
    }

  g_free (self->refusal);
  self->refusal = g_strdup (why);
  taut_window_update (self);
}

static void
open_file (TautWindow *self,
           GFile      *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (path == NULL)
    {
      refuse (self, _("This file is not on this computer."));
    }
  else if (!taut_autosave_open (self->autosave, path, &error))
    {
      g_autofree char *why = describe_refusal (path, error);

      refuse (self, why);
    }
  else
    {
      g_clear_pointer (&self->aside, g_free);
      show_opened (self, FALSE, FALSE);
    }
}

static void
open_home (TautWindow *self)
{
  g_autofree char *aside = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  path = taut_record_store_get_home (&error);
  if (path != NULL && taut_autosave_open_home (self->autosave, path, &aside, &error))
    {
      g_free (self->aside);
      self->aside = g_steal_pointer (&aside);
      show_opened (self, TRUE, FALSE);
      return;
    }

  if (taut_autosave_get_record (self->autosave) == NULL)
    self->home_record = TRUE;
  {
    g_autofree char *why = path != NULL ? describe_refusal (path, error)
                                        : g_strdup (error->message);

    refuse (self, why);
  }
}

static TautRecord *
read_sample (GError **error)
{
  g_autoptr (GBytes) bytes = taut_resources_lookup (SAMPLE_RESOURCE, error);

  return bytes != NULL ? taut_record_json_read (bytes, SAMPLE_RESOURCE, error) : NULL;
}

/* The button that opened a record may be gone with the page it stood on. */
static void
focus_record (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  if (adw_flap_get_reveal_flap (self->flap) && !adw_flap_get_folded (self->flap))
    taut_panel_focus_page (self->panel);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->chart), GTK_DIR_TAB_FORWARD);
}

gboolean
taut_window_flush (TautWindow *self)
{
  g_return_val_if_fail (TAUT_IS_WINDOW (self), FALSE);

  return taut_autosave_flush (self->autosave, NULL);
}

void
taut_window_start_record (TautWindow *self,
                          const char *path)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  taut_autosave_start (self->autosave, path);
  g_clear_pointer (&self->aside, g_free);
  show_opened (self, FALSE, FALSE);
}

void
taut_window_open_sample (TautWindow *self)
{
  g_autoptr (TautRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  g_return_if_fail (TAUT_IS_WINDOW (self));

  if (!taut_window_flush (self))
    return;

  record = read_sample (&error);
  if (record == NULL)
    {
      taut_window_show_error (self, _("The sample cannot be opened"), error->message);
      return;
    }

  taut_clock_get_today (self->clock, &today);
  taut_record_bring_up_to (record, &today);
  taut_autosave_hold (self->autosave, record);
  g_clear_pointer (&self->aside, g_free);
  show_opened (self, FALSE, TRUE);
  focus_record (self);
}

/* Nobody has said yet whether there should be reminders; only the record at home has any. */
static gboolean
asks_reminders (TautWindow *self)
{
  g_autoptr (GVariant) answer = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  if (self->settings == NULL || !self->home_record)
    return FALSE;

  answer = g_settings_get_user_value (self->settings, "reminders");

  return answer == NULL;
}

/* A person who has no record yet is shown what one looks like. */
void
taut_window_update_offer (TautWindow *self)
{
  const char *path = taut_autosave_get_path (self->autosave);

  g_return_if_fail (TAUT_IS_WINDOW (self));

  taut_panel_set_offers_sample (self->panel,
                                self->home_record && self->aside == NULL && path != NULL &&
                                !g_file_test (path, G_FILE_TEST_EXISTS));
  taut_panel_set_asks_reminders (self->panel, asks_reminders (self));
}

/* Public */

void
taut_window_open (TautWindow *self,
                  GFile      *file)
{
  gboolean leaves_sample;

  g_return_if_fail (TAUT_IS_WINDOW (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (!taut_window_flush (self))
    return;

  taut_window_announce_opening (self);
  leaves_sample = self->sample_record;
  if (file != NULL)
    open_file (self, file);
  else
    open_home (self);

  if (leaves_sample && !self->sample_record)
    focus_record (self);
}
