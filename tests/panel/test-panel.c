/* test-panel.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-panel.h"

#include "taut-care-page.h"
#include "taut-mark-row.h"
#include "taut-proposal.h"
#include "taut-routine-row.h"
#include "taut-row-list.h"
#include "taut-times.h"
#include "taut-timetable.h"
#include "taut-today-row.h"
#include "taut-weekdays.h"

#include "../shipped-atlas.h"

#define POINT "trapezius.1"

static TautAtlas *atlas;

typedef struct
{
  GtkWidget *window;
  GtkWidget *panel;
  TautRecord *record;
  TautClock *clock;
  char *removed;
  char *activated;
} Fixture;

static void
removed_cb (Fixture    *fixture,
            const char *name)
{
  g_free (fixture->removed);
  fixture->removed = g_strdup (name);
}

static void
activated_cb (Fixture    *fixture,
              const char *id)
{
  g_free (fixture->activated);
  fixture->activated = g_strdup (id);
}

static void
add_mark (Fixture    *fixture,
          const char *id,
          TautSide    side)
{
  const TautPoint *point = taut_atlas_find_point (atlas, POINT);
  g_autoptr (GDateTime) now = taut_clock_get_now (fixture->clock);
  TautSkinPoint at = taut_point_get_place (point, side);
  g_autoptr (TautMark) mark = taut_mark_new (id, POINT, &at, 5, now);

  taut_record_put_mark (fixture->record, mark, FALSE);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 29, 9, 0, 0);

  fixture->clock = taut_clock_new_fixed (now);
  fixture->record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");
  fixture->panel = taut_panel_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->panel);
  g_signal_connect_swapped (fixture->panel, "removed", G_CALLBACK (removed_cb), fixture);
  g_signal_connect_swapped (fixture->panel, "mark-activated", G_CALLBACK (activated_cb), fixture);

  taut_panel_set_atlas (TAUT_PANEL (fixture->panel), atlas, fixture->clock);
  taut_panel_set_record (TAUT_PANEL (fixture->panel), fixture->record);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->record);
  g_clear_object (&fixture->clock);
  g_free (fixture->removed);
  g_free (fixture->activated);
}

/* The first widget of a type below another, depth first. */
static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_row (Fixture    *fixture,
          GType       type,
          const char *key)
{
  GtkWidget *row = find_widget (fixture->panel, type);
  GtkWidget *list;

  if (row == NULL)
    return NULL;

  list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);

  return taut_row_list_find (GTK_LIST_BOX (list), key);
}

static void
test_remove_mark (Fixture       *fixture,
                  gconstpointer  user_data)
{
  GListModel *marks = taut_record_get_marks (fixture->record);
  GtkWidget *page;

  add_mark (fixture, "a", TAUT_SIDE_LEFT);
  add_mark (fixture, "b", TAUT_SIDE_RIGHT);
  g_assert_nonnull (find_row (fixture, TAUT_TYPE_MARK_ROW, "a"));

  page = gtk_widget_get_ancestor (find_row (fixture, TAUT_TYPE_MARK_ROW, "a"), GTK_TYPE_STACK);
  page = gtk_widget_get_parent (page);
  g_assert_true (gtk_widget_activate_action (page, "panel.remove-mark", "s", "a"));
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 1);
  g_assert_null (find_row (fixture, TAUT_TYPE_MARK_ROW, "a"));
  g_assert_true (g_str_has_suffix (fixture->removed, ", left"));

  taut_record_undo (fixture->record);
  g_assert_nonnull (find_row (fixture, TAUT_TYPE_MARK_ROW, "a"));
}

static void
test_select (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *first;
  GtkWidget *second;
  g_autofree char *selected = NULL;

  add_mark (fixture, "a", TAUT_SIDE_LEFT);
  add_mark (fixture, "b", TAUT_SIDE_RIGHT);
  first = find_row (fixture, TAUT_TYPE_MARK_ROW, "a");
  second = find_row (fixture, TAUT_TYPE_MARK_ROW, "b");

  g_object_set (fixture->panel, "selected-mark", "b", NULL);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (second)));
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (first)));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (first), TRUE);
  g_object_get (fixture->panel, "selected-mark", &selected, NULL);
  g_assert_cmpstr (selected, ==, "a");
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (second)));

  taut_record_remove_mark (fixture->record, "a");
  g_clear_pointer (&selected, g_free);
  g_object_get (fixture->panel, "selected-mark", &selected, NULL);
  g_assert_null (selected);
}

/* The row stays the same widget, so that the slider in it stays held. */
static void
test_intensity (Fixture       *fixture,
                gconstpointer  user_data)
{
  GtkWidget *row;
  GtkWidget *scale;

  add_mark (fixture, "a", TAUT_SIDE_LEFT);
  row = find_row (fixture, TAUT_TYPE_MARK_ROW, "a");
  scale = find_widget (row, GTK_TYPE_SCALE);

  gtk_range_set_value (GTK_RANGE (scale), 8);
  g_assert_cmpuint (taut_mark_get_intensity (taut_record_find_mark (fixture->record, "a")), ==, 8);
  g_assert_true (find_row (fixture, TAUT_TYPE_MARK_ROW, "a") == row);

  taut_record_undo (fixture->record);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 5);
  g_assert_cmpuint (taut_mark_get_intensity (taut_record_find_mark (fixture->record, "a")), ==, 5);
}

static void
test_show_mark (Fixture       *fixture,
                gconstpointer  user_data)
{
  GtkWidget *row;

  add_mark (fixture, "a", TAUT_SIDE_LEFT);
  row = find_row (fixture, TAUT_TYPE_MARK_ROW, "a");
  g_assert_true (gtk_widget_activate_action (row, "panel.show-mark", "s", "a"));
  g_assert_cmpstr (fixture->activated, ==, "a");
}

static const TautRoutine *
get_first_proposal (Fixture *fixture)
{
  g_autoptr (TautProposal) proposal = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 29, G_DATE_NOVEMBER, 2026);
  proposal = taut_proposal_new (atlas, fixture->record, &today);

  return ((TautProposedRoutine *) g_ptr_array_index (proposal->routines, 0))->prescription->routine;
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  user_data)
{
  const TautRoutine *routine;
  GtkWidget *row;
  GtkWidget *check;
  GDate today;
  TautPlanItem *item;
  const guint *minutes;
  guint n_minutes;

  add_mark (fixture, "a", TAUT_SIDE_LEFT);
  g_object_set (fixture->panel, "page", "care", NULL);
  routine = get_first_proposal (fixture);

  row = find_widget (fixture->panel, TAUT_TYPE_CARE_PAGE);
  g_assert_true (gtk_widget_activate_action (row, "panel.add-routine", "s", routine->id));
  item = taut_record_find_plan_item (fixture->record, routine->id);
  g_assert_nonnull (item);

  /* Sunday comes in whatever the routine suggests. */
  {
    g_autoptr (TautPlanItem) daily =
      taut_plan_item_with_rrule (item, "FREQ=WEEKLY;BYDAY=MO,SU");

    taut_record_put_plan_item (fixture->record, daily);
  }

  row = find_widget (fixture->panel, TAUT_TYPE_TODAY_ROW);
  g_assert_nonnull (row);
  check = find_widget (row, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 29, G_DATE_NOVEMBER, 2026);
  item = taut_record_find_plan_item (fixture->record, routine->id);
  minutes = taut_plan_item_get_minutes (item, &n_minutes);
  g_assert_cmpuint (n_minutes, >=, 1);
  g_assert_true (taut_plan_item_is_done (item, &today, minutes[0]));
  gtk_test_accessible_assert_state (check, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);

  taut_record_undo (fixture->record);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
test_routine_removed (Fixture       *fixture,
                      gconstpointer  user_data)
{
  const TautRoutine *routine;
  GtkWidget *page;

  add_mark (fixture, "a", TAUT_SIDE_LEFT);
  routine = get_first_proposal (fixture);
  page = find_widget (fixture->panel, TAUT_TYPE_CARE_PAGE);

  g_assert_true (gtk_widget_activate_action (page, "panel.add-routine", "s", routine->id));
  g_assert_true (gtk_widget_activate_action (page, "panel.remove-routine", "s", routine->id));
  g_assert_null (taut_record_find_plan_item (fixture->record, routine->id));
  g_assert_nonnull (fixture->removed);
}

/* Every control says what it is for. */
static void
test_names (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *row;

  add_mark (fixture, "a", TAUT_SIDE_LEFT);
  row = find_row (fixture, TAUT_TYPE_MARK_ROW, "a");
  gtk_test_accessible_assert_property (find_widget (row, GTK_TYPE_SCALE),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "How strong, 0 to 10");
  gtk_test_accessible_assert_property (find_widget (row, GTK_TYPE_SCALE),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "5 of 10, moderate");
}

static void
days_cb (guint *days,
         guint  chosen)
{
  *days = chosen;
}

static void
test_weekdays (void)
{
  g_autoptr (GtkWidget) weekdays = g_object_ref_sink (taut_weekdays_new ());
  GtkWidget *monday = gtk_widget_get_first_child (weekdays);
  GtkWidget *tuesday = gtk_widget_get_next_sibling (monday);
  guint days = 0;

  g_signal_connect_swapped (weekdays, "chosen", G_CALLBACK (days_cb), &days);
  taut_weekdays_set_days (TAUT_WEEKDAYS (weekdays), 0x01);
  g_assert_cmpuint (days, ==, 0);
  gtk_test_accessible_assert_role (weekdays, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (monday, GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday");
  gtk_test_accessible_assert_state (monday, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tuesday), TRUE);
  g_assert_cmpuint (days, ==, 0x03);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (monday), FALSE);
  g_assert_cmpuint (days, ==, 0x02);

  /* The last one stays on. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tuesday), FALSE);
  g_assert_cmpuint (days, ==, 0x02);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tuesday)));
}

static void
test_times_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
    guint minute;
  } table[] = {
    { "08:30", TRUE, 510 },
    { "8:30", TRUE, 510 },
    { "8.30", TRUE, 510 },
    { " 8 ", TRUE, 480 },
    { "0:00", TRUE, 0 },
    { "23:59", TRUE, 1439 },
    { "24:00", FALSE, 0 },
    { "8:60", FALSE, 0 },
    { "8:", FALSE, 0 },
    { "-1", FALSE, 0 },
    { "noon", FALSE, 0 },
    { "", FALSE, 0 },
    { "99999999999999999999", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint minute = 0;

      g_assert_cmpint (taut_times_parse (table[i].text, &minute), ==, table[i].valid);
      g_assert_cmpuint (minute, ==, table[i].minute);
    }
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
  g_autoptr (TautSkin) skin = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  skin = load_shipped_skin ();
  atlas = load_shipped_atlas (skin);

  add_test ("/panel/panel/remove-mark", test_remove_mark);
  add_test ("/panel/panel/select", test_select);
  add_test ("/panel/panel/intensity", test_intensity);
  add_test ("/panel/panel/show-mark", test_show_mark);
  add_test ("/panel/panel/plan", test_plan);
  add_test ("/panel/panel/routine-removed", test_routine_removed);
  add_test ("/panel/panel/names", test_names);
  g_test_add_func ("/panel/weekdays/choose", test_weekdays);
  g_test_add_func ("/panel/times/parse", test_times_parse);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
