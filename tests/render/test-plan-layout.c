/* test-plan-layout.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands where on the pages of a plan. */

#include "config.h"

#include <string.h>

#include "plan-fixture.h"

/* No routine across pages, no table apart from its head, all pages numbered. */
static void
test_twelve_routines (void)
{
  Fixture fixture;
  TautPlanOptions options = plan_standard;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  fixture_init (&fixture);
  plan_add_client (&fixture, 12);
  taut_record_set_client_name (fixture.record,
                               "Maximiliane Alexandra Hohenlohe-Waldenburg-Schillingsfuerst "
                               "of a very long name that goes on");
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_LEFT, 3);
  fixture_add_mark (&fixture, "quadratus_lumborum.1", TAUT_SIDE_LEFT, 10);
  fixture_add_mark (&fixture, "gastrocnemius.1", TAUT_SIDE_LEFT, 2);
  options.weeks = 8;
  text = plan_read (&fixture, &options, "-layout");
  plan_assert_has (text, "Maximiliane");
  plan_assert_has (text, "to 17 January 2027");
  plan_assert_has (text, "Weeks 7 and 8");
  plan_assert_has (text, "more spot");
  g_assert_null (strstr (text, "more routine"));

  pages = g_strsplit (text, "\f", -1);
  n_pages = g_strv_length (pages) - 1;
  g_assert_cmpuint (n_pages, >, 4);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n_pages);

      plan_assert_has (pages[i], number);
      /* What belongs to a table, or to a routine, is on its page as often. */
      g_assert_cmpuint (plan_count (pages[i], "Tick as you go"), ==,
                        plan_count (pages[i], "Weeks "));
      g_assert_cmpuint (plan_count (pages[i], "Continued"), ==, 0);
      g_assert_cmpuint (plan_count (pages[i], "You should feel"), ==,
                        plan_count (pages[i], "days a week"));
    }
  fixture_clear (&fixture);
}

static void
test_one_page (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  plan_add_client (&fixture, 3);
  for (guint weeks = 2; weeks <= 8; weeks *= 2)
    {
      TautPlanOptions options = plan_with_variant (TAUT_PLAN_ONE_PAGE);
      g_autofree char *text = NULL;

      options.weeks = weeks;
      text = plan_read (&fixture, &options, "-layout");
      plan_assert_has (text, "Page 1 of 1");
      plan_assert_has (text, "Ball on the wall");
      plan_assert_has (text, "Get help now");
    }
  fixture_add_routines (&fixture, 13);
  {
    TautPlanOptions options = plan_with_variant (TAUT_PLAN_ONE_PAGE);
    g_autofree char *text = plan_read (&fixture, &options, "-layout");

    plan_assert_has (text, "Page 1 of 1");
    plan_assert_has (text, "Routine number 7");
  }
  fixture_clear (&fixture);
}

/* The font's size in the bounding boxes of lines: a line is as high as its letters
 * and a quarter more. */
static double
find_smallest (const char *boxes)
{
  double smallest = G_MAXDOUBLE;

  for (const char *place = boxes; (place = strstr (place, "<word ")) != NULL; place++)
    {
      double top = g_ascii_strtod (strstr (place, "yMin=\"") + 6, NULL);
      double bottom = g_ascii_strtod (strstr (place, "yMax=\"") + 6, NULL);

      smallest = MIN (smallest, bottom - top);
    }

  return smallest;
}

/* Words in Inter are 1.2 times as high as their size says. */
static void
test_large (void)
{
  Fixture fixture;
  TautPlanOptions options = plan_with_variant (TAUT_PLAN_LARGE);
  TautPlanOptions usual = plan_standard;
  g_autofree char *text = NULL;
  g_autofree char *boxes = NULL;
  g_autofree char *usual_boxes = NULL;
  double part;

  fixture_init (&fixture);
  plan_add_client (&fixture, 13);
  text = plan_read (&fixture, &options, "-layout");
  plan_assert_has (text, "Sample client");
  plan_assert_has (text, "Warm pack");
  plan_assert_has (text, "From 23 November");
  plan_assert_has (text, "emergency number");
  plan_assert_has (text, "What to leave out");
  plan_assert_has (text, "Routine number 7");
  /* Every time of the day has boxes of its own, however many rows that makes. */
  plan_assert_has (text, "08:00");
  g_assert_null (strstr (text, "08:00 and "));

  boxes = plan_read (&fixture, &options, "-bbox");
  usual_boxes = plan_read (&fixture, &usual, "-bbox");
  /* The smallest letters of the usual plan, on the badge of a mark, are 7.1 points. */
  part = find_smallest (boxes) / find_smallest (usual_boxes);
  g_assert_cmpfloat (part, >, 2.3);
  g_assert_cmpfloat (find_smallest (boxes), >, 18);
  fixture_clear (&fixture);
}

/* In large type short routines share pages, and the first week is on the first page. */
static void
test_large_pages (void)
{
  Fixture fixture;
  TautPlanOptions options = plan_with_variant (TAUT_PLAN_LARGE);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  fixture_init (&fixture);
  plan_add_client (&fixture, 3);
  text = plan_read (&fixture, &options, "-layout");
  pages = g_strsplit (text, "\f", -1);
  n_pages = g_strv_length (pages) - 1;
  g_assert_cmpuint (n_pages, <=, 6);
  plan_assert_has (pages[0], "From 23 November");
  plan_assert_has (pages[0], "Ball on the wall");
  plan_assert_has (pages[0], "emergency number");
  fixture_clear (&fixture);
}

/* A word on a page, points. */
typedef struct
{
  double left, top, right, bottom;
  char *text;
} Word;

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

static double
read_number (const char *place,
             const char *name)
{
  const char *at = strstr (place, name);

  g_assert_nonnull (at);

  return g_ascii_strtod (at + strlen (name), NULL);
}

static GArray *
read_words (const char *page)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));

  g_array_set_clear_func (words, clear_word);
  for (const char *place = page; (place = strstr (place, "<word ")) != NULL; place++)
    {
      Word word = { read_number (place, "xMin=\""), read_number (place, "yMin=\""),
                    read_number (place, "xMax=\""), read_number (place, "yMax=\"") };
      const char *start = strchr (place, '>') + 1;

      word.text = g_strndup (start, (gsize) (strchr (start, '<') - start));
      g_array_append_val (words, word);
    }

  return words;
}

/* Lines may touch, for the box of a word is higher than its letters. */
static gboolean
overlap (const Word *a,
         const Word *b)
{
  double width = MIN (a->right, b->right) - MAX (a->left, b->left);
  double height = MIN (a->bottom, b->bottom) - MAX (a->top, b->top);

  return width > 1.5 && height > 0.4 * MIN (a->bottom - a->top, b->bottom - b->top);
}

/* No word stands on another, beyond the margins, or below the foot. */
static void
check_page (const char *page,
            const char *what)
{
  g_autoptr (GArray) words = read_words (page);
  double width = read_number (page, "width=\"");
  double height = read_number (page, "height=\"");

  g_assert_cmpuint (words->len, >, 0);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->left < 30 || word->right > width - 30 || word->bottom > height - 18)
        g_test_fail_printf ("%s: \"%s\" leaves the page", what, word->text);
      for (guint j = 0; j < i; j++)
        if (overlap (word, &g_array_index (words, Word, j)))
          g_test_fail_printf ("%s: \"%s\" stands on \"%s\"", what, word->text,
                              g_array_index (words, Word, j).text);
    }
}

static void
check_pages (Fixture    *fixture,
             const char *record)
{
  static const char *const variants[TAUT_N_PLAN_VARIANTS] = {
    "standard", "large", NULL, "one page",
  };

  for (guint i = 0; i < TAUT_N_PLAN_VARIANTS * 2; i++)
    {
      TautPlanOptions options = plan_with_variant (i / 2);
      g_autofree char *boxes = NULL;
      g_auto (GStrv) pages = NULL;

      /* Without colour all stands where it does with colours. */
      if (variants[i / 2] == NULL)
        continue;

      options.paper = i % 2 == 0 ? TAUT_PAPER_A4 : TAUT_PAPER_LETTER;
      boxes = plan_read (fixture, &options, "-bbox");
      pages = g_strsplit (boxes, "<page ", -1);
      for (guint page = 1; pages[page] != NULL; page++)
        {
          g_autofree char *what =
            g_strdup_printf ("%s, %s, %s, page %u", record, variants[i / 2],
                             i % 2 == 0 ? "A4" : "Letter", page);

          check_page (pages[page], what);
        }
    }
}

static void
test_overlaps (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  check_pages (&fixture, "nothing");
  plan_add_client (&fixture, 3);
  check_pages (&fixture, "three routines");
  taut_record_set_client_name (fixture.record,
                               "Maximiliane Alexandra Hohenlohe-Waldenburg-Schillingsfuerst");
  fixture_add_routines (&fixture, 12);
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_LEFT, 3);
  fixture_add_mark (&fixture, "quadratus_lumborum.1", TAUT_SIDE_LEFT, 10);
  fixture_add_mark (&fixture, "gastrocnemius.1", TAUT_SIDE_LEFT, 2);
  check_pages (&fixture, "twelve routines");
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/plan-layout/twelve-routines", test_twelve_routines);
  g_test_add_func ("/render/plan-layout/one-page", test_one_page);
  g_test_add_func ("/render/plan-layout/large", test_large);
  g_test_add_func ("/render/plan-layout/large-pages", test_large_pages);
  g_test_add_func ("/render/plan-layout/overlaps", test_overlaps);

  return g_test_run ();
}
