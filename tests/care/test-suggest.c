/* test-suggest.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Routines and notices for marks on the product's own skin and atlas. */

#include "config.h"

#include "taut-resources.h"
#include "taut-timetable.h"

static TautAtlas *atlas;

static TautAtlas *
load_atlas (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TautSkin) skin = NULL;
  g_autoptr (GFile) folder = taut_resources_get_file ("atlas");
  TautAtlas *loaded;

  taut_resources_register (&error);
  g_assert_no_error (error);
  bytes = taut_resources_lookup ("figure/skin.cells", &error);
  g_assert_no_error (error);
  skin = taut_skin_new (bytes, &error);
  g_assert_no_error (error);
  loaded = taut_atlas_load (folder, skin, &error);
  g_assert_no_error (error);

  return loaded;
}

/* A mark of @point_id, or a plain spot that lies where that point is. */
static void
add_mark (TautRecord *record,
          const char *point_id,
          TautSide    side,
          gboolean    plain)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 2, 9, 30, 0);
  g_autofree char *id = g_uuid_string_random ();
  const TautPoint *point = taut_atlas_find_point (atlas, point_id);
  TautSkinPoint at;
  g_autoptr (TautMark) mark = NULL;

  g_assert_nonnull (point);
  at = taut_point_get_place (point, side);
  mark = taut_mark_new (id, plain ? NULL : point_id, &at, 6, time);
  taut_record_put_mark (record, mark, FALSE);
}

static gboolean
has_routine_for (GPtrArray  *routines,
                 const char *muscle)
{
  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);

      if (g_strv_contains ((const char *const *) routine->muscles, muscle))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_notice (GPtrArray  *notices,
            const char *id)
{
  for (guint i = 0; i < notices->len; i++)
    {
      if (strcmp (((TautNotice *) g_ptr_array_index (notices, i))->id, id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_none (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (GPtrArray) routines = taut_care_suggest (atlas, taut_record_get_marks (record));
  g_autoptr (GPtrArray) notices = taut_care_list_notices (atlas, taut_record_get_marks (record));

  g_assert_cmpuint (routines->len, ==, 0);
  g_assert_cmpuint (notices->len, ==, 3);
}

/* Each point of a muscle that has routines at all has by itself two or three of
 * them, all for its muscle, and a plain spot in its place has some, too. */
static void
test_each_point (void)
{
  GPtrArray *points = taut_atlas_get_points (atlas);

  for (guint i = 0; i < points->len; i++)
    {
      const TautPoint *point = g_ptr_array_index (points, i);
      g_autoptr (TautRecord) record = taut_record_new ("x");
      g_autoptr (TautRecord) plain = taut_record_new ("x");
      g_autoptr (GPtrArray) routines = NULL;
      g_autoptr (GPtrArray) near = NULL;

      if (!has_routine_for (taut_atlas_get_routines (atlas), point->muscle->id))
        continue;

      g_test_message ("%s", point->id);
      add_mark (record, point->id, TAUT_SIDE_RIGHT, FALSE);
      routines = taut_care_suggest (atlas, taut_record_get_marks (record));
      g_assert_cmpuint (routines->len, >=, 2);
      g_assert_cmpuint (routines->len, <=, 3);
      for (guint j = 0; j < routines->len; j++)
        {
          const TautRoutine *routine = g_ptr_array_index (routines, j);

          g_assert_true (g_strv_contains ((const char *const *) routine->muscles,
                                          point->muscle->id));
        }

      add_mark (plain, point->id, TAUT_SIDE_LEFT, TRUE);
      near = taut_care_suggest (atlas, taut_record_get_marks (plain));
      g_assert_true (has_routine_for (near, point->muscle->id));
    }
}

static void
test_notices (void)
{
  static const struct
  {
    const char *point;
    const char *notice;
  } cases[] = {
    { "trapezius.1", "head_now" },
    { "trapezius.1", "neck_artery_now" },
    { "scalenes.ant", "chest_now" },
    { "pectoralis_minor.lower", "chest_now" },
    { "scm.st_mid", "headache_urgent" },
    { "quadratus_lumborum.1", "belly_now" },
    { "quadratus_lumborum.1", "saddle_now" },
    { "piriformis.medial", "saddle_now" },
    { "gastrocnemius.2", "calf_clot_urgent" },
    { "soleus.2", "calf_lung_now" },
    { "masseter.deep", "jaw_urgent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TautRecord) record = taut_record_new ("x");
      g_autoptr (GPtrArray) notices = NULL;

      add_mark (record, cases[i].point, TAUT_SIDE_LEFT, FALSE);
      notices = taut_care_list_notices (atlas, taut_record_get_marks (record));
      g_test_message ("%s", cases[i].point);
      g_assert_true (has_notice (notices, cases[i].notice));
      g_assert_true (has_notice (notices, "always_general"));
    }
}

/* The place of a plain spot calls for its notice, too. */
static void
test_plain_notices (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (GPtrArray) notices = NULL;

  add_mark (record, "gastrocnemius.2", TAUT_SIDE_LEFT, TRUE);
  notices = taut_care_list_notices (atlas, taut_record_get_marks (record));
  g_assert_true (has_notice (notices, "calf_clot_urgent"));
  g_assert_false (has_notice (notices, "head_now"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = load_atlas ();

  g_test_add_func ("/care/suggest/none", test_none);
  g_test_add_func ("/care/suggest/each-point", test_each_point);
  g_test_add_func ("/care/suggest/notices", test_notices);
  g_test_add_func ("/care/suggest/plain-notices", test_plain_notices);

  status = g_test_run ();
  g_object_unref (atlas);

  return status;
}
