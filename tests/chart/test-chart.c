/* test-chart.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole chart in a window, driven by what the keys, the actions and
 * assistive technology call.
 */

#include "config.h"

#include <adwaita.h>

#include "taut-area-region.h"
#include "taut-chart.h"
#include "taut-figure-deck.h"
#include "taut-figure-view.h"
#include "taut-knowledge.h"
#include "taut-mark-handle.h"
#include "taut-point-menu.h"
#include "taut-resources.h"
#include "taut-view-thumbnail.h"

#define RECORD_ID "3f1c1e9a-5f5d-4d6e-9c35-0c4b7e2f1a10"

static TautKnowledge *knowledge;

typedef struct
{
  GtkWidget *window;
  TautChart *chart;
  TautRecord *record;
} Fixture;

/* All descendants of a type, in the order of the tree. */
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

static TautFigureView *
get_figure (Fixture    *fixture,
            const char *view_id)
{
  return taut_figure_deck_find (find_nth (fixture->chart, TAUT_TYPE_FIGURE_DECK, 0), view_id);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("The chart did not settle, or is still in use");

  return G_SOURCE_REMOVE;
}

/* Until nothing more is to be painted in any view that is shown. */
static void
settle (Fixture *fixture)
{
  g_autoptr (GPtrArray) figures = find_all (fixture->chart, TAUT_TYPE_FIGURE_VIEW);
  guint id = g_timeout_add_seconds (60, give_up_cb, NULL);
  gboolean settled = FALSE;

  gtk_test_widget_wait_for_draw (fixture->window);
  while (!settled)
    {
      g_main_context_iteration (NULL, TRUE);
      settled = !g_main_context_pending (NULL);
      for (guint i = 0; i < figures->len; i++)
        {
          TautFigureView *figure = g_ptr_array_index (figures, i);

          if (gtk_widget_get_mapped (GTK_WIDGET (figure)))
            settled = settled && taut_figure_view_get_settled (figure);
        }
    }
  g_source_remove (id);
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
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

/* Painting that is under way keeps what it paints for a moment longer. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  guint id = g_timeout_add_seconds (60, give_up_cb, NULL);
  GtkWidget *chart = GTK_WIDGET (fixture->chart);

  g_object_add_weak_pointer (G_OBJECT (chart), (gpointer *) &fixture->chart);
  g_object_add_weak_pointer (G_OBJECT (fixture->record), (gpointer *) &fixture->record);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->record);
  while (fixture->chart != NULL || fixture->record != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static void
put_mark (Fixture    *fixture,
          const char *id,
          const char *point_id,
          TautSide    side)
{
  const TautPoint *point = taut_atlas_find_point (knowledge->atlas, point_id);
  TautSkinPoint at = taut_point_get_place (point, side);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 9, 10, 0, 0);
  g_autoptr (TautMark) mark = taut_mark_new (id, point_id, &at, 5, now);

  taut_record_put_mark (fixture->record, mark, FALSE);
}

static TautAreaRegion *
find_region (TautFigureView *figure,
             const char     *area_id,
             TautSide        side)
{
  g_autoptr (GPtrArray) regions = find_all (figure, TAUT_TYPE_AREA_REGION);

  for (guint i = 0; i < regions->len; i++)
    {
      TautAreaRegion *region = g_ptr_array_index (regions, i);
      const TautAreaSpot *spot = taut_area_region_get_spot (region);

      if (g_str_equal (spot->area->id, area_id) && spot->side == side)
        return region;
    }

  return NULL;
}

static guint
count_focusable (TautFigureView *figure,
                 GType           type)
{
  g_autoptr (GPtrArray) widgets = find_all (figure, type);
  guint n = 0;

  for (guint i = 0; i < widgets->len; i++)
    n += gtk_widget_get_focusable (g_ptr_array_index (widgets, i));

  return n;
}

/* Access */

/* Each area that a large view shows is a button with a name; there is one stop
 * for all; views that are not shown and thumbnails have none. */
static void
test_regions (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const shown[] = { "front", "back" };
  g_autoptr (GPtrArray) thumbnails = find_all (fixture->chart, TAUT_TYPE_VIEW_THUMBNAIL);

  gtk_test_accessible_assert_role (fixture->chart, GTK_ACCESSIBLE_ROLE_GROUP);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      TautFigureView *figure = get_figure (fixture, shown[i]);
      g_autoptr (GPtrArray) regions = find_all (figure, TAUT_TYPE_AREA_REGION);

      gtk_test_accessible_assert_role (figure, GTK_ACCESSIBLE_ROLE_GROUP);
      g_assert_cmpuint (regions->len, ==,
                        taut_area_map_get_n_spots (taut_figure_view_get_areas (figure)));
      g_assert_cmpuint (count_focusable (figure, TAUT_TYPE_AREA_REGION), ==, 1);
      for (guint j = 0; j < regions->len; j++)
        {
          TautAreaRegion *region = g_ptr_array_index (regions, j);
          const char *name = taut_area_region_get_name (region);

          gtk_test_accessible_assert_role (region, GTK_ACCESSIBLE_ROLE_BUTTON);
          gtk_test_accessible_assert_property (region, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
          g_assert_true (g_str_has_suffix (name, ", left") || g_str_has_suffix (name, ", right"));
        }
    }

  g_assert_null (find_region (get_figure (fixture, "left"), "temple", TAUT_SIDE_LEFT));
  g_assert_cmpuint (thumbnails->len, ==, 4);
  for (guint i = 0; i < thumbnails->len; i++)
    {
      g_autoptr (GPtrArray) regions = find_all (g_ptr_array_index (thumbnails, i),
                                               TAUT_TYPE_AREA_REGION);

      g_assert_cmpuint (regions->len, ==, 0);
    }
}

/* What is hit at a pixel is the area that is seen there; a crumb at the edge of
 * the body that the map's grid has missed may be nobody's. */
static void
test_picking (Fixture       *fixture,
              gconstpointer  data)
{
  TautFigureView *figure = get_figure (fixture, "back");
  guint n_hit = 0;
  guint n_missed = 0;

  for (double y = 40.5; y < gtk_widget_get_height (GTK_WIDGET (figure)); y += 7)
    for (double x = 1.5; x < gtk_widget_get_width (GTK_WIDGET (figure)); x += 7)
      {
        GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (figure), x, y, GTK_PICK_DEFAULT);
        const TautAreaSpot *spot;
        double view_x, view_y;

        taut_viewport_to_view (taut_figure_view_get_viewport (figure), x, y, &view_x, &view_y);
        spot = taut_area_map_pick (taut_figure_view_get_areas (figure), view_x, view_y, NULL);
        if (spot == NULL)
          {
            g_assert_true (hit == GTK_WIDGET (figure));
            continue;
          }
        if (TAUT_IS_AREA_REGION (hit))
          g_assert_true (taut_area_region_get_spot (TAUT_AREA_REGION (hit)) == spot);
        else
          n_missed++;
        n_hit++;
      }
  g_assert_cmpuint (n_hit, >, 500);
  g_assert_cmpuint (n_missed, <=, n_hit / 200);
}

/* Arrow keys move the focus, and with it the one stop and the spoken name. */
static void
test_roving (Fixture       *fixture,
             gconstpointer  data)
{
  TautFigureView *figure = get_figure (fixture, "front");
  TautAreaRegion *region = find_region (figure, "knee_front", TAUT_SIDE_LEFT);
  g_autofree char *place = NULL;
  const TautAreaSpot *next;
  GtkWidget *focus;

  g_assert_nonnull (region);
  taut_figure_view_focus_area (figure, taut_area_region_get_spot (region));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (region));
  g_assert_cmpuint (count_focusable (figure, TAUT_TYPE_AREA_REGION), ==, 1);
  g_object_get (fixture->chart, "place-name", &place, NULL);
  g_assert_cmpstr (place, ==, taut_area_region_get_name (region));

  next = taut_area_map_step (taut_figure_view_get_areas (figure),
                             taut_area_region_get_spot (region), TAUT_STEP_DOWN);
  g_assert_nonnull (next);
  g_signal_emit_by_name (region, "step", TAUT_STEP_DOWN);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (TAUT_IS_AREA_REGION (focus));
  g_assert_true (taut_area_region_get_spot (TAUT_AREA_REGION (focus)) == next);
  g_assert_true (gtk_widget_get_focusable (focus));
  g_assert_cmpuint (count_focusable (figure, TAUT_TYPE_AREA_REGION), ==, 1);
}

/* Enter, then the first point, without a pointer: the mark is there, has the
 * focus and a name, takes digits and arrows, and Delete removes it. */
static void
test_keyboard_path (Fixture       *fixture,
                    gconstpointer  data)
{
  TautFigureView *figure = get_figure (fixture, "back");
  const TautPoint *point = taut_atlas_find_point (knowledge->atlas, "infraspinatus.1");
  TautSkinPoint at = taut_point_get_place (point, TAUT_SIDE_LEFT);
  GListModel *marks = taut_record_get_marks (fixture->record);
  const TautAreaSpot *spot;
  TautPointMenu *menu;
  GtkListBox *list;
  GtkWidget *handle;
  double x, y;

  g_assert_true (taut_view_project (taut_figure_view_get_view (figure), &at, &x, &y));
  spot = taut_area_map_pick (taut_figure_view_get_areas (figure), x, y, NULL);
  taut_figure_view_focus_area (figure, spot);
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "area.open", NULL);
  menu = find_nth (figure, TAUT_TYPE_POINT_MENU, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (menu)));

  list = find_nth (menu, GTK_TYPE_LIST_BOX, 0);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  settle (fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (menu)));
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 1);
  g_assert_nonnull (taut_chart_get_selected_mark (fixture->chart));

  handle = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (TAUT_IS_MARK_HANDLE (handle));
  gtk_test_accessible_assert_role (handle, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (handle, "rate", 8);
  g_assert_true (g_str_has_suffix (taut_mark_handle_get_name (TAUT_MARK_HANDLE (handle)),
                                   "marked 8 of 10"));
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       taut_mark_handle_get_name (TAUT_MARK_HANDLE (handle)));
  {
    g_autoptr (TautMark) before = g_list_model_get_item (marks, 0);
    g_autoptr (TautMark) after = NULL;
    double way;

    g_signal_emit_by_name (handle, "nudge", TAUT_STEP_DOWN);
    after = g_list_model_get_item (marks, 0);
    g_assert_cmpuint (taut_mark_get_intensity (after), ==, 8);
    /* The way goes from cell to cell, up to twice as far as the 5 mm of a nudge. */
    way = taut_skin_distance (taut_atlas_get_skin (knowledge->atlas),
                              taut_mark_get_place (before), taut_mark_get_place (after), 50);
    g_assert_cmpfloat (way, >, 2.5);
    g_assert_cmpfloat (way, <, 12);
  }

  g_signal_emit_by_name (handle, "remove");
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 0);
  g_assert_true (TAUT_IS_AREA_REGION (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

/* An area says what is marked in it, and its keys act on that mark. */
static void
test_marked_region (Fixture       *fixture,
                    gconstpointer  data)
{
  TautFigureView *figure = get_figure (fixture, "back");
  GListModel *marks = taut_record_get_marks (fixture->record);
  const TautAreaSpot *spot;
  TautAreaRegion *region;
  double x, y;

  put_mark (fixture, "a", "infraspinatus.1", TAUT_SIDE_RIGHT);
  {
    g_autoptr (TautMark) mark = g_list_model_get_item (marks, 0);

    g_assert_true (taut_view_project (taut_figure_view_get_view (figure),
                                      taut_mark_get_place (mark), &x, &y));
  }
  spot = taut_area_map_pick (taut_figure_view_get_areas (figure), x, y, NULL);
  region = find_region (figure, spot->area->id, TAUT_SIDE_RIGHT);
  gtk_test_accessible_assert_property (region, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "marked 5 of 10");
  g_signal_emit_by_name (region, "shift", 1);
  g_signal_emit_by_name (region, "shift", 1);
  g_signal_emit_by_name (region, "shift", -1);
  gtk_test_accessible_assert_property (region, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "marked 6 of 10");
  g_signal_emit_by_name (region, "remove");
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 0);
  gtk_test_accessible_assert_property (region, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

/* Left and right */

static GBytes *
read_pixels (Fixture   *fixture,
             GtkWidget *widget)
{
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autofree guchar *data = g_malloc0 ((gsize) width * (gsize) height * 4);

  /* What is about to be drawn anew shows nothing until then. */
  while (node == NULL)
    {
      g_autoptr (GdkPaintable) paintable = NULL;
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gtk_test_widget_wait_for_draw (fixture->window);
      paintable = gtk_widget_paintable_new (widget);
      gdk_paintable_snapshot (paintable, snapshot, width, height);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)),
                                         node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, data, (gsize) width * 4);

  return g_bytes_new_take (g_steal_pointer (&data), (gsize) width * (gsize) height * 4);
}

/* Where the disc of a side stands in the deck. */
static float
get_disc_x (Fixture    *fixture,
            const char *view_id,
            const char *letter)
{
  GtkWidget *deck = find_nth (fixture->chart, TAUT_TYPE_FIGURE_DECK, 0);
  g_autoptr (GPtrArray) labels = find_all (get_figure (fixture, view_id), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);
      graphene_rect_t rect;

      if (gtk_widget_has_css_class (label, "side-disc") &&
          g_str_equal (gtk_label_get_label (GTK_LABEL (label)), letter))
        {
          g_assert_true (gtk_widget_compute_bounds (label, deck, &rect));
          return rect.origin.x;
        }
    }

  g_assert_not_reached ();
}

/* A language that is written from right to left turns the window round, but not the body: a
 * mark on its right stays where it is, to the pixel. */
static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *deck = find_nth (fixture->chart, TAUT_TYPE_FIGURE_DECK, 0);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) unmarked = NULL;

  settle (fixture);
  unmarked = read_pixels (fixture, deck);
  put_mark (fixture, "a", "infraspinatus.1", TAUT_SIDE_RIGHT);
  settle (fixture);
  before = read_pixels (fixture, deck);
  g_assert_false (g_bytes_equal (before, unmarked));

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gtk_widget_queue_resize (GTK_WIDGET (fixture->chart));
  settle (fixture);
  g_assert_cmpint (gtk_widget_get_direction (deck), ==, GTK_TEXT_DIR_RTL);
  after = read_pixels (fixture, deck);

  g_assert_cmpfloat (get_disc_x (fixture, "front", "R"), <, get_disc_x (fixture, "front", "L"));
  g_assert_cmpfloat (get_disc_x (fixture, "front", "L"), <, get_disc_x (fixture, "back", "L"));
  g_assert_cmpfloat (get_disc_x (fixture, "back", "L"), <, get_disc_x (fixture, "back", "R"));
  g_assert_true (g_bytes_equal (before, after));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Views */

static guint
count_shown (Fixture *fixture)
{
  g_autoptr (GPtrArray) figures = find_all (fixture->chart, TAUT_TYPE_FIGURE_VIEW);
  guint n = 0;

  for (guint i = 0; i < figures->len; i++)
    n += gtk_widget_get_child_visible (g_ptr_array_index (figures, i));

  return n;
}

static void
test_show_view (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  TautViewThumbnail *thumbnail = find_nth (fixture->chart, TAUT_TYPE_VIEW_THUMBNAIL, 2);

  g_assert_cmpuint (count_shown (fixture), ==, 2);
  g_assert_cmpstr (taut_view_get_id (taut_view_thumbnail_get_view (thumbnail)), ==, "left");
  gtk_widget_activate_action (chart, "chart.show-view", "s", "left");
  settle (fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_figure (fixture, "left"))));
  gtk_test_accessible_assert_state (thumbnail, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);

  /* Once more, or Escape, brings the pair back. */
  gtk_widget_activate_action (chart, "chart.show-view", "s", "left");
  settle (fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  gtk_test_accessible_assert_state (thumbnail, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_widget_activate_action (chart, "chart.show-view", "s", "right");
  settle (fixture);
  gtk_widget_activate_action (chart, "chart.show-pair", NULL);
  settle (fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
}

/* A narrow chart shows one figure; marks are counted in every view. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) thumbnails = find_all (fixture->chart, TAUT_TYPE_VIEW_THUMBNAIL);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 560, 700);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->chart)) > 600)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 1);

  put_mark (fixture, "a", "infraspinatus.1", TAUT_SIDE_RIGHT);
  g_assert_cmpuint (taut_view_thumbnail_get_count (g_ptr_array_index (thumbnails, 0)), ==, 0);
  g_assert_cmpuint (taut_view_thumbnail_get_count (g_ptr_array_index (thumbnails, 1)), ==, 1);
}

/* A mark that the shown views do not show opens one that does. */
static void
test_show_mark (Fixture       *fixture,
                gconstpointer  data)
{
  put_mark (fixture, "a", "infraspinatus.1", TAUT_SIDE_LEFT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->chart), "chart.show-view", "s", "front");
  settle (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_figure (fixture, "front"))));

  taut_chart_show_mark (fixture->chart, "a");
  settle (fixture);
  g_assert_cmpstr (taut_chart_get_selected_mark (fixture->chart), ==, "a");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_figure (fixture, "front"))));
  g_assert_cmpuint (count_shown (fixture), ==, 1);

  /* An unknown one changes nothing. */
  taut_chart_show_mark (fixture->chart, "b");
  g_assert_cmpstr (taut_chart_get_selected_mark (fixture->chart), ==, "a");
}

static void
test_zoom_actions (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  TautViewport *front = taut_figure_view_get_viewport (get_figure (fixture, "front"));
  TautViewport *back = taut_figure_view_get_viewport (get_figure (fixture, "back"));
  double fit = taut_viewport_get_fit_zoom (front);

  /* Both views while none has the focus. */
  gtk_widget_activate_action (chart, "chart.zoom-in", NULL);
  g_assert_cmpfloat (taut_viewport_get_zoom (front), >, fit * 1.2);
  g_assert_cmpfloat (taut_viewport_get_zoom (back), >, fit * 1.2);
  gtk_widget_activate_action (chart, "chart.zoom-fit", NULL);
  g_assert_true (taut_viewport_get_at_fit (front));
  g_assert_true (taut_viewport_get_at_fit (back));

  /* The one that has it. */
  taut_figure_view_focus_area (get_figure (fixture, "back"),
                               taut_area_map_get_spot (taut_figure_view_get_areas (get_figure (fixture, "back")), 0));
  gtk_widget_activate_action (chart, "chart.zoom-in", NULL);
  g_assert_true (taut_viewport_get_at_fit (front));
  g_assert_false (taut_viewport_get_at_fit (back));
  gtk_widget_activate_action (chart, "chart.zoom-out", NULL);
  gtk_widget_activate_action (chart, "chart.zoom-out", NULL);
  g_assert_true (taut_viewport_get_at_fit (back));
  settle (fixture);
}

static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *tool = NULL;
  g_autoptr (TautRecord) record = NULL;

  g_object_get (fixture->chart, "tool", &tool, "record", &record, NULL);
  g_assert_cmpstr (tool, ==, "point");
  g_assert_true (record == fixture->record);
  g_clear_pointer (&tool, g_free);
  gtk_widget_activate_action (GTK_WIDGET (fixture->chart), "chart.tool", "s", "move");
  g_object_get (fixture->chart, "tool", &tool, NULL);
  g_assert_cmpstr (tool, ==, "move");

  put_mark (fixture, "a", "trapezius.1", TAUT_SIDE_LEFT);
  g_object_set (fixture->chart, "selected-mark", "a", NULL);
  g_assert_cmpstr (taut_chart_get_selected_mark (fixture->chart), ==, "a");
  g_object_set (fixture->chart, "selected-mark", "nothing", NULL);
  g_assert_null (taut_chart_get_selected_mark (fixture->chart));
  g_object_set (fixture->chart, "selected-mark", "a", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->chart), "chart.remove-mark", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (taut_record_get_marks (fixture->record)), ==, 0);
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
  g_test_add ("/chart/chart/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("regions", test_regions);
  ADD ("picking", test_picking);
  ADD ("roving", test_roving);
  ADD ("keyboard-path", test_keyboard_path);
  ADD ("marked-region", test_marked_region);
  ADD ("right-to-left", test_right_to_left);
  ADD ("show-view", test_show_view);
  ADD ("narrow", test_narrow);
  ADD ("show-mark", test_show_mark);
  ADD ("zoom-actions", test_zoom_actions);
  ADD ("properties", test_properties);

  status = g_test_run ();
  taut_knowledge_free (knowledge);

  return status;
}
