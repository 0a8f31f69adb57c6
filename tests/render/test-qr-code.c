/* test-qr-code.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "taut-cairo.h"
#include "taut-qr-code.h"

/* What a reader of such codes makes of the drawing. */
static char *
read_code (const TautQrCode *code)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 600);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_find_program_in_path ("zbarimg");
  g_autofree char *path = NULL;
  const char *argv[] = { program, "--quiet", "--raw", "--oneshot", NULL, NULL };
  char *text = NULL;
  int descriptor, status;

  g_assert_nonnull (program);
  taut_qr_code_draw (code, 0, 0, 600, cr);
  descriptor = g_file_open_tmp ("taut-code-XXXXXX.png", &path, &error);
  g_assert_no_error (error);
  g_close (descriptor, NULL);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  argv[4] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_remove (path);

  return text;
}

static void
test_read_back (void)
{
  const char *text = "BEGIN:VCALENDAR\r\nSUMMARY:Ball on the wall, ten × two\r\nEND:VCALENDAR\r\n";
  g_autoptr (TautQrCode) code = taut_qr_code_new (text, 150);
  g_autofree char *read = NULL;

  g_assert_nonnull (code);
  read = read_code (code);
  g_assert_true (g_str_has_prefix (read, text));
}

static void
test_size (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_before = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (TautQrCode) code = NULL;

      g_string_append (text, "something that takes a while to say ");
      code = taut_qr_code_new (text->str, 100);
      if (code == NULL)
        {
          g_assert_cmpuint (i, >, 5);
          return;
        }
      g_assert_cmpuint (taut_qr_code_get_n_modules (code), <=, 100);
      g_assert_cmpuint (taut_qr_code_get_n_modules (code), >=, n_before);
      n_before = taut_qr_code_get_n_modules (code);
    }

  g_assert_not_reached ();
}

/* No code holds as much as this. */
static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_assert_null (taut_qr_code_new (text, 1000));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/qr-code/read-back", test_read_back);
  g_test_add_func ("/render/qr-code/size", test_size);
  g_test_add_func ("/render/qr-code/too-long", test_too_long);

  return g_test_run ();
}
