/* test-reminders-process.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program itself, as a login starts it: it reminds without a window, a second
 * start raises the window in it, and it ends when it is told to. */

#include "config.h"

#include <glib/gstdio.h>

#include "notification-double.h"
#include "taut-record-store.h"

#define APPLICATION "org.tautline.Tautline"
#define APPLICATION_PATH "/org/tautline/Tautline"
#define RECORD_ID "0d1cf0f5-6a3a-4c0e-9d4b-0b5a6f1f7c11"
#define ROUTINE "jaw_fingers"
#define TIMEOUT (60 * G_TIME_SPAN_SECOND)

/* 2026-11-18 17:00 and 18:00 UTC */
#define SETTINGS \
  "[org/tautline/Tautline]\n" \
  "reminders=true\n" \
  "reminders-in-background=true\n" \
  "last-reminded=int64 1795021200\n"
#define NOW "2026-11-18T18:00:00Z"

static const char *program;
static NotificationDouble *desktop;
static GDBusConnection *bus;
static char *home;

typedef gboolean (* Condition) (gpointer data);

static void
wait_until (Condition condition,
            gpointer  data)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
save_home (void)
{
  g_autoptr (TautRecord) record = taut_record_new (RECORD_ID);
  g_autoptr (TautPlanItem) item = NULL;
  g_autoptr (GError) error = NULL;
  const guint minutes[] = { 18 * 60 };
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 1, 11, 2026);
  item = taut_plan_item_new (ROUTINE, "FREQ=DAILY", minutes, 1, &start, NULL);
  taut_record_put_plan_item (record, item);
  home = taut_record_store_get_home (&error);
  g_assert_no_error (error);
  taut_record_store_save (home, record, &error);
  g_assert_no_error (error);
}

static gboolean
is_done (gpointer data)
{
  g_autoptr (TautRecord) record = taut_record_store_read (home, NULL);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 18, 11, 2026);

  return taut_plan_item_is_done (taut_record_find_plan_item (record, ROUTINE), &date, 18 * 60);
}

static gboolean
has_notice (gpointer data)
{
  return notification_double_get (desktop)->len > 0;
}

static gboolean
has_window (gpointer data)
{
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (bus, APPLICATION, APPLICATION_PATH "/window/1",
                                 "org.gtk.Actions", "List", NULL, NULL, 0, -1, NULL, NULL);

  return reply != NULL;
}

static gboolean
has_ended (gpointer data)
{
  return g_subprocess_get_identifier (G_SUBPROCESS (data)) == NULL;
}

static GSubprocess *
start (const char *argument)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, argument,
                                           NULL);

  g_assert_no_error (error);

  return process;
}

static void
test_background (void)
{
  g_autoptr (GSubprocess) first = start ("--gapplication-service");
  g_autoptr (GSubprocess) second = NULL;
  g_autoptr (GVariant) reply = NULL;

  wait_until (has_notice, NULL);
  g_assert_cmpstr (notification_double_get_last (desktop)->title, ==, "Time for your care");
  g_assert_false (has_window (NULL));
  notification_double_press (desktop, "Done");
  wait_until (is_done, NULL);

  second = start (NULL);
  wait_until (has_ended, second);
  g_assert_cmpint (g_subprocess_get_exit_status (second), ==, 0);
  wait_until (has_window, NULL);
  g_assert_false (has_ended (first));

  reply = g_dbus_connection_call_sync (bus, APPLICATION, APPLICATION_PATH, "org.gtk.Actions",
                                       "Activate",
                                       g_variant_new_parsed ("('quit', @av [], @a{sv} {})"),
                                       NULL, 0, -1, NULL, NULL);
  wait_until (has_ended, first);
  g_assert_cmpint (g_subprocess_get_exit_status (first), ==, 0);
  g_assert_cmpuint (notification_double_get (desktop)->len, ==, 1);
  g_assert_true (is_done (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tautline-XXXXXX", NULL);
  g_autofree char *settings = g_build_filename (folder, "glib-2.0", "settings", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("GNOTIFICATION_BACKEND", "freedesktop", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  g_setenv ("TAUTLINE_NOW", NOW, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];

  write_file (settings, "keyfile", SETTINGS);
  save_home ();
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  desktop = notification_double_new ();

  g_test_add_func ("/app/reminders/background-process", test_background);

  status = g_test_run ();
  notification_double_free (desktop);
  g_object_unref (bus);
  {
    g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

    g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  }
  g_free (home);

  return status;
}
