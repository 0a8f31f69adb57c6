/* test-plan-words.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plan-fixture.h"
#include "taut-plan-words.h"

static void
test_meaning (void)
{
  Fixture fixture;
  GListModel *marks;
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;
  g_autofree char *note = NULL;
  g_autofree char *some = NULL;

  fixture_init (&fixture);
  marks = taut_record_get_marks (fixture.record);
  none = taut_plan_words_format_meaning (fixture.atlas, marks, 3);
  plan_assert_has (none, "No spot is marked");

  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  one = taut_plan_words_format_meaning (fixture.atlas, marks, 3);
  plan_assert_has (one, "Side of the neck, behind the ear and temple and side of the head: "
                        "an ache there may come from this spot: Upper trapezius, front edge, right.");

  fixture_add_mark (&fixture, "gastrocnemius.2", TAUT_SIDE_LEFT, 7);
  note = taut_plan_words_format_meaning (fixture.atlas, marks, 3);
  plan_assert_has (note, "A cramp at night rather than pain.");

  fixture_add_mark (&fixture, "gastrocnemius.1", TAUT_SIDE_LEFT, 7);
  some = taut_plan_words_format_meaning (fixture.atlas, marks, 1);
  plan_assert_has (some, "And 2 more spots");
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/plan-words/meaning", test_meaning);

  return g_test_run ();
}
