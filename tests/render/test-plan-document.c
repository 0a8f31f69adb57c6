/* test-plan-document.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "render-fixture.h"
#include "taut-cairo.h"
#include "taut-own-routine.h"
#include "taut-plan-document.h"
#include "taut-plan-picture.h"
#include "taut-plan-weeks.h"
#include "taut-plan-words.h"

static const TautPlanOptions standard = {
  .variant = TAUT_PLAN_STANDARD, .paper = TAUT_PAPER_A4, .weeks = 2,
  .pictures = TRUE, .routines = TRUE, .qr = TRUE,
};

static TautPlanOptions
with_variant (TautPlanVariant variant)
{
  TautPlanOptions options = standard;

  options.variant = variant;

  return options;
}

static TautPlanDocument *
new_document (Fixture               *fixture,
              const TautPlanOptions *options)
{
  return taut_plan_document_new (fixture->atlas, fixture->record, fixture->now, options);
}

/* Writes the plan of the fixture and returns its bytes. */
static GBytes *
write_plan (Fixture                *fixture,
            const TautPlanOptions  *options,
            char                  **path)
{
  g_autoptr (TautPlanDocument) document = new_document (fixture, options);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  *path = fixture_get_path (fixture, "plan.pdf");
  g_assert_true (taut_plan_document_write_pdf (document, *path, &error));
  g_assert_no_error (error);
  bytes = fixture_read (*path);
  g_assert_cmpuint (fixture_count (bytes, "/Type /Page %"), ==,
                    taut_plan_document_get_n_pages (document));

  return bytes;
}

static char *
read_plan (Fixture               *fixture,
           const TautPlanOptions *options,
           const char            *how)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = write_plan (fixture, options, &path);

  return fixture_read_pdf (path, how);
}

static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

static void
assert_has (const char *text,
            const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_fail_printf ("the plan does not say \"%s\":\n%s", words, text);
}

static guint
count_words (const char *text,
             const char *words)
{
  guint n = 0;

  for (const char *place = text; (place = strstr (place, words)) != NULL; place++)
    n++;

  return n;
}

static void
add_client (Fixture *fixture,
            guint    n_routines)
{
  taut_record_set_client_name (fixture->record, "Sample client");
  fixture_add_mark (fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  fixture_add_routines (fixture, n_routines);
}

static void
test_document (void)
{
  Fixture fixture;
  TautPlanOptions options = standard;
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) letter = NULL;

  fixture_init (&fixture);
  add_client (&fixture, 3);
  first = write_plan (&fixture, &options, &path);
  g_assert_true (fixture_has (first, "/Title (Home care plan)"));
  g_assert_true (fixture_has (first, "/Author (Tautline)"));
  g_assert_true (fixture_has (first, "20261125093000"));
  g_assert_true (fixture_has (first, "/Lang (en)"));
  g_assert_true (fixture_has (first, "595.276"));
  g_assert_true (fixture_has (first, "/StructTreeRoot"));
  g_assert_true (fixture_has (first, "/S /H1"));
  g_assert_true (fixture_has (first, "/S /H2"));
  g_assert_false (fixture_has (first, "/Subtype /Image"));
  g_assert_true (fixture_has (first, "/FontFile3"));

  second = write_plan (&fixture, &options, &again);
  g_assert_true (g_bytes_equal (first, second));

  options.paper = TAUT_PAPER_LETTER;
  letter = write_plan (&fixture, &options, &other);
  g_assert_true (fixture_has (letter, "612 792"));
  fixture_clear (&fixture);
}

/* What a screen reader finds in the file: tables with heads, lists of steps, pictures
 * with words. */
static void
test_structure (void)
{
  static const char *const expected[] = {
    "Document\n", "H1 (block)", "H2 (block)", "Table (block)", "  TR\n", "    TH\n", "    TD\n", "L (block)",
    "  LI (block)\n", "    Lbl (block)\n", "    LBody (block)\n", "Figure\n",
  };
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *facts = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fixture_init (&fixture);
  add_client (&fixture, 3);
  bytes = write_plan (&fixture, &standard, &path);
  {
    const char *const list[] = { "pdfinfo", "-struct", path, NULL };
    const char *const tell[] = { "pdfinfo", path, NULL };

    structure = run (list);
    facts = run (tell);
  }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (structure, expected[i]) == NULL)
      g_test_fail_printf ("the structure has no \"%s\":\n%s", expected[i], structure);
  /* Two weeks of three routines, one of them twice a day, and a head. */
  g_assert_cmpuint (count_words (structure, "  TR\n"), ==, 1 + 4);
  g_assert_cmpuint (count_words (structure, "    TD\n"), ==, 4 * 14);
  /* Three pictures of spots, three of routines, the code; each with words. */
  g_assert_cmpuint (count_words (structure, "Figure\n"), ==, 7);
  g_assert_cmpuint (fixture_count (bytes, "/Alt <FEFF"), ==, 7);
  g_assert_cmpuint (fixture_count (bytes, "/Alt <FEFF0050006900630074007500720065003A"), ==, 3);
  assert_has (facts, "Tagged:          yes");
  fixture_clear (&fixture);
}

static void
test_words_on_pages (void)
{
  static const char *const expected[] = {
    "Home care plan", "Sample client", "23 November to 6 December 2026", "25 November 2026",
    "What you marked", "Where this spot", "Where the spot is", "right side",
    "What it means", "What you do", "What to leave out", "tender spot", "sometimes felt",
    "temple", "The questions about health", "Two weeks", "Week 1, from 23 November",
    "Week 2, from 30 November", "Warm pack", "Ball on the wall", "45 s × 3", "hold",
    "times a day", "You should feel", "Get help now", "not medical advice", "Nothing is sent",
    "Page 1 of", "Page 2 of", "A practice",
  };
  static const TautPlanVariant variants[] = { TAUT_PLAN_STANDARD, TAUT_PLAN_MONOCHROME };
  Fixture fixture;

  fixture_init (&fixture);
  add_client (&fixture, 3);
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      TautPlanOptions options = with_variant (variants[i]);
      g_autofree char *text = NULL;

      options.practice = "A practice";
      text = read_plan (&fixture, &options, "-layout");
      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        assert_has (text, expected[j]);
    }
  fixture_clear (&fixture);
}

static void
test_what_to_include (void)
{
  Fixture fixture;
  TautPlanOptions options = standard;
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  add_client (&fixture, 3);
  options.pictures = options.routines = options.qr = FALSE;
  text = read_plan (&fixture, &options, "-layout");
  assert_has (text, "Warm pack");
  g_assert_null (strstr (text, "What you marked"));
  g_assert_null (strstr (text, "You should feel"));
  g_assert_null (strstr (text, "Nothing is sent"));
  fixture_clear (&fixture);
}

/* No routine across pages, no table apart from its head, all pages numbered. */
static void
test_twelve_routines (void)
{
  Fixture fixture;
  TautPlanOptions options = standard;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  fixture_init (&fixture);
  add_client (&fixture, 12);
  taut_record_set_client_name (fixture.record,
                               "Maximiliane Alexandra Hohenlohe-Waldenburg-Schillingsfuerst "
                               "of a very long name that goes on");
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_LEFT, 3);
  fixture_add_mark (&fixture, "quadratus_lumborum.1", TAUT_SIDE_LEFT, 10);
  fixture_add_mark (&fixture, "gastrocnemius.1", TAUT_SIDE_LEFT, 2);
  options.weeks = 8;
  text = read_plan (&fixture, &options, "-layout");
  assert_has (text, "Maximiliane");
  assert_has (text, "to 17 January 2027");
  assert_has (text, "Weeks 7 and 8");
  assert_has (text, "more spot");
  g_assert_null (strstr (text, "more routine"));

  pages = g_strsplit (text, "\f", -1);
  n_pages = g_strv_length (pages) - 1;
  g_assert_cmpuint (n_pages, >, 4);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n_pages);

      assert_has (pages[i], number);
      /* What belongs to a table, or to a routine, is on its page as often. */
      g_assert_cmpuint (count_words (pages[i], "Tick as you go"), ==,
                        count_words (pages[i], "Weeks "));
      g_assert_cmpuint (count_words (pages[i], "Continued"), ==, 0);
      g_assert_cmpuint (count_words (pages[i], "You should feel"), ==,
                        count_words (pages[i], "days a week"));
    }
  fixture_clear (&fixture);
}

static void
test_one_page (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  add_client (&fixture, 3);
  for (guint weeks = 2; weeks <= 8; weeks *= 2)
    {
      TautPlanOptions options = with_variant (TAUT_PLAN_ONE_PAGE);
      g_autofree char *text = NULL;

      options.weeks = weeks;
      text = read_plan (&fixture, &options, "-layout");
      assert_has (text, "Page 1 of 1");
      assert_has (text, "Ball on the wall");
      assert_has (text, "Get help now");
    }
  fixture_add_routines (&fixture, 13);
  {
    TautPlanOptions options = with_variant (TAUT_PLAN_ONE_PAGE);
    g_autofree char *text = read_plan (&fixture, &options, "-layout");

    assert_has (text, "Page 1 of 1");
    assert_has (text, "Routine number 7");
  }
  fixture_clear (&fixture);
}

static void
test_nothing (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  for (guint variant = 0; variant < TAUT_N_PLAN_VARIANTS; variant++)
    {
      TautPlanOptions options = with_variant (variant);
      g_autofree char *text = read_plan (&fixture, &options, "-raw");

      assert_has (text, "No spot is marked yet");
      if (variant != TAUT_PLAN_LARGE)
        assert_has (text, "No routine is planned yet");
      assert_has (text, "Get help now");
      g_assert_null (strstr (text, "You should feel"));
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
  TautPlanOptions options = with_variant (TAUT_PLAN_LARGE);
  TautPlanOptions usual = standard;
  g_autofree char *text = NULL;
  g_autofree char *boxes = NULL;
  g_autofree char *usual_boxes = NULL;
  double part;

  fixture_init (&fixture);
  add_client (&fixture, 13);
  text = read_plan (&fixture, &options, "-layout");
  assert_has (text, "Sample client");
  assert_has (text, "Warm pack");
  assert_has (text, "From 23 November");
  assert_has (text, "emergency number");
  assert_has (text, "What to leave out");
  assert_has (text, "Routine number 7");
  /* Every time of the day has boxes of its own, however many rows that makes. */
  assert_has (text, "08:00");
  g_assert_null (strstr (text, "08:00 and "));

  boxes = read_plan (&fixture, &options, "-bbox");
  usual_boxes = read_plan (&fixture, &usual, "-bbox");
  /* The smallest letters of the usual plan, on the badge of a mark, are 7.1 points. */
  part = find_smallest (boxes) / find_smallest (usual_boxes);
  g_assert_cmpfloat (part, >, 2.3);
  g_assert_cmpfloat (find_smallest (boxes), >, 18);
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
      TautPlanOptions options = with_variant (i / 2);
      g_autofree char *boxes = NULL;
      g_auto (GStrv) pages = NULL;

      /* Without colour all stands where it does with colours. */
      if (variants[i / 2] == NULL)
        continue;

      options.paper = i % 2 == 0 ? TAUT_PAPER_A4 : TAUT_PAPER_LETTER;
      boxes = read_plan (fixture, &options, "-bbox");
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
  add_client (&fixture, 3);
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

/* In large type short routines share pages, and the first week is on the first page. */
static void
test_large_pages (void)
{
  Fixture fixture;
  TautPlanOptions options = with_variant (TAUT_PLAN_LARGE);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  fixture_init (&fixture);
  add_client (&fixture, 3);
  text = read_plan (&fixture, &options, "-layout");
  pages = g_strsplit (text, "\f", -1);
  n_pages = g_strv_length (pages) - 1;
  g_assert_cmpuint (n_pages, <=, 6);
  assert_has (pages[0], "From 23 November");
  assert_has (pages[0], "Ball on the wall");
  assert_has (pages[0], "emergency number");
  fixture_clear (&fixture);
}

/* What fits on the first page is not said again. */
static void
test_said_once (void)
{
  static const char *const once[] = {
    "Get help now", "See a doctor soon", "Ask your therapist", "What it means", "What you do",
    "What to leave out", "Nothing is sent",
  };
  Fixture fixture;
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  add_client (&fixture, 3);
  text = read_plan (&fixture, &standard, "-raw");
  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    if (count_words (text, once[i]) != 1)
      g_test_fail_printf ("\"%s\" is said %u times", once[i], count_words (text, once[i]));
  fixture_clear (&fixture);
}

/* Every pixel of every page is grey. */
static void
test_monochrome (void)
{
  Fixture fixture;
  TautPlanOptions options = with_variant (TAUT_PLAN_MONOCHROME);
  g_autoptr (TautPlanDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  add_client (&fixture, 3);
  document = new_document (&fixture, &options);
  for (guint page = 0; page < taut_plan_document_get_n_pages (document); page++)
    {
      g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                                       596, 842);
      g_autoptr (cairo_t) cr = cairo_create (surface);
      const guint8 *data;
      int stride = cairo_image_surface_get_stride (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      g_assert_true (taut_plan_document_draw (document, page, cr, &error));
      g_assert_no_error (error);
      cairo_surface_flush (surface);
      data = cairo_image_surface_get_data (surface);
      for (int y = 0; y < 842; y++)
        for (int x = 0; x < 596; x++)
          {
            const guint8 *pixel = data + y * stride + x * 4;

            if (pixel[0] != pixel[1] || pixel[1] != pixel[2])
              g_error ("page %u has a colour at %d, %d", page + 1, x, y);
          }
    }
  fixture_clear (&fixture);
}

static TautPrescription *
find_prescription (GPtrArray  *prescriptions,
                   const char *id)
{
  for (guint i = 0; i < prescriptions->len; i++)
    {
      TautPrescription *prescription = g_ptr_array_index (prescriptions, i);

      if (g_str_equal (prescription->id, id))
        return prescription;
    }

  g_assert_not_reached ();
}

static GDate
make_date (guint day,
           guint month,
           guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return date;
}

/* Done, moved, left out and paused sessions. */
static void
test_boxes (void)
{
  Fixture fixture;
  g_autoptr (TautPlanWeeks) weeks = NULL;
  g_autoptr (GPtrArray) prescriptions = NULL;
  g_autoptr (TautPlanItem) ticked = NULL;
  g_autoptr (TautPlanItem) moved = NULL;
  g_autoptr (TautProfile) profile = NULL;
  TautPlanItem *item;
  TautException exception = { .moved = TRUE };
  TautPause pause;
  const TautPlanRow *row;
  GDate day = make_date (26, 11, 2026);
  guint n;

  fixture_init (&fixture);
  fixture_add_routines (&fixture, 2);
  item = taut_record_find_plan_item (fixture.record, "ball_wall");
  ticked = taut_plan_item_with_tick (item, &day, taut_plan_item_get_minutes (item, &n)[1], TRUE);
  g_assert_cmpuint (n, ==, 2);
  exception.date = make_date (24, 11, 2026);
  exception.minute = taut_plan_item_get_minutes (ticked, &n)[0];
  exception.to_date = make_date (25, 11, 2026);
  exception.to_minute = exception.minute + 60;
  moved = taut_plan_item_with_exception (ticked, &exception);
  taut_record_put_plan_item (fixture.record, moved);
  pause.first = make_date (28, 11, 2026);
  pause.last = make_date (29, 11, 2026);
  profile = taut_profile_with_pauses (taut_record_get_profile (fixture.record), &pause, 1);
  taut_record_set_profile (fixture.record, profile);

  prescriptions = taut_prescription_list (fixture.atlas, fixture.record);
  g_assert_nonnull (find_prescription (prescriptions, "ball_wall"));
  weeks = taut_plan_weeks_new (fixture.atlas, fixture.record, prescriptions, &day, 2, 8);
  g_assert_cmpuint (g_date_get_day (&weeks->monday), ==, 23);
  /* The ball has a row for each of its times. */
  g_assert_cmpuint (weeks->rows->len, ==, 3);
  row = g_ptr_array_index (weeks->rows, 1);
  g_assert_cmpstr (row->prescription->id, ==, "ball_wall");
  g_assert_cmpuint (row->cells[0].n_boxes, ==, 1);
  g_assert_cmpuint (row->cells[1].n_boxes, ==, 0);
  g_assert_cmpuint (row->cells[2].n_boxes, ==, 2);
  g_assert_cmpuint (row->cells[5].n_boxes, ==, 0);
  g_assert_cmpuint (row->cells[6].n_boxes, ==, 0);
  g_assert_cmpuint (row->cells[7].n_boxes, ==, 1);
  row = g_ptr_array_index (weeks->rows, 2);
  g_assert_cmpuint (row->cells[3].done, ==, 1);
  g_assert_cmpuint (row->cells[4].done, ==, 0);
  fixture_clear (&fixture);
}

/* A session that was moved to another time stands in the row of that time. */
static void
test_moved_to_other_time (void)
{
  Fixture fixture;
  g_autoptr (TautPlanWeeks) weeks = NULL;
  g_autoptr (GPtrArray) prescriptions = NULL;
  g_autoptr (TautPlanItem) moved = NULL;
  TautPlanItem *item;
  TautException exception = { .moved = TRUE };
  GDate day = make_date (26, 11, 2026);
  const guint *minutes;
  guint n;

  fixture_init (&fixture);
  fixture_add_routines (&fixture, 2);
  item = taut_record_find_plan_item (fixture.record, "ball_wall");
  minutes = taut_plan_item_get_minutes (item, &n);
  g_assert_cmpuint (n, ==, 2);
  exception.date = exception.to_date = day;
  exception.minute = minutes[0];
  exception.to_minute = minutes[1] - 30;
  moved = taut_plan_item_with_exception (item, &exception);
  taut_record_put_plan_item (fixture.record, moved);
  prescriptions = taut_prescription_list (fixture.atlas, fixture.record);
  weeks = taut_plan_weeks_new (fixture.atlas, fixture.record, prescriptions, &day, 2, 8);
  g_assert_cmpuint (((TautPlanRow *) g_ptr_array_index (weeks->rows, 1))->cells[3].n_boxes, ==, 0);
  g_assert_cmpuint (((TautPlanRow *) g_ptr_array_index (weeks->rows, 2))->cells[3].n_boxes, ==, 2);
  g_assert_cmpuint (((TautPlanRow *) g_ptr_array_index (weeks->rows, 1))->cells[4].n_boxes, ==, 1);
  fixture_clear (&fixture);
}

static void
test_weeks_that_begin_later (void)
{
  Fixture fixture;
  g_autoptr (TautPlanWeeks) weeks = NULL;
  g_autoptr (GPtrArray) prescriptions = NULL;
  g_autofree char *words = NULL;
  GDate day = make_date (22, 11, 2026);

  fixture_init (&fixture);
  fixture_add_routines (&fixture, 1);
  prescriptions = taut_prescription_list (fixture.atlas, fixture.record);
  weeks = taut_plan_weeks_new (fixture.atlas, fixture.record, prescriptions, &day, 2, 8);
  g_assert_cmpuint (g_date_get_day (&weeks->monday), ==, 23);
  words = taut_plan_words_format_weeks (weeks, 2);
  g_assert_cmpstr (words, ==, "23 November to 6 December 2026, up to 15 minutes a day");
  fixture_clear (&fixture);
}

static void
test_unknown_and_own_routines (void)
{
  Fixture fixture;
  TautPlanOptions options = standard;
  static const guint noon = 720;
  GDate day = make_date (23, 11, 2026);
  TautDose dose = { 20, 3, 1, 0 };
  g_autoptr (TautPlanItem) unknown = taut_plan_item_new ("gone", "FREQ=DAILY", &noon, 1, &day, NULL);
  g_autoptr (TautOwnRoutine) own = NULL;
  g_autoptr (TautPlanItem) own_item = NULL;
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  own = taut_own_routine_new ("own.6f1c3c1e-6c0e-4f5e-9f43-2f7f6a0c6a11",
                              "Eighty letters of a name that somebody wrote without a thought "
                              "of narrow columns",
                              "Lie down.\nBreathe out.", &dose, 3, NULL);
  own_item = taut_plan_item_new (taut_own_routine_get_id (own), "FREQ=DAILY", &noon, 1, &day,
                                 NULL);
  taut_record_put_own_routine (fixture.record, own);
  taut_record_put_plan_item (fixture.record, own_item);
  taut_record_put_plan_item (fixture.record, unknown);
  text = read_plan (&fixture, &options, "-raw");
  assert_has (text, "narrow columns");
  assert_has (text, "Breathe out.");
  assert_has (text, "Unknown routine");
  assert_has (text, "ask your therapist");
  fixture_clear (&fixture);
}

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
  assert_has (none, "No spot is marked");

  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  one = taut_plan_words_format_meaning (fixture.atlas, marks, 3);
  assert_has (one, "Side of the neck, behind the ear and temple and side of the head: "
                   "an ache there may come from this spot: Upper trapezius, front edge, right.");

  fixture_add_mark (&fixture, "gastrocnemius.2", TAUT_SIDE_LEFT, 7);
  note = taut_plan_words_format_meaning (fixture.atlas, marks, 3);
  assert_has (note, "A cramp at night rather than pain.");

  fixture_add_mark (&fixture, "gastrocnemius.1", TAUT_SIDE_LEFT, 7);
  some = taut_plan_words_format_meaning (fixture.atlas, marks, 1);
  assert_has (some, "And 2 more spots");
  fixture_clear (&fixture);
}

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

/* A camera reads the schedule from the paper: every event of the calendar, without
 * its descriptions. */
static void
test_code (void)
{
  Fixture fixture;
  TautPlanOptions options = standard;
  g_autofree char *path = NULL;
  g_autofree char *picture = NULL;
  g_autofree char *png = NULL;
  g_autofree char *read = NULL;
  g_autofree char *calendar = NULL;
  g_autoptr (TautPlanDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;

  fixture_init (&fixture);
  add_client (&fixture, 2);
  bytes = write_plan (&fixture, &options, &path);
  picture = fixture_get_path (&fixture, "page");
  png = fixture_get_path (&fixture, "page.png");
  {
    const char *const draw[] = { "pdftoppm", "-r", "200", "-f", "1", "-l", "1", "-singlefile",
                                 "-png", path, picture, NULL };
    const char *const scan[] = { "zbarimg", "--quiet", "--raw", "--oneshot", png, NULL };
    g_autofree char *drawn = run (draw);

    read = run (scan);
  }
  document = new_document (&fixture, &options);
  calendar = taut_plan_document_write_calendar (document);
  g_assert_true (g_str_has_prefix (read, "BEGIN:VCALENDAR\r\n"));
  g_assert_cmpuint (count_words (read, "BEGIN:VEVENT"), ==,
                    count_words (calendar, "BEGIN:VEVENT"));
  lines = g_strsplit (read, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL && !g_str_equal (lines[i], "\n"); i++)
    assert_has (calendar, lines[i]);
  fixture_clear (&fixture);
}

static void
test_unwritable (void)
{
  Fixture fixture;
  g_autoptr (TautPlanDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GDir) folder = NULL;

  fixture_init (&fixture);
  document = new_document (&fixture, &standard);
  path = fixture_get_path (&fixture, "no/such/folder/plan.pdf");
  g_assert_false (taut_plan_document_write_pdf (document, path, &error));
  g_assert_nonnull (error);
  folder = g_dir_open (fixture.folder, 0, NULL);
  g_assert_null (g_dir_read_name (folder));
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/plan-document/document", test_document);
  g_test_add_func ("/render/plan-document/structure", test_structure);
  g_test_add_func ("/render/plan-document/words", test_words_on_pages);
  g_test_add_func ("/render/plan-document/what-to-include", test_what_to_include);
  g_test_add_func ("/render/plan-document/twelve-routines", test_twelve_routines);
  g_test_add_func ("/render/plan-document/one-page", test_one_page);
  g_test_add_func ("/render/plan-document/nothing", test_nothing);
  g_test_add_func ("/render/plan-document/large", test_large);
  g_test_add_func ("/render/plan-document/large-pages", test_large_pages);
  g_test_add_func ("/render/plan-document/overlaps", test_overlaps);
  g_test_add_func ("/render/plan-document/said-once", test_said_once);
  g_test_add_func ("/render/plan-document/monochrome", test_monochrome);
  g_test_add_func ("/render/plan-document/unknown-and-own", test_unknown_and_own_routines);
  g_test_add_func ("/render/plan-document/code", test_code);
  g_test_add_func ("/render/plan-document/unwritable", test_unwritable);
  g_test_add_func ("/render/plan-weeks/boxes", test_boxes);
  g_test_add_func ("/render/plan-weeks/moved-to-other-time", test_moved_to_other_time);
  g_test_add_func ("/render/plan-weeks/begin-later", test_weeks_that_begin_later);
  g_test_add_func ("/render/plan-words/meaning", test_meaning);
  g_test_add_func ("/render/plan-picture/crop", test_crop);

  return g_test_run ();
}
