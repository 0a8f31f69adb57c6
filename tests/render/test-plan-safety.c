/* test-plan-safety.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What precautions and warning signs make of a plan on paper, with the atlas that
 * ships. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "taut-plan-document.h"
#include "taut-timetable.h"

#include "../shipped-atlas.h"

static TautAtlas *atlas;

/* A spot beside the neck, a ball and a stretch, and a question answered with yes. */
static TautRecord *
make_record (const char *yes)
{
  static const char *const routines[] = { "shoulder_ball_wall", "ear_to_shoulder" };
  TautRecord *record = taut_record_new ("6f1c3c1e-6c0e-4f5e-9f43-2f7f6a0c6a11");
  TautSkinPoint at = taut_point_get_place (taut_atlas_find_point (atlas, "trapezius.1"),
                                           TAUT_SIDE_RIGHT);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 23, 9, 0, 0);
  g_autoptr (TautMark) mark = taut_mark_new ("mark", "trapezius.1", &at, 7, time);
  g_autoptr (TautProfile) profile = NULL;
  g_autoptr (TautProfile) screened = NULL;
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 23, G_DATE_NOVEMBER, 2026);
  taut_record_put_mark (record, mark, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (routines); i++)
    {
      g_autoptr (TautPlanItem) item =
        taut_care_plan_routine (taut_atlas_find_routine (atlas, routines[i]), &start);

      taut_record_put_plan_item (record, item);
    }
  if (yes != NULL)
    profile = taut_profile_with_answer (taut_record_get_profile (record), yes, TAUT_ANSWER_YES);
  else
    profile = g_object_ref (taut_record_get_profile (record));
  screened = taut_profile_with_screened (profile, &start);
  taut_record_set_profile (record, screened);

  return record;
}

static char *
read_plan (const char      *yes,
           TautPlanVariant  variant)
{
  TautPlanOptions options = {
    .variant = variant, .weeks = 2, .pictures = TRUE, .routines = TRUE, .qr = TRUE,
  };
  g_autoptr (TautRecord) record = make_record (yes);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 23, 9, 0, 0);
  g_autoptr (TautPlanDocument) document = taut_plan_document_new (atlas, record, now, &options);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const char *argv[] = { "pdftotext", "-raw", NULL, "-", NULL };
  char *text = NULL;
  int status, descriptor;

  descriptor = g_file_open_tmp ("taut-plan-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (descriptor, NULL);
  g_assert_true (taut_plan_document_write_pdf (document, path, &error));
  g_assert_no_error (error);
  argv[2] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_remove (path);
  g_strdelimit (text, "\n", ' ');

  return text;
}

static void
test_sound (void)
{
  g_autofree char *text = read_plan (NULL, TAUT_PLAN_STANDARD);

  g_assert_nonnull (strstr (text, "Ball on the wall"));
  g_assert_nonnull (strstr (text, "Week 1"));
  g_assert_null (strstr (text, "not for now"));
  g_assert_null (strstr (text, "Gentler for you"));
  g_assert_null (strstr (text, "were skipped"));
  g_assert_null (strstr (text, "First of all"));
}

/* What a rule refuses is neither in the weeks nor among the blocks, and the page says
 * why. */
static void
test_left_out (void)
{
  g_autofree char *text = read_plan ("blood_thinner", TAUT_PLAN_STANDARD);

  g_assert_nonnull (strstr (text, "Ball on the wall: not for now, because of blood thinners"));
  g_assert_null (strstr (text, "Stand with your back to a wall"));
  g_assert_nonnull (strstr (text, "Ear to shoulder"));
}

static void
test_softened (void)
{
  g_autofree char *text = read_plan ("osteoporosis", TAUT_PLAN_STANDARD);

  g_assert_nonnull (strstr (text, "Gentler for you, because of osteoporosis."));
}

/* First things first, in every variant, and nothing to tick. */
static void
test_alarm (void)
{
  for (guint variant = 0; variant < TAUT_N_PLAN_VARIANTS; variant++)
    {
      g_autofree char *text = read_plan ("head_sudden", variant);

      g_assert_nonnull (strstr (text, "First of all"));
      g_assert_nonnull (strstr (text, "Call the emergency number"));
      g_assert_nonnull (strstr (text, "Wait with all routines"));
      g_assert_null (strstr (text, "Week 1"));
      g_assert_null (strstr (text, "From 23 November"));
      g_assert_null (strstr (text, "You should feel"));
      g_assert_null (strstr (text, "for your phone"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (TautSkin) skin = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  skin = load_shipped_skin ();
  atlas = load_shipped_atlas (skin);

  g_test_add_func ("/render/plan-safety/sound", test_sound);
  g_test_add_func ("/render/plan-safety/left-out", test_left_out);
  g_test_add_func ("/render/plan-safety/softened", test_softened);
  g_test_add_func ("/render/plan-safety/alarm", test_alarm);

  status = g_test_run ();
  g_object_unref (atlas);

  return status;
}
