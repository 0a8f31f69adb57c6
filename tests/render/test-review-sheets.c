/* test-review-sheets.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "test-review-sheets"

#include "config.h"

#include "taut-review-sheets.h"

#include <glib/gstdio.h>

#include "render-fixture.h"

#include "../shipped-atlas.h"

#define A4_WIDTH 595.0
#define A4_HEIGHT 842.0

static TautAtlas *atlas;
static GPtrArray *painters;

static void
load (void)
{
  const char *const *ids = taut_view_list_ids ();
  g_autoptr (TautSkin) skin = load_shipped_skin ();

  atlas = load_shipped_atlas (skin);
  painters = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TautView) view = taut_view_load (ids[i], skin, &error);

      g_assert_no_error (error);
      g_ptr_array_add (painters, taut_chart_painter_new (atlas, view));
    }
}

static GPtrArray *
take_points (guint n)
{
  GPtrArray *points = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (points, g_ptr_array_index (taut_atlas_get_points (atlas), i));

  return points;
}

static GByteArray *
make (GPtrArray *points)
{
  g_autoptr (GError) error = NULL;
  GByteArray *sheets = taut_review_sheets_make (painters, points, A4_WIDTH, A4_HEIGHT, &error);

  g_assert_no_error (error);
  return sheets;
}

static char *
read_text (GByteArray *sheets)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("taut-review-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "sheets.pdf", NULL);
  char *text;

  g_assert_no_error (error);
  g_file_set_contents (path, (const char *) sheets->data, sheets->len, &error);
  g_assert_no_error (error);
  text = fixture_read_pdf (path, "-raw");
  g_remove (path);
  g_remove (folder);

  /* Lines end where they like. */
  return g_strdelimit (text, "\n", ' ');
}

/* Pages end with a form feed. */
static guint
count_pages (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\f';

  return n;
}

static void
test_pages (void)
{
  static const struct
  {
    guint n_points;
    guint n_pages;
  } table[] = {
    { 1, 1 },
    { 8, 1 },
    { 9, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) points = take_points (table[i].n_points);
      g_autoptr (GByteArray) sheets = make (points);
      g_autofree char *text = read_text (sheets);

      g_assert_cmpuint (count_pages (text), ==, table[i].n_pages);
      for (guint k = 0; k < points->len; k++)
        g_assert_nonnull (strstr (text, ((const TautPoint *) g_ptr_array_index (points, k))->id));
    }
}

/* Everything that a clinician has to judge. */
static void
test_texts (void)
{
  static const char *const expected[] = {
    "upper trapezius, front edge", "trapezius.1", "sure", "side of the neck", "Sometimes: jaw",
    "restated from general", "gooseflesh", "Not a pain point", "1 of 1",
  };
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  g_autoptr (GByteArray) sheets = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (points, (gpointer) taut_atlas_find_point (atlas, "trapezius.1"));
  g_ptr_array_add (points, (gpointer) taut_atlas_find_point (atlas, "trapezius.7"));
  sheets = make (points);
  text = read_text (sheets);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("\"%s\" is not in \"%s\"", expected[i], text);
}

static void
test_repeats (void)
{
  g_autoptr (GPtrArray) points = take_points (2);
  g_autoptr (GByteArray) first = make (points);
  g_autoptr (GByteArray) second = make (points);

  g_assert_cmpmem (first->data, first->len, second->data, second->len);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  load ();

  g_test_add_func ("/render/review-sheets/pages", test_pages);
  g_test_add_func ("/render/review-sheets/texts", test_texts);
  g_test_add_func ("/render/review-sheets/repeats", test_repeats);
  status = g_test_run ();

  g_ptr_array_unref (painters);
  g_object_unref (atlas);
  return status;
}
