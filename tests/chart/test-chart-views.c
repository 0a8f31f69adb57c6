/* test-chart-views.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Close-ups and figures in a chart in a window.
 */

#include "config.h"

#include <adwaita.h>

#include "taut-area-region.h"
#include "taut-chart.h"
#include "taut-close-ups.h"
#include "taut-figure-deck.h"
#include "taut-knowledge.h"
#include "taut-point-menu.h"
#include "taut-resources.h"
#include "taut-view-picture.h"
#include "taut-view-thumbnail.h"

#define RECORD_ID "3f1c1e9a-5f5d-4d6e-9c35-0c4b7e2f1a10"
#define TIMEOUT_S 60

static TautKnowledge *knowledge;

typedef struct
{
  GtkWidget *window;
  TautChart *chart;
  TautFigureDeck *deck;
  TautRecord *record;
} Fixture;

typedef gboolean (* Condition) (Fixture    *fixture,
                                const char *what);

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (gpointer widget,
          GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);

  return found;
}

static gpointer
find_nth (gpointer widget,
          GType    type,
          guint    n)
{
  g_autoptr (GPtrArray) found = find_all (widget, type);

  g_assert_cmpuint (found->len, >, n);

  return g_ptr_array_index (found, n);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("Waited in vain, or something is still in use");

  return G_SOURCE_REMOVE;
}

static void
wait_until (Fixture    *fixture,
            Condition   condition,
            const char *what)
{
  guint id = g_timeout_add_seconds (TIMEOUT_S, give_up_cb, NULL);

  while (!condition (fixture, what))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static gboolean
single_is (Fixture    *fixture,
           const char *view_id)
{
  TautFigureView *single = taut_figure_deck_get_single (fixture->deck);

  if (view_id == NULL)
    return single == NULL;

  return single != NULL &&
         g_strcmp0 (taut_view_get_id (taut_figure_view_get_view (single)), view_id) == 0 &&
         gtk_widget_get_mapped (GTK_WIDGET (single)) &&
         taut_figure_view_get_settled (single);
}

static gboolean
figure_is (Fixture    *fixture,
           const char *figure)
{
  GPtrArray *views = taut_chart_get_views (fixture->chart);

  return g_str_equal (taut_view_get_figure (g_ptr_array_index (views, 0)), figure);
}

static gboolean
front_is_settled (Fixture    *fixture,
                  const char *unused)
{
  TautFigureView *front = taut_figure_deck_find (fixture->deck, "front");

  return gtk_widget_get_mapped (GTK_WIDGET (front)) && taut_figure_view_get_settled (front);
}

static gboolean
focus_is_in_single (Fixture    *fixture,
                    const char *unused)
{
  TautFigureView *single = taut_figure_deck_get_single (fixture->deck);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return single != NULL && focus != NULL && TAUT_IS_AREA_REGION (focus) &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (single));
}

static void
act (Fixture    *fixture,
     const char *action,
     const char *view_id)
{
  if (view_id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (fixture->chart), action, "s", view_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->chart), action, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 9, 10, 0, 0);
  g_autoptr (TautClock) clock = taut_clock_new_fixed (now);

  fixture->record = taut_record_new (RECORD_ID);
  fixture->chart = TAUT_CHART (taut_chart_new ());
  taut_chart_set_record (fixture->chart, fixture->record);
  taut_chart_set_atlas (fixture->chart, knowledge->atlas, knowledge->views, clock);
  fixture->deck = find_nth (fixture->chart, TAUT_TYPE_FIGURE_DECK, 0);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (fixture, front_is_settled, NULL);
}

/* Painting that is under way keeps what it paints for a moment longer. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  guint id = g_timeout_add_seconds (TIMEOUT_S, give_up_cb, NULL);
  GtkWidget *chart = GTK_WIDGET (fixture->chart);

  g_object_add_weak_pointer (G_OBJECT (chart), (gpointer *) &fixture->chart);
  g_object_add_weak_pointer (G_OBJECT (fixture->record), (gpointer *) &fixture->record);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->record);
  while (fixture->chart != NULL || fixture->record != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static guint
count_on (Fixture    *fixture,
          const char *view_id)
{
  g_autoptr (GPtrArray) thumbnails = find_all (fixture->chart, TAUT_TYPE_VIEW_THUMBNAIL);

  for (guint i = 0; i < thumbnails->len; i++)
    {
      TautViewThumbnail *thumbnail = g_ptr_array_index (thumbnails, i);

      if (g_str_equal (taut_view_get_id (taut_view_thumbnail_get_view (thumbnail)), view_id))
        return taut_view_thumbnail_get_count (thumbnail);
    }

  g_assert_not_reached ();
}

static GtkGesture *
find_click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }

  g_assert_not_reached ();
}

/* Close-ups */

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  const char *const *ids = taut_view_list_close_ups ();

  g_assert_cmpuint (taut_figure_deck_get_n (fixture->deck), ==, 4);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      act (fixture, "chart.open-close-up", ids[i]);
      wait_until (fixture, single_is, ids[i]);
      gtk_test_accessible_assert_role (taut_figure_deck_get_single (fixture->deck),
                                       GTK_ACCESSIBLE_ROLE_GROUP);
      g_assert_cmpuint (taut_area_map_get_n_spots (taut_figure_view_get_areas (
                          taut_figure_deck_get_single (fixture->deck))), >=, 3);
      /* Not all of them are kept. */
      g_assert_cmpuint (taut_figure_deck_get_n (fixture->deck), <=, 4 + 6);
    }

  act (fixture, "chart.back", NULL);
  wait_until (fixture, single_is, NULL);
}

/* Back leads to what was seen before, however many close-ups lie between. */
static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  act (fixture, "chart.show-view", "left");
  wait_until (fixture, single_is, "left");
  act (fixture, "chart.open-close-up", "hand-left-palm");
  wait_until (fixture, single_is, "hand-left-palm");
  act (fixture, "chart.show-view", "hand-left-back");
  wait_until (fixture, single_is, "hand-left-back");
  act (fixture, "chart.back", NULL);
  wait_until (fixture, single_is, "left");
  act (fixture, "chart.back", NULL);
  wait_until (fixture, single_is, NULL);

  act (fixture, "chart.open-close-up", "head-top");
  wait_until (fixture, single_is, "head-top");
  act (fixture, "chart.show-view", "front");
  wait_until (fixture, single_is, "front");
  act (fixture, "chart.open-close-up", "nowhere");
  g_assert_true (single_is (fixture, "front"));
}

/* A double click on the hand opens it, on the belly it comes nearer. */
static void
test_double_click (Fixture       *fixture,
                   gconstpointer  data)
{
  TautFigureView *front = taut_figure_deck_find (fixture->deck, "front");
  TautViewport *viewport = taut_figure_view_get_viewport (front);
  TautView *view = taut_figure_view_get_view (front);
  TautSkinPoint hand = { TAUT_SEGMENT_HAND, TAUT_SIDE_RIGHT, 0.5, 0 };
  TautSkinPoint belly = { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.6, 10 };
  double zoom = taut_viewport_get_zoom (viewport);
  const char *expected;
  double x, y;

  g_assert_true (taut_view_project (view, &belly, &x, &y));
  taut_viewport_to_widget (viewport, x, y, &x, &y);
  g_signal_emit_by_name (find_click (GTK_WIDGET (front)), "released", 2, x, y);
  g_assert_cmpfloat (taut_viewport_get_zoom (viewport), >, 1.5 * zoom);
  g_assert_true (single_is (fixture, NULL));
  taut_viewport_fit (viewport);

  while (!taut_view_project (view, &hand, &x, &y))
    {
      hand.theta += 15;
      g_assert_cmpfloat (hand.theta, <, 360);
    }
  taut_viewport_to_widget (viewport, x, y, &x, &y);
  {
    TautSkinHit hit;
    double view_x, view_y;

    taut_viewport_to_view (viewport, x, y, &view_x, &view_y);
    g_assert_true (taut_view_pick (view, view_x, view_y, &hit));
    expected = taut_view_find_close_up (view, &hit);
  }
  g_assert_true (g_str_has_prefix (expected, "hand-right"));
  g_signal_emit_by_name (find_click (GTK_WIDGET (front)), "released", 2, x, y);
  wait_until (fixture, single_is, expected);
  g_assert_cmpfloat (taut_viewport_get_zoom (viewport), ==, zoom);
}

/* What is marked in a close-up is counted where the body shows it, and the keyboard
 * follows. */
static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  TautCloseUps *close_ups = find_nth (fixture->chart, TAUT_TYPE_CLOSE_UPS, 0);
  TautPointMenu *menu;
  GtkListBox *list;
  int last = 0;

  gtk_widget_child_focus (GTK_WIDGET (taut_figure_deck_find (fixture->deck, "front")),
                          GTK_DIR_TAB_FORWARD);
  act (fixture, "chart.open-close-up", "head-front");
  wait_until (fixture, single_is, "head-front");
  wait_until (fixture, focus_is_in_single, NULL);

  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "area.open", NULL);
  menu = find_nth (taut_figure_deck_get_single (fixture->deck), TAUT_TYPE_POINT_MENU, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (menu)));
  list = find_nth (menu, GTK_TYPE_LIST_BOX, 0);
  while (gtk_list_box_get_row_at_index (list, last + 1) != NULL)
    last++;
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, last));
  g_assert_cmpuint (g_list_model_get_n_items (taut_record_get_marks (fixture->record)), ==, 1);
  g_assert_cmpuint (count_on (fixture, "front"), ==, 1);
  g_assert_cmpuint (count_on (fixture, "back"), ==, 0);
  g_assert_cmpuint (taut_close_ups_count (close_ups, "head-front"), ==, 1);
  g_assert_cmpuint (taut_close_ups_count (close_ups, "hand-left-palm"), ==, 0);
}

static gboolean
pictures_are_painted (Fixture    *fixture,
                      const char *unused)
{
  g_autoptr (GPtrArray) pictures = find_all (fixture->chart, TAUT_TYPE_VIEW_PICTURE);

  for (guint i = 0; i < pictures->len; i++)
    if (!taut_view_picture_is_painted (g_ptr_array_index (pictures, i)))
      return FALSE;

  return pictures->len > 0;
}

/* Each close-up is a button with a name and a picture. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  GtkPopover *popover = find_nth (fixture->chart, TAUT_TYPE_CLOSE_UPS, 0);
  g_autoptr (GPtrArray) buttons = NULL;

  gtk_popover_popup (popover);
  wait_until (fixture, pictures_are_painted, NULL);
  buttons = find_all (popover, GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, g_strv_length ((char **) taut_view_list_close_ups ()));
  gtk_test_accessible_assert_property (g_ptr_array_index (buttons, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Close-up of the face");
  g_signal_emit_by_name (g_ptr_array_index (buttons, 5), "clicked");
  wait_until (fixture, single_is, "hand-left-palm");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (popover)));
}

/* Figures */

/* The client's figure is shown when it is loaded; marks stay where they are on the
 * body, and undo brings the old figure back. */
static void
test_figure (Fixture       *fixture,
             gconstpointer  data)
{
  const TautPoint *point = taut_atlas_find_point (knowledge->atlas, "trapezius.1");
  TautSkinPoint at = taut_point_get_place (point, TAUT_SIDE_LEFT);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 9, 10, 0, 0);
  g_autoptr (TautMark) mark = taut_mark_new ("a", "trapezius.1", &at, 5, now);
  TautFigureView *back = taut_figure_deck_find (fixture->deck, "back");
  g_autoptr (TautView) neutral = taut_view_ref (taut_figure_view_get_view (back));
  double x, y, other_x, other_y;

  taut_record_put_mark (fixture->record, mark, FALSE);
  g_assert_cmpuint (count_on (fixture, "back"), ==, 1);
  taut_record_set_client_figure (fixture->record, "feminine");
  g_assert_true (figure_is (fixture, "neutral"));
  wait_until (fixture, figure_is, "feminine");
  wait_until (fixture, front_is_settled, NULL);

  /* The same widgets show it. */
  g_assert_true (taut_figure_deck_find (fixture->deck, "back") == back);
  g_assert_cmpstr (taut_view_get_figure (taut_figure_view_get_view (back)), ==, "feminine");
  g_assert_cmpuint (count_on (fixture, "back"), ==, 1);
  g_assert_true (taut_view_project (neutral, &at, &x, &y));
  g_assert_true (taut_view_project (taut_figure_view_get_view (back), &at, &other_x, &other_y));
  g_assert_true (x != other_x || y != other_y);

  taut_record_undo (fixture->record);
  g_assert_true (figure_is (fixture, "neutral"));
  taut_record_redo (fixture->record);
  g_assert_true (figure_is (fixture, "feminine"));
  taut_record_set_client_figure (fixture->record, "of-another-version");
  g_assert_true (figure_is (fixture, "neutral"));
  wait_until (fixture, front_is_settled, NULL);
}

static gboolean
focus_is_on (Fixture    *fixture,
             const char *area_id)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && TAUT_IS_AREA_REGION (focus) && figure_is (fixture, "masculine") &&
         g_str_equal (taut_area_region_get_spot (TAUT_AREA_REGION (focus))->area->id, area_id);
}

/* The keyboard stays where it is, and so does what is seen. */
static void
test_figure_focus (Fixture       *fixture,
                   gconstpointer  data)
{
  TautFigureView *front = taut_figure_deck_find (fixture->deck, "front");
  TautViewport *viewport = taut_figure_view_get_viewport (front);
  TautAreaMap *areas = taut_figure_view_get_areas (front);
  const TautAreaSpot *spot = taut_area_map_get_spot (areas, taut_area_map_get_n_spots (areas) / 2);
  g_autofree char *area_id = g_strdup (spot->area->id);
  double zoom;

  taut_figure_view_focus_area (front, spot);
  taut_viewport_zoom_at (viewport, 3 * taut_viewport_get_zoom (viewport), 100, 100);
  zoom = taut_viewport_get_zoom (viewport);
  taut_record_set_client_figure (fixture->record, "masculine");
  wait_until (fixture, focus_is_on, area_id);
  g_assert_cmpfloat_with_epsilon (taut_viewport_get_zoom (viewport), zoom, 0.001);
}

/* Layers */

typedef struct
{
  double x;
  double y;
  char *wanted;
} Hover;

static Hover hover;

static GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }

  g_assert_not_reached ();
}

static gboolean
hover_names (Fixture    *fixture,
             const char *view_id)
{
  TautFigureView *figure = taut_figure_deck_find (fixture->deck, view_id);
  const char *name;

  g_signal_emit_by_name (find_motion (GTK_WIDGET (figure)), "motion", hover.x, hover.y);
  name = taut_figure_view_get_place_name (figure);

  return name != NULL && g_str_has_prefix (name, hover.wanted);
}

static void
muscle_activated_cb (char       **activated,
                     const char  *muscle_id)
{
  g_free (*activated);
  *activated = g_strdup (muscle_id);
}

/* The layer names its muscles, and a click leads to what is known of them. */
static void
test_muscles (Fixture       *fixture,
              gconstpointer  data)
{
  TautFigureView *back = taut_figure_deck_find (fixture->deck, "back");
  const TautPoint *point = taut_atlas_find_point (knowledge->atlas, "infraspinatus.1");
  TautSkinPoint at = taut_point_get_place (point, TAUT_SIDE_RIGHT);
  g_autoptr (GArray) hits = taut_atlas_pick_muscles (knowledge->atlas, &at);
  const TautMuscle *muscle;
  g_autofree char *activated = NULL;
  GtkWidget *button;
  g_autoptr (GPtrArray) buttons = NULL;
  TautPointMenu *menu;

  g_assert_cmpuint (hits->len, >, 0);
  muscle = g_array_index (hits, TautMuscleHit, 0).muscle;
  g_assert_true (taut_view_project (taut_figure_view_get_view (back), &at, &hover.x, &hover.y));
  taut_viewport_to_widget (taut_figure_view_get_viewport (back), hover.x, hover.y,
                           &hover.x, &hover.y);

  hover.wanted = g_strdup_printf ("%c%s, right", g_ascii_toupper (*muscle->name), muscle->name + 1);
  g_assert_false (hover_names (fixture, "back"));
  g_object_set (fixture->chart, "muscles", "superficial", NULL);
  wait_until (fixture, hover_names, "back");

  g_signal_connect_swapped (fixture->chart, "muscle-activated",
                            G_CALLBACK (muscle_activated_cb), &activated);
  g_signal_emit_by_name (find_click (GTK_WIDGET (back)), "released", 1, hover.x, hover.y);
  menu = find_nth (back, TAUT_TYPE_POINT_MENU, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (menu)));
  buttons = find_all (menu, GTK_TYPE_BUTTON);
  button = g_ptr_array_index (buttons, buttons->len - 1);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (activated, ==, muscle->id);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (menu)));
  g_assert_true (single_is (fixture, NULL));

  /* M goes on from layer to layer. */
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *now = NULL;

      act (fixture, "chart.next-muscles", NULL);
      g_object_get (fixture->chart, "muscles", &now, NULL);
      g_assert_cmpstr (now, ==, i == 0 ? "deep" : "none");
    }
  g_assert_false (hover_names (fixture, "back"));
  g_clear_pointer (&hover.wanted, g_free);
  g_object_set (fixture->chart, "underwear", FALSE, NULL);
  wait_until (fixture, front_is_settled, NULL);
}

int
main (int   argc,
      char *argv[])
{
  GError *error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  taut_resources_register (&error);
  g_assert_no_error (error);
  knowledge = taut_knowledge_load (&error);
  g_assert_no_error (error);

#define ADD(name, func) \
  g_test_add ("/chart/chart-views/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("open", test_open);
  ADD ("back", test_back);
  ADD ("double-click", test_double_click);
  ADD ("mark", test_mark);
  ADD ("menu", test_menu);
  ADD ("figure", test_figure);
  ADD ("figure-focus", test_figure_focus);
  ADD ("muscles", test_muscles);

  status = g_test_run ();
  taut_knowledge_free (knowledge);

  return status;
}
