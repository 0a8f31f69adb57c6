/* test-chart-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-chart-state.h"
#include "taut-knowledge.h"
#include "taut-resources.h"

#define RECORD_ID "3f1c1e9a-5f5d-4d6e-9c35-0c4b7e2f1a10"

static TautAtlas *atlas;

typedef struct
{
  TautRecord *record;
  TautChartState *state;
  guint n_marks_changed;
  guint n_zones_changed;
  guint n_selection_changed;
} Fixture;

static void
count_cb (gpointer  object,
          guint    *count)
{
  (*count)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 9, 10, 0, 0);
  g_autoptr (TautClock) clock = taut_clock_new_fixed (now);

  fixture->record = taut_record_new (RECORD_ID);
  fixture->state = taut_chart_state_new (atlas, clock);
  taut_chart_state_set_record (fixture->state, fixture->record);
  g_signal_connect (fixture->state, "marks-changed",
                    G_CALLBACK (count_cb), &fixture->n_marks_changed);
  g_signal_connect (fixture->state, "zones-changed",
                    G_CALLBACK (count_cb), &fixture->n_zones_changed);
  g_signal_connect (fixture->state, "selection-changed",
                    G_CALLBACK (count_cb), &fixture->n_selection_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->record);
}

/* Marks a point and says which mark that made. */
static const char *
add (Fixture    *fixture,
     const char *point_id,
     TautSide    side)
{
  const TautPoint *point = taut_atlas_find_point (atlas, point_id);
  TautSkinPoint at = taut_point_get_place (point, side);

  taut_chart_state_add_mark (fixture->state, point, &at);

  return taut_chart_state_get_selected (fixture->state);
}

static guint
count_marks (Fixture *fixture)
{
  return g_list_model_get_n_items (taut_chart_state_get_marks (fixture->state));
}

static guint
get_intensity (Fixture    *fixture,
               const char *id)
{
  return taut_mark_get_intensity (taut_chart_state_find_mark (fixture->state, id));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  const char *id = add (fixture, "trapezius.1", TAUT_SIDE_LEFT);
  TautMark *mark;

  g_assert_nonnull (id);
  g_assert_cmpuint (count_marks (fixture), ==, 1);
  g_assert_cmpuint (fixture->n_marks_changed, ==, 1);
  g_assert_cmpuint (fixture->n_selection_changed, ==, 1);
  mark = taut_chart_state_find_mark (fixture->state, id);
  g_assert_cmpstr (taut_mark_get_point_id (mark), ==, "trapezius.1");
  g_assert_cmpint (taut_mark_get_side (mark), ==, TAUT_SIDE_LEFT);
  g_assert_cmpuint (taut_mark_get_intensity (mark), ==, TAUT_NEW_MARK_INTENSITY);

  /* What is undone is not selected. */
  taut_record_undo (fixture->record);
  g_assert_cmpuint (count_marks (fixture), ==, 0);
  g_assert_null (taut_chart_state_get_selected (fixture->state));
}

static void
test_plain_spot (Fixture       *fixture,
                 gconstpointer  data)
{
  const TautSkinPoint at = { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.5, 20 };
  g_autoptr (GArray) zones = NULL;

  taut_chart_state_add_mark (fixture->state, NULL, &at);
  g_assert_cmpuint (count_marks (fixture), ==, 1);
  zones = taut_chart_state_list_zones (fixture->state);
  g_assert_cmpuint (zones->len, ==, 0);
}

/* Steps on one mark are undone together, those on another by themselves. */
static void
test_intensity_steps (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *first = g_strdup (add (fixture, "trapezius.1", TAUT_SIDE_LEFT));
  g_autofree char *second = g_strdup (add (fixture, "trapezius.1", TAUT_SIDE_RIGHT));

  taut_chart_state_set_selected (fixture->state, first);
  taut_chart_state_set_intensity (fixture->state, first, 6);
  taut_chart_state_shift_intensity (fixture->state, first, 1);
  taut_chart_state_shift_intensity (fixture->state, first, 1);
  taut_chart_state_set_selected (fixture->state, second);
  taut_chart_state_set_intensity (fixture->state, second, 2);
  taut_chart_state_shift_intensity (fixture->state, second, -9);
  g_assert_cmpuint (get_intensity (fixture, first), ==, 8);
  g_assert_cmpuint (get_intensity (fixture, second), ==, 0);

  taut_record_undo (fixture->record);
  g_assert_cmpuint (get_intensity (fixture, first), ==, 8);
  g_assert_cmpuint (get_intensity (fixture, second), ==, 5);
  taut_record_undo (fixture->record);
  g_assert_cmpuint (get_intensity (fixture, first), ==, 5);
  taut_record_redo (fixture->record);
  g_assert_cmpuint (get_intensity (fixture, first), ==, 8);

  /* Beyond the ends nothing happens, not even a step of the history. */
  taut_chart_state_set_intensity (fixture->state, first, 10);
  taut_chart_state_shift_intensity (fixture->state, first, 1);
  g_assert_cmpuint (get_intensity (fixture, first), ==, 10);
}

/* One drag is one step. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = g_strdup (add (fixture, "infraspinatus.1", TAUT_SIDE_LEFT));
  TautSkinPoint at = *taut_mark_get_place (taut_chart_state_find_mark (fixture->state, id));
  const TautSkinPoint start = at;

  for (guint i = 0; i < 5; i++)
    {
      at.u += 0.01;
      taut_chart_state_move_mark (fixture->state, id, &at, i > 0);
    }
  at.u += 0.01;
  taut_chart_state_move_mark (fixture->state, id, &at, FALSE);

  taut_record_undo (fixture->record);
  g_assert_cmpfloat_with_epsilon (taut_mark_get_place (taut_chart_state_find_mark (fixture->state, id))->u,
                                  start.u + 0.05, 1e-9);
  taut_record_undo (fixture->record);
  g_assert_cmpfloat_with_epsilon (taut_mark_get_place (taut_chart_state_find_mark (fixture->state, id))->u,
                                  start.u, 1e-9);
  g_assert_cmpstr (taut_mark_get_point_id (taut_chart_state_find_mark (fixture->state, id)),
                   ==, "infraspinatus.1");
}

static void
test_zones (Fixture       *fixture,
            gconstpointer  data)
{
  const TautPoint *preview = taut_atlas_find_point (atlas, "soleus.1");
  g_autoptr (GArray) zones = NULL;

  add (fixture, "trapezius.1", TAUT_SIDE_LEFT);
  add (fixture, "trapezius.1", TAUT_SIDE_LEFT);
  add (fixture, "trapezius.1", TAUT_SIDE_RIGHT);
  zones = taut_chart_state_list_zones (fixture->state);
  g_assert_cmpuint (zones->len, ==, 2);
  g_clear_pointer (&zones, g_array_unref);

  fixture->n_zones_changed = 0;
  taut_chart_state_set_preview (fixture->state, preview, TAUT_SIDE_LEFT);
  taut_chart_state_set_preview (fixture->state, preview, TAUT_SIDE_LEFT);
  g_assert_cmpuint (fixture->n_zones_changed, ==, 1);
  zones = taut_chart_state_list_zones (fixture->state);
  g_assert_cmpuint (zones->len, ==, 3);
  g_clear_pointer (&zones, g_array_unref);

  taut_chart_state_set_preview (fixture->state, NULL, TAUT_SIDE_LEFT);
  zones = taut_chart_state_list_zones (fixture->state);
  g_assert_cmpuint (zones->len, ==, 2);
}

/* Keys act on the selected mark of an area, else on its newest. */
static void
test_mark_in_area (Fixture       *fixture,
                   gconstpointer  data)
{
  const TautPoint *point = taut_atlas_find_point (atlas, "infraspinatus.1");
  TautSkinPoint at = taut_point_get_place (point, TAUT_SIDE_LEFT);
  g_autofree char *first = g_strdup (add (fixture, "infraspinatus.1", TAUT_SIDE_LEFT));
  g_autofree char *second = g_strdup (add (fixture, "infraspinatus.1", TAUT_SIDE_LEFT));
  const TautArea *area;
  TautSide side;

  g_assert_true (taut_chart_state_find_area (fixture->state, &at, &area, &side));
  g_assert_cmpint (side, ==, TAUT_SIDE_LEFT);
  g_assert_cmpstr (taut_mark_get_id (taut_chart_state_find_mark_in (fixture->state, area, side)),
                   ==, second);
  taut_chart_state_set_selected (fixture->state, first);
  g_assert_cmpstr (taut_mark_get_id (taut_chart_state_find_mark_in (fixture->state, area, side)),
                   ==, first);
  g_assert_null (taut_chart_state_find_mark_in (fixture->state, area, TAUT_SIDE_RIGHT));
}

/* Every point is offered in the area that it lies in. */
static void
test_points_in_area (Fixture       *fixture,
                     gconstpointer  data)
{
  GPtrArray *points = taut_atlas_get_points (atlas);

  for (guint i = 0; i < points->len; i++)
    {
      const TautPoint *point = g_ptr_array_index (points, i);
      TautSkinPoint at = taut_point_get_place (point, TAUT_SIDE_RIGHT);
      g_autoptr (GArray) offered = NULL;
      const TautArea *area;
      gboolean found = FALSE;
      TautSide side;

      g_assert_true (taut_chart_state_find_area (fixture->state, &at, &area, &side));
      offered = taut_chart_state_list_points_in (fixture->state, area, side);
      for (guint j = 0; j < offered->len; j++)
        found |= g_array_index (offered, TautNearPoint, j).point == point;
      g_assert_true (found);
    }
}

static void
test_records (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TautRecord) other = taut_record_new ("6f0a2c44-8a55-4c10-9a09-6d2c0a4b7d11");

  add (fixture, "trapezius.1", TAUT_SIDE_LEFT);
  taut_chart_state_set_record (fixture->state, other);
  g_assert_cmpuint (count_marks (fixture), ==, 0);
  g_assert_null (taut_chart_state_get_selected (fixture->state));

  /* The old record is no longer listened to. */
  fixture->n_marks_changed = 0;
  taut_record_undo (fixture->record);
  g_assert_cmpuint (fixture->n_marks_changed, ==, 0);

  taut_chart_state_set_record (fixture->state, NULL);
  g_assert_cmpuint (count_marks (fixture), ==, 0);
  add (fixture, "trapezius.1", TAUT_SIDE_LEFT);
  g_assert_cmpuint (count_marks (fixture), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  GError *error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  taut_resources_register (&error);
  g_assert_no_error (error);
  atlas = taut_knowledge_load_atlas (&error);
  g_assert_no_error (error);

#define ADD(name, func) \
  g_test_add ("/chart/state/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("plain-spot", test_plain_spot);
  ADD ("intensity-steps", test_intensity_steps);
  ADD ("move", test_move);
  ADD ("zones", test_zones);
  ADD ("mark-in-area", test_mark_in_area);
  ADD ("points-in-area", test_points_in_area);
  ADD ("records", test_records);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
