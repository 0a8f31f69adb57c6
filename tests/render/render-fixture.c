/* render-fixture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "taut-timetable.h"

#include "../shipped-skin.h"

void
fixture_init (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautSkin) skin = load_shipped_skin ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "render", "atlas", NULL);
  g_autoptr (GFile) atlas = g_file_new_for_path (path);
  const char *const *ids = taut_view_list_ids ();

  fixture->atlas = taut_atlas_load (atlas, skin, &error);
  g_assert_no_error (error);
  fixture->painters = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TautView) view = taut_view_load (ids[i], skin, &error);

      g_assert_no_error (error);
      g_ptr_array_add (fixture->painters, taut_chart_painter_new (fixture->atlas, view));
    }
  fixture->record = taut_record_new ("6f1c3c1e-6c0e-4f5e-9f43-2f7f6a0c6a11");
  fixture->now = g_date_time_new_utc (2026, 11, 25, 9, 30, 0);
  fixture->folder = g_dir_make_tmp ("taut-render-XXXXXX", &error);
  g_assert_no_error (error);
}

void
fixture_clear (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_ptr_array_unref (fixture->painters);
  g_date_time_unref (fixture->now);
  g_object_unref (fixture->record);
  g_object_unref (fixture->atlas);
}

TautChartPainter *
fixture_get_painter (Fixture    *fixture,
                     const char *view)
{
  for (guint i = 0; i < fixture->painters->len; i++)
    {
      TautChartPainter *painter = g_ptr_array_index (fixture->painters, i);

      if (g_str_equal (taut_view_get_id (taut_chart_painter_get_view (painter)), view))
        return painter;
    }

  g_assert_not_reached ();
}

TautMark *
fixture_new_mark (Fixture    *fixture,
                  const char *point,
                  TautSide    side,
                  guint       intensity)
{
  TautSkinPoint place = taut_point_get_place (taut_atlas_find_point (fixture->atlas, point), side);
  g_autofree char *id = g_strdup_printf ("%s-%s", point, taut_side_get_id (side));

  return taut_mark_new (id, point, &place, intensity, fixture->now);
}

void
fixture_add_mark (Fixture    *fixture,
                  const char *point,
                  TautSide    side,
                  guint       intensity)
{
  g_autoptr (TautMark) mark = fixture_new_mark (fixture, point, side, intensity);

  taut_record_put_mark (fixture->record, mark, FALSE);
}

void
fixture_add_routines (Fixture *fixture,
                      guint    n_routines)
{
  GPtrArray *routines = taut_atlas_get_routines (fixture->atlas);
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 23, G_DATE_NOVEMBER, 2026);
  g_assert_cmpuint (n_routines, <=, routines->len);
  for (guint i = 0; i < n_routines; i++)
    {
      g_autoptr (TautPlanItem) item =
        taut_care_plan_routine (g_ptr_array_index (routines, i), &start);

      taut_record_put_plan_item (fixture->record, item);
    }
}

char *
fixture_get_path (Fixture    *fixture,
                  const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

GBytes *
fixture_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, size);
}

guint
fixture_count (GBytes     *bytes,
               const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (text);
  guint n = 0;

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, text, length) == 0)
      n++;

  return n;
}

gboolean
fixture_has (GBytes     *bytes,
             const char *text)
{
  return fixture_count (bytes, text) > 0;
}

char *
fixture_read_pdf (const char *path,
                  const char *option)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *argv[] = { program, option, path, "-", NULL };
  char *text = NULL;
  int status;

  g_assert_nonnull (program);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));

  return text;
}
