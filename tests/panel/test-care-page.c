/* test-care-page.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-care-page.h"

#include <adwaita.h>

#include "panel-fixture.h"
#include "taut-day-button.h"
#include "taut-pause-bar.h"
#include "taut-routine-row.h"
#include "taut-timetable.h"
#include "taut-today-row.h"
#include "taut-week-grid.h"
#include "taut-week-session.h"

#define BALL "shoulder_ball_wall"
#define STRETCH "ear_to_shoulder"
#define UNKNOWN "moon-walk"

static TautAtlas *atlas;

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  TautRecord *record;
  TautClock *clock;
  char *told;
} Fixture;

static void
undoable_cb (Fixture    *fixture,
             const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
add_item (Fixture    *fixture,
          const char *routine_id,
          guint       minute)
{
  GDate start = fixture_get_sunday ();
  g_autoptr (TautPlanItem) item = NULL;

  g_date_subtract_days (&start, 20);
  item = taut_plan_item_new (routine_id, "FREQ=DAILY", &minute, 1, &start, NULL);
  taut_record_put_plan_item (fixture->record, item);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 29, 9, 0, 0);

  fixture->clock = taut_clock_new_fixed (now);
  fixture->record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");
  add_item (fixture, BALL, 480);
  add_item (fixture, STRETCH, 1200);
  add_item (fixture, UNKNOWN, 600);
  taut_record_clear_history (fixture->record);

  fixture->page = g_object_new (TAUT_TYPE_CARE_PAGE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  g_signal_connect_swapped (fixture->page, "undoable", G_CALLBACK (undoable_cb), fixture);
  taut_care_page_set_atlas (TAUT_CARE_PAGE (fixture->page), atlas, fixture->clock);
  taut_care_page_set_record (TAUT_CARE_PAGE (fixture->page), fixture->record);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->record);
  g_clear_object (&fixture->clock);
  g_free (fixture->told);
}

/* The widget of a type below another that comes after @n others, depth first. */
static GtkWidget *
find_widget (GtkWidget *root,
             GType      type,
             guint     *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_nth (Fixture *fixture,
          GType    type,
          guint    n)
{
  GtkWidget *found = find_widget (fixture->page, type, &n);

  g_assert_nonnull (found);

  return found;
}

static GtkWidget *
find_routine_row (Fixture    *fixture,
                  const char *title)
{
  for (guint i = 0; ; i++)
    {
      GtkWidget *row = find_nth (fixture, TAUT_TYPE_ROUTINE_ROW, i);

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }
}

static GtkWidget *
find_session (Fixture    *fixture,
              const char *name)
{
  for (guint i = 0; ; i++)
    {
      GtkWidget *session = find_nth (fixture, TAUT_TYPE_WEEK_SESSION, i);

      if (g_str_equal (gtk_widget_get_tooltip_text (session), name))
        return session;
    }
}

static gboolean
find_outcome (Fixture     *fixture,
              const char  *routine_id,
              guint        minute,
              TautOutcome *outcome)
{
  GDate sunday = fixture_get_sunday ();

  return taut_plan_item_find_tick (taut_record_find_plan_item (fixture->record, routine_id),
                                   &sunday, minute, outcome);
}

static void
test_today (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *row = find_nth (fixture, TAUT_TYPE_TODAY_ROW, 0);
  guint n = 0;
  GtkWidget *check = find_widget (row, GTK_TYPE_CHECK_BUTTON, &n);
  TautOutcome outcome;

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Ball on the wall");
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ball on the wall, 45\302\240s\302\240×\302\2403, morning");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (find_outcome (fixture, BALL, 480, &outcome));
  g_assert_cmpint (outcome, ==, TAUT_OUTCOME_DONE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (find_outcome (fixture, BALL, 480, &outcome));

  g_assert_true (gtk_widget_activate_action (row, "today.skip", NULL));
  g_assert_true (find_outcome (fixture, BALL, 480, &outcome));
  g_assert_cmpint (outcome, ==, TAUT_OUTCOME_SKIPPED);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Skipped this time");
  g_assert_nonnull (fixture->told);

  g_assert_true (gtk_widget_activate_action (row, "today.open", NULL));
  g_assert_false (find_outcome (fixture, BALL, 480, &outcome));
}

static void
test_too_sore (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *row = find_nth (fixture, TAUT_TYPE_TODAY_ROW, 0);
  TautOutcome outcome;

  g_assert_true (gtk_widget_activate_action (row, "today.sore", NULL));
  g_assert_true (find_outcome (fixture, BALL, 480, &outcome));
  g_assert_cmpint (outcome, ==, TAUT_OUTCOME_SORE);
  g_assert_true (g_str_has_prefix (fixture->told, "Rest until "));

  taut_record_undo (fixture->record);
  g_assert_false (taut_record_can_undo (fixture->record));
  g_assert_false (find_outcome (fixture, BALL, 480, &outcome));
}

static void
test_tomorrow (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *row = find_nth (fixture, TAUT_TYPE_TODAY_ROW, 1);
  guint n;

  g_assert_true (gtk_widget_activate_action (row, "today.tomorrow", NULL));
  taut_plan_item_get_exceptions (taut_record_find_plan_item (fixture->record, UNKNOWN), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (fixture->told, ==, "Moved to Monday 30 November, 12:00");
}

static void
test_week (Fixture       *fixture,
           gconstpointer  user_data)
{
  const char *name = "Ball on the wall, Friday 27 November, 08:00, missed";
  GtkWidget *session = find_session (fixture, name);

  gtk_test_accessible_assert_role (session, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (session, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_signal_emit_by_name (session, "clicked");
  session = find_session (fixture, "Ball on the wall, Friday 27 November, 08:00, done");
  g_assert_true (gtk_widget_has_css_class (session, "done"));
  g_signal_emit_by_name (session, "clicked");
  find_session (fixture, name);
}

/* One Tab stop for all of the grid. */
static void
test_tab_stop (Fixture       *fixture,
               gconstpointer  user_data)
{
  guint n_focusable = 0;

  for (guint i = 0; i < 21; i++)
    {
      if (gtk_widget_get_focusable (find_nth (fixture, TAUT_TYPE_WEEK_SESSION, i)))
        n_focusable++;
    }
  g_assert_cmpuint (n_focusable, ==, 1);
}

static void
test_week_moved (Fixture       *fixture,
                 gconstpointer  user_data)
{
  GtkWidget *grid = find_nth (fixture, TAUT_TYPE_WEEK_GRID, 0);
  GtkWidget *session = find_session (fixture,
                                     "Ear to shoulder, Sunday 29 November, 20:00, open");
  g_autofree char *key = g_strdup (taut_week_session_get_key (TAUT_WEEK_SESSION (session)));

  g_signal_emit_by_name (grid, "moved", key, 5u);
  g_assert_cmpstr (fixture->told, ==, "Moved to Saturday 28 November, 22:00");
  find_session (fixture, "Ear to shoulder, Saturday 28 November, 22:00, missed");

  g_signal_emit_by_name (grid, "left-out", key);
  g_assert_true (g_str_has_prefix (fixture->told, "Left out: Ear to shoulder"));
}

static void
test_other_weeks (Fixture       *fixture,
                  gconstpointer  user_data)
{
  GtkWidget *grid = find_nth (fixture, TAUT_TYPE_WEEK_GRID, 0);

  g_assert_true (gtk_widget_activate_action (grid, "week.next", NULL));
  find_session (fixture, "Ball on the wall, Monday 30 November, 08:00, open");
  g_assert_true (gtk_widget_activate_action (grid, "week.previous", NULL));
  g_assert_true (gtk_widget_activate_action (grid, "week.previous", NULL));
  find_session (fixture, "Ball on the wall, Monday 16 November, 08:00, missed");
}

static const char *
get_routine_id (Fixture *fixture,
                guint    position)
{
  g_autoptr (TautPlanItem) item =
    g_list_model_get_item (taut_record_get_plan (fixture->record), position);

  return taut_plan_item_get_routine_id (item);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *row = find_routine_row (fixture, "Ball on the wall");

  g_assert_true (gtk_widget_activate_action (row, "routine.move-down", NULL));
  g_assert_cmpstr (get_routine_id (fixture, 0), ==, STRETCH);
  g_assert_cmpstr (get_routine_id (fixture, 1), ==, BALL);
  g_assert_true (find_routine_row (fixture, "Ball on the wall") == row);
  g_assert_true (gtk_widget_activate_action (row, "routine.move-up", NULL));
  g_assert_cmpstr (get_routine_id (fixture, 0), ==, BALL);
}

static GtkWidget *
find_spin (GtkWidget  *row,
           const char *label)
{
  for (guint i = 0; ; i++)
    {
      guint n = i;
      GtkWidget *spin = find_widget (row, GTK_TYPE_SPIN_BUTTON, &n);
      g_autofree char *message = NULL;

      g_assert_nonnull (spin);
      message = gtk_test_accessible_check_property (GTK_ACCESSIBLE (spin),
                                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label);
      if (message == NULL)
        return spin;
    }
}

static void
test_dose (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkWidget *row = find_routine_row (fixture, "Ball on the wall");
  GtkWidget *spin = find_spin (row, "Hold, in seconds");
  const TautDose *dose;

  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 45);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 60);
  dose = taut_plan_item_get_dose (taut_record_find_plan_item (fixture->record, BALL));
  g_assert_cmpuint (dose->hold, ==, 60);
  g_assert_cmpuint (dose->repetitions, ==, 0);

  /* What the routine says is not kept as a change. */
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 45);
  dose = taut_plan_item_get_dose (taut_record_find_plan_item (fixture->record, BALL));
  g_assert_cmpuint (dose->hold, ==, 0);

  taut_record_undo (fixture->record);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 60);
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  user_data)
{
  GtkWidget *row = find_routine_row (fixture, "Unknown routine “moon-walk”");

  g_assert_true (gtk_widget_activate_action (row, "routine.remove", NULL));
  g_assert_null (taut_record_find_plan_item (fixture->record, UNKNOWN));
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *bar = find_nth (fixture, TAUT_TYPE_PAUSE_BAR, 0);
  GDate sunday = fixture_get_sunday ();
  guint julian = g_date_get_julian (&sunday);
  guint n;

  g_signal_emit_by_name (bar, "paused", julian, julian + 3);
  taut_profile_get_pauses (taut_record_get_profile (fixture->record), &n);
  g_assert_cmpuint (n, ==, 1);

  g_signal_emit_by_name (bar, "removed", julian);
  taut_profile_get_pauses (taut_record_get_profile (fixture->record), &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (fixture->told, ==, "Pause removed");
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
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas = fixture_load_atlas ();

  add_test ("/panel/care-page/today", test_today);
  add_test ("/panel/care-page/too-sore", test_too_sore);
  add_test ("/panel/care-page/tomorrow", test_tomorrow);
  add_test ("/panel/care-page/week", test_week);
  add_test ("/panel/care-page/tab-stop", test_tab_stop);
  add_test ("/panel/care-page/week-moved", test_week_moved);
  add_test ("/panel/care-page/other-weeks", test_other_weeks);
  add_test ("/panel/care-page/order", test_order);
  add_test ("/panel/care-page/dose", test_dose);
  add_test ("/panel/care-page/unknown", test_unknown);
  add_test ("/panel/care-page/pause", test_pause);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
