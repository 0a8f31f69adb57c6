/* test-muscle-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the card of a muscle and the search say, without a widget. */

#include "config.h"

#include "taut-find-state.h"
#include "taut-muscle-state.h"
#include "taut-names.h"

#include "panel-fixture.h"

static TautAtlas *atlas;

static void
test_muscle (void)
{
  g_autoptr (TautMuscleState) state = taut_muscle_state_new (atlas, NULL, "trapezius");
  const TautMusclePoint *point;

  g_assert_nonnull (state);
  g_assert_cmpstr (state->name, ==, "Trapezius");
  g_assert_cmpstr (state->latin, ==, "Musculus trapezius");
  g_assert_null (state->no_pattern);
  g_assert_nonnull (state->symptoms);
  g_assert_nonnull (state->activation);
  g_assert_cmpuint (state->points->len, >=, 5);
  g_assert_cmpuint (state->heed->len, >, 0);
  g_assert_cmpuint (state->routines->len, >, 0);

  point = g_ptr_array_index (state->points,
                             taut_muscle_state_find_point (state, FIXTURE_POINT));
  g_assert_cmpstr (point->key, ==, FIXTURE_POINT);
  g_assert_cmpstr (point->title, ==, "Upper trapezius, front edge");
  g_assert_true (g_str_has_prefix (point->subtitle, "Well described. Often felt: "));
  g_assert_nonnull (strstr (point->often, "temple"));
  g_assert_nonnull (point->location);

  g_assert_cmpuint (taut_muscle_state_find_point (state, "nowhere.1"), ==, 0);
  g_assert_null (taut_muscle_state_new (atlas, NULL, "nowhere"));
}

/* Every muscle of the atlas has a card; one without points says why. */
static void
test_all_muscles (void)
{
  GPtrArray *muscles = taut_atlas_get_muscles (atlas);

  for (guint i = 0; i < muscles->len; i++)
    {
      const TautMuscle *muscle = g_ptr_array_index (muscles, i);
      g_autoptr (TautMuscleState) state = taut_muscle_state_new (atlas, NULL, muscle->id);

      g_test_message ("%s", muscle->id);
      g_assert_cmpuint (state->points->len, ==, muscle->points->len);
      g_assert_cmpuint (state->linked->len, ==, g_strv_length (muscle->linked));
      g_assert_true ((state->no_pattern != NULL) == (state->points->len == 0));
      g_assert_cmpuint (state->heed->len, >, 0);
      for (guint k = 0; k < state->points->len; k++)
        {
          const TautMusclePoint *point = g_ptr_array_index (state->points, k);

          g_assert_true ((point->often != NULL) ==
                         (point->point->pain
                          && point->point->zones[TAUT_ZONE_ESSENTIAL].areas[0] != NULL));
          g_assert_true (point->point->pain || point->note != NULL);
        }
    }
}

/* A muscle that nobody presses says so before anything else. */
static void
test_no_release (void)
{
  g_autoptr (TautMuscleState) state = taut_muscle_state_new (atlas, NULL, "superior_oblique_eye");
  const TautMuscleGroup *group = taut_atlas_find_muscle_group (atlas, "eye_movers");

  g_assert_cmpstr (g_ptr_array_index (state->heed, 0), ==, group->no_release);
}

/* An answer about health is heard: what it refuses is said to be left out. */
static void
test_health (void)
{
  g_autoptr (TautRecord) record = fixture_new_record (atlas, FIXTURE_POINT, NULL);
  g_autoptr (TautProfile) profile =
    taut_profile_with_answer (taut_record_get_profile (record), "blood_thinner", TAUT_ANSWER_YES);
  g_autoptr (TautMuscleState) before = taut_muscle_state_new (atlas, record, "trapezius");
  g_autoptr (TautMuscleState) after = NULL;
  gboolean said = FALSE;

  taut_record_set_profile (record, profile);
  after = taut_muscle_state_new (atlas, record, "trapezius");
  g_assert_cmpuint (after->routines->len, ==, before->routines->len);
  for (guint i = 0; i < after->routines->len; i++)
    {
      const TautMuscleLink *routine = g_ptr_array_index (after->routines, i);

      said |= strstr (routine->subtitle, "because of blood thinners") != NULL;
    }
  for (guint i = 0; i < after->heed->len; i++)
    said |= strstr (g_ptr_array_index (after->heed, i), "because of blood thinners") != NULL;
  g_assert_true (said);
}

static void
test_side_words (void)
{
  static const struct
  {
    const char *words;
    const char *rest;
    gboolean sided;
    TautSide side;
  } cases[] = {
    { "temple", "temple", FALSE, TAUT_SIDE_RIGHT },
    { "temple left", "temple", TRUE, TAUT_SIDE_LEFT },
    { "Temple, RIGHT", "Temple", TRUE, TAUT_SIDE_RIGHT },
    { "left", "left", FALSE, TAUT_SIDE_RIGHT },
    { "left shoulder blade", "shoulder blade", TRUE, TAUT_SIDE_LEFT },
    { "bright light", "bright light", FALSE, TAUT_SIDE_RIGHT },
    { "", "", FALSE, TAUT_SIDE_RIGHT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TautSide side = TAUT_SIDE_RIGHT;
      gboolean sided;
      g_autofree char *rest = taut_find_state_take_side (cases[i].words, &side, &sided);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (rest, ==, cases[i].rest);
      g_assert_cmpint (sided, ==, cases[i].sided);
      g_assert_cmpint (side, ==, cases[i].side);
    }
}

static void
test_search (void)
{
  static const struct
  {
    const char *words;
    const char *key;
    const char *kind_name;
  } cases[] = {
    { "headache behind the eye", "complaint headache_behind_eye", "Complaint" },
    { "infraspinatus", "muscle infraspinatus", "Muscle" },
    { "infraspinatsu", "muscle infraspinatus", "Muscle" },
    { "temple right", "area temple", "Area" },
    { "upper trapezius front edge", "point trapezius.1", "Point" },
  };
  g_autoptr (TautFinder) finder = taut_finder_new (atlas, taut_name_translate);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) entries =
        taut_find_state_search (atlas, finder, cases[i].words, TAUT_SIDE_RIGHT);
      const TautFindEntry *found = NULL;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (entries->len, >, 0);
      g_assert_cmpuint (entries->len, <=, TAUT_FIND_MOST);
      for (guint k = 0; k < MIN (3, entries->len) && found == NULL; k++)
        if (g_str_equal (((TautFindEntry *) g_ptr_array_index (entries, k))->key, cases[i].key))
          found = g_ptr_array_index (entries, k);
      g_assert_nonnull (found);
      g_assert_cmpstr (found->kind_name, ==, cases[i].kind_name);
      g_assert_cmpuint (strlen (found->subtitle), >, 0);
    }
}

static void
test_areas (void)
{
  g_autoptr (GPtrArray) entries = taut_find_state_list_areas (atlas, TAUT_SIDE_RIGHT);
  GPtrArray *areas = taut_atlas_get_areas (atlas);
  guint n_placed = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      const TautArea *area = g_ptr_array_index (areas, i);

      n_placed += area->kind != TAUT_AREA_SENSATION;
      g_assert_cmpuint (strlen (taut_find_state_name_group (area->group)), >, 0);
    }
  g_assert_cmpuint (entries->len, ==, n_placed);
}

/* No complaint leads to pressing where nobody should press. */
static void
test_complaints (void)
{
  GPtrArray *complaints = taut_atlas_get_complaints (atlas);

  for (guint i = 0; i < complaints->len; i++)
    {
      const TautComplaint *complaint = g_ptr_array_index (complaints, i);
      g_autoptr (TautLikelyState) state =
        taut_likely_state_new_for_complaint (atlas, complaint->id);

      g_test_message ("%s", complaint->id);
      g_assert_cmpuint (state->muscles->len, >, 0);
      for (guint k = 0; k < state->points->len; k++)
        {
          const TautMuscleLink *link = g_ptr_array_index (state->points, k);
          const TautPoint *point = taut_atlas_find_point (atlas, link->key);
          const TautMuscleGroup *group =
            taut_atlas_find_group_of_muscle (atlas, point->muscle->id);

          g_assert_true (point->pain);
          g_assert_true (group == NULL || group->no_release == NULL);
        }
    }
  g_assert_null (taut_likely_state_new_for_complaint (atlas, "nothing"));
  g_assert_null (taut_likely_state_new_for_routine (atlas, "nothing"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = fixture_load_atlas ();

  g_test_add_func ("/panel/muscle-state/muscle", test_muscle);
  g_test_add_func ("/panel/muscle-state/all-muscles", test_all_muscles);
  g_test_add_func ("/panel/muscle-state/no-release", test_no_release);
  g_test_add_func ("/panel/muscle-state/health", test_health);
  g_test_add_func ("/panel/find-state/side-words", test_side_words);
  g_test_add_func ("/panel/find-state/search", test_search);
  g_test_add_func ("/panel/find-state/areas", test_areas);
  g_test_add_func ("/panel/find-state/complaints", test_complaints);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
