/* test-notices.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notices for marks on the product's own skin and atlas. */

#include "config.h"

#include "taut-timetable.h"

#include "care-fixture.h"

static TautAtlas *atlas;

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
  g_autoptr (GPtrArray) notices = taut_care_list_notices (atlas, taut_record_get_marks (record));

  g_assert_cmpuint (notices->len, ==, 3);
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

      care_fixture_add_mark (record, atlas, cases[i].point, TAUT_SIDE_LEFT, 6, FALSE);
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

  care_fixture_add_mark (record, atlas, "gastrocnemius.2", TAUT_SIDE_LEFT, 6, TRUE);
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
  atlas = care_fixture_load_atlas ();

  g_test_add_func ("/care/notices/none", test_none);
  g_test_add_func ("/care/notices/points", test_notices);
  g_test_add_func ("/care/notices/plain", test_plain_notices);

  status = g_test_run ();
  g_object_unref (atlas);

  return status;
}
