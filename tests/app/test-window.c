/* test-window.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which record the window shows, and that no other one comes to harm. */

#include "config.h"

#include <glib/gstdio.h>

#include "taut-mark.h"
#include "taut-record-store.h"
#include "taut-resources.h"
#include "taut-window.h"

#define MARK_ID "0d1cf0f5-6a3a-4c0e-9d4b-0b5a6f1f7c11"
#define TIMEOUT (20 * G_TIME_SPAN_SECOND)

typedef struct
{
  TautClock *clock;
  TautApplication *application;
  TautWindow *window;
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

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *start)
{
  GtkWidget *found = NULL;

  /* Only what can be seen counts. */
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), start))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, start);

  return found;
}

static gboolean
shows (Fixture    *fixture,
       const char *start)
{
  return find_label (GTK_WIDGET (fixture->window), start) != NULL;
}

/* Waits, as what is told may slide in and out. */
static void
expect (Fixture    *fixture,
        const char *start,
        gboolean    shown)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT;

  g_test_message ("%s", start);
  while (shows (fixture, start) != shown)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* Presses the button with a label, as the person does. */
static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *widget = find_label (GTK_WIDGET (fixture->window), label);
  GtkWidget *button;

  g_assert_nonnull (widget);
  button = gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_get_focusable (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
chart_is_shown (Fixture *fixture)
{
  return shows (fixture, "Click the body where it is tender");
}

static gboolean
refusal_is_shown (Fixture *fixture)
{
  return shows (fixture, "This record cannot be opened");
}

static gboolean
dialog_is_shown (Fixture *fixture)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) &&
          g_str_equal (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (toplevel)),
                       "This record cannot be opened"))
        {
          gtk_window_destroy (toplevel);
          return TRUE;
        }
    }

  return FALSE;
}

static TautAutosave *
get_autosave (Fixture *fixture)
{
  return taut_window_get_autosave (fixture->window);
}

static TautRecord *
get_record (Fixture *fixture)
{
  return taut_autosave_get_record (get_autosave (fixture));
}

static void
add_mark (Fixture *fixture)
{
  g_autoptr (GDateTime) now = taut_clock_get_now (fixture->clock);
  TautSkinPoint place = { .segment = TAUT_SEGMENT_TRUNK, .side = TAUT_SIDE_LEFT,
                          .u = 0.1, .theta = 100 };
  g_autoptr (TautMark) mark = taut_mark_new (MARK_ID, NULL, &place, 5, now);

  taut_record_put_mark (get_record (fixture), mark, FALSE);
}

static guint
count_marks (Fixture *fixture)
{
  return g_list_model_get_n_items (taut_record_get_marks (get_record (fixture)));
}

static gboolean
is_saved (Fixture *fixture)
{
  return taut_autosave_get_state (get_autosave (fixture)) == TAUT_AUTOSAVE_SAVED;
}

/* Opens the window on a file beside the home record, or on the latter. */
static void
open_window (Fixture    *fixture,
             const char *path,
             Condition   condition)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  fixture->window = taut_window_new (fixture->application, fixture->clock);
  taut_window_open (fixture->window, file);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (fixture, condition);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 29, 18, 40, 0);
  g_autoptr (GError) error = NULL;

  fixture->home = taut_record_store_get_home (&error);
  g_assert_no_error (error);
  fixture->clock = taut_clock_new_fixed (now);
  fixture->application = taut_application_new (fixture->clock);
  g_application_set_flags (G_APPLICATION (fixture->application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, &error));
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->home);
  g_autofree char *aside = g_build_filename (folder, "aside", "record-1.json", NULL);

  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE));
  g_clear_object (&fixture->application);
  g_clear_object (&fixture->clock);
  g_remove (fixture->home);
  g_remove (aside);
  g_free (fixture->home);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* The first start offers a sample, and what is done in it is gone on the way back. */
static void
test_sample (Fixture       *fixture,
             gconstpointer  user_data)
{
  guint n_marks;

  open_window (fixture, NULL, chart_is_shown);
  expect (fixture, "Nothing marked yet", TRUE);
  expect (fixture, "This is a sample", FALSE);
  press (fixture, "Look at a sample");

  g_assert_null (taut_autosave_get_path (get_autosave (fixture)));
  expect (fixture, "This is a sample", TRUE);
  n_marks = count_marks (fixture);
  g_assert_cmpuint (n_marks, >, 0);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  add_mark (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_cmpuint (count_marks (fixture), ==, n_marks);

  press (fixture, "Back to my record");
  g_assert_cmpstr (taut_autosave_get_path (get_autosave (fixture)), ==, fixture->home);
  g_assert_cmpuint (count_marks (fixture), ==, 0);
  expect (fixture, "This is a sample", FALSE);
  expect (fixture, "Look at a sample", TRUE);
  g_assert_false (g_file_test (fixture->home, G_FILE_TEST_EXISTS));
}

/* A person who has a record is not offered another, but finds it in the menu; what
 * is unsaved is saved before. */
static void
test_sample_beside_record (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_window (fixture, NULL, chart_is_shown);
  add_mark (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-sample", NULL);
  expect (fixture, "This is a sample", TRUE);
  before = read_file (fixture->home);
  add_mark (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-home", NULL);
  g_assert_cmpuint (count_marks (fixture), ==, 1);
  after = read_file (fixture->home);
  g_assert_cmpstr (after, ==, before);

  taut_record_remove_mark (get_record (fixture), MARK_ID);
  wait_until (fixture, is_saved);
  expect (fixture, "Nothing marked yet", TRUE);
  expect (fixture, "Look at a sample", FALSE);
}

/* What the person names and is no record is left alone, and so is what is open. */
static void
test_named_file (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->home);
  g_autofree char *path = g_build_filename (folder, "eggs & <ham>.json", NULL);
  g_autofree char *aside = g_build_filename (folder, "aside", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "Dear neighbour,", -1, NULL));
  open_window (fixture, path, refusal_is_shown);
  g_assert_null (get_record (fixture));
  expect (fixture, "This is no record of Tautline", TRUE);
  press (fixture, "Back to my record");
  wait_until (fixture, chart_is_shown);
  g_assert_cmpstr (taut_autosave_get_path (get_autosave (fixture)), ==, fixture->home);

  add_mark (fixture);
  taut_window_open (fixture->window, file);
  wait_until (fixture, dialog_is_shown);
  g_assert_true (chart_is_shown (fixture));
  g_assert_cmpstr (taut_autosave_get_path (get_autosave (fixture)), ==, fixture->home);
  g_assert_cmpuint (count_marks (fixture), ==, 1);

  text = read_file (path);
  g_assert_cmpstr (text, ==, "Dear neighbour,");
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The record at home is the program's to keep: it starts anew beside a damaged one. */
static void
test_damaged_home (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->home);
  g_autofree char *aside = g_build_filename (folder, "aside", "record-1.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (fixture->home, "{ \"format\": \"taut", -1, NULL));
  open_window (fixture, NULL, chart_is_shown);
  expect (fixture, "This record could not be read", TRUE);
  expect (fixture, "Look at a sample", FALSE);
  text = read_file (aside);
  g_assert_cmpstr (text, ==, "{ \"format\": \"taut");
}

/* Nothing is saved over what a newer version wrote. */
static void
test_newer_home (Fixture       *fixture,
                 gconstpointer  user_data)
{
  static const char newer[] = "{ \"format\": \"tautline-record\", \"version\": 99 }";
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (fixture->home, newer, -1, NULL));
  open_window (fixture, NULL, refusal_is_shown);
  g_assert_null (get_record (fixture));
  expect (fixture, "Back to my record", FALSE);
  text = read_file (fixture->home);
  g_assert_cmpstr (text, ==, newer);
}

/* A name of any length is read, and no wider than the window. */
static void
test_long_name (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *name = g_strnfill (1 << 20, 'R');

  open_window (fixture, NULL, chart_is_shown);
  taut_record_set_client_name (get_record (fixture), name);
  wait_until (fixture, is_saved);
  g_assert_cmpuint (strlen (gtk_window_get_title (GTK_WINDOW (fixture->window))), <, 1000);
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
  g_autofree char *aside = g_build_filename (kept, "aside", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_assert_true (taut_resources_register (&error));

  add_test ("/app/window/sample", test_sample);
  add_test ("/app/window/sample-beside-record", test_sample_beside_record);
  add_test ("/app/window/named-file", test_named_file);
  add_test ("/app/window/damaged-home", test_damaged_home);
  add_test ("/app/window/newer-home", test_newer_home);
  add_test ("/app/window/long-name", test_long_name);

  status = g_test_run ();
  g_rmdir (aside);
  g_rmdir (kept);
  g_rmdir (folder);

  return status;
}
