/* test-plan-page.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "render-fixture.h"
#include "taut-cairo.h"
#include "taut-plan-page.h"
#include "taut-plan-picture.h"
#include "taut-plan-table.h"
#include "taut-plan-words.h"

/* Writes the plan of the fixture and returns its bytes. */
static GBytes *
write_plan (Fixture    *fixture,
            gboolean    large,
            TautPaper   paper,
            char      **path)
{
  g_autoptr(TautPlanPage) page =
    taut_plan_page_new (fixture->atlas, fixture->record, fixture->now, large);
  g_autoptr(GError) error = NULL;

  *path = fixture_get_path (fixture, "plan.pdf");
  g_assert_true (taut_plan_page_write_pdf (page, paper, *path, &error));
  g_assert_no_error (error);

  return fixture_read (*path);
}

static char *
read_plan (Fixture  *fixture,
           gboolean  large)
{
  g_autofree char *path = NULL;
  g_autoptr(GBytes) bytes = write_plan (fixture, large, TAUT_PAPER_A4, &path);

  g_assert_cmpuint (fixture_count (bytes, "/Type /Page %"), ==, 1);

  return fixture_read_pdf (path, "-layout");
}

static void
assert_has (const char *text,
            const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("the page does not say \"%s\":\n%s", words, text);
}

static void
test_document (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) second = NULL;
  g_autoptr(GBytes) letter = NULL;

  fixture_init (&fixture);
  taut_record_set_client_name (fixture.record, "Sample client");
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  fixture_add_routines (&fixture, 3);
  first = write_plan (&fixture, FALSE, TAUT_PAPER_A4, &path);
  g_assert_cmpuint (fixture_count (first, "/Type /Page %"), ==, 1);
  g_assert_true (fixture_has (first, "/Title (Home care plan)"));
  g_assert_true (fixture_has (first, "/Author (Tautline)"));
  g_assert_true (fixture_has (first, "20261125093000"));
  g_assert_true (fixture_has (first, "/Lang (en)"));
  g_assert_true (fixture_has (first, "595.276"));
  g_assert_false (fixture_has (first, "/Subtype /Image"));

  second = write_plan (&fixture, FALSE, TAUT_PAPER_A4, &again);
  g_assert_true (g_bytes_equal (first, second));

  g_clear_pointer (&again, g_free);
  letter = write_plan (&fixture, FALSE, TAUT_PAPER_LETTER, &again);
  g_assert_true (fixture_has (letter, "612 792"));
  fixture_clear (&fixture);
}

static void
test_words_on_page (void)
{
  static const char *const expected[] = {
    "Home care plan", "Sample client", "23 to 29 November 2026", "25 November 2026",
    "What you marked", "Where this spot", "Where the spot is", "right side",
    "What it means", "What you do", "What to leave out", "tender spot", "sometimes felt",
    "temple", "This week", "Mon 23", "Sun 29", "Warm pack", "Ball on the wall", "45 s × 3",
    "Get help now", "Ask your therapist", "not medical advice", "Page 1 of 1",
  };
  Fixture fixture;
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  taut_record_set_client_name (fixture.record, "Sample client");
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  fixture_add_routines (&fixture, 3);
  text = read_plan (&fixture, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_has (text, expected[i]);
  fixture_clear (&fixture);
}

static void
test_twelve_routines (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  taut_record_set_client_name (fixture.record,
                               "Maximiliane Alexandra Hohenlohe-Waldenburg-Schillingsfuerst "
                               "of a very long name that goes on");
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_LEFT, 3);
  fixture_add_mark (&fixture, "quadratus_lumborum.1", TAUT_SIDE_LEFT, 10);
  fixture_add_mark (&fixture, "gastrocnemius.1", TAUT_SIDE_LEFT, 2);
  fixture_add_routines (&fixture, 12);
  text = read_plan (&fixture, FALSE);
  if (text != NULL)
    {
      assert_has (text, "Maximiliane");
      assert_has (text, "23 to 29 November 2026");
      assert_has (text, "Routine number 7");
      g_assert_null (strstr (text, "more routine"));
      assert_has (text, "more spot");
    }
  fixture_clear (&fixture);
}

static void
test_nothing (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;
  g_autofree char *large = NULL;

  fixture_init (&fixture);
  text = read_plan (&fixture, FALSE);
  large = read_plan (&fixture, TRUE);
  if (text != NULL)
    {
      assert_has (text, "No spot is marked yet");
      assert_has (text, "Nothing is planned yet");
      assert_has (text, "Get help now");
      assert_has (large, "Not medical advice");
    }
  fixture_clear (&fixture);
}

static void
test_large (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  taut_record_set_client_name (fixture.record, "Sample client");
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  fixture_add_routines (&fixture, 13);
  text = read_plan (&fixture, TRUE);
  if (text != NULL)
    {
      assert_has (text, "Sample client");
      assert_has (text, "Warm pack");
      assert_has (text, "emergency number");
      /* Large type has no room for them all, and says so. */
      assert_has (text, "more routines");
    }
  fixture_clear (&fixture);
}

static void
test_ticks (void)
{
  Fixture fixture;
  g_autoptr(TautPlanWeek) week = NULL;
  g_autoptr(TautPlanItem) item = NULL;
  g_autoptr(TautPlanItem) ticked = NULL;
  const TautPlanRow *row;
  GDate day;
  guint n;

  fixture_init (&fixture);
  fixture_add_routines (&fixture, 2);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 26, G_DATE_NOVEMBER, 2026);
  item = g_object_ref (taut_record_find_plan_item (fixture.record, "ball_wall"));
  ticked = taut_plan_item_with_tick (item, &day, taut_plan_item_get_minutes (item, &n)[1], TRUE);
  taut_record_put_plan_item (fixture.record, ticked);

  week = taut_plan_week_new (fixture.atlas, taut_record_get_plan (fixture.record), &day);
  g_assert_cmpuint (g_date_get_day (&week->monday), ==, 23);
  g_assert_cmpuint (g_date_get_day (&week->sunday), ==, 29);
  g_assert_cmpuint (week->rows->len, ==, 2);
  row = &g_array_index (week->rows, TautPlanRow, 1);
  g_assert_cmpstr (row->routine->id, ==, "ball_wall");
  for (guint i = 0; i < TAUT_WEEK_DAYS; i++)
    {
      g_assert_cmpuint (row->cells[i].n_boxes, ==, 2);
      g_assert_cmpuint (row->cells[i].done, ==, i == 3 ? 2 : 0);
    }
  /* 15 minutes once and 4 minutes twice. */
  g_assert_cmpuint (taut_plan_week_get_minutes (week), ==, 23);
  fixture_clear (&fixture);
}

static void
test_week_that_begins_later (void)
{
  Fixture fixture;
  g_autoptr(TautPlanWeek) week = NULL;
  g_autofree char *words = NULL;
  GDate day;

  fixture_init (&fixture);
  fixture_add_routines (&fixture, 1);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 22, G_DATE_NOVEMBER, 2026);
  week = taut_plan_week_new (fixture.atlas, taut_record_get_plan (fixture.record), &day);
  g_assert_cmpuint (g_date_get_day (&week->monday), ==, 23);
  words = taut_plan_words_format_week (week);
  g_assert_cmpstr (words, ==, "23 to 29 November 2026, up to 15 minutes a day");
  fixture_clear (&fixture);
}

static void
test_week_over_two_months (void)
{
  Fixture fixture;
  g_autoptr(TautPlanWeek) week = NULL;
  g_autofree char *words = NULL;
  GDate day;

  fixture_init (&fixture);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 2027);
  week = taut_plan_week_new (fixture.atlas, taut_record_get_plan (fixture.record), &day);
  words = taut_plan_words_format_week (week);
  g_assert_cmpstr (words, ==, "28 December to 3 January 2027");
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
  assert_has (one, "Upper trapezius, front edge, right: pain is often described here: "
                   "side of the neck, behind the ear and temple");
  assert_has (one, "may come from this spot");

  fixture_add_mark (&fixture, "gastrocnemius.2", TAUT_SIDE_LEFT, 7);
  note = taut_plan_words_format_meaning (fixture.atlas, marks, 3);
  assert_has (note, "A cramp at night rather than pain.");

  fixture_add_mark (&fixture, "gastrocnemius.1", TAUT_SIDE_LEFT, 7);
  some = taut_plan_words_format_meaning (fixture.atlas, marks, 1);
  assert_has (some, "And 2 more spots");
  fixture_clear (&fixture);
}

/* Room is shared out so that nothing runs over, and what is cut is known. */
static void
test_fit (void)
{
  g_autoptr(cairo_surface_t) surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  g_autoptr(cairo_t) cr = cairo_create (surface);

  for (guint large = 0; large < 2; large++)
    for (guint n_rows = 0; n_rows < 80; n_rows++)
      for (double room = 250; room < 600; room += 50)
        {
          TautSheet sheet;
          TautPlanFit fit;
          double used;

          taut_sheet_init (&sheet, cr, 595, 842, large, 1);
          taut_plan_table_fit (&sheet, room, n_rows, 0, &fit);
          used = fit.picture_height + fit.row_height * fit.n_rows;
          if (fit.n_rows < n_rows)
            used += fit.row_height;
          g_assert_cmpfloat (used, <=, room + 0.1);
          g_assert_cmpuint (fit.n_rows, <=, n_rows);
          g_assert_cmpfloat (fit.picture_height, >=, 90);
          g_assert_cmpfloat (fit.row_height, >=, 15);
          if (n_rows <= 3 && room > 400)
            g_assert_cmpuint (fit.n_rows, ==, n_rows);
        }
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
      g_autoptr(TautMark) mark = g_list_model_get_item (marks, 0);
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

static void
test_unwritable (void)
{
  Fixture fixture;
  g_autoptr(TautPlanPage) page = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GDir) folder = NULL;

  fixture_init (&fixture);
  page = taut_plan_page_new (fixture.atlas, fixture.record, fixture.now, FALSE);
  path = fixture_get_path (&fixture, "no/such/folder/plan.pdf");
  g_assert_false (taut_plan_page_write_pdf (page, TAUT_PAPER_A4, path, &error));
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

  g_test_add_func ("/render/plan-page/document", test_document);
  g_test_add_func ("/render/plan-page/words", test_words_on_page);
  g_test_add_func ("/render/plan-page/twelve-routines", test_twelve_routines);
  g_test_add_func ("/render/plan-page/nothing", test_nothing);
  g_test_add_func ("/render/plan-page/large", test_large);
  g_test_add_func ("/render/plan-page/unwritable", test_unwritable);
  g_test_add_func ("/render/plan-week/ticks", test_ticks);
  g_test_add_func ("/render/plan-week/begins-later", test_week_that_begins_later);
  g_test_add_func ("/render/plan-week/two-months", test_week_over_two_months);
  g_test_add_func ("/render/plan-words/meaning", test_meaning);
  g_test_add_func ("/render/plan-table/fit", test_fit);
  g_test_add_func ("/render/plan-picture/crop", test_crop);

  return g_test_run ();
}
