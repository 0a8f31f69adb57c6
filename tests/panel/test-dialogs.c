/* test-dialogs.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands around the plan: signs, suggestions, the card and the dialogs, used
 * through their buttons. */

#include "config.h"

#include <adwaita.h>

#include "panel-fixture.h"
#include "taut-care-page.h"
#include "taut-health-dialog.h"
#include "taut-own-routine-dialog.h"
#include "taut-routine-card.h"
#include "taut-screening-state.h"
#include "taut-suggestion-row.h"

#define BALL "shoulder_ball_wall"
#define SIGN "head_sudden"

static TautAtlas *atlas;

typedef struct
{
  GtkWidget *window;
  GtkWidget *shown;
  TautRecord *record;
  TautClock *clock;
  char *told;
  guint n_closed;
} Fixture;

static void
undoable_cb (Fixture    *fixture,
             const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
closed_cb (Fixture *fixture)
{
  fixture->n_closed++;
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 29, 9, 0, 0);

  fixture->clock = taut_clock_new_fixed (now);
  fixture->record = fixture_new_record (atlas, FIXTURE_POINT, NULL);
  taut_record_clear_history (fixture->record);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  user_data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->record);
  g_clear_object (&fixture->clock);
  g_free (fixture->told);
}

/* What the panel around the page knows; without it a suggestion is insensitive. */
static void
insert_panel_actions (GtkWidget *window)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-routine", G_VARIANT_TYPE_STRING);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "panel", G_ACTION_GROUP (group));
}

static void
show (Fixture   *fixture,
      GtkWidget *widget)
{
  fixture->shown = widget;
  fixture->window = gtk_window_new ();
  insert_panel_actions (fixture->window);
  gtk_window_set_child (GTK_WINDOW (fixture->window), widget);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
show_page (Fixture *fixture)
{
  show (fixture, g_object_new (TAUT_TYPE_CARE_PAGE, NULL));
  g_signal_connect_swapped (fixture->shown, "undoable", G_CALLBACK (undoable_cb), fixture);
  taut_care_page_set_atlas (TAUT_CARE_PAGE (fixture->shown), atlas, fixture->clock);
  taut_care_page_set_record (TAUT_CARE_PAGE (fixture->shown), fixture->record);
}

static void
show_dialog (Fixture   *fixture,
             GtkWidget *dialog)
{
  fixture->shown = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &fixture->window);
  fixture->window = dialog;
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Looking */

typedef gboolean (* Match) (GtkWidget  *widget,
                            const char *text);

static gboolean
match_button (GtkWidget  *widget,
              const char *text)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static gboolean
match_label (GtkWidget  *widget,
             const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static gboolean
match_part (GtkWidget  *widget,
            const char *text)
{
  return GTK_IS_LABEL (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
match_name (GtkWidget  *widget,
            const char *text)
{
  return g_strcmp0 (gtk_widget_get_name (widget), text) == 0;
}

static gboolean
match_type (GtkWidget  *widget,
            const char *text)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), text);
}

static gboolean
match_action (GtkWidget  *widget,
              const char *text)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), text) == 0;
}

/* Only what can be seen is found. */
static GtkWidget *
find (GtkWidget  *root,
      Match       match,
      const char *text)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (match (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
click (Fixture    *fixture,
       Match       match,
       const char *text)
{
  GtkWidget *button = find (fixture->shown, match, text);

  g_test_message ("click %s", text);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static TautAnswer
get_answer (Fixture    *fixture,
            const char *id)
{
  return taut_profile_get_answer (taut_record_get_profile (fixture->record), id);
}

static guint
count_plan (Fixture *fixture)
{
  return g_list_model_get_n_items (taut_record_get_plan (fixture->record));
}

/* Warning signs */

static void
test_signs_none (Fixture       *fixture,
                 gconstpointer  user_data)
{
  show_page (fixture);
  g_assert_nonnull (find (fixture->shown, match_name, SIGN));
  g_assert_null (find (fixture->shown, match_type, "TautSuggestionRow"));

  click (fixture, match_button, "None of these");
  g_assert_cmpint (get_answer (fixture, SIGN), ==, TAUT_ANSWER_NO);
  g_assert_nonnull (find (fixture->shown, match_type, "TautSuggestionRow"));

  taut_record_undo (fixture->record);
  g_assert_nonnull (find (fixture->shown, match_name, SIGN));
}

static void
test_signs_alarm (Fixture       *fixture,
                  gconstpointer  user_data)
{
  GtkWidget *check;

  show_page (fixture);
  check = find (fixture->shown, match_name, SIGN);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  click (fixture, match_button, "Continue");
  g_assert_cmpint (get_answer (fixture, SIGN), ==, TAUT_ANSWER_YES);
  g_assert_nonnull (find (fixture->shown, match_label, "Get help now"));
  g_assert_nonnull (find (fixture->shown, match_part, "Call the emergency number"));
  g_assert_null (find (fixture->shown, match_type, "TautSuggestionRow"));

  click (fixture, match_button, "I answered by mistake");
  g_assert_cmpint (get_answer (fixture, SIGN), ==, TAUT_ANSWER_NONE);
  check = find (fixture->shown, match_name, SIGN);
  g_assert_nonnull (check);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

/* Suggestions */

static void
set_up_suggestions (Fixture *fixture)
{
  fixture_answer_no (atlas, fixture->record);
  taut_record_clear_history (fixture->record);
  show_page (fixture);
}

static char *
get_first_key (Fixture *fixture)
{
  GtkWidget *button = find (fixture->shown, match_action, "panel.take-routine");

  g_assert_nonnull (button);

  return g_variant_dup_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)),
                               NULL);
}

static void
test_take (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *key = NULL;
  g_autofree char *next = NULL;

  set_up_suggestions (fixture);
  key = get_first_key (fixture);
  click (fixture, match_action, "panel.take-routine");
  g_assert_nonnull (taut_record_find_plan_item (fixture->record, key));
  g_assert_cmpuint (count_plan (fixture), ==, 1);
  next = get_first_key (fixture);
  g_assert_cmpstr (next, !=, key);
}

static void
test_refuse (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *key = NULL;
  g_autofree char *next = NULL;
  g_autofree char *again = NULL;

  set_up_suggestions (fixture);
  key = get_first_key (fixture);
  click (fixture, match_action, "panel.refuse-routine");
  next = get_first_key (fixture);
  g_assert_cmpstr (next, !=, key);
  g_assert_true (g_str_has_prefix (fixture->told, "Not suggested any more: "));
  g_assert_nonnull (find (fixture->shown, match_button, "Suggest it again"));

  taut_record_undo (fixture->record);
  g_assert_null (find (fixture->shown, match_button, "Suggest it again"));
  again = get_first_key (fixture);
  g_assert_cmpstr (again, ==, key);
}

static void
test_allow (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *key = NULL;
  g_autofree char *again = NULL;

  set_up_suggestions (fixture);
  key = get_first_key (fixture);
  click (fixture, match_action, "panel.refuse-routine");
  click (fixture, match_action, "panel.refuse-routine");
  click (fixture, match_button, "Suggest them again");
  again = get_first_key (fixture);
  g_assert_cmpstr (again, ==, key);
}

static void
test_take_all (Fixture       *fixture,
               gconstpointer  user_data)
{
  set_up_suggestions (fixture);
  click (fixture, match_action, "panel.take-all");
  g_assert_cmpuint (count_plan (fixture), >=, 3);
  g_assert_true (g_str_has_suffix (fixture->told, " routines are in your plan now"));

  taut_record_undo (fixture->record);
  g_assert_cmpuint (count_plan (fixture), ==, 0);
  g_assert_false (taut_record_can_undo (fixture->record));
}

/* Health */

static void
show_health (Fixture *fixture)
{
  const GDate today = fixture_get_sunday ();

  show_dialog (fixture, taut_health_dialog_new (atlas, fixture->record, &today));
}

static void
test_health_done (Fixture       *fixture,
                  gconstpointer  user_data)
{
  GtkWidget *control;

  show_health (fixture);
  control = find (fixture->shown, match_name, "cancer");
  g_assert_true (GTK_IS_SWITCH (control));
  gtk_switch_set_active (GTK_SWITCH (control), TRUE);
  g_assert_cmpint (get_answer (fixture, "cancer"), ==, TAUT_ANSWER_YES);
  g_assert_null (taut_profile_get_screened (taut_record_get_profile (fixture->record)));

  click (fixture, match_button, "Done");
  g_assert_null (fixture->window);
  g_assert_cmpint (get_answer (fixture, "cancer"), ==, TAUT_ANSWER_YES);
  g_assert_cmpint (get_answer (fixture, "osteoporosis"), ==, TAUT_ANSWER_NO);
  g_assert_nonnull (taut_profile_get_screened (taut_record_get_profile (fixture->record)));
}

static void
test_health_skip (Fixture       *fixture,
                  gconstpointer  user_data)
{
  show_health (fixture);
  click (fixture, match_button, "Skip");
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (taut_record_can_undo (fixture->record));
  g_assert_null (taut_profile_get_screened (taut_record_get_profile (fixture->record)));
}

/* Card */

static void
show_card (Fixture *fixture)
{
  const GDate today = fixture_get_sunday ();
  const guint minute = 8 * 60;
  g_autoptr (TautPlanItem) item =
    taut_plan_item_new (BALL, "FREQ=DAILY", &minute, 1, &today, NULL);

  taut_record_put_plan_item (fixture->record, item);
  taut_record_clear_history (fixture->record);
  show (fixture, taut_routine_card_new ());
  g_signal_connect_swapped (fixture->shown, "undoable", G_CALLBACK (undoable_cb), fixture);
  g_signal_connect_swapped (fixture->shown, "closed", G_CALLBACK (closed_cb), fixture);
  g_assert_true (taut_routine_card_show (TAUT_ROUTINE_CARD (fixture->shown), atlas, NULL,
                                         fixture->record, fixture->clock, BALL));
}

static void
test_timer (Fixture       *fixture,
            gconstpointer  user_data)
{
  const GDate today = fixture_get_sunday ();
  guint n_steps = 0;

  show_card (fixture);
  g_assert_nonnull (find (fixture->shown, match_label, "You should feel: "));
  click (fixture, match_button, "Start timer");
  g_assert_nonnull (find (fixture->shown, match_label, "Get ready"));
  click (fixture, match_button, "Pause");
  click (fixture, match_button, "Go on");
  g_assert_nonnull (find (fixture->shown, match_button, "Pause"));

  click (fixture, match_button, "Next");
  g_assert_nonnull (find (fixture->shown, match_label, "Hold 1 of 3"));
  while (find (fixture->shown, match_button, "Next") != NULL)
    {
      click (fixture, match_button, "Next");
      g_assert_cmpuint (++n_steps, <, 20);
    }
  g_assert_cmpuint (n_steps, ==, 5);

  click (fixture, match_button, "Tick today's session");
  g_assert_true (taut_plan_item_is_done (taut_record_find_plan_item (fixture->record, BALL),
                                         &today, 8 * 60));
  g_assert_cmpstr (fixture->told, ==, "Ticked: Ball on the wall");
  g_assert_cmpuint (fixture->n_closed, ==, 1);
}

/* A pause stands still, and Stop goes back to the text. */
static void
test_timer_pause (Fixture       *fixture,
                  gconstpointer  user_data)
{
  gint64 end;

  show_card (fixture);
  click (fixture, match_button, "Start timer");
  click (fixture, match_button, "Pause");
  end = g_get_monotonic_time () + 1200 * 1000;
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_nonnull (find (fixture->shown, match_label, "5"));
  g_assert_nonnull (find (fixture->shown, match_button, "Go on"));

  click (fixture, match_button, "Stop");
  g_assert_nonnull (find (fixture->shown, match_button, "Start timer"));
  g_assert_false (taut_record_can_undo (fixture->record));
}

/* Own routines */

static void
show_own (Fixture        *fixture,
          TautOwnRoutine *own)
{
  const GDate today = fixture_get_sunday ();

  show_dialog (fixture, taut_own_routine_dialog_new (fixture->record, own, &today));
}

static void
set_name (Fixture    *fixture,
          const char *name)
{
  GtkWidget *row = find (fixture->shown, match_type, "AdwEntryRow");

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
}

static TautOwnRoutine *
get_own (Fixture *fixture)
{
  g_autoptr (TautOwnRoutine) own =
    g_list_model_get_item (taut_record_get_own_routines (fixture->record), 0);

  return own;
}

/* A routine needs a name, and goes into the plan in one step. */
static void
test_own_new (Fixture       *fixture,
              gconstpointer  user_data)
{
  GtkWidget *save;

  show_own (fixture, NULL);
  save = find (fixture->shown, match_button, "Save");
  g_assert_nonnull (save);
  g_assert_null (find (fixture->shown, match_button, "Delete this routine"));
  g_assert_false (gtk_widget_get_sensitive (save));
  set_name (fixture, "  ");
  g_assert_false (gtk_widget_get_sensitive (save));

  set_name (fixture, " Door frame ");
  click (fixture, match_button, "Save");
  g_assert_null (fixture->window);
  g_assert_cmpstr (taut_own_routine_get_name (get_own (fixture)), ==, "Door frame");
  g_assert_nonnull (taut_record_find_plan_item (fixture->record,
                                                taut_own_routine_get_id (get_own (fixture))));

  taut_record_undo (fixture->record);
  g_assert_null (get_own (fixture));
  g_assert_cmpuint (count_plan (fixture), ==, 0);
  g_assert_false (taut_record_can_undo (fixture->record));
}

static void
put_own (Fixture *fixture)
{
  const TautDose dose = { .hold = 20 };
  const GDate today = fixture_get_sunday ();
  const guint minute = 8 * 60;
  g_autoptr (TautOwnRoutine) own =
    taut_own_routine_new ("own.1", "Door", "Lean in", &dose, 5, NULL);
  g_autoptr (TautPlanItem) item =
    taut_plan_item_new ("own.1", "FREQ=DAILY", &minute, 1, &today, NULL);

  taut_record_add_own_routine (fixture->record, own, item);
  taut_record_clear_history (fixture->record);
  show_own (fixture, get_own (fixture));
}

static void
test_own_change (Fixture       *fixture,
                 gconstpointer  user_data)
{
  put_own (fixture);
  set_name (fixture, "Door frame");
  click (fixture, match_button, "Save");
  g_assert_cmpstr (taut_own_routine_get_id (get_own (fixture)), ==, "own.1");
  g_assert_cmpstr (taut_own_routine_get_name (get_own (fixture)), ==, "Door frame");
  g_assert_cmpstr (taut_own_routine_get_steps (get_own (fixture)), ==, "Lean in");
  g_assert_cmpuint (taut_own_routine_get_dose (get_own (fixture))->hold, ==, 20);
  g_assert_cmpuint (count_plan (fixture), ==, 1);
}

static void
test_own_delete (Fixture       *fixture,
                 gconstpointer  user_data)
{
  put_own (fixture);
  click (fixture, match_button, "Delete this routine");
  g_assert_null (fixture->window);
  g_assert_null (get_own (fixture));
  g_assert_cmpuint (count_plan (fixture), ==, 0);

  taut_record_undo (fixture->record);
  g_assert_nonnull (get_own (fixture));
  g_assert_cmpuint (count_plan (fixture), ==, 1);
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

  add_test ("/panel/signs/none", test_signs_none);
  add_test ("/panel/signs/alarm", test_signs_alarm);
  add_test ("/panel/suggestions/take", test_take);
  add_test ("/panel/suggestions/refuse", test_refuse);
  add_test ("/panel/suggestions/allow", test_allow);
  add_test ("/panel/suggestions/take-all", test_take_all);
  add_test ("/panel/health/done", test_health_done);
  add_test ("/panel/health/skip", test_health_skip);
  add_test ("/panel/card/timer", test_timer);
  add_test ("/panel/card/pause", test_timer_pause);
  add_test ("/panel/own/new", test_own_new);
  add_test ("/panel/own/change", test_own_change);
  add_test ("/panel/own/delete", test_own_delete);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
