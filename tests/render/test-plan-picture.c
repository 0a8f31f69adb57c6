/* test-plan-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render-fixture.h"
#include "taut-plan-picture.h"

static void
test_crop (void)
{
  Fixture fixture;
  TautPlanPicture pictures[TAUT_N_PLAN_PICTURES];
  GListModel *marks;

  fixture_init (&fixture);
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  marks = taut_record_get_marks (fixture.record);
  taut_plan_pictures_choose (fixture.painters, marks, pictures);
  g_assert_cmpstr (taut_view_get_id (taut_chart_painter_get_view (pictures[1].painter)), ==,
                   "right");
  for (guint i = 0; i < TAUT_N_PLAN_PICTURES; i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, 0);
      TautViewBounds crop;
      double x, y;

      taut_plan_picture_crop (&pictures[i], 0.9, &crop);
      g_assert_cmpfloat_with_epsilon (crop.width / crop.height, 0.9, 0.001);
      g_assert_true (taut_view_project (taut_chart_painter_get_view (pictures[i].painter),
                                        taut_mark_get_place (mark), &x, &y));
      g_assert_cmpfloat (x, >, crop.x + 5);
      g_assert_cmpfloat (x, <, crop.x + crop.width - 5);
      g_assert_cmpfloat (y, >, crop.y + 5);
      g_assert_cmpfloat (y, <, crop.y + crop.height - 5);
    }
  fixture_clear (&fixture);
}

/* Marks far apart leave room above and below for the badge of each. */
static void
test_badges (void)
{
  static const char *const points[] = { "quadratus_lumborum.1", "gastrocnemius.1" };
  Fixture fixture;
  TautPlanPicture pictures[TAUT_N_PLAN_PICTURES];
  TautViewBounds crop;
  GListModel *marks;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    fixture_add_mark (&fixture, points[i], TAUT_SIDE_LEFT, 7);
  marks = taut_record_get_marks (fixture.record);
  taut_plan_pictures_choose (fixture.painters, marks, pictures);
  g_assert_true (pictures[0].badges);
  taut_plan_picture_crop (&pictures[0], 1.2, &crop);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      double x, y;

      g_assert_true (taut_view_project (taut_chart_painter_get_view (pictures[0].painter),
                                        taut_mark_get_place (mark), &x, &y));
      g_assert_cmpfloat (y, >, crop.y + 60);
      g_assert_cmpfloat (y, <, crop.y + crop.height - 60);
    }
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/plan-picture/badges", test_badges);
  g_test_add_func ("/render/plan-picture/crop", test_crop);

  return g_test_run ();
}
