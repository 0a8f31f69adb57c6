/* test-reminders-app.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reminders as the person meets them: the app with its window open, closed, and
 * started anew, against a double of the desktop's notifications. */

#include "config.h"

#include <glib/gstdio.h>

#include "notification-double.h"
#include "taut-autostart.h"
#include "taut-environment.h"
#include "taut-record-store.h"
#include "taut-resources.h"
#include "taut-timetable.h"
#include "taut-window.h"

#define FIRST "jaw_fingers"
#define FIRST_NAME "Fingers on the chewing muscle"
#define SECOND "temple_fingers"
#define RECORD_ID "0d1cf0f5-6a3a-4c0e-9d4b-0b5a6f1f7c11"
#define OTHER_ID "1d1cf0f5-6a3a-4c0e-9d4b-0b5a6f1f7c11"
#define TIMEOUT (120 * G_TIME_SPAN_SECOND)

/* Longer than a change waits to be looked at. */
#define PAUSE_MS 150

static NotificationDouble *desktop;

typedef struct
{
  TautClock *clock;
  TautApplication *application;
  GSettings *settings;
  char *home;
} Fixture;

typedef gboolean (* Condition) (Fixture *fixture);

static void
wait_until (Fixture   *fixture,
            Condition  condition)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT;

  while (!condition (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static gboolean
set_flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
pause_a_bit (void)
{
  gboolean over = FALSE;

  g_timeout_add (PAUSE_MS, set_flag_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  notification_double_settle (desktop);
}

static GDateTime *
at (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GDateTime *moment = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (moment);

  return moment;
}

/* Sets the clock, forth or back, and lets all that follows from it happen. */
static void
set_clock (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GDateTime) now = at (text);

  pause_a_bit ();
  taut_clock_set_now (fixture->clock, now);
  notification_double_settle (desktop);
}

static void
set_setting_time (Fixture    *fixture,
                  const char *key,
                  const char *text)
{
  g_autoptr (GDateTime) moment = at (text);

  g_settings_set_int64 (fixture->settings, key, g_date_time_to_unix (moment));
}

static TautRecord *
new_record (void)
{
  TautRecord *record = taut_record_new (RECORD_ID);
  const guint minutes[] = { 18 * 60, 23 * 60 };
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 1, 11, 2026);
  taut_record_set_client_name (record, "Rosa Blum");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TautPlanItem) item =
        taut_plan_item_new (i == 0 ? FIRST : SECOND, "FREQ=DAILY", minutes, 2 - i, &start, NULL);

      taut_record_put_plan_item (record, item);
    }

  return record;
}

static void
save_home (Fixture *fixture)
{
  g_autoptr (TautRecord) record = new_record ();
  g_autoptr (GError) error = NULL;

  g_assert_true (taut_record_store_save (fixture->home, record, &error));
  g_assert_no_error (error);
}

/* @window: as the person starts it; else as the desktop does at login */
static void
start (Fixture  *fixture,
       gboolean  window)
{
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  if (window)
    g_application_activate (G_APPLICATION (fixture->application));
  pause_a_bit ();
}

static TautWindow *
get_window (Fixture *fixture)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (TAUT_IS_WINDOW (l->data))
        return l->data;
    }

  return NULL;
}

static TautRecord *
get_record (Fixture *fixture)
{
  return taut_autosave_get_record (taut_window_get_autosave (get_window (fixture)));
}

/* How many sessions of a routine have an outcome, in the file. */
static guint
count_ticks (Fixture     *fixture,
             const char  *routine_id,
             TautOutcome  outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = taut_record_store_read (fixture->home, &error);
  const TautTick *ticks;
  guint n_ticks;
  guint n = 0;

  g_assert_no_error (error);
  ticks = taut_plan_item_get_ticks (taut_record_find_plan_item (record, routine_id), &n_ticks);
  for (guint i = 0; i < n_ticks; i++)
    n += ticks[i].outcome == outcome;

  return n;
}

static gboolean
both_are_done (Fixture *fixture)
{
  return count_ticks (fixture, FIRST, TAUT_OUTCOME_DONE) == 1
         && count_ticks (fixture, SECOND, TAUT_OUTCOME_DONE) == 1;
}

static gboolean
both_are_skipped (Fixture *fixture)
{
  return count_ticks (fixture, FIRST, TAUT_OUTCOME_SKIPPED) == 1
         && count_ticks (fixture, SECOND, TAUT_OUTCOME_SKIPPED) == 1;
}

static guint
count_notices (void)
{
  notification_double_settle (desktop);

  return notification_double_get (desktop)->len;
}

static void
make_application (Fixture *fixture)
{
  fixture->application = taut_application_new (fixture->clock);
  g_application_set_flags (G_APPLICATION (fixture->application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN |
                           G_APPLICATION_IS_SERVICE);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const char *const keys[] = {
    "last-put-off", "last-reminded", "last-seen", "panel-page", "quiet-hours", "reminders", "reminders-at-login",
    "reminders-in-background", "reminders-show-names", "stand-up",
  };
  g_autoptr (GDateTime) now = at ("2026-11-18T17:00:00");
  g_autoptr (GError) error = NULL;

  fixture->settings = taut_environment_open_settings ();
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  g_settings_set_boolean (fixture->settings, "reminders", TRUE);

  fixture->home = taut_record_store_get_home (&error);
  g_assert_no_error (error);
  save_home (fixture);
  fixture->clock = taut_clock_new_fixed (now);
  make_application (fixture);
  notification_double_clear (desktop);
}

static gboolean
quit_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));

  return G_SOURCE_REMOVE;
}

/* Only g_application_run() knows how to end an application. */
static void
stop (Fixture *fixture)
{
  TautWindow *window = get_window (fixture);

  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  pause_a_bit ();
  g_idle_add (quit_cb, fixture->application);
  g_application_run (G_APPLICATION (fixture->application), 0, NULL);
  g_assert_finalize_object (g_steal_pointer (&fixture->application));
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  user_data)
{
  if (fixture->application != NULL)
    stop (fixture);
  g_clear_object (&fixture->clock);
  g_clear_object (&fixture->settings);
  g_remove (fixture->home);
  g_free (fixture->home);
}

/* Says when, but not what: others may see the screen. */
static void
expect_neutral (NotificationDoubleNotice *notice,
                const char               *body)
{
  g_assert_cmpstr (notice->title, ==, "Time for your care");
  g_assert_cmpstr (notice->body, ==, body);
  g_assert_cmpuint (notice->buttons->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (notice->buttons, 0), ==, "Done");
  g_assert_cmpstr (g_ptr_array_index (notice->buttons, 1), ==, "Later");
  g_assert_cmpstr (g_ptr_array_index (notice->buttons, 2), ==, "Skip");
}

static void
test_window (Fixture       *fixture,
             gconstpointer  user_data)
{
  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T17:59:00");
  g_assert_cmpuint (count_notices (), ==, 0);
  set_clock (fixture, "2026-11-18T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  expect_neutral (notification_double_get_last (desktop), "2 routines, planned for 18:00");
  set_clock (fixture, "2026-11-18T18:01:00");
  g_assert_cmpuint (count_notices (), ==, 1);

  notification_double_press (desktop, "Done");
  wait_until (fixture, both_are_done);
  g_assert_true (taut_record_can_undo (get_record (fixture)));
  set_clock (fixture, "2026-11-18T20:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
}

static void
test_later_and_skip (Fixture       *fixture,
                     gconstpointer  user_data)
{
  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T18:00:00");
  notification_double_press (desktop, "Later");
  set_clock (fixture, "2026-11-18T18:14:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  set_clock (fixture, "2026-11-18T18:15:00");
  g_assert_cmpuint (count_notices (), ==, 2);
  expect_neutral (notification_double_get_last (desktop), "2 routines, planned for 18:00");

  notification_double_press (desktop, "Skip");
  wait_until (fixture, both_are_skipped);
  set_clock (fixture, "2026-11-18T19:00:00");
  g_assert_cmpuint (count_notices (), ==, 2);
}

/* What was put off comes again also after the program was closed. */
static void
test_later_over_restart (Fixture       *fixture,
                         gconstpointer  user_data)
{
  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T18:00:00");
  notification_double_press (desktop, "Later");
  pause_a_bit ();
  stop (fixture);

  make_application (fixture);
  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T18:14:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  set_clock (fixture, "2026-11-18T18:15:00");
  g_assert_cmpuint (count_notices (), ==, 2);
  expect_neutral (notification_double_get_last (desktop), "2 routines, planned for 18:00");
}

/* What is ticked in the window needs no answer: the notification goes. */
static void
test_ticked_in_window (Fixture       *fixture,
                       gconstpointer  user_data)
{
  GDate today;

  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T18:00:00");
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 18, 11, 2026);
  for (guint i = 0; i < 2; i++)
    {
      TautPlanItem *item = taut_record_find_plan_item (get_record (fixture),
                                                       i == 0 ? FIRST : SECOND);
      g_autoptr (TautPlanItem) ticked = taut_plan_item_with_tick (item, &today, 18 * 60, TRUE);

      g_assert_false (notification_double_get_last (desktop)->closed);
      taut_record_put_plan_item (get_record (fixture), ticked);
      pause_a_bit ();
    }
  g_assert_true (notification_double_get_last (desktop)->closed);
}

static gboolean
has_no_window (Fixture *fixture)
{
  return get_window (fixture) == NULL;
}

/* Started at login, and after its window was closed. */
static void
test_background (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (TautRecord) record = NULL;
  TautWindow *window = NULL;

  g_settings_set_boolean (fixture->settings, "reminders-in-background", TRUE);
  g_settings_set_boolean (fixture->settings, "quiet-hours", FALSE);
  start (fixture, FALSE);
  g_assert_null (get_window (fixture));
  set_clock (fixture, "2026-11-18T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  notification_double_press (desktop, "Done");
  wait_until (fixture, both_are_done);

  /* The window finds the ticks, and its own changes are not written over later. */
  g_application_activate (G_APPLICATION (fixture->application));
  pause_a_bit ();
  g_set_weak_pointer (&window, get_window (fixture));
  g_assert_nonnull (window);
  taut_record_set_client_name (get_record (fixture), "Rosa");
  gtk_window_close (GTK_WINDOW (window));
  wait_until (fixture, has_no_window);
  pause_a_bit ();
  /* A process that stays for weeks keeps nothing of it. */
  g_assert_null (window);

  set_clock (fixture, "2026-11-18T23:00:00");
  g_assert_cmpuint (count_notices (), ==, 2);
  expect_neutral (notification_double_get_last (desktop), "Planned for 23:00");
  notification_double_press (desktop, "Skip");
  pause_a_bit ();
  stop (fixture);

  record = taut_record_store_read (fixture->home, NULL);
  g_assert_cmpstr (taut_record_get_client_name (record), ==, "Rosa");
  g_assert_cmpuint (count_ticks (fixture, FIRST, TAUT_OUTCOME_DONE), ==, 1);
  g_assert_cmpuint (count_ticks (fixture, FIRST, TAUT_OUTCOME_SKIPPED), ==, 1);
}

/* A program that keeps two computers alike writes the file while it is held here. */
static void
test_written_by_another (Fixture       *fixture,
                         gconstpointer  user_data)
{
  g_autoptr (TautRecord) other = new_record ();
  g_autoptr (TautRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  start (fixture, FALSE);
  set_clock (fixture, "2026-11-18T18:00:00");
  taut_record_set_client_name (other, "Written elsewhere");
  taut_record_store_save (fixture->home, other, &error);
  g_assert_no_error (error);
  notification_double_press (desktop, "Done");
  wait_until (fixture, both_are_done);
  record = taut_record_store_read (fixture->home, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (taut_record_get_client_name (record), ==, "Written elsewhere");

  /* A damaged file is left to the window. */
  g_assert_true (g_file_set_contents (fixture->home, "{", -1, NULL));
  set_clock (fixture, "2026-11-19T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);

  return found;
}

static gboolean
missed_is_shown (Fixture *fixture)
{
  return find_label (GTK_WIDGET (get_window (fixture)),
                     "3 sessions were not ticked since yesterday") != NULL;
}

/* Listed, not told one by one, and only once. */
static void
test_missed (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *page = NULL;
  GtkWidget *button;

  set_setting_time (fixture, "last-seen", "2026-11-17T12:00:00");
  set_setting_time (fixture, "last-reminded", "2026-11-17T12:00:00");
  start (fixture, TRUE);
  wait_until (fixture, missed_is_shown);
  g_assert_cmpuint (count_notices (), ==, 0);

  button = gtk_widget_get_ancestor (find_label (GTK_WIDGET (get_window (fixture)), "Show"),
                                    GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  pause_a_bit ();
  gtk_window_close (GTK_WINDOW (get_window (fixture)));
  g_settings_sync ();
  page = g_settings_get_string (fixture->settings, "panel-page");
  g_assert_cmpstr (page, ==, "care");

  g_application_activate (G_APPLICATION (fixture->application));
  pause_a_bit ();
  g_assert_false (missed_is_shown (fixture));
}

/* At login what is due today since the computer was off is said, what was due
 * yesterday is not. */
static void
test_missed_in_background (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autoptr (GDateTime) now = at ("2026-11-18T19:30:00");

  g_settings_set_boolean (fixture->settings, "reminders-in-background", TRUE);
  set_setting_time (fixture, "last-reminded", "2026-11-17T12:00:00");
  taut_clock_set_now (fixture->clock, now);
  start (fixture, FALSE);
  g_assert_cmpuint (count_notices (), ==, 1);
  expect_neutral (notification_double_get_last (desktop), "2 routines, planned for 18:00");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  user_data)
{
  NotificationDoubleNotice *notice;

  g_settings_set_boolean (fixture->settings, "reminders-show-names", TRUE);
  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T18:00:00");
  notice = notification_double_get_last (desktop);
  g_assert_cmpstr (notice->title, ==, "Time for your care");
  g_assert_true (g_str_has_prefix (notice->body, FIRST_NAME "\n"));
  g_settings_set_boolean (fixture->settings, "quiet-hours", FALSE);
  set_clock (fixture, "2026-11-18T23:00:00");
  notice = notification_double_get_last (desktop);
  g_assert_cmpstr (notice->title, ==, FIRST_NAME);
  g_assert_cmpstr (notice->body, ==, "Planned for 23:00");
}

static void
test_quiet (Fixture       *fixture,
            gconstpointer  user_data)
{
  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T21:59:00");
  notification_double_press (desktop, "Later");
  set_clock (fixture, "2026-11-18T23:00:00");
  set_clock (fixture, "2026-11-19T06:59:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  set_clock (fixture, "2026-11-19T07:00:00");
  g_assert_cmpuint (count_notices (), ==, 3);
}

static void
test_clock (Fixture       *fixture,
            gconstpointer  user_data)
{
  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  /* Put right by a second. */
  set_clock (fixture, "2026-11-18T17:59:59");
  set_clock (fixture, "2026-11-18T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  /* Set back by an hour: what is open still comes again. */
  set_clock (fixture, "2026-11-18T17:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  set_clock (fixture, "2026-11-18T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 2);
  notification_double_press (desktop, "Done");
  wait_until (fixture, both_are_done);
  set_clock (fixture, "2026-11-18T17:00:00");
  set_clock (fixture, "2026-11-18T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 2);
  /* Forth by ten years, and back: no storm, and no silence after it. */
  set_clock (fixture, "2036-11-18T12:00:00");
  g_assert_cmpuint (count_notices (), ==, 2);
  set_clock (fixture, "2026-11-19T12:00:00");
  set_clock (fixture, "2026-11-19T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 3);
  /* The computer slept for two days. */
  set_clock (fixture, "2026-11-21T19:00:00");
  g_assert_cmpuint (count_notices (), ==, 4);
  expect_neutral (notification_double_get_last (desktop), "2 routines, planned for 18:00");
}

static void
test_stand_up (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (GDateTime) morning = at ("2026-11-18T08:00:00");

  taut_clock_set_now (fixture->clock, morning);
  g_settings_set_boolean (fixture->settings, "stand-up", TRUE);
  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T09:45:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  g_assert_cmpstr (notification_double_get_last (desktop)->title, ==, "Time to move");
  g_assert_cmpuint (notification_double_get_last (desktop)->buttons->len, ==, 0);
  /* Nobody needs to hear it late. */
  set_clock (fixture, "2026-11-18T11:40:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  g_settings_set_boolean (fixture->settings, "stand-up", FALSE);
  set_clock (fixture, "2026-11-18T12:45:00");
  g_assert_cmpuint (count_notices (), ==, 1);
}

static char *
save_other (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->home);
  g_autofree char *path = g_build_filename (folder, "other.json", NULL);
  g_autoptr (TautRecord) other = taut_record_new (OTHER_ID);
  g_autoptr (TautPlanItem) item = NULL;
  g_autoptr (GError) error = NULL;
  const guint minutes[] = { 17 * 60 + 30, 18 * 60 + 30 };
  GDate start_date;

  g_date_clear (&start_date, 1);
  g_date_set_dmy (&start_date, 1, 11, 2026);
  item = taut_plan_item_new (FIRST, "FREQ=DAILY", minutes, 2, &start_date, NULL);
  taut_record_put_plan_item (other, item);
  g_assert_true (taut_record_store_save (path, other, &error));
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

/* A file that somebody opens is another person's; the record at home goes on. */
static void
test_other_record (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *path = save_other (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  start (fixture, TRUE);
  taut_window_open (get_window (fixture), file);
  g_assert_cmpstr (taut_record_get_id (get_record (fixture)), ==, OTHER_ID);
  set_clock (fixture, "2026-11-18T17:30:00");
  g_assert_cmpuint (count_notices (), ==, 0);
  set_clock (fixture, "2026-11-18T18:00:00");
  set_clock (fixture, "2026-11-18T18:30:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  notification_double_press (desktop, "Done");
  wait_until (fixture, both_are_done);
  g_assert_cmpstr (taut_record_get_id (get_record (fixture)), ==, OTHER_ID);
  g_assert_false (taut_record_can_undo (get_record (fixture)));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The sample reminds of nothing, and a click on a reminder leads back home. */
static void
test_sample (Fixture       *fixture,
             gconstpointer  user_data)
{
  start (fixture, TRUE);
  while (taut_autosave_get_path (taut_window_get_autosave (get_window (fixture))) != NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (get_window (fixture)), "win.open-sample", NULL);
    }
  set_clock (fixture, "2026-11-18T21:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  expect_neutral (notification_double_get_last (desktop), "2 routines, planned for 18:00");
  notification_double_press (desktop, "default");
  pause_a_bit ();
  g_assert_cmpstr (taut_record_get_id (get_record (fixture)), ==, RECORD_ID);
}

/* Named by another path, it is still the same record, and held once. */
static void
test_home_by_name (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->home);
  g_autofree char *path = g_build_filename (folder, "..", "tautline", "record.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GDate today;

  start (fixture, TRUE);
  taut_window_open (get_window (fixture), file);
  set_clock (fixture, "2026-11-18T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
  notification_double_press (desktop, "Done");
  wait_until (fixture, both_are_done);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 18, 11, 2026);
  g_assert_true (taut_plan_item_is_done (taut_record_find_plan_item (get_record (fixture), FIRST),
                                         &today, 18 * 60));
}

/* Anybody on the session bus can call an action. */
static void
test_bad_targets (Fixture       *fixture,
                  gconstpointer  user_data)
{
  static const char *const targets[] = {
    "('" RECORD_ID "', @a(ssu) [])",
    "('another', [('" FIRST "', '2026-11-18', uint32 1080)])",
    "('" RECORD_ID "', [('unknown', '2026-11-18', uint32 1080)])",
    "('" RECORD_ID "', [('" FIRST "', '2026-11-18', uint32 1081)])",
    "('" RECORD_ID "', [('" FIRST "', '2026-11-18', uint32 4294967295)])",
    "('" RECORD_ID "', [('" FIRST "', '2026-02-30', uint32 1080)])",
    "('" RECORD_ID "', [('" FIRST "', '', uint32 1080)])",
    "('" RECORD_ID "', [('" FIRST "', '2019-11-18', uint32 1080)])",
  };
  static const char *const names[] = { "session-done", "session-later", "session-skip" };

  start (fixture, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          GVariant *target = g_variant_new_parsed (targets[i]);

          g_action_group_activate_action (G_ACTION_GROUP (fixture->application), names[j], target);
        }
    }
  g_assert_false (taut_record_can_undo (get_record (fixture)));
  set_clock (fixture, "2026-11-18T17:45:00");
  g_assert_cmpuint (count_notices (), ==, 0);
}

static void
test_off (Fixture       *fixture,
          gconstpointer  user_data)
{
  set_setting_time (fixture, "last-seen", "2026-11-17T12:00:00");
  g_settings_set_boolean (fixture->settings, "reminders", FALSE);
  start (fixture, TRUE);
  set_clock (fixture, "2026-11-18T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 0);
  g_assert_false (missed_is_shown (fixture));
  g_settings_set_boolean (fixture->settings, "reminders", TRUE);
  set_clock (fixture, "2026-11-19T18:00:00");
  g_assert_cmpuint (count_notices (), ==, 1);
}

static void
test_autostart (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "autostart",
                                            TAUT_APPLICATION_ID ".desktop", NULL);
  g_autofree char *quoted = taut_autostart_quote ("/a b/100%/$x`\"\\");
  g_autofree char *command = NULL;
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (quoted, ==, "\"/a b/100%%/\\$x\\`\\\"\\\\\"");

  start (fixture, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  g_settings_set_boolean (fixture->settings, "reminders-at-login", TRUE);
  g_assert_false (taut_autostart_is_set ());
  g_settings_set_boolean (fixture->settings, "reminders-in-background", TRUE);
  g_assert_true (taut_autostart_is_set ());
  g_assert_true (g_key_file_load_from_file (entry, path, 0, &error));
  command = g_key_file_get_string (entry, "Desktop Entry", "Exec", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (command, " --gapplication-service"));
  g_settings_set_boolean (fixture->settings, "reminders", FALSE);
  g_assert_false (taut_autostart_is_set ());
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
add_test (const char *path,
          void (* test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tautline-XXXXXX", NULL);
  g_autofree char *kept = g_build_filename (folder, "tautline", NULL);
  g_autofree char *autostart = g_build_filename (folder, "autostart", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("GNOTIFICATION_BACKEND", "freedesktop", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_assert_true (taut_resources_register (&error));
  desktop = notification_double_new ();

  add_test ("/app/reminders/window", test_window);
  add_test ("/app/reminders/later-and-skip", test_later_and_skip);
  add_test ("/app/reminders/later-over-restart", test_later_over_restart);
  add_test ("/app/reminders/ticked-in-window", test_ticked_in_window);
  add_test ("/app/reminders/background", test_background);
  add_test ("/app/reminders/written-by-another", test_written_by_another);
  add_test ("/app/reminders/missed", test_missed);
  add_test ("/app/reminders/missed-in-background", test_missed_in_background);
  add_test ("/app/reminders/names", test_names);
  add_test ("/app/reminders/quiet", test_quiet);
  add_test ("/app/reminders/clock", test_clock);
  add_test ("/app/reminders/stand-up", test_stand_up);
  add_test ("/app/reminders/other-record", test_other_record);
  add_test ("/app/reminders/sample", test_sample);
  add_test ("/app/reminders/home-by-name", test_home_by_name);
  add_test ("/app/reminders/bad-targets", test_bad_targets);
  add_test ("/app/reminders/off", test_off);
  add_test ("/app/reminders/autostart", test_autostart);

  status = g_test_run ();
  notification_double_free (desktop);
  g_rmdir (autostart);
  g_rmdir (kept);
  g_rmdir (folder);

  return status;
}
