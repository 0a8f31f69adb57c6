/* test-routines.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The routines and muscle groups that ship. */

#define G_LOG_DOMAIN "test-routines"

#include "config.h"

#include "taut-atlas.h"

#include "../shipped-atlas.h"

#define MOVING (1u << TAUT_ROUTINE_STRETCH | 1u << TAUT_ROUTINE_MOBILITY | \
                1u << TAUT_ROUTINE_STRENGTH)
#define ALL_DAYS 0x7f

static TautAtlas *atlas;

static gboolean
has (char       **list,
     const char  *id)
{
  return g_strv_contains ((const char *const *) list, id);
}

static void
test_counts (void)
{
  GPtrArray *groups = taut_atlas_get_muscle_groups (atlas);
  guint n_muscles = 0;

  g_assert_cmpuint (taut_atlas_get_routines (atlas)->len, >=, 80);
  g_assert_cmpuint (groups->len, ==, 37);
  for (guint i = 0; i < groups->len; i++)
    {
      const TautMuscleGroup *group = g_ptr_array_index (groups, i);

      n_muscles += g_strv_length (group->muscles);
      g_assert_true (taut_atlas_find_muscle_group (atlas, group->id) == group);
    }
  g_assert_cmpuint (n_muscles, ==, 150);

  for (guint i = 0; i < taut_atlas_get_muscles (atlas)->len; i++)
    {
      const TautMuscle *muscle = g_ptr_array_index (taut_atlas_get_muscles (atlas), i);

      g_assert_nonnull (taut_atlas_find_group_of_muscle (atlas, muscle->id));
    }
}

static guint
find_kinds (const char *group)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);
  guint kinds = 0;

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);

      if (has (routine->groups, group))
        kinds |= 1u << routine->kind;
    }

  return kinds;
}

/* Each group: something to press or a reason why not, something that moves, a
 * habit. */
static void
test_every_group (void)
{
  GPtrArray *groups = taut_atlas_get_muscle_groups (atlas);

  for (guint i = 0; i < groups->len; i++)
    {
      const TautMuscleGroup *group = g_ptr_array_index (groups, i);
      guint kinds = find_kinds (group->id);
      gboolean pressed = (kinds & 1u << TAUT_ROUTINE_PRESSURE) != 0;

      g_test_message ("%s", group->id);
      g_assert_cmpint (pressed, ==, group->no_release == NULL);
      g_assert_cmphex (kinds & MOVING, !=, 0);
      g_assert_cmphex (kinds & 1u << TAUT_ROUTINE_HABIT, !=, 0);
    }
}

static void
test_unique (void)
{
  g_autoptr (GHashTable) steps = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *routines = taut_atlas_get_routines (atlas);

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);

      g_test_message ("%s", routine->id);
      g_assert_true (g_hash_table_add (names, (gpointer) routine->name));
      /* A strength routine may begin with when to begin. */
      for (guint k = 0; routine->steps[k] != NULL; k++)
        if (!g_str_has_prefix (routine->steps[k], "Start when "))
          g_assert_true (g_hash_table_add (steps, routine->steps[k]));
    }
}

static void
check_dose (const TautRoutine *routine)
{
  guint held = routine->hold * routine->repetitions * routine->sets;

  g_assert_cmpuint (routine->minutes, >=, 1);
  g_assert_cmpuint (routine->minutes, <=, 20);
  g_assert_cmpuint (held, <=, routine->minutes * 60);
  g_assert_cmpuint (routine->times_a_day, <=, 4);
  g_assert_cmpuint (routine->weeks, >=, 1);
  g_assert_cmpuint (routine->weeks, <=, 12);
  g_assert_cmpuint (routine->from_week, <=, 3);
  g_assert_cmpuint (routine->pressure_least, <=, routine->pressure_most);
  /* Nobody is told to press harder than this. */
  g_assert_cmpuint (routine->pressure_most, <=, 6);
  g_assert_cmpint (routine->pressure_most > 0, ==, routine->kind == TAUT_ROUTINE_PRESSURE);

  if (routine->kind == TAUT_ROUTINE_STRENGTH)
    {
      g_assert_cmpuint (routine->from_week, >=, 2);
      g_assert_cmpuint (routine->days, !=, ALL_DAYS);
    }
  else
    g_assert_cmpuint (routine->from_week, ==, 1);
  if (routine->kind == TAUT_ROUTINE_STRETCH)
    g_assert_cmpuint (routine->hold, >=, 5);
  if (routine->kind == TAUT_ROUTINE_PRESSURE)
    g_assert_cmpuint (routine->hold, <=, 120);
}

static void
check_texts (const TautRoutine *routine)
{
  const char *const texts[] = { routine->feel, routine->stop, routine->progression,
                                routine->keep_off, routine->at_home };

  g_assert_cmpuint (g_strv_length (routine->steps), >=, 3);
  g_assert_cmpuint (g_strv_length (routine->steps), <=, 4);
  for (guint i = 0; routine->steps[i] != NULL; i++)
    {
      g_assert_true (g_str_has_suffix (routine->steps[i], "."));
      /* The number beside the steps may be lower for this person. */
      if (routine->kind == TAUT_ROUTINE_PRESSURE)
        g_assert_null (strstr (routine->steps[i], " of 10"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (texts[i] == NULL || g_str_has_suffix (texts[i], "."));
  g_assert_cmpuint (strlen (routine->name), <=, 44);
  g_assert_false (g_str_has_suffix (routine->name, "."));
}

/* Precautions look at nothing else, so what a routine is has to be tagged. */
static void
check_tags (const TautRoutine *routine)
{
  static const struct
  {
    const char *position;
    const char *tag;
  } positions[] = {
    { "lying on the back", "flat_back" }, { "lying on the front", "prone" },
    { "lying on the side", "side_lying" }, { "kneeling", "kneeling" },
    { "on hands and knees", "kneeling" },
  };
  gboolean hard = g_strcmp0 (routine->tool, "ball") == 0 ||
                  g_strcmp0 (routine->tool, "hook") == 0 ||
                  g_strcmp0 (routine->tool, "roller") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    if (g_str_equal (routine->position, positions[i].position))
      g_assert_true (has (routine->tags, positions[i].tag));
  g_assert_cmpint (has (routine->tags, "hard_tool"), ==, hard);
  g_assert_cmpint (has (routine->tags, "deep_pressure"), ==, routine->pressure_most >= 5);
  g_assert_cmpint (has (routine->tags, "heat"), ==, routine->kind == TAUT_ROUTINE_HEAT);
  g_assert_cmpint (has (routine->tags, "cold"), ==, routine->kind == TAUT_ROUTINE_COLD);
  g_assert_false (has (routine->tags, "percussion"));
  if (routine->kind == TAUT_ROUTINE_STRETCH)
    g_assert_true (has (routine->tags, "end_range") || routine->groups[0][0] == 'c');
}

/* Pressure where it needs care says so. */
static void
check_pressure (const TautRoutine *routine)
{
  static const struct
  {
    const char *group;
    const char *tag;
  } cares[] = {
    { "side_of_neck", "neck_pressure" }, { "scalenes", "neck_pressure" },
    { "back_of_neck", "neck_pressure" }, { "chest", "chest_pressure" },
    { "belly", "belly_pressure" }, { "calf", "low_leg_pressure" },
    { "shin", "low_leg_pressure" }, { "outer_leg", "low_leg_pressure" },
    { "deep_calf", "low_leg_pressure" }, { "inner_thigh", "inner_thigh_pressure" },
    { "back_of_armpit", "armpit_pressure" }, { "between_blades", "rib_load" },
  };

  if (routine->kind != TAUT_ROUTINE_PRESSURE)
    return;

  g_assert_nonnull (routine->tool);
  for (guint i = 0; i < G_N_ELEMENTS (cares); i++)
    if (g_str_equal (routine->groups[0], cares[i].group))
      g_assert_true (has (routine->tags, cares[i].tag));
  if (!has (routine->tags, "hard_tool"))
    g_assert_cmpuint (routine->pressure_most, <=, 5);
  else
    g_assert_nonnull (routine->at_home);
}

static void
test_ranges (void)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);

      g_test_message ("%s", routine->id);
      check_dose (routine);
      check_texts (routine);
      check_tags (routine);
      check_pressure (routine);
      g_assert_true (has ((char **) taut_atlas_list_equipment (), "ball"));
      for (guint k = 0; routine->tags[k] != NULL; k++)
        g_assert_true (has ((char **) taut_atlas_list_tags (), routine->tags[k]));
    }
}

/* A routine that names muscles is for one of their groups; others lie beside it. */
static void
test_muscles (void)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);
      gboolean any = routine->muscles[0] == NULL;

      g_test_message ("%s", routine->id);
      for (guint k = 0; routine->muscles[k] != NULL; k++)
        any |= has (routine->groups,
                    taut_atlas_find_group_of_muscle (atlas, routine->muscles[k])->id);
      g_assert_true (any);
    }
}

static void
test_pictures (void)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);
      const TautRoutinePicture *picture = &routine->picture;
      gboolean laid = routine->kind == TAUT_ROUTINE_PRESSURE ||
                      routine->kind == TAUT_ROUTINE_HEAT || routine->kind == TAUT_ROUTINE_COLD;

      g_test_message ("%s", routine->id);
      g_assert_cmpint (picture->n_spots > 0, ==, laid);
      g_assert_nonnull (picture->felt[0]);
      g_assert_cmpint (picture->symbol != NULL, ==, routine->kind == TAUT_ROUTINE_HABIT);
      if (routine->kind == TAUT_ROUTINE_STRETCH)
        g_assert_nonnull (picture->arrow);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TautSkin) skin = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  skin = load_shipped_skin ();
  atlas = load_shipped_atlas (skin);

  g_test_add_func ("/atlas/routines/counts", test_counts);
  g_test_add_func ("/atlas/routines/every-group", test_every_group);
  g_test_add_func ("/atlas/routines/unique", test_unique);
  g_test_add_func ("/atlas/routines/ranges", test_ranges);
  g_test_add_func ("/atlas/routines/muscles", test_muscles);
  g_test_add_func ("/atlas/routines/pictures", test_pictures);
  result = g_test_run ();

  g_object_unref (atlas);
  return result;
}
