/* test-chart-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "render-fixture.h"
#include "taut-cairo.h"
#include "taut-chart-picture.h"
#include "taut-document.h"

static gboolean
write_picture (Fixture     *fixture,
               const char  *view,
               const char  *point,
               double       width,
               double       height,
               const char  *path,
               GError     **error)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new ();

  if (point != NULL)
    g_ptr_array_add (points, (gpointer) point);

  return taut_chart_picture_write (fixture_get_painter (fixture, view),
                                   taut_record_get_marks (fixture->record), points,
                                   width, height, path, error);
}

static void
test_png (void)
{
  static const struct
  {
    double width;
    double height;
    int expected_height;
  } cases[] = {
    { 0, 0, 1200 },
    { 300, 500, 500 },
    { 0, 640, 640 },
  };
  Fixture fixture;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = fixture_get_path (&fixture, "chart.png");
      g_autoptr (cairo_surface_t) surface = NULL;

      g_assert_true (write_picture (&fixture, "front", "trapezius.1:left", cases[i].width,
                                    cases[i].height, path, &error));
      g_assert_no_error (error);
      surface = cairo_image_surface_create_from_png (path);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].expected_height);
      g_assert_cmpint (cairo_image_surface_get_width (surface), <, cases[i].expected_height);
    }
  fixture_clear (&fixture);
}

static void
test_svg (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fixture_init (&fixture);
  fixture_add_mark (&fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  path = fixture_get_path (&fixture, "chart.svg");
  g_assert_true (write_picture (&fixture, "back", NULL, 0, 0, path, &error));
  g_assert_no_error (error);
  bytes = fixture_read (path);
  g_assert_true (fixture_has (bytes, "<title>Body chart from behind</title>"));
  g_assert_true (fixture_has (bytes, "Upper trapezius, front edge, right: 7 of 10"));
  g_assert_false (fixture_has (bytes, "<image"));
  fixture_clear (&fixture);
}

static void
test_pdf (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  fixture_init (&fixture);
  path = fixture_get_path (&fixture, "chart.pdf");
  g_assert_true (write_picture (&fixture, "right", "trapezius.1", 100, 200, path, &error));
  g_assert_no_error (error);
  first = fixture_read (path);
  g_assert_cmpuint (fixture_count (first, "/Type /Page %"), ==, 1);
  g_assert_false (fixture_has (first, "/Subtype /Image"));
  g_assert_true (fixture_has (first, "/Lang (en)"));
  g_assert_false (fixture_has (first, "/CreationDate"));

  g_assert_true (write_picture (&fixture, "right", "trapezius.1", 100, 200, path, &error));
  second = fixture_read (path);
  g_assert_true (g_bytes_equal (first, second));
  fixture_clear (&fixture);
}

static void
test_bad_requests (void)
{
  static const struct
  {
    const char *name;
    const char *point;
    double width;
    TautRenderError code;
  } cases[] = {
    { "chart.jpeg", NULL, 0, TAUT_RENDER_ERROR_FORMAT },
    { "chart", NULL, 0, TAUT_RENDER_ERROR_FORMAT },
    { "chart.png", "trapezius.9", 0, TAUT_RENDER_ERROR_UNKNOWN },
    { "chart.png", "trapezius.1:middle", 0, TAUT_RENDER_ERROR_UNKNOWN },
    { "chart.png", "", 0, TAUT_RENDER_ERROR_UNKNOWN },
    { "chart.png", NULL, 1e9, TAUT_RENDER_ERROR_SIZE },
    { "chart.pdf", NULL, 1, TAUT_RENDER_ERROR_SIZE },
  };
  Fixture fixture;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = fixture_get_path (&fixture, cases[i].name);

      g_assert_false (write_picture (&fixture, "front", cases[i].point, cases[i].width, 0, path,
                                     &error));
      g_assert_error (error, TAUT_RENDER_ERROR, (int) cases[i].code);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  fixture_clear (&fixture);
}

static void
test_unwritable (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GDir) folder = NULL;

  fixture_init (&fixture);
  path = fixture_get_path (&fixture, "no/such/folder/chart.png");
  g_assert_false (write_picture (&fixture, "front", NULL, 100, 200, path, &error));
  g_assert_nonnull (error);
  folder = g_dir_open (fixture.folder, 0, NULL);
  g_assert_null (g_dir_read_name (folder));
  fixture_clear (&fixture);
}

/* Bytes that are no PDF, or half of one, stay as they are. */
static void
test_language_of_no_pdf (void)
{
  static const char *const cases[] = {
    "", "trailer", "trailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n5\n%%EOF\n",
    "trailer\n<< /Size 3 /Root 99999999 0 R /Info 2 0 R >>\nstartxref\n99999999999999999999\n",
    "xref\n0 2\ntrailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n0\n%%EOF\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) cases[i], (guint) strlen (cases[i]));
      taut_document_set_pdf_language (bytes, "en");
      g_assert_cmpmem (bytes->data, bytes->len, cases[i], strlen (cases[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/chart-picture/png", test_png);
  g_test_add_func ("/render/chart-picture/svg", test_svg);
  g_test_add_func ("/render/chart-picture/pdf", test_pdf);
  g_test_add_func ("/render/chart-picture/bad-requests", test_bad_requests);
  g_test_add_func ("/render/chart-picture/unwritable", test_unwritable);
  g_test_add_func ("/render/document/language-of-no-pdf", test_language_of_no_pdf);

  return g_test_run ();
}
