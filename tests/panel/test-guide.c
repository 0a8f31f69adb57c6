/* test-guide.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The guide of the panel: from words to a card, back again, and what it asks of the
 * window. */

#include "config.h"

#include <adwaita.h>

#include "taut-find-row.h"
#include "taut-guide.h"
#include "taut-likely-page.h"
#include "taut-muscle-card.h"
#include "taut-panel.h"
#include "taut-point-row.h"
#include "taut-row-list.h"

#include "panel-fixture.h"

static TautAtlas *atlas;

typedef struct
{
  GtkWidget *window;
  TautPanel *panel;
  GtkWidget *guide;
  TautRecord *record;
  TautClock *clock;
  char *told;         /* the last thing asked of the window */
  char *shown;        /* the point that the chart shows */
  TautSide side;
  guint n_closed;
} Fixture;

static void
tell (Fixture    *fixture,
      const char *what,
      const char *id,
      guint       side)
{
  g_free (fixture->told);
  fixture->told = g_strdup_printf ("%s %s", what, id);
  fixture->side = side;
}

static void
area_chosen_cb (Fixture    *fixture,
                const char *id,
                guint       side)
{
  tell (fixture, "area", id, side);
}

static void
mark_asked_cb (Fixture    *fixture,
               const char *id,
               guint       side)
{
  tell (fixture, "mark", id, side);
}

static void
point_shown_cb (Fixture    *fixture,
                const char *id,
                guint       side)
{
  g_free (fixture->shown);
  fixture->shown = g_strdup (id);
  fixture->side = side;
}

static void
routine_activated_cb (Fixture    *fixture,
                      const char *id)
{
  tell (fixture, "routine", id, 0);
}

static void
guide_closed_cb (Fixture *fixture)
{
  fixture->n_closed++;
}

static char *
note_area (const TautArea *area,
           TautSide        side,
           gpointer        user_data)
{
  return g_str_equal (area->id, "temple") ? g_strdup ("Opens: Left side") : NULL;
}

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

static gpointer
find_first (gpointer root,
            GType    type)
{
  guint n = 0;
  GtkWidget *found = find_widget (root, type, &n);

  g_assert_nonnull (found);

  return found;
}

/* A row by the start of its title. */
static GtkWidget *
find_row (gpointer    root,
          GType       type,
          const char *title)
{
  for (guint i = 0; ; i++)
    {
      guint n = i;
      GtkWidget *row = find_widget (root, type, &n);

      if (row == NULL)
        return NULL;
      if (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }
}

static void
activate_row (GtkWidget *row)
{
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activate");
}

static void
type_words (Fixture    *fixture,
            const char *words)
{
  GtkWidget *entry = find_first (fixture->guide, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (find_first (fixture->guide, GTK_TYPE_SEARCH_ENTRY), "activate");
}

static gboolean
card_is_shown (Fixture    *fixture,
               const char *point_id)
{
  TautMuscleCard *card = find_first (fixture->guide, TAUT_TYPE_MUSCLE_CARD);
  const TautPoint *point = taut_muscle_card_get_point (card);

  return gtk_widget_get_child_visible (GTK_WIDGET (card))
         && g_strcmp0 (point != NULL ? point->id : NULL, point_id) == 0;
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 29, 9, 0, 0);

  fixture->clock = taut_clock_new_fixed (now);
  fixture->record = fixture_new_record (atlas, FIXTURE_POINT, NULL);
  fixture->panel = TAUT_PANEL (taut_panel_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 424, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  fixture->guide = find_first (fixture->panel, TAUT_TYPE_GUIDE);
  g_signal_connect_swapped (fixture->panel, "area-chosen", G_CALLBACK (area_chosen_cb), fixture);
  g_signal_connect_swapped (fixture->panel, "guide-closed", G_CALLBACK (guide_closed_cb), fixture);
  g_signal_connect_swapped (fixture->panel, "mark-asked", G_CALLBACK (mark_asked_cb), fixture);
  g_signal_connect_swapped (fixture->panel, "point-shown", G_CALLBACK (point_shown_cb), fixture);
  g_signal_connect_swapped (fixture->panel, "routine-activated",
                            G_CALLBACK (routine_activated_cb), fixture);
  taut_panel_set_atlas (fixture->panel, atlas, fixture->clock);
  taut_panel_set_record (fixture->panel, fixture->record);
  taut_panel_set_note_func (fixture->panel, note_area, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->record);
  g_clear_object (&fixture->clock);
  g_free (fixture->told);
  g_free (fixture->shown);
}

/* A complaint leads to muscles and points, those to cards; the way back is the same. */
static void
test_complaint (Fixture       *fixture,
                gconstpointer  user_data)
{
  GtkWidget *likely;

  taut_panel_search (fixture->panel);
  g_assert_true (taut_panel_get_guide_shown (fixture->panel));
  type_words (fixture, "headache behind the eye");
  press_enter (fixture);

  likely = find_first (fixture->guide, TAUT_TYPE_LIKELY_PAGE);
  g_assert_true (gtk_widget_get_child_visible (likely));
  activate_row (find_row (likely, ADW_TYPE_ACTION_ROW, "Trapezius"));
  g_assert_true (card_is_shown (fixture, "trapezius.1"));
  g_assert_cmpstr (fixture->shown, ==, "trapezius.1");

  gtk_widget_activate_action (fixture->guide, "guide.back", NULL);
  g_assert_true (gtk_widget_get_child_visible (likely));
  g_assert_null (fixture->shown);
  gtk_widget_activate_action (fixture->guide, "guide.back", NULL);
  g_assert_true (taut_panel_get_guide_shown (fixture->panel));
  g_assert_nonnull (find_row (fixture->guide, TAUT_TYPE_FIND_ROW, "Headache behind the eye"));
  gtk_widget_activate_action (fixture->guide, "guide.back", NULL);
  g_assert_false (taut_panel_get_guide_shown (fixture->panel));
  g_assert_cmpuint (fixture->n_closed, ==, 1);
}

/* The side of the words, a button for each side, and where it is seen. */
static void
test_area (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkWidget *row;

  taut_panel_search (fixture->panel);
  type_words (fixture, "temple left");
  row = find_row (fixture->guide, TAUT_TYPE_FIND_ROW, "Temple and side of the head, left");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Area · Head\nOpens: Left side");
  activate_row (row);
  g_assert_cmpstr (fixture->told, ==, "area temple");
  g_assert_cmpint (fixture->side, ==, TAUT_SIDE_LEFT);

  type_words (fixture, "temple");
  row = find_row (fixture->guide, TAUT_TYPE_FIND_ROW, "Temple and side of the head");
  for (guint i = 0; i < TAUT_N_SIDES; i++)
    {
      guint n = i;

      g_signal_emit_by_name (find_widget (row, GTK_TYPE_BUTTON, &n), "clicked");
      g_assert_cmpint (fixture->side, ==, i == 0 ? TAUT_SIDE_LEFT : TAUT_SIDE_RIGHT);
    }
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  AdwStatusPage *page = find_first (fixture->guide, ADW_TYPE_STATUS_PAGE);

  taut_panel_search (fixture->panel);
  type_words (fixture, "xq <zz>");
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (page)));
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "Nothing found for “xq &lt;zz&gt;”");
  press_enter (fixture);
  g_assert_null (fixture->told);
}

/* One row is open, the one that the chart shows; either side; marking asks the window. */
static void
test_card (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkWidget *card;
  GtkWidget *first;
  GtkWidget *second;
  guint n = 0;

  taut_panel_show_point (fixture->panel, "infraspinatus.1", TAUT_SIDE_LEFT);
  g_assert_true (card_is_shown (fixture, "infraspinatus.1"));
  g_assert_cmpstr (fixture->shown, ==, "infraspinatus.1");
  g_assert_cmpint (fixture->side, ==, TAUT_SIDE_LEFT);

  card = find_first (fixture->guide, TAUT_TYPE_MUSCLE_CARD);
  first = find_widget (card, TAUT_TYPE_POINT_ROW, &n);
  n = 1;
  second = find_widget (card, TAUT_TYPE_POINT_ROW, &n);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (first)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (second), TRUE);
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (first)));
  g_assert_cmpstr (fixture->shown, ==, taut_row_list_get_key (second));

  n = 1;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_widget (card, GTK_TYPE_TOGGLE_BUTTON, &n)),
                                TRUE);
  g_assert_cmpint (fixture->side, ==, TAUT_SIDE_RIGHT);
  gtk_widget_activate_action (second, "guide.mark-point", "s", taut_row_list_get_key (second));
  g_assert_true (g_str_has_prefix (fixture->told, "mark infraspinatus."));
  g_assert_cmpint (fixture->side, ==, TAUT_SIDE_RIGHT);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (second), FALSE);
  g_assert_null (fixture->shown);
}

/* Links to muscles and routines; a muscle without a pattern says so. */
static void
test_links (Fixture       *fixture,
            gconstpointer  user_data)
{
  const TautMuscle *muscle = taut_atlas_find_muscle (atlas, "latissimus_dorsi");
  const TautMuscle *linked = taut_atlas_find_muscle (atlas, muscle->linked[0]);
  const TautMuscle *bare = taut_atlas_find_muscle (atlas, "palmaris_brevis");
  GtkWidget *card = find_first (fixture->guide, TAUT_TYPE_MUSCLE_CARD);

  taut_panel_show_muscle (fixture->panel, muscle->id, TAUT_SIDE_RIGHT);
  activate_row (find_row (card, ADW_TYPE_ACTION_ROW, linked->name));
  g_assert_true (taut_muscle_card_get_point (TAUT_MUSCLE_CARD (card))->muscle == linked);

  taut_panel_show_muscle (fixture->panel, bare->id, TAUT_SIDE_RIGHT);
  g_assert_true (card_is_shown (fixture, NULL));
  g_assert_null (fixture->shown);

  gtk_widget_activate_action (fixture->guide, "guide.back", NULL);
  gtk_widget_activate_action (fixture->guide, "guide.back", NULL);
  g_assert_true (taut_muscle_card_get_point (TAUT_MUSCLE_CARD (card))->muscle == muscle);

  gtk_widget_activate_action (card, "panel.show-routine", "s", "any");
  g_assert_cmpstr (fixture->told, ==, "routine any");
}

/* Long texts do not make the panel wider than it is. */
static void
test_width (Fixture       *fixture,
            gconstpointer  user_data)
{
  int minimum, natural;

  taut_panel_show_point (fixture->panel, "infraspinatus.1", TAUT_SIDE_LEFT);
  gtk_widget_measure (fixture->guide, GTK_ORIENTATION_HORIZONTAL, 300, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (natural, <=, 424);

  taut_panel_search (fixture->panel);
  type_words (fixture, "headache behind the eye");
  gtk_widget_measure (fixture->guide, GTK_ORIENTATION_HORIZONTAL, 300, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (natural, <=, 424);
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
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

  add_test ("/panel/guide/complaint", test_complaint);
  add_test ("/panel/guide/area", test_area);
  add_test ("/panel/guide/nothing", test_nothing);
  add_test ("/panel/guide/card", test_card);
  add_test ("/panel/guide/links", test_links);
  add_test ("/panel/guide/width", test_width);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
