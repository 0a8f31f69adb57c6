/* test-plan-document.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "plan-fixture.h"
#include "taut-cairo.h"
#include "taut-own-routine.h"

static void
test_document (void)
{
  Fixture fixture;
  TautPlanOptions options = plan_standard;
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) letter = NULL;

  fixture_init (&fixture);
  plan_add_client (&fixture, 3);
  first = plan_write (&fixture, &options, &path);
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

  second = plan_write (&fixture, &options, &again);
  g_assert_true (g_bytes_equal (first, second));

  options.paper = TAUT_PAPER_LETTER;
  letter = plan_write (&fixture, &options, &other);
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
  plan_add_client (&fixture, 3);
  bytes = plan_write (&fixture, &plan_standard, &path);
  {
    const char *const list[] = { "pdfinfo", "-struct", path, NULL };
    const char *const tell[] = { "pdfinfo", path, NULL };

    structure = plan_run (list);
    facts = plan_run (tell);
  }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (structure, expected[i]) == NULL)
      g_test_fail_printf ("the structure has no \"%s\":\n%s", expected[i], structure);
  /* Two weeks of three routines, one of them twice a day, and a head. */
  g_assert_cmpuint (plan_count (structure, "  TR\n"), ==, 1 + 4);
  g_assert_cmpuint (plan_count (structure, "    TD\n"), ==, 4 * 14);
  /* Three pictures of spots, three of routines, the code; each with words. */
  g_assert_cmpuint (plan_count (structure, "Figure\n"), ==, 7);
  g_assert_cmpuint (fixture_count (bytes, "/Alt <FEFF"), ==, 7);
  g_assert_cmpuint (fixture_count (bytes, "/Alt <FEFF0050006900630074007500720065003A"), ==, 3);
  plan_assert_has (facts, "Tagged:          yes");
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
  plan_add_client (&fixture, 3);
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      TautPlanOptions options = plan_with_variant (variants[i]);
      g_autofree char *text = NULL;

      options.practice = "A practice";
      text = plan_read (&fixture, &options, "-layout");
      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        plan_assert_has (text, expected[j]);
    }
  fixture_clear (&fixture);
}

static void
test_what_to_include (void)
{
  Fixture fixture;
  TautPlanOptions options = plan_standard;
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  plan_add_client (&fixture, 3);
  options.pictures = options.routines = options.qr = FALSE;
  text = plan_read (&fixture, &options, "-layout");
  plan_assert_has (text, "Warm pack");
  g_assert_null (strstr (text, "What you marked"));
  g_assert_null (strstr (text, "You should feel"));
  g_assert_null (strstr (text, "Nothing is sent"));
  fixture_clear (&fixture);
}

static void
test_nothing (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  for (guint variant = 0; variant < TAUT_N_PLAN_VARIANTS; variant++)
    {
      TautPlanOptions options = plan_with_variant (variant);
      g_autofree char *text = plan_read (&fixture, &options, "-raw");

      plan_assert_has (text, "No spot is marked yet");
      if (variant != TAUT_PLAN_LARGE)
        plan_assert_has (text, "No routine is planned yet");
      plan_assert_has (text, "Get help now");
      g_assert_null (strstr (text, "You should feel"));
    }
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
  plan_add_client (&fixture, 3);
  text = plan_read (&fixture, &plan_standard, "-raw");
  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    if (plan_count (text, once[i]) != 1)
      g_test_fail_printf ("\"%s\" is said %u times", once[i], plan_count (text, once[i]));
  fixture_clear (&fixture);
}

/* Every pixel of every page is grey. */
static void
test_monochrome (void)
{
  Fixture fixture;
  TautPlanOptions options = plan_with_variant (TAUT_PLAN_MONOCHROME);
  g_autoptr (TautPlanDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  plan_add_client (&fixture, 3);
  document = plan_new_document (&fixture, &options);
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

static void
test_unknown_and_own_routines (void)
{
  Fixture fixture;
  TautPlanOptions options = plan_standard;
  static const guint noon = 720;
  GDate day = plan_make_date (23, 11, 2026);
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
  text = plan_read (&fixture, &options, "-raw");
  plan_assert_has (text, "narrow columns");
  plan_assert_has (text, "Breathe out.");
  plan_assert_has (text, "Unknown routine");
  plan_assert_has (text, "ask your therapist");
  fixture_clear (&fixture);
}

/* A camera reads the schedule from the paper: every event of the calendar, without
 * its descriptions. */
static void
test_code (void)
{
  Fixture fixture;
  TautPlanOptions options = plan_standard;
  g_autofree char *path = NULL;
  g_autofree char *picture = NULL;
  g_autofree char *png = NULL;
  g_autofree char *read = NULL;
  g_autofree char *calendar = NULL;
  g_autoptr (TautPlanDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;

  fixture_init (&fixture);
  plan_add_client (&fixture, 2);
  bytes = plan_write (&fixture, &options, &path);
  picture = fixture_get_path (&fixture, "page");
  png = fixture_get_path (&fixture, "page.png");
  {
    const char *const draw[] = { "pdftoppm", "-r", "200", "-f", "1", "-l", "1", "-singlefile",
                                 "-png", path, picture, NULL };
    const char *const scan[] = { "zbarimg", "--quiet", "--raw", "--oneshot", png, NULL };
    g_autofree char *drawn = plan_run (draw);

    read = plan_run (scan);
  }
  document = plan_new_document (&fixture, &options);
  calendar = taut_plan_document_write_calendar (document);
  g_assert_true (g_str_has_prefix (read, "BEGIN:VCALENDAR\r\n"));
  g_assert_cmpuint (plan_count (read, "BEGIN:VEVENT"), ==,
                    plan_count (calendar, "BEGIN:VEVENT"));
  lines = g_strsplit (read, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL && !g_str_equal (lines[i], "\n"); i++)
    plan_assert_has (calendar, lines[i]);
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
  document = plan_new_document (&fixture, &plan_standard);
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
  g_test_add_func ("/render/plan-document/nothing", test_nothing);
  g_test_add_func ("/render/plan-document/said-once", test_said_once);
  g_test_add_func ("/render/plan-document/monochrome", test_monochrome);
  g_test_add_func ("/render/plan-document/unknown-and-own", test_unknown_and_own_routines);
  g_test_add_func ("/render/plan-document/code", test_code);
  g_test_add_func ("/render/plan-document/unwritable", test_unwritable);

  return g_test_run ();
}
